"""A comparison in a terminal: spans with what was and what would be, the rules that make it so, and totals."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kzrights.answers import Permission
from kzrights.explain_comparison import days, kept
from kzrights.moments import Moment
from kzrights.screen import MARKS, grid, heading, screen, span

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kzrights.activities import Activity
    from kzrights.comparison import Cause, Comparison, Difference, Effect
    from kzrights.totals import Totals

_COUNTED: Final = (Permission.PROHIBITED, Permission.UNCLEAR, Permission.CONDITIONAL)
_LEGEND: Final = (
    "no longer: decides only in the case as it is   now: only in what it would be\n"
    "all: the days of all rights together\n"
    "kzrights can CASE ACTIVITY shows the whole reasoning of a day, with citations."
)


def comparison_screen(whole: Comparison, case: str) -> str:
    """Return a comparison as a screen of text."""
    parts: list[RenderableType] = []
    for effect in whole.effects:
        parts += [heading(f"{case}: {effect.name}, against the case as it is"), "", *_differences(effect), ""]
        parts += [*_totals(whole.totals, effect.totals), ""]
    if not whole.effects:
        parts += [heading(f"{case}, as it is"), "", *_totals(whole.totals, whole.totals), ""]
    return screen(*parts, _LEGEND)


def _differences(effect: Effect) -> Iterator[RenderableType]:
    if not effect.differences:
        yield "no permission differs"
    for activity, found in groupby(effect.differences, key=lambda one: one.activity):
        yield f"  {activity.label}"
        for one in found:
            yield grid([_row(one)], 36, 28, 0)
            yield from map(_cause, one.rules)


def _row(one: Difference) -> tuple[tuple[str, str], ...]:
    (was, _), (would_be, style) = MARKS[one.before], MARKS[one.after]
    return (
        (f"    {span(Moment.on(one.span.start), Moment.on(one.span.end))}", ""),
        (f"{was} {one.before} → {would_be} {one.after}", style),
        ("" if one.days is None else days(one.days), ""),
    )


def _cause(one: Cause) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    which = ("no longer" if one.before else "now") + ("" if one.certain else ", perhaps")
    return Padding(Text(f"{which}: {one.provision}, edition of {one.edition}", style="dim"), (0, 0, 0, 6))


def _totals(before: Totals, after: Totals) -> Iterator[RenderableType]:
    yield heading(f"days of rights from {before.window.start} until {before.window.end}")
    head = [("", ""), *((str(one), "bold") for one in _COUNTED)]
    yield grid([head, *_rows(before, after)], 28, 15, 15, 15, wrapping=0)
    if before.withheld and after.withheld:
        yield f"withheld by the cap from {before.withheld.wage} a month: {kept(before.withheld)}"
        if after is not before:
            yield f"  → {kept(after.withheld)}"


def _rows(before: Totals, after: Totals) -> Iterator[list[tuple[str, str]]]:
    """Yield the rights whose days differ, then each calendar year, then all."""
    both = (*before.years, *after.years)
    for activity in dict.fromkeys(one.activity for one in both):
        row = _counts(f"  {activity.label}", before, after, activity=activity)
        if before is after or any("→" in text for text, _ in row):
            yield row
    for year in sorted({one.year for one in both}):
        yield _counts(f"  {year}", before, after, year=year)
    yield _counts("  all", before, after)


def _counts(
    name: str, before: Totals, after: Totals, activity: Activity | None = None, year: int | None = None
) -> list[tuple[str, str]]:
    sides = [[of.days(one, activity=activity, year=year) for one in _COUNTED] for of in (before, after)]
    return [(name, ""), *((_change(was, would_be), "") for was, would_be in zip(*sides, strict=True))]


def _change(before: int, after: int) -> str:
    return f"{before:,}" if before == after else f"{before:,} → {after:,}"
