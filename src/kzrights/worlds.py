"""What a case may be where its file does not say: possible worlds.

The evaluator answers over intervals, so its doubt is a safe bound: no outcome is left out, one too many may be in. Here
the bound is narrowed. A few completions of the case show which outcomes there are; the others are looked for by halving
what is not known, and ruled out where no part of it leads to them. The work is limited; where the limit is reached the
bound stands, and the answer says that it is one.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import define, evolve, field
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import LATEST
from kzrights.errors import CaseError
from kzrights.facts.case import Case
from kzrights.law.law import Law
from kzrights.open_facts import Given, OpenFact, open_facts, suppose, waits_for
from kzrights.segments import Segment, with_ends
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation

MOST_FACTS: Final = 10
"""Where more is not known, the bound stands as it is."""
MOST_CORNERS: Final = 48
"""Completions that are looked at for one case."""
MOST_HALVINGS: Final = 16
"""How often what is not known is cut for one stretch of days of one activity."""

Outcomes: TypeAlias = "frozenset[Permission]"
Segments: TypeAlias = "tuple[Segment, ...]"
NONE: Final[Outcomes] = frozenset()


@define(eq=False, slots=False, repr=False)
class Worlds(Shown):
    """A case under a law, and what it may be where the file does not say."""

    case: Case
    law: Law
    _known: dict[tuple[tuple[str, object], ...], Evaluation | None] = field(factory=dict, init=False)
    _asked: list[tuple[Activity, Segments, frozenset[Date], Segments]] = field(factory=list, init=False)

    @functools.cached_property
    def facts(self) -> tuple[OpenFact, ...]:
        """The facts that are not known."""
        return open_facts(self.case, self.law)

    def under(self, given: Given) -> Evaluation | None:
        """Return the case with what is supposed; ``None`` where it cannot be so."""
        key = tuple(sorted(given.items(), key=lambda item: item[0]))
        if key not in self._known:
            self._known[key] = self._evaluated(given)
        return self._known[key]

    def _evaluated(self, given: Given) -> Evaluation | None:
        from kzrights.evaluate import evaluated

        try:
            return evaluated(suppose(self.case, given), self.law)
        except CaseError:
            return None

    @functools.cached_property
    def corners(self) -> tuple[tuple[Given, Evaluation], ...]:
        """A few completions: every fact at one end, then each in turn at another."""
        found = {}
        for given in list(self._corners())[:MOST_CORNERS]:
            if given is not None and (here := self.under(given)) is not None:
                found[tuple(sorted(given.items(), key=lambda item: item[0]))] = (given, here)
        return tuple(found.values())

    def _corners(self) -> Iterator[Given | None]:
        for end in (0, -1):
            yield self._completed({}, end)
        for fact in self.facts:
            for end, values in ((0, fact.ends[1:]), (-1, fact.ends[:-1])):
                yield from (self._completed({fact.path: value}, end) for value in values)

    def _completed(self, given: Given, end: int) -> Given | None:
        """Suppose every other fact at one end of what it may be, or elsewhere where it cannot be there.

        Each is placed beside those before it; one that finds no place goes first the next time.
        """
        order = [fact for fact in self.facts if fact.path not in given]
        for _ in self.facts:
            found, left = self._placed(given, order, end)
            if left is None:
                return found
            order = [left, *(fact for fact in order if fact is not left)]
        return None

    def _placed(self, given: Given, order: list[OpenFact], end: int) -> tuple[Given, OpenFact | None]:
        """Suppose one fact after the other; name the one that can be nowhere beside those before it."""
        for fact in order:
            further = ({**given, fact.path: value} for value in (fact.values[end], *fact.values, *fact.inner))
            placed = next((one for one in further if self._possible(one)), None)
            if placed is None:
                return given, fact
            given = placed
        return given, None

    def _possible(self, given: Given) -> bool:
        try:
            suppose(self.case, given)
        except CaseError:
            return False
        return True

    def narrowed(self, activity: Activity, segments: Segments, only: frozenset[Date]) -> Segments:
        """Return the segments of an activity with the outcomes that are possible, cut where these change.

        Of those that do not begin on one of the days ``only`` the bound stands. Activities that no world looked at
        tells apart share them.
        """
        if not only:
            return tuple(_as_bound(segment) for segment in segments)
        for other, bounded, days, found in self._asked:
            if bounded is segments and days == only and self._untold(activity, other):
                return found
        self._asked.append((activity, segments, only, tuple(self._cut(activity, segments, only))))
        return self._asked[-1][-1]

    def _untold(self, activity: Activity, other: Activity) -> bool:
        return all(here.bounded(activity) is here.bounded(other) for here in filter(None, self._known.values()))

    def _cut(self, activity: Activity, segments: Segments, only: frozenset[Date]) -> Iterator[Segment]:
        """Yield the pieces; nothing is cut on the last day a file can give: what is not known may also never come."""
        for segment, until in with_ends(segments):
            if segment.start not in only:
                yield _as_bound(segment)
                continue
            last, end = segment, min(until, LATEST)
            for start, stop in pairwise([*self._cuts(activity, segment, end), end]):
                piece = evolve(self._narrowed(activity, segment, start, stop), start=start)
                if start == segment.start or (piece.outcomes, piece.exact) != (last.outcomes, last.exact):
                    yield piece
                last = piece

    def _cuts(self, activity: Activity, segment: Segment, end: Date) -> list[Date]:
        if len(self.facts) > MOST_FACTS:
            return [segment.start]
        days = {one.start for _, here in self.corners for one in here.bounded(activity)}
        return [segment.start, *sorted(day for day in days if segment.start < day < end)]

    def _narrowed(self, activity: Activity, segment: Segment, start: Date, end: Date) -> Segment:
        if len(self.facts) > MOST_FACTS:
            return evolve(segment, exact=False)
        bound = frozenset(segment.outcomes)
        ones = (settled(here, activity, start, end) for _, here in self.corners)
        found = frozenset(one for one in ones if one is not None) & bound
        outcomes, exact = (bound, True) if found == bound else self._searched(activity, start, end, bound, found)
        return evolve(segment, outcomes=tuple(sorted(outcomes)), exact=exact)

    def _searched(
        self, activity: Activity, start: Date, end: Date, bound: Outcomes, found: Outcomes
    ) -> tuple[Outcomes, bool]:
        """Look for the outcomes not found yet, part by part of what is not known; say whether none is left open."""
        queue, exact, halvings = deque[dict[str, object]]([{}]), True, 0
        while queue:
            given = queue.popleft()
            here = self.under(given)
            outcomes = _within(here, activity, start, end) & bound if here else NONE
            if here is None or outcomes <= found:
                continue
            parts = self._parts(given, here, activity, start, end)
            if len(outcomes) == 1 or not parts:
                found |= outcomes
                exact = exact and len(outcomes) == 1
                continue
            halvings += 1
            if halvings > MOST_HALVINGS:
                return bound, False
            queue.extend(parts)
        return found or bound, exact and bool(found)

    def _parts(
        self, given: dict[str, object], here: Evaluation, activity: Activity, start: Date, end: Date
    ) -> list[dict[str, object]]:
        missing = _missing(here, activity, start, end)
        for fact in sorted(self.facts, key=lambda fact: fact.days is not None):
            if waits_for(missing, fact) and (parts := fact.parts(given, start, end)):
                return [{**given, fact.path: part} for part in parts]
        return []


def _as_bound(segment: Segment) -> Segment:
    return evolve(segment, exact=False) if segment.doubtful else segment


def _inside(here: Evaluation, activity: Activity, start: Date, end: Date) -> Iterator[Segment]:
    for segment, until in with_ends(here.bounded(activity)):
        if segment.start < end and start < until:
            yield segment


def _within(here: Evaluation, activity: Activity, start: Date, end: Date) -> Outcomes:
    return frozenset(one for segment in _inside(here, activity, start, end) for one in segment.outcomes)


def _missing(here: Evaluation, activity: Activity, start: Date, end: Date) -> frozenset[str]:
    return frozenset(path for segment in _inside(here, activity, start, end) for path in segment.missing)


def settled(here: Evaluation, activity: Activity, start: Date, end: Date) -> Permission | None:
    """Return the one outcome of an activity on all days from ``start`` to before ``end``, if there is but one."""
    outcomes = _within(here, activity, start, end)
    return next(iter(outcomes)) if len(outcomes) == 1 else None
