"""A case as it is, beside what it would be under other facts or another law: what differs, by which rule, how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Cited, Permission
from kzrights.calendar import ALWAYS, NEVER, Span, as_date
from kzrights.changes import whatif
from kzrights.errors import UnknownName
from kzrights.evaluate import Evaluation, evaluation
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import Rule
from kzrights.money import Tenge
from kzrights.scenarios import Given, Scenario, named
from kzrights.segments import Hold, Segment
from kzrights.totals import Totals, as_wage, totals_of, window
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class Cause(Cited):
    """A rule that decides on one side of a difference and not on the other.

    Attributes:
        rule: the provision in its edition.
        permission: what it makes of the activity by itself.
        certain: whether it surely applies.
        before: whether it decides in the case as it is; otherwise in the scenario.
        on: the first day on which it makes the difference.
    """

    rule: Rule = field(repr=False)
    permission: Permission
    certain: bool
    before: bool
    on: Date = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the rule in its law set."""
        return self.rule.name

    @property
    def same(self) -> tuple[str, Permission, bool, bool]:
        """What tells it from other causes of the same difference."""
        return self.name, self.permission, self.certain, self.before


@frozen(kw_only=True, repr=False, eq=False)
class Difference(Value):
    """Days on which an activity has one permission in the case as it is and another in a scenario.

    Attributes:
        activity: what the person may or may not do.
        span: the days, without its end.
        before: in the case as it is.
        after: in the scenario.
        rules: what decides on one side and not on the other, in the edition of its first day.
    """

    activity: Activity
    span: Span
    before: Permission
    after: Permission
    rules: tuple[Cause, ...]

    @property
    def days(self) -> int | None:
        """How many days; ``None`` where they have no known beginning or end."""
        return None if self.span.start == ALWAYS or self.span.end == NEVER else len(self.span)

    @property
    def freer(self) -> bool:
        """Whether the scenario gains these days; otherwise it loses them."""
        return self.after < self.before


@frozen(kw_only=True, repr=False, eq=False)
class Effect(Value):
    """What one scenario makes of a case.

    Attributes:
        scenario: what was asked.
        case: the case with its facts changed.
        law: the law it was put under.
        differences: from the case as it is, by activity, in the order of days.
        totals: of the scenario, over the window of the comparison.
    """

    scenario: Scenario
    case: Case = field(repr=False)
    law: Law = field(repr=False)
    differences: tuple[Difference, ...]
    totals: Totals

    @property
    def name(self) -> str:
        """The name of the scenario."""
        return self.scenario.name


@frozen(kw_only=True, repr=False, eq=False)
class Comparison(Value):
    """A case as it is, and what each scenario makes of it.

    Attributes:
        case: the case as it is.
        law: the law it was put under.
        days: those whose differences were asked for; without ends where all were.
        activities: those that were looked at.
        totals: of the case as it is, over the window.
        effects: one for each scenario, in the order in which they were given.
    """

    case: Case = field(repr=False)
    law: Law = field(repr=False)
    days: Span = field(repr=False)
    activities: tuple[Activity, ...] = field(repr=False)
    totals: Totals
    effects: tuple[Effect, ...]

    @property
    def window(self) -> Span:
        """The days over which totals are counted, without its end."""
        return self.totals.window

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences of all scenarios, one after the other."""
        return tuple(one for effect in self.effects for one in effect.differences)

    def __getitem__(self, name: str) -> Effect:
        for effect in self.effects:
            if effect.name == name:
                return effect
        raise UnknownName(f"scenario: expected one of {', '.join(one.name for one in self.effects)}, got {name!r}")

    def explain(self) -> str:
        """Return in words what differs, from when until when, and which rules make it so."""
        from kzrights.explain_comparison import explain

        return explain(self)

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as the plain data that ``kzrights compare --json`` prints."""
        from kzrights.plain_comparison import comparison

        return comparison(self)


def compare(
    case: Case,
    *scenarios: Given,
    from_: Date | None = None,
    to: Date | None = None,
    wage: Tenge | int | None = None,
    activities: Iterable[Activity | str] = (),
    law: Law | None = None,
) -> Comparison:
    """Compare a case as it is with what it would be under other facts or another law.

    Differences are those of all dates, or of the days asked for. Totals are counted over a window of days: those
    asked for, and where they are left out from the first day of custody, a measure, an act, a verdict, a listing or
    an event up to today in Kazakhstan, which counts.

    Args:
        case: the facts.
        scenarios: each a :class:`Scenario`, a change or a tuple of changes as for :func:`whatif`, a
            :class:`Law`, or a function from a law to a law, such as a reform.
        from_: the first day.
        to: the first day no longer looked at.
        wage: what the person earns in every month, in tenge; with it, totals say what the cap withholds.
        activities: what to look at, each an :class:`Activity` or its id; everything by default.
        law: the law of the case as it is; the law as modelled by default.

    Raises:
        CaseError: when a change does not fit the case.
        DateError: when ``from_`` or ``to`` is not a day, or ``to`` is not after ``from_``.
        MoneyError: when ``wage`` is not a whole number of tenge, zero or more.
        TypeError: for anything that is no scenario.
        UnknownName: when no activity has that id.
    """
    ends = ((from_, "from_", ALWAYS), (to, "to", NEVER))
    asked = _Asked(
        window=window(case, from_, to),
        law=law or packaged_law(),
        days=Span(*(as_date(day, name) if day else end for day, name, end in ends)),
        wage=as_wage(wage),
        activities=tuple(map(Activity.named, activities)) or tuple(Activity),
    )
    as_it_is = evaluation(case, asked.law)
    effects = tuple(asked.effect(as_it_is, one) for one in named(map(Scenario.of, scenarios)))
    return Comparison(
        case=case,
        law=asked.law,
        days=asked.days,
        activities=asked.activities,
        totals=asked.totals(as_it_is),
        effects=effects,
    )


@frozen(kw_only=True, repr=False, eq=False)
class _Asked(Value):
    """What is asked of each scenario: under which law, on which days, of what."""

    law: Law
    days: Span
    window: Span
    wage: Tenge | None
    activities: tuple[Activity, ...]

    def totals(self, of: Evaluation) -> Totals:
        return totals_of(of, self.window, self.wage, self.activities)

    def effect(self, as_it_is: Evaluation, scenario: Scenario) -> Effect:
        then = evaluation(whatif(as_it_is.case, *scenario.changes), scenario.under(self.law))
        found = (one for activity in self.activities for one in _differences(as_it_is, then, activity, self.days))
        return Effect(
            scenario=scenario, case=then.case, law=then.law, differences=tuple(found), totals=self.totals(then)
        )


def _differences(before: Evaluation, after: Evaluation, activity: Activity, days: Span) -> Iterator[Difference]:
    """Yield the days on which two evaluations differ; neighbours that differ in the same way are one."""
    last: Difference | None = None
    for span, one, other in _pieces(before, after, activity):
        inside = span & days
        if inside is None or one.permission is other.permission:
            continue
        new = Difference(
            activity=activity,
            span=inside,
            before=one.permission,
            after=other.permission,
            rules=tuple(_causes(one, other, inside.start)),
        )
        if last and _goes_on(last, new):
            last = evolve(last, span=Span(last.span.start, inside.end), rules=_joined(last.rules, new.rules))
            continue
        if last:
            yield last
        last = new
    if last:
        yield last


def _pieces(before: Evaluation, after: Evaluation, activity: Activity) -> Iterator[tuple[Span, Segment, Segment]]:
    sides = (before.segments(activity), after.segments(activity))
    points = sorted({segment.start for side in sides for segment in side})
    for start, end in pairwise((*points, NEVER)):
        yield Span(start, end), before.segment(activity, start)[1], after.segment(activity, start)[1]


def _goes_on(one: Difference, other: Difference) -> bool:
    return one.span.end == other.span.start and (one.before, one.after) == (other.before, other.after)


def _joined(*causes: Iterable[Cause]) -> tuple[Cause, ...]:
    found: dict[object, Cause] = {}
    for cause in (cause for some in causes for cause in some):
        found.setdefault(cause.same, cause)
    return tuple(found.values())


def _causes(before: Segment, after: Segment, on: Date) -> tuple[Cause, ...]:
    """Return what decides on one side and not on the other."""
    sides = [_joined(_deciding(before, on, before=True)), _joined(_deciding(after, on, before=False))]
    known = [{cause.same[:3] for cause in side} for side in sides]
    return tuple(
        cause
        for side, others in zip(sides, reversed(known), strict=True)
        for cause in side
        if cause.same[:3] not in others
    )


def _deciding(segment: Segment, on: Date, *, before: bool) -> Iterator[Cause]:
    """Yield the rules on which a permission rests: the strictest, or those that may make it stricter."""
    for hold, certain in _holds(segment):
        yield Cause(rule=hold.rule, permission=hold.permission, certain=certain, before=before, on=on)


def _holds(segment: Segment) -> Iterator[tuple[Hold, bool]]:
    if segment.doubtful:
        yield from ((hold, False) for hold in segment.perhaps if hold.permission > segment.outcomes[0])
        return
    strictest = segment.permission
    yield from ((hold, True) for hold in segment.sure if hold.permission is strictest and strictest)
