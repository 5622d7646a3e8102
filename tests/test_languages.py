"""The words of three languages: complete, alike, and in each language's own form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from pendulum import Date
from tests.test_explain import LISTED, PRESUMED

import kzrights as kz
from kzrights.activities import FIELDS
from kzrights.cli import main
from kzrights.errors import UnknownName
from kzrights.examples import example, slugs
from kzrights.explain import number, open_activities
from kzrights.languages import LANGUAGES, Words, date, label, table, tenge, text
from kzrights.law import acts
from kzrights.law.readings import READINGS
from kzrights.law.rules import Confidence
from kzrights.law.sources import Act
from kzrights.missing import WORDS
from kzrights.screen import picture_screen, timeline_screen

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
_CYRILLIC = re.compile(r"[А-Яа-я]")
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
        for lang in LANGUAGES:
            with pytest.raises(UnknownName, match=r"^words: nothing is called sport\.chess$"):
                label("sport.chess", lang)
            with pytest.raises(UnknownName, match=r"^words: nothing is called text\.chess$"):
                text("chess", lang)


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


SENTENCES = dict(words(table("en")))
_DAYS = (Date(2014, 1, 1), Date(2016, 6, 1), Date(2018, 1, 1), Date(2021, 6, 1), Date(2026, 11, 21), Date(2031, 1, 1))
_ALLOWED = re.compile(r"\[[^\]]*proposed by[^\]]*\]|https?://\S+|[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)+|\b[IVX]+\b")


@pytest.mark.parametrize("lang", OTHERS)
class TestSentences:
    @pytest.mark.parametrize("section", ["text", "date.form", "tenge"])
    def test_no_sentence_is_missing_and_none_to_spare(self, lang: str, section: str) -> None:
        here = {path for path, _ in words(table(lang)) if path.startswith(f"{section}.")}
        assert here == {path for path in SENTENCES if path.startswith(f"{section}.")}

    def test_placeholders_are_those_of_the_english_sentence(self, lang: str) -> None:
        said = {path: one for path, one in words(table(lang)) if path in SENTENCES and path.startswith("text.")}
        names = {path: sorted(set(_PLACEHOLDER.findall(one))) for path, one in said.items()}
        assert names == {path: sorted(set(_PLACEHOLDER.findall(SENTENCES[path]))) for path in said}

    def test_every_form_of_a_day_is_known(self, lang: str) -> None:
        forms = {
            form for one in dict(words(table(lang)["text"])).values() for form in re.findall(r"\{\w+:(\w+)\}", one)
        }
        assert forms <= set(table(lang)["date"]["form"])

    def test_every_missing_fact_has_words(self, lang: str) -> None:
        assert sorted(table(lang)["fact"]) == sorted(WORDS)

    def test_every_act_has_a_name(self, lang: str) -> None:
        known = {act.name for act in vars(acts).values() if isinstance(act, Act)}
        assert sorted(table(lang)["act"]) == sorted(known | {rule.provision.act.name for rule in kz.LAW.rules})
        assert set(table(lang).get("title", {})) <= set(table(lang)["act"])

    def test_every_article_told_in_words_has_them(self, lang: str) -> None:
        told = {rule.provision.article for rule in kz.LAW.rules if _LATIN.search(rule.provision.article)}
        assert sorted(table(lang)["article"]) == sorted(told)

    def test_every_amount_a_cap_is_reckoned_by_has_a_name(self, lang: str) -> None:
        bases = {kz.cap(LISTED, on=day).basis for day in (Date(2018, 1, 1), Date(2022, 1, 1))}
        assert sorted(table(lang)["basis"]) == sorted(filter(None, bases))

    def test_numbers_of_acts_keep_no_english(self, lang: str) -> None:
        numbers = {rule.provision.act.number for rule in kz.LAW.rules} | {rule.amended_by for rule in kz.LAW.rules}
        left = [
            one for text in numbers for one in _LATIN.findall(number(text, Words(lang))) if not _ROMAN.fullmatch(one)
        ]
        assert left == []


def stripped(answer: kz.Answer, lang: str) -> str:
    """Return an explanation without what is said to be in English: norms, grounds, sources, conditions, practice."""
    rules = [*answer.considered, *(rule for one in answer.reasons for rule in (one.rule, one.status.rule_on(one.on)))]
    rules += [rule for one in answer.reasons for rule in one.status.also]
    english = [*(" ".join(rule.norm.split()) for rule in rules), *(rule.source for rule in rules if rule.source)]
    english += [one.status.because for one in answer.reasons] + [one.says for one in answer.conditions]
    english += [text for one in answer.practice for text in (one.says, one.source)] + list(answer.warnings)
    english += [text for one in answer.contested for text in (one.reading, one.taken, one.other, one.says)]
    english += [one.path for one in answer.missing] + [path for one in answer.reasons for path in one.status.facts]
    english += [one.question for one in READINGS] + [open_activities().get(str(answer.activity), "")]
    text = answer.explain(lang)
    for said in sorted(filter(None, english), key=len, reverse=True):
        text = text.replace(said, "")
    return _ALLOWED.sub("", text)


@pytest.mark.parametrize("lang", OTHERS)
class TestExplanations:
    @pytest.mark.parametrize("slug", slugs())
    def test_no_connecting_word_is_english(self, lang: str, slug: str) -> None:
        whole = kz.timeline(example(slug))
        for activity in kz.Activity:
            for day in _DAYS:
                assert _LATIN.findall(stripped(whole.can(activity, on=day), lang)) == []

    def test_it_says_once_what_is_in_english(self, lang: str) -> None:
        text = kz.can(LISTED, "open_bank_account", on=Date(2026, 11, 21)).explain(lang)
        assert text.count(label("text.in_english", lang)) == 1

    def test_the_same_steps_as_in_english(self, lang: str) -> None:
        for activity in kz.Activity:
            answer = kz.can(LISTED, activity, on=Date(2026, 11, 21))
            marks = [
                re.findall(r"^[│ ]*[├└]─", text, re.MULTILINE) for text in (answer.explain(), answer.explain(lang))
            ]
            assert marks[0] == marks[1]

    def test_reforms_are_told(self, lang: str) -> None:
        law = kz.reforms.named("list_ends_with_release")(kz.LAW)
        answers = [kz.can(LISTED, activity, on=Date(2026, 11, 21), law=law) for activity in kz.Activity]
        told = [answer.explain(lang) for answer in answers if answer.reforms]
        assert told
        assert all(label("text.under_reform", lang) in text for text in told)


class TestInEachLanguage:
    @pytest.mark.parametrize(
        ("lang", "first"),
        [
            ("en", "open bank account on 2026-11-21: PROHIBITED until 2030-02-04"),
            ("ru", "открытие банковского счёта, 21 ноября 2026 г.: ЗАПРЕЩЕНО до 4 февраля 2030 г."),
            ("kk", "банктік шот ашу, 2026 ж. 21 қараша: ТЫЙЫМ САЛЫНҒАН, 2030 ж. 4 ақпанға дейін"),
        ],
    )
    def test_headline(self, lang: str, first: str) -> None:
        assert kz.can(LISTED, "open_bank_account", on=Date(2026, 11, 21)).explain(lang).splitlines()[0] == first

    @pytest.mark.parametrize(
        ("lang", "citation"),
        [
            ("en", "[Law 191-IV, art. 12(8)(1), edition of 2020-11-15, as amended by the law of 13.05.2020 No 325-VI]"),
            ("ru", "[Закон № 191-IV, ст. 12(8)(1), редакция от 15.11.2020, изменение: 13.05.2020 № 325-VI]"),
            ("kk", "[№ 191-IV Заң, 12(8)(1)-бап, 15.11.2020 редакциясы, өзгеріс: 13.05.2020 № 325-VI]"),
        ],
    )
    def test_citation_and_cap(self, lang: str, citation: str) -> None:
        text = kz.cap(LISTED, on=Date(2022, 6, 1)).explain(lang)
        assert citation in text
        assert tenge(60_000, lang) in text

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("en", "criminal record from 2017-01-20 until some day from 2030-02-01 to 2030-02-28"),
            ("ru", "судимость с 20 января 2017 г. до одного из дней с 1 февраля 2030 г. по 28 февраля 2030 г."),
            ("kk", "соттылық 2017 ж. 20 қаңтардан бастап, 2030 ж. 1 ақпаннан бастап 2030 ж. 28 ақпанға дейінгі"),
        ],
    )
    def test_an_uncertain_day(self, lang: str, said: str) -> None:
        released = kz.Between(Date(2021, 2, 1), Date(2021, 2, 28))
        events = (kz.Release(on=released, ground=kz.ReleaseGround.SERVED, conviction="c1"),)
        answer = kz.can(evolve(LISTED, events=events), "stand_for_president", on=Date(2026, 11, 21))
        assert said in answer.explain(lang)

    @pytest.mark.parametrize(("lang", "said"), [("ru", "укажите — день вступления приговора"), ("kk", "үкімнің заңды")])
    def test_a_missing_fact(self, lang: str, said: str) -> None:
        unknown = evolve(PRESUMED, convictions=tuple(evolve(one, in_force=None) for one in PRESUMED.convictions))
        assert said in kz.can(unknown, "open_bank_account", on=Date(2016, 12, 1)).explain(lang)
        assert said.rpartition("— ")[2] in kz.ask_next(unknown, "vote", on=Date(2016, 12, 1)).explain(lang)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_the_official_text_in_that_language(self, lang: str) -> None:
        text = kz.can(LISTED, "open_bank_account", on=Date(2026, 11, 21)).explain(lang)
        assert f"https://zan.gov.kz/client/#!/doc/47702/{'kaz' if lang == 'kk' else 'rus'}" in text

    def test_english_is_the_default(self) -> None:
        answer = kz.can(LISTED, "vote", on=Date(2026, 11, 21))
        assert answer.explain() == answer.explain("en")

    @pytest.mark.parametrize("lang", ["", "EN", "kz", "../en"])
    def test_an_unknown_language(self, lang: str) -> None:
        with pytest.raises(UnknownName, match=r"^language: expected one of en, ru, kk; got "):
            kz.can(LISTED, "vote", on=Date(2026, 11, 21)).explain(lang)


ON = ("--on", "2022-06-01")
COMMANDS = (
    ("picture", "almaty-2018", *ON),
    ("can", "almaty-2018", "vote", *ON),
    ("timeline", "almaty-2018"),
    ("cap", "almaty-2018", *ON),
    ("ask", "almaty-2018", "leave_country", *ON),
    ("cohort", "all", "--activity", "vote", *ON),
    ("activities",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
class TestCommandLine:
    def test_english_is_the_default(self, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
        texts = []
        for more in ((), ("--lang", "en")):
            assert main([*command, *more]) == 0
            texts.append(capsys.readouterr().out)
        assert texts[0] == texts[1]
        assert not _CYRILLIC.search(re.sub(r"«[^»]*»", "", texts[0]))

    @pytest.mark.parametrize("lang", OTHERS)
    def test_another_language(self, command: tuple[str, ...], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([*command, "--lang", lang]) == 0
        assert _CYRILLIC.search(capsys.readouterr().out.splitlines()[0])

    def test_the_environment_is_not_asked(
        self, command: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert main(list(command)) == 0
        before = capsys.readouterr().out
        for name in ("LANG", "LC_ALL", "LANGUAGE"):
            monkeypatch.setenv(name, "ru_RU.UTF-8")
        assert main(list(command)) == 0
        assert capsys.readouterr().out == before

    @pytest.mark.parametrize("more", [(), ("--json",)])
    def test_an_unknown_language_is_refused(
        self, command: tuple[str, ...], more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*command, *more, "--lang", "de"]) == 2
        shown = capsys.readouterr()
        assert (shown.out, shown.err) == ("", "language: expected one of en, ru, kk; got 'de'\n")


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("slug", slugs())
def test_tables_fit_a_hundred_columns(lang: str, slug: str) -> None:
    whole = kz.timeline(example(slug))
    shown = [timeline_screen(whole, [], slug, lang)]
    shown += [picture_screen(whole.at(day), slug, lang) for day in _DAYS[3:5]]
    assert max(len(line) for text in shown for line in text.splitlines()) <= 100
