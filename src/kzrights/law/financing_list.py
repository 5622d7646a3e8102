"""Law of 28 August 2009 No 191-IV, article 12(4)-(5): on the financing list and off it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kzrights.facts.vocabulary import ListingGround
from kzrights.law.acts import LAW_191
from kzrights.law.course import Course
from kzrights.law.rules import (
    Found,
    derives,
    derives_from_case,
)
from kzrights.law.world import World
from kzrights.moments import END, Moment, Period, later
from kzrights.statuses import StatusKind, Traits

LISTED: Final = StatusKind.LISTED


@derives(LISTED, LAW_191 / "12(4)(3)")
def due_to_be_listed(course: Course) -> Iterator[Found]:
    """A final conviction for an extremist or terrorist crime puts the person on the list until the record ends.

    The record's expiry or lifting (12(5)(5)), a conviction annulled (12(5)(2)) and death (12(5)(4)) take them off.
    """
    if course.world.case.listings is not None:
        return
    caught = course.extremist_or_terrorist
    if caught is False:
        return
    period = _while_record_lasts(course)
    yield Found(
        period=period if caught else period.perhaps(course.articles_missing),
        because=f"presumed: the file has no listing, but conviction {course.id} is for an extremist or terrorist "
        "crime, so the person is due to be listed",
        facts=tuple(judged.path for judged in course.offences),
        presumed=True,
    )


def _while_record_lasts(course: Course) -> Period:
    ends = [ruling.value for ruling in course.ends("record")]
    return Period(course.in_force, course.record.value).until(*ends, *course.no_longer_extremist, course.world.death)


@derives_from_case(LISTED, LAW_191 / "12(5)")
def listed(world: World) -> Iterator[Found]:
    """One on the list stays on it until taken off; once its ground has ended, it lacks one."""
    for at, listing in enumerate(world.case.listings or ()):
        path = f"listings[{at}]"
        start = Moment.of(listing.listed, f"{path}.listed")
        course = world.course_of(listing.conviction) if listing.ground is ListingGround.CONVICTION else None
        off = END if listing.delisted is None else Moment.of(listing.delisted, f"{path}.delisted", start.earliest)
        yield Found(
            period=Period(start, later(start, off)).until(world.death),
            because=f"listed on the ground of {listing.ground.value.replace('_', ' ')}"
            + ("" if listing.delisted else "; still on the list as far as is known"),
            facts=(path,),
            conviction=course.id if course else None,
            traits=Traits(
                lawful_end=_lawful_end(course, start),
                united_nations=listing.ground is ListingGround.UNITED_NATIONS,
                open_facts=frozenset({f"{path}.delisted"}),
            ),
        )


def _lawful_end(course: Course | None, start: Moment) -> Moment | None:
    """Return the day the ground of a listing ended: that of a conviction ends with its record."""
    return later(start, _while_record_lasts(course).end) if course else None
