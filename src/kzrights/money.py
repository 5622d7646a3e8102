"""Exact money: whole tenge, never floats."""

from __future__ import annotations

from attrs import field, frozen

from kzrights.errors import MoneyError
from kzrights.value import Ordered


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise MoneyError(f"amount: expected whole tenge, got {value!r}")
    if value < 0:
        raise MoneyError(f"amount: expected zero or more tenge, got {value}")
    return value


@frozen(repr=False, eq=False)
class Tenge(Ordered):
    """An exact amount of whole Kazakhstan tenge, zero or more.

    Raises:
        MoneyError: for a float, a text, a ``bool`` or a negative number.
    """

    amount: int = field(converter=_whole)

    def __add__(self, other: Tenge) -> Tenge:
        return Tenge(self.amount + other.amount)

    def __mul__(self, times: int) -> Tenge:
        return Tenge(self.amount * _whole(times))

    __rmul__ = __mul__

    def __str__(self) -> str:
        return f"{self.amount:,} ₸"


@frozen(repr=False, eq=False)
class TengeRange(Ordered):
    """An amount known only within bounds; ``at_most`` is ``None`` where nothing bounds it above."""

    at_least: Tenge
    at_most: Tenge | None

    def __str__(self) -> str:
        if self.at_most is None:
            return f"at least {self.at_least}"
        return f"{self.at_least} to {self.at_most}"
