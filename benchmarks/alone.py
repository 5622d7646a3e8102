"""What one question, one picture and one timeline cost in kzrights: nobody else answers these. Prints JSON.

Whatever has been worked out of a case is kept, so every run that is meant to work it out anew forgets it first.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.ours import BARRED
from pendulum import Date

import kzrights as kz
from kzrights.evaluate import Evaluation, evaluation
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
        ("new process: import, load, one answer", median(lambda: _process(FRESH), 5)),
        ("bare interpreter, for comparison", median(lambda: _process("pass"), 5)),
        ("attrs and pendulum imported, for comparison", median(lambda: _process("import attrs, pendulum"), 5)),
        ("read a case file", median(lambda: kz.example("atyrau-2016"), 10)),
        ("work out a case for all dates and activities", median(evaluated, 3) / len(cases)),
        (
            "one question on a loaded case, with reasons",
            median(lambda: kz.can(case, "open_bank_account", on=DAY), 1000),
        ),
        ("picture of a day, case worked out", median(lambda: kz.picture(case, on=DAY), 20)),
    ]


def packaged() -> Iterator[tuple[str, float, float, float]]:
    """Yield for each packaged case a picture and a timeline worked out anew, and one question on it once loaded."""
    for slug in kz.slugs():
        case = kz.example(slug)
        picture = median(partial(_anew, partial(kz.picture, case, on=DAY)), 3)
        timeline = median(partial(_anew, partial(_all_of, case)), 3)
        asked = median(partial(kz.can, case, "open_bank_account", on=DAY), 200)
        yield slug, picture, timeline, asked


def growth() -> Iterator[tuple[int, float, float]]:
    """Yield what a case with so many entries on the list costs to work out for one activity, and then one question."""
    for entries in (1, 10, 100):
        case = kz.Case(person=kz.Person(label="benchmark"), household=[], listings=[*map(_entry, range(entries))])
        asking = partial(kz.can, case, BARRED, on=DAY)
        yield entries, median(partial(_anew, asking), 3), median(asking, 200)


def _entry(at: int) -> kz.Listing:
    first = Date(2017, 1, 1).add(days=30 * at)
    return kz.Listing(listed=first, delisted=first.add(days=20), ground=kz.ListingGround.PROSECUTOR_GENERAL)


def _all_of(case: kz.Case) -> None:
    timeline = kz.timeline(case)
    for activity in kz.Activity:
        timeline.spans(activity)


def _anew(work: Callable[[], object]) -> None:
    evaluation.cache_clear()
    work()


def _process(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)


def main() -> None:
    """Print everything."""
    print(json.dumps({"rows": rows(), "cases": list(packaged()), "facts": list(growth())}))


if __name__ == "__main__":
    main()
