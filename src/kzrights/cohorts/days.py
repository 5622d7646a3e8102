"""Days as numbers, in columns and as they are asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pendulum import Date

from kzrights.calendar import NEVER, as_date

Days: TypeAlias = "NDArray[np.int32]"
"""Days as their ordinals, 1 for the first day of the year 1."""
Values: TypeAlias = "NDArray[Any]"

LAST: Final = NEVER.toordinal()
"""The first day after all days, as an ordinal: the end of what goes on."""


def asked(days: Iterable[Date]) -> Days:
    """Return days that are asked about as ordinals.

    Raises:
        DateError: when one is not a day.
        ValueError: when they are not in order.
    """
    found = np.fromiter((as_date(day, "days").toordinal() for day in days), np.int32)
    if (found[1:] < found[:-1]).any():
        raise ValueError("days: expected them in order")
    return found


def stretches(days: Days, changes: Iterable[Date], value: Callable[[Date], int]) -> tuple[Values, NDArray[np.int64]]:
    """Return the places at which stretches of days begin on which a value stays the same, and the value on each.

    Args:
        days: in order.
        changes: the days on which the value may change.
        value: returns it for a day; asked once for each stretch.
    """
    edges = np.searchsorted(days, sorted({change.toordinal() for change in changes}))
    places = np.unique(np.concatenate(([0], edges)))
    places = places[places < len(days)]
    return places, np.array([value(Date.fromordinal(int(days[place]))) for place in places], np.int64)
