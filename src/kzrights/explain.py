"""Why an answer is what it is, in words: a tree of norms and statuses, each with its citation.

The words are those of :mod:`kzrights.languages`; norms, grounds and sources are in English whatever the language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Answer, Permission, Reason
from kzrights.calendar import ALWAYS, NEVER
from kzrights.languages import Words
from kzrights.law.coverage import coverage
from kzrights.law.rules import Confidence, Rule
from kzrights.law.sources import VERIFIED, Act, Provision
from kzrights.missing import say
from kzrights.moments import Moment
from kzrights.statuses import Status

if TYPE_CHECKING:
    from kzrights.reforms.reform import Reform

ENGLISH: Final = Words("en")
"""The words taken where nothing else is asked for."""

_Section: TypeAlias = Callable[[Answer, Words], Iterator[str]]


def explain(answer: Answer, lang: str = "en") -> str:
    """Return the why-tree of an answer in words, with a citation for every step.

    Raises:
        UnknownName: when there are no words in that language.
    """
    words = Words(lang)
    sections: tuple[_Section, ...] = (
        _in_english,
        _tree,
        _conditions,
        _reforms,
        _missing,
        _contested,
        _practice,
        _warnings,
        _acts,
    )
    return "\n".join((_headline(answer, words), *(line for section in sections for line in section(answer, words))))


def ends(until: Moment, words: Words = ENGLISH) -> str:
    """Return in words when something ends, to follow what it is."""
    return words.when("until", until)


def begins(start: Moment, words: Words = ENGLISH) -> str:
    """Return in words when something begins."""
    return words("from_always") if start.exact == ALWAYS else words.when("from", start)


def cite(rule: Rule, on: Date | None = None, words: Words = ENGLISH) -> str:
    """Return the citation of a rule: provision, edition (that of the day ``on``), what brought it, how it was read."""
    edition = rule.edition_on(on) if on else rule.edition
    parts = [provision(rule.provision, words), words("edition", day=edition)]
    if rule.amended_by:
        parts.append(words("amended", law=number(rule.amended_by, words)))
    if rule.confidence is not Confidence.SEEN:
        parts.append(words.label(rule.confidence) + (f": {rule.source}" if rule.source else ""))
    return f"[{', '.join(parts)}]"


def provision(cited: Provision, words: Words = ENGLISH) -> str:
    """Return a provision as the language cites it; what a reform would bring stays as it is proposed."""
    act = act_name(cited.act, words)
    if cited.article[:1].isdigit():
        said = words.find("article", cited.article)
        return f"{act}, {said}" if said else words("article", act=act, article=cited.article)
    return words("words", act=act, article=words.find("article", cited.article) or cited.article)


def act_name(act: Act, words: Words = ENGLISH) -> str:
    """Return the short name of an act."""
    return words.find("act", act.name) or act.name


def number(text: str, words: Words = ENGLISH) -> str:
    """Return the date and number of an act in the form of the language."""
    for english, said in words.table("number").items():
        text = text.replace(english, said)
    return text


def span(status: Status, words: Words = ENGLISH) -> str:
    """Return a status and its days in words."""
    label = words.label(status.kind)
    return words("status", status=label, begins=begins(status.from_, words), ends=ends(status.until, words))


def fact(path: str, says: str, words: Words = ENGLISH) -> str:
    """Return what the missing fact at ``path`` is; ``says`` where the language has no words of its own for it."""
    return say(path, words) or says


def _headline(answer: Answer, words: Words) -> str:
    asked = words(
        "headline",
        activity=words.label(answer.activity),
        on=answer.on,
        permission=shout(answer.permission, words),
        ends=ends(answer.until, words),
    )
    if len(answer.outcomes) > 1:
        bound = "" if answer.exact else words("bound")
        return words("maybe", asked=asked, outcomes=_either(answer.outcomes, words), bound=bound)
    sure = any(reason.certain and reason.permission is answer.permission for reason in answer.reasons)
    return asked if sure or not answer.reasons else words("whatever", asked=asked)


def shout(permission: Permission, words: Words = ENGLISH) -> str:
    """Return a permission in capitals."""
    return words.label(permission).upper()


def _either(outcomes: Iterable[Permission], words: Words) -> str:
    *others, last = [shout(outcome, words) for outcome in outcomes]
    return words("either", others=", ".join(others), last=last) if others else last


def _in_english(_: Answer, words: Words) -> Iterator[str]:
    """Say once that what the law says is told in English, where the rest is not."""
    if said := words("in_english"):
        yield said


def _tree(answer: Answer, words: Words) -> Iterator[str]:
    if not answer.reasons:
        yield from _unrestricted(answer, words)
    for at, reason in enumerate(answer.reasons, start=1):
        last = at == len(answer.reasons)
        branch, stem = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield f"{branch}{_norm(reason, answer, words)}"
        yield f"{stem}{cite(reason.rule, reason.on, words)}"
        yield from (stem + line for line in _status(reason, words))


def _norm(reason: Reason, answer: Answer, words: Words) -> str:
    says = _one_line(reason.says)
    if reason.certain and reason.permission is answer.permission:
        return says
    return words(f"{'' if reason.certain else 'perhaps_'}{reason.permission}", says=says)


def _status(reason: Reason, words: Words) -> Iterator[str]:
    status = reason.status
    facts = [words("facts", paths=", ".join(status.facts))] if status.facts else []
    why = "; ".join((status.because, *facts))
    yield f"└─ {span(status, words)} ({why})  {cite(status.rule_on(reason.on), words=words)}"
    below = [(_one_line(rule.norm), cite(rule, words=words)) for rule in status.also]
    below += [(says, cite(status.rule_on(reason.on), words=words)) for says in _ground(reason, words)]
    for at, (says, citation) in enumerate(below, start=1):
        yield f"   {'└─' if at == len(below) else '├─'} {says}  {citation}"


def _ground(reason: Reason, words: Words) -> Iterator[str]:
    if reason.lapsed_since:
        yield words.when("lapsed", reason.lapsed_since)
    elif (end := reason.status.traits.lawful_end) and end.earliest != NEVER:
        yield words("ground_lasts", ends=ends(end, words))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unrestricted(answer: Answer, words: Words) -> Iterator[str]:
    rules = answer.considered
    if not rules:
        yield f"└─ {words('open', why=_open(answer.activity, words), day=VERIFIED)}"
        return
    looked = "; ".join(dict.fromkeys(provision(rule.provision, words) for rule in rules))
    yield f"└─ {words('open_today', provisions=looked)}"
    for at, rule in enumerate(rules, start=1):
        branch, stem = ("└─ ", "   ") if at == len(rules) else ("├─ ", "│  ")
        yield f"   {branch}{words('not_in_play', when=_when(rule, words), norm=_one_line(rule.norm))}"
        yield f"   {stem}{cite(rule, words=words)}"


def _when(rule: Rule, words: Words) -> str:
    who = words.label(rule.status) if rule.status else words("any_status")
    return who if rule.until == NEVER else words("status_until", status=who, day=rule.until)


def _open(activity: Activity, words: Words) -> str:
    return open_activities().get(str(activity)) or words("untouched")


def open_activities() -> dict[str, str]:
    """Return the activities no rule restricts, each with why."""
    return {one.activity: one.says for one in coverage()}


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [f"  - {line}" for line in lines]
    if listed:
        yield f"{title}:"
        yield from listed


def _conditions(answer: Answer, words: Words) -> Iterator[str]:
    lines = (f"{words.label(f'condition.{one.kind}')}: {one.says}" for one in answer.conditions)
    return _section(words("on_condition"), lines)


def _reforms(answer: Answer, words: Words) -> Iterator[str]:
    return _section(words("under_reform"), (proposed(one, words) for one in answer.reforms))


def proposed(reform: Reform, words: Words = ENGLISH) -> str:
    """Return a reform in words: its name and day, what it says, who proposes it and where."""
    where = f", {reform.source}" if reform.source else ""
    return words("proposed", reform=reform, says=reform.says, proposer=reform.proposer, where=where)


def _missing(answer: Answer, words: Words) -> Iterator[str]:
    lines = (words("supply", path=one.path, fact=fact(one.path, one.says, words)) for one in answer.missing)
    return _section(words("missing"), lines)


def _contested(answer: Answer, words: Words) -> Iterator[str]:
    lines = (
        words(
            "another_reading",
            reading=one.reading,
            taken=one.taken,
            other=one.other,
            permission=shout(one.permission, words),
            says=one.says,
        )
        for one in answer.contested
    )
    return _section(words("contested"), lines)


def _practice(answer: Answer, words: Words) -> Iterator[str]:
    return _section(words("practice"), (f"{one.says}  [{one.source}]" for one in answer.practice))


def _warnings(answer: Answer, words: Words) -> Iterator[str]:
    return _section(words("warnings"), answer.warnings)


def _acts(answer: Answer, words: Words) -> Iterator[str]:
    rules = [rule for one in answer.reasons for rule in (one.rule, one.status.rule_on(one.on), *one.status.also)]
    acts = dict.fromkeys(rule.provision.act for rule in rules or answer.considered)
    return _section(words("acts"), (_act(one, words) for one in acts))


def _act(act: Act, words: Words) -> str:
    address = act.address(text="kaz" if words.lang == "kk" else "rus")
    title = words.find("title", act.name) or (act.russian if words.lang == "ru" else "")
    name = act_name(act, words)
    return words(
        "act", name=name, title=f" «{title}»" if title else "", number=number(act.number, words), address=address
    )
