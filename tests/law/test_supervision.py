"""Administrative supervision: the law of 1996 to 2026-03-01, the law of 2025 on prevention from 2026-03-02."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.law.builders import (
    case,
    cited,
    convicted,
    day,
    may,
    months,
    prison,
    released,
    span,
    status,
    statuses,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import Duty, Permission, StatusKind
from kzrights.law.acts import PREVENTION_2025, SUPERVISION_1996

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
SUPERVISED = StatusKind.ADMINISTRATIVE_SUPERVISION


def supervised(
    *restrictions: Duty, on: str = "2024-03-04", term: kz.Term | None = None, events: Iterable[kz.Event] = ()
) -> kz.Case:
    """Return one supervised for three years: before and after the change of law, unless told otherwise."""
    order = kz.Supervision(on=day(on), term=term or years(3), restrictions=restrictions)
    return case(events=[order, *events])


def kinds(of: kz.Case, activity: A, on: str) -> set[str]:
    return {one.kind for one in kz.can(of, activity, on=day(on)).conditions}


class TestTerm:
    """A court sets supervision for a term, may extend it, «продлевается», and may end it early (1996: 6, 14)."""

    def test_extension_runs_on_from_the_end(self) -> None:
        """Three years from 2021-02-04, six months more: 2024-08-04."""
        order = kz.SupervisionExtended(on=day("2024-01-25"), term=months(6))
        person = supervised(on="2021-02-04", events=[order])
        assert span(person, SUPERVISED) == ("2021-02-04", "2024-08-04")

    def test_two_extensions(self) -> None:
        orders = [kz.SupervisionExtended(on=day(on), term=months(6)) for on in ("2024-01-25", "2024-07-25")]
        person = supervised(on="2021-02-04", events=orders)
        assert span(person, SUPERVISED)[1] == "2025-02-04"
        assert status(person, SUPERVISED).because == "supervision ordered by a court, with 2 extension(s)"
        assert status(supervised(on="2021-02-04"), SUPERVISED).because == "supervision ordered by a court"

    def test_ended_early(self) -> None:
        person = supervised(on="2021-02-04", events=[kz.SupervisionEnded(on=day("2022-06-01"))])
        assert span(person, SUPERVISED) == ("2021-02-04", "2022-06-01")

    def test_spans_the_change_of_law_without_a_gap(self) -> None:
        person = supervised(Duty.NIGHT_CURFEW)
        days = ("2024-03-03", "2024-03-04", "2026-03-01", "2026-03-02", "2027-03-03", "2027-03-04")
        expected = [ALLOWED, CONDITIONAL, CONDITIONAL, CONDITIONAL, CONDITIONAL, ALLOWED]
        assert [may(person, A.LEAVE_HOME_AT_NIGHT, on) for on in days] == expected

    def test_unknown_term_names_the_fact(self) -> None:
        order = kz.Supervision(on=day("2021-02-04"), term=kz.UNKNOWN, restrictions=())
        found = statuses(case(events=[order]), SUPERVISED)
        assert all(one.until.missing == {"events[0].term"} for one in found)
        assert found[0].until.earliest == day("2021-02-04")

    def test_ends_with_the_record(self) -> None:
        """1996 art. 14: supervision ends when the record is expunged or lifted; here lifted on 2023-06-01."""
        order = kz.Supervision(on=day("2022-03-10"), term=years(3), restrictions=())
        person = case(
            convicted("405(2)", prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-03-10"), kz.RecordLifted(on=day("2023-06-01")), order],
        )
        assert span(person, SUPERVISED) == ("2022-03-10", "2023-06-01")

    @pytest.mark.parametrize(("lifted", "until"), [("2026-03-01", "2026-03-01"), ("2026-03-02", "2027-03-10")])
    def test_the_law_of_2025_does_not_end_it_with_the_record(self, lifted: str, until: str) -> None:
        """Article 14 stood to 2026-03-01; a record lifted on the first day of the new law ends nothing."""
        order = kz.Supervision(on=day("2022-03-10"), term=years(5), restrictions=())
        person = case(
            convicted("405(1)", prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-03-10"), kz.RecordLifted(on=day(lifted)), order],
        )
        assert str(statuses(person, SUPERVISED)[-1].until) == until

    def test_lifted_on_a_day_that_may_be_of_either_law(self) -> None:
        order = kz.Supervision(on=day("2022-03-10"), term=years(5), restrictions=())
        lifted = kz.RecordLifted(on=kz.Between(day("2026-02-15"), day("2026-03-15")))
        person = case(
            convicted("405(1)", prison(years(1)), in_force="2021-03-10"), events=[released("2022-03-10"), lifted, order]
        )
        until = status(person, SUPERVISED).until
        assert (str(until.earliest), str(until.latest)) == ("2026-02-15", "2027-03-10")

    def test_ends_with_the_last_record(self) -> None:
        """The first ends on 2022-03-10; the second, for an older crime, when its fine is paid."""
        order = kz.Supervision(on=day("2022-01-10"), term=years(5), restrictions=())
        fine = kz.Fine(paid=day("2023-05-10"))
        person = case(
            convicted("274(1)", prison(years(1)), id="c1", committed="2017-01-15", in_force="2018-03-10"),
            convicted("274(1)", fine, id="c2", committed="2017-06-15", in_force="2021-03-10"),
            events=[released("2019-03-10", conviction="c1"), order],
        )
        records = sorted(str(one.until) for one in statuses(person, StatusKind.CRIMINAL_RECORD))
        assert records == ["2022-03-10", "2023-05-10"]
        assert span(person, SUPERVISED) == ("2022-01-10", "2023-05-10")


class TestRestrictions:
    """A court orders some or all of the limits, «могут быть установлены» (1996: 7; 2025: 65(2)); the rest is free."""

    @pytest.mark.parametrize(
        ("duty", "activity"),
        [(Duty.NIGHT_CURFEW, A.LEAVE_HOME_AT_NIGHT), (Duty.STAY_IN_DISTRICT, A.LEAVE_DISTRICT)],
    )
    @pytest.mark.parametrize("on", ["2026-03-01", "2026-03-02"])
    def test_only_if_ordered(self, duty: Duty, activity: A, on: str) -> None:
        assert may(supervised(duty), activity, on) is CONDITIONAL
        assert may(supervised(), activity, on) is ALLOWED

    def test_district_by_notice_then_by_permission(self) -> None:
        """1996 7(б): not «без уведомления»; 2025 65(2)(3): not without leave."""
        person = supervised(Duty.STAY_IN_DISTRICT)
        assert kinds(person, A.LEAVE_DISTRICT, "2026-03-01") == {"notice"}
        assert kinds(person, A.LEAVE_DISTRICT, "2026-03-02") == {"permission"}

    def test_unknown_order_is_unclear_and_names_the_fact(self) -> None:
        order = kz.Supervision(on=day("2024-03-04"), term=years(3))
        answer = kz.can(case(events=[order]), A.LEAVE_DISTRICT, on=day("2025-01-10"))
        assert answer.outcomes == (ALLOWED, CONDITIONAL)
        assert [fact.path for fact in answer.missing] == ["events[0].restrictions"]

    def test_public_discussion_only_if_ordered(self) -> None:
        """Goes beyond the limits the law lists; reported of atyrau-2016."""
        assert may(supervised(Duty.NO_PUBLIC_DISCUSSION), A.SPEAK_PUBLICLY, "2025-01-10") is CONDITIONAL
        assert may(supervised(), A.SPEAK_PUBLICLY, "2025-01-10") is ALLOWED


class TestTheLawOfTheDayIsCited:
    """245-VIII is in force from 2026-03-02; to the day before, the law of 1996 is."""

    @pytest.mark.parametrize(
        ("activity", "old", "new"),
        [
            (A.LEAVE_HOME_AT_NIGHT, "7(а)", "65(2)(1)"),
            (A.LEAVE_DISTRICT, "7(б)", "65(2)(3)"),
            (A.CHANGE_RESIDENCE, "16", "65(3)"),
        ],
    )
    def test_what_the_supervised_do(self, activity: A, old: str, new: str) -> None:
        person = supervised(Duty.NIGHT_CURFEW, Duty.STAY_IN_DISTRICT)
        assert cited(person, activity, "2026-03-01") == {SUPERVISION_1996 / old}
        assert cited(person, activity, "2026-03-02") == {PREVENTION_2025 / new}

    def test_the_order_itself(self) -> None:
        for on, span_of in (("2026-02-20", SUPERVISION_1996 / "6, 14"), ("2026-03-02", PREVENTION_2025 / "64-66")):
            (one,) = statuses(supervised(on=on), SUPERVISED)
            assert one.rule.provision == span_of

    def test_the_old_law_knows_no_supervision_by_gravity(self) -> None:
        """Where it reaches everyone, one released before may be supervised from the first day of the law on."""
        law = kz.LAW.reading(supervision_of_2026="everyone")
        person = case(convicted("274(4)", prison(years(3)), in_force="2023-05-01"), events=[released("2026-02-02")])
        assert may(person, A.LEAVE_COUNTRY, "2026-03-01", law) is ALLOWED
        assert may(person, A.LEAVE_COUNTRY, "2026-03-02", law) is UNCLEAR


class TestBySupervisionItself:
    """A move is notified to the police in both laws; leaving Kazakhstan is closed only since 2026-03-02, 65(3)(5)."""

    @pytest.mark.parametrize("on", ["2026-03-01", "2026-03-02"])
    def test_move(self, on: str) -> None:
        assert may(supervised(), A.CHANGE_RESIDENCE, on) is CONDITIONAL
        assert kinds(supervised(), A.CHANGE_RESIDENCE, on) == {"notice"}

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.EMIGRATE])
    def test_abroad(self, activity: A) -> None:
        days = ("2026-03-01", "2026-03-02", "2027-03-03", "2027-03-04")
        assert [may(supervised(), activity, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]


class TestArt64OfTheLawOf2025:
    """245-VIII 64(2): everyone imprisoned, «3, 6 или 8 лет» after serving by gravity; a court orders it."""

    def test_whether_there_is_an_order_is_not_known(self) -> None:
        """Released on 2026-05-01 after a serious crime: perhaps supervised, six years, to 2032-05-01."""
        person = case(convicted("274(4)", prison(years(3)), in_force="2023-05-01"), events=[released("2026-05-01")])
        answer = kz.can(person, A.LEAVE_COUNTRY, on=day("2026-06-01"))
        assert (answer.permission, str(answer.until)) == (UNCLEAR, "2032-05-01")
        assert [fact.path for fact in answer.missing] == ["events.supervision"]

    @pytest.mark.parametrize(
        ("article", "until"), [("274(1)", "2029-05-01"), ("274(3)", "2029-05-01"), ("174(3)", "2034-05-01")]
    )
    def test_terms_by_gravity(self, article: str, until: str) -> None:
        person = case(convicted(article, prison(years(3)), in_force="2023-05-01"), events=[released("2026-05-01")])
        assert str(kz.can(person, A.LEAVE_COUNTRY, on=day("2026-06-01")).until) == until

    def test_an_order_in_the_file_settles_it(self) -> None:
        order = kz.Supervision(on=day("2026-05-01"), term=years(6), restrictions=())
        person = case(
            convicted("274(4)", prison(years(3)), in_force="2023-05-01"), events=[released("2026-05-01"), order]
        )
        assert may(person, A.LEAVE_COUNTRY, "2026-06-01") is PROHIBITED
        assert may(person, A.LEAVE_DISTRICT, "2026-06-01") is ALLOWED

    def test_those_released_before_only_under_the_other_reading(self) -> None:
        """Released on 2024-02-01: six years run to 2030-02-01, if the law reaches them."""
        person = case(convicted("274(4)", prison(years(3)), in_force="2021-02-01"), events=[released("2024-02-01")])
        answer = kz.can(person, A.LEAVE_COUNTRY, on=day("2026-06-01"))
        assert answer.permission is ALLOWED
        assert [(one.reading, one.permission) for one in answer.contested] == [("supervision_of_2026", UNCLEAR)]

    def test_not_for_restriction_of_freedom(self) -> None:
        person = case(
            convicted("274(4)", kz.RestrictedFreedom(term=years(3), accepted=day("2026-03-10")), in_force="2026-03-05")
        )
        assert not statuses(person, SUPERVISED)
