"""The days on which the law changed, answered on both sides."""

from __future__ import annotations

import attrs
import pytest
from tests.law.builders import EXTREMIST_SERIOUS, case, convicted, day, imprisoned, may, record_end, years

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission

PRISONER = imprisoned(EXTREMIST_SERIOUS, "2015-03-10", "2018-03-10", committed="2015-01-15")
LISTED = attrs.evolve(PRISONER, listings=[kz.Listing(listed=day("2015-04-01"), conviction="c1")], household=[])
RELEASED = imprisoned(EXTREMIST_SERIOUS, "2019-03-10", "2024-03-10", committed="2017-01-15")
FREED = kz.example("kaskelen-2021")


def before(on: str) -> str:
    return str(day(on).subtract(days=1))


@pytest.mark.parametrize(
    ("of", "activity", "on", "was", "now"),
    [
        (LISTED, A.RECEIVE_WAGES, "2016-02-06", PROHIBITED, CONDITIONAL),
        (LISTED, A.PAY_TAXES_AND_UTILITIES, "2020-11-15", CONDITIONAL, ALLOWED),
        (LISTED, A.REPAY_EARLIER_LOAN, "2020-11-15", PROHIBITED, CONDITIONAL),
        (RELEASED, A.BUY_VEHICLE_INSURANCE, "2025-11-20", UNCLEAR, CONDITIONAL),
        (RELEASED, A.USE_STATE_SERVICES, "2025-11-20", ALLOWED, CONDITIONAL),
        (FREED, A.CIVIL_SERVICE, "2026-07-01", ALLOWED, UNCLEAR),
    ],
)
def test_both_sides(of: kz.Case, activity: A, on: str, was: Permission, now: Permission) -> None:
    assert [may(of, activity, one) for one in (before(on), on)] == [was, now]


class TestTheCodeOf2014:
    """In force on 2015-01-01; older law is not modelled, and an answer says so."""

    @pytest.mark.parametrize(("on", "warned"), [("2014-12-31", True), ("2015-01-01", False)])
    def test_warning(self, on: str, warned: bool) -> None:
        warnings = kz.can(PRISONER, A.VOTE, on=day(on)).warnings
        assert any("before the first edition read" in warning for warning in warnings) is warned


class TestTheCap:
    """Law 191-IV 12(8): no allowance until 2016-02-06, subsistence minimum, from 2020-11-15 minimum wage."""

    @pytest.mark.parametrize(
        ("on", "basis"),
        [
            ("2016-02-05", None),
            ("2016-02-06", "subsistence_minimum"),
            ("2020-11-14", "subsistence_minimum"),
            ("2020-11-15", "minimum_wage"),
        ],
    )
    def test_basis(self, on: str, basis: str | None) -> None:
        assert kz.cap(LISTED, on=day(on)).basis == basis


class TestMinorsOf2018:
    """Criminal Code 89, law 180-VI: no record after milder punishments, where four months stood; it works back."""

    def test_an_old_record_ends_with_the_new_law(self) -> None:
        work = kz.CommunityService(hours=100)
        young = case(
            convicted("274(1)", work, in_force="2018-03-10", committed="2018-01-15"),
            born="2001-06-01",
            events=[kz.CommunityServiceDone(on=day("2018-06-01"))],
        )
        assert [may(young, A.NOTARY, on) for on in ("2018-07-23", "2018-07-24")] == [PROHIBITED, ALLOWED]


class TestRemovalOf2022:
    """Law 191-IV 12(5-1), law 131-VII: removal from the list is posted within one working day."""

    @pytest.mark.parametrize(("on", "said"), [("2022-09-02", False), ("2022-09-03", True)])
    def test_deadline(self, on: str, said: bool) -> None:
        (entry,) = kz.delisting(LISTED, on=day(on)).entries
        assert ("removal_is_posted" in {step.rule.name for step in entry.deadlines}) is said

    def test_the_freeze_is_cited_in_its_new_edition(self) -> None:
        editions = [
            kz.can(LISTED, A.SEND_TRANSFER, on=day(on)).reasons[0].edition for on in ("2022-09-02", "2022-09-03")
        ]
        assert editions == [day("2022-01-19"), day("2022-09-03")]


class TestRecordsOf2025:
    """Criminal Code 79(3)(5), law 210-VIII: longer records after crimes against life or health, done since that day."""

    @pytest.mark.parametrize(("committed", "ends"), [("2025-09-15", "2032-03-10"), ("2025-09-16", "2034-03-10")])
    def test_by_the_day_of_the_act(self, committed: str, ends: str) -> None:
        crime = kz.Offence(
            article="999",
            committed=day(committed),
            form=kz.Form.INTENTIONAL,
            against_life_or_health=True,
            max_imprisonment=7,
        )
        convict = case(
            convicted(crime, kz.Imprisonment(term=years(1)), in_force="2025-10-10", verdict="2025-10-01"),
            events=[kz.Release(on=day("2026-03-10"), ground=kz.ReleaseGround.SERVED)],
        )
        assert record_end(convict) == ends


class TestSupervisionOf2026:
    """Law 245-VIII, in force on 2026-03-02: supervision of everyone released from prison; the change-over is open."""

    @pytest.mark.parametrize("activity", [A.LEAVE_COUNTRY, A.LEAVE_DISTRICT, A.LEAVE_HOME_AT_NIGHT])
    @pytest.mark.parametrize(("released", "then"), [("2026-03-01", ALLOWED), ("2026-03-02", UNCLEAR)])
    def test_by_the_day_of_release(self, released: str, then: Permission, activity: A) -> None:
        """Whether a court set it is not in the file; those released before are reached under another reading only."""
        convict = imprisoned(EXTREMIST_SERIOUS, "2021-03-10", released)
        assert may(convict, activity, "2026-06-01") is then
        contested = kz.can(convict, activity, on=day("2026-06-01")).contested
        assert ("supervision_of_2026" in {one.reading for one in contested}) is (then is ALLOWED)


class TestTheConstitutionOf2026:
    """In force on 2026-07-01: the bar on candidates with a record stands in the Constitution too."""

    @pytest.mark.parametrize(("on", "cited"), [("2026-06-30", False), ("2026-07-01", True)])
    def test_cited(self, on: str, cited: bool) -> None:
        reasons = kz.can(RELEASED, A.STAND_FOR_PARLIAMENT, on=day(on)).reasons
        assert ("constitution_bars_candidates" in {reason.rule.name for reason in reasons}) is cited
