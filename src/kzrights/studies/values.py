"""What a study asks: of which cases, under which scenarios, of which rights, over which days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import as_date
from kzrights.errors import DateError
from kzrights.facts.case import Case
from kzrights.law.law import Law
from kzrights.money import Tenge
from kzrights.reforms import Reform
from kzrights.scenarios import Given, Scenario
from kzrights.totals import as_wage
from kzrights.value import Value

NAME: Final = re.compile(r"[\w-]+( [\w-]+)*")
"""What names of rights are made of: letters, digits, ``-`` and ``_``, with single spaces between."""
_LONGEST: Final = 40


def _activities(given: Iterable[Activity | str]) -> tuple[Activity, ...]:
    return tuple(dict.fromkeys(map(Activity.named, given)))


def is_name(text: str) -> bool:
    """Say whether a right may be called so: up to 40 letters, digits, ``-``, ``_`` and single spaces."""
    return len(text) <= _LONGEST and NAME.fullmatch(text) is not None


def _name(_: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or not is_name(value):
        raise ValueError(f"{attribute.name}: expected up to {_LONGEST} letters, digits and spaces, got {value!r}")


def _some(_: object, attribute: Any, value: tuple[object, ...]) -> None:
    if not value:
        raise ValueError(f"{attribute.name}: expected at least one, got none")


@frozen(repr=False, eq=False)
class Right(Value):
    """Activities that are counted as one right: a day is lost when any of them is prohibited on it.

    Attributes:
        name: by which tables call it; up to 40 letters, digits and spaces.
        activities: one or more, each an :class:`~kzrights.Activity` or its id.
    """

    name: str = field(validator=_name)
    activities: tuple[Activity, ...] = field(converter=_activities, validator=_some)


@frozen(repr=False, eq=False)
class Under(Value):
    """A function from a law to the law under reforms and readings, which two studies can compare.

    Attributes:
        reforms: applied one after the other, each from its day on where it has one.
        readings: the choice by the name of the reading; a reading not named is taken as the law given takes it.
    """

    reforms: tuple[Reform, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()

    def __call__(self, law: Law) -> Law:
        """Return the law under the readings and the reforms.

        Raises:
            LawError: when the law has no such reading or choice.
        """
        law = law.reading(**dict(self.readings)) if self.readings else law
        for reform in self.reforms:
            law = reform(law)
        return law


def _cases(given: Mapping[str, Case] | Iterable[tuple[str, Case]]) -> tuple[tuple[str, Case], ...]:
    return tuple(given.items() if isinstance(given, Mapping) else given)


def _scenarios(given: Iterable[Given]) -> tuple[Scenario, ...]:
    return tuple(map(Scenario.of, given))


def _rights(given: Mapping[str, Iterable[Activity | str]] | Iterable[Right]) -> tuple[Right, ...]:
    if isinstance(given, Mapping):
        return tuple(Right(name, activities) for name, activities in given.items())
    return tuple(given)


def _from(value: Date | None) -> Date | None:
    return None if value is None else as_date(value, "from_")


def _to(value: Date | None) -> Date | None:
    return None if value is None else as_date(value, "to")


@frozen(kw_only=True, repr=False, eq=False)
class Study(Value):
    """Many cases, several scenarios and some rights, to be counted by :func:`kzrights.study`.

    Attributes:
        cases: the cases, by the name under which tables show them; never by the label of the person.
        scenarios: as for :func:`kzrights.compare`, each under a name of its own. A case as it is under the law as it
            is counts only where a scenario without changes says so.
        rights: each a :class:`~kzrights.studies.Right`, or its activities by its name.
        from_: the first day counted; where left out, the first day of the facts of each case.
        to: the first day no longer counted; where left out, tomorrow in Kazakhstan, so that today counts.
        wage: what each person earns in every month, in tenge; with it, the result says what the cap withholds.
        by_year: whether days are counted for each calendar year.

    Raises:
        DateError: when ``from_`` or ``to`` is not a day, or ``to`` is not after ``from_``.
        MoneyError: when ``wage`` is not a whole number of tenge, zero or more.
        TypeError: for anything that is no scenario.
        UnknownName: when no activity has that id.
        ValueError: when there is no case, scenario or right, or two of them have one name.
    """

    cases: tuple[tuple[str, Case], ...] = field(converter=_cases, validator=_some, repr=False)
    scenarios: tuple[Scenario, ...] = field(converter=_scenarios, validator=_some)
    rights: tuple[Right, ...] = field(converter=_rights, validator=_some)
    from_: Date | None = field(default=None, converter=_from)
    to: Date | None = field(default=None, converter=_to)
    wage: Tenge | None = field(default=None, converter=as_wage)
    by_year: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse names given twice and a window without days."""
        names = (
            ("cases", [name for name, _ in self.cases]),
            ("scenarios", [one.name for one in self.scenarios]),
            ("rights", [one.name for one in self.rights]),
        )
        for kind, found in names:
            if twice := [name for name in found if found.count(name) > 1]:
                raise ValueError(f"{kind}: expected each name once, got {twice[0]!r} twice")
        if self.from_ and self.to and not self.from_ < self.to:
            raise DateError(f"to: expected a day after {self.from_}, got {self.to}")
