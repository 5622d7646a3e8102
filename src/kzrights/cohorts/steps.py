"""Values that change on days, for many people at once, as columns of numpy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from kzrights.cohorts.days import Days, Values
from kzrights.cohorts.periods import spread
from kzrights.value import Shown

DENSE: Final = 4
"""A change is kept for all people when one in so many has it, and otherwise for those who do."""


@frozen(eq=False, repr=False)
class Change(Shown):
    """The k-th change of everybody: the day from which a new value stands.

    Attributes:
        people: to whom it belongs, as places; ``None`` for everybody.
        starts: the first day of the value, as ordinals.
        values: the value.
    """

    people: NDArray[np.intp] | None
    starts: Days
    values: Values


@frozen(eq=False, repr=False)
class Steps(Shown):
    """For each of many people a value for every day: that of the last change that has begun.

    Changes come in the order in which they apply, so that of two that begin on one day the later stands.

    Attributes:
        first: the value before every change, for each person.
        changes: the first change of everybody who has one, then the second, and so on.
    """

    first: Values
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, counts: Values, starts: Days, values: Values) -> Steps:
        """Make steps of what each person has, one after the other: so many values, each with its first day.

        The first value of each stands before all days, whatever its day is.
        """
        firsts = np.cumsum(counts) - counts
        longest = int(counts.max(initial=1))
        changes = (_change(counts, firsts, starts, values, at) for at in range(1, longest))
        return cls(values[firsts], tuple(changes))

    def __len__(self) -> int:
        return len(self.first)

    @property
    def arrays(self) -> Iterator[Values]:
        """The columns it is made of."""
        yield self.first
        for change in self.changes:
            yield from (one for one in (change.people, change.starts, change.values) if one is not None)

    def at(self, day: int) -> Values:
        """Return everybody's value on a day."""
        found = self.first.copy()
        for change in self.changes:
            begun = change.starts <= day
            if change.people is None:
                np.copyto(found, change.values, where=begun)
            else:
                found[change.people[begun]] = change.values[begun]
        return found

    def over(self, days: Days) -> Values:
        """Return a row for each person and a column for each day; days come in order."""
        places, values = self._laid_out(days)
        return spread(places[:, 1:], values, len(days))

    def _laid_out(self, days: Days) -> tuple[NDArray[np.intp], Values]:
        """Return for each person the places among the days asked at which changes begin, in order, with the values."""
        shape = (len(self), len(self.changes) + 1)
        places, values = np.zeros(shape, np.intp), np.empty(shape, self.first.dtype)
        values[:, 0] = self.first
        for at, change in enumerate(self.changes, start=1):
            begins = np.searchsorted(days, change.starts)
            if change.people is None:
                places[:, at], values[:, at] = begins, change.values
            else:
                places[:, at], values[:, at] = len(days), 0
                places[change.people, at], values[change.people, at] = begins, change.values
        return places, values


def _change(counts: Values, firsts: Values, starts: Days, values: Values, at: int) -> Change:
    """Return the change of everybody at one place; where most have one, the others have their last again."""
    people = np.flatnonzero(counts > at)
    if len(people) * DENSE >= len(counts):
        places = firsts + np.minimum(at, counts - 1)
        return Change(None, starts[places], values[places])
    places = firsts[people] + at
    return Change(people, starts[places], values[places])
