"""Reforms: named, dated changes of the law that somebody proposes, and what an answer would be under them.

A reform called with a law returns another law, to be given to any question as ``law=``::

    >>> import kzrights as kz
    >>> from pendulum import Date
    >>> law = kz.reforms.named("list_ends_with_release").on(Date(2025, 1, 1))(kz.LAW)
    >>> answer = kz.can(kz.example("atyrau-2016"), "take_loan", on=Date(2025, 6, 1), law=law)
    >>> answer.permission.name, [reform.name for reform in answer.reforms]
    ('ALLOWED', ['list_ends_with_release'])

"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping
from typing import Final

from pendulum import Date

from kzrights.errors import DateError, UnknownName
from kzrights.law.law import Law, packaged_law
from kzrights.reforms import bans, freeze, listing, offences, parole, rehabilitation
from kzrights.reforms.patch import load, loads
from kzrights.reforms.reform import Change, ChangeFrom, Reform, Reformed

__all__ = [
    "INEXPRESSIBLE",
    "REFORMS",
    "Change",
    "ChangeFrom",
    "Reform",
    "Reformed",
    "load",
    "loads",
    "named",
    "parse",
    "together",
]

_MODULES: Final = (listing, freeze, offences, bans, rehabilitation, parole)

REFORMS: Final[Mapping[str, Reform]] = {reform.name: reform for module in _MODULES for reform in module.REFORMS}
"""The reforms by name, by field: the list, the freeze, offences, bans, rehabilitation, parole."""

INEXPRESSIBLE: Final[Mapping[str, str]] = {
    "RO-07": "No interrogation without an independent lawyer: no case file says what was said to whom before trial, "
    "and no answer depends on it.",
    "RO-15": "Convictions annulled in one group of cases: a change of facts, not of law. Add to the case that "
    "the verdict was quashed and the person acquitted: the event quashed, with the outcome acquitted.",
    "RO-16": "Courts set aside convictions for peaceful membership: a change of facts, not of law, as for RO-15. "
    "membership_no_longer_an_offence is what a law could do.",
    "RO-26": "Cassation of minor crimes from 1 July 2027: enacted already, and part of the law as modelled.",
    "RO-27": "Of its three parts, early lifting of records after grave crimes: the library takes the record as lifted "
    "where the file says that a court did, and does not say who may ask. The other two are reforms.",
    "RO-28": "The conviction of one person quashed and expunged: a change of facts, not of law, as for RO-15.",
}
"""What was proposed and cannot be expressed as a change of the law modelled here, by its number, with why."""


def named(name: str) -> Reform:
    """Return the reform called ``name``.

    Raises:
        UnknownName: with the nearest names, or all.
    """
    if name in REFORMS:
        return REFORMS[name]
    near = difflib.get_close_matches(name, REFORMS, n=3)
    hint = f"did you mean {', '.join(near)}?" if near else f"expected one of {', '.join(REFORMS)}"
    raise UnknownName(f"reform: nothing is called {name!r}; {hint}")


def parse(text: str) -> Reform:
    """Return the reform that ``text`` names, with its first day after an ``@``: ``no_blanket_bans@2025-01-01``.

    Raises:
        UnknownName: when no reform has that name.
        DateError: when what follows the ``@`` is not a day.
    """
    name, at, day = text.partition("@")
    reform = named(name)
    if not at:
        return reform
    try:
        return reform.on(Date.fromisoformat(day))
    except ValueError:
        raise DateError(f"reform {name}: expected a day such as 2025-01-01 after the @, got {day!r}") from None


def together(*reforms: Reform, law: Law | None = None) -> Law:
    """Return the law that ``reforms`` make of ``law``, one after the other."""
    return functools.reduce(lambda found, reform: reform(found), reforms, law or packaged_law())
