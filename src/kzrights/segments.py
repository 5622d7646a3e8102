"""Stretches of days on which the same rules apply to an activity, and what may follow there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, TypeAlias

from attrs import frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import ALWAYS, NEVER, Span
from kzrights.law.rules import Condition, Guard, Rule
from kzrights.moments import END, NOTHING, Missing, Period
from kzrights.statuses import Status
from kzrights.value import Shown


@frozen(kw_only=True, eq=False, repr=False)
class Hold(Shown):
    """What one rule, resting on one status, makes of one activity, from when until when."""

    permission: Permission
    period: Period
    status: Status
    rule: Rule
    condition: Condition | None = None
    missing: Missing = NOTHING


@frozen(kw_only=True, eq=False, repr=False)
class Segment(Shown):
    """Days between two change points, on which the same holds apply: surely, or perhaps.

    ``outcomes`` are the permissions that are possible; where not ``exact``, one too many may be among them.
    ``readings`` are the open readings that tell them apart.
    """

    start: Date
    sure: tuple[Hold, ...]
    perhaps: tuple[Hold, ...]
    outcomes: tuple[Permission, ...]
    lapsed: bool
    exact: bool = True
    readings: frozenset[str] = frozenset()

    @property
    def permission(self) -> Permission:
        """The one outcome there is, or ``UNCLEAR`` between several."""
        return self.outcomes[0] if len(self.outcomes) == 1 else Permission.UNCLEAR

    @property
    def holds(self) -> tuple[Hold, ...]:
        """What applies, surely or perhaps, and makes no more of it than is possible."""
        return tuple(hold for hold in (*self.sure, *self.perhaps) if hold.permission <= self.outcomes[-1])

    @property
    def doubtful(self) -> bool:
        """Whether it is unclear for want of facts, not of law."""
        return len(self.outcomes) > 1

    @property
    def missing(self) -> Missing:
        """The facts that would settle it."""
        if not self.doubtful:
            return NOTHING
        least = self.outcomes[0]
        holds = (hold for hold in self.holds if hold.permission > least)
        facts = NOTHING.union(*(hold.missing | hold.period.missing for hold in holds))
        return facts | {f"readings.{name}" for name in self.readings}


_Bounds: TypeAlias = tuple[Hold, Date, Date, Date, Date]
"""A hold with the first and last days on which it surely and possibly applies, the last ones exclusive."""


def with_ends(segments: tuple[Segment, ...]) -> Iterator[tuple[Segment, Date]]:
    """Yield each stretch with the first day after it."""
    yield from zip(segments, (*(segment.start for segment in segments[1:]), NEVER), strict=True)


Stretch: TypeAlias = "tuple[Period, Guard | Condition, Missing]"
"""While a rule applies to a status: the days, what it makes of it, and what is missing to be sure."""


def applying(status: Status, rule: Rule) -> Iterator[Stretch]:
    """Yield the days on which a rule applies to one who has a status, with what it makes of them."""
    whole = _reach(status, rule).within(rule.span)
    if whole is None or whole.possibly is None:
        return
    for days, outcome, missing in _outcomes_of(status, rule):
        inside = whole.during(days) if status.later_traits else whole
        if outcome is not False and inside.possibly:
            yield inside if outcome is not None else inside.perhaps(missing), outcome, missing


def _outcomes_of(status: Status, rule: Rule) -> Iterator[Stretch]:
    """Yield what a rule makes of a status, and while what it asks of the status stays the same."""
    found: list[Stretch] = []
    for days, phase in status.phases():
        outcome = rule(phase)
        missing = NOTHING if outcome is not None else phase.traits.open_facts
        if found and found[-1][1:] == (outcome, missing):
            days = Period(found.pop()[0].start, days.end)
        found.append((days, outcome, missing))
    yield from found


_STRICTEST_FIRST: Final = (Permission.PROHIBITED, Permission.UNCLEAR, Permission.CONDITIONAL, Permission.ALLOWED)


def makes_of(status: Status, rule: Rule, activity: Activity) -> tuple[Permission, ...]:
    """Return what a rule makes of an activity where it applies to a status; nothing where it does not touch it."""
    if activity not in status.traits.forbidden if rule.named else activity in status.traits.exempt:
        return ()
    named = (rule.forbids, rule.doubts, rule.limits, rule.permits)
    return tuple(one for one, activities in zip(_STRICTEST_FIRST, named, strict=True) if activity in activities)


def held(
    status: Status, rule: Rule, permissions: tuple[Permission, ...], stretches: tuple[Stretch, ...]
) -> Iterator[Hold]:
    """Yield what a rule makes of an activity on the days on which it applies."""
    for permission in permissions:
        for days, outcome, missing in stretches:
            condition = outcome if isinstance(outcome, Condition) else None
            yield Hold(
                permission=permission, period=days, status=status, rule=rule, condition=condition, missing=missing
            )


def _reach(status: Status, rule: Rule) -> Period:
    start, undone = status.period.start, status.traits.undone or END
    if rule.lasts:
        return Period(start, start.after(rule.lasts)).until(undone)
    lifted = [on for duty, on in status.traits.lifted if duty is rule.duty]
    return Period(start, undone) if rule.for_ever else status.period.until(*lifted)


def segments_of(holds: tuple[Hold, ...]) -> Iterator[Segment]:
    """Yield the stretches between the days on which something begins or ends: a safe bound of what may follow."""
    spans = [(hold, *_days(hold.period.surely), *_days(hold.period.possibly)) for hold in holds]
    points = {ALWAYS, *(point for one in spans for point in _points(*one))} - {NEVER}
    outcomes: tuple[Permission, ...] = ()
    for start in sorted(points.union(*map(_open_days, holds))):
        here = _segment(spans, start)
        if start in points or here.outcomes != outcomes:
            yield here
        outcomes = here.outcomes


def _segment(spans: list[_Bounds], start: Date) -> Segment:
    sure = tuple(one[0] for one in spans if one[1] <= start < one[2])
    perhaps = tuple(one[0] for one in spans if one[3] <= start < one[4] and not one[1] <= start < one[2])
    return Segment(
        start=start,
        sure=sure,
        perhaps=perhaps,
        outcomes=_outcomes(sure, perhaps, start),
        lapsed=all(lapsed(hold, start) for hold in decisive) if (decisive := decisive_of(sure)) else False,
    )


def _open_days(hold: Hold) -> set[Date]:
    """Return the days on which one it hangs on may first come, or surely has: what is possible may change then."""
    days = hold.period.possibly
    return (
        {day for end in (hold.period.start, hold.period.end) for day in end.edges() if day in days} if days else set()
    )


def _days(span: Span | None) -> tuple[Date, Date]:
    return (span.start, span.end) if span else (NEVER, NEVER)


def _points(hold: Hold, *ends: Date) -> Iterator[Date]:
    yield from ends
    end, days = hold.status.traits.lawful_end, hold.period.possibly
    if end and days:
        yield from (day for day in (end.earliest, end.latest) if day in days)


def lapsed(hold: Hold, day: Date) -> bool:
    """Say whether the ground of the status had surely ended by a day."""
    end = hold.status.traits.lawful_end
    return end is not None and end.latest <= day


def decisive_of(holds: tuple[Hold, ...]) -> list[Hold]:
    """Return the strictest of what applies; none where all is allowed."""
    most = max((hold.permission for hold in holds), default=Permission.ALLOWED)
    return [hold for hold in holds if hold.permission == most] if most else []


def _outcomes(sure: tuple[Hold, ...], perhaps: tuple[Hold, ...], day: Date) -> tuple[Permission, ...]:
    """Return what may follow: each day that is open has come or not, for all that begins or ends on it alike."""
    least = max((hold.permission for hold in sure), default=Permission.ALLOWED)
    stricter = [hold for hold in perhaps if hold.permission > least]
    if not stricter:
        return (least,)
    days = {
        id(one): one for hold in stricter for end in (hold.period.start, hold.period.end) for one in end.open_on(day)
    }
    if len(days) > MOST_OPEN_DAYS:
        return tuple(sorted({least, *(hold.permission for hold in stricter)}))
    found = set()
    for come in product((False, True), repeat=len(days)):
        known = dict(zip(days, come, strict=True))
        found.add(max((hold.permission for hold in stricter if _applies(hold, day, known)), default=least))
    return tuple(sorted(found))


MOST_OPEN_DAYS: Final = 8


def _applies(hold: Hold, day: Date, known: dict[int, bool]) -> bool:
    return hold.period.start.reached(day, known) and not hold.period.end.reached(day, known)
