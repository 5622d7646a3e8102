"""Law on weapons of 30 December 1998 No 339."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import WEAPONS
from kzrights.law.judged import any_of
from kzrights.law.rules import Condition, Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind


@restricts(
    StatusKind.CRIMINAL_RECORD,
    WEAPONS / "19(4)(2)",
    forbids=(A.OWN_WEAPON,),
    source="seen in 2019, 2023 and 2026; 2015 to 2019 inferred",
)
def record_bars_weapons(_: Status) -> bool:
    """A permit is refused and annulled while a record for any crime is not expunged or lifted."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    WEAPONS / "19(5)",
    since="2022-09-12",
    forbids=(A.OWN_WEAPON,),
    for_ever=True,
    amended_by="11.07.2022 No 136-VII",
    confidence=Confidence.INFERRED,
    source="absent in 2019, seen in 2023 and 2026; the amending law and its day are inferred",
)
def extremist_crimes_bar_weapons_for_ever(status: Status) -> Guard:
    """For extremist and terrorist crimes a permit is refused even after the record has ended."""
    return any_of([status.traits.extremist, status.traits.terrorist])


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    WEAPONS / "26(1), 26(2)",
    limits=(A.OWN_WEAPON,),
    source="seen in 2019 and 2023; the footnotes name no other change since 2014",
)
def foreigners_acquire_weapons_through_their_mission(_: Status) -> Condition:
    """At the request of their diplomatic mission foreigners acquire gas pistols, or weapons to take out of the country.

    The pistols are for those registered to live in Kazakhstan for a year or more; any other civilian weapon is to
    leave the country within seven days.
    """
    return Condition(
        kind="part",
        says="at the request of the diplomatic mission: gas pistols and revolvers if registered to live in Kazakhstan "
        "for a year or more, other civilian weapons if taken out of the country within seven days",
    )


_PERMIT = "19(1)-(5) seen in the edition after 11.07.2022 and 19 in that of late 2014; between them inferred"


@restricts(
    StatusKind.ACCUSED,
    WEAPONS / "19(1), 19(5)",
    forbids=(A.OWN_WEAPON,),
    confidence=Confidence.INFERRED,
    source=_PERMIT,
)
def prosecution_suspends_weapon_permits(_: Status) -> bool:
    """Of one brought to criminal liability the permit is suspended, and none is given, until the court decides."""
    return True


@restricts(
    StatusKind.PROSECUTED,
    WEAPONS / "19(1), 19(5)",
    doubts=(A.OWN_WEAPON,),
    confidence=Confidence.INFERRED,
    source=f"{_PERMIT}; whether a suspect is already brought to criminal liability is not said",
)
def suspicion_may_suspend_weapon_permits(_: Status) -> bool:
    """Whether a suspect is already one brought to criminal liability the law on weapons does not say."""
    return True


@restricts(
    StatusKind.RELEASED_WITHOUT_REHABILITATION,
    WEAPONS / "19(4)(3), 19(5)",
    doubts=(A.OWN_WEAPON,),
    confidence=Confidence.INFERRED,
    source="seen in the edition after 11.07.2022; the lower limit of each sanction is not in the library's table",
)
def release_without_rehabilitation_may_bar_weapons(status: Status) -> Guard:
    """After release from liability without rehabilitation: for as long as the article's shortest imprisonment."""
    return status.traits.crime
