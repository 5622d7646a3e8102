"""Readings left open: what follows from every one of them is settled, the rest is not."""

from __future__ import annotations

from itertools import product

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import LAW, Activity, Permission
from kzrights.calendar import NEVER
from kzrights.cli import main
from kzrights.combined import EveryReading, _adds
from kzrights.evaluate import evaluation
from kzrights.examples import example, slugs
from kzrights.segments import Segment

OPEN = LAW.all_readings()
CONSULTED = {
    "atyrau-2016": ("ban_start", "half_day_of_credit"),
    "nursultan-2021": ("replaced_punishment", "supervision_of_2026"),
    "almaty-2023": ("record_of_suspended_sentence",),
}


@pytest.mark.parametrize("slug", CONSULTED)
def test_the_outcomes_are_those_of_all_ways_to_read(slug: str) -> None:
    """Brute force: each combination of the readings a case rests on, one law each."""
    case, names = example(slug), CONSULTED[slug]
    ways = list(product(*(LAW.choices(name) for name in names)))
    laws = [LAW.reading(**dict(zip(names, way, strict=True))) for way in ways]
    timelines = [kz.timeline(case, law=law) for law in laws]
    whole = kz.timeline(case, law=OPEN)
    days = {day for one in timelines for day in one.change_points()}
    for day in sorted(days)[::5]:
        for activity in Activity:
            found = {outcome for one in timelines for outcome in one.can(activity, on=day).outcomes}
            assert set(whole.can(activity, on=day).outcomes) == found


SIX_DATES = kz.loads(
    """
kzrights: 1
person: {label: made up}
custody: [{kind: detention, from: 2018-05-01..2018-06-15, to: 2019-02-04}]
convictions:
  - id: c1
    verdict: 2019-01-15
    in_force: 2019-02-05..2019-05-31
    offences: [{article: "174(1)", committed: 2018-01..2018-04}]
    punishments:
      - {kind: imprisonment, term: 4 years, security: medium}
      - {kind: activity_ban, term: 3 years, scope: [public_activity]}
      - {kind: fine, paid: 2019..2021}
events: [{kind: release, on: 2021-09..2021-12, ground: served}]
listings: [{listed: 2019-06..2019-09, ground: conviction}]
"""
)


def test_nothing_is_added_to_what_is_possible_under_some_reading() -> None:
    """Six uncertain dates and three readings: a stretch that is skipped under one of them has nothing of its own."""
    whole = evaluation(SIX_DATES, OPEN)
    assert isinstance(whole, EveryReading)
    ways = [part for _, part in whole.parts]
    assert len(ways) == 8
    for activity in Activity:
        days = {segment.start for one in (whole, *ways) for segment in one.segments(activity)}
        for day in days:
            found = {outcome for one in ways for outcome in one.segment(activity, day)[1].outcomes}
            assert set(whole.segment(activity, day)[1].outcomes) == found, (activity, day)


def test_a_stretch_adds_what_was_not_found_on_each_of_its_days() -> None:
    first, second, third = Date(2020, 1, 1), Date(2021, 1, 1), Date(2022, 1, 1)
    allowed, both = (Permission.ALLOWED,), (Permission.ALLOWED, Permission.PROHIBITED)
    before = (stretch(first, both), stretch(second, allowed), stretch(third, both))
    assert not _adds(stretch(first, both), second, [before])
    assert _adds(stretch(first, both), third, [before])
    assert not _adds(stretch(third, both), NEVER, [before])
    assert _adds(stretch(first, allowed), second, [])


def stretch(start: Date, outcomes: tuple[Permission, ...]) -> Segment:
    """Return a segment of which nothing matters but its first day and its outcomes."""
    return Segment(start=start, sure=(), perhaps=(), outcomes=outcomes, lapsed=False)


@pytest.mark.parametrize("slug", slugs())
def test_the_default_is_among_the_outcomes(slug: str) -> None:
    case = example(slug)
    plain, whole = kz.timeline(case), kz.timeline(case, law=OPEN)
    for day in (Date(2020, 3, 1), Date(2024, 2, 5), Date(2026, 6, 1)):
        for activity in Activity:
            assert set(plain.can(activity, on=day).outcomes) <= set(whole.can(activity, on=day).outcomes)


def test_the_reading_that_decides_is_named() -> None:
    """Criminal Code 50(4) or Criminal Executive Code 73(1): the ban ends up to five days later by the second."""
    answer = kz.can(example("atyrau-2016"), Activity.PUBLISH_BOOKS, on=Date(2024, 2, 6), law=OPEN)
    assert answer.permission is Permission.UNCLEAR
    assert "readings.ban_start" in [one.path for one in answer.missing]


def test_a_reading_that_is_chosen_is_not_left_open() -> None:
    law = OPEN.reading(ban_start="release", half_day_of_credit="dropped")
    answer = kz.can(example("atyrau-2016"), Activity.PUBLISH_BOOKS, on=Date(2024, 2, 6), law=law)
    assert answer.outcomes == kz.can(example("atyrau-2016"), Activity.PUBLISH_BOOKS, on=Date(2024, 2, 6)).outcomes


def test_every_way_is_taken_as_far_as_it_asks() -> None:
    parts = EveryReading(example("atyrau-2016"), OPEN).parts
    assert sorted(tuple(chosen) for chosen, _ in parts) == [("ban_start", "half_day_of_credit")] * 4


def test_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["can", "atyrau-2016", "publish_books", "--on", "2024-02-06", "--readings", "all"]) == 0
    assert "readings.ban_start: supply how a court answers: From which day" in capsys.readouterr().out
