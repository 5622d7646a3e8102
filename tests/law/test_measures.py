"""Measures before the verdict that leave liberty, and what prosecution alone closes: CPC 136-165 and other laws."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    MISDEMEANOUR,
    ORDINARY_SERIOUS,
    case,
    convicted,
    day,
    freely,
    may,
    offence,
    outside,
    prison,
    range_of,
    released,
    span,
    statuses,
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import MeasureDuty, Permission, ProsecutionEnd, StatusKind
from kzrights.contradictions import contradictions
from kzrights.facts.measures import POSTS

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
ORDINARY_MINOR = "274(1)"
"""False information: a crime of minor gravity, neither extremist nor terrorist."""


def prosecuted(
    of: str | kz.Offence | None = ORDINARY_MINOR,
    first: str = "2024-03-04",
    last: str | None = "2025-02-10",
    accused: str | None = None,
    ended: ProsecutionEnd | None = None,
    **more: Any,
) -> kz.Prosecution:
    """Return a prosecution for an act of 2023-11-15."""
    offences = None if of is None else [offence(of, "2023-11-15") if isinstance(of, str) else of]
    return kz.Prosecution(
        from_=when(first),
        to=when(last) if last else None,
        accused=when(accused) if accused else None,
        offences=offences,
        ended=ended,
        **more,
    )


def under(*measures: kz.Measure, **more: Any) -> kz.Case:
    return case(measures=measures, **more)


def undertaking(*duties: MeasureDuty, first: str = "2024-03-04", last: str | None = "2024-05-03") -> kz.Case:
    return under(
        kz.UndertakingNotToLeave(from_=when(first), to=when(last) if last else None, duties=duties),
    )


def kinds(of: kz.Case, activity: A, on: str) -> set[str]:
    return {one.kind for one in kz.can(of, activity, on=day(on)).conditions}


def missing(of: kz.Case, activity: A, on: str) -> set[str]:
    return {one.path for one in kz.can(of, activity, on=day(on)).missing}


AROUND = ("2024-03-03", "2024-03-04", "2024-05-03", "2024-05-04")
"""The day before, the first, the last and the first day after of what runs from 2024-03-04 to 2024-05-03."""
ONLY_INSIDE = [ALLOWED, CONDITIONAL, CONDITIONAL, ALLOWED]


class TestArt141Undertaking:
    """«Не покидать постоянное или временное место жительства (населенный пункт) без разрешения», CPC 141."""

    @pytest.mark.parametrize("activity", [A.LEAVE_DISTRICT, A.LEAVE_COUNTRY, A.CHANGE_RESIDENCE])
    def test_leaves_the_settlement_with_permission(self, activity: A) -> None:
        assert freely(undertaking(), *AROUND, activity=activity) == ONLY_INSIDE
        assert kinds(undertaking(), activity, "2024-04-01") == {"permission"}

    @pytest.mark.parametrize("activity", [A.LEAVE_HOME_AT_NIGHT, A.VOTE, A.FORMAL_EMPLOYMENT, A.POST_ON_SOCIAL_MEDIA])
    def test_other_activity_is_free(self, activity: A) -> None:
        assert may(undertaking(), activity, "2024-04-01") is ALLOWED

    def test_lasts_while_no_last_day_is_given(self) -> None:
        person = undertaking(last=None)
        assert span(person, StatusKind.UNDERTAKING_NOT_TO_LEAVE) == ("2024-03-04", "never")
        assert may(person, A.LEAVE_DISTRICT, "2026-10-01") is CONDITIONAL

    def test_ends_with_death(self) -> None:
        person = under(kz.UndertakingNotToLeave(from_=day("2024-03-04")), events=[kz.Death(on=day("2024-04-10"))])
        assert span(person, StatusKind.UNDERTAKING_NOT_TO_LEAVE)[1] == "2024-04-10"

    def test_uncertain_days_leave_the_edges_open(self) -> None:
        person = undertaking(first="2024-03-01..2024-03-31", last="2024-05-01..2024-05-31")
        days = ("2024-02-29", "2024-03-15", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-01")
        expected = [ALLOWED, UNCLEAR, CONDITIONAL, CONDITIONAL, UNCLEAR, ALLOWED]
        assert freely(person, *days, activity=A.LEAVE_DISTRICT) == expected
        assert missing(person, A.LEAVE_DISTRICT, "2024-03-15") == {"measures[0].from", "measures[0].to"}

    def test_a_file_without_measures_answers_as_before(self) -> None:
        assert statuses(case(), StatusKind.PROSECUTED) == []
        assert {may(case(), activity, "2024-04-01") for activity in A} == {ALLOWED}


RESTRAINTS = (kz.UndertakingNotToLeave, kz.PersonalSurety, kz.Bail)


@pytest.mark.parametrize("kind", RESTRAINTS)
class TestArt140Duties:
    """«При применении меры пресечения, не связанной с содержанием под стражей», duties may be laid, CPC 140(3)."""

    def person(self, kind: type[kz.Bail], *duties: MeasureDuty) -> kz.Case:
        return under(kind(from_=day("2024-03-04"), to=day("2024-05-03"), duties=duties))

    def test_not_leaving_the_residence(self, kind: type[kz.Bail]) -> None:
        """140(3)(2): without permission; whether the settlement or the home is meant is not said, as 141 says it."""
        person = self.person(kind, MeasureDuty.STAY_AT_RESIDENCE)
        assert freely(person, *AROUND, activity=A.LEAVE_DISTRICT) == ONLY_INSIDE
        assert freely(person, *AROUND, activity=A.LEAVE_HOME_AT_NIGHT) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]
        assert missing(person, A.LEAVE_HOME_AT_NIGHT, "2024-04-01") == set()

    def test_notice_of_moves(self, kind: type[kz.Bail]) -> None:
        """140(3)(3)."""
        person = self.person(kind, MeasureDuty.NOTIFY_OF_MOVES)
        assert freely(person, *AROUND, activity=A.CHANGE_RESIDENCE) == ONLY_INSIDE
        assert "notice" in kinds(person, A.CHANGE_RESIDENCE, "2024-04-01")

    def test_places(self, kind: type[kz.Bail]) -> None:
        """140(3)(4)."""
        person = self.person(kind, MeasureDuty.AVOID_PLACES)
        assert freely(person, *AROUND, activity=A.ATTEND_ASSEMBLY) == ONLY_INSIDE

    def test_none_ordered(self, kind: type[kz.Bail]) -> None:
        person = self.person(kind)
        assert may(person, A.ATTEND_ASSEMBLY, "2024-04-01") is ALLOWED
        assert may(person, A.LEAVE_HOME_AT_NIGHT, "2024-04-01") is ALLOWED

    @pytest.mark.parametrize("activity", [A.LEAVE_HOME_AT_NIGHT, A.ATTEND_ASSEMBLY])
    def test_not_known(self, kind: type[kz.Bail], activity: A) -> None:
        person = under(kind(from_=day("2024-03-04"), to=day("2024-05-03")))
        assert freely(person, *AROUND, activity=activity) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]
        assert missing(person, activity, "2024-04-01") == {"measures[0].duties"}


def test_surety_and_bail_alone_leave_travel_free() -> None:
    """142 and 145 name no duty but to appear and to behave properly."""
    for kind in (kz.PersonalSurety, kz.Bail):
        person = under(kind(from_=day("2024-03-04"), duties=()))
        assert may(person, A.LEAVE_DISTRICT, "2024-04-01") is ALLOWED
        assert may(person, A.LEAVE_COUNTRY, "2024-04-01") is ALLOWED


class TestArt140OneMeasureAtATime:
    """«Не могут применяться одновременно две и более меры пресечения», CPC 140(1): warned of, not refused."""

    def bail(self, first: str, last: str | None = None) -> kz.Bail:
        return kz.Bail(from_=when(first), to=when(last) if last else None, duties=())

    def test_two_at_once(self) -> None:
        (warning,) = contradictions(under(self.bail("2024-03-04", "2024-05-03"), self.bail("2024-05-02")))
        assert warning.startswith("measures[1]: ")
        assert warning.endswith("(Criminal Procedure Code, art. 140(1))")

    def test_changed_on_one_day(self) -> None:
        assert contradictions(under(self.bail("2024-03-04", "2024-05-03"), self.bail("2024-05-03"))) == ()

    def test_perhaps_one_after_the_other(self) -> None:
        first = self.bail("2024-03-04", "2024-04-01..2024-05-31")
        assert contradictions(under(first, self.bail("2024-05-02"))) == ()

    @pytest.mark.parametrize(
        ("kind", "named"), [("detention", True), ("house_arrest", True), ("administrative_arrest", False)]
    )
    def test_beside_custody(self, kind: str, named: bool) -> None:
        held = kz.Custody(kind=kz.CustodyKind(kind), from_=day("2024-03-04"), to=day("2024-05-03"))
        assert bool(contradictions(under(self.bail("2024-04-01"), custody=[held]))) is named

    def test_open_ended_beyond_a_verdict(self) -> None:
        verdict = convicted(ORDINARY_MINOR, prison(years(1)), in_force="2024-06-10", committed="2023-11-15")
        (warning,) = contradictions(case(verdict, measures=[self.bail("2024-03-04")]))
        assert warning.startswith("measures[0].to: ")
        assert contradictions(case(verdict, measures=[self.bail("2024-06-11")])) == ()


class TestArt156DutyToAppear:
    """«В случае перемены места жительства незамедлительно сообщать об этом», CPC 156(1)."""

    def test_moves_are_reported(self) -> None:
        person = under(kz.DutyToAppear(from_=day("2024-03-04"), to=day("2024-05-03")))
        assert freely(person, *AROUND, activity=A.CHANGE_RESIDENCE) == ONLY_INSIDE
        assert kinds(person, A.CHANGE_RESIDENCE, "2024-04-01") == {"notice"}
        assert may(person, A.LEAVE_DISTRICT, "2024-04-01") is ALLOWED


class TestArt158Suspension:
    """«Отстранить от должности»: the post held, CPC 158(1); «на другой должности» one may work, 158(7)."""

    def person(self, *posts: A) -> kz.Case:
        return under(
            prosecuted(last=None, accused="2024-03-04"),
            kz.SuspensionFromOffice(from_=day("2024-03-04"), to=day("2024-05-03"), posts=posts or None),
        )

    def test_the_post_held(self) -> None:
        person = self.person(A.CIVIL_SERVICE)
        assert freely(person, *AROUND, activity=A.CIVIL_SERVICE) == ONLY_INSIDE
        assert kinds(person, A.CIVIL_SERVICE, "2024-04-01") == {"part"}

    def test_other_work_is_free(self) -> None:
        assert may(self.person(A.CIVIL_SERVICE), A.FORMAL_EMPLOYMENT, "2024-04-01") is ALLOWED

    @pytest.mark.parametrize("activity", [one for one in POSTS if one is not A.NOTARY])
    def test_a_post_not_stated(self, activity: A) -> None:
        person = self.person()
        assert freely(person, *AROUND, activity=activity) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]
        assert missing(person, activity, "2024-04-01") == {"measures[1].posts"}

    def test_trade_is_no_post(self) -> None:
        assert may(self.person(), A.SOLE_TRADE, "2024-04-01") is ALLOWED


class TestArt161PropertyArrest:
    """«Запрет, адресованный собственнику, распоряжаться» what is under arrest, CPC 161(2); accounts, 163(12)."""

    KEPT = (
        (kz.Property.REAL_ESTATE, A.TRADE_REAL_ESTATE),
        (kz.Property.VEHICLE, A.REGISTER_VEHICLE),
        (kz.Property.MONEY, A.USE_BANK_ACCOUNT),
        (kz.Property.MONEY, A.SEND_TRANSFER),
        (kz.Property.SECURITIES, A.TRADE_SECURITIES),
    )

    def person(self, *things: kz.Property) -> kz.Case:
        return under(kz.PropertyArrest(from_=day("2024-03-04"), to=day("2024-05-03"), property=things or None))

    @pytest.mark.parametrize(("thing", "activity"), KEPT)
    def test_what_is_under_arrest(self, thing: kz.Property, activity: A) -> None:
        assert freely(self.person(thing), *AROUND, activity=activity) == ONLY_INSIDE
        assert kinds(self.person(thing), activity, "2024-04-01") == {"part"}
        assert may(self.person(kz.Property.OTHER), activity, "2024-04-01") is ALLOWED

    @pytest.mark.parametrize(("_thing", "activity"), KEPT)
    def test_not_known_what(self, _thing: kz.Property, activity: A) -> None:
        assert freely(self.person(), *AROUND, activity=activity) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]
        assert missing(self.person(), activity, "2024-04-01") == {"measures[0].property"}

    def test_says_nothing_of_the_owner(self) -> None:
        """161(8): property of others may be put under arrest too, so it makes nobody a suspect."""
        assert statuses(self.person(kz.Property.OTHER), StatusKind.PROSECUTED) == []


class TestProsecution:
    """Only a suspect or accused is put under measures, CPC 140(1), 155(1)."""

    def test_as_stated(self) -> None:
        person = under(prosecuted(accused="2024-10-01"))
        assert span(person, StatusKind.PROSECUTED) == ("2024-03-04", "2025-02-11")
        assert span(person, StatusKind.ACCUSED) == ("2024-10-01", "2025-02-11")

    @pytest.mark.parametrize("kind", [*RESTRAINTS, kz.DutyToAppear, kz.SuspensionFromOffice])
    def test_as_a_measure_implies(self, kind: type[kz.Bail]) -> None:
        person = under(kind(from_=day("2024-03-04"), to=day("2024-05-03")))
        assert span(person, StatusKind.PROSECUTED) == ("2024-03-04", "2024-05-04")

    def test_one_whom_a_measure_implies_may_be_an_accused_from_its_first_day(self) -> None:
        """Bail says that there is a suspect or an accused, 140(1), and not which: an advocate's licence is unclear."""
        person = under(kz.Bail(from_=day("2024-03-04"), to=day("2024-05-03"), duties=()))
        assert freely(person, *AROUND, activity=A.ADVOCATE) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]

    def test_a_measure_within_a_stated_one_implies_no_other(self) -> None:
        measure = kz.DutyToAppear(from_=day("2024-03-04"), to=day("2025-02-10"))
        assert len(statuses(under(prosecuted(), measure), StatusKind.PROSECUTED)) == 1
        longer = kz.DutyToAppear(from_=day("2024-03-04"), to=day("2025-02-11"))
        assert len(statuses(under(prosecuted(), longer), StatusKind.PROSECUTED)) == 2

    def test_accused_since_an_unknown_day(self) -> None:
        person = under(prosecuted())
        (accused,) = statuses(person, StatusKind.ACCUSED)
        assert range_of(accused.from_) == ("2024-03-04", "9999-12-31")
        assert missing(person, A.ADVOCATE, "2024-04-01") == {"measures[0].accused"}


ACCUSED_DAYS = ("2024-09-30", "2024-10-01", "2025-02-10", "2025-02-11")
"""The last day as a suspect only, the first as an accused, the last, and the first after."""


def accused(of: str | kz.Offence | None = ORDINARY_MINOR, **more: Any) -> kz.Case:
    return under(prosecuted(of, accused="2024-10-01", ended=ProsecutionEnd.REHABILITATING, **more))


class TestEmigration:
    """Law on migration 56(2): «задержан по подозрению … либо привлечен в качестве обвиняемого», a citizen."""

    def test_accused_are_refused(self) -> None:
        expected = [UNCLEAR, PROHIBITED, PROHIBITED, ALLOWED]
        assert freely(accused(), *ACCUSED_DAYS, activity=A.EMIGRATE) == expected

    def test_not_for_a_misdemeanour(self) -> None:
        assert freely(accused(MISDEMEANOUR), *ACCUSED_DAYS, activity=A.EMIGRATE) == [ALLOWED] * 4

    def test_of_what_is_not_known(self) -> None:
        assert may(accused(None), A.EMIGRATE, "2024-10-01") is UNCLEAR
        assert missing(accused(None), A.EMIGRATE, "2024-10-01") == {"measures[0].offences"}

    def test_a_trip_is_not_emigration(self) -> None:
        assert may(accused(), A.LEAVE_COUNTRY, "2024-12-01") is ALLOWED


class TestForeigners:
    """Law of 19.06.1995, art. 23: no exit «до окончания производства по делу»."""

    def test_no_exit_while_prosecuted(self) -> None:
        foreigner = kz.Case(person=kz.Person(label="made up", citizen=False), measures=[prosecuted()])
        days = ("2024-03-03", "2024-03-04", "2025-02-10", "2025-02-11")
        for activity in (A.LEAVE_COUNTRY, A.EMIGRATE):
            assert freely(foreigner, *days, activity=activity) == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]


class TestWeapons:
    """«В случае привлечения лица к уголовной ответственности действие разрешения приостанавливается», 19(1)."""

    def test_until_the_court_decides(self) -> None:
        expected = [UNCLEAR, PROHIBITED, PROHIBITED, ALLOWED]
        assert freely(accused(), *ACCUSED_DAYS, activity=A.OWN_WEAPON) == expected

    def test_for_a_misdemeanour_too(self) -> None:
        assert may(accused(MISDEMEANOUR), A.OWN_WEAPON, "2024-10-01") is PROHIBITED


class TestProfessions:
    """Advocates 43(3)(2), notaries 10(2)(2), bailiffs 143(2)(1): licences of the accused, or of suspects."""

    def test_advocates(self) -> None:
        expected = [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]
        assert freely(accused(), *ACCUSED_DAYS, activity=A.ADVOCATE) == expected

    def test_not_under_the_law_of_1997(self) -> None:
        """Article 11 of the Law of 1997 (edition of late 2014) suspends for no accusation."""
        person = under(prosecuted(offence(ORDINARY_MINOR, "2017-01-15"), "2017-06-01", None, accused="2017-06-01"))
        assert freely(person, "2018-07-04", "2018-07-05", activity=A.ADVOCATE) == [ALLOWED, PROHIBITED]

    def test_notaries_by_a_decision_of_the_ministry(self) -> None:
        assert freely(accused(), *ACCUSED_DAYS, activity=A.NOTARY) == [ALLOWED, UNCLEAR, UNCLEAR, ALLOWED]

    def test_bailiffs_as_suspects_already(self) -> None:
        assert freely(accused(), *ACCUSED_DAYS, activity=A.PRIVATE_BAILIFF) == [UNCLEAR, UNCLEAR, UNCLEAR, ALLOWED]


class TestWorkWithMinors:
    """«Подвергающиеся или подвергавшиеся уголовному преследованию», but for 35(1)(1)-(2): Labour Code 26(2)(3)."""

    DAYS = ("2024-03-03", "2024-03-04", "2025-02-10", "2025-02-11", "2060-01-10")

    def barred(self, of: str | kz.Offence | None, ended: ProsecutionEnd | None) -> list[Permission]:
        person = under(prosecuted(of, ended=ended))
        found = freely(person, *self.DAYS, activity=A.TEACH_MINORS)
        assert found == freely(person, *self.DAYS, activity=A.GUARD_OR_ADOPT_CHILD)
        return found

    def test_for_ever(self) -> None:
        ended = ProsecutionEnd.NON_REHABILITATING
        assert self.barred(EXTREMIST_MINOR, ended) == [ALLOWED, PROHIBITED, PROHIBITED, PROHIBITED, PROHIBITED]

    def test_lifted_by_rehabilitation(self) -> None:
        ended = ProsecutionEnd.REHABILITATING
        assert self.barred(EXTREMIST_MINOR, ended) == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED, ALLOWED]

    def test_how_it_ended_is_not_known(self) -> None:
        assert self.barred(EXTREMIST_MINOR, None) == [ALLOWED, PROHIBITED, PROHIBITED, UNCLEAR, UNCLEAR]
        assert missing(under(prosecuted(EXTREMIST_MINOR)), A.TEACH_MINORS, "2025-02-11") == {"measures[0].ended"}

    def test_not_for_an_ordinary_crime(self) -> None:
        assert self.barred(ORDINARY_MINOR, ProsecutionEnd.REHABILITATING) == [ALLOWED] * 5

    @pytest.mark.parametrize("of", [None, outside(3, "2023-11-15")])
    def test_of_what_is_not_known(self, of: kz.Offence | None) -> None:
        expected = [ALLOWED, UNCLEAR, UNCLEAR, UNCLEAR, UNCLEAR]
        assert self.barred(of, ProsecutionEnd.NON_REHABILITATING) == expected

    def test_under_the_labour_code_of_2007(self) -> None:
        person = under(prosecuted(offence("405(2)", "2015-01-10"), "2015-03-02", None))
        assert freely(person, "2015-03-01", "2015-03-02", activity=A.TEACH_MINORS) == [ALLOWED, PROHIBITED]

    def test_a_verdict_that_falls_lifts_it(self) -> None:
        verdict = convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2025-02-11", committed="2023-11-15")
        quashed = kz.Quashed(on=day("2025-09-01"), outcome=kz.Outcome.ACQUITTED)
        measure = prosecuted(None, ended=ProsecutionEnd.VERDICT)
        person = case(verdict, measures=[measure], events=[quashed])
        days = ("2024-03-03", "2024-03-04", "2025-08-31", "2025-09-01")
        assert freely(person, *days, activity=A.TEACH_MINORS) == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]

    def test_the_verdict_tells_of_what(self) -> None:
        verdict = convicted(ORDINARY_MINOR, prison(years(1)), in_force="2025-02-11", committed="2023-11-15")
        person = case(verdict, measures=[prosecuted(None, ended=ProsecutionEnd.VERDICT)])
        assert may(person, A.TEACH_MINORS, "2024-06-01") is ALLOWED


def let_go(of: str | kz.Offence, last: str = "2025-02-10") -> kz.Case:
    """Return one released from liability on ``last`` on a ground that does not rehabilitate."""
    return under(prosecuted(of, last=last, ended=ProsecutionEnd.NON_REHABILITATING))


class TestReleaseWithoutRehabilitation:
    """«Освобожденный от уголовной ответственности на основании пунктов 3), 4), 9), 10) и 12) … 35 или статьи 36»."""

    @pytest.mark.parametrize(
        ("of", "last", "last_day", "free"),
        [
            (MISDEMEANOUR, "2022-02-10", "2025-02-09", "2025-02-10"),  # 416-V 16(3)(9): three years
            (ORDINARY_MINOR, "2022-02-10", "2025-02-09", "2025-02-10"),
            (MISDEMEANOUR, "2025-02-10", "2028-02-09", "2028-02-10"),  # 290-VIII 21(2)(14): three years
            (ORDINARY_MINOR, "2025-02-10", "2030-02-09", "2030-02-10"),  # (15): five years
        ],
    )
    def test_civil_service_for_years(self, of: str, last: str, last_day: str, free: str) -> None:
        person = under(
            prosecuted(offence(of, "2020-01-15"), "2021-03-04", last, ended=ProsecutionEnd.NON_REHABILITATING)
        )
        assert freely(person, last, last_day, free, activity=A.CIVIL_SERVICE) == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_civil_service_never_after_a_serious_crime(self) -> None:
        days = ("2025-02-09", "2025-02-10", "2026-06-30", "2026-07-01", "2060-01-10")
        expected = [ALLOWED, *[PROHIBITED] * 4]
        assert freely(let_go(ORDINARY_SERIOUS), *days, activity=A.CIVIL_SERVICE) == expected

    def test_law_enforcement(self) -> None:
        """380-IV 6(2)(9): a crime, for ever; 6(2)(6-1): a misdemeanour, three years."""
        for activity in (A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR):
            assert may(let_go(ORDINARY_MINOR), activity, "2060-01-10") is PROHIBITED
            days = ("2025-02-10", "2028-02-09", "2028-02-10")
            expected = [PROHIBITED, PROHIBITED, ALLOWED]
            assert freely(let_go(MISDEMEANOUR), *days, activity=activity) == expected

    @pytest.mark.parametrize("activity", [A.ADVOCATE, A.PRIVATE_BAILIFF])
    def test_professions_three_years(self, activity: A) -> None:
        days = ("2028-02-09", "2028-02-10")
        assert freely(let_go(ORDINARY_MINOR), *days, activity=activity) == [PROHIBITED, ALLOWED]

    def test_notaries_five_years_of_doubt(self) -> None:
        """The edition of late 2014 says five years; those of later ones were not read."""
        days = ("2030-02-09", "2030-02-10")
        assert freely(let_go(ORDINARY_MINOR), *days, activity=A.NOTARY) == [UNCLEAR, ALLOWED]

    @pytest.mark.parametrize("activity", [A.SECURITY_GUARD, A.OWN_WEAPON])
    def test_for_the_shortest_imprisonment_of_the_article(self, activity: A) -> None:
        """Its length is not in the table of offences, so it is left open."""
        assert may(let_go(ORDINARY_SERIOUS), activity, "2030-01-10") is UNCLEAR
        assert may(let_go(MISDEMEANOUR), activity, "2030-01-10") is ALLOWED

    def test_how_it_ended_is_not_known(self) -> None:
        person = under(prosecuted(EXTREMIST_SERIOUS))
        days = ("2025-02-09", "2025-02-10", "2060-01-10")
        assert freely(person, *days, activity=A.CIVIL_SERVICE) == [ALLOWED, UNCLEAR, UNCLEAR]
        assert missing(person, A.CIVIL_SERVICE, "2025-02-10") == {"measures[0].ended"}

    @pytest.mark.parametrize("ended", [ProsecutionEnd.REHABILITATING, ProsecutionEnd.VERDICT])
    def test_not_otherwise(self, ended: ProsecutionEnd) -> None:
        verdict = convicted(ORDINARY_MINOR, prison(years(1)), in_force="2025-02-11", committed="2023-11-15")
        person = case(verdict, measures=[prosecuted(ended=ended)], events=[released("2026-02-10")])
        assert statuses(person, StatusKind.RELEASED_WITHOUT_REHABILITATION) == []
