"""The law pages: acts with their provisions, parameters, readings, activities, what bans cover, practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import kzrights as kz
from kzrights.activities import FIELDS, in_field
from kzrights.calendar import ALWAYS, NEVER
from kzrights.law.coverage import coverage
from kzrights.law.modules import MODULES
from kzrights.law.obliged_entities import catalogue
from kzrights.law.practice import practices
from kzrights.law.rows import State, by_table
from kzrights.law.rules import Confidence

from .text import Generated, code, link, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from kzrights.law.parameters import Parameter
    from kzrights.law.rows import Row
    from kzrights.law.rules import Reading, Rule
    from kzrights.law.sources import Act

_CLOCKS = {"act": "the day of the act", "event": "the day of the event", "question": "the day asked about"}


class Acts(Generated):
    """One section for each act, with its provisions in the order of the act's module."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for act, rules in by_act().items() for part in _act(act, rules))


def by_act() -> dict[Act, list[Rule]]:
    """Return the rules of the packaged law by the act they cite."""
    acts: dict[Act, list[Rule]] = {}
    for rule in kz.LAW.rules:
        acts.setdefault(rule.provision.act, []).append(rule)
    return acts


def _act(act: Act, rules: list[Rule]) -> Iterator[str]:
    yield f"## {plain(act.name)}"
    address = link(act.address(), act.address())
    yield f"«{plain(act.russian)}», {plain(act.number)}. Read to the edition of {act.newest}. {address}"
    for article, found in groupby(sorted(rules, key=_place), key=lambda rule: rule.provision.article):
        where = str(act / article).removeprefix(f"{act.name}, ")
        yield f"### {plain(where[0].upper() + where[1:])}"
        yield "\n".join(f"* {_norm(rule)}" for rule in found)


def _place(rule: Rule) -> tuple[int, str]:
    rules = [other.provision.article for other in kz.LAW.rules if other.provision.act is rule.provision.act]
    return rules.index(rule.provision.article), str(rule.since)


def _norm(rule: Rule) -> str:
    """Return a norm with its edition, its clock and how it was read."""
    about = [f"edition from {rule.since}" + ("" if rule.until == NEVER else f" until {rule.until}")]
    if rule.amended_by:
        about.append(f"brought by the law of {plain(rule.amended_by)}")
    about.append(f"chosen by {_CLOCKS[rule.clock]}")
    about.append(_confidence(rule))
    return f"**{plain(rule.norm)}**\n  {'; '.join(about)}; {code(rule.name)}"


def _confidence(rule: Rule) -> str:
    words = {Confidence.SEEN: "read in the text", Confidence.SECONDARY: "from a secondary source"}
    how = words.get(rule.confidence, "inferred")
    return f"{how} ({plain(rule.source)})" if rule.source else how


class Parameters(Generated):
    """The dated amounts, one table for each."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for name in kz.LAW.parameters.names() for part in _parameter(name))


def _parameter(name: str) -> Iterator[str]:
    yield f"## {plain(name.replace('_', ' ').capitalize())}"
    rows = kz.LAW.parameters.history(name)
    yield table(("from", "until", "amount", "source", "read"), (_value(row) for row in rows))
    for row in rows:
        if row.alternative and row.reading:
            yield f"From {row.since}, under the other answer to {code(row.reading)}: {row.alternative}."


def _value(row: Parameter) -> tuple[str, ...]:
    until = "" if row.until == NEVER else str(row.until)
    return str(row.since), until, str(row.value), link(row.citation, row.url), plain(row.confidence)


class Readings(Generated):
    """Each open question with its answers."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for reading in kz.LAW.readings for part in _reading(reading))


def _reading(reading: Reading) -> Iterator[str]:
    yield f"## {code(reading.name)}"
    yield plain(reading.question)
    rows = (
        (code(one.name) + (" (default)" if one.name == reading.default else ""), plain(one.says), plain(one.source))
        for one in reading.choices
    )
    yield table(("choice", "says", "rests on"), rows)


class Activities(Generated):
    """Each activity with the rules that touch it."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for field in FIELDS for part in _field(field))


def _field(field: str) -> Iterator[str]:
    yield f"## {field.capitalize()}"
    open_ = {one.activity: one.says for one in coverage()}
    for activity in in_field(field):
        yield f"### {code(activity)}"
        if activity in open_:
            yield f"No act bars it to a citizen at liberty and under no ban: {plain(open_[activity])}."
        yield "\n".join(f"* {line}" for line in _touching(activity))


def _touching(activity: kz.Activity) -> Iterator[str]:
    rules = [rule for rule in kz.LAW.topic("restriction") if activity in rule.activities and not rule.named]
    bans = [rule for rule in rules if rule.name.startswith("ban_")]
    for rule in sorted(rules, key=lambda rule: rule in bans):
        days = "" if rule in bans else _days(rule)
        yield f"{_force(rule, activity)} {_who(rule)}: {plain(rule.norm)} ({plain(rule.provision)}{days})"


def _force(rule: Rule, activity: kz.Activity) -> str:
    for words, names in (
        ("Prohibited under", rule.forbids),
        ("Unclear under", rule.doubts),
        ("On condition under", rule.limits),
    ):
        if activity in names:
            return words
    return "Left open under"


def _who(rule: Rule) -> str:
    status = rule.status.label if rule.status else "any status"
    return f"*{status}*" + (", for ever" if rule.for_ever else "")


def _days(rule: Rule) -> str:
    return f", from {rule.since}" + ("" if rule.until == NEVER else f" until {rule.until}")


class Bans(Generated):
    """What each scope of a ban covers, plainly and arguably."""

    def text(self) -> str:
        """Return the Markdown."""
        rules = {rule.name: rule for rule in kz.LAW.rules}
        pairs = ((scope, rules.get(f"ban_covers_{scope}"), rules.get(f"ban_may_reach_{scope}")) for scope in kz.Scope)
        rows = (_scope(*pair) for pair in pairs)
        return table(("scope", "plainly covers: prohibited", "may reach: unclear", "rests on"), rows)


def _scope(scope: kz.Scope, covers: Rule | None, reaches: Rule | None) -> tuple[str, ...]:
    source = next((rule.source for rule in (covers, reaches) if rule), "")
    return (
        code(scope),
        _names(covers.forbids if covers else ()),
        _names(reaches.doubts if reaches else ()),
        plain(source),
    )


def _names(activities: Iterable[kz.Activity]) -> str:
    return ", ".join(activity.label for activity in activities)


class Practices(Generated):
    """What is reported to happen beyond the text."""

    def text(self) -> str:
        """Return the Markdown."""
        rows = (
            (one.status.label, _names(one.activities), plain(one.says), link("report", one.source))
            for one in practices()
        )
        return table(("status", "activities", "reported", "source"), rows)


class ObligedEntities(Generated):
    """Who must refuse the operations of a listed person, and from when until when."""

    def text(self) -> str:
        """Return the Markdown."""
        rows = (
            (
                entity.item,
                plain(entity.name),
                "" if entity.since == ALWAYS else str(entity.since),
                "" if entity.until == NEVER else str(entity.until),
                _names(entity.activities),
                plain("; ".join(part for part in (str(entity.confidence), entity.source) if part)),
            )
            for entity in catalogue()
        )
        return table(("item", "who", "from", "until", "what passes through it", "read"), rows)


class Rows(Generated):
    """What was read, table by table, and where each row ended up."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for name, found in by_table().items() for part in _rows(name, found))


def _rows(name: str, found: Iterable[Row]) -> Iterator[str]:
    yield f"## {plain(name)}"
    yield table(("row", "about", "where it is", "what is not reached, or why"), map(_row, found))


def _row(row: Row) -> tuple[str, ...]:
    names = ", ".join(code(name) for name in (*row.rules, row.modelled_by) if name)
    return row.id, plain(row.about), names if row.state is State.MODELLED else f"*{row.state}*", plain(row.says)


class Amendments(Generated):
    """The laws that brought an edition, with the provisions they changed."""

    def text(self) -> str:
        """Return the Markdown."""
        amended: dict[tuple[str, str], list[str]] = {}
        for rule in sorted(kz.LAW.rules, key=lambda rule: str(rule.since)):
            if rule.amended_by:
                amended.setdefault((str(rule.since), rule.amended_by), []).append(str(rule.provision))
        rows = (
            (since, plain(law), plain("; ".join(dict.fromkeys(changed)))) for (since, law), changed in amended.items()
        )
        return table(("in force", "law of", "provisions with an edition of their own"), rows)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    assert MODULES, "no law to document"
    for name, directive in (
        ("kz-acts", Acts),
        ("kz-parameters", Parameters),
        ("kz-readings", Readings),
        ("kz-activities", Activities),
        ("kz-bans", Bans),
        ("kz-practice", Practices),
        ("kz-obliged-entities", ObligedEntities),
        ("kz-rows", Rows),
        ("kz-amendments", Amendments),
    ):
        app.add_directive(name, directive)
    return {"parallel_read_safe": True}
