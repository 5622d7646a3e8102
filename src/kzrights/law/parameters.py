"""Amounts the law counts in: minimum wage, monthly calculation index, subsistence minimum, by day.

The table is ``parameters.toml``; each row stands from ``since`` up to but not including ``until``.
"""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.calendar import NEVER, Span, as_date
from kzrights.data import Row, Unread, read_text
from kzrights.errors import LawError
from kzrights.money import Tenge
from kzrights.value import Value

MCI: Final = "monthly_calculation_index"
"""The name of the index in which the law counts fines and limits."""


@frozen(kw_only=True, repr=False, eq=False)
class Parameter(Value):
    """One amount and the days on which it stood.

    ``until`` is the first day on which it no longer stands. ``alternative`` is what it would be under the
    other answer to the question ``reading`` names; both are ``None`` where nothing is contested.

    Raises:
        DateError: when ``until`` is not after ``since``.
    """

    name: str
    value: Tenge
    since: Date
    until: Date = NEVER
    citation: str
    url: str
    confidence: str
    alternative: Tenge | None = None
    reading: str | None = None

    def __attrs_post_init__(self) -> None:
        Span(self.since, self.until)

    @property
    def span(self) -> Span:
        """The days on which the amount stood."""
        return Span(self.since, self.until)


def _history(rows: Iterable[Parameter]) -> tuple[Parameter, ...]:
    ordered = tuple(sorted(rows, key=lambda row: row.since))
    for before, after in itertools.pairwise(ordered):
        if before.until > after.since:
            raise LawError(
                f"{after.name}: expected one amount a day, got two on {after.since}: {before.value} and {after.value}"
            )
    return ordered


def _by_name(rows: Iterable[Parameter] | Mapping[str, tuple[Parameter, ...]]) -> Mapping[str, tuple[Parameter, ...]]:
    if isinstance(rows, Mapping):
        return rows
    ordered = sorted(rows, key=lambda row: row.name)
    return {name: _history(found) for name, found in itertools.groupby(ordered, key=lambda row: row.name)}


@frozen(repr=False, eq=False)
class Parameters(Value):
    """The table of amounts, made of rows or of histories by name; no two rows of one name share a day.

    Raises:
        LawError: when two rows of one name share a day.
    """

    _histories: Mapping[str, tuple[Parameter, ...]] = field(converter=_by_name, repr=False)
    _changes: dict[str, tuple[Date, ...]] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def rows(self) -> tuple[Parameter, ...]:
        """Every row, by name and day."""
        return tuple(row for name in self.names() for row in self._histories[name])

    def names(self) -> tuple[str, ...]:
        """Return the names the table has, sorted."""
        return tuple(sorted(self._histories))

    def history(self, name: str) -> tuple[Parameter, ...]:
        """Return every row of ``name``, oldest first.

        Raises:
            LawError: listing the names there are, when the table has no such name.
        """
        if name in self._histories:
            return self._histories[name]
        raise LawError(f"parameter: expected one of {', '.join(self.names())}, got {name!r}")

    def at(self, name: str, on: Date) -> Parameter:
        """Return the row of ``name`` that stands on ``on``.

        Raises:
            LawError: naming the days that are known, when no row covers the day.
        """
        history = self.history(name)
        at = bisect_right(self.changes(name), on) - 1
        if at < 0 or history[at].until <= on:
            raise LawError(f"{name}: expected a day {_known(history)}, got {on}")
        return history[at]

    def changes(self, name: str) -> tuple[Date, ...]:
        """Return the days on which a row of ``name`` begins, in order."""
        if name not in self._changes:
            self._changes[name] = tuple(row.since for row in self.history(name))
        return self._changes[name]

    def amended(self, *rows: Parameter) -> Parameters:
        """Return a table in which each of ``rows`` takes the place of whatever stood on its days.

        Where ``rows`` themselves share days, the later argument wins.
        """
        table = self
        for new in rows:
            table = Parameters((*(part for old in table.rows for part in _outside(old, new)), new))
        return table


def _outside(old: Parameter, new: Parameter) -> Iterator[Parameter]:
    """Yield what is left of ``old`` once ``new`` has taken its days."""
    if old.name != new.name or not old.span & new.span:
        yield old
        return
    if old.since < new.since:
        yield evolve(old, until=new.since)
    if new.until < old.until:
        yield evolve(old, since=new.until)


def _known(history: tuple[Parameter, ...]) -> str:
    spans: list[Span] = []
    for row in history:
        if spans and spans[-1].end == row.since:
            spans[-1] = Span(spans[-1].start, row.until)
        else:
            spans.append(row.span)
    return " or ".join(f"from {span.start}" + (f" to {span.last_day}" if span.last_day else " on") for span in spans)


def read_parameters(text: str) -> Parameters:
    """Read the table from TOML text."""
    import tomllib

    return Parameters(map(_parameter, tomllib.loads(text)["parameter"]))


def _parameter(row: Row) -> Parameter:
    known = dict(row)
    for amount in ("value", "alternative"):
        if amount in known:
            known[amount] = Tenge(known[amount])
    for day in ("since", "until"):
        if day in known:
            known[day] = as_date(known[day], day)
    return Parameter(**known)


@functools.cache
def packaged() -> Parameters:
    """Return the packaged table."""
    text = read_text("law", "parameters.toml")
    return Parameters(Unread(text, "parameter", lambda rows: _history(map(_parameter, rows))))


def mci(times: int, on: Date, parameters: Parameters | None = None) -> Tenge:
    """Return ``times`` monthly calculation indices as they stood on ``on``.

    Raises:
        LawError: when the index of that day is not known.
    """
    return (parameters or packaged()).at(MCI, on).value * times
