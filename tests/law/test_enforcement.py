"""Law on enforcement proceedings, article 33: a debtor's exit restricted by a bailiff, with a court's sanction."""

from __future__ import annotations

import attrs
import pytest
from tests.law.builders import case, day, may

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
DEBTOR = attrs.evolve(case(), measures=[kz.ExitRestriction(from_=day("2023-03-01"), to=day("2023-08-31"))])


class TestArt33:
    """33(1): «временное ограничение на выезд», sanctioned by a court."""

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.EMIGRATE])
    def test_from_the_first_to_the_last_day(self, activity: A) -> None:
        days = ("2023-02-28", "2023-03-01", "2023-08-31", "2023-09-01")
        assert [may(DEBTOR, activity, on) for on in days] == [ALLOWED, PROHIBITED, PROHIBITED, ALLOWED]

    def test_movement_within_the_country_is_free(self) -> None:
        assert may(DEBTOR, A.LEAVE_DISTRICT, "2023-06-01") is ALLOWED

    def test_it_lasts_while_no_last_day_is_stated(self) -> None:
        debtor = attrs.evolve(case(), measures=[kz.ExitRestriction(from_=day("2023-03-01"))])
        answer = kz.can(debtor, A.LEAVE_COUNTRY, on=day("2026-01-01"))
        assert answer.permission is PROHIBITED
        assert str(answer.until) == "never"

    def test_an_unknown_first_day_names_the_fact(self) -> None:
        debtor = attrs.evolve(case(), measures=[kz.ExitRestriction(from_=kz.UNKNOWN, to=day("2023-08-31"))])
        answer = kz.can(debtor, A.LEAVE_COUNTRY, on=day("2023-06-01"))
        assert answer.permission is UNCLEAR
        assert {fact.path for fact in answer.missing} == {"measures[0].from"}

    def test_it_says_nothing_of_a_prosecution(self) -> None:
        """A debt is no suspicion: weapons and work with minors stay as they are."""
        assert may(DEBTOR, A.OWN_WEAPON, "2023-06-01") is ALLOWED
