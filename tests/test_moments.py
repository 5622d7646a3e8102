"""Uncertain days: whatever narrows what goes in only narrows what comes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from kzrights import Between, Moment, Period, Span, Term
from kzrights.calendar import ALWAYS, NEVER, days_before
from kzrights.facts import UNKNOWN, When
from kzrights.moments import END, NOTHING, START, earlier, hull, later
from kzrights.strategies import terms

FIRST = Date(2024, 1, 20)


def day_of(number: int) -> Date:
    return days_before(FIRST, -number)


NUMBERS = st.integers(0, 80)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    missing = frozenset({draw(st.sampled_from(["a", "b", "c"]))}) if low < high else NOTHING
    return Moment(day_of(low), day_of(high), missing)


@st.composite
def within(draw: st.DrawFn, moment: Moment) -> Moment:
    """Draw a moment that knows at least as much."""
    low = draw(st.integers(moment.earliest.toordinal(), moment.latest.toordinal()))
    high = draw(st.integers(low, moment.latest.toordinal()))
    return Moment(Date.fromordinal(low), Date.fromordinal(high), moment.missing if low < high else NOTHING)


@st.composite
def narrowed(draw: st.DrawFn, number: int) -> tuple[list[Moment], list[Moment]]:
    wide = [draw(moments()) for _ in range(number)]
    return wide, [draw(within(one)) for one in wide]


def holds(wide: Moment, narrow: Moment) -> bool:
    return wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest


def inside(narrow: Span | None, wide: Span | None) -> bool:
    return narrow is None or (wide is not None and wide.start <= narrow.start and narrow.end <= wide.end)


JOINS: tuple[Callable[..., Moment], ...] = (later, earlier, hull)


class TestInclusionIsotone:
    """A settled answer never changes when an unknown becomes known; each operation keeps that."""

    @pytest.mark.parametrize("join", JOINS)
    @given(narrowed(3))
    def test_joins(self, join: Callable[..., Moment], drawn: tuple[list[Moment], list[Moment]]) -> None:
        wide, narrow = drawn
        assert holds(join(*wide), join(*narrow))

    @given(narrowed(1), terms(longest=Term(years=10)))
    def test_after(self, drawn: tuple[list[Moment], list[Moment]], term: Term) -> None:
        (wide,), (narrow,) = drawn
        assert holds(wide.after(term), narrow.after(term))

    @given(narrowed(1), st.integers(1, 9), st.integers(0, 8))
    def test_after_a_term_that_becomes_known(
        self, drawn: tuple[list[Moment], list[Moment]], most: int, known: int
    ) -> None:
        (wide,), (narrow,) = drawn
        unknown = wide.after(UNKNOWN, "term", Term(years=1), Term(years=most))
        assert holds(unknown, narrow.after(Term(years=min(max(known, 1), most))))

    @given(narrowed(1), NUMBERS, NUMBERS, NUMBERS, NUMBERS)
    def test_less(self, drawn: tuple[list[Moment], list[Moment]], a: int, b: int, c: int, d: int) -> None:
        (wide,), (narrow,) = drawn
        low, lower, higher, high = sorted((a, b, c, d))
        assert holds(wide.less(low, high), narrow.less(lower, higher))

    @given(narrowed(1), NUMBERS, NUMBERS)
    def test_within(self, drawn: tuple[list[Moment], list[Moment]], one: int, other: int) -> None:
        (wide,), (narrow,) = drawn
        low, high = sorted((one, other))
        bounds = day_of(low), day_of(high)
        assert holds(wide.within(*bounds), narrow.within(*bounds))

    @given(narrowed(2))
    def test_periods(self, drawn: tuple[list[Moment], list[Moment]]) -> None:
        """What surely holds grows and what possibly holds shrinks."""
        wide, narrow = (Period(*pair) for pair in drawn)
        assert inside(wide.surely, narrow.surely)
        assert inside(narrow.possibly, wide.possibly)

    @given(narrowed(3))
    def test_periods_cut_off(self, drawn: tuple[list[Moment], list[Moment]]) -> None:
        wide, narrow = (Period(start, end).until(cut) for start, end, cut in drawn)
        assert inside(wide.surely, narrow.surely)
        assert inside(narrow.possibly, wide.possibly)


class TestJoinsAgainstEveryDay:
    """The bounds are tight: each is reached by some choice of days."""

    @given(st.lists(moments(), min_size=1, max_size=3))
    def test_later_and_earlier(self, drawn: list[Moment]) -> None:
        for join, pick in ((later, max), (earlier, min)):
            joined = join(*drawn)
            assert joined.earliest == pick(one.earliest for one in drawn)
            assert joined.latest == pick(one.latest for one in drawn)

    @given(st.lists(moments(), min_size=1, max_size=3))
    def test_missing_only_where_open(self, drawn: list[Moment]) -> None:
        for join in JOINS:
            joined = join(*drawn)
            assert (joined.exact is not None) <= (joined.missing == NOTHING)

    def test_what_cannot_be_the_latest_is_not_missing(self) -> None:
        sure = Moment.on(day_of(50))
        early, late = Moment(day_of(0), day_of(10), frozenset({"a"})), Moment(day_of(40), day_of(60), frozenset({"b"}))
        assert later(sure, early, late).missing == {"b"}
        assert earlier(Moment.on(day_of(20)), early, late).missing == {"a"}


class TestOfAFact:
    """A stated day is exact; a range keeps its bounds; an unknown takes those the law gives."""

    @pytest.mark.parametrize(
        ("when", "earliest", "latest"),
        [
            (day_of(5), day_of(5), day_of(5)),
            (Between(day_of(5), day_of(9)), day_of(5), day_of(9)),
            (Between(day_of(0), day_of(9)), day_of(3), day_of(9)),
            (UNKNOWN, day_of(3), day_of(30)),
            (None, day_of(3), day_of(30)),
        ],
    )
    def test_bounds(self, when: When | None, earliest: Date, latest: Date) -> None:
        moment = Moment.of(when, "x", day_of(3), day_of(30))
        assert (moment.earliest, moment.latest) == (earliest, latest)
        assert moment.missing == (NOTHING if earliest == latest else {"x"})

    def test_a_stated_day_is_not_moved_by_what_the_law_expects(self) -> None:
        assert Moment.of(day_of(1), "x", day_of(3), day_of(30)).exact == day_of(1)
        assert Moment.of(day_of(40), "x", day_of(3), day_of(30)).exact == day_of(40)


class TestPrint:
    @pytest.mark.parametrize(
        ("moment", "text"),
        [
            (Moment.on(Date(2024, 2, 29)), "2024-02-29"),
            (END, "never"),
            (Moment(Date(2024, 2, 29), NEVER), "2024-02-29 or later"),
            (Moment(Date(2024, 2, 1), Date(2024, 2, 29)), "some day from 2024-02-01 to 2024-02-29"),
        ],
    )
    def test_in_words(self, moment: Moment, text: str) -> None:
        assert str(moment) == text


class TestPeriod:
    def test_bounds(self) -> None:
        period = Period(Moment(day_of(2), day_of(4)), Moment(day_of(8), day_of(10)))
        assert period.surely == Span(day_of(4), day_of(8))
        assert period.possibly == Span(day_of(2), day_of(10))

    def test_perhaps_is_surely_nothing(self) -> None:
        period = Period(Moment.on(day_of(2)), Moment.on(day_of(8))).perhaps(frozenset({"x"}))
        assert period.surely is None
        assert period.possibly == Span(day_of(2), day_of(8))
        assert "x" in period.missing

    def test_outside_an_edition_there_is_none(self) -> None:
        period = Period(Moment.on(day_of(2)), Moment.on(day_of(8)))
        assert period.within(Span(day_of(8), day_of(20))) is None
        cut = period.within(Span(day_of(5), day_of(20)))
        assert cut is not None
        assert cut.surely == cut.possibly == Span(day_of(5), day_of(8))

    def test_always(self) -> None:
        assert Period(START, END).surely == Span(ALWAYS, NEVER)
