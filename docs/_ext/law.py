"""The tables of the law: acts, amounts, readings, activities, statuses, bans, practice, what changed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import kzrights as kz
from kzrights.activities import FIELDS, in_field
from kzrights.calendar import ALWAYS, NEVER
from kzrights.law.modules import MODULES
from kzrights.law.obliged_entities import catalogue
from kzrights.law.practice import practices
from kzrights.law.rows import State, by_table
from kzrights.law.rules import CODE
from kzrights.law.sources import VERIFIED

from .act_pages import activity_ref
from .activity_pages import KINDS, SIGNS, force, of_ban, question, touching
from .amount_pages import spelled
from .asked import amounts_of, rules_of
from .norms import act_ref, by_act, rule_ref, series, slug, stands
from .terms import status_ref, words_of
from .text import Generated, code, link, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from kzrights.law.rows import Row
    from kzrights.law.rules import Reading, Rule


class Acts(Generated):
    """A table of the acts, the one with most norms first, each with its page."""

    def text(self) -> str:
        """Return the Markdown."""
        acts = sorted(by_act().items(), key=lambda pair: -len(pair[1]))
        rows = ((act_ref(act), f"«{plain(act.russian)}»", plain(act.number), str(len(rules))) for act, rules in acts)
        listed = table(("act", "in Russian", "number", "norms"), rows)
        return f"{listed}\n\n{tree(f'acts/{slug(act)}' for act, _ in acts)}"


def tree(pages: Iterable[str]) -> str:
    """Return a hidden table of contents."""
    return "\n".join(["```{toctree}", ":hidden:", "", *(f"/{page}" for page in pages), "```"])


class Parameters(Generated):
    """The amounts, each with its page."""

    def text(self) -> str:
        """Return the Markdown."""
        names = kz.LAW.parameters.names()
        rows = (_parameter(name) for name in names)
        listed = table(("amount", "last read", "since", "values"), rows)
        return f"{listed}\n\n{tree(f'amounts/{name}' for name in names)}"


def _parameter(name: str) -> tuple[str, ...]:
    rows = kz.LAW.parameters.history(name)
    return f"{{doc}}`{spelled(name)} </amounts/{name}>`", str(rows[-1].value), str(rows[-1].since), str(len(rows))


class Readings(Generated):
    """Each open question with its answers."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for reading in kz.LAW.readings for part in _reading(reading))


def _reading(reading: Reading) -> Iterator[str]:
    yield f"(reading-{reading.name})=\n## {code(reading.name)}"
    yield plain(reading.question)
    rows = (
        (code(one.name) + (" (default)" if one.name == reading.default else ""), plain(one.says), plain(one.source))
        for one in reading.choices
    )
    yield table(("choice", "says", "rests on"), rows)
    amounts = [f"{{ref}}`{spelled(name).lower()} <amount-{name}>`" for name in amounts_of(reading)]
    yield "Bears on " + ", ".join([*(rule_ref(rule) for rule in rules_of(reading)), *amounts]) + "."


class Activities(Generated):
    """Each activity as a question, with the statuses that close it on the day the law was last read."""

    def text(self) -> str:
        """Return the Markdown."""
        parts = (part for field in FIELDS for part in _field(field))
        return "\n\n".join([*parts, tree(f"may/{activity}" for activity in kz.Activity)])


def _field(field: str) -> Iterator[str]:
    yield f"## {field.capitalize()}"
    yield table(
        ("question", "id", "✗ prohibited by a norm on", "? unclear or ◐ conditional by a norm on"),
        map(_asked, in_field(field)),
    )


def _asked(activity: kz.Activity) -> tuple[str, ...]:
    today = [rule for rule in touching(activity) if VERIFIED in rule.span and rule.status]
    closed = dict.fromkeys(rule.status for rule in today if force(rule, activity) == "prohibited")
    other = dict.fromkeys(rule.status for rule in today if force(rule, activity) in ("conditional", "unclear"))
    return (
        f"{{doc}}`{question(activity)} </may/{activity}>`",
        code(activity),
        ", ".join(kind.label for kind in closed if kind),
        ", ".join(kind.label for kind in other if kind and kind not in closed),
    )


class Kinds(Generated):
    """Each status: its words in three languages, what gives it, and what it does on the day last read."""

    def text(self) -> str:
        """Return the Markdown."""
        return "\n\n".join(part for kind in kz.StatusKind for part in _kind(kind))


def _kind(kind: kz.StatusKind) -> Iterator[str]:
    yield f"(status-{kind.value})=\n## {kind.label.capitalize()}"
    yield " ".join(part for part in (code(kind.value), words_of(kind)) if part)
    given = [rule for rule in kz.LAW.rules if rule.topic == f"status {kind}"]
    if given:
        yield "Given by " + "; ".join(f"{rule_ref(rule)} ({stands(rule)})" for rule in given) + "."
    rules = [rule for rule in kz.LAW.topic("restriction") if rule.status is kind and VERIFIED in rule.span]
    own = [rule for rule in rules if not of_ban(rule) and not rule.named]
    for name, says in KINDS.items():
        if found := dict.fromkeys(activity for rule in own for activity in getattr(rule, name)):
            yield f"{SIGNS[says]} {says.capitalize()}: {', '.join(activity_ref(one) for one in found)}."
    if len(own) < len(rules):
        yield "What its words reach stands under {ref}`the bans <what-a-ban-covers>`."


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
    return ", ".join(activity_ref(activity) for activity in activities)


class Practices(Generated):
    """What is reported to happen beyond the text."""

    def text(self) -> str:
        """Return the Markdown."""
        rows = (
            (status_ref(one.status), _names(one.activities), plain(one.says), link("report", one.source))
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
    known = [rule_ref(kz.LAW.rule(name), name) for name in row.rules]
    names = ", ".join([*known, *([code(row.modelled_by)] if row.modelled_by else [])])
    return row.id, plain(row.about), names if row.state is State.MODELLED else f"*{row.state}*", plain(row.says)


class Changes(Generated):
    """Every change of the law that was read, year by year: editions that begin, norms that go, amounts."""

    def text(self) -> str:
        """Return the Markdown."""
        changes = sorted([*_begun(), *_gone(), *_amounts()])
        return "\n\n".join(part for year, found in groupby(changes, _year) for part in _of_year(year, list(found)))


def _year(change: tuple[str, ...]) -> str:
    return change[0][:4]


def _of_year(year: str, found: list[tuple[str, ...]]) -> Iterator[str]:
    yield f"## {year}"
    yield table(("day", "where", "what stands from that day", "brought by"), found)


def _begun() -> Iterator[tuple[str, ...]]:
    for rule in kz.LAW.rules:
        if rule.since > CODE:
            yield str(rule.since), rule_ref(rule), plain(rule.norm), plain(rule.amended_by)


def _gone() -> Iterator[tuple[str, ...]]:
    for editions in series().values():
        last = editions[-1]
        if last.until != NEVER:
            yield str(last.until), rule_ref(last), f"no longer: {plain(last.norm)}", ""


def _amounts() -> Iterator[tuple[str, ...]]:
    for row in kz.LAW.parameters.rows:
        if row.since > CODE:
            where = f"{{doc}}`{spelled(row.name)} </amounts/{row.name}>`"
            yield str(row.since), where, str(row.value), link(row.citation, row.url)


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
        ("kz-changes", Changes),
        ("kz-status-kinds", Kinds),
    ):
        app.add_directive(name, directive)
    return {"parallel_read_safe": True}
