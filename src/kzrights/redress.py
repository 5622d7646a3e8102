"""Whether a person is to be rehabilitated, to what, until when, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.answers import MissingFact
from kzrights.calendar import as_date
from kzrights.evaluate import evaluation
from kzrights.explain import cite, proposed
from kzrights.facts.case import Case
from kzrights.facts.events import Quashed, Release, Requalified
from kzrights.facts.vocabulary import Outcome, ReleaseGround
from kzrights.law.course import Course
from kzrights.law.judged import any_of
from kzrights.law.law import Law, packaged_law
from kzrights.law.redress_notions import Fate
from kzrights.law.rules import CODE
from kzrights.missing import describe
from kzrights.moments import Moment
from kzrights.plain import reform
from kzrights.steps import Step, distinct, line, plain_missing, plain_step, steps
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.reforms.reform import Reform

_SAID: Final = {True: "ENTITLED", False: "NOT ENTITLED", None: "NOT KNOWN"}
_CHAPTER: Final = "[Criminal Procedure Code, art. 37-42]"
_REVIEW: Final = {True: "open", False: "closed", None: "perhaps open"}
_ELSEWHERE: Final = {True: "elsewhere, owed", False: "elsewhere, no", None: "elsewhere, open"}
_UNTOLD: Final = (Outcome.ACQUITTED, Outcome.TERMINATED, Outcome.REMANDED)


@frozen(kw_only=True, repr=False, eq=False)
class Redress(Value):
    """What becomes of one conviction.

    Attributes:
        conviction: its id.
        entitled: whether there is a ground; ``None`` when not known. What the State would have to prove first
            (Criminal Procedure Code 38(4)) does not make it unknown.
        partial: whether only for the part of the time served that was unlawful.
        grounds: what speaks for it.
        bars: what stands in the way, or would; and what is mistaken for a ground.
        claims: to what.
        ways: how a verdict that stands may still be reviewed.
        deadlines: until when; ``finding.by`` is the last day where one can be reckoned.
        days: how many days were served unlawfully, at least and at most, where that is what counts.
        missing: the facts that would settle it.
    """

    conviction: str
    entitled: bool | None
    partial: bool = False
    grounds: tuple[Step, ...] = field(default=(), repr=False)
    bars: tuple[Step, ...] = field(default=(), repr=False)
    claims: tuple[Step, ...] = field(default=(), repr=False)
    deadlines: tuple[Step, ...] = field(default=(), repr=False)
    ways: tuple[Step, ...] = field(default=(), repr=False)
    days: tuple[int, int] | None = None
    missing: tuple[MissingFact, ...] = ()


@frozen(kw_only=True, repr=False, eq=False)
class Rehabilitation(Value):
    """The answer to "is the person to be rehabilitated, and what is owed to them?".

    Attributes:
        on: the day.
        entitled: for any conviction; ``None`` when not known, and where the file has no verdict by that day.
        convictions: one by one, in the order of the case.
        elsewhere: other acts and grounds, which do not depend on what became of a verdict.
        missing: the facts that would settle it.
        reforms: the reforms of the law that change it, each on top of those applied before.
    """

    on: Date
    entitled: bool | None
    convictions: tuple[Redress, ...]
    elsewhere: tuple[Step, ...] = field(default=(), repr=False)
    missing: tuple[MissingFact, ...] = ()
    reforms: tuple[Reform, ...] = ()

    def __getitem__(self, conviction: str) -> Redress:
        return next(one for one in self.convictions if one.conviction == conviction)

    def explain(self) -> str:
        """Return the answer in words, with a citation on every line."""
        return "\n".join(_lines(self))

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as the plain data that ``kzrights rehabilitation --json`` prints."""
        return {
            "on": str(self.on),
            "entitled": self.entitled,
            "convictions": [_plain_redress(one) for one in self.convictions],
            "elsewhere": [plain_step(one) for one in self.elsewhere],
            "missing": plain_missing(self.missing),
            "reforms": [reform(one) for one in self.reforms],
        }


def rehabilitation(case: Case, *, on: Date, law: Law | None = None) -> Rehabilitation:
    """Say whether the person is to be rehabilitated on the day ``on``, to what, until when, and what is missing.

    Args:
        case: the facts.
        on: the day, a ``pendulum.Date``.
        law: the law to apply; the law as modelled by default.

    Raises:
        DateError: when ``on`` is not a day.
    """
    day, law = as_date(on, "on"), law or packaged_law()
    reforms = law.reformed_by(lambda other: rehabilitation(case, on=day, law=other).as_dict())
    world = evaluation(case, law).at(day).world
    courses = [course for course in world.courses if _begun(course, day)]
    convictions = tuple(_redress(course, day) for course in courses)
    return Rehabilitation(
        on=day,
        entitled=any_of([one.entitled for one in convictions]) if convictions else None,
        convictions=convictions,
        elsewhere=tuple(steps(world, "rehabilitation elsewhere", world, day, on=Moment.on(day))),
        missing=distinct(chain.from_iterable(one.missing for one in convictions)),
        reforms=reforms,
    )


# --- What became of a verdict


def _begun(course: Course, day: Date) -> bool:
    return Moment.of(course.conviction.verdict, f"{course.path}.verdict", CODE).earliest <= day


def _fates(course: Course, day: Date) -> list[Fate]:
    """Return what may have become of the verdict by the day: the last decision, as far as known which it was."""
    found = [fate for fate in _decisions(course, day) if fate.on.earliest <= day]
    done = [fate for fate in found if fate.on.latest <= day]
    last = [fate for fate in found if not any(fate.on.latest < other.on.earliest for other in done)]
    return last if done else [*last, *_untouched(course, day)]


def _untouched(course: Course, day: Date) -> Iterator[Fate]:
    if day < course.in_force.latest:
        yield Fate(course=course, day=day, pending=True)
    if course.in_force.earliest <= day:
        yield Fate(course=course, day=day)


def _decisions(course: Course, day: Date) -> Iterator[Fate]:
    quashed = list(course.own_events(Quashed))
    for path, event in quashed:
        yield _fate(path, event, event.outcome, course, day)
    for path, event in course.own_events(Requalified):
        yield _fate(path, event, Outcome.REQUALIFIED, course, day)
    for path, event in course.own_events(Release):
        if event.ground is ReleaseGround.QUASHED and not quashed:
            yield from (_fate(path, event, outcome, course, day) for outcome in _UNTOLD)


def _fate(path: str, event: Quashed | Requalified | Release, outcome: Outcome, course: Course, day: Date) -> Fate:
    earliest = Moment.of(course.conviction.verdict, f"{course.path}.verdict", CODE).earliest
    on = Moment.of(event.on, f"{path}.on", earliest)
    return Fate(course=course, day=day, outcome=outcome, path=path, on=on)


# --- What follows


def _redress(course: Course, day: Date) -> Redress:
    each = [_under(fate) for fate in _fates(course, day)]
    if len(each) == 1:
        return each[0]
    entitled = {one.entitled for one in each}
    return Redress(
        conviction=course.id,
        entitled=entitled.pop() if len(entitled) == 1 else None,
        partial=all(one.partial for one in each),
        grounds=_merged([one.grounds for one in each]),
        bars=_merged([one.bars for one in each]),
        claims=_merged([one.claims for one in each]),
        deadlines=_merged([one.deadlines for one in each]),
        ways=_merged([one.ways for one in each]),
        days=next((one.days for one in each), None) if len({one.days for one in each}) == 1 else None,
        missing=distinct(chain(_doubts(course, day), *(one.missing for one in each))),
    )


def _doubts(course: Course, day: Date) -> Iterator[MissingFact]:
    """Yield what would tell which of several decisions was the last."""
    fates = _fates(course, day)
    for path in sorted({path for fate in fates for path in fate.on.missing}):
        yield MissingFact(path=path, says=describe(path))
    if any(fate.pending for fate in fates):
        yield from (MissingFact(path=one, says=describe(one)) for one in sorted(course.in_force.missing))
    if len({fate.path for fate in fates}) < len(fates):
        yield MissingFact(path=fates[0].path, says="what became of the case when the verdict was quashed")


def _under(fate: Fate) -> Redress:
    """Return what follows if ``fate`` is what became of the verdict."""
    course, day = fate.course, fate.day
    then = Moment(min(fate.on.earliest, day), day) if fate.path else Moment.on(day)
    grounds = steps(course.world, "rehabilitation ground", fate, on=Moment.on(day))
    entitled = any_of([one.holds for one in grounds])
    owed = entitled is not False
    claims = steps(course.world, "rehabilitation claim", fate, on=Moment.on(day)) if owed else []
    deadlines = steps(course.world, "rehabilitation deadline", fate, on=then) if owed else []
    return Redress(
        conviction=course.id,
        entitled=entitled,
        partial=owed and fate.outcome is Outcome.REQUALIFIED,
        grounds=tuple(grounds),
        bars=tuple(steps(course.world, "rehabilitation bar", fate, on=Moment.on(day))),
        claims=tuple(claims),
        deadlines=tuple(deadlines),
        ways=tuple(steps(course.world, "rehabilitation way", fate, on=Moment.on(day))),
        days=next((one.finding.days for one in grounds if one.finding.days), None),
        missing=distinct(fact for one in (*grounds, *deadlines) for fact in one.finding.missing),
    )


def _merged(each: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """Return every step once; what does not follow from every possibility holds only perhaps."""
    steps: dict[str, Step] = {}
    for step in chain.from_iterable(each):
        sure = all(any(one.rule is step.rule and one.holds is step.holds for one in some) for some in each)
        finding = step.finding if sure else evolve(step.finding, holds=None)
        steps.setdefault(step.rule.name, evolve(step, finding=finding))
    return tuple(steps.values())


# --- In words


def _lines(given: Rehabilitation) -> Iterator[str]:
    yield f"Rehabilitation on {given.on}: {_SAID[given.entitled]}  {_CHAPTER}"
    if not given.convictions:
        yield f"No verdict in the file by then; how the prosecution ended is not known  {_CHAPTER}"
    for one in given.convictions:
        yield from _of_conviction(one)
    for step in given.elsewhere:
        yield line(_ELSEWHERE[step.holds], step)
    yield from (f"under a reform that is not law: {proposed(one)}" for one in given.reforms)


def _of_conviction(one: Redress) -> Iterator[str]:
    part = ", in part" if one.partial else ""
    days = f"; {_served(one.days)} served unlawfully" if one.days else ""
    yield f"{one.conviction}: {_SAID[one.entitled]}{part}{days}  {_CHAPTER}"
    yield from (line(_ground(step), step) for step in one.grounds)
    yield from (line("in the way" if step.holds else "could stand in the way", step) for step in one.bars)
    yield from (line("owed" if one.entitled else "owed if entitled", step) for step in one.claims)
    yield from (line("deadline", step) for step in one.deadlines)
    yield from (line(f"review {_REVIEW[step.holds]}", step) for step in one.ways)
    asking = (*one.grounds, *one.deadlines)
    for fact in one.missing:
        citation = next((cite(step.rule, step.on) for step in asking if fact in step.finding.missing), _CHAPTER)
        yield f"  not known: {fact}  {citation}"


def _ground(step: Step) -> str:
    return {True: "ground", False: "no ground", None: "perhaps a ground"}[step.holds]


def _served(days: tuple[int, int]) -> str:
    least, most = days
    return f"{least} days" if least == most else f"{least} to {most} days"


# --- As plain data


def _plain_redress(one: Redress) -> dict[str, Any]:
    steps = {name: [plain_step(step) for step in getattr(one, name)] for name in _PARTS}
    return {
        "conviction": one.conviction,
        "entitled": one.entitled,
        "partial": one.partial,
        "days": {"at_least": one.days[0], "at_most": one.days[1]} if one.days else None,
        **steps,
        "missing": plain_missing(one.missing),
    }


_PARTS: Final = ("grounds", "bars", "claims", "deadlines", "ways")
