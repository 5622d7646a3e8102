"""Days that may be uncertain, and the periods between them.

A :class:`Moment` is a day known to lie from ``earliest`` to ``latest``, with the paths of the facts that
would settle it. Every operation is *inclusion isotone*: narrowing what goes in can only narrow what
comes out, so an answer that is settled stays settled when an unknown becomes known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeAlias

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import ALWAYS, LATEST, NEVER, Span, Term, days_after, days_before, exact_day
from kzrights.facts.days import Unknown, When, bounds
from kzrights.value import Shown

Missing: TypeAlias = frozenset[str]
"""Paths of facts that are not known, such as ``convictions[0].in_force``."""

NOTHING: Final[Missing] = frozenset()


@frozen(repr=False)
class Moment(Shown):
    """A day from ``earliest`` to ``latest``, both inclusive; exact when they are equal.

    One object is one day: where two periods share it, they begin or end together, whenever that is. Operations that
    leave a day as it is return the object itself; the latest or the earliest of several days knows them.
    """

    earliest: Date
    latest: Date
    missing: Missing = NOTHING
    latest_of: tuple[Moment, ...] = field(default=(), repr=False, eq=False)
    earliest_of: tuple[Moment, ...] = field(default=(), repr=False, eq=False)

    @classmethod
    def on(cls, day: Date) -> Moment:
        """Return the exact moment ``day``."""
        day = exact_day(day, "day")
        return cls(day, day)

    @classmethod
    def of(cls, when: When | None, path: str, earliest: Date = ALWAYS, latest: Date = NEVER) -> Moment:
        """Return the moment a fact gives.

        A stated range is not cut at ``latest``, which is where the law expects the day, not where it must be.
        """
        low, high = bounds(when, earliest, latest)
        if not isinstance(when, Date):
            low = min(max(low, earliest), high)
        if low == high:
            return cls(low, high)
        _note(path, low, high)
        return cls(low, high, frozenset({path}))

    @property
    def exact(self) -> Date | None:
        """The day itself where it is certain."""
        return self.earliest if self.earliest == self.latest else None

    def after(
        self, term: Term | Unknown, path: str = "", least: Term | None = None, most: Term | None = None
    ) -> Moment:
        """Return the first day on which a term begun here no longer runs.

        An unknown term lies between ``least`` and ``most``, and ``path`` names the fact that is missing.
        """
        if isinstance(term, Term):
            return self._with(term.after(self.earliest), term.after(self.latest))
        low = least.after(self.earliest) if least else self.earliest
        high = most.after(self.latest) if most else NEVER
        return Moment(low, high, self.missing | {path})

    def less(self, least: int, most: int, missing: Missing = NOTHING) -> Moment:
        """Return the day earlier by from ``least`` to ``most`` days."""
        low, high = days_before(self.earliest, most), days_before(self.latest, least)
        return Moment(low, high, NOTHING if low == high else self.missing | missing)

    def more(self, least: int, most: int, missing: Missing = NOTHING) -> Moment:
        """Return the day later by from ``least`` to ``most`` days."""
        low, high = days_after(self.earliest, least), days_after(self.latest, most)
        return Moment(low, high, NOTHING if low == high else self.missing | missing)

    def within(self, earliest: Date = ALWAYS, latest: Date = NEVER) -> Moment:
        """Return the same day, known to lie within the bounds too."""
        low = min(max(self.earliest, earliest), latest)
        return self._with(low, max(low, min(self.latest, latest)))

    def open_on(self, day: Date) -> Iterator[Moment]:
        """Yield the days of which it is not known on ``day`` whether they have come, and on which it depends."""
        if self.earliest <= day < self.latest:
            parts = self.latest_of or self.earliest_of
            if not parts:
                yield self
            for part in parts:
                yield from part.open_on(day)

    def edges(self) -> Iterator[Date]:
        """Yield the first and the last day of all it depends on: what may follow may change on them."""
        yield from (self.earliest, self.latest)
        for part in self.latest_of or self.earliest_of:
            yield from part.edges()

    def reached(self, day: Date, known: Mapping[int, bool]) -> bool:
        """Say whether it has come by ``day``, where ``known`` says so of each open day by its ``id``."""
        if day < self.earliest or self.latest <= day:
            return self.latest <= day
        if self.latest_of:
            return all(part.reached(day, known) for part in self.latest_of)
        if self.earliest_of:
            return any(part.reached(day, known) for part in self.earliest_of)
        return known[id(self)]

    def _with(self, earliest: Date, latest: Date) -> Moment:
        if (earliest, latest) == (self.earliest, self.latest):
            return self
        return Moment(earliest, latest, NOTHING if earliest == latest else self.missing)

    def __str__(self) -> str:
        if self.exact:
            return "never" if self.exact == NEVER else str(self.exact)
        if self.latest == NEVER:
            return f"{self.earliest} or later"
        return f"some day from {self.earliest} to {self.latest}"


Bounds: TypeAlias = tuple[Date, Date]

_noted: ContextVar[dict[str, Bounds] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[dict[str, Bounds]]:
    """Note, while the context lasts, between which days the law takes each uncertain day to lie, by its path."""
    found: dict[str, Bounds] = {}
    token = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(token)


def _note(path: str, low: Date, high: Date) -> None:
    found = _noted.get()
    if found is not None:
        known = found.get(path, (low, high))
        found[path] = min(low, known[0]), max(high, known[1])


START: Final = Moment.on(ALWAYS)
END: Final = Moment.on(NEVER)


def later(*moments: Moment) -> Moment:
    """Return the latest of the moments; only those that could be it are still missing."""
    earliest = max(moment.earliest for moment in moments)
    latest = max(moment.latest for moment in moments)
    counting = _distinct([moment for moment in moments if moment.latest > earliest])
    return _joined(earliest, latest, counting) or Moment(earliest, latest, _missing(counting), latest_of=counting)


def earlier(*moments: Moment) -> Moment:
    """Return the earliest of the moments; only those that could be it are still missing."""
    earliest = min(moment.earliest for moment in moments)
    latest = min(moment.latest for moment in moments)
    counting = _distinct([moment for moment in moments if moment.earliest < latest])
    return _joined(earliest, latest, counting) or Moment(earliest, latest, _missing(counting), earliest_of=counting)


def hull(*moments: Moment, missing: Missing = NOTHING) -> Moment:
    """Return a moment that may be any of the moments; ``missing`` says what decides between them."""
    earliest = min(moment.earliest for moment in moments)
    latest = max(moment.latest for moment in moments)
    if earliest == latest:
        return Moment(earliest, latest)
    if all(moment is moments[0] for moment in moments):
        return moments[0]
    return Moment(earliest, latest, missing.union(*(moment.missing for moment in moments)))


def _joined(earliest: Date, latest: Date, counting: tuple[Moment, ...]) -> Moment | None:
    """Return the one moment that decides, if one does."""
    if earliest == latest:
        return Moment(earliest, latest)
    only = counting[0] if len(counting) == 1 else None
    return only if only and (earliest, latest) == (only.earliest, only.latest) else None


def _distinct(moments: list[Moment]) -> tuple[Moment, ...]:
    return tuple({id(moment): moment for moment in moments}.values())


def _missing(moments: tuple[Moment, ...]) -> Missing:
    return NOTHING.union(*(moment.missing for moment in moments))


@frozen(repr=False)
class Period(Shown):
    """A stretch of days whose ends may be uncertain, half-open; ``surely`` and ``possibly`` bound it."""

    start: Moment = START
    end: Moment = END
    surely: Span | None = field(init=False, repr=False, eq=False)
    possibly: Span | None = field(init=False, repr=False, eq=False)

    @surely.default
    def _surely(self) -> Span | None:
        return Span.of(self.start.latest, self.end.earliest)

    @possibly.default
    def _possibly(self) -> Span | None:
        return Span.of(self.start.earliest, self.end.latest)

    @property
    def missing(self) -> Missing:
        """The facts that would settle its ends."""
        return self.start.missing | self.end.missing

    def until(self, *ends: Moment) -> Period:
        """Return the period cut off at the earliest of ``ends``, where that comes first."""
        return Period(self.start, earlier(self.end, *ends)) if ends else self

    def during(self, other: Period) -> Period:
        """Return the part inside another period."""
        return Period(later(self.start, other.start), earlier(self.end, other.end))

    def within(self, span: Span) -> Period | None:
        """Return the part inside ``span``, or ``None`` when there surely is none."""
        if self.possibly is None or not self.possibly & span:
            return None
        return Period(self.start.within(earliest=span.start), self.end.within(latest=span.end))

    def perhaps(self, missing: Missing) -> Period:
        """Return the period as one that may not be at all, depending on ``missing``."""
        start = Moment(self.start.earliest, NEVER, self.start.missing | missing)
        return Period(start, self.end)

    def __str__(self) -> str:
        return f"from {self.start} until {self.end}"


def is_beyond(day: Date) -> bool:
    """Say whether ``day`` stands for no day at all: before or after all time."""
    return day <= ALWAYS or day > LATEST
