"""Runs every engine on every case, in turns, and holds their check sums to each other before anything is printed."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks import environments
from benchmarks.environments import BUILD, HERE, Contender

DATA: Final = BUILD / "data"
RESULTS: Final = HERE / "results"
COLD_DAY: Final = 18_800
"""A day on which the one person is banned and listed, so that a cold answer is not a matter of luck."""
THOUSANDS: Final = (1_000, 10_000, 100_000, 1_000_000)
CASES: Final = (
    "question",
    *(f"people {size}" for size in THOUSANDS),
    *(f"matrix 1000 {days}" for days in (1, 10, 100, 1_000)),
    *(f"facts 10000 {each}" for each in (1, 10, 100)),
)
ONCE: Final = ("floats 1000000",)
QUICK: Final = ("question", "several 100", "people 1000", "matrix 100 10", "facts 100 10")

Samples = dict[str, list[float]]


def main() -> None:
    """Read the options, measure, and write the results."""
    options = _options()
    if options.quick:
        folder = prepared(options.data)
        compared([Run(one, folder) for one in environments.home()], QUICK, rounds=1)
        print("check sums equal: " + ", ".join(QUICK))
        return
    result = measured(prepared(DATA), [*environments.home(), *environments.rivals()], options.rounds)
    from benchmarks import report

    report.write(result, RESULTS)
    print((RESULTS / "latest.md").read_text())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, no rivals, no times: only equal answers")
    parser.add_argument("--rounds", type=int, default=5, help="how often each engine takes its turn (5)")
    parser.add_argument("--data", type=Path, default=DATA, help=argparse.SUPPRESS)
    return parser.parse_args()


def prepared(folder: Path) -> Path:
    """Write the population and the law, in a process of its own: memory measured later must not be inherited."""
    folder.mkdir(parents=True, exist_ok=True)
    code = "import sys, pathlib; from benchmarks import population, rules, ours; folder = pathlib.Path(sys.argv[1])"
    steps = "; population.write(folder); rules.write(folder); ours.write(folder); print('written')"
    environments.run((sys.executable, "-c", code + steps), folder)
    return folder


class Different(Exception):
    """Two engines answered differently: nothing is printed but this."""


class Run:
    """What one engine said, over all rounds."""

    def __init__(self, who: Contender, folder: Path) -> None:
        self.who = who
        self.folder = folder
        self.samples: dict[str, Samples] = {}
        self.checks: dict[str, list[int]] = {}
        self.left_out: dict[str, str] = {}

    def turn(self, case: str) -> None:
        """Run a case once more."""
        if self.who.missing or case in self.left_out:
            return
        name, *sizes = case.split()
        found = json.loads(environments.run(self.who.command, self.folder, name, *sizes))
        if "not_measured" in found:
            self.left_out[case] = found["not_measured"]
            return
        if self.checks.setdefault(case, found["checks"]) != found["checks"]:
            raise Different(f"{self.who.name}, {case}: answered {self.checks[case]}, then {found['checks']}")
        for figure, value in found["figures"].items():
            self.samples.setdefault(case, {}).setdefault(figure, []).append(value)

    def cold(self) -> None:
        """Answer once in a new process, and note how long that took from the outside."""
        if self.who.missing:
            return
        start = time.perf_counter()
        said = environments.run(self.who.command, self.folder, "cold", COLD_DAY)
        spent = time.perf_counter() - start
        self.checks["cold"] = [int(word) for word in said.split()]
        self.samples.setdefault("cold", {}).setdefault("process", []).append(spent)


def compared(runs: list[Run], cases: Iterable[str], rounds: int) -> None:
    """Let every engine take its turn at every case, so that whatever slows the machine down slows them all.

    Raises:
        Different: when two check sums are not equal.
    """
    for at in range(rounds):
        for case in cases:
            for run in runs:
                run.turn(case)
            _agree(runs, case)
            print(f"round {at + 1} of {rounds}: {case}", file=sys.stderr, flush=True)


def _agree(runs: list[Run], case: str) -> None:
    found = {run.who.name: run.checks[case] for run in runs if case in run.checks}
    if len({*map(tuple, found.values())}) > 1:
        raise Different(f"{case}: {found}")


def measured(folder: Path, contenders: list[Contender], rounds: int) -> dict[str, Any]:
    """Return everything: who, on what, and every figure with its median and its quartiles."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    runs = [Run(one, folder) for one in contenders]
    for run in runs:
        run.cold()
    for run in runs:
        run.samples.clear()  # nothing was compiled or in the file cache yet
    for _ in range(rounds):
        for run in runs:
            run.cold()
    _agree(runs, "cold")
    compared(runs, CASES, rounds)
    compared(runs, ONCE, 1)
    reading = json.loads(environments.run(runs[1].who.command, folder, "reading", THOUSANDS[-1]))
    alone = environments.run((sys.executable, "-m", "benchmarks.alone"))
    return {
        "day": datetime.date.today().isoformat(),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "load": busy},
        "rounds": rounds,
        "engines": [_engine(run) for run in runs],
        "reading": reading["figures"]["reading"],
        "alone": json.loads(alone),
    }


def _engine(run: Run) -> dict[str, Any]:
    return {
        "name": run.who.name,
        "version": run.who.version,
        "missing": run.who.missing,
        "left_out": run.left_out,
        "checks": run.checks,
        "figures": {case: dict(_summaries(samples)) for case, samples in run.samples.items()},
    }


def _summaries(samples: Samples) -> Iterator[tuple[str, dict[str, float]]]:
    for figure, values in samples.items():
        low, middle, high = statistics.quantiles(values, n=4, method="inclusive") if values[1:] else values * 3
        yield figure, {"median": middle, "low": low, "high": high}
