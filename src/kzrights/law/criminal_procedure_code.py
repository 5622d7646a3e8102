"""Criminal Procedure Code of 4 July 2014 No 231-V: custody before the verdict, quashing, rehabilitation."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.calendar import Term
from kzrights.facts.events import Event, HouseArrestChanged, Quashed, Release
from kzrights.facts.execution import DutiesLifted
from kzrights.facts.person import Custody
from kzrights.facts.vocabulary import CustodyKind, Duty, HouseArrestBecame, Outcome, ReleaseGround
from kzrights.law.acts import CPC
from kzrights.law.course import Course
from kzrights.law.rules import CODE, Confidence, Found, answers, derives, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, Moment, Period, earlier, hull
from kzrights.statuses import Status, StatusKind

EVERYTHING = frozenset({"main", "ban", "record", "conviction"})


def _period(custody: Custody, path: str) -> Period:
    return Period(Moment.of(custody.from_, f"{path}.from"), Moment.of(custody.to, f"{path}.to").after(Term(days=1)))


@derives_from_case(StatusKind.DETENTION, CPC / "147")
def detention(world: World) -> Iterator[Found]:
    """Detention holds a suspect or accused in custody until the verdict is in force or the measure is changed."""
    for at, custody in enumerate(world.case.custody):
        if custody.kind is not CustodyKind.HOUSE_ARREST:
            path = f"custody[{at}]"
            because = custody.kind.value.replace("_", " ")
            yield Found(period=_period(custody, path).until(world.death), because=because, facts=(path,))
    for path, event in world.events(HouseArrestChanged):
        if event.to is HouseArrestBecame.DETENTION:
            start = Moment.of(event.on, f"{path}.on")
            ends = [end for course in world.courses if (end := _verdict_after(start, course.in_force))]
            period = Period(start, earlier(END, *ends)).until(world.death)
            yield Found(period=period, because="house arrest became detention", facts=(path,))


def _verdict_after(start: Moment, in_force: Moment) -> Moment | None:
    """Return the day a verdict in force ends detention begun on ``start``; perhaps never, if it may be earlier."""
    if in_force.latest < start.earliest:
        return None
    return in_force if start.latest <= in_force.earliest else hull(in_force.within(start.earliest), END)


@derives_from_case(StatusKind.HOUSE_ARREST, CPC / "146")
def house_arrest(world: World) -> Iterator[Found]:
    """House arrest confines a suspect or accused to the home, wholly or by hours, as the judge orders."""
    changes = [Moment.of(event.on, f"{path}.on") for path, event in world.events(HouseArrestChanged)]
    for at, custody in enumerate(world.case.custody):
        if custody.kind is CustodyKind.HOUSE_ARREST:
            path = f"custody[{at}]"
            period = _period(custody, path)
            for change in changes:
                period = _changed(period, change)
            yield Found(period=period.until(world.death), because="house arrest", facts=(path,))


def _changed(period: Period, change: Moment) -> Period:
    """End the house arrest by the change, surely or perhaps, as the change surely or perhaps falls into it."""
    start, end = period.start, period.end
    if start.latest <= change.earliest:
        return period.until(change)
    if change.latest < start.earliest:
        return period
    return Period(start, hull(end, earlier(end, change), missing=change.missing | start.missing))


@restricts(
    StatusKind.DETENTION,
    CPC / "147",
    forbids=(
        A.LEAVE_HOME_AT_NIGHT,
        A.LEAVE_DISTRICT,
        A.LEAVE_COUNTRY,
        A.CHANGE_RESIDENCE,
        A.EMIGRATE,
        A.ATTEND_ASSEMBLY,
    ),
)
def detention_isolates(_: Status) -> bool:
    """One in detention does not leave the place of custody."""
    return True


@restricts(
    StatusKind.HOUSE_ARREST,
    CPC / "146",
    doubts=(
        A.LEAVE_HOME_AT_NIGHT,
        A.LEAVE_DISTRICT,
        A.CHANGE_RESIDENCE,
        A.ATTEND_ASSEMBLY,
        A.GIVE_INTERVIEWS,
        A.POST_ON_SOCIAL_MEDIA,
    ),
)
def house_arrest_as_ordered(_: Status) -> bool:
    """The judge chooses the limits: not leaving home wholly or by hours, no means of communication, no visitors."""
    return True


@restricts(StatusKind.HOUSE_ARREST, CPC / "146", forbids=(A.LEAVE_COUNTRY, A.EMIGRATE))
def house_arrest_keeps_in_kazakhstan(_: Status) -> bool:
    """One under house arrest does not leave the country."""
    return True


@answers("what an event ends", CPC / "37, 494")
def quashing_ends(_: Course, event: Event) -> frozenset[str] | None:
    """A verdict quashed falls with all it imposed: acquittal, termination, or remand for a new trial."""
    if isinstance(event, Quashed):
        return frozenset() if event.outcome is Outcome.REQUALIFIED else EVERYTHING
    if isinstance(event, Release) and event.ground is ReleaseGround.QUASHED:
        return EVERYTHING
    return None


@derives(
    StatusKind.REHABILITATED,
    CPC / "37(1)",
    confidence=Confidence.INFERRED,
    source="seen; that it holds since 2015-01-01 follows from the footnotes",
)
def rehabilitated(course: Course) -> Iterator[Found]:
    """One acquitted, or whose case ended for want of an offence, is restored in all rights."""
    for path, event in course.own_events(Quashed):
        if event.outcome is Outcome.ACQUITTED:
            start = Moment.of(event.on, f"{path}.on", CODE)
            yield Found(period=Period(start, END), because=f"acquitted of {course.id}", facts=(path,))


@answers(
    "duties a court lifted",
    CPC / "476(9), 478(3)",
    source="seen in the editions of 2023 and 16.09.2025; that it holds since 2015-01-01 is inferred",
    confidence=Confidence.INFERRED,
)
def court_lifts_duties(course: Course) -> tuple[tuple[Duty, Moment], ...]:
    """On application a court may cancel, wholly or partly, the duties it laid on one restricted in freedom.

    Those that the law itself lays on every convict stay.
    """
    found: dict[Duty, Moment] = {}
    for path, event in course.own_events(DutiesLifted):
        on = course.moment_of(path, event)
        for duty in event.duties or Duty:
            found[duty] = earlier(found.get(duty, END), on)
    return tuple(found.items())
