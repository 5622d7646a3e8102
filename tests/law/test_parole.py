"""Parole, CC 72: «после фактического отбытия» of a share of the term; days counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    ORDINARY_SERIOUS,
    case,
    convicted,
    day,
    detained,
    months,
    outside,
    prison,
    range_of,
    released,
    restriction,
    suspended,
    when,
    years,
)

import kzrights as kz
from kzrights.errors import LawError

ESPECIALLY_SERIOUS = 15
"""Above 12 years: an especially serious crime."""


def _parole(of: kz.Case, conviction: str | None = None) -> kz.EarliestParole:
    return kz.earliest_parole(of, conviction)


def _day(of: kz.Case) -> str:
    found = _parole(of)
    assert found.day is not None, found.barred
    assert found.day.exact, found.day
    assert not found.missing
    return str(found.day)


def _of(worst: int, term: kz.Term, committed: str = "2019-01-15", *, violent: bool = False) -> kz.Case:
    return case(convicted(outside(worst, committed, violent=violent), prison(term), in_force="2026-01-01"))


class TestArt72Shares:
    """72(3): a third after minor and medium crimes, half after serious, two thirds after especially serious."""

    @pytest.mark.parametrize(
        ("worst", "first"),
        [
            (2, "2027-01-02"),  # a third: 365 1/3, so 366 days
            (5, "2027-01-02"),
            (6, "2027-07-03"),  # half: 548 days
            (12, "2027-07-03"),
            (13, "2028-01-02"),  # two thirds: 730 2/3, so 731 days
        ],
    )
    def test_by_gravity(self, worst: int, first: str) -> None:
        """3 years from 2026-01-01 are 365 + 365 + 366 = 1,096 days; a broken day is counted whole."""
        assert _day(_of(worst, years(3))) == first

    def test_limits_of_the_shares(self) -> None:
        found = _parole(_of(6, years(3)))
        assert found.share == (Fraction(1, 2), Fraction(1, 2))
        assert found.provision == "Criminal Code, art. 72(3)"
        assert found.conviction == "c1"

    def test_the_gravest_crime_decides(self) -> None:
        both = (outside(2, "2019-01-15"), outside(6, "2019-01-15"))
        assert _day(case(convicted(both, prison(years(3)), in_force="2026-01-01"))) == "2027-07-03"

    def test_unknown_part_leaves_both(self) -> None:
        """405 is minor or serious: a third or half of 2 years (731 days in 2020-2022), 244 or 366 days."""
        found = _parole(case(convicted(kz.Offence(article="405"), prison(years(2)), in_force="2020-01-15")))
        assert found.day is not None
        assert range_of(found.day) == ("2020-09-15", "2021-01-15")
        assert found.share == (Fraction(1, 3), Fraction(1, 2))
        assert "convictions[0].offences[0].article" in {one.path for one in found.missing}

    def test_restriction_of_freedom(self) -> None:
        """A third of 730 days from acceptance on 2021-03-20: 244 days; no six months are asked for."""
        of = case(convicted(outside(2, "2019-01-15"), restriction(years(2), "2021-03-20"), in_force="2021-03-15"))
        assert _day(of) == "2021-11-19"
        short = case(convicted(outside(2, "2019-01-15"), restriction(years(1), "2021-03-20"), in_force="2021-03-15"))
        assert _day(short) == "2021-07-20"  # a third of 365: 122 days

    def test_unknown_term(self) -> None:
        found = _parole(case(convicted(outside(6, "2019-01-15"), kz.Imprisonment(term=kz.UNKNOWN))))
        assert "convictions[0].punishments[0].term" in {one.path for one in found.missing}
        assert found.day is not None
        assert range_of(found.day) == ("2021-09-15", "2024-03-15")  # six months; half of 6 years, 2,191 days: 1,096

    def test_unknown_start(self) -> None:
        of = case(convicted(outside(6, "2019-01-15"), prison(years(3)), in_force="2026-01-01..2026-01-02"))
        found = _parole(of).day
        assert found is not None
        assert range_of(found) == ("2027-07-03", "2027-07-04")


class TestSince16September2025:
    """72(3)(3) by 210-VIII: two thirds after a serious crime against life or health too."""

    @pytest.mark.parametrize(("committed", "first"), [("2025-09-15", "2027-07-03"), ("2025-09-16", "2028-01-02")])
    def test_change_over(self, committed: str, first: str) -> None:
        assert _day(_of(6, years(3), committed, violent=True)) == first

    def test_other_serious_crimes_are_as_before(self) -> None:
        assert _day(_of(6, years(3), "2025-09-16")) == "2027-07-03"

    def test_medium_crimes_against_health_are_as_before(self) -> None:
        assert _day(_of(5, years(3), "2025-09-16", violent=True)) == "2027-01-02"

    def test_act_on_either_side(self) -> None:
        act = kz.Offence(
            article="999",
            committed=when("2025-09-01..2025-09-30"),
            form=kz.Form.INTENTIONAL,
            against_life_or_health=True,
            max_imprisonment=6,
        )
        found = _parole(case(convicted(act, prison(years(3)), in_force="2026-01-01")))
        assert found.day is not None
        assert range_of(found.day) == ("2027-07-03", "2028-01-02")
        assert [one.path for one in found.missing] == ["convictions[0].offences[0].committed"]

    def test_not_known_whether_against_life(self) -> None:
        act = kz.Offence(article="999", committed=day("2025-10-01"), form=kz.Form.INTENTIONAL, max_imprisonment=6)
        found = _parole(case(convicted(act, prison(years(3)), in_force="2026-01-01")))
        assert found.day is not None
        assert range_of(found.day) == ("2027-07-03", "2028-01-02")
        assert [one.path for one in found.missing] == ["convictions[0].offences[0].against_life_or_health"]


class TestArt72Privileged:
    """72(4): women of 58 and men of 63, among others: a quarter, a third, half."""

    def _aged(self, sex: kz.Sex | None, born: str | None, worst: int = 6, *, violent: bool = False) -> kz.Case:
        conviction = convicted(outside(worst, "2019-01-15", violent=violent), prison(years(3)), in_force="2026-01-01")
        person = kz.Person(label="made up", sex=sex, born=day(born) if born else None)
        return kz.Case(person=person, household=(), convictions=[conviction])

    @pytest.mark.parametrize(
        ("worst", "first"),
        [(2, "2026-10-02"), (6, "2027-01-02"), (13, "2027-07-03")],  # 274, 366 and 548 days
    )
    def test_shares(self, worst: int, first: str) -> None:
        found = self._aged(kz.Sex.FEMALE, "1960-01-01", worst)
        assert _day(found) == first
        assert _parole(found).provision == "Criminal Code, art. 72(4)"

    def test_not_before_the_age(self) -> None:
        """58 on 2027-02-01, after the third is served and before the half is; 63 for men comes too late."""
        assert _day(self._aged(kz.Sex.FEMALE, "1969-02-01")) == "2027-02-01"
        assert _day(self._aged(kz.Sex.MALE, "1969-02-01")) == "2027-07-03"
        assert _day(self._aged(kz.Sex.MALE, "1964-02-01")) == "2027-02-01"

    def test_age_not_known(self) -> None:
        assert _day(self._aged(None, "1950-01-01")) == "2027-07-03"
        assert _day(self._aged(kz.Sex.FEMALE, None)) == "2027-07-03"

    def test_especially_serious_crime_against_life(self) -> None:
        """Two thirds if against life, half if only against health."""
        found = _parole(self._aged(kz.Sex.FEMALE, "1960-01-01", 13, violent=True))
        assert found.day is not None
        assert range_of(found.day) == ("2027-07-03", "2028-01-02")

    def test_other_privileged_are_named(self) -> None:
        assert any("pregnant" in one.says for one in _parole(_of(6, years(3))).conditions)


class TestArt72HalfAYear:
    """72(5): imprisonment actually served is not less than six months."""

    def test_floor(self) -> None:
        """A third of a year would be 122 days, 2026-05-03."""
        assert _day(_of(2, years(1))) == "2026-07-01"

    def test_custody_may_count_in_it_or_not(self) -> None:
        """100 days of custody: 365 / 3 - 100 = 22 days by share; 181 - 100 days if custody counts."""
        of = case(
            convicted(outside(2, "2019-01-15"), prison(years(1)), in_force="2026-01-01"),
            custody=[detained("2025-09-23", "2025-12-31")],
        )
        found = _parole(of).day
        assert found is not None
        assert range_of(found) == ("2026-03-23", "2026-07-01")

    def test_it_is_named(self) -> None:
        assert any("six months" in one.says for one in _parole(_of(2, years(1))).conditions)


class TestArt72Life:
    """72(6): from imprisonment for life after twenty-five years."""

    def test_25_years(self) -> None:
        life = kz.LifeImprisonment(security=kz.Security.FULL)
        of = case(convicted(outside(30, "2019-01-15"), life, in_force="2021-03-15"))
        assert _day(of) == "2046-03-15"
        assert _parole(of).share is None
        assert _parole(of).provision == "Criminal Code, art. 72(6)"

    def test_custody_is_credited(self) -> None:
        life = kz.LifeImprisonment(security=kz.Security.FULL)
        conviction = convicted(outside(30, "2019-01-15"), life, in_force="2021-03-15")
        assert _day(case(conviction, custody=[detained("2021-03-05", "2021-03-14")])) == "2046-03-05"


class TestArt72Barred:
    """72(1), 72(8): to whom parole is closed."""

    def test_not_from_a_conditional_sentence(self) -> None:
        found = _parole(case(convicted(outside(2, "2019-01-15"), suspended(years(2), "2021-03-20"))))
        assert found.day is None
        assert found.barred == "parole is only from imprisonment or restriction of freedom"
        assert found.provision == "Criminal Code, art. 72(1)"

    def test_extremist_with_especially_serious_crime(self) -> None:
        offences = (kz.Offence(article=EXTREMIST_SERIOUS, committed=day("2019-01-15")), outside(15, "2019-01-15"))
        found = _parole(case(convicted(offences, prison(years(10)))))
        assert found.day is None
        assert found.provision == "Criminal Code, art. 72(8)(2)"
        assert not _parole(_of(ESPECIALLY_SERIOUS, years(10))).barred

    def test_extremist_with_a_crime_that_may_be_especially_serious(self) -> None:
        """Up to thirteen years: especially serious if intentional, medium if negligent."""
        unknown = kz.Offence(
            article="998", committed=day("2019-01-15"), max_imprisonment=13, against_life_or_health=False
        )
        found = _parole(
            case(
                convicted(
                    (kz.Offence(article=EXTREMIST_SERIOUS, committed=day("2019-01-15")), unknown), prison(years(5))
                )
            )
        )
        assert found.barred is None
        assert any(one.says.startswith("not if a terrorist or extremist crime with") for one in found.conditions)
        assert "convictions[0].offences[1].form" in {one.path for one in found.missing}

    def test_replaced_imprisonment_since_16_september_2025(self) -> None:
        """72(8)(6): whose imprisonment was replaced by restriction of freedom, for acts since the law."""

        def of(committed: str) -> kz.Case:
            event = released("2027-01-01", kz.ReleaseGround.REPLACED, remainder_as=kz.Remainder.RESTRICTED_FREEDOM)
            conviction = convicted(outside(6, committed), prison(years(3)), in_force="2026-01-01")
            return case(conviction, events=[event])

        assert _parole(of("2025-09-15")).barred is None
        assert _parole(of("2025-09-16")).provision == "Criminal Code, art. 72(8)(6)"

    def test_misdemeanours_have_no_share(self) -> None:
        assert _parole(case(convicted("131(1)", prison(months(2))))).barred

    def test_which_conviction(self) -> None:
        two = case(
            convicted(ORDINARY_SERIOUS, prison(years(3)), in_force="2026-01-01"),
            convicted(ORDINARY_SERIOUS, prison(years(3)), in_force="2026-02-01", id="c2"),
        )
        assert _parole(two, "c2").conviction == "c2"
        with pytest.raises(LawError, match="expected one of c1, c2, got None"):
            _parole(two)


class TestArt72Extremists:
    """72(1): after a terrorist or extremist crime only with active help, and not if it caused deaths."""

    def test_active_help_is_named(self) -> None:
        found = _parole(case(convicted(EXTREMIST_MINOR, prison(years(2)))))
        assert found.barred is None
        (said,) = (one.says for one in found.conditions if "active help" in one.says)
        assert said.startswith("only with active help")
        assert "no deaths" in said

    def test_not_asked_of_others(self) -> None:
        assert not any("active help" in one.says for one in _parole(_of(6, years(3))).conditions)

    def test_from_restriction_of_freedom_it_is_open(self) -> None:
        found = _parole(case(convicted(EXTREMIST_MINOR, restriction(years(2), "2021-03-20"))))
        assert found.barred is None
        assert any(one.says.startswith("not if a terrorist or extremist crime") for one in found.conditions)
        assert not any("active help" in one.says for one in found.conditions)

    def test_not_said_of_others_who_serve_restriction(self) -> None:
        found = _parole(case(convicted(ORDINARY_SERIOUS, restriction(years(2), "2021-03-20"))))
        assert found.barred is None
        assert not any("terrorist or extremist" in one.says for one in found.conditions)


class TestArt86Minors:
    """For one under 18 at the act article 86 has its own shares; the answer says so."""

    @pytest.mark.parametrize(("born", "named"), [("2001-01-16", True), ("2001-01-15", False)])
    def test_named(self, born: str, named: bool) -> None:
        of = case(convicted(outside(6, "2019-01-15"), prison(years(3))), born=born)
        assert any("article 86" in one.says for one in _parole(of).conditions) is named

    def test_named_where_one_may_have_been_under_18(self) -> None:
        person = kz.Person(label="made up", born=when("2001-01-01..2001-12-31"))
        of = kz.Case(person=person, convictions=[convicted(outside(6, "2019-06-15"), prison(years(3)))])
        assert any("article 86" in one.says for one in _parole(of).conditions)


class TestReportedCases:
    def test_almaty_2018(self) -> None:
        """4 years are 1,461 days, half of them 731; custody of 2018-07-07..2018-11-30 is 147 days.

        One for one, from a verdict in force on 2018-12-01 at the soonest: 584 days, 2020-07-07. Two for one since
        January 2020 in minimum security: 437 days, 2020-02-11. From 2019-06-30 at the latest: 584 days, 2021-02-03.
        """
        found = _parole(kz.example("almaty-2018"))
        assert found.day is not None
        assert range_of(found.day) == ("2020-02-11", "2021-02-03")
        assert found.day.latest < day("2021-07-30")  # the reported release
        assert "convictions[0].punishments[0].security" in {one.path for one in found.missing}
        assert any("active help" in one.says for one in found.conditions)

    def test_nursultan_2021(self) -> None:
        """Custody, two for one, leaves nothing of half of 791 days; the request heard on 2022-01-26 was open.

        Six months after the verdict in force would be 2022-03-02, if custody did not count in them.
        """
        found = _parole(kz.example("nursultan-2021"))
        assert found.day is not None
        assert range_of(found.day) == ("2021-09-02", "2022-03-02")
        assert any("active help" in one.says for one in found.conditions)
