"""The five rules in ttsim, the engine of GETTSIM: policy functions for one person, vectorised by it for numpy.

A policy environment stands for one day. What changes with the day only by its number is an input, so one compiled
function serves all days between two changes of the law; it is compiled before anything is
timed, as a program that asks more than once would do; the figure ``prepare`` says how long that took.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.engine import Answer, Engine, Law
from benchmarks.population import EPOCH, Row, number
from ttsim import InputData, MainTarget, OrigPolicyObjects, TTTargets, main
from ttsim.tt import TTSIMUnit, policy_function, policy_input
from ttsim.tt.units import Currency, UnitSystem

UNITS = UnitSystem(currencies={"KZT": Currency(statutory_from="1993-11-15")})
PURE = TTSIMUnit.DIMENSIONLESS
DAY = TTSIMUnit.CALENDAR_DAY
MONEY = TTSIMUnit.CURRENCY
TARGETS = ("cap", "ban", "barred", "allowed")


@policy_input(unit=PURE)
def p_id() -> int:
    """Who it is."""


@policy_input(unit=DAY)
def day() -> int:
    """The day asked about."""


@policy_input(unit=DAY)
def ban_from() -> int:
    """First day of the ban."""


@policy_input(unit=DAY)
def ban_to() -> int:
    """First day after it."""


@policy_input(unit=DAY)
def listed_from() -> int:
    """First day on the list."""


@policy_input(unit=DAY)
def listed_to() -> int:
    """First day after it."""


@policy_input(unit=PURE)
def members() -> int:
    """Dependants whom the cap counts."""


@policy_input(unit=MONEY)
def requested() -> int:
    """What is asked for."""


@policy_function(unit=PURE)
def ban(ban_from: int, ban_to: int, day: int) -> bool:
    return ban_from <= day and day < ban_to


@policy_function(unit=PURE)
def listed(listed_from: int, listed_to: int, day: int) -> bool:
    return listed_from <= day and day < listed_to


@policy_function(unit=PURE)
def barred(ban: bool, listed: bool) -> bool:
    return ban or listed


def cap_by_minimum_wage(listed: bool, members: int, minimum_wage: int) -> int:
    return minimum_wage * (1 + members) if listed else 0


def cap_by_subsistence_minimum(listed: bool, members: int, subsistence_minimum: int) -> int:
    return subsistence_minimum * (1 + members) if listed else 0


@policy_function(unit=MONEY)
def allowed(listed: bool, cap: int, requested: int) -> int:
    return min(requested, cap) if listed else requested


INPUTS = (p_id, day, ban_from, ban_to, listed_from, listed_to, members, requested)
CAPS = {"minimum_wage": cap_by_minimum_wage, "subsistence_minimum": cap_by_subsistence_minimum}


def objects(law: Law) -> OrigPolicyObjects:
    """Return the functions, with each edition of the cap on its days, and the dated amounts."""
    starts = [*(datetime.date.fromisoformat(since) for since, _ in law.cap), datetime.date(2100, 1, 1)]
    editions = {
        base: policy_function(
            leaf_name="cap", start_date=start, end_date=end - datetime.timedelta(1), unit=MONEY, verify_units=False
        )(CAPS[base])
        for (_, base), start, end in zip(law.cap, starts, starts[1:], strict=False)
    }
    functions = [*INPUTS, ban, listed, barred, allowed]
    return OrigPolicyObjects(
        column_objects_and_param_functions={
            **{("law.py", one.leaf_name): one for one in functions},
            **{("law.py", f"cap_by_{base}"): one for base, one in editions.items()},
        },
        param_specs={("law.yaml", name): _spec(getattr(law, name)) for name in CAPS},
    )


def _spec(pairs: list[tuple[str, int]]) -> dict[Any, Any]:
    words = {"en": "amount", "de": "Betrag"}
    values = {datetime.date.fromisoformat(since): {"value": value} for since, value in pairs}
    return {"name": words, "description": words, "type": "scalar", "unit": "KZT", **values}


class Ttsim(Engine):
    """Columns processed once; a compiled function for each stretch of days between two changes of the law."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        law = Law.read(folder)
        self.objects = objects(law)
        self.starts = sorted({number(since) for pairs in law for since, _ in pairs})
        self.compiled: dict[int, tuple[int, frozenset[str], Callable[[Any], Any]]] = {}

    def prepare(self, days: Sequence[int]) -> None:
        """Compile the functions for these days."""
        for day in days:
            self._compiled(day)

    def person(self, row: Row) -> Any:
        """Process columns of one."""
        return self.columns({name: np.array([value], np.int32) for name, value in row._asdict().items()})

    def question(self, person: Any, day: int) -> Answer:
        """Answer for columns of one."""
        wage, *columns = self.answer(person, day)
        return Answer(wage, *(column.item() for column in columns))

    def columns(self, columns: Any) -> Any:
        """Have the data processed: sorted by person, types made those of the engine."""
        size = len(columns["members"])
        data = {**columns, "p_id": np.arange(size), "day": np.zeros(size, np.int64)}
        return self._main(MainTarget.processed_data, self.starts[-1], data)

    def answer(self, prepared: Any, day: int) -> Answer:
        """Call the function compiled for that stretch of days."""
        wage, inputs, function = self._compiled(day)
        found = function({name: prepared[name] for name in inputs} | {"day": np.int64(day)})
        return Answer(wage, *(found[name] for name in TARGETS))

    def _compiled(self, day: int) -> tuple[int, frozenset[str], Callable[[Any], Any]]:
        start = self.starts[bisect_right(self.starts, day) - 1]
        if start not in self.compiled:
            names = {*Row._fields, "p_id", "day"}
            data = {name: np.zeros(1, np.int64) for name in names}
            targets = [MainTarget.tt_function, MainTarget.labels.root_nodes, MainTarget.policy_environment]
            found = self._main(targets, start, data)
            wage = found["policy_environment"]["minimum_wage"].value
            self.compiled[start] = wage, frozenset(found["labels"]["root_nodes"]) & names, found["tt_function"]
        return self.compiled[start]

    def _main(self, target: Any, day: int, data: dict[str, Any]) -> Any:
        wanted = {"main_targets": target} if isinstance(target, list) else {"main_target": target}
        return main(
            **wanted,
            policy_date_str=datetime.date.fromordinal(day + EPOCH).isoformat(),
            input_data=InputData.tree(data),
            tt_targets=TTTargets(qname=dict.fromkeys(TARGETS, "")),
            orig_policy_objects=self.objects,
            unit_system=UNITS,
        )


ENGINE = Ttsim
