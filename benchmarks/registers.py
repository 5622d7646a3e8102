"""The five rules for many people in kzrights: the same law, applied to registers of bans and of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from benchmarks import rules
from benchmarks.engine import Answer
from benchmarks.ours import BANNED, BARRED
from benchmarks.population import EPOCH
from pendulum import Date

import kzrights as kz
from kzrights.cohorts import Caps, Cohort, Register, amounts, of_registers, within
from kzrights.law.law import packaged_law
from kzrights.statuses import Traits

if TYPE_CHECKING:
    from benchmarks.population import Columns

NO_TRAITS: Final = Traits()
BAN: Final = Traits(scope=(kz.Scope.PUBLIC_ACTIVITY,))


def prepare() -> None:
    """Have the law read."""
    law = packaged_law()
    for activity in (BANNED, BARRED):
        law.bearing(kz.StatusKind.LISTED, activity)
    for name in rules.BASES:
        law.parameters.history(name)


class Prepared(NamedTuple):
    """Registers to which the law was applied, and what people ask for."""

    cohort: Cohort
    caps: Caps
    requested: Any

    @classmethod
    def of(cls, columns: Columns) -> Prepared:
        """Take the columns as registers of bans and of the list; what the law makes of them is worked out once."""
        banned = _register(kz.StatusKind.ACTIVITY_BAN, columns["ban_from"], columns["ban_to"], BAN)
        listed = _register(kz.StatusKind.LISTED, columns["listed_from"], columns["listed_to"])
        cohort = of_registers(len(columns["members"]), [banned, listed], activities=[BANNED, BARRED])
        return cls(cohort, Caps(listed, columns["members"]), columns["requested"])


def answer(prepared: Prepared, day: Date) -> Answer:
    """Ask for everybody what one person is asked."""
    wage = kz.LAW.parameters.at("minimum_wage", day).value.amount
    ban, barred = (prepared.cohort.can(activity, on=day).are(kz.Permission.PROHIBITED) for activity in (BANNED, BARRED))
    cap = prepared.caps.at(day)
    allowed = within(prepared.requested, cap)
    return Answer(wage, np.maximum(cap, 0, out=cap), ban, barred, allowed)


def matrix(prepared: Prepared, days: Sequence[Date]) -> Iterable[Answer]:
    """Ask for everybody and all days at once; an answer is a column of what comes back."""
    asked = np.array([day.toordinal() for day in days], np.int32)
    wages = amounts("minimum_wage", asked).tolist()
    ban, barred = (prepared.cohort.over(activity, asked).are(kz.Permission.PROHIBITED) for activity in (BANNED, BARRED))
    cap = prepared.caps.over(asked)
    allowed = within(prepared.requested[:, None], cap)
    return map(Answer, wages, np.maximum(cap, 0, out=cap).T, ban.T, barred.T, allowed.T)


def entries(people: int, columns: Columns) -> Cohort:
    """Take the entries as a register of the list in which people stand more than once."""
    listed = _register(kz.StatusKind.LISTED, columns["starts"], columns["ends"], people=columns["people"])
    return of_registers(people, [listed], activities=[BARRED])


def standing(prepared: Cohort, day: Date) -> Any:
    """Ask who may not found an association for being on the list."""
    return prepared.can(BARRED, on=day).are(kz.Permission.PROHIBITED)


def _register(kind: kz.StatusKind, starts: Any, ends: Any, traits: Traits = NO_TRAITS, people: Any = None) -> Register:
    return Register(kind=kind, starts=starts, ends=ends, people=people, traits=traits, origin=EPOCH)
