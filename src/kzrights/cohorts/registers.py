"""Legal states as registers hold them, one row for each person and period, and what the law makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import NEVER
from kzrights.cohorts.answers import settled
from kzrights.cohorts.cohort import Cohort
from kzrights.cohorts.steps import Days, Values
from kzrights.errors import LawError
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import Rule
from kzrights.moments import END, START, Moment, Period
from kzrights.segments import applying, held, makes_of
from kzrights.statuses import Status, StatusKind, Traits
from kzrights.value import Shown

LAST: Final = NEVER.toordinal()
"""The first day after all days, as an ordinal: the end of what goes on."""


@frozen(kw_only=True, eq=False, repr=False)
class Register(Shown):
    """Periods of one legal state, such as the entries of the financing list.

    Attributes:
        kind: the state.
        starts: the first day of each period, as an ordinal.
        ends: the first day after it, as an ordinal; ``LAST`` where it goes on.
        people: whose each period is, as places from 0; ``None`` where the n-th period is the n-th person's.
        traits: what rules need to know of the state beyond its days; the same for all of them.
    """

    kind: StatusKind
    starts: Days = field(repr=False)
    ends: Days = field(repr=False)
    people: NDArray[np.intp] | None = field(default=None, repr=False)
    traits: Traits = field(default=Traits(), repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse columns of different lengths.

        Raises:
            ValueError: naming the lengths.
        """
        lengths = {len(one) for one in (self.starts, self.ends, self.people) if one is not None}
        if len(lengths) > 1:
            raise ValueError(f"register: expected columns of one length, got {sorted(lengths)}")


@frozen(eq=False, repr=False)
class Layer(Shown):
    """Days on which one rule applies, for everybody in a register."""

    people: NDArray[np.intp] | None
    starts: Days
    ends: Days
    permission: Permission


@frozen(eq=False, repr=False)
class Layers(Shown):
    """The rules that reach an activity, mildest first, so that the strictest that applies stands.

    Attributes:
        size: how many people there are.
        layers: the days of each rule.
    """

    size: int
    layers: tuple[Layer, ...]

    def __len__(self) -> int:
        return self.size

    @property
    def nbytes(self) -> int:
        """The memory of its columns, in bytes."""
        return sum(one.starts.nbytes + one.ends.nbytes for one in self.layers)

    def at(self, on: Date) -> Values:
        """Return everybody's code on a day."""
        found = np.full(self.size, settled(Permission.ALLOWED), np.uint8)
        self._fill(found, np.int32(on.toordinal()))
        return found

    def over(self, days: Iterable[Date]) -> Values:
        """Return a row of codes for each person and a column for each day."""
        asked = np.fromiter((day.toordinal() for day in days), np.int32)
        found = np.full((self.size, len(asked)), settled(Permission.ALLOWED), np.uint8)
        self._fill(found, asked)
        return found

    def _fill(self, found: Values, asked: Any) -> None:
        for layer in self.layers:
            starts, ends = layer.starts, layer.ends
            if found.ndim == 2:
                starts, ends = starts[:, None], ends[:, None]
            applies = (starts <= asked) & (asked < ends)
            if layer.people is None:
                np.copyto(found, settled(layer.permission), where=applies)
            else:
                places = np.nonzero(applies)
                found[layer.people[places[0]], *places[1:]] = settled(layer.permission)


def of_registers(
    names: Iterable[str],
    registers: Iterable[Register],
    *,
    activities: Iterable[Activity | str] = Activity,
    law: Law | None = None,
) -> Cohort:
    """Return a cohort of people of whom nothing is known but the legal states in some registers.

    Args:
        names: of the people, in the order of the registers' places.
        registers: periods of states; whoever has none is not in that state.
        activities: what will be asked of; all of them by default.
        law: the law to apply; the law as modelled by default.

    Raises:
        LawError: when what a rule makes of a state hangs on more than its days and the traits given.
    """
    here, people, states = law or packaged_law(), tuple(names), tuple(registers)
    wanted = tuple(dict.fromkeys(map(Activity.named, activities)))
    columns = {activity: Layers(len(people), tuple(_layers(activity, states, here))) for activity in wanted}
    return Cohort(names=people, activities=wanted, columns=columns)


def _layers(activity: Activity, registers: tuple[Register, ...], law: Law) -> Iterator[Layer]:
    found = [_layer(one, rule, permission) for one in registers for rule, permission in _bearing(activity, one, law)]
    yield from sorted(found, key=lambda layer: layer.permission)


def _bearing(activity: Activity, register: Register, law: Law) -> Iterator[tuple[Rule, Permission]]:
    """Yield the rules that such a state brings to bear on an activity, with what they make of it."""
    for rule in law.bearing(register.kind, activity):
        always = Status(
            kind=register.kind, period=Period(START, END), rule=rule, because="in a register", traits=register.traits
        )
        endless = evolve(rule, lasts=None)
        for hold in held(always, endless, makes_of(always, rule, activity), tuple(applying(always, endless))):
            if hold.period.surely != rule.span:
                raise LawError(f"{rule.name}: what it makes of {register.kind} is not known from its days and traits")
            if hold.permission:
                yield rule, hold.permission


def _layer(register: Register, rule: Rule, permission: Permission) -> Layer:
    """Return the days of a rule for everybody in a register."""
    starts = np.maximum(register.starts, np.int32(rule.since.toordinal()))
    ends = np.minimum(_reach(register, rule), np.int32(rule.until.toordinal()))
    return Layer(register.people, starts, ends, permission)


def _reach(register: Register, rule: Rule) -> Days:
    """Return the first day after what a rule makes of each period, its own editions left aside."""
    if rule.for_ever:
        return np.full(len(register.ends), LAST, np.int32)
    if rule.lasts:
        return _later(register.starts, rule)
    return register.ends


def _later(starts: Days, rule: Rule) -> Days:
    days, places = np.unique(starts, return_inverse=True)
    assert rule.lasts is not None
    ends = [Moment.on(Date.fromordinal(int(day))).after(rule.lasts).latest.toordinal() for day in days]
    return np.array(ends, np.int32)[places]
