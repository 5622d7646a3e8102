"""What makes a case harder never makes an activity freer."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date

from kzrights import Activity, Case, CaseError, Permission
from kzrights.calendar import LATEST
from kzrights.evaluate import Evaluation
from kzrights.facts import ActivityBan, Conviction, HouseArrestChanged, Listing, ListingGround, Scope, Supervision
from kzrights.facts.punishments import LONGEST_BAN, SHORTEST_BAN
from kzrights.law.law import packaged_law
from kzrights.strategies import cases, convictions, dates, terms

pytestmark = pytest.mark.usefixtures("bounds_only")

LAW = packaged_law()


def assert_never_freer(before: Case, after: Case) -> None:
    """Compare two cases on every day on which either changes."""
    one, two = Evaluation(before, LAW), Evaluation(after, LAW)
    for activity in Activity:
        days = {segment.start for segments in (one.segments(activity), two.segments(activity)) for segment in segments}
        for day in days:
            was, now = one.segment(activity, day)[1], two.segment(activity, day)[1]
            assert min(now.outcomes) >= min(was.outcomes), (activity, day)
            assert max(now.outcomes) >= max(was.outcomes), (activity, day)


@given(cases(min_convictions=1), st.data())
def test_adding_a_ban_never_frees(case: Case, data: st.DataObject) -> None:
    """A further ban beside a punishment makes no activity freer on any day."""
    punished = [at for at, conviction in enumerate(case.convictions) if conviction.punishments]
    assume(punished)
    at = data.draw(st.sampled_from(punished))
    ban = ActivityBan(
        term=data.draw(terms(SHORTEST_BAN, LONGEST_BAN)),
        scope=data.draw(st.lists(st.sampled_from(Scope), max_size=3)),
    )
    conviction = case.convictions[at]
    harder = attrs.evolve(conviction, punishments=(*conviction.punishments, ban))
    convicted = (*case.convictions[:at], harder, *case.convictions[at + 1 :])
    assert_never_freer(case, attrs.evolve(case, convictions=convicted))


@given(cases(), convictions(id="added"))
def test_adding_a_conviction_never_frees(case: Case, conviction: Conviction) -> None:
    """A further conviction makes no activity freer on any day.

    Left out: house arrest that became detention of unknown length, which a verdict in force ends; and
    supervision without a conviction, which the end of the record ended under the law of 1996.
    """
    assume(case.convictions or not any(isinstance(event, Supervision) for event in case.events))
    assume(len(case.convictions) != 1)
    assume(not any(isinstance(event, HouseArrestChanged) for event in case.events))
    try:
        harder = attrs.evolve(case, convictions=(*case.convictions, conviction))
    except CaseError:
        assume(False)
    assert_never_freer(case, harder)


@given(cases(), dates(Date(2010, 1, 1), Date(2040, 12, 31)))
def test_adding_a_listing_never_frees(case: Case, day: Date) -> None:
    """A further entry on the list makes no activity freer on any day."""
    assume(case.listings is not None and day < LATEST)
    entry = Listing(listed=day, ground=ListingGround.PROSECUTOR_GENERAL)
    assert_never_freer(case, attrs.evolve(case, listings=(*(case.listings or ()), entry)))


def test_never_freer_sees_a_difference() -> None:
    """The comparison itself fails when an activity becomes freer."""
    from kzrights import Imprisonment, Offence, Person, Term

    prison = Conviction(
        id="c1",
        verdict=Date(2020, 1, 1),
        in_force=Date(2020, 2, 1),
        offences=[Offence(article="174(2)", committed=Date(2019, 1, 1))],
        punishments=[Imprisonment(term=Term(years=2))],
    )
    case = Case(person=Person(label="x"), convictions=[prison])
    try:
        assert_never_freer(case, attrs.evolve(case, convictions=()))
    except AssertionError:
        return
    raise AssertionError(f"no difference seen below {Permission.PROHIBITED}")
