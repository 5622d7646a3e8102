"""Law of 28 August 2009 No 191-IV: on the list and off it, the freeze item by item, the cap on wages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    ORDINARY_SERIOUS,
    ban,
    case,
    cited,
    convicted,
    day,
    imprisoned,
    may,
    on_the_list,
    range_of,
    record_end,
    restriction,
    span,
    status,
    statuses,
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import ListingGround, Permission, Relation, StatusKind, Tenge, TengeRange
from kzrights.law.acts import LAW_191

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
LISTED = StatusKind.LISTED
ON_IT = on_the_list()

FREEZE_2016 = ("2016-02-05", "2016-02-06")
SUBSISTENCE_TO_WAGE = ("2020-11-14", "2020-11-15")
COMPULSORY_INSURANCE = ("2025-11-19", "2025-11-20")
CHANGE_OVERS = (*FREEZE_2016, "2016-12-31", "2017-01-01", *SUBSISTENCE_TO_WAGE, *COMPULSORY_INSURANCE)


def condition(of: kz.Case, activity: A, on: str) -> str:
    """Return the words of the one condition."""
    (found,) = kz.can(of, activity, on=day(on)).conditions
    return f"{found.kind}: {found.says}"


class TestFreezeInEveryEdition:
    """Debits, transfers and securities are suspended, «расходные операции», other operations refused, 13(1-1)."""

    @pytest.mark.parametrize("on", CHANGE_OVERS)
    @pytest.mark.parametrize(
        "activity",
        [
            A.USE_BANK_ACCOUNT,
            A.SEND_TRANSFER,
            A.SEND_POSTAL_MONEY_ORDER,
            A.TRADE_SECURITIES,
            A.OPEN_BANK_ACCOUNT,
            A.TAKE_LOAN,
            A.EXCHANGE_CURRENCY,
            A.GAMBLE,
        ],
    )
    def test_prohibited(self, activity: A, on: str) -> None:
        assert may(ON_IT, activity, on) is PROHIBITED

    @pytest.mark.parametrize("on", CHANGE_OVERS)
    @pytest.mark.parametrize("activity", [A.SEND_PARCEL, A.FORMAL_EMPLOYMENT, A.JOIN_ASSOCIATION, A.VOTE])
    def test_not_named_so_free(self, activity: A, on: str) -> None:
        """3(1)(10) names post operators that transfer money; no rule names parcels, jobs or membership."""
        assert may(ON_IT, activity, on) is ALLOWED

    @pytest.mark.parametrize("on", CHANGE_OVERS)
    def test_notaries_only_for_acts_with_property(self, on: str) -> None:
        """3(1)(6): obliged entities «при совершении нотариальных действий с деньгами»; other acts are open."""
        assert may(ON_IT, A.USE_NOTARY, on) is CONDITIONAL
        assert "no money or property" in condition(ON_IT, A.USE_NOTARY, on)


class TestTableOfChangeOvers:
    """What changed on the first day of an edition had not changed on the day before."""

    @pytest.mark.parametrize(
        ("activity", "days", "before", "after"),
        [
            (A.RECEIVE_WAGES, FREEZE_2016, PROHIBITED, CONDITIONAL),
            (A.RECEIVE_PENSION_OR_BENEFIT, FREEZE_2016, PROHIBITED, ALLOWED),
            (A.RECEIVE_CHILD_SUPPORT, FREEZE_2016, PROHIBITED, UNCLEAR),
            (A.RECEIVE_TRANSFER, FREEZE_2016, PROHIBITED, CONDITIONAL),
            (A.PAY_TAXES_AND_UTILITIES, FREEZE_2016, PROHIBITED, CONDITIONAL),
            (A.REGISTER_VEHICLE, FREEZE_2016, ALLOWED, UNCLEAR),
            (A.PAY_TAXES_AND_UTILITIES, SUBSISTENCE_TO_WAGE, CONDITIONAL, ALLOWED),
            (A.REPAY_EARLIER_LOAN, SUBSISTENCE_TO_WAGE, PROHIBITED, CONDITIONAL),
            (A.RECEIVE_INSURANCE_PAYOUT, SUBSISTENCE_TO_WAGE, PROHIBITED, CONDITIONAL),
            (A.BUY_VEHICLE_INSURANCE, COMPULSORY_INSURANCE, UNCLEAR, CONDITIONAL),
            (A.USE_STATE_SERVICES, COMPULSORY_INSURANCE, ALLOWED, CONDITIONAL),
            # unchanged where something else changed
            (A.RECEIVE_WAGES, SUBSISTENCE_TO_WAGE, CONDITIONAL, CONDITIONAL),
            (A.RECEIVE_WAGES, COMPULSORY_INSURANCE, CONDITIONAL, CONDITIONAL),
            (A.RECEIVE_PENSION_OR_BENEFIT, SUBSISTENCE_TO_WAGE, ALLOWED, ALLOWED),
            (A.RECEIVE_CHILD_SUPPORT, SUBSISTENCE_TO_WAGE, UNCLEAR, UNCLEAR),
            (A.RECEIVE_TRANSFER, SUBSISTENCE_TO_WAGE, CONDITIONAL, CONDITIONAL),
            (A.REPAY_EARLIER_LOAN, FREEZE_2016, PROHIBITED, PROHIBITED),
            (A.RECEIVE_INSURANCE_PAYOUT, FREEZE_2016, PROHIBITED, PROHIBITED),
            (A.RECEIVE_INSURANCE_PAYOUT, COMPULSORY_INSURANCE, CONDITIONAL, CONDITIONAL),
            (A.BUY_VEHICLE_INSURANCE, SUBSISTENCE_TO_WAGE, UNCLEAR, UNCLEAR),
            (A.REGISTER_VEHICLE, COMPULSORY_INSURANCE, UNCLEAR, UNCLEAR),
        ],
    )
    def test_row(self, activity: A, days: tuple[str, str], before: Permission, after: Permission) -> None:
        assert [may(ON_IT, activity, on) for on in days] == [before, after]

    def test_taxes_without_utilities_until_2020(self) -> None:
        """12(8)(2) named taxes and fines; «коммунальные» payments came with law 325-VI."""
        assert "not utilities" in condition(ON_IT, A.PAY_TAXES_AND_UTILITIES, "2020-11-14")

    def test_credit_only_to_the_own_account(self) -> None:
        """«За исключением зачисления денег такому лицу на банковский счет», 13(1-1) since 2016-02-06."""
        assert "credit to their own bank account" in condition(ON_IT, A.RECEIVE_TRANSFER, "2016-02-06")

    def test_tourist_insurance_dropped_in_2025(self) -> None:
        assert "tourist" in condition(ON_IT, A.RECEIVE_INSURANCE_PAYOUT, "2025-11-19")
        assert "tourist" not in condition(ON_IT, A.RECEIVE_INSURANCE_PAYOUT, "2025-11-20")

    @pytest.mark.parametrize(("on", "since"), [("2020-11-14", "2016-02-06"), ("2020-11-15", "2020-11-15")])
    def test_the_edition_of_the_day_is_named(self, on: str, since: str) -> None:
        reasons = kz.can(ON_IT, A.PAY_TAXES_AND_UTILITIES, on=day(on)).reasons
        assert str(reasons[0].rule.since) == since

    def test_until_names_the_change_over(self) -> None:
        assert str(kz.can(ON_IT, A.REPAY_EARLIER_LOAN, on=day("2020-01-10")).until) == "2020-11-15"


class TestArt12OnTheListPresumed:
    """A final conviction for an extremist or terrorist crime is a ground of listing, 12(4)(3).

    Off it on data of «погашении или снятии судимости», 12(5)(5), an annulled conviction (2), or death (4).
    """

    def test_from_entry_into_force_to_the_end_of_the_record(self) -> None:
        convict = imprisoned(EXTREMIST_SERIOUS, "2017-01-20", "2021-02-04", ban(years(3)), committed="2016-04-24")
        assert span(convict, LISTED) == ("2017-01-20", "2030-02-04") == ("2017-01-20", record_end(convict))

    def test_it_is_said_to_be_presumed(self) -> None:
        convict = imprisoned(EXTREMIST_MINOR, "2021-03-10", "2022-03-10")
        assert status(convict, LISTED).presumed
        assert "presumed" in kz.can(convict, A.OPEN_BANK_ACCOUNT, on=day("2023-01-10")).explain()

    def test_not_for_other_crimes(self) -> None:
        assert not statuses(imprisoned(ORDINARY_SERIOUS, "2021-03-10", "2022-03-10"), LISTED)

    def test_not_where_the_file_says_never_listed(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20")), listings=())
        assert not statuses(convict, LISTED)
        assert may(convict, A.OPEN_BANK_ACCOUNT, "2021-06-01") is ALLOWED

    def test_death_takes_off(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20")), events=[kz.Death(on=day("2021-09-01"))]
        )
        assert span(convict, LISTED) == ("2021-03-15", "2021-09-01")

    def test_an_annulled_conviction_takes_off(self) -> None:
        quashed = kz.Quashed(on=day("2021-09-01"), outcome=kz.Outcome.ACQUITTED)
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20")), events=[quashed])
        assert span(convict, LISTED) == ("2021-03-15", "2021-09-01")

    def test_requalified_to_another_crime_takes_off(self) -> None:
        requalified = kz.Requalified(on=day("2021-09-01"), article=EXTREMIST_SERIOUS, to=ORDINARY_SERIOUS)
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(1), "2021-03-20")), events=[requalified])
        assert span(convict, LISTED) == ("2021-03-15", "2021-09-01")
        assert record_end(convict) == "2022-03-20"


class TestArt12ListedInTheFile:
    """A person stays on the list until taken off: «исключается» only on data from others, 12(5), never by itself."""

    CONVICTION = convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22"))
    STILL_ON = case(CONVICTION, listings=[kz.Listing(listed=day("2021-05-10"))])

    def test_from_the_day_of_listing_not_of_the_verdict(self) -> None:
        assert may(self.STILL_ON, A.OPEN_BANK_ACCOUNT, "2021-05-09") is ALLOWED
        assert may(self.STILL_ON, A.OPEN_BANK_ACCOUNT, "2021-05-10") is PROHIBITED

    def test_binds_beyond_its_lawful_end(self) -> None:
        """The record, and with it the ground, ended on 2022-03-22."""
        assert record_end(self.STILL_ON) == "2022-03-22"
        assert may(self.STILL_ON, A.OPEN_BANK_ACCOUNT, "2023-01-10") is PROHIBITED

    def test_the_reason_says_since_when_it_lacks_a_ground(self) -> None:
        before = kz.can(self.STILL_ON, A.OPEN_BANK_ACCOUNT, on=day("2022-03-21"))
        after = kz.can(self.STILL_ON, A.OPEN_BANK_ACCOUNT, on=day("2022-03-22"))
        assert before.reasons[0].lapsed_since is None
        assert str(after.reasons[0].lapsed_since) == "2022-03-22"
        assert "its ground ended on 2022-03-22" in after.explain()
        assert "its ground ended" not in before.explain()

    def test_the_timeline_marks_the_days_without_a_ground(self) -> None:
        stretches = kz.timeline(self.STILL_ON).spans(A.OPEN_BANK_ACCOUNT)
        assert [(str(one.span.start), one.lapsed) for one in stretches if one.permission is PROHIBITED] == [
            ("2021-05-10", False),
            ("2022-03-22", True),
        ]

    def test_until_names_the_day_the_ground_ends(self) -> None:
        assert str(kz.can(self.STILL_ON, A.OPEN_BANK_ACCOUNT, on=day("2021-06-01")).until) == "2022-03-22"

    def test_delisted(self) -> None:
        person = on_the_list("2018-05-10", "2019-05-10")
        days = ("2018-05-09", "2018-05-10", "2019-05-09", "2019-05-10")
        assert [may(person, A.OPEN_BANK_ACCOUNT, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]

    def test_taken_off_at_the_soonest_on_the_day_it_may_have_been_listed(self) -> None:
        """Listed some day of March, taken off some day from the tenth on: perhaps both on the tenth."""
        listing = kz.Listing(
            listed=when("2021-03-01..2021-03-31"),
            delisted=when("2021-03-10..2021-04-30"),
            ground=ListingGround.PROSECUTOR_GENERAL,
        )
        until = status(case(listings=[listing]), LISTED).until
        assert range_of(until) == ("2021-03-10", "2021-04-30")

    def test_a_listing_of_another_ground_does_not_lapse_with_the_record(self) -> None:
        listing = kz.Listing(listed=day("2021-05-10"), ground=ListingGround.PROSECUTOR_GENERAL)
        person = case(self.CONVICTION, listings=[listing])
        assert kz.can(person, A.OPEN_BANK_ACCOUNT, on=day("2023-01-10")).reasons[0].lapsed_since is None


class TestArt12UnitedNations:
    """12(8) is for grounds (3)-(6); one listed by the UN asks its committee through the agency, 8-1, since 2020-11."""

    PERSON = on_the_list(ground=ListingGround.UNITED_NATIONS)

    @pytest.mark.parametrize("activity", [A.RECEIVE_WAGES, A.RECEIVE_PENSION_OR_BENEFIT])
    def test_no_allowance_until_2020_then_the_committee(self, activity: A) -> None:
        days = ("2016-02-05", "2016-02-06", "2020-11-14", "2020-11-15")
        assert [may(self.PERSON, activity, on) for on in days] == [PROHIBITED] * 3 + [CONDITIONAL]
        assert condition(self.PERSON, activity, "2020-11-15").startswith("permission")

    @pytest.mark.parametrize("on", ["2016-02-06", "2020-11-14", "2020-11-15", "2025-11-20"])
    def test_taxes_are_of_12_8_too(self, on: str) -> None:
        """Paying taxes is part of the same allowance, 12(8)(2): not for this ground."""
        expected = PROHIBITED if on < "2020-11-15" else CONDITIONAL
        assert may(self.PERSON, A.PAY_TAXES_AND_UTILITIES, on) is expected
        if expected is CONDITIONAL:
            assert condition(self.PERSON, A.PAY_TAXES_AND_UTILITIES, on).startswith("permission")

    def test_so_is_compulsory_insurance(self) -> None:
        """12(8)(3) opens it to grounds (3)-(6) on application; this ground needs the committee."""
        assert may(self.PERSON, A.BUY_VEHICLE_INSURANCE, "2025-11-20") is not ALLOWED
        assert "application" not in condition(self.PERSON, A.BUY_VEHICLE_INSURANCE, "2025-11-20")

    def test_no_cap_is_promised(self) -> None:
        """A cap of 85,000 would be an allowance the law does not give."""
        assert kz.cap(self.PERSON, on=day("2025-06-01")).amount != Tenge(85000)


class TestTheAllowanceDayByDay:
    """Each item of 12(8) is cited from its first day, and for the grounds it is open to: 343-V, 325-VI, 219-VIII."""

    UN = on_the_list(ground=ListingGround.UNITED_NATIONS)

    @pytest.mark.parametrize(
        ("activity", "item", "days"),
        [
            (A.RECEIVE_WAGES, "12(8)(1)", FREEZE_2016),
            (A.RECEIVE_PENSION_OR_BENEFIT, "12(8)(2)", FREEZE_2016),
            (A.PAY_TAXES_AND_UTILITIES, "12(8)(2)", FREEZE_2016),
            (A.BUY_VEHICLE_INSURANCE, "12(8)(3)", COMPULSORY_INSURANCE),
        ],
    )
    def test_open_to_others_not_to_those_listed_by_the_united_nations(
        self, activity: A, item: str, days: tuple[str, str]
    ) -> None:
        before, after = days
        assert LAW_191 / item not in cited(ON_IT, activity, before)
        assert LAW_191 / item in cited(ON_IT, activity, after)
        assert LAW_191 / item not in cited(self.UN, activity, after)

    def test_taxes_and_utilities_from_2020(self) -> None:
        found = [kz.can(ON_IT, A.PAY_TAXES_AND_UTILITIES, on=day(on)).reasons for on in SUBSISTENCE_TO_WAGE]
        assert [[str(reason.rule.since) for reason in one] for one in found] == [["2016-02-06"], ["2020-11-15"]]
        assert LAW_191 / "12(8)(2)" not in cited(self.UN, A.PAY_TAXES_AND_UTILITIES, SUBSISTENCE_TO_WAGE[1])

    @pytest.mark.parametrize("activity", [A.RECEIVE_WAGES, A.RECEIVE_PENSION_OR_BENEFIT, A.PAY_TAXES_AND_UTILITIES])
    def test_what_bars_those_listed_by_the_united_nations(self, activity: A) -> None:
        found = [LAW_191 / "12(8)" in cited(self.UN, activity, on) for on in (*FREEZE_2016, *SUBSISTENCE_TO_WAGE)]
        assert found == [False, True, True, False]
        assert LAW_191 / "12(8)" not in cited(ON_IT, activity, FREEZE_2016[1])

    def test_a_gift_passes_no_bank(self) -> None:
        assert may(ON_IT, A.DONATE_TO_CHARITY, "2025-06-01") is CONDITIONAL
        assert condition(ON_IT, A.DONATE_TO_CHARITY, "2025-06-01").startswith("part")

    def test_child_support_is_open_to_doubt_from_2016(self) -> None:
        assert [may(ON_IT, A.RECEIVE_CHILD_SUPPORT, on) for on in FREEZE_2016] == [PROHIBITED, UNCLEAR]
        (reason,) = kz.can(ON_IT, A.RECEIVE_CHILD_SUPPORT, on=day(FREEZE_2016[0])).reasons
        assert reason.permission is PROHIBITED

    @pytest.mark.parametrize(("on", "since"), [(FREEZE_2016[0], "2015-01-01"), (FREEZE_2016[1], "2016-02-06")])
    def test_no_cap_rests_on_its_own_norm_for_the_united_nations(self, on: str, since: str) -> None:
        """Before 343-V nobody had an allowance; since, those listed by the United Nations have none."""
        rule = kz.cap(self.UN, on=day(on)).rule
        assert rule is not None
        assert str(rule.since) == since


def amount(on: str, *household: kz.HouseholdMember, law: kz.Law | None = None) -> object:
    return kz.cap(on_the_list(household=household), on=day(on), law=law).amount


def member(relation: Relation, own_income: bool | None = False, **more: Any) -> kz.HouseholdMember:
    return kz.HouseholdMember(relation=relation, own_income=own_income, **more)


class TestCapByDate:
    """Wages up to the subsistence minimum, «прожиточного минимума», from 2020-11-15 the minimum wage, 12(8)(1)."""

    @pytest.mark.parametrize(
        ("on", "tenge"),
        [
            ("2016-01-15", 0),
            ("2016-02-05", 0),
            ("2016-02-06", 22859),
            ("2016-03-01", 22859),
            ("2019-06-01", 29698),
            ("2020-03-31", 31183),
            ("2020-04-01", 32668),
            ("2020-11-14", 32668),
            ("2020-11-15", 42500),
            ("2021-12-31", 42500),
            ("2022-05-01", 60000),
            ("2023-01-01", 70000),
            ("2025-06-01", 85000),
        ],
    )
    def test_one_person(self, on: str, tenge: int) -> None:
        assert amount(on) == Tenge(tenge)

    def test_nothing_before_2016_has_no_basis(self) -> None:
        cap = kz.cap(ON_IT, on=day("2016-01-15"))
        assert cap.capped
        assert cap.basis is None

    @pytest.mark.parametrize(("on", "basis"), [("2020-11-14", "subsistence_minimum"), ("2020-11-15", "minimum_wage")])
    def test_basis_and_month(self, on: str, basis: str) -> None:
        cap = kz.cap(ON_IT, on=day(on))
        assert cap.basis == basis
        assert str(cap.month) == "2020-11-01"

    def test_the_reading_of_2020_is_named(self) -> None:
        """The budget law had 31,183; the decree of April 2020 raised it to 32,668."""
        contested = kz.cap(ON_IT, on=day("2020-11-14")).contested
        assert any("subsistence_minimum_2020=budget_law" in one and "31,183" in one for one in contested)
        assert amount("2020-11-14", law=kz.LAW.reading(subsistence_minimum_2020="budget_law")) == Tenge(31183)

    def test_the_reading_of_2020_matters_in_2020_only(self) -> None:
        for on in ("2020-03-31", "2020-11-15", "2025-06-01"):
            assert not any("subsistence_minimum_2020" in one for one in kz.cap(ON_IT, on=day(on)).contested)

    def test_the_answer_on_wages_states_the_amount(self) -> None:
        answer = kz.can(ON_IT, A.RECEIVE_WAGES, on=day("2025-06-01"))
        assert "85,000" in answer.conditions[0].says

    def test_not_listed_not_capped(self) -> None:
        cap = kz.cap(case(listings=()), on=day("2025-06-01"))
        assert cap.capped is False
        assert cap.amount is None

    def test_what_is_open_without_a_cap(self) -> None:
        uncapped = kz.cap(ON_IT, on=day("2025-06-01")).uncapped
        assert {A.RECEIVE_PENSION_OR_BENEFIT, A.PAY_TAXES_AND_UTILITIES} <= set(uncapped)


SPOUSE = member(Relation.SPOUSE)
CHILDREN = (member(Relation.CHILD, born=day("2012-03-01")), member(Relation.CHILD, born=day("2018-09-01")))


class TestCapFamily:
    """«Из расчета на каждого члена семьи»; since 2020-11-15 spouse, minor children, dependent parents (note to 12)."""

    FAMILY = (SPOUSE, *CHILDREN)

    def test_four(self) -> None:
        assert amount("2025-06-01", *self.FAMILY) == Tenge(340000)

    def test_reading_without_the_person(self) -> None:
        """The note lists the family without the person: 3 times 85,000."""
        law = kz.LAW.reading(cap_counts_the_person="members_only")
        assert amount("2025-06-01", *self.FAMILY, law=law) == Tenge(255000)

    def test_the_other_reading_is_named(self) -> None:
        contested = kz.cap(on_the_list(household=self.FAMILY), on=day("2025-06-01")).contested
        assert [one for one in contested if "members_only" in one and "255,000" in one]

    @pytest.mark.parametrize(("cohabiting", "before", "after"), [(True, 65336, 85000), (False, 32668, 85000)])
    def test_living_together_mattered_until_2020(self, cohabiting: bool, before: int, after: int) -> None:
        """«Совместно проживающих с ним» went with law 325-VI: 2 x 32,668 or once; then 2 x 42,500."""
        spouse = member(Relation.SPOUSE, cohabiting=cohabiting)
        assert amount("2020-11-14", spouse) == Tenge(before)
        assert amount("2020-11-15", spouse) == Tenge(after)

    def test_not_known_to_live_together(self) -> None:
        cap = kz.cap(on_the_list(household=[SPOUSE]), on=day("2020-11-14"))
        assert cap.amount == TengeRange(Tenge(32668), Tenge(65336))
        assert [fact.path for fact in cap.missing] == ["household[0].cohabiting"]
        assert amount("2020-11-15", SPOUSE) == Tenge(85000)

    @pytest.mark.parametrize("relation", [Relation.PARENT, Relation.SPOUSES_PARENT])
    def test_parents_only_as_dependants_since_2020(self, relation: Relation) -> None:
        """«Находящиеся на иждивении»; before, any family member who lives with the person."""
        for dependant, tenge in ((True, 170000), (False, 85000)):
            assert amount("2025-06-01", member(relation, dependant=dependant)) == Tenge(tenge)
        assert amount("2019-06-01", member(relation, dependant=False, cohabiting=True)) == Tenge(59396)

    def test_unknown_dependence_gives_bounds(self) -> None:
        cap = kz.cap(on_the_list(household=[member(Relation.PARENT)]), on=day("2025-06-01"))
        assert cap.amount == TengeRange(Tenge(85000), Tenge(170000))
        assert [fact.path for fact in cap.missing] == ["household[0].dependant"]

    def test_a_child_counts_to_the_day_before_the_18th_birthday(self) -> None:
        child = member(Relation.CHILD, born=day("2007-06-01"))
        assert amount("2025-05-31", child) == Tenge(170000)
        assert amount("2025-06-01", child) == Tenge(85000)

    def test_a_grown_child_at_home_counted_before_2020(self) -> None:
        """The text before 2020 knew no age."""
        child = member(Relation.CHILD, born=day("1995-06-01"), cohabiting=True)
        assert amount("2019-06-01", child) == Tenge(59396)
        assert amount("2020-11-15", child) == Tenge(42500)

    def test_a_child_counts_from_birth(self) -> None:
        child = member(Relation.CHILD, born=day("2025-06-10"))
        assert amount("2025-06-09", child) == Tenge(85000)
        assert amount("2025-06-10", child) == Tenge(170000)

    @pytest.mark.parametrize("on", ["2019-06-01", "2025-06-01"])
    def test_own_income_excludes(self, on: str) -> None:
        """«Не имеющих самостоятельных источников дохода», in every edition and for spouses too."""
        earning = member(Relation.SPOUSE, own_income=True, cohabiting=True)
        assert amount(on, earning) == amount(on)

    def test_unknown_own_income_gives_bounds(self) -> None:
        cap = kz.cap(on_the_list(household=[member(Relation.SPOUSE, own_income=None)]), on=day("2025-06-01"))
        assert cap.amount == TengeRange(Tenge(85000), Tenge(170000))
        assert cap.members == (1, 2)
        assert [fact.path for fact in cap.missing] == ["household[0].own_income"]

    def test_unknown_household_gives_a_lower_bound(self) -> None:
        cap = kz.cap(on_the_list(household=None), on=day("2025-06-01"))
        assert cap.amount == TengeRange(Tenge(85000), None)
        assert [fact.path for fact in cap.missing] == ["household"]

    def test_others_do_not_count_since_2020(self) -> None:
        """Siblings, grandparents and partners stand outside the note; before it, family was not defined."""
        other = member(Relation.OTHER, cohabiting=True)
        assert amount("2025-06-01", other) == Tenge(85000)
        assert amount("2019-06-01", other) == TengeRange(Tenge(29698), Tenge(59396))

    def test_days_in_the_household_are_inclusive(self) -> None:
        spouse = member(Relation.SPOUSE, from_=day("2025-06-10"), to=day("2025-06-20"))
        days = ("2025-06-09", "2025-06-10", "2025-06-20", "2025-06-21")
        assert [amount(on, spouse) for on in days] == [Tenge(85000), Tenge(170000), Tenge(170000), Tenge(85000)]


def test_a_lapsed_ground_counts_only_where_no_other_holds() -> None:
    """The answer changes when the listing without a ground in a verdict is struck off, not when the other began."""
    quashed = kz.Quashed(on=day("2022-05-10"), outcome=kz.Outcome.TERMINATED)
    person = case(
        convicted(EXTREMIST_SERIOUS, restriction(years(1), "2021-03-20")),
        events=[quashed],
        listings=[
            kz.Listing(listed=day("2022-08-01"), ground=kz.ListingGround.FOREIGN, delisted=day("2024-08-01")),
            kz.Listing(listed=day("2023-01-10"), ground=kz.ListingGround.CONVICTION),
        ],
    )
    answer = kz.can(person, A.SOLE_TRADE, on=day("2023-06-01"))
    assert (answer.permission, answer.until.exact) == (kz.Permission.PROHIBITED, day("2024-08-01"))
