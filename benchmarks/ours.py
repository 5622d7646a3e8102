"""kzrights as it is used: a case built of facts, questions through ``kz.can`` and ``kz.cap``, reasons included.

Columns are answered by ``kzrights.cohorts``, see ``registers.py``.
"""

from __future__ import annotations

import datetime
import functools
import importlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.engine import Answer, Engine
from benchmarks.population import EPOCH, FAR, Row, read_person
from pendulum import Date

import kzrights as kz

if TYPE_CHECKING:
    from benchmarks.population import Columns

FAMILY = (kz.Relation.SPOUSE, *[kz.Relation.PARENT] * 2, *[kz.Relation.SPOUSES_PARENT] * 2)
BANNED, BARRED = kz.Activity.LEAD_ASSOCIATION, kz.Activity.FOUND_ASSOCIATION
"""What a ban of public activity forbids, and what is forbidden to whoever is banned or listed."""


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
        self._registers.prepare()

    def person(self, row: Row) -> Asking:
        """Build a case of one person's facts."""
        return Asking(case_of(row), row.requested)

    def stored(self) -> Asking:
        """Load the case from its file."""
        return Asking(kz.load(self.folder / "case.json"), read_person(self.folder).requested)

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

    def columns(self, columns: Columns) -> Any:
        """Take the columns as registers."""
        return self._registers.Prepared.of(columns)

    def answer(self, prepared: Any, day: Date) -> Answer:
        """Ask for everybody what one person is asked."""
        found: Answer = self._registers.answer(prepared, day)
        return found

    def matrix(self, prepared: Any, days: Sequence[Date]) -> Iterable[Answer]:
        """Ask for everybody and all days at once."""
        found: Iterable[Answer] = self._registers.matrix(prepared, days)
        return found

    def entries(self, people: int, columns: Columns) -> Any:
        """Take the entries as a register of the list in which people stand more than once."""
        return self._registers.entries(people, columns)

    def standing(self, prepared: Any, day: Date) -> Any:
        """Ask who is barred for being on the list."""
        return self._registers.standing(prepared, day)

    @functools.cached_property
    def _registers(self) -> ModuleType:
        """What asks columns; one question needs neither it nor numpy."""
        return importlib.import_module("benchmarks.registers")


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
    from ruamel.yaml import YAML

    plain = YAML(typ="safe").load(kz.dumps(case_of(read_person(folder))))
    (folder / "case.json").write_text(json.dumps(plain, default=str), encoding="utf-8")


ENGINE = KzRights
