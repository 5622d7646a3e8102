"""How custody before the verdict is counted against a term (Criminal Code 62)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from kzrights.calendar import ALWAYS, NEVER, Term, days_between, is_working_day, previous_working_day
from kzrights.errors import DateError
from kzrights.facts.days import bounds
from kzrights.facts.person import Custody
from kzrights.facts.punishments import Arrest, Imprisonment, RestrictedFreedom
from kzrights.facts.vocabulary import CustodyKind
from kzrights.moments import NOTHING, Missing, Moment, later

if TYPE_CHECKING:
    from pendulum import Date

    from kzrights.law.course import Course

Ratio = tuple[Fraction, Fraction]
"""Days credited for a day of custody, at least and at most."""

HOUSE_ARREST: Final[Ratio] = (Fraction(1, 2), Fraction(1, 2))


def after_credit(
    course: Course,
    punishment: Imprisonment | Arrest | RestrictedFreedom,
    path: str,
    ratios: Mapping[CustodyKind, Ratio],
) -> Moment:
    """Return the day the term ends: added to its start, less the credit for custody."""
    least, most, missing = _credit(course, {CustodyKind.HOUSE_ARREST: HOUSE_ARREST, **ratios})
    start = course.starts(path, punishment)
    full = start.after(punishment.term, f"{path}.term", Term(days=1), course.longest(punishment))
    if isinstance(punishment, Imprisonment) and punishment.security is None:
        missing |= {f"{path}.security"}
    end = full.less(least, most, missing)
    return later(end, start)


def last_working_day(end: Date) -> Date:
    """Return the last day of a term that ends before ``end``, or the working day before it."""
    if end in (ALWAYS, NEVER):
        return end
    last = end.subtract(days=1)
    try:
        return last if is_working_day(last) else previous_working_day(last)
    except DateError:
        return last


def _credit(course: Course, ratios: Mapping[CustodyKind, Ratio]) -> tuple[int, int, Missing]:
    low = high = Fraction(0)
    missing: Missing = NOTHING
    for at, custody in enumerate(course.world.case.custody):
        if custody.kind in ratios:
            least, most, open_facts = days_before_force(course, custody, f"custody[{at}]")
            low += least * ratios[custody.kind][0]
            high += most * ratios[custody.kind][1]
            missing |= open_facts
    if low.denominator == high.denominator == 1:
        return int(low), int(high), missing
    rounded = math.floor if course.world.choice("half_day_of_credit") == "dropped" else math.ceil
    return rounded(low), rounded(high), missing


def days_before_force(course: Course, custody: Custody, path: str) -> tuple[int, int, Missing]:
    """Return how many days of ``custody`` fall before this verdict was in force, at least and at most."""
    surely, possibly = _belongs(course, custody)
    if not possibly:
        return 0, 0, NOTHING
    begun, ended, force = Moment.of(custody.from_, path), Moment.of(custody.to, path), course.in_force
    most = days_between(begun.earliest, min(_next(ended.latest), force.latest))
    least = days_between(begun.latest, min(_next(ended.earliest), force.earliest)) if surely else 0
    return least, most, NOTHING if least == most else begun.missing | ended.missing | force.missing


def _next(day: Date) -> Date:
    return day if day >= NEVER else day.add(days=1)


def _belongs(course: Course, custody: Custody) -> tuple[bool, bool]:
    """Say whether custody surely, and whether it possibly, preceded no earlier verdict than this."""
    earliest, latest = bounds(custody.from_, ALWAYS, NEVER)
    others = [other for other in course.world.courses if other is not course]
    surely = not any(_may_precede(other, course) and earliest < other.in_force.latest for other in others)
    possibly = not any(_precedes(other, course) and latest < other.in_force.earliest for other in others)
    return surely, possibly


def _precedes(one: Course, other: Course) -> bool:
    """Say whether a verdict surely came first; of two of one day the one that the file has first."""
    _, latest = bounds(one.conviction.verdict, ALWAYS, NEVER)
    earliest, _ = bounds(other.conviction.verdict, ALWAYS, NEVER)
    return (latest, one.at) < (earliest, other.at)


def _may_precede(one: Course, other: Course) -> bool:
    return not _precedes(other, one)


def rest(course: Course) -> Moment:
    """Return the day the whole term would have ended of a main punishment that has one."""
    path, punishment = course.main or ("", None)
    assert isinstance(punishment, Imprisonment | Arrest | RestrictedFreedom)
    return course.full_term(path, punishment).value  # type: ignore[no-any-return]
