"""A law set as a value: amending it gives a new one and leaves the old one alone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import ALWAYS, as_date
from kzrights.errors import LawError
from kzrights.law.offences import Offences, Sanction
from kzrights.law.parameters import Parameter, Parameters
from kzrights.law.rules import CODE, Reading, Rule
from kzrights.statuses import StatusKind
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.check import Fault
    from kzrights.reforms.reform import Reform, Reformed


@frozen(kw_only=True, eq=False, repr=False)
class Law(Shown):
    """Rules, readings, dated parameters and offences; immutable.

    Attributes:
        rules: every norm in every edition.
        readings: the open questions.
        chosen: how readings are taken where not by default.
        parameters: minimum wage, monthly calculation index, subsistence minimum.
        offences: articles with their sanctions.
        undecided: whether readings not chosen are left open: only what follows from every reading is settled then.
        later: laws that take its place, each from a day on, oldest first.
        reforms: the reforms it went through, in the order in which they were applied.
    """

    rules: tuple[Rule, ...] = field(repr=lambda rules: f"<{len(rules)} rules>")
    readings: tuple[Reading, ...] = field(repr=False)
    chosen: Mapping[str, str] = field(factory=dict)
    parameters: Parameters = field(repr=False)
    offences: Offences = field(repr=False)
    undecided: bool = field(default=False, repr=False)
    later: tuple[tuple[Date, Law], ...] = field(default=(), repr=False)
    reforms: tuple[Reformed, ...] = field(default=(), repr=False)
    _topics: dict[str, tuple[Rule, ...]] = field(init=False, repr=False)
    _editions: dict[str, tuple[Date, ...]] = field(init=False, repr=False, factory=dict)
    _restricting: dict[Activity, tuple[Rule, ...]] = field(init=False, repr=False, factory=dict)
    _read: dict[tuple[tuple[str, str], ...], Law] = field(init=False, repr=False, factory=dict)

    @_topics.default
    def _index(self) -> dict[str, tuple[Rule, ...]]:
        index: dict[str, list[Rule]] = {}
        for rule in self.rules:
            index.setdefault(rule.topic, []).append(rule)
        return {topic: tuple(rules) for topic, rules in index.items()}

    @functools.cached_property
    def pieces(self) -> tuple[tuple[Date, Law], ...]:
        """The laws that follow each other, each with its first day; the first is without beginning."""
        return ((ALWAYS, evolve(self, later=(), reforms=()) if self.later or self.reforms else self), *self.later)

    def on(self, day: Date) -> Law:
        """Return the law that stands on ``day``."""
        return max((piece for piece in self.pieces if piece[0] <= day), key=itemgetter(0))[1]

    def changed(self, change: Callable[[Law], Law], since: Date | None = None) -> Law:
        """Return a law that ``change`` alters, from the day ``since`` on; the days before are answered as they were.

        Raises:
            DateError: when ``since`` is not a day.
        """
        if since is None:
            before, after = [], list(self.pieces)
        else:
            since = as_date(since, "since")
            before = [piece for piece in self.pieces if piece[0] < since]
            after = [(since, self.on(since)), *(piece for piece in self.pieces if piece[0] > since)]
        (_, first), *rest = [*before, *((day, change(law)) for day, law in after)]
        return evolve(first, later=tuple(rest), reforms=tuple(one.changed(change, since) for one in self.reforms))

    def reformed_by(self, told: Callable[[Law], object]) -> tuple[Reform, ...]:
        """Return the reforms that change what is ``told`` under the law: those to be named with it."""
        return tuple(one.reform for one in self.reforms if told(one.before) != told(one.after))

    def topic(self, topic: str) -> tuple[Rule, ...]:
        """Return the rules of ``topic`` in all editions, in the order of the law modules."""
        return self._topics.get(topic, ())

    def later_editions(self, topic: str, day: Date) -> tuple[Date, ...]:
        """Return the days after ``day`` on which a rule of ``topic`` begins."""
        if topic not in self._editions:
            self._editions[topic] = tuple(sorted({rule.since for rule in self.topic(topic)}))
        return tuple(start for start in self._editions[topic] if start > day)

    def restricting(self, activity: Activity) -> tuple[Rule, ...]:
        """Return the restrictions that name an activity, in all editions."""
        if activity not in self._restricting:
            rules = self.topic("restriction")
            self._restricting[activity] = tuple(
                rule for rule in rules if activity in rule.activities and not rule.named
            )
        return self._restricting[activity]

    @functools.cached_property
    def left_open(self) -> tuple[Activity, ...]:
        """The activities that some restriction leaves open by name, in the order of the catalogue."""
        named = {activity for rule in self.topic("restriction") for activity in rule.permits}
        return tuple(activity for activity in Activity if activity in named)

    @functools.cached_property
    def verified(self) -> Date:
        """The last day to which some rule was read."""
        return max((rule.verified for rule in self.rules), default=CODE)

    def bearing(self, kind: StatusKind, activity: Activity) -> tuple[Rule, ...]:
        """Return the restrictions that rest on a kind of status and name an activity, in all editions."""
        return self._bearing.get((kind, activity), ())

    @functools.cached_property
    def _bearing(self) -> dict[tuple[StatusKind, Activity], tuple[Rule, ...]]:
        found: dict[tuple[StatusKind, Activity], list[Rule]] = {}
        for rule in self.topic("restriction"):
            if rule.status:
                for activity in dict.fromkeys(rule.activities):
                    found.setdefault((rule.status, activity), []).append(rule)
        return {key: tuple(rules) for key, rules in found.items()}

    def deriving(self, kind: StatusKind) -> tuple[Rule, ...]:
        """Return the rules that derive a kind of status."""
        return self.topic(f"status {kind}")

    def rule(self, name: str) -> Rule:
        """Return the rule called ``name``.

        Raises:
            LawError: when the law set has none.
        """
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise LawError(f"law: no rule is called {name!r}")

    def amend(self, *changes: Rule | Parameter | Sanction) -> Law:
        """Return a law with ``changes``.

        A rule replaces the rule of its name or is added; a parameter cuts the values it overlaps; a
        sanction replaces every edition of its article.
        """
        return self.changed(lambda law: law._amended(*changes))

    def _amended(self, *changes: Rule | Parameter | Sanction) -> Law:
        rules = {rule.name: rule for rule in self.rules}
        rules |= {change.name: change for change in changes if isinstance(change, Rule)}
        return evolve(
            self,
            rules=tuple(rules.values()),
            parameters=self.parameters.amended(*(one for one in changes if isinstance(one, Parameter))),
            offences=self.offences.amended(one for one in changes if isinstance(one, Sanction)),
        )

    def without(self, *names: str | Rule) -> Law:
        """Return a law without the rules named.

        Raises:
            LawError: when the law set has no such rule.
        """
        gone = {self.rule(name if isinstance(name, str) else name.name).name for name in names}
        return self.changed(lambda law: evolve(law, rules=tuple(one for one in law.rules if one.name not in gone)))

    def reading(self, **choices: str) -> Law:
        """Return a law in which readings are taken as ``name=choice``.

        Raises:
            LawError: when there is no such reading or choice; the message lists those there are.
        """
        key = tuple(sorted(choices.items()))
        if key not in self._read:
            for name, choice in key:
                self._checked(name, choice)
            self._read[key] = self.changed(lambda law: evolve(law, chosen={**law.chosen, **choices}))
        return self._read[key]

    def _checked(self, name: str, choice: str) -> None:
        reading = self._reading(name)
        if reading.choice(choice) is None:
            known = ", ".join(one.name for one in reading.choices)
            raise LawError(f"reading {name}: expected one of {known}, got {choice!r}")

    def all_readings(self) -> Law:
        """Return a law in which only those answers are settled that follow however readings not chosen are taken."""
        return self.changed(lambda law: evolve(law, undecided=True))

    def decided(self, **choices: str) -> Law:
        """Return a law in which readings are taken as chosen, and the others by default."""
        return evolve(self, undecided=False, chosen={**self.chosen, **choices})

    def choices(self, name: str) -> tuple[str, ...]:
        """Return every way to take the reading ``name``, that taken by default first."""
        return tuple(one.name for one in self._reading(name).choices)

    def choice(self, name: str) -> str:
        """Return how the reading ``name`` is taken."""
        return self.chosen.get(name) or self._reading(name).default

    def _reading(self, name: str) -> Reading:
        for reading in self.readings:
            if reading.name == name:
                return reading
        known = ", ".join(reading.name for reading in self.readings)
        raise LawError(f"reading: expected one of {known}, got {name!r}")

    def alternatives(self, names: Iterable[str]) -> Iterable[tuple[Reading, str]]:
        """Yield each of the readings named with each choice not taken."""
        for name in sorted(names):
            reading = self._reading(name)
            yield from ((reading, one.name) for one in reading.choices if one.name != self.choice(name))

    def check(self, on: Date | None = None) -> list[Fault]:
        """Return what is wrong with the law set as a set of texts; see :mod:`kzrights.law.check`."""
        from kzrights.law.check import faults

        return faults(self, on)


@functools.cache
def packaged_law() -> Law:
    """Return the law as modelled."""
    from kzrights.law import modules, offences, parameters
    from kzrights.law.readings import READINGS

    return Law(rules=modules.rules(), readings=READINGS, parameters=parameters.packaged(), offences=offences.packaged())
