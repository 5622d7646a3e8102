"""Periods of many people in columns: who is in one on a day, and who on which of many days."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from kzrights.cohorts.days import LAST, Days, Values, blocks
from kzrights.value import Shown

Held: TypeAlias = "NDArray[np.bool_]"
Places: TypeAlias = "NDArray[np.intp]"
Whose: TypeAlias = "NDArray[np.integer[Any]]"

DENSE: Final = 4
"""The n-th period is kept for all people when one in so many has it, and otherwise for those who do."""
_BITS: Final = 22
"""Enough for any day: a place and a day make one number, and such numbers sort by person, then by day."""


@frozen(eq=False, repr=False)
class Periods(Shown):
    """Days on which something holds for each of many people.

    Attributes:
        size: how many people there are.
        columns: the first day and the first day after, for everybody: of the first period, then of the second. Where
            someone has several, they come in order and none touches another.
        rest: the periods of few people that no column holds, person by person.
        origin: the ordinal of the day that the columns count as 0.
    """

    size: int
    columns: tuple[tuple[Days, Days], ...]
    rest: Rest | None = None
    origin: int = 0
    _latest: dict[int, Held] = field(factory=dict, init=False)

    @classmethod
    def of(cls, starts: Days, ends: Days, people: Whose | None, size: int, origin: int = 0) -> Periods:
        """Make columns of periods as they come: the people's, as places, or one for each where there are no places."""
        if people is None:
            return cls(size, ((starts, ends),), origin=origin)
        return cls._laid_out(*_apart(people, starts + np.int32(origin), ends + np.int32(origin)), size)

    @classmethod
    def _laid_out(cls, people: Places, starts: Days, ends: Days, size: int) -> Periods:
        counts = np.bincount(people, minlength=size)
        firsts = np.cumsum(counts) - counts
        columns: list[tuple[Days, Days]] = []
        while np.count_nonzero(counts > len(columns)) * DENSE >= max(size, 1):
            columns.append(_column(firsts, counts, len(columns), starts, ends))
        left = np.arange(len(people)) - firsts[people] >= len(columns)
        rest = Rest(people[left], starts[left], ends[left]) if left.any() else None
        return cls(size, tuple(columns), rest)

    @property
    def arrays(self) -> tuple[Values, ...]:
        """The columns it is made of."""
        rest = (self.rest.people, self.rest.starts, self.rest.ends) if self.rest else ()
        return (*(one for column in self.columns for one in column), *rest)

    def at(self, day: int) -> Held:
        """Say for everybody whether it holds on a day; kept until another day is asked about.

        Questions of one day often rest on the same periods.
        """
        found = self._latest.get(day)
        if found is None:
            found = self._at(day - self.origin)
            found.flags.writeable = False
            self._latest.clear()
            self._latest[day] = found
        return found

    def _at(self, day: int) -> Held:
        held = np.zeros(self.size, np.bool_)
        for part in blocks(self.size):
            here = held[part]
            for starts, ends in self.columns:
                here |= _within(starts[part], ends[part], day)
        if self.rest:
            held[self.rest.people[_within(self.rest.starts, self.rest.ends, day)]] = True
        return held

    def raise_to(self, value: int, found: Values, days: Days) -> None:
        """Raise bytes to a value where it holds.

        Args:
            value: the least that is left there.
            found: a row for each person and a column for each day.
            days: in order, as ordinals.
        """
        places, values = self._places(days), _alternating(2 * len(self.columns) + 1, value)
        for part in blocks(self.size, len(days)):
            np.maximum(found[part], spread(places[part], values, len(days)), out=found[part])
        if self.rest:
            np.maximum(found, self.rest.over(days, value, self.size), out=found)

    def _places(self, days: Days) -> Places:
        """Return for each person the places among some days at which periods begin and end, in order."""
        asked = days - np.int32(self.origin)
        places = np.empty((self.size, 2 * len(self.columns)), np.intp)
        for at, column in enumerate(column for pair in self.columns for column in pair):
            places[:, at] = np.searchsorted(asked, column)
        return places


@frozen(eq=False, repr=False)
class Rest(Shown):
    """Periods person by person, in order, none of which touches another of the same person."""

    people: Places
    starts: Days
    ends: Days

    def over(self, days: Days, value: int, size: int) -> Values:
        """Return a row for each of so many people and a column for each day: a value where it holds, elsewhere 0."""
        places = np.stack([np.searchsorted(days, one) for one in (self.starts, self.ends)], axis=1)
        cells = (places + (self.people * len(days))[:, None]).reshape(1, -1)
        return spread(cells, _alternating(cells.size + 1, value), size * len(days)).reshape(size, len(days))


def spread(places: Places, values: Values, length: int) -> Values:
    """Return rows of a length, each laid out from its values; the n-th place is where the n-th value ends.

    Values are those of every row, or a row for each. A place before the one it follows counts as that one.
    """
    edges = np.zeros((len(places), places.shape[1] + 2), np.intp)
    np.maximum.accumulate(places, axis=1, out=edges[:, 1:-1])
    edges[:, -1] = length
    lengths = np.diff(edges, axis=1)
    return np.repeat(np.broadcast_to(values, lengths.shape).ravel(), lengths.ravel()).reshape(len(places), length)


def _within(starts: Days, ends: Days, day: int) -> Held:
    held = starts <= day
    held &= ends > day
    return held


def _alternating(count: int, value: int) -> Values:
    found = np.zeros(count, np.uint8)
    found[1::2] = value
    return found


def _apart(people: Whose, starts: Days, ends: Days) -> tuple[Places, Days, Days]:
    """Return periods sorted by person and day, with those that overlap or touch made one, and empty ones left out."""
    some = starts < ends
    whose = people[some].astype(np.int64) << _BITS
    order = np.argsort(whose | starts[some])
    begins, ends_by = (whose | starts[some])[order], np.maximum.accumulate((whose | ends[some])[order])
    opens = np.concatenate(([True], begins[1:] > ends_by[:-1]))[: len(begins)]
    closes = np.concatenate((opens[1:], [True]))[: len(begins)]
    days = np.int64((1 << _BITS) - 1)
    first, last = begins[opens], ends_by[closes]
    return first >> _BITS, (first & days).astype(np.int32), (last & days).astype(np.int32)


def _column(firsts: Places, counts: Places, at: int, starts: Days, ends: Days) -> tuple[Days, Days]:
    """Return everybody's period at one place; whoever has fewer gets an empty one at the end of time."""
    has = counts > at
    places = firsts[has] + at
    begins, ends_by = np.full(len(counts), LAST, np.int32), np.full(len(counts), LAST, np.int32)
    begins[has], ends_by[has] = starts[places], ends[places]
    return begins, ends_by
