"""Articles of the Criminal Code with their sanctions, by edition; the table is ``offences.toml``."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Literal

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import NEVER, as_date
from kzrights.data import read_text
from kzrights.facts.vocabulary import Form

LIFE: Final = 99
"""``max_imprisonment`` of a sanction that goes up to imprisonment for life."""


class Gravity(StrEnum):
    """How grave a deed is, by the longest imprisonment in its sanction (Criminal Code 10-11)."""

    MISDEMEANOUR = "misdemeanour"
    MINOR = "minor"
    MEDIUM = "medium"
    SERIOUS = "serious"
    ESPECIALLY_SERIOUS = "especially serious"


@frozen(kw_only=True)
class Sanction:
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


def _as_tuple(sanctions: Iterable[Sanction]) -> tuple[Sanction, ...]:
    return tuple(sanctions)


@frozen(kw_only=True)
class Offences:
    """The table of sanctions, looked up by article."""

    sanctions: tuple[Sanction, ...] = field(converter=_as_tuple, repr=False)
    _by_article: dict[str, tuple[Sanction, ...]] = field(init=False, repr=False, eq=False)

    @_by_article.default
    def _index(self) -> dict[str, tuple[Sanction, ...]]:
        index: dict[str, list[Sanction]] = {}
        for sanction in self.sanctions:
            for key in dict.fromkeys((sanction.article, sanction.article.split("(")[0])):
                index.setdefault(key, []).append(sanction)
        return {key: tuple(found) for key, found in index.items()}

    def knows(self, article: str) -> bool:
        """Say whether the table has ``article``, with its part (``"174(2)"``) or without (``"405"``)."""
        return article in self._by_article

    def of(self, article: str) -> tuple[Sanction, ...]:
        """Return every edition of ``article``; of all its parts where the part is left out."""
        return self._by_article.get(article, ())

    def amended(self, sanctions: Iterable[Sanction]) -> Offences:
        """Return a table in which ``sanctions`` replace all editions of their articles."""
        new = tuple(sanctions)
        replaced = {sanction.article for sanction in new}
        return Offences(sanctions=(*(one for one in self.sanctions if one.article not in replaced), *new))


def read_offences(text: str) -> Offences:
    """Read the table from TOML text."""
    import tomllib

    rows = tomllib.loads(text)["offence"]
    return Offences(sanctions=tuple(_sanction(row) for row in rows))


def _sanction(row: dict[str, object]) -> Sanction:
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
        known["ban_years"] = tuple(known["ban_years"])  # type: ignore[arg-type]
    return Sanction(**known)  # type: ignore[arg-type]


@functools.cache
def _table() -> Offences:
    return read_offences(read_text("law", "offences.toml"))


class _Lazy:
    """The packaged table, read on first use."""

    def knows(self, article: str) -> bool:
        """Say whether the packaged table has ``article``."""
        return _table().knows(article)

    def read_for(self, article: str, earliest: Date, latest: Date) -> bool:
        """Say whether the sanction of ``article`` was read for some day from ``earliest`` to ``latest``."""
        start = max(earliest, Date(2015, 1, 1))
        return any(row.since <= max(latest, start) and start < row.until for row in _table().of(article))

    def __call__(self) -> Offences:
        return _table()


OFFENCES: Final = _Lazy()
"""The packaged table: ``OFFENCES()`` reads it once; ``OFFENCES.knows(article)`` asks it."""
