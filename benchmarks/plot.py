"""How time and memory grow with people, with entries of each person, and with days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from benchmarks.environments import OURS
from benchmarks.report import seconds
from benchmarks.targets import GROWTH, Engine, Growth, median

Told: TypeAlias = Callable[[float], str]
LINES: Final = (("o", "-"), ("s", "--"), ("^", ":"), ("D", "-."), ("v", "--"), ("P", ":"), ("x", "-."), ("*", "--"))
"""A mark and a line for each engine, so that no colour is needed to tell them apart."""
TITLES: Final = (
    "people, one more day",
    "entries per person,\n10,000 people, one more day",
    "days, 1,000 people,\nload and answer",
)


def write(result: dict[str, Any], path: Path) -> None:
    """Draw time above memory as SVG, the same bytes for the same figures."""
    import matplotlib as mpl

    mpl.use("svg")
    with mpl.rc_context({"svg.hashsalt": "kzrights", "font.size": 9}):
        _draw(result["engines"], path)


def _draw(engines: list[Engine], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9.5, 6.8), layout="constrained")
    panels = figure.subplots(2, len(GROWTH), sharex="col")
    for column, (growth, title) in enumerate(zip(GROWTH, TITLES, strict=True)):
        _panel(panels[0, column], engines, growth, growth.figure, 1.0, seconds)
        _panel(panels[1, column], engines, growth, "memory", 2.0**20, lambda size: f"{size:g} MiB")
        panels[0, column].set_title(title, fontsize=9)
    panels[0, 0].set_ylabel("time")
    panels[1, 0].set_ylabel("most memory of the process")
    figure.legend(*panels[0, 0].get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False)
    figure.savefig(path, metadata={"Date": None})


def _panel(axes: Any, engines: list[Engine], growth: Growth, name: str, unit: float, told: Told) -> None:
    for engine, (mark, line) in zip(engines, LINES, strict=False):
        points = [(size, found / unit) for size, case in growth.cases() if (found := median(engine, case, name))]
        ours = engine["name"] == OURS
        shade = {"color": "black", "linewidth": 2.0} if ours else {"color": "0.45", "linewidth": 1.0}
        axes.plot(
            *zip(*points, strict=True) if points else ((), ()), mark, ls=line, ms=5, label=engine["name"], **shade
        )
    axes.set(xscale="log", yscale="log", xticks=growth.sizes, xticklabels=[f"{size:,}" for size in growth.sizes])
    _labelled(axes.yaxis, told)
    axes.grid(alpha=0.25)


def _labelled(axis: Any, told: Told) -> None:
    """Put labels at few round numbers, none of them as a power of ten."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter, NullLocator

    low, high = axis.get_view_interval()
    axis.set_major_locator(LogLocator(subs=(1.0,) if high / low > 100 else (1.0, 2.0, 5.0)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: told(value)))
    axis.set_minor_locator(NullLocator())
    axis.set_minor_formatter(NullFormatter())
