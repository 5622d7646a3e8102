"""The site made of the law: every rule and activity has its place, and readers reach what they look for.

The paths of readers are walked in the built site, ``docs/_build/html``, where there is one.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from docs._ext import (
    act_pages,
    activity_pages,
    amount_pages,
    asked,
    citing,
    decided,
    norms,
    pages,
    pinned,
    sources,
    terms,
)
from docs._ext.search import SearchBoth
from pendulum import Date
from tools import check_site

import kzrights as kz
from kzrights import Activity, StatusKind
from kzrights.law.acts import CC, CEC, LAW_191
from kzrights.law.rules import Reading, Rule

SITE = Path(__file__).parent.parent / "docs" / "_build" / "html"
built = pytest.mark.skipif(not (SITE / "index.html").is_file(), reason="the site is not built: make site")
SERIOUS = kz.LAW.rule("record_after_prison_for_serious_2015")


# --- Acts


@pytest.fixture(scope="module")
def acts() -> dict[str, str]:
    return dict(act_pages.pages())


def test_every_rule_stands_on_exactly_one_page_of_an_act(acts: dict[str, str]) -> None:
    found = Counter(name for text in acts.values() for name in re.findall(r"^\(rule-(\w+)\)=$", text, re.MULTILINE))
    assert found == Counter(rule.name for rule in kz.LAW.rules)


def test_each_act_has_a_page_with_its_russian_name_and_address(acts: dict[str, str]) -> None:
    assert len(acts) == len({rule.provision.act for rule in kz.LAW.rules})
    assert "«Уголовный кодекс Республики Казахстан»" in acts["acts/criminal-code"]
    assert CC.address() in acts["acts/criminal-code"]


def test_editions_stand_side_by_side(acts: dict[str, str]) -> None:
    (line,) = (
        one for one in acts["acts/criminal-code"].splitlines() if "<rule-record_after_prison_for_serious>" in one
    )
    assert line.startswith("| provision |")
    assert "<rule-record_after_prison_for_serious_2015>" in line


def test_a_norm_says_clock_source_tests_case_and_how_it_was_read(acts: dict[str, str]) -> None:
    text = acts["acts/criminal-code"]
    entry = text[text.index("(rule-court_lifts_record)=") :].split("\n(rule-")[0]
    for field in (":About:", ":Stands: since", ":Clock:", ":Rule: {source}", ":Tests: {source}", ":Read: in the text"):
        assert field in entry, field


def test_a_rule_made_in_a_table_links_to_the_function_it_was_made_of() -> None:
    file, line = norms.place_of(kz.LAW.rule("arrest_of_money"))
    assert file == "kzrights/law/measures.py"
    code = (sources.ROOT / "src" / file).read_text("utf-8").splitlines()
    assert code[line - 1].startswith("def _if_arrested(")


@pytest.mark.parametrize("rule", kz.LAW.rules, ids=lambda rule: rule.name)
def test_the_source_of_a_rule_is_shown(rule: Rule) -> None:
    file, line = norms.place_of(rule)
    assert 1 <= line <= sources.files()[f"src/{file}"]


# --- Tests, readings and cases of a rule


def test_a_rule_is_pinned_by_the_class_on_its_provision() -> None:
    assert "TestArt79Periods" in {pin.name for pin in pinned.tests_of(SERIOUS)}


def test_a_rule_that_a_test_names_is_pinned_by_it_first() -> None:
    first = pinned.tests_of(kz.LAW.rule("constitution_keeps_elections_to_citizens"))[0]
    assert "constitution_keeps_elections_to_citizens" in first.words


def test_every_rule_has_a_test_or_tests_of_its_field() -> None:
    assert [rule.name for rule in kz.LAW.rules if not pinned.tests_of(rule) and not pinned.files_of(rule)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Criminal Code 79(3)(4), both editions", {(CC, "79(3)(4)")}),
        ("Criminal Code 50(4) against Criminal Executive Code 73(1)", {(CC, "50(4)"), (CEC, "73(1)")}),
        ("Law 191-IV 12(5)-(6)", {(LAW_191, "12(5)"), (LAW_191, "12(6)")}),
        ("six years, and nothing cited", set()),
    ],
)
def test_what_a_text_cites(text: str, found: set[object]) -> None:
    assert set(citing.cited(text, None)) == found


@pytest.mark.parametrize(
    ("cited", "place", "near"),
    [
        ("79(3)(4)", "79(3)(4)", 1),
        ("79(3)", "79(3)(4)", 2),
        ("79", "79(3)(4)", 3),
        ("7", "79(3)", None),
        ("79(5)", "79(3)", None),
    ],
)
def test_how_near_a_citation_comes(cited: str, place: str, near: int | None) -> None:
    assert citing.distance(cited, place) == near


def test_a_rule_names_the_reading_it_asks_for() -> None:
    assert "ban_start" in {one.name for one in asked.readings_of(kz.LAW.rule("ban_counts_from_release"))}


@pytest.mark.parametrize("reading", kz.LAW.readings, ids=lambda one: one.name)
def test_a_reading_bears_on_some_rule_or_amount(reading: Reading) -> None:
    assert asked.rules_of(reading) or asked.amounts_of(reading)


def test_a_case_in_which_a_rule_decides() -> None:
    assert ("atyrau-2016", StatusKind.CRIMINAL_RECORD) in {
        (slug, status.kind) for slug, status in decided.statuses_by_rule()[SERIOUS.name]
    }


def test_what_decides_is_what_the_library_answers() -> None:
    """Each stretch, on its first day, last day and a day between, for one case without doubt and one with."""
    for slug in ("atyrau-2016", "almaty-2020"):
        for one in decided.decisions(slug):
            answer = kz.can(kz.example(slug), one.activity, on=one.span.start)
            assert (answer.permission, answer.reasons[0].rule) == (one.permission, one.rule)


def test_days_of_a_case_are_whole_stretches() -> None:
    (one,) = (
        found
        for found in decided.decisions("atyrau-2016")
        if found.activity is Activity.OPEN_BANK_ACCOUNT and found.permission is kz.Permission.PROHIBITED
    )
    assert (one.span.start, one.span.end) == (Date(2017, 1, 20), Date(2030, 2, 4))


# --- Activities and amounts


def test_each_activity_has_its_page_and_its_question() -> None:
    assert {name for name, _ in activity_pages.pages()} == {f"may/{activity}" for activity in Activity}
    assert {*activity_pages.questions()} == {*map(str, Activity)}


@pytest.mark.parametrize("activity", [Activity.OPEN_BANK_ACCOUNT, Activity.CIVIL_SERVICE, Activity.VOTE])
def test_a_page_names_every_rule_that_bears_on_it(activity: Activity) -> None:
    text = dict(activity_pages.pages())[f"may/{activity}"]
    for rule in kz.LAW.restricting(activity):
        assert f"<rule-{rule.name}>" in text, rule.name


def test_a_permission_is_told_by_a_sign_and_a_word() -> None:
    text = dict(activity_pages.pages())["may/open_bank_account"]
    assert "✗\u00a0prohibited" in text
    assert 'class="kz-prohibited"' in text
    assert "<script" not in text


def test_each_amount_has_its_page_with_all_its_values() -> None:
    found = dict(amount_pages.pages())
    for row in kz.LAW.parameters.rows:
        assert f"| {row.since} |" in found[f"amounts/{row.name}"]


def test_pages_are_written_once_and_old_ones_go(tmp_path: Path) -> None:
    old = tmp_path / "may" / "fly.md"
    old.parent.mkdir()
    old.write_text("# May they fly?\n")
    pages.write(tmp_path)
    page = tmp_path / "may" / "vote.md"
    assert not old.exists()
    written = page.stat().st_mtime_ns
    pages.write(tmp_path)
    assert page.stat().st_mtime_ns == written


# --- Words and search


def test_words_of_a_status_in_russian_and_kazakh() -> None:
    assert terms.words_of(StatusKind.CRIMINAL_RECORD) == "«судимость» · «соттылық»"
    assert "тізбе" in terms.words_of(StatusKind.LISTED)
    assert terms.words_of(Activity.OPEN_BANK_ACCOUNT) == "«открытие банковского счёта» · «банктік шот ашу»"
    assert "«Қазақстан Республикасының Қылмыстық кодексі»" in terms.names_of(CC)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("судимость", "судимости", True),
        ("ограничение", "ограничения", True),
        ("records", "record", True),
        ("тізбе", "перечень", False),
    ],
)
def test_search_finds_other_forms_of_a_word(one: str, other: str, same: bool) -> None:
    search = SearchBoth({})
    assert (search.stem(one) == search.stem(other)) is same
    assert [search.stem(word) for word in (one, other)] == [check_site.stem(word) for word in (one, other)]


# --- The check of the built site


def test_the_check_names_a_dead_link_a_missing_place_and_a_load_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="gone.html">a</a><a href="#no">b</a><a id="yes" href="#yes">c</a><a href="https://example.org">d</a>'
        '<script src="https://example.org/x.js"></script><link rel="stylesheet" href="s.css">'
    )
    (tmp_path / "s.css").write_text("@import url(https://example.org/font.css);")
    (tmp_path / "searchindex.js").write_text('Search.setIndex({"terms": {"freez": 0}})')
    found = list(check_site.faults(tmp_path))
    assert [fault for fault in found if not fault.startswith("search:")] == [
        "index.html: links to #no, a place that is not on that page",
        "index.html: links to gone.html, which is not there",
        "index.html: loads https://example.org/x.js from another host",
        "s.css: loads https://example.org/font.css from another host",
    ]
    assert len([fault for fault in found if fault.startswith("search:")]) == 4


# --- The paths of readers


def links(page: str) -> set[str]:
    read = check_site.Page((SITE / page).read_text("utf-8"))
    return {link for link in read.links if not link.startswith("http")}


@built
def test_a_person_gets_from_the_start_page_to_their_question_in_one_click() -> None:
    assert {"may/open_bank_account.html", "may/receive_wages.html", "may/leave_country.html"} <= links("index.html")


@built
def test_a_lawyer_gets_from_the_start_page_to_article_79_its_test_its_rule_and_a_case_in_three_clicks() -> None:
    assert "acts/criminal-code.html" in links("index.html")
    second = links("acts/criminal-code.html")
    assert "#art-criminal-code-79" in second
    text = (SITE / "acts/criminal-code.html").read_text("utf-8")
    article = text[text.index('id="art-criminal-code-79"') : text.index('id="art-criminal-code-86"')]
    assert "2025-09-16" in article
    for third in (
        r'href="\.\./source/kzrights/law/criminal_code_records\.html#L-\d+"',
        r'href="\.\./source/tests/law/test_criminal_code\.html#L-\d+"',
        r'href="\.\./cases/atyrau-2016\.html#decided-atyrau-2016"',
    ):
        assert re.search(third, article), third


@built
def test_search_knows_the_words_and_the_article() -> None:
    assert check_site.unfound(SITE, check_site.WORDS) == []
    assert "CC 79" in (SITE / "genindex.html").read_text("utf-8")
