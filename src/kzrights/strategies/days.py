"""Days as files give them, and terms."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from hypothesis import strategies as st
from pendulum import Date

from kzrights.calendar import EARLIEST, LATEST, Term, days_before
from kzrights.facts import (
    UNKNOWN,
    Between,
    When,
)
from kzrights.facts.punishments import (
    LONGEST_IMPRISONMENT,
)

TURNING_DAYS: Final = tuple(
    Date(*day)
    for day in (
        (2016, 2, 6),
        (2018, 7, 24),
        (2020, 1, 11),
        (2020, 11, 15),
        (2022, 9, 3),
        (2025, 9, 16),
        (2025, 11, 20),
        (2026, 3, 2),
        (2026, 7, 1),
    )
)
"""Days on which the law changed."""

NASTY_DAYS: Final = tuple(
    sorted(
        {days_before(day, shift) for day in TURNING_DAYS for shift in (1, 0, -1)}
        | {Date(year, 2, 29) for year in (2016, 2020, 2024, 2028)}
        | {Date(year, 1, 31) for year in range(2015, 2031)}
        | {Date(2024, 3, 1), Date(2023, 2, 28), Date(2024, 12, 31), Date(2025, 1, 1)}
    )
)
"""Days on which a mistake shows: turning days with their neighbours, leap days, month ends."""

CODE: Final = Date(2015, 1, 1)
"""The first day of the Criminal Code."""
LAST: Final = Date(2040, 12, 31)
"""The last day that is drawn."""
_DAY: Final = Term(days=1)


@lru_cache(4096)
def dates(earliest: Date = EARLIEST, latest: Date = LATEST) -> st.SearchStrategy[Date]:
    """Draw an exact day, every second one nasty. Leaves out what no fact may carry: before 1900, after 2199."""
    plain = st.integers(earliest.toordinal(), latest.toordinal()).map(Date.fromordinal)
    nasty = [day for day in NASTY_DAYS if earliest <= day <= latest]
    return st.one_of(st.sampled_from(nasty), plain) if nasty else plain


def whens() -> st.SearchStrategy[When]:
    """Draw a day as far as it is known: exact, within bounds or unknown. Leaves out ``None``."""
    return dates().flatmap(blurred)


def blurred(day: Date) -> st.SearchStrategy[When]:
    """Draw what a file may know of ``day``; ``day`` itself stays possible."""
    return BLURS.map(lambda blur: blur(day))


Blur: TypeAlias = Callable[[Date], When]
"""Forgets something of a day."""


def _exactly(day: Date) -> When:
    return day


def _in_its_month(day: Date) -> When:
    return Between(day.start_of("month"), day.end_of("month"))


def _in_its_year(day: Date) -> When:
    return Between(day.start_of("year"), day.end_of("year"))


def _not_at_all(_: Date) -> When:
    return UNKNOWN


def _within(before: int, after: int) -> Blur:
    def blur(day: Date) -> When:
        first, last = max(EARLIEST, days_before(day, before)), min(LATEST, days_before(day, -after))
        return Between(first, last) if first < last else day

    return blur


BLURS: Final[st.SearchStrategy[Blur]] = st.one_of(
    st.just(_exactly),
    st.sampled_from([_exactly, _in_its_month, _in_its_year, _not_at_all]),
    st.builds(_within, st.integers(0, 400), st.integers(0, 400)),
)
"""What a file may forget of a day; one strategy for all days, because drawing from a new one is slow."""


@lru_cache(4096)
def terms(shortest: Term = _DAY, longest: Term = LONGEST_IMPRISONMENT) -> st.SearchStrategy[Term]:
    """Draw a term within the bounds, often one of them. Leaves out ``UNKNOWN`` and ten thousand days or more."""
    parts = {"years": st.integers(0, longest.years), "months": st.integers(0, 11), "days": st.integers(0, 31)}
    first, last = shortest.after(CODE), longest.after(CODE)
    inside = st.builds(Term, **parts).filter(lambda term: first <= term.after(CODE) <= last)
    days = st.integers(shortest.days_from(CODE), min(longest.days_from(CODE), 9999)).map(lambda days: Term(days=days))
    return st.one_of(st.sampled_from([shortest, longest]), inside, days)
