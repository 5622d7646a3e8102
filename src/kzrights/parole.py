"""From which day a court may grant parole (Criminal Code 72)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from kzrights.answers import MissingFact
from kzrights.calendar import NEVER, Term
from kzrights.errors import LawError
from kzrights.facts.case import Case
from kzrights.facts.punishments import Imprisonment, LifeImprisonment, RestrictedFreedom
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import Condition, Rule, Ruling
from kzrights.missing import describe
from kzrights.moments import NOTHING, START, Missing, Moment, earlier, hull, later
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.judged import Judged
    from kzrights.law.offences import Sanction
    from kzrights.reforms.reform import Reform

_Served = Imprisonment | RestrictedFreedom
_Due = tuple[Moment, Ruling]


@frozen(kw_only=True, repr=False, eq=False)
class EarliestParole(Value):
    """From when a court may grant parole from the main punishment of a conviction.

    Attributes:
        conviction: its id.
        day: the first day; ``None`` where parole is barred.
        share: the part of the term to serve, at least and at most; ``None`` where no share decides.
        rule: the provision that sets the share, or that bars.
        barred: why parole is closed; ``None`` where it is open, or may be.
        conditions: what must be so besides.
        missing: facts that would settle it.
        reforms: the reforms of the law that change it, each on top of those applied before.
    """

    conviction: str
    day: Moment | None = None
    share: tuple[Fraction, Fraction] | None = None
    rule: Rule | None = field(default=None, repr=False)
    barred: str | None = None
    conditions: tuple[Condition, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    reforms: tuple[Reform, ...] = ()

    @property
    def provision(self) -> str | None:
        """The citation."""
        return str(self.rule.provision) if self.rule else None


def earliest_parole(case: Case, conviction: str | None = None, *, law: Law | None = None) -> EarliestParole:
    """Return the first day on which parole may be granted, custody credited, and on what conditions.

    The share of the term is taken in whole days, a broken day counted whole; where a verdict has several crimes, the
    one that asks for most decides. Whether custody counts in the six months of imprisonment that must be served is
    not said: the day then lies between both readings. Grounds of privilege other than age are not in the file.

    Args:
        case: the facts.
        conviction: its id; may be left out where there is only one.
        law: the law to apply, the packaged one by default.

    Raises:
        LawError: when the case has no such conviction, or several and none is named.
    """
    law = law or packaged_law()
    found = _reached(case, conviction, law)
    return evolve(found, reforms=law.reformed_by(lambda other: _reached(case, conviction, other)))


def _reached(case: Case, conviction: str | None, law: Law) -> EarliestParole:
    """Return the first day on which the law of that day lets parole be asked for."""
    found = []
    starts = [start for start, _ in law.pieces]
    for (start, piece), end in zip(law.pieces, [*starts[1:], NEVER], strict=True):
        course = _course(case, conviction, piece)
        found.append(_under_each(course.stages))
        if (day := found[-1].day) is not None and day.earliest < end:
            return evolve(found[-1], day=later(day, Moment.on(start)))
    return found[-1]


def _course(case: Case, conviction: str | None, law: Law) -> Course:
    from kzrights.evaluate import evaluation

    course = evaluation(case, law).world.course_of(conviction)
    if course is None:
        raise LawError(f"conviction: expected one of {', '.join(_ids(case))}, got {conviction!r}")
    return course


def _under_each(stages: Sequence[tuple[Moment, Course]]) -> EarliestParole:
    """Return the first day on which the articles of that day let parole be asked for."""
    (since, course), *rest = stages
    found = _earliest(course)
    if found.day is None:
        return _under_each(rest) if rest else found
    day = later(found.day, since)
    found = evolve(found, day=day, missing=_missing(day.missing.union(fact.path for fact in found.missing)))
    if not rest or day.latest < rest[0][0].earliest:
        return found
    until, then = rest[0]
    after = _under_each([(_by(day, until), then), *rest[1:]])
    return after if day.earliest >= until.latest else _either(found, after, until)


def _by(day: Moment, decision: Moment) -> Moment:
    """Return a decision that matters no more once the day has come."""
    return Moment(decision.earliest, min(decision.latest, day.latest), decision.missing)


def _either(found: EarliestParole, after: EarliestParole, decision: Moment) -> EarliestParole:
    """Return what may be by either article, where it is not known whether the day comes before the decision."""
    days = [one.day for one in (found, after) if one.day is not None]
    shares = [one.share for one in (found, after) if one.share is not None]
    missing = decision.missing.union(fact.path for one in (found, after) for fact in one.missing)
    closed = [Condition(kind="part", says=f"not if {after.barred}")] if after.barred else []
    return evolve(
        found,
        day=hull(*days, missing=decision.missing),
        share=(min(least for least, _ in shares), max(most for _, most in shares)) if shares else None,
        conditions=tuple(dict.fromkeys((*found.conditions, *after.conditions, *closed))),
        missing=_missing(missing),
    )


def _missing(paths: Iterable[str]) -> tuple[MissingFact, ...]:
    return tuple(MissingFact(path=path, says=describe(path)) for path in sorted(paths))


def _earliest(course: Course) -> EarliestParole:
    bars = _bars(course)
    for rule, says, certain, _ in bars:
        if certain:
            return EarliestParole(conviction=course.id, rule=rule, barred=says)
    return _open(course, NOTHING.union(*(missing for *_, missing in bars)), [says for _, says, *_ in bars])


def _ids(case: Case) -> tuple[str, ...]:
    return tuple(one.id for one in case.convictions)


def _bars(course: Course) -> list[tuple[Rule, str, bool, Missing]]:
    return [
        (
            ruling.rule,
            ruling.value.says,
            ruling.value.certain and ruling.rule.since <= course.act.earliest,
            ruling.value.missing | (NOTHING if ruling.rule.since <= course.act.earliest else course.act.missing),
        )
        for ruling in course.world.ask("parole is barred", course, on=course.act)
    ]


def _open(course: Course, doubt: Missing, barring: list[str]) -> EarliestParole:
    assert course.main is not None
    punishment = course.main[1]
    reached = _from_life(course) if isinstance(punishment, LifeImprisonment) else _by_share(course)
    if reached is None:
        return EarliestParole(conviction=course.id, barred="no crime of the verdict has a share to serve")
    day, ruling = reached
    conditions = [ruling.value for ruling in course.world.ask("condition of parole", course, on=course.in_force)]
    conditions += [Condition(kind="part", says=f"not if {says}") for says in barring]
    return EarliestParole(
        conviction=course.id,
        day=day,
        share=ruling.value if isinstance(ruling.value, tuple) else None,
        rule=ruling.rule,
        conditions=tuple(conditions),
        missing=_missing(day.missing | doubt),
    )


def _from_life(course: Course) -> _Due:
    path, punishment = course.main or ("", None)
    assert isinstance(punishment, LifeImprisonment)
    topic = "time to serve of life imprisonment for parole"
    ruling = course.world.first(topic, punishment, on=course.in_force)
    start = course.starts(path, punishment)
    as_term = Imprisonment(term=ruling.value, security=punishment.security)
    low, high = (ruling.value.days_from(day) for day in (start.earliest, start.latest))
    return _between(course, as_term, path, low, high), ruling


def _by_share(course: Course) -> _Due | None:
    """Return the day by the crime that asks for most, no sooner than the law lets anyone ask."""
    found = [reached for judged in course.offences if (reached := _of_offence(course, judged)) is not None]
    if not found:
        return None
    _, ruling = max(found, key=lambda item: (item[1].value[1], item[1].value[0]))
    least = max(one.value[0] for _, one in found)
    day = later(*(day for day, _ in found), *_floor(course))
    return day, evolve(ruling, value=(least, ruling.value[1]))


def _of_offence(course: Course, judged: Judged) -> _Due | None:
    found = [one for sanction in judged.sanctions for one in _of_sanction(course, judged, sanction)]
    if not found:
        return None
    _, ruling = max(found, key=lambda item: item[1].value[1])
    least = min(one.value[0] for _, one in found)
    missing = judged.missing or frozenset({f"{judged.path}.against_life_or_health"})
    return _any([day for day, _ in found], missing), evolve(ruling, value=(least, ruling.value[1]))


def _any(days: list[Moment], missing: Missing) -> Moment:
    """Return a day that may be any of these; where they are one, what decides between them does not matter."""
    return days[0] if len({*days}) == 1 else hull(*days, missing=missing)


def _of_sanction(course: Course, judged: Judged, sanction: Sanction) -> Iterator[_Due]:
    """Yield the day and the rule for each way the crime may be taken: against life or health, or not."""
    stated = judged.offence.against_life_or_health
    violent = sanction.against_life_or_health if stated is None else stated
    gravity = course.world.gravity(sanction, judged.act)
    for taken in (True, False) if violent is None else (violent,):
        ordinary = _mildest(course, judged, (gravity, taken, False), START)
        ages = course.world.ask("age of privilege for parole", course.world.case.person, on=course.in_force)
        privileged = [_mildest(course, judged, (gravity, taken, True), age.value) for age in ages]
        found = [one for one in (ordinary, *privileged) if one is not None]
        if found:
            yield earlier(*(day for day, _ in found)), min(found, key=lambda item: item[0].latest)[1]


def _mildest(course: Course, judged: Judged, asked: tuple[object, ...], not_before: Moment) -> _Due | None:
    """Return the day by the law of the act or by a milder later one, which works from its own first day."""
    topic, world = "share to serve for parole", course.world
    at_act = world.ask(topic, *asked, on=judged.act)
    if not at_act:
        return None
    worst = max(at_act, key=lambda ruling: ruling.value[1])
    days = [_day(course, ruling, not_before) for ruling in at_act]
    candidates = [(_any(days, judged.act.missing), worst)]
    for start in world.law.later_editions(topic, judged.act.latest):
        for ruling in world.ask(topic, *asked, on=Moment.on(start)):
            candidates.append((later(Moment.on(start), _day(course, ruling, not_before)), ruling))
    best = min(candidates, key=lambda item: (item[0].latest, item[0].earliest))
    return earlier(*(day for day, _ in candidates)), best[1]


def _day(course: Course, ruling: Ruling, not_before: Moment) -> Moment:
    """Return the day on which the share is served."""
    path, punishment = course.main or ("", None)
    assert isinstance(punishment, _Served)
    start, (least, most) = course.starts(path, punishment), ruling.value
    known = isinstance(punishment.term, Term)
    low = _whole(punishment).share(least, start.earliest) if known else 1
    high = (_whole(punishment) if known else course.longest(punishment)).share(most, start.latest)
    missing = NOTHING if known else frozenset({f"{path}.term"})
    return later(_between(course, punishment, path, low, high, missing), not_before)


def _whole(punishment: _Served) -> Term:
    assert isinstance(punishment.term, Term)
    return punishment.term


def _floor(course: Course) -> Iterator[Moment]:
    """Yield the day on which the least that anyone must serve is served, with custody in it or without."""
    path, punishment = course.main or ("", None)
    assert isinstance(punishment, _Served)
    for ruling in course.world.ask("least to serve for parole", punishment, on=course.in_force):
        start = course.starts(path, punishment)
        low, high = (ruling.value.days_from(day) for day in (start.earliest, start.latest))
        yield hull(_between(course, punishment, path, low, high), start.after(ruling.value))


def _between(course: Course, punishment: _Served, path: str, low: int, high: int, missing: Missing = NOTHING) -> Moment:
    """Return the day on which so many days are served, custody credited by the milder law."""
    first, last = (_served(course, punishment, path, days) for days in (low, high))
    return Moment(first.earliest, last.latest, first.missing | last.missing | missing).within()


def _served(course: Course, punishment: _Served, path: str, days: int) -> Moment:
    part = evolve(punishment, term=Term(days=max(1, days)))
    ruling = course.world.mildest("end of a term", course, part, path, act=course.act)
    assert ruling is not None
    value: Moment = ruling.value
    return value
