"""How facts of a case stand to each other: which day surely comes first, which conviction is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kzrights.calendar import EARLIEST, LATEST
from kzrights.errors import Problem
from kzrights.facts.conviction import Conviction
from kzrights.facts.days import When, bounds, show_when
from kzrights.facts.events import Event

if TYPE_CHECKING:
    from kzrights.facts.case import Case


def surely_before(first: When | None, second: When | None) -> bool:
    """Say whether, whatever is unknown, ``first`` comes before ``second``."""
    return bounds(first, EARLIEST, LATEST)[1] < bounds(second, EARLIEST, LATEST)[0]


def not_before(path: str, day: When | None, first: When | None, what: str) -> Iterator[Problem]:
    """Yield that a day surely comes before ``first``, named by ``what``."""
    if day is not None and first is not None and surely_before(day, first):
        yield Problem(path, f"expected a day not before {what} ({show_when(first)}), got {show_when(day)}")


def reference(path: str, id: str | None, ids: list[str]) -> Iterator[Problem]:
    """Yield that an id names no conviction, or is left out where there are several."""
    known = ", ".join(ids) or "none"
    if id is not None and id not in ids:
        yield Problem(path, f"expected the id of a conviction ({known}), got {id!r}")
    elif id is None and len(ids) != 1:
        yield Problem(path, f"expected the id of one of the convictions ({known})")


def orders_of(case: Case, *kinds: type[Event]) -> Iterator[tuple[str, Any, Conviction]]:
    """Yield the events of these kinds, each with its path and the conviction it concerns."""
    for at, event in enumerate(case.events):
        if isinstance(event, kinds):
            conviction = case.conviction_of(getattr(event, "conviction", None))
            if conviction is not None:
                yield f"events[{at}]", event, conviction


def own_events(case: Case, conviction: Conviction, *kinds: type[Event]) -> list[Any]:
    """Return the events of these kinds that concern a conviction, in the order of their days."""
    found = [event for _, event, of in orders_of(case, *kinds) if of is conviction]
    return sorted(found, key=lambda event: bounds(event.on, EARLIEST, LATEST))
