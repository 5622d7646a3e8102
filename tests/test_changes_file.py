"""Files of changes: every kind is read as the case file reads it, and everything that is wrong is told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.law.builders import day, years

import kzrights as kz
from kzrights import CaseFileError
from kzrights.changes import AnyChange

ATYRAU = kz.example("atyrau-2016")
SECRET = "Xenophon Quux"


def read(*lines: str) -> tuple[AnyChange, ...]:
    """Read a file with these changes."""
    return kz.loads_changes("changes:\n" + "".join(f"  - {line}\n" for line in lines), ATYRAU)


def told(text: str) -> list[str]:
    """Return what is said against a file."""
    with pytest.raises(CaseFileError) as caught:
        kz.loads_changes(text, ATYRAU)
    return list(map(str, caught.value.problems))


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("{kind: parole, on: 2020-01-01}", kz.Parole(on=day("2020-01-01"))),
        (
            "{kind: parole, on: 2020-01, conviction: c1}",
            kz.Parole(on=kz.Between(day("2020-01-01"), day("2020-01-31")), conviction="c1"),
        ),
        ("{kind: delisted, on: 2020-01-01}", kz.Delisted(on=day("2020-01-01"))),
        ("{kind: ban_shortened, to: 1 year}", kz.BanShortened(to=years(1))),
        ('{kind: not_convicted_of, article: "174(1)"}', kz.NotConvictedOf("174(1)")),
        ("{kind: not_convicted_of, article: 400}", kz.NotConvictedOf("400")),
        (
            "{kind: sentence_replaced, by: {kind: restricted_freedom, term: 1 year}}",
            kz.SentenceReplaced(by=kz.RestrictedFreedom(term=years(1))),
        ),
        ("{kind: in_force, on: 2017-02-01}", kz.InForce(on=day("2017-02-01"))),
        ('{kind: without, path: "events[0]"}', kz.Without("events[0]")),
        ("{kind: household_member, relation: child}", kz.HouseholdMember(relation=kz.Relation.CHILD)),
        ("{kind: listing, listed: 2020-01-01}", kz.Listing(listed=day("2020-01-01"))),
        (
            "{kind: detention, from: 2020-01-01, to: 2020-01-02}",
            kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day("2020-01-01"), to=day("2020-01-02")),
        ),
        ("{kind: bail, from: 2020-01-01}", kz.Bail(from_=day("2020-01-01"))),
        ("{kind: pardon, on: 2020-01-01}", kz.Pardon(on=day("2020-01-01"))),
        (
            "{kind: quashed, on: 2020-01-01, outcome: acquitted}",
            kz.Quashed(on=day("2020-01-01"), outcome=kz.Outcome.ACQUITTED),
        ),
        (
            '{kind: conviction, id: c2, verdict: 2020-01-01, offences: [{article: "400"}]}',
            kz.Conviction(id="c2", verdict=day("2020-01-01"), offences=[kz.Offence(article="400")]),
        ),
        (
            '{kind: supplied, path: "convictions[0].in_force", value: 2017-02-01}',
            kz.Supplied("convictions[0].in_force", day("2017-02-01")),
        ),
        (
            '{kind: supplied, path: "convictions[0].punishments[1].term", value: 2 years}',
            kz.Supplied("convictions[0].punishments[1].term", years(2)),
        ),
        ("{kind: supplied, path: household, value: []}", kz.Supplied("household", ())),
        (
            "{kind: supplied, path: household, value: [{relation: child}]}",
            kz.Supplied("household", (kz.HouseholdMember(relation=kz.Relation.CHILD),)),
        ),
        (
            '{kind: supplied, path: "events[0]", value: {kind: release, on: 2020-01-01, ground: served}}',
            kz.Supplied("events[0]", kz.Release(on=day("2020-01-01"), ground=kz.ReleaseGround.SERVED)),
        ),
        ("{kind: supplied, path: person.sex, value: male}", kz.Supplied("person.sex", kz.Sex.MALE)),
    ],
)
def test_each_kind(line: str, change: Any) -> None:
    """A change is spelled as the facts of a case file are, and becomes what it would be in Python."""
    assert read(line) == (change,)


def test_every_event_of_the_case_file_is_a_kind() -> None:
    """What may have happened may also be supposed."""
    (said,) = told("changes: [{kind: escape}]")
    assert "expected one of 43 words" in said
    for kind in ("release", "record_lifted", "death", "parole_revoked", "prosecution"):
        assert not any(".kind" in one for one in told(f"changes: [{{kind: {kind}, x: 1}}]"))


def test_a_file(tmp_path: Path) -> None:
    """JSON will do, too."""
    path = tmp_path / "changes.json"
    path.write_text('{"changes": [{"kind": "parole", "on": "2020-01-01"}]}', encoding="utf-8")
    assert kz.load_changes(path, ATYRAU) == (kz.Parole(on=day("2020-01-01")),)
    with pytest.raises(CaseFileError, match="expected a file, found nothing there"):
        kz.load_changes(tmp_path / "none.yaml", ATYRAU)


def test_all_problems_at_once() -> None:
    """Each with its path and its line."""
    assert told(
        """changes:
  - {kind: parol, on: 2020-01-01}
  - {kind: parole, on: soon, off: 1}
  - {kind: ban_shortened, to: 11 years}
  - {kind: sentence_replaced, by: {kind: activity_ban, term: 1 year}}
  - {kind: supplied, path: "convictions[0].in_forse", value: 2020}
  - {kind: supplied, path: "convictions[0].in_force", value: soon}
  - {kind: supplied, path: "convictions[7].in_force", value: 2020}
  - {kind: supplied}
  - {kind: supplied, path: 7, value: 1, how: x}
  - 8
kzrights: 1
"""
    ) == [
        'changes[0].kind (line 2): expected one of 43 words of the schema, got "parol"; did you mean "parole"?',
        "changes[1].off (line 3): expected a known key, got another; known are on, conviction, kind",
        'changes[1].on (line 3): expected a day such as 2016-11-28, 2016-11, 2016, 2016-09..2016-11 or "unknown", '
        'got "soon"',
        "changes[2].to (line 4): expected 1 year to 10 years, got 11 years",
        "changes[3].by.kind (line 5): expected one of imprisonment, life_imprisonment, restricted_freedom, "
        'suspended_imprisonment, community_service, corrective_work, fine, arrest, got "activity_ban"',
        "changes[4].path (line 6): expected the path of a fact of the case, got no such key as in_forse; "
        'did you mean "in_force"?',
        'changes[5].value (line 7): expected a day such as 2016-11-28, 2016-11, 2016, 2016-09..2016-11 or "unknown", '
        'got "soon"',
        "changes[6].path (line 8): expected a place below 1 in convictions, got 7",
        'changes[7].path (line 9): expected the key "path", got none',
        'changes[7].value (line 9): expected the key "value", got none',
        "changes[8].how (line 10): expected a known key, got another; known are kind, path, value",
        'changes[8].path (line 10): expected a path such as "convictions[0].in_force", got another',
        "changes[9] (line 11): expected keys and values, got a number",
        "kzrights (line 12): expected a known key, got another; known are changes",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'expected changes under the key "changes", got an empty file'),
        ("[]", "line 1: expected keys and values, got a list"),
        ("{}", 'changes (line 1): expected the key "changes", got none'),
        ("changes: []", "changes (line 1): expected at least one"),
        ("changes: {kind: parole}", "changes (line 1): expected a list, got keys and values"),
        ("changes: [{on: 2020-01-01}]", 'changes[0].kind (line 1): expected the key "kind", got none'),
        ("changes: &a [*a]", "changes (line 1): expected a value alone, got a YAML anchor (&)"),
        ("changes: [!!python/name:os.system x]", "changes[0] (line 1): expected a value alone, got a YAML tag (!)"),
        ("changes: [{<<: {kind: parole}}]", "changes[0] (line 1): expected every key written out"),
        ("changes: [{kind: supplied, path: &p household, value: []}]", "got a YAML anchor (&)"),
        ("changes: " + "[" * 30 + "]" * 30, "expected at most 20 levels, got more"),
        ("changes: [\x00]", "expected text, got the character U+0000"),
    ],
)
def test_what_is_no_file_of_changes(text: str, said: str) -> None:
    """A hostile or broken file is refused by the same reader as a case file."""
    assert any(said in one for one in told(text))


@pytest.mark.parametrize(
    "line",
    [
        f"{{kind: supplied, path: person.label, value: [{SECRET}]}}",
        f"{{kind: supplied, path: person.born, value: {SECRET}}}",
        f"{{kind: supplied, path: {SECRET}, value: 1}}",
        f"{{kind: without, path: {SECRET}}}",
        f"{{kind: parole, on: 2020-01-01, {SECRET}: 1}}",
    ],
)
def test_no_name_is_repeated(line: str) -> None:
    """What may be a name is never quoted."""
    assert not [one for one in told(f"changes: [{line}]") if "Quux" in one]
