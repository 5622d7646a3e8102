"""Law on peaceful assemblies of 25 May 2020 No 333-VI, and that of 17 March 1995 No 2126, which barred no convict."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import ASSEMBLIES, ASSEMBLIES_1995, CONSTITUTION_1995
from kzrights.law.judged import any_of
from kzrights.law.rules import Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind

SINCE = "2020-06-06"
_DAY = "in force ten days after publication; the day is inferred"

FOREIGN = StatusKind.FOREIGN_CITIZENSHIP
RIOTS, TREASON, ESPIONAGE = "272", "175", "176"


@restricts(
    FOREIGN,
    ASSEMBLIES_1995 / "2",
    until=SINCE,
    doubts=(A.ORGANISE_ASSEMBLY,),
    series="foreigners who organise assemblies",
    confidence=Confidence.INFERRED,
    source="an early edition; a labour collective or an association might send a foreigner, and the text does not say",
)
def groups_of_citizens_apply(_: Status) -> bool:
    """Those sent by labour collectives, associations or groups of citizens apply for an assembly."""
    return True


@restricts(
    FOREIGN,
    CONSTITUTION_1995 / "32",
    until=SINCE,
    doubts=(A.ATTEND_ASSEMBLY,),
    series="foreigners who take part in assemblies",
    confidence=Confidence.INFERRED,
    source="the law of 1995 did not say who might take part; foreigners had the rights of citizens unless a law "
    "said otherwise (12(4))",
)
def citizens_have_the_right_to_assemble(_: Status) -> bool:
    """The Constitution gives the right to assemble to citizens, and no law said whether foreigners might take part."""
    return True


@restricts(
    FOREIGN,
    ASSEMBLIES / "1(4)",
    since=SINCE,
    forbids=(A.ORGANISE_ASSEMBLY,),
    series="foreigners who organise assemblies",
    source=f"seen in the edition of 10.01.2025; {_DAY}",
)
def citizens_organise_assemblies(_: Status) -> bool:
    """An organiser is a citizen of age, a group of such citizens or a registered legal entity."""
    return True


@restricts(
    FOREIGN,
    ASSEMBLIES / "1(2)",
    since=SINCE,
    forbids=(A.ATTEND_ASSEMBLY,),
    series="foreigners who take part in assemblies",
    source=f"seen in the edition of 10.01.2025; {_DAY}",
)
def citizens_take_part_in_assemblies(_: Status) -> bool:
    """One who takes part in an assembly is a citizen of Kazakhstan."""
    return True


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
