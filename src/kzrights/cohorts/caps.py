"""The cap on wages for everybody in a register of the list (Law 191-IV, art. 12(8)(1))."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from pendulum import Date

from kzrights.calendar import as_date
from kzrights.cap import per_member_on
from kzrights.errors import LawError
from kzrights.law.law import Law, packaged_law
from kzrights.statuses import StatusKind

if TYPE_CHECKING:
    from kzrights.cohorts.registers import Register

NO_CAP: Final = -1
"""Stands for "no cap" in a column of amounts."""


def caps(listed: Register, members: NDArray[np.integer], *, on: Date, law: Law | None = None) -> NDArray[np.int64]:
    """Return what each entry of the list lets its person use of wages in the month of a day.

    Args:
        listed: the register of the list; of its entries only the days count.
        members: how many members of the family count beside the person, for each entry.
        on: the day.
        law: the law to apply; the law as modelled by default.

    Returns:
        Whole tenge for each entry; ``NO_CAP``, -1, where the person is not listed on that day.

    Raises:
        DateError: when ``on`` is not a day.
        LawError: when the register is of another state, or a parameter is not known for that day.
        ValueError: when ``members`` is of another length than the register.
    """
    if listed.kind is not StatusKind.LISTED:
        raise LawError(f"listed: expected a register of the list, got {listed.kind}")
    if len(members) != len(listed.starts):
        raise ValueError(f"members: expected one number for each of {len(listed.starts)} entries, got {len(members)}")
    here, day = law or packaged_law(), as_date(on, "on")
    on_list = (listed.starts <= np.int32(day.toordinal())) & (np.int32(day.toordinal()) < listed.ends)
    counted = members.astype(np.int64) + (here.choice("cap_counts_the_person") == "counted")
    return np.where(on_list, counted * _base(here, day, listed.traits.united_nations), NO_CAP)


def _base(law: Law, on: Date, united_nations: bool) -> int:
    """Return what counts for each member on a day, in tenge; none where nothing may be withdrawn."""
    answers = (rule(united_nations) for rule in law.topic("cap") if on in rule.span)
    base = next(answer for answer in answers if answer is not None)
    return per_member_on(law, base.parameter, on).amount if base.parameter else 0
