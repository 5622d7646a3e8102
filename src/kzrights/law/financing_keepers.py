"""Who keeps the list of Law of 28 August 2009 No 191-IV, which does not name the body."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import NEVER
from kzrights.law.rules import CODE, Confidence
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class Keeper(Value):
    """The authorised body that keeps the list; the Law does not name it.

    Attributes:
        name: of the body.
        since: its first day.
        until: the first day on which it no longer keeps it.
        confidence: how it was read.
        source: on what it rests.
    """

    name: str
    since: Date
    until: Date = NEVER
    confidence: Confidence
    source: str = field(repr=False)


_AGENCY = Date(2021, 1, 28)
KEEPERS: Final = (
    Keeper(
        name="Committee for Financial Monitoring of the Ministry of Finance",
        since=CODE,
        until=_AGENCY,
        confidence=Confidence.SECONDARY,
        source="orders of 2015 and 2020 are addressed to it; its last day is inferred",
    ),
    Keeper(
        name="Agency for Financial Monitoring",
        since=_AGENCY,
        confidence=Confidence.SECONDARY,
        source="Regulation by Decree of 20.02.2021 No 515; the decree of 28.01.2021 No 501 was not read",
    ),
)


def keeper(on: Date) -> Keeper | None:
    """Return who keeps the list on a day; ``None`` before 2015."""
    return next((one for one in KEEPERS if one.since <= on < one.until), None)
