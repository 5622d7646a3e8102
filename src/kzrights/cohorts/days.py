"""Days as numbers, in columns and as they are asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pendulum import Date

from kzrights.calendar import EARLIEST, LATEST, NEVER, as_date
from kzrights.errors import DateError

Days: TypeAlias = "NDArray[np.int32]"
"""Days as their ordinals, 1 for the first day of the year 1."""
Values: TypeAlias = "NDArray[Any]"

LAST: Final = NEVER.toordinal()
"""The first day after all days, as an ordinal: the end of what goes on."""
UNIX: Final = 719_163
"""The ordinal of 1 January 1970, from which the date columns of Arrow, polars and numpy count."""
_BLOCK: Final = 1 << 18
"""Cells worked on at once: what comes of them in between stays in the cache of the processor."""


def ordinals(days: Iterable[Date] | Days) -> Days:
    """Return days that are asked about, dates or ordinals already, as ordinals.

    Raises:
        DateError: when one is not a day.
        ValueError: when they are not in order.
    """
    found = _checked(days) if isinstance(days, np.ndarray) else _of_dates(days)
    if (found[1:] < found[:-1]).any():
        raise ValueError("days: expected them in order")
    return found


def _of_dates(days: Iterable[Date]) -> Days:
    return np.fromiter((as_date(day, "days").toordinal() for day in days), np.int32)


def _checked(days: Days) -> Days:
    first, last = EARLIEST.toordinal(), LATEST.toordinal()
    if days.dtype.kind not in "iu" or days.ndim != 1:
        raise DateError(f"days: expected a column of ordinals, got {days.ndim} dimensions of {days.dtype}")
    if len(days) and not first <= days.min() <= days.max() <= last:
        raise DateError(f"days: expected ordinals from {first} to {last}, got {days.min()} to {days.max()}")
    return days.astype(np.int32, copy=False)


def blocks(rows: int, width: int = 1) -> Iterator[slice]:
    """Yield so many rows, each of so many cells, in stretches that fit into the cache of a processor."""
    step = max(1, _BLOCK // max(1, width))
    for start in range(0, rows, step):
        yield slice(start, min(start + step, rows))


def stretches(days: Days, changes: Iterable[Date]) -> tuple[NDArray[np.intp], list[Date]]:
    """Return the places at which stretches of days begin on which nothing changes, and the first day of each.

    Args:
        days: in order.
        changes: the days on which something may change.
    """
    edges = np.searchsorted(days, [change.toordinal() for change in changes])
    places = [place for place in sorted({0, *edges.tolist()}) if place < len(days)]
    return np.array(places, np.intp), [Date.fromordinal(int(days[place])) for place in places]
