"""What registries refuse to listed persons: legal entities, sole traders, immovable property."""

from __future__ import annotations

import pytest
from tests.law.builders import day, may, on_the_list

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
ON_IT = on_the_list()


class TestLegalEntities:
    """Law 2198 11(4-1), from 2016-02-06: no registration while a founder or the head is «в перечне».

    It does not reach the first registration of «субъекты малого предпринимательства»; members are not named.
    """

    @pytest.mark.parametrize("activity", [A.REGISTER_NGO, A.FOUND_ASSOCIATION])
    def test_organisations(self, activity: A) -> None:
        days = ("2016-02-05", "2016-02-06", "2020-11-14", "2020-11-15", "2026-07-12")
        assert [may(ON_IT, activity, on) for on in days] == [ALLOWED, *[PROHIBITED] * 4]

    def test_companies_only_if_small(self) -> None:
        assert [may(ON_IT, A.FOUND_COMPANY, on) for on in ("2016-02-05", "2016-02-06")] == [ALLOWED, CONDITIONAL]
        (found,) = kz.can(ON_IT, A.FOUND_COMPANY, on=day("2019-06-01")).conditions
        assert "first registration of a small business" in found.says

    def test_a_later_change_of_head_is_open(self) -> None:
        assert [may(ON_IT, A.LEAD_ASSOCIATION, on) for on in ("2016-02-05", "2016-02-06")] == [ALLOWED, UNCLEAR]

    def test_members_are_not_named(self) -> None:
        assert may(ON_IT, A.JOIN_ASSOCIATION, "2019-06-01") is ALLOWED

    def test_free_again_once_off_the_list(self) -> None:
        person = on_the_list("2018-05-10", "2019-05-10")
        assert [may(person, A.REGISTER_NGO, on) for on in ("2019-05-09", "2019-05-10")] == [PROHIBITED, ALLOWED]


class TestSoleTraders:
    """Entrepreneurial Code: a court ends the trade on listing, 38(2)(5) from 2016-02-06.

    «Не вправе подавать уведомление», 36(2), read from 2017-01-01; what stood in 2016 was not read.
    """

    def test_by_day(self) -> None:
        days = ("2016-02-05", "2016-02-06", "2016-12-31", "2017-01-01", "2026-07-12")
        assert [may(ON_IT, A.SOLE_TRADE, on) for on in days] == [ALLOWED, UNCLEAR, UNCLEAR, PROHIBITED, PROHIBITED]


class TestRealEstate:
    """Law 310-III 31(1)(1-1), from 2016-02-06: rights of a listed applicant are «отказывается» registration."""

    def test_by_day(self) -> None:
        """Before, only banks and notaries stood in the way: unclear."""
        days = ("2016-02-05", "2016-02-06", "2025-11-19", "2025-11-20")
        assert [may(ON_IT, A.TRADE_REAL_ESTATE, on) for on in days] == [UNCLEAR, *[PROHIBITED] * 3]
