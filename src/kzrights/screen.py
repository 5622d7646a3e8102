"""What people see in a terminal: tables, spans and marks; plain when piped."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict
from pendulum import Date

import kzrights as kz
from kzrights.activities import FIELDS, in_field
from kzrights.answers import Permission
from kzrights.calendar import ALWAYS, NEVER
from kzrights.explain import ENGLISH, fact, provision
from kzrights.languages import Words
from kzrights.moments import Moment

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from kzrights.law.parameters import Parameter as Value
    from kzrights.law.rows import Row
    from kzrights.law.rules import Reading, Rule
    from kzrights.law.sources import Act

MARKS: Final = {
    Permission.ALLOWED: ("✓", "green"),
    Permission.CONDITIONAL: ("◐", "yellow"),
    Permission.UNCLEAR: ("?", "magenta"),
    Permission.PROHIBITED: ("✗", "red"),
}


def as_json(data: Any) -> str:
    """Return data as JSON text."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)


def _until(moment: Moment, words: Words) -> str:
    return words.when("table_day", moment)


def span(start: Moment, end: Moment, between: str = "", words: Words = ENGLISH) -> str:
    """Return in words from when until when; ``between`` stands between the two."""
    begins = "" if start.exact == ALWAYS else words.when("table_from", start)
    until = "" if end.exact == NEVER else words.when("table_until", end)
    if begins and until:
        return f"{begins}{between or ' '}{until}"
    return words("table_on", begins=begins) if begins else until or words("table_always")


def screen(*parts: RenderableType) -> str:
    """Return tables as text: coloured on a terminal, plain and 100 wide elsewhere."""
    import io

    from rich.console import Console

    terminal = _on_terminal()
    width = max(80, shutil.get_terminal_size().columns) if terminal else 100
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="standard" if _colours(terminal) else None,
        highlight=False,
    )
    with console.capture() as shown:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in shown.get().splitlines())


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _colours(terminal: bool) -> bool:
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def grid(rows: Iterable[Sequence[tuple[str, str]]], *widths: int, wrapping: int = 1) -> Table:
    """Return a table without lines: each cell is a text and its style, the last columns may wrap."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    for at, width in enumerate(widths):
        table.add_column(min_width=width or None, no_wrap=at < len(widths) - wrapping, overflow="fold")
    for row in rows:
        table.add_row(*(Text(text, style=style) for text, style in row))
    return table


def heading(text: str) -> RenderableType:
    """Return a line that stands out."""
    from rich.text import Text

    return Text(text, style="bold")


def picture_screen(shown: kz.Picture, case: str, lang: str = "en") -> str:
    """Return the picture of a day as a screen of text."""
    from rich.text import Text

    from kzrights import explain_cap

    words = Words(lang)
    parts: list[RenderableType] = [heading(words("picture", case=case, day=shown.on)), ""]
    parts += _statuses(shown.statuses, words, shown.on)
    if shown.cap:
        parts += ["", *(Text(line) for line in explain_cap.lines(shown.cap, words))]
    for field in FIELDS:
        rows = [_row(shown[activity], words) for activity in in_field(field)]
        parts += ["", heading(words.label(f"field.{field}")), grid(rows, 28, 13, 10, 0, wrapping=2)]
    asked = next((str(one.activity) for one in shown.answers if one.reasons), str(shown.answers[0].activity))
    command = f"kzrights can {case} {asked}" + ("" if lang == "en" else f" --lang {lang}")
    return screen(*parts, "", Text(f"{words('legend')}\n{words('another_look', command=command)}"))


def _statuses(statuses: Iterable[kz.Status], words: Words, on: Date | None = None) -> Iterator[RenderableType]:
    yield heading(words("statuses"))
    rows = [
        (
            (f"  {words.label(one.kind)}{_doubt(one, words, on)}", ""),
            (span(one.from_, one.until, "" if one.from_.exact and one.until.exact else "\n", words), ""),
            (provision(one.rule.provision, words) + _ground(one, words), "dim"),
        )
        for one in statuses
    ]
    yield grid(rows, 28, 0, 0, wrapping=2) if rows else f"  {words('none')}"


def _doubt(status: kz.Status, words: Words, on: Date | None) -> str:
    perhaps = on is not None and status.holds_on(on) is None
    said = [words(word) for word, holds in (("perhaps", perhaps), ("presumed", status.presumed)) if holds]
    return f" ({', '.join(said)})" if said else ""


def _ground(status: kz.Status, words: Words) -> str:
    end = status.traits.lawful_end
    return words.when("table_ground", end) if end and end.earliest != NEVER else ""


def _row(answer: kz.Answer, words: Words) -> tuple[tuple[str, str], ...]:
    mark, style = MARKS[answer.permission]
    signs = ("*" if answer.contested else "") + ("°" if answer.practice else "")
    return (
        (f"  {words.label(answer.activity)}", ""),
        (f"{mark} {words.label(answer.permission)}{signs}", style),
        (_until(answer.until, words), ""),
        (_why(answer, words), "dim"),
    )


def _why(answer: kz.Answer, words: Words) -> str:
    if answer.missing:
        return words("not_known") + "; ".join(dict.fromkeys(fact(one.path, one.says, words) for one in answer.missing))
    if answer.conditions:
        return "; ".join(one.says for one in answer.conditions)
    reason = next(iter(answer.reasons), None)
    return provision(reason.rule.provision, words) + _lapsed(reason, words) if reason else ""


def _lapsed(reason: kz.Reason, words: Words) -> str:
    return words.when("table_lapsed", reason.lapsed_since) if reason.lapsed_since else ""


def timeline_screen(whole: kz.Timeline, wanted: list[kz.Activity], case: str, lang: str = "en") -> str:
    """Return a timeline as a screen of text."""
    words = Words(lang)
    parts: list[RenderableType] = [heading(words("timeline", case=case)), "", *_statuses(whole.statuses, words)]
    for field in FIELDS:
        shown = [one for one in in_field(field) if one in wanted or (not wanted and len(whole.spans(one)) > 1)]
        if shown:
            rows = (row for one in shown for row in _stretches(whole, one, words))
            parts += ["", heading(words.label(f"field.{field}")), grid(rows, 28, 32, 0)]
    return screen(*parts)


def _stretches(whole: kz.Timeline, activity: kz.Activity, words: Words) -> Iterator[tuple[tuple[str, str], ...]]:
    name = f"  {words.label(activity)}"
    for one in whole.spans(activity):
        mark, style = MARKS[one.permission]
        ground = words("table_groundless") if one.lapsed and one.permission else ""
        yield (
            (name, ""),
            (span(Moment.on(one.span.start), Moment.on(one.span.end), words=words), ""),
            (f"{mark} {words.label(one.permission)}{ground}", style),
        )
        name = ""


def activity_lines(lang: str = "en") -> Iterator[str]:
    """Yield the activities by field of life: their ids and, in another language than English, what they are."""
    words = Words(lang)
    for field in FIELDS:
        yield words.label(f"field.{field}")
        for one in in_field(field):
            yield f"  {one}" if lang == "en" else f"  {one:<28}{words.label(one)}"


def values_lines(name: str, rows: Iterable[Value]) -> Iterator[str]:
    """Yield the dated values of a parameter, a line each."""
    yield name
    for row in rows:
        if row.name == name:
            days = f"from {row.since}" + ("" if row.until == NEVER else f" until {row.until}")
            yield f"  {row.value!s:>9}  {days}  {row.citation} ({row.confidence})"
            yield f"             {row.url}"


def size() -> str:
    """Return how many rules and editions the law has, in words."""
    series = {rule.series for rule in kz.LAW.rules}
    return f"{len(series)} rules, {len(kz.LAW.rules)} editions"


def by_act() -> dict[Act, list[Rule]]:
    """Return the rules by act."""
    acts: dict[Act, list[Rule]] = {}
    for rule in kz.LAW.rules:
        acts.setdefault(rule.provision.act, []).append(rule)
    return acts


def change_days(rules: Iterable[Rule]) -> list[Date]:
    """Return the days on which a rule begins, ends or is restated, those of the Code of 2014 left out."""
    from kzrights.law.rules import CODE

    days = {day for rule in rules for day in (rule.since, rule.until, *rule.restated)}
    return sorted(days - {CODE, NEVER})


def coverage_lines(act: Act, rules: list[Rule]) -> Iterator[str]:
    """Yield what is modelled of an act."""
    articles = dict.fromkeys(rule.provision.article for rule in rules)
    yield f"{act.name} ({act.number}), read to the edition of {act.newest}: {len(rules)} rules"
    yield f"  {'; '.join(articles)}"
    if days := change_days(rules):
        yield f"  changes on {', '.join(map(str, days))}"
    yield f"  {act.address()}"


def accounts(open_activities: dict[str, str]) -> dict[str, Any]:
    """Return all of `law coverage` as data."""
    from kzrights.law.rows import rows

    acts = {act.name: list(dict.fromkeys(one.provision.article for one in of)) for act, of in by_act().items()}
    changes = {act.name: [str(day) for day in change_days(of)] for act, of in by_act().items()}
    accounted = [{**asdict(row), "state": row.state} for row in rows()]
    return {"acts": acts, "changes": changes, "open_activities": open_activities, "rows": accounted}


def rows_lines() -> Iterator[str]:
    """Yield what became of the rows that were read: how many of each table, then those not modelled as a whole."""
    from kzrights.law.rows import State, by_table, rows

    yield from ("", "What was read, row by row")
    yield from (_counted(table, found) for table, found in by_table().items())
    for title, state in (
        ("Still to be modelled", State.OPEN),
        ("Left out", State.LEFT_OUT),
        ("Modelled, but for a part", State.MODELLED),
    ):
        said = [f"  {row.id} {row.about}: {row.says}" for row in rows() if row.state is state and row.says]
        yield from ("", title, *(said or ["  nothing"]))


def _counted(table: str, found: Sequence[Row]) -> str:
    from kzrights.law.rows import State

    ids = found[0].id if len(found) == 1 else f"{found[0].id} to {found[-1].id}"
    numbers = (f"{sum(row.state is state for row in found)} {state}" for state in State)
    return f"  {table} ({ids}): {', '.join(numbers)}"


def cited(rule: Rule, wanted: str) -> bool:
    """Say whether a rule cites the provision wanted or one inside it, with or without the act's name before it."""
    article = _article(wanted, rule.provision.act)
    places = [place.strip() for place in rule.provision.article.split(",")]
    return article == rule.provision.article or any(_inside(place, article) for place in places)


def _inside(place: str, article: str) -> bool:
    if several := re.fullmatch(r"(\d+)-(\d+)", place):
        return article == place or (article.isdecimal() and int(several[1]) <= int(article) <= int(several[2]))
    return place == article or place.startswith((f"{article}(", f"{article}-("))


def _article(wanted: str, act: Act) -> str:
    """Return what is left of a citation without the name of ``act``."""
    text = one_line(wanted)
    for name in sorted(_names(act), key=len, reverse=True):
        if re.match(rf"{re.escape(name)}[ ,]", text, re.IGNORECASE):
            text = text[len(name) + 1 :]
            break
    return re.sub(r"^\s*(art(icle|\.)?\s+)?", "", text, flags=re.IGNORECASE)


def _names(act: Act) -> set[str]:
    from kzrights.law import acts

    short = {name for name, value in vars(acts).items() if value == act}
    return {*short, act.name, act.number.rpartition("No ")[2]}


def rule_lines(rule: Rule) -> Iterator[str]:
    """Yield a rule with its edition, norm and address."""
    end = "" if rule.until == NEVER else f" until {rule.until}"
    yield f"{rule.provision}  ({rule.name})"
    yield f"  {one_line(rule.norm)}"
    yield f"  edition: from {rule.since}{end}" + (f", by the law of {rule.amended_by}" if rule.amended_by else "")
    yield f"  clock: {rule.clock}; confidence: {rule.confidence}" + (f" ({rule.source})" if rule.source else "")
    yield f"  {rule.address}"


def reading_lines(one: Reading) -> Iterator[str]:
    """Yield a reading with its choices."""
    yield f"{one.name}: {one.question}"
    for choice in one.choices:
        default = " (default)" if choice.name == one.default else ""
        yield f"  {one.name}={choice.name}{default}: {choice.says}"
        yield f"    {choice.source}"


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())
