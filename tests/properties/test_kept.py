"""What is kept for a stretch of days is what would be worked out anew on each of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date
from tests.properties.test_cap import Half, listed, members

import kzrights as kz
from kzrights import Activity, Answer, Case
from kzrights.calendar import EARLIEST, LATEST, days_after
from kzrights.cap import cap_under, reckoned
from kzrights.errors import LawError
from kzrights.evaluate import Evaluation, evaluated, evaluation
from kzrights.kept import Kept
from kzrights.reforms import REFORMS
from kzrights.strategies import NASTY_DAYS, cases, dates

ANY = st.lists(dates(Date(2014, 6, 1), Date(2045, 12, 31)), max_size=20)


def around(kept: Kept[Any], more: Iterable[Date]) -> list[Date]:
    """Return the first and the last day of every stretch, and some days more."""
    days = {EARLIEST, LATEST, *kept.starts, *(days_after(day, -1) for day in kept.starts), *NASTY_DAYS, *more}
    return sorted(day for day in days if EARLIEST <= day <= LATEST)


def told(answer: Answer) -> tuple[object, ...]:
    """Return everything an answer says."""
    return answer, answer.as_dict(), answer.explain(), answer.explain("ru")


@pytest.mark.usefixtures("bounds_only")
@given(cases(), st.sampled_from(Activity), ANY, st.sampled_from([kz.LAW, kz.LAW.all_readings()]))
def test_an_answer_asked_again_is_the_answer_worked_out_anew(
    case: Case, activity: Activity, more: list[Date], law: kz.Law
) -> None:
    """On every day on which something changes, on the day before, and between them; with open readings, too."""
    here = evaluated(case, law)
    here.can(activity, Date(2020, 1, 1))
    for on in around(here._kept[activity], more):
        assert told(here.can(activity, on)) == told(here.answered(activity, on)), on


def test_what_is_contested_is_asked_of_the_new_day() -> None:
    """Even if it was asked of the other day before."""
    first = kz.can(kz.example("almaty-2019-chat"), "open_bank_account", on=Date(2028, 5, 30))
    assert first.contested == ()
    assert [one.reading for one in first.dated(Date(2028, 5, 31)).contested] == ["replaced_punishment"]


@given(st.lists(members(), max_size=2), ANY)
def test_a_cap_asked_again_is_the_cap_reckoned_anew(people: list[Half], more: list[Date]) -> None:
    """On every day on which something changes, on the day before, and between them."""
    here = evaluated(listed(*(blurred for blurred, _ in people)), kz.LAW)
    for on in around(here.caps, more):
        assert cap_of(cap_under, here, on) == cap_of(reckoned, here, on), on


def cap_of(asked: Any, here: Evaluation, on: Date) -> object:
    """Return what is said of the cap on a day, or why nothing is."""
    try:
        found = asked(here, on)
    except LawError as error:
        return str(error)
    return found, found.as_dict(), found.explain()


def test_the_law_of_the_day_answers_when_asked_again() -> None:
    """A reform dated D changes no day before D, however often is asked."""
    since = Date(2023, 1, 1)
    law = REFORMS["list_ends_with_release"].on(since)(kz.LAW)
    case, activity = kz.example("kaskelen-2021"), Activity.OPEN_BANK_ACCOUNT
    found = []
    for on in (Date(2022, 12, 31), since):
        first, *others = [kz.can(case, activity, on=on, law=law) for _ in range(4)]
        assert all(told(one) == told(first) for one in others)
        found.append(first.permission)
    assert found == [kz.Permission.PROHIBITED, kz.Permission.ALLOWED]


def test_a_kept_answer_is_not_shared_between_days() -> None:
    """What is worked out of an answer later belongs to its own day alone."""
    case, activity, day = kz.example("atyrau-2016"), Activity.VOTE, Date(2023, 5, 1)
    answers = [kz.can(case, activity, on=days_after(day, more)) for more in range(4)]
    assert answers[2].contested == answers[3].contested
    assert [one.on for one in answers] == [days_after(day, more) for more in range(4)]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        answers[3].on = day  # type: ignore[misc]
    assert evaluation(case, kz.LAW).can(activity, day) == answers[0]
