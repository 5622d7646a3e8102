"""A reform of any day leaves the days before alone, and keeps the promises the law keeps, whatever the case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, note, settings
from hypothesis import strategies as st
from pendulum import Date
from tests.properties.test_answers import ASKED, refined

import kzrights as kz
from kzrights import LAW, Activity, Case, CaseError, Law
from kzrights.evaluate import evaluation
from kzrights.reforms import REFORMS
from kzrights.strategies import cases

pytestmark = pytest.mark.usefixtures("bounds_only")

FEW = settings().max_examples // 3
"""Each example takes three laws through all activities."""
REFORM = st.sampled_from([*REFORMS.values()])
SINCE = st.dates(Date(2015, 1, 1), Date(2030, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))


def stretches(law: Law, case: Case, activity: Activity, until: Date) -> list[tuple[Any, ...]]:
    spans = kz.timeline(case, law=law).spans(activity)
    days = [(one.span.start, min(one.span.end, until), one.permission, one.lapsed) for one in spans]
    return [one for one in days if one[0] < until]


@settings(max_examples=FEW)
@given(cases(), REFORM, SINCE)
def test_a_reform_leaves_the_days_before_alone(case: Case, reform: kz.Reform, since: Date) -> None:
    law = reform.on(since)(LAW)
    for activity in Activity:
        assert stretches(law, case, activity, since) == stretches(LAW, case, activity, since)


@settings(max_examples=FEW)
@given(cases(), REFORM, SINCE | st.none(), st.data())
def test_a_settled_answer_stays_settled_under_a_reform(
    case: Case, reform: kz.Reform, since: Date | None, data: st.DataObject
) -> None:
    try:
        known = refined(case, data.draw)
    except CaseError:
        assume(False)
    assume(known != case)
    law = (reform.on(since) if since else reform)(LAW)
    points = kz.timeline(case, law=law).change_points()
    for on in (*data.draw(st.lists(st.sampled_from(points) if points else ASKED, max_size=5)), data.draw(ASKED)):
        for activity in Activity:
            before, after = (evaluation(one, law).segment(activity, on)[1] for one in (case, known))
            note(f"{reform} {activity} on {on}: {before.outcomes} then {after.outcomes}")
            assert set(after.outcomes) <= set(before.outcomes)
