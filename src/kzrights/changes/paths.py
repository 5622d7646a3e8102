"""Facts by their path in the case file, such as ``convictions[0].in_force``: looked up, set, taken away."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias, TypeVar

from attrs import evolve

from kzrights.casefile.keys import Key, keys_of
from kzrights.casefile.scalars import nearest
from kzrights.errors import CaseError, Problem
from kzrights.facts.case import Case

_T = TypeVar("_T")
_STEP: Final = r"[a-z_]+(?:\[[0-9]{1,4}\])?"
_PATH: Final = re.compile(rf"{_STEP}(?:\.{_STEP})*")


class Step(NamedTuple):
    """A key of the path, and the place in its list; ``-1`` where the path names none."""

    key: str
    at: int = -1


Steps: TypeAlias = tuple[Step, ...]
Change: TypeAlias = Callable[[Key, Any, int], Any]
"""Makes the new value of a key from its old one and the place in its list."""


def is_path(text: object) -> bool:
    """Say whether a text has the form of a path."""
    return isinstance(text, str) and bool(_PATH.fullmatch(text))


def steps(path: str) -> Steps:
    """Return the steps of a path."""
    parts = (part.rstrip("]").partition("[") for part in path.split("."))
    return tuple(Step(key, int(at) if at else -1) for key, _, at in parts)


def changed(thing: _T, path: str, to: Change) -> _T:
    """Return ``thing`` with another value at ``path``; what its fields refuse is told with the path.

    Raises:
        CaseError: when there is no such fact, or its new value does not fit.
    """
    new: _T = _changed(thing, steps(path), path, to)
    return new


def _changed(thing: Any, way: Steps, path: str, to: Change) -> Any:
    (step, *rest), key = way, key_at(thing, way[:1], path)
    old = getattr(thing, key.attribute.name)
    if rest:
        inner = _changed(_item(old, step, path), tuple(rest), path, to)
        new = _with_item(old, step.at, inner)
    else:
        new = to(key, old, step.at)
    return _evolved(thing, key, new, path)


def key_at(thing: Any, way: Steps, path: str) -> Key:
    """Return the key that the last step names.

    Raises:
        CaseError: when there is none, or nothing of that place in a list.
    """
    (step, *rest) = way
    cls: type = Case if isinstance(thing, Case) else type(thing)
    known = {key.name: key for key in keys_of(cls)}
    if step.key not in known:
        hint = nearest(step.key, known) or f"; known are {', '.join(known)}"
        refuse(path, f"expected the path of a fact of the case, got no such key as {step.key}{hint}")
    if not rest and step.at < 0:
        return known[step.key]
    item = _item(getattr(thing, known[step.key].attribute.name), step, path)
    return key_at(item, tuple(rest), path) if rest else known[step.key]


def value_at(thing: Any, path: str) -> Any:
    """Return the fact at a path.

    Raises:
        CaseError: when there is none.
    """
    for step in steps(path):
        value = getattr(thing, key_at(thing, (step,), path).attribute.name)
        thing = value if step.at < 0 else _item(value, step, path)
    return thing


def _item(value: Any, step: Step, path: str) -> Any:
    """Return what the path goes through: a thing, or one of a list of them."""
    if isinstance(value, tuple) and 0 <= step.at < len(value):
        return value[step.at]
    if isinstance(value, tuple):
        wanted = "a place in the list" if step.at < 0 else f"a place below {len(value)} in {step.key}"
        refuse(path, f"expected {wanted}, got {'none' if step.at < 0 else step.at}")
    if step.at >= 0 or not hasattr(value, "__attrs_attrs__"):
        refuse(path, f"expected the path of a fact of the case, got nothing there at {step.key}")
    return value


def _with_item(value: Any, at: int, item: Any) -> Any:
    return item if at < 0 else (*value[:at], item, *value[at + 1 :])


def put(value: object) -> Change:
    """Return what sets a fact, or one of a list of facts."""
    return lambda _, old, at: _with_item(old, at, value)


def drop(path: str) -> Change:
    """Return what takes a fact away: one of a list, or the value of a key that may be left out."""

    def dropped(key: Key, old: Any, at: int) -> Any:
        if at >= 0:
            return (*old[:at], *old[at + 1 :])
        if key.required:
            refuse(path, "expected a fact that a case may be without, got one that every case has")
        return key.attribute.default

    return dropped


def _evolved(thing: Any, key: Key, value: object, path: str) -> Any:
    try:
        return evolve(thing, **{key.attribute.alias or key.attribute.name: value})
    except CaseError:
        raise
    except (TypeError, ValueError, ArithmeticError) as error:
        _, _, message = str(error).partition(": ")
        # a private value may be a name
        refuse(path, "expected another value" if key.private or not message else message)


def refuse(path: str, message: str) -> NoReturn:
    """Say of one path what is wrong.

    Raises:
        CaseError: always.
    """
    raise CaseError([Problem(path, message)])
