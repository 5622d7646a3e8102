"""A page for each activity: to whom the law forbids it or sets a condition, under what, and since when."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pendulum import Date

import kzrights as kz
from kzrights.calendar import NEVER
from kzrights.law.coverage import coverage
from kzrights.law.practice import practices
from kzrights.law.rules import Rule
from kzrights.law.sources import VERIFIED

from .decided import Decision, days, decisions
from .drawn import Row, merged, timeline
from .norms import rule_ref, stands
from .terms import status_ref, words_of
from .text import code, link, plain, table

FIRST, LAST = Date(2015, 1, 1), Date(2027, 1, 1)
KINDS = {"forbids": "prohibited", "doubts": "unclear", "limits": "conditional", "permits": "allowed"}
SIGNS = {"prohibited": "✗", "unclear": "?", "conditional": "◐", "allowed": "✓"}
_HEADS = {
    "prohibited": "Prohibited",
    "unclear": "Unclear",
    "conditional": "Allowed on a condition",
    "allowed": "Left open by name, inside a wider bar",
}
_QUESTIONS = Path(__file__).parent / "questions.toml"


@functools.cache
def questions() -> dict[str, str]:
    """Return what one asks to be allowed, for each activity."""
    return tomllib.loads(_QUESTIONS.read_text("utf-8"))


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of each activity."""
    for activity in kz.Activity:
        yield f"may/{activity}", "\n\n".join(_page(activity)) + "\n"


def question(activity: kz.Activity) -> str:
    """Return the question a page answers."""
    return f"May they {questions()[activity]}?"


def _page(activity: kz.Activity) -> Iterator[str]:
    found = touching(activity)
    yield f"(may-{activity})=\n# {question(activity)}"
    yield f"```{{index}} single: {activity.label}\n```"
    yield (
        f"In case files and code: {code(activity)}, in the field of {activity.field}. What counts is the status that a "
        "person has on the day. No rule that was read bars it to one who has none of those below; a court may name it "
        "in a ban."
    )
    yield from _open(activity)
    yield f"## On {VERIFIED}"
    yield "\n".join(_now(activity, found))
    if drawn := _rows(activity, [rule for rule in found if not of_ban(rule)]):
        yield "## Since when"
        yield timeline(drawn, FIRST, LAST, f"Timeline of the law: {'; '.join(map(_told, drawn))}")
        yield "A gap between bars is a new edition; an arrow says that it still stands."
    for kind, head in _HEADS.items():
        if rows := [rule for rule in found if force(rule, activity) == kind and not of_ban(rule)]:
            yield f"## {SIGNS[kind]} {head}"
            yield table(("status", "norm", "provision", "stands"), (_norm(rule) for rule in rows))
    yield from _bans(activity, found)
    yield from _practice(activity)
    yield from _cases(activity)
    yield f"## Ask\n\n```text\nkzrights can CASE {activity} --on {VERIFIED}\n```"


def touching(activity: kz.Activity) -> list[Rule]:
    """Return the restrictions that name an activity, by status and day."""
    order = list(kz.StatusKind)
    found = [rule for rule in kz.LAW.topic("restriction") if activity in rule.activities and not rule.named]
    return sorted(found, key=lambda rule: (order.index(rule.status) if rule.status else -1, str(rule.since)))


def of_ban(rule: Rule) -> bool:
    """Say whether a rule is what the words of a ban reach."""
    return rule.name.startswith("ban_")


def force(rule: Rule, activity: kz.Activity) -> str:
    """Return what a rule makes of an activity."""
    return next(says for kind, says in KINDS.items() if activity in getattr(rule, kind))


def _open(activity: kz.Activity) -> Iterator[str]:
    for one in coverage():
        if one.activity == activity:
            yield f"No act bars it to a citizen at liberty and under no ban: {plain(one.says)}."


def _now(activity: kz.Activity, found: list[Rule]) -> Iterator[str]:
    today = [rule for rule in found if VERIFIED in rule.span]
    for kind in _HEADS:
        rules = [rule for rule in today if force(rule, activity) == kind]
        kinds = dict.fromkeys(rule.status for rule in rules if rule.status)
        if kinds:
            yield f"* {SIGNS[kind]} **{kind}** to who is under: {', '.join(map(_status, kinds))}"
    if not today:
        yield "* ✓ no rule that was read bars it"


def _status(kind: kz.StatusKind) -> str:
    return f"{status_ref(kind)} {words_of(kind)}".strip()


def _rows(activity: kz.Activity, found: list[Rule]) -> list[Row]:
    def key(rule: Rule) -> tuple[str, str]:
        return (rule.status.label if rule.status else "any status", force(rule, activity))

    rows = []
    for (status, kind), rules in groupby(sorted(found, key=key), key=key):
        spans = merged((max(rule.since, FIRST), rule.until) for rule in rules)
        rows.append(Row(says=f"{SIGNS[kind]} {status}: {kind}", look=kind, spans=spans))
    return sorted(rows, key=lambda row: list(_HEADS).index(row.look))


def _told(row: Row) -> str:
    end = row.spans[-1][1]
    return f"{row.says} from {row.spans[0][0]}" + ("" if end == NEVER else f" until {end}")


def _norm(rule: Rule) -> tuple[str, ...]:
    status = status_ref(rule.status) if rule.status else "any"
    return status + (" (for ever)" if rule.for_ever else ""), plain(rule.norm), rule_ref(rule), stands(rule)


def _bans(activity: kz.Activity, found: list[Rule]) -> Iterator[str]:
    rows = [
        (f"{SIGNS[force(rule, activity)]} {force(rule, activity)}", plain(rule.norm), rule_ref(rule))
        for rule in found
        if of_ban(rule)
    ]
    if rows:
        yield "## Under a ban by a court"
        yield f"A ban ({words_of(kz.StatusKind.ACTIVITY_BAN)}) reaches it by the words of the verdict:"
        yield table(("makes it", "norm", "provision"), rows)


def _practice(activity: kz.Activity) -> Iterator[str]:
    rows = [
        (status_ref(one.status), plain(one.says), link("report", one.source))
        for one in practices()
        if activity in one.activities
    ]
    if rows:
        yield "## Reported practice, which is not law"
        yield table(("status", "reported", "source"), rows)


def _cases(activity: kz.Activity) -> Iterator[str]:
    every = (one for slug in kz.slugs() for one in decisions(slug) if one.activity is activity)
    rows = [_decision(one) for one in every]
    if rows:
        yield "## In the reported cases"
        yield table(("case", "permission", "days", "decided by"), rows)


def _decision(one: Decision) -> tuple[str, ...]:
    kind = str(one.permission)
    case = f"{{ref}}`{one.slug} <decided-{one.slug}>`"
    return case, f"{SIGNS[kind]} {kind}", days(one.span), rule_ref(one.rule)
