"""Laws on civil service of 1999, 2015 and 2026, and on law-enforcement service."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.calendar import Term
from kzrights.law.acts import CIVIL_SERVICE_1999, CIVIL_SERVICE_2015, CIVIL_SERVICE_2026, JUDGES, LAW_ENFORCEMENT
from kzrights.law.corruption import bars
from kzrights.law.offences import Gravity
from kzrights.law.rules import CODE, Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind

GRAVE = (Gravity.SERIOUS, Gravity.ESPECIALLY_SERIOUS)
RECORD = StatusKind.CRIMINAL_RECORD
SINCE_2015 = "2016-01-01"
SINCE_2026 = "2026-07-01"


def among(status: Status, gravities: tuple[Gravity, ...]) -> Guard:
    """Say whether the gravest offence is surely, surely not, or perhaps one of ``gravities``."""
    found = {gravity in gravities for gravity in status.traits.gravest}
    return found.pop() if len(found) == 1 else None


@restricts(
    RECORD,
    CIVIL_SERVICE_1999 / "10(4)(7)",
    until=SINCE_2015,
    forbids=(A.CIVIL_SERVICE,),
    series="record and civil service",
    confidence=Confidence.INFERRED,
    source="read in an earlier edition; that of 2015 was not",
)
def record_bars_civil_service_1999(_: Status) -> bool:
    """A person with a record is not admitted to civil service."""
    return True


@restricts(
    RECORD,
    CIVIL_SERVICE_2015 / "16(3)(10)",
    since=SINCE_2015,
    until=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    series="record and civil service",
)
def record_bars_civil_service_2015(_: Status) -> bool:
    """A person with a record at entry is not admitted to civil service."""
    return True


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(7)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    series="record and civil service",
    amended_by="19.05.2026 No 290-VIII",
)
def record_bars_civil_service(_: Status) -> bool:
    """A person with a record is not admitted to civil service."""
    return True


@restricts(
    RECORD,
    CIVIL_SERVICE_2015 / "16(3)(11)",
    since=SINCE_2015,
    until=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    for_ever=True,
    series="grave crimes and civil service",
)
def grave_crimes_bar_civil_service_2015(status: Status) -> Guard:
    """Whoever was ever convicted of a serious or especially serious crime is not admitted."""
    return among(status, GRAVE)


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(18)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    for_ever=True,
    series="grave crimes and civil service",
    amended_by="19.05.2026 No 290-VIII",
)
def grave_crimes_bar_civil_service(status: Status) -> Guard:
    """Whoever was ever convicted of a serious or especially serious crime is not admitted."""
    return among(status, GRAVE)


@restricts(
    RECORD,
    CIVIL_SERVICE_2015 / "16(3)(9)",
    since=SINCE_2015,
    until=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=3),
    series="lesser offences and civil service",
)
def lesser_offences_bar_civil_service_2015(status: Status) -> Guard:
    """After a guilty verdict for a misdemeanour or a crime of minor or medium gravity: 3 years."""
    return among(status, (Gravity.MISDEMEANOUR, Gravity.MINOR, Gravity.MEDIUM))


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(14)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=3),
    series="lesser offences and civil service",
    amended_by="19.05.2026 No 290-VIII",
)
def misdemeanours_bar_civil_service(status: Status) -> Guard:
    """After a guilty verdict for a misdemeanour: 3 years."""
    return among(status, (Gravity.MISDEMEANOUR,))


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(15)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=5),
    amended_by="19.05.2026 No 290-VIII",
)
def minor_crimes_bar_civil_service(status: Status) -> Guard:
    """After a guilty verdict for a crime of minor gravity: 5 years."""
    return among(status, (Gravity.MINOR,))


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(16)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=8),
    amended_by="19.05.2026 No 290-VIII",
)
def medium_crimes_bar_civil_service(status: Status) -> Guard:
    """After a guilty verdict for a crime of medium gravity: 8 years, or for ever by the chapter of the Code."""
    return among(status, (Gravity.MEDIUM,))


@restricts(
    RECORD,
    CIVIL_SERVICE_2026 / "21(2)(16)",
    since=SINCE_2026,
    doubts=(A.CIVIL_SERVICE,),
    for_ever=True,
    amended_by="19.05.2026 No 290-VIII",
    confidence=Confidence.INFERRED,
    source="twelve chapters of the Code bar for ever; the library does not know the chapter of every article",
)
def medium_crimes_may_bar_civil_service_for_ever(status: Status) -> Guard:
    """For crimes of medium gravity under most chapters of the Code the bar is for ever."""
    return among(status, (Gravity.MEDIUM,))


def _citizens(_: Status) -> bool:
    """Citizens of Kazakhstan alone are admitted to civil service."""
    return True


CITIZENS = tuple(
    restricts(
        StatusKind.FOREIGN_CITIZENSHIP,
        provision,
        since=since,
        until=until,
        forbids=(A.CIVIL_SERVICE,),
        name=name,
        series="citizens in civil service",
        confidence=confidence,
        source=source,
    )(_citizens)
    for name, provision, since, until, confidence, source in (
        (
            "citizens_serve_1999",
            CIVIL_SERVICE_1999 / "12(1)",
            CODE,
            SINCE_2015,
            Confidence.INFERRED,
            "read in an edition of about 2007; that of 2015 was not",
        ),
        ("citizens_serve_2015", CIVIL_SERVICE_2015 / "16(1)", SINCE_2015, SINCE_2026, Confidence.SEEN, ""),
        ("citizens_serve", CIVIL_SERVICE_2026 / "21(1)", SINCE_2026, None, Confidence.SEEN, ""),
    )
)

_OLD = "read in an edition of about 2007 to 2012; that of 2015 was not"

TABLE = (
    *CITIZENS,
    *(
        rule
        for name, provision, since, until, source in (
            ("civil_service_1999", CIVIL_SERVICE_1999 / "10(4)(6-2)", CODE, SINCE_2015, _OLD),
            ("civil_service_2015", CIVIL_SERVICE_2015 / "16(3)(8)", SINCE_2015, SINCE_2026, ""),
            ("civil_service", CIVIL_SERVICE_2026 / "21(2)(17)", SINCE_2026, None, ""),
        )
        for rule in bars(
            name, provision, A.CIVIL_SERVICE, series="civil service", since=since, until=until, source=source
        )
    ),
)


@restricts(
    RECORD,
    LAW_ENFORCEMENT / "6(2)(9)",
    forbids=(A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR),
    for_ever=True,
    source="seen in 2014 and 2022; prosecutors are law-enforcement officers by article 3",
)
def convicts_never_enforce_law(status: Status) -> Guard:
    """Whoever has or had a record is not admitted to law-enforcement service."""
    return status.traits.crime


@restricts(
    RECORD, LAW_ENFORCEMENT / "6(2)(6-1)", forbids=(A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR), lasts=Term(years=3)
)
def misdemeanours_bar_from_law_enforcement(status: Status) -> Guard:
    """After a guilty verdict for a misdemeanour: 3 years."""
    return among(status, (Gravity.MISDEMEANOUR,))


@restricts(
    RECORD,
    JUDGES / "29",
    doubts=(A.JUDGE,),
    for_ever=True,
    confidence=Confidence.INFERRED,
    source="an impeccable reputation is asked; a record is not named (edition of 22.12.2017)",
)
def judges_need_an_impeccable_reputation(_: Status) -> bool:
    """Judges need an impeccable reputation and high moral qualities; no clause names a past conviction."""
    return True


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    LAW_ENFORCEMENT / "6(1)",
    forbids=(A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR),
    source="the same in the editions of 07.11.2014 and 20.04.2023; prosecutors are such officers by article 3",
)
def citizens_enforce_law(_: Status) -> bool:
    """Citizens of Kazakhstan are admitted to law-enforcement service."""
    return True


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    JUDGES / "29(1)",
    forbids=(A.JUDGE,),
    source="seen in the edition of 22.12.2017; the years before 2016 are inferred",
)
def citizens_are_judges(_: Status) -> bool:
    """A citizen of Kazakhstan may be appointed judge."""
    return True


# --- Release from liability without rehabilitation: Criminal Procedure Code 35(1)(3), (4), (9), (10), (12) and 36

RELEASED = StatusKind.RELEASED_WITHOUT_REHABILITATION
_LESSER = (Gravity.MISDEMEANOUR, Gravity.MINOR, Gravity.MEDIUM)


@restricts(
    RELEASED,
    CIVIL_SERVICE_2015 / "16(3)(9)",
    since=SINCE_2015,
    until=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=3),
    series="release for lesser offences and civil service",
    source="seen in the edition after 30.12.2022",
)
def release_for_lesser_offences_bars_civil_service_2015(status: Status) -> Guard:
    """After release without rehabilitation for a misdemeanour or a crime of minor or medium gravity: 3 years."""
    return among(status, _LESSER)


@restricts(
    RELEASED,
    CIVIL_SERVICE_2015 / "16(3)(11)",
    since=SINCE_2015,
    until=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    series="release for grave crimes and civil service",
    source="seen in the edition after 30.12.2022",
)
def release_for_grave_crimes_bars_civil_service_2015(status: Status) -> Guard:
    """Whoever was released without rehabilitation for a serious or especially serious crime is not admitted."""
    return among(status, GRAVE)


@restricts(
    RELEASED,
    CIVIL_SERVICE_2026 / "21(2)(14)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=3),
    series="release for lesser offences and civil service",
    amended_by="19.05.2026 No 290-VIII",
)
def release_for_misdemeanours_bars_civil_service(status: Status) -> Guard:
    """After release without rehabilitation for a misdemeanour: 3 years."""
    return among(status, (Gravity.MISDEMEANOUR,))


@restricts(
    RELEASED,
    CIVIL_SERVICE_2026 / "21(2)(15)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=5),
    amended_by="19.05.2026 No 290-VIII",
)
def release_for_minor_crimes_bars_civil_service(status: Status) -> Guard:
    """After release without rehabilitation for a crime of minor gravity: 5 years."""
    return among(status, (Gravity.MINOR,))


@restricts(
    RELEASED,
    CIVIL_SERVICE_2026 / "21(2)(16)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    lasts=Term(years=8),
    amended_by="19.05.2026 No 290-VIII",
)
def release_for_medium_crimes_bars_civil_service(status: Status) -> Guard:
    """After release without rehabilitation for a crime of medium gravity: 8 years, or for ever by the chapter."""
    return among(status, (Gravity.MEDIUM,))


@restricts(
    RELEASED,
    CIVIL_SERVICE_2026 / "21(2)(16)",
    since=SINCE_2026,
    doubts=(A.CIVIL_SERVICE,),
    amended_by="19.05.2026 No 290-VIII",
    confidence=Confidence.INFERRED,
    source="most chapters of the Code bar for ever; the library does not know the chapter of every article",
)
def release_for_medium_crimes_may_bar_civil_service_for_ever(status: Status) -> Guard:
    """For crimes of medium gravity under most chapters of the Code the bar is for ever."""
    return among(status, (Gravity.MEDIUM,))


@restricts(
    RELEASED,
    CIVIL_SERVICE_2026 / "21(2)(18)",
    since=SINCE_2026,
    forbids=(A.CIVIL_SERVICE,),
    series="release for grave crimes and civil service",
    amended_by="19.05.2026 No 290-VIII",
)
def release_for_grave_crimes_bars_civil_service(status: Status) -> Guard:
    """Whoever was released without rehabilitation for a serious or especially serious crime is not admitted."""
    return among(status, GRAVE)


@restricts(
    RELEASED,
    LAW_ENFORCEMENT / "6(2)(9)",
    forbids=(A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR),
    source="seen in the edition after 27.12.2019",
)
def release_for_crimes_bars_from_law_enforcement(status: Status) -> Guard:
    """Whoever was released without rehabilitation for a crime is not admitted to law-enforcement service."""
    return status.traits.crime


@restricts(
    RELEASED,
    LAW_ENFORCEMENT / "6(2)(6-1)",
    forbids=(A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR),
    lasts=Term(years=3),
    source="seen in the edition after 27.12.2019",
)
def release_for_misdemeanours_bars_from_law_enforcement(status: Status) -> Guard:
    """After release without rehabilitation for a misdemeanour: 3 years."""
    return among(status, (Gravity.MISDEMEANOUR,))
