"""Articles of the Criminal Code with their sanctions, by edition; the table is ``offences.toml``."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, Literal

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import NEVER, as_date
from kzrights.data import Row, Unread, read_text
from kzrights.facts.vocabulary import Form
from kzrights.value import Value

LIFE: Final = 99
"""``max_imprisonment`` of a sanction that goes up to imprisonment for life."""


class Gravity(StrEnum):
    """How grave a deed is, by the longest imprisonment in its sanction (Criminal Code 10-11)."""

    MISDEMEANOUR = "misdemeanour"
    MINOR = "minor"
    MEDIUM = "medium"
    SERIOUS = "serious"
    ESPECIALLY_SERIOUS = "especially serious"


@frozen(kw_only=True, repr=False, eq=False)
class Sanction(Value):
    """What the Code provides for one part of one article in one edition.

    ``until`` is the first day on which the edition no longer stands. ``max_imprisonment`` is in years:
    0 where the sanction has none, ``LIFE`` where it goes up to life. ``against_life_or_health`` is ``None``
    where it depends on the deed.
    """

    article: str
    since: Date
    until: Date = NEVER
    max_imprisonment: int
    restricted_freedom: bool = False
    extremist: bool = False
    terrorist: bool = False
    form: Form = Form.INTENTIONAL
    against_life_or_health: bool | None = False
    ban: Literal["none", "optional", "mandatory"] = "none"
    ban_years: tuple[int, int] | None = None
    source: str
    confidence: str
    note: str = ""

    @property
    def struck_out(self) -> bool:
        """Whether the part was struck out of the Code at the end of this edition."""
        return self.until != NEVER and "struck out" in self.note

    @property
    def intentional(self) -> bool:
        """Whether it is committed with intent."""
        return self.form is Form.INTENTIONAL

    @property
    def misdemeanour(self) -> bool:
        """Whether it is a criminal misdemeanour, not a crime (Criminal Code 10(3))."""
        return self.max_imprisonment == 0 and not self.restricted_freedom


@frozen(kw_only=True, repr=False, eq=False)
class Offences(Value):
    """The table of sanctions, looked up by article.

    Attributes:
        editions: every edition of each part, oldest first, by article with its part (``"174(2)"``).
    """

    editions: Mapping[str, tuple[Sanction, ...]] = field(repr=False)
    _parts: dict[str, list[str]] = field(init=False, repr=False, eq=False)

    @_parts.default
    def _index(self) -> dict[str, list[str]]:
        parts: dict[str, list[str]] = {}
        for article in self.editions:
            for key in dict.fromkeys((article, article.split("(")[0])):
                parts.setdefault(key, []).append(article)
        return parts

    @property
    def sanctions(self) -> tuple[Sanction, ...]:
        """Every edition of every article."""
        return tuple(sanction for editions in self.editions.values() for sanction in editions)

    def knows(self, article: str) -> bool:
        """Say whether the table has ``article``, with its part (``"174(2)"``) or without (``"405"``)."""
        return article in self._parts

    def of(self, article: str) -> tuple[Sanction, ...]:
        """Return every edition of ``article``; of all its parts where the part is left out."""
        return tuple(sanction for part in self._parts.get(article, ()) for sanction in self.editions[part])

    def amended(self, sanctions: Iterable[Sanction]) -> Offences:
        """Return a table in which ``sanctions`` replace all editions of their articles."""
        new = _by_article(sanctions)
        return Offences(editions={**self.editions, **new}) if new else self


def _by_article(sanctions: Iterable[Sanction]) -> dict[str, tuple[Sanction, ...]]:
    found: dict[str, tuple[Sanction, ...]] = {}
    for sanction in sanctions:
        found[sanction.article] = (*found.get(sanction.article, ()), sanction)
    return found


def read_offences(text: str) -> Offences:
    """Read the table from TOML text."""
    import tomllib

    return Offences(editions=_by_article(_sanctions(tomllib.loads(text)["offence"])))


def _sanctions(rows: Iterable[Row]) -> tuple[Sanction, ...]:
    return tuple(_sanction(row) for row in rows)


def _sanction(row: Row) -> Sanction:
    known = dict(row)
    known["since"] = as_date(known.get("since", Date(2015, 1, 1)), "since")
    known["until"] = as_date(known["until"], "until") if "until" in known else NEVER
    if known["max_imprisonment"] == "life":
        known["max_imprisonment"] = LIFE
    if known.get("against_life_or_health") == "depends":
        known["against_life_or_health"] = None
    if "form" in known:
        known["form"] = Form(str(known["form"]))
    if "ban_years" in known:
        known["ban_years"] = tuple(known["ban_years"])
    return Sanction(**known)


@functools.cache
def packaged() -> Offences:
    """Return the packaged table."""
    return Offences(editions=Unread(read_text("law", "offences.toml"), "offence", _sanctions))


def was_read(article: str, earliest: Date, latest: Date) -> bool:
    """Say whether the sanction of ``article`` was read for some day from ``earliest`` to ``latest``."""
    return any(row.since <= latest and earliest < row.until for row in packaged().of(article))
