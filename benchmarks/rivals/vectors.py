"""A yardstick: the five rules in numpy, written by hand for them alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.engine import Answer, Engine, Law
from benchmarks.population import Row, number


class Vectors(Engine):
    """Comparisons of columns; the amounts by a search in sorted days."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        law = Law.read(folder)
        self.wage_days, self.wages = np.array([(number(day), value) for day, value in law.minimum_wage]).T
        self.cap_days, self.caps = np.array(law.caps()).T

    def person(self, row: Row) -> Any:
        """Make columns of one row."""
        return self.columns({name: np.array([value], np.int32) for name, value in row._asdict().items()})

    def question(self, person: Any, day: int) -> Answer:
        """Answer for columns of one."""
        wage, *columns = self.answer(person, day)
        return Answer(wage, *(column.item() for column in columns))

    def columns(self, columns: Any) -> Any:
        """Keep the columns, and how many heads each person's cap counts."""
        return {**columns, "heads": columns["members"] + np.int32(1)}

    def answer(self, prepared: Any, day: int) -> Answer:
        """Compare whole columns."""
        ban = (prepared["ban_from"] <= day) & (day < prepared["ban_to"])
        listed = (prepared["listed_from"] <= day) & (day < prepared["listed_to"])
        cap = np.where(listed, prepared["heads"] * np.int32(_at(self.cap_days, self.caps, day)), np.int32(0))
        requested = prepared["requested"]
        allowed = np.where(listed, np.minimum(requested, cap), requested)
        return Answer(_at(self.wage_days, self.wages, day), cap, ban, ban | listed, allowed)

    def matrix(self, prepared: Any, days: Sequence[int]) -> Iterable[Answer]:
        """Compare each column with all days at once: a row for each day."""
        asked = np.array(days, np.int32)[:, None]
        ban = (prepared["ban_from"] <= asked) & (asked < prepared["ban_to"])
        listed = (prepared["listed_from"] <= asked) & (asked < prepared["listed_to"])
        heads = np.array([_at(self.cap_days, self.caps, day) for day in days], np.int32)[:, None]
        cap = np.where(listed, prepared["heads"] * heads, np.int32(0))
        requested = prepared["requested"]
        allowed = np.where(listed, np.minimum(requested, cap), requested)
        wages = [_at(self.wage_days, self.wages, day) for day in days]
        return map(Answer, wages, cap, ban, ban | listed, allowed)

    def entries(self, people: int, columns: Any) -> Any:
        """Keep the columns, and how many people there are."""
        return people, columns

    def standing(self, prepared: Any, day: int) -> Any:
        """Compare all entries, and mark whose stand."""
        people, columns = prepared
        found = np.zeros(people, bool)
        found[columns["people"][(columns["starts"] <= day) & (day < columns["ends"])]] = True
        return found


def _at(days: Any, values: Any, day: int) -> int:
    return int(values[np.searchsorted(days, day, "right") - 1])


ENGINE = Vectors
