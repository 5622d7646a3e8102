"""Criminal Code 72(7): parole revoked, the rest served after all, ban and record counted from later."""

from __future__ import annotations

from typing import Any

from tests.law.builders import (
    EXTREMIST_MINOR,
    ORDINARY_SERIOUS,
    ban,
    case,
    convicted,
    day,
    end,
    freely,
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
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import ParoleRevoked, Permission, ReleaseGround, StatusKind

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
PRISON, PAROLE = StatusKind.IMPRISONMENT, StatusKind.PAROLE
RESTRICTION, BAN = StatusKind.RESTRICTED_FREEDOM, StatusKind.ACTIVITY_BAN
ON_PAROLE = released("2023-03-15", ReleaseGround.PAROLE, duties=())


def paroled(*events: kz.Event, more: tuple[kz.Punishment, ...] = (), term: kz.Punishment | None = None) -> kz.Case:
    """Return one imprisoned for four years from 2021-03-15 and paroled on 2023-03-15, 731 days before the end."""
    return case(convicted(ORDINARY_SERIOUS, term or prison(years(4)), *more), events=[ON_PAROLE, *events])


def revoked(on: str = "2024-03-15", **more: Any) -> ParoleRevoked:
    return ParoleRevoked(on=when(on), **more)


def again(on: str, ground: ReleaseGround = ReleaseGround.SERVED) -> kz.Release:
    return released(on, ground, duties=())


def test_parole_may_be_revoked_as_soon_as_it_may_have_begun() -> None:
    """72(7): on parole from some day of March 2023, revoked on a day not known."""
    sentence = convicted(ORDINARY_SERIOUS, prison(years(4)))
    parole = released("2023-03-01..2023-03-31", ReleaseGround.PAROLE, duties=())
    until = status(case(sentence, events=[parole, ParoleRevoked(on=kz.UNKNOWN)]), PAROLE).until
    assert str(until.earliest) == "2023-03-01"
    assert until.missing == {"events[1].on"}


def test_the_reason_says_who_set_the_rest() -> None:
    """72(7): the rest as it was left on release, unless the court set another."""
    said = [statuses(paroled(order), PRISON)[-1].because for order in (revoked(), revoked(term=years(1)))]
    assert [one.rpartition(", ")[2] for one in said] == ["as it was left on release", "as the court set it"]


def test_the_rest_evaded_becomes_prison_to_its_end() -> None:
    """44(3), 72(7): a year of restriction left on parole, 365 days from 2022-06-01, evaded from 2022-09-01."""
    sentence = convicted(EXTREMIST_MINOR, restriction(years(2), "2021-03-22"))
    events = [
        released("2022-03-22", ReleaseGround.PAROLE),
        ParoleRevoked(on=day("2022-06-01")),
        kz.Replaced(on=day("2022-09-01")),
    ]
    assert span(case(sentence, events=events), PRISON) == ("2022-09-01", "2023-06-01")


class TestArt72RestServedAfterAll:
    """«Постановить об отмене условно-досрочного освобождения и исполнении оставшейся неотбытой части», 72(7)(1)."""

    def test_parole_ends_and_the_rest_begins(self) -> None:
        """731 days from 2024-03-15; the last, 2026-03-15, is a Sunday: freed on Friday, CEC 165(2)."""
        convict = paroled(revoked())
        assert span(convict, PAROLE) == ("2023-03-15", "2024-03-15")
        assert [(str(one.from_), str(one.until)) for one in statuses(convict, PRISON)] == [
            ("2021-03-15", "2023-03-15"),
            ("2024-03-15", "2026-03-13"),
        ]

    def test_both_sides_of_the_day(self) -> None:
        """On parole other places are open with leave, CEC 169(8)(6); in prison they are not."""
        assert freely(paroled(revoked()), "2024-03-14", "2024-03-15", activity=A.LEAVE_DISTRICT) == [
            CONDITIONAL,
            PROHIBITED,
        ]

    def test_the_court_may_say_how_long(self) -> None:
        (_, rest) = statuses(paroled(revoked(term=months(6))), PRISON)
        assert str(rest.until) == "2024-09-13"

    def test_unknown_term_lies_between_none_and_the_longest(self) -> None:
        (_, rest) = statuses(paroled(revoked(term=kz.UNKNOWN)), PRISON)
        assert str(rest.until.earliest) == "2024-03-15"
        assert "events[1].term" in rest.until.missing

    def test_unknown_day_settles_nothing_in_between(self) -> None:
        convict = paroled(revoked("2024-03-01..2024-03-31"))
        assert freely(convict, "2024-02-29", "2024-03-15", "2024-03-31", activity=A.LEAVE_DISTRICT) == [
            CONDITIONAL,
            UNCLEAR,
            PROHIBITED,
        ]

    def test_unknown_release_leaves_the_rest_unknown(self) -> None:
        """Released in March 2023: 714 to 744 days are left."""
        release = released("2023-03-01..2023-03-31", ReleaseGround.PAROLE, duties=())
        convict = case(convicted(ORDINARY_SERIOUS, prison(years(4))), events=[release, revoked("2024-04-01")])
        (_, rest) = statuses(convict, PRISON)
        assert range_of(rest.until) == ("2026-03-16", "2026-04-15")

    def test_released_again(self) -> None:
        convict = paroled(revoked(), again("2025-06-10"))
        assert [str(one.until) for one in statuses(convict, PRISON)] == ["2023-03-15", "2025-06-10"]
        assert may(convict, A.LEAVE_DISTRICT, "2025-06-10") is ALLOWED

    def test_paroled_again_until_the_rest_would_end(self) -> None:
        convict = paroled(revoked(), again("2025-06-10", ReleaseGround.PAROLE))
        assert [(str(one.from_), str(one.until)) for one in statuses(convict, PAROLE)] == [
            ("2023-03-15", "2024-03-15"),
            ("2025-06-10", "2026-03-16"),
        ]

    def test_imprisonment_for_life_goes_on(self) -> None:
        convict = paroled(revoked(), term=kz.LifeImprisonment())
        assert [str(one.until) for one in statuses(convict, PRISON)] == ["2023-03-15", "never"]

    def test_rest_of_restriction_of_freedom(self) -> None:
        """Two years from 2021-03-22, paroled after one: 365 days from 2022-06-01."""
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(2), "2021-03-22")),
            events=[released("2022-03-22", ReleaseGround.PAROLE), revoked("2022-06-01")],
        )
        assert sorted((str(one.from_), str(one.until)) for one in statuses(convict, RESTRICTION)) == [
            ("2021-03-22", "2022-03-22"),
            ("2022-06-01", "2023-06-01"),
        ]
        assert record_end(convict) == "2023-06-01"

    def test_more_to_serve_before_parole_again(self) -> None:
        """«Не менее двух третей от оставшегося», 72(3)(3-1); three quarters, 72(3)(4)."""
        says = [one.says for one in kz.earliest_parole(paroled(revoked())).conditions]
        assert any("two thirds of the rest" in one for one in says)
        assert not any("two thirds of the rest" in one.says for one in kz.earliest_parole(paroled()).conditions)


class TestArt72BanAndRecordCountFromLater:
    """A ban counts «с момента отбытия лишения свободы», 50(4), a record from serving, 79(3)-(5): the rest included."""

    def test_ban(self) -> None:
        assert end(paroled(more=(ban(years(3)),)), BAN) == "2026-03-15"
        assert end(paroled(revoked(), again("2025-06-10"), more=(ban(years(3)),)), BAN) == "2028-06-10"

    def test_what_ran_on_parole_may_be_taken_to_count(self) -> None:
        """366 days from 2023-03-15 to 2024-03-15 off 2025-06-10: three years from 2024-06-09."""
        law = kz.LAW.reading(ban_after_revocation="what_ran_counts")
        assert end(paroled(revoked(), again("2025-06-10"), more=(ban(years(3)),)), BAN, law) == "2027-06-09"

    def test_where_the_ban_waits_for_the_end_of_the_rest_nothing_ran(self) -> None:
        law = kz.LAW.reading(ban_after_revocation="what_ran_counts", ban_start_on_parole="end_of_rest")
        assert end(paroled(revoked(), again("2025-06-10"), more=(ban(years(3)),)), BAN, law) == "2028-06-10"
        twice = paroled(revoked(), again("2025-06-10", ReleaseGround.PAROLE), more=(ban(years(3)),))
        assert end(twice, BAN, law) == "2029-03-16"
        assert end(twice, BAN) == "2028-06-10"

    def test_a_ban_over_before_the_revocation_stays_over(self) -> None:
        assert end(paroled(revoked(), again("2025-06-10"), more=(ban(years(1)),)), BAN) == "2024-03-15"

    def test_record(self) -> None:
        """Six years for a serious crime, 79(3)(4): from release, or from serving the rest."""
        assert record_end(paroled()) == "2029-03-15"
        assert record_end(paroled(revoked(), again("2025-06-10"))) == "2031-06-10"


class TestArt72RevokedForALaterCrime:
    """«Отменяет ... и назначает ему наказание по правилам ... совокупности приговоров», 72(7)(3), 60(1)."""

    CONVICT = case(
        convicted(ORDINARY_SERIOUS, prison(years(4)), ban(years(3))),
        convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2024-06-10", committed="2023-10-10", id="c2"),
        events=[
            released("2023-03-15", ReleaseGround.PAROLE, conviction="c1", duties=()),
            ParoleRevoked(on=day("2024-06-10"), joined="c2", conviction="c1"),
            released("2028-06-12", conviction="c2"),
        ],
    )

    def test_the_rest_is_served_with_the_later_punishment(self) -> None:
        assert [(one.conviction, str(one.until)) for one in statuses(self.CONVICT, PRISON)] == [
            ("c1", "2023-03-15"),
            ("c2", "2028-06-12"),
        ]
        assert end(self.CONVICT, PAROLE) == "2024-06-10"

    def test_ban_and_record_count_from_its_end(self) -> None:
        assert end(self.CONVICT, BAN) == "2031-06-12"
        assert record_end(self.CONVICT, conviction="c1") == "2037-06-12"
