"""Amounts by day."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from kzrights.calendar import NEVER, Spans
from kzrights.errors import DateError, LawError, MoneyError
from kzrights.law.parameters import MCI, Parameter, Parameters, mci, packaged, read_parameters
from kzrights.money import Tenge

WAGE, SUBSISTENCE, SOCIAL = "minimum_wage", "subsistence_minimum", "monthly_calculation_index_social"

EXPECTED = {
    # year: minimum wage, MCI, subsistence minimum on 1 January
    2016: (22_859, 2_121, 22_859),
    2017: (24_459, 2_269, 24_459),
    2018: (28_284, 2_405, 28_284),
    2019: (42_500, 2_525, 29_698),
    2020: (42_500, 2_651, 31_183),
    2021: (42_500, 2_917, 34_302),
    2022: (60_000, 3_063, 36_018),
    2023: (70_000, 3_450, 40_567),
    2024: (85_000, 3_692, 43_407),
    2025: (85_000, 3_932, 46_228),
    2026: (85_000, 4_325, 50_851),
}


@pytest.mark.parametrize(("year", "amounts"), EXPECTED.items())
def test_amounts_of_each_year(year: int, amounts: tuple[int, int, int]) -> None:
    day = Date(year, 1, 1)
    assert tuple(packaged().at(name, day).value.amount for name in (WAGE, MCI, SUBSISTENCE)) == amounts


@pytest.mark.parametrize(
    ("name", "last", "before", "after"),
    [
        (MCI, Date(2020, 3, 31), 2_651, 2_778),
        (SUBSISTENCE, Date(2020, 3, 31), 31_183, 32_668),
        (SUBSISTENCE, Date(2022, 3, 31), 36_018, 37_389),
        (WAGE, Date(2009, 6, 30), 13_470, 13_717),
        (MCI, Date(2022, 12, 31), 3_063, 3_450),
    ],
)
def test_amounts_that_changed(name: str, last: Date, before: int, after: int) -> None:
    assert packaged().at(name, last).value == Tenge(before)
    assert packaged().at(name, last.add(days=1)).value == Tenge(after)


def test_social_index_stood_in_2022_alone() -> None:
    """From 1 April 2022 only benefits were counted in the higher index."""
    (row,) = packaged().history(SOCIAL)
    assert (row.value, row.since, row.until) == (Tenge(3_180), Date(2022, 4, 1), Date(2023, 1, 1))


def test_subsistence_minimum_of_2020_is_contested() -> None:
    row = packaged().at(SUBSISTENCE, Date(2020, 4, 1))
    assert (row.value, row.alternative, row.reading) == (Tenge(32_668), Tenge(31_183), "subsistence_minimum_2020")
    assert [one for one in packaged().rows if one.alternative or one.reading] == [row]


def test_every_row_is_sourced() -> None:
    for row in packaged().rows:
        assert row.citation, row
        assert row.url.startswith("http"), row
        assert row.confidence in {"SEEN", "SEEN-2", "INFERRED"}, row


@pytest.mark.parametrize("name", [WAGE, MCI, SUBSISTENCE])
def test_no_day_is_missing(name: str) -> None:
    history = packaged().history(name)
    assert (history[0].since, history[-1].until) == (Date(2009, 1, 1), Date(2027, 1, 1))
    assert all(before.until == after.since for before, after in itertools.pairwise(history))


def test_mci() -> None:
    assert mci(250, Date(2016, 11, 28)) == Tenge(530_250)
    assert mci(0, Date(2016, 11, 28)) == Tenge(0)
    table = Parameters([row(1, 2, 7, name=MCI)])
    assert mci(3, day(1), table) == Tenge(21)
    with pytest.raises(LawError):
        mci(3, Date(2016, 11, 28), table)
    with pytest.raises(MoneyError):
        mci(-1, Date(2016, 11, 28))


@pytest.mark.parametrize("on", [Date(2008, 12, 31), Date(2027, 1, 1)])
def test_a_day_outside_raises(on: Date) -> None:
    with pytest.raises(LawError, match=f"minimum_wage: expected a day from 2009-01-01 to 2026-12-31, got {on}"):
        packaged().at(WAGE, on)


def test_known_days_with_a_gap_and_an_open_end_are_named() -> None:
    table = Parameters([row(1, 2), row(2, 3), row(5, None)])
    known = "amount: expected a day from 2020-01-01 to 2020-01-02 or from 2020-01-05 on, got 2020-01-03"
    with pytest.raises(LawError, match=known):
        table.at("amount", day(3))


def test_known_days_after_a_gap_begin_where_the_gap_ends() -> None:
    table = Parameters([row(1, 2), row(5, 6), row(6, None)])
    known = "amount: expected a day from 2020-01-01 to 2020-01-01 or from 2020-01-05 on, got 2020-01-03"
    with pytest.raises(LawError, match=known):
        table.at("amount", day(3))


def test_two_amounts_a_day_are_refused_by_the_first_such_day() -> None:
    with pytest.raises(LawError, match="expected one amount a day, got two on 2020-01-02"):
        Parameters([row(2, 3, 2), row(1, 10)])


def test_an_unknown_name_raises() -> None:
    for ask in (packaged().history, packaged().changes, lambda name: packaged().at(name, Date(2020, 1, 1))):
        with pytest.raises(LawError, match=r"expected one of minimum_wage, monthly_.*, got 'wage'"):
            ask("wage")


def test_names_and_changes() -> None:
    assert packaged().names() == (WAGE, MCI, SOCIAL, SUBSISTENCE)
    changes = packaged().changes(SUBSISTENCE)
    assert Date(2020, 4, 1) in changes
    assert list(changes) == sorted(changes)
    assert len(changes) == len(packaged().history(SUBSISTENCE))


ROW = """
[[parameter]]
name = "amount"
value = 5
since = 2020-01-01
citation = "a test"
url = "https://example.org"
confidence = "SEEN"
"""


def test_reading() -> None:
    (read,) = read_parameters(ROW).rows
    assert (read.value, read.since, read.until, read.alternative) == (Tenge(5), day(1), NEVER, None)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (ROW.replace("5", "5.5"), MoneyError),
        (ROW + "until = 2020-01-01", DateError),
        (ROW + 'until = "2021"', DateError),
        (ROW + ROW, LawError),
        (ROW.replace('citation = "a test"', ""), TypeError),
    ],
)
def test_a_wrong_row_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_parameters(text)


def day(number: int) -> Date:
    return Date(2020, 1, number)


def row(since: int, until: int | None, value: int = 1, name: str = "amount") -> Parameter:
    end = NEVER if until is None else day(until)
    return Parameter(
        name=name, value=Tenge(value), since=day(since), until=end, citation="a test", url="", confidence="SEEN"
    )


@st.composite
def rows(draw: st.DrawFn) -> Parameter:
    since, until = sorted(draw(st.lists(st.integers(1, 20), min_size=2, max_size=2, unique=True)))
    return row(since, until, draw(st.integers(0, 9)), draw(st.sampled_from(["amount", "other"])))


@given(st.lists(rows(), max_size=8))
def test_amending_leaves_no_gap_and_no_double_cover(new: list[Parameter]) -> None:
    table = Parameters([]).amended(*new)
    for name in table.names():
        spans = [one.span for one in table.history(name)]
        assert sum(map(len, spans)) == Spans(spans).days()
        assert Spans(spans) == Spans(one.span for one in new if one.name == name)
    for one in (day(number) for number in range(1, 21)):
        wanted = {asked.name: asked.value for asked in new if one in asked.span}
        assert {held.name: held.value for held in table.rows if one in held.span} == wanted


def test_amending_leaves_the_other_rows_alone() -> None:
    change = Parameter(
        name=MCI,
        value=Tenge(4_000),
        since=Date(2025, 7, 1),
        until=Date(2025, 10, 1),
        citation="a draft",
        url="",
        confidence="SEEN",
    )
    table = packaged().amended(change)
    assert [(one.value.amount, one.since) for one in table.history(MCI) if one.since.year == 2025] == [
        (3_932, Date(2025, 1, 1)),
        (4_000, Date(2025, 7, 1)),
        (3_932, Date(2025, 10, 1)),
    ]
    assert table.history(WAGE) == packaged().history(WAGE)
    assert packaged().at(MCI, Date(2025, 8, 1)).value == Tenge(3_932)
