"""A law that another one follows: each day is answered by the law of that day."""

from __future__ import annotations

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import LAW, Activity, Law, StatusKind
from kzrights.errors import DateError
from kzrights.examples import example, slugs

DAY = Date(2020, 1, 1)


def no_list(law: Law) -> Law:
    """There is no list any more."""
    return law.without(*law.deriving(StatusKind.LISTED))


def no_weapon_bars(law: Law) -> Law:
    """No record keeps from weapons any more."""
    return law.without("record_bars_weapons", "extremist_crimes_bar_weapons_for_ever")


REFORMED = LAW.changed(no_list, since=DAY)


@pytest.mark.usefixtures("bounds_only")
@pytest.mark.parametrize("slug", slugs())
def test_the_days_before_are_answered_as_they_were(slug: str) -> None:
    case = example(slug)
    before, then, after = (kz.timeline(case, law=law) for law in (LAW, REFORMED, no_list(LAW)))
    for activity in Activity:
        for on in (DAY.subtract(days=1), DAY.subtract(years=1)):
            assert then.can(activity, on=on).permission is before.can(activity, on=on).permission
        for on in (DAY, DAY.add(years=1), DAY.add(years=10)):
            assert then.can(activity, on=on).permission is after.can(activity, on=on).permission


def test_a_status_goes_on_under_the_next_law() -> None:
    case = example("atyrau-2016")
    whole = kz.timeline(case, law=LAW.changed(no_weapon_bars, since=DAY))
    periods = [(status.kind, status.period) for status in whole.statuses]
    assert periods == [(status.kind, status.period) for status in kz.timeline(case).statuses]


def test_a_status_ends_with_its_law() -> None:
    (listed,) = [
        one for one in kz.timeline(example("atyrau-2016"), law=REFORMED).statuses if one.kind is StatusKind.LISTED
    ]
    assert listed.until.exact == DAY


def test_an_answer_says_when_the_next_law_changes_it() -> None:
    answer = kz.can(example("atyrau-2016"), Activity.OPEN_BANK_ACCOUNT, on=DAY.subtract(days=1), law=REFORMED)
    assert (answer.permission, answer.until.exact) == (kz.Permission.PROHIBITED, DAY)


def test_the_cap_is_that_of_the_day() -> None:
    case = example("list-cap-2021")
    laws = (LAW, LAW.changed(no_list, since=Date(2021, 7, 1)))
    found = [[kz.cap(case, on=on, law=law).capped for on in (Date(2021, 6, 1), Date(2021, 8, 1))] for law in laws]
    assert found == [[None, True], [None, False]]


def test_changes_compose_in_any_order() -> None:
    one = LAW.changed(no_list, since=DAY).changed(no_weapon_bars, since=Date(2018, 1, 1))
    other = LAW.changed(no_weapon_bars, since=Date(2018, 1, 1)).changed(no_list, since=DAY)
    assert [since for since, _ in one.pieces] == [since for since, _ in other.pieces]
    for (_, left), (_, right) in zip(one.pieces, other.pieces, strict=True):
        assert {rule.name for rule in left.rules} == {rule.name for rule in right.rules}


def test_a_change_without_a_day_reaches_all() -> None:
    changed = REFORMED.changed(no_weapon_bars)
    assert all("record_bars_weapons" not in {rule.name for rule in law.rules} for _, law in changed.pieces)
    assert all(
        law.choice("ban_start") == "registration" for _, law in REFORMED.reading(ban_start="registration").pieces
    )


def test_a_day_is_a_day() -> None:
    with pytest.raises(DateError, match="since"):
        LAW.changed(no_list, since="2020-01-01")  # type: ignore[arg-type]
