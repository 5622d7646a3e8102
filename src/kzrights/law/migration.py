"""Law on migration of 22 July 2011 No 477-IV, and on foreigners of 19 June 1995: leaving Kazakhstan."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import FOREIGNERS, MIGRATION
from kzrights.law.rules import Confidence, Guard, restricts
from kzrights.statuses import Status, StatusKind


def _refused(_: Status) -> bool:
    """Leaving for permanent residence is refused to suspects and accused, and to convicts until they have served."""
    return True


TABLE = tuple(
    restricts(status, MIGRATION / "56", forbids=(A.EMIGRATE,), name=f"does_not_emigrate_{status}")(_refused)
    for status in (
        StatusKind.DETENTION,
        StatusKind.HOUSE_ARREST,
        StatusKind.IMPRISONMENT,
        StatusKind.RESTRICTED_FREEDOM,
        StatusKind.SUSPENDED_SENTENCE,
        StatusKind.PAROLE,
    )
)


_TO_2023 = "seen in 2014; the article's footnotes to the edition of 2023 were not compared"


@restricts(StatusKind.ACCUSED, MIGRATION / "56(2)", forbids=(A.EMIGRATE,), source=_TO_2023)
def accused_do_not_emigrate(status: Status) -> Guard:
    """A citizen accused of a crime is refused to leave for permanent residence until the case is decided."""
    return status.traits.crime if status.traits.citizen else False


@restricts(StatusKind.PROSECUTED, MIGRATION / "56(2)", doubts=(A.EMIGRATE,), source=_TO_2023)
def suspects_may_be_kept_from_emigrating(status: Status) -> Guard:
    """The law names those detained on suspicion of a crime and the accused; a suspect at liberty is left open."""
    return status.traits.crime if status.traits.citizen else False


@restricts(
    StatusKind.PROSECUTED,
    FOREIGNERS / "23",
    forbids=(A.LEAVE_COUNTRY, A.EMIGRATE),
    confidence=Confidence.SECONDARY,
    source="defacto.kz, «Запрет иностранцам на выезд из Республики Казахстан»; the text itself was not read",
)
def prosecuted_foreigners_do_not_leave(status: Status) -> bool:
    """A foreigner does not leave while there is ground for criminal liability, until the proceedings end."""
    return not status.traits.citizen
