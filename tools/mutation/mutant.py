"""A mutant: one small change to the loaded law, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import Any

from attrs import asdict, field, frozen


class Kind(StrEnum):
    """What is changed: a rule as a value, a statement of a function, or a constant of a module."""

    RULE = "rule"
    STATEMENT = "statement"
    CONSTANT = "constant"


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    EXPLAINED = "explained"


@frozen
class Mutant:
    """One change.

    Attributes:
        id: its name in reports and in ``mutants.toml``.
        kind: what is changed.
        module: the module of the law.
        place: file and line.
        apply: makes the change in the process it is called in.
        rules: the rules whose callers may notice.
        words: tests that name one of these run first.
        lines: the lines, by file, whose runners may notice.
    """

    id: str
    kind: Kind
    module: str
    place: str
    apply: Callable[[], None] = field(repr=False)
    rules: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    lines: Mapping[str, Collection[int]] = field(factory=dict)


@frozen
class Result:
    """What became of a mutant, by which test, after how many."""

    id: str
    kind: str
    module: str
    place: str
    fate: Fate
    by: str
    tests: int
    seconds: float

    def as_row(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return asdict(self)
