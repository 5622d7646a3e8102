"""What would be, had something else happened: typed changes of facts, from one case to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias, TypeGuard

from kzrights.changes.base import Change
from kzrights.changes.drafts import HELD_IN, Draft, Fact, added, begun, finished
from kzrights.changes.later import Delisted, Parole
from kzrights.changes.paths import steps
from kzrights.changes.single import Supplied, Without
from kzrights.changes.verdict import BanShortened, InForce, NotConvictedOf, SentenceReplaced
from kzrights.errors import CaseError, Problem
from kzrights.facts import Case, show_when

__all__ = [
    "AnyChange",
    "BanShortened",
    "Change",
    "Delisted",
    "InForce",
    "NotConvictedOf",
    "Parole",
    "SentenceReplaced",
    "Supplied",
    "Without",
    "is_change",
    "says",
    "whatif",
]

AnyChange: TypeAlias = Change | Fact
"""A change, or a fact that is added."""
_ADDED: Final = 4


def is_change(value: object) -> TypeGuard[AnyChange]:
    """Say whether something is a change, or a fact that can be added."""
    return isinstance(value, (Change, *HELD_IN))


def says(change: AnyChange) -> str:
    """Return a change in words, without anything that may name a person."""
    if isinstance(change, Change):
        return change.says
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(change).__name__).lower()
    on = getattr(change, "on", None) or getattr(change, "listed", None)
    return f"{word} on {show_when(on)}" if on else f"{word} added"


def whatif(case: Case, *changes: AnyChange) -> Case:
    """Return the case as it would be with other facts.

    A fact given as it is (an event, a listing, a member of the household, a measure, custody, a conviction) is added;
    a listing given to a case that says nothing of listings takes the place of what the law presumes.
    The order in which changes are given does not matter, unless two of one class name the same fact: then the last
    one holds. Paths are those of the case that is given.

    Raises:
        CaseError: when a change does not fit the case, or the facts would contradict each other.
        TypeError: for anything that is no change.
    """
    facts = begun(case)
    for change in _in_turn(changes):
        facts = change.made(facts) if isinstance(change, Change) else added(facts, change)
    return _put_together(facts, changes)


def _in_turn(changes: Iterable[AnyChange]) -> list[AnyChange]:
    """Return the changes in the order in which they are made: of what is taken away, the last place first."""
    gone = {one for one in changes if isinstance(one, Without)}
    backwards = sorted(gone, key=lambda one: steps(one.path), reverse=True)
    rest = [one for one in changes if not isinstance(one, Without)]
    return sorted((*backwards, *rest), key=_turn)


def _turn(change: AnyChange) -> tuple[int, str]:
    if not is_change(change):
        raise TypeError(f"changes: expected a change or a fact, got {type(change).__name__}")
    return change.turn if isinstance(change, Change) else _ADDED, type(change).__name__


def _put_together(facts: Draft, changes: Iterable[AnyChange]) -> Case:
    try:
        return finished(facts)
    except CaseError as error:
        made = "; ".join(map(says, changes))
        told = [Problem(one.path, f"{one.message} (once changed: {made})") for one in error.problems]
        raise CaseError(told) from None
