"""An offence moved to another article: what hangs on the article follows the new one from the decision on."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from tests.law.builders import (
    ban,
    case,
    convicted,
    day,
    end,
    imprisoned,
    offence,
    prison,
    range_of,
    record_end,
    released,
    restriction,
    statuses,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission, StatusKind
from kzrights.contradictions import contradictions

EXTREMIST, ORDINARY, MISDEMEANOUR, BRIBERY = "174(1)", "274(3)", "131(1)", "366(1)"
BEFORE, DAY = "2022-05-31", "2022-06-01"


def moved(frm: str, to: str, *more: kz.Event, on: str = DAY, longest: int | None = None) -> kz.Case:
    """Someone released on 10 March 2022 whose offence a court moved on ``on``."""
    convict = imprisoned(frm, "2021-03-10", "2022-03-10")
    change = kz.Requalified(on=kz.parse_when(on), article=frm, to=to, max_imprisonment=longest)
    return attrs.evolve(convict, events=(*convict.events, change, *more))


def found(of: kz.Case, activity: A, *days: str) -> list[str]:
    return [str(kz.can(of, activity, on=day(on)).permission) for on in days]


class TestWeapons:
    def test_no_longer_for_ever(self) -> None:
        """Law on weapons 19(5): for ever only after an extremist crime; for others until the record ends, 19(4)(2)."""
        convict = moved(EXTREMIST, ORDINARY)
        assert kz.timeline(convict).free_from(A.OWN_WEAPON) == statuses(convict, StatusKind.CRIMINAL_RECORD)[0].until
        assert kz.timeline(imprisoned(EXTREMIST, "2021-03-10", "2022-03-10")).free_from(A.OWN_WEAPON) is None

    def test_for_ever_from_the_decision(self) -> None:
        """The other way round the reason begins on the day of the decision."""
        rule = "extremist_crimes_bar_weapons_for_ever"
        rules = [
            {reason.rule.name for reason in kz.can(moved(ORDINARY, EXTREMIST), A.OWN_WEAPON, on=day(on)).reasons}
            for on in ("2022-09-12", "2050-01-01")
        ]
        assert all(rule in names for names in rules)

    def test_until_the_decision_the_verdict_counts(self) -> None:
        convict, rule = moved(EXTREMIST, ORDINARY, on="2024-06-01"), "extremist_crimes_bar_weapons_for_ever"
        reasons = [kz.can(convict, A.OWN_WEAPON, on=day(on)).reasons for on in ("2024-05-31", "2024-06-01")]
        assert [rule in {reason.rule.name for reason in these} for these in reasons] == [True, False]


class TestPosts:
    def test_a_misdemeanour_opens_law_enforcement_three_years_after_the_verdict(self) -> None:
        """Law on law-enforcement service 6(2)(6-1): three years count from the verdict, not from the decision."""
        convict = moved(ORDINARY, MISDEMEANOUR)
        in_force = statuses(convict, StatusKind.CRIMINAL_RECORD)[0].from_.exact
        assert in_force is not None
        free = kz.Term(years=3).after(in_force)
        assert found(convict, A.LAW_ENFORCEMENT_SERVICE, str(free.subtract(days=1)), str(free)) == [
            "prohibited",
            "allowed",
        ]
        assert (
            kz.timeline(imprisoned(ORDINARY, "2021-03-10", "2022-03-10")).free_from(A.LAW_ENFORCEMENT_SERVICE) is None
        )

    def test_bribery_closes_elected_posts_for_ever(self) -> None:
        """Constitutional Law on elections 4(4)(2): whoever a court found guilty of a corruption crime."""
        convict = moved(ORDINARY, BRIBERY, longest=5)
        assert found(convict, A.STAND_FOR_PARLIAMENT, "2060-01-01") == ["prohibited"]
        ordinary = imprisoned(ORDINARY, "2021-03-10", "2022-03-10")
        assert found(ordinary, A.STAND_FOR_PARLIAMENT, "2060-01-01") == ["allowed"]


class TestAssemblies:
    def test_an_ordinary_record_does_not_bar_organisers(self) -> None:
        """Law on assemblies 5(6)(2): only a record for riots, treason, espionage, extremist or terrorist crimes."""
        assert found(moved(EXTREMIST, ORDINARY), A.ORGANISE_ASSEMBLY, BEFORE, DAY) == ["prohibited", "allowed"]


class TestMinors:
    """Labour Code 26(2)(3): ever convicted of, or prosecuted for, an extremist crime."""

    def test_the_first_prosecution_still_bars(self) -> None:
        assert found(moved(EXTREMIST, ORDINARY), A.TEACH_MINORS, BEFORE, DAY) == ["prohibited"] * 2

    def test_the_new_article_bars_from_the_decision(self) -> None:
        bars = statuses(moved(ORDINARY, EXTREMIST), StatusKind.WORK_WITH_MINORS_BAR)
        assert [bar.from_.exact for bar in bars] == [day(DAY)]

    def test_an_article_outside_the_table_leaves_it_open(self) -> None:
        """Whether bribery is among the crimes of the list the library's table does not say."""
        (bar,) = statuses(moved(ORDINARY, BRIBERY, longest=5), StatusKind.WORK_WITH_MINORS_BAR)
        assert (bar.from_.earliest, bar.period.surely) == (day(DAY), None)


class TestDoubt:
    def test_what_both_articles_say_is_sure(self) -> None:
        """An uncertain day of the decision does not blur a bar that follows from either article."""
        convict = moved(EXTREMIST, ORDINARY, on="2022-04..2022-08")
        assert found(convict, A.OWN_WEAPON, "2022-06-01") == ["prohibited"]
        answer = kz.can(convict, A.ORGANISE_ASSEMBLY, on=day("2022-06-01"))
        assert (answer.permission, [fact.path for fact in answer.missing]) == (Permission.UNCLEAR, ["events[1].on"])

    def test_a_part_left_out_is_asked_for_where_it_belongs(self) -> None:
        """Of 405 only some parts are known to be read; the file gives the new article with the event."""
        (record,) = statuses(moved(ORDINARY, "274"), StatusKind.CRIMINAL_RECORD)
        assert record.until.missing == {"events[1].to"}


class TestSeveral:
    def test_moved_twice(self) -> None:
        """Each decision counts from its own day; the second one takes the article the first one left."""
        again = kz.Requalified(on=day("2022-10-01"), article=ORDINARY, to=EXTREMIST)
        convict = moved(EXTREMIST, ORDINARY, again)
        days = (BEFORE, DAY, "2022-09-30", "2022-10-01")
        assert found(convict, A.ORGANISE_ASSEMBLY, *days) == ["prohibited", "allowed", "allowed", "prohibited"]

    def test_the_other_offence_keeps_its_article(self) -> None:
        """One of two extremist offences is moved: the other still bars."""
        convict = moved(EXTREMIST, ORDINARY)
        (conviction,) = convict.convictions
        two = attrs.evolve(conviction, offences=(*conviction.offences, offence("405(2)")))
        both = case(two, events=convict.events)
        assert found(both, A.ORGANISE_ASSEMBLY, BEFORE, DAY) == ["prohibited"] * 2


@pytest.mark.parametrize(("to", "longest", "path"), [("99(1)", None, "to"), ("405(1)", 2, "max_imprisonment")])
def test_an_article_outside_the_table_brings_its_sanction(to: str, longest: int | None, path: str) -> None:
    """As for an offence of the verdict: gravity follows from the sanction, so one of both must be known."""
    with pytest.raises(kz.CaseError, match=rf"events\[1\]\.{path}"):
        moved(ORDINARY, to, longest=longest)


def sentenced(frm: str, to: str, on: str, *more: kz.Event) -> kz.Case:
    """Someone in prison for twelve years from 10 March 2019, 4,383 days, whose offence a court moved on ``on``."""
    verdict = convicted(frm, prison(years(12)), in_force="2019-03-10", committed="2018-10-01")
    return case(verdict, events=[kz.Requalified(on=kz.parse_when(on), article=frm, to=to), *more])


class TestParole:
    """Criminal Code 72: a third after medium crimes, half after serious; closed by 72(8)(2) to some."""

    @pytest.mark.parametrize(
        ("on", "first"),
        [
            ("2022-06-01", "2023-03-10"),  # a third: 1,461 days
            ("2024-06-01", "2024-06-01"),  # a third was served before the decision
            ("2027-06-01", "2025-03-10"),  # half, 2,192 days, was served before the decision
        ],
    )
    def test_the_share_follows_the_new_article(self, on: str, first: str) -> None:
        """Serious as judged, medium from the decision."""
        parole = kz.earliest_parole(sentenced("274(4)", "274(3)", on))
        assert (str(parole.day), parole.missing) == (first, ())

    def test_to_a_graver_article(self) -> None:
        """Medium as judged, serious from a decision before a third is served: half."""
        assert str(kz.earliest_parole(sentenced("274(3)", "274(4)", "2022-06-01")).day) == "2025-03-10"

    def test_a_decision_perhaps_before_half_is_served(self) -> None:
        """Open from the decision, and at the latest when half is served."""
        parole = kz.earliest_parole(sentenced("274(4)", "274(3)", "2025-02..2025-05"))
        assert parole.day is not None
        assert range_of(parole.day) == ("2025-02-01", "2025-03-10")
        assert [fact.path for fact in parole.missing] == ["events[0].on"]

    def test_closed_until_the_decision(self) -> None:
        """Article 174(3) is extremist and especially serious: closed; medium from the decision: open."""
        assert kz.earliest_parole(imprisoned("174(3)", "2019-03-10", "2029-03-10")).barred
        parole = kz.earliest_parole(sentenced("174(3)", "274(3)", "2024-06-01"))
        assert (str(parole.day), parole.barred) == ("2024-06-01", None)

    def test_closed_until_a_decision_of_an_uncertain_day(self) -> None:
        parole = kz.earliest_parole(sentenced("174(3)", "274(3)", "2024-05..2024-07"))
        assert parole.day is not None
        assert range_of(parole.day) == ("2024-05-01", "2024-07-31")
        assert [fact.path for fact in parole.missing] == ["events[0].on"]

    def test_closed_from_the_decision(self) -> None:
        """A third is served on 2023-03-10: open where it was moved later, else closed."""
        moved_later, moved_before = (sentenced("274(3)", "174(3)", on) for on in ("2023-06-01", "2023-03-01"))
        assert str(kz.earliest_parole(moved_later).day) == "2023-03-10"
        assert kz.earliest_parole(moved_before).barred

    def test_closed_perhaps_before_the_day(self) -> None:
        """The day stands, what would close it is a condition, and what would tell is named."""
        parole = kz.earliest_parole(sentenced("274(3)", "174(3)", "2023-03-01..2023-03-31"))
        assert (str(parole.day), [fact.path for fact in parole.missing]) == ("2023-03-10", ["events[0].on"])
        closed = "not if a terrorist or extremist crime with an especially serious crime bars parole"
        assert closed in [one.says for one in parole.conditions]

    def test_perhaps_before_the_day_the_conditions_of_both_articles_are_told(self) -> None:
        """174(1) is extremist, serious: half, and only with active help; 274(3) is medium: a third."""
        parole = kz.earliest_parole(sentenced("174(1)", "274(3)", "2025-02..2025-05"))
        assert parole.share == (Fraction(1, 3), Fraction(1, 2))
        assert any("active help" in one.says for one in parole.conditions)
        turned = kz.earliest_parole(sentenced("274(3)", "174(1)", "2023-03-01..2023-03-31"))
        assert any("active help" in one.says for one in turned.conditions)

    def test_no_longer_a_contradiction(self) -> None:
        """Paroled after the decision; before it, 72(8)(2) was against it."""
        freed = released("2025-03-10", kz.ReleaseGround.PAROLE)
        warnings = [contradictions(sentenced("174(3)", "274(3)", on, freed)) for on in ("2024-06-01", "2026-06-01")]
        assert [bool(one) for one in warnings] == [False, True]


class TestAmnesty:
    """Criminal Code 78(2): none for extremist and terrorist crimes."""

    @staticmethod
    def amnestied(frm: str, to: str, on: str, *gave: kz.Relief) -> kz.Case:
        """Restriction of 3 years from 2021-03-20, a ban of 5 from 2021-03-15; amnestied on 1 December 2022."""
        verdict = convicted(frm, restriction(years(3), "2021-03-20"), ban(years(5)), in_force="2021-03-15")
        change = kz.Requalified(on=kz.parse_when(on), article=frm, to=to)
        return case(verdict, events=[change, kz.Amnesty(on=day("2022-12-01"), act=2022, gave=gave)])

    @pytest.mark.parametrize("gave", [(), tuple(kz.Relief)])
    @pytest.mark.parametrize(
        ("frm", "to", "on", "freed"),
        [
            (EXTREMIST, ORDINARY, "2022-06-01", True),
            (EXTREMIST, ORDINARY, "2023-06-01", False),
            (ORDINARY, EXTREMIST, "2022-06-01", False),
            (ORDINARY, EXTREMIST, "2023-06-01", True),
        ],
    )
    def test_by_the_article_of_its_day(
        self, frm: str, to: str, on: str, freed: bool, gave: tuple[kz.Relief, ...]
    ) -> None:
        """What it gave to an ordinary crime of medium gravity stands: main punishment, ban and record."""
        convict = self.amnestied(frm, to, on, *gave)
        assert (end(convict, StatusKind.ACTIVITY_BAN) == "2022-12-01") is freed
        assert (record_end(convict) == "2022-12-01") is freed

    def test_open_where_it_is_not_known_which_came_first(self) -> None:
        convict = self.amnestied(EXTREMIST, ORDINARY, "2022-11..2023-01", *kz.Relief)
        (banned,) = statuses(convict, StatusKind.ACTIVITY_BAN)
        assert range_of(banned.until) == ("2022-12-01", "2026-03-15")
        assert banned.until.missing == {"events[0].on"}


class TestSupervision:
    """Law 245-VIII 64(2): three years after medium crimes, six after serious, from the day of release."""

    @pytest.mark.parametrize(("on", "until"), [("2025-06-01", "2029-05-01"), ("2026-06-01", "2032-05-01")])
    def test_by_the_article_of_the_day_of_release(self, on: str, until: str) -> None:
        verdict = convicted("274(4)", prison(years(3)), in_force="2023-05-01")
        change = kz.Requalified(on=day(on), article="274(4)", to="274(3)")
        convict = case(verdict, events=[change, released("2026-05-01")])
        (supervised,) = statuses(convict, StatusKind.ADMINISTRATIVE_SUPERVISION)
        assert range_of(supervised.until)[1] == until

    def test_open_where_it_is_not_known_which_came_first(self) -> None:
        verdict = convicted("274(4)", prison(years(3)), in_force="2023-05-01")
        change = kz.Requalified(on=kz.parse_when("2026-04..2026-06"), article="274(4)", to="274(3)")
        (supervised,) = statuses(
            case(verdict, events=[change, released("2026-05-01")]), StatusKind.ADMINISTRATIVE_SUPERVISION
        )
        assert range_of(supervised.until)[1] == "2032-05-01"
        assert "events[0].on" in supervised.until.missing
