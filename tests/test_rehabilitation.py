"""The answer on rehabilitation as people get it: in words, as data, on the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import cli
from kzrights.errors import DateError

ON = Date(2026, 6, 1)
TWO = """
kzrights: 1
person: {label: example}
household: []
convictions:
  - id: c1
    verdict: 2021-03-01
    in_force: 2021-03-15
    offences: [{article: "274(4)", committed: 2020-05-01}]
    punishments: [{kind: imprisonment, term: 5 years, security: medium}]
  - id: c2
    verdict: 2024-03-01
    in_force: 2024-03-15
    offences: [{article: "274(1)", committed: 2023-10-01}]
    punishments: [{kind: restricted_freedom, term: 1 year, accepted: 2024-03-20}]
events:
  - {kind: quashed, on: 2023-03-15, outcome: acquitted, conviction: c1}
"""


@pytest.fixture
def case() -> kz.Case:
    return kz.loads(TWO)


def test_each_conviction_by_itself(case: kz.Case) -> None:
    given = kz.rehabilitation(case, on=ON)
    assert given.entitled is True
    assert [(one.conviction, one.entitled) for one in given.convictions] == [("c1", True), ("c2", False)]
    assert given["c2"].claims == ()


def test_a_verdict_yet_to_come_is_not_named(case: kz.Case) -> None:
    assert [one.conviction for one in kz.rehabilitation(case, on=Date(2023, 6, 1)).convictions] == ["c1"]


@pytest.mark.parametrize("slug", kz.slugs())
def test_every_packaged_case_is_answered_with_a_citation_on_every_line(slug: str) -> None:
    lines = kz.rehabilitation(kz.example(slug), on=ON).explain().splitlines()
    assert lines
    assert all(line.endswith("]") and "art. " in line for line in lines)


def test_atyrau_stands() -> None:
    given = kz.rehabilitation(kz.example("atyrau-2016"), on=ON)
    assert given.entitled is False
    assert "the verdict of c1 stands" in given.explain()
    assert "served in full" in given.explain()


def test_missing_facts_are_asked_for(case: kz.Case) -> None:
    given = kz.rehabilitation(case, on=ON)
    assert [fact.path for fact in given.missing] == ["events[0].notice"]
    assert "not known: events[0].notice: the day the notice" in given.explain()


def test_in_part() -> None:
    text = TWO.replace(
        "kind: quashed, on: 2023-03-15, outcome: acquitted",
        'kind: requalified, on: 2023-03-15, article: "274(4)", to: "274(1)"',
    )
    text += "  - {kind: release, on: 2023-03-15, ground: served, conviction: c1}\n"
    given = kz.rehabilitation(kz.loads(text), on=ON)
    assert "c1: ENTITLED, in part; 365 days served unlawfully" in given.explain()
    assert given.as_dict()["convictions"][0]["days"] == {"at_least": 365, "at_most": 365}


def test_without_a_verdict() -> None:
    given = kz.rehabilitation(kz.Case(person=kz.Person(label="x")), on=ON)
    assert (given.entitled, given.convictions) == (None, ())
    assert "No verdict" in given.explain()


def test_as_data(case: kz.Case) -> None:
    given = kz.rehabilitation(case, on=ON).as_dict()
    assert json.loads(json.dumps(given)) == given
    assert list(given) == ["on", "entitled", "convictions", "elsewhere", "missing", "reforms"]
    claim = next(one for one in given["convictions"][0]["deadlines"] if one["by"])
    assert claim["by"] == {"earliest": "2023-09-15", "latest": None}
    assert claim["provision"] == "Criminal Procedure Code, art. 39(3), 48(2), 48(4)"
    assert claim["edition"] == "2020-01-11"


def test_a_law_without_the_rule(case: kz.Case) -> None:
    law = kz.LAW.without("acquittal_rehabilitates")
    assert kz.rehabilitation(case, on=ON, law=law).entitled is False


def test_a_day_is_needed(case: kz.Case) -> None:
    with pytest.raises(DateError):
        kz.rehabilitation(case, on="2026-06-01")  # type: ignore[arg-type]


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rehabilitation", "atyrau-2016", "--on", "2026-06-01"]) == 0
    assert capsys.readouterr().out.startswith("Rehabilitation on 2026-06-01: NOT ENTITLED")
    assert cli.main(["rehabilitation", "atyrau-2016", "--on", "2026-06-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entitled"] is False
    assert cli.main(["rehabilitation", "atyrau-2016", "--on", "soon"]) == 2


def test_the_package_does_not_load_it_before_it_is_asked_for() -> None:
    code = "import sys, kzrights; assert 'kzrights.redress' not in sys.modules; kzrights.rehabilitation"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
