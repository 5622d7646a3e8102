"""Cases as they come in numbers: folders of case files, files with a case a line, columns of a table."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kzrights.casefile import load, loads
from kzrights.cohorts.frames import polars
from kzrights.errors import CaseFileError, Problem

if TYPE_CHECKING:
    from kzrights.cohorts.cohort import Named
    from kzrights.facts.case import Case

Refused: TypeAlias = Callable[[str, CaseFileError], None]
"""Told of a case that cannot be read: its name, and everything that is wrong with it."""

_CASE_FILES: Final = (".yaml", ".yml", ".json")
_LINES: Final = (".jsonl", ".ndjson")


def cases_in(source: str | os.PathLike[str] | Any, *, refused: Refused | None = None) -> Iterator[Named]:
    """Yield the cases of a source, each with its name, without keeping any of them.

    Args:
        source: a folder, whose case files are taken in the order of their names; a file of lines (``.jsonl``), each
            ``{"name": …, "case": {…}}``; a case file; or a table with the columns ``name`` and ``case``, the second
            with the text of a case file: anything with the Arrow C stream interface, such as a data frame of polars
            or pandas, a table of pyarrow or a relation of DuckDB.
        refused: called with what is wrong with a case that cannot be read; the case is left out then.

    Raises:
        CaseFileError: for the first case that cannot be read, with its name, where ``refused`` is not given.
    """
    for name, read in _named(source):
        try:
            yield name, read()
        except CaseFileError as error:
            if refused is None:
                raise CaseFileError([_of(name, problem) for problem in error.problems]) from None
            refused(name, error)


def _of(name: str, problem: Problem) -> Problem:
    path = f"{name}: {problem.path}" if problem.path else name
    return Problem(path, problem.message, problem.line)


def _named(source: Any) -> Iterator[tuple[str, Callable[[], Case]]]:
    if not isinstance(source, (str, os.PathLike)):
        yield from _of_table(source)
        return
    path = Path(source)
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix in _CASE_FILES)
        yield from ((one.stem, _file(one)) for one in files)
    elif path.suffix in _LINES:
        with path.open(encoding="utf-8") as lines:
            yield from (_line(at, line) for at, line in enumerate(lines, start=1) if line.strip())
    else:
        yield path.stem, _file(path)


def _file(path: Path) -> Callable[[], Case]:
    return lambda: load(path)


def _text(text: str) -> Callable[[], Case]:
    return lambda: loads(text)


def _line(at: int, line: str) -> tuple[str, Callable[[], Case]]:
    expected = 'expected {"name": "…", "case": {…}} on each line'

    def bad() -> Case:
        raise CaseFileError([Problem("", expected, at)])

    try:
        given = json.loads(line)
    except ValueError:
        return f"line {at}", bad
    if not isinstance(given, dict) or set(given) != {"name", "case"} or not isinstance(given["name"], str):
        return f"line {at}", bad
    return given["name"], _text(json.dumps(given["case"], ensure_ascii=False))


def _of_table(table: Any) -> Iterator[tuple[str, Callable[[], Case]]]:
    frame = polars().DataFrame(table)
    if missing := {"name", "case"} - set(frame.columns):
        raise CaseFileError([Problem(sorted(missing)[0], "expected a column of that name, got none")])
    rows: Iterable[tuple[str, str]] = frame.select("name", "case").iter_rows()
    yield from ((str(name), _text(text)) for name, text in rows)
