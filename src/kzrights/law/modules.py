"""The modules of the law, in the order in which rules are asked."""

from __future__ import annotations

from types import ModuleType

from kzrights.law import (
    assemblies,
    associations,
    citizenship,
    civil_service,
    criminal_code,
    criminal_code_records,
    criminal_code_release,
    criminal_executive_code,
    criminal_procedure_code,
    elections,
    enforcement,
    family,
    financing_deadlines,
    financing_exclusion,
    financing_law,
    financing_list,
    labour,
    measures,
    media,
    migration,
    parole,
    professions,
    redress_ways,
    registration,
    rehabilitation_claims,
    rehabilitation_elsewhere,
    rehabilitation_law,
    scopes,
    supervision,
    weapons,
)
from kzrights.law.rules import Rule

MODULES: tuple[ModuleType, ...] = (
    criminal_code,
    criminal_code_release,
    criminal_code_records,
    parole,
    criminal_executive_code,
    criminal_procedure_code,
    measures,
    rehabilitation_law,
    rehabilitation_claims,
    redress_ways,
    rehabilitation_elsewhere,
    financing_law,
    financing_list,
    financing_exclusion,
    financing_deadlines,
    registration,
    supervision,
    scopes,
    citizenship,
    elections,
    associations,
    media,
    professions,
    weapons,
    assemblies,
    labour,
    family,
    civil_service,
    migration,
    enforcement,
)


def rules() -> tuple[Rule, ...]:
    """Return every rule of every module."""
    return tuple(rule for module in MODULES for rule in _of(module))


def _of(module: ModuleType) -> list[Rule]:
    made = [value for value in vars(module).values() if isinstance(value, Rule)]
    return [*made, *vars(module).get("TABLE", ())]
