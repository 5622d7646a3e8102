"""What a study found: one row for each case, scenario, right and permission, and what adds up from them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from kzrights.answers import Permission
from kzrights.money import TengeRange
from kzrights.studies.values import Study
from kzrights.value import Value
from kzrights.withheld import Withheld


@frozen(kw_only=True, repr=False, eq=False)
class Row(Value):
    """On how many days a right had one permission, in one case under one scenario.

    The four permissions of a case, scenario, right (and year) add up to ``of_days``; ``surely_lost`` and
    ``possibly_lost`` may be added up over them too.

    Attributes:
        case: the name of the case.
        scenario: the name of the scenario.
        right: the name of the right.
        year: the calendar year; ``None`` where the study counts all years together.
        permission: the strictest answer that any activity of the right has on these days.
        days: the days.
        of_days: all days that were counted for the case, in the year if there is one.
        surely_lost: those of ``days`` on which an activity is prohibited whatever the missing facts are.
        possibly_lost: those of ``days`` on which an activity is prohibited, or may be for want of facts, or is left
            open by the law; never fewer than ``surely_lost``.
    """

    case: str
    scenario: str
    right: str
    year: int | None
    permission: Permission
    days: int
    of_days: int
    surely_lost: int
    possibly_lost: int

    def as_dict(self) -> dict[str, Any]:
        """Return the row as plain data; the key ``year`` only where days are counted by year."""
        year = {} if self.year is None else {"year": self.year}
        return {
            "case": self.case,
            "scenario": self.scenario,
            "right": self.right,
            **year,
            "permission": str(self.permission),
            "days": self.days,
            "of_days": self.of_days,
            "surely_lost": self.surely_lost,
            "possibly_lost": self.possibly_lost,
        }


@frozen(kw_only=True, repr=False, eq=False)
class WithheldRow(Value):
    """What the cap withholds in one case under one scenario, over the days counted.

    Attributes:
        case: the name of the case.
        scenario: the name of the scenario.
        withheld: month by month, in tenge.
    """

    case: str
    scenario: str
    withheld: Withheld

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that is withheld, in tenge; months whose cap is not known are in neither."""
        amount = self.withheld.amount()
        if isinstance(amount, TengeRange):
            assert amount.at_most is not None
            return amount.at_least.amount, amount.at_most.amount
        return amount.amount, amount.amount

    def as_dict(self) -> dict[str, Any]:
        """Return the row as plain data, amounts in tenge."""
        least, most = self.bounds
        return {
            "case": self.case,
            "scenario": self.scenario,
            "wage": self.withheld.wage.amount,
            "at_least": least,
            "at_most": most,
            "months": self.withheld.capped,
            "months_perhaps": self.withheld.perhaps,
            "months_unknown": self.withheld.unknown,
        }


@frozen(kw_only=True, repr=False, eq=False)
class Lost(Value):
    """The days of one right lost in one case, or in all cases together, under one scenario.

    Attributes:
        case: the name of the case; ``None`` for all cases together.
        scenario: the name of the scenario.
        right: the name of the right.
        surely: days lost whatever the missing facts are.
        possibly: days lost, or perhaps lost; never fewer.
        of_days: all days counted.
    """

    case: str | None
    scenario: str
    right: str
    surely: int
    possibly: int
    of_days: int


@frozen(kw_only=True, repr=False, eq=False)
class StudyResult(Value):
    """The table of a study.

    Attributes:
        study: what was asked.
        rows: by case, scenario, right, year (where asked) and permission, in the order of the study; each of the four
            permissions has its row, with 0 days too.
        withheld: what the cap withholds, by case and scenario; empty where the study gives no wage.
    """

    study: Study
    rows: tuple[Row, ...] = field(repr=False)
    withheld: tuple[WithheldRow, ...] = field(default=(), repr=False)

    def summary(self) -> tuple[Lost, ...]:
        """Return the days lost by case, scenario and right over all years, and then those of all cases together."""
        return (*self._lost(by_case=True), *self._lost(by_case=False))

    def _lost(self, *, by_case: bool) -> Iterator[Lost]:
        found: dict[tuple[str | None, str, str], list[int]] = {}
        for row in self.rows:
            sums = found.setdefault((row.case if by_case else None, row.scenario, row.right), [0, 0, 0])
            for at, days in enumerate((row.surely_lost, row.possibly_lost, row.days)):
                sums[at] += days
        for (case, scenario, right), (surely, possibly, days) in found.items():
            yield Lost(case=case, scenario=scenario, right=right, surely=surely, possibly=possibly, of_days=days)

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as plain data, one dictionary each, all with the same keys."""
        return [row.as_dict() for row in self.rows]

    def as_dict(self) -> dict[str, Any]:
        """Return the rows, and what the cap withholds, as the plain data that ``kzrights study --json`` prints."""
        return {"rows": self.as_dicts(), "withheld": [one.as_dict() for one in self.withheld]}

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the table to a file, in place of what is there, in the format its suffix names.

        ``.csv`` and ``.parquet`` hold the rows; ``.json`` holds what the cap withholds too. Parquet is written by
        polars, which comes with ``pip install 'kzrights[tables]'``.

        Raises:
            TableError: for another suffix, where polars is not installed, or where nothing can be written there.
        """
        from kzrights.studies.tables import write

        write(self, path)
