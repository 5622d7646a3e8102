"""Facts × law × date → statuses → restrictions → answer.

Everything that does not depend on the asked day is worked out once for a case under a law: statuses,
what each holds against each activity, and the change points. A question is then a look-up.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, evolve, field
from pendulum import Date

from kzrights.activities import OF_ORGANISATIONS, Activity
from kzrights.answers import Answer, Cap, Contested, MissingFact, Permission, Practice, Reason
from kzrights.calendar import NEVER, as_date, days_after
from kzrights.errors import LawError
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.law.practice import practices
from kzrights.law.rules import CODE, Clock, Condition, Found, Rule
from kzrights.law.world import World
from kzrights.missing import describe
from kzrights.moments import END, Moment, earlier, later
from kzrights.money import TengeRange
from kzrights.segments import Hold, Segment, Stretch, applying, decisive_of, held, makes_of, segments_of
from kzrights.statuses import Status, StatusKind
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.kept import Kept
    from kzrights.worlds import Worlds

Borne: TypeAlias = "tuple[tuple[Status, Rule, tuple[Permission, ...], tuple[Stretch, ...]], ...]"
Alike: TypeAlias = "tuple[tuple[int, int, tuple[Permission, ...]], ...]"


@define(eq=False, slots=False, repr=False)
class Evaluation(Shown):
    """A case under a law, worked out once."""

    case: Case
    law: Law
    world: World = field(init=False)
    _applying: dict[tuple[int, int], tuple[Stretch, ...]] = field(init=False, factory=dict)
    _alike: dict[Alike, tuple[Segment, ...]] = field(init=False, factory=dict)
    _bounded: dict[Activity, tuple[Segment, ...]] = field(init=False, factory=dict)
    _segments: dict[Activity, tuple[Segment, ...]] = field(init=False, factory=dict)
    _kept: dict[Activity, Kept[Answer]] = field(init=False, factory=dict)

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
        return _holds(self._borne(activity))

    def _borne(self, activity: Activity) -> Borne:
        """Return which statuses bear on an activity, by which rules, what these make of it, and when."""
        return tuple(
            (status, rule, permissions, stretches)
            for status in self._derived_statuses
            for rule in self.law.bearing(status.kind, activity)
            if (permissions := makes_of(status, rule, activity)) and (stretches := self._stretches(status, rule))
        )

    def _stretches(self, status: Status, rule: Rule) -> tuple[Stretch, ...]:
        key = id(status), id(rule)
        if key not in self._applying:
            self._applying[key] = tuple(applying(status, rule))
        return self._applying[key]

    def bounded(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the change points of an activity, each with what may apply from there on: a safe bound.

        Activities on which the same bears share them.
        """
        if activity not in self._bounded:
            borne = self._borne(activity)
            alike = tuple((id(status), id(rule), permissions) for status, rule, permissions, _ in borne)
            if alike not in self._alike:
                self._alike[alike] = tuple(segments_of(_holds(borne)))
            self._bounded[activity] = self._alike[alike]
        return self._bounded[activity]

    def segments(self, activity: Activity) -> tuple[Segment, ...]:
        """Return the same with the outcomes that are possible, looked for in the worlds the case may be."""
        if activity not in self._segments:
            bounded = self.bounded(activity)
            doubtful = frozenset(segment.start for segment in bounded if segment.doubtful)
            self._segments[activity] = self.worlds.narrowed(activity, bounded, doubtful) if doubtful else bounded
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
    def caps(self) -> Kept[Cap]:
        """The caps on wages, by day."""
        from kzrights.kept import kept_caps

        return kept_caps(self)

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
        """Answer for one activity and one day; of what is asked again, answers are kept for the days they hold on."""
        answer = (self._kept.get(activity) or self._keep(activity)).on(on)
        return answer.dated(on) if answer else self.answered(activity, on)

    def _keep(self, activity: Activity) -> Kept[Answer]:
        from kzrights.kept import kept_answers

        self._kept[activity] = kept_answers(self, activity)
        return self._kept[activity]

    def answered(self, activity: Activity, on: Date) -> Answer:
        """Answer for one activity and one day, worked out anew."""
        _, segment = self.segment(activity, on)
        here = self.at(on)
        holds = sorted(segment.holds, key=lambda hold: -hold.permission)
        sure = set(map(id, segment.sure))
        return Answer(
            activity=activity,
            on=on,
            permission=segment.permission,
            until=self.until(activity, on),
            reasons=tuple(_reason(hold, on, id(hold) in sure) for hold in holds),
            conditions=here._conditions(segment, on),
            missing=tuple(MissingFact(path=path, says=describe(path)) for path in sorted(segment.missing)),
            practice=here._practice(activity, on),
            outcomes=segment.outcomes,
            exact=segment.exact,
            warnings=tuple(here._warnings(activity, on)),
            considered=here.law.restricting(activity),
            reforms=self.law.reformed_by(functools.partial(self._told, activity, on)) if self.law.reforms else (),
            contest=functools.partial(here._contested, activity, segment.permission),
        )

    def _told(self, activity: Activity, on: Date, law: Law) -> tuple[object, ...]:
        """Return what is told of an activity under another law, to see what that law changes."""
        from kzrights.plain import reason

        answer = evaluation(self.case, law).can(activity, on)
        reasons = [reason(one) for one in answer.reasons]
        return answer.permission, answer.until, answer.outcomes, answer.conditions, answer.missing, reasons

    def until(self, activity: Activity, on: Date) -> Moment:
        """Return the first day after ``on`` on which the answer changes."""
        segments = self.segments(activity)
        at, here = self.segment(activity, on)
        for place in range(at + 1, len(segments)):
            after = segments[place]
            if (after.permission, after.lapsed) == (here.permission, here.lapsed) and after.doubtful == here.doubtful:
                continue
            ends = [hold.status.traits.lawful_end for hold in decisive_of(here.sure)]
            if None not in ends and not here.doubtful and after.permission == here.permission and after.lapsed:
                return later(*filter(None, ends)).within(days_after(on, 1))
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

    def _contested(self, activity: Activity, permission: Permission, on: Date) -> Iterator[Contested]:
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
        reported = [one for one in practices() if activity in one.activities]
        kinds = {status.kind for status in self.statuses if reported and status.holds_on(on) is not False}
        return tuple(Practice(says=one.says, source=one.source) for one in reported if one.status in kinds)

    def _warnings(self, activity: Activity, on: Date) -> Iterator[str]:
        if activity in OF_ORGANISATIONS:
            from kzrights.law.banned_organisations import warnings

            yield from warnings(on)
        if on < CODE:
            yield f"before the first edition read ({CODE}): older law is not modelled"
        if on > self.law.verified:
            yield f"after the day to which the law was verified ({self.law.verified}): later amendments are not known"
        if on >= self.world.death.earliest:
            yield "after the person's death"


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


def _holds(borne: Borne) -> tuple[Hold, ...]:
    return tuple(hold for one in borne for hold in held(*one))


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
    if not law.later:
        return evaluated(case, law)
    from kzrights.combined import Succession

    return Succession(case, law)


def evaluated(case: Case, law: Law) -> Evaluation:
    """Return the evaluation of a case under one law, kept for nobody."""
    if not law.undecided:
        return Evaluation(case, law)
    from kzrights.combined import EveryReading

    return EveryReading(case, law)


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
