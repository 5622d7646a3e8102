"""Corruption crimes: Criminal Code 3(29), read in the editions of 7 November 2014 and 16 September 2025.

The list names some articles whole, and of others one point of a part, which a case file does not carry.
"""

from __future__ import annotations

from typing import Final

from pendulum import Date

from kzrights.activities import Activity
from kzrights.law.judged import any_of
from kzrights.law.rules import CODE, Confidence, Guard, Rule, restricts
from kzrights.law.sources import Provision
from kzrights.statuses import Status, StatusKind

WHOLE: Final = frozenset({"361", "364", "365", "366", "367", "368", "369", "370", "450", "452"})
"""Articles of which every part is a corruption crime, in both editions."""

BY_POINT: Final = frozenset(
    {
        *("189(3)", "189(4)", "190(3)", "190(4)", "215(2)", "216(2)", "217(3)"),
        *("218(3)", "218-1(4)", "234(3)", "249(3)", "307(3)", "362(4)", "451(2)"),
    }
)
"""Parts of which one point is a corruption crime, in one of the editions."""


def bars(
    what: str,
    provision: Provision,
    *posts: Activity,
    series: str = "",
    since: str | Date = CODE,
    until: str | None = None,
    source: str = "",
) -> tuple[Rule, Rule]:
    """Make the two rules by which corruption closes ``posts`` for ever: surely, and where it hangs on the point."""
    sure = restricts(
        _RECORD,
        provision,
        since=since,
        until=until,
        forbids=posts,
        for_ever=True,
        name=f"corruption_bars_{what}",
        series=series and f"corruption and {series}",
        source=source,
    )
    perhaps = restricts(
        _RECORD,
        provision,
        since=since,
        until=until,
        doubts=posts,
        for_ever=True,
        name=f"corruption_may_bar_{what}",
        series=series and f"perhaps corruption and {series}",
        confidence=Confidence.INFERRED,
        source=_POINT,
    )
    return sure(_surely), perhaps(_perhaps)


_RECORD: Final = StatusKind.CRIMINAL_RECORD
_POINT: Final = "Criminal Code 3(29) names a point of the part, which a case file does not carry"


def _surely(status: Status) -> bool:
    """Whoever a court found guilty of a corruption crime is kept from it for ever, record or not."""
    return any(article.split("(")[0] in WHOLE for article in status.traits.articles)


def _perhaps(status: Status) -> Guard:
    """Where one point of a part is a corruption crime, the verdict says whether the person is kept from it."""
    return any_of([_hangs_on_a_point(article) for article in status.traits.articles])


def _hangs_on_a_point(article: str) -> Guard:
    if article in BY_POINT:
        return True
    return None if any(part.split("(")[0] == article for part in BY_POINT) else False
