"""Studies: the packaged one against a slow count, what a study file may hold, tables, and the command line."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from pendulum import Date
from tests.law.builders import day

import kzrights as kz
from kzrights import Permission, Scenario, Study, StudyResult, cli, progress
from kzrights.errors import StudyError, TableError
from kzrights.studies import Lost, Right, Under, packaged

SECRET = "Xenophon Quux"
CASE = f"kzrights: 1\nperson: {{label: {SECRET}}}\n"
LISTED = ("open_bank_account", "use_bank_account")
NOW = "the law as it is"
HRW = "HRW 2024, from the day of its report"
FREEDOM_NOW = "Freedom Now, as if always so"
SENTENCE = "the list ends with the sentence, as if always so"
RIGHTS = ("banking", "public speech", "standing for office")


@pytest.fixture(scope="module")
def packaged_result() -> StudyResult:
    """The packaged study, counted once."""
    return kz.study(kz.load_study("rights-lost"))


@pytest.fixture(scope="module")
def small() -> StudyResult:
    """One case, under the law as it is and with another fact."""
    return kz.study(small_study())


def small_study(**options: Any) -> Study:
    given: dict[str, Any] = {
        "cases": {"atyrau-2016": kz.example("atyrau-2016")},
        "scenarios": [Scenario(NOW), Scenario("delisted", (kz.Delisted(on=day("2023-01-01")),))],
        "rights": {"banking": LISTED, "public speech": ("speak_publicly",)},
        "from_": day("2016-11-01"),
        "to": day("2025-03-01"),
        "wage": 200_000,
    }
    return Study(**(given | options))


def lost(result: StudyResult, case: str | None, scenario: str, right: str) -> tuple[int, int]:
    (found,) = (one for one in result.summary() if (one.case, one.scenario, one.right) == (case, scenario, right))
    return found.surely, found.possibly


def days(start: Date, end: Date) -> Iterator[Date]:
    while start < end:
        yield start
        start = start.add(days=1)


# --- The packaged study


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        (NOW, [(17394, 21046), (2751, 12392), (16498, 22217)]),
        (HRW, [(12401, 15409), (2751, 12392), (16498, 22217)]),
        (FREEDOM_NOW, [(0, 2260), (1057, 8263), (11311, 12319)]),
        (SENTENCE, [(4152, 12414), (2751, 12392), (16498, 22217)]),
    ],
)
def test_the_packaged_study_in_all(packaged_result: StudyResult, scenario: str, told: list[tuple[int, int]]) -> None:
    assert [lost(packaged_result, None, scenario, right) for right in RIGHTS] == told


@pytest.mark.parametrize(
    ("case", "banking", "speech", "office"),
    [
        ("almaty-2018", [(2702, 2913), (1885, 2096), (0, 0), (956, 1525)], (0, 972), (2702, 2913)),
        ("almaty-2025", [(326, 575), (0, 0), (0, 0), (326, 575)], (116, 575), (326, 575)),
        ("atyrau-2016", [(3593, 3593), (2776, 2776), (0, 0), (1476, 1476)], (0, 2571), (3593, 3593)),
        ("almaty-2019", [(2032, 2486), (1215, 1669), (0, 28), (0, 403)], (0, 0), (246, 495)),
        ("nursultan-2021", [(1907, 1907), (1090, 1090), (0, 0), (259, 301)], (0, 259), (1907, 1907)),
        ("nursultan-2019-b", [(609, 852), (609, 852), (0, 0), (244, 497)], (609, 852), (609, 852)),
    ],
)
def test_the_packaged_study_case_by_case(
    packaged_result: StudyResult,
    case: str,
    banking: list[tuple[int, int]],
    speech: tuple[int, int],
    office: tuple[int, int],
) -> None:
    assert [lost(packaged_result, case, one, "banking") for one in (NOW, HRW, FREEDOM_NOW, SENTENCE)] == banking
    assert lost(packaged_result, case, NOW, "public speech") == speech
    assert lost(packaged_result, case, NOW, "standing for office") == office


def law_of(scenario: str) -> kz.Law:
    """Return the law of a scenario, put together by hand; it no longer knows what made it, which nothing here asks."""
    names = {
        NOW: (),
        HRW: ("list_without_the_non_violent@2024-08-27", "list_only_for_violence_or_financing@2024-08-27"),
        FREEDOM_NOW: ("list_ends_with_release", "vague_offences_repealed"),
        SENTENCE: ("list_ends_with_sentence",),
    }
    return attrs.evolve(kz.reforms.together(*map(kz.reforms.parse, names[scenario])), reforms=())


@pytest.mark.parametrize(
    ("case", "scenario", "right"),
    [
        ("nursultan-2021", NOW, "banking"),
        ("nursultan-2021", SENTENCE, "banking"),
        ("atyrau-2016", HRW, "banking"),
        ("nursultan-2019-b", FREEDOM_NOW, "public speech"),
        ("almaty-2025", NOW, "standing for office"),
    ],
)
def test_a_slow_count_day_by_day(packaged_result: StudyResult, case: str, scenario: str, right: str) -> None:
    facts, law = kz.example(case), law_of(scenario)
    activities = {
        "banking": ("open_bank_account", "use_bank_account", "send_transfer"),
        "public speech": ("speak_publicly", "give_interviews", "post_on_social_media", "publish_books"),
        "standing for office": (
            "stand_for_president", "stand_for_parliament", "stand_for_maslikhat", "stand_for_akim",
        ),
    }  # fmt: skip
    surely = possibly = 0
    for on in days(day("2015-01-01"), day("2026-11-22")):
        answers = [kz.can(facts, one, on=on, law=law) for one in activities[right]]
        surely += any(one.permission is Permission.PROHIBITED for one in answers)
        open_ = {Permission.UNCLEAR, Permission.PROHIBITED}
        possibly += any(open_ & {one.permission, *one.outcomes} and max(one.outcomes) in open_ for one in answers)
    assert lost(packaged_result, case, scenario, right) == (surely, possibly)


def test_what_surely_was_lost_is_no_more_than_what_possibly_was(packaged_result: StudyResult) -> None:
    for row in packaged_result.rows:
        assert 0 <= row.surely_lost <= row.possibly_lost <= row.days <= row.of_days == 4343
    for kept in packaged_result.withheld:
        assert 0 <= kept.bounds[0] <= kept.bounds[1]


def test_permissions_add_up_to_the_window(packaged_result: StudyResult) -> None:
    assert {one.of_days for one in packaged_result.summary() if one.case} == {4343}
    assert len(packaged_result.rows) == 13 * 4 * 3 * 4
    assert len(packaged_result.withheld) == 13 * 4


def test_the_page_tells_what_the_study_holds() -> None:
    text = (Path(__file__).parent.parent / "docs" / "study.md").read_text("utf-8")
    assert "```{kz-run} study rights-lost\n" in text


def test_what_freedom_now_proposes_besides_changes_no_day() -> None:
    own = [one for one in kz.reforms.REFORMS.values() if one.proposer == "Freedom Now, 2023"]
    named = [kz.reforms.named("list_ends_with_release"), kz.reforms.named("vague_offences_repealed")]
    rest = [one for one in own if one not in named and one.name != "list_ends_with_sentence"]
    cases = {slug: kz.example(slug) for slug in ("atyrau-2016", "kaskelen-2021", "nursultan-2021")}
    rights = kz.load_study("rights-lost").rights
    both = [Scenario("one", law=Under(tuple(named))), Scenario("other", law=Under((*named, *rest)))]
    found = kz.study(Study(cases=cases, scenarios=both, rights=rights, to=day("2026-11-22")))
    assert rows_of(found, "one") == rows_of(found, "other")


# --- Counting


def rows_of(result: StudyResult, scenario: str) -> list[dict[str, Any]]:
    return [{**row, "scenario": ""} for row in result.as_dicts() if row["scenario"] == scenario]


def test_the_law_as_it_is_is_what_compare_counts() -> None:
    case, start, end = kz.example("atyrau-2016"), day("2016-11-01"), day("2025-03-01")
    changes = (kz.Delisted(on=day("2023-01-01")),)
    rights = {str(one): [one] for one in (kz.Activity.USE_BANK_ACCOUNT, kz.Activity.SPEAK_PUBLICLY, kz.Activity.VOTE)}
    found = kz.study(small_study(rights=rights))
    whole = kz.compare(case, changes, wage=200_000, from_=start, to=end)
    sides = ((NOW, whole.totals), ("delisted", whole.effects[0].totals))
    for scenario, totals in sides:
        for row in (one for one in found.rows if one.scenario == scenario and one.permission):
            assert row.days == totals.days(row.permission, activity=kz.Activity(row.right))
    assert [one.withheld for one in found.withheld] == [totals.withheld for _, totals in sides]


def test_years_add_up(small: StudyResult) -> None:
    by_year = kz.study(small_study(by_year=True))
    assert by_year.summary() == small.summary()
    years = [row.of_days for row in by_year.rows if (row.scenario, row.right) == (NOW, "banking")]
    assert years[::4] == [61, 365, 365, 365, 366, 365, 365, 365, 366, 59]
    assert {row["year"] for row in by_year.as_dicts()} == set(range(2016, 2026))
    assert "year" not in small.as_dicts()[0]


def test_a_right_is_lost_when_any_of_its_activities_is(small: StudyResult) -> None:
    alone = kz.study(small_study(rights={"vote": ["vote"], "both": ["vote", "open_bank_account"]}))
    assert lost(alone, "atyrau-2016", NOW, "both") == lost(small, "atyrau-2016", NOW, "banking")
    assert lost(alone, "atyrau-2016", NOW, "vote") < lost(alone, "atyrau-2016", NOW, "both")


def test_a_scenario_that_changes_nothing_has_the_same_rows() -> None:
    same = Scenario("same", law=Under(readings=(("ban_start", "release"),)))
    found = kz.study(small_study(scenarios=[Scenario(NOW), same]))
    assert rows_of(found, NOW) == rows_of(found, "same")
    assert found.withheld[0].withheld == found.withheld[1].withheld


def test_windows_left_out_are_those_of_each_case() -> None:
    cases = {slug: kz.example(slug) for slug in ("atyrau-2016", "nursultan-2021")}
    found = kz.study(small_study(cases=cases, scenarios=[Scenario(NOW)], from_=None))
    expected = {slug: len(kz.compare(case, to=day("2025-03-01")).window) for slug, case in cases.items()}
    assert {row.case: row.of_days for row in found.rows} == expected


def test_without_a_wage_nothing_is_said_of_money() -> None:
    assert kz.study(small_study(wage=None)).withheld == ()


def test_who_watches_is_told_of_every_evaluation() -> None:
    told: list[tuple[int, int]] = []
    kz.study(small_study(), watch=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_changes_that_do_not_fit_are_told_of_every_case() -> None:
    cases = {slug: kz.example(slug) for slug in ("atyrau-2016", "nursultan-2021")}
    gone = Scenario("gone", (kz.Without("events[99]"),))
    with pytest.raises(StudyError) as caught:
        kz.study(small_study(cases=cases, scenarios=[gone]))
    assert [one.path.split(": ")[:2] for one in caught.value.problems] == [
        ["atyrau-2016", "gone"],
        ["nursultan-2021", "gone"],
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"cases": {}}, "cases: expected at least one"),
        ({"scenarios": []}, "scenarios: expected at least one"),
        ({"rights": {}}, "rights: expected at least one"),
        ({"rights": {"x": []}}, "activities: expected at least one"),
        ({"rights": {"": ["vote"]}}, "name: expected up to 40 letters"),
        ({"rights": {"x" * 41: ["vote"]}}, "name: expected up to 40 letters"),
        ({"rights": [Right("a", ["vote"]), Right("a", ["judge"])]}, "rights: expected each name once, got 'a' twice"),
        ({"scenarios": [Scenario("a"), Scenario("a")]}, "scenarios: expected each name once, got 'a' twice"),
        ({"to": day("2016-11-01")}, "to: expected a day after 2016-11-01, got 2016-11-01"),
    ],
)
def test_a_study_that_asks_nothing_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        small_study(**options)


def test_studies_are_values(small: StudyResult) -> None:
    assert kz.load_study("rights-lost") == kz.load_study("rights-lost")
    assert small.study == small_study() != small_study(by_year=True)


def test_no_label_is_shown(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(CASE, encoding="utf-8")
    found = kz.study(kz.load_study(file(tmp_path, cases="[one.yaml]")))
    assert {row.case for row in found.rows} == {"one"}
    assert SECRET not in repr(found) + repr(found.study) + json.dumps(found.as_dict())


# --- Study files


def file(folder: Path, **keys: str | None) -> Path:
    """Write a study file with some keys other than usual; ``None`` leaves one out."""
    usual: dict[str, str | None] = {
        "kzrights_study": "1",
        "cases": "[atyrau-2016]",
        "from": "2016-11-01",
        "to": "2025-03-01",
        "rights": "{public speech: [speak_publicly]}",
        "scenarios": "[{name: the law as it is}]",
    }
    text = "".join(f"{name}: {value}\n" for name, value in (usual | keys).items() if value is not None)
    path = folder / "study.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_a_file_may_hold(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(CASE, encoding="utf-8")
    scenarios = """
  - name: with everything
    changes: [{kind: pardon, on: 2020-01-01}]
    reforms: [list_ends_with_release@2025-01-01, no_blanket_bans]
    readings: {ban_start: registration}
  - {name: NOW, changes: [], reforms: [], readings: {}}"""
    found = kz.load_study(
        file(tmp_path, cases="[one.yaml, atyrau-2016]", wage="200000", by_year="true", scenarios=scenarios)
    )
    first, second = found.scenarios
    assert first.changes == (kz.Pardon(on=day("2020-01-01")),)
    assert first.law == Under(
        tuple(map(kz.reforms.parse, ("list_ends_with_release@2025-01-01", "no_blanket_bans"))),
        (("ban_start", "registration"),),
    )
    assert (second.changes, second.law) == ((), None)
    assert [name for name, _ in found.cases] == ["one", "atyrau-2016"]
    assert (found.wage, found.by_year, found.from_) == (kz.Tenge(200_000), True, day("2016-11-01"))
    assert found.rights == (Right("public speech", ["speak_publicly"]),)


@pytest.mark.parametrize("cases", ["all", "[all]"])
def test_all_cases(tmp_path: Path, cases: str) -> None:
    assert tuple(name for name, _ in kz.load_study(file(tmp_path, cases=cases)).cases) == kz.slugs()


def told(path: Path) -> list[str]:
    with pytest.raises(StudyError) as caught:
        kz.load_study(path)
    return list(map(str, caught.value.problems))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"kzrights_study": None}, 'kzrights_study (line 1): expected the key "kzrights_study: 1"'),
        ({"kzrights_study": "2"}, "kzrights_study (line 1): expected 1, the version of the format, got 2"),
        ({"cases": None}, 'cases (line 1): expected the key "cases", got none'),
        ({"cases": "[]"}, "cases (line 2): expected at least one, got none"),
        ({"cases": "{}"}, "cases (line 2): expected a list, got keys and values"),
        ({"cases": "[1]"}, "cases[0] (line 2): expected text"),
        ({"cases": "[gone.yaml]"}, "cases[0]: gone: expected a file, found nothing there"),
        ({"cases": "[atyrau-2016, atyrau-2016]"}, "cases[1] (line 2): expected each case once"),
        ({"from": "2016-11"}, "from (line 3): expected one day"),
        ({"from": "2016-13-01"}, "from (line 3): expected"),
        ({"to": "2016-11-01"}, "to (line 4): expected a day after 2016-11-01, got 2016-11-01"),
        ({"wage": "-1"}, "wage (line 7): expected whole tenge"),
        ({"wage": "10.5"}, "wage (line 7): expected whole tenge"),
        ({"by_year": "no"}, "by_year (line 7): expected true or false"),
        ({"extra": "1"}, "extra (line 7): expected a known key"),
        ({"rights": None}, 'rights (line 1): expected the key "rights", got none'),
        ({"rights": "[]"}, "rights (line 5): expected keys and values, got a list"),
        ({"rights": "{}"}, "rights (line 5): expected at least one right"),
        ({"rights": "{a: []}"}, "rights.a (line 5): expected a list of activities, got none"),
        ({"rights": "{a: vote}"}, "rights.a (line 5): expected a list of activities, got text"),
        (
            {"rights": "{a b: [votes]}"},
            'rights.a b[0] (line 5): expected an activity, see `kzrights activities`, got "votes"; did you '
            'mean "vote"?',
        ),
        ({"rights": "{a: [[vote]]}"}, "rights.a[0] (line 5): expected an activity"),
        ({"rights": '{"a/b": [vote]}'}, "rights.? (line 5): expected a name"),
        ({"rights": '{"a  b": [vote]}'}, "rights.a  b (line 5): expected a name"),
        ({"rights": "{a: [vote], a: [judge]}"}, "rights.a (line 5): expected each key once"),
        ({"scenarios": "[]"}, "scenarios (line 6): expected at least one"),
        ({"scenarios": "[{}]"}, 'scenarios[0].name (line 6): expected the key "name", got none'),
        ({"scenarios": "[{name: a}, {name: a}]"}, "scenarios (line 6): expected each name once, got 'a' twice"),
        (
            {"scenarios": "[{name: a, reform: []}]"},
            'scenarios[0].reform (line 6): expected a known key, got another; did you mean "reforms"?',
        ),
        (
            {"scenarios": "[{name: a, reforms: [no_blanket_ban]}]"},
            "scenarios[0].reforms[0] (line 6): expected a reform: nothing is called 'no_blanket_ban'; did "
            "you mean no_blanket_bans?",
        ),
        ({"scenarios": "[{name: a, reforms: [no_blanket_bans@soon]}]"}, "scenarios[0].reforms[0] (line 6): "),
        ({"scenarios": "[{name: a, readings: []}]"}, "scenarios[0].readings (line 6): expected keys and values"),
        (
            {"scenarios": "[{name: a, readings: {ban_start: never}}]"},
            "scenarios[0].readings.ban_start (line 6): expected one of release, registration, got 'never'",
        ),
        ({"scenarios": "[{name: a, readings: {ban: release}}]"}, "scenarios[0].readings.ban (line 6): expected one of"),
        (
            {"scenarios": "[{name: a, readings: {ban_start: []}}]"},
            "scenarios[0].readings.ban_start (line 6): expected a choice",
        ),
        (
            {"scenarios": "[{name: a, changes: [{kind: magic}]}]"},
            "scenarios[0].changes[0].kind (line 6): expected one of",
        ),
        (
            {"scenarios": "[{name: a, changes: [{kind: parole}]}]"},
            'scenarios[0].changes[0].on (line 6): expected the key "on", got none',
        ),
        ({"scenarios": "&x [{name: a}]"}, "scenarios (line 6): expected a value alone, got a YAML anchor (&)"),
        ({"wage": "*x"}, "wage (line 7): expected a value written out, got a YAML alias (*)"),
        ({"wage": "!!python/object x"}, "wage (line 7): expected a value alone, got a YAML tag (!)"),
    ],
)
def test_a_bad_file(tmp_path: Path, keys: dict[str, str | None], expected: str) -> None:
    (found,) = told(file(tmp_path, **keys))
    assert found.startswith(expected)


@pytest.mark.parametrize("data", [b"", b"\xff", b"[", b"\0", b"1", b"[" * 99, b"- " * 9000, b"a: &x [*x]"])
def test_hostile_files(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "study.yaml"
    path.write_bytes(data)
    assert told(path)


def test_no_file(tmp_path: Path) -> None:
    assert told(tmp_path / "gone.yaml") == ["expected a file, found nothing there"]


def test_all_problems_at_once_those_of_cases_by_name(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(CASE + "oops: 1\nevents: 1\n", encoding="utf-8")
    (tmp_path / "two.yaml").write_text(
        CASE + "custody: [{kind: arrest, from: 2020-01-01, to: 2020-02-01}]\n", encoding="utf-8"
    )
    path = file(tmp_path, cases="[one.yaml, two.yaml, atyrau-2016]", wage="much", scenarios="[{name: a, reforms: [x]}]")
    found = told(path)
    assert [one.split(": expected")[0] for one in found] == [
        "scenarios[0].reforms[0] (line 6)",
        "wage (line 7)",
        "cases[0]: one: oops (line 3)",
        "cases[0]: one: events (line 4)",
        "cases[1]: two: custody[0].kind (line 3)",
    ]
    assert SECRET not in "".join(found)


def test_a_supplied_fact_must_be_in_every_case(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(CASE, encoding="utf-8")
    change = "{kind: supplied, path: 'convictions[0].in_force', value: 2017-02-01}"
    (found,) = told(file(tmp_path, cases="[one.yaml, atyrau-2016]", scenarios=f"[{{name: a, changes: [{change}]}}]"))
    assert found.startswith("scenarios[0].changes[0].path (line 6): ")


# --- Tables


def read_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    return [{name: int(value) if value.isdigit() else value for name, value in row.items()} for row in rows]


@pytest.mark.parametrize("by_year", [False, True])
def test_csv_round_trip(tmp_path: Path, by_year: bool) -> None:
    result = kz.study(small_study(by_year=by_year))
    result.write(tmp_path / "table.csv")
    assert read_csv(tmp_path / "table.csv") == result.as_dicts()


def test_json_round_trip(small: StudyResult, tmp_path: Path) -> None:
    small.write(str(tmp_path / "table.JSON"))
    found = json.loads((tmp_path / "table.JSON").read_text("utf-8"))
    assert found == small.as_dict()
    assert found["withheld"][0]["at_most"] == 15_448_483 or found["withheld"][0]["at_least"] > 0


def test_parquet_round_trip(small: StudyResult, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    small.write(tmp_path / "table.parquet")
    assert polars.read_parquet(tmp_path / "table.parquet").to_dicts() == small.as_dicts()


def test_parquet_without_polars(small: StudyResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(TableError, match=r"pip install 'kzrights\[tables\]'"):
        small.write(tmp_path / "table.parquet")


def test_a_format_nobody_knows(small: StudyResult, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"ends in \.csv, \.json, \.parquet"):
        small.write(tmp_path / "table.xlsx")


def test_a_place_that_is_not_there(small: StudyResult, tmp_path: Path) -> None:
    with pytest.raises(TableError, match="expected a place one can write to"):
        small.write(tmp_path / "gone" / "table.csv")


# --- The command line


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    return file(tmp_path, wage="200000", scenarios="[{name: now}, {name: no list, reforms: [list_ends_with_release]}]")


def test_the_command_prints_a_summary(study_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["study", str(study_file)]) == 0
    out, err = capsys.readouterr()
    assert [line.rstrip() for line in out.splitlines()][:8] == [
        "1 case from 2016-11-01 until 2025-03-01, under",
        "  [1] now",
        "  [2] no list",
        "",
        "public speech: days lost",
        "                  [1]          [2]",
        "  atyrau-2016     0–2,571      0–2,571",
        "  all cases       0–2,571      0–2,571",
    ]
    assert "withheld by the cap from 200,000 ₸ a month" in out
    assert max(map(len, out.splitlines())) <= 80
    assert err == ""


def test_the_command_prints_and_writes_data(
    study_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outs = [tmp_path / "a.csv", tmp_path / "a.json"]
    assert cli.main(["study", str(study_file), "--json", *(f"--out={one}" for one in outs)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data == json.loads(outs[1].read_text("utf-8"))
    assert data["rows"] == read_csv(outs[0])


@pytest.mark.parametrize(
    ("tokens", "word"),
    [
        (["no-such-study"], "rights-lost"),
        (["gone.yaml"], "expected a file"),
        (["rights-lost", "--out", "a.xls"], ".csv"),
    ],
)
def test_the_command_refuses(tokens: list[str], word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["study", *tokens]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err


def test_the_packaged_studies() -> None:
    assert packaged() == ("rights-lost",)


class Terminal:
    """A standard error before which a person may sit."""

    def __init__(self, person: bool) -> None:
        self.person, self.text = person, ""

    def isatty(self) -> bool:
        return self.person

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""


@pytest.mark.parametrize(("person", "patience", "shown"), [(True, -1.0, True), (True, 99, False), (False, -1.0, False)])
def test_a_bar_is_shown_to_a_person_who_waits(
    monkeypatch: pytest.MonkeyPatch, person: bool, patience: float, shown: bool
) -> None:
    terminal = Terminal(person)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.Bar("cases") as bar:
        bar(1, 2)
        bar(2, 2)
    assert ("cases" in terminal.text) is shown


def test_a_summary_is_made_of_values(small: StudyResult) -> None:
    """From the day the verdict is in force, 2017-01-20, to the end: 3,042 days less the 80 before it."""
    assert small.summary()[0] == Lost(
        case="atyrau-2016", scenario=NOW, right="banking", surely=2962, possibly=2962, of_days=3042
    )
