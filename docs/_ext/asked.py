"""The open questions that bear on a rule."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from types import FunctionType

import kzrights as kz
from kzrights.law.rules import Reading, Rule

from .citing import EXACT, cited, nearest
from .norms import plain_function


@functools.cache
def readings_of(rule: Rule) -> tuple[Reading, ...]:
    """Return the readings that a rule or a function it calls asks for, and those that rest on its provision."""
    constants = {text for function in _reached(plain_function(rule.function)) for text in _texts(function)}
    return tuple(one for one in kz.LAW.readings if one.name in constants or _rests_on(one, rule))


def _rests_on(reading: Reading, rule: Rule) -> bool:
    """Say whether a choice of the reading rests on the very provision of the rule."""
    cites = frozenset(one for choice in reading.choices for one in cited(choice.source, None))
    return nearest(cites, rule) == EXACT


def rules_of(reading: Reading) -> list[Rule]:
    """Return the rules that a reading bears on."""
    return [rule for rule in kz.LAW.rules if reading in readings_of(rule)]


def amounts_of(reading: Reading) -> list[str]:
    """Return the names of the amounts that a reading bears on."""
    return list(dict.fromkeys(row.name for row in kz.LAW.parameters.rows if row.reading == reading.name))


def _reached(function: FunctionType) -> set[FunctionType]:
    found, waiting = {function}, [function]
    while waiting:
        one = waiting.pop()
        for name in one.__code__.co_names:
            other = one.__globals__.get(name)
            if not isinstance(other, FunctionType) or not other.__module__.startswith("kzrights.law."):
                continue
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _texts(function: FunctionType) -> Iterator[str]:
    for constant in function.__code__.co_consts:
        if isinstance(constant, str):
            yield constant
        elif hasattr(constant, "co_consts"):
            yield from (inner for inner in constant.co_consts if isinstance(inner, str))
    for name in function.__code__.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, str):
            yield value
