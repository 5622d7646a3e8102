"""Mutants of rules as values: removed, moved by a day, robbed of an activity, of a guard, of a reach."""

from __future__ import annotations

import functools
import gc
import inspect
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from attrs import frozen
from pendulum import Date
from tools.mutation.mutant import Kind, Mutant

import kzrights as kz
from kzrights.activities import Activity
from kzrights.calendar import NEVER
from kzrights.law.law import Law
from kzrights.law.modules import MODULES
from kzrights.law.rules import CODE, Clock, Rule

REACH: Final = ("forbids", "doubts", "limits", "permits")
OTHER: Final = {Clock.ACT: Clock.EVENT, Clock.EVENT: Clock.ACT}


@frozen
class Place:
    """A rule with the module it stands in."""

    rule: Rule
    module: ModuleType

    def mutant(self, what: str, apply: Callable[[], None], *others: Rule) -> Mutant:
        """Return a mutant of the rule, noticed by whoever asks it or ``others``."""
        stem = self.module.__name__.rpartition(".")[2]
        return Mutant(
            id=f"{stem}.{self.rule.name}: {what}",
            kind=Kind.RULE,
            module=stem,
            place=_place(self.rule, self.module),
            apply=apply,
            rules=frozenset(rule.name for rule in (self.rule, *others)),
            words=_words(self.rule),
        )


def _words(rule: Rule) -> frozenset[str]:
    """Return the names of the status a rule derives and of the activities that bear on it."""
    derived = [rule.status] if rule.status is not None and not rule.activities else []
    return frozenset(word for one in (*derived, *_bearing_on(rule)) for word in (one.name, one.value))


def _bearing_on(rule: Rule) -> set[Activity]:
    """Return the activities a rule touches, by itself or by what rests on the status it derives."""
    of = (rule,) if rule.activities else kz.LAW.topic("restriction") if rule.topic.startswith("status ") else ()
    return {activity for one in of if one.status == rule.status for activity in one.activities}


def _place(rule: Rule, module: ModuleType) -> str:
    file = Path(module.__file__ or "").name
    code = getattr(rule.function, "__code__", None)
    return f"{file}:{code.co_firstlineno}" if code and rule.function.__module__ == module.__name__ else file


def mutants() -> Iterator[Mutant]:
    """Yield every mutant of every rule of the law."""
    series: dict[str, list[Rule]] = {}
    for rule in kz.LAW.rules:
        series.setdefault(rule.series, []).append(rule)
    for place in _places():
        editions = sorted(series[place.rule.series], key=lambda rule: rule.since)
        yield place.mutant("removed", functools.partial(_remove, place.rule))
        yield from _days(place, editions)
        yield from _activities(place)
        yield from _reach(place)
        yield from _guards(place)
        yield from _clocks(place)


def _places() -> Iterator[Place]:
    ours = {id(rule) for rule in kz.LAW.rules}
    for module in MODULES:
        for rule in (*vars(module).values(), *vars(module).get("TABLE", ())):
            if isinstance(rule, Rule) and id(rule) in ours:
                ours.discard(id(rule))
                yield Place(rule, module)


def _days(place: Place, editions: list[Rule]) -> Iterator[Mutant]:
    """Move the day between two editions for both, so that the law set stays without gap; else the one there is."""
    rule = place.rule
    before = next((one for one, after in itertools.pairwise(editions) if after is rule), None)
    for days in (1, -1):
        if rule.since > CODE or before is not None:
            joined = before if before is not None and before.until == rule.since else None
            yield place.mutant(f"since {days:+d}", functools.partial(_since, rule, joined, days), *editions)
        if rule is editions[-1] and rule.until != NEVER:
            moved = rule.until.add(days=days)
            yield place.mutant(f"until {days:+d}", functools.partial(_change, rule, until=moved), *editions)


def _since(rule: Rule, before: Rule | None, days: int) -> None:
    moved: Date = rule.since.add(days=days)
    _change(rule, since=moved)
    if before is not None:
        _change(before, until=moved)


def _activities(place: Place) -> Iterator[Mutant]:
    for name in REACH:
        activities = getattr(place.rule, name)
        for activity in activities:
            rest = tuple(one for one in activities if one is not activity)
            yield place.mutant(f"{name} without {activity}", functools.partial(_change, place.rule, **{name: rest}))


def _reach(place: Place) -> Iterator[Mutant]:
    for name, nothing in (("for_ever", False), ("lasts", None), ("named", False)):
        if getattr(place.rule, name):
            yield place.mutant(f"not {name}", functools.partial(_change, place.rule, **{name: nothing}))


def _guards(place: Place) -> Iterator[Mutant]:
    rule = place.rule
    if rule.topic == "restriction" and _asks(rule.function):
        for what, guard in (("guard negated", _negated), ("guard always true", _true)):
            changed = functools.partial(guard, rule.function)
            yield place.mutant(what, functools.partial(_change, rule, function=changed))


def _asks(function: Callable[..., Any]) -> bool:
    """Say whether a guard looks at the status at all."""
    return not next(reversed(inspect.signature(function).parameters)).startswith("_")


def _negated(function: Callable[..., Any], *args: Any) -> Any:
    found = function(*args)
    return None if found is None else not found


def _true(function: Callable[..., Any], *args: Any) -> Any:
    return function(*args) or True


def _clocks(place: Place) -> Iterator[Mutant]:
    """The clock picks the edition of what is derived of a conviction; elsewhere whoever asks a topic names the day.

    It picks nothing where one edition stands for the whole time of the Code: earlier acts count from its first day.
    """
    rule = place.rule
    whole = rule.since <= CODE and rule.until == NEVER
    if rule.topic.startswith("status ") and not rule.of_case and rule.clock in OTHER and not whole:
        clock = OTHER[rule.clock]
        yield place.mutant(f"clock {clock}", functools.partial(_change, rule, clock=clock))


def _change(rule: Rule, **changes: Any) -> None:
    """Change a rule in place: laws, and tests that made laws while they were collected, share it."""
    for name, value in changes.items():
        object.__setattr__(rule, name, value)


@functools.cache
def laws() -> list[Law]:
    """Return the laws there are once the tests are collected."""
    return [one for one in gc.get_objects() if isinstance(one, Law)]


def _remove(rule: Rule) -> None:
    for law in laws():
        object.__setattr__(law, "rules", tuple(one for one in law.rules if one is not rule))
        object.__setattr__(law, "_topics", law._index())
