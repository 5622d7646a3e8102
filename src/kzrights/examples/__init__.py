"""The packaged cases: what reports state of real ones, by slug (place and year)."""

from __future__ import annotations

import os

from kzrights.data import read_text
from kzrights.errors import UnknownName
from kzrights.facts.case import Case


def slugs() -> tuple[str, ...]:
    """Return the slugs of the packaged cases, sorted."""
    names = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def example(slug: str) -> Case:
    """Return the packaged case called ``slug``, such as ``"atyrau-2016"``.

    Raises:
        UnknownName: when there is none; the message lists those there are.
    """
    from kzrights.casefile import loads

    if slug not in slugs():
        raise UnknownName(f"case: expected one of {', '.join(slugs())}, got {slug!r}")
    return loads(read_text("examples", f"{slug}.yaml"))
