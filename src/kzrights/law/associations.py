"""Laws on political parties of 2002, public associations of 1996 and trade unions of 2014."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import ASSOCIATIONS, PARTIES, TRADE_UNIONS
from kzrights.law.rules import Condition, Confidence, restricts
from kzrights.statuses import Status, StatusKind

FOREIGN = StatusKind.FOREIGN_CITIZENSHIP


@restricts(
    FOREIGN, PARTIES / "8(2)", forbids=(A.JOIN_PARTY,), source="seen in the edition of 07.11.2014; later years inferred"
)
def parties_have_no_foreign_members(_: Status) -> bool:
    """Foreigners and stateless persons may not be members of a political party."""
    return True


@restricts(
    FOREIGN,
    ASSOCIATIONS / "10",
    doubts=(A.FOUND_ASSOCIATION, A.LEAD_ASSOCIATION),
    confidence=Confidence.INFERRED,
    source="seen after 21.12.2023, earlier years inferred; whether a foreigner may found beside the citizens is not "
    "said, and nothing was read on heads",
)
def associations_are_founded_by_citizens(_: Status) -> bool:
    """An association is founded on the initiative of citizens; nothing says that foreigners may found or lead one."""
    return True


@restricts(
    FOREIGN, ASSOCIATIONS / "11", limits=(A.JOIN_ASSOCIATION,), source="seen after 21.12.2023; earlier years inferred"
)
def charters_admit_foreign_members(_: Status) -> Condition:
    """Charters of associations other than parties may provide for members who are foreigners or stateless."""
    return Condition(kind="part", says="only where the charter provides for members who are not citizens")


@restricts(
    FOREIGN,
    TRADE_UNIONS / "3(1), 8(1)",
    limits=(A.TRADE_UNION_ACTIVITY,),
    source="seen in the edition of 04.05.2020; the footnotes name no change of these norms",
)
def unions_have_foreign_members_who_live_and_work_here(_: Status) -> Condition:
    """The law on trade unions holds for foreigners who live and work in Kazakhstan; citizens found a union."""
    return Condition(kind="part", says="only as a member who lives and works in Kazakhstan; citizens found a union")
