"""Laws on citizenship and on the legal status of foreigners: who is not a citizen, and what that closes or limits.

What other acts keep to citizens stands in the modules of those acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.facts.punishments import LossOfCitizenship
from kzrights.law.acts import CITIZENSHIP, FOREIGNERS
from kzrights.law.course import Course
from kzrights.law.rules import Condition, Found, derives, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, START, Period
from kzrights.statuses import Status, StatusKind

FOREIGN = StatusKind.FOREIGN_CITIZENSHIP

_BOTH_ENDS = "the same in an edition of about 2010 and in that of 20.04.2023"


@derives_from_case(
    FOREIGN,
    FOREIGNERS / "2, 29",
    source="foreigners have the rights of citizens unless a law says otherwise (Constitution of 1995, 12(4)); "
    "since 2026-07-01 where a law says so (Constitution of 2026, 15(4))",
)
def not_a_citizen(world: World) -> Iterator[Found]:
    """Whoever is not a citizen of Kazakhstan is a foreigner or stateless, and the law reaches both alike."""
    if not world.case.person.citizen:
        yield Found(
            period=Period(START, END).until(world.death),
            because="not a citizen of Kazakhstan",
            facts=("person.citizen",),
        )


@derives(
    FOREIGN,
    CITIZENSHIP / "20-1, 37",
    amended_by="11.07.2017 No 91-VI",
    source="the verdict itself says that the person loses citizenship, so its day needs no first edition",
)
def deprived_of_citizenship(course: Course) -> Iterator[Found]:
    """Citizenship ends on the day a verdict that takes it away is in force; it comes back if the verdict falls."""
    for path, _ in course.punishments(LossOfCitizenship):
        yield Found(
            period=course.cut(Period(course.in_force, END), "conviction"),
            because="the verdict takes citizenship away",
            facts=(path,),
        )


@restricts(
    FOREIGN,
    FOREIGNERS / "19",
    forbids=(A.VOTE, A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM),
    source=_BOTH_ENDS,
)
def foreigners_neither_elect_nor_are_elected(_: Status) -> bool:
    """Foreigners may neither elect nor be elected to representative and other elective bodies and offices."""
    return True


@restricts(FOREIGN, FOREIGNERS / "12", forbids=(A.JOIN_PARTY,), source=_BOTH_ENDS)
def foreigners_join_no_party(_: Status) -> bool:
    """Foreigners may join neither political parties nor associations with political aims."""
    return True


@restricts(FOREIGN, FOREIGNERS / "12", limits=(A.JOIN_ASSOCIATION,), source=_BOTH_ENDS)
def resident_foreigners_join_associations(_: Status) -> Condition:
    """Foreigners who reside permanently may join associations without political aims, where the charter allows it."""
    return Condition(
        kind="part",
        says="only one who resides permanently in Kazakhstan, and only an association without political aims "
        "whose charter admits foreigners",
    )


@restricts(
    FOREIGN,
    FOREIGNERS / "6",
    limits=(A.FORMAL_EMPLOYMENT,),
    source=f"{_BOTH_ENDS}; the permits of the law on migration were not read",
)
def foreigners_work_as_legislation_allows(_: Status) -> Condition:
    """Foreigners work on the grounds and in the order of legislation and treaties; residents work as citizens do."""
    return Condition(
        kind="permission",
        says="for one who does not reside permanently, as legislation and treaties set it",
    )


@restricts(
    FOREIGN,
    FOREIGNERS / "6",
    limits=(A.SOLE_TRADE,),
    source="in an edition of about 2010 of small and medium business alone; in that of 20.04.2023 of any",
)
def foreigners_on_a_stay_are_no_sole_traders(_: Status) -> Condition:
    """A foreigner on a temporary stay does no business without forming a legal entity."""
    return Condition(kind="part", says="only one who resides permanently in Kazakhstan")


@restricts(
    FOREIGN,
    FOREIGNERS / "9",
    limits=(A.TRADE_REAL_ESTATE,),
    source=f"{_BOTH_ENDS}; the laws on land and on housing were not read",
)
def foreigners_on_a_stay_own_no_housing(_: Status) -> Condition:
    """Foreigners may own housing and other property, but one on a temporary stay may own no housing."""
    return Condition(kind="part", says="housing only if one resides permanently in Kazakhstan; land as its law allows")
