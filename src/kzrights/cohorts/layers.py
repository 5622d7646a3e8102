"""What rules make of periods, for everybody, on a day and over days."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from kzrights.answers import Permission
from kzrights.cohorts.answers import Codes, settled
from kzrights.cohorts.days import Days, Values, blocks
from kzrights.cohorts.periods import Periods
from kzrights.value import Shown


@frozen(kw_only=True, eq=False, repr=False)
class Layer(Shown):
    """One rule on periods of everybody.

    Attributes:
        periods: the days on which the rule would apply, its own editions left aside.
        since: the first day of the rule, as an ordinal.
        until: the first day on which it no longer stands.
        permission: what the rule makes of it.
    """

    periods: Periods
    since: int
    until: int
    permission: Permission


@frozen(eq=False, repr=False)
class Layers(Shown):
    """The rules that reach an activity: of those that apply, the strictest stands.

    A stricter answer has a greater code, as long as nothing is open, so the strictest is the greatest.

    Attributes:
        size: how many people there are.
        layers: the rules.
    """

    size: int
    layers: tuple[Layer, ...]

    def __len__(self) -> int:
        return self.size

    @property
    def arrays(self) -> Iterable[Values]:
        """The columns it is made of."""
        return (one for layer in self.layers for one in layer.periods.arrays)

    def at(self, day: int) -> Codes:
        """Return everybody's code on a day."""
        found = np.full(self.size, settled(Permission.ALLOWED), np.uint8)
        standing = [layer for layer in self.layers if layer.since <= day < layer.until]
        held = [(one.periods.at(day).view(np.uint8), np.uint8(settled(one.permission))) for one in standing]
        for part in blocks(self.size):
            here = found[part]
            for applies, code in held:
                np.maximum(here, applies[part] * code, out=here)
        return found

    def over(self, days: Days) -> Codes:
        """Return a row of codes for each person and a column for each day; days come in order."""
        found = np.full((self.size, len(days)), settled(Permission.ALLOWED), np.uint8)
        for layer in self.layers:
            first, last = np.searchsorted(days, (layer.since, layer.until))
            layer.periods.raise_to(settled(layer.permission), found[:, first:last], days[first:last])
        return found
