"""Labour Codes of 2007 and 2015: work with minors."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.facts.vocabulary import ProsecutionEnd
from kzrights.law.acts import LABOUR_2007, LABOUR_2015
from kzrights.law.course import Course
from kzrights.law.judged import any_of
from kzrights.law.prosecution import Charge, charges
from kzrights.law.rules import Found, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, Moment, Period, hull
from kzrights.statuses import Status, StatusKind, Traits

BAR = StatusKind.WORK_WITH_MINORS_BAR
SINCE_2015 = "2016-01-01"


@derives_from_case(BAR, LABOUR_2007 / "26(3)", until=SINCE_2015, series="work with minors")
def barred_from_minors_2007(world: World) -> Iterator[Found]:
    """Whoever was ever convicted of, or prosecuted for, an extremist or terrorist crime is not admitted."""
    yield from _ever_convicted(world)
    yield from _ever_prosecuted(world)


@derives_from_case(BAR, LABOUR_2015 / "26(2)(3)", since=SINCE_2015, series="work with minors")
def barred_from_minors(world: World) -> Iterator[Found]:
    """Whoever was ever convicted of, or prosecuted for, an extremist or terrorist crime is not admitted, for ever.

    An end of the prosecution for want of an event or of the elements of an offence lifts it. The list also
    names murder, intentional injury, crimes against health and morality, sexual crimes and trafficking;
    whether an article outside the library's table is among them is left open.
    """
    yield from _ever_convicted(world)
    yield from _ever_prosecuted(world)


def _ever_convicted(world: World) -> Iterator[Found]:
    for course in world.courses:
        for since, traits in ((course.in_force, course.traits), *course.later_traits):
            caught = any_of([traits.extremist, traits.terrorist])
            if caught is not False or traits.outside_table:
                yield _convicted(course, since, traits, caught)
            if caught:
                break


def _convicted(course: Course, since: Moment, traits: Traits, caught: bool | None) -> Found:
    facts = tuple(judged.path for judged in course.offences)
    period = course.cut(Period(since, END), "conviction")
    return Found(
        period=period if caught else period.perhaps(traits.open_facts or frozenset(facts)),
        because=f"conviction {course.id} is for a crime that bars for ever from work with minors"
        if caught
        else f"whether the crime of {course.id} is on the list that bars from work with minors is open",
        facts=facts,
    )


def _ever_prosecuted(world: World) -> Iterator[Found]:
    for charge in charges(world):
        caught, traits = charge.extremist_or_terrorist, charge.traits(world)
        if caught is False and not traits.outside_table:
            continue
        period = Period(charge.period.start, _lifted(world, charge)).until(world.death)
        yield Found(
            period=period if caught else period.perhaps(charge.missing or frozenset({f"{charge.path}.offences"})),
            because="prosecution for a crime that bars from work with minors"
            if caught
            else "whether the prosecution is for a crime that bars from work with minors is open",
            facts=(charge.path,),
        )


def _lifted(world: World, charge: Charge) -> Moment:
    """Return the first day on which a prosecution no longer bars; ``END`` unless its end cleared the person."""
    one = charge.stated
    if one is None or one.to is None or one.ended is ProsecutionEnd.NON_REHABILITATING:
        return END
    if one.ended is ProsecutionEnd.REHABILITATING:
        return charge.period.end
    if one.ended is None:
        return hull(charge.period.end, END, missing=frozenset({f"{charge.path}.ended"}))
    course = world.course_of(one.conviction)
    return course.cut(Period(charge.period.start, END), "conviction").end if course else END


@restricts(BAR, LABOUR_2007 / "26(3)", until=SINCE_2015, forbids=(A.TEACH_MINORS,), series="teaching minors")
def barred_from_teaching_minors_2007(_: Status) -> bool:
    """Education, upbringing, recreation, sport, medicine, social service and culture with minors are closed."""
    return True


@restricts(BAR, LABOUR_2015 / "26(2)(3)", since=SINCE_2015, forbids=(A.TEACH_MINORS,), series="teaching minors")
def barred_from_teaching_minors(_: Status) -> bool:
    """Education, upbringing, recreation, sport, medicine, social service and culture with minors are closed."""
    return True
