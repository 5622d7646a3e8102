"""What a case file says against the law: possible in form, so it is answered, but worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Final, TypeAlias

from pendulum import Date

from kzrights.calendar import ALWAYS, NEVER, Term, days_after
from kzrights.facts.case import Case
from kzrights.facts.days import bounds
from kzrights.facts.events import Release
from kzrights.facts.execution import SuspensionLifted
from kzrights.facts.measures import Bail, PersonalSurety, UndertakingNotToLeave
from kzrights.facts.person import Custody
from kzrights.facts.punishments import SuspendedImprisonment
from kzrights.facts.vocabulary import CustodyKind, ReleaseGround
from kzrights.law import banned_organisations
from kzrights.law.acts import CC, CPC
from kzrights.law.course import Course
from kzrights.law.law import Law, packaged_law
from kzrights.law.offences import Gravity
from kzrights.law.world import World


def contradictions(case: Case, law: Law | None = None) -> tuple[str, ...]:
    """Return what in ``case`` the law does not allow, in words, each with its path and provision.

    Warnings, not errors: courts err, and reports do. Only what surely contradicts is named.
    """
    world = World(case, law or packaged_law())
    checks = (_conditional, _lifted, _parole)
    found = (warning for course in world.courses for check in checks for warning in check(course))
    return (*banned_organisations.contradictions(case), *_measures(case), *_open_ended(case, world), *found)


_Restraint: TypeAlias = UndertakingNotToLeave | PersonalSurety | Bail
_RESTRAINTS: Final = (UndertakingNotToLeave, PersonalSurety, Bail)


def _open_ended(case: Case, world: World) -> Iterator[str]:
    """Name what has no last day although a verdict entered into force after it began."""
    for at, one in enumerate(case.measures):
        begun = bounds(one.from_, ALWAYS, NEVER)[1]
        ended = [course.id for course in world.courses if begun < course.in_force.earliest]
        if one.to is None and ended:
            yield f"measures[{at}].to: taken to last still, although the verdict of {ended[0]} entered into force later"


def _measures(case: Case) -> Iterator[str]:
    """Name what surely runs beside another measure of restraint; on the day of a change both may be stated."""
    found = [(f"measures[{at}]", one) for at, one in enumerate(case.measures) if isinstance(one, _RESTRAINTS)]
    taken = [
        (f"custody[{at}]", one)
        for at, one in enumerate(case.custody)
        if one.kind is not CustodyKind.ADMINISTRATIVE_ARREST
    ]
    for (path, one), (other_path, other) in combinations((*taken, *found), 2):
        if other_path.startswith("measures") and _overlap(one, other):
            provision = CPC / "140(1)"
            yield f"{other_path}: two measures of restraint are not applied at once, and {path} is one ({provision})"


def _overlap(one: Custody | _Restraint, other: Custody | _Restraint) -> bool:
    first = max(bounds(spell.from_, ALWAYS, NEVER)[1] for spell in (one, other))
    last = min(bounds(spell.to, ALWAYS, NEVER)[0] if spell.to else NEVER for spell in (one, other))
    return first < last


def _conditional(course: Course) -> Iterator[str]:
    if course.suspended and course.extremist_or_terrorist is True:
        provision = CC / "63(6)"
        yield (
            f"{course.path}.punishments: a conditional sentence is not given for extremist or terrorist crimes "
            f"({provision})"
        )


def _lifted(course: Course) -> Iterator[str]:
    """Name a conditional sentence cancelled for good conduct surely before half of control, or after its end."""
    for path, sentence in course.punishments(SuspendedImprisonment):
        control = course.run(path, sentence).value
        for where, event in course.own_events(SuspensionLifted):
            on, provision = bounds(event.on, ALWAYS, NEVER), CC / "64(1)"
            if control.end.latest <= on[0]:
                yield f"{where}.on: a conditional sentence is cancelled before control ends ({provision})"
            if isinstance(sentence.term, Term) and on[1] < _half(sentence.term, control.start.earliest):
                yield f"{where}.on: a conditional sentence is cancelled after half of control at least ({provision})"


def _half(term: Term, start: Date) -> Date:
    """Return the first day after half of a term: half its days or half its months, whichever is less."""
    months = Term(months=(12 * term.years + term.months) // 2, days=term.days // 2)
    return min(months.after(start), days_after(start, term.share(Fraction(1, 2), start)))


def _parole(course: Course) -> Iterator[str]:
    for path, event in course.own_events(Release):
        standing = course.standing_on(course.moment_of(path, event))
        if event.ground is ReleaseGround.PAROLE and all(map(_bars_parole, standing)):
            provision = CC / "72(8)(2)"
            yield (
                f"{path}.ground: parole is closed where an extremist or terrorist crime goes with an especially "
                f"serious one ({provision})"
            )


def _bars_parole(course: Course) -> bool:
    return course.gravest == (Gravity.ESPECIALLY_SERIOUS,) and course.extremist_or_terrorist is True


__all__ = ["contradictions"]
