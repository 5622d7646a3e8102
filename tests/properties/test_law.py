"""What holds of every case under the law: ends, and a milder law."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date

from kzrights import Activity, Case, HouseArrestChanged, Law, LifeImprisonment, Permission, StatusKind
from kzrights.calendar import NEVER
from kzrights.evaluate import Evaluation
from kzrights.facts import ActivityBan, ProsecutionEnd
from kzrights.law.law import packaged_law
from kzrights.law.offences import Sanction
from kzrights.segments import Hold
from kzrights.strategies import cases, dates

pytestmark = pytest.mark.usefixtures("bounds_only")

LAW = packaged_law()


@given(cases(), st.sampled_from(Activity), dates(Date(2014, 1, 1), Date(2060, 12, 31)))
def test_ends_do_not_precede_starts(case: Case, activity: Activity, on: Date) -> None:
    """A status does not end before it begins, and an answer changes after the day it is given for."""
    evaluation = Evaluation(case, LAW)
    for status in evaluation.statuses:
        assert status.period.start.earliest <= status.period.end.latest
        for span in (status.period.surely, status.period.possibly):
            assert span is None or span.start < span.end
    answer = evaluation.can(activity, on)
    assert answer.until.earliest > on
    assert answer.until.earliest <= answer.until.latest


# --- Every restriction ends, or says why it does not


def endless(case: Case) -> Iterator[Hold]:
    """Yield what still closes an activity after the last change."""
    evaluation = Evaluation(case, LAW)
    for activity in Activity:
        last = evaluation.segments(activity)[-1]
        yield from (hold for hold in (*last.sure, *last.perhaps) if hold.permission is not Permission.ALLOWED)


def has_a_reason(case: Case, hold: Hold) -> bool:
    """Say whether a restriction without an end is for ever by its text, rests on what is missing, or on a fact."""
    if hold.rule.for_ever or hold.period.end.missing or hold.missing or _may_have_been_release(hold):
        return True
    return _by_a_fact(case, hold.status.kind)


def _may_have_been_release(hold: Hold) -> bool:
    """Say whether it rests on how a prosecution ended, which the file does not say: a release has no last day."""
    released = hold.status.kind is StatusKind.RELEASED_WITHOUT_REHABILITATION
    return released and any(path.endswith(".ended") for path in hold.period.missing)


_OF_MEASURES = frozenset(
    {
        *(StatusKind.PROSECUTED, StatusKind.ACCUSED, StatusKind.EXIT_RESTRICTION),
        *(StatusKind.UNDERTAKING_NOT_TO_LEAVE, StatusKind.PERSONAL_SURETY, StatusKind.BAIL),
        *(StatusKind.DUTY_TO_APPEAR, StatusKind.SUSPENDED_FROM_OFFICE, StatusKind.PROPERTY_ARREST),
    }
)
"""A measure without a last day lasts."""


def _by_a_fact(case: Case, kind: StatusKind) -> bool:
    punishments = [one for conviction in case.convictions for one in conviction.punishments]
    for_life = any(isinstance(one, LifeImprisonment) or getattr(one, "life", False) for one in punishments)
    if kind is StatusKind.LISTED:
        return for_life or any(listing.delisted is None for listing in case.listings or ())
    if kind in _OF_MEASURES:
        return any(measure.to is None for measure in case.measures)
    if kind is StatusKind.RELEASED_WITHOUT_REHABILITATION:
        return any(getattr(one, "ended", None) is ProsecutionEnd.NON_REHABILITATING for one in case.measures)
    if kind is StatusKind.DETENTION:
        return any(isinstance(event, HouseArrestChanged) for event in case.events)
    return for_life or kind in (StatusKind.WORK_WITH_MINORS_BAR, StatusKind.FOREIGN_CITIZENSHIP)


@given(cases())
def test_every_restriction_ends_or_says_why_it_does_not(case: Case) -> None:
    """For ever by the text, for life by the verdict, still on the list, or a fact that would tell is missing."""
    for hold in endless(case):
        assert has_a_reason(case, hold), (hold.rule.name, hold.status.because)


def test_an_end_that_is_lost_is_seen() -> None:
    """The check fails for a restriction that simply never ends."""
    from kzrights import example

    case = example("atyrau-2016")
    statuses = Evaluation(case, LAW).statuses
    (record,) = [status for status in statuses if status.kind is StatusKind.CRIMINAL_RECORD]
    rule = LAW.rule("record_bars_candidates")
    period = attrs.evolve(record.period, end=attrs.evolve(record.period.end, earliest=NEVER, latest=NEVER))
    assert not has_a_reason(case, Hold(permission=Permission.PROHIBITED, period=period, status=record, rule=rule))


# --- A milder law


def milder(rows: tuple[Sanction, ...], since: Date) -> Law:
    """Return the law in which an article has no more than one year of imprisonment, from a day on."""
    before = [attrs.evolve(row, until=min(row.until, since)) for row in rows if row.since < since]
    after = [
        attrs.evolve(row, since=max(row.since, since), max_imprisonment=min(row.max_imprisonment, 1))
        for row in rows
        if row.until > since
    ]
    return LAW.amend(*before, *after)


def assert_never_stricter(case: Case, law: Law) -> None:
    """Compare a case under two laws on every day on which either changes."""
    one, two = Evaluation(case, LAW), Evaluation(case, law)
    for activity in Activity:
        for day in {segment.start for it in (one, two) for segment in it.segments(activity)}:
            was, now = one.segment(activity, day)[1], two.segment(activity, day)[1]
            assert min(now.outcomes) <= min(was.outcomes), (activity, day)
            assert max(now.outcomes) <= max(was.outcomes), (activity, day)


@given(cases(), dates(Date(2015, 1, 2), Date(2030, 12, 31)), st.data())
def test_a_milder_sanction_never_makes_stricter(case: Case, since: Date, data: st.DataObject) -> None:
    """Criminal Code 6(1): a law that softens a punishment works back; no day gets stricter by it."""
    articles = [offence.article for conviction in case.convictions for offence in conviction.offences]
    known = [article for article in articles if "(" in article and LAW.offences.knows(article)]
    assume(known)
    rows = LAW.offences.of(data.draw(st.sampled_from(known)))
    standing = [row for row in rows if row.since < since]
    assume(standing and standing[-1].until > since and standing[-1].max_imprisonment > 1)
    assert_never_stricter(case, milder(rows, since))


@given(cases(), dates(Date(2015, 1, 2), Date(2030, 12, 31)))
def test_a_ban_abolished_never_makes_stricter(case: Case, since: Date) -> None:
    """A law without a rule that restricts closes nothing that was open."""
    assume(any(isinstance(one, ActivityBan) for conviction in case.convictions for one in conviction.punishments))
    gone = [rule for rule in LAW.topic("restriction") if rule.status is StatusKind.ACTIVITY_BAN and rule.until > since]
    assert_never_stricter(
        case, LAW.amend(*(attrs.evolve(rule, until=max(since, rule.since.add(days=1))) for rule in gone))
    )


def test_never_stricter_sees_a_difference() -> None:
    """The comparison itself fails when a law becomes harsher."""
    from kzrights import example

    case = example("atyrau-2016")
    harsher = LAW.amend(attrs.evolve(LAW.rule("record_bars_candidates"), for_ever=True))
    with pytest.raises(AssertionError):
        assert_never_stricter(case, harsher)
