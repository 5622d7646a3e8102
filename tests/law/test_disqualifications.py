"""What other laws close to those who have, or ever had, a criminal record."""

from __future__ import annotations

import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    MISDEMEANOUR,
    ORDINARY_SERIOUS,
    ban,
    case,
    cited,
    convicted,
    day,
    imprisoned,
    may,
    offence,
    outside,
    prison,
    released,
    restriction,
    suspended,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission, ReleaseGround, StatusKind
from kzrights.facts import Outcome
from kzrights.law.acts import (
    ADVOCATES_1997,
    ADVOCATES_2018,
    ASSEMBLIES,
    CIVIL_SERVICE_1999,
    CIVIL_SERVICE_2015,
    CIVIL_SERVICE_2026,
    CONSTITUTION_2026,
    ELECTIONS,
    FAMILY_CODE,
    LABOUR_2007,
    LABOUR_2015,
    LAW_ENFORCEMENT,
    SECURITY,
)
from kzrights.law.sources import Provision

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission

MINOR_CRIME = imprisoned("274(1)", "2021-03-10", "2022-03-10")
"""Three years of record, to 2025-03-10; neither extremist nor serious."""
EXTREMIST = imprisoned(EXTREMIST_MINOR, "2021-03-10", "2022-03-10")
"""Three years of record, to 2025-03-10; extremist, of minor gravity."""
SERIOUS = imprisoned(ORDINARY_SERIOUS, "2015-03-10", "2016-03-10", committed="2015-01-15")
"""Six years of record, to 2022-03-10; serious, not extremist."""
OLD_EXTREMIST = imprisoned(EXTREMIST_MINOR, "2015-03-10", "2016-03-10", committed="2015-01-15")
"""Three years of record, to 2019-03-10."""

RECORD_BARS = (
    A.STAND_FOR_PRESIDENT,
    A.STAND_FOR_PARLIAMENT,
    A.STAND_FOR_MASLIKHAT,
    A.CHIEF_EDITOR,
    A.ADVOCATE,
    A.NOTARY,
    A.PRIVATE_BAILIFF,
    A.SECURITY_GUARD,
    A.BANK_MANAGEMENT,
    A.OWN_WEAPON,
)


class TestWhileTheRecordLasts:
    """«Судимость, не погашенная или не снятая»: the bar stands from entry into force until the record ends."""

    @pytest.mark.parametrize("activity", RECORD_BARS)
    def test_from_entry_into_force_to_the_last_day(self, activity: A) -> None:
        days = ("2021-03-09", "2022-03-10", "2025-03-09", "2025-03-10")
        assert [may(MINOR_CRIME, activity, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]

    @pytest.mark.parametrize("activity", [one for one in RECORD_BARS if one is not A.SECURITY_GUARD])
    def test_not_for_a_misdemeanour(self, activity: A) -> None:
        convict = case(convicted(MISDEMEANOUR, kz.Fine()))
        assert may(convict, activity, "2021-06-01") is ALLOWED

    @pytest.mark.parametrize("activity", RECORD_BARS)
    def test_not_after_acquittal(self, activity: A) -> None:
        convict = case(
            convicted(EXTREMIST_SERIOUS, restriction(years(3), "2021-03-20")),
            events=[kz.Quashed(on=day("2022-02-01"), outcome=Outcome.ACQUITTED)],
        )
        assert may(convict, activity, "2022-01-31") is PROHIBITED
        assert may(convict, activity, "2022-02-01") is ALLOWED


class TestElections:
    """Constitutional law on elections 4(3)-(4): no vote «по приговору суда» in prison; no candidates with a record."""

    def test_vote_only_outside_prison(self) -> None:
        days = ("2021-03-09", "2021-03-10", "2022-03-09", "2022-03-10")
        assert [may(MINOR_CRIME, A.VOTE, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]

    def test_custody_before_the_verdict_leaves_the_vote(self) -> None:
        """Only a sentence takes it."""
        custody = kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day("2020-11-01"), to=day("2021-03-09"))
        held = case(convicted("274(1)", prison(years(1)), in_force="2021-03-10"), custody=[custody])
        assert may(held, A.VOTE, "2021-01-10") is ALLOWED

    def test_restriction_leaves_the_vote(self) -> None:
        assert may(case(convicted("274(1)", restriction(years(1), "2021-03-20"))), A.VOTE, "2021-06-01") is ALLOWED

    @pytest.mark.parametrize("activity", [A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT])
    def test_candidates_since_2015(self, activity: A) -> None:
        """The bar is older than the window: there is no gap before 2021 or 2022."""
        assert may(SERIOUS, activity, "2016-04-01") is PROHIBITED
        assert may(SERIOUS, activity, "2022-03-09") is PROHIBITED

    def test_akim(self) -> None:
        """Not named before 2021-06-05; akims of villages then; all akims since 2023-01-01."""
        days = ("2021-06-04", "2021-06-05", "2022-12-31", "2023-01-01", "2025-03-09", "2025-03-10")
        assert [may(MINOR_CRIME, A.STAND_FOR_AKIM, on) for on in days] == [ALLOWED, *[PROHIBITED] * 4, ALLOWED]

    def test_the_edition_of_the_akim_bar_is_named(self) -> None:
        for on, since in (("2022-12-31", "2021-06-05"), ("2023-01-01", "2023-01-01")):
            reason = kz.can(MINOR_CRIME, A.STAND_FOR_AKIM, on=day(on)).reasons[0]
            assert str(reason.rule.since) == since

    @pytest.mark.parametrize(
        "activity", [A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM]
    )
    def test_the_constitution_says_so_too_since_its_first_day(self, activity: A) -> None:
        """Constitution of 2026, 35(3), in force on 2026-07-01; the record of this one lasts to 2028-03-10."""
        convict = imprisoned("274(1)", "2024-03-10", "2025-03-10")
        assert cited(convict, activity, "2026-06-30") == {ELECTIONS / "4(4)(1)"}
        assert cited(convict, activity, "2026-07-01") == {ELECTIONS / "4(4)(1)", CONSTITUTION_2026 / "35(3)"}

    def test_so_it_does_of_the_vote(self) -> None:
        convict = case(convicted("274(1)", prison(years(3)), in_force="2025-03-10"))
        assert CONSTITUTION_2026 / "35(3)" not in cited(convict, A.VOTE, "2026-06-30")
        assert CONSTITUTION_2026 / "35(3)" in cited(convict, A.VOTE, "2026-07-01")


class TestChiefEditor:
    """A record bars from the post, «на момент назначения»: 451-I 7(2-1)(2) to 2024-08-19, then 93-VIII 18(3)(2)."""

    @pytest.mark.parametrize(("on", "act"), [("2024-08-19", "451-I"), ("2024-08-20", "93-VIII")])
    def test_no_gap_between_the_laws(self, on: str, act: str) -> None:
        answer = kz.can(MINOR_CRIME, A.CHIEF_EDITOR, on=day(on))
        assert answer.permission is PROHIBITED
        assert act in answer.reasons[0].rule.provision.act.number

    def test_a_journalist_is_not_named(self) -> None:
        assert may(MINOR_CRIME, A.JOURNALIST, "2024-01-10") is ALLOWED


class TestAdvocateAndNotary:
    """«Имеющее непогашенную или неснятую судимость»: no advocate (195-I 7(2), then 176-VI), no notary (155 6(1))."""

    def test_no_gap_in_2018(self) -> None:
        days = ("2016-03-10", "2018-07-04", "2018-07-05", "2022-03-09", "2022-03-10")
        assert [may(SERIOUS, A.ADVOCATE, on) for on in days] == [*[PROHIBITED] * 4, ALLOWED]

    def test_notary(self) -> None:
        assert [may(SERIOUS, A.NOTARY, on) for on in ("2016-03-10", "2022-03-09", "2022-03-10")] == [
            PROHIBITED,
            PROHIBITED,
            ALLOWED,
        ]


class TestSecurityGuard:
    """Law on security 10(6)(2): a record for a crime; (3-1): a misdemeanour «в течение года», though it leaves none."""

    def test_a_misdemeanour_bars_for_a_year(self) -> None:
        """Read in the edition of 2024-04-06; from the verdict of 2024-09-16 to 2025-09-15."""
        convict = case(convicted(MISDEMEANOUR, kz.Fine(), in_force="2024-09-16", committed="2024-05-01"))
        assert may(convict, A.SECURITY_GUARD, "2025-09-15") is not ALLOWED
        assert may(convict, A.SECURITY_GUARD, "2025-09-16") is ALLOWED


class TestWeapons:
    """Law on weapons 19(4)(2): any record bars; 19(5), from 2022-09-12: «снятую или погашенную» too if extremist."""

    def test_an_extremist_record_that_ended_did_not_bar_until_2022(self) -> None:
        days = ("2019-03-09", "2019-03-10", "2022-09-11", "2022-09-12", "2050-01-10")
        assert [may(OLD_EXTREMIST, A.OWN_WEAPON, on) for on in days] == [
            PROHIBITED,
            ALLOWED,
            ALLOWED,
            PROHIBITED,
            PROHIBITED,
        ]

    def test_terrorist_crimes_too(self) -> None:
        convict = imprisoned(offence("256(1)", "2018-01-15"), "2018-03-10", "2019-03-10")
        assert may(convict, A.OWN_WEAPON, "2050-01-10") is PROHIBITED

    def test_another_crime_bars_only_while_the_record_lasts(self) -> None:
        assert may(SERIOUS, A.OWN_WEAPON, "2022-03-09") is PROHIBITED
        assert may(SERIOUS, A.OWN_WEAPON, "2050-01-10") is ALLOWED

    def test_has_no_end(self) -> None:
        until = kz.can(OLD_EXTREMIST, A.OWN_WEAPON, on=day("2023-01-10")).until
        assert str(until) == "never"


class TestAssemblies:
    """Law 333-VI, from 2020-06-06: no organiser who serves (5(6)(1)) or has a record for the crimes named, (2).

    The law of 1995 before it barred no convict; one who only takes part is barred by neither.
    """

    def test_extremist_record(self) -> None:
        days = ("2022-03-10", "2025-03-09", "2025-03-10")
        assert [may(EXTREMIST, A.ORGANISE_ASSEMBLY, on) for on in days] == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_not_before_the_law(self) -> None:
        convict = imprisoned(EXTREMIST_MINOR, "2018-03-10", "2019-03-11", committed="2018-01-15")
        assert may(convict, A.ORGANISE_ASSEMBLY, "2020-06-05") is ALLOWED
        assert may(convict, A.ORGANISE_ASSEMBLY, "2020-06-06") is PROHIBITED

    def test_mass_riots_are_named(self) -> None:
        convict = imprisoned(offence("272(2)", "2019-01-15"), "2021-03-10", "2022-03-10")
        assert may(convict, A.ORGANISE_ASSEMBLY, "2023-01-10") is PROHIBITED

    def test_another_record_does_not_bar(self) -> None:
        assert may(MINOR_CRIME, A.ORGANISE_ASSEMBLY, "2023-01-10") is ALLOWED

    def test_serving_restriction_bars_whatever_the_crime(self) -> None:
        convict = case(convicted("274(1)", restriction(years(1), "2021-03-22")))
        days = ("2021-03-22", "2022-03-21", "2022-03-22")
        assert [may(convict, A.ORGANISE_ASSEMBLY, on) for on in days] == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_community_service_bars_and_a_fine_does_not(self) -> None:
        """The list names works, restriction, arrest and imprisonment; «штраф» is not in it."""
        done = kz.CommunityServiceDone(on=day("2021-06-01"))
        served = case(convicted("274(1)", kz.CommunityService(hours=200)), events=[done])
        assert may(served, A.ORGANISE_ASSEMBLY, "2021-05-31") is PROHIBITED
        assert may(served, A.ORGANISE_ASSEMBLY, "2021-06-01") is ALLOWED
        assert may(case(convicted("274(1)", kz.Fine())), A.ORGANISE_ASSEMBLY, "2021-05-31") is ALLOWED

    def test_whether_a_conditional_sentence_is_serving_is_open(self) -> None:
        convict = case(convicted("274(2)", suspended(years(2), "2021-03-20")))
        assert may(convict, A.ORGANISE_ASSEMBLY, "2022-01-10") is UNCLEAR

    def test_taking_part_is_open_to_all_at_liberty(self) -> None:
        assert may(EXTREMIST, A.ATTEND_ASSEMBLY, "2023-01-10") is ALLOWED


class TestWorkWithMinors:
    """Labour Code 26(2)(3), 26(3) in that of 2007: «имеющие или имевшие судимость» for extremist crimes, for ever."""

    def test_for_ever(self) -> None:
        days = ("2021-03-09", "2021-03-10", "2025-03-10", "2060-01-10")
        assert [may(EXTREMIST, A.TEACH_MINORS, on) for on in days] == [ALLOWED, *[PROHIBITED] * 3]

    def test_no_gap_between_the_codes(self) -> None:
        convict = case(
            convicted(
                EXTREMIST_MINOR, restriction(years(1), "2015-03-20"), in_force="2015-03-10", committed="2015-01-15"
            )
        )
        assert [may(convict, A.TEACH_MINORS, on) for on in ("2015-12-31", "2016-01-01", "2030-01-10")] == [
            PROHIBITED
        ] * 3

    def test_adults_may_be_taught(self) -> None:
        assert may(EXTREMIST, A.TEACH_ADULTS, "2023-01-10") is ALLOWED

    def test_other_crimes_of_the_table_do_not_bar(self) -> None:
        assert may(MINOR_CRIME, A.TEACH_MINORS, "2023-01-10") is ALLOWED

    def test_a_crime_outside_the_table_is_open(self) -> None:
        """Murder, injury, trafficking are named too; the library does not know what article 999 is."""
        convict = imprisoned(outside(5, "2019-01-15"), "2021-03-10", "2022-03-10")
        assert may(convict, A.TEACH_MINORS, "2023-01-10") is UNCLEAR

    def test_one_crime_outside_the_table_beside_another_is_as_open(self) -> None:
        both = (offence("274(1)", "2019-01-15"), outside(2, "2019-01-15"))
        convict = case(convicted(both, prison(years(1)), in_force="2021-03-10"), events=[released("2022-03-10")])
        assert may(convict, A.TEACH_MINORS, "2023-01-10") is UNCLEAR

    def test_lifting_the_record_does_not_help(self) -> None:
        """«Имевшие»: to have had one is enough."""
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20")),
            events=[kz.RecordLifted(on=day("2021-09-01"))],
        )
        assert may(convict, A.STAND_FOR_PARLIAMENT, "2021-09-01") is ALLOWED
        assert may(convict, A.TEACH_MINORS, "2021-09-01") is PROHIBITED

    def test_annulled_with_the_conviction(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-02-01", ReleaseGround.QUASHED)],
        )
        assert may(convict, A.TEACH_MINORS, "2022-02-01") is ALLOWED


class TestGuardians:
    """Family Code 122(1)(7), 91(2)(9): record for an «умышленное» crime; (12), (14): the Labour Code's list, ever."""

    def test_a_record_for_an_intentional_crime(self) -> None:
        assert may(MINOR_CRIME, A.GUARD_OR_ADOPT_CHILD, "2025-03-09") is PROHIBITED
        assert may(MINOR_CRIME, A.GUARD_OR_ADOPT_CHILD, "2025-03-10") is ALLOWED

    def test_an_extremist_crime_for_ever(self) -> None:
        assert may(EXTREMIST, A.GUARD_OR_ADOPT_CHILD, "2060-01-10") is PROHIBITED

    def test_a_negligent_crime_by_the_record_does_not(self) -> None:
        """What is left is whether the crime is on the other list, which the library cannot know."""
        act = outside(5, "2019-01-15", form=kz.Form.NEGLIGENT)
        convict = imprisoned(act, "2021-03-10", "2022-03-10")
        reasons = kz.can(convict, A.GUARD_OR_ADOPT_CHILD, on=day("2023-01-10")).reasons
        assert all(reason.status.kind is StatusKind.WORK_WITH_MINORS_BAR for reason in reasons)

    def test_not_read_before_law_501(self) -> None:
        """Law 501-V of 2016, whose window ends on 2016-04-24; what stood before was not read."""
        convict = imprisoned("405(2)", "2015-03-10", "2015-09-10", committed="2015-01-15")
        assert may(convict, A.GUARD_OR_ADOPT_CHILD, "2016-04-24") is PROHIBITED

    def test_from_that_day_by_each_of_the_two_norms(self) -> None:
        both = {FAMILY_CODE / "122(1)(7), 91(2)(9)", FAMILY_CODE / "122(1)(12), 91(2)(14)"}
        convict = imprisoned("405(2)", "2015-03-10", "2016-04-20", committed="2015-01-15")
        assert not cited(convict, A.GUARD_OR_ADOPT_CHILD, "2016-04-23") & both
        assert cited(convict, A.GUARD_OR_ADOPT_CHILD, "2016-04-24") == both


SERVICE_1999, SERVICE_2015, SERVICE_2026 = CIVIL_SERVICE_1999, CIVIL_SERVICE_2015, CIVIL_SERVICE_2026


class TestWhichItemBarsFromCivilService:
    """416-V 16(3)(9)-(11) and 290-VIII 21(2)(7), (14)-(18): each item by its own gravity and for its own time."""

    @pytest.mark.parametrize(
        ("article", "on", "items"),
        [
            ("274(4)", "2015-12-31", {SERVICE_1999 / "10(4)(7)"}),
            ("274(4)", "2016-01-01", {SERVICE_2015 / "16(3)(10)", SERVICE_2015 / "16(3)(11)"}),
            ("274(1)", "2015-12-31", {SERVICE_1999 / "10(4)(7)"}),
            ("274(1)", "2016-01-01", {SERVICE_2015 / "16(3)(9)", SERVICE_2015 / "16(3)(10)"}),
        ],
    )
    def test_when_the_law_of_2015_came(self, article: str, on: str, items: set[Provision]) -> None:
        convict = imprisoned(article, "2015-03-10", "2015-12-10", committed="2015-01-15")
        assert cited(convict, A.CIVIL_SERVICE, on) == items

    @pytest.mark.parametrize(
        ("article", "before", "after"),
        [
            (MISDEMEANOUR, {"16(3)(9)"}, {"21(2)(14)"}),
            ("274(1)", {"16(3)(9)", "16(3)(10)"}, {"21(2)(7)", "21(2)(15)"}),
            ("274(3)", {"16(3)(9)", "16(3)(10)"}, {"21(2)(7)", "21(2)(16)"}),
            ("274(4)", {"16(3)(10)", "16(3)(11)"}, {"21(2)(7)", "21(2)(18)"}),
        ],
    )
    def test_when_the_law_of_2026_came(self, article: str, before: set[str], after: set[str]) -> None:
        punishment = kz.Fine() if article == MISDEMEANOUR else prison(years(1))
        events = [] if article == MISDEMEANOUR else [released("2025-12-10")]
        convict = case(convicted(article, punishment, in_force="2025-03-10"), events=events)
        assert cited(convict, A.CIVIL_SERVICE, "2026-06-30") == {SERVICE_2015 / item for item in before}
        assert cited(convict, A.CIVIL_SERVICE, "2026-07-01") == {SERVICE_2026 / item for item in after}

    def test_a_medium_crime_bars_for_eight_years_surely_and_for_ever_perhaps(self) -> None:
        """(16): from the verdict of 2024-03-15 to 2032-03-14, and by most chapters for ever."""
        convict = case(convicted("274(3)", kz.Fine(paid=day("2024-04-01")), in_force="2024-03-15"))
        permissions = [may(convict, A.CIVIL_SERVICE, on) for on in ("2026-07-01", "2032-03-14", "2032-03-15")]
        assert permissions == [PROHIBITED, PROHIBITED, UNCLEAR]

    @pytest.mark.parametrize(("on", "permissions"), [("2024-03-14", PROHIBITED), ("2024-03-15", ALLOWED)])
    def test_a_misdemeanour_closes_the_prosecution_service(self, on: str, permissions: Permission) -> None:
        """380-IV 6(2)(6-1): three years, only for a misdemeanour."""
        convict = case(convicted(MISDEMEANOUR, kz.Fine(), in_force="2021-03-15"))
        assert may(convict, A.PROSECUTOR, on) is permissions
        assert LAW_ENFORCEMENT / "6(2)(6-1)" not in cited(MINOR_CRIME, A.PROSECUTOR, "2021-06-01")

    def test_a_misdemeanour_closes_the_guards_trade_a_crime_by_its_record(self) -> None:
        """Law on security activity 10(6)(2), (3-1)."""
        assert SECURITY / "10(6)(3-1)" not in cited(MINOR_CRIME, A.SECURITY_GUARD, "2021-06-01")


class TestEditionsThatSayTheSame:
    """A new law restated a bar: on its first day it is cited, on the day before the old one."""

    def test_advocates(self) -> None:
        convict = imprisoned("274(4)", "2017-03-10", "2018-03-10", committed="2017-01-15")
        assert cited(convict, A.ADVOCATE, "2018-07-04") == {ADVOCATES_1997 / "7(2)"}
        assert cited(convict, A.ADVOCATE, "2018-07-05") == {ADVOCATES_2018 / "on admission"}

    @pytest.mark.parametrize(
        ("on", "provision"), [("2015-12-31", LABOUR_2007 / "26(3)"), ("2016-01-01", LABOUR_2015 / "26(2)(3)")]
    )
    def test_work_with_minors(self, on: str, provision: Provision) -> None:
        convict = imprisoned("405(2)", "2015-03-10", "2015-09-10", committed="2015-01-15")
        assert may(convict, A.TEACH_MINORS, on) is PROHIBITED
        assert cited(convict, A.TEACH_MINORS, on) == {provision}


class TestCivilService:
    """No service with a record, none ever after a serious crime: 416-V 16(3)(10)-(11); 290-VIII 21(2)."""

    def test_a_record_bars_under_every_law(self) -> None:
        days = ("2015-06-01", "2016-01-01", "2022-03-09")
        assert [may(SERIOUS, A.CIVIL_SERVICE, on) for on in days] == [PROHIBITED] * 3

    def test_a_record_bars_when_the_years_from_the_verdict_are_over(self) -> None:
        """Of a minor crime: three years from 2021-03-10 under 16(3)(9), five under 21(2)(15); the record is longer.

        With a ban of five years from release on 2022-03-10 it ends three years after that, on 2030-03-10.
        """
        assert may(MINOR_CRIME, A.CIVIL_SERVICE, "2024-06-01") is PROHIBITED
        with_ban = imprisoned("274(1)", "2021-03-10", "2022-03-10", ban(years(5)))
        days = ("2028-01-01", "2030-03-09", "2030-03-10")
        assert [may(with_ban, A.CIVIL_SERVICE, on) for on in days] == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_an_especially_serious_crime_bars_for_ever_too(self) -> None:
        """Eight years of record end on 2024-03-10; 16(3)(11) and 21(2)(18) bar beyond it."""
        convict = imprisoned(outside(15, "2015-01-15"), "2015-03-10", "2016-03-10")
        assert [may(convict, A.CIVIL_SERVICE, on) for on in ("2024-06-01", "2026-07-01")] == [PROHIBITED] * 2

    def test_a_serious_crime_for_ever_before_and_after_2026_07_01(self) -> None:
        days = ("2022-03-10", "2026-06-30", "2026-07-01", "2060-01-10")
        assert [may(SERIOUS, A.CIVIL_SERVICE, on) for on in days] == [PROHIBITED] * 4

    @pytest.mark.parametrize(("on", "since"), [("2026-06-30", "2016-01-01"), ("2026-07-01", "2026-07-01")])
    def test_the_law_of_the_day_is_cited(self, on: str, since: str) -> None:
        reasons = kz.can(SERIOUS, A.CIVIL_SERVICE, on=day(on)).reasons
        assert {str(reason.rule.since) for reason in reasons} == {since}

    def test_not_in_prison_service_for_ever(self) -> None:
        """Law 380-IV 6(2)(9): «имеющее или имевшее судимость», whatever the crime."""
        for activity in (A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR):
            assert may(MINOR_CRIME, activity, "2060-01-10") is PROHIBITED

    def test_judges_need_an_impeccable_reputation(self) -> None:
        """No clause names a record: «безупречная репутация» leaves it unclear, for ever."""
        assert may(MINOR_CRIME, A.JUDGE, "2060-01-10") is UNCLEAR

    def test_minor_crime_three_years_from_the_verdict_under_the_law_of_2015(self) -> None:
        """416-V 16(3)(9): after a verdict for a minor or medium crime three years, even where no record is left.

        Restriction of six months served on 2019-09-20; the verdict of 2019-03-15 bars to 2022-03-14.
        """
        convict = case(convicted("274(1)", restriction(kz.Term(months=6), "2019-03-20"), in_force="2019-03-15"))
        assert may(convict, A.CIVIL_SERVICE, "2019-09-19") is PROHIBITED
        assert may(convict, A.CIVIL_SERVICE, "2022-03-14") is not ALLOWED
        assert may(convict, A.CIVIL_SERVICE, "2022-03-15") is ALLOWED

    def test_minor_crime_five_years_under_the_law_of_2026(self) -> None:
        """290-VIII 21(2)(15): five years after a minor crime; the record of this one ended on 2024-09-20."""
        convict = case(convicted("274(1)", restriction(kz.Term(months=6), "2024-03-20"), in_force="2024-03-15"))
        assert may(convict, A.CIVIL_SERVICE, "2026-07-01") is not ALLOWED

    @pytest.mark.parametrize(
        ("article", "last_day", "free"),
        [
            (MISDEMEANOUR, "2027-03-14", "2027-03-15"),  # (14): three years
            ("274(1)", "2029-03-14", "2029-03-15"),  # (15): minor gravity, five years
        ],
    )
    def test_years_from_the_verdict_under_the_law_of_2026(self, article: str, last_day: str, free: str) -> None:
        """The verdict is of 2024-03-15; the record, if any, ended long before."""
        convict = case(convicted(article, kz.Fine(paid=day("2024-04-01")), in_force="2024-03-15"))
        assert may(convict, A.CIVIL_SERVICE, last_day) is not ALLOWED
        assert may(convict, A.CIVIL_SERVICE, free) is ALLOWED

    def test_medium_gravity_against_public_safety_never_again(self) -> None:
        """(16): eight years, for ever by the chapters named; false information stands among crimes of public safety."""
        convict = case(convicted("274(3)", kz.Fine(paid=day("2024-04-01")), in_force="2024-03-15"))
        for on in ("2032-03-14", "2032-03-15", "2060-01-10"):
            assert may(convict, A.CIVIL_SERVICE, on) is not ALLOWED

    def test_a_misdemeanour_closes_law_enforcement_for_three_years(self) -> None:
        """Law 380-IV 6(2)(6-1), since 2015."""
        convict = case(convicted(MISDEMEANOUR, kz.Fine(), in_force="2021-03-15"))
        assert may(convict, A.LAW_ENFORCEMENT_SERVICE, "2024-03-14") is not ALLOWED
        assert may(convict, A.LAW_ENFORCEMENT_SERVICE, "2024-03-15") is ALLOWED


class TestConstitutionOf2026:
    """Art. 35(3): «не могут быть избранными» with a record; prisoners by sentence neither elect nor vote."""

    @pytest.mark.parametrize("activity", [A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_AKIM])
    def test_cited_from_its_first_day(self, activity: A) -> None:
        convict = case(convicted("274(4)", prison(years(8)), in_force="2022-03-01"))

        def cited(on: str) -> bool:
            return any(
                "Constitution" in one.provision
                for one in kz.can(convict, activity, on=day(on)).reasons
                if "Constitutional" not in one.provision
            )

        assert (cited("2026-06-30"), cited("2026-07-01")) == (False, True)

    def test_prisoners_do_not_vote(self) -> None:
        convict = case(convicted("274(4)", prison(years(8)), in_force="2022-03-01"))
        assert "Constitution of 2026, art. 35(3)" in {
            one.provision for one in kz.can(convict, A.VOTE, on=day("2026-07-01")).reasons
        }


class TestCorruption:
    """Criminal Code 3(29) lists corruption crimes; Elections 4(4)(2) and the laws on civil service close posts for it.

    The bar has no end: neither the end of the record nor its lifting brings the posts back.
    """

    BRIBE = "366(1)"
    ELECTED = (A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT)

    @staticmethod
    def after(article: str, in_force: str = "2021-03-10", release: str = "2022-03-10") -> kz.Case:
        """A year in prison, for a crime of medium gravity; the record ends three years later."""
        committed = "2015-01-15" if in_force < "2019" else "2019-01-15"
        crime = offence(article, committed, form=kz.Form.INTENTIONAL, max_imprisonment=5)
        return imprisoned(crime, in_force, release)

    @pytest.mark.parametrize("activity", [*ELECTED, A.CIVIL_SERVICE])
    @pytest.mark.parametrize("on", ["2021-06-01", "2025-03-10", "2026-06-30", "2026-07-01"])
    def test_posts_stay_closed(self, activity: A, on: str) -> None:
        assert may(self.after(self.BRIBE), activity, on) is PROHIBITED

    def test_akims_since_the_bar_names_them(self) -> None:
        days = ("2025-03-10", "2026-07-01")
        assert [may(self.after(self.BRIBE), A.STAND_FOR_AKIM, on) for on in days] == [PROHIBITED, PROHIBITED]
        early = self.after(self.BRIBE, "2015-03-10", "2016-03-10")
        assert [may(early, A.STAND_FOR_AKIM, on) for on in ("2021-06-04", "2021-06-05")] == [ALLOWED, PROHIBITED]

    @pytest.mark.parametrize(
        ("article", "then"),
        [("189(1)", ALLOWED), ("189(3)", UNCLEAR), ("189", UNCLEAR), ("361(1)", PROHIBITED), ("450", PROHIBITED)],
    )
    def test_by_article(self, article: str, then: Permission) -> None:
        """Of some articles the list names one point of a part, which the verdict tells and the file does not."""
        assert may(self.after(article), A.STAND_FOR_MASLIKHAT, "2026-01-01") is then

    def test_the_part_would_tell(self) -> None:
        answer = kz.can(self.after("189"), A.STAND_FOR_MASLIKHAT, on=day("2026-01-01"))
        assert answer.outcomes == (ALLOWED, UNCLEAR)

    def test_not_after_acquittal(self) -> None:
        freed = kz.Quashed(on=day("2022-02-01"), outcome=Outcome.ACQUITTED)
        bribe = offence(self.BRIBE, form=kz.Form.INTENTIONAL, max_imprisonment=5)
        convict = case(convicted(bribe, restriction(years(3), "2021-03-20")), events=[freed])
        assert may(convict, A.STAND_FOR_MASLIKHAT, "2022-02-01") is ALLOWED

    @pytest.mark.parametrize(
        ("on", "rule"),
        [
            ("2015-06-01", "corruption_bars_civil_service_1999"),
            ("2016-01-01", "corruption_bars_civil_service_2015"),
            ("2026-07-01", "corruption_bars_civil_service"),
        ],
    )
    def test_each_law_on_civil_service_says_so(self, on: str, rule: str) -> None:
        convict = self.after(self.BRIBE, "2015-03-10", "2016-03-10")
        reasons = kz.can(convict, A.CIVIL_SERVICE, on=day(on)).reasons
        assert rule in {reason.rule.name for reason in reasons}


class TestOrganisersOfAssemblies:
    """333-VI 5(6)(1): «отбывающие наказание» organise none, since the first day of the law, 2020-06-06."""

    SINCE = ("2020-06-05", "2020-06-06")

    @pytest.mark.parametrize(
        ("punishment", "permission"),
        [
            (prison(years(3)), PROHIBITED),
            (restriction(years(3), "2019-03-22"), PROHIBITED),
            (kz.CommunityService(hours=100), PROHIBITED),
            (kz.CorrectiveWork(), PROHIBITED),
            (suspended(years(3), "2019-03-22"), UNCLEAR),
        ],
    )
    def test_while_they_serve(self, punishment: kz.Punishment, permission: Permission) -> None:
        convict = case(convicted("274(1)", punishment, in_force="2019-03-15"))
        before, after = (kz.can(convict, A.ORGANISE_ASSEMBLY, on=day(on)).reasons for on in self.SINCE)
        assert [one.permission for one in before] == []
        assert {(one.rule.provision, one.permission) for one in after} == {(ASSEMBLIES / "5(6)(1)", permission)}

    def test_on_parole_they_still_serve(self) -> None:
        convict = case(
            convicted(ORDINARY_SERIOUS, prison(years(4)), committed="2017-01-15", in_force="2017-03-15"),
            events=[released("2020-02-01", ReleaseGround.PAROLE, term=years(1), duties=())],
        )
        assert [may(convict, A.ORGANISE_ASSEMBLY, on) for on in (*self.SINCE, "2021-02-01")] == [
            ALLOWED,
            PROHIBITED,
            ALLOWED,
        ]
