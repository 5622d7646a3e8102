"""Cases in the rows of a table: CSV, Parquet, and whatever hands on its columns as Arrow."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

from kzrights.cohorts.frames import polars
from kzrights.cohorts.results import Unread
from kzrights.errors import CaseFileError, Problem

COLUMNS: Final = ("name", "case")
_AT_ONCE: Final = 2_048
"""Rows of a Parquet file read at once."""


def of_csv(path: Path) -> Iterator[Unread]:
    """Yield the cases of a CSV file in UTF-8.

    Raises:
        CaseFileError: when it lacks a column, or is not CSV.
    """
    with _csv(path) as rows:
        for at, row in enumerate(rows):
            yield _case(at, row["name"], row["case"])


def rows_in_csv(path: Path) -> int:
    """Return how many rows a CSV file has."""
    with _csv(path) as rows:
        return sum(1 for _ in rows)


@contextlib.contextmanager
def _csv(path: Path) -> Iterator[csv.DictReader[str]]:
    # Bytes that are not UTF-8 are handed on, so that they are the fault of one case and not of all.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            _check(rows.fieldnames or ())
            yield rows
        except csv.Error as error:
            raise CaseFileError([Problem(str(path), f"expected a CSV file: {error}", rows.line_num + 1)]) from None


def of_parquet(path: Path) -> Iterator[Unread]:
    """Yield the cases of a Parquet file, of which no more than some groups of rows are in memory at a time.

    Raises:
        CaseFileError: when it lacks a column, or is not Parquet.
        MissingExtra: when polars is not installed.
    """
    for first in range(0, rows_in_parquet(path), _AT_ONCE):
        yield from _of_frame(
            polars().scan_parquet(path, glob=False).select(COLUMNS).slice(first, _AT_ONCE).collect(), first
        )


def rows_in_parquet(path: Path) -> int:
    """Return how many rows a Parquet file has.

    Raises:
        CaseFileError: when it lacks a column, or is not Parquet.
        MissingExtra: when polars is not installed.
    """
    pl = polars()
    try:
        frame = pl.scan_parquet(path, glob=False)
        _check(frame.collect_schema())
        return int(frame.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError:
        raise CaseFileError([Problem(str(path), "expected a Parquet file, got another")]) from None


def of_table(table: Any) -> Iterator[Unread]:
    """Yield the cases of a table in memory, or of a stream of tables.

    Raises:
        CaseFileError: when it lacks a column.
        MissingExtra: when polars is not installed.
    """
    first = 0
    for frame in _frames(table):
        _check(frame.columns)
        yield from _of_frame(frame, first)
        first += frame.height


def _frames(table: Any) -> Iterator[Any]:
    """Yield a table as data frames of polars; a reader of batches stays one, so that it need not fit into memory."""
    batches: Iterable[Any] = table if hasattr(table, "read_next_batch") else (table,)
    yield from map(polars().DataFrame, batches)


def _of_frame(frame: Any, first: int) -> Iterator[Unread]:
    rows = frame.select(COLUMNS).iter_rows()
    yield from (_case(at, name, text) for at, (name, text) in zip(count(first), rows, strict=False))


def _check(columns: Iterable[str]) -> None:
    for missing in sorted({*COLUMNS} - {*columns}):
        raise CaseFileError([Problem(missing, "expected a column of that name, got none")])


def _case(at: int, name: object, text: object) -> Unread:
    called = f"row {at + 1}" if name is None else str(name)
    if not isinstance(text, str):
        return called, (
            Problem("case", f"expected the text of a case file, got {'none' if text is None else 'another'}"),
        )
    return called, text.encode("utf-8", "surrogateescape")
