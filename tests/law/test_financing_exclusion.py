"""Law 191-IV, articles 12(5)-(8-2) and 13: the ways off the list, and how fast each goes."""

from __future__ import annotations

import attrs
import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    ORDINARY_SERIOUS,
    case,
    convicted,
    day,
    imprisoned,
    prison,
    released,
    years,
)

import kzrights as kz
from kzrights.exclusion import ListEntry
from kzrights.facts import ListingGround, Outcome
from kzrights.steps import Step

CONVICT = imprisoned(EXTREMIST_MINOR, "2021-03-10", "2022-03-10")
"""A year in prison for an extremist crime; three years of record, to 2025-03-10."""


def old(in_force: str, release: str, article: str = "405(1)") -> kz.Case:
    """A case of an earlier year, listed three weeks after entry into force."""
    committed = "2015-01-15" if in_force < "2016" else "2017-01-15"
    convict = imprisoned(article, in_force, release, committed=committed)
    return listed(convict, listed=day(in_force).add(days=21))


def listed(of: kz.Case, **entry: object) -> kz.Case:
    given = {"listed": day("2021-04-01"), "conviction": "c1", **entry}
    return attrs.evolve(of, listings=[kz.Listing(**given)])  # type: ignore[arg-type]


def entry(of: kz.Case, on: str) -> ListEntry:
    (found,) = kz.delisting(of, on=day(on)).entries
    return found


def ways(of: kz.Case, on: str) -> dict[str, bool | None]:
    return {step.rule.name: step.holds for step in entry(of, on).ways}


def deadline(of: kz.Case, on: str, topic: str) -> Step:
    (found,) = [step for step in entry(of, on).deadlines if topic in step.provision]
    return found


class TestTheRecord:
    """12(5)(5): documents on the expiry or lifting of the record take a convict off the list."""

    def test_closed_until_the_record_ends(self) -> None:
        found = entry(listed(CONVICT), "2025-03-09")
        (way,) = [step for step in found.ways if step.rule.name == "record_ended"]
        assert (way.holds, str(way.finding.by), found.overdue) == (False, "2025-03-10", False)

    def test_open_from_the_day_it_ended_and_the_entry_overdue(self) -> None:
        found = entry(listed(CONVICT), "2025-03-10")
        assert found.overdue is True
        assert found.listed is True
        assert ways(listed(CONVICT), "2025-03-10")["record_ended"] is True
        (way,) = [step for step in found.ways if step.rule.name == "record_ended"]
        assert way.finding.by is None

    def test_lifting_opens_it_earlier(self) -> None:
        lifted = attrs.evolve(CONVICT, events=(*CONVICT.events, kz.RecordLifted(on=day("2024-01-10"))))
        assert [ways(listed(lifted), on)["record_ended"] for on in ("2024-01-09", "2024-01-10")] == [False, True]

    def test_a_presumed_entry_ends_with_its_ground(self) -> None:
        assert entry(CONVICT, "2025-03-09").presumed
        assert kz.delisting(CONVICT, on=day("2025-03-10")).entries == ()
        assert kz.delisting(CONVICT, on=day("2025-03-10")).listed is False

    def test_one_sentence_before_2016(self) -> None:
        early = listed(
            imprisoned(EXTREMIST_MINOR, "2015-03-10", "2015-09-10", committed="2015-01-15"), listed=day("2015-04-01")
        )
        assert list(ways(early, "2016-02-05")) == ["grounds_ceased"]
        assert "record_ended" in ways(early, "2016-02-06")

    def test_unknown_release_leaves_it_open(self) -> None:
        """Nobody knows when the record ends while the day of release is not known."""
        unknown = case(
            convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2021-03-10"),
            events=[released("2022-01-01..2023-12-31")],
        )
        assert ways(listed(unknown), "2025-06-01")["record_ended"] is None
        assert [fact.path for fact in entry(listed(unknown), "2025-06-01").missing] == ["events[0].on"]


class TestTheVerdict:
    """12(5)(2): the verdict annulled."""

    def test_annulled(self) -> None:
        quashed = kz.Quashed(on=day("2023-05-01"), outcome=Outcome.ACQUITTED)
        freed = listed(attrs.evolve(CONVICT, events=(*CONVICT.events, quashed)))
        assert [ways(freed, on)["conviction_annulled"] for on in ("2023-04-30", "2023-05-01")] == [False, True]
        assert entry(freed, "2023-05-01").overdue is True


class TestEarlyExclusion:
    """12(5)(5-1) since 2020-11-15, 12(8-2) since 2025-11-20: for one who has served, while the record runs."""

    @pytest.mark.parametrize(("on", "holds"), [("2022-03-09", False), ("2022-03-10", True), ("2025-03-09", True)])
    def test_from_the_end_of_the_sentence_to_the_end_of_the_record(self, on: str, holds: bool) -> None:
        assert ways(listed(CONVICT), on)["early_exclusion"] is holds

    def test_closed_once_the_record_has_ended(self) -> None:
        assert ways(listed(CONVICT), "2025-03-10")["early_exclusion"] is False

    def test_a_ban_is_part_of_the_sentence(self) -> None:
        banned = imprisoned(EXTREMIST_MINOR, "2021-03-10", "2022-03-10", kz.ActivityBan(term=years(2)))
        assert [ways(listed(banned), on)["early_exclusion"] for on in ("2024-03-09", "2024-03-10")] == [False, True]

    def test_not_before_the_law_of_2020(self) -> None:
        early = listed(
            imprisoned(EXTREMIST_MINOR, "2018-03-10", "2019-03-10", committed="2017-01-15"), listed=day("2018-04-01")
        )
        assert "early_exclusion" not in ways(early, "2020-11-14")
        assert ways(early, "2020-11-15")["early_exclusion"] is True

    def test_the_application_for_it_since_2025(self) -> None:
        grave = listed(imprisoned("405(1)", "2021-03-10", "2022-03-10"))
        assert "application_for_early_exclusion" not in ways(grave, "2025-11-19")
        assert ways(grave, "2025-11-20")["application_for_early_exclusion"] is True


class TestWhatIsNoGround:
    """12(5) is closed: amnesty, pardon, parole and the end of the sentence are not in it."""

    def test_release_by_itself(self) -> None:
        assert ways(listed(CONVICT), "2023-01-01")["no_ground"] is False

    def test_not_before_it_happened(self) -> None:
        found = [ways(listed(CONVICT), on) for on in ("2022-03-09", "2022-03-10")]
        assert ["no_ground" in one for one in found] == [False, True]

    def test_nothing_said_where_nothing_happened(self) -> None:
        held = listed(case(convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2021-03-10")))
        assert "no_ground" not in ways(held, "2021-06-01")


class TestOtherGrounds:
    """12(5)(6)-(8): who put the person on the list takes them off; a file cannot tell."""

    @pytest.mark.parametrize(
        ("ground", "way"),
        [
            (ListingGround.UNITED_NATIONS, "off_the_international_list"),
            (ListingGround.FOREIGN, "off_the_international_list"),
            (ListingGround.PROSECUTOR_GENERAL, "off_the_prosecutors_list"),
        ],
    )
    def test_not_known(self, ground: ListingGround, way: str) -> None:
        found = ways(listed(case(), ground=ground, conviction=None), "2023-01-01")
        assert found[way] is None
        assert not any(found.values())

    def test_before_2016_whether_the_circumstances_have_ceased_is_in_no_file(self) -> None:
        given = listed(case(), listed=day("2015-04-01"), ground=ListingGround.PROSECUTOR_GENERAL, conviction=None)
        assert ways(given, "2015-06-01") == {"grounds_ceased": None}

    def test_a_conviction_beside_the_prosecutors_entry_is_not_its_ground(self) -> None:
        """Neither its record nor its end takes the person off, 12(5)(2), (5): the entry rests on other data."""
        given = listed(CONVICT, ground=ListingGround.PROSECUTOR_GENERAL, conviction=None)
        assert not {"record_ended", "conviction_annulled"} & ways(given, "2025-03-10").keys()
        assert entry(given, "2025-03-10").overdue is not True

    def test_whether_a_sentence_was_served_is_not_known_of_the_prosecutors_entry(self) -> None:
        """12(8-2) is open to those of the Prosecutor's list too, if they served a sentence; no file says of which."""
        given = listed(case(), ground=ListingGround.PROSECUTOR_GENERAL, conviction=None)
        assert ways(given, "2025-11-20")["application_for_early_exclusion"] is None
        other = listed(case(), ground=ListingGround.UNITED_NATIONS, conviction=None)
        assert "application_for_early_exclusion" not in ways(other, "2025-11-20")

    def test_death(self) -> None:
        dead = listed(attrs.evolve(CONVICT, events=(*CONVICT.events, kz.Death(on=day("2023-06-01")))))
        assert ways(dead, "2023-05-31")["death"] is False
        assert "death" not in ways(listed(CONVICT), "2023-05-31")


class TestApplication:
    """12(7): an application reaches errors and overdue removal; to whom, and how, changed twice."""

    @pytest.mark.parametrize(
        ("on", "rule"),
        [
            ("2016-02-06", "application_2016"),
            ("2021-06-30", "application_2016"),
            ("2021-07-01", "application_2021"),
            ("2025-11-19", "application_2021"),
            ("2025-11-20", "application"),
        ],
    )
    def test_by_edition(self, on: str, rule: str) -> None:
        given = old("2015-03-10", "2018-03-10")
        assert rule in ways(given, on)

    def test_open_once_the_ground_is_gone(self) -> None:
        found = [ways(listed(CONVICT), on)["application_2021"] for on in ("2025-03-09", "2025-03-10")]
        assert found == [False, True]

    def test_not_known_on_other_grounds(self) -> None:
        given = listed(case(), ground=ListingGround.PROSECUTOR_GENERAL, conviction=None)
        assert ways(given, "2023-01-01")["application_2021"] is None


class TestHowFast:
    """13(1-1), 13(3), 13(5), 12(5-1), 12(10)."""

    @pytest.mark.parametrize(
        ("on", "rule"),
        [
            ("2016-02-05", "freeze_from_information"),
            ("2016-02-06", "freeze_from_posting"),
            ("2022-01-18", "freeze_from_posting"),
            ("2022-01-19", "freeze_within_a_day"),
        ],
    )
    def test_the_freeze(self, on: str, rule: str) -> None:
        given = old("2015-03-10", "2018-03-10")
        assert deadline(given, on, "13(1-1)").rule.name == rule

    @pytest.mark.parametrize(("on", "rule"), [("2020-11-14", "wages_in_three_days"), ("2020-11-15", "wages_in_a_day")])
    def test_wages(self, on: str, rule: str) -> None:
        given = old("2018-03-10", "2019-03-10")
        assert deadline(given, on, "13(3)").rule.name == rule

    def test_no_wages_for_those_listed_by_the_united_nations(self) -> None:
        given = listed(case(), ground=ListingGround.UNITED_NATIONS, conviction=None)
        assert not [step for step in entry(given, "2023-01-01").deadlines if "13(3)" in step.provision]

    def test_removal_is_posted_on_the_next_working_day(self) -> None:
        """Excluded on a Friday: posted on Monday at the latest."""
        given = listed(CONVICT, delisted=day("2024-05-17"))
        assert str(deadline(given, "2024-05-16", "12(5-1)").finding.by) == "2024-05-20"
        assert deadline(listed(CONVICT), "2024-05-16", "12(5-1)").finding.by is None

    def test_excluded_on_a_day_not_known(self) -> None:
        """From Wednesday to Friday: posted on Thursday, or on Monday at the latest."""
        given = listed(CONVICT, delisted=kz.Between(day("2024-05-15"), day("2024-05-17")))
        by = deadline(given, "2024-05-14", "12(5-1)").finding.by
        assert by is not None
        assert (str(by.earliest), str(by.latest)) == ("2024-05-16", "2024-05-20")

    def test_not_before_2022(self) -> None:
        provisions = [
            [step.provision for step in entry(listed(CONVICT), on).deadlines] for on in ("2022-09-02", "2022-09-03")
        ]
        assert [any("12(5-1)" in one for one in found) for found in provisions] == [False, True]

    def test_a_working_day_beyond_the_calendar_is_not_guessed(self) -> None:
        given = listed(CONVICT, delisted=day("2090-01-10"))
        assert deadline(given, "2023-01-01", "12(5-1)").finding.by is None

    def test_a_foreign_request(self) -> None:
        given = listed(case(), ground=ListingGround.FOREIGN, conviction=None)
        assert deadline(given, "2023-01-01", "12(10)").rule.name == "freeze_at_a_foreign_request"


class TestTheKeeper:
    """The Law says "the authorised body"; who that is, orders and decrees say."""

    @pytest.mark.parametrize(
        ("on", "name"),
        [
            ("2021-01-27", "Committee for Financial Monitoring of the Ministry of Finance"),
            ("2021-01-28", "Agency for Financial Monitoring"),
            ("2026-06-01", "Agency for Financial Monitoring"),
        ],
    )
    def test_by_date(self, on: str, name: str) -> None:
        kept = kz.delisting(CONVICT, on=day(on)).keeper
        assert kept is not None
        assert kept.name == name

    def test_none_known_before_2015(self) -> None:
        assert kz.delisting(CONVICT, on=day("2014-12-31")).keeper is None


def test_nobody_else_is_on_the_list() -> None:
    """12(4)(3): a conviction for another crime puts nobody on the list."""
    answer = kz.delisting(imprisoned(ORDINARY_SERIOUS, "2021-03-10", "2022-03-10"), on=day("2023-01-01"))
    assert (answer.listed, answer.entries) == (False, ())
