"""A study in a terminal: for each right the days lost, a row for each case and a column for each scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kzrights.screen import grid, heading, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kzrights.studies import Lost, StudyResult

_ALL: Final = "all cases"
_THOUSAND: Final = 1000
_LEGEND: Final = (
    "days lost: some activity of the right is prohibited\n"
    "3–5: three surely, five at most; facts are missing, or the law leaves it open\n"
    "kzrights compare CASE shows by which rules."
)


def study_screen(result: StudyResult) -> str:
    """Return the summary of a study as a screen of text."""
    parts: list[RenderableType] = [*_scenarios(result), ""]
    for right in result.study.rights:
        parts += [heading(f"{right.name}: days lost"), _days(result, right.name), ""]
    if result.withheld:
        parts += [*_withheld(result), ""]
    return screen(*parts, _LEGEND)


def _scenarios(result: StudyResult) -> Iterator[RenderableType]:
    from rich.text import Text

    study = result.study
    window = f"from {study.from_ or 'the first fact'} until {study.to or 'tomorrow'}"
    yield heading(f"{len(study.cases)} {'case' if len(study.cases) == 1 else 'cases'} {window}, under")
    yield Text("\n".join(f"  [{at}] {one.name}" for at, one in enumerate(study.scenarios, 1)))


def _days(result: StudyResult, right: str) -> RenderableType:
    found = {(one.case, one.scenario): one for one in result.summary() if one.right == right}
    return _table(result, {key: _between(*_bounds(one)) for key, one in found.items()})


def _bounds(one: Lost) -> tuple[int, int]:
    return one.surely, one.possibly


def _between(least: int, most: int) -> str:
    return f"{least:,}" if least == most else f"{least:,}–{most:,}"


def _table(result: StudyResult, cells: dict[tuple[str | None, str], str]) -> RenderableType:
    """Return a table of cells by case and scenario; the case ``None`` is the row of all cases."""
    scenarios = [one.name for one in result.study.scenarios]
    rows = [_row("", (f"[{at}]" for at in range(1, len(scenarios) + 1)), "bold")]
    for case in (*(name for name, _ in result.study.cases), None):
        style = "bold" if case is None else ""
        rows.append(_row(_ALL if case is None else case, (cells[case, name] for name in scenarios), style))
    return grid(rows, 16, *[11] * len(scenarios), wrapping=0)


def _row(name: str, cells: Iterable[str], style: str) -> list[tuple[str, str]]:
    return [(f"  {name}", style), *((cell, style) for cell in cells)]


def _withheld(result: StudyResult) -> Iterator[RenderableType]:
    sums: dict[tuple[str | None, str], tuple[int, int]] = {}
    for row in result.withheld:
        for case in (row.case, None):
            least, most = sums.get((case, row.scenario), (0, 0))
            sums[case, row.scenario] = least + row.bounds[0], most + row.bounds[1]
    yield heading(f"withheld by the cap from {result.study.wage} a month, in thousands of tenge")
    cells = {key: _between(*(round(amount / _THOUSAND) for amount in bounds)) for key, bounds in sums.items()}
    yield _table(result, cells)
    if unknown := sum(row.withheld.unknown for row in result.withheld):
        yield f"  {unknown} months whose cap is not known are left out"
