"""Rules: small pure functions that carry their provision, their edition and their clock.

The docstring of a rule is the norm in plain words; explanations and the docs print it. A new edition is
a second function with its own ``since``; the old one gets ``until``. Three decorators make rules:

* :func:`answers`: a value other rules ask for (a ratio of credit, the end of a record);
* :func:`derives`: facts to a status with its span;
* :func:`restricts`: a status to what it does to activities.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypedDict, Unpack

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import NEVER, Span, Term
from kzrights.facts.vocabulary import Duty
from kzrights.law.sources import VERIFIED, Provision
from kzrights.moments import Missing, Moment, Period
from kzrights.statuses import Status, StatusKind, Traits
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.world import World

CODE: Final = Date(2015, 1, 1)
"""The Criminal Code, the Criminal Executive Code and the Criminal Procedure Code of 2014 came into force."""


class Clock(StrEnum):
    """Which day picks the edition of a rule."""

    ACT = "act"
    """The day of the act; a milder later law applies back (Criminal Code 5-6)."""
    EVENT = "event"
    """The day of the verdict, release or listing."""
    QUESTION = "question"
    """The asked day itself."""


class Confidence(StrEnum):
    """How the provision was read."""

    SEEN = "seen"
    """The text itself was read in the edition cited."""
    SECONDARY = "secondary"
    """A secondary source was read."""
    INFERRED = "inferred"
    """Deduced from texts that were read."""


@frozen(kw_only=True, repr=False, eq=False)
class Condition(Value):
    """What must be observed for an activity to be allowed.

    ``kind`` is one of ``cap``, ``permission``, ``notice``, ``hours``, ``application``, ``part``.
    """

    kind: str
    says: str


Guard: TypeAlias = bool | None
"""Whether a rule applies; ``None`` when a fact that decides it is not known."""


@frozen(kw_only=True, eq=False, repr=False)
class Found(Shown):
    """What a deriving rule found: a period, in words why, and the facts used."""

    period: Period
    because: str
    facts: tuple[str, ...] = ()
    presumed: bool = False
    traits: Traits = field(default=Traits())
    later_traits: tuple[tuple[Moment, Traits], ...] = ()
    conviction: str | None = None
    rule: Rule | None = None
    also: tuple[Rule, ...] = ()


@frozen(kw_only=True, eq=False, repr=False)
class Rule(Shown):
    """One norm in one edition.

    Attributes:
        name: unique in a law set.
        topic: what it answers; rules of one topic are asked together.
        series: what this edition continues; editions of one series follow each other without a gap.
        provision: what it cites.
        since: first day of this edition.
        until: first day on which it no longer stands; ``NEVER`` while it does.
        clock: which day picks the edition.
        norm: the norm in plain words.
        function: the rule itself.
        status: the status it derives, or on which a restriction rests.
        forbids, doubts, limits: the activities a restriction prohibits, makes unclear or conditions.
        permits: the activities it leaves open by name, as an exception inside a wider restriction.
        for_ever: whether the restriction outlives the status.
        lasts: how long it lasts from the status' first day, whatever becomes of the status.
        duty: the duty of a court on which it rests, and with which it ends.
        named: whether it reaches only activities the status itself names.
        restated: first days of later editions of the provision that leave this norm as it is.
        amended_by: the law that brought this edition.
        confidence: how it was read.
        verified: the day to which it was verified.
    """

    name: str
    topic: str
    series: str
    provision: Provision
    since: Date
    until: Date = NEVER
    clock: Clock = Clock.QUESTION
    norm: str = field(repr=False)
    function: Callable[..., Any] = field(repr=False)
    of_case: bool = field(default=False, repr=False)
    status: StatusKind | None = None
    forbids: tuple[Activity, ...] = field(default=(), repr=False)
    doubts: tuple[Activity, ...] = field(default=(), repr=False)
    limits: tuple[Activity, ...] = field(default=(), repr=False)
    permits: tuple[Activity, ...] = field(default=(), repr=False)
    for_ever: bool = field(default=False, repr=False)
    lasts: Term | None = field(default=None, repr=False)
    duty: Duty | None = field(default=None, repr=False)
    named: bool = field(default=False, repr=False)
    restated: tuple[Date, ...] = field(default=(), repr=False)
    amended_by: str = field(default="", repr=False)
    confidence: Confidence = field(default=Confidence.SEEN, repr=False)
    verified: Date = field(default=VERIFIED, repr=False)
    source: str = field(default="", repr=False)

    def __call__(self, *args: Any) -> Any:
        """Apply the rule."""
        return self.function(*args)

    @property
    def span(self) -> Span:
        """The days on which this edition stands."""
        return Span(self.since, self.until)

    @property
    def edition(self) -> Date:
        """The day by which the edition is cited: its first."""
        return self.since

    def edition_on(self, day: Date) -> Date:
        """Return the first day of the edition in force on ``day``, restatements counted."""
        return max((start for start in (self.since, *self.restated) if self.since <= start <= day), default=self.since)

    @property
    def address(self) -> str:
        """The official address of the act."""
        return self.provision.act.address()

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Every activity the rule touches."""
        return (*self.forbids, *self.doubts, *self.limits, *self.permits)

    def evolve(self, **changes: Any) -> Rule:
        """Return a copy with ``changes``; used by reforms."""
        return evolve(self, **changes)


@functools.cache
def _day(text: str | Date) -> Date:
    return text if isinstance(text, Date) else Date.fromisoformat(text)


class Edition(TypedDict, total=False):
    """What every decorator takes of an edition.

    ``since`` is its first day (that of the Code of 2014 by default), ``until`` the first day on which it no
    longer stands; the rest as in :class:`Rule`.
    """

    since: str | Date
    until: str | Date | None
    clock: Clock
    series: str
    name: str
    amended_by: str
    confidence: Confidence
    source: str


class Reach(Edition, total=False):
    """What a restriction takes besides; as in :class:`Rule`."""

    forbids: tuple[Activity, ...]
    doubts: tuple[Activity, ...]
    limits: tuple[Activity, ...]
    permits: tuple[Activity, ...]
    for_ever: bool
    lasts: Term | None
    duty: Duty
    named: bool
    restated: tuple[str, ...]


def _rule(function: Callable[..., Any], topic: str, provision: Provision, clock: Clock, given: dict[str, Any]) -> Rule:
    name = given.pop("name", "") or function.__name__
    until = given.pop("until", None)
    return Rule(
        name=name,
        topic=topic,
        series=given.pop("series", "") or name,
        provision=provision,
        since=_day(given.pop("since", CODE)),
        until=_day(until) if until else NEVER,
        clock=given.pop("clock", clock),
        norm=inspect.cleandoc(function.__doc__ or ""),
        function=function,
        restated=tuple(_day(day) for day in given.pop("restated", ())),
        **given,
    )


def answers(topic: str, provision: Provision, **edition: Unpack[Edition]) -> Callable[[Callable[..., Any]], Rule]:
    """Make a rule of a function that answers ``topic``, or returns ``None`` where it does not apply."""

    def make(function: Callable[..., Any]) -> Rule:
        return _rule(function, topic, provision, Clock.EVENT, {**edition})

    return make


def derives(
    status: StatusKind, provision: Provision, **edition: Unpack[Edition]
) -> Callable[[Callable[[Course], Iterator[Found]]], Rule]:
    """Make a rule of a function from the course of a conviction to the periods of a status."""

    def make(function: Callable[[Course], Iterator[Found]]) -> Rule:
        return _rule(function, f"status {status}", provision, Clock.EVENT, {**edition, "status": status})

    return make


def derives_from_case(
    status: StatusKind, provision: Provision, **edition: Unpack[Edition]
) -> Callable[[Callable[[World], Iterator[Found]]], Rule]:
    """Make a rule of a function from a whole case to the periods of a status, on the clock of the question."""

    def make(function: Callable[[World], Iterator[Found]]) -> Rule:
        given = {**edition, "status": status, "of_case": True}
        return _rule(function, f"status {status}", provision, Clock.QUESTION, given)

    return make


def restricts(
    status: StatusKind, provision: Provision, **reach: Unpack[Reach]
) -> Callable[[Callable[[Status], Guard | Condition]], Rule]:
    """Make a rule of a function that says whether a status restricts the activities, and on what condition.

    The function returns ``True`` or ``False``; ``None`` where a fact that decides it is missing; for
    ``limits`` the :class:`Condition`.
    """

    def make(function: Callable[[Status], Guard | Condition]) -> Rule:
        return _rule(function, "restriction", provision, Clock.QUESTION, {**reach, "status": status})

    return make


@frozen(kw_only=True, repr=False, eq=False)
class Choice(Value):
    """One defensible way to read the law.

    Attributes:
        name: its id.
        says: the reading in a sentence.
        source: what supports it.
    """

    name: str
    says: str
    source: str


@frozen(kw_only=True, repr=False, eq=False)
class Reading(Value):
    """A question the law leaves open, with the defensible answers; the first is the default.

    Attributes:
        name: its id.
        question: what is open.
        choices: two or more.
    """

    name: str
    question: str
    choices: tuple[Choice, ...]

    @property
    def default(self) -> str:
        """The id of the choice the library takes unless told otherwise."""
        return self.choices[0].name

    def choice(self, name: str) -> Choice | None:
        """Return the choice with that id."""
        return next((choice for choice in self.choices if choice.name == name), None)


@frozen(kw_only=True, eq=False, repr=False)
class Ruling(Shown):
    """What a rule answered; ``rejected`` are less mild editions considered, ``also`` rules that added to it."""

    rule: Rule
    value: Any
    missing: Missing = frozenset()
    rejected: tuple[tuple[Rule, Any], ...] = ()
    also: tuple[Rule, ...] = ()
