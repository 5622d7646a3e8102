"""Each reform changes the answer of a packaged case and is named; none changes a day before its own."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date

import kzrights as kz
from kzrights import LAW, Activity, Law, reforms
from kzrights.errors import DateError, ReformError, UnknownName
from kzrights.reforms import INEXPRESSIBLE, REFORMS, Reform, named

DAY: Final = Date(2022, 1, 1)
Told = tuple[Any, tuple[Reform, ...], str]
"""What an answer says, the reforms it names, and its explanation."""
Asked = Callable[[kz.Case, Date, Law], Told]


def can(activity: str) -> Asked:
    """Whether the person may do it, and on what condition."""

    def ask(case: kz.Case, on: Date, law: Law) -> Told:
        answer = kz.can(case, activity, on=on, law=law)
        return (
            ", ".join((str(answer.permission), *(one.says for one in answer.conditions))),
            answer.reforms,
            answer.explain(),
        )

    return ask


def entitled(case: kz.Case, on: Date, law: Law) -> Told:
    """Whether the person is to be rehabilitated."""
    answer = kz.rehabilitation(case, on=on, law=law)
    return answer.entitled, answer.reforms, answer.explain()


def reviews(case: kz.Case, on: Date, law: Law) -> Told:
    """The ways to have the verdict reviewed that are or may be open."""
    answer = kz.rehabilitation(case, on=on, law=law)
    ways = [step.rule.name for one in answer.convictions for step in one.ways if step.holds is not False]
    return ways, answer.reforms, answer.explain()


def elsewhere(name: str) -> Asked:
    """Whether a right beside rehabilitation is owed; ``absent`` where nobody has it."""

    def ask(case: kz.Case, on: Date, law: Law) -> Told:
        answer = kz.rehabilitation(case, on=on, law=law)
        found = next((step.holds for step in answer.elsewhere if step.rule.name == name), "absent")
        return found, answer.reforms, answer.explain()

    return ask


def ways_off(case: kz.Case, on: Date, law: Law) -> Told:
    """The ways off the list that are or may be open."""
    answer = kz.delisting(case, on=on, law=law)
    ways = [step.rule.name for one in answer.entries for step in one.ways if step.holds is not False]
    return ways, answer.reforms, answer.explain()


def overdue(case: kz.Case, on: Date, law: Law) -> Told:
    """Whether the entry has lost its ground."""
    answer = kz.delisting(case, on=on, law=law)
    return [one.overdue for one in answer.entries], answer.reforms, answer.explain()


def parole(case: kz.Case, _on: Date, law: Law) -> Told:
    """On what conditions parole may be granted."""
    answer = kz.earliest_parole(case, law=law)
    return [one.says for one in answer.conditions], answer.reforms, " ".join(map(str, answer.reforms))


def capped(case: kz.Case, on: Date, law: Law) -> Told:
    """Whether wages are capped."""
    answer = kz.cap(case, on=on, law=law)
    return answer.capped, answer.reforms, " ".join(map(str, answer.reforms))


_CREDIT = "only as a credit to their own bank account"
_AID = "as a credit to their own bank account, or for basic needs through a humanitarian provider"
_BASIC = "for basic expenses on notice, for extraordinary ones with approval; no cap"
_HELP = (
    "only with active help in preventing, solving or exposing terrorist or extremist crimes, and only if the crime "
    "caused no deaths"
)
_NEEDED = "only if a court finds that the whole term need not be served"
_CONDUCT = "by conduct or the risk of another crime; no admission of guilt is asked"
_HALF = "only after six months of imprisonment actually served"
_SOONER = "sooner for the pregnant, those raising small children and the disabled"

CHANGES: Final[list[tuple[str, str, Asked, str, Any, Any]]] = [
    ("list_ends_with_release", "atyrau-2016", can("open_bank_account"), "2023-06-01", "prohibited", "allowed"),
    ("list_ends_with_sentence", "atyrau-2016", can("open_bank_account"), "2023-06-01", "prohibited", "allowed"),
    ("list_without_the_non_violent", "almaty-2019", can("open_bank_account"), "2023-06-01", "prohibited", "allowed"),
    (
        "list_only_for_violence_or_financing",
        "nursultan-2021",
        can("open_bank_account"),
        "2023-06-01",
        "prohibited",
        "allowed",
    ),
    (
        "listing_can_be_challenged",
        "atyrau-2016",
        ways_off,
        "2023-06-01",
        [],
        ["challenge_on_the_merits"],
    ),
    (
        "listing_reviewed_independently",
        "atyrau-2016",
        ways_off,
        "2023-06-01",
        [],
        ["independent_review"],
    ),
    ("income_of_dependants_unfrozen", "almaty-2018", can("receive_child_support"), "2022-06-01", "unclear", "allowed"),
    (
        "humanitarian_aid_exempt",
        "atyrau-2016",
        can("receive_transfer"),
        "2023-06-01",
        f"conditional, {_CREDIT}",
        f"conditional, {_AID}",
    ),
    (
        "basic_expenses_exempt",
        "atyrau-2016",
        can("use_bank_account"),
        "2023-06-01",
        "prohibited",
        f"conditional, {_BASIC}",
    ),
    ("basic_expenses_exempt", "list-cap-2021", capped, "2023-06-01", True, False),
    (
        "wrongful_freeze_compensated",
        "almaty-2019",
        elsewhere("compensation_for_a_wrongful_freeze"),
        "2023-06-01",
        "absent",
        None,
    ),
    ("vague_offences_repealed", "almaty-2025", can("leave_home_at_night"), "2026-06-01", "unclear", "allowed"),
    ("vague_offences_repealed", "atyrau-2016", can("open_bank_account"), "2023-06-01", "prohibited", "allowed"),
    ("membership_no_longer_an_offence", "almaty-2019", can("leave_country"), "2020-06-01", "prohibited", "allowed"),
    ("extremism_no_longer_a_category", "almaty-2025", can("open_bank_account"), "2026-06-01", "prohibited", "allowed"),
    ("extremism_no_longer_a_category", "almaty-2019", can("open_bank_account"), "2022-06-01", "prohibited", "allowed"),
    ("vague_offences_repealed", "almaty-2019", can("open_bank_account"), "2022-06-01", "prohibited", "allowed"),
    ("list_ends_with_sentence", "almaty-2019", can("open_bank_account"), "2022-06-01", "prohibited", "allowed"),
    ("list_only_for_violence_or_financing", "almaty-2019", overdue, "2020-10-01", [False], [True]),
    ("amnesty_for_extremist_crimes", "almaty-2018", can("open_bank_account"), "2023-06-01", "prohibited", "allowed"),
    ("no_blanket_bans", "almaty-2023", can("found_association"), "2026-06-01", "prohibited", "allowed"),
    ("conscience_is_a_ground", "atyrau-2016", entitled, "2023-06-01", False, None),
    ("taken_as_prisoner_of_conscience", "atyrau-2016", entitled, "2023-06-01", False, True),
    ("civil_claim_without_acquittal", "atyrau-2016", entitled, "2023-06-01", False, None),
    ("mitigation_counts_for_rehabilitation", "nursultan-2021", entitled, "2023-06-01", False, None),
    (
        "admissions_can_be_taken_back",
        "kaskelen-2021",
        reviews,
        "2023-06-01",
        ["newly_discovered_circumstances"],
        ["newly_discovered_circumstances", "admission_taken_back"],
    ),
    (
        "more_grounds_to_reopen",
        "kaskelen-2021",
        reviews,
        "2023-06-01",
        ["newly_discovered_circumstances"],
        ["newly_discovered_circumstances", "violated_rights_reopen"],
    ),
    (
        "opinions_reopen_cases",
        "kaskelen-2021",
        reviews,
        "2023-06-01",
        ["newly_discovered_circumstances"],
        ["newly_discovered_circumstances", "opinions_reopen"],
    ),
    ("independent_body_rehabilitates", "kaskelen-2021", entitled, "2023-06-01", False, None),
    ("support_on_release", "atyrau-2016", elsewhere("support_on_release"), "2023-06-01", "absent", True),
    (
        "parole_without_admission",
        "atyrau-2016",
        parole,
        "2018-12-01",
        [_NEEDED, _HELP, _HALF, _SOONER],
        [_CONDUCT, _HELP, _HALF, _SOONER],
    ),
    (
        "parole_without_active_help",
        "atyrau-2016",
        parole,
        "2018-12-01",
        [_NEEDED, _HELP, _HALF, _SOONER],
        [_NEEDED, _HALF, _SOONER],
    ),
]
"""For each reform a packaged case, what is asked of which day, and what is told before and after."""

ADDED: Final = {
    "amnesty_for_extremist_crimes": kz.Amnesty(
        on=Date(2022, 11, 2), act=2022, gave=(kz.Relief.CRIMINAL_RECORD,), conviction="c1"
    )
}
"""What a reform needs that happened in no packaged case."""


def the_case(slug: str, name: str) -> kz.Case:
    case = kz.example(slug)
    return attrs.evolve(case, events=(*case.events, ADDED[name])) if name in ADDED else case


@pytest.mark.parametrize(("name", "slug", "ask", "on", "before", "after"), CHANGES)
def test_reform_changes_an_answer_that_names_it(
    name: str, slug: str, ask: Asked, on: str, before: Any, after: Any
) -> None:
    case, day = the_case(slug, name), Date.fromisoformat(on)
    assert ask(case, day, LAW)[:2] == (before, ())
    told, decisive, explained = ask(case, day, named(name)(LAW))
    assert (told, [one.name for one in decisive]) == (after, [name])
    assert name in explained


@pytest.mark.parametrize(("name", "slug", "ask", "on", "_before", "after"), CHANGES)
def test_reform_does_the_same_from_a_day_on(
    name: str, slug: str, ask: Asked, on: str, _before: Any, after: Any
) -> None:
    """In force from an earlier day on, it changes the same answer, and the explanation gives its day."""
    case, day = the_case(slug, name), Date.fromisoformat(on)
    since = Date(2018, 1, 1)
    told, decisive, explained = ask(case, day, named(name).on(since)(LAW))
    assert (told, [str(one) for one in decisive]) == (after, [f"{name}@{since}"])
    assert f"{name}@{since}" in explained


def test_every_reform_is_shown_at_work() -> None:
    assert {name for name, *_ in CHANGES} == {*REFORMS}


def test_every_proposal_is_a_reform_or_said_not_to_be() -> None:
    expressed = {one for reform in REFORMS.values() for one in reform.ids}
    assert expressed | {*INEXPRESSIBLE} == {f"RO-{number:02}" for number in range(1, 29)}


@pytest.mark.parametrize("reform", REFORMS.values(), ids=str)
def test_reform_says_what_who_and_where(reform: Reform) -> None:
    assert reform.says.endswith(".")
    assert reform.proposer
    assert reform.source.startswith("https://") or reform.proposer.startswith("this library")


@pytest.mark.parametrize("reform", REFORMS.values(), ids=str)
def test_a_reformed_law_is_a_sound_set_of_texts(reform: Reform) -> None:
    for law in (reform(LAW), reform.on(DAY)(LAW).on(DAY)):
        assert law.check() == []


# --- Days before


def unnamed(law: Law) -> Law:
    """The same law, which no longer knows what made it: its answers are worked out once."""
    return law.reforms[-1].after


def told(law: Law, case: kz.Case, on: Date) -> list[tuple[object, ...]]:
    """What every answer says of a day, but for the day on which it will change."""
    answers = [kz.timeline(case, law=law).can(activity, on=on) for activity in Activity]
    return [(one.permission, one.outcomes, one.conditions, [why.provision for why in one.reasons]) for one in answers]


@pytest.mark.usefixtures("bounds_only")
@pytest.mark.parametrize("name", REFORMS)
def test_reform_leaves_the_days_before_alone(name: str) -> None:
    law = unnamed(REFORMS[name].on(DAY)(LAW))
    for slug in kz.slugs():
        case = kz.example(slug)
        before, then = kz.timeline(case), kz.timeline(case, law=law)
        for activity in Activity:
            assert _until(then.spans(activity)) == _until(before.spans(activity)), (slug, activity)


def _until(stretches: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    days = [(one.span.start, min(one.span.end, DAY), one.permission, one.lapsed) for one in stretches]
    return [one for one in days if one[0] < DAY]


NAMES = st.sampled_from([*REFORMS])
SLUGS = st.sampled_from(kz.slugs())
SINCE = st.dates(Date(2017, 1, 1), Date(2027, 1, 1)).map(lambda day: Date(day.year, day.month, day.day))


@pytest.mark.usefixtures("bounds_only")
@settings(max_examples=15)
@given(NAMES, SLUGS, SINCE, st.integers(1, 1500))
def test_no_answer_for_an_earlier_day_is_another(name: str, slug: str, since: Date, days: int) -> None:
    case, on = kz.example(slug), since.subtract(days=days)
    law = REFORMS[name].on(since)(LAW)
    assert told(unnamed(law), case, on) == told(LAW, case, on)
    for ask in (entitled, ways_off, overdue, reviews):
        assert ask(case, on, law)[:2] == ask(case, on, LAW)[:2]


# --- Together

INDEPENDENT = (
    "list_ends_with_release",
    "no_blanket_bans",
    "extremism_no_longer_a_category",
    "income_of_dependants_unfrozen",
    "support_on_release",
)


@pytest.mark.usefixtures("bounds_only")
@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(INDEPENDENT, 2)])
def test_independent_reforms_compose_in_any_order(one: str, other: str) -> None:
    first, second = named(one).on(DAY), named(other).on(Date(2020, 1, 1))
    laws = [unnamed(law) for law in (reforms.together(first, second), reforms.together(second, first))]
    for slug in ("atyrau-2016", "almaty-2019", "almaty-2025"):
        for on in (Date(2021, 6, 1), Date(2026, 6, 1)):
            left, right = (told(law, kz.example(slug), on) for law in laws)
            assert left == right, (slug, on)


@pytest.mark.usefixtures("bounds_only")
@pytest.mark.parametrize("one", REFORMS)
def test_any_two_reforms_compose(one: str) -> None:
    """One may find lifted what it would lift; the law that comes out still answers."""
    case, on = kz.example("nursultan-2021"), Date(2023, 6, 1)
    for other in REFORMS:
        law = reforms.together(named(one), named(other))
        assert [step.reform.name for step in law.reforms] == [one, other]
        assert kz.can(case, "use_bank_account", on=on, law=unnamed(law)).permission in kz.Permission
        assert kz.rehabilitation(case, on=on, law=unnamed(law)).explain()


def test_of_two_reforms_the_one_that_matters_is_named() -> None:
    """The ban alone kept from journalism; the list alone keeps from an account."""
    law = reforms.together(named("list_ends_with_release"), named("no_blanket_bans"))
    case, on = kz.example("atyrau-2016"), Date(2023, 6, 1)
    assert [one.name for one in kz.can(case, "open_bank_account", on=on, law=law).reforms] == ["list_ends_with_release"]
    assert [one.name for one in kz.can(case, "journalist", on=on, law=law).reforms] == ["no_blanket_bans"]


def test_a_reform_that_changes_nothing_is_not_named() -> None:
    law = Reform(name="none", says="Nothing changes.", proposer="nobody", source="https://example.org")(LAW)
    assert [step.reform.name for step in law.reforms] == ["none"]
    assert law.rules == LAW.rules
    assert kz.can(kz.example("atyrau-2016"), "vote", on=DAY, law=law).reforms == ()


def test_a_law_amended_after_a_reform_still_names_it() -> None:
    law = named("list_ends_with_release")(LAW).reading(ban_start="registration").without("record_bars_weapons")
    answer = kz.can(kz.example("atyrau-2016"), "open_bank_account", on=Date(2023, 6, 1), law=law)
    assert [one.name for one in answer.reforms] == ["list_ends_with_release"]
    assert kz.can(kz.example("atyrau-2016"), "own_weapon", on=Date(2023, 6, 1), law=law).reforms == ()


def test_the_answer_of_the_day_before_names_what_will_end_it() -> None:
    law = named("list_ends_with_release").on(DAY)(LAW)
    answer = kz.can(kz.example("atyrau-2016"), "open_bank_account", on=DAY.subtract(days=1), law=law)
    assert (answer.permission, answer.until.exact) == (kz.Permission.PROHIBITED, DAY)
    assert [str(one) for one in answer.reforms] == ["list_ends_with_release@2022-01-01"]


def test_a_rule_cites_the_reform_that_brings_it() -> None:
    law = named("basic_expenses_exempt").on(DAY)(LAW)
    (reason, *_) = kz.can(kz.example("atyrau-2016"), "use_bank_account", on=Date(2023, 6, 1), law=law).reasons
    assert reason.provision.startswith("Reform basic_expenses_exempt proposed by Security Council resolution 1452")
    assert reason.provision.endswith("in Law 191-IV, art. 12(8)")
    assert (reason.edition, reason.rule.address) == (DAY, named("basic_expenses_exempt").source)


def test_data_names_the_reform() -> None:
    law = named("list_ends_with_release").on(DAY)(LAW)
    case, on = kz.example("atyrau-2016"), Date(2023, 6, 1)
    (given,) = kz.can(case, "open_bank_account", on=on, law=law).as_dict()["reforms"]
    assert (given["name"], given["since"]) == ("list_ends_with_release", "2022-01-01")
    assert kz.delisting(case, on=on, law=law).as_dict()["reforms"] == [given]
    assert kz.cap(case, on=on, law=law).as_dict()["reforms"] == [given]


# --- What some of them leave as it is


def test_lists_of_the_united_nations_keep_their_own_road() -> None:
    """Basic expenses of one listed by the United Nations are released by its committee, as now."""
    listing = kz.Listing(listed=Date(2017, 3, 1), ground=kz.ListingGround.UNITED_NATIONS)
    case = attrs.evolve(kz.example("almaty-2020"), listings=(listing,), household=())
    law = named("basic_expenses_exempt")(LAW)
    for on in (Date(2018, 6, 1), Date(2023, 6, 1)):
        assert kz.can(case, "use_bank_account", on=on, law=law).permission is kz.Permission.PROHIBITED
        assert kz.cap(case, on=on, law=law).amount == kz.Tenge(0)


def test_a_ban_of_unknown_scope_leaves_it_open() -> None:
    """Whether a ban names a profession the file has to say."""
    text = _TERRORIST.format(article="274(2)").replace(
        "security: maximum}", "security: maximum}, {kind: activity_ban, term: 5 years}"
    )
    answer = kz.can(kz.loads(text), "journalist", on=Date(2023, 6, 1), law=named("no_blanket_bans")(LAW))
    assert answer.permission is kz.Permission.UNCLEAR
    assert "convictions[0].punishments[1].scope" in [one.path for one in answer.missing]


def test_reforms_load_on_use() -> None:
    """Who asks nothing of reforms does not wait for them."""
    code = "import sys, kzrights; kzrights.can; print('kzrights.reforms' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_crime_of_violence_stays_on_the_list() -> None:
    """Removing the non-violent leaves one listed for an act of terrorism with grave consequences."""
    case = kz.loads(_TERRORIST.format(article="255(4)"))
    for name in ("list_without_the_non_violent", "list_only_for_violence_or_financing"):
        answer = kz.can(case, "open_bank_account", on=Date(2023, 6, 1), law=named(name)(LAW))
        assert answer.permission is kz.Permission.PROHIBITED
        assert answer.reforms == ()


def test_a_crime_that_may_be_of_violence_leaves_it_open() -> None:
    """Where violence depends on the deed, the file has to say; the answer is open until it does."""
    case = kz.loads(_TERRORIST.format(article="255(3)"))
    law = named("list_without_the_non_violent")(LAW)
    answer = kz.can(case, "open_bank_account", on=Date(2023, 6, 1), law=law)
    assert answer.permission is kz.Permission.UNCLEAR
    assert [one.path for one in answer.missing] == ["convictions[0].offences[0].against_life_or_health"]


def test_financing_is_without_violence_but_linked() -> None:
    """One convicted of financing terrorism is removed with the non-violent, and stays where a link is enough."""
    case, on = kz.loads(_TERRORIST.format(article="258(1)")), Date(2023, 6, 1)
    found = [
        str(kz.can(case, "open_bank_account", on=on, law=named(name)(LAW)).permission)
        for name in ("list_without_the_non_violent", "list_only_for_violence_or_financing")
    ]
    assert found == ["allowed", "prohibited"]


def test_release_and_sentence_differ_for_the_paroled() -> None:
    """Paroled, one leaves the list on release by the one reform, and at the end of the term by the other."""
    case, on = kz.example("almaty-2018"), Date(2021, 8, 15)
    found = [
        str(kz.can(case, "open_bank_account", on=on, law=named(name)(LAW)).permission)
        for name in ("list_ends_with_release", "list_ends_with_sentence")
    ]
    assert found == ["allowed", "prohibited"]


def test_an_entry_in_the_list_stays_where_only_its_ground_falls() -> None:
    """The list still names the person, and binds banks, until somebody strikes the entry out."""
    law = named("list_only_for_violence_or_financing").on(DAY)(LAW)
    answer = kz.can(kz.example("almaty-2019"), "open_bank_account", on=Date(2023, 6, 1), law=law)
    assert answer.permission is kz.Permission.PROHIBITED


def test_a_ban_on_a_profession_stays() -> None:
    """A ban on journalism, public activity and social media is one on journalism."""
    law = named("no_blanket_bans")(LAW)
    case, on = kz.example("almaty-2023"), Date(2026, 6, 1)
    asked = ("journalist", "post_on_social_media", "found_association")
    assert [str(kz.can(case, one, on=on, law=law).permission) for one in asked] == ["prohibited", "unclear", "allowed"]


def test_violence_keeps_from_being_taken_as_of_conscience() -> None:
    case, on = kz.loads(_TERRORIST.format(article="255(4)")), Date(2023, 6, 1)
    law = named("taken_as_prisoner_of_conscience")(LAW)
    assert kz.rehabilitation(case, on=on, law=law).entitled is False


def test_violence_that_depends_on_the_deed_leaves_conscience_open() -> None:
    """Whoever is taken to be a prisoner of conscience is so only if the crime was not against life or health."""
    case, on = kz.loads(_TERRORIST.format(article="255(3)")), Date(2023, 6, 1)
    answer = kz.rehabilitation(case, on=on, law=named("taken_as_prisoner_of_conscience")(LAW))
    assert answer.entitled is None
    assert [one.path for one in answer.missing] == ["convictions[0].offences[0].against_life_or_health"]


def test_what_was_perhaps_mitigated_is_perhaps_a_ground() -> None:
    """Imprisonment was replaced on an unknown day from April 2020 to May 2022."""
    case, law = kz.example("almaty-2019-chat"), named("mitigation_counts_for_rehabilitation")(LAW)
    assert kz.rehabilitation(case, on=Date(2020, 3, 31), law=law).reforms == ()
    on = Date(2021, 1, 1)
    assert [kz.rehabilitation(case, on=on, law=one).entitled for one in (LAW, law)] == [False, None]


def test_support_is_perhaps_owed_where_release_is_uncertain() -> None:
    case, law = kz.example("almaty-2019-chat"), named("support_on_release")(LAW)
    days = (Date(2020, 3, 31), Date(2021, 1, 1), Date(2022, 6, 1))
    ask = elsewhere("support_on_release")
    assert [ask(case, on, law)[0] for on in days] == ["absent", None, True]


def test_parole_reform_of_a_later_day_comes_too_late() -> None:
    case = kz.example("atyrau-2016")
    law = named("parole_without_active_help").on(Date(2020, 1, 1))(LAW)
    assert kz.earliest_parole(case, law=law) == kz.earliest_parole(case)


_TERRORIST = """
kzrights: 1
person: {{label: example}}
convictions:
  - id: c1
    verdict: 2020-06-01
    in_force: 2020-07-01
    offences: [{{article: "{article}", committed: 2019-06-01}}]
    punishments: [{{kind: imprisonment, term: 8 years, security: maximum}}]
"""

# --- Names


def test_parse() -> None:
    assert reforms.parse("no_blanket_bans") is named("no_blanket_bans")
    dated = reforms.parse("no_blanket_bans@2025-01-01")
    assert (dated.since, str(dated)) == (Date(2025, 1, 1), "no_blanket_bans@2025-01-01")


def test_unknown_names_and_days_are_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean no_blanket_bans"):
        reforms.parse("no_blanket_ban")
    with pytest.raises(UnknownName, match="list_ends_with_release, list_ends_with_sentence"):
        named("q")
    with pytest.raises(DateError, match=r"such as 2025-01-01 after the @, got '2025-13-01'"):
        reforms.parse("no_blanket_bans@2025-13-01")
    with pytest.raises(DateError, match="since"):
        named("no_blanket_bans").on("2025-01-01")  # type: ignore[arg-type]


def test_a_reform_shows_itself() -> None:
    assert repr(named("no_blanket_bans").on(DAY)).startswith("Reform(name='no_blanket_bans', proposer='Human Rights")
    assert named("no_blanket_bans") == named("no_blanket_bans")
    assert named("no_blanket_bans") != named("no_blanket_bans").on(DAY)


# --- One's own

OWN = """
name = "cap_of_two_minimum_wages"
says = "The cap on wages is two minimum wages for each family member."
proposer = "a lawyer"
source = "https://example.org/proposal"
since = 2023-01-01

[[parameter]]
name = "minimum_wage"
since = 2023-01-01
until = 2024-01-01
value = 140000
"""


def test_an_amount_of_ones_own() -> None:
    """From 2023 the cap counts in another minimum wage; the year before it counts as it did."""
    law = reforms.loads(OWN)(LAW)
    case = kz.example("atyrau-2016")
    found = [kz.cap(case, on=on, law=law) for on in (Date(2022, 6, 1), Date(2023, 6, 1))]
    assert [str(one.per_member) for one in found] == ["60,000 ₸", "140,000 ₸"]
    assert [[reform.name for reform in one.reforms] for one in found] == [[], ["cap_of_two_minimum_wages"]]


def rule(text: str) -> Reform:
    return reforms.loads(OWN.split("[[")[0].replace("since = 2023-01-01", "") + f"[[rule]]\n{text}")


def test_a_rule_of_ones_own_is_lifted() -> None:
    law = rule('name = "extremist_crimes_bar_weapons_for_ever"\nwithout = true')(LAW)
    case, on = kz.example("atyrau-2016"), Date(2031, 6, 1)
    assert kz.can(case, "own_weapon", on=on).permission is kz.Permission.PROHIBITED
    assert kz.can(case, "own_weapon", on=on, law=law).permission is kz.Permission.ALLOWED


def test_a_rule_of_ones_own_is_reworded() -> None:
    """Loans and accounts open on a condition; currency and games stay shut."""
    text = """
    name = "other_operations_are_refused"
    says = "Obliged entities open accounts on notice."
    forbids = ["exchange_currency", "gamble"]
    limits = ["open_bank_account", "take_loan"]
    condition = "on notice"
    """
    answer = kz.can(kz.example("atyrau-2016"), "take_loan", on=Date(2023, 6, 1), law=rule(text)(LAW))
    assert (answer.permission, [one.says for one in answer.conditions]) == (kz.Permission.CONDITIONAL, ["on notice"])
    assert [why.says for why in answer.reasons] == ["Obliged entities open accounts on notice."]
    assert "cap_of_two_minimum_wages proposed by a lawyer" in answer.explain()


def test_a_rule_of_ones_own_ends_on_a_day() -> None:
    law = rule('name = "other_operations_are_refused"\nuntil = 2023-03-01')(LAW)
    answer = kz.can(kz.example("atyrau-2016"), "take_loan", on=Date(2023, 2, 1), law=law)
    assert (answer.permission, answer.until.exact) == (kz.Permission.PROHIBITED, Date(2023, 3, 1))


def test_a_function_of_ones_own() -> None:
    own = Reform(
        name="no_weapon_bars",
        says="No record keeps from weapons.",
        proposer="a member of parliament",
        source="https://example.org",
        change=lambda law: law.without("record_bars_weapons", "extremist_crimes_bar_weapons_for_ever"),
    )
    answer = kz.can(kz.example("atyrau-2016"), "own_weapon", on=Date(2025, 6, 1), law=own.on(DAY)(LAW))
    assert str(answer.permission) == "allowed"
    assert "no_weapon_bars@2022-01-01: No record keeps from weapons." in answer.explain()


def test_load(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    assert reforms.load(path).name == "cap_of_two_minimum_wages"
    with pytest.raises(ReformError, match="expected a TOML file in UTF-8"):
        reforms.load(tmp_path / "none.toml")


ABOUT = 'name = "own"\nsays = "Something."\nproposer = "somebody"\nsource = "https://example.org"\n'
WRONG: Final = {
    "not TOML": ("name = ", "", "expected TOML: Invalid value"),
    "missing": ('name = "own"', "says", "is missing"),
    "empty": (ABOUT.replace("Something.", " "), "says", "expected a text, got ' '"),
    "unknown key": (ABOUT + "until = 2025-01-01", "until", "expected one of name, says"),
    "a day in quotes": (ABOUT + 'since = "2025-01-01"', "since", "expected a day such as 2027-01-01, without quotes"),
    "a time": (ABOUT + "since = 2025-01-01T00:00:00", "since", "expected a day"),
    "no tables": (ABOUT + "rule = 1", "rule", "expected tables in double brackets, got 1"),
    "unknown parameter": (
        ABOUT + '[[parameter]]\nname = "wage"\nsince = 2025-01-01\nvalue = 1',
        "parameter[0].name",
        "expected one of minimum_wage",
    ),
    "fraction": (
        ABOUT + '[[parameter]]\nname = "minimum_wage"\nsince = 2025-01-01\nvalue = 1.5',
        "parameter[0].value",
        "expected whole tenge, got 1.5",
    ),
    "no days": (
        ABOUT + '[[parameter]]\nname = "minimum_wage"\nsince = 2025-01-01\nuntil = 2025-01-01\nvalue = 1',
        "parameter[0]",
        "2025-01-01",
    ),
    "unknown rule": (ABOUT + '[[rule]]\nname = "q"\nwithout = true', "rule[0].name", "expected the name of a rule"),
    "without false": (
        ABOUT + '[[rule]]\nname = "record_bars_weapons"\nwithout = false',
        "rule[0].without",
        "expected true, got False",
    ),
    "without and more": (
        ABOUT + '[[rule]]\nname = "record_bars_weapons"\nwithout = true\nuntil = 2025-01-01',
        "rule[0]",
        "expected nothing beside without = true, got until",
    ),
    "nothing": (ABOUT + '[[rule]]\nname = "record_bars_weapons"', "rule[0]", "got only a name"),
    "activity": (
        ABOUT + '[[rule]]\nname = "record_bars_weapons"\nforbids = ["own_weapons"]',
        "rule[0].forbids",
        "did you mean own_weapon",
    ),
    "no list": (
        ABOUT + '[[rule]]\nname = "record_bars_weapons"\nforbids = "own_weapon"',
        "rule[0].forbids",
        "expected a list of activities",
    ),
    "no restriction": (
        ABOUT + '[[rule]]\nname = "gravity"\nforbids = ["vote"]',
        "rule[0]",
        "expected a rule that restricts activities for forbids, got one on gravity",
    ),
    "ends before it begins": (
        ABOUT + '[[rule]]\nname = "record_bars_weapons"\nuntil = 2010-01-01',
        "rule[0]",
        "until: expected a day after",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_toml_is_refused_with_its_key(what: str) -> None:
    text, path, says = WRONG[what]
    with pytest.raises(ReformError) as refused:
        reforms.loads(text)
    assert any(problem.path == path and says in problem.message for problem in refused.value.problems), refused.value


def test_all_problems_are_reported_at_once() -> None:
    with pytest.raises(ReformError) as refused:
        reforms.loads('name = 1\nq = 2\n[[rule]]\nname = "q"')
    paths = [problem.path for problem in refused.value.problems]
    assert paths == ["name", "q", "says", "proposer", "source", "rule[0].name"]
