"""Why an answer is what it is, in words: a tree of norms and statuses, each with its citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Answer, Permission, Reason
from kzrights.calendar import ALWAYS, NEVER
from kzrights.law.coverage import coverage
from kzrights.law.rules import Confidence, Rule
from kzrights.law.sources import VERIFIED
from kzrights.moments import Moment
from kzrights.statuses import Status

if TYPE_CHECKING:
    from kzrights.reforms.reform import Reform

_FORCE: Final = {
    Permission.ALLOWED: "leaves it open",
    Permission.CONDITIONAL: "allows it on a condition",
    Permission.UNCLEAR: "leaves it unclear",
    Permission.PROHIBITED: "forbids it",
}
_LAPSED: Final = "its ground ended on {}; the list still names the person, and binds banks, without a ground"


def explain(answer: Answer) -> str:
    """Return the why-tree of an answer in words, with a citation for every step."""
    sections = (_tree, _conditions, _reforms, _missing, _contested, _practice, _warnings, _acts)
    return "\n".join((_headline(answer), *(line for section in sections for line in section(answer))))


def ends(until: Moment) -> str:
    """Return in words when something ends, to follow what it is."""
    if until.exact:
        return ", with no known end" if until.exact == NEVER else f" until {until.exact}"
    return f" until {until}"


def begins(start: Moment) -> str:
    """Return in words when something begins."""
    return "from before all known facts" if start.exact == ALWAYS else f"from {start}"


def cite(rule: Rule, on: Date | None = None) -> str:
    """Return the citation of a rule: provision, edition (that of the day ``on``), what brought it, how it was read."""
    parts = [str(rule.provision), f"edition of {rule.edition_on(on) if on else rule.edition}"]
    if rule.amended_by:
        parts.append(f"as amended by the law of {rule.amended_by}")
    if rule.confidence is not Confidence.SEEN:
        parts.append(str(rule.confidence) + (f": {rule.source}" if rule.source else ""))
    return f"[{', '.join(parts)}]"


def span(status: Status) -> str:
    """Return a status and its days in words."""
    return f"{status.kind.label} {begins(status.from_)}{ends(status.until)}"


def _headline(answer: Answer) -> str:
    asked = f"{answer.activity.label} on {answer.on}: {answer.permission.name}{ends(answer.until)}"
    if len(answer.outcomes) > 1:
        bound = "" if answer.exact else " (a safe bound: one too many may be named)"
        return f"{asked}; given what is not known, it may be {_either(answer.outcomes)}{bound}"
    sure = any(reason.certain and reason.permission is answer.permission for reason in answer.reasons)
    return asked if sure or not answer.reasons else f"{asked}, whatever the facts that are not known"


def _either(outcomes: Iterable[Permission]) -> str:
    *others, last = [outcome.name for outcome in outcomes]
    return f"{', '.join(others)} or {last}" if others else last


def _tree(answer: Answer) -> Iterator[str]:
    if not answer.reasons:
        yield from _unrestricted(answer)
    for at, reason in enumerate(answer.reasons, start=1):
        last = at == len(answer.reasons)
        branch, stem = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield f"{branch}{_norm(reason, answer)}"
        yield f"{stem}{cite(reason.rule, reason.on)}"
        yield from (stem + line for line in _status(reason))


def _norm(reason: Reason, answer: Answer) -> str:
    says = _one_line(reason.says)
    if reason.certain and reason.permission is answer.permission:
        return says
    perhaps = "" if reason.certain else "Perhaps "
    return f"{perhaps}{_FORCE[reason.permission]}: {says}"


def _status(reason: Reason) -> Iterator[str]:
    status = reason.status
    why = "; ".join((status.because, *(f"facts: {', '.join(status.facts)}" for _ in status.facts[:1])))
    yield f"└─ {span(status)} ({why})  {cite(status.rule_on(reason.on))}"
    below = [(_one_line(rule.norm), cite(rule)) for rule in status.also]
    below += [(says, cite(status.rule_on(reason.on))) for says in _ground(reason)]
    for at, (says, citation) in enumerate(below, start=1):
        yield f"   {'└─' if at == len(below) else '├─'} {says}  {citation}"


def _ground(reason: Reason) -> Iterator[str]:
    if reason.lapsed_since:
        yield _LAPSED.format(reason.lapsed_since)
    elif (end := reason.status.traits.lawful_end) and end.earliest != NEVER:
        yield f"its ground lasts{ends(end)}; from then on the list would bind without a ground"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unrestricted(answer: Answer) -> Iterator[str]:
    rules = answer.considered
    if not rules:
        yield f"└─ No rule restricts it: {_open(answer.activity)}  [no provision found, looked for on {VERIFIED}]"
        return
    looked = "; ".join(dict.fromkeys(str(rule.provision) for rule in rules))
    yield f"└─ No rule restricts it on this day.  [looked at: {looked}]"
    for at, rule in enumerate(rules, start=1):
        branch, stem = ("└─ ", "   ") if at == len(rules) else ("├─ ", "│  ")
        yield f"   {branch}Not in play ({_when(rule)}): {_one_line(rule.norm)}"
        yield f"   {stem}{cite(rule)}"


def _when(rule: Rule) -> str:
    who = rule.status.label if rule.status else "any status"
    return who if rule.until == NEVER else f"{who}, until {rule.until}"


def _open(activity: Activity) -> str:
    return open_activities().get(str(activity), "the law as modelled has none that touches it")


def open_activities() -> dict[str, str]:
    """Return the activities no rule restricts, each with why."""
    return {one.activity: one.says for one in coverage()}


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [f"  - {line}" for line in lines]
    if listed:
        yield f"{title}:"
        yield from listed


def _conditions(answer: Answer) -> Iterator[str]:
    return _section("On condition", (f"{one.kind}: {one.says}" for one in answer.conditions))


def _reforms(answer: Answer) -> Iterator[str]:
    return _section("Under a reform that is not law and changes the answer", map(proposed, answer.reforms))


def proposed(reform: Reform) -> str:
    """Return a reform in words: its name and day, what it says, who proposes it and where."""
    where = f", {reform.source}" if reform.source else ""
    return f"{reform}: {reform.says}  [proposed by {reform.proposer}{where}]"


def _missing(answer: Answer) -> Iterator[str]:
    lines = (f"{one.path}: supply {one.says}" for one in answer.missing)
    return _section("Not known; these facts in the case file would settle it", lines)


def _contested(answer: Answer) -> Iterator[str]:
    lines = (
        f"{one.reading}: taken as {one.taken}; as {one.other} it would be {one.permission.name}: {one.says}"
        for one in answer.contested
    )
    return _section("Contested; another reading of the law gives another answer", lines)


def _practice(answer: Answer) -> Iterator[str]:
    return _section("Reported practice, which is not law", (f"{one.says}  [{one.source}]" for one in answer.practice))


def _warnings(answer: Answer) -> Iterator[str]:
    return _section("Take care", answer.warnings)


def _acts(answer: Answer) -> Iterator[str]:
    rules = [rule for one in answer.reasons for rule in (one.rule, one.status.rule_on(one.on), *one.status.also)]
    acts = dict.fromkeys(rule.provision.act for rule in rules or answer.considered)
    return _section("Acts", (f"{act.name} ({act.number}), {act.address()}" for act in acts))
