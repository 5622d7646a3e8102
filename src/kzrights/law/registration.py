"""Registration refused to listed persons: legal entities, sole traders, immovable property."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import ENTREPRENEURIAL_CODE, LAW_310, LAW_2198
from kzrights.law.financing_law import LAW_343, LISTED, SINCE_343
from kzrights.law.rules import Condition, Confidence, restricts
from kzrights.statuses import Status

_START = "absent in 2014, present in 2019; the footnote and the sister rule of the Entrepreneurial Code give the day"


@restricts(
    LISTED,
    LAW_2198 / "11(4-1)",
    since=SINCE_343,
    forbids=(A.REGISTER_NGO, A.FOUND_ASSOCIATION),
    amended_by=LAW_343,
    source=_START,
)
def entities_of_listed_founders_are_not_registered(_: Status) -> bool:
    """A legal entity is not registered while a founder or its head is on the list; members are not named."""
    return True


@restricts(LISTED, LAW_2198 / "11(4-1)", since=SINCE_343, limits=(A.FOUND_COMPANY,), amended_by=LAW_343, source=_START)
def only_small_businesses_are_registered(_: Status) -> Condition:
    """The refusal does not reach the first registration of small businesses (last part of the article)."""
    return Condition(kind="part", says="only the first registration of a small business")


@restricts(
    LISTED,
    LAW_2198 / "11(4-1)",
    since=SINCE_343,
    doubts=(A.LEAD_ASSOCIATION,),
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source="the head is named for registration; a change of head goes by notice (14-2), where no refusal was read",
)
def heads_are_named_for_registration(_: Status) -> bool:
    """An entity whose head is on the list is not registered; nothing was read on a later change of head."""
    return True


@restricts(
    LISTED,
    ENTREPRENEURIAL_CODE / "38(2)(5)",
    since=SINCE_343,
    until="2017-01-01",
    doubts=(A.SOLE_TRADE,),
    series="sole traders",
    amended_by=LAW_343,
)
def court_ends_sole_trade(_: Status) -> bool:
    """On listing a court ends the activity of a sole trader; whether one could register was not read for 2016."""
    return True


@restricts(LISTED, ENTREPRENEURIAL_CODE / "36(2)", since="2017-01-01", forbids=(A.SOLE_TRADE,), series="sole traders")
def listed_persons_do_not_register_as_traders(_: Status) -> bool:
    """A listed person may not file the notice that registers a sole trader."""
    return True


@restricts(
    LISTED,
    LAW_310 / "31(1)(1-1)",
    until=SINCE_343,
    doubts=(A.TRADE_REAL_ESTATE,),
    series="real estate",
    confidence=Confidence.INFERRED,
    source="before the express refusal only the freeze by banks and notaries stood in the way",
)
def real_estate_before_express_refusal(_: Status) -> bool:
    """No express refusal of registration was read for this time; banks and notaries froze what passed through them."""
    return True


@restricts(
    LISTED,
    LAW_310 / "31(1)(1-1)",
    since=SINCE_343,
    forbids=(A.TRADE_REAL_ESTATE,),
    series="real estate",
    amended_by=LAW_343,
    source="seen in 2019 and 2023; the day by the footnote",
)
def rights_of_listed_applicants_are_not_registered(_: Status) -> bool:
    """A right to immovable property is not registered while the applicant is on the list."""
    return True
