"""Columns and single cases answer the same: ``python -m tools.cohorts.equal [CASES] [--days N] [--bound]``.

Random cases, drawn by the strategies of the library with a fixed seed, and the packaged ones are worked out into
columns and asked one by one, for all activities, on days of which half are those around which the law or a case turns.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Final
from unittest import mock

from hypothesis import HealthCheck, Phase, given, seed, settings
from pendulum import Date

import kzrights as kz
from kzrights import worlds
from kzrights.cohorts import Answers, cohort
from kzrights.evaluate import evaluation
from kzrights.strategies import TURNING_DAYS, cases
from kzrights.timelines import Timeline

Told = tuple[kz.Permission, tuple[kz.Permission, ...], bool, bool]
"""Permission, outcomes, whether they are exact, and whether the list has lost its ground."""
CHUNK: Final = 50
_FIRST, _LAST = Date(2014, 1, 1), Date(2045, 1, 1)


def main() -> int:
    """Return 0 where all answers are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--bound", action="store_true", help="by the safe bound alone, without a search of worlds")
    asked = parser.parse_args()
    found, began = Counter[str](), time.monotonic()
    with multiprocessing.get_context("spawn").Pool(asked.workers) as pool:
        work = functools.partial(chunk, days=asked.days, bound=asked.bound)
        for at, one in enumerate(pool.imap_unordered(work, range(-1, -(-asked.cases // CHUNK)))):
            found += one
            if at % 10 == 0:
                print(told(found, time.monotonic() - began), flush=True)
    print(told(found, time.monotonic() - began))
    return int(found["different"] > 0)


def told(found: Counter[str], seconds: float) -> str:
    """Say what was compared."""
    return (
        f"{found['cases']:,} cases, {found['answers']:,} answers compared in {seconds:,.0f} s: "
        f"{found['different']:,} different; {found['unclear']:,} unclear, {found['inexact']:,} with a safe bound, "
        f"{found['lapsed']:,} without a ground"
    )


def chunk(number: int, *, days: int, bound: bool) -> Counter[str]:
    """Compare some cases: the packaged ones for -1, else random ones of that number."""
    some = [kz.example(slug) for slug in kz.slugs()] if number < 0 else drawn(number, CHUNK)
    with by_the_bound() if bound else contextlib.nullcontext():
        return compared(some, asked_days(some, days, random.Random(number)))


@contextlib.contextmanager
def by_the_bound() -> Iterator[None]:
    """Answer by the safe bound alone; what is kept of other answers is forgotten."""
    with mock.patch.object(worlds, "MOST_FACTS", 0):
        evaluation.cache_clear()
        yield
    evaluation.cache_clear()


def drawn(number: int, size: int) -> list[kz.Case]:
    """Return random cases, the same for the same number."""
    found: list[kz.Case] = []

    @seed(number)
    @settings(
        max_examples=size,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def draw(case: kz.Case) -> None:
        found.append(case)

    draw()
    return found


def asked_days(some: list[kz.Case], size: int, chance: random.Random) -> list[Date]:
    """Return days: some on which the law turns, some around those on which a case does, and any others."""
    points = sorted({point for case in some for point in kz.timeline(case).change_points()})
    near = [point.add(days=chance.choice((-1, 0))) for point in points if _FIRST < point < _LAST]
    drawn = {
        *chance.sample(near, min(len(near), size // 4)),
        *chance.sample(TURNING_DAYS, min(len(TURNING_DAYS), size // 4)),
    }
    while len(drawn) < size:
        drawn.add(_FIRST.add(days=chance.randrange((_LAST - _FIRST).days)))
    return sorted(drawn)


def compared(some: list[kz.Case], days: list[Date]) -> Counter[str]:
    """Count the answers of all cases on all days on all activities, and those that differ."""
    found = Counter({"cases": len(some)})
    for one, other in zip(in_columns(some, days), alone(some, days), strict=True):
        found["answers"] += 1
        found["different"] += one != other
        found["unclear"] += other[0] is kz.Permission.UNCLEAR
        found["inexact"] += not other[2]
        found["lapsed"] += other[3]
    return found


def in_columns(some: list[kz.Case], days: list[Date]) -> Iterator[Told]:
    """Yield what columns tell, case by case, activity by activity, day by day."""
    whole = cohort((str(at), case) for at, case in enumerate(some))
    rows = {activity: [whole.can(activity, on=on) for on in days] for activity in kz.Activity}
    for at in range(len(some)):
        yield from (_of(answers, at) for activity in kz.Activity for answers in rows[activity])


def _of(answers: Answers, at: int) -> Told:
    outcomes = tuple(one for one in kz.Permission if answers.may_be(one)[at])
    return kz.Permission(int(answers.permissions[at])), outcomes, bool(answers.exact[at]), bool(answers.lapsed[at])


def alone(some: list[kz.Case], days: list[Date]) -> Iterator[Told]:
    """Yield what each case tells when asked alone, in the same order."""
    for case in some:
        timeline = kz.timeline(case)
        for activity in kz.Activity:
            for on in days:
                answer = kz.can(case, activity, on=on)
                yield answer.permission, answer.outcomes, answer.exact, _lapsed(timeline, activity, on)


def _lapsed(timeline: Timeline, activity: kz.Activity, on: Date) -> bool:
    return next(one.lapsed for one in timeline.spans(activity) if on in one.span)


if __name__ == "__main__":
    sys.exit(main())
