"""Days, terms, spans and working days: exact, refused where ambiguous, and laws of set algebra."""

from __future__ import annotations

import calendar
import datetime
import tomllib
from fractions import Fraction
from importlib import resources

import holidays
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from kzrights import Span, Spans, Tenge, TengeRange, Term
from kzrights.calendar import (
    ALWAYS,
    NEVER,
    as_date,
    days_before,
    is_working_day,
    next_working_day,
    previous_working_day,
    today_in_kazakhstan,
)
from kzrights.errors import DateError, MoneyError, TermError
from kzrights.strategies import dates, terms

NOT_DAYS: tuple[object, ...] = (
    pendulum.datetime(2021, 3, 15),
    datetime.datetime(2021, 3, 15),
    "2021-03-15",
    20210315,
    None,
    True,
    1.5,
)


class TestAsDate:
    """At every door: a Date passes, a plain date is converted, anything else is refused by the field's name."""

    def test_a_date_passes_as_it_is(self) -> None:
        day = Date(2021, 3, 15)
        assert as_date(day) is day

    def test_a_plain_date_is_converted(self) -> None:
        day = as_date(datetime.date(2021, 3, 15))
        assert type(day) is Date
        assert day == Date(2021, 3, 15)

    @pytest.mark.parametrize("value", NOT_DAYS, ids=repr)
    def test_anything_else_is_refused_by_name(self, value: object) -> None:
        with pytest.raises(DateError, match=r"^in_force: expected a pendulum\.Date"):
            as_date(value, "in_force")

    @pytest.mark.parametrize("day", [Date(1900, 1, 1), Date(2199, 12, 31)])
    def test_the_bounds_pass(self, day: Date) -> None:
        assert as_date(day) == day

    @pytest.mark.parametrize("day", [Date(1899, 12, 31), Date(2200, 1, 1), ALWAYS, NEVER, datetime.date(1899, 12, 31)])
    def test_beyond_them_is_refused(self, day: datetime.date) -> None:
        with pytest.raises(DateError, match="born: expected a day from 1900-01-01 to 2199-12-31"):
            as_date(day, "born")

    def test_today_is_a_day(self) -> None:
        assert type(today_in_kazakhstan()) is Date


class TestTermText:
    """Terms are read as verdicts state them, and print as they are read."""

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            ("5 years", Term(years=5)),
            ("1 year", Term(years=1)),
            ("2 years 6 months", Term(years=2, months=6)),
            ("2 years and 6 months", Term(years=2, months=6)),
            ("1 year, 2 months, 3 days", Term(years=1, months=2, days=3)),
            ("26 months", Term(months=26)),
            ("2 weeks", Term(days=14)),
            ("P2Y6M", Term(years=2, months=6)),
            ("P1Y2M2W3D", Term(years=1, months=2, days=17)),
            (" 15 days ", Term(days=15)),
        ],
    )
    def test_parse(self, text: str, term: Term) -> None:
        assert Term.parse(text) == term

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "5",
            "years",
            "-1 year",
            "1.5 years",
            "five years",
            "P",
            "PT5H",
            "1 year 1 year",
            "5years",
            "٥ years",
            "5 Years",
        ],
    )
    def test_what_is_no_term_is_refused(self, text: str) -> None:
        with pytest.raises(TermError):
            Term.parse(text)

    @pytest.mark.parametrize("text", ["1000 years", "99999 months"])
    def test_too_long_is_refused(self, text: str) -> None:
        with pytest.raises(TermError, match="much less"):
            Term.parse(text)

    @given(terms())
    def test_prints_as_it_parses(self, term: Term) -> None:
        assert Term.parse(str(term)) == term
        assert Term.parse(term.iso()) == term

    def test_no_time_at_all(self) -> None:
        assert str(Term()) == "0 days"
        assert Term().iso() == "P0D"
        assert not Term()
        assert Term(days=1)

    def test_one_and_many(self) -> None:
        assert str(Term(years=1, months=1, days=1)) == "1 year 1 month 1 day"
        assert str(Term(years=2, months=3, days=4)) == "2 years 3 months 4 days"

    @pytest.mark.parametrize("parts", [{"years": -1}, {"months": 1.5}, {"days": "1"}])
    def test_parts_are_whole_and_not_negative(self, parts: dict[str, int]) -> None:
        with pytest.raises((ValueError, TypeError)):
            Term(**parts)


def added(start: Date, term: Term) -> Date:
    """Add by hand: years and months on the number, clamped to the month's end, then the days one by one."""
    month = start.year * 12 + start.month - 1 + term.years * 12 + term.months
    year, month = divmod(month, 12)
    number = min(start.day, calendar.monthrange(year, month + 1)[1])
    return Date.fromordinal(datetime.date(year, month + 1, number).toordinal() + term.days)


class TestTermAfter:
    """The first day on which a term no longer runs: the same number, or the month's last where it has none."""

    @given(dates(Date(1990, 1, 1), Date(2100, 12, 31)), terms())
    def test_against_adding_by_hand(self, start: Date, term: Term) -> None:
        assert term.after(start) == added(start, term)

    @given(dates(Date(1990, 1, 1), Date(2100, 12, 31)), st.integers(0, 9999))
    def test_days_are_days(self, start: Date, days: int) -> None:
        assert Term(days=days).after(start).toordinal() == start.toordinal() + days
        assert Term(days=days).days_from(start) == days

    @pytest.mark.parametrize(
        ("start", "term", "end"),
        [
            (Date(2021, 1, 31), Term(months=1), Date(2021, 2, 28)),
            (Date(2024, 1, 31), Term(months=1), Date(2024, 2, 29)),
            (Date(2024, 2, 29), Term(years=1), Date(2025, 2, 28)),
            (Date(2024, 2, 29), Term(years=4), Date(2028, 2, 29)),
            (Date(2021, 3, 31), Term(months=1, days=1), Date(2021, 5, 1)),
            (Date(2021, 12, 31), Term(days=1), Date(2022, 1, 1)),
            (Date(2020, 2, 28), Term(years=1, days=1), Date(2021, 3, 1)),
        ],
    )
    def test_month_ends_clamp(self, start: Date, term: Term, end: Date) -> None:
        assert term.after(start) == end

    @pytest.mark.parametrize("edge", [ALWAYS, NEVER])
    def test_the_ends_of_time_stay(self, edge: Date) -> None:
        assert Term(years=5).after(edge) == edge
        assert days_before(edge, 5) == edge

    @given(dates(Date(1990, 1, 1), Date(2100, 12, 31)), terms(), st.fractions(0, 1))
    def test_a_share_is_the_fewest_whole_days_that_hold_it(self, start: Date, term: Term, part: Fraction) -> None:
        share, whole = term.share(part, start), term.days_from(start)
        assert share >= whole * part > share - 1

    def test_half_of_an_odd_number_of_days(self) -> None:
        """365 days: 183, not 182."""
        assert Term(years=1).share(Fraction(1, 2), Date(2021, 3, 15)) == 183

    @given(terms(), terms())
    def test_sum(self, one: Term, other: Term) -> None:
        both = one + other
        assert (both.years, both.months, both.days) == (
            one.years + other.years,
            one.months + other.months,
            one.days + other.days,
        )


FIRST = Date(2024, 2, 20)
UNIVERSE = [days_before(FIRST, -shift) for shift in range(24)]
"""24 days around a leap day; spans of the properties lie within."""


@st.composite
def spans_of_days(draw: st.DrawFn) -> Spans:
    edges = st.integers(0, len(UNIVERSE) - 1)
    pairs = draw(st.lists(st.tuples(edges, edges).filter(lambda pair: pair[0] < pair[1]), max_size=5))
    return Spans(Span(UNIVERSE[first], UNIVERSE[last]) for first, last in pairs)


def days_in(spans: Spans) -> set[Date]:
    """Return the days of the universe that some part holds, by comparison alone."""
    return {day for day in UNIVERSE if any(part.start <= day < part.end for part in spans.parts)}


ALL_DAYS = set(UNIVERSE)


class TestSpan:
    """Half-open: the first day is in, the end is out."""

    def test_edges(self) -> None:
        span = Span(Date(2024, 2, 28), Date(2024, 3, 1))
        days = (Date(2024, 2, 27), Date(2024, 2, 28), Date(2024, 2, 29), Date(2024, 3, 1))
        assert [day in span for day in days] == [False, True, True, False]
        assert len(span) == 2
        assert span.last_day == Date(2024, 2, 29)

    @pytest.mark.parametrize("end", [Date(2024, 2, 28), Date(2024, 2, 27)])
    def test_one_without_days_is_refused(self, end: Date) -> None:
        with pytest.raises(DateError):
            Span(Date(2024, 2, 28), end)
        assert Span.of(Date(2024, 2, 28), end) is None

    def test_an_open_end_has_no_last_day(self) -> None:
        assert Span(Date(2024, 2, 28)).last_day is None

    def test_meeting(self) -> None:
        first, second = Span(UNIVERSE[0], UNIVERSE[5]), Span(UNIVERSE[5], UNIVERSE[9])
        assert first & second is None
        assert first & Span(UNIVERSE[4], UNIVERSE[9]) == Span(UNIVERSE[4], UNIVERSE[5])

    def test_what_is_no_day_is_not_in_it(self) -> None:
        assert "2024-02-28" not in Span()


class TestSpansAgainstSetsOfDays:
    """Every operation does to spans what it does to the set of their days."""

    @given(spans_of_days())
    def test_in(self, spans: Spans) -> None:
        assert {day for day in UNIVERSE if day in spans} == days_in(spans)
        assert spans.days() == len(days_in(spans))
        assert bool(spans) == bool(days_in(spans))

    @given(spans_of_days(), spans_of_days())
    def test_or_and_sub(self, one: Spans, other: Spans) -> None:
        assert days_in(one | other) == days_in(one) | days_in(other)
        assert days_in(one & other) == days_in(one) & days_in(other)
        assert days_in(one - other) == days_in(one) - days_in(other)

    @given(spans_of_days())
    def test_invert(self, spans: Spans) -> None:
        assert days_in(~spans) == ALL_DAYS - days_in(spans)
        assert ALWAYS in ~spans

    @given(spans_of_days())
    def test_canonical(self, spans: Spans) -> None:
        """Sorted, neither overlapping nor touching; so equal sets are equal objects with equal hashes."""
        for before, after in zip(spans.parts, spans.parts[1:], strict=False):
            assert before.end < after.start
        singles = Spans(Span(day, days_before(day, -1)) for day in days_in(spans))
        assert singles == spans
        assert hash(singles) == hash(spans)

    @given(spans_of_days())
    def test_identity_idempotence_complement(self, spans: Spans) -> None:
        everything = Spans([Span()])
        assert spans | Spans() == spans == spans & everything
        assert spans | spans == spans == spans & spans
        assert ~~spans == spans
        assert spans & ~spans == Spans()
        assert spans | ~spans == everything

    @given(spans_of_days(), spans_of_days(), spans_of_days())
    def test_de_morgan_and_distribution(self, one: Spans, two: Spans, three: Spans) -> None:
        assert ~(one | two) == ~one & ~two
        assert ~(one & two) == ~one | ~two
        assert one & (two | three) == (one & two) | (one & three)
        assert one | (two & three) == (one | two) & (one | three)

    @given(spans_of_days(), spans_of_days(), spans_of_days())
    def test_order_does_not_matter(self, one: Spans, two: Spans, three: Spans) -> None:
        assert one | two == two | one
        assert one & two == two & one
        assert (one | two) | three == one | (two | three)

    def test_touching_parts_join(self) -> None:
        assert Spans([Span(UNIVERSE[5], UNIVERSE[9]), Span(UNIVERSE[0], UNIVERSE[5])]).parts == (
            Span(UNIVERSE[0], UNIVERSE[9]),
        )


class TestWorkingDays:
    """The packaged days off equal the maintained library's, for every year there is."""

    TABLE = tomllib.loads(resources.files("kzrights").joinpath("days_off.toml").read_text("utf-8"))
    YEARS = range(int(TABLE["year"][0]["year"]), int(TABLE["year"][-1]["year"]) + 1)

    def test_the_years_of_the_code_are_there(self) -> None:
        assert set(range(2015, 2027)) <= set(self.YEARS)

    def test_equal_to_the_library(self) -> None:
        theirs = holidays.country_holidays("KZ", years=self.YEARS)
        day = Date(self.YEARS[0], 1, 1)
        differ = []
        while day.year in self.YEARS:
            if is_working_day(day) != theirs.is_working_day(datetime.date(day.year, day.month, day.day)):
                differ.append(str(day))
            day = days_before(day, -1)
        assert not differ

    @pytest.mark.parametrize("day", [Date(1990, 1, 10), Date(2150, 1, 10)])
    def test_unknown_years_are_refused(self, day: Date) -> None:
        with pytest.raises(DateError, match="working days are known from"):
            is_working_day(day)

    @pytest.mark.parametrize(
        ("day", "after", "before"),
        [
            (Date(2021, 3, 19), Date(2021, 3, 19), Date(2021, 3, 19)),  # a Friday
            (Date(2022, 3, 19), Date(2022, 3, 24), Date(2022, 3, 18)),  # Saturday before Nauryz, 21-23 March
            (Date(2023, 5, 9), Date(2023, 5, 10), Date(2023, 5, 5)),  # Victory Day; Monday off for Sunday, 7 May
        ],
    )
    def test_rolls(self, day: Date, after: Date, before: Date) -> None:
        assert next_working_day(day) == after
        assert previous_working_day(day) == before

    @given(dates(Date(2016, 1, 1), Date(2026, 6, 30)))
    def test_a_roll_ends_on_the_nearest_working_day(self, day: Date) -> None:
        after, before = next_working_day(day), previous_working_day(day)
        assert before <= day <= after
        assert is_working_day(after)
        assert is_working_day(before)
        between = [days_before(after, shift) for shift in range(1, (after - day).days + 1)]
        assert not any(is_working_day(one) for one in between)


class TestTenge:
    """Money is whole, exact and never a float."""

    @pytest.mark.parametrize("amount", [1.0, 85000.5, "85000", True, None, -1])
    def test_refused(self, amount: object) -> None:
        with pytest.raises(MoneyError):
            Tenge(amount)

    @given(st.integers(0, 10**18), st.integers(0, 10**18), st.integers(0, 10**6))
    def test_exact(self, one: int, other: int, times: int) -> None:
        assert (Tenge(one) + Tenge(other)).amount == one + other
        assert (Tenge(one) * times).amount == (times * Tenge(one)).amount == one * times

    @pytest.mark.parametrize("times", [1.5, True, -1, "2"])
    def test_multiplied_by_whole_numbers_only(self, times: int) -> None:
        with pytest.raises(MoneyError):
            Tenge(85000) * times

    def test_order_and_print(self) -> None:
        assert Tenge(2) < Tenge(10)
        assert str(Tenge(85000)) == "85,000 ₸"
        assert str(TengeRange(Tenge(85000), Tenge(170000))) == "85,000 ₸ to 170,000 ₸"
        assert str(TengeRange(Tenge(85000), None)) == "at least 85,000 ₸"
