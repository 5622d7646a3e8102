"""Activities that no act bars to a person at liberty and under no ban; the table is ``coverage.toml``."""

from __future__ import annotations

import functools
from importlib import resources

from attrs import frozen


@frozen(kw_only=True)
class Open:
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
    import tomllib

    text = resources.files("kzrights.law").joinpath("coverage.toml").read_text("utf-8")
    return tuple(Open(**row) for row in tomllib.loads(text)["open"])
