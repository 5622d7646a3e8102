"""Laws of the evaluator that hold for every case, every activity and every day."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import assume, given, note
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import Activity, Case, CaseError, Permission
from kzrights.evaluate import Evaluation, evaluation
from kzrights.facts import Between
from kzrights.law.law import packaged_law
from kzrights.strategies import NASTY_DAYS, cases

LAW = packaged_law()
ACTIVITIES = st.sampled_from(Activity)
DAYS = st.dates(Date(2014, 6, 1), Date(2045, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))
ASKED = st.sampled_from(NASTY_DAYS) | DAYS


def outcomes_of_the_day(case: Case, activity: Activity, on: Date) -> set[Permission]:
    """Answer by looking at one day alone: which statuses hold on it, and which rules stand on it."""
    here = Evaluation(case, LAW)
    sure, perhaps = [Permission.ALLOWED], []
    for hold in here.holds.get(activity, ()):
        if hold.period.surely and hold.period.surely.start <= on < hold.period.surely.end:
            sure.append(hold.permission)
        elif hold.period.start.earliest <= on < hold.period.end.latest:
            perhaps.append(hold.permission)
    least = max(sure)
    return {least, *(max(least, permission) for permission in perhaps)}


@given(cases(), ACTIVITIES, ASKED)
def test_timeline_question_and_day_agree(case: Case, activity: Activity, on: Date) -> None:
    """A timeline, a single question and a look at the day alone give the same answer."""
    answer = kz.can(case, activity, on=on)
    timeline = kz.timeline(case)
    stretch = next(one for one in timeline.spans(activity) if on in one.span)
    outcomes = outcomes_of_the_day(case, activity, on)
    assert set(answer.outcomes) == outcomes
    assert answer.permission == stretch.permission == timeline.can(activity, on=on).permission
    assert answer.permission == (outcomes.pop() if len(outcomes) == 1 else Permission.UNCLEAR)


@given(cases(), ACTIVITIES)
def test_spans_cover_all_days_once(case: Case, activity: Activity) -> None:
    """The stretches of a timeline follow each other without gap or overlap, and neighbours differ."""
    stretches = kz.timeline(case).spans(activity)
    for before, after in zip(stretches, stretches[1:], strict=False):
        assert before.span.end == after.span.start
        assert (before.permission, before.lapsed) != (after.permission, after.lapsed)


@given(cases(), ACTIVITIES, ASKED)
def test_until_is_the_first_day_that_differs(case: Case, activity: Activity, on: Date) -> None:
    """No answer changes before ``until``; where it is certain, the answer changes on it."""
    answer = kz.can(case, activity, on=on)
    timeline = kz.timeline(case)
    for stretch in timeline.spans(activity):
        if on < stretch.span.start < answer.until.earliest:
            raise AssertionError(f"changes on {stretch.span.start}, before {answer.until}")


def _refined(value: Any, draw: Any) -> Any:
    """Replace some of the days known only within bounds by a day inside them."""
    if isinstance(value, Between):
        if draw(st.booleans()):
            return value
        day = draw(st.dates(value.earliest, value.latest))
        return Date(day.year, day.month, day.day)
    if isinstance(value, tuple):
        return tuple(_refined(item, draw) for item in value)
    if attrs.has(type(value)) and type(value).__module__.startswith("kzrights.facts"):
        changes = {
            field.name: _refined(getattr(value, field.name), draw) for field in attrs.fields(type(value)) if field.init
        }
        return attrs.evolve(value, **changes)
    return value


@given(cases(), st.data())
def test_a_settled_answer_stays_settled(case: Case, data: st.DataObject) -> None:
    """When a day becomes known within its bounds, no settled answer changes and no new outcome appears."""
    try:
        known = _refined(case, data.draw)
    except CaseError:
        assume(False)
    assume(known != case)
    points = kz.timeline(case).change_points()
    days = data.draw(st.lists(st.sampled_from(points) if points else ASKED, min_size=5, max_size=10))
    for on in (*days, data.draw(ASKED)):
        for activity in Activity:
            before, after = (evaluation(one, LAW).segment(activity, on)[1] for one in (case, known))
            note(f"{activity} on {on}: {before.outcomes} then {after.outcomes}")
            assert set(after.outcomes) <= set(before.outcomes)
