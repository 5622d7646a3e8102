"""Legal states as registers hold them, one row for each person and period, and what the law makes of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import Term
from kzrights.cohorts.cohort import Cohort
from kzrights.cohorts.days import LAST, Days
from kzrights.cohorts.layers import Layer, Layers
from kzrights.cohorts.periods import Periods
from kzrights.errors import LawError
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import Rule
from kzrights.moments import END, START, Moment, Period
from kzrights.segments import applying, held, makes_of
from kzrights.statuses import Status, StatusKind, Traits
from kzrights.value import Shown


@frozen(kw_only=True, eq=False, repr=False)
class Register(Shown):
    """Periods of one legal state, such as the entries of the financing list.

    Attributes:
        kind: the state.
        starts: the first day of each period, as an ordinal.
        ends: the first day after it, as an ordinal; ``LAST`` where it goes on. A period that ends before it begins
            holds on no day.
        people: whose each period is, as places from 0; ``None`` where the n-th period is the n-th person's.
        traits: what rules need to know of the state beyond its days; the same for all of them.
        origin: the ordinal of the day that the columns count as 0, where they do not hold ordinals: ``UNIX`` for the
            date columns of Arrow, polars and numpy. What goes on ends at ``LAST - origin`` then.
    """

    kind: StatusKind
    starts: Days = field(repr=False)
    ends: Days = field(repr=False)
    people: NDArray[np.integer[Any]] | None = field(default=None, repr=False)
    traits: Traits = field(default=Traits(), repr=False)
    origin: int = field(default=0, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse columns of different lengths.

        Raises:
            ValueError: naming the lengths.
        """
        lengths = {len(one) for one in (self.starts, self.ends, self.people) if one is not None}
        if len(lengths) > 1:
            raise ValueError(f"register: expected columns of one length, got {sorted(lengths)}")

    @functools.cached_property
    def entries(self) -> Periods:
        """The periods one by one, whosever they are; what is asked of one day rests on it together."""
        return Periods.of(self.starts, self.ends, None, len(self.starts), self.origin)


def of_registers(
    names: Iterable[str] | int,
    registers: Iterable[Register],
    *,
    activities: Iterable[Activity | str] = Activity,
    law: Law | None = None,
) -> Cohort:
    """Return a cohort of people of whom nothing is known but the legal states in some registers.

    Args:
        names: of the people, in the order of the registers' places; or how many there are, and their places are
            their names.
        registers: periods of states; whoever has none is not in that state.
        activities: what will be asked of; all of them by default.
        law: the law to apply; the law as modelled by default.

    Raises:
        LawError: when what a rule makes of a state hangs on more than its days and the traits given.
        ValueError: when a register has not one period for each person, or a place that is nobody's.
    """
    here, people = law or packaged_law(), Numbered(names) if isinstance(names, int) else tuple(names)
    wanted = tuple(dict.fromkeys(map(Activity.named, activities)))
    reached = [_Reached(one, len(people)) for one in registers]
    columns = {one: Layers(len(people), tuple(_layers(one, reached, here))) for one in wanted}
    return Cohort(names=people, activities=wanted, columns=columns)


@frozen(eq=False, repr=False)
class Numbered(Shown, Sequence[str]):
    """The names of so many people who have none: their places from 0 on, written when they are asked for."""

    size: int

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        found = range(self.size)[at]
        return str(found) if isinstance(found, int) else tuple(map(str, found))


def _layers(activity: Activity, registers: list[_Reached], law: Law) -> Iterator[Layer]:
    for since, until, piece in _pieces(law):
        for one in registers:
            for rule, permission in _bearing(activity, one.register, piece):
                first, last = (day.toordinal() for day in (rule.since, rule.until))
                periods = one.by(rule)
                yield Layer(periods=periods, since=max(since, first), until=min(until, last), permission=permission)


def _pieces(law: Law) -> Iterator[tuple[int, int, Law]]:
    """Yield the laws that follow each other, each with its first day and the first day after it."""
    days = [day.toordinal() for day, _ in law.pieces]
    for since, until, (_, piece) in zip(days, [*days[1:], LAST], law.pieces, strict=True):
        yield since, until, piece


def _bearing(activity: Activity, register: Register, law: Law) -> Iterator[tuple[Rule, Permission]]:
    """Yield the rules that such a state brings to bear on an activity, with what they make of it."""
    for rule in law.bearing(register.kind, activity):
        always = Status(
            kind=register.kind, period=Period(START, END), rule=rule, because="in a register", traits=register.traits
        )
        endless = evolve(rule, lasts=None) if rule.lasts else rule
        for hold in held(always, endless, makes_of(always, rule, activity), tuple(applying(always, endless))):
            if hold.period.surely != rule.span:
                raise LawError(f"{rule.name}: what it makes of {register.kind} is not known from its days and traits")
            if hold.permission:
                yield rule, hold.permission


@frozen(eq=False, repr=False)
class _Reached(Shown):
    """A register, and the days its rules reach: most reach as far as the state itself and share its columns."""

    register: Register
    size: int
    _found: dict[tuple[Term | None, bool], Periods] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a register of other people.

        Raises:
            ValueError: when it has not one period for each, or a place that is nobody's.
        """
        people, size, entries = self.register.people, self.size, len(self.register.starts)
        if people is None and entries != size:
            raise ValueError(f"register: expected a period for each of {size} people, got {entries}")
        if people is not None and entries and not 0 <= people.min() <= people.max() < size:
            raise ValueError(f"register: expected places from 0 to {size - 1}, got {people.min()} to {people.max()}")

    def by(self, rule: Rule) -> Periods:
        """Return the days of everybody that a rule reaches, its own editions left aside."""
        key = rule.lasts, rule.for_ever
        if key not in self._found:
            self._found[key] = self._by(rule)
        return self._found[key]

    def _by(self, rule: Rule) -> Periods:
        one = self.register
        if one.people is None and not rule.lasts and not rule.for_ever:
            return one.entries
        return Periods.of(one.starts, _reach(one, rule), one.people, self.size, one.origin)


def _reach(register: Register, rule: Rule) -> Days:
    """Return the first day after what a rule makes of each period, its own editions left aside."""
    if rule.for_ever:
        return np.broadcast_to(np.int32(LAST - register.origin), register.ends.shape)
    if rule.lasts:
        return _later(register.starts, rule.lasts, register.origin)
    return register.ends


def _later(starts: Days, term: Term, origin: int) -> Days:
    days = np.sort(starts)
    days = days[np.append(True, days[1:] != days[:-1])[: len(days)]]
    ends = [Moment.on(Date.fromordinal(day + origin)).after(term).latest.toordinal() - origin for day in days.tolist()]
    return np.array(ends, np.int32)[np.searchsorted(days, starts)]
