"""Code on marriage and family of 26 December 2011: guardians and adopters."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import FAMILY_CODE
from kzrights.law.rules import Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind

SINCE = "2016-04-24"
_DAY = "law of 09.04.2016 No 501-V, in force between 20 and 24 April 2016; what stood before was not read"


@restricts(
    StatusKind.CRIMINAL_RECORD,
    FAMILY_CODE / "122(1)(7), 91(2)(9)",
    since=SINCE,
    forbids=(A.GUARD_OR_ADOPT_CHILD,),
    source=_DAY,
)
def record_bars_guardians(status: Status) -> Guard:
    """A person with a record for an intentional crime cannot become a guardian or adopt."""
    return status.traits.intentional


@restricts(
    StatusKind.WORK_WITH_MINORS_BAR,
    FAMILY_CODE / "122(1)(12), 91(2)(14)",
    since=SINCE,
    forbids=(A.GUARD_OR_ADOPT_CHILD,),
    source=_DAY,
)
def crimes_that_bar_guardians_for_ever(_: Status) -> bool:
    """Whoever was ever convicted of a crime on the list that closes work with minors cannot become one."""
    return True


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    FAMILY_CODE / "84(4), 84(5), 91(2)(10), 122(1)(8)",
    doubts=(A.GUARD_OR_ADOPT_CHILD,),
    confidence=Confidence.INFERRED,
    source="seen in the edition of 16.09.2025, earlier years inferred; a file does not name the state of citizenship",
)
def foreigners_adopt_in_the_second_place(_: Status) -> bool:
    """A stateless person neither adopts nor is a guardian; a foreigner adopts where no relative or citizen does.

    Only citizens of a state with equal duties to children may adopt.
    """
    return True
