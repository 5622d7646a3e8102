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
_LEGEND: Final = (
    "✓ allowed   ◐ conditional: allowed if what is said is observed   ? unclear: the law or the facts leave it open\n"
    "✗ prohibited   * another reading of the law gives another answer   ° reported practice goes beyond the law\n"
    "until: the first day on which the answer changes; empty where nothing known ends it"
)
_ANOTHER_LOOK: Final = "kzrights can {} {} shows the whole reasoning, with citations."


def as_json(data: Any) -> str:
    """Return data as JSON text."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)


def _until(moment: Moment) -> str:
    if moment.exact:
        return "" if moment.exact == NEVER else str(moment.exact)
    return f"{moment.earliest} or later" if moment.latest == NEVER else f"{moment.earliest} to {moment.latest}"


def span(start: Moment, end: Moment, between: str = "") -> str:
    """Return in words from when until when; ``between`` stands between the two."""
    until = f"until {_until(end)}" if _until(end) else ""
    if start.exact == ALWAYS:
        return until or "always"
    return f"from {_until(start)}{between or ' '}{until}" if until else f"from {_until(start)} on"


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


def picture_screen(shown: kz.Picture, case: str) -> str:
    """Return the picture of a day as a screen of text."""
    from rich.text import Text

    parts: list[RenderableType] = [heading(f"{case} on {shown.on}"), "", *_statuses(shown.statuses, shown.on)]
    if shown.cap:
        parts += ["", *(Text(line) for line in cap_screen(shown.cap))]
    for field in FIELDS:
        rows = [_row(shown[activity]) for activity in in_field(field)]
        parts += ["", heading(field), grid(rows, 28, 13, 10, 0, wrapping=2)]
    asked = next((str(one.activity) for one in shown.answers if one.reasons), str(shown.answers[0].activity))
    return screen(*parts, "", Text(f"{_LEGEND}\n{_ANOTHER_LOOK.format(case, asked)}"))


def _statuses(statuses: Iterable[kz.Status], on: Date | None = None) -> Iterator[RenderableType]:
    yield heading("statuses")
    rows = [
        (
            (f"  {one.kind.label}{_doubt(one, on)}", ""),
            (span(one.from_, one.until, "" if one.from_.exact and one.until.exact else "\n"), ""),
            (str(one.rule.provision) + _ground(one), "dim"),
        )
        for one in statuses
    ]
    yield grid(rows, 28, 0, 0, wrapping=2) if rows else "  none"


def _doubt(status: kz.Status, on: Date | None) -> str:
    perhaps = on is not None and status.holds_on(on) is None
    words = [word for word, said in (("perhaps", perhaps), ("presumed", status.presumed)) if said]
    return f" ({', '.join(words)})" if words else ""


def _ground(status: kz.Status) -> str:
    end = status.traits.lawful_end
    return f"; its ground ends on {end}" if end and end.earliest != NEVER else ""


def _row(answer: kz.Answer) -> tuple[tuple[str, str], ...]:
    mark, style = MARKS[answer.permission]
    signs = ("*" if answer.contested else "") + ("°" if answer.practice else "")
    return (
        (f"  {answer.activity.label}", ""),
        (f"{mark} {answer.permission}{signs}", style),
        (_until(answer.until), ""),
        (_why(answer), "dim"),
    )


def _why(answer: kz.Answer) -> str:
    if answer.missing:
        return "not known: " + "; ".join(dict.fromkeys(one.says for one in answer.missing))
    if answer.conditions:
        return "; ".join(one.says for one in answer.conditions)
    return answer.reasons[0].provision + _lapsed(answer.reasons[0]) if answer.reasons else ""


def _lapsed(reason: kz.Reason) -> str:
    return f", without a ground since {reason.lapsed_since}" if reason.lapsed_since else ""


def cap_screen(found: kz.Cap) -> Iterator[str]:
    """Yield the cap in words."""
    from kzrights.explain import cite

    if found.capped is False or found.month is None:
        yield f"no cap on {found.on}: the person is not listed"
        return
    perhaps = "" if found.capped else ", if the person is listed"
    yield f"cap on wages in {found.month.format('YYYY-MM')}{perhaps}: {found.amount}"
    least, most = found.members or (0, 0)
    count = str(least) if least == most else f"{least} or more" if most is None else f"{least} to {most}"
    basis = f" ({found.basis.replace('_', ' ')})" if found.basis else ""
    yield f"  {found.per_member}{basis} for each family member, of whom {count} counted"
    if found.rule:
        yield f"  {cite(found.rule)}"
    if found.uncapped:
        yield f"  no cap on: {', '.join(one.label for one in found.uncapped)}"
    yield from (f"  not known: {one}" for one in found.missing)
    yield from (f"  contested: {one}" for one in found.contested)


def timeline_screen(whole: kz.Timeline, wanted: list[kz.Activity], case: str) -> str:
    """Return a timeline as a screen of text."""
    parts: list[RenderableType] = [heading(f"{case}, all dates"), "", *_statuses(whole.statuses)]
    for field in FIELDS:
        shown = [one for one in in_field(field) if one in wanted or (not wanted and len(whole.spans(one)) > 1)]
        if shown:
            parts += ["", heading(field), grid((row for one in shown for row in _stretches(whole, one)), 28, 32, 0)]
    return screen(*parts)


def _stretches(whole: kz.Timeline, activity: kz.Activity) -> Iterator[tuple[tuple[str, str], ...]]:
    name = f"  {activity.label}"
    for one in whole.spans(activity):
        mark, style = MARKS[one.permission]
        ground = ", without a ground" if one.lapsed and one.permission else ""
        yield (
            (name, ""),
            (span(Moment.on(one.span.start), Moment.on(one.span.end)), ""),
            (f"{mark} {one.permission}{ground}", style),
        )
        name = ""


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
