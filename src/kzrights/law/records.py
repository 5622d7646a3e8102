"""Records of several convictions together: each on its own, then prolonged by later crimes (79(6), 79(8))."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kzrights.calendar import Term
from kzrights.law.judged import Judged
from kzrights.law.offences import Gravity, Sanction
from kzrights.law.rules import Ruling
from kzrights.moments import NOTHING, Missing, Moment, earlier, hull, later
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.world import World


@frozen(kw_only=True, eq=False, repr=False)
class RecordOf(Shown):
    """The record of one offence under one sanction, counted from ``clock``: what article 79 asks about."""

    course: Course
    judged: Judged
    sanction: Sanction
    clock: Moment

    @functools.cached_property
    def gravity(self) -> Gravity:
        """How grave the offence is."""
        return self.course.world.gravity(self.sanction, self.judged.act)

    @property
    def imprisoned(self) -> bool:
        """Whether the person was punished by imprisonment, not conditionally."""
        return self.course.punished_by_imprisonment

    @property
    def milder_than_imprisonment(self) -> bool:
        """Whether a crime was punished by something milder than imprisonment."""
        return not self.imprisoned and not self.course.suspended and self.gravity is not Gravity.MISDEMEANOUR

    @property
    def violent(self) -> bool | None:
        """Whether the crime is against life or health; ``None`` when not known."""
        stated = self.judged.offence.against_life_or_health
        return self.sanction.against_life_or_health if stated is None else stated

    @property
    def adult(self) -> bool:
        """Whether the person was, or may have been, 18 at the act; taken so where no birth day is given."""
        adult_from = self._adult_from
        return adult_from is None or adult_from.earliest <= self.judged.act.latest

    @property
    def minor(self) -> bool:
        """Whether the person was, or may have been, under 18 at the act."""
        adult_from = self._adult_from
        return adult_from is not None and self.judged.act.earliest < adult_from.latest

    @functools.cached_property
    def _adult_from(self) -> Moment | None:
        born = self.course.world.case.person.born
        return None if born is None else Moment.of(born, "person.born").after(Term(years=18))

    @property
    def missing(self) -> Missing:
        """The facts that would settle it where several items of the article may apply."""
        return self.judged.act.missing | {f"{self.judged.path}.against_life_or_health", "person.born"}

    def imprisoned_for(self, *gravities: Gravity) -> bool:
        """Say whether an adult was imprisoned for a crime of one of the gravities."""
        return self.adult and self.imprisoned and self.gravity in gravities

    def years(self, number: int) -> Moment:
        """Return the day so many years after the clock starts."""
        return self.clock.after(Term(years=number))


def records(world: World) -> dict[str, Ruling]:
    """Return the rule on when the record of each conviction ends, by its id."""
    found = {course.id: record_of(course, course.served) for course in world.courses}
    for _ in world.courses:
        for first in world.courses:
            for second in world.courses:
                if first is not second:
                    _prolong(found, first, second)
    return found


def record_of(course: Course, clock: Moment) -> Ruling:
    """Return the record of one conviction, counted from ``clock``: that of its gravest offence lasts longest."""
    rulings = [_with_requalified(course, at, clock) for at in range(len(course.offences))]
    decisive = max(rulings, key=lambda ruling: (ruling.value.latest, ruling.value.earliest))
    return evolve(decisive, value=later(*(ruling.value for ruling in rulings)))


def _record_of_offence(course: Course, judged: Judged, clock: Moment) -> Ruling:
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


def _with_requalified(course: Course, at: int, clock: Moment) -> Ruling:
    """Count the record of an offence by its article, and by another it was moved to from the day of the decision."""
    judged = course.offences[at]
    ruling = _record_of_offence(course, judged, clock)
    for on, offences in course.requalified:
        if offences[at] is not judged:
            judged = offences[at]
            ruling = _from_then_on(ruling, _record_of_offence(course, judged, clock), on)
    return ruling


def _from_then_on(before: Ruling, after: Ruling, on: Moment) -> Ruling:
    if before.value.latest <= on.earliest:
        return before
    moved = evolve(after, value=later(on, after.value))
    if on.latest < before.value.earliest:
        return moved
    return evolve(before, value=hull(before.value, moved.value, missing=on.missing | before.value.missing))


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
    again = record_of(first, later(first.served, second.served)).value
    interrupted = first.world.first("record after a later crime", end, other, again, on=second.in_force)
    restarted: Moment = interrupted.value
    missing = NOTHING.union(
        begun.missing, end.missing, *(judged.missing | judged.act.missing for judged in second.offences)
    )
    for id in (first.id, second.id):
        before = found[id].value
        after = later(before, restarted)
        value = after if surely else hull(before, after, missing=missing)
        also = () if value == before else (interrupted.rule,)
        found[id] = evolve(found[id], value=value, also=(*found[id].also, *also))
