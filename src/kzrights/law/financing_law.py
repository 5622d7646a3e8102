"""Law of 28 August 2009 No 191-IV: the financing list, the freeze, what a listed person may still have."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from kzrights.activities import Activity as A
from kzrights.facts.person import HouseholdMember
from kzrights.facts.vocabulary import Relation
from kzrights.law.acts import LAW_191
from kzrights.law.rules import (
    Condition,
    Confidence,
    Guard,
    answers,
    restricts,
)
from kzrights.statuses import Status, StatusKind
from kzrights.value import Value

LISTED: Final = StatusKind.LISTED

LAW_343 = "02.08.2015 No 343-V"
SINCE_343 = "2016-02-06"
LAW_325 = "13.05.2020 No 325-VI"
SINCE_325 = "2020-11-15"
LAW_219 = "19.09.2025 No 219-VIII"
SINCE_219 = "2025-11-20"
RESTATED = (SINCE_343, SINCE_325, "2022-01-19", "2022-09-03", SINCE_219)
"""Later editions of article 13(1-1): crediting, pension contributions, 24 hours, controlled entities, agents."""
OTHER = "no express words: the operation falls under «иные операции», which article 4 helps to read"

# --- Article 12(8): the allowance


@frozen(repr=False, eq=False)
class CapBase(Value):
    """How the cap on wages is reckoned: the parameter, ``None`` where nothing may be withdrawn, or no cap at all."""

    parameter: str | None
    limited: bool = True


@answers("cap", LAW_191 / "13(1-1)", until=SINCE_343, series="cap")
def nothing_may_be_withdrawn(_united_nations: bool) -> CapBase:
    """Before the law of 2015 the freeze had no exception: nothing could be withdrawn for living."""
    return CapBase(None)


@answers("cap", LAW_191 / "12(8)(1)", since=SINCE_343, until=SINCE_325, series="cap", amended_by=LAW_343)
def cap_by_subsistence_minimum(united_nations: bool) -> CapBase | None:
    """Wages up to the subsistence minimum of the budget law, each calendar month, for each family member."""
    return None if united_nations else CapBase("subsistence_minimum")


@answers("cap", LAW_191 / "12(8)(1)", since=SINCE_325, series="cap", amended_by=LAW_325)
def cap_by_minimum_wage(united_nations: bool) -> CapBase | None:
    """Wages or paid leave up to the minimum wage of the budget law, each calendar month, for each family member."""
    return None if united_nations else CapBase("minimum_wage")


@answers("cap", LAW_191 / "12(8)", since=SINCE_343)
def no_cap_for_united_nations_listing(united_nations: bool) -> CapBase | None:
    """The allowance is not for those listed by the United Nations: only its committee releases money."""
    return CapBase(None) if united_nations else None


@answers("family", LAW_191 / "12(8)", since=SINCE_343, until=SINCE_325, series="family", amended_by=LAW_343)
def family_living_together(member: HouseholdMember, _adult: Guard) -> Guard:
    """Family members who live with the person and have no income of their own; the law does not define family."""
    if member.cohabiting is False or member.own_income is True:
        return False
    if member.relation is Relation.OTHER or member.cohabiting is None or member.own_income is None:
        return None
    return True


@answers("family", LAW_191 / "12, note", since=SINCE_325, series="family", amended_by=LAW_325)
def family_as_defined(member: HouseholdMember, adult: Guard) -> Guard:
    """Spouse, minor children, parents and spouse's parents who are dependants; all without income of their own."""
    if member.own_income is True or member.relation is Relation.OTHER:
        return False
    kin: Guard = True
    if member.relation is Relation.CHILD:
        kin = None if adult is None else not adult
    elif member.relation in (Relation.PARENT, Relation.SPOUSES_PARENT):
        kin = member.dependant
    if kin is False:
        return False
    return None if kin is None or member.own_income is None else True


# --- Article 13(1-1): the freeze, item by item


def _not_united_nations(status: Status) -> bool:
    return not status.traits.united_nations


@restricts(LISTED, LAW_191 / "13(1-1)", restated=RESTATED, forbids=(A.USE_BANK_ACCOUNT, A.SEND_TRANSFER))
def debits_are_suspended(_: Status) -> bool:
    """Banks suspend debit operations on the accounts of a listed person."""
    return True


@restricts(LISTED, LAW_191 / "13(1-1)", restated=RESTATED, forbids=(A.SEND_POSTAL_MONEY_ORDER,))
def payments_without_account_are_suspended(_: Status) -> bool:
    """Payments and transfers without an account, by post too, are suspended; parcels are not named."""
    return True


@restricts(LISTED, LAW_191 / "13(1-1)", restated=RESTATED, forbids=(A.TRADE_SECURITIES,))
def securities_are_blocked(_: Status) -> bool:
    """Securities of a listed person are blocked in registers and nominee accounts."""
    return True


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    restated=RESTATED,
    forbids=(A.OPEN_BANK_ACCOUNT, A.TAKE_LOAN, A.EXCHANGE_CURRENCY, A.GAMBLE),
    confidence=Confidence.INFERRED,
    source=OTHER,
)
def other_operations_are_refused(_: Status) -> bool:
    """Obliged entities refuse all other operations by a listed person or in their favour."""
    return True


@restricts(
    LISTED,
    LAW_191 / "3(1)(6), 13(1-1)",
    restated=RESTATED,
    limits=(A.USE_NOTARY,),
    confidence=Confidence.INFERRED,
    source=OTHER,
)
def notaries_refuse_acts_with_property(_: Status) -> Condition:
    """Notaries are obliged entities for acts with money or property, and refuse these; other acts stay open."""
    return Condition(kind="part", says="only acts that concern no money or property")


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    restated=RESTATED,
    limits=(A.DONATE_TO_CHARITY,),
    confidence=Confidence.INFERRED,
    source=OTHER,
)
def gifts_pass_no_obliged_entity(_: Status) -> Condition:
    """A gift of money through a bank or the post is a transfer, and is suspended."""
    return Condition(kind="part", says="not through a bank, the post or another obliged entity")


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    until=SINCE_343,
    forbids=(
        A.RECEIVE_WAGES,
        A.RECEIVE_PENSION_OR_BENEFIT,
        A.RECEIVE_CHILD_SUPPORT,
        A.RECEIVE_TRANSFER,
        A.PAY_TAXES_AND_UTILITIES,
    ),
    series="operations in their favour",
    confidence=Confidence.INFERRED,
    source="edition of 07.11.2014: operations in the person's favour are refused without exception",
)
def nothing_excepted(_: Status) -> bool:
    """The freeze had no exception: operations in the person's favour were refused too."""
    return True


@restricts(LISTED, LAW_191 / "12(8)(1)", since=SINCE_343, limits=(A.RECEIVE_WAGES,), amended_by=LAW_343)
def wages_are_capped(status: Status) -> Condition | bool:
    """Wages may be credited; of them so much may be used in a calendar month as the cap allows."""
    return Condition(kind="cap", says="up to the cap") if _not_united_nations(status) else False


@restricts(
    LISTED,
    LAW_191 / "12(8)",
    since=SINCE_343,
    until=SINCE_325,
    forbids=(A.RECEIVE_WAGES, A.RECEIVE_PENSION_OR_BENEFIT, A.PAY_TAXES_AND_UTILITIES),
    series="listed by the United Nations",
)
def no_allowance_for_united_nations_listing(status: Status) -> bool:
    """The allowance is not for those listed by the United Nations."""
    return status.traits.united_nations


@restricts(
    LISTED,
    LAW_191 / "12(8-1)",
    since=SINCE_325,
    limits=(A.RECEIVE_WAGES, A.RECEIVE_PENSION_OR_BENEFIT, A.PAY_TAXES_AND_UTILITIES, A.BUY_VEHICLE_INSURANCE),
    amended_by=LAW_325,
    series="listed by the United Nations",
)
def united_nations_committee_decides(status: Status) -> Condition | bool:
    """One listed by the United Nations asks its committee, through the financial monitoring body."""
    return (
        Condition(kind="permission", says="of the United Nations committee") if status.traits.united_nations else False
    )


@restricts(LISTED, LAW_191 / "12(8)(2)", since=SINCE_343, permits=(A.RECEIVE_PENSION_OR_BENEFIT,), amended_by=LAW_343)
def pensions_and_benefits_are_uncapped(status: Status) -> bool:
    """Pensions, stipends, benefits and other social payments may be received without a cap."""
    return _not_united_nations(status)


@restricts(
    LISTED,
    LAW_191 / "12(8)(2)",
    since=SINCE_343,
    until=SINCE_325,
    limits=(A.PAY_TAXES_AND_UTILITIES,),
    amended_by=LAW_343,
    series="taxes and utilities",
)
def taxes_may_be_paid(status: Status) -> Condition | bool:
    """Taxes, other payments to the budget and fines may be paid; utilities are not named."""
    if status.traits.united_nations:
        return False
    return Condition(kind="part", says="taxes, payments to the budget and fines; not utilities")


@restricts(
    LISTED,
    LAW_191 / "12(8)(2)",
    since=SINCE_325,
    permits=(A.PAY_TAXES_AND_UTILITIES,),
    amended_by=LAW_325,
    series="taxes and utilities",
)
def taxes_and_utilities_may_be_paid(status: Status) -> bool:
    """Taxes, other payments to the budget, fines, utility and social payments may be paid."""
    return _not_united_nations(status)


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    restated=RESTATED,
    since=SINCE_343,
    limits=(A.RECEIVE_TRANSFER,),
    amended_by=LAW_343,
    series="operations in their favour",
)
def money_may_be_credited(_: Status) -> Condition:
    """Money may be credited to the person's own bank account, not paid out to them."""
    return Condition(kind="part", says="only as a credit to their own bank account")


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    restated=RESTATED,
    since=SINCE_343,
    doubts=(A.RECEIVE_CHILD_SUPPORT,),
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source="article 12(8) names no maintenance; whether «решение суда» in 13(1-1) reaches it is open",
)
def child_support_is_credited_but_not_released(_: Status) -> bool:
    """Child support may be credited; no rule releases it, unless a court decision on maintenance does."""
    return True


@restricts(LISTED, LAW_191 / "13(1-1)", until=SINCE_325, forbids=(A.REPAY_EARLIER_LOAN,), series="earlier loans")
def earlier_loans_cannot_be_repaid(_: Status) -> bool:
    """Debits to repay a loan are suspended like any other."""
    return True


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    restated=RESTATED,
    since=SINCE_325,
    limits=(A.REPAY_EARLIER_LOAN,),
    amended_by=LAW_325,
    series="earlier loans",
)
def earlier_loans_may_be_repaid(_: Status) -> Condition:
    """The freeze does not reach debits that repay a bank loan, lease or microcredit older than the listing."""
    return Condition(
        kind="part", says="debited from their account with the lender, under a contract older than the listing"
    )


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    until=SINCE_325,
    forbids=(A.RECEIVE_INSURANCE_PAYOUT,),
    series="insurance payouts",
    confidence=Confidence.INFERRED,
    source=OTHER,
)
def insurance_payouts_are_refused(_: Status) -> bool:
    """A payout is an operation in the person's favour, and is refused."""
    return True


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    since=SINCE_325,
    until=SINCE_219,
    limits=(A.RECEIVE_INSURANCE_PAYOUT,),
    amended_by=LAW_325,
    series="insurance payouts",
)
def compulsory_and_tourist_payouts_only(_: Status) -> Condition:
    """Payouts are refused but for medical, accident-at-work, vehicle, carrier and tourist insurance."""
    return Condition(
        kind="part", says="only compulsory medical, work-accident, vehicle, carrier, and tourist insurance"
    )


@restricts(
    LISTED,
    LAW_191 / "12(8)(3)",
    since=SINCE_219,
    limits=(A.RECEIVE_INSURANCE_PAYOUT,),
    amended_by=LAW_219,
    series="insurance payouts",
)
def compulsory_payouts_only(_: Status) -> Condition:
    """Payouts are refused but for medical, accident-at-work, vehicle and carrier insurance, on application."""
    return Condition(
        kind="part", says="only compulsory medical, work-accident, vehicle and carrier insurance, on application"
    )


@restricts(
    LISTED,
    LAW_191 / "13(1-1)",
    until=SINCE_219,
    doubts=(A.BUY_VEHICLE_INSURANCE,),
    series="vehicle insurance",
    confidence=Confidence.INFERRED,
    source="a premium is an operation (article 4), but the law on compulsory vehicle insurance, 10(3), forbids "
    "insurers to refuse (2014)",
)
def vehicle_insurance_is_contested(_: Status) -> bool:
    """Paying a premium is an operation to be refused, while insurers may not refuse the compulsory contract."""
    return True


@restricts(
    LISTED,
    LAW_191 / "12(8)(3)",
    since=SINCE_219,
    limits=(A.BUY_VEHICLE_INSURANCE,),
    amended_by=LAW_219,
    series="vehicle insurance",
)
def vehicle_insurance_on_application(status: Status) -> Condition | bool:
    """Operations of compulsory vehicle insurance are open without a cap, on application to the insurer."""
    if status.traits.united_nations:
        return False
    return Condition(kind="application", says="on application to the insurer; no cap")


@restricts(
    LISTED,
    LAW_191 / "3(1)(21), 13(1-1)",
    since=SINCE_219,
    limits=(A.USE_STATE_SERVICES,),
    amended_by=LAW_219,
    confidence=Confidence.INFERRED,
    source="the State Corporation is an obliged entity since this edition; state bodies are not (3(2))",
)
def state_corporation_refuses_property_operations(_: Status) -> Condition:
    """The State Corporation refuses operations with money or property; papers and certificates stay open."""
    return Condition(kind="part", says="at the State Corporation, only services that concern no money or property")


@restricts(
    LISTED,
    LAW_191 / "18(2)(1-1)",
    since=SINCE_343,
    doubts=(A.REGISTER_VEHICLE,),
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source="a general duty of state bodies to freeze; no special rule on vehicles was found",
)
def state_bodies_take_measures(_: Status) -> bool:
    """State bodies take measures of freezing under the laws; no law read says so of vehicles."""
    return True
