"""A chart laid out on a sheet of paper: words, bars and lines, each with its place in inches from the top left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from string import ascii_uppercase
from typing import Final

from attrs import define, evolve, field, frozen

from kzrights.charts.axis import SIZE as AXIS_SIZE
from kzrights.charts.axis import Axis
from kzrights.charts.rows import IN_ALL, Bar, Lane, Look, Plan, Row
from kzrights.charts.text import broken, clean, width
from kzrights.scenarios import AS_IT_IS
from kzrights.value import Shown, Value

WIDTH: Final = 7.5
"""Inches: A4 with margins of 1 cm."""
MARGIN: Final = 0.12
_ROOM: Final = 0.14
"""Beside the bars, for arrows."""
_TITLE, _LABEL, _SMALL = 11.0, 8.0, 7.0
_ROW, _LANE, _GAP = 0.2, 0.15, 0.07
_BAR: Final = {True: 0.13, False: 0.105}
"""The height of a bar that is alone in its row, and of one of several."""
_WIDEST_NAME: Final = 1.45
_SAYS: Final = {
    Look.PROHIBITED: "prohibited",
    Look.UNCLEAR: "unclear: the law or the facts leave it open",
    Look.CONDITIONAL: "conditional: allowed if a condition is observed",
    Look.ALLOWED: "allowed",
    Look.HOLDS: "status holds",
    Look.PERHAPS: "may hold: the first or last day is not known",
}
LAPSED: Final = "without a ground"
GOES_ON: Final = "goes on beyond the days shown"


@frozen(kw_only=True, repr=False, eq=False)
class Words(Value):
    """A line of text; ``x`` is its left end, middle or right end, ``y`` its middle, ``size`` in points."""

    text: str
    x: float
    y: float
    size: float = _LABEL
    bold: bool = False
    align: str = "left"


@frozen(kw_only=True, repr=False, eq=False)
class Block(Value):
    """A bar from ``left`` to ``right``, ``height`` high around ``y``; ``width`` is never less than can be seen."""

    left: float
    right: float
    y: float
    height: float
    look: Look
    lapsed: bool = False
    began: bool = False
    goes_on: bool = False


@frozen(kw_only=True, repr=False, eq=False)
class Rule(Value):
    """A thin line between two places; ``mark`` for the day that is marked."""

    left: float
    top: float
    right: float
    bottom: float
    mark: bool = False


@define(repr=False)
class Sheet(Shown):
    """What stands where; ``height`` in inches grows as rows are put below each other."""

    title: str
    height: float = MARGIN
    words: list[Words] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    rules: list[Rule] = field(factory=list)

    def line(self, says: str, x: float, tall: float, size: float = _LABEL, *, bold: bool = False) -> None:
        """Put a line of text below all that there is."""
        self.words.append(Words(text=says, x=x, y=self.height + tall / 2, size=size, bold=bold))
        self.height += tall


def sheet(plan: Plan) -> Sheet:
    """Return the sheet of a plan."""
    names = _short(plan.names)
    paper = Sheet(clean(plan.title))
    _head(paper, names)
    _legend(paper, plan.rows)
    axis = Axis(window=plan.window, left=_left(plan, names), right=WIDTH - MARGIN - _ROOM)
    _ticks(paper, axis)
    _mark(paper, axis, plan)
    _body(paper, axis, plan, names)
    _ticks(paper, axis)
    paper.height += MARGIN
    return paper


def _body(paper: Sheet, axis: Axis, plan: Plan, names: dict[str, str]) -> None:
    top = paper.height
    for group, rows in groupby(plan.rows, key=lambda row: row.group):
        _group(paper, axis, group, rows, names)
    if len(plan.names) > 1 and not any(row.differs for row in plan.rows):
        paper.line("no status and no permission differs", MARGIN, _ROW)
    _lines(paper, axis, plan, top)


# --- Above the rows


def _short(names: tuple[str, ...]) -> dict[str, str]:
    """Return what stands beside a lane: the name of the scenario, or a letter that the head explains."""
    letters = iter([*ascii_uppercase, *(a + b for a in ascii_uppercase for b in ascii_uppercase)])
    fit = {name: width(clean(name), _SMALL) <= _WIDEST_NAME for name in names}
    return {name: clean(name) if fit[name] else next(letters) for name in names} | {IN_ALL: IN_ALL}


def _head(paper: Sheet, names: dict[str, str]) -> None:
    for line in broken(paper.title, WIDTH - 2 * MARGIN, _TITLE, bold=True):
        paper.line(line, MARGIN, 0.22, _TITLE, bold=True)
    for name, short in names.items():
        if short not in (clean(name), IN_ALL):
            for line in broken(f"{short}: {clean(name)}", WIDTH - 2 * MARGIN, _LABEL):
                paper.line(line, MARGIN, 0.17)
    paper.height += 0.06


def _legend(paper: Sheet, rows: Iterable[Row]) -> None:
    """Put the words for what bars look like: the permissions always, the rest where it occurs."""
    x, wide, tall = MARGIN, 0.34, 0.2
    for sample, says in _samples([bar for row in rows for lane in row.lanes for bar in lane.bars]):
        end = x + wide + 0.06 + width(says, _SMALL)
        if end > WIDTH - MARGIN:
            x, paper.height = MARGIN, paper.height + tall
            end = x + wide + 0.06 + width(says, _SMALL)
        y = paper.height + tall / 2
        paper.blocks.append(evolve(sample, left=x, right=x + wide - (0.08 if sample.goes_on else 0), y=y))
        paper.words.append(Words(text=says, x=x + wide + 0.06, y=y, size=_SMALL))
        x = end + 0.2
    paper.height += tall + 0.08


def _samples(bars: list[Bar]) -> Iterator[tuple[Block, str]]:
    sample = Block(left=0, right=0, y=0, height=_BAR[True], look=Look.PROHIBITED)
    found = {bar.look for bar in bars}
    for look, says in _SAYS.items():
        if look in found or look not in (Look.HOLDS, Look.PERHAPS):
            yield evolve(sample, look=look), says
    if any(bar.lapsed for bar in bars):
        yield evolve(sample, lapsed=True), LAPSED
    if any(bar.goes_on or bar.began for bar in bars if bar.look is not Look.ALLOWED):
        yield evolve(sample, look=Look.HOLDS, goes_on=True), GOES_ON


def _left(plan: Plan, names: dict[str, str]) -> float:
    """Return where the axis begins: right of the labels and of the names of scenarios."""
    labels = max((width(row.label, _LABEL) for row in plan.rows), default=1.0)
    lanes = (lane for row in plan.rows for lane in row.lanes if len(plan.names) > 1)
    beside = max((width(_lane_name(lane, names), _SMALL) + 0.12 for lane in lanes), default=0.0)
    return MARGIN + 0.08 + labels + beside + _ROOM + 0.04


def _lane_name(lane: Lane, names: dict[str, str]) -> str:
    return names[lane.name] + (" (presumed)" if lane.presumed else "")


def _ticks(paper: Sheet, axis: Axis) -> None:
    for x, says in axis.ticks():
        half = width(says, AXIS_SIZE) / 2
        inside = min(x, WIDTH - MARGIN / 2 - half)
        paper.words.append(Words(text=says, x=inside, y=paper.height + 0.08, size=AXIS_SIZE, align="center"))
    paper.height += 0.17


def _mark(paper: Sheet, axis: Axis, plan: Plan) -> None:
    """Put the words for the marked day in a line of their own, under the ticks."""
    if plan.mark:
        half = width(plan.mark_says, AXIS_SIZE) / 2
        x = min(max(axis.at(plan.mark), axis.left + half), axis.right - half)
        paper.words.append(Words(text=plan.mark_says, x=x, y=paper.height + 0.08, size=AXIS_SIZE, align="center"))
        paper.height += 0.18


# --- Rows


def _group(paper: Sheet, axis: Axis, group: str, rows: Iterable[Row], names: dict[str, str]) -> None:
    paper.line(group, MARGIN, 0.24, bold=True)
    for row in rows:
        _row(paper, axis, row, names)
    paper.height += 0.04


def _row(paper: Sheet, axis: Axis, row: Row, names: dict[str, str]) -> None:
    alone = len(row.lanes) == 1
    tall = _ROW if alone else _LANE
    paper.words.append(Words(text=row.label, x=MARGIN + 0.08, y=paper.height + tall / 2))
    for lane in row.lanes:
        y = paper.height + tall / 2
        if not (alone and lane.name == AS_IT_IS):
            x = axis.left - _ROOM - 0.02
            paper.words.append(Words(text=_lane_name(lane, names), x=x, y=y, size=_SMALL, align="right"))
        paper.rules.append(Rule(left=axis.left, top=y, right=axis.right, bottom=y))
        paper.blocks += (_block(bar, axis, y, _BAR[alone]) for bar in lane.bars)
        paper.height += tall
    paper.height += 0 if alone else _GAP


def _block(bar: Bar, axis: Axis, y: float, height: float) -> Block:
    return Block(
        left=axis.at(bar.span.start),
        right=axis.at(bar.span.end),
        y=y,
        height=height,
        look=bar.look,
        lapsed=bar.lapsed,
        began=bar.began and bar.look is not Look.ALLOWED,
        goes_on=bar.goes_on and bar.look is not Look.ALLOWED,
    )


def _lines(paper: Sheet, axis: Axis, plan: Plan, top: float) -> None:
    for x, _ in axis.ticks():
        paper.rules.append(Rule(left=x, top=top, right=x, bottom=paper.height))
    if plan.mark:
        x = axis.at(plan.mark)
        paper.rules.append(Rule(left=x, top=top, right=x, bottom=paper.height, mark=True))
