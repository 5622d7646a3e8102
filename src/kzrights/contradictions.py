"""What a case file says against the law: possible in form, so it is answered, but worth a second look."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.facts.case import Case
from kzrights.facts.events import Release
from kzrights.facts.vocabulary import ReleaseGround
from kzrights.law import banned_organisations
from kzrights.law.acts import CC
from kzrights.law.course import Course
from kzrights.law.law import Law, packaged_law
from kzrights.law.offences import Gravity
from kzrights.law.world import World


def contradictions(case: Case, law: Law | None = None) -> tuple[str, ...]:
    """Return what in ``case`` the law does not allow, in words, each with its path and provision.

    Warnings, not errors: courts err, and reports do. Only what surely contradicts is named.
    """
    world = World(case, law or packaged_law())
    found = (warning for course in world.courses for warning in (*_conditional(course), *_parole(course)))
    return (*banned_organisations.contradictions(case), *found)


def _conditional(course: Course) -> Iterator[str]:
    if course.suspended and course.extremist_or_terrorist is True:
        provision = CC / "63(6)"
        yield (
            f"{course.path}.punishments: a conditional sentence is not given for extremist or terrorist crimes "
            f"({provision})"
        )


def _parole(course: Course) -> Iterator[str]:
    gravest = course.gravest == (Gravity.ESPECIALLY_SERIOUS,)
    for path, event in course.own_events(Release):
        if event.ground is ReleaseGround.PAROLE and gravest and course.extremist_or_terrorist is True:
            provision = CC / "72(8)(2)"
            yield (
                f"{path}.ground: parole is closed where an extremist or terrorist crime goes with an especially "
                f"serious one ({provision})"
            )


__all__ = ["contradictions"]
