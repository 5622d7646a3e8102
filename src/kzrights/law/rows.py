"""What was read of the law, row by row, and where each row ended up; the table is ``rows.toml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import frozen

from kzrights.data import read_table
from kzrights.value import Value


class State(StrEnum):
    """Where a row ended up."""

    MODELLED = "modelled"
    """Rules, or a module or function named, answer it."""
    LEFT_OUT = "left out"
    """It has no place in the library."""
    OPEN = "open"
    """It bears on an answer, and is still to be modelled."""


@frozen(kw_only=True, repr=False, eq=False)
class Row(Value):
    """One row of what was read.

    Attributes:
        id: its number, such as ``P07``.
        table: the field of law it belongs to.
        about: what it says, in a few words.
        rules: the names of the rules that model it.
        modelled_by: the module or function that answers it, where no rule is named.
        rest: what of a modelled row is not reached.
        left_out: why it has no place in the library.
        open: what is still to be modelled.
    """

    id: str
    table: str
    about: str
    rules: tuple[str, ...] = ()
    modelled_by: str = ""
    rest: str = ""
    left_out: str = ""
    open: str = ""

    @property
    def state(self) -> State:
        """Where it ended up."""
        if self.open:
            return State.OPEN
        return State.LEFT_OUT if self.left_out else State.MODELLED

    @property
    def says(self) -> str:
        """What is missing from the row or why it is left out; nothing where it is modelled as a whole."""
        return self.open or self.left_out or self.rest


@functools.cache
def rows() -> tuple[Row, ...]:
    """Return every row, in the order of the tables."""
    data = read_table("law", "rows.toml")
    return tuple(_row(row, data["tables"]) for row in data["row"])


def by_table() -> dict[str, tuple[Row, ...]]:
    """Return the rows by the field of law they belong to."""
    fields = dict.fromkeys(row.table for row in rows())
    return {field: tuple(row for row in rows() if row.table == field) for field in fields}


def _row(row: Mapping[str, Any], tables: Mapping[str, str]) -> Row:
    prefix = max((start for start in tables if row["id"].startswith(start)), key=len)
    known: dict[str, Any] = {**row, "table": tables[prefix], "rules": tuple(row.get("rules", ()))}
    return Row(**known)
