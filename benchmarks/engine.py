"""What an engine must offer to be measured; the check sums of what it answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from benchmarks.population import Row, number, read_person


class Answer(NamedTuple):
    """The five rules on one day: a number for the day, then a column, or for one person one value, for each rule."""

    minimum_wage: int
    cap: Any
    ban: Any
    barred: Any
    allowed: Any


class Law(NamedTuple):
    """The dated amounts as pairs of a day (ISO) and a value, oldest first; ``cap`` names the base from a day on."""

    minimum_wage: list[tuple[str, int]]
    subsistence_minimum: list[tuple[str, int]]
    cap: list[tuple[str, str]]

    @classmethod
    def read(cls, folder: Path) -> Law:
        """Read what was exported from the library."""
        return cls(**json.loads((folder / "law.json").read_text()))

    def caps(self) -> list[tuple[int, int]]:
        """Return from which day on the cap is how much for each head, for engines without dated rules."""
        starts = sorted({number(day) for pairs in self for day, _ in pairs})
        bases = [(number(day), base) for day, base in self.cap]
        return [(day, self._amount(latest(bases, day), day)) for day in starts if day >= bases[0][0]]

    def _amount(self, base: str, day: int) -> int:
        amounts: list[tuple[str, int]] = getattr(self, base)
        return int(latest([(number(since), value) for since, value in amounts], day))


def latest(pairs: Sequence[tuple[int, Any]], day: int) -> Any:
    """Return the value of the last pair that begins on or before a day."""
    return next(value for since, value in reversed(pairs) if since <= day)


class NotMeasured(Exception):
    """This engine is not asked that; the text says why."""


class Engine:
    """One way to work the five rules out. Whatever ``columns`` and ``person`` return is handed back unopened."""

    cells: ClassVar[int] = 1_000_000
    """The most people times days that this engine is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def day(self, day: int) -> Any:
        """Return a day as the engine wants to be asked about it."""
        return day

    def prepare(self, days: Sequence[Any]) -> None:
        """Do whatever can be done before it is known who is asked about; nothing for most."""

    def person(self, row: Row) -> Any:
        """Load one person."""
        raise NotImplementedError

    def stored(self) -> Any:
        """Load the one person whom a file holds."""
        return self.person(read_person(self.folder))

    def question(self, person: Any, day: Any) -> Answer:
        """Return the five answers for one person."""
        raise NotImplementedError

    def barred(self, person: Any, day: Any) -> bool:
        """Return the fourth answer alone."""
        return bool(self.question(person, day).barred)

    def columns(self, columns: Any) -> Any:
        """Load many people."""
        raise NotMeasured("one question at a time")

    def answer(self, prepared: Any, day: Any) -> Answer:
        """Return the five answers for everybody."""
        raise NotMeasured("one question at a time")

    def matrix(self, prepared: Any, days: Sequence[Any]) -> Iterable[Answer]:
        """Return them for many days."""
        return [self.answer(prepared, day) for day in days]

    def entries(self, people: int, columns: Any) -> Any:
        """Load entries of which each person has several: ``people``, ``starts`` and ``ends``."""
        raise NotMeasured("one ban and one entry on the list for each person")

    def standing(self, prepared: Any, day: Any) -> Any:
        """Return for each person whether an entry stands."""
        raise NotMeasured("one ban and one entry on the list for each person")


def checks(answers: Iterable[Answer]) -> list[int]:
    """Return a sum for each rule, exact; each person has a weight in it, so that none can stand for another."""
    totals = [0] * len(Answer._fields)
    for answer in answers:
        totals[0] += int(answer.minimum_wage)
        for at, column in enumerate(answer[1:], 1):
            totals[at] += weighted(column)
    return totals


def weighted(column: Any) -> int:
    """Return the sum of a column, each place with a weight of its own."""
    if hasattr(column, "astype"):
        import numpy as np

        values = column.astype(np.int64).reshape(-1)
        if not np.array_equal(values, column.reshape(-1)):
            raise ValueError("check sum: expected whole numbers")
        return int(values @ (np.arange(len(values)) % 1009 + 1))
    values = column if isinstance(column, list) else [column]
    return sum(int(value) * (at % 1009 + 1) for at, value in enumerate(values))
