"""Constitutional Law on elections of 28 September 1995 No 2464."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import CONSTITUTION_2026, ELECTIONS
from kzrights.law.corruption import bars
from kzrights.law.rules import CODE, restricts
from kzrights.statuses import Status, StatusKind

SINCE_CONSTITUTION = "2026-07-01"
SINCE_AKIMS = "2021-06-05"
_ADDED = "not in the edition of 2007, in those of 2021 and 2022; law 124-IV of 09.02.2009 alone lies between"

NATIONAL_AND_LOCAL = (A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT)


@restricts(StatusKind.IMPRISONMENT, ELECTIONS / "4(3)", forbids=(A.VOTE,))
def prisoners_do_not_vote(_: Status) -> bool:
    """Those held in places of deprivation of liberty by a sentence take no part in elections."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    ELECTIONS / "4(4)(1)",
    forbids=NATIONAL_AND_LOCAL,
    source="editions of 2007, 2021 and 2022 read; since 2026-07-01 the Constitution, art. 35(3), says so too",
)
def record_bars_candidates(_: Status) -> bool:
    """A person with a record not expunged or lifted cannot be a candidate."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    ELECTIONS / "4(4)(1)",
    since=SINCE_AKIMS,
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


def _citizens(_: Status) -> bool:
    """Only citizens of Kazakhstan elect and are elected."""
    return True


_BOTH_ENDS = "the same in the editions of 2007 and 2022"

CITIZENS = tuple(
    restricts(StatusKind.FOREIGN_CITIZENSHIP, provision, since=since, forbids=posts, name=name, source=source)(
        _citizens
    )
    for name, provision, since, posts, source in (
        ("citizens_elect", ELECTIONS / "4(1)", CODE, (A.VOTE,), _BOTH_ENDS),
        ("citizens_are_elected", ELECTIONS / "4(2)", CODE, NATIONAL_AND_LOCAL, _BOTH_ENDS),
        ("citizens_are_elected_akims", ELECTIONS / "4(2)", "2023-01-01", (A.STAND_FOR_AKIM,), "edition of 05.11.2022"),
        (
            "constitution_keeps_elections_to_citizens",
            CONSTITUTION_2026 / "35(2)",
            SINCE_CONSTITUTION,
            (A.VOTE, *NATIONAL_AND_LOCAL, A.STAND_FOR_AKIM),
            "",
        ),
    )
)

TABLE = (
    *CITIZENS,
    *bars("candidates", ELECTIONS / "4(4)(2)", *NATIONAL_AND_LOCAL, source=_ADDED),
    *bars("candidates_for_akim", ELECTIONS / "4(4)(2)", A.STAND_FOR_AKIM, since=SINCE_AKIMS, source=_ADDED),
    *bars("elected", CONSTITUTION_2026 / "35(3)", *NATIONAL_AND_LOCAL, A.STAND_FOR_AKIM, since=SINCE_CONSTITUTION),
)


@restricts(
    StatusKind.CRIMINAL_RECORD,
    CONSTITUTION_2026 / "35(3)",
    since=SINCE_CONSTITUTION,
    forbids=(*NATIONAL_AND_LOCAL, A.STAND_FOR_AKIM),
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
