"""Writes what was measured: JSON with every figure, Markdown with tables for people, and a plot of how times grow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import targets
from benchmarks.environments import OURS

Engine = dict[str, Any]
NOT_MEASURED: Final = "not measured"
NONE: Final = "–"
MILLION: Final = 1_000_000


def write(result: dict[str, Any], folder: Path) -> None:
    """Write ``latest.json``, ``latest.md`` and ``growth.svg``."""
    folder.mkdir(exist_ok=True)
    (folder / "latest.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "latest.md").write_text("\n".join(pages(result)) + "\n", "utf-8")
    from benchmarks import plot

    plot.write(result, folder / "growth.svg")


def pages(result: dict[str, Any]) -> Iterator[str]:
    """Yield the Markdown, block by block."""
    engines = result["engines"]
    yield from _about(result)
    yield from _targets(engines, result["reading"])
    yield from _questions(engines)
    yield from _people(engines, result["reading"])
    yield from _matrix(engines)
    yield from _growth(engines)
    yield from _memory_growth(engines)
    yield from _floats(engines)
    yield from _alone(result["alone"])


def _about(result: dict[str, Any]) -> Iterator[str]:
    machine = result["machine"]
    yield (
        f"Measured on {result['day']} on {machine['cores']} cores with Python {machine['python']}: medians "
        f"of {_rounds(result['rounds'])} in which the engines took turns, in brackets the quartiles, then × how many "
        f"times as long it takes as in kzrights. All check sums were equal.{_busy(machine)}"
    )
    yield ""
    rows = ((one["name"], one["version"], one["missing"] or "measured") for one in result["engines"])
    yield from table(("engine", "version", ""), rows)


def _rounds(rounds: int) -> str:
    return "one round" if rounds == 1 else f"{rounds} rounds"


def _busy(machine: dict[str, Any]) -> str:
    if machine["load"] is None or machine["load"] < machine["cores"] / 2:
        return ""
    return f" The machine was busy ({machine['load']:.1f} processes when it began): times are longer than they need be."


def _targets(engines: list[Engine], reading: float) -> Iterator[str]:
    yield from _titled("What was aimed at")
    yield from table(("", "aimed at", "seen", ""), targets.rows(engines, reading))


def _questions(engines: list[Engine]) -> Iterator[str]:
    yield from _titled("One question about one person")
    asked = (
        ("five rules, person loaded", "question", "question"),
        ("barred alone, person loaded", "question", "barred"),
        ("five rules, new person", "question", "new person"),
        ("new process: import, load, one answer", "cold", "process"),
        ("import", "question", "import"),
    )
    head = ("engine", *(title for title, _, _ in asked))
    yield from table(head, ([one["name"], *(_timed(engines, one, *key) for _, *key in asked)] for one in engines))
    yield ""
    yield "In kzrights both kinds of question come with reasons, conditions, what is missing and what is contested."


def _people(engines: list[Engine], reading: float) -> Iterator[str]:
    for size in (1_000, MILLION):
        case = f"people {size}"
        yield from _titled(f"{size:,} people, one day")
        head = ("engine", "load and answer", "one more day", "people/s, one more day", "most memory")
        rows = (
            [one["name"], *_loaded(engines, one, case), _rate(one, case, "next", size), _memory(one, case)]
            for one in engines
        )
        yield from table(head, rows)
    yield ""
    yield f"To read the six columns of {MILLION:,} people once with numpy takes {seconds(reading)}."
    ours = _figure(_named(engines, OURS), f"people {MILLION}", "next")
    if ours:
        yield f"kzrights answers one more day in {ours['median'] / reading:.1f} times that."


def _loaded(engines: list[Engine], one: Engine, case: str) -> Iterator[str]:
    return (_timed(engines, one, case, figure) for figure in ("loading", "next"))


def _matrix(engines: list[Engine]) -> Iterator[str]:
    case = "matrix 1000 1000"
    yield from _titled("1,000 people, 1,000 days")
    rows = (
        [
            one["name"],
            *(_timed(engines, one, case, when) for when in ("all", "again")),
            _rate(one, case, "again", MILLION),
        ]
        for one in engines
    )
    head = ("engine", "load and answer, the first time", "again", "answers/s, again")
    yield from table(head, rows)


def _growth(engines: list[Engine]) -> Iterator[str]:
    for growth in targets.GROWTH:
        yield from _titled(f"Growth with {growth.says}")
        cases = list(growth.cases())
        head = ("engine", *(f"{size:,}" for size, _ in cases))
        yield from table(
            head, ([one["name"], *(_plain(one, case, growth.figure) for _, case in cases)] for one in engines)
        )


def _memory_growth(engines: list[Engine]) -> Iterator[str]:
    yield from _titled("Growth of the most memory, kzrights")
    ours = _named(engines, OURS)
    head = ("with", "least", "10 times as many", "100 times", "1,000 times")
    rows = ([growth.says, *(_memory(ours, case) for _, case in growth.cases())] for growth in targets.GROWTH)
    yield from table(head, ([*row, NONE][: len(head)] for row in rows))


def _floats(engines: list[Engine]) -> Iterator[str]:
    found = [
        (one["name"], _figure(one, "floats 1000000", "wrong"), _figure(one, "floats 1000000", "by")) for one in engines
    ]
    lines = [
        f"* {name}: the amount allowed is wrong for {wrong['median']:,.0f} of {MILLION:,} people, by up to "
        f"{by['median']:.0f} ₸."
        for name, wrong, by in found
        if wrong and by
    ]
    if lines:
        yield from _titled("Where money is a number with a point")
        yield "Measured with whole numbers. With `float`, 32 bits wide, which these engines take for money as a rule:"
        yield ""
        yield from lines


def _alone(alone: dict[str, Any]) -> Iterator[str]:
    yield from _titled("kzrights alone")
    yield from table(("", "median"), ((name, seconds(spent)) for name, spent in alone["rows"]))
    yield ""
    head = ("packaged case", "picture, worked out anew", "timeline of everything, anew", "one question, loaded")
    yield from table(head, ([f"`{slug}`", *map(seconds, spent)] for slug, *spent in alone["cases"]))
    yield ""
    facts = ("entries on the list in one case", "one question, worked out anew", "one question, loaded")
    yield from table(facts, ([str(entries), *map(seconds, spent)] for entries, *spent in alone["facts"]))


def _titled(title: str) -> Iterator[str]:
    yield from ("", f"## {title}", "")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    for line in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(line)} |"


def seconds(spent: float) -> str:
    """Return a time with three digits that count, in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if spent >= size:
            return f"{spent / size:.3g} {unit}"
    return f"{spent / 1e-9:.0f} ns"


def _timed(engines: list[Engine], one: Engine, case: str, figure: str) -> str:
    found = _figure(one, case, figure)
    if not found:
        return _why(one, case)
    ours = _figure(_named(engines, OURS), case, figure)
    ratio = f" × {found['median'] / ours['median']:.3g}" if ours and one["name"] != OURS else ""
    return f"{seconds(found['median'])} ({seconds(found['low'])} to {seconds(found['high'])}){ratio}"


def _plain(one: Engine, case: str, figure: str) -> str:
    found = _figure(one, case, figure)
    return seconds(found["median"]) if found else _why(one, case)


def _rate(one: Engine, case: str, figure: str, cells: int) -> str:
    found = _figure(one, case, figure)
    return f"{cells / found['median'] / MILLION:.3g} M" if found else NONE


def _memory(one: Engine, case: str) -> str:
    found = _figure(one, case, "memory")
    return f"{found['median'] / 2**20:.0f} MiB" if found else NONE


def _why(one: Engine, case: str) -> str:
    if one["missing"]:
        return "not installed"
    return NOT_MEASURED if case in one["left_out"] else NONE


def _named(engines: list[Engine], name: str) -> Engine:
    return next(one for one in engines if one["name"] == name)


def _figure(one: Engine, case: str, figure: str) -> dict[str, float] | None:
    found: dict[str, float] | None = one["figures"].get(case, {}).get(figure)
    return found
