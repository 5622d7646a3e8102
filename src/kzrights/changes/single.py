"""Changes of one fact, by its path in the case file."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import field, frozen

from kzrights.changes.base import Change
from kzrights.changes.drafts import Draft, without_conviction
from kzrights.changes.paths import changed, drop, is_path, put, steps


def _path(_: object, attribute: Any, value: Any) -> None:
    if not is_path(value):
        shown = type(value).__name__ if not isinstance(value, str) else "another text"
        raise ValueError(f'{attribute.name}: expected a path such as "convictions[0].in_force", got {shown}')


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@frozen(repr=False, eq=False)
class Supplied(Change):
    """One fact would be known, or another one.

    Attributes:
        path: where it stands in the case file, as ``kzrights check`` and :class:`MissingFact` name it; places in
            lists are those of the case that is given.
        value: the fact; never shown.
    """

    kind: ClassVar[str] = "supplied"
    turn: ClassVar[int] = 0
    path: str = field(validator=_path)
    value: Any = field(repr=False, converter=_frozen)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with this one."""
        return changed(facts, self.path, put(self.value))

    @property
    def says(self) -> str:
        """The change in words, without the value."""
        return f"supplied {self.path}"


@frozen(repr=False, eq=False)
class Without(Change):
    """One fact would not be in the case: one of a list, or one that a case may be without.

    Without a conviction there are neither its events nor the listings on its ground.

    Attributes:
        path: where it stands in the case file; places in lists are those of the case that is given.
    """

    kind: ClassVar[str] = "without"
    turn: ClassVar[int] = 1
    path: str = field(validator=_path)

    def made(self, facts: Draft) -> Draft:
        """Return the facts without this one."""
        (step, *rest) = steps(self.path)
        if step.key == "convictions" and not rest and 0 <= step.at < len(facts.convictions):
            return without_conviction(facts, facts.convictions[step.at])
        return changed(facts, self.path, drop(self.path))

    @property
    def says(self) -> str:
        """The change in words."""
        return f"without {self.path}"
