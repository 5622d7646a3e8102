"""Facts × law × date → statuses → restrictions → answer.

Everything that does not depend on the asked day is worked out once for a case under a law: statuses,
what each holds against each activity, and the change points. A question is then a look-up.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, evolve, field, frozen
from pendulum import Date

from kzrights.activities import OF_ORGANISATIONS, Activity
from kzrights.answers import Answer, Cap, Contested, MissingFact, Permission, Practice, Reason
from kzrights.calendar import ALWAYS, NEVER, Span, as_date
from kzrights.errors import LawError
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.law.practice import practices
from kzrights.law.rules import CODE, Clock, Condition, Found, Guard, Rule
from kzrights.law.world import World
from kzrights.missing import describe
from kzrights.moments import END, NOTHING, Missing, Moment, Period, earlier, later
from kzrights.money import TengeRange
from kzrights.statuses import Status, StatusKind
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.worlds import Worlds


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


@define(eq=False, slots=False, repr=False)
class Evaluation(Shown):
    """A case under a law, worked out once."""

    case: Case
    law: Law
    world: World = field(init=False)
    _applying: dict[tuple[int, int], tuple[Stretch, ...]] = field(init=False, factory=dict)
    _bounded: dict[Activity, tuple[Segment, ...]] = field(init=False, factory=dict)
    _segments: dict[Activity, tuple[Segment, ...]] = field(init=False, factory=dict)

    @world.default
    def _world(self) -> World:
        return World(self.case, self.law)

    @functools.cached_property
    def statuses(self) -> tuple[Status, ...]:
        """Every legal state the person was, is or will be in, as far as known, in the order of the catalogue."""
        return tuple(status for status in self._derived_statuses if status.period.possibly)

    @functools.cached_property
    def _derived_statuses(self) -> tuple[Status, ...]:
        """The statuses with those that ended as they began: a rule may ask whether one ever was."""
        found: list[Status] = []
        for kind in StatusKind:
            for rule in self.law.deriving(kind):
                for status in self._derived(rule, kind):
                    at = next((at for at, one in enumerate(found) if one.goes_on_as(status)), None)
                    if at is None:
                        found.append(status)
                    else:
                        found[at] = found[at].going_on(status)
        return tuple(found)

    def _derived(self, rule: Rule, kind: StatusKind) -> Iterator[Status]:
        if rule.of_case:
            for found in rule(self.world):
                if period := found.period.within(rule.span):
                    yield _status(rule, kind, evolve(found, period=period))
            return
        for course in self.world.courses:
            day = course.act if rule.clock is Clock.ACT else course.in_force
            if rule.since <= day.latest and day.earliest < rule.until:
                surely = rule.since <= day.earliest and day.latest < rule.until
                for found in rule(course):
                    period = found.period if surely else found.period.perhaps(day.missing)
                    yield _status(rule, kind, evolve(found, period=period), course.id)

    def holds(self, activity: Activity) -> tuple[Hold, ...]:
        """Return what stands against an activity."""
        return tuple(
            hold
            for status in self._derived_statuses
            for rule in self.law.bearing(status.kind, activity)
            for hold in _holds(status, rule, activity, self._stretches(status, rule))
        )

    def _stretches(self, status: Status, rule: Rule) -> tuple[Stretch, ...]:
        key = id(status), id(rule)
        if key not in self._applying:
            self._applying[key] = tuple(_applying(status, rule))
        return self._applying[key]

    def bounded(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the change points of an activity, each with what may apply from there on: a safe bound."""
        if activity not in self._bounded:
            self._bounded[activity] = tuple(_segments(self.holds(activity)))
        return self._bounded[activity]

    def segments(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the same with the outcomes that are possible, looked for in the worlds the case may be."""
        if activity not in self._segments:
            bounded = self.bounded(activity)
            doubtful = any(segment.doubtful for segment in bounded)
            self._segments[activity] = tuple(self.worlds.narrowed(activity, bounded)) if doubtful else bounded
        return self._segments[activity]

    @functools.cached_property
    def worlds(self) -> Worlds:
        """What the case may be where the file does not say."""
        from kzrights.worlds import Worlds

        return Worlds(self.case, self.law)

    def segment(self, activity: Activity, on: Date) -> tuple[int, Segment]:
        """Return the segment ``on`` falls into, with its place."""
        segments = self.segments(activity)
        at = bisect_right(segments, on, key=lambda segment: segment.start) - 1
        return at, segments[at]

    @functools.cached_property
    def alternatives(self) -> tuple[tuple[str, str, str, Evaluation], ...]:
        """The case under each other way to take a reading that mattered: name, taken, other, evaluation."""
        _ = self._derived_statuses
        return tuple(
            (
                reading.name,
                self.law.choice(reading.name),
                other,
                Evaluation(self.case, self.law.reading(**{reading.name: other})),
            )
            for reading, other in self.law.alternatives(self.world.readings)
        )

    def at(self, on: Date) -> Evaluation:
        """Return the evaluation under the law that stands on a day: itself, unless one law follows another."""
        return evaluation(self.case, self.law.on(on)) if self.law.later else self

    def can(self, activity: Activity, on: Date) -> Answer:
        """Answer for one activity and one day."""
        at, segment = self.segment(activity, on)
        here = self.at(on)
        holds = sorted(segment.holds, key=lambda hold: -hold.permission)
        sure = set(map(id, segment.sure))
        return Answer(
            activity=activity,
            on=on,
            permission=segment.permission,
            until=self._until(activity, at),
            reasons=tuple(_reason(hold, on, id(hold) in sure) for hold in holds),
            conditions=here._conditions(segment, on),
            missing=tuple(MissingFact(path=path, says=describe(path)) for path in sorted(segment.missing)),
            practice=here._practice(activity, on),
            outcomes=segment.outcomes,
            exact=segment.exact,
            warnings=tuple(here._warnings(activity, on)),
            considered=here.law.restricting(activity),
            reforms=self.law.reformed_by(functools.partial(self._told, activity, on)) if self.law.reforms else (),
            contest=functools.partial(here._contested, activity, on, segment.permission),
        )

    def _told(self, activity: Activity, on: Date, law: Law) -> tuple[object, ...]:
        """Return what is told of an activity under another law, to see what that law changes."""
        from kzrights.plain import reason

        answer = evaluation(self.case, law).can(activity, on)
        reasons = [reason(one) for one in answer.reasons]
        return answer.permission, answer.until, answer.outcomes, answer.conditions, answer.missing, reasons

    def _until(self, activity: Activity, at: int) -> Moment:
        segments = self.segments(activity)
        here = segments[at]
        for place in range(at + 1, len(segments)):
            after = segments[place]
            if (after.permission, after.lapsed) == (here.permission, here.lapsed) and after.doubtful == here.doubtful:
                continue
            ends = [hold.status.traits.lawful_end for hold in _decisive(here.sure)]
            if None not in ends and not here.doubtful and after.permission == here.permission and after.lapsed:
                return later(*filter(None, ends))
            if not after.doubtful or here.doubtful:
                return Moment.on(after.start)
            settled = next((one for one in segments[place + 1 :] if not one.doubtful), None)
            return Moment(after.start, settled.start if settled else NEVER, after.missing)
        return END

    def _conditions(self, segment: Segment, on: Date) -> tuple[Condition, ...]:
        if segment.permission is not Permission.CONDITIONAL:
            return ()
        found = [hold.condition for hold in segment.holds if hold.condition]
        return tuple(dict.fromkeys(self._with_amount(one, on) if one.kind == "cap" else one for one in found))

    def _with_amount(self, condition: Condition, on: Date) -> Condition:
        from kzrights.cap import cap_under

        try:
            cap = cap_under(self, on)
        except LawError as error:
            return evolve(condition, says=f"{condition.says}; its amount is not known ({error})")
        return evolve(condition, says=f"{_at_most(cap)} in the calendar month" if cap.amount else condition.says)

    def _contested(self, activity: Activity, on: Date, permission: Permission) -> Iterator[Contested]:
        for name, taken, other, evaluation in self.alternatives:
            _, segment = evaluation.segment(activity, on)
            if segment.permission is not permission:
                choice = next(reading.choice(other) for reading in self.law.readings if reading.name == name)
                yield Contested(
                    reading=name,
                    taken=taken,
                    other=other,
                    permission=segment.permission,
                    says=f"{choice.says} ({choice.source})" if choice else other,
                )

    def _practice(self, activity: Activity, on: Date) -> tuple[Practice, ...]:
        kinds = {status.kind for status in self.statuses if status.holds_on(on) is not False}
        return tuple(
            Practice(says=one.says, source=one.source)
            for one in practices()
            if activity in one.activities and one.status in kinds
        )

    def _warnings(self, activity: Activity, on: Date) -> Iterator[str]:
        if activity in OF_ORGANISATIONS:
            yield from _membership(on)
        if on < CODE:
            yield f"before the first edition read ({CODE}): older law is not modelled"
        newest = max((rule.verified for rule in self.law.rules), default=CODE)
        if on > newest:
            yield f"after the day to which the law was verified ({newest}): later amendments are not known"
        if on >= self.world.death.earliest:
            yield "after the person's death"


@define(eq=False, slots=False, repr=False)
class Succession(Evaluation):
    """A case under laws that follow each other: each day is answered by the law of that day."""

    @functools.cached_property
    def parts(self) -> tuple[tuple[Span, Evaluation], ...]:
        """The days of each law, and the case under it."""
        starts = [*(day for day, _ in self.law.pieces), NEVER]
        spans = (Span(start, end) for start, end in pairwise(starts))
        return tuple((span, evaluation(self.case, law)) for span, (_, law) in zip(spans, self.law.pieces, strict=True))

    @functools.cached_property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses under each law on its days; one that goes on under the next law is one status."""
        found: list[Status] = []
        for span, part in self.parts:
            for status in part.statuses:
                if period := status.period.within(span):
                    _go_on(found, evolve(status, period=period), span.start)
        return tuple(sorted(found, key=lambda status: tuple(StatusKind).index(status.kind)))

    def segments(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the change points under each law on its days, and those between the laws."""
        if activity not in self._segments:
            self._segments[activity] = tuple(
                evolve(segment, start=max(segment.start, span.start))
                for span, part in self.parts
                for segment, end in _with_ends(part.segments(activity))
                if segment.start < span.end and span.start < end
            )
        return self._segments[activity]


@define(eq=False, slots=False, repr=False)
class EveryReading(Evaluation):
    """A case under a law whose readings are left open: what follows from every one of them is settled."""

    @functools.cached_property
    def parts(self) -> tuple[tuple[dict[str, str], Evaluation], ...]:
        """The case under each way to take the readings it rests on; a reading may bring up another."""
        found: list[tuple[dict[str, str], Evaluation]] = []
        waiting: list[dict[str, str]] = [{}]
        while waiting:
            chosen = waiting.pop(0)
            here = evaluated(self.case, self.law.decided(**chosen))
            _ = here.statuses
            open_ones = sorted(here.world.readings - set(chosen) - set(self.law.chosen))
            if open_ones:
                waiting += [{**chosen, open_ones[0]: choice} for choice in self.law.choices(open_ones[0])]
            else:
                found.append((chosen, here))
        return tuple(found)

    @functools.cached_property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses with every reading taken by default."""
        return self.parts[0][1].statuses

    def bounded(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the change points under any reading, each with what may apply under some reading: a safe bound."""
        if activity not in self._bounded:
            self._bounded[activity] = self._merged([part.bounded(activity) for _, part in self.parts])
        return self._bounded[activity]

    def segments(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the same with what is possible under some reading."""
        if activity not in self._segments:
            self._segments[activity] = self._merged(self._narrowed(activity))
        return self._segments[activity]

    def _merged(self, of_parts: list[tuple[Segment, ...]]) -> tuple[Segment, ...]:
        starts = sorted({segment.start for segments in of_parts for segment in segments})
        return tuple(self._segment(start, [_at(segments, start) for segments in of_parts]) for start in starts)

    def _narrowed(self, activity: Activity) -> list[tuple[Segment, ...]]:
        """Narrow what is possible under each way to read that may add to what was found under those before it."""
        of_parts = [part.bounded(activity) for _, part in self.parts]
        starts = sorted({segment.start for segments in of_parts for segment in segments})
        found: dict[Date, set[Permission]] = {start: set() for start in starts}
        for at, (_, part) in enumerate(self.parts):
            if any(not found[start].issuperset(_at(of_parts[at], start).outcomes) for start in starts):
                of_parts[at] = part.segments(activity)
                for start in starts:
                    found[start].update(_at(of_parts[at], start).outcomes)
            else:
                of_parts[at] = tuple(evolve(one, exact=not one.doubtful) for one in of_parts[at])
        return of_parts

    def _segment(self, start: Date, here: list[Segment]) -> Segment:
        names = [{_name(hold) for hold in segment.sure} for segment in here]
        holds = {_name(hold): hold for segment in here for hold in segment.holds}
        sure = set.intersection(*names)
        outcomes = {outcome for segment in here for outcome in segment.outcomes}
        return Segment(
            start=start,
            sure=tuple(hold for name, hold in holds.items() if name in sure),
            perhaps=tuple(hold for name, hold in holds.items() if name not in sure),
            outcomes=tuple(sorted(outcomes)),
            lapsed=all(segment.lapsed for segment in here),
            exact=outcomes == {one for segment in here if segment.exact for one in segment.outcomes},
            readings=self._deciding([segment.outcomes for segment in here]),
        )

    def _deciding(self, outcomes: list[tuple[Permission, ...]]) -> frozenset[str]:
        """Return the readings that alone make a difference somewhere; all that are open where only several do."""
        ways = [(chosen, found) for (chosen, _), found in zip(self.parts, outcomes, strict=True)]
        if len({found for _, found in ways}) == 1:
            return frozenset()
        pairs = [(one, other) for (one, left), (other, right) in combinations(ways, 2) if left != right]
        differing = [{name for name in one if one[name] != other.get(name)} for one, other in pairs]
        alone = frozenset(name for names in differing if len(names) == 1 for name in names)
        return alone or frozenset(name for names in differing for name in names)


def _at(segments: tuple[Segment, ...], day: Date) -> Segment:
    return segments[bisect_right(segments, day, key=lambda segment: segment.start) - 1]


def _name(hold: Hold) -> tuple[str, StatusKind, tuple[str, ...], str | None]:
    return hold.rule.name, hold.status.kind, hold.status.facts, hold.status.conviction


def _go_on(found: list[Status], status: Status, start: Date) -> None:
    for at, one in enumerate(found):
        same = (one.kind, one.facts, one.conviction) == (status.kind, status.facts, status.conviction)
        if same and one.period.end.latest == start and status.period.start.earliest == start:
            found[at] = one.going_on(status)
            return
    found.append(status)


def _with_ends(segments: tuple[Segment, ...]) -> Iterator[tuple[Segment, Date]]:
    yield from zip(segments, (*(segment.start for segment in segments[1:]), NEVER), strict=True)


def _membership(on: Date) -> Iterator[str]:
    from kzrights.law.banned_organisations import membership

    if binding := membership(on):
        yield f"{binding.says} {binding.named} [{binding.provision}]"


def _at_most(cap: Cap) -> str:
    if isinstance(cap.amount, TengeRange) and cap.amount.at_most is None:
        return f"{cap.amount}, and {cap.per_member} more for each family member proved,"
    return str(cap.amount) if isinstance(cap.amount, TengeRange) else f"at most {cap.amount}"


def _status(rule: Rule, kind: StatusKind, found: Found, conviction: str | None = None) -> Status:
    return Status(
        kind=kind,
        period=found.period,
        rule=found.rule or rule,
        because=found.because,
        facts=found.facts,
        conviction=conviction or found.conviction,
        presumed=found.presumed,
        traits=found.traits,
        later_traits=found.later_traits,
        also=found.also,
    )


Stretch: TypeAlias = "tuple[Period, Guard | Condition, Missing]"
"""While a rule applies to a status: the days, what it makes of it, and what is missing to be sure."""


def _applying(status: Status, rule: Rule) -> Iterator[Stretch]:
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


def _holds(status: Status, rule: Rule, activity: Activity, stretches: tuple[Stretch, ...]) -> Iterator[Hold]:
    if activity not in status.traits.forbidden if rule.named else activity in status.traits.exempt:
        return
    for permission, activities in (
        (Permission.PROHIBITED, rule.forbids),
        (Permission.UNCLEAR, rule.doubts),
        (Permission.CONDITIONAL, rule.limits),
        (Permission.ALLOWED, rule.permits),
    ):
        if activity in activities:
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


def _segments(holds: tuple[Hold, ...]) -> Iterator[Segment]:
    spans = [(hold, hold.period.surely or (), hold.period.possibly or ()) for hold in holds]
    for start in sorted({ALWAYS, *(point for one in spans for point in _points(*one))} - {NEVER}):
        sure = tuple(hold for hold, surely, _ in spans if start in surely)
        perhaps = tuple(hold for hold, surely, possibly in spans if start in possibly and start not in surely)
        yield Segment(
            start=start,
            sure=sure,
            perhaps=perhaps,
            outcomes=_outcomes(sure, perhaps, start),
            lapsed=all(_lapsed(hold, start) for hold in decisive) if (decisive := _decisive(sure)) else False,
        )


def _points(hold: Hold, surely: Span | tuple[()], possibly: Span | tuple[()]) -> Iterator[Date]:
    for span in (surely, possibly):
        if span:
            yield from (span.start, span.end)
    if hold.status.traits.lawful_end and possibly:
        end = hold.status.traits.lawful_end
        yield from (day for day in (end.earliest, end.latest) if day in possibly)


def _lapsed(hold: Hold, day: Date) -> bool:
    end = hold.status.traits.lawful_end
    return end is not None and end.latest <= day


def _decisive(holds: tuple[Hold, ...]) -> list[Hold]:
    most = max((hold.permission for hold in holds), default=Permission.ALLOWED)
    return [hold for hold in holds if hold.permission == most] if most else []


def _outcomes(sure: tuple[Hold, ...], perhaps: tuple[Hold, ...], day: Date) -> tuple[Permission, ...]:
    """Return what may follow: each day that is open has come or not, for all that begins or ends on it alike."""
    least = max((hold.permission for hold in sure), default=Permission.ALLOWED)
    stricter = [hold for hold in perhaps if hold.permission > least]
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


def _reason(hold: Hold, on: Date, certain: bool) -> Reason:
    end, until = hold.status.traits.lawful_end, hold.period.end
    lapsed = end if end is not None and end.latest <= on else None
    if end is not None and lapsed is None:
        until = earlier(until, end)
    return Reason(
        rule=hold.rule,
        status=hold.status,
        permission=hold.permission,
        certain=certain,
        period_until=until
        if hold.rule.until == until.exact or hold.rule.for_ever or hold.rule.lasts
        else earlier(hold.status.until, until),
        lapsed_since=lapsed,
        on=on,
    )


@functools.lru_cache(maxsize=128)
def evaluation(case: Case, law: Law) -> Evaluation:
    """Return the evaluation of a case under a law, kept for the next question."""
    return Succession(case, law) if law.later else evaluated(case, law)


def evaluated(case: Case, law: Law) -> Evaluation:
    """Return the evaluation of a case under one law, kept for nobody."""
    return EveryReading(case, law) if law.undecided else Evaluation(case, law)


def can(case: Case, activity: Activity | str, *, on: Date, law: Law | None = None) -> Answer:
    """Say whether the person may do ``activity`` on the day ``on``, until when, why, and what is unknown.

    Args:
        case: the facts.
        activity: an :class:`Activity` or its id.
        on: the day, a ``pendulum.Date``.
        law: the law to apply; the law as modelled by default.

    Raises:
        UnknownName: when no activity has that id.
        DateError: when ``on`` is not a day.
    """
    wanted = activity if isinstance(activity, Activity) else Activity.named(activity)
    return evaluation(case, law or packaged_law()).can(wanted, as_date(on, "on"))
