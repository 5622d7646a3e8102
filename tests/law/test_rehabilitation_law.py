"""Rehabilitation, norm by norm; days reckoned by hand."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.builders import (
    MISDEMEANOUR,
    ORDINARY_SERIOUS,
    ban,
    case,
    convicted,
    day,
    detained,
    prison,
    released,
    restriction,
    when,
    years,
)

import kzrights as kz
from kzrights.redress import Redress
from kzrights.steps import Step

ON = "2026-06-01"
QUASHED = "2023-03-15"


def one(of: kz.Case, on: str = ON, law: kz.Law | None = None) -> Redress:
    return kz.rehabilitation(of, on=day(on), law=law).convictions[0]


def names(steps: tuple[Step, ...]) -> list[str]:
    return [step.rule.name for step in steps]


def step(of: kz.Case, name: str, on: str = ON) -> Step:
    given = kz.rehabilitation(of, on=day(on))
    every = [*given.elsewhere]
    for each in given.convictions:
        every += [*each.grounds, *each.bars, *each.claims, *each.deadlines]
    return next(found for found in every if found.rule.name == name)


def imprisoned(*events: kz.Event, of: str = ORDINARY_SERIOUS, **more: Any) -> kz.Case:
    punished = (prison(years(5)), ban(years(3), kz.Scope.PUBLIC_ACTIVITY))
    return case(convicted(of, *punished, in_force="2021-03-15"), events=events, **more)


def quashed(outcome: kz.Outcome, on: str = QUASHED) -> kz.Quashed:
    return kz.Quashed(on=when(on), outcome=outcome)


def acquitted(on: str = QUASHED, *more: kz.Event) -> kz.Case:
    return imprisoned(quashed(kz.Outcome.ACQUITTED, on), *more)


def moved(to: str, *more: kz.Event, longest: int | None = None, **rest: Any) -> kz.Case:
    change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to=to, max_imprisonment=longest)
    return imprisoned(change, released(QUASHED), *more, **rest)


class TestGrounds:
    def test_acquittal(self) -> None:
        """CPC 37(1), 38(2)(1): one acquitted is rehabilitated."""
        found = one(acquitted())
        assert (found.entitled, found.partial) == (True, False)
        assert names(found.grounds) == ["acquittal_rehabilitates"]

    def test_not_before_the_acquittal(self) -> None:
        """CPC 37(1): the acquittal is the ground."""
        assert one(acquitted(), "2023-03-14").entitled is False
        assert one(acquitted(), QUASHED).entitled is True

    def test_acquittal_on_a_day_not_known(self) -> None:
        """CPC 37(1): while it is not known whether it was by then, neither is the right."""
        found = one(acquitted("2023-03-01..2023-03-31"), QUASHED)
        assert found.entitled is None
        assert "events[0].on" in [fact.path for fact in found.missing]
        assert [(each.rule.name, each.holds) for each in found.grounds] == [("acquittal_rehabilitates", None)]

    def test_termination_on_a_point_the_file_does_not_give(self) -> None:
        """CPC 35(1), 37(1): points 1, 2, 5, 6, 7 and 8 rehabilitate, the others do not."""
        found = one(imprisoned(quashed(kz.Outcome.TERMINATED)))
        assert found.entitled is None
        assert "35(1)" in " ".join(fact.says for fact in found.missing)
        assert {"milder_law_bars_money", "other_endings_bar"} < set(names(found.bars))

    def test_release_by_quashing_without_its_outcome(self) -> None:
        """CPC 37(1), 494: what became of the case decides."""
        found = one(imprisoned(released(QUASHED, kz.ReleaseGround.QUASHED)))
        assert found.entitled is None
        assert "what became of the case" in " ".join(fact.says for fact in found.missing)

    def test_remand(self) -> None:
        """CPC 494: a case sent back goes on."""
        found = one(imprisoned(quashed(kz.Outcome.REMANDED)))
        assert (found.entitled, found.claims) == (None, ())

    def test_acquittal_after_remand(self) -> None:
        """CPC 37(1): the last decision counts."""
        found = one(imprisoned(quashed(kz.Outcome.REMANDED), quashed(kz.Outcome.ACQUITTED, "2023-09-01")))
        assert found.entitled is True

    def test_verdict_not_in_force(self) -> None:
        """CPC 37(1): the prosecution goes on."""
        early = case(convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2021-03-15", verdict="2020-12-01"))
        assert one(early, "2021-01-01").entitled is None
        assert one(early, "2021-03-15").entitled is False


class TestPartly:
    """CPC 38(2)(4): what was served above the longest imprisonment of the new article."""

    def test_two_years_served_one_allowed(self) -> None:
        """15.03.2021 to 15.03.2023 are 730 days; 274(1) allows one year, 365 days."""
        found = one(moved("274(1)"))
        assert (found.entitled, found.partial, found.days) == (True, True, (365, 365))

    def test_custody_before_the_verdict_was_served_too(self) -> None:
        """Ten days of detention before the verdict make it 740; house arrest is none."""
        held = [
            detained("2020-05-01", "2020-05-10"),
            detained("2020-06-01", "2020-06-10", kz.CustodyKind.HOUSE_ARREST),
        ]
        assert one(moved("274(1)", custody=held)).days == (375, 375)

    def test_less_served_than_allowed(self) -> None:
        """274(2) allows three years, more than the two served."""
        found = one(moved("274(2)"))
        assert (found.entitled, found.days, found.claims) == (False, (0, 0), ())

    def test_less_served_but_detained(self) -> None:
        """The same item names custody on a charge that does not allow it; the file does not say."""
        found = one(moved("274(2)", custody=[detained("2020-05-01", "2020-05-10")]))
        assert found.entitled is None
        assert "custody" in " ".join(fact.says for fact in found.missing)

    def test_moved_within_an_article_whose_part_was_not_known(self) -> None:
        """274 goes up to seven years in its fourth part: one year is lighter."""
        change = kz.Requalified(on=day(QUASHED), article="274", to="274(1)")
        found = one(imprisoned(change, released(QUASHED), of="274"))
        assert (found.entitled, found.days) == (True, (365, 365))

    def test_release_on_a_day_not_known(self) -> None:
        """From 15.03.2021 to some day of March 2022: 351 to 381 days, of which 365 were allowed."""
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        found = one(imprisoned(change, released("2022-03-01..2022-03-31")))
        assert (found.entitled, found.days) == (None, (0, 16))
        (ground,) = found.grounds
        assert [(fact.path, fact.says) for fact in ground.finding.missing] == [("events[1].on", "the days served")]

    def test_in_force_on_a_day_not_known(self) -> None:
        """370 to 380 days, of which 365 were allowed."""
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        sentence = convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2021-03-10..2021-03-20")
        found = one(case(sentence, events=[change, released("2022-03-25")]))
        assert (found.entitled, found.days) == (True, (5, 15))
        assert found.grounds[0].because == "served 370 to 380 days, at most 365 days under article 274(1)"

    @pytest.mark.parametrize(("last", "unlawful"), [("2022-03-15", 0), ("2022-03-16", 1)])
    def test_the_first_day_above_what_is_allowed(self, last: str, unlawful: int) -> None:
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        found = one(imprisoned(change, released(last)))
        assert (found.entitled, found.days) == (bool(unlawful), (unlawful, unlawful))
        assert not any(fact.says == "the days served" for fact in found.missing)

    def test_moved_to_an_article_whose_part_is_not_known(self) -> None:
        """549 days; 274 allows one year in its first part and seven in its fourth."""
        change = kz.Requalified(on=day(QUASHED), article="174(2)", to="274")
        found = one(imprisoned(change, released("2022-09-15"), of="174(2)"))
        assert (found.entitled, found.days) == (None, (0, 184))
        (ground,) = found.grounds
        assert [fact.path for fact in ground.finding.missing] == ["events[0].to"]

    def test_an_article_without_imprisonment(self) -> None:
        """No imprisonment in the sanction; it may have arrest, of 90 days at most."""
        assert one(moved(MISDEMEANOUR)).days == (640, 730)

    def test_an_article_that_is_not_lighter(self) -> None:
        assert one(moved("174(2)")).entitled is False

    def test_an_article_outside_the_table(self) -> None:
        """The event brings its sanction along: a year, as 274(1) has."""
        found, same = one(moved("99(1)", longest=1)), one(moved("274(1)"))
        assert (found.entitled, found.days) == (same.entitled, same.days) == (True, (365, 365))

    def test_without_the_new_article(self) -> None:
        found = one(imprisoned(quashed(kz.Outcome.REQUALIFIED)))
        assert found.entitled is None
        assert [fact.path for fact in found.missing if fact.path.endswith(".to")] == ["events[0].to"]

    def test_still_imprisoned(self) -> None:
        """A day more counts for each day in prison: on 16.03.2023, 731 days less 365."""
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        assert one(imprisoned(change), "2023-03-16").days == (366, 366)

    def test_several_offences(self) -> None:
        offences = (
            kz.Offence(article=ORDINARY_SERIOUS, committed=day("2019-01-15")),
            kz.Offence(article="174(2)", committed=day("2019-01-15")),
        )
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        found = one(case(convicted(offences, prison(years(5)), in_force="2021-03-15"), events=[change]))
        assert (found.entitled, found.days) == (None, None)

    def test_no_imprisonment_was_imposed(self) -> None:
        change = kz.Requalified(on=day(QUASHED), article=ORDINARY_SERIOUS, to="274(1)")
        mild = convicted(ORDINARY_SERIOUS, restriction(years(3), "2021-04-01"), in_force="2021-03-15")
        assert one(case(mild, events=[change])).entitled is False


class TestBars:
    @pytest.mark.parametrize(
        ("event", "bar"),
        [
            (released(QUASHED), "serving_is_no_ground"),
            (released(QUASHED, kz.ReleaseGround.PAROLE), "early_release_is_no_ground"),
            (released(QUASHED, kz.ReleaseGround.ILLNESS), "early_release_is_no_ground"),
            (released(QUASHED, kz.ReleaseGround.AMNESTY), "amnesty_bars"),
            (kz.Amnesty(on=day(QUASHED), act=2022, gave=(kz.Relief.MAIN_PUNISHMENT,)), "amnesty_bars"),
            (released(QUASHED, kz.ReleaseGround.PARDON), "pardon_bars"),
            (kz.Pardon(on=day(QUASHED), gave=(kz.Relief.MAIN_PUNISHMENT,)), "pardon_bars"),
            (kz.RecordLifted(on=day(QUASHED)), "lifted_record_is_no_ground"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_not_a_ground(self, event: kz.Event, bar: str) -> None:
        """CPC 38(5)-(6): none of these gives a right; before its day it is not named."""
        found = one(imprisoned(event))
        assert found.entitled is False
        assert names(found.bars) == ["verdict_stands", bar, "opinions_are_no_ground"]
        assert names(one(imprisoned(event), "2023-03-14").bars) == ["verdict_stands", "opinions_are_no_ground"]

    def test_an_opinion_changes_nothing(self) -> None:
        """CPC 38(6), 499: closed lists; the answer is the same without the rule."""
        without = kz.LAW.without("opinions_are_no_ground")
        assert one(imprisoned()).entitled is one(imprisoned(), law=without).entitled is False
        assert "Working Group" in step(imprisoned(), "opinions_are_no_ground").says

    def test_self_incrimination_has_to_be_proved(self) -> None:
        """CPC 38(4): it bars money if proved; until then the right stands."""
        found = one(acquitted())
        assert [(each.rule.name, each.holds) for each in found.bars] == [("self_incrimination_bars", None)]

    def test_an_amnesty_before_acquittal_does_not_bar(self) -> None:
        """CPC 38(5) speaks of verdicts cancelled because of an amnesty."""
        amnestied = kz.Amnesty(on=day("2022-12-01"), act=2022, gave=(kz.Relief.MAIN_PUNISHMENT,))
        found = one(acquitted(QUASHED, amnestied))
        assert (found.entitled, "amnesty_bars" in names(found.bars)) == (True, False)


class TestClaims:
    HEADS = (
        "rights_restored",
        "lost_income",
        "fines_and_costs",
        "legal_aid_and_expenses",
        "nothing_deducted",
        "moral_harm",
        "other_rights",
        "apology",
    )

    def test_after_acquittal(self) -> None:
        """CPC 37-41: everything, and no record ever."""
        assert names(one(acquitted()).claims) == list(self.HEADS)
        assert "never existed" in step(acquitted(), "rights_restored").because

    def test_in_part_without_apology(self) -> None:
        """CPC 41(1): the apology is for one rehabilitated."""
        claims = names(one(moved("274(1)")).claims)
        assert claims == [name for name in self.HEADS if name not in ("rights_restored", "apology")]

    def test_what_the_verdict_took(self) -> None:
        """CPC 39(2), 40(1)(2)-(3): property, fine, ranks."""
        taken = (prison(years(5)), kz.Confiscation(), kz.LossOfRank(), kz.Fine())
        of = case(convicted(ORDINARY_SERIOUS, *taken), events=[quashed(kz.Outcome.ACQUITTED)])
        assert {"confiscated_property", "ranks_returned"} < set(names(one(of).claims))
        assert step(of, "fines_and_costs").because.startswith("the fine")

    def test_apology_in_the_release_document(self) -> None:
        """CEC 165(7): on release after quashing."""
        freed = acquitted(QUASHED, released(QUASHED, kz.ReleaseGround.QUASHED))
        assert "apology_on_release" in names(one(freed).claims)

    def test_heirs(self) -> None:
        """CPC 38(3), 39(1): the right passes to the heirs on death."""
        late = acquitted(QUASHED, kz.Death(on=day("2024-05-05")))
        assert "heirs_claim" not in names(one(late, "2024-05-04").claims)
        assert "heirs_claim" in names(one(late, "2024-05-05").claims)
        assert "notice_to_heirs" in names(one(late, "2024-05-05").deadlines)

    def test_heirs_only_where_death_is_certain(self) -> None:
        """CPC 39(1): died some day of May."""
        late = acquitted(QUASHED, kz.Death(on=when("2024-05-01..2024-05-31")))
        given = ["notice_to_heirs" in names(one(late, on).deadlines) for on in ("2024-05-15", "2024-05-31")]
        assert given == [False, True]


class TestDeadlines:
    def test_six_months_from_the_notice(self) -> None:
        """CPC 39(3), 48(4): no sooner than six months after the decision, 15.09.2023, a Friday."""
        found = step(acquitted(), "claim_within_six_months").finding
        assert found.by is not None
        assert str(found.by) == "2023-09-15 or later"
        assert [fact.path for fact in found.missing] == ["events[0].notice"]

    def test_a_day_off_moves_it(self) -> None:
        """CPC 48(4): 16.09.2023 is a Saturday, so Monday 18.09.2023."""
        found = step(acquitted("2023-03-16"), "claim_within_six_months").finding
        assert found.by is not None
        assert str(found.by.earliest) == "2023-09-18"

    def test_from_the_first_day_on_which_the_decision_may_have_been(self) -> None:
        """CPC 39(3): six months from 01.03.2023 at the soonest."""
        found = step(acquitted("2023-03-01..2023-03-31"), "claim_within_six_months").finding
        assert found.by is not None
        assert str(found.by.earliest) == "2023-09-01"

    def test_in_years_whose_days_off_are_not_known_it_is_not_moved(self) -> None:
        """CPC 48(4): 15.09.2040 is a Saturday; which days are off in that year is not known yet."""
        found = step(acquitted("2040-03-15"), "claim_within_six_months", on="2040-04-02").finding
        assert found.by is not None
        assert str(found.by.earliest) == "2040-09-15"

    def test_a_notice_before_2020(self) -> None:
        """CPC 39(3): the wording before the law 292-VI was not read."""
        old = case(
            convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2018-09-15", committed="2018-08-15"),
            events=[quashed(kz.Outcome.ACQUITTED, "2019-06-03")],
        )
        assert {"claim_before_2020", "claim_within_six_months"} < set(names(one(old).deadlines))
        for name in ("claim_within_six_months", "afterwards_civil_court", "decided_in_a_month"):
            given = [name in names(one(old, on).deadlines) for on in ("2020-01-10", "2020-01-11")]
            assert given == [False, True]
        assert "claim_before_2020" not in names(one(acquitted()).deadlines)
        found = step(old, "claim_within_six_months").finding
        assert found.by is not None
        assert str(found.by.earliest) == "2020-07-13"  # 11.07.2020 is a Saturday

    def test_the_others(self) -> None:
        """CPC 40(4), 41(3)-(4), 42: a month, 14 days, and the civil court afterwards."""
        found = names(one(acquitted()).deadlines)
        assert {"afterwards_civil_court", "decided_in_a_month", "notices_to_work_and_home", "media_notice"} < set(found)

    def test_online_platforms_since_2024(self) -> None:
        """CPC 41(3): by the law 94-VIII."""
        before = names(one(acquitted(), "2024-08-19").deadlines)
        assert ("media_notice" in before, "media_notice_2015" in before) == (False, True)
        assert "media_notice" in names(one(acquitted(), "2024-08-20").deadlines)


class TestElsewhere:
    def test_administrative_arrest(self) -> None:
        """Code of Administrative Offences 861-869: only where there was one."""
        held = [detained("2020-05-01", "2020-05-10", kz.CustodyKind.ADMINISTRATIVE_ARREST)]
        with_arrest, without = (
            {each.provision for each in kz.rehabilitation(of, on=day(ON)).elsewhere}
            for of in (imprisoned(custody=held), imprisoned())
        )
        assert len(with_arrest - without) == 6
        assert step(imprisoned(custody=held), "administrative_ground").holds is None

    def test_each_measure_may_have_been_unlawful(self) -> None:
        """CPC 38(2)(5): custody beyond its term, or any other measure of coercion."""
        held = [detained("2020-05-01", "2020-05-10"), detained("2020-06-01", "2020-06-10")]
        found = step(imprisoned(custody=held), "unlawful_measures").finding
        assert [fact.path for fact in found.missing] == ["custody[0]", "custody[1]"]
        assert [fact.path for fact in step(imprisoned(), "unlawful_measures").finding.missing] == ["custody"]

    def test_the_law_of_1993(self) -> None:
        """Articles 1, 2, 4, 7: repression in the former USSR only."""
        assert step(imprisoned(), "soviet_repression_only").holds is False

    def test_the_fund(self) -> None:
        """Law 131-VI, 7: 30, 40 and 50 indices; that of 2025 is 3,932 tenge."""
        assert str(step(imprisoned(), "fund_for_torture", "2025-06-01").finding.amount) == "117,960 ₸"
        assert str(step(imprisoned(), "fund_for_grave_harm", "2025-06-01").finding.amount) == "157,280 ₸"
        dead = imprisoned(kz.Death(on=day("2024-05-05")))
        assert str(step(dead, "fund_for_death", "2025-06-01").finding.amount) == "196,600 ₸"
        assert "fund_for_death" not in names(kz.rehabilitation(imprisoned(), on=day(ON)).elsewhere)

    def test_the_fund_since_july_2020(self) -> None:
        for on, paid in (("2020-06-30", False), ("2020-07-01", True)):
            given = names(kz.rehabilitation(imprisoned(), on=day(on)).elsewhere)
            for name in ("fund_for_torture", "fund_for_grave_harm", "fund_within_three_years"):
                assert (name in given) is paid

    def test_the_fund_for_the_heirs_since_july_2020(self) -> None:
        sentence = convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2019-03-15")
        dead = case(sentence, events=[kz.Death(on=day("2020-06-15"))])
        for on, paid in (("2020-06-30", False), ("2020-07-01", True)):
            assert ("fund_for_death" in names(kz.rehabilitation(dead, on=day(on)).elsewhere)) is paid

    def test_three_years_to_apply(self) -> None:
        """Law 131-VI, 8: within three years of being recognised a victim, which the file does not carry."""
        found = step(imprisoned(), "fund_within_three_years")
        assert (found.holds, [fact.path for fact in found.finding.missing]) == (None, ["person"])
        assert "three years" in found.says

    def test_an_index_not_known(self) -> None:
        assert step(imprisoned(), "fund_for_torture", "2031-06-01").finding.amount is None

    def test_article_146_renumbered(self) -> None:
        """Criminal Code 146 by the law 212-VII, from 20.05.2023."""
        for on, open_ in (("2023-05-19", False), ("2023-05-20", True)):
            assert ("fund_mismatch" in names(kz.rehabilitation(imprisoned(), on=day(on)).elsewhere)) is open_

    def test_what_needs_no_quashed_verdict(self) -> None:
        """CPC 38(2)(2)-(3), (5)-(6); covert measures since the law 118-VI."""
        found = names(kz.rehabilitation(imprisoned(), on=day(ON)).elsewhere)
        assert {"unlawful_measures", "case_not_ended_in_time", "covert_measures"} < set(found)
        for on, open_ in (("2018-01-04", False), ("2018-01-05", True)):
            assert ("covert_measures" in names(kz.rehabilitation(imprisoned(), on=day(on)).elsewhere)) is open_
