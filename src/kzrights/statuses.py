"""The legal states a person may be in, and their spans."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.facts.vocabulary import Duty, MeasureDuty, Property, Scope
from kzrights.moments import END, START, Missing, Moment, Period
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.offences import Gravity
    from kzrights.law.rules import Rule


class StatusKind(StrEnum):
    """A legal state; the value is its id."""

    DETENTION = "detention"
    HOUSE_ARREST = "house_arrest"
    PROSECUTED = "prosecuted"
    ACCUSED = "accused"
    UNDERTAKING_NOT_TO_LEAVE = "undertaking_not_to_leave"
    PERSONAL_SURETY = "personal_surety"
    BAIL = "bail"
    DUTY_TO_APPEAR = "duty_to_appear"
    SUSPENDED_FROM_OFFICE = "suspended_from_office"
    PROPERTY_ARREST = "property_arrest"
    EXIT_RESTRICTION = "exit_restriction"
    IMPRISONMENT = "imprisonment"
    PAROLE = "parole"
    RESTRICTED_FREEDOM = "restricted_freedom"
    SUSPENDED_SENTENCE = "suspended_sentence"
    COMMUNITY_SERVICE = "community_service"
    CORRECTIVE_WORK = "corrective_work"
    FINE_DUE = "fine_due"
    ACTIVITY_BAN = "activity_ban"
    CRIMINAL_RECORD = "criminal_record"
    LISTED = "listed"
    ADMINISTRATIVE_SUPERVISION = "administrative_supervision"
    WORK_WITH_MINORS_BAR = "work_with_minors_bar"
    REHABILITATED = "rehabilitated"
    FOREIGN_CITIZENSHIP = "foreign_citizenship"
    RELEASED_WITHOUT_REHABILITATION = "released_without_rehabilitation"

    @property
    def label(self) -> str:
        """The id in words, such as ``"criminal record"``."""
        return str(self.value).replace("_", " ")


@frozen(kw_only=True, repr=False, eq=False)
class Traits(Value):
    """What rules need to know of a status beyond its span; ``None`` means it is not known.

    ``gravest`` are the gravities the gravest offence may have; ``duties``, ``property`` and ``posts`` what the
    order of a court or a prosecuting body names; ``lifted`` the duties a court cancelled, each with the first day
    without it; ``lawful_end`` is the day the ground of a listing ends; ``undone`` the day the conviction fell,
    which ends even what outlives a record; ``open_facts`` are the facts whose absence leaves a trait open.
    """

    extremist: bool | None = False
    terrorist: bool | None = False
    intentional: bool | None = True
    outside_table: bool = False
    articles: tuple[str, ...] = ()
    crime: bool | None = True
    gravest: tuple[Gravity, ...] = ()
    scope: tuple[Scope, ...] | None = ()
    duties: tuple[Duty | MeasureDuty, ...] | None = ()
    lifted: tuple[tuple[Duty, Moment], ...] = ()
    property: tuple[Property, ...] | None = ()
    posts: tuple[Activity, ...] | None = ()
    citizen: bool = True
    forbidden: tuple[Activity, ...] = ()
    exempt: tuple[Activity, ...] = ()
    lawful_end: Moment | None = None
    undone: Moment | None = None
    united_nations: bool = False
    open_facts: Missing = frozenset()


def _since(rule: Rule) -> Date:
    return rule.since


@frozen(kw_only=True, repr=False, eq=False)
class Status(Value):
    """A legal state of the person, from when until when, and why.

    ``because`` says in words how it came about; ``facts`` are the paths it was derived from; ``rule`` is
    the provision, in its edition, that decides its span. ``later_traits`` are what rules need to know of it from
    a day on, in the order of these days.
    """

    kind: StatusKind
    period: Period
    rule: Rule = field(repr=False)
    because: str
    facts: tuple[str, ...] = ()
    conviction: str | None = None
    presumed: bool = False
    traits: Traits = field(default=Traits(), repr=False)
    later_traits: tuple[tuple[Moment, Traits], ...] = field(default=(), repr=False)
    also: tuple[Rule, ...] = field(default=(), repr=False)
    editions: tuple[Rule, ...] = field(default=(), repr=False)

    @property
    def from_(self) -> Moment:
        """The first day."""
        return self.period.start

    @property
    def until(self) -> Moment:
        """The first day on which it no longer holds."""
        return self.period.end

    def phases(self) -> Iterator[tuple[Period, Status]]:
        """Yield the days between changes of its traits, each with the status as rules see it then."""
        if not self.later_traits:
            yield Period(), self
            return
        starts = (START, *(on for on, _ in self.later_traits), END)
        traits = (self.traits, *(later for _, later in self.later_traits))
        for (start, end), one in zip(pairwise(starts), traits, strict=True):
            yield Period(start, end), evolve(self, traits=one)

    def goes_on_as(self, other: Status) -> bool:
        """Say whether ``other`` is the same state under the next edition of the law."""
        same = (self.kind, self.facts, self.conviction) == (other.kind, other.facts, other.conviction)
        return same and self.period.end.latest == other.period.start.exact == other.rule.since

    def going_on(self, other: Status) -> Status:
        """Return the two as one state, which rests on the one rule and then on the other."""
        period = Period(self.period.start, other.period.end)
        return evolve(self, period=period, editions=(*self.editions, other.rule))

    def rule_on(self, day: Date) -> Rule:
        """Return the rule on which the state rests on ``day``."""
        return max((rule for rule in (self.rule, *self.editions) if rule.since <= day), key=_since, default=self.rule)

    def holds_on(self, day: Date) -> bool | None:
        """Say whether it holds on ``day``; ``None`` when that is not known."""
        if self.period.surely and day in self.period.surely:
            return True
        return None if self.period.possibly and day in self.period.possibly else False
