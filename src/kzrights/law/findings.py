"""What norms find in a case where the answer is no status: on rehabilitation, on the ways off the list."""

from __future__ import annotations

from attrs import field, frozen

from kzrights.answers import MissingFact
from kzrights.moments import Moment
from kzrights.money import Tenge
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class Finding(Value):
    """What a norm makes of a case.

    Attributes:
        because: in words, with what follows from it here.
        holds: whether the norm applies; ``None`` when a fact that decides it is not known.
        facts: the paths used.
        missing: the facts that would settle it.
        by: the last day of a deadline.
        days: how many days of arrest or imprisonment were served unlawfully, at least and at most.
        amount: a lump sum.
    """

    because: str
    holds: bool | None = True
    facts: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = field(default=(), repr=False)
    by: Moment | None = None
    days: tuple[int, int] | None = None
    amount: Tenge | None = None


def lacking(path: str, says: str) -> tuple[MissingFact, ...]:
    """Return the one fact that is missing."""
    return (MissingFact(path=path, says=says),)
