"""Case files: what is read, what is written, and the schema that describes both."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pendulum import Date
from ruamel.yaml import YAML

import kzrights
from kzrights import strategies
from kzrights.activities import Activity
from kzrights.calendar import Term
from kzrights.casefile import dump, dumps, load, loads, schema
from kzrights.casefile.keys import Sort, keys_of
from kzrights.casefile.plain_json import plain_json
from kzrights.casefile.tree import MOST_CHARACTERS, Node, parse
from kzrights.errors import CaseFileError
from kzrights.facts import (
    UNKNOWN,
    ActivityBan,
    Between,
    Case,
    Conviction,
    CourtClarification,
    Fine,
    Imprisonment,
    Listing,
    Offence,
    Person,
    RestrictedFreedom,
    Scope,
    Source,
    SupervisionExtended,
    When,
    parse_when,
    show_when,
)
from kzrights.facts.conviction import ARTICLE
from kzrights.money import Tenge

EXAMPLES = sorted((Path(kzrights.__file__).parent / "examples").glob("*.yaml"))

CONTRACT = """\
kzrights: 1
person:
  label: atyrau-2016
  born: 1973-05
  sex: male
household:
  - {relation: spouse, own_income: false}
  - {relation: child, born: 2015-03-10, own_income: false}
  - {relation: parent, own_income: false, dependant: true, cohabiting: true, from: 2019-01-01, to: 2023-06-30}
custody:
  - {kind: detention, from: 2016-05-17, to: 2017-01-20}
convictions:
  - id: c1
    verdict: 2016-11-28
    in_force: 2017-01-20
    offences:
      - {article: "174(2)", committed: 2016-04-24}
    punishments:
      - {kind: imprisonment, term: 5 years, security: medium}
      - {kind: activity_ban, term: 3 years, scope: [public_activity], wording: civic activity}
events:
  - {kind: release, on: 2021-02-04, ground: served, conviction: c1}
  - {kind: supervision, on: 2021-02-04, term: 3 years, restrictions: [night_curfew, stay_in_district]}
  - {kind: supervision_extended, on: 2024-02-04, term: 6 months}
listings:
  - {listed: 2017-03-01, conviction: c1}
sources:
  - {title: "...", url: "...", read: 2026-11-21}
"""
"""The example of the contract, as the library writes it."""


_MARKS = ("yes", "No", "null", "~", "1", "1.5", "#", "'", '"', "\\", "<<", "*a", "&a", "!a", "%", "@", "Ғ", "😀")
AWKWARD = (*_MARKS, *"\n\t\0\x1b\x7f\x85\u2028\ufeff\ufffe")
"""Texts that YAML would take for something else, or cannot hold as they are."""


def read(**keys: str) -> Case:
    """Read a case with the given top-level keys, each in YAML."""
    text = "".join(f"{key}: {value}\n" for key, value in {"kzrights": "1", "person": "{label: x}", **keys}.items())
    return loads(text)


def conviction(**keys: str) -> Conviction:
    """Read a conviction with the given keys, each in YAML."""
    whole = {"id": "c1", "verdict": "2016-11-28", "offences": '[{article: "174(2)"}]', **keys}
    return read(convictions="[{" + ", ".join(f"{key}: {value}" for key, value in whole.items()) + "}]").convictions[0]


def punishment(text: str) -> object:
    """Read a punishment."""
    return conviction(punishments=f"[{text}]").punishments[0]


def as_json(text: str) -> Any:
    """Read YAML the way other programs do; dates become text, as in JSON."""
    tree = YAML(typ="safe", pure=True).load(text)
    return json.loads(json.dumps(tree, default=lambda day: day.isoformat()))


class TestRoundTrip:
    @given(strategies.cases())
    @settings(deadline=None)
    def test_every_case_comes_back(self, case: Case) -> None:
        assert loads(dumps(case)) == case

    @given(strategies.cases())
    @settings(deadline=None, max_examples=30)
    def test_by_way_of_json(self, case: Case) -> None:
        assert loads(json.dumps(as_json(dumps(case)))) == case

    @given(strategies.cases())
    @settings(deadline=None, max_examples=30)
    def test_writing_is_settled_after_once(self, case: Case) -> None:
        assert dumps(loads(dumps(case))) == dumps(case)

    @given(st.text(st.characters(codec="utf-8"), max_size=60))
    def test_any_text(self, text: str) -> None:
        case = Case(person=Person(label=text))
        assert loads(dumps(case)) == case

    @pytest.mark.parametrize(
        "text",
        [*AWKWARD, "", " ", "a ", " a", "- a", "a: b", "\r\n", "2016-11-28", "x" * MOST_CHARACTERS],
    )
    def test_awkward_texts(self, text: str) -> None:
        case = Case(person=Person(label=text))
        assert loads(dumps(case)) == case

    def test_through_a_file(self, tmp_path: Path) -> None:
        case = loads(CONTRACT)
        dump(case, tmp_path / "case.yaml")
        assert load(tmp_path / "case.yaml") == load(str(tmp_path / "case.yaml")) == case
        assert (tmp_path / "case.yaml").read_bytes() == CONTRACT.encode()


class TestWriting:
    def test_the_contract(self) -> None:
        assert dumps(loads(CONTRACT)) == CONTRACT

    def test_what_is_taken_for_granted_is_left_out(self) -> None:
        assert dumps(Case(person=Person(label="x", citizen=True))) == "kzrights: 1\nperson:\n  label: x\n"

    def test_known_to_be_none_is_not_the_same_as_not_known(self) -> None:
        written = dumps(Case(person=Person(label="x"), household=(), listings=()))
        assert written.endswith("household: []\nlistings: []\n")

    @pytest.mark.parametrize("spelled", ["2016-11-28", "2016-11", "2016", "2016-09-01..2016-11-30", "unknown"])
    def test_days_in_their_short_spelling(self, spelled: str) -> None:
        assert f"verdict: {spelled}\n" in dumps(loads(CONTRACT.replace("verdict: 2016-11-28", f"verdict: {spelled}")))


class TestDays:
    @pytest.mark.parametrize(
        ("spelled", "day"),
        [
            ("2016-11-28", Date(2016, 11, 28)),
            ("'2016-11-28'", Date(2016, 11, 28)),
            ("2016-02-29", Date(2016, 2, 29)),
            ("2016-11", Between(Date(2016, 11, 1), Date(2016, 11, 30))),
            ("2016", Between(Date(2016, 1, 1), Date(2016, 12, 31))),
            ('"2016"', Between(Date(2016, 1, 1), Date(2016, 12, 31))),
            ("2016-09..2016-11", Between(Date(2016, 9, 1), Date(2016, 11, 30))),
            ("2016-09-05..2016-09-07", Between(Date(2016, 9, 5), Date(2016, 9, 7))),
            ("2016-09-05..2016-09-05", Date(2016, 9, 5)),
            ("unknown", UNKNOWN),
        ],
    )
    def test_spellings(self, spelled: str, day: When) -> None:
        assert conviction(verdict=spelled).verdict == day

    def test_a_missing_day_is_not_the_word_unknown(self) -> None:
        assert conviction().in_force is None
        assert conviction(in_force="unknown").in_force is UNKNOWN

    @given(strategies.whens())
    def test_what_is_shown_is_read(self, day: When) -> None:
        assert parse_when(show_when(day)) == day


class TestTerms:
    @pytest.mark.parametrize(
        ("spelled", "term"),
        [
            ("5 years", Term(years=5)),
            ("1 year", Term(years=1)),
            ('"2 years 6 months"', Term(years=2, months=6)),
            ("2 years and 6 months", Term(years=2, months=6)),
            ("15 days", Term(days=15)),
            ("P5Y", Term(years=5)),
            ("P2Y6M", Term(years=2, months=6)),
            ("unknown", UNKNOWN),
        ],
    )
    def test_spellings(self, spelled: str, term: object) -> None:
        assert punishment(f"{{kind: imprisonment, term: {spelled}}}") == Imprisonment(term=term)  # type: ignore[arg-type]

    @given(strategies.terms())
    def test_what_is_shown_is_read(self, term: Term) -> None:
        assert punishment(f"{{kind: imprisonment, term: {term}}}") == Imprisonment(term=term)

    @given(strategies.terms(Term(years=1), Term(years=10)))
    def test_bounds_are_kept(self, term: Term) -> None:
        assert ActivityBan(term=term).term == term


class TestScalars:
    def test_an_article_may_look_like_a_number(self) -> None:
        assert conviction(offences="[{article: 405}]").offences[0].article == "405"

    def test_an_article_has_the_digits_of_the_code(self) -> None:
        with pytest.raises(CaseFileError, match="expected a form such as"):
            conviction(offences="[{article: ٤٠٥, max_imprisonment: 1}]")

    @pytest.mark.parametrize("spelled", ["7 years", "7", "'7 years'"])
    def test_a_sanction_counts_years(self, spelled: str) -> None:
        offence = conviction(offences=f'[{{article: "999", max_imprisonment: {spelled}}}]').offences[0]
        assert offence == Offence(article="999", max_imprisonment=7)

    def test_a_sanction_of_one_year(self) -> None:
        offences = '[{article: "999", max_imprisonment: 1 year}]'
        assert conviction(offences=offences).offences[0].max_imprisonment == 1

    def test_money_is_whole_tenge(self) -> None:
        assert punishment("{kind: fine, amount: 530250}") == Fine(amount=Tenge(530250))

    @pytest.mark.parametrize(("spelled", "flag"), [("true", True), ("false", False), ("True", True)])
    def test_flags(self, spelled: str, flag: bool) -> None:
        assert read(person=f"{{label: x, citizen: {spelled}}}").person.citizen is flag

    @pytest.mark.parametrize("spelled", ["yes", "on", "1", '"true"', "t", "null", "0", "no"])
    def test_nothing_else_is_a_flag(self, spelled: str) -> None:
        with pytest.raises(CaseFileError, match="expected true or false"):
            read(person=f"{{label: x, citizen: {spelled}}}")

    def test_words(self) -> None:
        ban = "{kind: activity_ban, life: true, scope: [teaching, driving]}"
        assert conviction(punishments=f"[{{kind: fine}}, {ban}]").punishments[1] == ActivityBan(
            life=True, scope=(Scope.TEACHING, Scope.DRIVING)
        )

    def test_activities(self) -> None:
        event = "{kind: court_clarification, on: 2020, activities: [vote], said: no_answer}"
        found = read(convictions='[{id: c1, verdict: 2016, offences: [{article: "405"}]}]', events=f"[{event}]").events[
            0
        ]
        assert isinstance(found, CourtClarification)
        assert found.activities == (Activity.VOTE,)

    def test_half_characters_of_json_are_joined(self) -> None:
        assert read(person=r'{"label": "\ud83d\ude00"}').person.label == "\U0001f600"


def root(data: bytes) -> Node:
    """Return the tree of JSON that is read the short way."""
    tree = plain_json(data)
    assert tree
    return tree.root


class TestPlainJson:
    """JSON that programs wrote is read a short way, which must never say what the careful reader would not."""

    @given(strategies.cases())
    @settings(deadline=None, max_examples=60)
    def test_the_tree_is_that_of_the_careful_reader(self, case: Case) -> None:
        data = json.dumps(as_json(dumps(case)), ensure_ascii=False).encode()
        tree = plain_json(data)
        assert tree is None or tree.root == parse(data).root

    def test_most_cases_go_this_way(self) -> None:
        texts = (json.dumps(as_json(path.read_text("utf-8")), ensure_ascii=False) for path in EXAMPLES)
        assert all(plain_json(text.encode()) for text in texts)

    def test_numbers_and_words_stay_as_they_are_spelled(self) -> None:
        data = '{"a": 1.50, "b": [-0, 1e5, true, false, null, "1", "йә"],\n "c": {}}'.encode()
        assert root(data) == parse(data).root

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "kzrights: 1",
            "[]",
            '{"a": 1,}',
            '{"a": 1} x',
            '{"a": NaN}',
            '{"a": -Infinity}',
            '{"a": 1, "a": 1}',
            '{"a": {"b": 1, "b": 1}}',
            '{"a":\t1}',
            r'{"a": "\u0041"}',
            '{"a": "\u2028"}',
            '{"a": "\ufeff"}',
            '{"a": ' + "[" * 20 + "]" * 20 + "}",
            '{"a": ' + "[" * 10_000 + "]" * 10_000 + "}",
            '{"a": [' + "1," * 4_000 + "1]}",
            '{"a": "' + "x" * (MOST_CHARACTERS + 1) + '"}',
            '{"' + "x" * (MOST_CHARACTERS + 1) + '": 1}',
            '{"a": "' + "x" * 50_000 + '"}',
        ],
        ids=lambda text: text[:20],
    )
    def test_whatever_is_in_doubt_is_left_to_the_careful_reader(self, text: str) -> None:
        assert plain_json(text.encode()) is None

    def test_what_is_not_utf_8_is_left_to_it_too(self) -> None:
        assert plain_json(b'{"a": "\xff"}') is None

    def test_as_much_as_may_be_is_taken(self) -> None:
        for text in ('{"a": ' + "[" * 19 + "]" * 19 + "}", '{"a": [' + "1," * 3_995 + "1]}"):
            assert root(text.encode()) == parse(text.encode()).root

    def test_errors_tell_their_lines(self) -> None:
        with pytest.raises(CaseFileError, match=r"oops \(line 2\): expected a known key"):
            loads('{"kzrights": 1, "person": {"label": "a"},\n"oops": 1}')


class TestShape:
    def test_absent_and_empty(self) -> None:
        assert (read().household, read().listings) == (None, None)
        assert (read(household="[]").household, read(listings="[]").listings) == ((), ())

    def test_kinds_are_told_apart(self) -> None:
        assert punishment("{kind: restricted_freedom, term: 2 years}") == RestrictedFreedom(term=Term(years=2))

    def test_from_and_to(self) -> None:
        found = read(custody="[{kind: house_arrest, from: 2016-05-17, to: 2016-05-17}]").custody[0]
        assert (found.from_, found.to) == (Date(2016, 5, 17), Date(2016, 5, 17))

    def test_listing_and_source(self) -> None:
        found = read(listings="[{listed: 2017, ground: foreign}]", sources="[{title: t}]")
        assert found.sources == (Source(title="t"),)
        assert found.listings is not None
        assert isinstance(found.listings[0], Listing)

    def test_supervision_in_any_order(self) -> None:
        later = "{kind: supervision_extended, on: 2022, term: 6 months}"
        events = read(events=f"[{later}, {{kind: supervision, on: 2021, term: 1 year}}]").events
        assert isinstance(events[0], SupervisionExtended)


class TestSchema:
    validator = Draft202012Validator(schema())

    def test_is_a_schema(self) -> None:
        Draft202012Validator.check_schema(schema())
        assert json.loads(json.dumps(schema())) == schema()

    @given(strategies.cases())
    @settings(deadline=None, max_examples=50)
    def test_describes_what_is_written(self, case: Case) -> None:
        self.validator.validate(as_json(dumps(case)))

    def test_describes_the_contract(self) -> None:
        self.validator.validate(as_json(CONTRACT))

    def test_describes_the_packaged_cases(self) -> None:
        for example in EXAMPLES:
            self.validator.validate(as_json(example.read_text("utf-8")))
            assert loads(dumps(load(example))) == load(example)

    @pytest.mark.parametrize(
        "text",
        [
            CONTRACT.replace("kzrights: 1", "kzrights: 2"),
            CONTRACT.replace("verdict:", "verdikt:"),
            CONTRACT.replace("5 years", "5 jears"),
            CONTRACT.replace("verdict: 2016-11-28", "verdict: 28.11.2016"),
            CONTRACT.replace("kind: detention", "kind: prison"),
            CONTRACT.replace("[public_activity]", "public_activity"),
            CONTRACT.replace("own_income: false", "own_income: 'no'"),
        ],
    )
    def test_refuses_what_the_reader_refuses(self, text: str) -> None:
        assert not self.validator.is_valid(as_json(text))
        with pytest.raises(CaseFileError):
            loads(text)

    def test_says_what_every_key_means(self) -> None:
        for part in (schema(), *schema()["$defs"].values()):
            keys = part.get("properties", {})
            assert not [key for key, value in keys.items() if key != "kind" and not value["description"]]

    def test_speaks_of_the_file_and_not_of_python(self) -> None:
        text = json.dumps(schema())
        assert not [word for word in ("None", "``", ":class:", "UNKNOWN") if word in text]
        assert not re.search(r"\bfrom_\b", text)

    def test_articles_are_those_of_the_facts(self) -> None:
        assert ARTICLE in schema()["$defs"]["Offence"]["properties"]["article"]["pattern"]

    def test_every_field_of_every_class_has_a_key(self) -> None:
        def classes(cls: type) -> list[type]:
            inner = [kind for key in keys_of(cls) if key.sort is Sort.THING for kind in key.types]
            return [cls, *(found for kind in inner for found in classes(kind))]

        for cls in classes(Case):
            assert [key.attribute.name for key in keys_of(cls)] == [field.name for field in attrs.fields(cls)]

    @pytest.mark.parametrize(
        ("cls", "private"), [(Person, ["label", "born"]), (Source, ["title", "url"]), (ActivityBan, ["wording"])]
    )
    def test_private_keys(self, cls: type, private: list[str]) -> None:
        assert [key.name for key in keys_of(cls) if key.private] == private


class TestImports:
    def test_the_parser_is_imported_on_first_use(self) -> None:
        code = "import sys, kzrights.casefile; print({'ruamel.yaml', 'cattrs', 'hypothesis'} & set(sys.modules))"
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert found.stdout.strip() == "set()"
