"""Tables of a study as files: CSV, JSON, and Parquet where polars is installed."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kzrights.errors import TableError

if TYPE_CHECKING:
    from kzrights.studies.results import StudyResult


def write(result: StudyResult, path: str | os.PathLike[str]) -> None:
    """Write a result in the format that the suffix of ``path`` names.

    Raises:
        TableError: for another suffix, where polars is not installed, or where nothing can be written there.
    """
    check_path(path)
    file = Path(path)
    try:
        _WRITERS[file.suffix.lower()](result, file)
    except OSError as error:
        raise TableError(f"{file}: expected a place one can write to: {error.strerror or 'refused'}") from None


def check_path(path: str | os.PathLike[str]) -> None:
    """Refuse a path to which no table could be written, before anything is counted.

    Raises:
        TableError: for another suffix than .csv, .json and .parquet, and for the last where polars is not installed.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _WRITERS:
        raise TableError(f"{path}: expected a file that ends in {', '.join(_WRITERS)}")
    if suffix == ".parquet":
        _polars()


def _csv(result: StudyResult, file: Path) -> None:
    text = StringIO()
    rows = result.as_dicts()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    file.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def _json(result: StudyResult, file: Path) -> None:
    text = json.dumps(result.as_dict(), ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def _parquet(result: StudyResult, file: Path) -> None:
    _polars().DataFrame(result.as_dicts()).write_parquet(file)


def _polars() -> Any:
    try:
        import polars
    except ImportError:
        raise TableError("expected polars, which writes Parquet; pip install 'kzrights[tables]' brings it") from None
    return polars


_WRITERS: Final[dict[str, Callable[[StudyResult, Path], None]]] = {
    ".csv": _csv,
    ".json": _json,
    ".parquet": _parquet,
}
