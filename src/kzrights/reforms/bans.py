"""Reforms of bans: none on activity as such, only on the post or the profession that was abused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import evolve
from pendulum import Date

from kzrights.facts.vocabulary import Scope
from kzrights.moments import END, Moment, Period, hull, later
from kzrights.reforms.offences import HRW_2021, HRW_2021_AT
from kzrights.reforms.reform import Reform

if TYPE_CHECKING:
    from kzrights.facts.punishments import ActivityBan
    from kzrights.law.course import Course
    from kzrights.law.law import Law
    from kzrights.law.rules import Found, Rule

PROFESSIONS: Final = frozenset(
    {
        *(Scope.JOURNALISM, Scope.PUBLISHING, Scope.TEACHING, Scope.PUBLIC_OFFICE, Scope.ENTREPRENEURSHIP),
        *(Scope.LEGAL_PRACTICE, Scope.WORK_WITH_MINORS, Scope.DRIVING, Scope.FINANCIAL_MANAGEMENT),
    }
)
"""The scopes that are a post, a profession or a licence; the rest are civic or private life."""

_NORM: Final = "Of a ban only what names a post or a profession stands."


def _no_blanket_bans(law: Law, since: Date) -> Law:
    running = (_running(rule, since) for rule in law.topic("run of a ban"))
    deriving = (_narrowed(rule) for rule in law.rules if rule.name == "activity_ban")
    return law.amend(*running, *deriving)


def _running(rule: Rule, since: Date) -> Rule:
    """Return a rule on how a ban runs by which one that names no profession ends on the day of the reform."""

    def runs(course: Course, ban: ActivityBan, path: str) -> Period | None:
        period: Period | None = rule(course, ban, path)
        return period.until(_falls(course, ban, path, since)) if period else None

    return rule.evolve(function=runs, norm=f"{rule.norm} {_NORM}")


def _falls(course: Course, ban: ActivityBan, path: str, since: Date) -> Moment:
    at_once = later(course.in_force, Moment.on(since))
    if ban.scope is None:
        return hull(at_once, END, missing=frozenset({f"{path}.scope"}))
    return at_once if PROFESSIONS.isdisjoint(ban.scope) else END


def _narrowed(rule: Rule) -> Rule:
    """Return the rule on bans, by which of their scope only posts and professions are left."""

    def derive(course: Course) -> Iterator[Found]:
        for found in rule(course):
            scope = found.traits.scope
            left = None if scope is None else tuple(one for one in scope if one in PROFESSIONS)
            yield evolve(found, traits=evolve(found.traits, scope=left))

    return rule.evolve(function=derive, norm=f"{rule.norm} {_NORM}")


REFORMS: Final = (
    Reform(
        name="no_blanket_bans",
        ids=("RO-18",),
        says="A court may forbid the post or profession that was abused, not public activity or social media.",
        proposer=f"{HRW_2021}; Special Rapporteur Ní Aoláin, 2019",
        source=HRW_2021_AT,
        variant="No file says what was abused: bans on posts and professions stay, all others fall, and the record "
        "counts without them.",
        change_from=_no_blanket_bans,
    ),
)
