"""A case under a law: where rules ask other rules, for choices and for each other's results."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, field

from kzrights.errors import LawError
from kzrights.facts.case import Case
from kzrights.facts.events import Death
from kzrights.law.offences import Gravity, Sanction
from kzrights.law.rules import Ruling
from kzrights.moments import END, NOTHING, Missing, Moment, earlier, hull, later
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.law import Law

T = TypeVar("T")


@define(eq=False, slots=False, repr=False)
class World(Shown):
    """A case under a law: where rules ask for choices, other rules and each other's results."""

    case: Case
    law: Law
    readings: set[str] = field(factory=set, init=False)

    def choice(self, name: str) -> str:
        """Return how the reading ``name`` is taken, and remember that the outcome rests on it."""
        self.readings.add(name)
        return self.law.choice(name)

    @functools.cached_property
    def courses(self) -> tuple[Course, ...]:
        """The course of each conviction, in the order of the case."""
        from kzrights.law.course import Course

        return tuple(Course(self, conviction, at) for at, conviction in enumerate(self.case.convictions))

    def course_of(self, id: str | None) -> Course | None:
        """Return the course of the conviction with ``id``; without one, the only one there is."""
        found = self.case.conviction_of(id)
        return next((course for course in self.courses if course.conviction is found), None)

    def events(self, kind: type[T]) -> Iterator[tuple[str, T]]:
        """Yield the events of a kind, each with its path."""
        for at, event in enumerate(self.case.events):
            if isinstance(event, kind):
                yield f"events[{at}]", event

    def measures(self, *kinds: type[T]) -> Iterator[tuple[str, T]]:
        """Yield the measures of these kinds, each with its path."""
        for at, measure in enumerate(self.case.measures):
            if isinstance(measure, kinds):
                yield f"measures[{at}]", measure

    @functools.cached_property
    def death(self) -> Moment:
        """The day of death; ``END`` when none is known."""
        return next((Moment.of(event.on, f"{path}.on") for path, event in self.events(Death)), END)

    def ask(self, topic: str, *args: Any, on: Moment) -> list[Ruling]:
        """Return what each applicable rule of ``topic`` answers, in the editions of the day ``on``."""
        return [
            Ruling(rule=rule, value=value)
            for rule in self.law.topic(topic)
            if rule.since <= on.latest and on.earliest < rule.until and (value := rule(*args)) is not None
        ]

    def first(self, topic: str, *args: Any, on: Moment) -> Ruling:
        """Return the first answer to ``topic`` on the day ``on``.

        Raises:
            LawError: when the law set has no rule that answers.
        """
        for ruling in self.ask(topic, *args, on=on):
            return ruling
        raise LawError(f"law: no rule on {topic!r} applies on {on}")

    def gravity(self, sanction: Sanction, act: Moment) -> Gravity:
        """Return how grave an act under ``sanction`` is."""
        return self.first("gravity", sanction, on=Moment.on(act.earliest)).value  # type: ignore[no-any-return]

    @functools.cached_property
    def records(self) -> dict[str, Ruling]:
        """When the record of each conviction ends: each on its own, then prolonged by later crimes."""
        from kzrights.law.records import records

        return records(self)

    def mildest(self, topic: str, *args: Any, act: Moment, missing: Missing = NOTHING) -> Ruling | None:
        """Return the answer of ``topic`` that ends soonest: the law of the act, or a milder later one.

        A later edition works from its own first day (Criminal Code 6(1)); a harsher one never does.
        """
        first = self.ask(topic, *args, on=act)
        if not first:
            return None
        candidates = [first[0]] if len(first) == 1 else [_either(first, act.missing | missing)]
        for start in self.law.later_editions(topic, act.earliest):
            found = self.ask(topic, *args, on=Moment.on(start))
            if new := [ruling.rule for ruling in found if ruling.rule.since == start]:
                value = hull(*(ruling.value for ruling in found))
                candidates.append(Ruling(rule=new[0], value=later(Moment.on(start), value)))
        best = min(candidates, key=lambda ruling: (ruling.value.latest, ruling.value.earliest))
        value = earlier(*(ruling.value for ruling in candidates))
        others = [(ruling.rule, ruling.value) for ruling in candidates if ruling.value != best.value]
        return Ruling(rule=best.rule, value=value, rejected=tuple(others))


def _either(rulings: list[Ruling], missing: Missing) -> Ruling:
    worst = max(rulings, key=lambda ruling: ruling.value.latest)
    return Ruling(rule=worst.rule, value=hull(*(ruling.value for ruling in rulings), missing=missing))
