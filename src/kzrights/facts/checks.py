"""Validators shared by the facts: each refuses with the field's name, what came and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from pendulum import Date

from kzrights.calendar import Term
from kzrights.facts.days import UNKNOWN, Unknown

Validator: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_ANY_DAY = Date(2015, 1, 1)


def text(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    """Refuse what is not text, without quoting it: it may be a name."""
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name}: expected text, got {type(value).__name__}")


def one_of(kind: type) -> Validator:
    """Refuse what is not a member of ``kind``."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            raise TypeError(f"{attribute.name}: expected a {kind.__name__}, got {value!r}")

    return check


def all_of(*kinds: type) -> Validator:
    """Refuse a tuple with anything in it that is none of ``kinds``."""

    def check(_: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for item in value:
            if not isinstance(item, kinds):
                names = " or ".join(kind.__name__ for kind in kinds[:3])
                raise TypeError(f"{attribute.name}: expected each to be a {names}, got {type(item).__name__}")

    return check


def flag(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither true nor false."""
    if not isinstance(value, bool):
        raise TypeError(f"{attribute.name}: expected true or false, got {value!r}")


def whole(at_least: int, at_most: int, unit: str) -> Validator:
    """Refuse what is not a whole number within the bounds, both inclusive."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not at_least <= value <= at_most:
            raise ValueError(f"{attribute.name}: expected {at_least} to {at_most} {unit}, got {value!r}")

    return check


def term(at_least: Term, at_most: Term, *, may_be_unknown: bool = True) -> Validator:
    """Refuse a term outside the bounds that the law sets for its kind, both inclusive."""

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is UNKNOWN and may_be_unknown:
            return
        if not isinstance(value, Term):
            raise TypeError(f'{attribute.name}: expected a term such as "5 years", got {value!r}')
        if not at_least.after(_ANY_DAY) <= value.after(_ANY_DAY) <= at_most.after(_ANY_DAY):
            raise ValueError(f"{attribute.name}: expected {at_least} to {at_most}, got {value}")

    return check


def matches(pattern: str, example: str) -> Validator:
    """Refuse text of another form."""
    compiled = re.compile(pattern)

    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError(f'{attribute.name}: expected a form such as "{example}", got {value!r}')

    return check


def identifier() -> Validator:
    """Refuse what is not a short name of letters, digits, ``-`` and ``_``, such as ``c1``."""
    return matches(r"[A-Za-z][A-Za-z0-9_-]{0,39}", "c1")


def is_known(value: object) -> bool:
    """Say whether a fact is stated and not ``unknown``."""
    return value is not None and not isinstance(value, Unknown)
