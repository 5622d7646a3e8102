"""What a case costs over a stretch of time: days of each right, and money that the cap withholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import Span, as_date, days_after, today_in_kazakhstan
from kzrights.errors import DateError
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import CODE
from kzrights.money import Tenge
from kzrights.value import Value
from kzrights.withheld import Withheld, withheld

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation


@frozen(kw_only=True, repr=False, eq=False)
class YearOfRight(Value):
    """What was left of one right in one calendar year: on how many days it was not simply allowed.

    Attributes:
        activity: the right.
        year: the calendar year.
        prohibited: days on which a rule forbade it.
        unclear: days on which the law or the facts leave it open.
        conditional: days on which it was allowed on a condition.
    """

    activity: Activity
    year: int
    prohibited: int
    unclear: int
    conditional: int

    def days(self, permission: Permission) -> int:
        """Return the days with a permission other than ``ALLOWED``."""
        found: int = getattr(self, str(permission))
        return found


@frozen(kw_only=True, repr=False, eq=False)
class Totals(Value):
    """Days of rights, and tenge, over a window of time.

    Attributes:
        window: the days that are counted, from its start up to but not including its end.
        years: for each right and each calendar year in which it was not simply allowed.
        withheld: what the cap keeps from a wage; ``None`` where no wage was given.
    """

    window: Span
    years: tuple[YearOfRight, ...] = field(repr=False)
    withheld: Withheld | None = None

    def days(
        self,
        permission: Permission = Permission.PROHIBITED,
        *,
        activity: Activity | None = None,
        year: int | None = None,
    ) -> int:
        """Return the days with a permission other than ``ALLOWED``, of one right or all, in one year or all.

        The days of several rights are added up: a day on which two are prohibited counts twice.
        """
        return sum(
            one.days(permission) for one in self.years if activity in (None, one.activity) and year in (None, one.year)
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the totals as plain data."""
        from kzrights.plain_comparison import totals

        return totals(self)


def window(case: Case, from_: Date | None = None, to: Date | None = None) -> Span:
    """Return the days from ``from_`` up to but not including ``to``.

    Left out, they are the first day of custody, a measure, an act, a verdict, a listing or an event of the case, and
    tomorrow in Kazakhstan, so that today is the last day counted.

    Raises:
        DateError: when either is not a day, or ``to`` is not after ``from_``.
    """
    start = _first_fact(case) if from_ is None else as_date(from_, "from_")
    end = max(days_after(today_in_kazakhstan(), 1), days_after(start, 1)) if to is None else as_date(to, "to")
    if not start < end:
        raise DateError(f"to: expected a day after {start}, got {end}")
    return Span(start, end)


def _first_fact(case: Case) -> Date:
    from kzrights.facts.days import Between

    days = (day.earliest if isinstance(day, Between) else day for day in _days(case))
    return min((day for day in days if isinstance(day, Date)), default=CODE)


def _days(case: Case) -> Iterator[object]:
    yield from (one.from_ for one in (*case.custody, *case.measures))
    for conviction in case.convictions:
        yield from (conviction.verdict, conviction.in_force, *(one.committed for one in conviction.offences))
    yield from (one.on for one in case.events)
    yield from (one.listed for one in case.listings or ())


def totals(
    case: Case,
    *,
    from_: Date | None = None,
    to: Date | None = None,
    wage: Tenge | int | None = None,
    law: Law | None = None,
) -> Totals:
    """Return the days of each right lost in a case, by calendar year, and what the cap withholds of a wage.

    Args:
        case: the facts.
        from_: the first day counted; the first day of the facts by default.
        to: the first day no longer counted; by default tomorrow, so that today in Kazakhstan is the last day counted.
        wage: what the person earns in every month, in tenge; without it nothing is said of money.
        law: the law to apply; the law as modelled by default.

    Raises:
        DateError: when ``from_`` or ``to`` is not a day, or ``to`` is not after ``from_``.
        MoneyError: when ``wage`` is not a whole number of tenge, zero or more.
    """
    from kzrights.evaluate import evaluation

    return totals_of(evaluation(case, law or packaged_law()), window(case, from_, to), as_wage(wage))


def as_wage(wage: Tenge | int | None) -> Tenge | None:
    """Return a wage as money.

    Raises:
        MoneyError: when it is not a whole number of tenge, zero or more.
    """
    return wage if wage is None or isinstance(wage, Tenge) else Tenge(wage)


def totals_of(
    evaluation: Evaluation, days: Span, wage: Tenge | None = None, activities: Iterable[Activity] = tuple(Activity)
) -> Totals:
    """Return the totals of an evaluated case."""
    return Totals(
        window=days,
        years=tuple(year for activity in activities for year in _years(evaluation, activity, days)),
        withheld=None if wage is None else withheld(evaluation, days, wage),
    )


def _years(evaluation: Evaluation, activity: Activity, days: Span) -> Iterator[YearOfRight]:
    found: Counter[tuple[int, Permission]] = Counter()
    segments = evaluation.segments(activity)
    ends = (*(segment.start for segment in segments[1:]), days.end)
    for segment, end in zip(segments, ends, strict=True):
        inside = Span.of(max(segment.start, days.start), min(end, days.end))
        if inside and segment.permission is not Permission.ALLOWED:
            found.update({(year, segment.permission): count for year, count in by_year(inside)})
    for year in sorted({year for year, _ in found}):
        counts = {str(one): found[year, one] for one in Permission if one}
        yield YearOfRight(activity=activity, year=year, **counts)


def by_year(days: Span) -> Iterator[tuple[int, int]]:
    """Yield each calendar year a stretch touches, with how many of its days fall into it."""
    start = days.start
    while start < days.end:
        end = min(days.end, Date(start.year + 1, 1, 1))
        yield start.year, len(Span(start, end))
        start = end
