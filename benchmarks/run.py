"""What one question, one picture and one timeline cost, on the packaged cases. Medians; nothing is asserted."""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from pendulum import Date

import kzrights as kz
from kzrights.evaluate import Evaluation
from kzrights.law.law import packaged_law

DAY = Date(2025, 6, 1)
FRESH = (
    "import kzrights as kz; from pendulum import Date; "
    "print(kz.can(kz.example('atyrau-2016'), 'open_bank_account', on=Date(2025, 6, 1)).permission)"
)


def median(work: Callable[[], object], times: int) -> float:
    """Return the median of so many runs, in seconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def rows() -> list[tuple[str, float]]:
    """Return what was measured, each in seconds."""
    cases = [kz.example(slug) for slug in kz.slugs()]
    case, law = kz.example("atyrau-2016"), packaged_law()

    def evaluated() -> None:
        for one in cases:
            here = Evaluation(one, law)
            for activity in kz.Activity:
                here.segments(activity)

    return [
        (
            "new process: import, load, one answer",
            median(lambda: subprocess.run([sys.executable, "-c", FRESH], capture_output=True), 9),
        ),
        ("bare interpreter, for comparison", median(lambda: subprocess.run([sys.executable, "-c", "pass"]), 9)),
        ("read a case file", median(lambda: kz.example("atyrau-2016"), 20)),
        ("work out a case for all dates and activities", median(evaluated, 20) / len(cases)),
        (
            "one question on a loaded case, with reasons",
            median(lambda: kz.can(case, "open_bank_account", on=DAY), 2000),
        ),
        ("picture of a day", median(lambda: kz.picture(case, on=DAY), 50)),
    ]


def main() -> None:
    """Print the table."""
    print(f"kzrights {kz.__version__}, Python {platform.python_version()}, medians\n")
    for name, seconds in rows():
        print(f"{name:<52} {seconds * 1000:10.3f} ms")


if __name__ == "__main__":
    main()
