"""Law of 28 August 2009 No 191-IV, articles 12 and 13: how fast the freeze, wages and a removal go.

A rule gets the :class:`~kzrights.law.financing_exclusion.Entry` of a listing on the asked day and answers with a
finding, or ``None``.
"""

from __future__ import annotations

from typing import Final

from kzrights.calendar import days_before, next_working_day
from kzrights.errors import DateError
from kzrights.facts.vocabulary import ListingGround
from kzrights.law.acts import LAW_191
from kzrights.law.financing_exclusion import Entry
from kzrights.law.financing_law import LAW_325, LAW_343, SINCE_325, SINCE_343
from kzrights.law.findings import Finding
from kzrights.law.rules import Confidence, answers
from kzrights.moments import Moment

DEADLINE: Final = "deadline of the list"
SINCE_73 = "2022-01-19"
LAW_73 = "18.11.2021 No 73-VII"
SINCE_131 = "2022-09-03"
LAW_131 = "01.07.2022 No 131-VII"


@answers(
    DEADLINE,
    LAW_191 / "13(1-1)",
    until=SINCE_343,
    series="freeze",
    source="law 206-V of 10.06.2014; the day is inferred",
    confidence=Confidence.INFERRED,
)
def freeze_from_information(_: Entry) -> Finding:
    """Obliged entities freeze within one working day from receiving the information of inclusion."""
    return Finding(because="the freeze begins within one working day from the information")


_START = "seen in later editions; its first day is inferred"


@answers(
    DEADLINE,
    LAW_191 / "13(1-1)",
    since=SINCE_343,
    until=SINCE_73,
    series="freeze",
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source=_START,
)
def freeze_from_posting(_: Entry) -> Finding:
    """Obliged entities freeze at once, within one working day from the posting of the list."""
    return Finding(because="the freeze begins within one working day from the posting")


@answers(DEADLINE, LAW_191 / "13(1-1)", since=SINCE_73, series="freeze", amended_by=LAW_73)
def freeze_within_a_day(_: Entry) -> Finding:
    """Obliged entities freeze at once, within 24 hours from the posting of the list."""
    return Finding(because="the freeze begins within 24 hours from the posting")


@answers(
    DEADLINE,
    LAW_191 / "13(3), 13(5)",
    since=SINCE_343,
    until=SINCE_325,
    series="wages",
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source=_START,
)
def wages_in_three_days(entry: Entry) -> Finding | None:
    """A payment of wages under the cap waits for the financial monitoring body: three working days."""
    return _wages(entry, "a payment of wages is decided within three working days")


@answers(
    DEADLINE,
    LAW_191 / "13(3)-(5)",
    since=SINCE_325,
    series="wages",
    amended_by=LAW_325,
    confidence=Confidence.INFERRED,
    source=_START,
)
def wages_in_a_day(entry: Entry) -> Finding | None:
    """A payment of wages under the cap waits for the financial monitoring body: 24 hours, and no answer is consent.

    A time that ends on a day off moves to the next working day.
    """
    return _wages(entry, "a payment of wages is decided within 24 hours")


def _wages(entry: Entry, because: str) -> Finding | None:
    return None if entry.ground is ListingGround.UNITED_NATIONS else Finding(because=because)


@answers(DEADLINE, LAW_191 / "12(5-1)", since=SINCE_131, amended_by=LAW_131)
def removal_is_posted(entry: Entry) -> Finding | None:
    """The decision to exclude is posted and sent out at once, within one working day; with it the freeze ends."""
    if entry.listing is None or entry.listing.delisted is None:
        return Finding(because="once excluded, the decision is posted within one working day")
    off = Moment.of(entry.listing.delisted, f"{entry.path}.delisted")
    return Finding(
        because="the decision to exclude is posted within one working day", facts=(entry.path,), by=_next(off)
    )


def _next(day: Moment) -> Moment | None:
    try:
        first, last = (next_working_day(days_before(one, -1)) for one in (day.earliest, day.latest))
    except DateError:
        return None
    return Moment(first, last, day.missing)


@answers(DEADLINE, LAW_191 / "12(10)", since=SINCE_325, amended_by=LAW_325)
def freeze_at_a_foreign_request(entry: Entry) -> Finding | None:
    """On the request of a foreign body the freeze may come first, for at most 15 days, until the entry is made."""
    if entry.ground is not ListingGround.FOREIGN:
        return None
    return Finding(because="a freeze before the entry lasts at most 15 days")
