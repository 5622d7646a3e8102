"""Cases as they come in numbers: folders of case files, files with a case a line, tables."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias

from kzrights.casefile import read_bytes
from kzrights.casefile.tree import MOST_BYTES
from kzrights.cohorts.results import Raw, Unread, read
from kzrights.cohorts.rows import of_csv, of_parquet, of_table, rows_in_csv, rows_in_parquet
from kzrights.errors import CaseFileError, Problem

if TYPE_CHECKING:
    from kzrights.cohorts.cohort import Named

Refused: TypeAlias = Callable[[str, CaseFileError], None]
"""Told of a case that cannot be read: its name, and everything that is wrong with it."""

CASE_FILES: Final = (".yaml", ".yml", ".json")
_MOST_IN_A_LINE: Final = 2 * MOST_BYTES


def cases_in(source: str | os.PathLike[str] | Any, *, refused: Refused | None = None) -> Iterator[Named]:
    """Yield the cases of a source, each with its name, without keeping any of them.

    Args:
        source: a folder, whose case files are taken in the order of their names; a file of lines (``.jsonl``), each
            ``{"name": …, "case": {…}}``; a table (``.csv``, ``.parquet``) with the columns ``name`` and ``case``, the
            second with the text of a case file; such a table in memory: anything with the Arrow C stream interface,
            as a data frame of polars or pandas, a table of pyarrow or a relation of DuckDB; or a case file.
        refused: called with what is wrong with a case that cannot be read; the case is left out then.

    Raises:
        CaseFileError: for the first case that cannot be read, with its name, where ``refused`` is not given; and for a
            source that cannot be read.
        MissingExtra: for a table, when polars is not installed.
    """
    for name, raw in unread(source):
        try:
            yield name, read(raw)
        except CaseFileError as error:
            if refused is None:
                raise CaseFileError([of_case(name, problem) for problem in error.problems]) from None
            refused(name, error)


def of_case(name: str, problem: Problem) -> Problem:
    """Return what is wrong with a case, its name before the place."""
    path = f"{name}: {problem.path}" if problem.path else name
    return Problem(path, problem.message, problem.line)


def unread(source: Any) -> Iterator[Unread]:
    """Yield the cases of a source as they come; one that cannot be had comes with what is wrong.

    Raises:
        CaseFileError: for a source that cannot be read.
    """
    if not isinstance(source, (str, os.PathLike)):
        yield from of_table(source)
        return
    path = _there(source)
    if path.is_dir():
        yield from ((one.stem, _file(one)) for one in _case_files(path))
    elif path.suffix in _READERS:
        yield from _read(path)
    else:
        yield path.stem, _file(path)


def _read(path: Path) -> Iterator[Unread]:
    try:
        yield from _READERS[path.suffix](path)
    except OSError as error:
        raise CaseFileError(
            [Problem(str(path), f"expected a file one can read: {error.strerror or 'refused'}")]
        ) from None


def how_many(source: str | os.PathLike[str]) -> int:
    """Return how many cases a folder or a file has; a file of lines is read through for it.

    Raises:
        CaseFileError: for a source that cannot be read.
    """
    path = _there(source)
    if path.is_dir():
        return len(_case_files(path))
    return _COUNTERS[path.suffix](path) if path.suffix in _COUNTERS else 1


def _there(source: str | os.PathLike[str]) -> Path:
    path = Path(source)
    if not path.exists():
        raise CaseFileError([Problem(str(path), "expected a folder or a file with cases, found nothing there")])
    return path


def _case_files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.suffix in CASE_FILES)


def _file(path: Path) -> Raw:
    try:
        return read_bytes(path)
    except CaseFileError as error:
        return error.problems


def _of_lines(path: Path) -> Iterator[Unread]:
    with path.open("rb") as file:
        yield from (_line(at, line) for at, line in enumerate(_lines(file), start=1) if line.strip())


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, of each no more than could be a case."""
    while line := file.readline(_MOST_IN_A_LINE):
        yield line
        while len(line) == _MOST_IN_A_LINE and not line.endswith(b"\n"):
            line = file.readline(_MOST_IN_A_LINE)


def _line(at: int, line: bytes) -> Unread:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or set(given) != {"name", "case"} or not isinstance(given["name"], str):
        return f"line {at}", (Problem("", 'expected {"name": "…", "case": {…}} on each line', at),)
    case = given["case"]
    text = case if isinstance(case, str) else json.dumps(case, ensure_ascii=False)
    return given["name"], text.encode("utf-8", "surrogatepass")


def _filled_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for line in _lines(file) if line.strip())


_READERS: Final[dict[str, Callable[[Path], Iterator[Unread]]]] = {
    ".jsonl": _of_lines,
    ".ndjson": _of_lines,
    ".csv": of_csv,
    ".parquet": of_parquet,
}
_COUNTERS: Final[dict[str, Callable[[Path], int]]] = {
    ".jsonl": _filled_lines,
    ".ndjson": _filled_lines,
    ".csv": rows_in_csv,
    ".parquet": rows_in_parquet,
}
