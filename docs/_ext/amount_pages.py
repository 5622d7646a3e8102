"""A page for each amount the law counts in, with its chart."""

from __future__ import annotations

from collections.abc import Iterator

import kzrights as kz
from kzrights.calendar import NEVER
from kzrights.law.parameters import Parameter

from .drawn import steps
from .text import link, plain, table


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of each amount."""
    for name in kz.LAW.parameters.names():
        yield f"amounts/{name}", "\n\n".join(_page(name)) + "\n"


def _page(name: str) -> Iterator[str]:
    rows = kz.LAW.parameters.history(name)
    yield f"(amount-{name})=\n# {spelled(name)}"
    yield f'In tenge. In code: `kz.LAW.parameters.at("{name}", on)`.'
    if len(rows) > 1:
        values = [(row.since, row.until, row.value.amount) for row in rows]
        yield steps(
            values, f"{spelled(name)}: {rows[0].value} on {rows[0].since}, {rows[-1].value} since {rows[-1].since}"
        )
    yield table(("from", "until", "amount", "source", "read"), map(_value, rows))
    for row in rows:
        if row.alternative and row.reading:
            taken = f"{{ref}}`{row.reading} <reading-{row.reading}>`"
            yield f"From {row.since}, under the other answer to {taken}: {row.alternative}."


def spelled(name: str) -> str:
    """Return the name of an amount in words."""
    return name.replace("_", " ").capitalize()


def _value(row: Parameter) -> tuple[str, ...]:
    until = "" if row.until == NEVER else str(row.until)
    return str(row.since), until, str(row.value), link(row.citation, row.url), plain(row.confidence)
