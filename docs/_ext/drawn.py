"""Small pictures in SVG, written by hand so that they follow the light or dark of the page and need no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen
from pendulum import Date

WIDTH = 720
_TOP, _ROW, _BAR = 22, 40, 14


@frozen(kw_only=True)
class Row:
    """A row of a timeline: what it says, how its bars look, and their first days and ends."""

    says: str
    look: str
    spans: tuple[tuple[Date, Date], ...]


def timeline(rows: Sequence[Row], first: Date, last: Date, about: str) -> str:
    """Return rows of bars from ``first`` to ``last``; a bar that goes on beyond ends in an arrow."""
    height = _TOP + _ROW * len(rows) + 6
    body = "".join([*_years(first, last, height), *(_row(row, at, first, last) for at, row in enumerate(rows))])
    return _picture(body, height, about)


def _picture(body: str, height: float, about: str) -> str:
    head = f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{escape(about)}">'
    hatch = (
        '<defs><pattern id="kz-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M0 0V6" class="kz-line"/></pattern></defs>'
    )
    return f'<div class="kz-drawn">{head}{hatch}{body}</svg></div>'


def _at(day: Date, first: Date, last: Date) -> float:
    share = (day.toordinal() - first.toordinal()) / (last.toordinal() - first.toordinal())
    return 4 + (WIDTH - 16) * min(max(share, 0), 1)


def _years(first: Date, last: Date, height: float) -> Iterator[str]:
    for year in range(first.year, last.year + 1):
        x = _at(Date(year, 1, 1), first, last)
        yield f'<path d="M{x:.1f} 16V{height - 4:g}" class="kz-grid"/>'
        if x < WIDTH - 40:
            yield f'<text x="{x + 3:.1f}" y="12" class="kz-year">{year}</text>'


def _row(row: Row, at: int, first: Date, last: Date) -> str:
    top = _TOP + _ROW * at
    bars = "".join(_bar(row.look, top + 18, start, end, first, last) for start, end in row.spans)
    return f'<text x="4" y="{top + 13}" class="kz-says">{escape(row.says)}</text>{bars}'


def _bar(look: str, top: float, start: Date, end: Date, first: Date, last: Date) -> str:
    left, right = _at(start, first, last), _at(end, first, last)
    shape = f'<rect x="{left:.1f}" y="{top}" width="{max(right - left, 2):.1f}" height="{_BAR}" class="kz-{look}"/>'
    if end > last:
        shape += f'<path d="M{right:.1f} {top}l7 {_BAR / 2:g}l-7 {_BAR / 2:g}z" class="kz-arrow"/>'
    return shape


def steps(values: Sequence[tuple[Date, Date, int]], about: str) -> str:
    """Return amounts as columns from day to day, some of them written above."""
    first, last, most = (
        values[0][0],
        min(values[-1][1], Date(values[-1][0].year + 1, 1, 1)),
        max(one[2] for one in values),
    )
    height, floor = 220, 196
    parts = []
    written = -100.0
    for start, end, value in values:
        left, right = _at(start, first, last), _at(min(end, last), first, last)
        top = floor - 160 * value / most
        size = f'width="{right - left:.1f}" height="{floor - top:.1f}"'
        parts.append(f'<rect x="{left:.1f}" y="{top:.1f}" {size} class="kz-step"/>')
        if left - written > 42 and right - left > 12:
            written = left
            parts.append(f'<text x="{left + 1:.1f}" y="{top - 4:.1f}" class="kz-amount">{value:,}</text>')
    for year in range(first.year, last.year + 1, 2):
        x = _at(Date(year, 1, 1), first, last)
        parts.append(f'<text x="{x + 1:.1f}" y="{floor + 15}" class="kz-year">{year}</text>')
    return _picture("".join(parts), height, about)


def merged(spans: Iterable[tuple[Date, Date]]) -> tuple[tuple[Date, Date], ...]:
    """Return the spans cut where any of them begins or ends, so that each piece is one state of the law."""
    every = list(spans)
    days = sorted({day for span in every for day in span})
    pieces = pairwise(days)
    return tuple((a, b) for a, b in pieces if any(start <= a and b <= end for start, end in every))
