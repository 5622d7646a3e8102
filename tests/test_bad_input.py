"""Broken case files: each is refused at once, with the place, the line and what would be right."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from attrs import frozen

from kzrights.casefile import load, loads
from kzrights.errors import CaseFileError, Problem

FOLDER = Path(__file__).parent / "bad_cases"
NAMES = ("Aigul", "Anna", "Bota", "springtime")
"""Names in the broken files, which no message may repeat."""


@frozen
class Bad:
    """A broken file in ``bad_cases`` and the problem that must be named."""

    file: str
    path: str
    line: int | None
    says: str

    @classmethod
    def of(cls, file: str, path: str, line: str, says: str) -> Bad:
        """Read a row of the table, in which ``-`` stands for the whole file and for no line."""
        return cls(file, "" if path == "-" else path, None if line == "-" else int(line), says)


_TABLE = r"""
activity_unknown.yaml | events[0].activities[0] | 17 | got "open_bank_acount"; did you mean "open_bank_account"?
amnesty_of_2017.yaml | events[0].act | 17 | the year of an amnesty, one of 2011, 2016, 2021, 2022, 202
arrest_91_days.yaml | convictions[0].punishments[0].term | 14 | 1 day to 90 days, got 91 days
article_float.yaml | convictions[0].offences[0].article | 12 | text (in quotes, where it looks like something el
article_form.yaml | convictions[0].offences[0].article | 12 | a form such as "174(2)"
article_known_with_sanction.yaml | convictions[0].offences[0].max_imprisonment | 12 | no value: the library's ta
article_unknown.yaml | convictions[0].offences[0].article | 12 | an article in the library's table, or its sanct
ban_0_years.yaml | convictions[0].punishments[1].term | 15 | 1 year to 10 years, got 0 days
ban_11_months.yaml | convictions[0].punishments[1].term | 15 | 1 year to 10 years, got 11 months
ban_11_years.yaml | convictions[0].punishments[1].term | 15 | 1 year to 10 years, got 11 years
ban_alone.yaml | convictions[0].punishments | 14 | a main punishment beside the ban (Criminal Code 40(3))
ban_for_life_with_term.yaml | convictions[0].punishments[1].term | 15 | either a term such as "3 years" or "life
ban_without_term.yaml | convictions[0].punishments[1].term | 15 | either a term such as "3 years" or "life: true
bool_as_number.yaml | person.citizen | 4 | true or false, got 1
bool_as_text.yaml | person.citizen | 4 | true or false, got "true"
bool_yes.yaml | person.citizen | 4 | true or false, got "yes"
born_is_a_word.yaml | person.born | 4 | or "unknown", got text
born_is_list.yaml | person.born | 4 | or "unknown", got a list
convictions_is_mapping.yaml | convictions | 8 | a list, got keys and values
csv_table.yaml | - | 1 | keys and values, got text
custody_overlaps.yaml | custody[0].from | 6 | a first day after custody[1] ended (2017-01-20), got 2017-
date_29_february_2017.yaml | convictions[0].verdict | 9 | a day of the calendar from 1900 to 2199, got "2017-02-
date_30_february.yaml | convictions[0].verdict | 9 | a day of the calendar from 1900 to 2199, got "2017-02-30"
date_backwards.yaml | convictions[0].verdict | 9 | the earlier day first, got "2016-11..2016-09"
date_before_1900.yaml | convictions[0].verdict | 9 | a day of the calendar from 1900 to 2199, got "1899-12-31"
date_bool.yaml | convictions[0].verdict | 9 | or "unknown", got true
date_day_first.yaml | convictions[0].verdict | 9 | or "unknown", got "28.11.2016"
date_float.yaml | convictions[0].verdict | 9 | or "unknown", got 2016.11
date_month_13.yaml | convictions[0].verdict | 9 | a day of the calendar from 1900 to 2199, got "2016-13"
date_null.yaml | convictions[0].verdict | 9 | or "unknown", got nothing
date_one_digit.yaml | convictions[0].verdict | 9 | or "unknown", got "2016-1-8"
date_with_time.yaml | convictions[0].verdict | 9 | or "unknown", got "2016-11-28T10:00:00Z"
date_word.yaml | convictions[0].verdict | 9 | or "unknown", got "yesterday"
date_year_0000.yaml | convictions[0].verdict | 9 | a day of the calendar from 1900 to 2199, got "0000-01-01"
date_year_10000.yaml | convictions[0].verdict | 9 | or "unknown", got "10000-01-01"
empty.yaml | - | - | a case that begins with kzrights: 1, got an empty file
empty_but_comments.yaml | - | - | a case that begins with kzrights: 1, got an empty file
event_kind_is_list.yaml | events[0].kind | 17 | got a list
event_kind_unknown.yaml | events[0].kind | 17 | got "escape"
extension_before_supervision.yaml | events[1].on | 18 | a day not before supervision began (2022-01-01), got 202
extension_without_supervision.yaml | events[0].kind | 17 | a supervision that it follows
fine_bool.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, got true
fine_exponent.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, got
fine_float.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, got 530
fine_negative.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, got
fine_text.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, got "530
fine_with_spaces.yaml | convictions[0].punishments[0].amount | 14 | whole tenge, zero or more, such as 530250, g
ground_misspelled.yaml | events[0].ground | 17 | got "serve"; did you mean "served"?
hours_fraction.yaml | convictions[0].punishments[0].hours | 14 | a whole number, got 10.0
hours_hexadecimal.yaml | convictions[0].punishments[0].hours | 14 | a whole number, got 0x10
hours_too_many.yaml | convictions[0].punishments[0].hours | 14 | 1 to 1200 hours, got 1201
household_null.yaml | household | 6 | a list, got nothing
household_of_names.yaml | household[0] | 5 | keys and values, got text
html_page.yaml | - | 1 | keys and values, got text
id_immense.yaml | convictions[0].id | 8 | at most 60 characters, got "cccccccccccccccccccccccccccccc
id_number.yaml | convictions[0].id | 8 | text (in quotes, where it looks like something else), got
id_twice.yaml | convictions[1].id | 16 | a name used once, got 'c1' again
id_with_space.yaml | convictions[0].id | 8 | a form such as "c1"
json_duplicate_key.json | kzrights | 4 | each key once, got this one already on line 2
json_key_typo.json | person.lable | 3 | a known key, got another; did you mean "label"?
json_list.json | - | 1 | keys and values, got a list
json_null.json | - | 1 | keys and values, got nothing
json_numbers_as_text.json | kzrights | 2 | 1, the version of the format, got "1"
json_truncated.json | - | 4 | YAML or JSON, got a fault of syntax: found unexpected end
key_is_list.yaml | person | 4 | a word for a key, got something else
key_is_number.yaml | person | 4 | a word for a key, got something else
key_of_another_kind.yaml | convictions[0].punishments[0].scope | 14 | a known key, got another
key_python_spelling.yaml | custody[0].from_ | 6 | a known key, got another; did you mean "from"?
key_that_may_be_a_name.yaml | person.? | 4 | a known key, got another
key_typo.yaml | convictions[0].verdikt | 9 | a known key, got another; did you mean "verdict"?
key_typo_in_event.yaml | events[0].grounds | 17 | a known key, got another; did you mean "ground"?
key_typo_in_punishment.yaml | convictions[0].punishments[0].terms | 14 | a known key, got another; did you mean
kind_misspelled.yaml | convictions[0].punishments[0].kind | 14 | got "imprisonmnt"; did you mean "imprisonment"?
label_is_number.yaml | person.label | 3 | text (in quotes, where it looks like something else), got
listing_of_united_nations_with_conviction.yaml | listings[0].conviction | 19 | no value unless the ground is con
listing_reference_dangling.yaml | listings[0].conviction | 19 | the id of a conviction (c1)
many_faults.yaml | kzrights | 1 | 1, the version of the format, got 3
missing_article.yaml | convictions[0].offences[0].article | 12 | the key "article", got none
missing_custody_end.yaml | custody[0].to | 6 | the key "to", got none
missing_id.yaml | convictions[0].id | 8 | the key "id", got none
missing_kind.yaml | convictions[0].punishments[0].kind | 14 | the key "kind", got none
missing_label.yaml | person.label | 3 | the key "label", got none
missing_listed.yaml | listings[0].listed | 19 | the key "listed", got none
missing_offences.yaml | convictions[0].offences | 8 | the key "offences", got none
missing_term.yaml | convictions[0].punishments[0].term | 14 | the key "term", got none
missing_verdict.yaml | convictions[0].verdict | 8 | the key "verdict", got none
offences_empty.yaml | convictions[0].offences | 11 | at least one
only_a_marker.yaml | - | 2 | keys and values, got nothing
order_accepted_before_in_force.yaml | convictions[0].punishments[0].accepted | 14 | a day not before the verdict
order_custody_backwards.yaml | custody[0].to | 6 | a day not before its first day (2016-05-17), got 2016-05-1
order_death_before_verdict.yaml | convictions[0].verdict | 9 | a day not after death (2016-11-27)
order_delisted_before_listed.yaml | listings[0].delisted | 19 | a day not before the listing (2017-03-01), got 2
order_fine_paid_before_verdict.yaml | convictions[0].punishments[0].paid | 14 | a day not before the verdict (20
order_household_backwards.yaml | household[0].to | 6 | a day not before the first day (2020-01-01), got 2019-12-
order_in_force_before_verdict.yaml | convictions[0].in_force | 10 | a day not before the verdict (2016-11-28), g
order_listed_before_in_force.yaml | listings[0].listed | 19 | a day not before the verdict is in force (2017-01-
order_offence_before_birth.yaml | convictions[0].offences[0].committed | 12 | a day not before the person's birt
order_release_before_in_force.yaml | events[0].on | 17 | a day not before the verdict is in force (2017-01-20),
order_verdict_before_2015.yaml | convictions[0].verdict | 9 | a verdict under the Criminal Code in force from 20
order_verdict_before_offence.yaml | convictions[0].verdict | 9 | a day not before the act of 174(2) (2016-12-24)
person_is_empty.yaml | person | 3 | keys and values, got nothing
person_is_text.yaml | person | 2 | keys and values, got text
person_missing.yaml | person | 1 | the key "person", got none
punishments_is_text.yaml | convictions[0].punishments | 13 | a list, got text
reference_ambiguous.yaml | events[0].conviction | 21 | the id of one of the convictions (c1, c2)
reference_dangling.yaml | events[0].conviction | 17 | the id of a conviction (c1)
release_from_a_fine.yaml | events[0].conviction | 17 | a conviction to imprisonment
release_replaced_by_nothing.yaml | events[0].remainder_as | 17 | what took its place
release_served_with_remainder.yaml | events[0].remainder_as | 17 | no value unless the ground is replaced
requalified_from_another_article.yaml | events[0].article | 17 | an article of conviction 'c1'
requalified_to_unlisted_article.yaml | events[0].to | 17 | an article in the library's table
restricted_freedom_8_years.yaml | convictions[0].punishments[0].term | 14 | 1 day to 7 years, got 8 years
sanction_99_years.yaml | convictions[0].offences[0].max_imprisonment | 12 | 0 to 30 years, got 99
sanction_in_months.yaml | convictions[0].offences[0].max_imprisonment | 12 | a whole number, got "84 months"
scope_is_text.yaml | convictions[0].punishments[1].scope | 15 | a list, got text
scope_misspelled.yaml | convictions[0].punishments[1].scope[0] | 15 | got "publicactivity"; did you mean "public
sex_misspelled.yaml | person.sex | 4 | one of male, female, got "man"
term_immense.yaml | convictions[0].punishments[0].term | 14 | much less
term_is_fraction.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got 5.9
term_is_half_years.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got "5.5 years"
term_misspelled.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got "5 jears"
term_negative.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got "-1 years"
term_other_digits.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got "٥ years"
term_repeats_unit.yaml | convictions[0].punishments[0].term | 14 | each unit once
term_too_long.yaml | convictions[0].punishments[0].term | 14 | 1 day to 30 years, got 31 years
term_without_unit.yaml | convictions[0].punishments[0].term | 14 | a term such as "5 years", got 5
term_zero.yaml | convictions[0].punishments[0].term | 14 | 1 day to 30 years, got 0 days
top_is_list.yaml | - | 1 | keys and values, got a list
top_is_text.yaml | - | 1 | keys and values, got text
top_key_typo.yaml | convictons | 7 | a known key, got another; did you mean "convictions"?
two_deaths.yaml | events[1].kind | 18 | one death at most
two_main_punishments.yaml | convictions[0].punishments[1].kind | 15 | one punishment that takes or restricts fre
version_2.yaml | kzrights | 1 | 1, the version of the format, got 2
version_missing.yaml | kzrights | 1 | the key "kzrights: 1", the version of the format, got none
version_text.yaml | kzrights | 1 | 1, the version of the format, got "1"
wording_is_list.yaml | convictions[0].punishments[1].wording | 15 | text, got a list
yaml_alias.yaml | convictions[0].punishments[1] | 15 | a value written out, got a YAML alias (*)
yaml_anchor.yaml | person.label | 3 | a value alone, got a YAML anchor (&)
yaml_at_sign.yaml | - | 3 | YAML or JSON, got a fault of syntax: found character '@' t
yaml_bomb.yaml | a | 1 | a value alone, got a YAML anchor (&)
yaml_duplicate_key.yaml | convictions[0].verdict | 10 | each key once, got this one already on line 9
yaml_duplicate_top_key.yaml | listings | 20 | each key once, got this one already on line 18
yaml_escape.yaml | - | 3 | YAML or JSON, got a fault of syntax: found unknown escape
yaml_half_a_character.yaml | person.label | 3 | whole characters, got half of one (a lone surrogate)
yaml_impossible_character.yaml | - | - | YAML or JSON, got a fault of syntax
yaml_merge_key.yaml | convictions[0].punishments[1] | 15 | every key written out, got a YAML merge key (<<)
yaml_own_tag.yaml | convictions[0].verdict | 9 | a value alone, got a YAML tag (!)
yaml_python_tag.yaml | person.label | 3 | a value alone, got a YAML tag (!)
yaml_root_tag.yaml | - | 1 | a value alone, got a YAML tag (!)
yaml_screen_control.yaml | convictions[0].id | 8 | a form such as "c1"
yaml_tab_indent.yaml | - | 3 | YAML or JSON, got a fault of syntax: found character '\t'
yaml_two_colons.yaml | - | 3 | YAML or JSON, got a fault of syntax: mapping values are no
yaml_two_documents.yaml | - | 20 | one YAML document, got another after it
yaml_unclosed_bracket.yaml | - | 16 | YAML or JSON, got a fault of syntax: expected ',' or ']',
yaml_unclosed_quote.yaml | - | 12 | YAML or JSON, got a fault of syntax: expected <block end>,
yaml_undefined_tag.yaml | - | 3 | YAML or JSON, got a fault of syntax: a tag (!) that is not
yaml_version_9.yaml | - | 1 | YAML or JSON, got a fault of syntax: found incompatible YA
"""

BAD = tuple(Bad.of(*row.split(" | ")) for row in _TABLE.strip().splitlines())
"""Every broken file: its name, the path of the problem, its line, a piece of the message."""

WELL = "kzrights: 1\nperson: {label: x}\n"
"""A case file with nothing wrong; what is added to it is."""

HOSTILE = {
    "NUL byte": (b"kzrights: 1\x00\n", "U+0000 at byte offset 11"),
    "escape byte": (b"kzrights: 1\n# \x1b[31m\n", "U+001B at byte offset 14"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "the byte 0x89 at offset 0"),
    "latin-1": ("kzrights: 1\n# Алматы é".encode("cp1251", "replace"), "the byte 0xc0 at offset 14"),
    "cut character": ("kzrights: 1\n# Алматы".encode()[:-1], "the byte 0xd1 at offset 24"),
    "UTF-16": (WELL.encode("utf-16"), "the byte 0xff at offset 0"),
    "UTF-16 without a mark": (WELL.encode("utf-16-le"), "U+0000 at byte offset 1"),
    "UTF-32": (WELL.encode("utf-32-be"), "U+0000 at byte offset 0"),
    "byte order mark inside": (b"kzrights: 1\n\xef\xbb\xbfperson: {label: x}\n", "person"),
    "one byte too many": (WELL.encode() + b"#" * (2**20 + 1 - len(WELL)), "at most 1,048,576 bytes"),
    "a mebibyte of lists": (b"[" * 2**20, "at most 20 levels"),
    "a mebibyte of dashes": (b"- " * 2**19, "at most 20 levels"),
    "deep mappings": ("".join(f"{' ' * depth}a:\n" for depth in range(40)).encode(), "at most 20 levels"),
    "many values": (b"[" + b"1," * 100_000 + b"]", "at most 4,000 values"),
    "many keys": ("".join(f"k{at}: 1\n" for at in range(90_000)).encode(), "at most 4,000 values"),
    "many tags": (b"!" * 2**20, "for one value"),
    "many lines": (b"\n" * 2**20, "for one value"),
    "a long comment": (b"#" * 2**20, "for one value"),
    "many words": (b"a " * 2**19, "for one value"),
    "a folded novel": (b">\n" + b" a\n\n" * 2**17, "for one value"),
    "a long label": (b"person: {label: " + b"x" * 10_001 + b"}", "at most 10,000 characters, got 10,001"),
    "many documents": (b"---\n" * 1000, "one YAML document"),
}
"""What no person writes, by name: the bytes, and what the refusal says."""


@contextmanager
def refused(within: float = 1.0) -> Iterator[list[Problem]]:
    """Expect a refusal in time and hand out its problems; the time is not asked of code traced for coverage."""
    problems: list[Problem] = []
    start = time.process_time()
    with pytest.raises(CaseFileError) as caught:
        yield problems
    assert sys.gettrace() or time.process_time() - start < within
    problems += caught.value.problems
    assert problems


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """Import the parser once, so that the clock times the refusals only."""
    loads(WELL)


class TestBrokenFiles:
    @pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.file)
    def test_place_line_and_words(self, bad: Bad) -> None:
        with refused() as problems:
            load(FOLDER / bad.file)
        assert any(
            problem.path == bad.path and problem.line == bad.line and bad.says in problem.message
            for problem in problems
        ), problems

    @pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.file)
    def test_no_name_is_repeated(self, bad: Bad) -> None:
        with refused() as problems:
            load(FOLDER / bad.file)
        assert not [problem for problem in problems for name in NAMES if name in str(problem)]

    def test_every_file_is_in_the_table(self) -> None:
        assert sorted(bad.file for bad in BAD) == sorted(path.name for path in FOLDER.iterdir())

    def test_there_are_many(self) -> None:
        assert len(BAD) >= 65

    def test_every_message_says_what_was_expected(self) -> None:
        for bad in BAD:
            with refused() as problems:
                load(FOLDER / bad.file)
            assert not [problem for problem in problems if not problem.message.startswith("expected ")]

    def test_no_file_is_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for bad in BAD:
            with refused():
                load(FOLDER / bad.file)
        assert not list(tmp_path.iterdir())


class TestAllAtOnce:
    def test_every_fault_of_a_file(self) -> None:
        with refused() as problems:
            load(FOLDER / "many_faults.yaml")
        assert [problem.path for problem in problems] == [
            "kzrights",
            "person.born",
            "custody[0].to",
            "convictions[0].id",
            "convictions[0].verdict",
            "convictions[0].punishments[0].term",
            "convictions[0].punishments[1].term",
            "events[0].reason",
            "events[0].ground",
            "listings[0].listing",
            "listings[0].listed",
        ]

    def test_two_fields_of_one_object_that_are_out_of_bounds(self) -> None:
        with refused() as problems:
            loads(WELL + 'convictions: [{id: "1", verdict: 2016, offences: [{article: x, max_imprisonment: 99}]}]')
        assert [problem.path.rpartition(".")[2] for problem in problems] == ["id", "article", "max_imprisonment"]

    def test_two_contradictions(self) -> None:
        with refused() as problems:
            loads(WELL + "listings:\n- {listed: 2017, delisted: 2016, ground: foreign}\n- {listed: 2018}\n")
        assert [(problem.path, problem.line) for problem in problems] == [
            ("listings[0].delisted", 4),
            ("listings[1].conviction", 5),
        ]

    def test_the_text_is_one_line_a_problem(self) -> None:
        with pytest.raises(CaseFileError) as caught:
            load(FOLDER / "term_misspelled.yaml")
        where = "convictions[0].punishments[0].term (line 14)"
        assert str(caught.value) == f'{where}: expected a term such as "5 years", got "5 jears"'


class TestHostileBytes:
    @pytest.mark.parametrize(("data", "says"), HOSTILE.values(), ids=HOSTILE)
    def test_refused_in_time(self, data: bytes, says: str, tmp_path: Path) -> None:
        file = tmp_path / "case.yaml"
        file.write_bytes(data)
        with refused() as problems:
            load(file)
        assert any(says in str(problem) for problem in problems), problems

    def test_a_sparse_file_of_100_megabytes_is_not_read(self, tmp_path: Path) -> None:
        file = tmp_path / "case.yaml"
        with file.open("wb") as sparse:
            sparse.truncate(100 * 2**20)
        with refused(0.2) as problems:
            load(file)
        assert "at most 1,048,576 bytes" in problems[0].message

    def test_a_python_tag_runs_nothing(self, tmp_path: Path) -> None:
        trace = tmp_path / "trace"
        with refused() as problems:
            loads(f'kzrights: 1\nperson: !!python/object/apply:os.system ["touch {trace}"]\n')
        assert "a YAML tag (!)" in problems[0].message
        assert not trace.exists()

    def test_lone_surrogates_in_a_text(self) -> None:
        with refused() as problems:
            loads(WELL + "# \ud800")
        assert "the byte 0xed" in problems[0].message


class TestPaths:
    def test_missing_file(self, tmp_path: Path) -> None:
        with refused() as problems:
            load(tmp_path / "none.yaml")
        assert problems == [Problem("", "expected a file, found nothing there")]

    def test_folder(self, tmp_path: Path) -> None:
        with refused() as problems:
            load(tmp_path)
        assert problems == [Problem("", "expected a file, got a folder")]

    def test_a_file_taken_for_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "case.yaml").write_text(WELL, encoding="utf-8")
        with refused() as problems:
            load(tmp_path / "case.yaml" / "inner.yaml")
        assert problems[0].path == ""

    def test_impossible_path(self) -> None:
        with refused() as problems:
            load("case\0.yaml")
        assert "expected the path of a file" in problems[0].message

    def test_immense_path(self) -> None:
        with refused() as problems:
            load("x" * 100_000)
        assert "expected a file one can read" in problems[0].message


class TestDiscretion:
    """Labels, birthdays, wordings, titles and addresses may tell who it is; no message repeats them."""

    @pytest.mark.parametrize(
        "text",
        [
            "person: {label: [Secret], born: Secret}",
            "person: {label: 1973, born: 1973-5-5}",
            "person: {label: !Secret x}",
            "person: {label: Secret: x}",
            "person: {label: 'Secret}",
            "person: {label: x}\nsources: [{title: {Secret: 1}, url: [Secret]}]",
            "person: {label: x}\nhousehold: Secret",
            "person: {label: x, Secret Secret: 1}",
            "Secret",
            "- Secret",
        ],
    )
    def test_nothing_private_is_quoted(self, text: str) -> None:
        with pytest.raises(CaseFileError) as caught:
            loads(f"kzrights: 1\n{text}\n")
        assert "Secret" not in str(caught.value)
        assert "1973" not in str(caught.value)

    def test_a_contradiction_with_the_birthday(self) -> None:
        with refused() as problems:
            loads("kzrights: 1\nperson: {label: x, born: 1973-05}\nevents: [{kind: death, on: 1971}]\n")
        assert "1973" not in str(problems)

    def test_what_is_quoted_is_short_and_harmless(self) -> None:
        with refused() as problems:
            loads(f'kzrights: 1\nperson: {{label: x, sex: "\\e[31m{"y" * 5000}"}}\n')
        assert "\x1b" not in str(problems[0])
        assert len(str(problems[0])) < 200


class TestAcceptedAfterAll:
    """Neighbours of the broken files that are right."""

    @pytest.mark.parametrize(
        "data",
        [
            b"\xef\xbb\xbf" + WELL.encode(),
            WELL.replace("\n", "\r\n").encode(),
            json.dumps({"kzrights": 1, "person": {"label": "\U0001f600"}}, indent="\t").encode(),
            b'{"kzrights":1,"person":{"label":"x"}}',
            b"# first\n---\n" + WELL.encode() + b"...\n",
            b"kzrights: 1\nperson: {label: 'yes'}\n",
            b"kzrights: 1\nperson:\n  label: |\n    two\n    lines\n",
        ],
        ids=["byte order mark", "CRLF", "JSON with tabs", "dense JSON", "markers", "quoted yes", "block text"],
    )
    def test_reads(self, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "case.yaml").write_bytes(data)
        assert load(tmp_path / "case.yaml").person.label
