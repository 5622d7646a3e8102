"""The checker of a law set: the packaged law is clean, and every kind of fault that is planted is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve
from pendulum import Date

import kzrights as kz
from kzrights.activities import Activity
from kzrights.calendar import NEVER
from kzrights.errors import LawError
from kzrights.law.acts import LAW_191
from kzrights.law.check import STALE_AFTER, Fault, faults
from kzrights.law.coverage import Open, coverage
from kzrights.law.offences import Sanction
from kzrights.law.parameters import MCI, Parameters
from kzrights.law.rules import Choice, Confidence, Reading, answers, restricts
from kzrights.law.sources import Provision
from kzrights.statuses import Status, StatusKind

LAW = kz.LAW
PACKAGED = LAW.check()
NEWEST = max(rule.verified for rule in LAW.rules)
CAP = LAW.rule("cap_by_minimum_wage")
SINCE_325 = CAP.since


def planted(law: kz.Law, on: Date | None = None) -> list[tuple[str, str]]:
    """Kind and place of what is wrong with ``law`` and was not with the packaged law."""
    return [(fault.kind, fault.place) for fault in law.check(on) if fault not in PACKAGED]


def changed(name: str, **changes: Any) -> kz.Law:
    return LAW.amend(LAW.rule(name).evolve(**changes))


def test_the_packaged_law_is_clean() -> None:
    assert list(map(str, LAW.check())) == []


def test_a_fault_prints_as_place_and_words() -> None:
    assert str(Fault("gap", "series cap", "no edition")) == "series cap: no edition"


def test_the_check_depends_on_no_clock() -> None:
    assert faults(LAW) == faults(LAW, NEWEST)


class TestGap:
    def test_days_between_two_editions(self) -> None:
        law = changed(CAP.name, since=Date(2021, 1, 1))
        assert planted(law) == [("gap", "series cap")]
        assert "series cap: no edition from 2020-11-15 to 2021-01-01" in map(str, law.check())

    def test_one_day_is_enough(self) -> None:
        assert planted(changed(CAP.name, since=SINCE_325.add(days=1))) == [("gap", "series cap")]

    def test_a_last_edition_that_ended(self) -> None:
        assert planted(LAW.without(CAP)) == [("gap", "series cap")]

    @pytest.mark.parametrize("word", ["repealed", "struck out"])
    def test_a_repeal_is_no_gap(self, word: str) -> None:
        assert planted(changed(CAP.name, until=Date(2027, 1, 1), source=f"{word} by law 1-I")) == []

    def test_an_edition_that_stands_on_no_day(self) -> None:
        law = changed("cap_by_subsistence_minimum", until=LAW.rule("cap_by_subsistence_minimum").since)
        assert planted(law) == [("gap", "series cap")] * 2

    def test_a_parameter(self) -> None:
        rows = [row for row in LAW.parameters.rows if (row.name, row.since) != (MCI, Date(2019, 1, 1))]
        assert planted(evolve(LAW, parameters=Parameters(rows))) == [("gap", f"parameter {MCI}")]

    def test_an_offence(self) -> None:
        law = LAW.amend(sanction(until=Date(2018, 1, 1)), sanction(since=Date(2019, 1, 1)))
        assert planted(law) == [("gap", "offence 999(1)")]


class TestOverlap:
    def test_a_day_with_two_editions(self) -> None:
        assert planted(changed(CAP.name, since=SINCE_325.subtract(days=1))) == [("overlap", "series cap")]

    def test_two_editions_without_end(self) -> None:
        assert planted(LAW.amend(CAP.evolve(name="another", since=Date(2026, 1, 1)))) == [("overlap", "series cap")]

    def test_an_offence(self) -> None:
        law = LAW.amend(sanction(until=Date(2020, 1, 1)), sanction(since=Date(2019, 1, 1)))
        assert planted(law) == [("overlap", "offence 999(1)")]

    def test_a_parameter_cannot_be_built(self) -> None:
        row = LAW.parameters.at(MCI, Date(2020, 1, 1))
        with pytest.raises(LawError, match="got two on"):
            Parameters((*LAW.parameters.rows, evolve(row, since=row.since.add(days=1))))


class TestUncited:
    @pytest.mark.parametrize(
        "provision",
        [LAW_191 / "", LAW_191 / " ", Provision(evolve(LAW_191, name=""), "12"), evolve(LAW_191, number="") / "12"],
    )
    def test_a_rule_without_act_or_article(self, provision: Provision) -> None:
        assert planted(changed(CAP.name, provision=provision)) == [("uncited", f"rule {CAP.name}")]

    def test_a_rule_without_words(self) -> None:
        assert planted(changed(CAP.name, norm=" ")) == [("uncited", f"rule {CAP.name}")]

    @pytest.mark.parametrize("column", ["citation", "url", "confidence"])
    def test_a_parameter(self, column: str) -> None:
        without: dict[str, Any] = {column: ""}
        law = LAW.amend(evolve(LAW.parameters.at(MCI, Date(2020, 1, 1)), **without))
        assert planted(law) == [("uncited", f"parameter {MCI} of 2020-01-01")]
        assert f"expected {column}, got none" in [fault.says for fault in law.check()]

    @pytest.mark.parametrize("column", ["source", "confidence"])
    def test_an_offence(self, column: str) -> None:
        assert planted(LAW.amend(sanction(**{column: ""}))) == [("uncited", "offence 999(1) of 2015-01-01")]


class TestConfidence:
    @pytest.mark.parametrize("confidence", [Confidence.INFERRED, Confidence.SECONDARY])
    def test_what_was_not_seen_needs_a_source(self, confidence: Confidence) -> None:
        assert planted(changed(CAP.name, confidence=confidence)) == [("confidence", f"rule {CAP.name}")]
        assert planted(changed(CAP.name, confidence=confidence, source="deduced")) == []

    def test_an_inferred_offence_needs_a_note(self) -> None:
        law = LAW.amend(sanction(confidence="INFERRED"))
        assert planted(law) == [("confidence", "offence 999(1) of 2015-01-01")]
        assert planted(LAW.amend(sanction(confidence="INFERRED", note="as in 2018"))) == []


def reading(name: str = "ban_start", choices: Iterable[str] = ("a", "b"), source: str = "an article") -> Reading:
    return Reading(name=name, question="?", choices=tuple(Choice(name=one, says=one, source=source) for one in choices))


def with_reading(new: Reading) -> kz.Law:
    return evolve(LAW, readings=(*(one for one in LAW.readings if one.name != new.name), new))


class TestReading:
    @pytest.mark.parametrize("choices", [(), ("a",), ("a", "a", "b")])
    def test_too_few_choices_or_two_of_one_name(self, choices: tuple[str, ...]) -> None:
        assert planted(with_reading(reading(choices=choices))) == [("reading", "reading ban_start")]

    def test_a_choice_without_source(self) -> None:
        assert planted(with_reading(reading(source=""))) == [("reading", "reading ban_start")] * 2

    def test_two_of_one_name(self) -> None:
        law = evolve(LAW, readings=(*LAW.readings, reading()))
        assert planted(law) == [("reading", "reading ban_start")]

    @pytest.mark.parametrize("chosen", [{"ban_start": "never"}, {"nothing": "never"}])
    def test_a_choice_that_does_not_exist(self, chosen: dict[str, str]) -> None:
        (name,) = chosen
        assert planted(evolve(LAW, chosen=chosen)) == [("reading", f"reading {name}")]

    def test_a_choice_that_exists(self) -> None:
        assert planted(LAW.reading(ban_start="registration")) == []

    def test_one_nobody_asks_for(self) -> None:
        assert planted(with_reading(reading("unasked"))) == [("reading", "reading unasked")]

    def test_one_that_a_reform_asks_for(self) -> None:
        @answers("a new question", LAW_191 / "1")
        def asks(course: Any) -> Any:
            """A reform may bring its own reading."""
            return course.world.choice("of_a_reform")

        assert planted(with_reading(reading("of_a_reform")).amend(asks)) == []

    @pytest.mark.parametrize("name", [one.name for one in LAW.readings])
    def test_each_that_is_asked_for_must_exist(self, name: str) -> None:
        law = evolve(LAW, readings=tuple(one for one in LAW.readings if one.name != name))
        assert planted(law) == [("reading", f"reading {name}")]


class TestActivity:
    def test_one_that_nothing_restricts_and_nothing_explains(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kzrights.law.check.coverage", lambda: coverage()[1:])
        assert planted(LAW) == [("activity", f"activity {coverage()[0].activity}")]

    @pytest.mark.parametrize("name", ["gamble", "fly", coverage()[0].activity])
    def test_an_entry_that_is_restricted_unknown_or_named_twice(
        self, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rows = (*coverage(), Open(activity=name, says="read"))
        monkeypatch.setattr("kzrights.law.check.coverage", lambda: rows)
        assert planted(LAW) == [("activity", f"activity {name}")]

    def test_an_entry_without_words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        first, *others = coverage()
        monkeypatch.setattr("kzrights.law.check.coverage", lambda: (evolve(first, says=""), *others))
        assert planted(LAW) == [("activity", f"activity {first.activity}")]

    def test_a_rule_that_closes_an_open_activity(self) -> None:
        law = changed(
            "debits_are_suspended", forbids=(Activity.USE_BANK_ACCOUNT, Activity.SEND_TRANSFER, Activity.VOTE)
        )
        assert planted(law) == [("activity", "activity vote")]

    @pytest.mark.parametrize("status", [StatusKind.ACTIVITY_BAN, StatusKind.IMPRISONMENT, StatusKind.HOUSE_ARREST])
    def test_a_ban_and_a_prison_close_nothing_in_general(self, status: StatusKind) -> None:
        @restricts(status, LAW_191 / "1", forbids=(Activity.SEND_PARCEL,))
        def closes(_: Status) -> bool:
            """What it reaches follows from the verdict or the place."""
            return True

        assert planted(LAW.amend(closes)) == []


class TestStatus:
    def test_one_that_no_rule_derives(self) -> None:
        assert planted(LAW.without("rehabilitated")) == [("status", "status rehabilitated")]

    def test_a_restriction_that_rests_on_it(self) -> None:
        found = planted(LAW.without("fine_due"))
        assert found == [("status", "status fine_due"), ("status", "rule stays_in_kazakhstan_fine_due")]

    def test_a_restriction_that_rests_on_none(self) -> None:
        assert planted(changed("securities_are_blocked", status=None))[:1] == [
            ("status", "rule securities_are_blocked")
        ]


class TestStale:
    def test_a_rule_verified_too_long_ago(self) -> None:
        old = NEWEST.subtract(days=STALE_AFTER + 1)
        assert planted(changed(CAP.name, verified=old)) == [("stale", f"rule {CAP.name}")]
        assert planted(changed(CAP.name, verified=old.add(days=1))) == []

    def test_every_rule_in_the_end(self) -> None:
        last = NEWEST.add(days=STALE_AFTER)
        assert planted(LAW, last) == []
        assert len(planted(LAW, last.add(days=1))) == len(LAW.rules)

    def test_no_rules_at_all(self) -> None:
        kinds = {kind for kind, _ in planted(evolve(LAW, rules=()))}
        assert kinds == {"status", "activity"}


def test_two_rules_of_one_name() -> None:
    law = evolve(LAW, rules=(*LAW.rules, LAW.rule("gravity").evolve(series="another")))
    assert planted(law) == [("name", "rule gravity")]


def sanction(**changes: Any) -> Sanction:
    given: dict[str, Any] = {"source": "an edition", "confidence": "SEEN", "since": Date(2015, 1, 1), **changes}
    return Sanction(article="999(1)", max_imprisonment=2, **given)


class TestOffence:
    def test_one_that_ended_must_say_so(self) -> None:
        gone = sanction(until=Date(2020, 1, 1))
        assert planted(LAW.amend(gone)) == [("gap", "offence 999(1)")]
        assert planted(LAW.amend(evolve(gone, note="struck out by law 1-I"))) == []

    def test_one_that_went_on_in_another_part(self) -> None:
        gone = sanction(until=Date(2020, 1, 1))
        assert planted(LAW.amend(gone, evolve(gone, article="999(2)", since=gone.until, until=NEVER))) == []

    @pytest.mark.parametrize(
        ("ban", "years"),
        [
            ("optional", None),
            ("mandatory", None),
            ("none", (1, 5)),
            ("sometimes", (1, 5)),
            ("optional", (5, 1)),
            ("optional", (0, 1)),
        ],
    )
    def test_a_ban_that_cannot_be(self, ban: str, years: tuple[int, int] | None) -> None:
        law = LAW.amend(sanction(ban=ban, ban_years=years))
        assert planted(law) == [("offence", "offence 999(1) of 2015-01-01")]

    def test_a_ban_that_can(self) -> None:
        assert planted(LAW.amend(sanction(ban="mandatory", ban_years=(1, 5)))) == []


def test_coverage_names_what_was_read() -> None:
    assert {row.activity for row in coverage()} >= {"send_parcel", "formal_employment", "join_party"}
    assert all(len(row.says) > 40 for row in coverage())
