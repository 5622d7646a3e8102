"""What ``--json`` prints, against the contract."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import plain
from kzrights.calendar import ALWAYS, NEVER
from kzrights.law.parameters import Parameter
from kzrights.moments import END, START

ASKED = Date(2026, 11, 21)


def atyrau(listings: tuple[kz.Listing, ...] | None, household: tuple[kz.HouseholdMember, ...] | None = ()) -> kz.Case:
    """Build the case the contract shows: a conviction under article 174(2), five years, a ban of three."""
    conviction = kz.Conviction(
        id="c1",
        verdict=Date(2016, 11, 28),
        in_force=Date(2017, 1, 20),
        offences=(kz.Offence(article="174(2)", committed=Date(2016, 4, 24)),),
        punishments=(
            kz.Imprisonment(term=kz.Term(years=5)),
            kz.ActivityBan(term=kz.Term(years=3), scope=(kz.Scope.PUBLIC_ACTIVITY,)),
        ),
    )
    return kz.Case(
        person=kz.Person(label="a name nobody may see"),
        household=household,
        convictions=(conviction,),
        events=(kz.Release(on=Date(2021, 2, 4), ground=kz.ReleaseGround.SERVED, conviction="c1"),),
        listings=listings,
    )


LISTED = atyrau((kz.Listing(listed=Date(2017, 3, 1), conviction="c1"),))
NEVER_LISTED = atyrau(())
PRESUMED = atyrau(None)


def child(**more: Any) -> kz.HouseholdMember:
    return kz.HouseholdMember(relation=kz.Relation.CHILD, born=Date(2015, 3, 10), **more)


class TestMoment:
    def test_a_day(self) -> None:
        assert plain.moment(kz.Moment.on(Date(2030, 2, 4))) == "2030-02-04"

    @pytest.mark.parametrize("end_of_time", [START, END])
    def test_no_day(self, end_of_time: kz.Moment) -> None:
        assert plain.moment(end_of_time) is None

    def test_an_uncertain_day(self) -> None:
        within = kz.Moment(Date(2025, 9, 1), Date(2025, 9, 30))
        assert plain.moment(within) == {"earliest": "2025-09-01", "latest": "2025-09-30"}

    def test_an_open_end(self) -> None:
        assert plain.moment(kz.Moment(Date(2025, 9, 1), NEVER)) == {"earliest": "2025-09-01", "latest": None}
        assert plain.moment(kz.Moment(ALWAYS, Date(2025, 9, 1))) == {"earliest": None, "latest": "2025-09-01"}


class TestAnswer:
    """The example of the contract, key by key."""

    given = plain.answer(kz.can(LISTED, "open_bank_account", on=ASKED))

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("activity", "open_bank_account"),
            ("on", "2026-11-21"),
            ("permission", "prohibited"),
            ("until", "2030-02-04"),
            ("conditions", []),
            ("missing", []),
            ("contested", []),
        ],
    )
    def test_key(self, key: str, value: object) -> None:
        assert self.given[key] == value

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("status", "listed"),
            ("from", "2017-03-01"),
            ("until", "2030-02-04"),
            ("provision", "Law 191-IV, art. 13(1-1)"),
        ],
    )
    def test_key_of_the_reason(self, key: str, value: object) -> None:
        (reason,) = self.given["reasons"]
        assert reason[key] == value

    def test_edition_and_norm_of_the_reason(self) -> None:
        answer = kz.can(LISTED, "open_bank_account", on=ASKED)
        assert self.given["reasons"][0]["edition"] == str(answer.reasons[0].edition)
        assert self.given["reasons"][0]["says"] == answer.reasons[0].says

    def test_practice_says_whence(self) -> None:
        assert all(set(one) == {"says", "source"} for one in self.given["practice"])

    def test_the_answer_gives_itself(self) -> None:
        assert kz.can(LISTED, "open_bank_account", on=ASKED).as_dict() == self.given

    def test_a_condition(self) -> None:
        (condition,) = plain.answer(kz.can(LISTED, "use_notary", on=ASKED))["conditions"]
        assert condition == {"kind": "part", "says": "only acts that concern no money or property"}

    def test_after_the_ground_has_ended(self) -> None:
        given = plain.answer(kz.can(LISTED, "open_bank_account", on=Date(2031, 1, 1)))
        assert given["reasons"][0]["lapsed_since"] == "2030-02-04"
        assert given["permission"] == "prohibited"

    def test_what_is_missing_and_possible(self) -> None:
        unknown = kz.Conviction(
            id="c1",
            verdict=Date(2016, 11, 28),
            offences=(kz.Offence(article="174(2)"),),
            punishments=(kz.Imprisonment(term=kz.Term(years=5)),),
        )
        case = kz.Case(person=kz.Person(label="x"), convictions=(unknown,))
        given = plain.answer(kz.can(case, "open_bank_account", on=Date(2016, 12, 1)))
        assert given["permission"] == "unclear"
        assert given["outcomes"] == ["allowed", "prohibited"]
        assert {"path": "convictions[0].in_force", "says": "the day the verdict entered into force"} in given["missing"]

    def test_a_contested_reading(self) -> None:
        given = [
            one
            for month in range(1, 13)
            for activity in kz.Activity
            for one in plain.answer(kz.can(LISTED, activity, on=Date(2024, 2, month)))["contested"]
        ]
        keys = {"reading", "taken", "other", "permission", "says"}
        assert all(set(one) == keys for one in given)


class TestCap:
    def test_not_listed(self) -> None:
        assert plain.cap(kz.cap(NEVER_LISTED, on=ASKED)) == {"capped": False}

    def test_the_example_of_the_contract(self) -> None:
        listed = atyrau(LISTED.listings, (child(own_income=False), child(own_income=False)))
        given = plain.cap(kz.cap(listed, on=Date(2025, 6, 1)))
        expected = {
            "on": "2025-06-01",
            "capped": True,
            "month": "2025-06",
            "per_member": 85000,
            "members": 3,
            "amount": 255000,
            "basis": "minimum_wage",
            "provision": "Law 191-IV, art. 12(8)(1)",
        }
        assert {key: given[key] for key in expected} == expected
        assert "receive_pension_or_benefit" in given["uncapped"]

    def test_bounds(self) -> None:
        listed = atyrau(LISTED.listings, (child(), child()))
        given = plain.cap(kz.cap(listed, on=Date(2025, 6, 1)))
        assert given["amount"] == {"at_least": 85000, "at_most": 255000}
        assert given["members"] == {"at_least": 1, "at_most": 3}

    def test_nothing_bounds_an_unknown_household(self) -> None:
        given = plain.cap(kz.cap(atyrau(LISTED.listings, None), on=Date(2025, 6, 1)))
        assert given["amount"] == {"at_least": 85000, "at_most": None}
        assert given["missing"] == [{"path": "household", "says": "who lives on the person's income"}]

    def test_not_known_whether_listed(self) -> None:
        listing = kz.Listing(listed=kz.Between(Date(2025, 1, 1), Date(2025, 12, 31)))
        assert plain.cap(kz.cap(atyrau((listing,)), on=Date(2025, 6, 1)))["capped"] is None


class TestTimeline:
    given = plain.timeline(kz.timeline(PRESUMED), (kz.Activity.OPEN_BANK_ACCOUNT, kz.Activity.VOTE))

    def test_a_status_as_the_contract_shows_it(self) -> None:
        (record,) = (one for one in self.given["statuses"] if one["status"] == "criminal_record")
        expected = {
            "status": "criminal_record",
            "from": "2017-01-20",
            "until": "2030-02-04",
            "presumed": False,
            "conviction": "c1",
        }
        assert {key: record[key] for key in expected} == expected
        assert record["provision"] == "Criminal Code, art. 79(3)(4)"
        assert record["because"]

    def test_a_presumed_listing(self) -> None:
        (listed,) = (one for one in self.given["statuses"] if one["status"] == "listed")
        assert listed["presumed"] is True

    def test_a_listing_tells_when_its_ground_ends(self) -> None:
        statuses = plain.timeline(kz.timeline(LISTED), ())["statuses"]
        (listed,) = (one for one in statuses if one["status"] == "listed")
        assert (listed["until"], listed["ground_until"]) == (None, "2030-02-04")

    def test_only_the_activities_asked_for(self) -> None:
        assert list(self.given["activities"]) == ["open_bank_account", "vote"]

    def test_stretches_join_from_end_to_end(self) -> None:
        for stretches in kz.timeline(LISTED).as_dict()["activities"].values():
            assert stretches[0]["from"] is None
            assert stretches[-1]["until"] is None
            for before, after in pairwise(stretches):
                assert before["until"] == after["from"]


class TestPicture:
    def test_everything_at_once(self) -> None:
        given = kz.picture(LISTED, on=ASKED).as_dict()
        assert [one["activity"] for one in given["activities"]] == [str(activity) for activity in kz.Activity]
        assert given["cap"]["capped"] is True
        assert {one["status"] for one in given["statuses"]} >= {"criminal_record", "listed"}

    def test_no_cap_without_a_listing(self) -> None:
        assert kz.picture(NEVER_LISTED, on=ASKED).as_dict()["cap"] == {"capped": False}


class TestParameters:
    def test_a_row(self) -> None:
        row = Parameter(
            name="minimum_wage",
            value=kz.Tenge(85000),
            since=Date(2024, 1, 1),
            citation="a law",
            url="https://example.org",
            confidence="SEEN",
        )
        assert plain.parameters([row]) == [
            {
                "name": "minimum_wage",
                "value": 85000,
                "from": "2024-01-01",
                "until": None,
                "citation": "a law",
                "url": "https://example.org",
                "confidence": "SEEN",
                "alternative": None,
                "reading": None,
            }
        ]


@pytest.mark.parametrize("case", [LISTED, NEVER_LISTED, PRESUMED], ids=["listed", "never listed", "presumed"])
def test_everything_is_json_and_shows_no_label(case: kz.Case) -> None:
    whole = [kz.picture(case, on=ASKED).as_dict(), kz.timeline(case).as_dict(), kz.cap(case, on=ASKED).as_dict()]
    assert case.person.label not in json.dumps(whole, allow_nan=False)
