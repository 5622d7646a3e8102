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
    yield words_of(activity)
    yield (
        f"In case files and code: {code(activity)}, in the field of {activity.field}. What counts is the status that a "
        "person has on the day, and, where a norm says *for ever* or gives years, had before. No rule that was read "
        "bars it to one who has and had none of those below; a court may name it in a ban."
    )
    yield from _open(activity)
    plain_rules = [rule for rule in found if not of_ban(rule)]
    yield f"## On {VERIFIED}"
    yield _now(activity, [rule for rule in plain_rules if VERIFIED in rule.span])
    if drawn := _rows(activity, plain_rules):
        yield "## Since when"
        yield timeline(drawn, FIRST, LAST, f"Timeline of the law: {'; '.join(map(_told, drawn))}")
        yield (
            "A bar says that some norm that rests on the status makes it so; to whom, the tables tell. A gap between "
            "bars is a new edition; an arrow says that it still stands."
        )
    if others := [rule for rule in plain_rules if VERIFIED not in rule.span]:
        yield "## Editions of other days"
        yield _table(activity, others)
    yield from _bans(activity, found)
    yield from _words(plain_rules)
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


def _now(activity: kz.Activity, found: list[Rule]) -> str:
    if not found:
        return "✓ No rule that was read bars it."
    note = "A status by itself is not always enough: the norm says to whom it applies, and when."
    return f"{note}\n\n{_table(activity, found)}"


def _table(activity: kz.Activity, found: list[Rule]) -> str:
    ordered = sorted(found, key=lambda rule: list(SIGNS).index(force(rule, activity)))
    return table(("makes it", "status", "norm", "provision", "stands"), (_norm(rule, activity) for rule in ordered))


def _rows(activity: kz.Activity, found: list[Rule]) -> list[Row]:
    def key(rule: Rule) -> tuple[str, str]:
        return (rule.status.label if rule.status else "any status", force(rule, activity))

    rows = []
    for (status, kind), rules in groupby(sorted(found, key=key), key=key):
        spans = merged((max(rule.since, FIRST), rule.until) for rule in rules)
        rows.append(Row(says=f"{SIGNS[kind]} {status}: {kind}", look=kind, spans=spans))
    return sorted(rows, key=lambda row: list(SIGNS).index(row.look))


def _told(row: Row) -> str:
    end = row.spans[-1][1]
    return f"{row.says} from {row.spans[0][0]}" + ("" if end == NEVER else f" until {end}")


def _norm(rule: Rule, activity: kz.Activity) -> tuple[str, ...]:
    status = status_ref(rule.status) if rule.status else "any"
    kind = force(rule, activity)
    ever = ", for ever" if rule.for_ever else ""
    return f"{SIGNS[kind]}\u00a0{kind}", status + ever, plain(rule.norm), rule_ref(rule), stands(rule)


def _words(found: list[Rule]) -> Iterator[str]:
    """Yield what the statuses are called in Russian and Kazakh."""
    kinds = dict.fromkeys(rule.status for rule in found if rule.status)
    said = [f"* {status_ref(kind)}: {words_of(kind)}" for kind in kinds if words_of(kind)]
    if said:
        yield "## In Russian and Kazakh"
        yield "\n".join(said)


def _bans(activity: kz.Activity, found: list[Rule]) -> Iterator[str]:
    rows = [
        (f"{SIGNS[force(rule, activity)]}\u00a0{force(rule, activity)}", plain(rule.norm), rule_ref(rule))
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
    return case, f"{SIGNS[kind]}\u00a0{kind}", days(one.span), rule_ref(one.rule)
