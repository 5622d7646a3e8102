"""Many people at once: the same answers as one by one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date
from ruamel.yaml import YAML
from tests.law.builders import case, convicted, day, restriction, years

import kzrights as kz
from kzrights import Activity, Case, Permission, StatusKind, dumps
from kzrights.cohorts import LAST, NO_CAP, Answers, Cohort, Register, caps, cases_in, cohort, of_registers
from kzrights.errors import CaseFileError, DateError, LawError, UnknownName
from kzrights.facts import Scope
from kzrights.statuses import Traits
from kzrights.strategies import cases, dates

SECRET = "Xenophon Quux"
SOME = ("open_bank_account", "vote", "leave_country", "speak_publicly")
PACKAGED = {slug: kz.example(slug) for slug in kz.slugs()}
DAYS = (Date(2016, 2, 5), Date(2020, 11, 15), Date(2023, 6, 1), Date(2026, 11, 1), Date(2045, 1, 1))


@pytest.fixture(scope="module")
def packaged() -> Cohort:
    return cohort(PACKAGED)


def told(answers: Answers, at: int) -> tuple[Permission, tuple[Permission, ...], bool]:
    outcomes = tuple(one for one in Permission if answers.may_be(one)[at])
    return Permission(int(answers.permissions[at])), outcomes, bool(answers.exact[at])


# --- Cases


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_packaged_cases_are_answered_as_one_by_one(packaged: Cohort, on: Date) -> None:
    for activity in Activity:
        answers = packaged.can(activity, on=on)
        for at, one in enumerate(PACKAGED.values()):
            alone = kz.can(one, activity, on=on)
            assert told(answers, at) == (alone.permission, alone.outcomes, alone.exact), (activity, at)


@pytest.mark.usefixtures("bounds_only")
@settings(max_examples=20)
@given(st.lists(cases(), min_size=1, max_size=4), st.lists(dates(Date(2014, 1, 1), Date(2045, 1, 1)), min_size=1))
def test_any_cases_are_answered_as_one_by_one(some: list[Case], days: list[Date]) -> None:
    """A cohort on a day, over days, and each case alone agree, for every activity."""
    whole = cohort((str(at), one) for at, one in enumerate(some))
    asked = sorted(days)
    for activity in Activity:
        over = whole.over(activity, asked)
        for column, on in enumerate(asked):
            answers = whole.can(activity, on=on)
            assert (over.codes[:, column] == answers.codes).all()
            for at, one in enumerate(some):
                alone = kz.can(one, activity, on=on)
                assert told(answers, at) == (alone.permission, alone.outcomes, alone.exact)


def test_the_list_without_a_ground_is_told(packaged: Cohort) -> None:
    at = packaged.names.index("almaty-2019")
    stretches = kz.timeline(PACKAGED["almaty-2019"]).spans(Activity.OPEN_BANK_ACCOUNT)
    for stretch in stretches:
        on = max(stretch.span.start, Date(2015, 1, 1))
        assert bool(packaged.can("open_bank_account", on=on).lapsed[at]) is stretch.lapsed
    assert any(stretch.lapsed for stretch in stretches)


def test_several_workers_find_the_same(packaged: Cohort) -> None:
    found = cohort(PACKAGED, activities=SOME, workers=2)
    assert found.names == packaged.names
    for activity in SOME:
        assert (found.can(activity, on=DAYS[3]).codes == packaged.can(activity, on=DAYS[3]).codes).all()


def test_cases_are_taken_as_they_come() -> None:
    """No more than a batch is ever in hand, and who watches is told of each."""
    taken: list[str] = []

    def coming() -> Iterator[tuple[str, Case]]:
        for at in range(600):
            taken.append(str(at))
            yield str(at), case()

    seen: list[tuple[int, int]] = []
    whole = cohort(coming(), activities=["vote"], watch=lambda done: seen.append((done, len(taken))))
    assert (len(whole), whole.names[599]) == (600, "599")
    assert seen == [(256, 256), (512, 512), (600, 600)]


def test_another_law() -> None:
    law = kz.LAW.changed(lambda one: one.without(*one.deriving(StatusKind.LISTED)), since=Date(2020, 1, 1))
    whole = cohort(PACKAGED, activities=["open_bank_account"], law=law)
    for on in (Date(2019, 12, 31), Date(2020, 1, 1)):
        alone = [kz.can(one, "open_bank_account", on=on, law=law).permission for one in PACKAGED.values()]
        assert whole.can("open_bank_account", on=on).permissions.tolist() == alone
    with pytest.raises(LawError, match="workers: expected 1"):
        cohort(PACKAGED, law=law, workers=2)


def test_nobody() -> None:
    empty = cohort({}, activities=["vote"])
    assert (len(empty), len(empty.can("vote", on=DAYS[0])), empty.over("vote", DAYS).codes.shape) == (0, 0, (0, 5))
    assert empty.can("vote", on=DAYS[0]).counts() == dict.fromkeys(Permission, 0)


def test_what_was_not_asked_for_is_refused(packaged: Cohort) -> None:
    few = cohort({"a": case()}, activities=["vote"])
    with pytest.raises(UnknownName, match="expected one the cohort was prepared for, got 'judge'"):
        few.can("judge", on=DAYS[0])
    with pytest.raises(UnknownName):
        few.can("votes", on=DAYS[0])
    with pytest.raises(DateError):
        packaged.can("vote", on="2020-01-01")  # type: ignore[arg-type]


def test_a_rare_change_belongs_to_whom_it_happens() -> None:
    """Nine people without a change and one with many: what happens to the one touches none of the nine."""
    prisoner = case(convicted("174(1)", restriction(years(1)), in_force="2017-01-20", committed="2016-01-01"))
    whole = cohort([*((str(at), case()) for at in range(9)), ("x", prisoner)])
    days = [Date(2015, 1, 1).add(months=at) for at in range(150)]
    for activity in Activity:
        over = whole.over(activity, days).permissions
        assert not over[:9].any()
        assert over[9].tolist() == [kz.can(prisoner, activity, on=on).permission for on in days]


# --- Registers


def ordinals(*days: str) -> Any:
    return np.array([LAST if one == "never" else day(one).toordinal() for one in days], np.int32)


def register(kind: StatusKind, *periods: tuple[str, str], **more: Any) -> Register:
    starts, ends = zip(*periods, strict=True)
    return Register(kind=kind, starts=ordinals(*starts), ends=ordinals(*ends), **more)


LISTED = (("2016-03-01", "2021-05-05"), ("2020-02-29", "never"), ("2014-01-01", "2016-02-06"))


def test_a_register_of_the_listed_is_answered_as_listings_are() -> None:
    """Whoever is in the register of the list is one with an entry in a file, from and until the same days."""
    entries = [
        kz.Listing(
            listed=day(start), delisted=None if end == "never" else day(end), ground=kz.ListingGround.PROSECUTOR_GENERAL
        )
        for start, end in LISTED
    ]
    alone = [case(listings=[entry]) for entry in entries]
    whole = of_registers("abc", [register(StatusKind.LISTED, *LISTED)])
    points = sorted({point for one in alone for point in kz.timeline(one).change_points()} | {day("2016-02-06")})
    for activity in Activity:
        for on in (Date.fromordinal(max(one.toordinal() + shift, 1)) for one in points for shift in (-1, 0)):
            expected = [kz.can(one, activity, on=on).permission for one in alone]
            assert whole.can(activity, on=on).permissions.tolist() == expected, (activity, on)


def test_of_several_registers_the_strictest_rule_stands() -> None:
    """A ban of public activity leaves organising an assembly unclear; imprisonment forbids it."""
    ban = register(StatusKind.ACTIVITY_BAN, ("2021-01-01", "2023-01-01"), traits=Traits(scope=(Scope.PUBLIC_ACTIVITY,)))
    prison = register(StatusKind.IMPRISONMENT, ("2022-01-01", "2022-06-01"), people=np.array([1]))
    for registers in ([for_all(ban, 2), prison], [prison, for_all(ban, 2)]):
        whole = of_registers(["a", "b"], registers)
        found = [
            whole.can("organise_assembly", on=day(on)).permissions.tolist()
            for on in ("2020-12-31", "2021-06-01", "2022-03-01", "2022-06-01", "2023-01-01")
        ]
        assert found == [[0, 0], [2, 2], [2, 3], [2, 2], [0, 0]]


def for_all(one: Register, size: int) -> Register:
    """Give everybody the first period."""
    return Register(
        kind=one.kind, starts=np.repeat(one.starts, size), ends=np.repeat(one.ends, size), traits=one.traits
    )


def test_what_outlives_a_state_lasts() -> None:
    """Weapons are closed for ever after an extremist crime: the record is over, the bar is not."""
    record = register(
        StatusKind.CRIMINAL_RECORD, ("2017-01-01", "2018-01-01"), traits=Traits(extremist=True, intentional=True)
    )
    whole = of_registers(["a"], [record], activities=["own_weapon", "vote"])
    days = [day(on) for on in ("2016-12-31", "2017-06-01", "2030-01-01")]
    assert whole.over("own_weapon", days).permissions.tolist() == [[0, 3, 3]]


def test_a_matrix_is_the_days_one_by_one() -> None:
    whole = of_registers("abc", [register(StatusKind.LISTED, *LISTED)], activities=SOME)
    days = [Date(2016, 1, 1).add(days=at) for at in range(0, 2200, 7)]
    for activity in SOME:
        over = whole.over(activity, days).codes
        for column, on in enumerate(days):
            assert (over[:, column] == whole.can(activity, on=on).codes).all()
    assert len(whole.over("vote", days)) == 3


def test_a_state_of_which_too_little_is_known_is_refused() -> None:
    record = register(StatusKind.CRIMINAL_RECORD, ("2017-01-01", "2018-01-01"), traits=Traits(extremist=None))
    with pytest.raises(LawError, match="is not known from its days and traits"):
        of_registers(["a"], [record])


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected columns of one length, got \[1, 2\]"):
        Register(kind=StatusKind.LISTED, starts=ordinals("2016-01-01"), ends=ordinals("2017-01-01", "never"))


# --- Caps


@pytest.mark.parametrize("choice", ["counted", "members_only"])
def test_caps_are_those_of_each_alone(choice: str) -> None:
    """12(8)(1): nothing before 2016-02-06, then the subsistence minimum, since 2020-11-15 the minimum wage."""
    law = kz.LAW.reading(cap_counts_the_person=choice)
    members = np.array([0, 3, 1])
    for on in map(
        day, ("2015-06-01", "2016-02-05", "2016-02-06", "2016-03-01", "2020-11-14", "2020-11-15", "2025-06-01")
    ):
        found = caps(register(StatusKind.LISTED, *LISTED), members, on=on, law=law).tolist()
        assert found == [alone(at, int(count), on, law) for at, count in enumerate(members)], on


def alone(at: int, members: int, on: Date, law: kz.Law) -> int:
    start, end = LISTED[at]
    entry = kz.Listing(
        listed=day(start), delisted=None if end == "never" else day(end), ground=kz.ListingGround.PROSECUTOR_GENERAL
    )
    spouse = kz.HouseholdMember(relation=kz.Relation.SPOUSE, own_income=False, cohabiting=True)
    one = Case(person=kz.Person(label=""), household=(spouse,) * members, listings=[entry])
    found = kz.cap(one, on=on, law=law)
    if found.capped is False:
        return NO_CAP
    assert isinstance(found.amount, kz.Tenge)
    return found.amount.amount


def test_caps_of_what_is_no_list_are_refused() -> None:
    with pytest.raises(LawError, match="expected a register of the list, got imprisonment"):
        caps(register(StatusKind.IMPRISONMENT, *LISTED), np.array([0, 0, 0]), on=DAYS[0])
    with pytest.raises(ValueError, match="expected one number for each of 3 entries, got 1"):
        caps(register(StatusKind.LISTED, *LISTED), np.array([0]), on=DAYS[0])


# --- Sources and tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for slug in ("atyrau-2016", "kaskelen-2021"):
        (tmp_path / f"{slug}.yaml").write_text(dumps(PACKAGED[slug]), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("none of it", encoding="utf-8")
    return tmp_path


def as_json(one: Case) -> Any:
    """Read what is written the way other programs do; dates become text, as in JSON."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(dumps(one)), default=lambda on: on.isoformat()))


def test_a_folder(folder: Path) -> None:
    assert dict(cases_in(folder)) == {slug: PACKAGED[slug] for slug in ("atyrau-2016", "kaskelen-2021")}


def test_a_file(folder: Path) -> None:
    assert dict(cases_in(str(folder / "atyrau-2016.yaml"))) == {"atyrau-2016": PACKAGED["atyrau-2016"]}


def test_a_case_a_line(tmp_path: Path) -> None:
    lines = [json.dumps({"name": slug, "case": as_json(one)}) for slug, one in PACKAGED.items()]
    (tmp_path / "all.jsonl").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    assert dict(cases_in(tmp_path / "all.jsonl")) == PACKAGED


def test_a_table() -> None:
    table = pl.DataFrame({"name": list(PACKAGED), "case": [dumps(one) for one in PACKAGED.values()]})
    assert dict(cases_in(table)) == PACKAGED
    with pytest.raises(CaseFileError, match="case: expected a column of that name, got none"):
        list(cases_in(table.drop("case")))


def test_a_case_that_cannot_be_read_is_named_and_nothing_of_it_shown(folder: Path) -> None:
    (folder / "bad.yaml").write_text(f"kzrights: 1\nperson: {{label: {SECRET}}}\noops: 1\n", encoding="utf-8")
    with pytest.raises(CaseFileError) as caught:
        list(cases_in(folder))
    assert str(caught.value.problems[0]).startswith("bad: oops (line 3): expected a known key")
    assert SECRET not in str(caught.value)
    refused: list[str] = []
    assert len(list(cases_in(folder, refused=lambda name, _: refused.append(name)))) == 2
    assert refused == ["bad"]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"name": "a"}', '{"name": 1, "case": {}}', '{"name": "a", "case": {}, "x": 1}']
)
def test_a_line_that_is_no_case_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "all.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(CaseFileError, match=r"line 2.*expected \{"):
        list(cases_in(tmp_path / "all.jsonl"))


def test_a_data_frame(packaged: Cohort) -> None:
    on = DAYS[2]
    frame = packaged.frame(on=on)
    assert frame.columns == ["case", "activity", "permission", "at_least", "at_most", "exact", "lapsed"]
    assert frame.height == len(PACKAGED) * len(Activity)
    for row in frame.iter_rows(named=True):
        alone = kz.can(PACKAGED[row["case"]], row["activity"], on=on)
        assert (row["permission"], row["exact"]) == (str(alone.permission), alone.exact)
        assert (row["at_least"], row["at_most"]) == (str(alone.outcomes[0]), str(alone.outcomes[-1]))
    assert frame["permission"].max() == "prohibited"


def test_counts(packaged: Cohort) -> None:
    found = packaged.can("open_bank_account", on=DAYS[2]).counts()
    alone = [kz.can(one, "open_bank_account", on=DAYS[2]).permission for one in PACKAGED.values()]
    assert found == {permission: alone.count(permission) for permission in Permission}


def test_no_label_is_shown() -> None:
    one = Case(person=kz.Person(label=SECRET), household=())
    whole = cohort({"a": one}, activities=["vote"])
    assert SECRET not in repr(whole) + repr(whole.can("vote", on=DAYS[0])) + str(whole.frame(on=DAYS[0]))


def test_without_numpy_the_extra_is_named() -> None:
    code = "import importlib.util; importlib.util.find_spec = lambda _: None; "
    asked = [sys.executable, "-c", f"{code}import kzrights.cohorts"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith("pip install 'kzrights[cohorts]' brings it")
