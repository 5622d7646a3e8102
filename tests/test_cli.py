"""The command line: shapes, exit statuses, what goes to which stream, and how it looks."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.test_bad_input import BAD, FOLDER, Bad

import kzrights as kz
from kzrights import cli, screen
from kzrights.casefile import schema
from kzrights.law.parameters import Parameters
from kzrights.law.rows import rows

LABEL = "Xenophon Quux"
ON = ("--on", "2026-11-21")
CASE = f"""
kzrights: 1
person: {{label: {LABEL}}}
household: [{{relation: child, born: 2015-03-10, own_income: false}}]
convictions:
  - id: c1
    verdict: 2016-11-28
    in_force: 2017-01-20
    offences: [{{article: "174(2)", committed: 2016-04-24}}]
    punishments:
      - {{kind: imprisonment, term: 5 years}}
      - {{kind: activity_ban, term: 3 years, scope: [public_activity]}}
events: [{{kind: release, on: 2021-02-04, ground: served, conviction: c1}}]
listings: [{{listed: 2017-03-01, conviction: c1}}]
"""
QUESTIONS = (("picture", *ON), ("can", "vote", "use_notary", *ON), ("timeline",), ("cap", *ON))
COMMANDS = (
    "demo",
    "picture",
    "can",
    "timeline",
    "cap",
    "compare",
    "study",
    "cohort",
    "rehabilitation",
    "delisting",
    "check",
    "schema",
    "law",
    "activities",
    "parameters",
)
LAW = ("check", "show", "coverage", "readings")


class Ran:
    """What a command did."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    def refused(self, *words: str) -> bool:
        return self.status == 2 and self.out == "" and all(word in self.err for word in words)


class Kzrights:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *tokens: str | Path) -> Ran:
        status = cli.main([str(token) for token in tokens])
        return Ran(status, *self.capsys.readouterr())


@pytest.fixture
def kzrights(capsys: pytest.CaptureFixture[str]) -> Kzrights:
    return Kzrights(capsys)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Any:
    def pipe(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return pipe


def run(*tokens: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "kzrights", *tokens]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def with_question(name: str, case: str | Path) -> list[str]:
    return next([one[0], str(case), *one[1:]] for one in QUESTIONS if one[0] == name)


class TestJson:
    def test_can_prints_the_contract(self, kzrights: Kzrights, case: Path) -> None:
        (given,) = kzrights("can", case, "open_bank_account", *ON, "--json").data
        (reason,) = given["reasons"]
        assert [given[key] for key in ("activity", "on", "permission", "until")] == [
            "open_bank_account",
            "2026-11-21",
            "prohibited",
            "2030-02-04",
        ]
        assert [reason[key] for key in ("status", "from", "until", "provision")] == [
            "listed",
            "2017-03-01",
            "2030-02-04",
            "Law 191-IV, art. 13(1-1)",
        ]
        assert {"edition", "says"} < set(reason)
        assert {"conditions", "missing", "contested", "practice"} < set(given)

    def test_can_prints_one_object_an_activity(self, kzrights: Kzrights, case: Path) -> None:
        given = kzrights("can", case, "vote", "petition", *ON, "--json").data
        assert [one["activity"] for one in given] == ["vote", "petition"]

    def test_timeline(self, kzrights: Kzrights, case: Path) -> None:
        given = kzrights("timeline", case, "--activity", "vote", "--json").data
        assert list(given) == ["statuses", "activities"]
        assert given["activities"] == {"vote": kz.timeline(kz.load(case)).as_dict()["activities"]["vote"]}

    def test_timeline_of_everything(self, kzrights: Kzrights, case: Path) -> None:
        given = kzrights("timeline", case, "--json").data
        assert list(given["activities"]) == [str(activity) for activity in kz.Activity]

    def test_cap(self, kzrights: Kzrights, case: Path) -> None:
        given = kzrights("cap", case, "--on", "2025-06-01", "--json").data
        assert (given["per_member"], given["members"], given["amount"]) == (85000, 2, 170000)

    def test_no_cap(self, kzrights: Kzrights, case: Path) -> None:
        assert kzrights("cap", case, "--on", "2016-06-01", "--json").data == {"capped": False}

    def test_picture(self, kzrights: Kzrights, case: Path) -> None:
        given = kzrights("picture", case, *ON, "--json").data
        assert list(given) == ["on", "statuses", "cap", "activities"]

    def test_schema(self, kzrights: Kzrights) -> None:
        assert kzrights("schema").data == schema()

    def test_activities(self, kzrights: Kzrights) -> None:
        assert kzrights("activities", "--json").data[0] == {"activity": "leave_home_at_night", "field": "movement"}

    def test_parameters(self, kzrights: Kzrights) -> None:
        given = kzrights("parameters", "minimum_wage", "--json").data
        assert ("2024-01-01", 85000) in [(row["from"], row["value"]) for row in given]
        assert all(row["url"] and row["citation"] for row in given)


class TestCase:
    def test_standard_input(self, kzrights: Kzrights, piped: Any) -> None:
        piped(CASE.encode())
        assert kzrights("can", "-", "vote", *ON, "--json").data[0]["permission"] == "allowed"

    def test_standard_input_that_is_not_text(self, kzrights: Kzrights, piped: Any) -> None:
        piped(b"kzrights: \xff")
        assert kzrights("check", "-").refused("standard input: expected UTF-8 text, got the byte 0xff at offset 10")

    def test_standard_input_without_end(self, kzrights: Kzrights, piped: Any) -> None:
        piped("й".encode() * (1 << 20))
        assert kzrights("check", "-").refused("standard input: ")

    def test_a_slug(self, kzrights: Kzrights) -> None:
        assert kzrights("check", cli.DEMO).status == 0

    def test_a_file_named_like_a_slug_comes_first(
        self, kzrights: Kzrights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path(cli.DEMO).write_text("kzrights: 1\n", encoding="utf-8")
        assert kzrights("check", cli.DEMO).refused("person")

    def test_a_folder_named_like_a_slug_does_not(
        self, kzrights: Kzrights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path(cli.DEMO).mkdir()
        assert kzrights("check", cli.DEMO).status == 0


class TestRefusals:
    """Status 2, a message on stderr, nothing on stdout."""

    def test_every_problem_of_a_case_file_on_its_line(self, kzrights: Kzrights, case: Path) -> None:
        case.write_text("kzrights: 1\nperson: {label: x, born: soon}\nsorces: []\n", encoding="utf-8")
        ran = kzrights("check", case)
        assert ran.refused()
        first, second = ran.err.splitlines()
        assert first.startswith("person.born (line 2): expected a day")
        assert second.startswith("sorces (line 3): expected a known key")

    @pytest.mark.parametrize("command", ["picture", "can", "timeline", "cap", "check"])
    def test_a_bad_case_file_for_every_command(self, kzrights: Kzrights, case: Path, command: str) -> None:
        case.write_text("kzrights: 1\n", encoding="utf-8")
        activity = ("vote",) if command == "can" else ()
        assert kzrights(command, case, *activity).refused("person")

    @pytest.mark.parametrize(
        ("tokens", "words"),
        [
            (("can", cli.DEMO, "votee"), ("'votee'", "did you mean vote")),
            (("timeline", cli.DEMO, "--activity", "flying"), ("'flying'",)),
            (("picture", cli.DEMO, "--on", "2026-02-30"), ("--on: expected a day as YYYY-MM-DD, got '2026-02-30'",)),
            (("picture", cli.DEMO, "--on", "20261121"), ("YYYY-MM-DD", "'20261121'")),
            (("picture", cli.DEMO, "--on", "tomorrow"), ("YYYY-MM-DD", "'tomorrow'")),
            (("picture", cli.DEMO, "--on", "٢٠٢٦-١١-٢١"), ("YYYY-MM-DD",)),
            (("picture", cli.DEMO, "--on", "1066-10-14"), ("1900-01-01",)),
            (("picture", cli.DEMO, "--reading", "ban_start"), ("NAME=CHOICE", "law readings")),
            (("picture", cli.DEMO, "--reading", "ban_begin=release"), ("'ban_begin'", "ban_start")),
            (("picture", cli.DEMO, "--reading", "ban_start=never"), ("'never'", "registration")),
            (("picture", "atyrau-2061"), ("'atyrau-2061'", "atyrau-2016")),
            (("picture", "nowhere.yaml"), ("nowhere.yaml: ", "found nothing there")),
            (("picture", "."), (".: ", "folder")),
            (("law", "show", "CC 999"), ("'CC 999'", "law coverage")),
            (("parameters", "inflation"), ("'inflation'", "minimum_wage")),
            (("pictures", cli.DEMO), ("pictures", "--help")),
            (("picture",), ("CASE", "--help")),
            (("can", cli.DEMO), ("ACTIVITY",)),
            (("picture", cli.DEMO, "--no-json"), ("--no-json",)),
            (("picture", cli.DEMO, "--on"), ("--on",)),
            (("picture", cli.DEMO, "too", "much"), ("too",)),
            (("law", "burn"), ("burn",)),
        ],
        ids=" ".join,
    )
    def test_refused(self, kzrights: Kzrights, tokens: tuple[str, ...], words: tuple[str, ...]) -> None:
        assert kzrights(*tokens).refused(*words)

    def test_nothing_is_printed_before_all_is_known(self, kzrights: Kzrights, case: Path) -> None:
        assert kzrights("can", case, "vote", "fly", *ON).refused("'fly'")


class TestDefects:
    """Status 1: ours, told in one line."""

    @pytest.fixture(autouse=True)
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise RuntimeError(f"about {LABEL}")

        monkeypatch.setattr(kz, "picture", fail)
        monkeypatch.delenv("KZRIGHTS_DEBUG", raising=False)

    def test_one_line(self, kzrights: Kzrights, case: Path) -> None:
        ran = kzrights("picture", case)
        assert (ran.status, ran.out) == (1, "")
        assert "RuntimeError" in ran.err
        assert "report" in ran.err
        assert ran.err.count("\n") == 1
        assert LABEL not in ran.err

    def test_where_it_happened(self, kzrights: Kzrights, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KZRIGHTS_DEBUG", "1")
        assert "Traceback" in kzrights("picture", case).err

    def test_a_faulty_law(self, kzrights: Kzrights, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(kz.Law, "check", lambda _: ["a fault", "another"])
        ran = kzrights("law", "check")
        assert (ran.status, ran.out) == (1, "a fault\nanother\n")


class TestLaw:
    def test_clean(self, kzrights: Kzrights, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(kz.Law, "check", lambda _: [])
        ran = kzrights("law", "check")
        assert ran.status == 0
        assert ran.out.startswith("the law set is clean: ")

    @pytest.mark.parametrize(
        "wanted", ["79(3)(2)", "CC 79(3)(2)", "cc 79(3)(2)", "Criminal Code, art. 79(3)(2)", "226-V article 79(3)(2)"]
    )
    def test_show_one(self, kzrights: Kzrights, wanted: str) -> None:
        first, *more = kzrights("law", "show", wanted).out.splitlines()
        assert first.startswith("Criminal Code, art. 79(3)(2)  (")
        assert [line for line in more if line.startswith("  edition: from 2015-01-01")]
        assert [line for line in more if line.startswith("  clock: ") and "confidence: " in line]
        assert [line for line in more if line.startswith("  https://")]

    def test_show_all_inside(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "show", "79(3)").out
        assert "art. 79(3)(2)  (" in out
        assert "art. 79(3)(4)  (" in out
        assert "art. 79(4)" not in out

    def test_show_editions(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "show", "191-IV 12(8)(1)").out
        assert "from 2016-02-06 until 2020-11-15, by the law of 02.08.2015 No 343-V" in out
        assert "from 2020-11-15, by the law of 13.05.2020 No 325-VI" in out

    def test_an_act_limits_the_search(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "show", "CEC 9").out
        assert all(line.startswith("Criminal Executive Code") for line in out.splitlines() if "art. " in line[:40])

    def test_every_provision_can_be_shown_as_it_is_cited(self, kzrights: Kzrights) -> None:
        for provision in {str(rule.provision) for rule in kz.LAW.rules}:
            assert provision in kzrights("law", "show", provision).out

    def test_coverage(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "coverage").out
        assert all(rule.provision.act.name in out for rule in kz.LAW.rules)
        assert "Activities that no rule restricts\n" in out

    def test_coverage_accounts_for_every_row_that_was_read(self, kzrights: Kzrights) -> None:
        lines = kzrights("law", "coverage").out.splitlines()
        counted = lines[lines.index("What was read, row by row") : lines.index("Still to be modelled")]
        assert [line for line in counted if line.startswith("  Parole (U01 to U08): ")]
        numbers = re.findall(r"(\d+) (?:modelled|left out|open)", "\n".join(counted))
        assert sum(map(int, numbers)) == len(rows())
        for row in rows():
            assert (f"  {row.id} {row.about}: {row.says}" in lines) == bool(row.says)

    def test_coverage_keeps_open_and_left_out_apart(self, kzrights: Kzrights) -> None:
        lines = kzrights("law", "coverage").out.splitlines()
        titles = [lines.index(one) for one in ("Still to be modelled", "Left out", "Modelled, but for a part")]
        assert lines[titles[0] + 1] == "  nothing"
        for id, at in (("P10", 1), ("P02", 2)):
            (line,) = (number for number, line in enumerate(lines) if line.startswith(f"  {id} "))
            assert max(number for number in titles if number < line) == titles[at]

    def test_coverage_names_the_days_on_which_each_act_changed(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "coverage").out
        (given,) = re.findall(r"^Law 191-IV .*\n.*\n  changes on (.*)$", out, re.MULTILINE)
        assert {"2016-02-06", "2020-11-15", "2022-09-03", "2025-11-20"} <= set(given.split(", "))
        changes = kzrights("law", "coverage", "--json").data["changes"]
        assert changes["Constitution of 2026"] == ["2026-07-01"]
        assert "2015-01-01" not in {day for days in changes.values() for day in days}

    def test_coverage_as_data(self, kzrights: Kzrights) -> None:
        given = kzrights("law", "coverage", "--json").data
        assert given["acts"].keys() == {rule.provision.act.name for rule in kz.LAW.rules}
        assert "petition" in given["open_activities"]
        assert [(row["id"], row["state"]) for row in given["rows"]] == [(row.id, row.state) for row in rows()]

    def test_readings(self, kzrights: Kzrights) -> None:
        out = kzrights("law", "readings").out
        for reading in kz.LAW.readings:
            assert f"{reading.name}={reading.default} (default): " in out

    def test_overview(self, kzrights: Kzrights) -> None:
        assert "law check" in kzrights("law").out


class TestPicture:
    def test_header_statuses_cap_fields_and_legend(self, kzrights: Kzrights, case: Path) -> None:
        lines = kzrights("picture", case, *ON).out.splitlines()
        assert " ".join(lines[:2]).split()[:3] == [str(case), "on", "2026-11-21"]
        for heading in ("statuses", "movement", "money", "work", "politics", "civic", "family"):
            assert heading in lines
        assert "cap on wages in 2026-11: 170,000 ₸" in lines
        assert any(line.startswith("✓ allowed   ◐ conditional") for line in lines)

    def test_each_activity_with_word_mark_day_and_why(self, kzrights: Kzrights, case: Path) -> None:
        lines = kzrights("picture", case, *ON).out.splitlines()
        for activity in kz.Activity:
            assert any(line.startswith(f"  {activity.label} ") for line in lines)
        (row,) = (line for line in lines if line.startswith("  take loan "))
        assert row.split(maxsplit=5) == ["take", "loan", "✗", "prohibited", "2030-02-04", "Law 191-IV, art. 13(1-1)"]

    def test_a_listing_without_a_ground(self, kzrights: Kzrights, case: Path) -> None:
        out = kzrights("timeline", case).out
        assert "✗ prohibited, without a ground" in out
        assert "✓ allowed, without a ground" not in out

    def test_a_presumed_listing(self, kzrights: Kzrights, case: Path) -> None:
        case.write_text(CASE.partition("listings")[0], encoding="utf-8")
        assert "  listed (presumed) " in kzrights("picture", case, *ON).out

    def test_a_missing_fact(self, kzrights: Kzrights, case: Path) -> None:
        case.write_text(CASE.replace("    in_force: 2017-01-20\n", ""), encoding="utf-8")
        out = kzrights("picture", case, "--on", "2016-12-01").out
        assert "not known: the day the verdict entered into force" in " ".join(out.split())
        assert "\n  criminal record (perhaps) " in out

    def test_demo_says_what_to_try(self, kzrights: Kzrights) -> None:
        _, _, tries = kzrights("demo").out.partition("\nTry next:\n")
        for line in tries.splitlines():
            assert line.startswith("  kzrights ")
            assert kzrights(*line.split()[1:]).status == 0
        assert len(tries.splitlines()) == 3

    def test_today_in_kazakhstan(self, kzrights: Kzrights, case: Path) -> None:
        assert kzrights("can", case, "vote", "--json").data[0]["on"] == str(kz.today_in_kazakhstan())


class TestTimeline:
    def test_activities_always_allowed_are_left_out(self, kzrights: Kzrights, case: Path) -> None:
        assert "send parcel" not in kzrights("timeline", case).out

    def test_unless_asked_for(self, kzrights: Kzrights, case: Path) -> None:
        out = kzrights("timeline", case, "--activity", "send_parcel").out
        assert any(line.split() == ["send", "parcel", "always", "✓", "allowed"] for line in out.splitlines())

    def test_spans(self, kzrights: Kzrights, case: Path) -> None:
        lines = kzrights("timeline", case, "--activity", "stand_for_president").out.splitlines()
        assert [line.strip() for line in lines[-2:]] == [
            "from 2017-01-20 until 2030-02-04  ✗ prohibited",
            "from 2030-02-04 on                ✓ allowed",
        ]


class TestCap:
    def test_in_words(self, kzrights: Kzrights, case: Path) -> None:
        out = kzrights("cap", case, "--on", "2025-06-01").out
        assert out.startswith("cap on wages in 2025-06: 170,000 ₸\n  85,000 ₸ (minimum wage) for each family member")
        assert "[Law 191-IV, art. 12(8)(1), edition of 2020-11-15" in out

    def test_not_listed(self, kzrights: Kzrights, case: Path) -> None:
        assert kzrights("cap", case, "--on", "2016-06-01").out == "no cap on 2016-06-01: the person is not listed\n"

    def test_under_another_reading(self, kzrights: Kzrights, case: Path) -> None:
        reading = ("--reading", "cap_counts_the_person=members_only")
        assert kzrights("cap", case, "--on", "2025-06-01", "--json", *reading).data["amount"] == 85000


CHANGES = """changes:
  - {kind: parole, on: 2019-01-01}
  - {kind: delisted, on: 2023-01-01}
"""
WINDOW = ("--from", "2017-01-01", "--to", "2026-01-01")


class TestCompare:
    @pytest.fixture
    def changes(self, tmp_path: Path) -> Path:
        path = tmp_path / "early.yaml"
        path.write_text(CHANGES, encoding="utf-8")
        return path

    def test_spans_rules_and_totals(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """What was and what would be, how many days, the rule, and the days and tenge in all."""
        lines = kzrights("compare", case, "--whatif", changes, *WINDOW, "--wage", "200000").out.splitlines()
        assert " ".join(lines[:2]).endswith("early, against the case as it is")
        at = lines.index("  open bank account")
        assert lines[at + 1 : at + 3] == [
            "    from 2023-01-01 until 2026-01-01  ✗ prohibited → ✓ allowed      1,096 days",
            "      no longer: Law 191-IV, art. 13(1-1), edition of 2022-09-03",
        ]
        assert "days of rights from 2017-01-01 until 2026-01-01" in lines
        assert any(line.split()[:5] == ["open", "bank", "account", "3,228", "→"] for line in lines)
        assert any(line.startswith("withheld by the cap from 200,000 ₸ a month: ") for line in lines)

    def test_as_data(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """The same as plain data, for one activity if asked."""
        given = kzrights("compare", case, "--whatif", changes, *WINDOW, "--activity", "vote", "--json").data
        assert given["window"] == {"from": "2017-01-01", "until": "2026-01-01"}
        (scenario,) = given["scenarios"]
        assert (scenario["name"], list(scenario["differences"])) == ("early", ["vote"])

    def test_several_files_are_several_scenarios(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """Each file is compared with the case as it is."""
        given = kzrights("compare", case, "--whatif", changes, "--whatif", changes, *WINDOW, "--json").data
        assert [one["name"] for one in given["scenarios"]] == ["early", "early (2)"]

    def test_alone(self, kzrights: Kzrights, case: Path) -> None:
        """Without a scenario, the totals of the case as it is."""
        out = kzrights("compare", case, *WINDOW, "--activity", "vote").out
        assert "as it is" in out.splitlines()[0] + out.splitlines()[1]
        assert "→" not in out

    def test_no_difference(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """Where nothing differs, it says so."""
        assert (
            "no permission differs" in kzrights("compare", case, "--whatif", changes, "--activity", "send_parcel").out
        )

    def test_under_another_reading(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """A reading is taken on both sides."""
        reading = ("--reading", "cap_counts_the_person=members_only")
        given = kzrights("compare", case, "--whatif", changes, *WINDOW, "--wage", "200000", *reading, "--json").data
        usual = kzrights("compare", case, "--whatif", changes, *WINDOW, "--wage", "200000", "--json").data
        amounts = [one["as_it_is"]["withheld"]["amount"]["at_most"] for one in (given, usual)]
        assert amounts[0] > amounts[1]

    def test_a_reform(self, kzrights: Kzrights, case: Path) -> None:
        """A reform by its name and the day from which it stands."""
        name = next(iter(kz.reforms.REFORMS))
        assert kzrights("compare", case, "--reform", f"{name}@2025-01-01", *WINDOW).status == 0

    @pytest.mark.parametrize(
        ("tokens", "words"),
        [
            (("--from", "soon"), ("--from: expected a day as YYYY-MM-DD, got 'soon'",)),
            (("--to", "2016-02-30"), ("--to: expected a day",)),
            (("--from", "2020-01-01", "--to", "2020-01-01"), ("to: expected a day after 2020-01-01",)),
            (("--wage", "-5"), ("amount: expected zero or more tenge",)),
            (("--wage", "much"), ("--wage",)),
            (("--activity", "flying"), ("'flying'",)),
            (("--whatif", "nowhere.yaml"), ("nowhere.yaml: expected a file, found nothing there",)),
        ],
    )
    def test_refused(self, kzrights: Kzrights, case: Path, tokens: tuple[str, ...], words: tuple[str, ...]) -> None:
        assert kzrights("compare", case, *tokens).refused(*words)

    def test_every_problem_of_a_file_with_its_line(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """All at once, each with file, path and line."""
        changes.write_text("changes:\n  - {kind: parol}\n  - {kind: parole, on: soon}\n", encoding="utf-8")
        ran = kzrights("compare", case, "--whatif", changes)
        assert ran.refused(f"{changes}: changes[0].kind (line 2)", f"{changes}: changes[1].on (line 3)")

    def test_a_change_that_does_not_fit(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """A change of what the case does not have is wrong input."""
        changes.write_text('changes: [{kind: not_convicted_of, article: "405(2)"}]', encoding="utf-8")
        assert kzrights("compare", case, "--whatif", changes).refused("not_convicted_of.article", "there are 174(2)")

    def test_no_label(self, kzrights: Kzrights, case: Path, changes: Path) -> None:
        """The person is not named."""
        for more in ((), ("--json",)):
            assert LABEL not in kzrights("compare", case, "--whatif", changes, *WINDOW, *more).out


class TestLooks:
    @pytest.fixture
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(screen, "_on_terminal", lambda: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)

    @pytest.mark.parametrize("slug", kz.slugs())
    @pytest.mark.parametrize("command", ["picture", "timeline"])
    def test_plain_and_at_most_100_wide_when_piped(self, kzrights: Kzrights, command: str, slug: str) -> None:
        out = kzrights(*with_question(command, slug)).out
        assert "\x1b" not in out
        assert max(map(len, out.splitlines())) <= 100

    @pytest.mark.usefixtures("terminal")
    def test_coloured_on_a_terminal(self, kzrights: Kzrights, case: Path) -> None:
        assert "\x1b[31m✗ prohibited" in kzrights("picture", case, *ON).out

    @pytest.mark.usefixtures("terminal")
    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_plain_where_asked(
        self, kzrights: Kzrights, case: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        monkeypatch.setenv(name, value)
        assert "\x1b" not in kzrights("picture", case, *ON).out

    @pytest.mark.usefixtures("terminal")
    @pytest.mark.parametrize(("columns", "width"), [("40", 80), ("80", 80), ("160", 160)])
    def test_as_wide_as_the_terminal_but_no_less_than_80(
        self, kzrights: Kzrights, case: Path, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setenv("NO_COLOR", "1")
        longest = max(map(len, kzrights("picture", case, *ON).out.splitlines()))
        assert longest <= width
        assert longest > width - 60

    @pytest.mark.usefixtures("terminal")
    @pytest.mark.parametrize("slug", ["atyrau-2016", "kaskelen-2021", "almaty-2023"])
    def test_a_comparison_fits_80_columns(
        self, kzrights: Kzrights, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slug: str
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("NO_COLOR", "1")
        (tmp_path / "never.yaml").write_text('changes: [{kind: without, path: "convictions[0]"}]', encoding="utf-8")
        asked = ("compare", slug, "--whatif", tmp_path / "never.yaml", *WINDOW, "--wage", "200000")
        out = kzrights(*asked).out
        assert max(map(len, out.splitlines())) <= 80
        words = {word for line in out.splitlines() for word in line.split()}
        for scenario in kzrights(*asked, "--json").data["scenarios"]:
            for found in scenario["differences"].values():
                for one in found:
                    assert {one["from"], one["until"], one["before"], f"{one['days']:,}"} <= words
                    assert all(word in words for rule in one["rules"] for word in rule["provision"].split()[:-1])

    @pytest.mark.usefixtures("terminal")
    @pytest.mark.parametrize("columns", ["80", "100", "200"])
    @pytest.mark.parametrize("slug", kz.slugs())
    def test_no_word_is_cut(self, kzrights: Kzrights, monkeypatch: pytest.MonkeyPatch, slug: str, columns: str) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setenv("NO_COLOR", "1")
        words = set(kzrights("picture", slug, *ON).out.split())
        shown = kzrights("picture", slug, *ON, "--json").data
        whys = [one["provision"] for one in shown["statuses"]]
        whys += [one["says"] for answer in shown["activities"] for one in answer["conditions"]]
        assert [word for why in whys for word in why.split() if not {word, f"{word};"} & words] == []

    def test_a_stream_that_knows_no_marks(self) -> None:
        ran = run("picture", cli.DEMO, *ON, PYTHONIOENCODING="ascii")
        assert ran.returncode == 0
        assert b"? prohibited" in ran.stdout


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_of_each_command(self, kzrights: Kzrights, command: str) -> None:
        ran = kzrights(command, "--help")
        assert (ran.status, ran.err) == (0, "")
        assert f"kzrights {command}" in ran.out

    @pytest.mark.parametrize("command", LAW)
    def test_of_each_command_on_the_law(self, kzrights: Kzrights, command: str) -> None:
        assert f"kzrights law {command}" in kzrights("law", command, "--help").out

    @pytest.mark.parametrize("tokens", [(), ("--help",)])
    def test_of_the_whole(self, kzrights: Kzrights, tokens: tuple[str, ...]) -> None:
        ran = kzrights(*tokens)
        assert ran.status == 0
        assert all(command in ran.out for command in COMMANDS)

    def test_version(self, kzrights: Kzrights) -> None:
        assert kzrights("--version").out == f"kzrights {kz.__version__}\n"


class TestEveryCase:
    @pytest.mark.parametrize("slug", kz.slugs())
    @pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
    @pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
    def test_every_question(
        self, kzrights: Kzrights, slug: str, more: tuple[str, ...], question: tuple[str, ...]
    ) -> None:
        ran = kzrights(question[0], slug, *question[1:], *more)
        assert (ran.status, ran.err) == (0, "")
        assert ran.data if more else ran.out

    @pytest.mark.parametrize("slug", kz.slugs())
    def test_check_is_silent(self, kzrights: Kzrights, slug: str) -> None:
        ran = kzrights("check", slug)
        assert (ran.status, ran.out, ran.err) == (0, "", "")

    @pytest.mark.parametrize("slug", kz.slugs())
    def test_every_activity(self, kzrights: Kzrights, slug: str) -> None:
        assert len(kzrights("can", slug, *kz.Activity, *ON, "--json").data) == len(kz.Activity)

    def test_the_demo_case_is_packaged(self) -> None:
        assert cli.DEMO in kz.slugs()


class TestNoLabel:
    @pytest.mark.parametrize("more", [(), ("--json",)], ids=["text", "json"])
    @pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
    def test_in_answers(self, kzrights: Kzrights, case: Path, more: tuple[str, ...], question: tuple[str, ...]) -> None:
        assert LABEL not in kzrights(question[0], case, *question[1:], *more).out

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            ("label:", "lable:"),
            (f"label: {LABEL}", f"label: [{LABEL}]"),
            (f"label: {LABEL}", f"label: {{a: {LABEL}}}"),
            (f"label: {LABEL}", f"label: &{LABEL.split()[0]} x"),
            ("verdict: 2016-11-28", "verdict: soon"),
            ("in_force: 2017-01-20", "in_force: 2015-01-20"),
        ],
    )
    def test_in_refusals(self, kzrights: Kzrights, case: Path, right: str, wrong: str) -> None:
        case.write_text(CASE.replace(right, wrong), encoding="utf-8")
        ran = kzrights("check", case)
        assert ran.refused()
        assert not [word for word in LABEL.split() if word in ran.err]


class TestProcess:
    """What only a process of its own shows."""

    def test_exit_statuses(self) -> None:
        assert [run(*tokens).returncode for tokens in (("activities",), ("nothing",))] == [0, 2]

    def test_a_reader_who_leaves(self) -> None:
        command = [sys.executable, "-m", "kzrights", "timeline", cli.DEMO, "--json"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_tables_alone_need_rich(self) -> None:
        code = (
            "import sys; from kzrights.cli import main\n"
            f"status = main(['can', {cli.DEMO!r}, 'vote', '--on', '2026-11-21'])\n"
            "sys.exit(status or 'rich.table' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0

    def test_the_installed_command_is_main(self) -> None:
        from importlib.metadata import entry_points

        (script,) = entry_points(group="console_scripts", name="kzrights")
        assert script.load() is cli.main


def test_parameters_list_every_row(kzrights: Kzrights) -> None:
    table: Parameters = kz.LAW.parameters
    out = kzrights("parameters").out
    assert all(row.url in out and row.citation in out for row in table.rows)


def test_activities_by_field(kzrights: Kzrights) -> None:
    lines = kzrights("activities").out.splitlines()
    assert lines[:2] == ["movement", "  leave_home_at_night"]
    assert [line.strip() for line in lines if line.startswith("  ")] == [str(activity) for activity in kz.Activity]


@pytest.mark.parametrize(
    "spelling", ["open_bank_account", "open-bank-account", "open bank account", "Open_Bank_Account"]
)
def test_spellings_of_an_activity(kzrights: Kzrights, case: Path, spelling: str) -> None:
    assert kzrights("can", case, spelling, *ON, "--json").data[0]["activity"] == "open_bank_account"


class TestBadInput:
    """Every broken file ends in exit status 2, with the place and what would be right, and nothing else."""

    @pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.file)
    def test_each_broken_file(self, kzrights: Kzrights, bad: Bad) -> None:
        assert kzrights("check", FOLDER / bad.file).refused(bad.path, bad.says)
        assert kzrights("can", FOLDER / bad.file, "vote", *ON).refused(bad.path)

    def test_a_file_without_a_fault_is_checked_in_silence(self, kzrights: Kzrights, case: Path) -> None:
        ran = kzrights("check", case)
        assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_check_warns_of_an_offence_before_the_ban_it_rests_on(kzrights: Kzrights, tmp_path: Path) -> None:
    """Article 405 needs a court's ban; the file is right in form, so it is answered, with a warning."""
    text = kz.dumps(kz.example("kaskelen-2021")).replace("2020-05-19..2020-10-30", "2018-03-12")
    path = tmp_path / "early.yaml"
    path.write_text(text, encoding="utf-8")
    ran = kzrights("check", path)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("warning: convictions[0].offences[0].committed: the act (2018-03-12) precedes 2018-03-13")
