"""A yardstick: the five rules in plain Python, written by hand for them alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.engine import Answer, Engine, Law
from benchmarks.population import Row, number


class Plain(Engine):
    """Tuples, comparisons and a bisection of the dated amounts."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        law = Law.read(folder)
        self.wage_days, self.wages = zip(*((number(day), value) for day, value in law.minimum_wage), strict=True)
        self.cap_days, self.caps = zip(*law.caps(), strict=True)

    def person(self, row: Row) -> Row:
        """Keep the row."""
        return row

    def question(self, person: Row, day: int) -> Answer:
        """Answer for one row."""
        return Answer(self._wage(day), *_ruled(person, self._head(day), day))

    def columns(self, columns: Any) -> list[tuple[int, ...]]:
        """Make a tuple of each person."""
        return list(zip(*(column.tolist() for column in columns.values()), strict=True))

    def answer(self, prepared: list[tuple[int, ...]], day: int) -> Answer:
        """Answer person by person."""
        head = self._head(day)
        cap, ban, barred, allowed = map(list, zip(*(_ruled(row, head, day) for row in prepared), strict=True))
        return Answer(self._wage(day), cap, ban, barred, allowed)

    def entries(self, people: int, columns: Any) -> tuple[int, list[tuple[int, ...]]]:
        """Make a tuple of each entry."""
        return people, list(zip(*(columns[name].tolist() for name in ("people", "starts", "ends")), strict=True))

    def standing(self, prepared: tuple[int, list[tuple[int, ...]]], day: int) -> list[bool]:
        """Go through the entries."""
        people, entries = prepared
        standing = {whose for whose, start, end in entries if start <= day < end}
        return [at in standing for at in range(people)]

    def _wage(self, day: int) -> int:
        return int(self.wages[bisect_right(self.wage_days, day) - 1])

    def _head(self, day: int) -> int:
        return int(self.caps[bisect_right(self.cap_days, day) - 1])


def _ruled(row: Sequence[int], head: int, day: int) -> tuple[int, bool, bool, int]:
    ban_from, ban_to, listed_from, listed_to, members, requested = row
    ban, listed = ban_from <= day < ban_to, listed_from <= day < listed_to
    if not listed:
        return 0, ban, ban, requested
    cap = head * (1 + members)
    return cap, ban, True, min(requested, cap)


ENGINE = Plain
