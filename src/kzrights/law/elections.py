"""Constitutional Law on elections of 28 September 1995 No 2464."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import CONSTITUTION_2026, ELECTIONS
from kzrights.law.rules import restricts
from kzrights.statuses import Status, StatusKind

SINCE_CONSTITUTION = "2026-07-01"


@restricts(StatusKind.IMPRISONMENT, ELECTIONS / "4(3)", forbids=(A.VOTE,))
def prisoners_do_not_vote(_: Status) -> bool:
    """Those held in places of deprivation of liberty by a sentence take no part in elections."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    ELECTIONS / "4(4)(1)",
    forbids=(A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT),
    source="editions of 2007, 2021 and 2022 read; since 2026-07-01 the Constitution, art. 35(3), says so too",
)
def record_bars_candidates(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be a candidate."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    ELECTIONS / "4(4)(1)",
    since="2021-06-05",
    until="2023-01-01",
    forbids=(A.STAND_FOR_AKIM,),
    series="candidates for akim",
    amended_by="24.05.2021 No 41-VII",
)
def record_bars_candidates_for_village_akim(_: Status) -> bool:
    """Akims of villages, settlements and towns of district significance are elected, and the bar names them."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    ELECTIONS / "4(4)(1)",
    since="2023-01-01",
    forbids=(A.STAND_FOR_AKIM,),
    series="candidates for akim",
    amended_by="05.11.2022 No 156-VII",
)
def record_bars_candidates_for_akim(_: Status) -> bool:
    """The bar names akims without distinction."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    CONSTITUTION_2026 / "35(3)",
    since=SINCE_CONSTITUTION,
    forbids=(A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM),
    amended_by="referendum of 15.03.2026",
)
def constitution_bars_candidates(_: Status) -> bool:
    """By the Constitution a person with a record not expunged or lifted may not be elected."""
    return True


@restricts(
    StatusKind.IMPRISONMENT,
    CONSTITUTION_2026 / "35(3)",
    since=SINCE_CONSTITUTION,
    forbids=(A.VOTE,),
    amended_by="referendum of 15.03.2026",
)
def constitution_bars_prisoners_from_voting(_: Status) -> bool:
    """By the Constitution those held by a sentence take no part in elections and referendums."""
    return True
