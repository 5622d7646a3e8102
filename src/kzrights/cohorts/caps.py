"""The cap on wages for everybody in a register of the list (Law 191-IV, art. 12(8)(1))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray
from pendulum import Date

from kzrights.calendar import as_date
from kzrights.cap import per_member_on
from kzrights.cohorts.days import Days, blocks, ordinals, stretches
from kzrights.cohorts.memory import keep
from kzrights.cohorts.periods import spread
from kzrights.errors import LawError
from kzrights.law.law import Law, packaged_law
from kzrights.statuses import StatusKind
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.cohorts.registers import Register

NO_CAP: Final = -1
"""Stands for "no cap" in a column of amounts."""
Amounts: TypeAlias = "NDArray[Any]"
"""Whole tenge, as numbers of 32 or 64 bits."""


@frozen(eq=False, repr=False)
class Caps(Shown):
    """What each entry of the list lets its person use of wages in a month, prepared to answer for any day.

    Amounts are whole tenge; ``NO_CAP``, -1, where there is no cap on that day. They are 32 bits wide where ``members``
    is not wider and all of them fit, and otherwise 64.

    Attributes:
        listed: the register of the list; of its entries only the days count.
        members: how many members of the family count beside the person, for each entry.
        law: the law to apply; the law as modelled by default.

    Raises:
        LawError: when the register is of another state.
        ValueError: when ``members`` is of another length than the register.
    """

    listed: Register
    members: NDArray[np.integer[Any]] = field(repr=False)
    law: Law = field(factory=packaged_law, repr=False)
    _most: int = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.listed.kind is not StatusKind.LISTED:
            raise LawError(f"listed: expected a register of the list, got {self.listed.kind}")
        entries = len(self.listed.starts)
        if len(self.members) != entries:
            raise ValueError(f"members: expected one number for each of {entries} entries, got {len(self.members)}")
        object.__setattr__(self, "_most", int(self.members.max(initial=0)))
        keep()

    def at(self, on: Date) -> Amounts:
        """Return the amount for each entry on a day.

        Raises:
            DateError: when ``on`` is not a day.
            LawError: when a parameter is not known for that day.
        """
        day = as_date(on, "on")
        amounts = self._of_each(day)
        listed = self.listed.entries.at(day.toordinal()).view(np.int8)
        for part in blocks(len(listed)):
            amounts[part] |= listed[part] - np.int8(1)
        return amounts

    def over(self, days: Iterable[Date] | Days) -> Amounts:
        """Return a row for each entry and a column for each day.

        Args:
            days: in order; dates, or their ordinals in a column.

        Raises:
            DateError: when one is not a day.
            LawError: when a parameter is not known for one of them.
            ValueError: when the days are not in order.
        """
        wanted = ordinals(days)
        places, firsts = stretches(wanted, _changes(self.law, self.listed.traits.united_nations))
        begun, ended = self.listed.starts, self.listed.ends
        counted = wanted - np.int32(self.listed.origin)
        first, last = (np.searchsorted(counted, one)[:, None] for one in (begun, ended))
        edges = np.clip(np.append(places, len(wanted)), first, last)
        each = [self._of_each(day) for day in firsts]
        nothing = np.full(len(self.members), NO_CAP, np.int32)
        return spread(edges, np.stack([nothing, *each, nothing], axis=1), len(wanted))

    def _of_each(self, on: Date) -> Amounts:
        """Return what everybody might use on a day, as if all were listed."""
        here = self.law.on(on)
        base = _base(here, on, self.listed.traits.united_nations)
        if base == NO_CAP:
            return np.full(len(self.members), NO_CAP, np.int32)
        oneself = here.choice("cap_counts_the_person") == "counted"
        wide = max(self.members.dtype.itemsize > 4, (self._most + oneself) * base > np.iinfo(np.int32).max)
        counted: Amounts = self.members.astype(np.int64 if wide else np.int32)
        counted += oneself
        counted *= base
        return counted


def caps(listed: Register, members: NDArray[np.integer[Any]], *, on: Date, law: Law | None = None) -> Amounts:
    """Return what each entry of the list lets its person use of wages in the month of a day.

    For many days, or one after the other, see :class:`Caps`.

    Args:
        listed: the register of the list; of its entries only the days count.
        members: how many members of the family count beside the person, for each entry.
        on: the day.
        law: the law to apply; the law as modelled by default.

    Returns:
        Whole tenge for each entry; ``NO_CAP``, -1, where there is no cap on that day.

    Raises:
        DateError: when ``on`` is not a day.
        LawError: when the register is of another state, or a parameter is not known for that day.
        ValueError: when ``members`` is of another length than the register.
    """
    return Caps(listed, members, law or packaged_law()).at(on)


def within(sums: NDArray[np.integer[Any]], amounts: Amounts) -> Amounts:
    """Return of each sum no more than the cap, all of it where there is none.

    Args:
        sums: whole tenge.
        amounts: as :func:`caps` returns them; of the same shape, or of one that numpy brings to it.

    Raises:
        ValueError: when a sum is below zero, or above what 64 bits hold; when sums or amounts are no whole numbers.
    """
    signed = sums.astype(np.int64) if sums.dtype == np.uint64 else sums
    kind = np.promote_types(np.promote_types(signed.dtype, amounts.dtype), np.int32)
    if kind.kind != "i":
        raise ValueError(f"expected whole tenge, got {sums.dtype} and {amounts.dtype}")
    if signed.min(initial=0) < 0:  # too large a number without a sign is one below zero with it
        wrong, most = sums.flat[signed.argmin()], np.iinfo(np.int64).max
        raise ValueError(f"sums: expected zero or more tenge, got {wrong}; the most is {most}")
    unsigned = np.dtype(f"u{kind.itemsize}")  # as one, NO_CAP is the greatest number there is
    one, other = (each.astype(kind, copy=False).view(unsigned) for each in (signed, amounts))
    found: Amounts = np.minimum(one, other).view(kind)
    return found


def amounts(name: str, days: Iterable[Date] | Days, *, law: Law | None = None) -> NDArray[np.int64]:
    """Return a parameter of the law, such as ``"minimum_wage"``, on many days, in whole tenge.

    Args:
        name: of the parameter.
        days: in order; dates, or their ordinals in a column.
        law: the law to apply; the law as modelled by default.

    Raises:
        DateError: when one is not a day.
        LawError: when there is no such parameter, or it is not known for one of the days.
        ValueError: when the days are not in order.
    """
    here, wanted = law or packaged_law(), ordinals(days)
    changes = (day for since, piece in here.pieces for day in (since, *_rows(piece, name)))
    places, firsts = stretches(wanted, changes)
    values = np.array([per_member_on(here.on(day), name, day).amount for day in firsts], np.int64)
    return np.repeat(values, np.diff(places, append=len(wanted)))


def _base(law: Law, on: Date, united_nations: bool) -> int:
    """Return what counts for each member on a day, in tenge: 0 where nothing may be withdrawn, NO_CAP without a cap.

    Raises:
        LawError: when a parameter is not known for that day, or no rule covers it.
    """
    answers = (rule(united_nations) for rule in law.topic("cap") if on in rule.span)
    base = next((answer for answer in answers if answer is not None), None)
    if base is None:
        raise LawError(f"cap: no rule covers {on}")
    if not base.limited:
        return NO_CAP
    return per_member_on(law, base.parameter, on).amount if base.parameter else 0


def _changes(law: Law, united_nations: bool) -> Iterator[Date]:
    """Yield the days on which what counts for each member may change."""
    for since, piece in law.pieces:
        yield since
        for rule in piece.topic("cap"):
            yield from (rule.since, rule.until)
            base = rule(united_nations)
            if base and base.parameter:
                yield from _rows(piece, base.parameter)


def _rows(law: Law, name: str) -> Iterator[Date]:
    """Yield the days on which a row of a parameter begins or ends."""
    for row in law.parameters.history(name):
        yield from (row.since, row.until)
