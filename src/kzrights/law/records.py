"""Records of several convictions together: each on its own, then prolonged by later crimes (79(6), 79(8))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kzrights.law.rules import Ruling
from kzrights.moments import NOTHING, Moment, earlier, hull, later

if TYPE_CHECKING:
    from kzrights.law.course import Course, Judged, RecordOf, World


def records(world: World) -> dict[str, Ruling]:
    """Return the rule on when the record of each conviction ends, by its id."""
    found = {course.id: record_of(course, course.served) for course in world.courses}
    for _ in world.courses:
        for first in world.courses:
            for second in world.courses:
                if first is not second and second.crime is not False:
                    _prolong(found, first, second)
    return found


def record_of(course: Course, clock: Moment) -> Ruling:
    """Return the record of one conviction, counted from ``clock``: that of its gravest offence lasts longest."""
    rulings = [_record_of_offence(course, judged, clock) for judged in course.offences]
    decisive = max(rulings, key=lambda ruling: (ruling.value.latest, ruling.value.earliest))
    return evolve(decisive, value=later(*(ruling.value for ruling in rulings)))


def _record_of_offence(course: Course, judged: Judged, clock: Moment) -> Ruling:
    from kzrights.law.course import RecordOf

    rulings = []
    for sanction in judged.sanctions:
        of = RecordOf(course=course, judged=judged, sanction=sanction, clock=clock)
        ruling = course.world.mildest("end of a record", of, act=judged.act, missing=of.missing)
        if ruling is not None:
            rulings.append(_under_later_sanctions(of, ruling))
    if not rulings:
        rule = course.world.law.topic("end of a record")[0]
        return Ruling(rule=rule, value=course.in_force)
    decisive = max(rulings, key=lambda ruling: (ruling.value.latest, ruling.value.earliest))
    return evolve(decisive, value=hull(*(ruling.value for ruling in rulings), missing=judged.missing))


def _under_later_sanctions(of: RecordOf, ruling: Ruling) -> Ruling:
    """Shorten the record where a later edition of the article is milder, from its own first day (6(1)-(2))."""
    world = of.course.world
    ends = [ruling.value]
    for row in world.law.offences.of(of.sanction.article):
        if row.since > of.sanction.since:
            again = world.mildest("end of a record", evolve(of, sanction=row), act=of.judged.act, missing=of.missing)
            ends += [later(Moment.on(row.since), again.value)] if again else []
        if row.struck_out and row.until > of.sanction.since:
            ends.append(later(Moment.on(row.until), of.course.in_force))
    return evolve(ruling, value=earlier(*ends))


def _prolong(found: dict[str, Ruling], first: Course, second: Course) -> None:
    """Restart the record of ``first`` if ``second`` is for a crime committed before it ended (79(8))."""
    end, other = found[first.id].value, found[second.id].value
    begun = first.in_force
    acts = [judged.act for judged in second.offences if judged.may_be("misdemeanour") is not True]
    if not any(act.latest >= begun.earliest and act.earliest < end.latest for act in acts):
        return
    surely = second.crime is True and any(begun.latest <= act.earliest and act.latest < end.earliest for act in acts)
    restarted = later(end, other, record_of(first, later(first.served, second.served)).value)
    missing = NOTHING.union(
        begun.missing, end.missing, *(judged.missing | judged.act.missing for judged in second.offences)
    )
    for id in (first.id, second.id):
        before = found[id].value
        after = later(before, restarted)
        found[id] = evolve(found[id], value=after if surely else hull(before, after, missing=missing))
