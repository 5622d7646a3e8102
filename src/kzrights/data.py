"""The data files of the package, read without the cost of ``importlib.resources``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

T = TypeVar("T")
Row = dict[str, Any]


def read_text(*path: str) -> str:
    """Return the text of a data file, by its path inside the package: ``read_text("law", "offences.toml")``."""
    with open(os.path.join(os.path.dirname(__file__), *path), encoding="utf-8") as file:
        return file.read()


def read_table(*path: str) -> dict[str, Any]:
    """Return a TOML data file as a dictionary."""
    import tomllib

    return tomllib.loads(read_text(*path))


class Unread(Mapping[str, tuple[T, ...]]):
    """A TOML array of tables, grouped by the first key of its rows and read group by group, on first use.

    A question needs a few rows of some hundred. ``make`` turns the rows of one group into what it stands for.
    """

    def __init__(self, text: str, table: str, make: Callable[[list[Row]], tuple[T, ...]]) -> None:
        self._table, self._make = table, make
        self._texts: dict[str, str] = {}
        self._read: dict[str, tuple[T, ...]] = {}
        head = f"[[{table}]]\n"
        for row in text.split(head)[1:]:
            key = row.split('"', 2)[1]
            self._texts[key] = self._texts.get(key, "") + head + row

    def __getitem__(self, key: str) -> tuple[T, ...]:
        import tomllib

        if key not in self._read:
            self._read[key] = self._make(tomllib.loads(self._texts[key])[self._table])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
