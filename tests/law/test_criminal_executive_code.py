"""Criminal Executive Code of 5 July 2014 No 234-V: from when terms run, how they end, what convicts must do."""

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
    days,
    detained,
    end,
    imprisoned,
    may,
    months,
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
from kzrights import Duty, Permission, ReleaseGround, StatusKind
from kzrights.facts import Outcome, Remainder
from kzrights.law.acts import CC, CEC, CPC, MIGRATION

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
RESTRICTION = StatusKind.RESTRICTED_FREEDOM


def conditions(of: kz.Case, activity: A, on: str) -> set[str]:
    return {condition.kind for condition in kz.can(of, activity, on=day(on)).conditions}


class TestArt64StartOfRestriction:
    """Restriction runs from the day probation accepts the verdict in force, «со дня принятия», 64."""

    def test_from_acceptance_not_from_the_verdict(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22")))
        assert span(convict, RESTRICTION) == ("2021-03-22", "2022-03-22")

    def test_between_entry_into_force_and_acceptance_it_does_not_run(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22")))
        assert status(convict, RESTRICTION).holds_on(day("2021-03-21")) is False
        assert status(convict, StatusKind.CRIMINAL_RECORD).holds_on(day("2021-03-21"))

    def test_unknown_acceptance_lies_within_ten_days(self) -> None:
        """One has ten days to come (Law on probation, 15(3)): from 2021-03-15 to 2021-03-25."""
        until = status(case(convicted(EXTREMIST_MINOR, restriction(years(1)))), RESTRICTION).until
        assert range_of(until) == ("2022-03-15", "2022-03-25")
        assert until.missing == {"convictions[0].punishments[0].accepted"}

    def test_where_entry_into_force_is_not_known_either_both_facts_are_missing(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1)), in_force="2021-03-10..2021-03-20"))
        missing = status(convict, RESTRICTION).from_.missing
        assert missing == {"convictions[0].in_force", "convictions[0].punishments[0].accepted"}

    def test_a_stated_later_day_counts_as_stated(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-06-01")))
        assert span(convict, RESTRICTION) == ("2021-06-01", "2022-06-01")


class TestArt51CorrectiveWork:
    """Corrective work lasts until its amount is withheld, 51-55; the file may tell of a release before that."""

    WORK = StatusKind.CORRECTIVE_WORK

    def test_until_release(self) -> None:
        convict = case(convicted("274(1)", kz.CorrectiveWork()), events=[released("2021-09-20", ReleaseGround.AMNESTY)])
        assert span(convict, self.WORK) == ("2021-03-15", "2021-09-20")

    def test_else_it_may_have_ended_as_soon_as_the_verdict_was_in_force(self) -> None:
        convict = case(convicted("274(1)", kz.CorrectiveWork(), in_force="2021-03-01..2021-03-31"))
        until = status(convict, self.WORK).until
        assert range_of(until) == ("2021-03-01", "9999-12-31")
        assert until.missing == {"convictions[0].punishments[0].done"}


class TestArt73StartOfTheBan:
    """A ban is executed from service of the punishment and registration, else from entry into force, 73(1)-(2)."""

    def test_beside_restriction_acceptance_does_not_matter(self) -> None:
        """The ban runs from 2021-03-15 though probation accepts the verdict in June."""
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-06-01"), ban(years(2))))
        assert span(convict, StatusKind.ACTIVITY_BAN) == ("2021-03-15", "2023-03-15")

    def test_unknown_acceptance_leaves_the_ban_exact(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1)), ban(years(2))))
        assert span(convict, StatusKind.ACTIVITY_BAN) == ("2021-03-15", "2023-03-15")


class TestArt165LastDay:
    """A term ends on «последний день срока», 165(1): the day before the number on which it began, 165(2)."""

    @pytest.mark.parametrize(
        ("accepted", "term", "first_day_without"),
        [
            ("2021-03-22", years(1), "2022-03-22"),  # last day 2022-03-21
            ("2021-03-31", months(1), "2021-04-30"),  # April has no 31st
            ("2021-01-31", months(1), "2021-02-28"),
            ("2024-01-31", months(1), "2024-02-29"),  # a leap year
            ("2024-02-29", years(1), "2025-02-28"),
            ("2021-03-22", days(10), "2021-04-01"),
        ],
    )
    def test_restriction(self, accepted: str, term: kz.Term, first_day_without: str) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(term, accepted), in_force=accepted, committed="2019-01-15")
        )
        assert end(convict, RESTRICTION) == first_day_without
        assert record_end(convict) == first_day_without

    @pytest.mark.parametrize(
        ("in_force", "freed"),
        [
            ("2021-03-15", "2022-03-14"),  # a Monday
            ("2021-03-20", "2022-03-18"),  # last day Saturday, 19 March: freed on Friday
            ("2022-03-20", "2023-03-17"),  # last day Sunday, 19 March: Monday to Friday is the week
            ("2022-05-10", "2023-05-05"),  # last day 9 May, Victory Day, a Tuesday; 7 May, a Sunday, moved to Monday
        ],
    )
    def test_prison_frees_on_the_working_day_before_a_day_off(self, in_force: str, freed: str) -> None:
        """«Если срок оканчивается в выходной или праздничный день», 165(2)."""
        convict = case(convicted(EXTREMIST_SERIOUS, prison(years(1)), in_force=in_force))
        assert end(convict, StatusKind.IMPRISONMENT) == freed


class TestArt175ControlOfAConditionalSentence:
    """Control runs from registration with the probation service, «с момента постановки на учет», 175."""

    def test_from_registration(self) -> None:
        convict = case(convicted(ORDINARY_SERIOUS, suspended(years(2), "2021-03-20")))
        assert span(convict, StatusKind.SUSPENDED_SENTENCE) == ("2021-03-20", "2023-03-20")


class TestArt11StayInKazakhstan:
    """Convicts «не покидать территорию» of Kazakhstan until the main punishment is fully served, 11(1)(5)."""

    def test_restriction(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22"), ban(years(3))))
        assert may(convict, A.LEAVE_COUNTRY, "2022-03-21") is PROHIBITED

    def test_the_additional_punishment_does_not_count(self) -> None:
        """The ban runs to 2024-03-15, the record with it; the border is open from 2022-03-22."""
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22"), ban(years(3))))
        assert may(convict, A.LEAVE_COUNTRY, "2022-03-22") is ALLOWED

    def test_conditional_sentence_until_control_is_over(self) -> None:
        convict = case(convicted(ORDINARY_SERIOUS, suspended(years(2), "2021-03-20")))
        assert may(convict, A.LEAVE_COUNTRY, "2023-03-19") is PROHIBITED
        assert may(convict, A.LEAVE_COUNTRY, "2023-03-20") is ALLOWED

    def test_parole_until_its_control_is_over(self) -> None:
        convict = case(
            convicted(EXTREMIST_SERIOUS, prison(years(3))),
            events=[released("2023-02-01", ReleaseGround.PAROLE, term=years(1), duties=())],
        )
        assert may(convict, A.LEAVE_COUNTRY, "2024-01-31") is PROHIBITED
        assert may(convict, A.LEAVE_COUNTRY, "2024-02-01") is ALLOWED

    def test_a_fine_until_it_is_paid(self) -> None:
        convict = case(convicted("274(1)", kz.Fine(paid=day("2021-05-03"))))
        assert may(convict, A.LEAVE_COUNTRY, "2021-05-02") is PROHIBITED
        assert may(convict, A.LEAVE_COUNTRY, "2021-05-03") is ALLOWED

    def test_one_released_with_a_record_may_leave(self) -> None:
        convict = imprisoned(EXTREMIST_SERIOUS, "2021-03-10", "2022-03-10")
        assert may(convict, A.LEAVE_COUNTRY, "2022-03-10") is ALLOWED

    def test_all_convicts_not_only_of_crimes(self) -> None:
        convict = case(convicted(MISDEMEANOUR, kz.CommunityService(hours=100)))
        assert may(convict, A.LEAVE_COUNTRY, "2021-04-01") is not ALLOWED

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.EMIGRATE])
    @pytest.mark.parametrize(
        "punishment",
        [
            prison(years(2)),
            restriction(years(1), "2021-03-22"),
            suspended(years(2), "2021-03-20"),
            kz.CommunityService(hours=100),
            kz.CorrectiveWork(),
            kz.Fine(),
        ],
        ids=lambda punishment: punishment.kind,
    )
    def test_whatever_the_punishment(self, punishment: kz.Punishment, activity: A) -> None:
        convict = case(convicted("274(1)", punishment))
        assert CEC / "11(1)(5)" not in cited(convict, activity, "2021-03-14")
        assert CEC / "11(1)(5)" in cited(convict, activity, "2021-03-24")

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.EMIGRATE])
    def test_on_parole_it_is_cited_for_both_ways_to_leave(self, activity: A) -> None:
        assert CEC / "11(1)(5)" in cited(TestArt169DutiesOnParole.CONVICT, activity, "2023-06-01")


class TestPrison:
    """«Изоляция от общества», Criminal Code 46(1); other rights stay «с ограничениями», the other Code, 9(2)."""

    CONVICT = case(convicted("274(1)", prison(years(2))))

    @pytest.mark.parametrize(
        "activity", [A.LEAVE_HOME_AT_NIGHT, A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE, A.ATTEND_ASSEMBLY]
    )
    def test_one_does_not_leave_the_institution(self, activity: A) -> None:
        assert may(self.CONVICT, activity, "2021-03-15") is PROHIBITED
        assert CC / "46(1)" in cited(self.CONVICT, activity, "2021-03-15")

    @pytest.mark.parametrize("activity", A)
    def test_what_can_be_done_inside_is_open(self, activity: A) -> None:
        """Work, civic life and family depend on a regime that was not read; assemblies are barred by other words."""
        inside = activity.field in ("work", "civic", "family") and not activity.value.endswith("_assembly")
        assert (CEC / "9(2)" in cited(self.CONVICT, activity, "2021-03-15")) is inside


class TestVerdictOfTheNewCodeForAnOlderAct:
    """Punishments are executed by the law of the day they are executed; the act was in 2014, the verdict in 2015."""

    @pytest.mark.parametrize(
        ("punishment", "kind"),
        [
            (restriction(years(1), "2015-03-20"), StatusKind.RESTRICTED_FREEDOM),
            (suspended(years(1), "2015-03-20"), StatusKind.SUSPENDED_SENTENCE),
            (kz.CommunityService(hours=100), StatusKind.COMMUNITY_SERVICE),
            (kz.CorrectiveWork(), StatusKind.CORRECTIVE_WORK),
            (kz.Fine(), StatusKind.FINE_DUE),
            (prison(years(1)), StatusKind.IMPRISONMENT),
        ],
    )
    def test_it_has_its_status(self, punishment: kz.Punishment, kind: StatusKind) -> None:
        convict = case(convicted("405(2)", punishment, ban(years(1)), committed="2014-11-05", in_force="2015-03-15"))
        also = {StatusKind.ACTIVITY_BAN, StatusKind.CRIMINAL_RECORD, StatusKind.LISTED}
        assert {one.kind for one in kz.timeline(convict).statuses} >= {kind, *also}

    @pytest.mark.parametrize(
        ("punishment", "event", "kind"),
        [
            (prison(years(3)), released("2017-01-10", ReleaseGround.PAROLE, term=years(1)), StatusKind.PAROLE),
            (
                prison(years(3)),
                released("2017-01-10", ReleaseGround.REPLACED, remainder_as=Remainder.RESTRICTED_FREEDOM),
                StatusKind.RESTRICTED_FREEDOM,
            ),
            (restriction(years(3), "2015-03-20"), kz.Replaced(on=day("2015-09-20")), StatusKind.IMPRISONMENT),
            (prison(years(3)), kz.Quashed(on=day("2016-01-10"), outcome=Outcome.ACQUITTED), StatusKind.REHABILITATED),
        ],
    )
    def test_so_has_what_became_of_it(self, punishment: kz.Punishment, event: kz.Event, kind: StatusKind) -> None:
        convict = case(convicted("274(1)", punishment, committed="2014-11-05", in_force="2015-03-15"), events=[event])
        assert kind in {one.kind for one in kz.timeline(convict).statuses}


class TestMigration56Emigration:
    """Law on migration 56(2)-(3): leaving for good is refused to suspects, and «до отбытия наказания» to convicts."""

    def test_cited_beside_the_code(self) -> None:
        parole = case(
            convicted(EXTREMIST_SERIOUS, prison(years(3))),
            events=[released("2023-02-01", ReleaseGround.PAROLE, term=years(1), duties=())],
        )
        restricted = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22")))
        conditional = case(convicted("274(1)", suspended(years(1), "2021-03-22")))
        serving = ((parole, "2023-06-01"), (parole, "2022-06-01"), (restricted, "2021-06-01"))
        for convict, on in (*serving, (conditional, "2021-06-01")):
            answer = kz.can(convict, A.EMIGRATE, on=day(on))
            assert answer.permission is PROHIBITED
            assert {reason.rule.provision.act.number for reason in answer.reasons} >= {"22.07.2011 No 477-IV"}

    def test_suspects_too(self) -> None:
        custody = kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day("2020-11-01"), to=day("2021-03-14"))
        assert may(case(custody=[custody]), A.EMIGRATE, "2021-03-14") is PROHIBITED
        assert may(case(custody=[custody]), A.EMIGRATE, "2021-03-15") is ALLOWED


class TestArt66Duties:
    """Under restriction one notifies probation before leaving the district or moving home, «уведомлять», 66(1)."""

    CONVICT = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22")))

    @pytest.mark.parametrize("activity", [A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE])
    def test_notice_while_it_runs(self, activity: A) -> None:
        assert may(self.CONVICT, activity, "2021-03-22") is CONDITIONAL
        assert conditions(self.CONVICT, activity, "2021-06-01") == {"notice"}
        assert may(self.CONVICT, activity, "2022-03-22") is ALLOWED

    @pytest.mark.parametrize(("duties", "permission"), [((), ALLOWED), ((Duty.NIGHT_CURFEW,), PROHIBITED)])
    def test_hours_at_home_only_if_the_verdict_says_so(self, duties: tuple[Duty, ...], permission: Permission) -> None:
        """Criminal Code 44(2) leaves other duties to the court."""
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22", duties)))
        assert may(convict, A.LEAVE_HOME_AT_NIGHT, "2021-06-01") is permission

    def test_unknown_duties_leave_it_unclear_and_name_the_fact(self) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22", None)))
        answer = kz.can(convict, A.LEAVE_HOME_AT_NIGHT, on=day("2021-06-01"))
        assert answer.permission is UNCLEAR
        assert [fact.path for fact in answer.missing] == ["convictions[0].punishments[0].duties"]

    @pytest.mark.parametrize(("on", "edition"), [("2025-09-15", "2015-01-01"), ("2025-09-16", "2025-09-16")])
    def test_hours_at_home_are_named_since_law_210(self, on: str, edition: str) -> None:
        """Law of 16.07.2025 No 210-VIII: «не покидать место жительства в определенное время», Criminal Code 44(2)."""
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(2), "2024-03-22", (Duty.NIGHT_CURFEW,)), in_force="2024-03-15")
        )
        (reason,) = kz.can(convict, A.LEAVE_HOME_AT_NIGHT, on=day(on)).reasons
        assert (reason.permission, str(reason.edition)) == (PROHIBITED, edition)

    @pytest.mark.parametrize("on", ["2025-09-15", "2025-09-16"])
    def test_without_the_duty_no_edition_sets_hours(self, on: str) -> None:
        convict = case(convicted(EXTREMIST_MINOR, restriction(years(2), "2024-03-22"), in_force="2024-03-15"))
        assert may(convict, A.LEAVE_HOME_AT_NIGHT, on) is ALLOWED


class TestDutiesOnConditionalSentence:
    """A court may lay on one sentenced conditionally the duties of 44(2); a move asks notice, Criminal Code 63, 64."""

    @pytest.mark.parametrize(("duties", "permission"), [((), ALLOWED), ((Duty.NIGHT_CURFEW,), PROHIBITED)])
    def test_hours_at_home(self, duties: tuple[Duty, ...], permission: Permission) -> None:
        sentence = kz.SuspendedImprisonment(term=years(2), registered=day("2021-03-20"), duties=duties)
        assert may(case(convicted("274(1)", sentence)), A.LEAVE_HOME_AT_NIGHT, "2021-06-01") is permission

    def test_a_move(self) -> None:
        convict = case(convicted("274(1)", suspended(years(2), "2021-03-20")))
        assert may(convict, A.CHANGE_RESIDENCE, "2023-03-19") is CONDITIONAL
        assert conditions(convict, A.CHANGE_RESIDENCE, "2023-03-19") == {"notice"}
        assert may(convict, A.CHANGE_RESIDENCE, "2023-03-20") is ALLOWED


class TestCustodyBeforeTheVerdict:
    """Detention is «изоляция», Criminal Procedure Code 147; house arrest is what the judge orders of it, 146."""

    DETAINED = case(custody=[detained("2020-11-01", "2021-03-14")])
    AT_HOME = case(custody=[detained("2020-11-01", "2021-03-14", kz.CustodyKind.HOUSE_ARREST)])

    @pytest.mark.parametrize(
        "activity",
        [A.LEAVE_HOME_AT_NIGHT, A.LEAVE_DISTRICT, A.LEAVE_COUNTRY, A.CHANGE_RESIDENCE, A.EMIGRATE, A.ATTEND_ASSEMBLY],
    )
    def test_detention(self, activity: A) -> None:
        days = ("2020-10-31", "2020-11-01", "2021-03-14", "2021-03-15")
        assert [may(self.DETAINED, activity, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]
        assert CPC / "147" in cited(self.DETAINED, activity, "2020-11-01")

    @pytest.mark.parametrize(
        "activity",
        [
            A.LEAVE_HOME_AT_NIGHT,
            A.LEAVE_DISTRICT,
            A.CHANGE_RESIDENCE,
            A.ATTEND_ASSEMBLY,
            A.GIVE_INTERVIEWS,
            A.POST_ON_SOCIAL_MEDIA,
        ],
    )
    def test_house_arrest_leaves_open_what_the_judge_may_order(self, activity: A) -> None:
        assert may(self.AT_HOME, activity, "2020-11-01") is UNCLEAR
        assert may(self.AT_HOME, activity, "2021-03-15") is ALLOWED

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.EMIGRATE])
    def test_house_arrest_keeps_in_kazakhstan(self, activity: A) -> None:
        assert may(self.AT_HOME, activity, "2020-11-01") is PROHIBITED
        assert CPC / "146" in cited(self.AT_HOME, activity, "2020-11-01")

    @pytest.mark.parametrize("custody", [DETAINED, AT_HOME])
    def test_emigration_is_refused_by_the_law_on_migration_too(self, custody: kz.Case) -> None:
        assert MIGRATION / "56" in cited(custody, A.EMIGRATE, "2020-11-01")


class TestHouseArrestChanged:
    """A measure is changed to a stricter or lighter one, «изменена», Criminal Procedure Code 153."""

    AT_HOME = detained("2020-11-01", "2021-03-14", kz.CustodyKind.HOUSE_ARREST)
    HOME, HELD = StatusKind.HOUSE_ARREST, StatusKind.DETENTION

    def changed(self, on: str, to: kz.HouseArrestBecame, *convictions: kz.Conviction) -> kz.Case:
        event = kz.HouseArrestChanged(on=when(on), to=to)
        return case(*convictions, custody=[self.AT_HOME], events=[event])

    def test_to_detention_until_the_verdict_is_in_force(self) -> None:
        verdict = convicted("274(1)", prison(years(2)))
        person = self.changed("2021-01-10", kz.HouseArrestBecame.DETENTION, verdict)
        assert span(person, self.HOME) == ("2020-11-01", "2021-01-10")
        assert span(person, self.HELD) == ("2021-01-10", "2021-03-15")

    def test_to_release(self) -> None:
        person = self.changed("2021-01-10", kz.HouseArrestBecame.RELEASED)
        assert span(person, self.HOME) == ("2020-11-01", "2021-01-10")
        assert not statuses(person, self.HELD)

    def test_a_verdict_before_it_does_not_end_detention(self) -> None:
        """That of 2019 concerns another act; that of 2021-03-15 ends it."""
        older = convicted("274(1)", kz.Fine(paid=day("2019-07-01")), id="c1", in_force="2019-06-03")
        verdict = convicted("274(1)", prison(years(2)), id="c2", committed="2020-10-15")
        person = self.changed("2021-01-10", kz.HouseArrestBecame.DETENTION, older, verdict)
        assert span(person, self.HELD) == ("2021-01-10", "2021-03-15")

    def test_on_a_day_not_known_exactly(self) -> None:
        person = self.changed("2021-01-10..2021-01-20", kz.HouseArrestBecame.RELEASED)
        until = status(person, self.HOME).until
        assert range_of(until) == ("2021-01-10", "2021-01-20")
        assert until.missing == {"events[0].on"}

    def test_on_a_day_that_may_be_after_its_end(self) -> None:
        """The arrest ended on 2021-03-14 at the latest."""
        person = self.changed("2021-03-10..2021-03-20", kz.HouseArrestBecame.RELEASED)
        assert range_of(status(person, self.HOME).until) == ("2021-03-10", "2021-03-15")

    def test_after_its_end_it_changes_nothing(self) -> None:
        person = self.changed("2021-03-15", kz.HouseArrestBecame.RELEASED)
        assert span(person, self.HOME) == ("2020-11-01", "2021-03-15")

    def arrested(self, first: str, last: str, changed_on: str) -> kz.Case:
        change = kz.HouseArrestChanged(on=when(changed_on), to=kz.HouseArrestBecame.RELEASED)
        return case(custody=[detained(first, last, kz.CustodyKind.HOUSE_ARREST)], events=[change])

    def test_surely_after_its_end_the_day_of_the_change_is_no_missing_fact(self) -> None:
        """Ended by 2021-03-14, changed on 2021-03-15 at the soonest."""
        until = status(self.arrested("2020-11-01", "2021-03-09..2021-03-14", "2021-03-15..2021-03-20"), self.HOME).until
        assert range_of(until) == ("2021-03-10", "2021-03-15")
        assert until.missing == {"custody[0].to"}

    def test_before_it_began_it_changes_nothing(self) -> None:
        person = self.arrested("2020-11-01", "2021-03-14", "2020-10-31")
        assert span(person, self.HOME) == ("2020-11-01", "2021-03-15")

    def test_on_its_first_day_leaves_nothing_of_it(self) -> None:
        assert not statuses(self.arrested("2020-11-01", "2021-03-14", "2020-11-01"), self.HOME)

    def test_on_a_day_on_which_it_may_not_have_begun_yet(self) -> None:
        until = status(self.arrested("2020-11-01..2020-11-10", "2021-03-14", "2020-11-05"), self.HOME).until
        assert range_of(until) == ("2020-11-05", "2021-03-15")

    def test_on_several_days_on_the_first_of_which_it_may_not_have_begun(self) -> None:
        person = self.arrested("2020-11-01..2020-11-10", "2021-03-14", "2020-11-05..2020-11-15")
        assert range_of(status(person, self.HOME).until) == ("2020-11-05", "2021-03-15")

    def test_at_the_latest_on_its_first_day(self) -> None:
        person = self.arrested("2020-11-01", "2021-03-14", "2020-10-20..2020-11-01")
        assert status(person, self.HOME).until.missing == {"events[0].on"}

    def test_to_detention_perhaps_only_after_a_verdict_was_in_force(self) -> None:
        """Then that verdict concerns another act, and none in the file ends detention."""
        verdict = convicted("274(1)", prison(years(2)))
        person = self.changed("2021-03-10..2021-03-20", kz.HouseArrestBecame.DETENTION, verdict)
        assert range_of(status(person, self.HELD).until) == ("2021-03-15", "9999-12-31")

    def test_to_detention_on_the_day_the_verdict_is_in_force(self) -> None:
        """Detention lasts until then: nothing is left of it."""
        verdict = convicted("274(1)", prison(years(2)))
        for on in ("2021-03-15", "2021-03-01..2021-03-15"):
            found = statuses(self.changed(on, kz.HouseArrestBecame.DETENTION, verdict), self.HELD)
            assert all(str(one.until) == "2021-03-15" for one in found)
        assert not statuses(self.changed("2021-03-15", kz.HouseArrestBecame.DETENTION, verdict), self.HELD)

    def test_a_verdict_that_may_be_older_may_concern_another_act(self) -> None:
        """In force some day of January: ended by it on the tenth at the soonest, or never."""
        verdict = convicted("274(1)", prison(years(2)), in_force="2021-01-01..2021-01-31", committed="2020-10-15")
        until = status(self.changed("2021-01-10", kz.HouseArrestBecame.DETENTION, verdict), self.HELD).until
        assert range_of(until) == ("2021-01-10", "9999-12-31")
        assert "convictions[0].in_force" in until.missing


class TestArt169DutiesOnParole:
    """On parole: at home at the hours set, notice of a move, other places only with leave, «с разрешения», 169(8)."""

    CONVICT = case(
        convicted(EXTREMIST_SERIOUS, prison(years(3))),
        events=[released("2023-02-01", ReleaseGround.PAROLE, term=years(1), duties=())],
    )

    @pytest.mark.parametrize(
        ("activity", "kind"),
        [(A.LEAVE_HOME_AT_NIGHT, "hours"), (A.CHANGE_RESIDENCE, "notice"), (A.LEAVE_DISTRICT, "permission")],
    )
    def test_while_control_lasts(self, activity: A, kind: str) -> None:
        assert may(self.CONVICT, activity, "2024-01-31") is CONDITIONAL
        assert conditions(self.CONVICT, activity, "2024-01-31") == {kind}
        assert may(self.CONVICT, activity, "2024-02-01") is ALLOWED
