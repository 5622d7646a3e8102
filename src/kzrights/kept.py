"""Answers and caps kept for a stretch of days: what is told on its first day is told on all of them."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import define, field
from pendulum import Date

from kzrights.activities import OF_ORGANISATIONS, Activity
from kzrights.answers import Answer, Cap
from kzrights.calendar import ALWAYS, EARLIEST, LATEST, NEVER, Term, days_after
from kzrights.errors import LawError
from kzrights.facts.days import bounds
from kzrights.facts.person import HouseholdMember
from kzrights.law.practice import practices
from kzrights.law.rules import CODE, Rule
from kzrights.moments import Moment, Period
from kzrights.segments import Hold
from kzrights.statuses import StatusKind
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation

T = TypeVar("T")


@define(eq=False, slots=False, repr=False)
class Kept(Shown, Generic[T]):
    """A value for every day, worked out once for each stretch of days on which it stays the same.

    Nothing is kept of what is asked but once: to find the stretches takes longer than one value.

    Attributes:
        days: returns the days on which the value may change, in any order.
        make: returns the value of a stretch by its first day and its last; ``None`` where it differs from day to day.
    """

    days: Callable[[], Iterable[Date]]
    make: Callable[[Date, Date], T | None]
    _asked: bool = field(default=False, init=False)
    _made: dict[int, T | None] = field(factory=dict, init=False)

    def on(self, day: Date) -> T | None:
        """Return the value of a day; ``None`` where it is to be worked out anew."""
        if not self._asked:
            self._asked = True
            return None
        at = bisect_right(self.starts, day)
        return self._made[at] if at in self._made else self._new(at)

    def _new(self, at: int) -> T | None:
        starts = self.starts
        last = days_after(starts[at], -1) if at < len(starts) else LATEST
        self._made[at] = self.make(starts[at - 1], last) if at else None
        return self._made[at]

    @functools.cached_property
    def starts(self) -> tuple[Date, ...]:
        """The first days of the stretches, in order."""
        return tuple(sorted({EARLIEST, *(day for day in self.days() if EARLIEST < day <= LATEST)}))


def kept_answers(here: Evaluation, activity: Activity) -> Kept[Answer]:
    """Return the answers on an activity, kept for the days on which nothing of them changes."""

    def make(first: Date, last: Date) -> Answer | None:
        if here.law.later or here.law.reforms:
            return None
        answer = here.answered(activity, first)
        amounts = any(one.kind == "cap" for one in answer.conditions)
        lapses = any(one.status.traits.lawful_end for one in answer.reasons)
        return None if amounts or (lapses and here.until(activity, last) != answer.until) else answer

    return Kept(lambda: _days_of_answers(here, activity), make)


def kept_caps(here: Evaluation) -> Kept[Cap]:
    """Return the caps on wages, kept for the days on which nothing of them but the month changes."""
    from kzrights.cap import reckoned

    def make(first: Date, _last: Date) -> Cap | None:
        try:
            return reckoned(here, first)
        except LawError:
            return None

    return Kept(lambda: _days_of_caps(here), make)


def _days_of_answers(here: Evaluation, activity: Activity) -> Iterator[Date]:
    yield from (CODE, days_after(here.law.verified, 1), here.world.death.earliest)
    for segment in here.segments(activity):
        yield segment.start
        for hold in segment.holds:
            yield from _of_hold(hold)
    kinds = {one.status for one in practices() if activity in one.activities}
    yield from _of_statuses(here, kinds)
    if activity in OF_ORGANISATIONS:
        from kzrights.law.banned_organisations import changes

        yield from changes()


def _days_of_caps(here: Evaluation) -> Iterator[Date]:
    yield from _of_statuses(here, {StatusKind.LISTED})
    yield from _of_rules(*here.law.topic("cap"), *here.law.topic("family"))
    yield from (day for row in here.law.parameters.rows for day in (row.since, row.until))
    for activity in here.law.left_open:
        yield from (segment.start for segment in here.segments(activity))
    for member in here.case.household or ():
        yield from _of_member(member)


def _of_hold(hold: Hold) -> Iterator[Date]:
    yield from _of_rules(hold.rule, hold.status.rule, *hold.status.editions, *hold.status.also)
    if hold.status.traits.lawful_end:
        yield from _of_moment(hold.status.traits.lawful_end)


def _of_statuses(here: Evaluation, kinds: set[StatusKind]) -> Iterator[Date]:
    for status in here.statuses:
        if status.kind in kinds:
            yield from _of_period(status.period)


def _of_period(period: Period) -> Iterator[Date]:
    yield from _of_moment(period.start)
    yield from _of_moment(period.end)


def _of_moment(moment: Moment) -> Iterator[Date]:
    yield from (moment.earliest, moment.latest)


def _of_rules(*rules: Rule) -> Iterator[Date]:
    for rule in rules:
        yield from (rule.since, rule.until, *rule.restated)


def _of_member(member: HouseholdMember) -> Iterator[Date]:
    """Yield the days on which a member of the household may come, go, be born or come of age."""
    yield from bounds(member.from_, ALWAYS, NEVER)
    yield from (days_after(day, 1) for day in bounds(member.to, ALWAYS, NEVER))
    born = bounds(member.born, ALWAYS, NEVER)
    yield from born
    yield from (Term(years=18).after(day) for day in born)
