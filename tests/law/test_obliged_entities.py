"""Law 191-IV, art. 3(1): «субъекты финансового мониторинга», the closed catalogue of who must refuse."""

from __future__ import annotations

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import Activity as A
from kzrights.law.obliged_entities import catalogue, obliged_entities
from kzrights.law.rules import Confidence, Rule

FREEZE = tuple(
    (rule, activity)
    for rule in kz.LAW.topic("restriction")
    if str(rule.provision).startswith("Law 191-IV") and "13(1-1)" in rule.provision.article
    for activity in (*rule.forbids, *rule.limits)
)


class TestArt3Catalogue:
    """Banks, insurers, notaries for acts with property, post for money; others were added by and by."""

    @pytest.mark.parametrize(
        ("item", "first", "last"),
        [
            ("11", Date(2016, 4, 20), None),
            ("14", Date(2016, 4, 20), Date(2019, 12, 31)),
            ("16", Date(2016, 4, 20), None),
            ("20", Date(2022, 1, 19), Date(2026, 4, 30)),
            ("21", Date(2025, 11, 20), None),
            ("22", Date(2025, 11, 20), None),
        ],
    )
    def test_first_and_last_days(self, item: str, first: Date, last: Date | None) -> None:
        def items(day: Date) -> set[str]:
            return {entity.item for entity in obliged_entities(day)}

        assert item not in items(first.subtract(days=1))
        assert item in items(first)
        assert last is None or (item in items(last) and item not in items(last.add(days=1)))

    def test_ten_items_stood_in_2015(self) -> None:
        assert [entity.item for entity in obliged_entities(Date(2015, 6, 1))] == [str(item) for item in range(1, 11)]

    def test_parcels_pass_through_none(self) -> None:
        """Item 10 names postal operators that transfer money: «пересылка денег», not parcels."""
        assert not any(obliged_entities(Date(year, 6, 1), A.SEND_PARCEL) for year in range(2015, 2027))

    def test_state_services_since_the_state_corporation(self) -> None:
        assert not obliged_entities(Date(2025, 11, 19), A.USE_STATE_SERVICES)
        (corporation,) = obliged_entities(Date(2025, 11, 20), A.USE_STATE_SERVICES)
        assert str(corporation.provision) == "Law 191-IV, art. 3(1)(21)"

    @pytest.mark.parametrize(("rule", "activity"), FREEZE, ids=[f"{rule.name}-{one}" for rule, one in FREEZE])
    def test_every_refusal_has_somebody_who_must_refuse(self, rule: Rule, activity: A) -> None:
        """On the first day of each rule of the freeze some obliged entity carries what it restricts."""
        assert obliged_entities(rule.since, activity)

    def test_what_was_not_read_says_so(self) -> None:
        assert all(entity.source for entity in catalogue() if entity.confidence is not Confidence.SEEN)
