"""Facts of a case that are not known, and what they may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final, TypeAlias, cast

from attrs import frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import EARLIEST, LATEST, Term, days_after, days_before
from kzrights.casefile.keys import Key, Sort
from kzrights.changes import Supplied, whatif
from kzrights.changes.paths import key_at, steps, value_at
from kzrights.errors import CaseError
from kzrights.evaluate import evaluated
from kzrights.facts.case import Case
from kzrights.facts.days import Between
from kzrights.law.law import Law
from kzrights.moments import Bounds, noting
from kzrights.value import Value

Given: TypeAlias = Mapping[str, object]
"""What is supposed of facts that are not known, by their paths."""


@frozen(kw_only=True, repr=False, eq=False)
class OpenFact(Value):
    """A fact that is not known.

    Attributes:
        path: where it belongs in the case file.
        days: the first and the last day it may be, where it is a day.
        values: what it may be; of a day only its bounds.
        complete: whether it cannot be anything else.
    """

    path: str
    days: Bounds | None = None
    values: tuple[object, ...]
    complete: bool = True

    @property
    def ends(self) -> tuple[object, ...]:
        """The values to look at first: of a list nothing and everything."""
        return (self.values[0], self.values[-1]) if isinstance(self.values[0], tuple) else self.values

    @property
    def inner(self) -> tuple[object, ...]:
        """A day between the bounds."""
        return (middle(*self.days),) if self.days else ()

    def parts(self, given: Given, *at: Date) -> list[object]:
        """Return what is supposed of it in parts, a day cut at one of ``at`` where it can be; none where it is one."""
        if self.days is None:
            return list(self.values) if self.complete and self.path not in given else []
        low, high = _bounds(given.get(self.path), self.days)
        if low == high:
            return []
        cut = next((day for day in at if low < day <= high), middle(low, high))
        return [between(low, days_before(cut, 1)), between(cut, high)]


def open_facts(case: Case, law: Law) -> tuple[OpenFact, ...]:
    """Return the facts that answers wait for and that the file could state, in the order of their paths."""
    with noting() as bounds:
        here = evaluated(case, law)
        missing = {path for activity in Activity for one in here.bounded(activity) for path in one.missing}
    wanted = {near for path in missing for near in (path, f"{path}.from", f"{path}.to")}
    found = (_open_fact(case, law, path, bounds.get(path)) for path in sorted(wanted))
    return tuple(fact for fact in found if fact is not None)


def _open_fact(case: Case, law: Law, path: str, days: Bounds | None) -> OpenFact | None:
    try:
        key = key_at(case, steps(path), path)
    except CaseError:
        return None
    if days is not None and key.sort is Sort.DAY:
        low, high = max(days[0], EARLIEST), min(days[1], LATEST)
        return OpenFact(path=path, days=(low, high), values=(low, high)) if low < high else None
    values: list[Any] = [value for value in _values(case, law, key, path) if _fits(case, path, value)]
    values += [tuple(word for words in values for word in words)] if key.many else []
    closed = key.is_article or (key.sort in (Sort.FLAG, Sort.WORD) and not key.many)
    return OpenFact(path=path, values=tuple(values), complete=closed) if len(values) > 1 else None


def _values(case: Case, law: Law, key: Key, path: str) -> Iterable[object]:
    """Return values a fact may have; of a list of words none and each alone."""
    if key.is_article:
        return dict.fromkeys(sanction.article for sanction in law.offences.of(value_at(case, path)))
    if key.sort is Sort.FLAG:
        return (False, True)
    if key.sort is Sort.TERM:
        return _TERMS
    if key.sort is not Sort.WORD:
        return ()
    words = tuple(cast("type[Enum]", key.types[0]))
    return ((), *((word,) for word in words)) if key.many else words


_YEARS: Final = (1, 2, 3, 5, 7, 8, 10, 12, 15, 20)
_TERMS: Final = (Term(days=1), Term(months=1), *(Term(years=years) for years in _YEARS))


def _fits(case: Case, path: str, value: object) -> bool:
    try:
        suppose(case, {path: value})
    except CaseError:
        return False
    return True


def suppose(case: Case, given: Given) -> Case:
    """Return the case with what is supposed of facts that are not known.

    Raises:
        CaseError: when the facts together cannot be so.
    """
    return whatif(case, *(Supplied(path, value) for path, value in given.items()))


def _bounds(supposed: object, days: Bounds) -> Bounds:
    if isinstance(supposed, Between):
        return supposed.earliest, supposed.latest
    return (supposed, supposed) if isinstance(supposed, Date) else days


def middle(low: Date, high: Date) -> Date:
    """Return the first day of the later half of the days from ``low`` to ``high``."""
    return days_after(low, (high.toordinal() - low.toordinal() + 1) // 2)


def between(low: Date, high: Date) -> Date | Between:
    """Return some day from ``low`` to ``high``, the day itself where they are one."""
    return low if low == high else Between(low, high)


def waits_for(missing: frozenset[str], fact: OpenFact) -> bool:
    """Say whether a fact is among those that are missing, by its own path or with the whole it is part of."""
    return fact.path in missing or fact.path.rpartition(".")[0] in missing
