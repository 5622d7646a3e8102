"""The tool behind ``make mutation``: its mutants have names of their own, and its table names none that is gone."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from tools.mutation import of_constants, of_rules, of_statements
from tools.mutation.mutant import Mutant
from tools.mutation.report import Reasons

import kzrights as kz


@pytest.fixture(scope="module")
def mutants() -> list[Mutant]:
    return [*of_rules.mutants(), *of_statements.mutants(), *of_constants.mutants()]


def test_no_name_twice(mutants: list[Mutant]) -> None:
    assert len({mutant.id for mutant in mutants}) == len(mutants)


def test_every_rule_is_removed_once(mutants: list[Mutant]) -> None:
    removed = [mutant.id for mutant in mutants if mutant.id.endswith(": removed")]
    assert sorted(one.split(".")[1] for one in removed) == sorted(f"{rule.name}: removed" for rule in kz.LAW.rules)


REMOVED = """
import kzrights as kz
from pendulum import Date
from tools.mutation import caches, of_rules
def asked():
    return kz.can(kz.example("atyrau-2016"), "vote", on=Date(2018, 1, 1)).permission
print(asked())
caches.fill()
for one in of_rules.mutants():
    if one.id.endswith(".prisoners_do_not_vote: removed"):
        one.apply()
        caches.forget(everything=False)
print(asked())
"""


def test_a_rule_that_is_removed_is_gone_from_all_that_the_law_keeps() -> None:
    """Another process, because a law that lost a rule does not get it back."""
    done = subprocess.run([sys.executable, "-c", REMOVED], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("prohibited\nallowed\n", "")


def test_the_table_names_mutants_there_are(mutants: list[Mutant]) -> None:
    reasons, names = Reasons.read(), {mutant.id for mutant in mutants}
    assert reasons.explained.keys() <= names
    assert all(reason.strip() for reason in (*reasons.explained.values(), *reasons.outside.values()))


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("a < b", ["a <= b"]),
        ("a < b < c", ["a <= b < c", "a < b <= c"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("True", ["False"]),
        ("3", ["4", "2"]),
        ("max(a, b)", ["min(a, b)"]),
        ("earlier(a, b)", ["later(a, b)"]),
        ("day.earliest", ["day.latest"]),
        ("a if b else c", ["a if not b else c"]),
        ("'words'", []),
        ("1000", []),
    ],
)
def test_what_takes_the_place_of_an_expression(code: str, changed: list[str]) -> None:
    assert [ast.unparse(one) for one in of_statements.changes(ast.parse(code, mode="eval").body)] == changed
