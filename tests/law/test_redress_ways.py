"""Criminal Procedure Code 484-485, 499: how a verdict in force may still be reviewed."""

from __future__ import annotations

import attrs
import pytest
from tests.law.builders import EXTREMIST_MINOR, EXTREMIST_SERIOUS, MISDEMEANOUR, case, convicted, day, imprisoned

import kzrights as kz
from kzrights.facts import Outcome

SERIOUS = imprisoned(EXTREMIST_SERIOUS, "2018-03-10", "2019-03-10", committed="2017-01-15")
MINOR = imprisoned(EXTREMIST_MINOR, "2018-03-10", "2019-03-10", committed="2017-01-15")


def ways(of: kz.Case, on: str) -> dict[str, bool | None]:
    (found,) = kz.rehabilitation(of, on=day(on)).convictions
    return {step.rule.name: step.holds for step in found.ways}


class TestCassation:
    """484(2)(1), (3): no review of minor crimes on the convict's petition, from 2016 until 2027-06-30."""

    @pytest.mark.parametrize(
        ("on", "rule"),
        [
            ("2025-06-30", "cassation_by_the_supreme_court"),
            ("2025-07-01", "cassation_by_the_court_of_cassation"),
            ("2027-06-30", "cassation_by_the_court_of_cassation"),
            ("2027-07-01", "cassation_of_every_verdict"),
        ],
    )
    def test_by_edition(self, on: str, rule: str) -> None:
        assert ways(SERIOUS, on)[rule] is True

    @pytest.mark.parametrize(("on", "holds"), [("2025-06-30", False), ("2027-06-30", False), ("2027-07-01", True)])
    def test_minor_crimes(self, on: str, holds: bool) -> None:
        (found,) = [holds for name, holds in ways(MINOR, on).items() if name.startswith("cassation")]
        assert found is holds

    def test_misdemeanours(self) -> None:
        assert ways(case(convicted(MISDEMEANOUR, kz.Fine())), "2022-01-01")["cassation_by_the_supreme_court"] is False

    def test_an_unknown_part_leaves_it_open(self) -> None:
        """405(1) is serious, 405(2) minor."""
        unknown = imprisoned("405", "2018-03-10", "2019-03-10", committed="2017-01-15")
        assert ways(unknown, "2022-01-01")["cassation_by_the_supreme_court"] is None

    def test_what_stood_before_2016_was_not_read(self) -> None:
        old = imprisoned(EXTREMIST_SERIOUS, "2015-03-10", "2015-09-10", committed="2015-01-15")
        assert list(ways(old, "2015-12-31")) == ["newly_discovered_circumstances"]


class TestNewlyDiscoveredCircumstances:
    """499: a closed list of circumstances; whether there is one, no file says."""

    def test_perhaps(self) -> None:
        assert ways(SERIOUS, "2022-01-01")["newly_discovered_circumstances"] is None

    def test_not_once_the_verdict_is_gone(self) -> None:
        quashed = kz.Quashed(on=day("2021-01-01"), outcome=Outcome.ACQUITTED)
        assert ways(attrs.evolve(SERIOUS, events=(*SERIOUS.events, quashed)), "2022-01-01") == {}


def test_in_words() -> None:
    text = kz.rehabilitation(MINOR, on=day("2026-01-01")).explain()
    assert "  review closed: the verdict is for a misdemeanour or a crime of minor gravity: " in text
    assert "  review perhaps open: if such a circumstance is found" in text
