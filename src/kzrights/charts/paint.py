"""A sheet painted with matplotlib; the only place that knows it."""

from __future__ import annotations

import io
import threading
from typing import Any, Final

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import Stroke, withStroke

from kzrights.charts.rows import Look
from kzrights.charts.sheet import WIDTH, Block, Rule, Sheet, Words
from kzrights.charts.text import FONT

DOTS: Final = 200
"""Of a PNG, to the inch."""
_SETTINGS: Final = {
    "font.sans-serif": [FONT],
    "hatch.linewidth": 0.8,
    "savefig.bbox": None,
    "svg.fonttype": "none",
    "svg.hashsalt": "kzrights",
}
_PAINTING: Final = threading.Lock()
"""Settings of matplotlib belong to the whole process; they are changed for one chart at a time, and put back."""
_DARK: Final = "#1c1c1c"
_MOST_DOTS: Final = 65_000
"""A picture cannot be taller."""
_WORDS: Final[dict[str, Any]] = {
    "fontfamily": [FONT, "sans-serif"],
    "va": "center_baseline",
    "color": "black",
    "parse_math": False,
}
_LAPSED: Final = (Stroke(linewidth=2.6, foreground="black"), Stroke(linewidth=1.4, foreground="white"))
_LEAST: Final = 0.012
"""Inches: a single day in many years must still be seen."""
_LOOKS: Final[dict[Look, dict[str, Any]]] = {
    Look.PROHIBITED: {"facecolor": _DARK, "edgecolor": _DARK, "linewidth": 0.5},
    Look.UNCLEAR: {"facecolor": "#ffffff", "edgecolor": "#3a3a3a", "hatch": "//////", "linewidth": 0.5},
    Look.CONDITIONAL: {"facecolor": "#d6d6d6", "edgecolor": "#5a5a5a", "linewidth": 0.5},
    Look.HOLDS: {"facecolor": "#4f6f9f", "edgecolor": "#2f4a75", "linewidth": 0.5},
    Look.PERHAPS: {"facecolor": "#ffffff", "edgecolor": "#2f4a75", "hatch": "...", "linewidth": 0.5},
}


def painted(paper: Sheet, suffix: str) -> bytes:
    """Return a sheet as a file; ``suffix`` is ``.svg`` or ``.png``."""
    named = {"Title": paper.title} if paper.title else {}
    metadata = {"Date": None, "Creator": "kzrights", **named} if suffix == ".svg" else {"Software": None, **named}
    file = io.BytesIO()
    with _PAINTING, style.context(["default", _SETTINGS]):
        figure(paper).savefig(file, format=suffix[1:], metadata=metadata)
    return file.getvalue()


def figure(paper: Sheet) -> Figure:
    """Return a sheet as a figure that no window knows of."""
    dots = min(DOTS, _MOST_DOTS // paper.height)
    whole = Figure(figsize=(WIDTH, paper.height), dpi=dots, facecolor="white")
    FigureCanvasAgg(whole)
    axes = whole.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(paper.height, 0))
    axes.set_axis_off()
    _paint(axes, paper)
    return whole


def _paint(axes: Axes, paper: Sheet) -> None:
    for rule in paper.rules:
        _paint_rule(axes, rule)
    for block in paper.blocks:
        _paint_block(axes, block)
    for words in paper.words:
        _paint_words(axes, words)


def _paint_words(axes: Axes, words: Words) -> None:
    looks: dict[str, Any] = {
        "fontsize": words.size,
        "fontweight": "bold" if words.bold else "normal",
        "ha": words.align,
    }
    axes.text(words.x, words.y, words.text, **looks, **_WORDS)


def _paint_rule(axes: Axes, rule: Rule) -> None:
    xs, ys = (rule.left, rule.right), (rule.top, rule.bottom)
    if rule.mark:
        halo = withStroke(linewidth=2.2, foreground="white")
        axes.plot(xs, ys, color="black", linewidth=0.9, linestyle=(0, (4, 2)), zorder=4, path_effects=[halo])
    else:
        axes.plot(xs, ys, color="#c4c4c4", linewidth=0.5, zorder=0)


def _paint_block(axes: Axes, block: Block) -> None:
    wide = max(block.right - block.left, _LEAST)
    xs, ys = (block.left, block.left + wide), (block.y, block.y)
    if block.look is Look.ALLOWED:
        axes.plot(xs, ys, color="#707070", linewidth=0.9, zorder=1)
        return
    place = (block.left, block.y - block.height / 2)
    axes.add_patch(Rectangle(place, wide, block.height, zorder=2, **_LOOKS[block.look]))
    if block.lapsed:
        axes.plot(xs, ys, zorder=3, path_effects=_LAPSED, solid_capstyle="butt")
    for x, way in ((xs[0], -1),) * block.began + ((xs[1], 1),) * block.goes_on:
        _paint_arrow(axes, block, x, way)


def _paint_arrow(axes: Axes, block: Block, x: float, way: int) -> None:
    """Paint the head of an arrow outside the bar, at its left or right end."""
    half = block.height / 2
    tip = [(x + way * 0.02, block.y - half), (x + way * 0.1, block.y), (x + way * 0.02, block.y + half)]
    axes.add_patch(Polygon(tip, closed=True, facecolor="black", edgecolor="none", zorder=3))
