"""The benchmarks ask for the same answers from everybody."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks import ours, plot, population, report, rules, targets
from benchmarks.engine import Answer, checks
from benchmarks.environments import Contender
from benchmarks.suite import Different, Run, compared
from pendulum import Date

import kzrights as kz

ROOT = Path(__file__).parent.parent
NOBODY = population.Row(*(population.FAR,) * 4, members=0, requested=1_000)


def test_yardsticks_and_kzrights_agree(tmp_path: Path) -> None:
    """One person on 200 days; a hundred on ten; the yardsticks on columns, too."""
    asked = [sys.executable, str(ROOT / "benchmarks" / "run.py"), "--quick", "--data", str(tmp_path)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("check sums equal: question, several 100,")


def test_amounts_are_those_of_the_library() -> None:
    law = rules.exported()
    assert law["cap"] == [["2016-02-06", "subsistence_minimum"], ["2020-11-15", "minimum_wage"]]
    wages = law["minimum_wage"]
    assert isinstance(wages, list)
    for since, value in wages:
        row = kz.LAW.parameters.at("minimum_wage", Date.fromisoformat(since))
        assert row.value == kz.Tenge(value)


def test_population_is_the_same_each_time() -> None:
    first, second = population.draw(), population.draw()
    for name, column in first.items():
        assert (column == second[name]).all()
        assert len(column) == population.PEOPLE


def test_whoever_is_in_no_register_has_no_facts() -> None:
    case = ours.case_of(NOBODY)
    assert case.convictions == ()
    assert case.listings == ()


def test_check_sum_tells_people_apart() -> None:
    one, other = ([Answer(1, [cap, 5], [0, 1], [0, 1], [7, 8])] for cap in (4, 6))
    swapped = [Answer(1, [5, 4], [0, 1], [0, 1], [7, 8])]
    assert len({tuple(checks(found)) for found in (one, other, swapped)}) == 3


def test_different_answers_end_the_run(tmp_path: Path) -> None:
    said = {"figures": {}, "checks": [1]}, {"figures": {}, "checks": [2]}
    runs = [
        Run(Contender(str(at), "1", (sys.executable, "-c", f"print({json.dumps(json.dumps(one))})")), tmp_path)
        for at, one in enumerate(said)
    ]
    with pytest.raises(Different, match="question"):
        compared(runs, ["question"], rounds=1)


def test_rival_that_is_not_installed_is_named_and_not_estimated() -> None:
    figures = {"question": {"question": {"median": 2e-3, "low": 1e-3, "high": 3e-3}}}
    told: dict[str, object] = {"version": "1", "left_out": {}, "missing": None}
    engines = [
        {**told, "name": "kzrights", "figures": figures},
        {**told, "name": "other", "figures": {}, "missing": "could not be installed"},
    ]
    text = "\n".join(report._questions(engines))
    assert "| other | not installed | not installed |" in text
    assert "| kzrights | 2 ms (1 ms to 3 ms) |" in text


def engine(name: str, figures: dict[str, dict[str, float]]) -> dict[str, Any]:
    seen = {
        case: {figure: {"median": value, "low": value, "high": value} for figure, value in found.items()}
        for case, found in figures.items()
    }
    return {"name": name, "version": "1", "left_out": {}, "missing": None, "figures": seen}


def test_what_was_aimed_at_is_met_or_missed_by_how_much() -> None:
    """30 times OpenFisca is meant; 24 times is a fifth too little. Of the fastest rival, any is meant."""
    engines = [
        engine("kzrights", {"matrix 1000 1000": {"all": 1.0}, "people 1000000": {"next": 2.0, "loading": 2.0}}),
        engine("OpenFisca", {"matrix 1000 1000": {"all": 24.0}, "people 1000000": {"next": 9.0, "loading": 9.0}}),
        engine("other", {"matrix 1000 1000": {"all": 90.0}, "people 1000000": {"next": 3.0, "loading": 1.0}}),
    ]
    assert [row[1:] for row in targets.rows(engines, reading=0.5)] == [
        ("× 30 of OpenFisca", "× 24", "missed by 20%"),
        ("× 1 of other", "× 1.5", "met"),
        ("× 1 of other", "× 0.5", "missed by 50%"),
        ("as near as can be", "4 times as long", "–"),
    ]


def test_growth_is_held_to_n_log_n() -> None:
    """A hundred times as many entries may take 150 times as long: 100 times for n, 6/4 for its logarithm."""
    for last, verdict in ((149.0, "met"), (165.0, "missed by 10%")):
        times = {f"facts 10000 {each}": {"next": value} for each, value in ((1, 1.0), (10, 10.0), (100, last))}
        (row,) = targets.rows([engine("kzrights", times)], reading=1.0)
        assert row[1:] == (
            "no worse than n log n: × 150 for 100 times as many",
            f"× {last:.3g}; steepest tenfold × {last / 10:.3g}",
            verdict,
        )


def test_plot_is_the_same_for_the_same_figures(tmp_path: Path) -> None:
    figures = {case: {growth.figure: 1.0, "memory": 2.0**25} for growth in targets.GROWTH for _, case in growth.cases()}
    for name in ("a.svg", "b.svg"):
        plot.write({"engines": [engine("kzrights", figures), engine("other", {})]}, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    drawn = (tmp_path / "a.svg").read_text()
    assert all(text in drawn for text in ("<!-- kzrights -->", "<!-- other -->", "<!-- 1,000,000 -->", " MiB -->"))
