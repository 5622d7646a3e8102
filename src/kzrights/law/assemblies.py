"""Law on peaceful assemblies of 25 May 2020 No 333-VI; the law of 1995 before it barred no convict."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import ASSEMBLIES
from kzrights.law.judged import any_of
from kzrights.law.rules import Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind

SINCE = "2020-06-06"
_DAY = "in force ten days after publication; the day is inferred"

RIOTS, TREASON, ESPIONAGE = "272", "175", "176"


def _serving(_: Status) -> bool:
    """One serving corrective work, community service, restriction or imprisonment organises no assembly."""
    return True


TABLE = tuple(
    restricts(
        status,
        ASSEMBLIES / "5(6)(1)",
        since=SINCE,
        forbids=(A.ORGANISE_ASSEMBLY,),
        name=f"organises_no_assembly_{status}",
        source=_DAY,
    )(_serving)
    for status in (
        StatusKind.IMPRISONMENT,
        StatusKind.PAROLE,
        StatusKind.RESTRICTED_FREEDOM,
        StatusKind.COMMUNITY_SERVICE,
        StatusKind.CORRECTIVE_WORK,
    )
)


@restricts(
    StatusKind.SUSPENDED_SENTENCE,
    ASSEMBLIES / "5(6)(1)",
    since=SINCE,
    doubts=(A.ORGANISE_ASSEMBLY,),
    confidence=Confidence.INFERRED,
    source="imprisonment was imposed, but conditionally; the text does not say whether that is serving",
)
def conditional_sentence_may_bar_organisers(_: Status) -> bool:
    """Whether one sentenced to imprisonment conditionally is "serving" it is open."""
    return True


@restricts(StatusKind.CRIMINAL_RECORD, ASSEMBLIES / "5(6)(2)", since=SINCE, forbids=(A.ORGANISE_ASSEMBLY,), source=_DAY)
def record_bars_organisers(status: Status) -> Guard:
    """A record for mass riots, treason, espionage, extremist or terrorist crimes bars from organising."""
    numbers = {article.split("(")[0] for article in status.traits.articles}
    named = bool(numbers & {RIOTS, TREASON, ESPIONAGE})
    return any_of([named, status.traits.extremist, status.traits.terrorist])
