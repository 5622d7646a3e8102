"""The cap of a household that is not wholly known lies around the cap of whatever it turns out to be."""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import Case, HouseholdMember, Relation, Tenge, TengeRange
from kzrights.strategies import dates
from kzrights.strategies.days import BLURS

ON = dates(Date(2016, 2, 6), Date(2026, 10, 1))
FLAGS = ("own_income", "dependant", "cohabiting")
DAYS = ("born", "from_", "to")

Half: TypeAlias = tuple[HouseholdMember, HouseholdMember]
"""A member as the file has them, and as they are."""


def listed(*household: HouseholdMember) -> Case:
    """One who is on the list on every day that is asked of."""
    entry = kz.Listing(listed=Date(2015, 6, 1), ground=kz.ListingGround.PROSECUTOR_GENERAL)
    return Case(person=kz.Person(label=""), household=household, listings=[entry])


@st.composite
def members(draw: st.DrawFn) -> Half:
    days = sorted(draw(dates(Date(1960, 1, 1), Date(2030, 12, 31))) for _ in DAYS)
    facts: dict[str, Any] = {**dict(zip(DAYS, days, strict=True)), **{name: draw(st.booleans()) for name in FLAGS}}
    facts |= {name: None for name in ("from_", "to") if draw(st.booleans())}
    known: dict[str, Any] = {name: draw(BLURS)(facts[name]) for name in DAYS if facts[name]}
    known |= {name: draw(st.sampled_from([facts[name], None])) for name in ("born", *FLAGS)}
    whole = HouseholdMember(relation=draw(st.sampled_from(Relation)), **facts)
    return attrs.evolve(whole, **known), whole


HOUSEHOLDS = st.lists(members(), max_size=3)


def bounds(amount: Tenge | TengeRange | None) -> tuple[Tenge, Tenge]:
    assert amount is not None
    if isinstance(amount, Tenge):
        return amount, amount
    assert amount.at_most is not None
    return amount.at_least, amount.at_most


@given(HOUSEHOLDS, ON)
def test_the_bounds_of_a_cap_hold_that_of_every_completion(household: list[Half], on: Date) -> None:
    """12(8)(1): so much for each family member; who is one may not be known, and is one way or the other."""
    open_, known = (kz.cap(listed(*(half[at] for half in household)), on=on) for at in (0, 1))
    least, most = bounds(open_.amount)
    assert least <= bounds(known.amount)[0] <= bounds(known.amount)[1] <= most


@given(HOUSEHOLDS, ON)
def test_a_household_not_stated_leaves_the_cap_open_above(household: list[Half], on: Date) -> None:
    """Whoever may live with the person, the cap is no less than that of one alone."""
    open_ = kz.cap(attrs.evolve(listed(), household=None), on=on).amount
    assert isinstance(open_, TengeRange)
    assert open_.at_most is None
    assert open_.at_least <= bounds(kz.cap(listed(*(whole for _, whole in household)), on=on).amount)[0]


@given(HOUSEHOLDS, ON)
def test_the_facts_that_a_cap_waits_for_settle_it(household: list[Half], on: Date) -> None:
    """Once the facts it names are known it is exact; of relatives of other kinds the law leaves open who is family."""
    kin = [half for half in household if half[0].relation is not Relation.OTHER]
    asked = {fact.path for fact in kz.cap(listed(*(known for known, _ in kin)), on=on).missing}
    supplied = []
    for at, (known, whole) in enumerate(kin):
        wanted = [name for name in (*FLAGS, *DAYS) if f"household[{at}].{name.rstrip('_')}" in asked]
        supplied.append(attrs.evolve(known, **{name: getattr(whole, name) for name in wanted}))
    settled = kz.cap(listed(*supplied), on=on)
    assert isinstance(settled.amount, Tenge)
    assert settled.missing == ()
