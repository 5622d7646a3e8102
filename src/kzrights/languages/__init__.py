"""The words people see, in English, Russian and Kazakh: labels, days and amounts in each language's form.

The words of a language are a table, ``<code>.toml`` beside this module, read when the language is first used.
English labels are the ids themselves, so ``en.toml`` holds sentences only.
"""

from __future__ import annotations

import functools
from enum import Enum
from typing import Any, Final, TypeAlias

from attrs import frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import NEVER, as_date
from kzrights.data import read_table
from kzrights.errors import UnknownName
from kzrights.law.rules import Confidence
from kzrights.moments import Moment
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import StatusKind
from kzrights.value import Value

LANGUAGES: Final = ("en", "ru", "kk")
"""The languages there are words for: English, Russian, Kazakh."""

Labelled: TypeAlias = Activity | StatusKind | Permission | Confidence
"""What has a label of its own."""

_SECTIONS: Final[dict[type[Enum], str]] = {
    Activity: "activity",
    StatusKind: "status",
    Permission: "permission",
    Confidence: "confidence",
}
"""The section of a table that has the labels of a class."""

_IDS: Final = frozenset({*_SECTIONS.values(), "field", "condition", "basis"})
"""The sections that English has no need of: the id is the label."""


@frozen(repr=False, eq=False)
class Day(Value):
    """A day that a sentence may show in a form of its own: ``{day}``, ``{day:short}``, ``{day:to}``."""

    day: Date
    lang: str

    def __format__(self, form: str) -> str:
        return _date(self.day, self.lang, form or "long")


@frozen(repr=False, eq=False)
class Words(Value):
    """The words of one language: called with a key, it returns the sentence; ``Words("ru")("none")``."""

    lang: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with ``values`` in it."""
        return text(key, self.lang, **values)

    def label(self, thing: Labelled | str) -> str:
        """Return what a thing is called."""
        return label(thing, self.lang)

    def date(self, day: Date, form: str = "long") -> str:
        """Return a day in the form of the language."""
        return _date(day, self.lang, form)

    def find(self, section: str, key: str) -> str | None:
        """Return a word that not every language has; ``None`` where this one has not."""
        return self.table(section).get(key)

    def table(self, section: str) -> dict[str, str]:
        """Return a section of words; empty where this language has none."""
        found: dict[str, str] = table(self.lang).get(section, {})
        return found

    def when(self, key: str, moment: Moment, **values: object) -> str:
        """Return a sentence on a day that may be uncertain, or no day at all.

        It is the sentence ``key``, or that under ``key_some_day``, ``key_or_later`` or ``key_never``.
        """
        if moment.exact:
            return self(f"{key}_never") if moment.exact == NEVER else self(key, day=moment.exact, **values)
        if moment.latest == NEVER:
            return self(f"{key}_or_later", earliest=moment.earliest, **values)
        return self(f"{key}_some_day", earliest=moment.earliest, latest=moment.latest, **values)


def label(thing: Labelled | str, lang: str = "en") -> str:
    """Return what a thing is called, to be put in the middle of a sentence.

    Args:
        thing: an activity, a status, a permission, a confidence, or a key such as ``"field.money"``.
        lang: one of :data:`LANGUAGES`.

    Raises:
        UnknownName: when there is no such language, or nothing has that key.
    """
    section, key = (_SECTIONS.get(type(thing), ""), str(thing)) if isinstance(thing, Enum) else _parted(thing)
    if known(lang) == "en" and section in _IDS and key:
        return key.replace("_", " ")
    found = table(lang).get(section, {}).get(key)
    if not isinstance(found, str):
        raise UnknownName(f"words: nothing is called {section}.{key}")
    return found


def text(key: str, lang: str = "en", **values: object) -> str:
    """Return a sentence of the table, with days and amounts among ``values`` in the form of the language.

    Raises:
        UnknownName: when there is no such language or sentence.
    """
    said: str | None = table(lang)["text"].get(key)
    if said is None:
        raise UnknownName(f"words: nothing is called text.{key}")
    return said.format(**{name: _formed(value, lang) for name, value in values.items()})


def date(day: Date, lang: str = "en", form: str = "long") -> str:
    """Return a day in the form of the language.

    Args:
        day: the day.
        lang: one of :data:`LANGUAGES`.
        form: ``long``, ``short`` or ``month``; and for sentences ``on``, ``from`` or ``to``, declined where the
            language declines.

    Raises:
        DateError: when ``day`` is not a day.
        UnknownName: when there is no such language or form.
    """
    return _date(as_date(day, "day"), lang, form)


def _date(day: Date, lang: str, form: str) -> str:
    forms = table(lang)["date"]
    if form not in forms["form"]:
        raise UnknownName(f"form of a day: expected one of {', '.join(forms['form'])}; got {form!r}")
    names = forms.get("months", {}).get(form)
    month = names[day.month - 1] if names else ""
    said: str = forms["form"][form].format(iso=day, day=day.day, month=month, number=day.month, year=day.year)
    return said


def tenge(amount: Tenge | TengeRange | int, lang: str = "en") -> str:
    """Return an amount of tenge, or its bounds, in the form of the language.

    Raises:
        MoneyError: when ``amount`` is not a whole amount.
        UnknownName: when there is no such language.
    """
    forms = table(lang)["tenge"]
    if isinstance(amount, TengeRange):
        least = tenge(amount.at_least, lang)
        if amount.at_most is None:
            return str(forms["at_least"]).format(least=least)
        return str(forms["between"]).format(least=least, most=tenge(amount.at_most, lang))
    whole = amount if isinstance(amount, Tenge) else Tenge(amount)
    return str(forms["amount"]).format(number=f"{whole.amount:,}".replace(",", forms["group"]))


@functools.cache
def table(lang: str) -> dict[str, Any]:
    """Return all words of a language, by section and key.

    Raises:
        UnknownName: when there is no such language.
    """
    return read_table("languages", f"{known(lang)}.toml")


def known(lang: str) -> str:
    """Return ``lang`` if there are words for it.

    Raises:
        UnknownName: with the languages there are.
    """
    if lang not in LANGUAGES:
        raise UnknownName(f"language: expected one of {', '.join(LANGUAGES)}; got {lang!r}")
    return lang


def _parted(key: str) -> tuple[str, str]:
    section, _, name = key.partition(".")
    return section, name


def _formed(value: object, lang: str) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return Day(value, lang)
    return tenge(value, lang) if isinstance(value, Tenge | TengeRange) else value
