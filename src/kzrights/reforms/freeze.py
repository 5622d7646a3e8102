"""Reforms of the freeze: what a listed person and their family may still have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pendulum import Date

from kzrights.activities import Activity as A
from kzrights.calendar import NEVER
from kzrights.law.acts import LAW_191
from kzrights.law.financing_law import LISTED, SINCE_343, CapBase
from kzrights.law.findings import Finding, lacking
from kzrights.law.rules import Condition, answers, restricts
from kzrights.reforms.reform import Reform, lifted, reworded
from kzrights.statuses import Status

if TYPE_CHECKING:
    from kzrights.law.law import Law
    from kzrights.law.rules import Rule
    from kzrights.law.world import World


def _freed(law: Law, *activities: A) -> Law:
    """Return a law in which no rule of the freeze touches the activities, but those on the United Nations' list."""
    return law.amend(*(_less(rule, activities) for rule in law.topic("restriction") if _freezes(rule, activities)))


def _freezes(rule: Rule, activities: tuple[A, ...]) -> bool:
    return (
        rule.status is LISTED
        and rule.series != "listed by the United Nations"
        and not {*activities}.isdisjoint(rule.activities)
    )


def _less(rule: Rule, activities: tuple[A, ...]) -> Rule:
    kinds = ("forbids", "doubts", "limits", "permits")
    left = {kind: tuple(one for one in getattr(rule, kind) if one not in activities) for kind in kinds}
    return rule.evolve(**left)


# --- Dependants


DEPENDANTS: Final = (A.RECEIVE_CHILD_SUPPORT, A.RECEIVE_PENSION_OR_BENEFIT)


@restricts(LISTED, LAW_191 / "12(8)", permits=DEPENDANTS)
def income_of_dependants(_: Status) -> bool:
    """Child support, benefits and other income of dependants are outside the freeze."""
    return True


# --- Humanitarian aid


def money_may_be_credited_or_given_as_aid(_: Status) -> Condition:
    """Money may be credited to the person's own bank account; aid for basic needs may be paid out to them."""
    return Condition(
        kind="part", says="as a credit to their own bank account, or for basic needs through a humanitarian provider"
    )


# --- Basic expenses

BASIC: Final = (A.RECEIVE_WAGES, A.USE_BANK_ACCOUNT, A.SEND_TRANSFER, A.BUY_VEHICLE_INSURANCE)


def _not_united_nations(status: Status) -> bool:
    return not status.traits.united_nations


@restricts(LISTED, LAW_191 / "12(8)", limits=BASIC)
def basic_expenses(status: Status) -> Condition | bool:
    """Basic expenses may be met on notice: food, rent, medicine, taxes, insurance, utilities, legal fees; extraordinary
    expenses with approval.
    """
    if status.traits.united_nations:
        return False
    return Condition(kind="notice", says="for basic expenses on notice, for extraordinary ones with approval; no cap")


@restricts(LISTED, LAW_191 / "12(8)", permits=(A.PAY_TAXES_AND_UTILITIES,))
def taxes_and_utilities_are_basic(status: Status) -> bool:
    """Taxes and utilities are basic expenses."""
    return _not_united_nations(status)


@restricts(LISTED, LAW_191 / "12(8-1)", forbids=(A.USE_BANK_ACCOUNT, A.SEND_TRANSFER))
def debits_of_united_nations_listings(status: Status) -> bool:
    """Banks suspend debit operations of one listed by the United Nations, whose committee releases money."""
    return status.traits.united_nations


@answers("cap", LAW_191 / "12(8)(1)", name="no_cap_on_basic_expenses")
def no_cap(united_nations: bool) -> CapBase | None:
    """No minimum wage or other amount caps what may be used."""
    return None if united_nations else CapBase(None, limited=False)


def nothing_for_united_nations_listing(united_nations: bool) -> CapBase | None:
    """One listed by the United Nations may withdraw nothing: only its committee releases money."""
    return CapBase(None) if united_nations else None


def _basic_expenses_exempt(law: Law) -> Law:
    law = lifted(law, "cap_by_subsistence_minimum", "cap_by_minimum_wage", "no_cap_for_united_nations_listing")
    law = reworded(law, "nothing_may_be_withdrawn", nothing_for_united_nations_listing, until=NEVER)
    law = _freed(law, *BASIC, A.PAY_TAXES_AND_UTILITIES)
    return law.amend(basic_expenses, taxes_and_utilities_are_basic, debits_of_united_nations_listings, no_cap)


# --- A wrongful freeze


@answers("rehabilitation elsewhere", LAW_191 / "13(6)", since=SINCE_343)
def compensation_for_a_wrongful_freeze(_world: World, _on: Date) -> Finding:
    """The State compensates what a freeze without a ground cost, lost profit included."""
    missing = lacking("listings", "whether the list held the person without a ground")
    return Finding(because="if the list held the person without a ground", holds=None, missing=missing)


REFORMS: Final = (
    Reform(
        name="income_of_dependants_unfrozen",
        ids=("RO-22",),
        says="The income of dependants, such as child support and benefits, is outside the freeze.",
        proposer="Special Rapporteur Ní Aoláin, 2019",
        source="https://www.ohchr.org/en/documents/country-reports/"
        "ahrc4346add1-visit-kazakhstan-report-special-rapporteur-promotion-and",
        variant="She voiced extreme disquiet at what the list does to dependants; the rule is this library's. Rent has "
        "no activity of its own.",
        change=lambda law: _freed(law, *DEPENDANTS).amend(income_of_dependants),
    ),
    Reform(
        name="humanitarian_aid_exempt",
        ids=("RO-23",),
        says="Humanitarian providers may give a listed person money and services for basic needs.",
        proposer="Security Council resolution 2664 (2022)",
        source="https://press.un.org/2022/sc15134.doc.htm",
        variant="The resolution is on lists of the United Nations; here the national list follows it.",
        change=lambda law: reworded(law, "money_may_be_credited", money_may_be_credited_or_given_as_aid),
    ),
    Reform(
        name="basic_expenses_exempt",
        ids=("RO-24",),
        says="A listed person may meet basic expenses on notice and extraordinary ones with approval, without a cap.",
        proposer="Security Council resolution 1452 (2002)",
        source="https://sanctionsassociation.org/glossary/international-best-practices/",
        variant="The resolution is on lists of the United Nations; here the national list follows it.",
        change=_basic_expenses_exempt,
    ),
    Reform(
        name="wrongful_freeze_compensated",
        ids=("RO-27",),
        says="The State pays for a freeze that had no ground.",
        proposer="this library, as a what-if",
        source="",
        variant="No express proposal was found.",
        change=lambda law: law.amend(compensation_for_a_wrongful_freeze),
    ),
)
