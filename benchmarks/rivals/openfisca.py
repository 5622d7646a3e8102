"""The five rules in OpenFisca: vectorised formulas by day, dated where the law is, amounts as its parameters.

Money is ``int``, 32 bits wide: ``float``, which most OpenFisca systems take for money, is 32 bits wide too and holds
no odd number above 16,777,216 (``floats`` says what comes of it).
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.engine import Answer, Engine, Law
from benchmarks.population import EPOCH, Row
from openfisca_core.entities import build_entity
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.periods import DateUnit, Instant, Period
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="persons", label="Person", is_person=True)


class ban_from(Variable):
    value_type = datetime.date
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class ban_to(Variable):
    value_type = datetime.date
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class listed_from(Variable):
    value_type = datetime.date
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class listed_to(Variable):
    value_type = datetime.date
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class members(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class requested(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.ETERNITY


class ban(Variable):
    value_type = bool
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person: Any, period: Any) -> Any:
        day = np.datetime64(period.start)
        return (person("ban_from", period) <= day) * (day < person("ban_to", period))


class listed(Variable):
    value_type = bool
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person: Any, period: Any) -> Any:
        day = np.datetime64(period.start)
        return (person("listed_from", period) <= day) * (day < person("listed_to", period))


class barred(Variable):
    value_type = bool
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person: Any, period: Any) -> Any:
        return person("ban", period) + person("listed", period)


class cap(Variable):
    """Its dated formulas, one for each edition of the law, are given to it by :func:`system`."""

    value_type = int
    entity = PERSON
    definition_period = DateUnit.DAY


class allowed(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person: Any, period: Any) -> Any:
        requested = person("requested", period)
        capped = np.minimum(requested, person("cap", period))
        return np.where(person("listed", period), capped, requested)


FACTS = (ban_from, ban_to, listed_from, listed_to, members)
RULES = (ban, listed, barred)
MONEY = (requested, cap, allowed)


def capped_by(base: str) -> Any:
    def formula(person: Any, period: Any, parameters: Any) -> Any:
        return person("listed", period) * (parameters(period)[base] * (1 + person("members", period)))

    return formula


def system(law: Law, money: type) -> TaxBenefitSystem:
    """Return the rules and the dated amounts; each edition of the cap is a dated formula."""
    built = TaxBenefitSystem([PERSON])
    built.parameters = ParameterNode("", data={})
    for name in ("minimum_wage", "subsistence_minimum"):
        values = {since: {"value": value} for since, value in getattr(law, name)}
        built.parameters.add_child(name, Parameter(name, {"values": values}))
    editions = {f"formula_{since.replace('-', '_')}": capped_by(base) for since, base in law.cap}
    built.add_variables(*FACTS, *RULES)
    for kind in MONEY:
        dated = editions if kind is cap else {}
        built.add_variable(type(kind.__name__, (Variable,), {**vars(kind), **dated, "value_type": money}))
    return built


class OpenFisca(Engine):
    """A simulation of as many people as there are, whose inputs are set as whole columns."""

    def __init__(self, folder: Path, money: type = int) -> None:
        super().__init__(folder)
        self.system = system(Law.read(folder), money)

    def floating(self) -> OpenFisca:
        """Return the same with ``float`` for money."""
        return OpenFisca(self.folder, float)

    def day(self, day: int) -> Period:
        """Return the day as a period."""
        found = datetime.date.fromordinal(day + EPOCH)
        return Period((DateUnit.DAY, Instant((found.year, found.month, found.day)), 1))

    def person(self, row: Row) -> Simulation:
        """Build a simulation of one."""
        return self.columns({name: np.array([value], np.int32) for name, value in row._asdict().items()})

    def question(self, person: Simulation, day: Period) -> Answer:
        """Answer for a simulation of one."""
        wage, *columns = self.answer(person, day)
        return Answer(wage, *(column.item() for column in columns))

    def barred(self, person: Simulation, day: Period) -> bool:
        """Ask for one variable."""
        return bool(person.calculate("barred", day)[0])

    def columns(self, columns: Any) -> Simulation:
        """Build a simulation and set its inputs."""
        simulation = SimulationBuilder().build_default_simulation(self.system, count=len(columns["members"]))
        for name, column in columns.items():
            dated = name not in ("members", "requested")
            simulation.set_input(name, "ETERNITY", column.astype("datetime64[D]") if dated else column)
        return simulation

    def answer(self, prepared: Simulation, day: Period) -> Answer:
        """Ask for the variables; the wage is a parameter."""
        wage = self.system.get_parameters_at_instant(day.start).minimum_wage
        return Answer(wage, *(prepared.calculate(name, day) for name in Answer._fields[1:]))


ENGINE = OpenFisca
