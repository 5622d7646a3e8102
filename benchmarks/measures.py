"""What is measured of each engine, the same for all: one question, many people on a day, many people on many days."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeAlias

from benchmarks.engine import Answer, Engine, NotMeasured, checks, weighted
from benchmarks.population import Row, entries, number, read, read_person

Found: TypeAlias = tuple[dict[str, float], list[int]]
"""Figures by name, times in seconds and memory in bytes, and the check sums."""

DAY: Final = number("2021-06-01")
FIRST: Final = number("2016-02-06")
"""The first day asked about: the cap is in force."""
QUESTIONS: Final = 200
STRIDE: Final = 19
"""Days between two questions, so that they spread over ten years and no day is asked twice."""
MATRIX: Final = number("2018-06-01")
"""The first of many days; a thousand of them hold the change of the cap's base."""


AGAIN: Final = 5
"""How often the same is asked anew after the first time."""


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long it took, and what came of it."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def question(engine: Engine) -> Found:
    """One person, loaded: five answers on 200 days, the fourth alone on 200 others, and new persons with an answer."""
    row = read_person(engine.folder)
    days = [engine.day(FIRST + STRIDE * at) for at in range(QUESTIONS)]
    others = [engine.day(FIRST + STRIDE * at + 7) for at in range(QUESTIONS)]
    ready, _ = timed(lambda: engine.prepare([*days, *others]))
    person = engine.person(row)
    engine.question(person, engine.day(FIRST + 1))
    engine.barred(person, engine.day(FIRST + 2))
    asked, answers = timed(lambda: [engine.question(person, day) for day in days])
    alone, barred = timed(lambda: [engine.barred(person, day) for day in others])
    fresh = [timed(lambda: engine.question(engine.person(row), days[0]))[0] for _ in range(5)]
    each = {"question": asked / QUESTIONS, "barred": alone / QUESTIONS}
    figures = {**each, "new person": statistics.median(fresh), "prepare": ready}
    return figures, [*checks(answers), sum(barred)]


def several(engine: Engine, size: int) -> Found:
    """So many people, one by one, on days spread over ten years: not for its time, but for equal answers."""
    columns = read(engine.folder, size)
    rows = [Row(*map(int, values)) for values in zip(*columns.values(), strict=True)]
    days = [engine.day(FIRST + STRIDE * at) for at in range(0, QUESTIONS, 20)]
    loaded = [engine.person(row) for row in rows]
    spent, found = timed(lambda: [[engine.question(person, day) for person in loaded] for day in days])
    columns_of = [Answer(one[0].minimum_wage, *map(list, list(zip(*one, strict=True))[1:])) for one in found]
    return {"question": spent / (len(days) * size)}, checks(columns_of)


def people(engine: Engine, size: int) -> Found:
    """Load so many people and answer for a day; then one day more, and again."""
    _within(engine, size)
    columns = read(engine.folder, size)
    days = [engine.day(DAY + at) for at in range(12)]

    engine.prepare(days)

    def loaded() -> tuple[Any, Answer]:
        prepared = engine.columns(columns)
        return prepared, engine.answer(prepared, days[0])

    first, (prepared, answer) = timed(loaded)
    sums, spent = checks([answer]), []
    for day in days[1:]:
        took, answer = timed(partial(engine.answer, prepared, day))
        spent.append(took)
    figures = {"loading": first, "next": statistics.median(spent), "memory": peak()}
    return figures, [one + other for one, other in zip(sums, checks([answer]), strict=True)]


def facts(engine: Engine, size: int, each: int) -> Found:
    """Load so many people with so many entries each and say who is listed on a day; then one day more, and again."""
    columns = entries(size, each)
    days = [engine.day(DAY + at) for at in range(12)]
    engine.prepare(days)

    def loaded() -> tuple[Any, Any]:
        prepared = engine.entries(size, columns)
        return prepared, engine.standing(prepared, days[0])

    first, (prepared, standing) = timed(loaded)
    sums, spent = [weighted(standing)], []
    for day in days[1:]:
        took, standing = timed(partial(engine.standing, prepared, day))
        spent.append(took)
        sums.append(weighted(standing))
    return {"loading": first, "next": statistics.median(spent), "memory": peak()}, sums


def matrix(engine: Engine, size: int, days: int) -> Found:
    """Load so many people and answer for so many days: the first time in the process, then anew from the columns."""
    _within(engine, size * days)
    columns = read(engine.folder, size)
    asked = [engine.day(MATRIX + at) for at in range(days)]
    engine.prepare(asked)

    def answered() -> list[Answer]:
        return list(engine.matrix(engine.columns(columns), asked))

    first, answers = timed(answered)
    figures, sums = {"all": first, "memory": peak()}, checks(answers)
    del answers
    figures["again"] = statistics.median(timed(answered)[0] for _ in range(AGAIN))
    return figures, sums


def floats(engine: Engine, size: int) -> Found:
    """Say for how many people the amount allowed is wrong where money is a number with a point, and by how much."""
    if not hasattr(engine, "floating"):
        raise NotMeasured("amounts are whole numbers")
    columns = read(engine.folder, size)
    right = engine.answer(engine.columns(columns), engine.day(DAY)).allowed.astype("int64")
    other = engine.floating()
    wrong = abs(other.answer(other.columns(columns), other.day(DAY)).allowed.astype("int64") - right)
    return {"wrong": int((wrong > 0).sum()), "by": int(wrong.max())}, [int(right.sum())]


def reading(engine: Engine, size: int) -> Found:
    """Read every column once and do nothing with it: what no query of all of them can undercut."""
    columns = read(engine.folder, size)
    spent = [timed(lambda: [int(column.max()) for column in columns.values()]) for _ in range(5)]
    return {"reading": statistics.median(one for one, _ in spent)}, spent[0][1]


def _within(engine: Engine, cells: int) -> None:
    if cells > engine.cells:
        raise NotMeasured(f"asked for at most {engine.cells:,} answers")


def peak() -> int:
    """Return the most memory this process has held, in bytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024
