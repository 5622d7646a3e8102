"""The answer on the ways off the list as people get it: in words, as data, on the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import cli
from kzrights.errors import DateError

ON = Date(2026, 1, 1)


@pytest.mark.parametrize("slug", kz.slugs())
def test_every_line_is_cited(slug: str) -> None:
    lines = kz.delisting(kz.example(slug), on=ON).explain().splitlines()
    assert all(line.endswith("]") for line in lines)


def test_in_words() -> None:
    first, second, *rest = kz.delisting(kz.example("atyrau-2016"), on=ON).explain().splitlines()
    assert first.startswith(
        "The financing list on 2026-01-01: ON THE LIST; kept by the Agency for Financial Monitoring"
    )
    assert second.startswith("entry on the ground of conviction (presumed); its ground ends: 2030-02-04")
    assert sum(line.startswith("  open: ") for line in rest) == 2


def test_as_data() -> None:
    given = kz.delisting(kz.example("atyrau-2016"), on=ON).as_dict()
    (entry,) = given["entries"]
    assert json.loads(json.dumps(given)) == given
    assert (given["listed"], entry["ground"], entry["presumed"], entry["overdue"]) == (True, "conviction", True, False)
    assert {way["holds"] for way in entry["ways"]} == {True, False}


def test_without_a_ground_any_more() -> None:
    text = kz.dumps(kz.example("atyrau-2016")) + "listings: [{listed: 2017-03-01, conviction: c1}]\n"
    lines = kz.delisting(kz.loads(text), on=Date(2030, 6, 1)).explain().splitlines()
    assert "without ground since 2030-02-04" in lines[1]


def test_no_verdict_no_list() -> None:
    answer = kz.delisting(kz.Case(person=kz.Person(label="x")), on=ON)
    assert (answer.listed, answer.entries) == (False, ())


def test_a_day_is_needed() -> None:
    with pytest.raises(DateError):
        kz.delisting(kz.example("atyrau-2016"), on="2026-01-01")  # type: ignore[arg-type]


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["delisting", "atyrau-2016", "--on", "2026-01-01"]) == 0
    assert capsys.readouterr().out.startswith("The financing list on 2026-01-01: ON THE LIST")
    assert cli.main(["delisting", "atyrau-2016", "--on", "2026-01-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["listed"] is True
    assert cli.main(["delisting", "atyrau-2016", "--on", "soon"]) == 2


def test_it_stays_a_function_once_it_was_called() -> None:
    code = "import kzrights as kz, pendulum; c = kz.example('atyrau-2016'); d = pendulum.Date(2026, 1, 1); " + (
        "kz.delisting(c, on=d); kz.delisting(c, on=d); kz.rehabilitation(c, on=d); kz.rehabilitation(c, on=d)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
