"""A law set is a value: amending it gives a new one, and no answer of the old one changes."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights.activities import Activity
from kzrights.errors import LawError
from kzrights.evaluate import Evaluation
from kzrights.law.acts import LAW_191
from kzrights.law.financing_law import CapBase
from kzrights.law.offences import Gravity, Sanction
from kzrights.law.parameters import Parameter
from kzrights.law.rules import Clock, Rule, answers, restricts
from kzrights.statuses import Status, StatusKind
from kzrights.strategies import dates

LAW = kz.LAW
LISTED_ON = Date(2017, 3, 1)
CASE = kz.Case(
    person=kz.Person(label="made up"),
    household=(),
    listings=[kz.Listing(listed=LISTED_ON, ground=kz.ListingGround.PROSECUTOR_GENERAL)],
)
REFORM = Date(2024, 7, 1)
WAGE = "minimum_wage"
DAYS = dates(Date(2015, 1, 2), Date(2026, 12, 31))


def parcels_are_refused(since: Date) -> Rule:
    @restricts(StatusKind.LISTED, LAW_191 / "13(1-1)", since=since, forbids=(Activity.SEND_PARCEL,))
    def parcels_are_refused(_: Status) -> bool:
        """A reform refuses parcels too."""
        return True

    return parcels_are_refused


def doubled(since: Date, until: Date | None = None) -> Parameter:
    row = LAW.parameters.at(WAGE, since)
    changes: dict[str, Any] = {"until": until} if until else {}
    return evolve(row, value=row.value * 2, since=since, **changes)


def amount(on: Date, law: kz.Law = LAW) -> object:
    return kz.cap(CASE, on=on, law=law).amount


class TestAmend:
    def test_a_new_law_and_the_old_one_left_alone(self) -> None:
        names = [rule.name for rule in LAW.rules]
        law = LAW.amend(parcels_are_refused(REFORM))
        assert law is not LAW
        assert [rule.name for rule in LAW.rules] == names
        assert [rule.name for rule in law.rules] == [*names, "parcels_are_refused"]
        assert not kz.can(CASE, "send_parcel", on=REFORM).reasons
        assert kz.can(CASE, "send_parcel", on=REFORM, law=law).permission is kz.Permission.PROHIBITED

    def test_a_rule_takes_the_place_of_the_rule_of_its_name(self) -> None:
        old = LAW.rule("securities_are_blocked")
        law = LAW.amend(old.evolve(norm="another"))
        assert [rule.name for rule in law.rules] == [rule.name for rule in LAW.rules]
        assert (law.rule(old.name).norm, LAW.rule(old.name).norm) == ("another", old.norm)

    def test_what_is_not_named_is_shared(self) -> None:
        law = LAW.amend(parcels_are_refused(REFORM))
        assert law.readings is LAW.readings
        assert law.parameters.rows == LAW.parameters.rows
        assert law.offences.sanctions == LAW.offences.sanctions

    def test_nothing_changes_nothing(self) -> None:
        assert LAW.amend().rules == LAW.rules

    def test_a_law_cannot_be_changed_in_place(self) -> None:
        with pytest.raises(AttributeError):
            LAW.rules = ()  # type: ignore[misc]

    def test_topics_follow(self) -> None:
        law = LAW.amend(parcels_are_refused(REFORM))
        assert [rule.name for rule in law.topic("restriction") if rule not in LAW.topic("restriction")] == [
            "parcels_are_refused"
        ]
        assert law.without("parcels_are_refused").topic("restriction") == LAW.topic("restriction")


class TestWithout:
    @pytest.mark.parametrize("by", ["securities_are_blocked", LAW.rule("securities_are_blocked")])
    def test_by_name_or_by_rule(self, by: str | Rule) -> None:
        law = LAW.without(by)
        assert len(law.rules) == len(LAW.rules) - 1
        assert kz.can(CASE, "trade_securities", on=REFORM).permission is kz.Permission.PROHIBITED
        assert kz.can(CASE, "trade_securities", on=REFORM, law=law).permission is kz.Permission.ALLOWED

    def test_several(self) -> None:
        assert len(LAW.without("gravity", "listed").rules) == len(LAW.rules) - 2

    def test_unknown(self) -> None:
        with pytest.raises(LawError, match="no rule is called 'nothing'"):
            LAW.without("gravity", "nothing")
        with pytest.raises(LawError, match="no rule is called 'nothing'"):
            LAW.rule("nothing")


class TestReading:
    def test_a_choice_is_taken(self) -> None:
        law = LAW.reading(ban_start="registration")
        assert (law.choice("ban_start"), LAW.choice("ban_start")) == ("registration", "release")
        assert law.reading(ban_start="release").choice("ban_start") == "release"

    def test_choices_add_up(self) -> None:
        law = LAW.reading(ban_start="registration").reading(cap_counts_the_person="members_only")
        assert law.chosen == {"ban_start": "registration", "cap_counts_the_person": "members_only"}

    def test_an_unknown_name_lists_those_there_are(self) -> None:
        with pytest.raises(LawError) as caught:
            LAW.reading(nothing="release")
        assert "'nothing'" in str(caught.value)
        assert all(reading.name in str(caught.value) for reading in LAW.readings)

    def test_an_unknown_choice_lists_those_there_are(self) -> None:
        with pytest.raises(LawError, match="reading ban_start: expected one of release, registration, got 'never'"):
            LAW.reading(ban_start="never")

    def test_asking_for_an_unknown_one(self) -> None:
        with pytest.raises(LawError, match="got 'nothing'"):
            LAW.choice("nothing")


class TestParameter:
    def test_the_cap_changes_from_its_day_on(self) -> None:
        law = LAW.amend(doubled(REFORM))
        before = REFORM.subtract(days=1)
        assert amount(before, law) == amount(before) == amount(REFORM) == kz.Tenge(85_000)
        assert amount(REFORM, law) == kz.Tenge(170_000)

    def test_and_back_on_the_day_it_ends(self) -> None:
        until = REFORM.add(months=2)
        law = LAW.amend(doubled(REFORM, until))
        assert amount(until.subtract(days=1), law) == kz.Tenge(170_000)
        assert amount(until, law) == amount(until)

    @given(since=dates(Date(2020, 11, 15), Date(2026, 12, 31)), on=dates(LISTED_ON, Date(2026, 12, 31)))
    def test_on_no_day_before(self, since: Date, on: Date) -> None:
        new = doubled(since)
        here = amount(on, LAW.amend(new))
        assert here == (new.value if on in new.span else amount(on))


def conviction(committed: Date, article: str = "174(2)") -> kz.Case:
    """Two years of imprisonment, by a verdict of 2022."""
    return kz.Case(
        person=kz.Person(label="made up", born=Date(1980, 1, 1)),
        convictions=[
            kz.Conviction(
                id="c1",
                verdict=Date(2022, 3, 1),
                in_force=Date(2022, 3, 16),
                offences=[kz.Offence(article=article, committed=committed)],
                punishments=[kz.Imprisonment(term=kz.Term(years=2), security=kz.Security.MAXIMUM)],
            )
        ],
    )


def gravity(committed: Date, law: kz.Law) -> Gravity:
    world = Evaluation(conviction(committed), law).world
    (judged,) = world.courses[0].offences
    (sanction,) = judged.sanctions
    return world.gravity(sanction, judged.act)


class TestSanction:
    DAY = Date(2020, 1, 1)
    OLD = LAW.offences.of("174(2)")[-1]

    def milder_since(self, day: Date) -> kz.Law:
        old = evolve(self.OLD, since=Date(2015, 1, 1), until=day)
        return LAW.amend(old, evolve(old, since=day, until=self.OLD.until, max_imprisonment=2))

    def test_it_replaces_every_edition_of_its_article(self) -> None:
        new = Sanction(article="174(2)", since=self.DAY, max_imprisonment=2, source="a reform", confidence="SEEN")
        before = LAW.offences.of("174(2)")
        law = LAW.amend(new)
        assert law.offences.of("174(2)") == (new,)
        assert LAW.offences.of("174(2)") == before
        assert law.offences.of("174(1)") == LAW.offences.of("174(1)")

    def test_gravity_of_acts_in_its_span(self) -> None:
        law = self.milder_since(self.DAY)
        before = self.DAY.subtract(days=1)
        assert gravity(before, law) is gravity(before, LAW) is gravity(self.DAY, LAW) is Gravity.SERIOUS
        assert gravity(self.DAY, law) is Gravity.MINOR

    def test_and_with_it_the_length_of_the_record(self) -> None:
        law = self.milder_since(self.DAY)
        assert record_years(self.DAY, law) == 3
        assert record_years(self.DAY, LAW) == 6

    @given(day=dates(Date(2016, 1, 1), Date(2021, 12, 31)), act=dates(Date(2016, 1, 1), Date(2021, 12, 31)))
    @settings(max_examples=50)
    def test_of_no_act_before(self, day: Date, act: Date) -> None:
        assert gravity(act, self.milder_since(day)) is (Gravity.SERIOUS if act < day else Gravity.MINOR)


def record_years(committed: Date, law: kz.Law) -> int:
    found = Evaluation(conviction(committed), law)
    (record,) = (status for status in found.statuses if status.kind is StatusKind.CRIMINAL_RECORD)
    served, until = found.world.courses[0].served.exact, record.until.exact
    assert served is not None
    assert until is not None
    return next(years for years in range(20) if kz.Term(years=years).after(served) == until)


class TestNewEdition:
    """An edition that begins on day D changes no answer before D."""

    @given(since=DAYS, on=DAYS)
    def test_a_restriction(self, since: Date, on: Date) -> None:
        law = LAW.amend(parcels_are_refused(since))
        refused = kz.can(CASE, "send_parcel", on=on, law=law).permission is kz.Permission.PROHIBITED
        assert refused == (on >= max(since, LISTED_ON))

    @given(since=DAYS, days=st.lists(DAYS, min_size=1, max_size=3))
    @settings(max_examples=25)
    def test_every_other_activity_stays_as_it_was(self, since: Date, days: list[Date]) -> None:
        law = LAW.amend(parcels_are_refused(since))
        for on in days:
            for activity in Activity:
                if activity is not Activity.SEND_PARCEL or on < since:
                    there, here = kz.can(CASE, activity, on=on, law=law), kz.can(CASE, activity, on=on)
                    assert (there.permission, there.conditions) == (here.permission, here.conditions)

    @given(since=dates(Date(2020, 11, 16), Date(2026, 12, 31)), on=dates(LISTED_ON, Date(2026, 12, 31)))
    def test_the_cap(self, since: Date, on: Date) -> None:
        @answers("cap", LAW_191 / "12(8)(1)", since=since, series="cap")
        def cap_by_subsistence_minimum_again(_united_nations: bool) -> CapBase:
            """A reform goes back to the subsistence minimum."""
            return CapBase("subsistence_minimum")

        law = LAW.amend(LAW.rule("cap_by_minimum_wage").evolve(until=since), cap_by_subsistence_minimum_again)
        assert law.check() == LAW.check()
        assert amount(on, law) == (LAW.parameters.at("subsistence_minimum", on).value if on >= since else amount(on))

    @given(since=dates(Date(2015, 1, 2), Date(2035, 12, 31)), act=dates(Date(2016, 1, 1), Date(2021, 12, 31)))
    @settings(max_examples=50)
    def test_a_milder_edition_of_the_record(self, since: Date, act: Date) -> None:
        """A milder law applies back, but works from its own first day (Criminal Code 6)."""
        there, here = barred(act, without_records(since)), barred(act, LAW)
        assert {day for day in there if day < since} == {day for day in here if day < since}
        assert there <= here

    def test_a_milder_edition_that_comes_while_the_record_lasts(self) -> None:
        there, here = (barred(Date(2020, 5, 1), law) for law in (without_records(Date(2025, 7, 1)), LAW))
        assert max(there) == Date(2025, 6, 16)
        assert max(here) > Date(2027, 1, 1)


def without_records(since: Date) -> kz.Law:
    """A reform that leaves no record where there were three years of it."""
    old = LAW.rule("record_after_prison_for_minor_or_medium")

    @answers("end of a record", old.provision, since=since, clock=Clock.ACT, series=old.series)
    def no_record(of: Any) -> Any:
        """No record once the punishment is served."""
        return of.clock if old(of) else None

    return LAW.amend(old.evolve(until=since), no_record)


def barred(act: Date, law: kz.Law) -> set[Date]:
    """The days, one a month, on which the record surely bars from the work of a notary."""
    here = Evaluation(conviction(act, "405(2)"), law)
    months = [Date(year, month, 16) for year in range(2022, 2036) for month in range(1, 13)]
    return {day for day in months if here.can(Activity.NOTARY, day).permission is kz.Permission.PROHIBITED}
