"""Stretches of days: what is possible on their first day is what is possible on each."""

from __future__ import annotations

from pendulum import Date
from tests.law.builders import day

from kzrights import Permission, StatusKind
from kzrights.law.law import packaged_law
from kzrights.moments import Moment, Period, earlier
from kzrights.segments import Hold, segments_of
from kzrights.statuses import Status

ALLOWED, PROHIBITED = Permission.ALLOWED, Permission.PROHIBITED
RELEASE = Moment(day("2020-01-01"), day("2022-01-01"), frozenset({"release"}))
A_YEAR_LATER = Moment(day("2021-01-01"), day("2023-01-01"), frozenset({"release"}))
DEATH = Moment(day("2021-06-01"), day("2021-12-01"), frozenset({"death"}))
VERDICT = Moment.on(day("2018-01-01"))


def forbidding(start: Moment, end: Moment) -> Hold:
    period = Period(start, end)
    rule = packaged_law().rules[0]
    status = Status(kind=StatusKind.LISTED, period=period, rule=rule, because="in force")
    return Hold(permission=PROHIBITED, period=period, status=status, rule=rule)


def found(*holds: Hold) -> list[tuple[Date, tuple[Permission, ...]]]:
    return [(one.start, one.outcomes) for one in segments_of(holds)][1:]


def test_no_gap_between_what_ends_and_begins_on_one_day() -> None:
    """Prohibited until release and for a year after it: open from the day on which that year may be over."""
    assert found(forbidding(VERDICT, RELEASE), forbidding(RELEASE, A_YEAR_LATER)) == [
        (day("2018-01-01"), (PROHIBITED,)),
        (day("2020-01-01"), (PROHIBITED,)),
        (day("2021-01-01"), (ALLOWED, PROHIBITED)),
        (day("2022-01-01"), (ALLOWED, PROHIBITED)),
        (day("2023-01-01"), (ALLOWED,)),
    ]


def test_from_the_day_on_which_a_second_day_may_come() -> None:
    """The same, cut off by death, which may come later than the release."""
    until = forbidding(VERDICT, earlier(RELEASE, DEATH))
    assert found(until, forbidding(RELEASE, DEATH)) == [
        (day("2018-01-01"), (PROHIBITED,)),
        (day("2020-01-01"), (PROHIBITED,)),
        (day("2021-06-01"), (ALLOWED, PROHIBITED)),
        (day("2021-12-01"), (ALLOWED,)),
    ]
