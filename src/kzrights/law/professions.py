"""Advocates, notaries, private bailiffs, security guards, heads of banks."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.calendar import Term
from kzrights.law.acts import ADVOCATES_1997, ADVOCATES_2018, BAILIFFS, BANKS_1995, NOTARIES, SECURITY
from kzrights.law.rules import Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind

RECORD = StatusKind.CRIMINAL_RECORD
FOREIGN = StatusKind.FOREIGN_CITIZENSHIP
SINCE_176 = "2018-07-05"


@restricts(
    RECORD,
    ADVOCATES_1997 / "7(2)",
    until=SINCE_176,
    forbids=(A.ADVOCATE,),
    series="advocate",
    source="read as of late 2014",
)
def record_bars_advocate_1997(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be an advocate."""
    return True


@restricts(
    RECORD,
    ADVOCATES_2018 / "on admission",
    since=SINCE_176,
    forbids=(A.ADVOCATE,),
    series="advocate",
    amended_by="05.07.2018 No 176-VI",
    confidence=Confidence.SECONDARY,
    source="the state portal's page on the profession, 24.08.2021; the number of the article was not verified; "
    "the day is that of the law, whose entry into force was not read: the bar is the same before and after",
)
def record_bars_advocate(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be an advocate."""
    return True


@restricts(RECORD, NOTARIES / "6(1)", forbids=(A.NOTARY,))
def record_bars_notary(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be a notary."""
    return True


@restricts(
    RECORD,
    BAILIFFS / "140(2)(2)",
    forbids=(A.PRIVATE_BAILIFF,),
    source="seen in the edition of 10.01.2025; earlier years inferred from the footnote",
)
def record_bars_private_bailiff(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be a private bailiff."""
    return True


@restricts(
    RECORD,
    SECURITY / "10(6)(2)",
    forbids=(A.SECURITY_GUARD,),
    source="seen in the edition of 06.04.2024; earlier years inferred from the footnotes",
)
def record_bars_security_guard(_: Status) -> bool:
    """A person with a record for a crime cannot be a security guard."""
    return True


@restricts(
    RECORD,
    SECURITY / "10(6)(3-1)",
    forbids=(A.SECURITY_GUARD,),
    lasts=Term(years=1),
    source="seen in the edition of 06.04.2024; earlier years inferred from the footnotes",
)
def misdemeanours_bar_security_guards(status: Status) -> Guard:
    """After a misdemeanour: 1 year."""
    return None if status.traits.crime is None else not status.traits.crime


@restricts(
    RECORD,
    BANKS_1995 / "20(2)(3), 2(13)",
    forbids=(A.BANK_MANAGEMENT,),
    source="seen in 2014 and 2024; the law of 16.01.2026, art. 1(28), keeps the same notion of reputation",
)
def record_bars_bank_management(_: Status) -> bool:
    """Senior staff of banks need an impeccable reputation, which a record not expunged or lifted excludes."""
    return True


def _citizens(_: Status) -> bool:
    """The profession is open to citizens of Kazakhstan alone."""
    return True


TABLE = (
    restricts(
        FOREIGN,
        ADVOCATES_1997 / "7(1)",
        until=SINCE_176,
        forbids=(A.ADVOCATE,),
        name="citizens_are_advocates_1997",
        series="citizens as advocates",
        source="read as of late 2014",
    )(_citizens),
    restricts(
        FOREIGN,
        ADVOCATES_2018 / "on admission",
        since=SINCE_176,
        forbids=(A.ADVOCATE,),
        name="citizens_are_advocates",
        series="citizens as advocates",
        amended_by="05.07.2018 No 176-VI",
        confidence=Confidence.SECONDARY,
        source="the state portal's page on the profession, 24.08.2021; the number of the article was not verified",
    )(_citizens),
    *(
        restricts(
            FOREIGN,
            provision,
            forbids=(activity,),
            name=f"only_citizens_{activity}",
            source=f"seen in the edition of {edition}; earlier years inferred from the footnotes",
        )(_citizens)
        for provision, activity, edition in (
            (NOTARIES / "6(1)", A.NOTARY, "20.04.2023"),
            (BAILIFFS / "140(1)", A.PRIVATE_BAILIFF, "10.01.2025"),
            (SECURITY / "10(4)", A.SECURITY_GUARD, "06.04.2024"),
        )
    ),
)
