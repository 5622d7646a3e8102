"""Advocates, notaries, private bailiffs, security guards, heads of banks."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.calendar import Term
from kzrights.law.acts import ADVOCATES_1997, ADVOCATES_2018, BAILIFFS, BANKS_1995, NOTARIES, SECURITY
from kzrights.law.judged import both
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


# --- Prosecution

ACCUSED, PROSECUTED = StatusKind.ACCUSED, StatusKind.PROSECUTED


@restricts(
    ACCUSED,
    ADVOCATES_2018 / "43(3)(2)",
    since=SINCE_176,
    forbids=(A.ADVOCATE,),
    amended_by="05.07.2018 No 176-VI",
    confidence=Confidence.SECONDARY,
    source="zakonpravo.kz and egov.kz/cms/en/articles/notary_lawyer; article 11 of the Law of 1997 (edition of late "
    "2014) had no such ground; the day is that of the law",
)
def accused_advocates_are_suspended(status: Status) -> Guard:
    """The licence of an advocate accused of a crime is suspended until the verdict is in force."""
    return status.traits.crime


@restricts(
    ACCUSED,
    NOTARIES / "10(2)(2)",
    doubts=(A.NOTARY,),
    confidence=Confidence.INFERRED,
    source="the edition of late 2014 names an accused, a later one (zakonpravo.kz) the act of accusation; "
    "the ministry decides, and for up to six months",
)
def accused_notaries_may_be_suspended(_: Status) -> bool:
    """The licence of an accused notary is suspended for up to six months by a decision of the ministry."""
    return True


@restricts(
    PROSECUTED,
    BAILIFFS / "143(2)(1)",
    doubts=(A.PRIVATE_BAILIFF,),
    confidence=Confidence.INFERRED,
    source="seen in the edition of 10.01.2025; earlier years inferred; the ministry decides",
)
def prosecuted_bailiffs_may_be_suspended(_: Status) -> bool:
    """The licence of a private bailiff whose act was qualified is suspended for up to six months by a decision."""
    return True


# --- Release from liability without rehabilitation

RELEASED = StatusKind.RELEASED_WITHOUT_REHABILITATION


@restricts(
    RELEASED,
    ADVOCATES_1997 / "7(2)",
    until=SINCE_176,
    forbids=(A.ADVOCATE,),
    lasts=Term(years=3),
    series="release and advocates",
    source="read as of late 2014; the wording since 01.01.2015 (No 233-V) was not",
    confidence=Confidence.INFERRED,
)
def release_bars_advocates_1997(status: Status) -> Guard:
    """After release without rehabilitation for an intentional crime: 3 years."""
    return both(status.traits.intentional, status.traits.crime)


@restricts(
    RELEASED,
    ADVOCATES_2018 / "on admission",
    since=SINCE_176,
    forbids=(A.ADVOCATE,),
    lasts=Term(years=3),
    series="release and advocates",
    amended_by="05.07.2018 No 176-VI",
    confidence=Confidence.SECONDARY,
    source="the state portal's page on the profession, 24.08.2021; the number of the article was not verified",
)
def release_bars_advocates(_: Status) -> bool:
    """After release from liability without rehabilitation: 3 years."""
    return True


@restricts(
    RELEASED,
    NOTARIES / "6(1)",
    doubts=(A.NOTARY,),
    lasts=Term(years=5),
    confidence=Confidence.INFERRED,
    source="five years as read in the edition of late 2014; the years of later editions were not read",
)
def release_may_bar_notaries(_: Status) -> bool:
    """After release from liability without rehabilitation a person cannot be a notary for some years."""
    return True


@restricts(
    RELEASED,
    BAILIFFS / "140(2)(3)",
    forbids=(A.PRIVATE_BAILIFF,),
    lasts=Term(years=3),
    confidence=Confidence.INFERRED,
    source="seen in the edition of 10.01.2025; earlier years inferred from the footnote",
)
def release_bars_private_bailiffs(_: Status) -> bool:
    """After release from liability without rehabilitation: 3 years."""
    return True


@restricts(
    RELEASED,
    SECURITY / "10(6)(3)",
    doubts=(A.SECURITY_GUARD,),
    confidence=Confidence.INFERRED,
    source="seen in the edition of late 2014; the lower limit of each sanction is not in the library's table",
)
def release_may_bar_security_guards(status: Status) -> Guard:
    """After release without rehabilitation: for as long as the shortest imprisonment of the article."""
    return status.traits.crime
