"""What a case may be where its file does not say: possible worlds.

The evaluator answers over intervals, so its doubt is a safe bound: no outcome is left out, one too many may be in. Here
the bound is narrowed. A few completions of the case show which outcomes there are; the others are looked for by halving
what is not known, and ruled out where no part of it leads to them. The work is limited; where the limit is reached the
bound stands, and the answer says that it is one.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from attrs import define, evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import EARLIEST, LATEST, NEVER, Term, days_after, days_before
from kzrights.errors import CaseError, UnknownName
from kzrights.facts import paths
from kzrights.facts.case import Case
from kzrights.facts.days import Between
from kzrights.law.law import Law
from kzrights.moments import Bounds, noting
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation, Segment

MOST_FACTS: Final = 10
"""Where more is not known, the bound stands as it is."""
MOST_CORNERS: Final = 48
"""Completions that are looked at for one case."""
MOST_HALVINGS: Final = 16
"""How often what is not known is cut for one stretch of days of one activity."""

Given: TypeAlias = "Mapping[str, object]"
"""What is supposed of facts that are not known, by their paths."""
Outcomes: TypeAlias = "frozenset[Permission]"
NONE: Final[Outcomes] = frozenset()


@frozen(kw_only=True, repr=False, eq=False)
class OpenFact(Value):
    """A fact that is not known.

    Attributes:
        path: where it belongs in the case file.
        days: the first and the last day it may be, where it is a day.
        values: what it may be; of a day only its bounds.
        complete: whether it cannot be anything else.
    """

    path: str
    days: Bounds | None = None
    values: tuple[object, ...]
    complete: bool = True

    @property
    def ends(self) -> tuple[object, ...]:
        """The values to look at first: of a list nothing and everything."""
        return (self.values[0], self.values[-1]) if isinstance(self.values[0], tuple) else self.values

    @property
    def inner(self) -> tuple[object, ...]:
        """A day between the bounds."""
        return (middle(*self.days),) if self.days else ()

    def parts(self, given: Given, *at: Date) -> list[object]:
        """Return what is supposed of it in parts, a day cut at one of ``at`` where it can be; none where it is one."""
        if self.days is None:
            return list(self.values) if self.complete and self.path not in given else []
        low, high = _bounds(given.get(self.path), self.days)
        if low == high:
            return []
        cut = next((day for day in at if low < day <= high), middle(low, high))
        return [between(low, days_before(cut, 1)), between(cut, high)]


def open_facts(case: Case, law: Law) -> tuple[OpenFact, ...]:
    """Return the facts that answers wait for and that the file could state, in the order of their paths."""
    from kzrights.evaluate import Evaluation

    with noting() as bounds:
        here = Evaluation(case, law)
        missing = {path for activity in Activity for one in here.bounded(activity) for path in one.missing}
    wanted = {near for path in missing for near in (path, f"{path}.from", f"{path}.to")}
    found = (_open_fact(case, law, path, bounds.get(path)) for path in sorted(wanted))
    return tuple(fact for fact in found if fact is not None)


def _open_fact(case: Case, law: Law, path: str, days: Bounds | None) -> OpenFact | None:
    try:
        owner, name = paths.owner_of(case, path)
    except UnknownName:
        return None
    if days is not None:
        low, high = max(days[0], EARLIEST), min(days[1], LATEST)
        return OpenFact(path=path, days=(low, high), values=(low, high)) if low < high else None
    article = name in ("article", "to")
    values, complete = (_parts_of(getattr(owner, name), law), True) if article else _values(owner, name)
    return OpenFact(path=path, values=values, complete=complete) if len(values) > 1 else None


def _parts_of(article: str, law: Law) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sanction.article for sanction in law.offences.of(article)))


def _values(owner: Any, name: str) -> tuple[tuple[object, ...], bool]:
    """Return values a field may have, and whether there are no others."""
    from kzrights.casefile.keys import Sort, keys_of

    cls: type = type(owner)
    key = next(key for key in keys_of(cls) if key.attribute.name == name)
    if key.sort is Sort.FLAG:
        return (False, True), True
    if key.sort is Sort.TERM:
        return tuple(term for term in _TERMS if _fits(owner, name, term)), False
    if key.sort is not Sort.WORD:
        return (), False
    words = tuple(cast("type[Enum]", key.types[0]))
    if not key.many:
        return words, True
    singles = tuple((word,) for word in words if _fits(owner, name, (word,)))
    sets = ((), *singles, tuple(word for (word,) in singles))
    return tuple(value for value in sets if _fits(owner, name, value)), False


_YEARS: Final = (1, 2, 3, 5, 7, 8, 10, 12, 15, 20)
_TERMS: Final = (Term(days=1), Term(months=1), *(Term(years=years) for years in _YEARS))


def _fits(owner: Any, name: str, value: object) -> bool:
    try:
        evolve(owner, **{name: value})
    except (TypeError, ValueError):
        return False
    return True


def _bounds(supposed: object, days: Bounds) -> Bounds:
    if isinstance(supposed, Between):
        return supposed.earliest, supposed.latest
    return (supposed, supposed) if isinstance(supposed, Date) else days


def middle(low: Date, high: Date) -> Date:
    """Return the first day of the later half of the days from ``low`` to ``high``."""
    return days_after(low, (high.toordinal() - low.toordinal() + 1) // 2)


def between(low: Date, high: Date) -> Date | Between:
    """Return some day from ``low`` to ``high``, the day itself where they are one."""
    return low if low == high else Between(low, high)


@define(eq=False, slots=False, repr=False)
class Worlds(Shown):
    """A case under a law, and what it may be where the file does not say."""

    case: Case
    law: Law
    _known: dict[tuple[tuple[str, object], ...], Evaluation | None] = field(factory=dict, init=False)

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
        from kzrights.evaluate import Evaluation

        try:
            return Evaluation(paths.put(self.case, given), self.law)
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
            paths.put(self.case, given)
        except CaseError:
            return False
        return True

    def narrowed(self, activity: Activity, segments: tuple[Segment, ...]) -> Iterator[Segment]:
        """Yield the segments of an activity with the outcomes that are possible, cut where these change."""
        for segment, end in _with_ends(segments):
            last = segment
            for start, until in pairwise([*self._cuts(activity, segment, end), end]):
                piece = evolve(self._narrowed(activity, segment, start, until), start=start)
                if start == segment.start or (piece.outcomes, piece.exact) != (last.outcomes, last.exact):
                    yield piece
                last = piece

    def _cuts(self, activity: Activity, segment: Segment, end: Date) -> list[Date]:
        if not segment.doubtful or len(self.facts) > MOST_FACTS:
            return [segment.start]
        days = {one.start for _, here in self.corners for one in here.bounded(activity)}
        return [segment.start, *sorted(day for day in days if segment.start < day < end)]

    def _narrowed(self, activity: Activity, segment: Segment, start: Date, end: Date) -> Segment:
        if not segment.doubtful:
            return segment
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


def waits_for(missing: frozenset[str], fact: OpenFact) -> bool:
    """Say whether a fact is among those that are missing, by its own path or with the whole it is part of."""
    return fact.path in missing or fact.path.rpartition(".")[0] in missing


def _with_ends(segments: tuple[Segment, ...]) -> Iterator[tuple[Segment, Date]]:
    yield from zip(segments, (*(one.start for one in segments[1:]), NEVER), strict=True)


def _inside(here: Evaluation, activity: Activity, start: Date, end: Date) -> Iterator[Segment]:
    for segment, until in _with_ends(here.bounded(activity)):
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
