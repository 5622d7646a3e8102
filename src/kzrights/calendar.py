"""How Kazakh law counts time: days, terms, spans, working days.

Days only, no hours. A :class:`Term` is added forward from a start and a month's end clamps; a
:class:`Span` is half-open, so its *last day* (Criminal Executive Code 165: the day before the number
on which the term began) is the day before its end.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import pendulum
from attrs import field, frozen, validators
from pendulum import Date

from kzrights.data import Row, Unread, read_text
from kzrights.errors import DateError, TermError
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from fractions import Fraction

EARLIEST: Final = Date(1900, 1, 1)
"""The first day a fact may carry."""

LATEST: Final = Date(2199, 12, 31)
"""The last day a fact may carry."""

ALWAYS: Final = Date(1, 1, 1)
"""Stands for "since before anything we know"."""

NEVER: Final = Date(9999, 12, 31)
"""Stands for "nothing known ends it"."""


def as_date(value: object, field: str = "date") -> Date:
    """Return ``value`` as a ``pendulum.Date``.

    A ``pendulum.Date`` passes; a plain ``datetime.date`` is converted, because its arithmetic differs.
    A ``DateTime`` or ``datetime`` (which hour, in which zone?), text and numbers are refused.

    Raises:
        DateError: naming ``field``, for anything that is not a day between 1900 and 2199.
    """
    if type(value) is not Date:
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise DateError(f"{field}: expected a pendulum.Date, got {type(value).__name__} {value!r}")
        value = Date(value.year, value.month, value.day)
    if not EARLIEST <= value <= LATEST:
        raise DateError(f"{field}: expected a day from {EARLIEST} to {LATEST}, got {value}")
    return value


def exact_day(day: object, field: str) -> Date:
    """Return ``day`` as it is when it is a ``pendulum.Date``, the ends of time included; else do as :func:`as_date`."""
    return day if type(day) is Date else as_date(day, field)


def today_in_kazakhstan() -> Date:
    """Return the day it is now in Almaty; used only at the edge (command line, playground)."""
    return pendulum.now("Asia/Almaty").date()


def days_before(day: Date, days: int) -> Date:
    """Return the day ``days`` earlier; the ends of time stay where they are."""
    if day in (ALWAYS, NEVER):
        return day
    return Date.fromordinal(max(1, day.toordinal() - days))


def days_after(day: Date, days: int) -> Date:
    """Return the day ``days`` later, at most the end of time; the ends of time stay where they are."""
    if day in (ALWAYS, NEVER):
        return day
    return Date.fromordinal(min(NEVER.toordinal(), day.toordinal() + days))


def days_between(start: Date, end: Date) -> int:
    """Return how many days pass from ``start`` to ``end``; none where ``end`` comes first."""
    return max(0, end.toordinal() - start.toordinal())


_UNITS: Final = {"year": "years", "month": "months", "day": "days", "week": "weeks"}
_PART: Final = r"([0-9]{1,5}) (year|month|week|day)s?"
_BETWEEN: Final = r", ?| and | (?=[0-9])"
_ISO: Final = r"P(?=[0-9])(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?"


def _numbers(text: str) -> list[tuple[str, str]]:
    found = [re.fullmatch(_PART, part) for part in re.split(_BETWEEN, " ".join(text.split()))]
    if not all(found):
        raise TermError(f'expected a term such as "5 years", got {text!r}')
    return [(one[1], one[2]) for one in found if one]


@frozen(repr=False, eq=False)
class Term(Value):
    """A length of time as a verdict states it: whole years, months and days.

    Not a number of days: how long "one month" is depends on the day it starts from. Terms are therefore
    not ordered; compare the days they lead to (:meth:`after`).
    """

    years: int = field(default=0, validator=[validators.instance_of(int), validators.ge(0), validators.le(999)])
    months: int = field(default=0, validator=[validators.instance_of(int), validators.ge(0), validators.le(9999)])
    days: int = field(default=0, validator=[validators.instance_of(int), validators.ge(0), validators.le(99999)])

    @classmethod
    def parse(cls, text: str) -> Term:
        """Read ``"5 years"``, ``"2 years 6 months"``, ``"15 days"`` or ISO 8601 ``"P2Y6M"``.

        Raises:
            TermError: when the text is not a term.
        """
        text = text.strip()
        if text.startswith("P") and (match := re.fullmatch(_ISO, text)):
            years, months, weeks, days = (int(group or 0) for group in match.groups())
            return cls._checked(text, years, months, days + 7 * weeks)
        parts = dict.fromkeys(_UNITS.values(), 0)
        for number, unit in _numbers(text):
            if parts[_UNITS[unit]]:
                raise TermError(f"expected each unit once, got {text!r}")
            parts[_UNITS[unit]] = int(number)
        return cls._checked(text, parts["years"], parts["months"], parts["days"] + 7 * parts["weeks"])

    @classmethod
    def _checked(cls, text: str, years: int, months: int, days: int) -> Term:
        try:
            return cls(years=years, months=months, days=days)
        except ValueError as error:
            raise TermError(f"expected much less, got {text!r}") from error

    def after(self, start: Date) -> Date:
        """Return the first day on which a term begun on ``start`` no longer runs (month ends clamp).

        Raises:
            DateError: when ``start`` is not a day.
        """
        start = exact_day(start, "start")
        if start in (ALWAYS, NEVER):
            return start
        return _added(start, self.years, self.months, self.days)

    def days_from(self, start: Date) -> int:
        """Return how many days the term has when it begins on ``start``."""
        return self.after(start).toordinal() - exact_day(start, "start").toordinal()

    def share(self, part: Fraction, start: Date) -> int:
        """Return the days in ``part`` of the term begun on ``start``, a broken day counted whole.

        Parole asks for a half or a third *at least*, so the last day must be full (Criminal Code 72).
        """
        return -((-self.days_from(start) * part.numerator) // part.denominator)

    def __add__(self, other: Term) -> Term:
        return Term(years=self.years + other.years, months=self.months + other.months, days=self.days + other.days)

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.days)

    def __str__(self) -> str:
        parts = [
            f"{number} {unit if number != 1 else unit[:-1]}"
            for number, unit in ((self.years, "years"), (self.months, "months"), (self.days, "days"))
            if number
        ]
        return " ".join(parts) or "0 days"

    def iso(self) -> str:
        """Return the ISO 8601 form, such as ``"P2Y6M"``."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")


@functools.lru_cache(maxsize=4096)
def _added(start: Date, years: int, months: int, days: int) -> Date:
    return start.add(years=years, months=months, days=days)


def _start(day: object) -> Date:
    return day if type(day) is Date else as_date(day, "start")


def _end(day: object) -> Date:
    return day if type(day) is Date else as_date(day, "end")


@frozen(order=True, repr=False)
class Span(Shown):
    """The days from ``start`` up to but not including ``end``.

    ``ALWAYS`` and ``NEVER`` stand for an open beginning and an open end.

    Raises:
        DateError: when ``end`` is not after ``start``.
    """

    start: Date = field(default=ALWAYS, converter=_start)
    end: Date = field(default=NEVER, converter=_end)

    def __attrs_post_init__(self) -> None:
        if not self.start < self.end:
            raise DateError(f"span: expected an end after {self.start}, got {self.end}")

    @classmethod
    def of(cls, start: Date, end: Date) -> Span | None:
        """Return the span, or ``None`` when it would hold no day."""
        return cls(start, end) if start < end else None

    @property
    def last_day(self) -> Date | None:
        """The last day inside the span; ``None`` when it has no known end."""
        return None if self.end == NEVER else days_before(self.end, 1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, Date) and self.start <= day < self.end

    def __len__(self) -> int:
        return self.end.toordinal() - self.start.toordinal()

    def __bool__(self) -> bool:
        return True

    def __and__(self, other: Span) -> Span | None:
        return Span.of(max(self.start, other.start), min(self.end, other.end))


def _as_canonical(parts: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(_canonical(parts))


@frozen(repr=False)
class Spans(Shown):
    """A set of days as sorted spans that neither overlap nor touch; equal sets are equal objects."""

    parts: tuple[Span, ...] = field(default=(), converter=_as_canonical)

    def __contains__(self, day: object) -> bool:
        return any(day in span for span in self.parts)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __or__(self, other: Spans) -> Spans:
        return Spans((*self.parts, *other.parts))

    def __and__(self, other: Spans) -> Spans:
        return Spans(both for mine in self.parts for yours in other.parts if (both := mine & yours))

    def __invert__(self) -> Spans:
        edges = [ALWAYS, *(edge for span in self.parts for edge in (span.start, span.end)), NEVER]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return Spans(gap for start, end in pairs if (gap := Span.of(start, end)))

    def __sub__(self, other: Spans) -> Spans:
        return self & ~other

    def days(self) -> int:
        """Return how many days the set holds."""
        return sum(len(span) for span in self.parts)


def _canonical(parts: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(parts):
        if current is None or span.start > current.end:
            if current is not None:
                yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    if current is not None:
        yield current


def _off_and_worked(years: Iterable[Row]) -> tuple[frozenset[datetime.date], ...]:
    return tuple(frozenset(year[name]) for year in years for name in ("off", "worked"))


@functools.cache
def _days_off() -> Unread[frozenset[datetime.date]]:
    return Unread(read_text("days_off.toml"), "year", _off_and_worked)


def is_working_day(day: Date) -> bool:
    """Say whether ``day`` is a working day in Kazakhstan (five-day week, holidays, moved days).

    Raises:
        DateError: for a year whose holidays are not known.
    """
    years = _days_off()
    if str(day.year) not in years:
        raise DateError(f"day: working days are known from {min(years)} to {max(years)}, got {day}")
    off, worked = years[str(day.year)]
    return day in worked or (day.isoweekday() <= 5 and day not in off)


def next_working_day(day: Date) -> Date:
    """Return ``day``, or the first working day after it: how a deadline rolls off a day off."""
    while not is_working_day(day):
        day = days_before(day, -1)
    return day


def previous_working_day(day: Date) -> Date:
    """Return ``day``, or the last working day before it: how release is advanced (CEC 165(2))."""
    while not is_working_day(day):
        day = days_before(day, 1)
    return day
