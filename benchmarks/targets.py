"""What was meant to be reached, held against what was seen in the same run."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple

from benchmarks.environments import OURS

Engine = dict[str, Any]


class Target(NamedTuple):
    """A figure of another engine over ours, and the least it is meant to be; ``rival`` none: of the fastest other."""

    says: str
    case: str
    figure: str
    least: float
    rival: str | None = None


TARGETS: Final = (
    Target("one question, person loaded, reasons included", "question", "barred", 30, "OpenFisca"),
    Target("new process: import, load, one answer", "cold", "process", 2, "OpenFisca"),
    Target("1,000 people, 1,000 days, the first time in a process", "matrix 1000 1000", "all", 30, "OpenFisca"),
    Target("1,000 people, 1,000 days, loaded and answered again", "matrix 1000 1000", "again", 30, "OpenFisca"),
    Target("1,000,000 people, one more day", "people 1000000", "next", 1),
    Target("1,000,000 people, load and answer", "people 1000000", "loading", 1),
)


class Growth(NamedTuple):
    """Cases of which each has ten times as much of something as the one before; the figure of their time."""

    says: str
    figure: str
    sizes: tuple[int, ...]
    case: str
    others: int
    """How many there are of what does not grow."""

    def cases(self) -> Iterator[tuple[int, str]]:
        """Yield each size with the name of its case."""
        return ((size, self.case.format(size)) for size in self.sizes)

    def most(self) -> float:
        """Return by how much n log n grows from the first to the last, n being all that is worked on."""
        first, last = (size * self.others for size in (self.sizes[0], self.sizes[-1]))
        return last * math.log(last) / (first * math.log(first))


GROWTH: Final = (
    Growth("people, one more day", "next", (1_000, 10_000, 100_000, 1_000_000), "people {}", 1),
    Growth("entries per person, 10,000 people, one more day", "next", (1, 10, 100), "facts 10000 {}", 10_000),
    Growth("days, 1,000 people", "all", (1, 10, 100, 1_000), "matrix 1000 {}", 1_000),
)


def rows(engines: list[Engine], reading: float) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each target what was meant, what was seen, and whether it was met, or by how much it was missed."""
    for target in TARGETS:
        ours = median(_named(engines, OURS), target.case, target.figure)
        others = [(found, one["name"]) for one in engines if (found := _of_rival(one, target)) is not None]
        if ours and others:
            fastest, name = min(others)
            seen = fastest / ours
            verdict = "met" if seen >= target.least else f"missed by {1 - seen / target.least:.0%}"
            yield target.says, f"× {target.least:g} of {name}", f"× {seen:.3g}", verdict
    ours = median(_named(engines, OURS), "people 1000000", "next")
    if ours:
        title = "1,000,000 people, one more day, against reading the columns once"
        yield title, "as near as can be", f"{ours / reading:.3g} times as long", "–"
    yield from _grown(_named(engines, OURS))


def _of_rival(one: Engine, target: Target) -> float | None:
    wanted = one["name"] == target.rival if target.rival else one["name"] != OURS
    return median(one, target.case, target.figure) if wanted else None


def _grown(ours: Engine) -> Iterator[tuple[str, str, str, str]]:
    for growth in GROWTH:
        for what, figure in (("time", growth.figure), ("memory", "memory")):
            found = [one for _, case in growth.cases() if (one := median(ours, case, figure))]
            if len(found) == len(growth.sizes):
                times, most = growth.sizes[-1] // growth.sizes[0], growth.most()
                seen, steepest = found[-1] / found[0], max(after / before for before, after in pairwise(found))
                yield (
                    f"{what} with {growth.says}",
                    f"no worse than n log n: × {most:,.0f} for {times:,} times as many",
                    f"× {seen:,.3g}; steepest tenfold × {steepest:.3g}",
                    "met" if seen <= most else f"missed by {seen / most - 1:.0%}",
                )


def median(one: Engine, case: str, figure: str) -> float | None:
    """Return the median of a figure, if it was measured."""
    found = one["figures"].get(case, {}).get(figure)
    return float(found["median"]) if found else None


def _named(engines: list[Engine], name: str) -> Engine:
    return next(one for one in engines if one["name"] == name)
