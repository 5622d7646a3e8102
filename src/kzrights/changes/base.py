"""What every change has in common."""

from __future__ import annotations

from typing import ClassVar

from attrs import validators

from kzrights.changes.drafts import Draft
from kzrights.facts import checks, show_when
from kzrights.value import Value

optional_conviction = validators.optional(checks.identifier())


class Change(Value):
    """Base of the changes: each turns the facts of a case into other facts, and leaves the case alone."""

    __slots__ = ()

    kind: ClassVar[str]
    turn: ClassVar[int]
    """When it is made, whatever the order in which changes are given."""

    def made(self, facts: Draft) -> Draft:
        """Return the facts as they would be.

        Raises:
            CaseError: when the change does not fit the case.
        """
        raise NotImplementedError

    @property
    def says(self) -> str:
        """The change in words, without anything that may name a person."""
        on, conviction = getattr(self, "on", None), getattr(self, "conviction", None)
        parts = [self.kind.replace("_", " "), on and f"on {show_when(on)}", conviction and f"({conviction})"]
        return " ".join(part for part in parts if part)
