"""What a ban covers: rules made of the table ``scopes.toml``, one pair for each scope (Criminal Code 50(1))."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kzrights.activities import Activity
from kzrights.data import read_table
from kzrights.facts.vocabulary import Scope
from kzrights.law.acts import CC, CPC
from kzrights.law.rules import Confidence, Guard, Rule, restricts
from kzrights.statuses import Status, StatusKind

BAN = StatusKind.ACTIVITY_BAN


def _in_scope(scope: Scope, ban: Status) -> Guard:
    """A ban reaches what its scope names; where the file gives no scope, nobody can say what it reaches."""
    return None if ban.traits.scope is None else scope in ban.traits.scope


def _rules() -> Iterator[Rule]:
    table = read_table("law", "scopes.toml")
    for name, row in table.items():
        words = f"«{row['russian']}»"
        plainly = _activities(row["plainly"])
        arguably = _activities(row["arguably"])
        if plainly:
            norm = f"A ban on {words} covers what its words name."
            yield _rule(name, norm, row["source"], forbids=plainly)
        if arguably:
            norm = f"A ban on {words} may reach this too: no act defines it, and courts explain it case by case."
            yield _rule(name, norm, row["source"], doubts=arguably)


def _rule(
    name: str, norm: str, source: str, forbids: tuple[Activity, ...] = (), doubts: tuple[Activity, ...] = ()
) -> Rule:
    guard = partial(_in_scope, Scope(name))
    guard.__doc__ = norm
    return restricts(
        BAN,
        CC / "50(1)",
        forbids=forbids,
        doubts=doubts,
        name=f"ban_{'covers' if forbids else 'may_reach'}_{name}",
        confidence=Confidence.INFERRED,
        source=source,
    )(guard)


def _activities(names: list[str]) -> tuple[Activity, ...]:
    return tuple(Activity(name) for name in names)


TABLE = tuple(_rules())


@restricts(BAN, CPC / "476(17)", forbids=tuple(Activity), named=True)
def ban_as_the_court_explained(_: Status) -> bool:
    """The court that passed sentence clears up doubts about a ban; what it called forbidden is."""
    return True
