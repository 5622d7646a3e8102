"""What to ask next: the least facts that settle a question, and what it comes to."""

from __future__ import annotations

import json
from collections.abc import Iterator

import attrs
import pytest
from pendulum import Date

import kzrights as kz
from kzrights import Activity, Permission
from kzrights.cli import main
from kzrights.errors import DateError, UnknownName
from kzrights.evaluate import Evaluation
from kzrights.examples import example, slugs
from kzrights.law.law import packaged_law
from kzrights.open_facts import suppose
from kzrights.worlds import Worlds, settled

LAW = packaged_law()


class TestOneFact:
    case = example("kaskelen-2021")
    asking = kz.ask_next(case, Activity.OPEN_BANK_ACCOUNT, on=Date(2021, 6, 10))

    def test_it_is_asked_for(self) -> None:
        assert [one.path for one in self.asking.least] == ["convictions[0].in_force"]
        assert self.asking.enough
        assert self.asking.least[0].settles == 1

    def test_where_the_answer_turns(self) -> None:
        """A presumed listing begins with the verdict in force: up to the day asked it forbids, later not yet."""
        assert [str(one) for one in self.asking.possible] == [
            "PROHIBITED if convictions[0].in_force is 2021-05-29..2021-06-10",
            "ALLOWED if convictions[0].in_force is 2021-06-11..2021-09-30",
        ]

    def test_as_plain_data(self) -> None:
        plain = self.asking.as_dict()
        assert plain["permission"] == "unclear"
        assert plain["ask"][0]["path"] == "convictions[0].in_force"
        assert plain["possible"][0] == {
            "permission": "prohibited",
            "given": {"convictions[0].in_force": "2021-05-29..2021-06-10"},
            "whole": True,
        }


class TestSettled:
    def test_nothing_is_asked(self) -> None:
        asking = kz.ask_next(example("atyrau-2016"), "open_bank_account", on=Date(2020, 1, 1))
        assert (asking.permission, asking.least, asking.others) == (Permission.PROHIBITED, (), ())
        assert asking.explain().endswith("PROHIBITED in any case")

    def test_what_follows_either_way_is_settled(self) -> None:
        """Part 1 or part 2 of article 405: civil service is closed by one rule or the other."""
        answer = kz.can(example("almaty-2019"), Activity.CIVIL_SERVICE, on=Date(2022, 1, 1))
        assert (answer.permission, answer.exact) == (Permission.PROHIBITED, True)
        assert not any(reason.certain for reason in answer.reasons)
        assert ", whatever the facts that are not known\n" in answer.explain()


class TestBound:
    """The file cannot say that no court ordered supervision, so what depends on it is not worked out exactly."""

    case, activity, on = example("almaty-2019-chat"), Activity.LEAVE_HOME_AT_NIGHT, Date(2026, 6, 1)

    def test_an_answer_says_when_it_is_a_bound(self) -> None:
        answer = kz.can(self.case, self.activity, on=self.on)
        assert not answer.exact
        assert "(a safe bound: one too many may be named)" in answer.explain()
        assert answer.as_dict()["exact"] is False

    def test_what_has_no_key_is_named(self) -> None:
        asking = kz.ask_next(self.case, self.activity, on=self.on)
        assert "events.supervision" in [one.path for one in asking.others]
        assert not asking.enough
        assert "something stays open that the file cannot state" in asking.explain()

    def test_an_order_settles_it(self) -> None:
        """Law on prevention 64(2): once the file has the order, nothing waits for one."""
        order = kz.Supervision(on=Date(2026, 3, 2), term=kz.Term(years=3), restrictions=[kz.Duty.STAY_IN_DISTRICT])
        ordered = attrs.evolve(self.case, events=(*self.case.events, order))
        missing = {one.path for one in kz.can(ordered, self.activity, on=self.on).missing}
        assert "events.supervision" not in missing


IDLE = {
    ("almaty-2019", "convictions[0].offences[0].committed"),
    ("almaty-2019-chat", "convictions[0].offences[0].article"),
    ("almaty-2019-chat", "convictions[0].offences[0].committed"),
    ("almaty-2020", "convictions[0].offences[0].committed"),
    ("list-cap-2021", "convictions[0].offences[0].committed"),
    ("nursultan-2019-a", "convictions[0].offences[0].committed"),
    ("nursultan-2019-b", "convictions[0].offences[0].committed"),
    ("nursultan-2021", "convictions[0].offences[0].committed"),
    ("nursultan-2021", "convictions[0].offences[1].committed"),
    ("nursultan-2021-b", "convictions[0].offences[0].committed"),
}
"""Unknowns that block nothing by themselves: whatever they are, the same follows once the others are known."""


@pytest.mark.parametrize("slug", slugs())
def test_every_unknown_of_a_packaged_case_blocks_a_question_that_it_settles(slug: str) -> None:
    """With all else known, some question waits for this fact alone; once it is supplied, the question is settled."""
    case, worlds = example(slug), Worlds(example(slug), LAW)
    for fact in worlds.facts:
        blocked = list(_blocked(case, worlds, fact.path))
        assert bool(blocked) is ((slug, fact.path) not in IDLE), fact.path
        assert all(found is not None or rest == {"events.supervision"} for found, rest in blocked)


def _blocked(case: kz.Case, worlds: Worlds, path: str) -> Iterator[tuple[Permission | None, frozenset[str]]]:
    """Yield what the questions that wait for one fact alone come to once it is known, and what they wait for then."""
    for given, known in worlds.corners:
        alone = Evaluation(suppose(case, {other: value for other, value in given.items() if other != path}), LAW)
        for activity in Activity:
            for segment in alone.bounded(activity):
                if segment.doubtful and path in _near(segment.missing):
                    (after,) = [one for one in known.bounded(activity) if one.start <= segment.start][-1:]
                    yield settled(known, activity, segment.start, segment.start.add(days=1)), after.missing


def _near(missing: frozenset[str]) -> set[str]:
    return {near for path in missing for near in (path, f"{path}.from", f"{path}.to")}


def test_facts_are_supposed_all_at_once() -> None:
    """Two days that are each too late alone are right together."""
    later = {"convictions[0].in_force": Date(2017, 2, 20), "convictions[0].verdict": Date(2017, 2, 10)}
    assert suppose(example("atyrau-2016"), later).convictions[0].verdict == Date(2017, 2, 10)


class TestCommandLine:
    def test_in_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["ask", "kaskelen-2021", "open_bank_account", "--on", "2021-06-10"]) == 0
        text = capsys.readouterr().out
        assert "Ask:\n  1. convictions[0].in_force: the day the verdict entered into force (settles 100 %" in text

    def test_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["ask", "kaskelen-2021", "open_bank_account", "--on", "2021-06-10", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["enough"] is True

    def test_an_unknown_activity(self) -> None:
        with pytest.raises(UnknownName, match="activity"):
            kz.ask_next(example("atyrau-2016"), "fly", on=Date(2020, 1, 1))

    def test_a_day_is_a_day(self) -> None:
        with pytest.raises(DateError, match="on"):
            kz.ask_next(example("atyrau-2016"), "vote", on="2020-01-01")  # type: ignore[arg-type]
