"""Law on migration of 22 July 2011 No 477-IV: leaving for permanent residence abroad."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import MIGRATION
from kzrights.law.rules import restricts
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
