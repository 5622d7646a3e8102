"""What statuses, activities and acts are called in Russian and Kazakh, by the library's own words."""

from __future__ import annotations

from kzrights import Activity, StatusKind
from kzrights.languages import label, table
from kzrights.law.sources import Act

_BARE = {StatusKind.LISTED: ("перечень", "тізбе")}
"""Words that a reader looks for, where the label has another form of them."""


def words_of(thing: StatusKind | Activity) -> str:
    """Return the words for a status or an activity."""
    found = _BARE.get(thing, ()) if isinstance(thing, StatusKind) else ()
    return " · ".join(f"«{word}»" for word in found or (label(thing, "ru"), label(thing, "kk")))


def names_of(act: Act) -> str:
    """Return the name of an act in Russian and Kazakh, as far as the library has them."""
    found = (act.russian, table("kk")["title"].get(act.name))
    return " · ".join(f"«{name}»" for name in found if name)


def status_ref(kind: StatusKind) -> str:
    """Return a link to a status."""
    return f"{{ref}}`{kind.label} <status-{kind.value}>`"
