"""A page for each act: its provisions in the act's own order, each norm with its editions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import kzrights as kz
from kzrights.calendar import NEVER
from kzrights.law.rules import Rule
from kzrights.law.sources import Act

from .asked import readings_of
from .decided import by_rule, statuses_by_rule
from .norms import (
    CLOCKS,
    article,
    by_act,
    how_read,
    official,
    order,
    rule_ref,
    series,
    short,
    slug,
    source_ref,
    stands,
)
from .pinned import files_of, tests_of
from .terms import names_of, status_ref, words_of
from .text import code, plain, table

MARKS = {"forbids": "✗ Prohibits", "doubts": "? Leaves unclear", "limits": "◐ On condition", "permits": "✓ Leaves open"}
_FEW = 4


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of each act."""
    for act, rules in by_act().items():
        yield f"acts/{slug(act)}", "\n\n".join(_page(act, rules)) + "\n"


def _page(act: Act, rules: list[Rule]) -> Iterator[str]:
    yield f"(act-{slug(act)})=\n# {plain(act.name)}"
    yield f"{plain(names_of(act))}, {plain(act.number)}."
    yield f"Read to the edition of {act.newest}. Official text, in Russian, by edition: {official(act)}."
    ordered = sorted(rules, key=order)
    groups = [(name, list(found)) for name, found in groupby(ordered, key=article)]
    if len(groups) > 1:
        yield "Articles: " + " · ".join(f"{{ref}}`{name} <{_label(act, name)}>`" for name, _ in groups)
    for name, found in groups:
        yield from _article(act, name, found)


def _label(act: Act, name: str) -> str:
    return f"art-{slug(act)}-{name.replace(' ', '-')}"


def _article(act: Act, name: str, rules: list[Rule]) -> Iterator[str]:
    title = f"Article {name}" if name.isdigit() else name.capitalize()
    cited = sorted({rule.provision.article for rule in rules})
    yield "\n\n".join(f"```{{index}} single: {short(act)} {one}\n```" for one in dict.fromkeys([name, *cited]))
    yield f"({_label(act, name)})=\n## {title}"
    for provision, found in groupby(rules, key=lambda rule: rule.provision.article):
        if provision != name:
            yield f"### {'Art. ' if provision[0].isdigit() else ''}{plain(provision)}"
        for _, editions in groupby(sorted(found, key=lambda rule: rule.series), key=lambda rule: rule.series):
            yield from _norm(list(editions))


def _norm(own: list[Rule]) -> Iterator[str]:
    """Yield a norm as it stands in one provision, beside its editions elsewhere."""
    every = series()[own[0].series]
    yield "\n".join(f"(rule-{rule.name})=" for rule in own)
    yield f"> {plain(own[0].norm)}" if len(every) == 1 else _side_by_side(every)
    yield "\n".join(_fields(own, alone=len(every) == 1))


def _days(rule: Rule) -> str:
    words = [stands(rule)]
    if rule.restated:
        words.append("restated " + ", ".join(map(str, rule.restated)))
    if rule.amended_by:
        words.append(f"brought by the law of {plain(rule.amended_by)}")
    return "; ".join(words)


def _side_by_side(every: list[Rule]) -> str:
    head = ["edition", *(stands(rule) for rule in every)]
    rows = [
        ["norm", *(plain(rule.norm) for rule in every)],
        ["provision", *(rule_ref(rule) for rule in every)],
        ["brought by", *(plain(rule.amended_by) for rule in every)],
        ["read", *(how_read(rule) for rule in every)],
        ["rule", *(source_ref(rule) for rule in every)],
    ]
    return table(head, (row for row in rows if any(row[1:])))


def _fields(own: list[Rule], *, alone: bool) -> Iterator[str]:
    rule = own[-1]
    yield f":{'Binds' if rule.topic == 'restriction' else 'About'}: {_binds(rule)}"
    for kind, says in MARKS.items():
        if found := dict.fromkeys(name for one in own for name in getattr(one, kind)):
            yield f":{says}: {_activities(found)}"
    if alone:
        yield f":Stands: {_days(rule)}"
    yield f":Clock: {CLOCKS[rule.clock]}"
    if asked := dict.fromkeys(reading for one in own for reading in readings_of(one)):
        yield ":Readings: " + ", ".join(f"{{ref}}`{one.name} <reading-{one.name}>`" for one in asked)
    if alone:
        yield f":Rule: {source_ref(rule)}"
    yield f":Tests: {_tests(own)}"
    if cases := _cases(own):
        yield f":Decides: {cases}"
    if alone:
        yield f":Read: {how_read(rule)}"


def _binds(rule: Rule) -> str:
    if rule.status is None:
        return plain(rule.topic)
    words = f"{status_ref(rule.status)} {words_of(rule.status)}".strip()
    if rule.topic != "restriction":
        return f"gives the status {words}"
    more = ["for ever"] if rule.for_ever else []
    more += [f"for {rule.lasts} from its first day"] if rule.lasts else []
    more += [f"where the court laid down {code(rule.duty)}"] if rule.duty else []
    return ", ".join([f"who is under {words}", *more])


def _activities(found: Iterable[kz.Activity]) -> str:
    names = list(found)
    if len(names) == len(kz.Activity):
        return "every activity the verdict or the court names"
    return ", ".join(activity_ref(one) for one in names)


def activity_ref(activity: kz.Activity) -> str:
    """Return a link to the page of an activity."""
    return f"{{doc}}`{activity.label} </may/{activity}>`"


def _tests(own: list[Rule]) -> str:
    pins = list(dict.fromkeys(pin for rule in own for pin in tests_of(rule)))
    if not pins:
        files = dict.fromkeys(file for rule in own for file in files_of(rule))
        links = ", ".join(f"{{source}}`{file} <{file}:1>`" for file in files)
        return f"none cites it alone; its field is tested in {links}"
    shown = ", ".join(f"{pin.ref()} in {pin.file.rpartition('/')[2]}" for pin in pins[:_FEW])
    return shown + (f", and {len(pins) - _FEW} more" if len(pins) > _FEW else "")


def _cases(own: list[Rule]) -> str:
    said: dict[str, str] = {}
    for rule in own:
        for name, status in statuses_by_rule().get(rule.name, ()):
            said.setdefault(name, f"{status.kind.label} from {_day(status)}")
        for one in sorted(by_rule().get(rule.name, ()), key=lambda one: one.span.start):
            until = "" if one.span.end == NEVER else f" to {one.span.last_day}"
            said.setdefault(one.slug, f"{one.activity.label}, {one.permission} {one.span.start}{until}")
    return "; ".join(f"{{ref}}`{name} <decided-{name}>` ({plain(says)})" for name, says in said.items())


def _day(status: kz.Status) -> str:
    return str(status.from_).removeprefix("some day ")
