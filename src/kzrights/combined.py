"""Evaluations made of others: one law after another, and every way to read a law."""

from __future__ import annotations

import functools
from bisect import bisect_right
from itertools import combinations, pairwise

from attrs import define, evolve
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import NEVER, Span
from kzrights.evaluate import Evaluation, evaluated, evaluation
from kzrights.segments import Hold, Segment, with_ends
from kzrights.statuses import Status, StatusKind


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
                for segment, end in with_ends(part.segments(activity))
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
        for at, (_, part) in enumerate(self.parts):
            bounded, before = of_parts[at], of_parts[:at]
            adding = (one.start for one, until in with_ends(bounded) if one.doubtful and _adds(one, until, before))
            of_parts[at] = part.worlds.narrowed(activity, bounded, frozenset(adding))
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


def _adds(one: Segment, until: Date, before: list[tuple[Segment, ...]]) -> bool:
    """Say whether a stretch has an outcome that was not found on each of its days under the ways to read before."""
    starts = (segment.start for segments in before for segment in segments)
    days = {one.start, *(start for start in starts if one.start < start < until)}
    found = ({outcome for segments in before for outcome in _at(segments, day).outcomes} for day in days)
    return any(not here.issuperset(one.outcomes) for here in found)


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
