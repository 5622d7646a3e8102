"""The words of the glossary in Russian and Kazakh, for the pages of the law."""

from __future__ import annotations

import functools
from pathlib import Path

from kzrights import StatusKind

GLOSSARY = Path(__file__).parent.parent / "glossary.md"

_CALLED = {
    StatusKind.DETENTION: "custody",
    StatusKind.PROSECUTED: "prosecution",
    StatusKind.SUSPENDED_FROM_OFFICE: "suspension from office",
    StatusKind.PROPERTY_ARREST: "arrest of property",
    StatusKind.RESTRICTED_FREEDOM: "restriction of freedom",
    StatusKind.SUSPENDED_SENTENCE: "conditional sentence",
    StatusKind.FINE_DUE: "fine",
    StatusKind.LISTED: "financing list",
    StatusKind.REHABILITATED: "rehabilitation",
    StatusKind.FOREIGN_CITIZENSHIP: "foreigner",
    StatusKind.RELEASED_WITHOUT_REHABILITATION: "non-rehabilitating ground",
}
"""Statuses that the glossary has under another word."""


@functools.cache
def terms() -> dict[str, tuple[str, str]]:
    """Return the Russian and the Kazakh word for each English one; the Kazakh may be empty."""
    lines = (line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| "))
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {english: (russian, kazakh) for english, russian, kazakh, _ in rows}


def words_of(kind: StatusKind) -> str:
    """Return the words for a status in Russian and Kazakh, as far as the glossary has them."""
    found = terms().get(_CALLED.get(kind, kind.label), ("", ""))
    return " · ".join(f"«{word}»" for word in found if word)


def status_ref(kind: StatusKind) -> str:
    """Return a link to a status."""
    return f"{{ref}}`{kind.label} <status-{kind.value}>`"
