"""How many cases have each permission on a day, counted while they are worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.cohorts.frames import counted
from kzrights.cohorts.results import Results
from kzrights.cohorts.sources import how_many, of_case
from kzrights.cohorts.streams import Streamed, batches, stream
from kzrights.errors import CaseFileError, Problem
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from polars import DataFrame

MOST_TOLD: Final = 20
"""How many things that are wrong with cases are told; the file of refusals has all of them."""

Progress = Callable[[int, int], None]
"""Told how many cases are done, of how many."""


@frozen(repr=False, eq=False)
class Tally(Value):
    """What many cases allow on a day.

    Attributes:
        on: the day.
        cases: how many were worked out.
        refused: how many could not be read.
        problems: the first things that are wrong with them.
        counts: for each activity, how many cases have each permission.
    """

    on: Date
    cases: int
    refused: int
    problems: tuple[Problem, ...]
    counts: dict[Activity, dict[Permission, int]]

    def as_dict(self) -> dict[str, Any]:
        """Return it as the plain data that ``kzrights cohort --json`` prints."""
        activities = {str(one): {str(each): number for each, number in row.items()} for one, row in self.counts.items()}
        return {"on": str(self.on), "cases": self.cases, "refused": self.refused, "activities": activities}


def tally(
    source: str, *, on: Date, activities: Iterable[Activity], workers: int = 1, watch: Progress | None = None
) -> Tally:
    """Count the cases of a source by what they allow on a day, and keep nothing else.

    Raises:
        CaseFileError: for a source that cannot be read, and where no case of it can.
        CohortError: when a worker is lost.
    """
    wanted, of = tuple(activities), how_many(source)
    sums = _Sums(wanted, on)
    for found in batches(source, activities=wanted, workers=workers):
        sums.add(found)
        if watch:
            watch(sums.cases + sums.refused, of)
    return sums.whole()


def tally_into(
    source: str,
    to: str,
    *,
    on: Date,
    activities: Iterable[Activity],
    spans: bool,
    workers: int = 1,
    watch: Progress | None = None,
) -> Tally:
    """Count them as :func:`tally` does, and write the answers of each, or its spans of days, to a file.

    Raises:
        CaseFileError: for a source that cannot be read, and where no case of it can.
        CohortError: when a worker is lost.
        TableError: where nothing can be written.
    """
    wanted, of = tuple(activities), how_many(source)
    days = () if spans else (on,)
    told = (lambda done: watch(done, of)) if watch else None
    written = stream(source, to, on=days, activities=wanted, workers=workers, watch=told)
    return _of_file(written, on, wanted, spans)


def _of_file(written: Streamed, on: Date, activities: tuple[Activity, ...], spans: bool) -> Tally:
    sums = _Sums(activities, on, written.cases, written.refused, _first(written.problems()))
    sums.count(written.on(on) if spans else written.scan())
    return sums.whole()


@define(eq=False, repr=False)
class _Sums(Shown):
    """What was counted so far."""

    activities: tuple[Activity, ...]
    on: Date
    cases: int = 0
    refused: int = 0
    problems: tuple[Problem, ...] = ()
    counts: Counter[tuple[str, str]] = field(factory=Counter, repr=False)

    def add(self, found: Results) -> None:
        """Count a batch."""
        self.cases += len(found.names)
        self.refused += len(found.refused)
        self.problems += _first(found.refusals().head(MOST_TOLD - len(self.problems)))
        self.count(found.answers([self.on]))

    def count(self, answers: Any) -> None:
        """Count answers on the day."""
        for activity, permission, cases in counted(answers).select("activity", "permission", "cases").iter_rows():
            self.counts[activity, permission] += cases

    def whole(self) -> Tally:
        """Return what was counted."""
        if not self.cases:
            raise CaseFileError(self.problems or [Problem("source", "expected cases, found none")])
        counts = {
            activity: {permission: self.counts[str(activity), str(permission)] for permission in Permission}
            for activity in self.activities
        }
        return Tally(self.on, self.cases, self.refused, self.problems, counts)


def _first(refusals: DataFrame) -> tuple[Problem, ...]:
    rows = islice(refusals.iter_rows(named=True), MOST_TOLD)
    return tuple(of_case(row["case"], Problem(row["path"], row["message"], row["line"])) for row in rows)
