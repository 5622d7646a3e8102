"""The words of three languages: complete, alike, and in each language's own form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pendulum import Date

import kzrights as kz
from kzrights.activities import FIELDS
from kzrights.errors import UnknownName
from kzrights.languages import LANGUAGES, date, label, table, tenge
from kzrights.law.rules import Confidence

OTHERS = tuple(lang for lang in LANGUAGES if lang != "en")
LABELS: dict[str, list[str]] = {
    "activity": [str(one) for one in kz.Activity],
    "field": list(FIELDS),
    "status": [str(one) for one in kz.StatusKind],
    "permission": [str(one) for one in kz.Permission],
    "confidence": [str(one) for one in Confidence],
    "condition": ["application", "cap", "hours", "notice", "part", "permission"],
}
_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
_LATIN = re.compile(r"[A-Za-z]+")
_ROMAN = re.compile(r"[IVX]+")


def words(section: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every word of a table with its path."""
    if isinstance(section, str):
        yield path, section
        return
    pairs = section.items() if isinstance(section, dict) else enumerate(section)
    for key, value in pairs:
        yield from words(value, f"{path}.{key}" if path else str(key))


@pytest.mark.parametrize("lang", OTHERS)
class TestTables:
    @pytest.mark.parametrize("section", LABELS)
    def test_no_label_is_missing_and_none_to_spare(self, lang: str, section: str) -> None:
        assert sorted(table(lang)[section]) == sorted(LABELS[section])

    def test_each_label_is_used_once(self, lang: str) -> None:
        for section in LABELS:
            said = list(table(lang)[section].values())
            assert sorted(set(said)) == sorted(said)

    def test_no_letter_of_another_alphabet(self, lang: str) -> None:
        plain = {path: _PLACEHOLDER.sub("", said) for path, said in words(table(lang))}
        foreign = {
            path: said for path, said in plain.items() for one in _LATIN.findall(said) if not _ROMAN.fullmatch(one)
        }
        assert foreign == {}


class TestLabels:
    def test_english_labels_are_the_ids(self) -> None:
        for thing in (*kz.Activity, *kz.StatusKind, *Confidence):
            assert label(thing) == str(thing).replace("_", " ")

    @pytest.mark.parametrize(("lang", "expected"), [("en", "criminal record"), ("ru", "судимость"), ("kk", "соттылық")])
    def test_terms_of_the_statute(self, lang: str, expected: str) -> None:
        assert label(kz.StatusKind.CRIMINAL_RECORD, lang) == expected

    def test_by_key(self) -> None:
        assert [label("field.family", lang) for lang in LANGUAGES] == ["family", "семья и быт", "отбасы және тұрмыс"]

    def test_an_unknown_language(self) -> None:
        with pytest.raises(UnknownName, match=r"^language: expected one of en, ru, kk; got 'de'$"):
            label(kz.Activity.VOTE, "de")

    def test_an_unknown_key(self) -> None:
        with pytest.raises(UnknownName, match=r"^words: nothing is called field\.sport$"):
            label("field.sport", "ru")


class TestDays:
    @pytest.mark.parametrize(
        ("lang", "form", "expected"),
        [
            ("en", "long", "2030-02-04"),
            ("en", "month", "2030-02"),
            ("ru", "long", "4 февраля 2030 г."),
            ("ru", "short", "04.02.2030"),
            ("ru", "month", "февраль 2030 г."),
            ("kk", "long", "2030 ж. 4 ақпан"),
            ("kk", "short", "04.02.2030"),
            ("kk", "month", "2030 ж. ақпан"),
            ("kk", "on", "2030 ж. 4 ақпанда"),
            ("kk", "from", "2030 ж. 4 ақпаннан"),
            ("kk", "to", "2030 ж. 4 ақпанға"),
        ],
    )
    def test_forms(self, lang: str, form: str, expected: str) -> None:
        assert date(Date(2030, 2, 4), lang, form) == expected

    @pytest.mark.parametrize("lang", OTHERS)
    @pytest.mark.parametrize("month", range(1, 13))
    def test_long_days_are_those_of_the_common_locale_data(self, lang: str, month: int) -> None:
        dates = pytest.importorskip("babel.dates")
        day = Date(2026, month, 9)
        assert date(day, lang) == dates.format_date(day, "long", lang).replace("\u202f", " ").replace("\xa0", " ")

    @pytest.mark.parametrize("lang", OTHERS)
    def test_a_declined_month_begins_like_the_month(self, lang: str) -> None:
        months = table(lang)["date"]["months"]
        for names in months.values():
            assert len(names) == 12
            assert [one[:3] for one in names if one != "мая"] == [
                plain[:3] for plain, one in zip(months["month"], names, strict=True) if one != "мая"
            ]

    def test_an_unknown_form(self) -> None:
        with pytest.raises(UnknownName, match=r"^form of a day: expected one of long, .*; got 'wide'$"):
            date(Date(2030, 2, 4), "ru", "wide")


class TestTenge:
    @pytest.mark.parametrize(
        ("lang", "exact", "bounds", "least"),
        [
            ("en", "1,234,567 ₸", "85,000 ₸ to 255,000 ₸", "at least 85,000 ₸"),
            ("ru", "1 234 567 ₸", "от 85 000 ₸ до 255 000 ₸", "не менее 85 000 ₸"),
            ("kk", "1 234 567 ₸", "85 000 ₸ – 255 000 ₸", "кемінде 85 000 ₸"),
        ],
    )
    def test_amounts(self, lang: str, exact: str, bounds: str, least: str) -> None:
        few, many = kz.Tenge(85_000), kz.Tenge(255_000)
        said = (tenge(1_234_567, lang), tenge(kz.TengeRange(few, many), lang), tenge(kz.TengeRange(few, None), lang))
        assert tuple(one.replace("\xa0", " ") for one in said) == (exact, bounds, least)

    def test_english_is_as_ever(self) -> None:
        for one in (
            kz.Tenge(0),
            kz.Tenge(85_000),
            kz.TengeRange(kz.Tenge(1), None),
            kz.TengeRange(kz.Tenge(1), kz.Tenge(2)),
        ):
            assert tenge(one) == str(one)

    @pytest.mark.parametrize("lang", OTHERS)
    def test_numbers_are_those_of_the_common_locale_data(self, lang: str) -> None:
        numbers = pytest.importorskip("babel.numbers")
        assert tenge(1_234_567, lang) == f"{numbers.format_decimal(1_234_567, locale=lang)}\xa0₸"
