"""What the library remembers between questions: filled before children are forked, emptied where a mutant asks it."""

from __future__ import annotations

import contextlib
import functools
import gc
from typing import Final, TypeAlias

from tools.mutation import of_rules

import kzrights as kz
from kzrights.law import offences, parameters

Cache: TypeAlias = "functools._lru_cache_wrapper[object]"
KEPT: Final = "packaged_law"
"""The law is mutated, not made anew."""
WORKED_OUT: Final = ("_bearing", "left_open", "verified")
"""What a law works out once from its rules."""


def fill() -> None:
    """Read the tables that every question needs; done once, before any mutant."""
    of_rules.laws()
    _all()
    kz.timeline(kz.example("atyrau-2016"))
    _forget_answers()


def forget(everything: bool) -> None:
    """Forget answers and what laws looked up; ``everything``: tables too, for functions that read them."""
    _forget_answers()
    if everything:
        for cache in _all():
            cache.cache_clear()
        object.__setattr__(kz.LAW, "parameters", parameters.packaged())
        object.__setattr__(kz.LAW, "offences", offences.packaged())


def _forget_answers() -> None:
    for cache in _all():
        if cache.__module__ == "kzrights.evaluate":
            cache.cache_clear()
    for law in of_rules.laws():
        for kept in (law._editions, law._restricting, law._read):
            kept.clear()
        for name in WORKED_OUT:
            with contextlib.suppress(AttributeError):
                object.__delattr__(law, name)


@functools.cache
def _all() -> list[Cache]:
    found = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return [one for one in found if (one.__module__ or "").startswith("kzrights") and one.__name__ != KEPT]
