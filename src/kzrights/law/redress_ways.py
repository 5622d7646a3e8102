"""How a verdict in force may still be reviewed: Criminal Procedure Code 484-485, 499.

A rule gets the :class:`~kzrights.law.redress_notions.Fate` of a verdict and answers with a finding while it stands.
"""

from __future__ import annotations

from typing import Final

from kzrights.law.acts import CPC
from kzrights.law.findings import Finding
from kzrights.law.offences import Gravity
from kzrights.law.redress_notions import Fate
from kzrights.law.rules import Confidence, answers

WAY: Final = "rehabilitation way"
SINCE_CASSATION = "2016-01-01"
SINCE_COURT = "2025-07-01"
SINCE_ALL = "2027-07-01"
_MINOR = frozenset({Gravity.MISDEMEANOUR, Gravity.MINOR})
_NEWS = "reported with the reform of 2025; the text was not read"


def _by_gravity(fate: Fate) -> Finding | None:
    if not fate.stands:
        return None
    minor = {gravity in _MINOR for gravity in fate.course.gravest}
    closed = minor.pop() if len(minor) == 1 else None
    because = {
        True: "the verdict is for a misdemeanour or a crime of minor gravity",
        False: "without a limit of time",
        None: "unless the crime is of minor gravity",
    }[closed]
    return Finding(because=because, holds=None if closed is None else not closed, facts=(fate.course.path,))


@answers(
    WAY,
    CPC / "484(2), 485, 487",
    since=SINCE_CASSATION,
    until=SINCE_COURT,
    series="cassation",
    amended_by="No 378-V",
    source="read in the text of 2022; that it held since 2016 follows from the footnotes",
)
def cassation_by_the_supreme_court(fate: Fate) -> Finding | None:
    """The Supreme Court reviews on the convict's petition, at any time in their favour; for misdemeanours and crimes of
    minor gravity only on a protest of the Prosecutor General, for public interest, security or grave harm.
    """
    return _by_gravity(fate)


@answers(
    WAY,
    CPC / "484",
    since=SINCE_COURT,
    until=SINCE_ALL,
    series="cassation",
    confidence=Confidence.SECONDARY,
    source=_NEWS,
)
def cassation_by_the_court_of_cassation(fate: Fate) -> Finding | None:
    """A court of cassation for criminal cases reviews on complaint; misdemeanours and crimes of minor gravity are left
    out until 1 July 2027.
    """
    return _by_gravity(fate)


@answers(WAY, CPC / "484", since=SINCE_ALL, series="cassation", confidence=Confidence.SECONDARY, source=_NEWS)
def cassation_of_every_verdict(fate: Fate) -> Finding | None:
    """The court of cassation reviews every verdict on complaint, those for minor crimes among them."""
    return Finding(because="for every verdict", facts=(fate.course.path,)) if fate.stands else None


@answers(
    WAY,
    CPC / "499, 501-502",
    confidence=Confidence.INFERRED,
    source="read in the text of law 88-VII of 27.12.2021; older texts were not read",
)
def newly_discovered_circumstances(fate: Fate) -> Finding | None:
    """A verdict is reopened for false testimony or forgery, crimes of the investigator, the prosecutor or the judges, a
    norm held unconstitutional, or facts the court did not know that show innocence or a lesser crime; these last go
    through the prosecutor. In favour of the convict there is no limit of time, and the list is closed.
    """
    if not fate.stands:
        return None
    because = "if such a circumstance is found; the file says nothing of it"
    return Finding(because=because, holds=None, facts=(fate.course.path,))
