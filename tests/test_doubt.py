"""What it means that a fact is missing: the table of the page on doubt, row by row."""

from __future__ import annotations

import pytest
from pendulum import Date

import kzrights as kz
from kzrights import Permission, StatusKind
from kzrights.calendar import LATEST
from kzrights.examples import example

IN_FORCE = "    in_force: 2019-02-05\n"
PRISON = "{kind: imprisonment, term: 3 years, security: medium}"


def case(
    *more: str,
    in_force: str = IN_FORCE,
    offence: str = '{article: "174(1)", committed: 2018-05-01}',
    punishments: str = f"[{PRISON}]",
) -> kz.Case:
    """One convicted on 15 January 2019."""
    head = "kzrights: 1\nperson: {label: example}\nconvictions:\n  - id: c1\n    verdict: 2019-01-15\n"
    rest = f"    offences: [{offence}]\n    punishments: {punishments}\n"
    return kz.loads(head + in_force + rest + "\n".join(more))


def asked(of: kz.Case, activity: str, on: Date) -> tuple[str, list[str]]:
    answer = kz.can(of, activity, on=on)
    return str(answer.permission), [fact.path for fact in answer.missing]


def test_in_force_is_some_day_from_the_verdict_on() -> None:
    unknown = case(in_force="")
    assert asked(unknown, "open_bank_account", Date(2019, 1, 14)) == ("allowed", [])
    assert asked(unknown, "open_bank_account", Date(2019, 1, 15)) == ("unclear", ["convictions[0].in_force"])


def test_in_force_is_before_what_presupposes_it() -> None:
    """One listed for the verdict on 1 June 2019 was convicted by then."""
    listed = case("listings: [{listed: 2019-06-01, ground: conviction}]", in_force="")
    assert asked(listed, "stand_for_parliament", Date(2019, 6, 1)) == ("prohibited", [])


def test_a_listing_is_presumed_where_none_is_given_and_absent_where_none_is_said() -> None:
    presumed = [one.presumed for one in kz.timeline(case()).statuses if one.kind is StatusKind.LISTED]
    assert presumed == [True]
    assert asked(case("listings: []"), "open_bank_account", Date(2020, 1, 1)) == ("allowed", [])


def test_a_listing_without_an_end_goes_on() -> None:
    on_list = case("listings: [{listed: 2019-06-01, ground: prosecutor_general}]")
    assert asked(on_list, "open_bank_account", Date(2100, 1, 1))[0] == "prohibited"


def test_an_article_without_its_part_is_any_part() -> None:
    """174 goes up to 7 years in part 1, to 10 in part 2: both serious; the record is the same, six years."""
    (record,) = [one for one in kz.timeline(case(offence='{article: "405"}')).statuses if one.kind == "criminal_record"]
    assert "convictions[0].offences[0].article" in record.until.missing


def test_a_ban_without_its_words_may_cover_anything() -> None:
    ban = case(punishments=f"[{PRISON}, {{kind: activity_ban, term: 3 years}}]")
    assert asked(ban, "publish_books", Date(2021, 1, 20)) == ("unclear", ["convictions[0].punishments[1].scope"])


def test_a_release_on_an_unknown_day_is_any_day_since() -> None:
    released = case("events: [{kind: release, on: unknown, ground: served}]")
    assert asked(released, "vote", Date(2021, 6, 1)) == ("unclear", ["events[0].on"])


def test_without_a_release_prison_lasts_its_term() -> None:
    """Three years end on Saturday, 5 February 2022; release is on the working day before."""
    (prison,) = [one for one in kz.timeline(case()).statuses if one.kind is StatusKind.IMPRISONMENT]
    assert prison.until.exact == Date(2022, 2, 4)


def test_an_unknown_household_leaves_the_cap_open_upwards() -> None:
    """Law 191-IV 12(8)(1): the wage counts for each member of the family."""
    amount = kz.cap(case(), on=Date(2021, 6, 1)).amount
    assert isinstance(amount, kz.TengeRange)
    assert amount.at_most is None
    assert kz.cap(case("household: []"), on=Date(2021, 6, 1)).amount == amount.at_least


def test_no_punishment_stated_is_some_punishment() -> None:
    """When it is served is not known, so neither is when the record ends."""
    assert asked(case(punishments="[]"), "open_bank_account", Date(2021, 1, 20)) == (
        "unclear",
        ["convictions[0].punishments"],
    )


@pytest.mark.parametrize(
    ("on", "says"), [(Date(2014, 12, 31), "before the first"), (Date(2027, 1, 1), "after the day")]
)
def test_beyond_what_was_read_an_answer_warns(on: Date, says: str) -> None:
    warnings = kz.can(example("atyrau-2016"), "vote", on=on).warnings
    assert any(says in one for one in warnings)
    assert not kz.can(example("atyrau-2016"), "vote", on=Date(2020, 1, 1)).warnings


def test_more_than_can_be_looked_at_stays_a_bound() -> None:
    """Eleven unknown days and more: nothing is settled wrongly, and the answer says that it is a bound."""
    offences = ", ".join(['{article: "405", committed: 2018}'] * 11)
    answer = kz.can(case(in_force="", offence=offences), "civil_service", on=Date(2019, 2, 1))
    assert (answer.permission, answer.exact) == (Permission.UNCLEAR, False)


@pytest.mark.parametrize("slug", kz.slugs())
def test_no_answer_changes_on_the_last_day_that_a_file_can_give(slug: str) -> None:
    """A fine of which nobody says when it was paid may never be paid: no day is named on which all is well."""
    whole = kz.timeline(kz.example(slug))
    for activity in kz.Activity:
        assert all(LATEST not in (one.span.start, one.span.end) for one in whole.spans(activity))
