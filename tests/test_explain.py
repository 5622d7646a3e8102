"""Explanations: a tree in words, with a citation for every step."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve
from pendulum import Date

import kzrights as kz
from kzrights.examples import slugs

ASKED = Date(2026, 11, 21)
PRESUMED = kz.loads("""
kzrights: 1
person: {label: a name nobody may see}
convictions:
  - id: c1
    verdict: 2016-11-28
    in_force: 2017-01-20
    offences: [{article: "174(2)", committed: 2016-04-24}]
    punishments:
      - {kind: imprisonment, term: 5 years}
      - {kind: activity_ban, term: 3 years, scope: [public_activity]}
events: [{kind: release, on: 2021-02-04, ground: served, conviction: c1}]
""")
LISTED = evolve(PRESUMED, listings=(kz.Listing(listed=Date(2017, 3, 1), conviction="c1"),))
NEVER_LISTED = evolve(PRESUMED, listings=())

_STEP = re.compile(r"[│ ]*[├└]─ \S")
_CITED = re.compile(r"\[.*(edition of \d{4}-\d{2}-\d{2}|looked at: |no provision found).*\]$")
_DAYS = [Date(2016, 6, 1), Date(2018, 1, 1), Date(2022, 1, 1), ASKED]


def steps(text: str) -> Iterator[str]:
    """Yield each step of the tree with the line below it, where a long citation stands."""
    lines = text.splitlines()[1:]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if _STEP.match(line):
            yield line if line.endswith("]") else f"{line} {below.lstrip('│ ')}"


def explained(case: kz.Case, activity: str, on: Date = ASKED, **readings: str) -> str:
    return kz.can(case, activity, on=on, law=kz.LAW.reading(**readings)).explain()


@pytest.mark.parametrize("slug", slugs())
def test_every_step_has_a_citation(slug: str) -> None:
    from kzrights.arguments import case as _case

    whole = kz.timeline(_case(slug))
    for activity in kz.Activity:
        for day in _DAYS:
            text = whole.can(activity, on=day).explain()
            found = list(steps(text))
            assert found
            assert [step for step in found if not _CITED.search(step)] == []


def test_every_reason_and_its_status_is_a_step() -> None:
    for activity in kz.Activity:
        answer = kz.can(LISTED, activity, on=ASKED)
        assert not answer.reasons or len(list(steps(answer.explain()))) >= 2 * len(answer.reasons)


class TestHeadline:
    def test_what_on_which_day_until_when(self) -> None:
        assert explained(LISTED, "open_bank_account").startswith(
            "open bank account on 2026-11-21: PROHIBITED until 2030-02-04\n└─ "
        )

    def test_no_known_end(self) -> None:
        assert explained(LISTED, "teach_minors").startswith(
            "teach minors on 2026-11-21: PROHIBITED, with no known end\n"
        )

    def test_an_uncertain_end(self) -> None:
        released = kz.Release(
            on=kz.Between(Date(2021, 2, 1), Date(2021, 2, 28)), ground=kz.ReleaseGround.SERVED, conviction="c1"
        )
        case = kz.Case(person=kz.Person(label="x"), convictions=LISTED.convictions, events=(released,))
        assert " until some day from 2030-02-01 to 2030-02-28\n" in explained(case, "stand_for_president")


class TestListing:
    def test_a_presumed_listing_says_so(self) -> None:
        assert "└─ listed from 2017-01-20 until 2030-02-04 (presumed: " in explained(PRESUMED, "open_bank_account")

    def test_when_its_ground_will_end(self) -> None:
        assert "its ground lasts until 2030-02-04" in explained(LISTED, "open_bank_account")

    def test_its_ground_has_ended(self) -> None:
        text = explained(LISTED, "open_bank_account", Date(2031, 1, 1))
        assert "its ground ended on 2030-02-04; the list still names the person, and binds banks, without a" in text


class TestDoubt:
    unknown = kz.Conviction(
        id="c1",
        verdict=Date(2016, 11, 28),
        offences=(kz.Offence(article="174(2)"),),
        punishments=(kz.Imprisonment(term=kz.Term(years=5)),),
    )
    case = kz.Case(person=kz.Person(label="x"), convictions=(unknown,))

    def test_possible_outcomes(self) -> None:
        first = explained(self.case, "open_bank_account", Date(2016, 12, 1)).splitlines()[0]
        assert ": UNCLEAR" in first
        assert first.endswith("; given what is not known, it may be ALLOWED or PROHIBITED")

    def test_what_to_supply(self) -> None:
        text = explained(self.case, "open_bank_account", Date(2016, 12, 1))
        assert "  - convictions[0].in_force: supply the day the verdict entered into force" in text

    def test_a_rule_that_may_not_apply(self) -> None:
        assert "└─ Perhaps forbids it: " in explained(self.case, "open_bank_account", Date(2016, 12, 1))

    def test_a_vague_law_has_one_outcome(self) -> None:
        text = explained(LISTED, "speak_publicly", Date(2022, 1, 1))
        assert text.startswith("speak publicly on 2022-01-01: UNCLEAR until 2024-02-04\n")
        assert "Not known" not in text


class TestAllowed:
    def test_what_was_looked_at(self) -> None:
        text = explained(NEVER_LISTED, "use_bank_account")
        assert "No rule restricts it on this day.  [looked at: " in text
        assert "Not in play (listed): Banks suspend debit operations on the accounts of a listed person." in text

    def test_a_rule_that_leaves_it_open(self) -> None:
        text = explained(LISTED, "receive_pension_or_benefit")
        assert "└─ Pensions, stipends, benefits and other social payments may be received without a cap." in text


class TestSections:
    def test_conditions(self) -> None:
        assert "On condition:\n  - part: only acts that concern no money or property\n" in explained(
            LISTED, "use_notary"
        )

    def test_practice_is_set_apart(self) -> None:
        tree, _, practice = explained(LISTED, "open_bank_account").partition("Reported practice, which is not law:\n")
        assert "banks and exchange offices refuse them" in practice
        assert "exchange offices" not in tree

    def test_warnings(self) -> None:
        assert "Take care:\n  - before the first edition read (2015-01-01)" in explained(
            LISTED, "vote", Date(2014, 1, 1)
        )

    def test_an_official_address_once_for_each_act(self) -> None:
        text = explained(LISTED, "own_weapon")
        _, _, acts = text.partition("Acts:\n")
        addresses = re.findall(r"https://zan\.gov\.kz/\S+", acts)
        assert addresses
        assert all(text.count(address) == 1 for address in addresses)

    def test_contested_readings(self) -> None:
        found = [
            answer
            for activity in kz.Activity
            for day in (Date(2024, 2, 4), Date(2024, 2, 6))
            for answer in [kz.can(PRESUMED, activity, on=day)]
            if answer.contested
        ]
        for answer in found:
            one = answer.contested[0]
            assert f"  - {one.reading}: taken as {one.taken}; as {one.other} it would be " in answer.explain()
        assert found


def test_no_label() -> None:
    for activity in kz.Activity:
        assert LISTED.person.label not in kz.can(LISTED, activity, on=ASKED).explain()
