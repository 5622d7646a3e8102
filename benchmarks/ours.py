"""kzrights as it is used: a case built of facts, questions through ``kz.can`` and ``kz.cap``, reasons included.

Columns are answered by ``kzrights.cohorts``: the same law, applied to registers of bans and of the list.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from benchmarks import rules
from benchmarks.engine import Answer, Engine
from benchmarks.population import EPOCH, FAR, Row, read_person
from pendulum import Date

import kzrights as kz
from kzrights.cohorts import Caps, Cohort, Register, amounts, of_registers, within
from kzrights.law.law import packaged_law
from kzrights.statuses import Traits

if TYPE_CHECKING:
    from benchmarks.population import Columns

FAMILY = (kz.Relation.SPOUSE, *[kz.Relation.PARENT] * 2, *[kz.Relation.SPOUSES_PARENT] * 2)
BANNED, BARRED = kz.Activity.LEAD_ASSOCIATION, kz.Activity.FOUND_ASSOCIATION
"""What a ban of public activity forbids, and what is forbidden to whoever is banned or listed."""


NO_TRAITS: Final = Traits()
BAN: Final = Traits(scope=(kz.Scope.PUBLIC_ACTIVITY,))


class Prepared(NamedTuple):
    """Registers to which the law was applied, and what people ask for."""

    cohort: Cohort
    caps: Caps
    requested: Any


class Asking(NamedTuple):
    """A case, and what the person asks for."""

    case: kz.Case
    requested: int


class KzRights(Engine):
    """One question at a time, or columns."""

    def day(self, day: int) -> Date:
        """Return the day as a date."""
        return _date(day)

    def prepare(self, days: Sequence[Date]) -> None:
        """Have the law read, as the others have their tables of rules built."""
        law = packaged_law()
        for activity in (BANNED, BARRED):
            law.bearing(kz.StatusKind.LISTED, activity)
        for name in rules.BASES:
            law.parameters.history(name)

    def person(self, row: Row) -> Asking:
        """Build a case of one person's facts."""
        return Asking(case_of(row), row.requested)

    def stored(self) -> Asking:
        """Load the case from its file."""
        return Asking(kz.load(self.folder / "case.yaml"), read_person(self.folder).requested)

    def question(self, person: Asking, day: Date) -> Answer:
        """Ask for the wage, the cap, what a ban forbids, and what a ban or a listing forbids."""
        wage = kz.LAW.parameters.at("minimum_wage", day).value.amount
        amount = kz.cap(person.case, on=day).amount
        cap = amount.amount if isinstance(amount, kz.Tenge) else None
        ban = kz.can(person.case, BANNED, on=day).permission is kz.Permission.PROHIBITED
        allowed = person.requested if cap is None else min(person.requested, cap)
        return Answer(wage, cap or 0, ban, self.barred(person, day), allowed)

    def barred(self, person: Asking, day: Date) -> bool:
        """Ask whether the person may found an association; the answer comes with its reasons."""
        return kz.can(person.case, BARRED, on=day).permission is kz.Permission.PROHIBITED

    def columns(self, columns: Columns) -> Prepared:
        """Take the columns as registers of bans and of the list; what the law makes of them is worked out once."""
        banned = _register(kz.StatusKind.ACTIVITY_BAN, columns["ban_from"], columns["ban_to"], BAN)
        listed = _register(kz.StatusKind.LISTED, columns["listed_from"], columns["listed_to"])
        cohort = of_registers(len(columns["members"]), [banned, listed], activities=[BANNED, BARRED])
        return Prepared(cohort, Caps(listed, columns["members"]), columns["requested"])

    def answer(self, prepared: Prepared, day: Date) -> Answer:
        """Ask for everybody what one person is asked."""
        wage = kz.LAW.parameters.at("minimum_wage", day).value.amount
        ban, barred = (
            prepared.cohort.can(activity, on=day).are(kz.Permission.PROHIBITED) for activity in (BANNED, BARRED)
        )
        cap = prepared.caps.at(day)
        allowed = within(prepared.requested, cap)
        return Answer(wage, np.maximum(cap, 0, out=cap), ban, barred, allowed)

    def matrix(self, prepared: Prepared, days: Sequence[Date]) -> Iterable[Answer]:
        """Ask for everybody and all days at once; an answer is a column of what comes back."""
        asked = np.array([day.toordinal() for day in days], np.int32)
        wages = amounts("minimum_wage", asked).tolist()
        ban, barred = (
            prepared.cohort.over(activity, asked).are(kz.Permission.PROHIBITED) for activity in (BANNED, BARRED)
        )
        cap = prepared.caps.over(asked)
        allowed = within(prepared.requested[:, None], cap)
        return map(Answer, wages, np.maximum(cap, 0, out=cap).T, ban.T, barred.T, allowed.T)

    def entries(self, people: int, columns: Columns) -> Cohort:
        """Take the entries as a register of the list in which people stand more than once."""
        listed = _register(kz.StatusKind.LISTED, columns["starts"], columns["ends"], people=columns["people"])
        return of_registers(people, [listed], activities=[BARRED])

    def standing(self, prepared: Cohort, day: Date) -> Any:
        """Ask who may not found an association for being on the list."""
        return prepared.can(BARRED, on=day).are(kz.Permission.PROHIBITED)


def _register(kind: kz.StatusKind, starts: Any, ends: Any, traits: Traits = NO_TRAITS, people: Any = None) -> Register:
    return Register(kind=kind, starts=starts, ends=ends, people=people, traits=traits, origin=EPOCH)


def case_of(row: Row) -> kz.Case:
    """Return the case of someone convicted and banned on a day, and listed by the Prosecutor General, or neither."""
    return kz.Case(
        person=kz.Person(label="benchmark"),
        household=[_dependant(relation) for relation in FAMILY[: row.members]],
        convictions=[_conviction(row)] if row.ban_from < FAR else [],
        listings=[_listing(row)] if row.listed_from < FAR else [],
    )


def _dependant(relation: kz.Relation) -> kz.HouseholdMember:
    return kz.HouseholdMember(relation=relation, own_income=False, dependant=True, cohabiting=True)


def _conviction(row: Row) -> kz.Conviction:
    day = _date(row.ban_from)
    term = None if row.ban_to == FAR else kz.Term(days=row.ban_to - row.ban_from)
    ban = kz.ActivityBan(term=term, life=term is None, scope=[kz.Scope.PUBLIC_ACTIVITY])
    offence = kz.Offence(article="131(1)", committed=Date(2015, 1, 5))
    return kz.Conviction(id="c1", verdict=day, in_force=day, offences=[offence], punishments=[kz.Fine(paid=day), ban])


def _listing(row: Row) -> kz.Listing:
    delisted = None if row.listed_to == FAR else _date(row.listed_to)
    return kz.Listing(listed=_date(row.listed_from), delisted=delisted, ground=kz.ListingGround.PROSECUTOR_GENERAL)


def _date(day: int) -> Date:
    found = datetime.date.fromordinal(day + EPOCH)
    return Date(found.year, found.month, found.day)


def write(folder: Path) -> None:
    """Write the case file of the one person of whom questions are asked."""
    kz.dump(case_of(read_person(folder)), folder / "case.yaml")


ENGINE = KzRights
