"""Many people at once from columns: whatever is quick says what the plain definition says, day by day."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date
from tests.law.builders import case, day

import kzrights as kz
from kzrights import LAW, Activity, Permission, StatusKind
from kzrights.calendar import Term
from kzrights.cohorts import LAST, NO_CAP, UNIX, Caps, Cohort, Register, amounts, caps, cohort, of_registers, within
from kzrights.cohorts.days import blocks, ordinals
from kzrights.cohorts.layers import Layer, Layers
from kzrights.cohorts.periods import Periods
from kzrights.errors import DateError, LawError
from kzrights.facts import Scope
from kzrights.statuses import Traits

NO_TRAITS = Traits()
BAN = Traits(scope=(Scope.PUBLIC_ACTIVITY,))
FIRST = Date(2016, 1, 1).toordinal()
SPAN = 2_000
"""Periods begin on one of so many days: from before the cap to after its base has changed."""
ASKED = st.lists(st.integers(FIRST - 50, FIRST + SPAN + 50), max_size=12).map(sorted)

Rows = list[tuple[int, int, int]]
"""Whose, from when, until when."""


@st.composite
def rows(draw: st.DrawFn, size: int) -> Rows:
    """Draw periods that overlap, touch, are empty or never end, of the same person or others, in any order."""
    start = st.integers(FIRST, FIRST + 60) | st.integers(FIRST, FIRST + SPAN)
    end = st.integers(0, 40).map(lambda length: lambda start: start + length) | st.just(lambda _: LAST)
    found = draw(st.lists(st.tuples(st.integers(0, size - 1), start, end), max_size=20))
    return [(person, start, end(start)) for person, start, end in found]


def column(values: Any) -> Any:
    return np.array([*values], np.int32)


def register_of(periods: Rows, kind: StatusKind, traits: Traits = NO_TRAITS, origin: int = 0) -> Register:
    people, starts, ends = zip(*periods, strict=True) if periods else ((), (), ())
    return Register(
        kind=kind,
        starts=column(starts) - np.int32(origin),
        ends=column(ends) - np.int32(origin),
        people=np.array(people, np.intp),
        traits=traits,
        origin=origin,
    )


def dates(numbers: list[int]) -> list[Date]:
    return [Date.fromordinal(one) for one in numbers]


# --- Periods


@given(st.data(), st.integers(1, 9), st.sampled_from((0, UNIX)), ASKED)
def test_periods_hold_on_the_days_they_are_made_of(
    data: st.DataObject, size: int, origin: int, asked: list[int]
) -> None:
    """Someone is in a state on a day when one of the periods contains it; asked of days one by one, or at once."""
    periods = data.draw(rows(size))
    one = register_of(periods, StatusKind.LISTED, origin=origin)
    held = Periods.of(one.starts, one.ends, one.people, size, origin)
    found = np.zeros((size, len(asked)), np.uint8)
    held.raise_to(7, found, column(asked))
    for at, on in enumerate(asked):
        expected = [any(whose == who and start <= on < end for whose, start, end in periods) for who in range(size)]
        assert held.at(on).tolist() == expected
        assert found[:, at].tolist() == [7 * one for one in expected]


def test_one_day_is_kept() -> None:
    """What is asked of one day rests on the same answer; another day takes its place."""
    one = register_of([(0, FIRST, LAST)], StatusKind.LISTED)
    found = one.entries.at(FIRST)
    assert one.entries.at(FIRST) is found
    assert not one.entries.at(FIRST - 1).any()
    assert one.entries.at(FIRST) is not found
    with pytest.raises(ValueError, match="read-only"):
        found[0] = False


@pytest.mark.parametrize("people", [None, np.array([0, 1])], ids=["one for each", "places"])
def test_a_period_that_ends_before_it_begins_holds_on_no_day(people: Any) -> None:
    first = day("2021-06-01").toordinal()
    starts, ends = column([first + 9, first]), column([first + 3, first + 5])
    one = Register(kind=StatusKind.LISTED, starts=starts, ends=ends, people=people)
    days = column(range(first, first + 12))
    over = of_registers(2, [one], activities=["found_association"]).over("found_association", days)
    assert over.are(Permission.PROHIBITED).sum(axis=1).tolist() == [0, 5]
    assert (Caps(one, np.array([0, 0])).over(days) != NO_CAP).sum(axis=1).tolist() == [0, 5]


def test_a_period_of_few_is_kept_for_those_alone() -> None:
    """Nine of ten have one period, one has thirty: columns for all would hold thirty of each."""
    often = [(0, FIRST + 10 * at, FIRST + 10 * at + 5) for at in range(30)]
    periods = [*often, *((who, FIRST, LAST) for who in range(1, 10))]
    one = register_of(periods, StatusKind.LISTED)
    held = Periods.of(one.starts, one.ends, one.people, 10)
    assert len(held.columns) == 1
    assert held.rest is not None
    assert held.rest.people.tolist() == [0] * 29


@pytest.mark.parametrize("step", [1, 3, 1000])
def test_blocks_do_not_show(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    days = column(range(FIRST, FIRST + 300, 7))
    at, over = asked_anew(days)
    monkeypatch.setattr("kzrights.cohorts.days._BLOCK", step)
    assert [one.tolist() for found in asked_anew(days) for one in found] == [one.tolist() for one in (*at, *over)]
    assert [row.tolist() for row in at] == over.T.tolist()
    assert [one for part in blocks(50, 2) for one in range(part.start, part.stop)] == list(range(50))


def asked_anew(days: Any) -> tuple[list[Any], Any]:
    """Ask fifty people day by day and for all days; nothing is kept from before."""
    one = register_of([(who, FIRST + 3 * who, FIRST + 7 * who) for who in range(50)], StatusKind.LISTED)
    periods = Periods.of(one.starts, one.ends, None, 50)
    whole = Layers(50, (Layer(periods=periods, since=1, until=LAST, permission=Permission.UNCLEAR),))
    return [whole.at(on) for on in days.tolist()], whole.over(days)


# --- Registers


def strictest(
    registers: list[tuple[Register, Rows]], size: int, activity: Activity, on: int, law: kz.Law
) -> list[Permission]:
    """Return the strictest of what every rule makes of everybody's periods: the plain definition."""
    found = [Permission.ALLOWED] * size
    here = law.on(Date.fromordinal(on))
    for one, periods in registers:
        for rule in here.bearing(one.kind, activity):
            makes = Permission.PROHIBITED if activity in rule.forbids else Permission.UNCLEAR
            stands = rule.since.toordinal() <= on < rule.until.toordinal()
            for who, start, end in periods if stands else ():
                if start <= on < end:
                    found[who] = max(found[who], makes)
    return found


@settings(max_examples=30)
@given(st.data(), st.integers(1, 5), st.sampled_from((0, UNIX)), ASKED)
def test_registers_are_answered_rule_by_rule(data: st.DataObject, size: int, origin: int, asked: list[int]) -> None:
    """Bans of public activity beside entries of the list, several of each, under a law that changes in between."""
    milder = LAW.without(LAW.bearing(StatusKind.LISTED, Activity.FOUND_ASSOCIATION)[0])
    before, after = data.draw(st.permutations((LAW, milder)))
    law = before.changed(lambda _: after, day("2018-06-01"))
    bans, listed = data.draw(rows(size)), data.draw(rows(size))
    registers = [
        (register_of(bans, StatusKind.ACTIVITY_BAN, BAN, origin), bans),
        (register_of(listed, StatusKind.LISTED, origin=origin), listed),
    ]
    some = (Activity.FOUND_ASSOCIATION, Activity.LEAD_ASSOCIATION)
    whole = of_registers(size, [one for one, _ in registers], activities=some, law=law)
    for activity in some:
        over = whole.over(activity, dates(asked))
        for at, on in enumerate(asked):
            answers = whole.can(activity, on=Date.fromordinal(on))
            assert answers.permissions.tolist() == strictest(registers, size, activity, on, law)
            assert over.codes[:, at].tolist() == answers.codes.tolist()
            for permission in Permission:
                assert answers.are(permission).tolist() == [one == permission for one in answers.permissions]
                assert over.are(permission)[:, at].tolist() == answers.are(permission).tolist()


@pytest.mark.usefixtures("bounds_only")
@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 7)), max_size=6), ASKED)
def test_several_entries_are_answered_as_several_listings(entries: list[tuple[int, int]], asked: list[int]) -> None:
    """Whoever stands in the register more than once is one with as many entries in a file."""
    periods = sorted({(who, FIRST + 200 * at, FIRST + 200 * at + 150) for who, at in entries})
    alone = [case(listings=[listing(*days) for whose, *days in periods if whose == who]) for who in range(3)]
    whole = of_registers(
        3, [register_of(periods, StatusKind.LISTED)], activities=["open_bank_account", "send_transfer"]
    )
    for activity in whole.activities:
        for on in dates(asked):
            expected = [kz.can(one, activity, on=on).permission for one in alone]
            assert whole.can(activity, on=on).permissions.tolist() == expected


def listing(start: int, end: int) -> kz.Listing:
    delisted = None if end == LAST else Date.fromordinal(end)
    return kz.Listing(listed=Date.fromordinal(start), delisted=delisted, ground=kz.ListingGround.PROSECUTOR_GENERAL)


@pytest.mark.parametrize("origin", [0, UNIX])
@pytest.mark.parametrize("people", [None, np.array([0, 1, 2])], ids=["one for each", "places"])
def test_a_rule_that_lasts_is_counted_from_the_first_day(origin: int, people: Any) -> None:
    """For three years from the first day of the entry, whatever becomes of it, and never beyond the end of time."""
    rule = LAW.bearing(StatusKind.LISTED, Activity.FOUND_ASSOCIATION)[0]
    law = LAW.amend(evolve(rule, lasts=Term(years=3)))
    periods = [(FIRST + 59, FIRST + 90), (FIRST + 500, LAST), (FIRST + 59, FIRST + 60)]
    starts, ends = (column(days) - np.int32(origin) for days in zip(*periods, strict=True))
    one = Register(kind=StatusKind.LISTED, starts=starts, ends=ends, people=people, origin=origin)
    whole = of_registers(3, [one], activities=["found_association"], law=law)
    alone = [case(listings=[listing(*period)]) for period in periods]
    points = [FIRST + 59, FIRST + 60, day("2019-02-28").toordinal(), day("2019-05-15").toordinal(), FIRST + 500]
    for on in dates([point + shift for point in points for shift in (-1, 0, 1)]):
        expected = [kz.can(one, "found_association", on=on, law=law).permission for one in alone]
        assert whole.can("found_association", on=on).permissions.tolist() == expected, on


def test_people_without_names_are_called_by_their_places() -> None:
    whole = of_registers(3, [], activities=["vote"])
    assert list(whole.names) == ["0", "1", "2"]
    assert (whole.names[2], whole.names[-1], whole.names[1:], len(whole)) == ("2", "2", ("1", "2"), 3)
    assert whole.frame(on=Date(2020, 1, 1))["case"].to_list() == ["0", "1", "2"]


def test_a_register_of_other_people_is_refused() -> None:
    three = Register(kind=StatusKind.LISTED, starts=column([1, 1, 1]), ends=column([2, 2, 2]))
    with pytest.raises(ValueError, match="expected a period for each of 2 people, got 3"):
        of_registers(2, [three])
    with pytest.raises(ValueError, match="expected places from 0 to 1, got 0 to 2"):
        of_registers(2, [register_of([(0, 1, 2), (2, 1, 2)], StatusKind.LISTED)])


def test_columns_that_activities_share_count_once() -> None:
    one = Register(kind=StatusKind.LISTED, starts=column(range(100)), ends=column(range(100)))
    assert of_registers(100, [one]).nbytes == one.starts.nbytes + one.ends.nbytes


def test_columns_are_not_copied() -> None:
    one = Register(kind=StatusKind.LISTED, starts=column([1]), ends=column([LAST]))
    held = of_registers(1, [one], activities=["open_bank_account"])._columns[Activity.OPEN_BANK_ACCOUNT]
    assert all(any(array is mine for mine in (one.starts, one.ends)) for array in held.arrays)


# --- Days asked about


def both(whole: Cohort, days: Any) -> Any:
    return whole.over("vote", days).codes


def test_days_may_be_ordinals() -> None:
    whole = cohort({"a": kz.example("atyrau-2016")}, activities=["vote"])
    days = [Date(2016, 1, 1).add(days=at) for at in range(0, 2200, 7)]
    assert (both(whole, days) == both(whole, ordinals(days))).all()
    assert (both(whole, days) == both(whole, ordinals(days).astype(np.int64))).all()


@pytest.mark.parametrize(
    ("days", "error", "says"),
    [
        ([Date(2020, 1, 2), Date(2020, 1, 1)], ValueError, "expected them in order"),
        ([Date(1800, 1, 1)], DateError, "expected a day from 1900"),
        (np.array([1, 2]), DateError, "expected ordinals from 693596"),
        (np.array([2.5]), DateError, "expected a column of ordinals, got 1 dimensions of float64"),
        (np.array([[737425]]), DateError, "expected a column of ordinals, got 2 dimensions of int64"),
    ],
    ids=["disorder", "too early", "ordinals too early", "fractions", "a matrix"],
)
def test_days_that_are_none_are_refused(days: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        both(of_registers(1, [], activities=["vote"]), days)


# --- Caps and amounts


@settings(max_examples=50)
@given(st.data(), st.sampled_from((0, UNIX)), st.sampled_from((np.int8, np.int32, np.int64)), ASKED)
def test_caps_over_days_are_those_of_each_day(data: st.DataObject, origin: int, kind: Any, asked: list[int]) -> None:
    periods = data.draw(rows(3))
    listed = register_of(periods, StatusKind.LISTED, origin=origin)
    members = np.array(data.draw(st.lists(st.integers(0, 9), min_size=len(periods), max_size=len(periods))), kind)
    law = data.draw(st.sampled_from(LAWS))
    over = Caps(listed, members, law).over(dates(asked))
    assert over.shape == (len(periods), len(asked))
    for at, on in enumerate(dates(asked)):
        assert over[:, at].tolist() == caps(listed, members, on=on, law=law).tolist()
        assert over[:, at].tolist() == [
            plain_cap(one, int(more), on, law) for one, more in zip(periods, members, strict=True)
        ]


LAWS = (
    LAW,
    LAW.reading(cap_counts_the_person="members_only"),
    LAW.reading(subsistence_minimum_2020="budget_law"),
    LAW.changed(lambda one: one.reading(cap_counts_the_person="members_only"), day("2018-05-05")),
    kz.reforms.named("basic_expenses_exempt").on(Date(2018, 3, 1))(LAW),
)


def plain_cap(period: tuple[int, int, int], members: int, on: Date, law: kz.Law) -> int:
    """Ask for the cap of one person with that entry alone."""
    _, start, end = period
    if not start <= on.toordinal() < end:
        return NO_CAP
    dependant = kz.HouseholdMember(relation=kz.Relation.PARENT, own_income=False, dependant=True, cohabiting=True)
    one = kz.Case(person=kz.Person(label=""), household=(dependant,) * members, listings=[listing(start, end)])
    found = kz.cap(one, on=on, law=law)
    if found.capped is False:
        return NO_CAP
    assert isinstance(found.amount, kz.Tenge)
    return found.amount.amount


def test_a_law_that_changes_between_two_amounts_is_applied_from_its_day() -> None:
    law = LAW.changed(lambda one: one.reading(cap_counts_the_person="members_only"), day("2018-05-05"))
    listed = Register(kind=StatusKind.LISTED, starts=column([FIRST]), ends=column([LAST]))
    found = Caps(listed, np.array([1]), law).over([day("2018-05-04"), day("2018-05-05")])
    assert found.tolist() == [[2 * 28_284, 28_284]]


def test_a_law_that_changes_between_two_editions_is_applied_from_its_day() -> None:
    """Only before 2022, or only from then on, may nobody on the list found an association."""
    milder = LAW.without(*LAW.bearing(StatusKind.LISTED, Activity.FOUND_ASSOCIATION))
    one = Register(kind=StatusKind.LISTED, starts=column([FIRST]), ends=column([LAST]))
    for before, after, expected in ((LAW, milder, [True, False]), (milder, LAW, [False, True])):
        law = before.changed(lambda _, after=after: after, day("2022-01-01"))  # type: ignore[misc]
        whole = of_registers(1, [one], activities=["found_association"], law=law)
        found = whole.over("found_association", [day("2021-12-31"), day("2022-01-01")])
        assert found.are(Permission.PROHIBITED).tolist() == [expected]


def test_a_cap_too_large_for_32_bits_is_exact() -> None:
    """Thirty thousand members are no family, but no sum is ever cut off."""
    members = np.array([0, 99_999], np.int32)
    listed = Register(kind=StatusKind.LISTED, starts=column([FIRST] * 2), ends=column([LAST] * 2))
    found = caps(listed, members, on=Date(2024, 6, 1))
    assert found.tolist() == [85_000, 8_500_000_000]
    assert Caps(listed, members).over([Date(2024, 6, 1)]).tolist() == [[85_000], [8_500_000_000]]
    assert caps(listed, members // 100, on=Date(2024, 6, 1)).dtype == np.int32
    assert caps(listed, members.astype(np.int64), on=Date(2024, 6, 1)).dtype == np.int64


def test_a_law_without_a_rule_on_the_cap_is_refused() -> None:
    law = LAW.without(*LAW.topic("cap"))
    listed = Register(kind=StatusKind.LISTED, starts=column([FIRST]), ends=column([LAST]))
    with pytest.raises(LawError, match="cap: no rule covers 2024-06-01"):
        caps(listed, np.array([0]), on=Date(2024, 6, 1), law=law)


@given(
    st.lists(st.tuples(st.integers(0, 10**12), st.just(NO_CAP) | st.integers(0, 10**6)), max_size=9),
    st.sampled_from((np.int32, np.int64)),
)
def test_within_is_the_smaller_of_sum_and_cap(pairs: list[tuple[int, int]], kind: Any) -> None:
    small = [one % 2**31 for one, _ in pairs] if kind is np.int32 else [one for one, _ in pairs]
    sums, limits = np.array(small, kind), np.array([cap for _, cap in pairs], np.int32)
    expected = [one if cap == NO_CAP else min(one, cap) for one, (_, cap) in zip(small, pairs, strict=True)]
    assert within(sums, limits).tolist() == expected
    assert within(sums[:, None], limits[:, None]).tolist() == [[one] for one in expected]


def test_a_sum_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="expected zero or more tenge, got -1"):
        within(np.array([5, -1]), np.array([NO_CAP, 3]))


def test_sums_without_a_sign_stay_exact() -> None:
    """Together with a cap, which may be -1, numpy would make numbers with a point of them."""
    odd = 2**60 + 1
    found = within(np.array([odd, odd], np.uint64), np.array([NO_CAP, 3], np.int32))
    assert found.dtype == np.int64
    assert found.tolist() == [odd, 3]
    with pytest.raises(ValueError, match=f"expected zero or more tenge, got {2**63}; the most is {2**63 - 1}"):
        within(np.array([1, 2**63], np.uint64), np.array([NO_CAP, 3]))


@pytest.mark.parametrize("kinds", [(np.float64, np.int32), (np.int32, np.float64), (np.int32, np.uint64)])
def test_sums_and_amounts_that_are_not_whole_are_refused(kinds: Any) -> None:
    one, other = (np.ones(1, kind) for kind in kinds)
    with pytest.raises(ValueError, match="expected whole tenge, got "):
        within(one, other)


@given(st.sampled_from(("minimum_wage", "monthly_calculation_index")), ASKED)
def test_amounts_over_days_are_those_of_each_day(name: str, asked: list[int]) -> None:
    law = LAW.changed(
        lambda one: one.amend(evolve(one.parameters.history(name)[-1], value=kz.Tenge(7))), day("2018-07-09")
    )
    for here in (LAW, law):
        expected = [here.on(on).parameters.at(name, on).value.amount for on in dates(asked)]
        assert amounts(name, dates(asked), law=here).tolist() == expected


def test_an_amount_that_is_not_known_is_refused() -> None:
    with pytest.raises(LawError, match="minimum_wage: expected a day from"):
        amounts("minimum_wage", [Date(1901, 1, 1), Date(2020, 1, 1)])
    with pytest.raises(LawError, match="parameter: expected one of"):
        amounts("wage", [Date(2020, 1, 1)])
