"""Laws of the evaluator that hold for every case, every activity and every day."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, note
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import Activity, Case, CaseError, Permission
from kzrights.calendar import ALWAYS, LATEST, days_before
from kzrights.evaluate import Evaluation, evaluation
from kzrights.examples import example, slugs
from kzrights.facts import Between
from kzrights.facts.measures import POSTS
from kzrights.facts.punishments import LONGEST_BAN, LONGEST_RESTRICTION, SHORTEST_BAN
from kzrights.law.law import packaged_law
from kzrights.strategies import NASTY_DAYS, cases, terms

pytestmark = pytest.mark.usefixtures("bounds_only")

LAW = packaged_law()
ACTIVITIES = st.sampled_from(Activity)
DAYS = st.dates(Date(2014, 6, 1), Date(2045, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))
ASKED = st.sampled_from(NASTY_DAYS) | DAYS


def outcomes_of_the_day(case: Case, activity: Activity, on: Date) -> tuple[set[Permission], bool]:
    """Answer by looking at one day alone: which statuses hold on it, and which rules stand on it.

    Also say whether each of them hangs on days of its own. Where one open day ends two, such as that of death, they end
    together, and what only one of them would lead to is no outcome.
    """
    here = Evaluation(case, LAW)
    sure, perhaps = [Permission.ALLOWED], []
    for hold in here.holds(activity):
        if hold.period.surely and hold.period.surely.start <= on < hold.period.surely.end:
            sure.append(hold.permission)
        elif hold.period.start.earliest <= on < hold.period.end.latest:
            perhaps.append(hold)
    least = max(sure)
    open_days = [id(day) for hold in perhaps for end in (hold.period.start, hold.period.end) for day in end.open_on(on)]
    return {least, *(max(least, hold.permission) for hold in perhaps)}, len(open_days) == len(set(open_days))


@given(cases(), ACTIVITIES, ASKED)
def test_timeline_question_and_day_agree(case: Case, activity: Activity, on: Date) -> None:
    """A timeline, a single question and a look at the day alone give the same answer."""
    answer = kz.can(case, activity, on=on)
    timeline = kz.timeline(case)
    stretch = next(one for one in timeline.spans(activity) if on in one.span)
    outcomes, apart = outcomes_of_the_day(case, activity, on)
    found = set(answer.outcomes)
    assert found == outcomes if apart else found <= outcomes
    assert answer.permission == stretch.permission == timeline.can(activity, on=on).permission
    assert answer.permission == (found.pop() if len(found) == 1 else Permission.UNCLEAR)


@given(cases(), ACTIVITIES)
def test_spans_cover_all_days_once(case: Case, activity: Activity) -> None:
    """The stretches of a timeline follow each other without gap or overlap, and neighbours differ."""
    stretches = kz.timeline(case).spans(activity)
    for before, after in pairwise(stretches):
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


DAY = st.dates(Date(2015, 1, 1), Date(2045, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))

SUPPLIED: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (kz.Conviction, "in_force"): DAY,
    (kz.Offence, "committed"): DAY,
    (kz.Offence, "form"): st.sampled_from(kz.Form),
    (kz.Imprisonment, "term"): terms(longest=kz.Term(years=1)),
    (kz.Imprisonment, "security"): st.sampled_from(kz.Security),
    (kz.RestrictedFreedom, "term"): terms(longest=LONGEST_RESTRICTION),
    (kz.RestrictedFreedom, "duties"): st.lists(st.sampled_from(kz.Duty), max_size=3),
    (kz.SuspendedImprisonment, "duties"): st.lists(st.sampled_from(kz.Duty), max_size=3),
    (kz.ActivityBan, "term"): terms(SHORTEST_BAN, LONGEST_BAN),
    (kz.ActivityBan, "scope"): st.lists(st.sampled_from(kz.Scope), max_size=3),
    (kz.Fine, "paid"): DAY,
    (kz.Supervision, "term"): terms(longest=kz.Term(years=8)),
    (kz.Supervision, "restrictions"): st.lists(st.sampled_from(kz.Duty), max_size=3),
    (kz.SupervisionExtended, "term"): terms(longest=kz.Term(years=8)),
    (kz.Quashed, "on"): DAY,
    (kz.BanLifted, "on"): DAY,
    (kz.RecordLifted, "on"): DAY,
    (kz.Pardon, "on"): DAY,
    (kz.ProbationExtended, "on"): DAY,
    (kz.ProbationExtended, "term"): terms(longest=kz.Term(years=1)),
    (kz.SuspensionLifted, "on"): DAY,
    (kz.SuspensionRevoked, "on"): DAY,
    (kz.SuspensionRevoked, "security"): st.sampled_from(kz.Security),
    (kz.ParoleRevoked, "on"): DAY,
    (kz.DutiesLifted, "on"): DAY,
    (kz.Listing, "listed"): DAY,
    (kz.Prosecution, "from_"): DAY,
    (kz.Prosecution, "accused"): DAY,
    (kz.Prosecution, "ended"): st.sampled_from(
        [kz.ProsecutionEnd.REHABILITATING, kz.ProsecutionEnd.NON_REHABILITATING]
    ),
    **{
        (kind, "duties"): st.lists(st.sampled_from(kz.MeasureDuty), max_size=3)
        for kind in (kz.UndertakingNotToLeave, kz.PersonalSurety, kz.Bail)
    },
    (kz.SuspensionFromOffice, "posts"): st.lists(st.sampled_from(POSTS), min_size=1, max_size=2),
    (kz.PropertyArrest, "property"): st.lists(st.sampled_from(kz.Property), max_size=2),
}
"""What may be supplied where a fact is not known. Left out: what the library presumes and says so (a birth day,
a release within the term,
the day probation accepted a verdict, removal from the list), what the table of offences has until the file says
otherwise (against life or health), and articles whose part is not known."""


def _is_unknown(value: object, owner: object, name: str) -> bool:
    if isinstance(owner, kz.ActivityBan) and name == "term" and owner.life:
        return False
    if isinstance(owner, kz.Prosecution) and name == "ended" and owner.to is None:
        return False
    return value is kz.UNKNOWN or value is None


def refined(value: Any, draw: Any) -> Any:
    """Supply some of what is not known: a day inside its bounds, or a value where there is none."""
    if isinstance(value, Between):
        if draw(st.booleans()):
            return value
        day = draw(st.dates(value.earliest, value.latest))
        return Date(day.year, day.month, day.day)
    if isinstance(value, tuple):
        return tuple(refined(item, draw) for item in value)
    if attrs.has(type(value)) and type(value).__module__.startswith("kzrights.facts"):
        fields = [field.name for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(value, **{name: _supplied(value, name, draw) for name in fields})
    return value


def _supplied(owner: Any, name: str, draw: Any) -> Any:
    value = getattr(owner, name)
    strategy = SUPPLIED.get((type(owner), name))
    if strategy is not None and _is_unknown(value, owner, name):
        return draw(strategy) if draw(st.booleans()) else value
    return refined(value, draw)


@given(cases(), st.data())
def test_a_settled_answer_stays_settled(case: Case, data: st.DataObject) -> None:
    """When something unknown becomes known, no settled answer changes and no new outcome appears."""
    try:
        known = refined(case, data.draw)
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


@given(cases(), ACTIVITIES)
def test_there_is_an_answer_on_both_sides_of_every_change(case: Case, activity: Activity) -> None:
    """No change point is beyond an answer, and each answer changes after its day."""
    evaluation = Evaluation(case, LAW)
    starts = {segment.start for segment in evaluation.segments(activity)} - {ALWAYS}
    for day in (day for day in starts | {days_before(start, 1) for start in starts} if day <= LATEST):
        assert evaluation.can(activity, day).until.latest > day


@pytest.mark.parametrize("slug", slugs())
def test_packaged_cases_answer_on_both_sides_of_every_change(slug: str) -> None:
    """So for every activity of a packaged case."""
    evaluation = Evaluation(example(slug), LAW)
    for activity in Activity:
        starts = {segment.start for segment in evaluation.segments(activity)} - {ALWAYS}
        for day in starts | {days_before(start, 1) for start in starts}:
            assert evaluation.can(activity, day).until.latest > day
