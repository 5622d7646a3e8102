"""What the cap on a listed person's wages keeps from them, month by month (Law 191-IV, art. 12(8)(1))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen
from pendulum import Date

from kzrights.calendar import Span, days_before
from kzrights.cap import cap_under
from kzrights.errors import LawError
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import Status, StatusKind
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation


@frozen(kw_only=True, repr=False, eq=False)
class Month(Value):
    """One calendar month in which the cap binds, or may.

    Attributes:
        month: its first day.
        certain: whether the person is surely capped on some day of it; otherwise perhaps.
        amount: what is withheld of the month's wage, in tenge; ``None`` where the amount that the cap is reckoned by
            is not known for that month.
    """

    month: Date
    certain: bool
    amount: Tenge | TengeRange | None

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that is withheld."""
        if isinstance(self.amount, TengeRange):
            assert self.amount.at_most is not None
            return self.amount.at_least.amount, self.amount.at_most.amount
        known = self.amount.amount if self.amount else 0
        return known, known


@frozen(kw_only=True, repr=False, eq=False)
class Withheld(Value):
    """What the cap keeps from a wage that is the same in every month.

    A month counts when the person is capped on a day of it inside the window; the cap is that of the last such day.

    Attributes:
        wage: the monthly wage.
        months: the months that count, in order.
    """

    wage: Tenge
    months: tuple[Month, ...]

    def amount(self, year: int | None = None) -> Tenge | TengeRange:
        """Return what is withheld in all, or in one calendar year; months whose cap is not known are left out."""
        bounds = [one.bounds for one in self.months if year in (None, one.month.year)]
        least, most = Tenge(sum(low for low, _ in bounds)), Tenge(sum(high for _, high in bounds))
        return least if least == most else TengeRange(least, most)

    @property
    def capped(self) -> int:
        """The months in which the person is surely capped and the cap is known."""
        return sum(one.certain and one.amount is not None for one in self.months)

    @property
    def perhaps(self) -> int:
        """The months in which the person is perhaps capped and the cap is known."""
        return sum(not one.certain and one.amount is not None for one in self.months)

    @property
    def unknown(self) -> int:
        """The months whose cap is not known: they are not in the amount."""
        return sum(one.amount is None for one in self.months)


def withheld(evaluation: Evaluation, days: Span, wage: Tenge) -> Withheld:
    """Return what the cap keeps from a monthly wage within some days."""
    listed = [one for one in evaluation.statuses if one.kind is StatusKind.LISTED]
    months = (_month(evaluation, listed, month, wage) for month in _months(days))
    return Withheld(wage=wage, months=tuple(month for month in months if month))


def _months(days: Span) -> Iterator[Span]:
    start = days.start
    while start < days.end:
        end = min(days.end, start.replace(day=1).add(months=1))
        yield Span(start, end)
        start = end


def _month(evaluation: Evaluation, listed: list[Status], days: Span, wage: Tenge) -> Month | None:
    capped = _last_day(listed, days, surely=True)
    on = capped or _last_day(listed, days, surely=False)
    if on is None:
        return None
    amount = _kept(evaluation, on, wage, certain=capped is not None)
    return Month(month=on.replace(day=1), certain=capped is not None, amount=amount)


def _last_day(listed: list[Status], days: Span, *, surely: bool) -> Date | None:
    """Return the last of some days on which a person is listed, or may be."""
    spans = (one.period.surely if surely else one.period.possibly for one in listed)
    ends = [both.end for span in spans if span and (both := span & days)]
    return days_before(max(ends), 1) if ends else None


def _kept(evaluation: Evaluation, on: Date, wage: Tenge, *, certain: bool) -> Tenge | TengeRange | None:
    try:
        cap = cap_under(evaluation, on).amount
    except LawError:
        return None
    low, high = (cap.at_least, cap.at_most) if isinstance(cap, TengeRange) else (cap, cap)
    most = max(0, wage.amount - (low.amount if low else 0))
    least = max(0, wage.amount - high.amount) if high and certain else 0
    return Tenge(most) if least == most else TengeRange(Tenge(least), Tenge(most))
