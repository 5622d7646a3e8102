"""The amnesty acts, and Criminal Code 78(2), which says what an amnesty may give and to whom it never goes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pendulum import Date
from tests.law.builders import (
    EXTREMIST_MINOR,
    MISDEMEANOUR,
    ban,
    case,
    convicted,
    day,
    end,
    offence,
    outside,
    record_end,
    restriction,
    years,
)

import kzrights as kz
from kzrights import Relief, StatusKind
from kzrights.errors import LawError
from kzrights.facts.events import AMNESTIES
from kzrights.law.amnesties import Main, amnesties, amnesty
from kzrights.law.offences import Gravity, packaged

BAN, RESTRICTION = StatusKind.ACTIVITY_BAN, StatusKind.RESTRICTED_FREEDOM
MINOR, MEDIUM = "274(1)", "274(3)"
"""False information: up to 1 year, so minor; in its third part up to 5, so medium."""
MAIN_ONLY = (2016, 2021, 2025, 2026)
ON = "2026-07-20"
SERVED, BAN_OVER = "2028-03-20", "2030-03-15"
"""Restriction of 3 years accepted on 2025-03-20, a ban of 5 years from 2025-03-15."""


def amnestied(of: str | kz.Offence | tuple[kz.Offence, ...], act: int, *gave: Relief) -> kz.Case:
    conviction = convicted(of, restriction(years(3), "2025-03-20"), ban(years(5)), in_force="2025-03-15")
    return case(conviction, events=[kz.Amnesty(on=day(ON), act=act, gave=gave)])


def ends(of: kz.Case) -> tuple[str, str, str]:
    """Return the ends of the main punishment, the ban and the record."""
    return end(of, RESTRICTION), end(of, BAN), record_end(of)


UNTOUCHED = (SERVED, BAN_OVER, BAN_OVER)
PERHAPS = f"some day from {ON} to {SERVED}"
FREED_FROM_MAIN = (ON, BAN_OVER, BAN_OVER)


class TestTheActs:
    """Six acts, each cited by its number in the state database."""

    def test_one_for_each_year_a_case_file_may_name(self) -> None:
        assert tuple(one.year for one in amnesties()) == AMNESTIES

    def test_a_year_without_one_is_refused(self) -> None:
        with pytest.raises(LawError, match="expected one of 2011, 2016, 2021, 2022, 2025, 2026, got 2017"):
            amnesty(2017)

    @pytest.mark.parametrize(
        ("year", "code", "adopted"),
        [
            (2011, 62565, Date(2011, 12, 28)),
            (2016, 108034, Date(2016, 12, 13)),
            (2021, 161347, Date(2021, 12, 7)),
            (2022, 173385, Date(2022, 11, 2)),
            (2025, 211559, Date(2025, 6, 23)),
            (2026, 227195, Date(2026, 7, 1)),
        ],
    )
    def test_where_it_is_found(self, year: int, code: int, adopted: Date) -> None:
        assert amnesty(year).act.address() == f"https://zan.gov.kz/client/#!/doc/{code}/rus"
        assert amnesty(year).adopted == adopted
        assert str(amnesty(year).provision).startswith(f"Amnesty of {year}, art. ")

    @pytest.mark.parametrize("year", AMNESTIES)
    def test_says_how_it_was_read(self, year: int) -> None:
        assert amnesty(year).source
        assert amnesty(year).excludes

    @pytest.mark.parametrize("year", AMNESTIES[1:])
    def test_leaves_out_terrorists_extremists_torturers_and_recidivists(self, year: int) -> None:
        """«Террористические», «экстремистские преступления», «пытки», «рецидив»."""
        said = " ".join(amnesty(year).excludes)
        assert all(word in said for word in ("terrorist", "extremist", "torture", "recidivism"))
        assert not amnesty(year).covers("146(1)")

    @pytest.mark.parametrize("year", [2021, 2025, 2026])
    def test_leaves_out_those_who_have_served(self, year: int) -> None:
        """«В отношении которых наказание исполнено и отбывших наказание»; not so in 2016 and 2022."""
        assert any("served already" in one for one in amnesty(year).excludes)

    def test_the_person_may_object_save_in_2022(self) -> None:
        assert [one.year for one in amnesties() if not one.refusable] == [2022]

    def test_articles_named_are_articles_there_are(self) -> None:
        """Torture apart, of the table of offences."""
        named = {article for one in amnesties() for article in one.articles} - {"146"}
        assert all(packaged().knows(article) for article in named)


class TestWhatEachGives:
    """Minor crimes and misdemeanours free from the main punishment; graver ones cut it by a share."""

    @pytest.mark.parametrize("year", MAIN_ONLY)
    @pytest.mark.parametrize("gravity", [Gravity.MISDEMEANOUR, Gravity.MINOR])
    def test_frees_from_the_main_punishment_only(self, year: int, gravity: Gravity) -> None:
        """«Подлежат освобождению от дальнейшего отбывания только основного наказания»: 7(3), 2(5), 2(5), 1(5)."""
        assert amnesty(year).surely_ends(gravity) == {Relief.MAIN_PUNISHMENT}

    def test_that_of_2022_gives_ban_and_record_too(self) -> None:
        """«От наказания (основного и дополнительного)», 3(2); «снимается судимость», 3(4)."""
        for gravity in (Gravity.MINOR, Gravity.MEDIUM):
            assert amnesty(2022).surely_ends(gravity) == set(Relief)

    @pytest.mark.parametrize("year", [2011, *MAIN_ONLY])
    @pytest.mark.parametrize("gravity", [Gravity.MEDIUM, Gravity.SERIOUS, Gravity.ESPECIALLY_SERIOUS])
    def test_nothing_is_certain_for_graver_crimes(self, year: int, gravity: Gravity) -> None:
        """It depends on damage, age, family or conduct, or the punishment is only cut."""
        assert not amnesty(year).surely_ends(gravity)

    @pytest.mark.parametrize(
        ("year", "gravity", "shares"),
        [
            (2016, Gravity.SERIOUS, ["1/2", "1/4"]),
            (2016, Gravity.ESPECIALLY_SERIOUS, ["1/5"]),
            (2021, Gravity.MEDIUM, ["1/2"]),
            (2021, Gravity.SERIOUS, ["1/2", "1/3", "1/5"]),
            (2021, Gravity.ESPECIALLY_SERIOUS, ["1/4", "1/5", "1/6"]),
            (2022, Gravity.SERIOUS, ["3/4"]),
            (2022, Gravity.ESPECIALLY_SERIOUS, ["1/2"]),
            (2025, Gravity.SERIOUS, ["1/3", "1/5"]),
            (2025, Gravity.ESPECIALLY_SERIOUS, ["1/4", "1/6"]),
            (2026, Gravity.SERIOUS, ["1/3", "1/4"]),
            (2026, Gravity.ESPECIALLY_SERIOUS, ["1/4", "1/5"]),
        ],
    )
    def test_by_how_much_it_cuts(self, year: int, gravity: Gravity, shares: list[str]) -> None:
        """«Сокращается на одну ... часть» of the unserved rest."""
        cuts = [one for one in amnesty(year).gives if one.gravity is gravity and one.main is Main.CUT]
        assert [one.share for one in cuts if one.share] == [Fraction(share) for share in shares]

    def test_medium_crimes_of_prisoners_were_replaced_in_2016(self) -> None:
        """«Неотбытую часть наказания заменить на штраф либо ограничение свободы», 3."""
        (replaced,) = [one for act in amnesties() for one in act.gives if one.main is Main.REPLACED]
        assert (replaced.gravity, replaced.ends) == (Gravity.MEDIUM, frozenset())


class TestExcludedByName:
    """«Массовые беспорядки (статья 272)»: the articles each act leaves out."""

    @pytest.mark.parametrize("year", MAIN_ONLY)
    @pytest.mark.parametrize("article", ["272", "272(2)", "272(3)", "274(4)", "274", "428(1)"])
    def test_riots_and_false_information_in_an_emergency(self, year: int, article: str) -> None:
        """An article without its part is left out where any of its parts is."""
        assert not amnesty(year).covers(article)

    @pytest.mark.parametrize("year", MAIN_ONLY)
    @pytest.mark.parametrize("article", ["378(1)", "400", "431"])
    def test_insult_of_an_official_and_assemblies_are_not(self, year: int, article: str) -> None:
        assert amnesty(year).covers(article)

    @pytest.mark.parametrize(("year", "covered"), [(2016, True), (2021, True), (2025, True), (2026, False)])
    def test_all_false_information_in_2026(self, year: int, covered: bool) -> None:
        assert amnesty(year).covers("274(1)") is covered

    @pytest.mark.parametrize(("year", "covered"), [(2021, True), (2025, True), (2026, False)])
    def test_unenforced_judgments_in_2026(self, year: int, covered: bool) -> None:
        """Criminal Code 430."""
        assert amnesty(year).covers("430(1)") is covered

    @pytest.mark.parametrize(
        ("article", "covered"),
        [("272(2)", True), ("272(3)", True), ("272(1)", False), ("272", False), ("274(4)", True), ("403(1)", False)],
    )
    def test_that_of_2022_has_a_closed_list(self, article: str, covered: bool) -> None:
        """Participants of riots are on it, organisers are not, save minors."""
        assert amnesty(2022).covers(article) is covered


class TestWhatACaseGets:
    """The decision that applied an amnesty binds; where the file does not say what it gave, the act is asked."""

    @pytest.mark.parametrize("article", [MISDEMEANOUR, "400"])
    @pytest.mark.parametrize("year", MAIN_ONLY)
    def test_of_a_misdemeanour_the_main_punishment(self, year: int, article: str) -> None:
        assert end(amnestied(article, year), RESTRICTION) == ON
        assert end(amnestied(article, year), BAN) == BAN_OVER

    @pytest.mark.parametrize("year", [2016, 2021, 2025])
    def test_of_a_minor_crime_the_main_punishment(self, year: int) -> None:
        """The ban runs on, and the record with it, 79(5)."""
        assert ends(amnestied(MINOR, year)) == FREED_FROM_MAIN

    @pytest.mark.parametrize("year", MAIN_ONLY)
    def test_what_the_decision_gave_stands(self, year: int) -> None:
        """Nothing is added to it: freed from the ban, the restriction runs on."""
        assert ends(amnestied(MINOR, year, Relief.ACTIVITY_BAN)) == (SERVED, ON, SERVED)

    @pytest.mark.parametrize("article", [MINOR, MEDIUM])
    def test_that_of_2022_ends_all_three(self, article: str) -> None:
        assert ends(amnestied(article, 2022)) == (ON, ON, ON)

    @pytest.mark.parametrize("year", [2011, 2016, 2021, 2025])
    def test_of_a_medium_crime_nothing_is_certain(self, year: int) -> None:
        """It hangs on damage, age or conduct: the main punishment may have ended; the ban runs on in any case."""
        assert end(amnestied(MEDIUM, year), RESTRICTION) == PERHAPS
        assert end(amnestied(MEDIUM, year), BAN) == BAN_OVER

    def test_what_it_gave_would_settle_it(self) -> None:
        answer = kz.can(amnestied(MEDIUM, 2021), "leave_country", on=day("2027-01-01"))
        assert answer.outcomes == (kz.Permission.ALLOWED, kz.Permission.PROHIBITED)
        assert {fact.path for fact in answer.missing} == {"events[0].gave"}

    @pytest.mark.parametrize("article", ["272(3)", "274(4)", "428(1)", "380(2)"])
    @pytest.mark.parametrize("year", [2016, 2021, 2025, 2026])
    def test_an_excluded_article_gets_nothing(self, year: int, article: str) -> None:
        assert end(amnestied(article, year), RESTRICTION) == SERVED
        assert end(amnestied(article, year), BAN) == BAN_OVER

    @pytest.mark.parametrize(("year", "ends"), [(2021, PERHAPS), (2025, PERHAPS), (2026, SERVED)])
    def test_a_part_that_may_be_excluded(self, year: int, ends: str) -> None:
        """Of 274 the acts leave out part 4, that of 2026 the whole article."""
        assert end(amnestied("274", year), RESTRICTION) == ends

    def test_one_excluded_offence_excludes_the_total(self) -> None:
        """«При совокупности которых одно из них не подпадает», 2021: 4(8)."""
        acts = (offence(MINOR), offence("272(3)"))
        assert end(amnestied(acts, 2021), RESTRICTION) == SERVED

    @pytest.mark.parametrize(("year", "until"), [(2021, ON), (2026, SERVED)])
    def test_one_minor_offence_left_out_by_name_excludes_the_total_too(self, year: int, until: str) -> None:
        """274 is left out in 2026, 431 in no year: the act reaches the total only where it reaches both."""
        assert end(amnestied((offence(MINOR), offence("431")), year), RESTRICTION) == until

    def test_the_gravest_offence_decides(self) -> None:
        """Beside a medium crime a minor one frees from nothing for certain."""
        assert end(amnestied((offence(MINOR), offence(MEDIUM)), 2021), RESTRICTION) == PERHAPS
        assert end(amnestied((offence(MINOR), offence(MISDEMEANOUR)), 2021), RESTRICTION) == ON

    def test_of_an_article_outside_the_table_nothing_is_certain(self) -> None:
        """The lists were read for the table alone: it may be one that is left out."""
        assert end(amnestied(outside(1, "2019-01-15"), 2021), RESTRICTION) == PERHAPS

    @pytest.mark.parametrize("year", AMNESTIES)
    @pytest.mark.parametrize("gave", [(), tuple(Relief)])
    def test_an_extremist_conviction_gets_nothing_whatever_the_file_says(
        self, year: int, gave: tuple[Relief, ...]
    ) -> None:
        """Criminal Code 78(2): «не распространяется»; 405(2) is minor, and would else be freed."""
        assert ends(amnestied(EXTREMIST_MINOR, year, *gave)) == UNTOUCHED

    @pytest.mark.parametrize("year", AMNESTIES)
    def test_a_terrorist_conviction_gets_nothing(self, year: int) -> None:
        """256(1), propaganda of terrorism."""
        assert ends(amnestied("256(1)", year))[:2] == UNTOUCHED[:2]


class TestPartNotKnown:
    """78(2) excludes extremist crimes; of article 404 only parts 2 and 3 are."""

    def test_what_an_amnesty_gave_stays_open_until_the_part_is_known(self) -> None:
        """Record of 404 after an amnesty that lifted it: unclear; of part 1 ended, of part 3 not."""

        def standing(article: str) -> kz.Permission:
            gave = (kz.Relief.MAIN_PUNISHMENT, kz.Relief.CRIMINAL_RECORD)
            person = case(
                convicted(article, restriction(kz.Term(years=5), "2021-03-20")),
                events=[kz.Amnesty(on=day("2022-03-01"), act=2021, gave=gave)],
            )
            return kz.can(person, "stand_for_parliament", on=day("2022-06-01")).permission

        expected = {"404": "unclear", "404(1)": "allowed", "404(3)": "prohibited"}
        assert {article: str(standing(article)) for article in expected} == expected
