"""Activities that no act bars to a citizen at liberty and under no ban; the table is ``coverage.toml``."""

from __future__ import annotations

import functools

from attrs import frozen

from kzrights.data import read_table
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class Open(Value):
    """An activity that nothing read restricts.

    Attributes:
        activity: its id.
        says: what was read, in which edition, and what was not.
    """

    activity: str
    says: str


@functools.cache
def coverage() -> tuple[Open, ...]:
    """Return the table."""
    return tuple(Open(**row) for row in read_table("law", "coverage.toml")["open"])
