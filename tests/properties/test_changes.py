"""What holds of every change and every comparison: order does not matter, and a difference is exact."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import Activity, Case, CaseError, Permission, Span
from kzrights.changes import AnyChange
from kzrights.evaluate import evaluation
from kzrights.law.law import packaged_law
from kzrights.law.rules import Rule
from kzrights.strategies import cases, dates, terms
from kzrights.totals import totals

pytestmark = pytest.mark.usefixtures("bounds_only")

LAW = packaged_law()
DAYS = dates(Date(2015, 1, 1), Date(2040, 12, 31))


@st.composite
def changes(draw: st.DrawFn, case: Case) -> AnyChange:
    """Draw a change that fits a case."""
    ids = [one.id for one in case.convictions] or ["c1"]
    articles = [offence.article for one in case.convictions for offence in one.offences] or ["174(1)"]
    day, id = draw(DAYS), draw(st.sampled_from(ids))
    drawn: list[AnyChange] = [
        kz.Parole(on=day, conviction=id),
        kz.InForce(on=day, conviction=id),
        kz.BanShortened(to=kz.Term(years=1), conviction=id),
        kz.NotConvictedOf(draw(st.sampled_from(articles)), conviction=id),
        kz.SentenceReplaced(by=kz.RestrictedFreedom(term=draw(terms(longest=kz.Term(years=7)))), conviction=id),
        kz.Delisted(on=day),
        kz.HouseholdMember(relation=draw(st.sampled_from(kz.Relation)), from_=day),
        kz.RecordLifted(on=day, conviction=id),
        kz.Listing(listed=day, ground=kz.ListingGround.PROSECUTOR_GENERAL),
        kz.Supplied("person.citizen", draw(st.booleans())),
        kz.Supplied("convictions[0].in_force", day),
        kz.Without(draw(st.sampled_from(["events[0]", "listings[0]", "convictions[0]", "household", "custody[0]"]))),
    ]
    fitting = [one for one in drawn if fits(case, one)]
    assume(fitting)
    return draw(st.sampled_from(fitting))


def fits(case: Case, change: AnyChange) -> bool:
    """Say whether a change can be made, and changes anything."""
    try:
        return kz.whatif(case, change) != case
    except CaseError:
        return False


def permissions(case: Case, activity: Activity) -> list[tuple[Span, Permission]]:
    """Return the stretches of an activity."""
    return [(one.span, one.permission) for one in kz.timeline(case).spans(activity)]


def joined(spans: list[tuple[Span, Permission]]) -> list[tuple[Span, Permission]]:
    """Return stretches in order, neighbours of one permission as one."""
    found: list[tuple[Span, Permission]] = []
    for span, permission in sorted(spans, key=lambda one: one[0]):
        if found and found[-1][1] is permission and found[-1][0].end == span.start:
            found[-1] = (Span(found[-1][0].start, span.end), permission)
        else:
            found.append((span, permission))
    return found


def applied(spans: list[tuple[Span, Permission]], differences: list[kz.Difference]) -> list[tuple[Span, Permission]]:
    """Return stretches in which the days of each difference have the permission it says they have after."""
    for one in differences:
        kept = [(part, was) for span, was in spans for part in kz.Spans([span]) - kz.Spans([one.span])]
        spans = [*kept, (one.span, one.after)]
    return joined(spans)


@given(cases(), st.data())
def test_a_difference_applied_to_the_case_gives_the_scenario(case: Case, data: st.DataObject) -> None:
    """Put the days that differ into the one case, and it has the permissions of the other on every day."""
    change = data.draw(changes(case))
    then = kz.whatif(case, change)
    found = kz.compare(case, change).differences
    for activity in Activity:
        own = [one for one in found if one.activity is activity]
        assert applied(permissions(case, activity), own) == joined(permissions(then, activity))


@given(cases(), st.data())
def test_a_difference_says_what_it_was_and_why(case: Case, data: st.DataObject) -> None:
    """Both permissions are those of the two cases on each of its days, and some rule makes the difference."""
    change = data.draw(changes(case))
    sides = (evaluation(case, LAW), evaluation(kz.whatif(case, change), LAW))
    for one in kz.compare(case, change).differences:
        assert one.before is not one.after
        assert one.rules
        before, after = (side.segment(one.activity, one.span.start)[1].permission for side in sides)
        assert (before, after) == (one.before, one.after)
        assert len({cause.same for cause in one.rules}) == len(one.rules)


@given(cases())
def test_nothing_changed_is_no_difference(case: Case) -> None:
    """Without a change, under the same law, under a law that says the same, and from a day on, nothing differs."""
    later = LAW.changed(attrs.evolve, since=Date(2020, 1, 1))
    assert kz.compare(case, (), attrs.evolve(LAW), lambda law: law, later).differences == ()


@given(cases(), st.sampled_from(LAW.topic("restriction")))
def test_there_and_back(case: Case, rule: Rule) -> None:
    """What a reform gains, its repeal loses: the same days, the same rules, on the other side."""
    reformed = LAW.without(rule)
    there = kz.compare(case, reformed).differences
    back = kz.compare(case, LAW, law=reformed).differences
    assert [(one.span, one.before, one.after) for one in there] == [(one.span, one.after, one.before) for one in back]
    for one, other in zip(there, back, strict=True):
        assert {(cause.name, cause.before) for cause in one.rules} == {
            (cause.name, not cause.before) for cause in other.rules
        }


@given(cases(), st.data())
def test_changes_of_different_kinds_commute(case: Case, data: st.DataObject) -> None:
    """Whichever of two changes of different kinds is named first, the case that comes out, or the refusal, is one."""
    one, other = data.draw(changes(case)), data.draw(changes(case))
    assume(type(one) is not type(other))
    outcomes: list[Any] = []
    for made in ((one, other), (other, one)):
        try:
            outcomes.append(kz.whatif(case, *made))
        except CaseError as error:
            outcomes.append([problem.path for problem in error.problems])
    assert outcomes[0] == outcomes[1]


@given(cases(), st.data())
def test_a_changed_case_can_be_written_and_read(case: Case, data: st.DataObject) -> None:
    """What comes out is a case like any other."""
    then = kz.whatif(case, data.draw(changes(case)))
    assert type(then) is Case
    assert kz.loads(kz.dumps(then)) == then


@given(cases(), DAYS, DAYS)
def test_totals_are_the_days_of_the_timeline(case: Case, one: Date, other: Date) -> None:
    """Each day of the window counts once for each right, whatever year it falls into."""
    assume(one != other)
    days = Span(min(one, other), max(one, other))
    found, timeline = totals(case, from_=days.start, to=days.end), kz.timeline(case)
    for activity in Activity:
        for permission in (Permission.PROHIBITED, Permission.UNCLEAR, Permission.CONDITIONAL):
            inside = timeline.days(activity, permission) & kz.Spans([days])
            assert found.days(permission, activity=activity) == inside.days()
    assert all(one.prohibited + one.unclear + one.conditional <= 366 for one in found.years)


@given(cases(), st.integers(0, 10**6), DAYS)
def test_what_is_withheld_lies_between_nothing_and_the_wage(case: Case, wage: int, start: Date) -> None:
    """No month keeps more than the wage, and each month counts once."""
    found = totals(case, from_=start, to=start.add(years=1), wage=wage).withheld
    assert found is not None
    for month in found.months:
        least, most = month.bounds
        assert 0 <= least <= most <= wage
    assert found.capped + found.perhaps + found.unknown == len(found.months) <= 13
