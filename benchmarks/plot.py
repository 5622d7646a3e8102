"""How times grow: with people on one more day, and with days for a thousand people."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

PANELS: Final = (
    ("one more day", "people", [(size, f"people {size}", "next") for size in (10**3, 10**4, 10**5, 10**6)]),
    ("1,000 people", "days", [(days, f"matrix 1000 {days}", "all") for days in (1, 10, 100, 1_000)]),
)


def write(result: dict[str, Any], path: Path) -> None:
    """Draw both as SVG, the same bytes for the same figures."""
    import matplotlib as mpl

    mpl.use("svg")
    with mpl.rc_context({"svg.hashsalt": "kzrights", "font.size": 9}):
        _draw(result, path)


def _draw(result: dict[str, Any], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 4), layout="constrained")
    for axes, (title, what, cases) in zip(figure.subplots(1, 2), PANELS, strict=True):
        for at, engine in enumerate(result["engines"]):
            points = [
                (size, engine["figures"][case][name]["median"])
                for size, case, name in cases
                if name in engine["figures"].get(case, {})
            ]
            if points:
                axes.plot(*zip(*points, strict=True), marker="o", color=f"C{at}", label=engine["name"])
        axes.set(xscale="log", yscale="log", xlabel=what, ylabel="seconds", title=title)
        axes.grid(alpha=0.3)
    figure.legend(*figure.axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=4, frameon=False)
    figure.savefig(path, metadata={"Date": None})
