"""What a case is compared with: other facts, another law, or both, under a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen

from kzrights.changes import AnyChange, is_change, says
from kzrights.facts import checks
from kzrights.law.law import Law
from kzrights.value import Value

AS_IT_IS: Final = "as it is"
"""The name of the case with its own facts, under the law that stands."""

Reform: TypeAlias = Callable[[Law], Law]
"""Anything that makes another law of a law; its ``name``, where it has one, is shown."""


def _changes(value: Iterable[AnyChange]) -> tuple[AnyChange, ...]:
    return tuple(value)


def _law(_: object, attribute: Any, value: Any) -> None:
    if not (value is None or isinstance(value, Law) or callable(value)):
        raise TypeError(
            f"{attribute.name}: expected a law or a function from a law to a law, got {type(value).__name__}"
        )


@frozen(repr=False, eq=False)
class Scenario(Value):
    """Other facts, another law, or both.

    Attributes:
        name: by which it is shown.
        changes: of the facts, as for :func:`whatif`.
        law: another law, or a function from the law of the comparison to another; ``None`` for that law itself.
    """

    name: str = field(validator=checks.text)
    changes: tuple[AnyChange, ...] = field(default=(), converter=_changes)
    law: Law | Reform | None = field(default=None, repr=False, validator=_law)

    def under(self, law: Law) -> Law:
        """Return its law, where ``law`` is that of the comparison.

        Raises:
            TypeError: when its reform returns anything but a law.
        """
        if self.law is None or isinstance(self.law, Law):
            return self.law or law
        reformed: object = self.law(law)
        if not isinstance(reformed, Law):
            raise TypeError(
                f"scenario {self.name}: expected that its reform returns a Law, got {type(reformed).__name__}"
            )
        return reformed

    @classmethod
    def of(cls, given: Given) -> Scenario:
        """Return a scenario of a change, of several, of a law or of a reform, and name it after what it is.

        Raises:
            TypeError: for anything else.
        """
        if isinstance(given, cls):
            return given
        if isinstance(given, Law):
            return cls("another law", law=given)
        if is_change(given):
            return cls.of([given])
        if isinstance(given, tuple | list):
            return cls("; ".join(map(says, given)) or "no change", given)
        if callable(given):
            return cls(_called(given), law=given)
        raise TypeError(f"scenario: expected a change, a law or a reform, got {type(given).__name__}")


Given: TypeAlias = Scenario | Law | Reform | AnyChange | tuple[AnyChange, ...] | list[AnyChange]
"""What a case may be compared with."""


def _called(reform: Reform) -> str:
    for name in (getattr(reform, "name", None), getattr(reform, "__name__", None)):
        if isinstance(name, str) and name != "<lambda>":
            return name
    return "reform"


def named(scenarios: Iterable[Scenario]) -> Iterator[Scenario]:
    """Yield the scenarios, each under a name of its own; a name given twice is numbered."""
    taken = {AS_IT_IS}
    for one in scenarios:
        names = (one.name, *(f"{one.name} ({at})" for at in range(2, len(taken) + 2)))
        free = next(name for name in names if name not in taken)
        taken.add(free)
        yield one if free == one.name else evolve(one, name=free)
