"""Possible worlds: what a case may be where its file does not say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import Activity, Case, CaseError, Permission
from kzrights.calendar import days_after
from kzrights.evaluate import Evaluation
from kzrights.law.law import packaged_law
from kzrights.open_facts import open_facts, suppose
from kzrights.worlds import Worlds

LAW = packaged_law()
FEW = settings().max_examples // 6
"""Each example looks at all completions of a case."""
DAYS = st.dates(Date(2018, 1, 1), Date(2030, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))
NARROW = st.integers(1, 12)


def near(day: Date, width: int) -> kz.Between:
    return kz.Between(day, days_after(day, width))


@st.composite
def small_cases(draw: st.DrawFn) -> Case:
    """Cases with up to three unknowns of few values each, so that every completion can be looked at."""
    verdict = draw(st.dates(Date(2017, 1, 1), Date(2021, 12, 31)))
    start = Date(verdict.year, verdict.month, verdict.day)
    offence = kz.Offence(article=draw(st.sampled_from(["174", "405", "274(3)", "174(1)"])), committed=Date(2016, 5, 1))
    years = kz.Term(years=draw(st.integers(1, 4)))
    prison = kz.Imprisonment(term=years, security=draw(st.sampled_from([None, kz.Security.MEDIUM])))
    main = (
        prison if draw(st.booleans()) else kz.RestrictedFreedom(term=years, accepted=days_after(start, 20), duties=())
    )
    ban = kz.ActivityBan(term=kz.Term(years=draw(st.integers(1, 5))), scope=(kz.Scope.PUBLIC_ACTIVITY,))
    conviction = kz.Conviction(
        id="c1",
        verdict=start,
        in_force=draw(st.sampled_from([start, near(start, draw(NARROW))])),
        offences=(offence,),
        punishments=(main, ban) if draw(st.booleans()) else (main,),
    )
    events: list[kz.Event] = []
    released = days_after(start, 400)
    if isinstance(main, kz.Imprisonment):
        on = draw(st.sampled_from([released, near(released, draw(NARROW))]))
        events.append(kz.Release(on=on, ground=kz.ReleaseGround.SERVED))
    if draw(st.booleans()):
        moved = days_after(released, draw(st.integers(1, 500)))
        on = draw(st.sampled_from([moved, near(moved, draw(NARROW))]))
        events.append(kz.Requalified(on=on, article=offence.article, to="274(3)"))
    try:
        return kz.Case(person=kz.Person(label=""), convictions=(conviction,), events=events)
    except CaseError:
        assume(False)
        raise


def completions(case: Case) -> Iterator[Case]:
    """Yield every completion of a small case: each day of each range, each part of an article, each regime."""
    facts = open_facts(case, LAW)
    for values in product(*(_values(fact) for fact in facts)):
        try:
            yield suppose(case, {fact.path: value for fact, value in zip(facts, values, strict=True)})
        except CaseError:
            continue


def _values(fact: Any) -> list[object]:
    if fact.days is None:
        return list(fact.values)
    return [days_after(fact.days[0], at) for at in range((fact.days[1] - fact.days[0]).days + 1)]


def outcomes(case: Case, activity: Activity, on: Date) -> set[Permission]:
    found: set[Permission] = set()
    for one in completions(case):
        here = Evaluation(one, LAW)
        segments = [segment for segment in here.bounded(activity) if segment.start <= on]
        found |= set(segments[-1].outcomes)
    return found


@settings(max_examples=FEW)
@given(small_cases(), st.sampled_from(Activity), st.data())
def test_no_completion_is_left_out_and_none_is_invented(case: Case, activity: Activity, data: st.DataObject) -> None:
    """The outcomes hold those of every completion; where they are exact, they are those and no others."""
    facts = open_facts(case, LAW)
    assume(facts and _size(facts) <= 200)
    points = kz.timeline(case).change_points()
    on = data.draw(st.sampled_from(points) | DAYS) if points else data.draw(DAYS)
    answer, brute = kz.can(case, activity, on=on), outcomes(case, activity, on)
    assert brute <= set(answer.outcomes)
    if answer.exact and all(fact.complete for fact in facts):
        assert brute == set(answer.outcomes)


def _size(facts: Any) -> int:
    size = 1
    for fact in facts:
        size *= len(_values(fact))
    return size


@settings(max_examples=FEW)
@given(small_cases(), st.sampled_from(Activity), DAYS, st.data())
def test_a_settled_answer_stays_settled(case: Case, activity: Activity, on: Date, data: st.DataObject) -> None:
    """When one unknown becomes known, no new outcome appears."""
    facts = open_facts(case, LAW)
    assume(facts)
    fact = data.draw(st.sampled_from(facts))
    try:
        known = suppose(case, {fact.path: data.draw(st.sampled_from(_values(fact)))})
    except CaseError:
        assume(False)
    before, after = (kz.can(one, activity, on=on) for one in (case, known))
    assert set(after.outcomes) <= set(before.outcomes)


@settings(max_examples=FEW)
@given(small_cases(), st.sampled_from(Activity), DAYS)
def test_what_is_asked_for_settles_the_question(case: Case, activity: Activity, on: Date) -> None:
    """Whatever the facts asked for turn out to be, the question is settled; and none of them is to spare."""
    asking = kz.ask_next(case, activity, on=on)
    assume(asking.least and asking.enough)
    facts = {fact.path: fact for fact in open_facts(case, LAW)}
    asked = [facts[question.path] for question in asking.least]
    assume(_size(asked) <= 100)
    worlds = Worlds(case, LAW)
    for values in product(*(_values(fact) for fact in asked)):
        here = worlds.under({fact.path: value for fact, value in zip(asked, values, strict=True)})
        if here is not None:
            assert not here.segment(activity, on)[1].doubtful


@pytest.mark.parametrize("days", [1, 12])
def test_what_ends_and_what_begins_on_one_day_leaves_no_gap(days: int) -> None:
    """Prison ends and the ban begins on the day of release: whichever it was, public speech was closed."""
    case = kz.Case(
        person=kz.Person(label=""),
        convictions=[
            kz.Conviction(
                id="c1",
                verdict=Date(2018, 1, 1),
                in_force=Date(2018, 2, 1),
                offences=[kz.Offence(article="174(1)", committed=Date(2016, 5, 1))],
                punishments=[
                    kz.Imprisonment(term=kz.Term(years=3), security=kz.Security.MEDIUM),
                    kz.ActivityBan(term=kz.Term(years=2), scope=[kz.Scope.ASSEMBLIES]),
                ],
            )
        ],
        events=[kz.Release(on=near(Date(2020, 6, 1), days), ground=kz.ReleaseGround.SERVED)],
    )
    answer = kz.can(case, Activity.ORGANISE_ASSEMBLY, on=Date(2020, 6, 1))
    assert (answer.permission, answer.exact) == (Permission.PROHIBITED, True)
