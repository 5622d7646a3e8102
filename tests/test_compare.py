"""A case beside what it would be: which days differ, by which rule, and what both cost in days and in tenge."""

from __future__ import annotations

import functools
import json
from typing import Any

import attrs
import pytest
from pendulum import Date
from tests.law.builders import EXTREMIST_MINOR, case, convicted, day, on_the_list, restriction, years

import kzrights as kz
from kzrights import LAW, Activity, CaseError, Law, Permission, Scenario, Span
from kzrights.calendar import ALWAYS, NEVER
from kzrights.comparison import Cause
from kzrights.errors import DateError, LawError, MoneyError, UnknownName
from kzrights.money import Tenge, TengeRange
from kzrights.totals import totals

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
ATYRAU = kz.example("atyrau-2016")
LISTED = on_the_list("2024-03-10")
OFF = kz.Delisted(on=day("2025-01-01"))
YEAR: dict[str, Any] = {"from_": day("2025-01-01"), "to": day("2026-01-01")}


def no_list(law: Law) -> Law:
    """There is no list any more."""
    return law.without(*law.deriving(kz.StatusKind.LISTED))


def named(law: Law) -> Law:
    """A reform that has a name of its own."""
    return no_list(law)


named.name = "no list"  # type: ignore[attr-defined]


class TestScenarios:
    @pytest.mark.parametrize(
        ("given", "name"),
        [
            (OFF, "delisted on 2025-01-01"),
            ((OFF, kz.RecordLifted(on=day("2025-01-01"))), "delisted on 2025-01-01; record lifted on 2025-01-01"),
            ([OFF], "delisted on 2025-01-01"),
            ((), "no change"),
            (LAW, "another law"),
            (no_list, "no_list"),
            (named, "no list"),
            (lambda law: law, "reform"),
            (functools.partial(no_list), "reform"),
            (Scenario("mine", law=no_list), "mine"),
        ],
    )
    def test_each_is_named_after_what_it_is(self, given: Any, name: str) -> None:
        """A change, several, a law, and a reform with or without a name."""
        assert Scenario.of(given).name == name

    def test_a_name_is_given_once(self) -> None:
        """Two scenarios of one name are told apart, and none takes the name of the case as it is."""
        whole = kz.compare(LISTED, no_list, no_list, Scenario("as it is"))
        assert [one.name for one in whole.effects] == ["no_list", "no_list (2)", "as it is (2)"]
        assert whole["no_list (2)"] is whole.effects[1]
        with pytest.raises(UnknownName, match="expected one of no_list, "):
            whole["no-list"]

    @pytest.mark.parametrize("given", ["delisted", 1, None])
    def test_what_is_no_scenario(self, given: Any) -> None:
        """Anything else is refused, and not quoted."""
        with pytest.raises(TypeError, match="scenario: expected a change, a law or a reform, got"):
            kz.compare(LISTED, given)

    def test_what_is_no_law(self) -> None:
        """A reform makes a law of a law."""
        with pytest.raises(TypeError, match="law: expected a law or a function from a law to a law, got str"):
            Scenario("x", law="no_list")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="scenario x: expected that its reform returns a Law, got NoneType"):
            kz.compare(LISTED, Scenario("x", law=lambda _: None))  # type: ignore[arg-type, return-value]

    def test_activities_by_their_ids(self) -> None:
        """An activity may be named by its id, as elsewhere."""
        found = kz.compare(LISTED, OFF, activities=["send_transfer"])
        assert found.differences == kz.compare(LISTED, OFF, activities=[Activity.SEND_TRANSFER]).differences
        with pytest.raises(UnknownName, match="'send'"):
            kz.compare(LISTED, OFF, activities=["send"])

    def test_a_change_that_does_not_fit(self) -> None:
        """What cannot be changed cannot be compared."""
        with pytest.raises(CaseError, match="expected a conviction with a ban"):
            kz.compare(LISTED, kz.BanShortened(to=years(1)))

    def test_facts_and_law_together(self) -> None:
        """A scenario may change both: without a list, being taken off it adds nothing."""
        both, law = kz.compare(LISTED, Scenario("both", [OFF], no_list), no_list).effects
        assert [(one.activity, one.span) for one in both.differences] == [
            (one.activity, one.span) for one in law.differences
        ]

    def test_a_reform_is_of_the_law_of_the_comparison(self) -> None:
        """Under another reading, a reform changes that reading's law and keeps the reading."""
        law = LAW.reading(ban_start="registration")
        (effect,) = kz.compare(ATYRAU, no_list, law=law).effects
        assert effect.law.choice("ban_start") == "registration"


class TestDifferences:
    def test_the_days_that_differ(self) -> None:
        """Off the list a year and more later than on it: from that day transfers are open, for good."""
        whole = kz.compare(LISTED, OFF, activities=[Activity.SEND_TRANSFER])
        (one,) = whole.differences
        assert (one.activity, one.span) == (Activity.SEND_TRANSFER, Span(day("2025-01-01"), NEVER))
        assert (one.before, one.after, one.freer, one.days) == (PROHIBITED, ALLOWED, True, None)

    def test_the_rule_that_makes_it(self) -> None:
        """The freeze decides in the case as it is; nothing decides in its place."""
        (one,) = kz.compare(LISTED, OFF, activities=[Activity.SEND_TRANSFER]).differences
        (cause,) = one.rules
        assert (cause.provision, cause.permission, cause.before) == ("Law 191-IV, art. 13(1-1)", PROHIBITED, True)
        assert cause.name == cause.rule.name
        assert cause.edition == kz.can(LISTED, "send_transfer", on=day("2025-01-01")).reasons[0].edition

    def test_what_decides_instead(self) -> None:
        """Parole in place of prison: hours instead of walls, and the message names both rules."""
        parole = kz.Parole(on=day("2019-01-01"))
        one = kz.compare(ATYRAU, parole, activities=[Activity.LEAVE_HOME_AT_NIGHT]).differences[0]
        assert (one.span, one.before, one.after) == (
            Span(day("2019-01-01"), day("2021-02-04")),
            PROHIBITED,
            CONDITIONAL,
        )
        assert [(cause.name, cause.before) for cause in one.rules] == [
            ("imprisonment_isolates", True),
            ("parole_sets_hours", False),
        ]

    def test_what_is_lost(self) -> None:
        """A stricter scenario loses days."""
        listing = kz.Listing(listed=day("2025-01-01"), ground=kz.ListingGround.PROSECUTOR_GENERAL)
        one = kz.compare(case(listings=()), listing, activities=[Activity.SEND_TRANSFER]).differences[0]
        assert (one.before, one.after, one.freer) == (ALLOWED, PROHIBITED, False)

    def test_a_doubt_that_is_settled(self) -> None:
        """Supplying a missing day settles the days that were unclear; the same rule decides surely, or not at all."""
        open_ = kz.example("almaty-2020")
        whole = kz.compare(
            open_, kz.Supplied("convictions[0].in_force", day("2020-09-10")), activities=[Activity.ORGANISE_ASSEMBLY]
        )
        assert {one.before for one in whole.differences} == {UNCLEAR}
        assert all(cause.certain is (cause.permission is PROHIBITED and not cause.before) for cause in _all(whole))

    def test_a_law_from_a_day_on(self) -> None:
        """A reform that begins on a day changes nothing before it."""
        later = LAW.changed(no_list, since=day("2025-06-01"))
        whole = kz.compare(LISTED, Scenario("later", law=later))
        assert whole.differences
        assert min(one.span.start for one in whole.differences) == day("2025-06-01")

    def test_within_the_days_asked_for(self) -> None:
        """Differences outside the days asked for are left out, and those that reach beyond are cut."""
        (one,) = kz.compare(LISTED, OFF, activities=[Activity.SEND_TRANSFER], to=day("2025-02-01")).differences
        assert (one.span, one.days) == (Span(day("2025-01-01"), day("2025-02-01")), 31)
        assert not kz.compare(LISTED, OFF, to=day("2025-01-01")).differences

    @pytest.mark.parametrize("slug", kz.slugs())
    def test_compared_with_itself(self, slug: str) -> None:
        """Nothing differs from itself, neither in days nor in money."""
        whole = kz.compare(kz.example(slug), (), LAW, lambda law: law, wage=200_000)
        assert whole.differences == ()
        assert {one.totals for one in whole.effects} == {whole.totals}


def _all(whole: kz.Comparison) -> list[Cause]:
    return [cause for one in whole.differences for cause in one.rules]


class TestWindow:
    def test_by_default_from_the_first_fact_up_to_today(self) -> None:
        """The first day of custody, an act, a verdict, a listing or an event; today in Kazakhstan is the last."""
        assert kz.compare(ATYRAU).window == Span(day("2016-04-24"), kz.today_in_kazakhstan().add(days=1))

    def test_a_day_that_is_not_certain(self) -> None:
        """Where the first day lies between two, the earlier one begins the window."""
        assert kz.compare(kz.example("almaty-2019")).window.start == day("2018-03-13")

    def test_without_facts(self) -> None:
        """Of one of whom nothing is known, the days since the Code of 2014."""
        assert kz.compare(case()).window.start == day("2015-01-01")

    def test_facts_that_lie_ahead(self) -> None:
        """A case that begins tomorrow or later is looked at on its first day."""
        ahead = on_the_list("2190-01-01")
        assert kz.compare(ahead).window == Span(day("2190-01-01"), day("2190-01-02"))

    @pytest.mark.parametrize(
        ("days", "said"),
        [
            ({"from_": day("2025-01-01"), "to": day("2025-01-01")}, "to: expected a day after 2025-01-01"),
            ({"from_": "2025-01-01"}, "from_: expected a pendulum.Date"),
            ({"to": "2025-01-01"}, "to: expected a pendulum.Date"),
            ({"to": Date(2010, 1, 1)}, "to: expected a day after 2024-03-10"),
        ],
    )
    def test_what_is_no_window(self, days: Any, said: str) -> None:
        """A window has two days, the second after the first."""
        with pytest.raises(DateError, match=said):
            kz.compare(LISTED, OFF, **days)


class TestDaysOfRights:
    def test_by_right_and_year(self) -> None:
        """Each day of the window counts, its first included and its end not; leap years have 366."""
        found = totals(on_the_list("2024-03-10", "2025-03-01"), from_=day("2024-01-01"), to=day("2025-03-01"))
        sent = {year: found.days(activity=Activity.SEND_TRANSFER, year=year) for year in (2023, 2024, 2025)}
        assert sent == {2023: 0, 2024: 297, 2025: 59}
        assert found.days(activity=Activity.SEND_TRANSFER) == 356
        assert found.days(CONDITIONAL, activity=Activity.RECEIVE_WAGES) == 356
        assert found.days(activity=Activity.RECEIVE_WAGES) == 0

    def test_what_is_not_clear_is_counted_apart(self) -> None:
        """Days that the law or the facts leave open are neither lost nor free."""
        found = totals(kz.example("almaty-2020"), from_=day("2025-09-01"), to=day("2025-10-01"))
        one = Activity.ORGANISE_ASSEMBLY
        assert (found.days(PROHIBITED, activity=one), found.days(UNCLEAR, activity=one)) == (0, 29)

    def test_rights_add_up(self) -> None:
        """A day on which two rights are lost counts twice."""
        found = totals(LISTED, from_=day("2025-01-01"), to=day("2025-01-02"))
        prohibited = [one for one in Activity if kz.can(LISTED, one, on=day("2025-01-01")).permission is PROHIBITED]
        assert found.days() == len(prohibited) > 1

    def test_of_a_scenario(self) -> None:
        """What a scenario gains is what its totals have less."""
        whole = kz.compare(LISTED, OFF, activities=[Activity.SEND_TRANSFER], **YEAR)
        assert (whole.totals.days(), whole.effects[0].totals.days()) == (365, 0)

    @pytest.mark.parametrize("slug", ["atyrau-2016", "almaty-2023"])
    def test_as_the_timeline_has_it(self, slug: str) -> None:
        """The totals are the days of the timeline inside the window."""
        known, days = kz.example(slug), Span(day("2016-01-01"), day("2026-01-01"))
        found, timeline = totals(known, from_=days.start, to=days.end), kz.timeline(known)
        for activity in Activity:
            for permission in (PROHIBITED, UNCLEAR, CONDITIONAL):
                whole = timeline.days(activity, permission) & kz.Spans([days])
                assert found.days(permission, activity=activity) == whole.days()


class TestWithheld:
    def test_a_year_on_the_list(self) -> None:
        """200,000 a month with a cap of 85,000: 115,000 withheld in each of twelve months."""
        found = totals(LISTED, **YEAR, wage=200_000).withheld
        assert found is not None
        assert (found.amount(), found.capped, found.perhaps, found.unknown) == (Tenge(1_380_000), 12, 0, 0)
        assert found.amount(2025) == Tenge(1_380_000)
        assert found.amount(2024) == Tenge(0)

    def test_a_wage_below_the_cap(self) -> None:
        """From who earns less than the cap nothing is withheld."""
        found = totals(LISTED, **YEAR, wage=Tenge(80_000)).withheld
        assert found is not None
        assert (found.amount(), found.capped) == (Tenge(0), 12)

    def test_a_month_counts_when_capped_on_a_day_of_it(self) -> None:
        """Listed on the 31st and off on the 2nd: the month of the one day counts, and so does that of the other."""
        found = totals(on_the_list("2025-01-31", "2025-03-02"), **YEAR, wage=200_000).withheld
        assert found is not None
        assert [str(one.month)[:7] for one in found.months] == ["2025-01", "2025-02", "2025-03"]

    def test_the_cap_of_the_last_day(self) -> None:
        """In November 2020 the basis changed on the 15th: the month is reckoned by the cap at its end."""
        found = totals(on_the_list("2015-01-10"), from_=day("2020-11-01"), to=day("2020-12-01"), wage=100_000).withheld
        assert found is not None
        assert found.amount() == Tenge(100_000 - 42_500)

    def test_before_any_allowance(self) -> None:
        """Until February 2016 nothing could be withdrawn at all: the whole wage was withheld."""
        found = totals(on_the_list("2015-01-10"), from_=day("2015-03-01"), to=day("2015-05-01"), wage=100_000).withheld
        assert found is not None
        assert found.amount() == Tenge(200_000)

    def test_an_unknown_household(self) -> None:
        """Where nobody knows how many count, the most is what one person's cap withholds, and the least is nothing."""
        unknown = attrs.evolve(LISTED, household=None)
        found = totals(unknown, **YEAR, wage=200_000).withheld
        assert found is not None
        assert found.amount() == TengeRange(Tenge(0), Tenge(1_380_000))

    def test_perhaps_listed(self) -> None:
        """Months in which the person may or may not be listed count apart, with nothing as their least."""
        perhaps = attrs.evolve(
            LISTED,
            listings=[
                kz.Listing(
                    listed=kz.Between(day("2025-03-01"), day("2025-06-01")),
                    ground=kz.ListingGround.PROSECUTOR_GENERAL,
                )
            ],
        )
        found = totals(perhaps, **YEAR, wage=200_000).withheld
        assert found is not None
        assert (found.capped, found.perhaps) == (7, 3)
        assert found.amount() == TengeRange(Tenge(7 * 115_000), Tenge(10 * 115_000))

    def test_months_whose_cap_is_not_known(self) -> None:
        """The minimum wage of 2100 is not known: such months are counted, and are not in the amount."""
        with pytest.raises(LawError):
            kz.cap(LISTED, on=day("2100-01-01"))
        found = totals(LISTED, from_=day("2100-01-01"), to=day("2100-03-01"), wage=200_000).withheld
        assert found is not None
        assert (found.amount(), found.capped, found.unknown) == (Tenge(0), 0, 2)

    def test_who_is_not_listed(self) -> None:
        """Without a listing there is no cap and nothing is withheld."""
        found = totals(case(listings=()), **YEAR, wage=200_000).withheld
        assert found is not None
        assert (found.amount(), found.months) == (Tenge(0), ())

    def test_under_a_law_that_follows(self) -> None:
        """A reform without a list from July on: half the year is withheld."""
        law = LAW.changed(no_list, since=day("2025-07-01"))
        found = totals(LISTED, **YEAR, wage=200_000, law=law).withheld
        assert found is not None
        assert found.amount() == Tenge(690_000)

    @pytest.mark.parametrize("wage", [-1, 1.5, True, "200000"])
    def test_what_is_no_wage(self, wage: Any) -> None:
        """Money is whole tenge."""
        with pytest.raises(MoneyError, match="amount: expected"):
            kz.compare(LISTED, wage=wage)


class TestWords:
    WHOLE = kz.compare(LISTED, OFF, no_list, **YEAR, wage=200_000, activities=[Activity.SEND_TRANSFER])

    def test_explained(self) -> None:
        """Each difference with its days and its rules, then the totals of both sides."""
        lines = self.WHOLE.explain().splitlines()
        assert lines[:5] == [
            "delisted on 2025-01-01, against the case as it is:",
            "├─ send transfer from 2025-01-01 until 2026-01-01: PROHIBITED becomes ALLOWED, 365 days gained",
            "│  no longer decides: PROHIBITED by Law 191-IV, art. 13(1-1), edition of 2022-09-03  "
            f"({self.WHOLE.differences[0].rules[0].name})",
            "└─ days of rights from 2025-01-01 until 2026-01-01: prohibited 365 → 0, unclear 0 → 0, conditional 0 → 0",
            "   withheld by the cap from 200,000 ₸ a month: 1,380,000 ₸ (12 months) → 0 ₸ (0 months)",
        ]
        assert "no_list, against the case as it is:" in lines

    def test_no_difference(self) -> None:
        """Where nothing differs, it says so."""
        assert kz.compare(LISTED, ()).explain().startswith("no change: no permission differs from the case as it is\n")

    def test_alone(self) -> None:
        """Compared with nothing, a case has its totals."""
        said = kz.compare(LISTED, **YEAR, wage=200_000, activities=[Activity.SEND_TRANSFER]).explain()
        assert said.splitlines() == [
            "days of rights from 2025-01-01 until 2026-01-01: prohibited 365, unclear 0, conditional 0",
            "withheld by the cap from 200,000 ₸ a month: 1,380,000 ₸ (12 months)",
        ]

    def test_doubts_are_said(self) -> None:
        """Months that are uncertain, or whose cap is not known, are named beside the amount."""
        whole = kz.compare(kz.example("kaskelen-2021"), from_=day("2021-01-01"), to=day("2100-01-01"), wage=200_000)
        assert "perhaps capped" in whole.explain()

    def test_a_single_day(self) -> None:
        """One day is a day, and a loss is a loss."""
        listing = kz.Listing(
            listed=day("2025-01-01"), delisted=day("2025-01-02"), ground=kz.ListingGround.PROSECUTOR_GENERAL
        )
        assert "ALLOWED becomes PROHIBITED, 1 day lost" in kz.compare(case(listings=()), listing).explain()

    def test_as_data(self) -> None:
        """The same as plain data: spans, days, permissions, rules, and totals by right and year."""
        data = self.WHOLE.as_dict()
        assert json.loads(json.dumps(data)) == data
        assert list(data) == ["window", "as_it_is", "scenarios"]
        first = data["scenarios"][0]
        assert (first["name"], first["changes"]) == ("delisted on 2025-01-01", ["delisted on 2025-01-01"])
        (one,) = first["differences"]["send_transfer"]
        assert {key: one[key] for key in ("from", "until", "days", "before", "after")} == {
            "from": "2025-01-01",
            "until": "2026-01-01",
            "days": 365,
            "before": "prohibited",
            "after": "allowed",
        }
        assert one["rules"][0]["provision"] == "Law 191-IV, art. 13(1-1)"
        assert one["rules"][0]["decides"] == "before"
        sent = data["as_it_is"]["activities"]["send_transfer"]
        assert sent == {"2025": {"prohibited": 365, "unclear": 0, "conditional": 0}}
        assert first["totals"]["activities"] == {}
        assert data["as_it_is"]["withheld"]["by_month"][0] == {"month": "2025-01", "certain": True, "amount": 115000}
        assert {key: data["as_it_is"]["withheld"][key] for key in ("wage", "amount", "months", "months_unknown")} == {
            "wage": 200000,
            "amount": 1380000,
            "months": 12,
            "months_unknown": 0,
        }

    def test_totals_as_data(self) -> None:
        """Totals alone have the same shape; without a wage nothing is said of money."""
        data = totals(LISTED, **YEAR).as_dict()
        assert data["withheld"] is None
        assert data["days"]["prohibited"] > 365

    def test_open_ends(self) -> None:
        """A difference without a known end has no number of days."""
        data = kz.compare(LISTED, no_list, activities=[Activity.SEND_TRANSFER]).as_dict()
        (one,) = data["scenarios"][0]["differences"]["send_transfer"]
        assert (one["until"], one["days"]) == (None, None)

    def test_no_label(self) -> None:
        """Nothing that is printed of a comparison names the person."""
        secret = attrs.evolve(LISTED, person=kz.Person(label="Xenophon Quux"))
        whole = kz.compare(secret, OFF, kz.Supplied("person.label", "Xenophon Quux"))
        assert "Quux" not in whole.explain() + json.dumps(whole.as_dict()) + repr(whole)


def test_before_all_facts() -> None:
    """A difference may reach back before all facts: then its days have no number."""
    quashed = case(convicted(EXTREMIST_MINOR, restriction(years(1))), listings=())
    starts = {one.span.start for one in kz.compare(quashed, kz.Without("convictions[0]")).differences}
    assert ALWAYS not in starts
