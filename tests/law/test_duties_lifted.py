"""Criminal Procedure Code 476(9): duties that a court laid on one restricted in freedom are cancelled."""

from __future__ import annotations

import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    ORDINARY_SERIOUS,
    case,
    convicted,
    day,
    freely,
    may,
    prison,
    released,
    restriction,
    span,
    status,
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import Duty, ParoleRevoked, Permission, ReleaseGround, StatusKind

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
PRISON, PAROLE = StatusKind.IMPRISONMENT, StatusKind.PAROLE
RESTRICTION, BAN = StatusKind.RESTRICTED_FREEDOM, StatusKind.ACTIVITY_BAN


class TestCpc476DutiesLifted:
    """«Об отмене полностью или частично ранее установленных ... обязанностей», Criminal Procedure Code 476(9)."""

    CURFEW, PLACES = Duty.NIGHT_CURFEW, Duty.AVOID_PLACES

    def convict(
        self, *lifted: Duty, on: str = "2021-09-10", laid: tuple[Duty, ...] | None = (CURFEW, PLACES)
    ) -> kz.Case:
        return case(
            convicted(EXTREMIST_MINOR, restriction(years(1), "2021-03-22", laid)),
            events=[kz.DutiesLifted(on=when(on), duties=lifted)],
        )

    def nights(self, of: kz.Case) -> list[Permission]:
        return freely(of, "2021-09-09", "2021-09-10", activity=A.LEAVE_HOME_AT_NIGHT)

    def test_all_where_none_is_named(self) -> None:
        assert self.nights(self.convict()) == [PROHIBITED, ALLOWED]

    def test_the_one_that_is_named(self) -> None:
        assert self.nights(self.convict(self.CURFEW)) == [PROHIBITED, ALLOWED]

    def test_another_one(self) -> None:
        assert self.nights(self.convict(self.PLACES)) == [PROHIBITED, PROHIBITED]

    def test_duties_set_by_law_stay(self) -> None:
        """Notice before leaving the district, CEC 66(1); no leaving the country, CEC 11(1)(5)."""
        assert may(self.convict(), A.LEAVE_DISTRICT, "2021-10-01") is CONDITIONAL
        assert may(self.convict(), A.LEAVE_COUNTRY, "2021-10-01") is PROHIBITED

    def test_the_punishment_goes_on(self) -> None:
        assert span(self.convict(), RESTRICTION) == ("2021-03-22", "2022-03-22")

    def test_unknown_duties_are_settled_by_lifting_them(self) -> None:
        assert self.nights(self.convict(laid=None)) == [UNCLEAR, ALLOWED]
        assert self.nights(self.convict(self.PLACES, laid=None)) == [UNCLEAR, UNCLEAR]

    def test_unknown_day_leaves_nights_unclear_and_the_rest_settled(self) -> None:
        convict = self.convict(on="2021-09-01..2021-09-30")
        assert self.nights(convict) == [UNCLEAR, UNCLEAR]
        assert freely(convict, "2021-08-31", "2021-09-30", activity=A.LEAVE_HOME_AT_NIGHT) == [PROHIBITED, ALLOWED]
        assert may(convict, A.LEAVE_COUNTRY, "2021-09-15") is PROHIBITED

    def test_may_be_lifted_as_soon_as_the_verdict_may_be_in_force(self) -> None:
        """In force some day of June, lifted some day from the tenth on."""
        convict = case(
            convicted(
                EXTREMIST_MINOR, restriction(years(1), "2021-06-05", (self.CURFEW,)), in_force="2021-06-01..2021-06-30"
            ),
            events=[kz.DutiesLifted(on=when("2021-06-10..2021-08-01"))],
        )
        nights = freely(convict, "2021-06-09", "2021-06-15", "2021-08-01", activity=A.LEAVE_HOME_AT_NIGHT)
        assert nights == [PROHIBITED, UNCLEAR, ALLOWED]

    def test_of_restriction_that_took_the_place_of_imprisonment(self) -> None:
        rest = kz.Remainder.RESTRICTED_FREEDOM
        release = released("2023-03-15", ReleaseGround.REPLACED, remainder_as=rest, duties=(self.CURFEW,))
        lifted = kz.DutiesLifted(on=day("2023-09-10"))
        convict = case(convicted(ORDINARY_SERIOUS, prison(years(4))), events=[release, lifted])
        assert freely(convict, "2023-09-09", "2023-09-10", activity=A.LEAVE_HOME_AT_NIGHT) == [PROHIBITED, ALLOWED]

    def test_of_the_rest_after_revoked_parole(self) -> None:
        convict = case(
            convicted(EXTREMIST_MINOR, restriction(years(2), "2021-03-22", (self.CURFEW,))),
            events=[
                released("2022-03-22", ReleaseGround.PAROLE),
                ParoleRevoked(on=day("2022-06-01")),
                kz.DutiesLifted(on=day("2022-09-10")),
            ],
        )
        assert freely(convict, "2022-09-09", "2022-09-10", activity=A.LEAVE_HOME_AT_NIGHT) == [PROHIBITED, ALLOWED]

    @pytest.mark.parametrize("kind", [RESTRICTION])
    def test_says_which_day_in_the_answer(self, kind: StatusKind) -> None:
        convict = self.convict()
        assert status(convict, kind).traits.lifted
        assert str(kz.can(convict, A.LEAVE_HOME_AT_NIGHT, on=day("2021-06-01")).until) == "2021-09-10"
