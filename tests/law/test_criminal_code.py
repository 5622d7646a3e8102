"""Criminal Code of 3 July 2014 No 226-V: each class opens with a norm, each test is one consequence of it.

Days are reckoned by hand from the norm; the arithmetic stands beside them.
"""

from __future__ import annotations

import pytest
from attrs import evolve
from pendulum import Date
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    MISDEMEANOUR,
    ORDINARY_SERIOUS,
    ban,
    ban_for_life,
    case,
    convicted,
    day,
    days,
    detained,
    end,
    imprisoned,
    may,
    months,
    offence,
    outside,
    prison,
    range_of,
    record_end,
    released,
    restriction,
    span,
    status,
    statuses,
    suspended,
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import CustodyKind, Form, Permission, ReleaseGround, Relief, Security, StatusKind
from kzrights.facts import Remainder
from kzrights.law.offences import Gravity, Sanction

NEVER = "never"
BAN, RECORD, PRISON = StatusKind.ACTIVITY_BAN, StatusKind.CRIMINAL_RECORD, StatusKind.IMPRISONMENT
RESTRICTION, LISTED = StatusKind.RESTRICTED_FREEDOM, StatusKind.LISTED


def _graded(most: int, form: Form = Form.INTENTIONAL) -> Gravity:
    sanction = Sanction(
        article="999",
        since=day("2015-01-01"),
        max_imprisonment=most,
        form=form,
        source="made up",
        confidence="made up",
    )
    return kz.LAW.rule("gravity")(sanction)  # type: ignore[no-any-return]


class TestArt6LexMitior:
    """«Закон, устраняющий преступность или наказуемость деяния ... имеет обратную силу», 6(1).

    A law that makes an act no crime, or softens the punishment, or betters the position in another way reaches
    back, to those too who have served but still have a record; a harsher law never does, 6(3).
    """

    def test_a_crime_struck_out_leaves_no_record_from_that_day(self) -> None:
        """Libel, 130(2), was struck out by law 349-VI, in force 2020-07-11; else 3 years from 2019-05-20."""
        convict = imprisoned("130(2)", "2018-05-20", "2019-05-20", committed="2018-01-10")
        assert record_end(convict) == "2020-07-11"

    def test_a_record_that_ended_before_is_not_touched(self) -> None:
        """Restriction of one year accepted on 2018-05-25 ended on 2019-05-25, before 2020-07-11."""
        convict = case(
            convicted("130(2)", restriction(years(1), "2018-05-25"), in_force="2018-05-20", committed="2018-01-10")
        )
        assert record_end(convict) == "2019-05-25"

    def test_a_verdict_after_the_crime_was_struck_out_leaves_no_record(self) -> None:
        """The milder law is older than the verdict, so no day of a record remains."""
        convict = case(
            convicted("130(2)", restriction(years(1), "2020-09-25"), in_force="2020-09-20", committed="2018-01-10")
        )
        assert not statuses(convict, RECORD)

    def test_a_harsher_sanction_does_not_reach_back(self) -> None:
        """402(1) was a crime until 2020-05-19 and is a misdemeanour since: the record of a convict of 2019 ends."""
        convict = imprisoned("402(1)", "2019-02-01", "2019-09-02", committed="2018-12-03")
        assert record_end(convict) == "2020-05-19"


class TestArt5LawOfTheAct:
    """Whether an act is a crime, and which punishment it has, is decided by the law of its day, 5."""

    def test_an_act_on_one_of_several_days_under_each_sanction_of_them(self) -> None:
        """293(2): up to five years until 2024-09-06, six since; medium leaves 3 years of record, serious 6."""
        convict = imprisoned(offence("293(2)", "2024-09-01..2024-09-30"), "2025-03-10", "2026-03-10")
        until = status(convict, RECORD).until
        assert range_of(until) == ("2029-03-10", "2032-03-10")
        assert until.missing == {"convictions[0].offences[0].committed"}

    def test_an_act_on_the_day_its_article_was_struck_out_leaves_no_record(self) -> None:
        """Libel is no crime from 2020-07-11 on."""
        for committed in ("2020-07-10", "2020-07-11"):
            convict = case(convicted("130(2)", restriction(years(1), "2021-03-20"), committed=committed))
            assert not statuses(convict, RECORD)

    @pytest.mark.parametrize(
        ("article", "committed", "said"),
        [
            ("170(1)", "2017-01-01..2017-01-31", True),
            ("170(1)", "2017-01-06..2017-01-31", False),
            ("293(4)", "2024-09-01..2024-09-10", True),
            ("293(4)", "2024-09-01..2024-09-06", False),
        ],
    )
    def test_a_day_whose_sanction_was_not_read_is_said(self, article: str, committed: str, said: bool) -> None:
        """Mercenaries, 170: read in the editions since 2017-01-06; 293 had a fourth part to 2024-09-06."""
        because = status(imprisoned(offence(article, committed), "2025-03-10", "2026-03-10"), RECORD).because
        assert ("was not read for that day" in because) is said

    def test_a_sanction_the_file_states_was_read(self) -> None:
        because = status(imprisoned(outside(5, "2019-01-15"), "2021-03-10", "2022-03-10"), RECORD).because
        assert "was not read" not in because

    @pytest.mark.parametrize(
        ("article", "committed", "allowed"),
        [
            ("170(1)", "2017-01-05", True),
            ("170(1)", "2017-01-06", False),
            ("170(1)", "2017-01-01..2017-01-31", False),
            ("130(2)", "2020-07-10", False),
            ("130(2)", "2020-07-11", True),
        ],
    )
    def test_a_file_states_a_sanction_only_where_none_was_read(
        self, article: str, committed: str, allowed: bool
    ) -> None:
        stated = convicted(offence(article, committed, max_imprisonment=12), prison(years(1)))
        if allowed:
            assert case(stated).convictions
        else:
            with pytest.raises(kz.CaseError, match="the library's table has the sanction"):
                case(stated)

    def test_no_imprisonment_in_a_stated_sanction_is_a_misdemeanour(self) -> None:
        """10(3); one convicted of it has no record, 79(2)."""
        assert not statuses(case(convicted(outside(0, "2019-01-15"), kz.Fine())), RECORD)


class TestEntryIntoForceNotKnown:
    """A record begins with the verdict in force, 79(1); what presupposes it bounds a day that is not known."""

    CONVICTION = evolve(convicted("274(1)", prison(years(1)), in_force="2021-03-10"), in_force=kz.UNKNOWN)

    def since(self, *more: kz.Conviction, events: tuple[kz.Event, ...] = ()) -> tuple[str, str]:
        return range_of(status(case(self.CONVICTION, *more, events=events), RECORD, conviction="c1").from_)

    def test_released_from_the_punishment(self) -> None:
        assert self.since(events=(released("2021-06-01"),)) == ("2021-03-10", "2021-06-01")

    def test_what_concerns_another_conviction_says_nothing(self) -> None:
        other = convicted("274(1)", kz.Fine(paid=day("2021-02-01")), in_force="2021-01-10", id="c2")
        lifted = kz.RecordLifted(on=day("2021-01-20"), conviction="c2")
        assert self.since(other, events=(lifted,)) == ("2021-03-10", "9999-12-31")

    @pytest.mark.parametrize(
        "event",
        [kz.Quashed(on=day("2021-06-01"), outcome=kz.Outcome.ACQUITTED), released("2021-06-01", ReleaseGround.QUASHED)],
        ids=["quashed", "released"],
    )
    def test_a_verdict_may_be_quashed_before_it_is_in_force(self, event: kz.Event) -> None:
        assert self.since(events=(event,)) == ("2021-03-10", "9999-12-31")

    def test_listed_for_it(self) -> None:
        """Only a verdict in force is a ground, law 191-IV 12(4)(3)."""
        conviction = evolve(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-05-01")), in_force=kz.UNKNOWN)
        listed = case(conviction, listings=[kz.Listing(listed=day("2021-06-01"))])
        assert range_of(status(listed, RECORD).from_) == ("2021-03-15", "2021-06-01")

    def test_listed_on_another_ground(self) -> None:
        listing = kz.Listing(listed=day("2021-06-01"), ground=kz.ListingGround.PROSECUTOR_GENERAL)
        since = status(case(self.CONVICTION, listings=[listing]), RECORD).from_
        assert range_of(since) == ("2021-03-10", "9999-12-31")

    def test_release_on_a_day_not_known_lies_within_the_term(self) -> None:
        """In force some day from the tenth to the twentieth; the last day of a year is 2022-03-19, a Saturday."""
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(1)), in_force="2021-03-10..2021-03-20"),
            events=[kz.Release(on=kz.UNKNOWN, ground=ReleaseGround.SERVED)],
        )
        assert range_of(status(convict, PRISON).until) == ("2021-03-10", "2022-03-18")

    def test_parole_may_be_as_old_as_the_verdict(self) -> None:
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(2)), in_force="2021-03-01..2021-03-31"),
            events=[released("2021-03-10..2021-04-10", ReleaseGround.PAROLE)],
        )
        assert range_of(status(convict, StatusKind.PAROLE).from_) == ("2021-03-10", "2021-04-10")

    def test_imprisonment_has_no_day_to_end_on(self) -> None:
        """A year from the verdict of 2021-03-10 at the soonest; the last day, and that of release, is 2022-03-09."""
        assert range_of(status(case(self.CONVICTION), PRISON).until) == ("2022-03-09", "9999-12-31")

    def test_a_lifting_may_be_as_old_as_the_verdict(self) -> None:
        """In force some day of June, lifted some day from the tenth on: perhaps on the tenth."""
        convict = case(
            convicted("274(1)", restriction(years(3), "2021-07-01"), in_force="2021-06-01..2021-06-30"),
            events=[kz.RecordLifted(on=when("2021-06-10..2021-08-01"))],
        )
        assert range_of(status(convict, RECORD).until) == ("2021-06-10", "2021-08-01")


class TestArt11Gravity:
    """Gravity follows the longest imprisonment in the sanction: 2, 5 and 12 years, «не превышает», 11(2)-(5)."""

    @pytest.mark.parametrize(
        ("most", "gravity"),
        [
            (0, Gravity.MISDEMEANOUR),
            (1, Gravity.MINOR),
            (2, Gravity.MINOR),
            (3, Gravity.MEDIUM),
            (5, Gravity.MEDIUM),
            (6, Gravity.SERIOUS),
            (12, Gravity.SERIOUS),
            (13, Gravity.ESPECIALLY_SERIOUS),
            (99, Gravity.ESPECIALLY_SERIOUS),
        ],
    )
    def test_intentional(self, most: int, gravity: Gravity) -> None:
        assert _graded(most) is gravity

    @pytest.mark.parametrize(
        ("most", "gravity"), [(1, Gravity.MINOR), (5, Gravity.MINOR), (6, Gravity.MEDIUM), (15, Gravity.MEDIUM)]
    )
    def test_negligent_is_never_more_than_medium(self, most: int, gravity: Gravity) -> None:
        """«По неосторожности»: up to 5 years minor, above that medium."""
        assert _graded(most, Form.NEGLIGENT) is gravity

    @pytest.mark.parametrize(
        ("most", "form", "ends"),
        [
            (2, Form.INTENTIONAL, "2025-03-10"),
            (5, Form.INTENTIONAL, "2025-03-10"),
            (6, Form.INTENTIONAL, "2028-03-10"),
            (12, Form.INTENTIONAL, "2028-03-10"),
            (13, Form.INTENTIONAL, "2030-03-10"),
            (15, Form.NEGLIGENT, "2025-03-10"),
        ],
    )
    def test_the_sanction_decides_not_the_sentence(self, most: int, form: Form, ends: str) -> None:
        """The same year in prison leaves 3, 6 or 8 years of record from release on 2022-03-10."""
        convict = imprisoned(outside(most, "2020-01-10", form=form), "2021-03-10", "2022-03-10")
        assert record_end(convict) == ends

    def test_unknown_form_of_guilt_leaves_the_end_open(self) -> None:
        """Up to 12 years: intentional serious (6 years), negligent medium (3); the missing fact is named."""
        act = kz.Offence(article="999", committed=day("2020-01-10"), max_imprisonment=12, against_life_or_health=False)
        until = status(imprisoned(act, "2021-03-10", "2022-03-10"), RECORD).until
        assert range_of(until) == ("2025-03-10", "2028-03-10")
        assert "convictions[0].offences[0].form" in until.missing


class TestArt3ExtremistAndTerrorist:
    """«Экстремистские преступления», 3(39), and «террористические преступления», 3(30), are closed lists."""

    @pytest.mark.parametrize("article", ["174(1)", "179(1)", "180(1)", "181(1)", "182(1)", "184", "404(2)", "405(2)"])
    def test_the_extremist_are_due_for_the_list(self, article: str) -> None:
        assert statuses(case(convicted(article, restriction(years(1)))), LISTED)

    @pytest.mark.parametrize("article", ["170(1)", "171", "255(1)", "256(1)", "257(1)", "269(1)", "270(1)"])
    def test_the_terrorist_are_due_for_the_list(self, article: str) -> None:
        assert statuses(case(convicted(article, prison(years(5)))), LISTED)

    @pytest.mark.parametrize("article", ["266(1)", "272(1)", "274(4)", "378(1)", "400", "403(1)", "404(1)"])
    def test_others_are_not(self, article: str) -> None:
        """Neither riots, nor false information, nor 404(1): only parts 2 and 3 of 404 are named."""
        assert not statuses(case(convicted(article, restriction(years(1)))), LISTED)


class TestArt43CommunityService:
    """«Привлечение к общественным работам» is reckoned in hours; it is served when they are worked, 43."""

    def test_the_record_ends_on_the_last_hour(self) -> None:
        done = kz.CommunityServiceDone(on=day("2021-06-04"))
        convict = case(convicted("274(1)", kz.CommunityService(hours=200)), events=[done])
        assert record_end(convict) == "2021-06-04"

    def test_without_that_day_the_end_is_open_and_named(self) -> None:
        until = status(case(convicted("274(1)", kz.CommunityService(hours=200))), RECORD).until
        assert range_of(until) == ("2021-03-15", "9999-12-31")
        assert until.missing == {"convictions[0].punishments[0].done"}


class TestArt41Fine:
    """A fine, «штраф», is due until it is paid; paid, it is served, 41."""

    def test_paid(self) -> None:
        convict = case(convicted("274(1)", kz.Fine(paid=day("2021-05-03"))))
        assert span(convict, StatusKind.FINE_DUE) == ("2021-03-15", "2021-05-03")
        assert record_end(convict) == "2021-05-03"

    def test_not_known_to_be_paid(self) -> None:
        until = status(case(convicted("274(1)", kz.Fine())), RECORD).until
        assert until.missing == {"convictions[0].punishments[0].paid"}


class TestArt44RestrictionOfFreedom:
    """«Ограничение свободы»: for malicious evasion the unserved rest becomes prison, day for day, 44(3)."""

    def test_the_rest_becomes_prison_of_the_same_length(self) -> None:
        """One year accepted on 2021-03-20, replaced on 2021-09-20: prison to the same 2022-03-20."""
        convict = case(
            convicted(ORDINARY_SERIOUS, restriction(years(1), "2021-03-20")),
            events=[kz.Replaced(on=day("2021-09-20"))],
        )
        assert end(convict, RESTRICTION) == "2021-09-20"
        assert span(convict, PRISON)[0] == "2021-09-20"
        assert status(convict, PRISON).holds_on(day("2022-03-17"))
        assert status(convict, PRISON).holds_on(day("2022-03-20")) is False

    def test_a_court_may_name_another_term(self) -> None:
        convict = case(
            convicted(ORDINARY_SERIOUS, restriction(years(1), "2021-03-20")),
            events=[kz.Replaced(on=day("2021-09-20"), term=months(3))],
        )
        assert span(convict, PRISON) == ("2021-09-20", "2021-12-20")

    @pytest.mark.parametrize("punishment", [kz.Fine(), kz.CorrectiveWork()])
    def test_how_long_what_has_no_term_becomes_prison_only_the_decision_tells(self, punishment: kz.Punishment) -> None:
        """At most thirty years, 60(3)."""
        convict = case(convicted("274(1)", punishment), events=[kz.Replaced(on=day("2021-09-20"))])
        until = status(convict, PRISON).until
        assert range_of(until) == ("2021-09-20", "2051-09-20")
        assert until.missing == {"events[0].term"}
        told = case(convicted("274(1)", punishment), events=[kz.Replaced(on=day("2021-09-20"), term=months(3))])
        assert span(told, PRISON) == ("2021-09-20", "2021-12-20")

    def test_nor_how_long_restriction_lasts_in_its_place(self) -> None:
        """At most seven years, 44(1)."""
        replaced = released("2021-09-20", ReleaseGround.REPLACED, remainder_as=Remainder.RESTRICTED_FREEDOM, duties=())
        until = status(case(convicted("274(1)", kz.CorrectiveWork()), events=[replaced]), RESTRICTION).until
        assert range_of(until) == ("2021-09-20", "2028-09-20")
        assert until.missing == {"events[0].term"}

    def test_a_term_not_known_is_at_most_seven_years(self) -> None:
        """44(1)."""
        unknown = kz.RestrictedFreedom(term=kz.UNKNOWN, accepted=day("2021-03-20"), duties=())
        convict = case(convicted("274(1)", unknown))
        assert range_of(status(convict, RESTRICTION).until) == ("2021-03-21", "2028-03-20")


class TestArt45Arrest:
    """«Арест» isolates for 10 to 50 days (30 to 90 until 2018); custody counts against it day for day, 45, 62."""

    def test_runs_from_the_verdict_in_force(self) -> None:
        """30 days from 2022-03-10: the last is 2022-04-08, a Friday."""
        convict = case(convicted(MISDEMEANOUR, kz.Arrest(term=days(30)), in_force="2022-03-10", committed="2021-12-01"))
        assert span(convict, PRISON) == ("2022-03-10", "2022-04-08")

    def test_custody_counts_day_for_day_after_2020_too(self) -> None:
        """10 days of custody: the last of 30 from 2022-03-10 is then 2022-03-29."""
        convict = case(
            convicted(MISDEMEANOUR, kz.Arrest(term=days(30)), in_force="2022-03-10", committed="2021-12-01"),
            custody=[detained("2022-02-28", "2022-03-09")],
        )
        assert end(convict, PRISON) == "2022-03-29"


class TestArt46Imprisonment:
    """«Лишение свободы» isolates the convict in an institution, 46(1); for life it has no end but release, 46(4)."""

    def test_runs_to_the_release_in_the_file(self) -> None:
        assert span(imprisoned(EXTREMIST_SERIOUS, "2021-03-15", "2023-11-20"), PRISON) == ("2021-03-15", "2023-11-20")

    def test_without_release_to_the_last_day_of_its_term(self) -> None:
        """One year from 2021-03-15: the last day, and that of release, is 2022-03-14."""
        assert end(case(convicted(EXTREMIST_SERIOUS, prison(years(1)))), PRISON) == "2022-03-14"

    def test_for_life(self) -> None:
        convict = case(convicted("177", kz.LifeImprisonment()))
        assert end(convict, PRISON) == NEVER
        assert record_end(convict) == NEVER

    def test_isolates(self) -> None:
        convict = imprisoned(EXTREMIST_SERIOUS, "2021-03-15", "2023-11-20")
        assert may(convict, A.LEAVE_DISTRICT, "2023-11-19") is Permission.PROHIBITED
        assert may(convict, A.LEAVE_DISTRICT, "2023-11-20") is Permission.ALLOWED


class TestArt50BanBesideImprisonment:
    """Beside imprisonment or arrest a ban «распространяется на все время отбывания», 50(4).

    Its own term counts «с момента их отбытия»: from the day they are served.
    """

    def test_in_force_all_through_prison_and_its_term_after(self) -> None:
        """In force 2017-01-20, release 2021-02-04, three years: to 2024-02-04, that day free."""
        convict = imprisoned(EXTREMIST_SERIOUS, "2017-01-20", "2021-02-04", ban(years(3)), committed="2016-04-24")
        assert span(convict, BAN) == ("2017-01-20", "2024-02-04")

    def test_not_from_the_verdict(self) -> None:
        """Counted from 2017-01-20 three years would have ended in prison, on 2020-01-20."""
        convict = imprisoned(
            EXTREMIST_SERIOUS, "2017-01-20", "2021-02-04", ban(years(3), kz.Scope.PETITIONS), committed="2016-04-24"
        )
        assert may(convict, A.PETITION, "2024-02-03") is Permission.PROHIBITED
        assert may(convict, A.PETITION, "2024-02-04") is Permission.ALLOWED

    def test_arrest_is_like_prison(self) -> None:
        """Arrest served on 2022-04-08; one year from then: 2023-04-08."""
        convict = case(
            convicted(
                MISDEMEANOUR, kz.Arrest(term=days(30)), ban(years(1)), in_force="2022-03-10", committed="2021-12-01"
            )
        )
        assert span(convict, BAN) == ("2022-03-10", "2023-04-08")

    def test_reading_from_registration(self) -> None:
        """CEC 73(1) says served and registered; one has 5 days to come, 165(9): to 2024-02-09 at the latest."""
        convict = imprisoned(EXTREMIST_SERIOUS, "2017-01-20", "2021-02-04", ban(years(3)), committed="2016-04-24")
        law = kz.LAW.reading(ban_start="registration")
        assert range_of(status(convict, BAN, law).until) == ("2024-02-04", "2024-02-09")

    def test_registration_counts_from_each_day_on_which_release_may_have_been(self) -> None:
        """Released some day from 2021-02-01 to 2021-02-20, registered within 5 days of it: to 2021-02-25."""
        sentence = convicted(
            EXTREMIST_SERIOUS, prison(years(5)), ban(years(3)), in_force="2017-01-20", committed="2016-04-24"
        )
        law = kz.LAW.reading(ban_start="registration")
        until = status(case(sentence, events=[released("2021-02-01..2021-02-20")]), BAN, law).until
        assert range_of(until) == ("2024-02-01", "2024-02-25")

    @pytest.mark.parametrize(
        ("imposed", "said"),
        [
            (ban(years(3)), "a ban of 3 years by"),
            (ban_for_life(), "a ban for life by"),
            (kz.ActivityBan(term=kz.UNKNOWN), "a ban of unknown term by"),
        ],
    )
    def test_the_reason_says_for_how_long(self, imposed: kz.ActivityBan, said: str) -> None:
        assert said in status(case(convicted(EXTREMIST_MINOR, prison(years(1)), imposed)), BAN).because


class TestArt50BanBesideOtherPunishment:
    """Beside any other main punishment, and on a conditional sentence, the term of a ban counts from entry into force.

    «Со дня вступления приговора в законную силу», 50(4): neither from acceptance by probation nor after the main one.
    """

    def test_restriction(self) -> None:
        """In force 2021-05-14, accepted 2021-05-20: three years end 2024-05-14, beside the year of restriction."""
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(1), "2021-05-20"), ban(years(3)), in_force="2021-05-14")
        )
        assert span(convict, BAN) == ("2021-05-14", "2024-05-14")

    def test_conditional_sentence(self) -> None:
        convict = case(
            convicted(ORDINARY_SERIOUS, suspended(years(6), "2023-05-02"), ban(years(6)), in_force="2023-04-25")
        )
        assert span(convict, BAN) == ("2023-04-25", "2029-04-25")

    def test_fine(self) -> None:
        convict = case(convicted("274(1)", kz.Fine(paid=day("2021-10-01")), ban(years(1))))
        assert span(convict, BAN) == ("2021-03-15", "2022-03-15")

    def test_from_a_leap_day(self) -> None:
        """A year from 29 February ends with February: 2021-02-28 is the first day without it."""
        convict = case(convicted("274(1)", kz.Fine(), ban(years(1)), in_force="2020-02-29", committed="2019-01-15"))
        assert span(convict, BAN) == ("2020-02-29", "2021-02-28")


class TestArt50BanForLife:
    """Where the Code says so a ban is «пожизненно», for life, 50(2); expiry of the record leaves it, 79(9)."""

    CONVICT = imprisoned(outside(5, "2019-01-15"), "2021-03-15", "2022-03-10", ban_for_life(kz.Scope.WORK_WITH_MINORS))

    def test_has_no_end(self) -> None:
        assert span(self.CONVICT, BAN) == ("2021-03-15", NEVER)

    def test_outlives_the_record(self) -> None:
        """The record ends on 2025-03-10; the ban stands thirty years later."""
        assert record_end(self.CONVICT) == "2025-03-10"
        assert may(self.CONVICT, A.TEACH_MINORS, "2055-03-10") is Permission.PROHIBITED


CUSTODY_2017 = detained("2017-02-01", "2017-03-14")
CUSTODY_2021 = detained("2021-02-01", "2021-03-14")
"""28 + 14 = 42 days."""


class TestArt62CreditBefore2020:
    """A day of custody counts as one: «из расчета один день за один день», 62(3) until law 292-VI, 2020-01-11."""

    def test_prison(self) -> None:
        """A year from 2017-03-15 less 42 days ends before 2018-02-01; the last day is 2018-01-31, a Wednesday."""
        convict = case(
            convicted(
                EXTREMIST_SERIOUS, prison(years(1), Security.MEDIUM), in_force="2017-03-15", committed="2016-06-01"
            ),
            custody=[CUSTODY_2017],
        )
        assert end(convict, PRISON) == "2018-01-31"
        assert "edition of 2015-01-01" in status(convict, PRISON).because

    def test_restriction(self) -> None:
        """A year accepted on 2017-03-20 less 42 days: 2018-02-06 is the first day without it."""
        convict = case(
            convicted(
                EXTREMIST_SERIOUS, restriction(years(1), "2017-03-20"), in_force="2017-03-15", committed="2016-06-01"
            ),
            custody=[CUSTODY_2017],
        )
        assert end(convict, RESTRICTION) == "2018-02-06"


class TestArt62CreditSince2020:
    """A day of custody counts by the regime, 62(3) since law 292-VI: 1, 1.5 («полтора») or 2; 2 for restriction, (3-1).

    The sentence: a year in force on 2021-03-15, 42 days of custody before it.
    """

    @pytest.mark.parametrize(
        ("security", "last_day"),
        [
            (Security.MINIMUM, "2021-12-20"),  # 84 days off 2022-03-15: 2021-12-21
            (Security.MEDIUM, "2022-01-10"),  # 63 days: 2022-01-11
            (Security.MAXIMUM, "2022-01-31"),  # 42 days: 2022-02-01
            (Security.EXTREME, "2022-01-31"),
            (Security.FULL, "2022-01-31"),
        ],
    )
    def test_by_security(self, security: Security, last_day: str) -> None:
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1), security)), custody=[CUSTODY_2021])
        assert end(convict, PRISON) == last_day

    def test_unknown_security_gives_bounds_and_names_the_fact(self) -> None:
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1), None)), custody=[CUSTODY_2021])
        until = status(convict, PRISON).until
        assert range_of(until) == ("2021-12-20", "2022-01-31")
        assert until.missing == {"convictions[0].punishments[0].security"}

    def test_restriction_takes_two_days(self) -> None:
        """A year accepted on 2021-03-20 less 84 days: 2021-12-26."""
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(1), "2021-03-20")), custody=[CUSTODY_2021])
        assert end(convict, RESTRICTION) == "2021-12-26"

    def test_half_a_day(self) -> None:
        """45 days in medium security are 67 and a half: 67 by default, 68 in the convict's favour."""
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(1), Security.MEDIUM)),
            custody=[detained("2021-01-29", "2021-03-14")],
        )
        assert end(convict, PRISON) == "2022-01-06"
        assert end(convict, PRISON, kz.LAW.reading(half_day_of_credit="counted")) == "2022-01-05"

    def test_half_a_day_that_may_be_a_whole_one(self) -> None:
        """House arrest of one day or two is half a day or one; the half counted as one, it is one in any case.

        A year less a day ends before 2022-03-14, a Monday: freed on Friday, 2022-03-11.
        """
        custody = detained("2021-02-01", "2021-02-01..2021-02-02", CustodyKind.HOUSE_ARREST)
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1), Security.MAXIMUM)), custody=[custody])
        assert range_of(status(convict, PRISON).until) == ("2022-03-11", "2022-03-14")
        assert end(convict, PRISON, kz.LAW.reading(half_day_of_credit="counted")) == "2022-03-11"

    def test_nothing_is_credited_against_a_ban(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20"), ban(years(3))), custody=[CUSTODY_2021]
        )
        assert end(convict, BAN) == "2024-03-15"


class TestArt62WhatIsCredited:
    """Custody before entry into force is credited, «время содержания под стражей до вступления приговора», 62(3)-(4).

    House arrest two days for one, administrative arrest never; custody in one case is no custody in another.
    """

    def test_house_arrest_is_half(self) -> None:
        """42 days count 21: 2022-02-22, so release on Monday, 2022-02-21; in every regime alike."""
        custody = detained("2021-02-01", "2021-03-14", CustodyKind.HOUSE_ARREST)
        for security in (Security.MINIMUM, Security.MEDIUM, Security.MAXIMUM):
            convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1), security)), custody=[custody])
            assert end(convict, PRISON) == "2022-02-21"

    def test_administrative_arrest_is_nothing(self) -> None:
        custody = detained("2021-02-01", "2021-02-15", CustodyKind.ADMINISTRATIVE_ARREST)
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1), Security.MINIMUM)), custody=[custody])
        assert end(convict, PRISON) == "2022-03-14"

    def test_days_from_entry_into_force_on_are_not_credited(self) -> None:
        """Custody to 2021-03-31 holds 42 days before 2021-03-15; the rest is the sentence itself."""
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(1), Security.MAXIMUM)),
            custody=[detained("2021-02-01", "2021-03-31")],
        )
        assert end(convict, PRISON) == "2022-01-31"

    @pytest.mark.parametrize(
        ("first", "last"), [("2021-02-01..2021-02-10", "2021-03-14"), ("2021-02-01", "2021-03-05..2021-03-14")]
    )
    def test_days_not_known_give_bounds_and_name_the_fact(self, first: str, last: str) -> None:
        """33 to 42 days off 2022-03-15: from 2022-02-01 to 2022-02-10, freed the day before, Monday or Wednesday."""
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1))), custody=[detained(first, last)])
        until = status(convict, PRISON).until
        assert range_of(until) == ("2022-01-31", "2022-02-09")
        assert until.missing == {"custody[0]"}

    def test_up_to_a_day_not_known_on_which_the_verdict_was_in_force(self) -> None:
        """37 to 47 days off a year that ends on 2022-03-10 at the soonest, on 2022-03-20 at the latest."""
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(1)), in_force="2021-03-10..2021-03-20"),
            custody=[detained("2021-02-01", "2021-03-31")],
        )
        until = status(convict, PRISON).until
        assert range_of(until) == ("2022-01-21", "2022-02-10")
        assert until.missing == {"convictions[0].in_force"}

    @pytest.mark.parametrize(("first", "last_day"), [("2021-03-14", "2023-06-14"), ("2021-03-15", "2023-06-02")])
    def test_custody_from_the_day_an_earlier_verdict_was_in_force_is_of_the_later(
        self, first: str, last_day: str
    ) -> None:
        """A year from 2022-06-15; ten days off, from 2021-03-15 on, leave 2023-06-04, a Sunday: freed on Friday."""
        convict = case(
            convicted(EXTREMIST_MINOR, kz.Fine(paid=day("2021-04-01"))),
            convicted(ORDINARY_SERIOUS, prison(years(1)), in_force="2022-06-15", id="c2"),
            custody=[detained(first, "2021-03-24")],
        )
        assert end(convict, PRISON) == last_day

    def test_custody_that_may_be_of_an_earlier_case(self) -> None:
        """None or ten days off a year from 2022-06-15: freed on Wednesday 2023-06-14, or on Friday 2023-06-02."""
        convict = case(
            convicted(EXTREMIST_MINOR, kz.Fine(paid=day("2021-04-01")), in_force="2021-03-01..2021-03-31"),
            convicted(ORDINARY_SERIOUS, prison(years(1)), in_force="2022-06-15", id="c2"),
            custody=[detained("2021-03-10", "2021-03-19")],
        )
        assert range_of(status(convict, PRISON).until) == ("2023-06-02", "2023-06-14")

    def test_of_two_verdicts_of_one_day_custody_is_credited_to_one(self) -> None:
        """To that which the file has first: ten days off a year from 2021-03-15; the year from 2021-04-20 is whole."""
        convict = case(
            convicted(ORDINARY_SERIOUS, prison(years(1)), verdict="2021-03-01"),
            convicted(
                "274(1)", restriction(years(1), "2021-04-20"), in_force="2021-04-15", verdict="2021-03-01", id="c2"
            ),
            custody=[detained("2021-02-01", "2021-02-10")],
        )
        assert end(convict, PRISON) == "2022-03-04"
        assert end(convict, RESTRICTION) == "2022-04-20"

    def test_custody_of_an_earlier_case_is_not_credited_to_a_later(self) -> None:
        """A year from 2022-06-15 ends in full: last day 2023-06-14."""
        convict = case(
            convicted(EXTREMIST_MINOR, kz.Fine(paid=day("2021-04-01"))),
            convicted(ORDINARY_SERIOUS, prison(years(1), Security.MINIMUM), in_force="2022-06-15", id="c2"),
            custody=[CUSTODY_2021],
        )
        assert end(convict, PRISON) == "2023-06-14"

    def test_custody_of_the_later_case_is(self) -> None:
        """42 days in minimum security are 84: 2023-06-15 less 84 is 2023-03-23, a day after its last."""
        convict = case(
            convicted(EXTREMIST_MINOR, kz.Fine(paid=day("2021-04-01"))),
            convicted(ORDINARY_SERIOUS, prison(years(1), Security.MINIMUM), in_force="2022-06-15", id="c2"),
            custody=[detained("2022-05-04", "2022-06-14")],
        )
        assert status(convict, PRISON).holds_on(day("2023-03-19"))
        assert status(convict, PRISON).holds_on(day("2023-03-23")) is False


class TestArt62AcrossEditions:
    """The credit of law 292-VI is milder: it reaches back to who was serving on 2020-01-11, 6(1), and no further."""

    @staticmethod
    def sentenced(in_force: str, custody: kz.Custody, security: Security | None = Security.MEDIUM) -> kz.Case:
        act = "2018-06-01"
        return case(
            convicted(EXTREMIST_SERIOUS, prison(years(1), security), in_force=in_force, committed=act),
            custody=[custody],
        )

    def test_served_before_day_for_day(self) -> None:
        """A year from 2018-11-14 less 42 days: last day 2019-10-02, a Wednesday; no later law touches it."""
        convict = self.sentenced("2018-11-14", detained("2018-10-03", "2018-11-13"))
        assert end(convict, PRISON) == "2019-10-02"
        assert "credited under the edition of 2015-01-01" in status(convict, PRISON).because

    def test_still_serving_one_and_a_half(self) -> None:
        """A year from 2019-11-15 less 63 days: 2020-09-13, last day a Saturday, so Friday, 2020-09-11.

        Day for day the term would run until 2020-10-04; the reason names both editions.
        """
        convict = self.sentenced("2019-11-15", detained("2019-10-04", "2019-11-14"))
        assert end(convict, PRISON) == "2020-09-11"
        because = status(convict, PRISON).because
        assert "credited under the edition of 2020-01-11" in because
        assert "under the edition of 2015-01-01 it would be 2020-10-04" in because

    def test_freed_on_the_first_day_of_the_milder_law(self) -> None:
        """A year from 2019-03-15 less 63 days would have ended 2020-01-10, day for day 2020-01-31.

        The milder law cannot free before its own first day.
        """
        convict = self.sentenced("2019-03-15", detained("2019-02-01", "2019-03-14"))
        assert end(convict, PRISON) == "2020-01-11"

    def test_where_the_editions_agree_nothing_is_said_of_a_milder_one(self) -> None:
        """In maximum security the new law counts a day as a day too."""
        convict = self.sentenced("2019-11-15", detained("2019-10-04", "2019-11-14"), Security.MAXIMUM)
        assert end(convict, PRISON) == "2020-10-02"
        assert "milder" not in status(convict, PRISON).because

    def test_where_the_regime_is_not_known_the_edition_that_may_be_milder_is_named(self) -> None:
        """Of editions that end on one day at the latest, the one that may end sooner is the milder."""
        convict = self.sentenced("2019-11-15", detained("2019-10-04", "2019-11-14"), None)
        because = status(convict, PRISON).because
        assert "credited under the edition of 2020-01-11" in because
        assert "under the edition of 2015-01-01 it would be 2020-10-04" in because


class TestArt72Parole:
    """On parole the court sets control for the whole unserved rest, «в течение неотбытой части», 72(2).

    Release starts the clock of the record: «с момента освобождения от отбывания», 79(4).
    """

    @staticmethod
    def paroled(*more: kz.Punishment, **release: object) -> kz.Case:
        return case(
            convicted(EXTREMIST_SERIOUS, prison(years(4)), *more, in_force="2018-12-11", committed="2018-04-02"),
            events=[released("2021-07-30", ReleaseGround.PAROLE, **release)],
        )

    def test_control_lasts_the_rest(self) -> None:
        """Four years from 2018-12-11 have their last day on 2022-12-10, a Saturday."""
        parole = status(self.paroled(), StatusKind.PAROLE)
        assert str(parole.from_) == "2021-07-30"
        assert parole.holds_on(day("2022-12-08"))
        assert parole.holds_on(day("2022-12-11")) is False

    def test_prison_ends(self) -> None:
        assert end(self.paroled(), PRISON) == "2021-07-30"

    def test_the_record_counts_from_release(self) -> None:
        """Serious crime, six years from release, not from the end of control."""
        assert record_end(self.paroled()) == "2027-07-30"

    def test_the_ban_counts_from_release(self) -> None:
        """Three years: 2024-07-30; then six years of record: 2030-07-30."""
        assert end(self.paroled(ban(years(3))), BAN) == "2024-07-30"
        assert record_end(self.paroled(ban(years(3)))) == "2030-07-30"

    def test_reading_ban_from_the_end_of_the_rest(self) -> None:
        law = kz.LAW.reading(ban_start_on_parole="end_of_rest")
        ends = day(end(self.paroled(ban(years(3))), BAN, law))
        assert day("2025-12-08") <= ends <= day("2025-12-11")

    def test_the_court_may_free_from_the_ban(self) -> None:
        """Freed from it on release (72(1)), it is served that day, and the record counts from there."""
        convict = case(
            convicted(
                EXTREMIST_SERIOUS, prison(years(4)), ban(years(3)), in_force="2018-12-11", committed="2018-04-02"
            ),
            events=[released("2021-07-30", ReleaseGround.PAROLE), kz.BanLifted(on=day("2021-07-30"))],
        )
        assert end(convict, BAN) == "2021-07-30"
        assert record_end(convict) == "2027-07-30"


class TestArt72ParoleFromLife:
    """Where imprisonment was for life control lasts ten years, 72(2), not the rest, which has no end."""

    @staticmethod
    def paroled(*events: kz.Event, more: tuple[kz.Punishment, ...] = ()) -> kz.Case:
        sentence = convicted("177", kz.LifeImprisonment(), *more)
        return case(sentence, events=[released("2046-04-02", ReleaseGround.PAROLE, duties=()), *events])

    def test_control_lasts_ten_years_from_release(self) -> None:
        assert span(self.paroled(), StatusKind.PAROLE) == ("2046-04-02", "2056-04-02")

    def test_revoked_the_rest_has_no_end(self) -> None:
        """72(7)."""
        convict = self.paroled(kz.ParoleRevoked(on=day("2048-01-10")))
        assert span(convict, StatusKind.PAROLE) == ("2046-04-02", "2048-01-10")
        assert str(statuses(convict, PRISON)[-1].until) == NEVER

    def test_paroled_again_for_ten_years_from_then(self) -> None:
        again = released("2055-01-10", ReleaseGround.PAROLE, duties=())
        controls = statuses(self.paroled(kz.ParoleRevoked(on=day("2048-01-10")), again), StatusKind.PAROLE)
        assert [str(one.until) for one in controls] == ["2048-01-10", "2065-01-10"]

    def test_a_ban_may_be_taken_to_count_from_the_end_of_control(self) -> None:
        law = kz.LAW.reading(ban_start_on_parole="end_of_rest")
        assert end(self.paroled(more=(ban(years(3)),)), BAN, law) == "2059-04-02"


class TestArt73Replacement:
    """The rest of imprisonment may become something milder, «замена неотбытой части ... более мягким», 73.

    Whether ban and record then count from the milder punishment served (50(4), 79(5)) or from release (79(4)) is open.
    """

    CONVICT = case(
        convicted(EXTREMIST_MINOR, prison(years(2)), ban(years(1)), in_force="2021-05-19"),
        events=[
            released(
                "2022-05-19",
                ReleaseGround.REPLACED,
                remainder_as=Remainder.RESTRICTED_FREEDOM,
                term=years(2),
                duties=(),
            )
        ],
    )
    FROM_RELEASE = kz.LAW.reading(replaced_punishment="release")

    def test_restriction_takes_the_place(self) -> None:
        assert end(self.CONVICT, PRISON) == "2022-05-19"
        assert span(self.CONVICT, RESTRICTION) == ("2022-05-19", "2024-05-19")

    def test_evaded_it_becomes_prison_again_until_the_next_release(self) -> None:
        """44(3): the first release, which began the restriction, does not end it."""
        evaded = (kz.Replaced(on=day("2022-11-19")), released("2023-05-19"))
        convict = case(*self.CONVICT.convictions, events=[*self.CONVICT.events, *evaded])
        assert [(str(one.from_), str(one.until)) for one in statuses(convict, PRISON)] == [
            ("2021-05-19", "2022-05-19"),
            ("2022-11-19", "2023-05-19"),
        ]

    def test_day_for_day_where_no_term_is_named(self) -> None:
        """Two years from 2021-05-19 end with 2023-05-18."""
        convict = case(
            convicted(EXTREMIST_MINOR, prison(years(2)), in_force="2021-05-19"),
            events=[released("2022-05-19", ReleaseGround.REPLACED, remainder_as=Remainder.RESTRICTED_FREEDOM)],
        )
        restricted = status(convict, RESTRICTION)
        assert restricted.holds_on(day("2023-05-17"))
        assert restricted.holds_on(day("2023-05-19")) is False

    def test_ban_and_record_count_from_the_milder_served(self) -> None:
        """Ban a year from 2024-05-19; record three years (minor gravity) from its end."""
        assert end(self.CONVICT, BAN) == "2025-05-19"
        assert record_end(self.CONVICT) == "2028-05-19"

    def test_the_other_reading_counts_from_release(self) -> None:
        """Ban a year from 2022-05-19; three years of record from its end."""
        assert end(self.CONVICT, BAN, self.FROM_RELEASE) == "2023-05-19"
        assert record_end(self.CONVICT, self.FROM_RELEASE) == "2026-05-19"

    def test_the_answer_names_the_reading(self) -> None:
        answer = kz.can(self.CONVICT, A.STAND_FOR_PARLIAMENT, on=day("2027-01-11"))
        assert answer.permission is Permission.PROHIBITED
        assert [(one.reading, one.permission) for one in answer.contested] == [
            ("replaced_punishment", Permission.ALLOWED)
        ]


class TestArt78Amnesty:
    """An amnesty act may free from punishment and from the ban and lift the record, 78(2).

    «Не распространяется» on those convicted of extremist or terrorist crimes.
    """

    EVERYTHING = (Relief.MAIN_PUNISHMENT, Relief.ACTIVITY_BAN, Relief.CRIMINAL_RECORD)

    @staticmethod
    def amnestied(article: str, *gave: Relief) -> kz.Case:
        return case(
            convicted(article, restriction(years(3), "2021-03-20"), ban(years(5))),
            events=[kz.Amnesty(on=day("2022-01-20"), act=2021, gave=gave)],
        )

    def test_changes_nothing_for_an_extremist_conviction(self) -> None:
        for gave in ((), self.EVERYTHING):
            convict = self.amnestied(EXTREMIST_SERIOUS, *gave)
            assert end(convict, RESTRICTION) == "2024-03-20"
            assert end(convict, BAN) == "2026-03-15"
            assert record_end(convict) == "2026-03-15"
            assert end(convict, LISTED) == "2026-03-15"

    def test_the_reason_says_that_it_gave_nothing(self) -> None:
        for article, said in ((EXTREMIST_SERIOUS, True), (ORDINARY_SERIOUS, False)):
            because = status(self.amnestied(article), RECORD).because
            assert ("the amnesty of 2021 gave nothing: the crime is excluded (78(2))" in because) is said

    def test_ends_everything_it_names_for_another(self) -> None:
        convict = self.amnestied(ORDINARY_SERIOUS, *self.EVERYTHING)
        assert {end(convict, kind) for kind in (RESTRICTION, BAN, RECORD)} == {"2022-01-20"}

    def test_ends_nothing_it_does_not_name(self) -> None:
        convict = self.amnestied(ORDINARY_SERIOUS, Relief.ACTIVITY_BAN)
        assert end(convict, RESTRICTION) == "2024-03-20"
        assert end(convict, BAN) == "2022-01-20"

    def test_of_a_ban_leaves_the_record_to_the_main_punishment(self) -> None:
        """Freed from the ban, both are served when restriction is: 2024-03-20."""
        assert record_end(self.amnestied(ORDINARY_SERIOUS, Relief.ACTIVITY_BAN)) == "2024-03-20"

    def test_of_the_main_punishment_leaves_the_ban(self) -> None:
        convict = self.amnestied(ORDINARY_SERIOUS, Relief.MAIN_PUNISHMENT)
        assert end(convict, RESTRICTION) == "2022-01-20"
        assert end(convict, BAN) == "2026-03-15"


class TestArt78Pardon:
    """A pardon by the President may end punishment and ban and lift the record; no crime is excluded, 78(3)-(4)."""

    @staticmethod
    def pardoned(*gave: Relief, record_cleared: bool = False) -> kz.Case:
        pardon = kz.Pardon(on=day("2022-01-20"), gave=gave, record_cleared=record_cleared)
        return case(convicted(EXTREMIST_SERIOUS, restriction(years(3), "2021-03-20"), ban(years(5))), events=[pardon])

    def test_reaches_extremist_crimes(self) -> None:
        convict = self.pardoned(Relief.MAIN_PUNISHMENT, Relief.ACTIVITY_BAN, Relief.CRIMINAL_RECORD)
        assert {end(convict, kind) for kind in (RESTRICTION, BAN, RECORD, LISTED)} == {"2022-01-20"}

    def test_clears_the_record_alone(self) -> None:
        convict = self.pardoned(record_cleared=True)
        assert record_end(convict) == "2022-01-20"
        assert end(convict, BAN) == "2026-03-15"

    def test_of_the_main_punishment_serves_it(self) -> None:
        """Freed from restriction, nothing is left to serve: the record ends with it, 79(2), (3)(2), (4)."""
        pardon = kz.Pardon(on=day("2022-01-20"), gave=[Relief.MAIN_PUNISHMENT])
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(3), "2021-03-20")), events=[pardon])
        assert record_end(convict) == "2022-01-20"

    def test_gives_no_more_than_it_says(self) -> None:
        convict = self.pardoned(Relief.MAIN_PUNISHMENT)
        assert end(convict, RESTRICTION) == "2022-01-20"
        assert record_end(convict) == "2026-03-15"


class TestArt79NoRecord:
    """«Лицо, совершившее уголовный проступок, считается не имеющим судимости», 79(2)."""

    def test_misdemeanour(self) -> None:
        convict = case(convicted(MISDEMEANOUR, kz.Fine()))
        assert not statuses(convict, RECORD)
        assert may(convict, A.STAND_FOR_PARLIAMENT, "2021-06-01") is Permission.ALLOWED

    def test_a_crime_beside_a_misdemeanour_leaves_one(self) -> None:
        both = (offence(MISDEMEANOUR), offence("274(1)"))
        convict = case(convicted(both, kz.Fine(paid=day("2021-05-03"))))
        assert record_end(convict) == "2021-05-03"


class TestArt79Periods:
    """The record is expunged, «судимость погашается», by the punishment and the gravity of the crime, 79(3)(1)-(5)."""

    def test_conditional_sentence_with_the_end_of_control(self) -> None:
        """(1): two years of control from 2021-03-20."""
        assert record_end(case(convicted(ORDINARY_SERIOUS, suspended(years(2), "2021-03-20")))) == "2023-03-20"

    def test_milder_punishment_on_serving_it(self) -> None:
        """(2): «по фактическому отбытию», no years added, however serious the crime."""
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(2), "2021-03-20")))
        assert record_end(convict) == "2023-03-20"

    @pytest.mark.parametrize(
        ("most", "ends"), [(2, "2025-03-10"), (5, "2025-03-10"), (12, "2028-03-10"), (20, "2030-03-10")]
    )
    def test_after_prison(self, most: int, ends: str) -> None:
        """(3)-(5): 3 years for minor and medium, 6 for serious, 8 for especially serious, from 2022-03-10."""
        assert record_end(imprisoned(outside(most, "2019-01-15"), "2021-03-10", "2022-03-10")) == ends

    def test_begins_with_entry_into_force(self) -> None:
        """(1) «со дня вступления обвинительного приговора в законную силу», not with the verdict."""
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(2), "2021-03-20"), verdict="2020-12-01"))
        assert span(convict, RECORD)[0] == "2021-03-15"

    def test_prison_that_took_the_place_of_restriction_leaves_years(self) -> None:
        """Replaced for evasion and served on 2021-12-20: six years for a serious crime."""
        convict = case(
            convicted(ORDINARY_SERIOUS, restriction(years(1), "2021-03-20")),
            events=[kz.Replaced(on=day("2021-09-20"), term=months(3))],
        )
        assert record_end(convict) == "2027-12-20"


class TestArt79AgainstLifeOrHealth:
    """Law 210-VIII, in force 2025-09-16: against life or health 8 years if serious, 10 if especially serious.

    «Связанные с посягательством на жизнь или здоровье», 79(3)(5), (5-1); harsher, so for later acts only, 6(3).
    """

    @pytest.mark.parametrize(
        ("committed", "years_after"),
        [("2017-05-10", 6), ("2021-05-10", 6), ("2025-09-15", 6), ("2025-09-16", 8), ("2025-10-10", 8)],
    )
    def test_serious_by_the_day_of_the_act(self, committed: str, years_after: int) -> None:
        convict = imprisoned(outside(8, committed, violent=True), "2026-03-10", "2028-03-10")
        assert record_end(convict) == f"{2028 + years_after}-03-10"

    @pytest.mark.parametrize(
        ("committed", "years_after"),
        [("2017-05-10", 8), ("2021-05-10", 8), ("2025-09-15", 8), ("2025-09-16", 10), ("2025-10-10", 10)],
    )
    def test_especially_serious_by_the_day_of_the_act(self, committed: str, years_after: int) -> None:
        convict = imprisoned(outside(15, committed, violent=True), "2026-03-10", "2028-03-10")
        assert record_end(convict) == f"{2028 + years_after}-03-10"

    @pytest.mark.parametrize("committed", ["2017-05-10", "2021-05-10", "2025-10-10"])
    @pytest.mark.parametrize(("most", "years_after"), [(3, 3), (8, 6), (15, 8)])
    def test_the_same_in_every_edition_where_not(self, committed: str, most: int, years_after: int) -> None:
        convict = imprisoned(outside(most, committed), "2026-03-10", "2028-03-10")
        assert record_end(convict) == f"{2028 + years_after}-03-10"

    @pytest.mark.parametrize("committed", ["2017-05-10", "2025-10-10"])
    def test_medium_against_health_is_as_before(self, committed: str) -> None:
        """Only serious and especially serious crimes are named."""
        assert record_end(imprisoned(outside(5, committed, violent=True), "2026-03-10", "2028-03-10")) == "2031-03-10"

    def test_unknown_leaves_both_and_names_the_fact(self) -> None:
        act = kz.Offence(article="999", committed=day("2025-10-10"), form=kz.Form.INTENTIONAL, max_imprisonment=8)
        until = status(imprisoned(act, "2026-03-10", "2028-03-10"), RECORD).until
        assert range_of(until) == ("2034-03-10", "2036-03-10")
        assert "convictions[0].offences[0].against_life_or_health" in until.missing

    @pytest.mark.parametrize(
        ("violent", "ends"),
        [
            (True, ("2036-03-10", "2036-03-10")),
            (False, ("2034-03-10", "2034-03-10")),
            (None, ("2034-03-10", "2036-03-10")),
        ],
    )
    def test_where_it_depends_on_the_deed_the_file_may_tell(self, violent: bool | None, ends: tuple[str, str]) -> None:
        """293(3), hooliganism: eight years or six from 2028-03-10."""
        act = offence("293(3)", "2025-10-10", against_life_or_health=violent)
        assert range_of(status(imprisoned(act, "2026-03-10", "2028-03-10"), RECORD).until) == ends

    def test_the_edition_is_named(self) -> None:
        old = status(imprisoned(outside(8, "2025-09-15", violent=True), "2026-03-10", "2028-03-10"), RECORD)
        new = status(imprisoned(outside(8, "2025-09-16", violent=True), "2026-03-10", "2028-03-10"), RECORD)
        assert str(old.rule.since) == "2015-01-01"
        assert str(new.rule.since) == "2025-09-16"


class TestArt79Clock:
    """With an additional punishment the period counts «после отбытия основного и дополнительного», 79(5)."""

    def test_after_the_ban(self) -> None:
        """Release 2021-02-04, ban to 2024-02-04, six years: 2030-02-04."""
        convict = imprisoned(EXTREMIST_SERIOUS, "2017-01-20", "2021-02-04", ban(years(3)), committed="2016-04-24")
        assert record_end(convict) == "2030-02-04"

    def test_ban_shorter_than_the_main_punishment_adds_nothing(self) -> None:
        """Restriction to 2023-03-20, ban of one year to 2022-03-15."""
        convict = case(convicted(EXTREMIST_SERIOUS, restriction(years(2), "2021-03-20"), ban(years(1))))
        assert record_end(convict) == "2023-03-20"

    def test_ban_longer_than_a_milder_punishment_carries_the_record(self) -> None:
        """Restriction to 2022-03-20, ban to 2024-03-15: no years are added after it."""
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-20"), ban(years(3))))
        assert record_end(convict) == "2024-03-15"

    def test_a_ban_for_life_does_not_count(self) -> None:
        """79(5), second sentence: «пожизненно ... после отбытия основного»."""
        convict = imprisoned(outside(12, "2019-01-15"), "2021-03-15", "2022-03-10", ban_for_life())
        assert record_end(convict) == "2028-03-10"

    def test_conditional_sentence_with_a_longer_ban(self) -> None:
        """Control to 2023-03-20; ban to 2026-03-15 by default (79(5)), else control decides (79(3)(1))."""
        convict = case(convicted(ORDINARY_SERIOUS, suspended(years(2), "2021-03-20"), ban(years(5))))
        assert record_end(convict) == "2026-03-15"
        assert record_end(convict, kz.LAW.reading(record_of_suspended_sentence="probation_over")) == "2023-03-20"

    def test_several_crimes_of_one_verdict(self) -> None:
        """79(6): each counts from serving the total; the longest decides: 8 years from 2022-03-10."""
        acts = (offence(EXTREMIST_MINOR), outside(15, "2019-01-15"), offence("274(3)"))
        convict = case(convicted(acts, prison(years(5)), in_force="2021-03-10"), events=[released("2022-03-10")])
        assert record_end(convict) == "2030-03-10"

    def test_the_crime_that_may_leave_the_longest_is_cited(self) -> None:
        """Serious: six years; up to 13 years, form of guilt not known: eight if intentional, three if negligent."""
        unknown = kz.Offence(
            article="998", committed=day("2019-01-15"), max_imprisonment=13, against_life_or_health=False
        )
        acts = (outside(12, "2019-01-15"), unknown)
        record = status(
            case(convicted(acts, prison(years(5)), in_force="2021-03-10"), events=[released("2022-03-10")]), RECORD
        )
        assert range_of(record.until) == ("2028-03-10", "2030-03-10")
        assert record.rule.provision.article == "79(3)(5)"

    def test_a_law_without_the_norm_leaves_none(self) -> None:
        convict = case(convicted("274(1)", restriction(years(3), "2021-03-20")))
        assert statuses(convict, RECORD)
        assert not statuses(convict, RECORD, kz.LAW.without("record_after_milder_punishment"))


class TestArt79Lifting:
    """«До истечения срока погашения судимости суд может снять»: a court may lift it early, 79(7)."""

    def test_ends_the_record_and_what_rests_on_it(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-03-10"), kz.RecordLifted(on=day("2023-06-01"))],
        )
        assert record_end(convict) == "2023-06-01"
        assert end(convict, LISTED) == "2023-06-01"
        assert may(convict, A.STAND_FOR_PARLIAMENT, "2023-05-31") is Permission.PROHIBITED
        assert may(convict, A.STAND_FOR_PARLIAMENT, "2023-06-01") is Permission.ALLOWED

    def test_leaves_the_other_conviction(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(2), "2021-03-20")),
            convicted(ORDINARY_SERIOUS, restriction(years(2), "2021-03-20"), id="c2"),
            events=[kz.RecordLifted(on=day("2022-06-01"), conviction="c1")],
        )
        assert record_end(convict, conviction="c1") == "2022-06-01"
        assert record_end(convict, conviction="c2") == "2023-03-20"


class TestArt79Interruption:
    """A new crime before expiry interrupts, «течение срока прерывается», 79(8).

    The first clock starts anew after main and additional punishment of the last crime; one counts as convicted of
    both until the longest has run out.
    """

    @staticmethod
    def twice(second_act: str, article: str = EXTREMIST_MINOR, in_force: str = "2016-03-10") -> kz.Case:
        """Six years from 2017-03-10 for the first; a second sentence of restriction served on 2024-03-20."""
        return case(
            convicted(outside(8, "2015-06-01"), prison(years(1)), in_force=in_force, verdict="2016-02-01", id="c1"),
            convicted(
                article, restriction(years(1), "2023-03-20"), in_force="2023-03-15", committed=second_act, id="c2"
            ),
            events=[released("2017-03-10", conviction="c1")],
        )

    @staticmethod
    def first_ends(of: kz.Case) -> tuple[str, str]:
        return range_of(status(of, RECORD, conviction="c1").until)

    PERHAPS = ("2023-03-10", "2030-03-20")
    """Alone, or anew from the second sentence."""

    def test_an_act_that_may_have_been_after_expiry(self) -> None:
        convict = self.twice("2023-01-01..2023-03-14")
        assert self.first_ends(convict) == self.PERHAPS
        assert status(convict, RECORD, conviction="c1").until.missing == {"convictions[1].offences[0].committed"}

    def test_an_act_that_may_have_been_before_the_first_verdict_was_in_force(self) -> None:
        assert self.first_ends(self.twice("2016-03-15", in_force="2016-03-01..2016-03-31")) == self.PERHAPS

    def test_a_deed_that_may_have_been_a_misdemeanour(self) -> None:
        """402(1) is none until 2020-05-18 and one since."""
        assert self.first_ends(self.twice("2020-05-01..2020-05-31", "402(1)")) == self.PERHAPS

    def test_alone_each_ends_on_its_own(self) -> None:
        """The second act came on the day the first record had ended."""
        convict = self.twice("2023-03-10")
        assert record_end(convict, conviction="c1") == "2023-03-10"
        assert record_end(convict, conviction="c2") == "2024-03-20"

    def test_an_act_on_the_last_day_restarts_the_first_after_the_second(self) -> None:
        """Six years anew from 2024-03-20, and both last until then."""
        convict = self.twice("2023-03-09")
        assert record_end(convict, conviction="c1") == "2030-03-20"
        assert record_end(convict, conviction="c2") == "2030-03-20"

    def test_a_misdemeanour_does_not_interrupt(self) -> None:
        """The word is «преступление», a crime."""
        assert record_end(self.twice("2021-03-10", MISDEMEANOUR), conviction="c1") == "2023-03-10"

    def test_nor_does_one_beside_a_crime_committed_after_expiry(self) -> None:
        """The crime of the second verdict came on the day the first record had ended; the misdemeanour before."""
        second = (offence(MISDEMEANOUR, "2021-03-10"), offence(EXTREMIST_MINOR, "2023-03-10"))
        convict = case(
            convicted(outside(8, "2015-06-01"), prison(years(1)), in_force="2016-03-10", id="c1"),
            convicted(second, restriction(years(1), "2023-03-20"), in_force="2023-03-15", id="c2"),
            events=[released("2017-03-10", conviction="c1")],
        )
        assert record_end(convict, conviction="c1") == "2023-03-10"

    def test_an_act_before_the_first_verdict_does_not_interrupt(self) -> None:
        """No record had begun yet."""
        assert record_end(self.twice("2016-03-09"), conviction="c1") == "2023-03-10"

    def test_the_ban_of_the_last_counts_too(self) -> None:
        """Ban of the second to 2028-03-15, then six years anew: 2034-03-15."""
        convict = case(
            convicted(outside(8, "2015-06-01"), prison(years(1)), in_force="2016-03-10", id="c1"),
            convicted(
                EXTREMIST_MINOR,
                restriction(years(1), "2023-03-20"),
                ban(years(5)),
                in_force="2023-03-15",
                committed="2021-01-10",
                id="c2",
            ),
            events=[released("2017-03-10", conviction="c1")],
        )
        assert record_end(convict, conviction="c1") == "2034-03-15"
        assert record_end(convict, conviction="c2") == "2034-03-15"

    def test_the_longer_record_of_the_last_keeps_the_first(self) -> None:
        """First 3 years anew from 2024-03-08 (2027-03-08), last 6 years (2030-03-08): both to the longest."""
        convict = case(
            convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2020-03-10", id="c1"),
            convicted(ORDINARY_SERIOUS, prison(years(1)), in_force="2023-03-08", committed="2022-01-10", id="c2"),
            events=[released("2021-03-10", conviction="c1"), released("2024-03-08", conviction="c2")],
        )
        assert record_end(convict, conviction="c1") == "2030-03-08"
        assert record_end(convict, conviction="c2") == "2030-03-08"
        said = ["prolonged by a crime" in status(convict, RECORD, conviction=one).because for one in ("c1", "c2")]
        assert said == [True, False]


class TestArt79IllnessIsAReading:
    """One «освобожденное от наказания» has no record, 79(2); whether release for illness is that was not read."""

    CONVICT = case(
        convicted(EXTREMIST_MINOR, prison(years(2)), in_force="2021-03-10"),
        events=[released("2022-03-10", ReleaseGround.ILLNESS)],
    )

    def test_counts_from_release_by_default(self) -> None:
        assert record_end(self.CONVICT) == "2025-03-10"

    def test_none_in_the_other_reading(self) -> None:
        assert record_end(self.CONVICT, kz.LAW.reading(record_after_illness="none")) == "2022-03-10"


class TestArt89Minors:
    """For one under 18 at the act the periods are 1, 2 and 3 years after prison, «сокращаются», 89.

    After a milder punishment 4 months until law 180-VI (2018-07-24), none since; the new rule is milder.
    """

    @pytest.mark.parametrize(
        ("most", "ends"), [(2, "2023-03-10"), (5, "2023-03-10"), (12, "2024-03-10"), (15, "2025-03-10")]
    )
    def test_after_prison(self, most: int, ends: str) -> None:
        convict = case(
            convicted(outside(most, "2019-01-15"), prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-03-10")],
            born="2001-06-01",
        )
        assert record_end(convict) == ends

    def test_no_years_more_against_life_since_2025(self) -> None:
        """Law 210-VIII added no such limb here: three years for an especially serious crime."""
        convict = case(
            convicted(outside(15, "2025-10-10", violent=True), prison(years(1)), in_force="2026-03-10"),
            events=[released("2028-03-10")],
            born="2008-06-01",
        )
        assert record_end(convict) == "2031-03-10"

    @pytest.mark.parametrize(("born", "ends"), [("2001-01-16", "2024-03-10"), ("2001-01-15", "2028-03-10")])
    def test_the_day_of_the_act_decides(self, born: str, ends: str) -> None:
        """Serious crime of 2019-01-15: 2 years the day before the 18th birthday, 6 on it."""
        convict = case(
            convicted(outside(12, "2019-01-15"), prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-03-10")],
            born=born,
        )
        assert record_end(convict) == ends

    EITHER_SIDE = case(
        convicted(
            kz.Offence(
                article="999",
                committed=when("2019-01-01..2019-12-31"),
                form=Form.INTENTIONAL,
                against_life_or_health=False,
                max_imprisonment=12,
            ),
            prison(years(1)),
            in_force="2021-03-10",
        ),
        events=[released("2022-03-10")],
        born="2001-06-01",
    )

    def test_an_act_on_either_side_of_the_18th_birthday(self) -> None:
        """Some day of the year of the birthday: two years or six."""
        assert range_of(status(self.EITHER_SIDE, RECORD).until) == ("2024-03-10", "2028-03-10")

    def test_a_milder_law_for_minors_frees_no_adult(self) -> None:
        """6(1) works back for those it speaks of: from 2023 no record for minors, and still six years for adults."""
        now = kz.LAW.rule("record_of_minor_after_prison")
        none = now.evolve(
            name="no_record_of_minors", since=Date(2023, 1, 1), function=lambda of: of.clock if of.minor else None
        )
        law = kz.LAW.amend(now.evolve(until=Date(2023, 1, 1)), none)
        assert range_of(status(self.EITHER_SIDE, RECORD, law).until) == ("2023-01-01", "2028-03-10")

    @staticmethod
    def restricted(in_force: str, accepted: str, committed: str) -> kz.Case:
        conviction = convicted(EXTREMIST_MINOR, restriction(years(1), accepted), in_force=in_force, committed=committed)
        return case(conviction, born="2000-06-01")

    def test_four_months_after_a_milder_punishment_until_2018(self) -> None:
        """Restriction served on 2017-03-20; four months more: 2017-07-20, before the milder law."""
        assert record_end(self.restricted("2016-03-15", "2016-03-20", "2016-01-11")) == "2017-07-20"

    def test_the_milder_law_cuts_the_four_months_short(self) -> None:
        """Served on 2018-05-20, due to 2018-09-20: the law of 2018-07-24 ends it that day."""
        assert record_end(self.restricted("2017-05-15", "2017-05-20", "2017-01-11")) == "2018-07-24"

    def test_none_since(self) -> None:
        """Served on 2019-03-20: over that day, for an act before the milder law too."""
        assert record_end(self.restricted("2018-03-15", "2018-03-20", "2018-01-11")) == "2019-03-20"

    def test_an_adult_had_none_at_any_time(self) -> None:
        convict = case(
            convicted(
                EXTREMIST_MINOR, restriction(years(1), "2016-03-20"), in_force="2016-03-15", committed="2016-01-11"
            ),
            born="1990-06-01",
        )
        assert record_end(convict) == "2017-03-20"


class TestArt61Conversion:
    """«один день лишения свободы ... за четыре часа общественных работ»: how punishments are converted."""

    def test_evaded_community_service_becomes_at_most_a_day_for_four_hours(self) -> None:
        """200 hours are 50 days; how many were worked is not in the file, so it lasts from none to 50 days."""
        convict = case(
            convicted("274(1)", kz.CommunityService(hours=200), in_force="2021-03-10"),
            events=[kz.Replaced(on=day("2021-06-01"))],
        )
        found = status(convict, PRISON)
        assert (str(found.until.earliest), str(found.until.latest)) == ("2021-06-01", "2021-07-21")
        assert found.until.missing == {"convictions[0].punishments[0].done"}

    def test_fines_are_converted_since_july_2018(self) -> None:
        before, since = (kz.LAW.rule(name) for name in ("conversion_2015", "conversion"))
        assert (before("fine"), since("fine")) == (None, 4)
        assert before("community_service") == since("community_service") == 4
        assert since("corrective_work") == 4
        for kind in ("arrest", "restricted_freedom"):
            assert before(kind) == since(kind) == 1
        assert (before.until, since.since) == (Date(2018, 7, 24), Date(2018, 7, 24))


class TestRequalification:
    """A verdict changed to another article: the record is counted by that article from the decision on."""

    def test_moved_from_a_serious_to_a_medium_crime(self) -> None:
        """Prison served on 2021-02-04; serious + 6 = 2027-02-04; moved to 274(3), medium + 3 = 2024-02-04."""
        convict = case(
            convicted("174(1)", prison(years(2)), in_force="2019-02-05", committed="2018-10-01"),
            events=[
                released("2021-02-04"),
                kz.Requalified(on=day("2022-05-10"), article="174(1)", to="274(3)"),
            ],
        )
        assert record_end(convict) == "2024-02-04"

    def test_not_before_the_decision(self) -> None:
        """Decided on 2025-05-10, when the milder record would have ended already: it ends on that day."""
        convict = case(
            convicted("174(1)", prison(years(2)), in_force="2019-02-05", committed="2018-10-01"),
            events=[
                released("2021-02-04"),
                kz.Requalified(on=day("2025-05-10"), article="174(1)", to="274(3)"),
            ],
        )
        assert record_end(convict) == "2025-05-10"

    @pytest.mark.parametrize(
        ("on", "release", "ends"),
        [
            ("2024-02-01..2024-02-29", "2021-02-04", ("2024-02-04", "2027-02-04")),
            ("2024-02-10", "2021-02-01..2021-02-28", ("2024-02-01", "2027-02-28")),
        ],
    )
    def test_moved_to_a_graver_crime_perhaps_after_expiry(self, on: str, release: str, ends: tuple[str, str]) -> None:
        """Medium + 3 from release, serious + 6; a record that has ended is not revived."""
        convict = case(
            convicted("274(3)", prison(years(2)), in_force="2019-02-05", committed="2018-10-01"),
            events=[released(release), kz.Requalified(on=when(on), article="274(3)", to="174(1)")],
        )
        assert range_of(status(convict, RECORD).until) == ends

    def test_moved_on_from_an_article_outside_the_table(self) -> None:
        """99(1) brings its sanction along, 7 years: serious if on purpose, which the file does not say, else medium.

        From it to 274(3), medium: three years from 2021-02-04.
        """
        first = kz.Requalified(on=day("2022-05-10"), article="174(1)", to="99(1)", max_imprisonment=7)
        second = kz.Requalified(on=day("2022-06-10"), article="99(1)", to="274(3)")
        verdict = convicted("174(1)", prison(years(2)), in_force="2019-02-05", committed="2018-10-01")
        assert record_end(case(verdict, events=[released("2021-02-04"), first])) == (
            "some day from 2024-02-04 to 2027-02-04"
        )
        assert record_end(case(verdict, events=[released("2021-02-04"), first, second])) == "2024-02-04"

    def test_moved_to_a_misdemeanour_perhaps_at_once(self) -> None:
        """In force some day of June, decided some day from the tenth on: no record from then, 79(2)."""
        convict = case(
            convicted("274(1)", restriction(years(3), "2021-07-01"), in_force="2021-06-01..2021-06-30"),
            events=[kz.Requalified(on=when("2021-06-10..2021-08-01"), article="274(1)", to=MISDEMEANOUR)],
        )
        assert range_of(status(convict, RECORD).until) == ("2021-06-10", "2021-08-01")


class TestArt72ParoleFromRestriction:
    """72(2): control for the unserved rest follows parole from imprisonment; restriction of freedom simply ends."""

    def test_no_control_follows(self) -> None:
        convict = case(
            convicted("274(4)", restriction(years(3), "2021-03-20")),
            events=[released("2022-10-03", ReleaseGround.PAROLE)],
        )
        assert end(convict, StatusKind.RESTRICTED_FREEDOM) == "2022-10-03"
        assert not [one for one in kz.timeline(convict).statuses if one.kind is StatusKind.PAROLE]
        assert record_end(convict) == "2022-10-03"
