"""Organisations banned for extremism or terrorism, and CC 405 after a ban: «после решения суда о запрете»."""

from __future__ import annotations

import pytest
from pendulum import Date
from tests.law.builders import EXTREMIST_MINOR, EXTREMIST_SERIOUS, ORDINARY_SERIOUS, case, convicted, day, prison, years

import kzrights as kz
from kzrights.activities import OF_ORGANISATIONS
from kzrights.calendar import ALWAYS, NEVER, days_after
from kzrights.facts.days import bounds
from kzrights.law.banned_organisations import (
    BannedOrganisation,
    banned_organisations,
    contradictions,
    membership,
    registry,
    warnings,
)
from kzrights.law.rules import CODE

MOVEMENT = "Democratic Choice of Kazakhstan (the movement)"
PARTY = "Democratic Choice of Kazakhstan (the party)"


def _names(on: str) -> set[str]:
    return {one.name for one in banned_organisations(day(on))}


class TestRegistry:
    """Each ban from the day of the decision; whether it is in force before its day was read stays open."""

    def test_the_movement_was_banned_on_13_march_2018(self) -> None:
        assert MOVEMENT not in _names("2018-03-12")
        assert MOVEMENT in _names("2018-03-13")

    def test_the_party_was_banned_in_2005(self) -> None:
        assert PARTY not in _names("2005-01-05")
        assert PARTY in _names("2005-01-06")

    def test_decision_and_entry_into_force_are_kept_apart(self) -> None:
        """Koshe Party: decided on 19 May 2020, in force some day of June 2020 by what a lawyer said in court."""
        (koshe,) = (one for one in registry() if one.name == "Koshe Party")
        assert koshe.decided == day("2020-05-19")
        assert koshe.in_force == kz.Between(day("2020-06-01"), day("2020-06-30"))
        assert [koshe.stands_on(day(one)) for one in ("2020-05-31", "2020-06-15", "2020-06-30")] == [False, None, True]

    def test_a_day_that_was_not_read_is_not_made_up(self) -> None:
        (movement,) = (one for one in registry() if one.name == MOVEMENT)
        assert movement.in_force is None
        assert movement.stands_on(day("2026-01-01")) is None

    def test_of_a_decision_on_some_day_of_a_month_the_first_may_bind(self) -> None:
        ban = BannedOrganisation(
            name="made up", political=True, decided=kz.Between(day("2021-03-01"), day("2021-03-31")), court="", url=""
        )
        assert [ban.stands_on(day(one)) for one in ("2021-02-28", "2021-03-01")] == [False, None]

    def test_every_row_says_where_it_is_from(self) -> None:
        assert all(one.url.startswith("http") and one.court and one.note for one in registry())
        assert [one.decided for one in registry()] == sorted(one.decided for one in registry())  # type: ignore[type-var]


class TestMembership:
    """CC 405(2): taking part in a banned organisation is a crime for everyone."""

    def test_cites_the_code_and_names_the_organisations(self) -> None:
        said = membership(day("2021-01-01"))
        assert said is not None
        assert str(said.provision) == "Criminal Code, art. 405(2)"
        assert "up to 2 years" in said.says
        assert "Koshe Party" in {one.name for one in said.organisations}

    def test_before_the_code_nothing_was_read(self) -> None:
        assert membership(Date(2014, 12, 31)) is None
        assert membership(Date(2015, 1, 1)) is not None


def _member(committed: str, article: str = EXTREMIST_MINOR, in_force: str = "2019-03-15") -> kz.Case:
    return case(convicted(article, prison(years(1)), committed=committed, in_force=in_force))


class TestAnswers:
    """Criminal Code 405(2) binds everyone: answers on associations say what membership of a banned one means."""

    ANYBODY = kz.Case(person=kz.Person(label="x"))

    @pytest.mark.parametrize("activity", OF_ORGANISATIONS)
    def test_a_warning_with_its_citation(self, activity: kz.Activity) -> None:
        answer = kz.can(self.ANYBODY, activity, on=Date(2018, 3, 13))
        (warning,) = answer.warnings
        assert answer.permission is kz.Permission.ALLOWED
        assert "commits a crime" in warning
        assert warning.endswith("[Criminal Code, art. 405(2)]")
        assert "Democratic Choice of Kazakhstan (the movement)" in warning

    def test_only_what_was_banned_by_then(self) -> None:
        (warning,) = kz.can(self.ANYBODY, "join_association", on=Date(2018, 3, 12)).warnings
        assert "(the movement)" not in warning
        assert "Koshe Party" not in warning

    @pytest.mark.parametrize("one", registry(), ids=lambda one: str(one.decided))
    def test_the_words_are_those_of_the_day(self, one: BannedOrganisation) -> None:
        """On the days of the decision and of its entry into force, and the day before each."""
        for point in (*bounds(one.decided, ALWAYS, NEVER), *bounds(one.in_force, CODE, CODE)):
            for on in (days_after(point, -1), point):
                binding = membership(on)
                said = (f"{binding.says} {binding.named} [{binding.provision}]",) if binding else ()
                assert warnings(on) == said

    def test_not_for_other_activities(self) -> None:
        assert kz.can(self.ANYBODY, "vote", on=Date(2022, 1, 1)).warnings == ()

    def test_not_before_the_code(self) -> None:
        found = kz.can(self.ANYBODY, "join_association", on=Date(2014, 12, 31)).warnings
        assert not any("405" in warning for warning in found)


class TestContradictions:
    """An act under 405 before the ban it rests on contradicts the file: a warning."""

    def test_the_day_before_the_ban(self) -> None:
        (said,) = contradictions(_member("2018-03-12"))
        assert said.startswith("convictions[0].offences[0].committed: the act (2018-03-12) precedes 2018-03-13")
        assert f"{PARTY} (2005-01-06)" in said
        assert MOVEMENT not in said

    def test_the_day_of_the_ban(self) -> None:
        assert contradictions(_member("2018-03-13")) == ()

    def test_only_what_surely_precedes(self) -> None:
        assert contradictions(_member("2018-01-01..2018-03-13")) == ()
        assert len(contradictions(_member("2018-01-01..2018-03-12", EXTREMIST_SERIOUS))) == 1

    def test_an_unknown_day_is_no_later_than_the_verdict(self) -> None:
        unknown = kz.Offence(article="405")
        early, late = (case(convicted(unknown, in_force=force)) for force in ("2018-03-12", "2018-03-13"))
        assert len(contradictions(early)) == 1
        assert contradictions(late) == ()
        perhaps = convicted(unknown, in_force="2018-04-15", verdict="2018-03-01..2018-03-31")
        assert contradictions(case(perhaps)) == ()

    def test_an_older_ban_is_named_only_if_it_stood(self) -> None:
        assert "Islamic State" not in contradictions(_member("2015-10-14"))[0]
        assert "Islamic State" in contradictions(_member("2015-10-15"))[0]

    def test_other_articles_need_no_ban(self) -> None:
        assert contradictions(_member("2018-03-12", ORDINARY_SERIOUS)) == ()

    def test_the_packaged_cases_hold_none(self) -> None:
        assert not any(contradictions(kz.example(slug)) for slug in kz.slugs())
