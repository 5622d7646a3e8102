"""The axis of days that all rows of a chart share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import frozen
from pendulum import Date

from kzrights.calendar import LATEST, Span
from kzrights.charts.text import width
from kzrights.value import Value

SIZE: Final = 7.0
"""Of the letters at the axis, in points."""
_YEARS: Final = (12, 24, 60, 120, 240, 600)
"""From tick to tick, in months."""
_MONTHS: Final = (1, 3, 6, *_YEARS)
_LONG: Final = 3 * 365
"""Days from which on a window is told in years."""
_APART: Final = 0.12


@frozen(kw_only=True, repr=False, eq=False)
class Axis(Value):
    """Days as inches from the left edge of the sheet.

    Attributes:
        window: the days from the left to the right end.
        left: inches to the left end.
        right: inches to the right end.
    """

    window: Span
    left: float
    right: float

    def at(self, day: Date) -> float:
        """Return where a day begins."""
        share = (day.toordinal() - self.window.start.toordinal()) / len(self.window)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return places and words of ticks that leave room between them: years, months of a short window, or days."""
        steps = _MONTHS if len(self.window) < _LONG else _YEARS
        ticks = next(filter(self._fit, (tuple(self._every(months)) for months in steps)), ())
        return ticks if len(ticks) > 1 else self._ends()

    def _every(self, months: int) -> Iterator[tuple[float, str]]:
        start, end = self.window.start, self.window.end
        first = start.year * 12 + start.month - 1
        for month in range(first - first % months, end.year * 12 + end.month, months):
            year, at = divmod(month, 12)
            if start.year <= year <= LATEST.year and start <= (day := Date(year, at + 1, 1)) <= end:
                yield self.at(day), str(year) if months >= 12 else day.format("YYYY-MM")

    def _fit(self, ticks: tuple[tuple[float, str], ...]) -> bool:
        if len(ticks) < 2:
            return True
        widest = max(width(says, SIZE) for _, says in ticks)
        return min(there[0] - here[0] for here, there in pairwise(ticks)) >= widest + _APART

    def _ends(self) -> tuple[tuple[float, str], ...]:
        return (self.left, str(self.window.start)), (self.right, str(self.window.end))
