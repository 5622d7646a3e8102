"""Facts by their path in the case file, such as ``convictions[0].punishments[1].term``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from kzrights.errors import UnknownName

T = TypeVar("T")
Steps: TypeAlias = "tuple[str | int, ...]"

_STEP: Final = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")


def steps(path: str) -> Steps:
    """Return the names and places that lead to a fact.

    Raises:
        UnknownName: when it is not a path.
    """
    found = list(_STEP.finditer(path))
    if not found or "".join(one[0] for one in found) != path or path.startswith("."):
        raise UnknownName(f'path: expected one such as "convictions[0].in_force", got {path!r}')
    return tuple(one[1] or int(one[2]) for one in found)


def owner_of(root: object, path: str) -> tuple[Any, str]:
    """Return the object a path leads to the field of, and the name of that field in Python.

    Raises:
        UnknownName: when there is no such fact.
    """
    *way, last = steps(path)
    here: Any = root
    for step in way:
        here = _at(here, step, path)
    if not isinstance(last, str) or _field(here, last) is None:
        raise UnknownName(f"path: there is no {path!r}")
    return here, str(_field(here, last))


def value_at(root: object, path: str) -> Any:
    """Return the fact at a path.

    Raises:
        UnknownName: when there is no such fact.
    """
    here: Any = root
    for step in steps(path):
        here = _at(here, step, path)
    return here


def put(root: T, values: Mapping[str, object]) -> T:
    """Return a copy with each path set to its value; all at once, since facts are checked against each other.

    Raises:
        UnknownName: when there is no such fact.
        CaseError: when the facts together cannot be so.
    """
    for path in values:
        value_at(root, path)
    return _put(root, {steps(path): value for path, value in values.items()})  # type: ignore[return-value]


def _put(here: Any, values: Mapping[Steps, object]) -> object:
    if () in values:
        return values[()]
    under: dict[str | int, dict[Steps, object]] = {}
    for way, value in values.items():
        under.setdefault(way[0], {})[way[1:]] = value
    if isinstance(here, tuple):
        return tuple(_put(one, under[at]) if at in under else one for at, one in enumerate(here))
    fields = {str(_field(here, str(name))): rest for name, rest in under.items()}
    return attrs.evolve(here, **{name: _put(getattr(here, name), rest) for name, rest in fields.items()})


def _at(here: Any, step: str | int, path: str) -> Any:
    if isinstance(step, int):
        if not isinstance(here, tuple) or step >= len(here):
            raise UnknownName(f"path: there is no {path!r}")
        return here[step]
    name = _field(here, step)
    if name is None:
        raise UnknownName(f"path: there is no {path!r}")
    return getattr(here, name)


def _field(here: Any, key: str) -> str | None:
    """Return the field a key of the file fills: ``from`` is a word of Python, so the field is ``from_``."""
    if not attrs.has(type(here)):
        return None
    return next((one.name for one in attrs.fields(type(here)) if one.init and one.name.rstrip("_") == key), None)
