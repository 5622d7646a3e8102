"""Prosecutions as the rules see them: as the file states them, or implied by a measure only a suspect is under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kzrights.calendar import ALWAYS, LATEST, NEVER, Term
from kzrights.facts.days import bounds
from kzrights.facts.measures import (
    Bail,
    DutyToAppear,
    Measure,
    PersonalSurety,
    Prosecution,
    SuspensionFromOffice,
    UndertakingNotToLeave,
)
from kzrights.facts.vocabulary import ProsecutionEnd
from kzrights.law.judged import Judged, any_of, gravest, is_crime, judge
from kzrights.law.offences import Gravity
from kzrights.moments import END, NOTHING, Missing, Moment, Period
from kzrights.statuses import Traits
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.world import World

_OF_SUSPECTS: Final[tuple[type[Measure], ...]] = (
    UndertakingNotToLeave,
    PersonalSurety,
    Bail,
    DutyToAppear,
    SuspensionFromOffice,
)
_NOT_STATED: Final[Missing] = frozenset({"measures.prosecution"})


@frozen(kw_only=True, eq=False, repr=False)
class Charge(Shown):
    """A prosecution: from when until when, since when as an accused, and of what.

    ``offences`` is ``None`` where that is not known; ``stated`` is the entry of the file, if it has one.
    """

    path: str
    because: str
    period: Period
    accused: Moment
    offences: tuple[Judged, ...] | None
    unknown: Missing
    stated: Prosecution | None = None

    @property
    def extremist_or_terrorist(self) -> bool | None:
        """Whether any offence is an extremist or a terrorist crime."""
        return any_of([self._may_be("extremist"), self._may_be("terrorist")])

    @property
    def missing(self) -> Missing:
        """The facts that would tell of what."""
        if self.offences is None:
            return self.unknown
        return NOTHING.union(*(judged.missing for judged in self.offences))

    def _may_be(self, trait: str) -> bool | None:
        return None if self.offences is None else any_of([judged.may_be(trait) for judged in self.offences])

    def traits(self, world: World) -> Traits:
        """Return what other laws ask of a prosecution."""
        return Traits(
            extremist=self._may_be("extremist"),
            terrorist=self._may_be("terrorist"),
            intentional=self._may_be("intentional"),
            crime=is_crime(self.offences) if self.offences else None,
            gravest=gravest(self.offences, world) if self.offences else tuple(Gravity),
            outside_table=not all(world.law.offences.knows(one.offence.article) for one in self.offences or ()),
            citizen=world.case.person.citizen,
            undone=world.death,
            open_facts=self.missing,
        )


def charges(world: World) -> Iterator[Charge]:
    """Yield the prosecutions of the file, then those that its measures imply and no other surely covers."""
    stated = [_stated(world, path, one) for path, one in world.measures(Prosecution)]
    yield from stated
    for path, measure in world.measures(*_OF_SUSPECTS):
        period = period_of(world, measure, path)
        if not any(_covers(one.period, period) for one in stated):
            yield _implied(path, measure, period)


def _stated(world: World, path: str, one: Prosecution) -> Charge:
    period = period_of(world, one, path)
    latest = NEVER if one.accused is None else period.end.latest
    return Charge(
        path=path,
        because="a suspect or accused",
        period=period,
        accused=Moment.of(one.accused, f"{path}.accused", period.start.earliest, latest),
        offences=_judged(world, path, one),
        unknown=frozenset({f"{path}.offences"}),
        stated=one,
    )


def _judged(world: World, path: str, one: Prosecution) -> tuple[Judged, ...] | None:
    if one.offences is None:
        course = world.course_of(one.conviction) if one.ended is ProsecutionEnd.VERDICT else None
        return course.offences if course else None
    latest = bounds(one.from_, ALWAYS, LATEST)[1]
    return tuple(
        judge(offence, f"{path}.offences[{at}]", latest, world.law.offences) for at, offence in enumerate(one.offences)
    )


def _implied(path: str, measure: Measure, period: Period) -> Charge:
    return Charge(
        path=path,
        because=f"{measure.kind.replace('_', ' ')}: only a suspect or accused is put under it",
        period=period,
        accused=Moment(period.start.earliest, NEVER, period.start.missing | _NOT_STATED),
        offences=None,
        unknown=_NOT_STATED,
    )


def _covers(outer: Period, inner: Period) -> bool:
    return outer.start.latest <= inner.start.earliest and inner.end.latest <= outer.end.earliest


def period_of(world: World, measure: Measure, path: str) -> Period:
    """Return the days of a measure; one without a last day lasts, whatever verdicts follow."""
    start = Moment.of(measure.from_, f"{path}.from")
    end = END if measure.to is None else Moment.of(measure.to, f"{path}.to", start.earliest).after(Term(days=1))
    return Period(start, end).until(world.death)
