"""What all value classes share: how they show themselves, when two of them are equal, and which comes first.

Fields marked ``repr=False`` are never shown: this is where a person's label stays private. attrs would write these
methods anew for every class; for a hundred classes that was a third of the time ``import kzrights`` took. A class
that adds no field to its base is a plain subclass with empty ``__slots__``, for the same reason.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, TypeVar

import attrs

Of = TypeVar("Of")
Asked = ParamSpec("Asked")
Result = TypeVar("Result")


def once(method: Callable[Concatenate[Of, Asked], Result]) -> Callable[Concatenate[Of, Asked], Result]:
    """Make a method keep, on its object, what it returned for each set of arguments: a cached property of several."""
    kept = f"_{method.__name__}_kept"

    def known(self: Of, /, *args: Asked.args, **named: Asked.kwargs) -> Result:
        found: dict[object, Result] = self.__dict__.setdefault(kept, {})
        asked = (args, *named.items())
        if asked not in found:
            found[asked] = method(self, *args, **named)
        return found[asked]

    functools.update_wrapper(known, method)
    return known


class Shown:
    """Base of classes that attrs builds with ``repr=False``."""

    __slots__ = ()

    def __repr__(self) -> str:
        cls: type = type(self)
        shown = (f"{name}={show(getattr(self, name))}" for name, show in _shown(cls))
        return f"{cls.__qualname__}({', '.join(shown)})"


class Value(Shown):
    """Base of classes that attrs builds with ``repr=False, eq=False``: equal when of one class with equal fields."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        cls: type = type(self)
        fields = _compared(cls)
        if type(other) is not cls:
            return NotImplemented
        return bool(fields(self) == fields(other))

    def __hash__(self) -> int:
        cls: type = type(self)
        return hash((cls, _compared(cls)(self)))


@functools.total_ordering
class Ordered(Value):
    """Base of values in the order of their fields, from the first to the last."""

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        cls: type = type(self)
        fields = _compared(cls)
        if type(other) is not cls:
            return NotImplemented
        return bool(fields(self) < fields(other))


@functools.cache
def _shown(cls: type) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    fields = (one for one in attrs.fields(cls) if one.repr)
    return tuple((one.name, one.repr if callable(one.repr) else repr) for one in fields)


@functools.cache
def _compared(cls: type) -> Callable[[object], Any]:
    names = [one.name for one in attrs.fields(cls) if one.eq]
    return attrgetter(*names) if names else lambda _: None
