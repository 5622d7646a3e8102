"""Labour Codes of 2007 and 2015: work with minors."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.law.acts import LABOUR_2007, LABOUR_2015
from kzrights.law.course import Course
from kzrights.law.rules import Found, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, Period
from kzrights.statuses import Status, StatusKind

BAR = StatusKind.WORK_WITH_MINORS_BAR
SINCE_2015 = "2016-01-01"


@derives_from_case(BAR, LABOUR_2007 / "26(3)", until=SINCE_2015, series="work with minors")
def barred_from_minors_2007(world: World) -> Iterator[Found]:
    """Whoever was ever convicted of an extremist or terrorist crime is not admitted to work with minors."""
    yield from _ever_convicted(world)


@derives_from_case(BAR, LABOUR_2015 / "26(2)(3)", since=SINCE_2015, series="work with minors")
def barred_from_minors(world: World) -> Iterator[Found]:
    """Whoever was ever convicted of an extremist or terrorist crime is not admitted to work with minors, for ever.

    The list also names murder, intentional injury, crimes against health and morality, sexual crimes and
    trafficking; whether an article outside the library's table is among them is left open.
    """
    yield from _ever_convicted(world)


def _ever_convicted(world: World) -> Iterator[Found]:
    for course in world.courses:
        caught = course.extremist_or_terrorist
        outside = course.traits.outside_table
        if caught is False and not outside:
            continue
        period = course.cut(Period(course.in_force, END), "conviction")
        yield Found(
            period=period if caught else period.perhaps(_open(course)),
            because=f"conviction {course.id} is for a crime that bars for ever from work with minors"
            if caught
            else f"whether the crime of {course.id} is on the list that bars from work with minors is open",
            facts=tuple(judged.path for judged in course.offences),
        )


def _open(course: Course) -> frozenset[str]:
    return course.articles_missing or frozenset(judged.path for judged in course.offences)


@restricts(BAR, LABOUR_2007 / "26(3)", until=SINCE_2015, forbids=(A.TEACH_MINORS,), series="teaching minors")
def barred_from_teaching_minors_2007(_: Status) -> bool:
    """Education, upbringing, recreation, sport, medicine, social service and culture with minors are closed."""
    return True


@restricts(BAR, LABOUR_2015 / "26(2)(3)", since=SINCE_2015, forbids=(A.TEACH_MINORS,), series="teaching minors")
def barred_from_teaching_minors(_: Status) -> bool:
    """Education, upbringing, recreation, sport, medicine, social service and culture with minors are closed."""
    return True
