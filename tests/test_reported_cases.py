"""The packaged cases against what reports state of them: each claim reproduced, or shown not to follow from the law.

The claims are in the project's list of reported cases; a docstring quotes or sums up the claim and says why.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from importlib import resources

import pytest
from attrs import evolve
from pendulum import Date

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission, StatusKind, Tenge, Term
from kzrights.law.parameters import mci
from kzrights.statuses import Status

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
BAN, RECORD, LISTED = StatusKind.ACTIVITY_BAN, StatusKind.CRIMINAL_RECORD, StatusKind.LISTED
PRISON, RESTRICTION, SUPERVISED = (
    StatusKind.IMPRISONMENT,
    StatusKind.RESTRICTED_FREEDOM,
    StatusKind.ADMINISTRATIVE_SUPERVISION,
)
FOR_EVER = {A.CIVIL_SERVICE, A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR, A.JUDGE}
"""What a serious crime closes for good, record or no record; the judge's reputation is unclear."""


@functools.cache
def packaged(name: str) -> kz.Case:
    return kz.loads(resources.files("kzrights").joinpath("examples", f"{name}.yaml").read_text("utf-8"))


def day(text: str) -> Date:
    return Date.fromisoformat(text)


def status(case: kz.Case, kind: StatusKind) -> Status:
    (found,) = (one for one in kz.timeline(case).statuses if one.kind is kind)
    return found


def span(case: kz.Case, kind: StatusKind) -> tuple[str, str]:
    found = status(case, kind)
    return str(found.from_), str(found.until)


def ends(case: kz.Case, kind: StatusKind) -> tuple[str, str]:
    """Return the first and the last day that may be the first without a status."""
    until = status(case, kind).until
    return str(until.earliest), str(until.latest)


def may(case: kz.Case, activity: A, on: str) -> Permission:
    return kz.can(case, activity, on=day(on)).permission


def without_events(case: kz.Case) -> kz.Case:
    return evolve(case, events=())


class TestAtyrau2016:
    """Prison five years, ban three years and a fine after a rally; released 2021-02-04 on completion."""

    CASE = packaged("atyrau-2016")

    def test_ban_three_years_after_release_and_all_through_prison(self) -> None:
        """«Three years after their release» (50(4))."""
        assert span(self.CASE, BAN) == ("2017-01-20", "2024-02-04")

    def test_record(self) -> None:
        """Serious crime, six years from the end of the ban (79(3)(4), (5))."""
        assert span(self.CASE, RECORD) == ("2017-01-20", "2030-02-04")

    def test_listed_presumed_until_the_record_ends(self) -> None:
        assert span(self.CASE, LISTED) == ("2017-01-20", "2030-02-04")
        assert status(self.CASE, LISTED).presumed

    def test_bank_account_in_2025(self) -> None:
        """Reported: «I can't open a bank account»."""
        answer = kz.can(self.CASE, A.OPEN_BANK_ACCOUNT, on=day("2025-06-01"))
        assert answer.permission is PROHIBITED
        assert str(answer.until) == "2030-02-04"

    def test_wages_in_2025(self) -> None:
        """Reported: a cap of 85,000 tenge."""
        answer = kz.can(self.CASE, A.RECEIVE_WAGES, on=day("2025-06-01"))
        assert answer.permission is CONDITIONAL
        assert [one.kind for one in answer.conditions] == ["cap"]
        assert "85,000" in answer.conditions[0].says
        assert kz.cap(self.CASE, on=day("2025-06-01")).amount == Tenge(85000)

    def test_parliament_and_public_speech_in_2025(self) -> None:
        assert may(self.CASE, A.STAND_FOR_PARLIAMENT, "2025-06-01") is PROHIBITED
        assert may(self.CASE, A.STAND_FOR_PARLIAMENT, "2030-02-04") is ALLOWED
        assert may(self.CASE, A.SPEAK_PUBLICLY, "2025-06-01") is ALLOWED

    def test_supervision(self) -> None:
        """Three years from release, extended by six months, not extended in August 2024."""
        assert span(self.CASE, SUPERVISED) == ("2021-02-04", "2024-08-04")
        assert may(self.CASE, A.LEAVE_DISTRICT, "2024-08-03") is CONDITIONAL
        assert may(self.CASE, A.LEAVE_DISTRICT, "2024-08-04") is ALLOWED

    def test_ngo_registration_refused_in_2024(self) -> None:
        """Reported, and the law: Law 2198 11(4-1)."""
        assert may(self.CASE, A.REGISTER_NGO, "2024-10-01") is PROHIBITED

    def test_notary_and_membership_are_refused_by_practice_not_by_law(self) -> None:
        """Reported: «I can't use notary services ... can't participate in social organizations»."""
        for activity, by_law in ((A.USE_NOTARY, CONDITIONAL), (A.JOIN_ASSOCIATION, ALLOWED)):
            answer = kz.can(self.CASE, activity, on=day("2025-06-01"))
            assert answer.permission is by_law
            assert answer.practice

    def test_the_day_of_release_follows_from_the_law(self) -> None:
        """2022-01-20 less 1.5 x 233 days (2016-06-01 to 2017-01-19) = 349: last day 2021-02-04, a Thursday."""
        assert ends(without_events(self.CASE), PRISON) == ("2021-02-04", "2021-02-04")

    @pytest.mark.parametrize(("arrested", "freed"), [("2016-05-17", "2021-01-12"), ("2016-06-03", "2021-02-05")])
    def test_other_reported_days_of_arrest_do_not_give_it(self, arrested: str, freed: str) -> None:
        """17 May as one detention: 248 days, 372 off. 3 June: 231 days, 346 off, the last day a Sunday."""
        custody = kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day(arrested), to=day("2017-01-20"))
        other = evolve(without_events(self.CASE), custody=(custody,))
        assert ends(other, PRISON) == (freed, freed)

    def test_the_fine(self) -> None:
        """530,250 tenge are 250 monthly indices of 2016."""
        assert mci(250, day("2016-11-28")) == Tenge(530250)

    def test_earliest_parole(self) -> None:
        """Half of 1,826 days is 913, from 2017-01-20 on; 233 days of detention count one to one."""
        parole = kz.earliest_parole(self.CASE)
        assert (str(parole.day), parole.share) == ("2018-12-01", (Fraction(1, 2), Fraction(1, 2)))


class TestAlmaty2020:
    """Restriction three years, ban five; Art 274(4) is no extremist crime; upheld some day of September 2020."""

    CASE = packaged("almaty-2020")

    def test_never_listed(self) -> None:
        (stretch,) = kz.timeline(self.CASE).spans(A.OPEN_BANK_ACCOUNT)
        assert stretch.permission is ALLOWED
        assert not [one for one in kz.timeline(self.CASE).statuses if one.kind is LISTED]

    def test_the_ban_ends_in_september_2025(self) -> None:
        """Reported in spring 2025: it «expires later this year»; from entry into force, not after restriction."""
        assert ends(self.CASE, BAN) == ("2025-09-01", "2025-09-30")

    def test_unclear_in_between_and_the_fact_is_named(self) -> None:
        answer = kz.can(self.CASE, A.LEAD_ASSOCIATION, on=day("2025-09-15"))
        assert answer.permission is UNCLEAR
        assert answer.outcomes == (ALLOWED, PROHIBITED)
        assert [fact.path for fact in answer.missing] == ["convictions[0].in_force"]

    def test_certain_on_both_sides(self) -> None:
        assert may(self.CASE, A.LEAD_ASSOCIATION, "2025-08-31") is PROHIBITED
        assert may(self.CASE, A.LEAD_ASSOCIATION, "2025-09-30") is ALLOWED

    def test_nothing_is_left_on_2025_12_01(self) -> None:
        picture = kz.picture(self.CASE, on=day("2025-12-01"))
        assert picture.statuses == ()
        assert {answer.activity for answer in picture.answers if answer.permission is not ALLOWED} == FOR_EVER

    def test_restriction_with_credit(self) -> None:
        """67 days of custody count 134: from 2023-04-20 to 2023-05-29, ten days to come to probation included."""
        assert ends(self.CASE, RESTRICTION) == ("2023-04-20", "2023-05-29")


class TestAlmaty2025:
    """Restriction five years for a post, Art 174(1); a lawyer reckons 11 years on the list and 16 of limits."""

    IN_FILE = packaged("almaty-2025")

    @staticmethod
    def with_ban(term: Term) -> kz.Case:
        case = packaged("almaty-2025")
        (conviction,) = case.convictions
        punishments = tuple(
            evolve(one, term=term) if isinstance(one, kz.ActivityBan) else one for one in conviction.punishments
        )
        return evolve(case, convictions=(evolve(conviction, punishments=punishments),))

    def test_about_five_years_in_all(self) -> None:
        """79(3)(2): on serving, no years added; 50(4): the ban from entry into force, 2025-04-26 to 2025-12-31."""
        case = self.with_ban(Term(years=5))
        for kind in (BAN, RECORD, LISTED):
            assert ends(case, kind) == ("2030-04-26", "2030-12-31")

    def test_eleven_and_sixteen_years_do_not_come_out(self) -> None:
        """Eleven adds the six years of 79(3)(4), which follow imprisonment only; sixteen counts five of them twice."""
        case = self.with_ban(Term(years=5))
        latest = max(status(case, kind).until.latest for kind in (BAN, RECORD, LISTED))
        assert latest < day("2031-01-01") < day("2036-04-26") < day("2041-04-26")
        assert may(case, A.OPEN_BANK_ACCOUNT, "2031-01-01") is ALLOWED

    def test_not_even_with_the_longest_ban(self) -> None:
        """Ten years, 50(2): 2035 at the latest; the file leaves the term open."""
        assert ends(self.IN_FILE, BAN) == ("2026-04-26", "2035-12-31")
        assert status(self.IN_FILE, RECORD).until.latest == day("2035-12-31")

    def test_prison_instead_would_have_given_eleven(self) -> None:
        """Where the lawyer's number comes from: five years of prison and six of record."""
        (conviction,) = self.IN_FILE.convictions
        prison = kz.Imprisonment(term=Term(years=5), security=kz.Security.MAXIMUM)
        imprisoned = evolve(conviction, punishments=(prison,), in_force=day("2025-04-26"))
        case = evolve(self.IN_FILE, convictions=(imprisoned,), custody=())
        assert status(case, RECORD).until.exact == day("2036-04-25")

    def test_listed_once_in_force(self) -> None:
        """Reported: «once his verdict enters into legal force»."""
        assert may(self.IN_FILE, A.OPEN_BANK_ACCOUNT, "2025-04-25") is ALLOWED
        assert may(self.IN_FILE, A.OPEN_BANK_ACCOUNT, "2025-12-31") is PROHIBITED

    def test_payment_to_the_victims_fund(self) -> None:
        """Reported 78,000: 20 monthly indices of the year of the verdict are 78,640."""
        assert mci(20, day("2025-04-11")) == Tenge(78640)


class TestKaskelen2021:
    """Restriction one year, ban three, Art 405(2): record and list last to the end of the ban."""

    CASE = packaged("kaskelen-2021")

    def test_restriction_is_over_in_2022(self) -> None:
        assert ends(self.CASE, RESTRICTION) == ("2022-05-29", "2022-10-10")

    def test_record_and_list_last_as_long_as_the_ban(self) -> None:
        assert {ends(self.CASE, kind) for kind in (BAN, RECORD, LISTED)} == {("2024-05-29", "2024-09-30")}

    def test_the_account_on_2023_01_01(self) -> None:
        assert may(self.CASE, A.OPEN_BANK_ACCOUNT, "2023-01-01") is PROHIBITED
        assert kz.cap(self.CASE, on=day("2023-01-01")).amount == Tenge(70000)

    def test_free_once_the_ban_is_over(self) -> None:
        assert may(self.CASE, A.OPEN_BANK_ACCOUNT, "2024-09-30") is ALLOWED

    def test_earliest_parole_from_restriction_of_freedom(self) -> None:
        """A third of 365 days is 122, from the first day it may have entered into force to ten days after the last."""
        day_of = kz.earliest_parole(self.CASE).day
        assert day_of is not None
        assert (str(day_of.earliest), str(day_of.latest)) == ("2021-09-28", "2022-02-09")


class TestAlmaty2018:
    """Prison four years, Arts 266 and 405; paroled by a ruling of 2021-07-14 that took force in 15 days."""

    CASE = packaged("almaty-2018")

    def test_released_when_the_ruling_took_force(self) -> None:
        """Fifteen full days after 14 July, 15 to 29: in force on 2021-07-30, the day of release reported."""
        assert str(Term(days=15).after(day("2021-07-15"))) == "2021-07-30" == ends(self.CASE, PRISON)[0]

    def test_the_record_runs_six_years_from_release(self) -> None:
        """Every part of 266 is serious, so the parts not reported do not matter (79(3)(4), (4))."""
        assert ends(self.CASE, RECORD) == ("2027-07-30", "2027-07-30")

    def test_half_was_served(self) -> None:
        """Serious crime: half, 72(3); two years from arrest on 2018-07-07 were over."""
        half = Term(years=4).share(Fraction(1, 2), day("2018-07-07"))
        assert Term(days=half).after(day("2018-07-07")) < day("2021-07-30")


class TestNursultan2021:
    """Prison raised on appeal to 2 years 2 months; the rest replaced from 2022-05-18, left the next day."""

    CASE = packaged("nursultan-2021")

    def test_the_terms_reported_agree(self) -> None:
        """26 months are 2 years 2 months from any day."""
        start = day("2021-09-02")
        assert Term.parse("26 months").after(start) == Term.parse("2 years 2 months").after(start)

    def test_prison_until_he_left(self) -> None:
        assert span(self.CASE, PRISON) == ("2021-09-02", "2022-05-19")

    def test_custody_would_have_consumed_nearly_all(self) -> None:
        """At two for one the term ends before or soon after release, whichever arrest is right.

        From 2020-12-31: 245 days, 490 off 2023-11-02, so 2022-06-29 at the latest; 23 months do not come out.
        """
        earliest, latest = ends(without_events(self.CASE), PRISON)
        assert earliest < "2022-05-19" < latest == "2022-06-29"

    def test_record_and_list_six_years_after_the_milder_punishment(self) -> None:
        """405(1) is serious; the clock starts between the day he left and the end of the rest."""
        for kind in (RECORD, LISTED):
            earliest, latest = ends(self.CASE, kind)
            assert earliest == "2028-05-19"
            assert latest in ("2028-06-29", "2028-06-30")


class TestAlmaty2023:
    """Conditional sentence of six years, ban of six; a court held a book forbidden, work and teaching allowed."""

    CASE = packaged("almaty-2023")

    def test_ban_for_the_six_years_to_2029(self) -> None:
        assert ends(self.CASE, BAN) == ("2029-04-25", "2029-12-31")

    def test_what_the_court_said(self) -> None:
        for activity, said in (
            (A.PUBLISH_BOOKS, PROHIBITED),
            (A.TEACH_ADULTS, ALLOWED),
            (A.FORMAL_EMPLOYMENT, ALLOWED),
        ):
            assert may(self.CASE, activity, "2025-06-01") is said

    def test_without_its_answer_the_book_is_unclear(self) -> None:
        assert may(without_events(self.CASE), A.PUBLISH_BOOKS, "2025-06-01") is UNCLEAR

    def test_journalism_and_social_media(self) -> None:
        for activity in (A.JOURNALIST, A.POST_ON_SOCIAL_MEDIA):
            assert may(self.CASE, activity, "2029-04-24") is PROHIBITED
            assert may(self.CASE, activity, "2030-01-10") is ALLOWED

    def test_never_listed(self) -> None:
        (stretch,) = kz.timeline(self.CASE).spans(A.OPEN_BANK_ACCOUNT)
        assert stretch.permission is ALLOWED

    def test_early_end_in_spring_2025_does_not_follow(self) -> None:
        """Reported «in the near future»: there is no parole from a conditional sentence, and half of it is 2026."""
        half = Term(years=6).share(Fraction(1, 2), day("2023-04-25"))
        assert Term(days=half).after(day("2023-04-25")) > day("2026-04-01")


class TestNursultan2019B:
    """Restriction one year, ban of two years on social networks and gatherings."""

    CASE = packaged("nursultan-2019-b")

    def test_the_ban_carries_record_and_list(self) -> None:
        """Two years from a day between 2019-10-30 and 2020-02-29; the last ends with February."""
        assert {ends(self.CASE, kind) for kind in (BAN, RECORD, LISTED)} == {("2021-10-30", "2022-02-28")}

    def test_networks_and_gatherings(self) -> None:
        for activity in (A.POST_ON_SOCIAL_MEDIA, A.ATTEND_ASSEMBLY, A.ORGANISE_ASSEMBLY):
            assert may(self.CASE, activity, "2021-10-29") is PROHIBITED
            assert may(self.CASE, activity, "2022-02-28") is ALLOWED


class TestNursultan2021B:
    """House arrest in July 2021; restriction two years, ban of three on public events and views online."""

    CASE = packaged("nursultan-2021-b")

    def test_house_arrest(self) -> None:
        """The judge sets its limits, which are not reported."""
        assert may(self.CASE, A.LEAVE_HOME_AT_NIGHT, "2021-08-01") is UNCLEAR
        assert may(self.CASE, A.LEAVE_COUNTRY, "2021-08-01") is PROHIBITED

    def test_three_years(self) -> None:
        assert {ends(self.CASE, kind) for kind in (BAN, RECORD, LISTED)} == {("2024-08-26", "2024-12-31")}
        assert may(self.CASE, A.ATTEND_ASSEMBLY, "2024-08-25") is PROHIBITED
        assert may(self.CASE, A.ATTEND_ASSEMBLY, "2024-12-31") is ALLOWED


class TestNursultan2019A:
    """House arrest from 2019-06-09, restriction of one year in October 2019."""

    CASE = packaged("nursultan-2019-a")

    def test_house_arrest_shortens_restriction_and_never_prolongs_it(self) -> None:
        """A year from at most 2020-03-10; house arrest takes off at most half of 145 days."""
        earliest, latest = ends(self.CASE, RECORD)
        assert "2020-07-20" <= earliest < latest <= "2021-03-10"


class TestAlmaty2019:
    """Restriction of one year, verdict of October or November 2019; still listed in April-May 2021."""

    CASE = packaged("almaty-2019")

    def test_the_ground_had_ended(self) -> None:
        """Without a ban the record ended when restriction did, by 2021-03-10 at the latest."""
        assert ends(self.CASE, RECORD) == ("2020-11-01", "2021-03-10")

    @pytest.mark.parametrize("activity", [A.USE_BANK_ACCOUNT, A.EXCHANGE_CURRENCY, A.SEND_TRANSFER])
    def test_the_list_binds_on_and_says_it_lacks_a_ground(self, activity: A) -> None:
        """Reported: «I can't access the bank or change money. I can't pay my rent»."""
        answer = kz.can(self.CASE, activity, on=day("2021-05-01"))
        assert answer.permission is PROHIBITED
        lapsed = answer.reasons[0].lapsed_since
        assert lapsed is not None
        assert lapsed.earliest == day("2020-11-01")
        assert lapsed.latest <= day("2021-05-01")

    def test_notary_by_practice_wholly_by_law_in_part(self) -> None:
        answer = kz.can(self.CASE, A.USE_NOTARY, on=day("2021-05-01"))
        assert answer.permission is CONDITIONAL
        assert answer.practice

    def test_not_leaving_the_city_does_not_follow_in_may_2021(self) -> None:
        """Reported: «I can't leave the city»; restriction was over, and the list does not bind movement."""
        assert may(self.CASE, A.LEAVE_DISTRICT, "2021-05-01") is ALLOWED


class TestAlmaty2019Chat:
    """Terrorist-article conviction, the rest served under restriction; no car, parcels, bank or job, it is said."""

    CASE = packaged("almaty-2019-chat")
    ON = "2023-08-15"

    @pytest.mark.parametrize(
        ("activity", "by_law"),
        [
            (A.BUY_VEHICLE_INSURANCE, UNCLEAR),
            (A.SEND_PARCEL, ALLOWED),
            (A.OPEN_BANK_ACCOUNT, PROHIBITED),
            (A.USE_BANK_ACCOUNT, PROHIBITED),
            (A.FORMAL_EMPLOYMENT, ALLOWED),
        ],
    )
    def test_law_and_practice_are_kept_apart(self, activity: A, by_law: Permission) -> None:
        """Reported that none of it is possible: the law says so of the bank alone."""
        answer = kz.can(self.CASE, activity, on=day(self.ON))
        assert answer.permission is by_law
        assert answer.practice
        assert all(one.source.startswith("http") for one in answer.practice)

    def test_car_insurance_since_2025_11_20(self) -> None:
        assert may(self.CASE, A.BUY_VEHICLE_INSURANCE, "2025-11-20") is CONDITIONAL

    def test_leaving_home_only_by_day_is_reported_not_stated(self) -> None:
        """The duties of the single men are not known, so the law leaves it unclear."""
        answer = kz.can(self.CASE, A.LEAVE_HOME_AT_NIGHT, on=day("2022-07-01"))
        assert answer.permission is UNCLEAR
        assert answer.practice

    @pytest.mark.parametrize(
        ("activity", "outcomes"),
        [
            (A.LEAVE_DISTRICT, (ALLOWED, CONDITIONAL)),
            (A.CHANGE_RESIDENCE, (ALLOWED, CONDITIONAL)),
            (A.LEAVE_COUNTRY, (ALLOWED, PROHIBITED)),
        ],
    )
    @pytest.mark.parametrize("on", ["2022-07-01", "2023-08-15"])
    def test_travel_and_change_of_residence(self, activity: A, outcomes: tuple[Permission, ...], on: str) -> None:
        """Under restriction of freedom with notice, and not abroad; whether it still ran hangs on what is not told."""
        answer = kz.can(self.CASE, activity, on=day(on))
        assert answer.outcomes == outcomes
        assert "convictions[0].punishments[0].term" in {fact.path for fact in answer.missing}

    def test_movement_is_free_once_the_longest_term_has_run(self) -> None:
        """Five and a half years are over in October 2025 at the latest; the list binds money, not movement."""
        (conviction,) = self.CASE.convictions
        shortest = kz.Imprisonment(term=Term(years=5, months=6))
        known = evolve(self.CASE, convictions=(evolve(conviction, punishments=(shortest,)),))
        assert may(known, A.LEAVE_DISTRICT, "2026-02-01") is ALLOWED
        assert may(known, A.USE_BANK_ACCOUNT, "2026-02-01") is PROHIBITED


class TestListCap2021:
    """A listed mother of one son, 2021-07-07: «the minimum wage once a month per individual (about 70 USD)»."""

    CASE = packaged("list-cap-2021")
    ON = day("2021-07-07")

    def test_minimum_wage_for_each_of_two(self) -> None:
        """42,500 each; 70 dollars do not come out, the wage of that year was about 100."""
        cap = kz.cap(self.CASE, on=self.ON)
        assert (cap.per_member, cap.members, cap.amount) == (Tenge(42500), (2, 2), Tenge(85000))
        assert cap.basis == "minimum_wage"

    def test_child_support(self) -> None:
        """Reported as out of reach; the text lets it in and names no way out, unless a court's decision is one."""
        answer = kz.can(self.CASE, A.RECEIVE_CHILD_SUPPORT, on=self.ON)
        assert answer.permission is UNCLEAR
        assert answer.practice

    def test_six_or_eight_years_follow_prison_only(self) -> None:
        """Reported «up to six or eight years»: the records after prison; after restriction the list ends with it."""
        (conviction,) = self.CASE.convictions
        restricted = evolve(
            conviction,
            verdict=day("2021-05-10"),
            in_force=day("2021-05-25"),
            punishments=(kz.RestrictedFreedom(term=Term(years=1), accepted=day("2021-05-25")),),
        )
        case = kz.Case(person=kz.Person(label="made up"), convictions=(restricted,))
        assert ends(case, LISTED) == ("2022-05-25", "2022-05-25")


def test_every_packaged_case_is_tested_here() -> None:
    """A new case file needs its claims."""
    names = {entry.name.removesuffix(".yaml") for entry in resources.files("kzrights").joinpath("examples").iterdir()}
    tested = {
        name.removeprefix("Test").lower()
        for name, value in globals().items()
        if isinstance(value, type) and name != "A"
    }
    assert {name.replace("-", "") for name in names if name[0] != "_"} <= tested


@pytest.mark.parametrize("slug", kz.slugs())
def test_no_answer_says_that_it_changed_before_the_day_asked(slug: str) -> None:
    """Where a ground may have ended already, the change is named from the next day on."""
    whole = kz.timeline(kz.example(slug))
    for on in (Date(2019, 3, 1), Date(2025, 6, 1)):
        assert all(whole.can(activity, on=on).until.earliest > on for activity in kz.Activity)
