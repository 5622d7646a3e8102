"""The registry of what was read: no row lost, none twice, each accounted for in one way."""

from __future__ import annotations

from collections.abc import Iterator
from pkgutil import resolve_name

import pytest

import kzrights as kz
from kzrights.data import read_table
from kzrights.law import (
    assemblies,
    associations,
    citizenship,
    civil_service,
    elections,
    enforcement,
    family,
    financing_law,
    labour,
    measures,
    media,
    migration,
    professions,
    registration,
    scopes,
    supervision,
    weapons,
)
from kzrights.law.rows import Row, State, by_table, rows
from kzrights.law.rules import Rule

RANGES = (
    *("P01..P21", "U01..U08", "S01..S07", "S10..S18", "S20..S22", "B01..B16", "D01..D40"),
    *("A01..A05", "M01..M11", "V01..V08"),
    *("REH-01..REH-22", "ADM-01..ADM-06", "POL-01..POL-07", "FND-01..FND-08", "REV-01..REV-12"),
    *("AMN-00..AMN-02", "PAR-01..PAR-03", "UDO-01..UDO-03", "REP-01", "ILL-01..ILL-02", "LIM-01", "REL-01"),
    *("A11", "A16", "A21", "A22", "A25", "A26", "A26-ADM"),
    *("REC-01..REC-08", "BAN-01..BAN-04", "RF-01..RF-02", "CHK", "LST-01..LST-11", "LST-C1", "INT-01..INT-09"),
)

MODULES = (
    *(supervision, scopes, elections, media, professions, weapons, assemblies),
    *(
        labour,
        family,
        civil_service,
        migration,
        measures,
        enforcement,
        financing_law,
        registration,
        associations,
        citizenship,
    ),
)

OF_FOREIGNERS = (
    *("foreigners_neither_elect_nor_are_elected", "foreigners_join_no_party", "resident_foreigners_join_associations"),
    *("foreigners_work_as_legislation_allows", "foreigners_on_a_stay_are_no_sole_traders"),
    *("foreigners_on_a_stay_own_no_housing", "parties_have_no_foreign_members", "associations_are_founded_by_citizens"),
    *("charters_admit_foreign_members", "unions_have_foreign_members_who_live_and_work_here"),
    *("citizens_elect", "citizens_are_elected", "citizens_are_elected_akims"),
    *("constitution_keeps_elections_to_citizens", "citizens_serve_1999", "citizens_serve_2015", "citizens_serve"),
    *("citizens_enforce_law", "citizens_are_judges", "citizens_are_advocates_1997", "citizens_are_advocates"),
    *("only_citizens_notary", "only_citizens_private_bailiff", "only_citizens_security_guard"),
    *("foreigners_are_no_chief_editors_1999", "foreigners_are_no_chief_editors"),
    *("foreigners_acquire_weapons_through_their_mission", "foreigners_adopt_in_the_second_place"),
)

BEYOND = {
    **dict.fromkeys(OF_FOREIGNERS, "of foreigners the rows speak in A01 and D39 alone"),
    "deprived_of_citizenship": "the rows name the punishment, Criminal Code 40 and 50-1, and not what it does",
    "entities_of_listed_founders_are_not_registered": "no row concerns registration of legal entities",
    "only_small_businesses_are_registered": "no row concerns registration of legal entities",
    "heads_are_named_for_registration": "no row concerns registration of legal entities",
    "court_ends_sole_trade": "no row concerns sole traders",
    "listed_persons_do_not_register_as_traders": "no row concerns sole traders",
    "real_estate_before_express_refusal": "no row concerns registration of rights to immovable property",
    "rights_of_listed_applicants_are_not_registered": "no row concerns registration of rights to immovable property",
}
"""Rules that model no row, with why."""

APART = ("kzrights.contradictions", "kzrights.earliest_parole", "kzrights.law.amnesties", "kzrights.rehabilitation")
"""The modules and functions that answer rows for which no rule is named."""

NAMED = {name for row in rows() for name in row.rules}


def expected() -> Iterator[str]:
    for one in RANGES:
        first, _, last = one.partition("..")
        stem = first.rstrip("0123456789")
        if not last:
            yield first
        else:
            yield from (f"{stem}{at:02}" for at in range(int(first[len(stem) :]), int(last[len(stem) :]) + 1))


def of_module() -> Iterator[str]:
    for module in MODULES:
        own = [value for value in vars(module).values() if isinstance(value, Rule)]
        yield from (rule.name for rule in (*own, *vars(module).get("TABLE", ())))


def test_every_row_once_and_in_order() -> None:
    assert [row.id for row in rows()] == list(expected())


def test_tables_leave_no_row_out_and_each_has_rows() -> None:
    assert sorted(row.id for found in by_table().values() for row in found) == sorted(expected())
    assert set(by_table()) == set(read_table("law", "rows.toml")["tables"].values())


@pytest.mark.parametrize(
    ("id", "table"),
    [("A05", "Assemblies"), ("A11", "Acts of amnesty"), ("A26-ADM", "Acts of amnesty"), ("PAR-01", "Pardon")],
)
def test_the_longer_beginning_of_an_id_gives_the_table(id: str, table: str) -> None:
    assert [row.table for row in rows() if row.id == id] == [table]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
class TestEachRow:
    def test_is_accounted_for_in_one_way(self, row: Row) -> None:
        assert [bool(one) for one in (row.rules, row.modelled_by, row.left_out, row.open)].count(True) == 1

    def test_names_rules_that_exist_each_once(self, row: Row) -> None:
        assert set(row.rules) <= {rule.name for rule in kz.LAW.rules}
        assert len(set(row.rules)) == len(row.rules)

    def test_names_a_module_or_function_that_answers(self, row: Row) -> None:
        assert not row.modelled_by or row.modelled_by in APART

    def test_speaks_in_sentences(self, row: Row) -> None:
        assert row.about
        assert not row.about.endswith(".")
        for says in (row.left_out, row.open, row.rest):
            assert not says or (says[0].isupper() and says.endswith("."))

    def test_has_a_rest_only_where_it_is_modelled(self, row: Row) -> None:
        assert not row.rest or row.state is State.MODELLED

    def test_says_what_is_missing_or_why(self, row: Row) -> None:
        assert bool(row.says) == (row.state is not State.MODELLED or bool(row.rest))
        assert row.says in (row.open, row.left_out, row.rest)


@pytest.mark.parametrize(
    ("id", "state"),
    [
        ("P07", State.MODELLED),
        ("A16", State.MODELLED),
        ("M03", State.MODELLED),
        ("P10", State.LEFT_OUT),
        ("D38", State.MODELLED),
    ],
)
def test_state(id: str, state: State) -> None:
    assert [row.state for row in rows() if row.id == id] == [state]


@pytest.mark.parametrize("name", sorted(of_module()))
def test_every_rule_of_these_acts_stands_in_a_row(name: str) -> None:
    assert (name in NAMED) != (name in BEYOND)


@pytest.mark.parametrize("name", APART)
def test_what_answers_without_rules_exists_and_is_named(name: str) -> None:
    assert resolve_name(name)
    assert name in {row.modelled_by for row in rows()}


def test_rules_beyond_the_rows_exist() -> None:
    assert set(BEYOND) <= set(of_module())
