"""Running tests against mutants: one warmed-up process, one forked child for each mutant."""

from __future__ import annotations

import functools
import gc
import hashlib
import inspect
import itertools
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final, TypeAlias

import pytest
from attrs import define, field, frozen
from tools.mutation import caches, of_statements
from tools.mutation.mutant import Fate, Kind, Mutant, Result

from kzrights.law.rules import Rule

ROOT: Final = Path(__file__).parents[2]
OUT: Final = ROOT / "build" / "mutation"
SLOW: Final = 5.0
"""Seconds from which a test is left out."""
ASIDE: Final = frozenset(
    {"properties", "test_rows.py", "test_docs.py", "test_bad_input.py", "test_casefile.py", "test_facts.py"}
    | {"test_mutants.py", "test_calendar.py", "test_moments.py", "test_value.py", "test_types.py"}
    | {
        "browser",
        "test_benchmarks.py",
        "test_charts.py",
        "test_cohort_clusters.py",
        "test_cohort_streams.py",
        "test_cohorts.py",
        "test_docs_site.py",
    }
    | {"test_languages.py", "test_playground.py", "test_study.py"}
)
"""Tests that ask nothing of the law, or ask it for minutes."""
MEMORY: Final = 32 * 2**30
"""Addresses a child may take; packages that some tests bring along reserve many more than they fill."""

Json: TypeAlias = dict[str, Any]


# --- Children


@define
class Pool:
    """Runs jobs in forked children, a few at a time, and collects what each writes down."""

    jobs: int
    _running: dict[int, str] = field(factory=dict)

    def run(self, work: Iterable[tuple[str, Callable[[], Json]]]) -> Iterator[tuple[str, Json]]:
        """Yield name and outcome of each job as it ends; ``{}`` where the child died."""
        gc.collect()
        with tempfile.TemporaryDirectory() as folder:
            for name, job in work:
                if len(self._running) >= self.jobs:
                    yield self._next(Path(folder))
                self._running[_fork(job, Path(folder))] = name
            while self._running:
                yield self._next(Path(folder))

    def _next(self, folder: Path) -> tuple[str, Json]:
        pid, _ = os.wait()
        told = folder / str(pid)
        return self._running.pop(pid), json.loads(told.read_text()) if told.exists() else {}


def _fork(job: Callable[[], Json], folder: Path) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        _silence()
        told = json.dumps(job())
        (folder / "part").with_suffix(f".{os.getpid()}").write_text(told)
        (folder / "part").with_suffix(f".{os.getpid()}").rename(folder / str(os.getpid()))
    finally:
        os._exit(0)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


# --- Tests


@define
class Suite:
    """A pytest plugin that keeps the collected tests and hands over to ``work`` instead of running them."""

    work: Callable[[Suite], None]
    items: dict[str, pytest.Item] = field(factory=dict)
    _failed: bool = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of pytest's own loop."""
        self.items = {item.nodeid: item for item in session.items}
        self.work(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notice a failure."""
        self._failed |= report.failed

    def text(self, name: str) -> str:
        """Return the name of a test and its source."""
        item = self.items[name]
        return name + inspect.getsource(item.function) if isinstance(item, pytest.Function) else name

    def fails(self, name: str, following: str | None) -> bool:
        """Run a test and say whether it fails."""
        self._failed = False
        item = self.items[name]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.items[following] if following else None)
        return self._failed


def collect(work: Callable[[Suite], None]) -> None:
    """Collect the tests and do ``work`` with them."""
    options = ["-s", "-q", "--no-header", "--no-summary"]
    without = [option for name in ("xdist", "cacheprovider", "pytest_cov") for option in ("-p", f"no:{name}")]
    os.environ["KZRIGHTS_HYPOTHESIS"] = "fast"
    pytest.main([*options, *without, *map(str, _files())], plugins=[Suite(work)])


def _files() -> list[Path]:
    files = sorted((ROOT / "tests").rglob("test_*.py"), key=lambda path: (path.parent.name != "law", path))
    return [path for path in files if path.name not in ASIDE and path.parent.name not in ASIDE]


# --- Which test touches what


@frozen
class Trace:
    """What a test touched: rules by name, all and those that applied; lines of the law by file."""

    passed: bool
    seconds: float
    rules: frozenset[str]
    answered: frozenset[str]
    lines: dict[str, frozenset[int]]


def traces(suite: Suite, pool: Pool) -> dict[str, Trace]:
    """Return what each test touches; remembered as long as neither the library nor its file changes."""
    known: Json = _remembered()
    marks = {name: _mark(item.path) for name, item in suite.items.items()}
    unknown = [name for name, mark in marks.items() if known.get(name, {}).get("mark") != mark]
    for at, (name, told) in enumerate(pool.run((name, _tracer(suite, name)) for name in unknown), start=1):
        _progress("tests traced", at, len(unknown))
        known[name] = {"mark": marks[name], **(told or {"passed": False, "seconds": SLOW, **_NOTHING})}
        if at % 500 == 0 or at == len(unknown):
            _remember(known)
    return {name: _trace(known[name]) for name in marks}


_NOTHING: Final[Json] = {"rules": [], "answered": [], "lines": {}}


def _remember(known: Json) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "traces.json").write_text(json.dumps(known))


def _remembered() -> Json:
    path = OUT / "traces.json"
    return json.loads(path.read_text()) if path.exists() else {}


_MARKS: dict[Path, str] = {}


def _mark(test: Path) -> str:
    if test not in _MARKS:
        digest = hashlib.sha256()
        for path in (*sorted((ROOT / "src").rglob("*.py")), *sorted((ROOT / "src").rglob("*.toml")), test):
            digest.update(path.read_bytes())
        _MARKS[test] = digest.hexdigest()
    return _MARKS[test]


def _trace(told: Json) -> Trace:
    lines = {file: frozenset(lines) for file, lines in told["lines"].items()}
    return Trace(told["passed"], told["seconds"], frozenset(told["rules"]), frozenset(told["answered"]), lines)


def _tracer(suite: Suite, name: str) -> Callable[[], Json]:
    def trace() -> Json:
        asked, answered = set[str](), set[str]()
        _record(asked, answered)
        signal.alarm(int(4 * SLOW))
        lines: dict[str, set[int]] = {str(path): set() for path in of_statements.HERE.glob("*.py")}
        started = time.perf_counter()
        sys.settrace(_watching(lines))
        failed = suite.fails(name, None)
        sys.settrace(None)
        seconds = time.perf_counter() - started
        touched = {file: sorted(found) for file, found in lines.items() if found}
        return {"passed": not failed, "seconds": seconds, "rules": [*asked], "answered": [*answered], "lines": touched}

    return trace


def _watching(lines: dict[str, set[int]]) -> Callable[[FrameType, str, object], Any]:
    """Return a trace function that notes the lines run of the files given and leaves other frames alone."""

    def noting(found: set[int]) -> Callable[[FrameType, str, object], Any]:
        def note(frame: FrameType, _event: str, _given: object) -> Any:
            found.add(frame.f_lineno)
            return note

        return note

    notes = {file: noting(found) for file, found in lines.items()}
    return lambda frame, _event, _given: notes.get(frame.f_code.co_filename)


def _record(asked: set[str], answered: set[str]) -> None:
    def call(self: Rule, *args: Any) -> Any:
        asked.add(self.name)
        found = self.function(*args)
        if found is not None and found is not False:
            answered.add(self.name)
        return found

    Rule.__call__ = call  # type: ignore[method-assign]


# --- Mutants


@frozen
class Selection:
    """Which tests run for a mutant."""

    traces: dict[str, Trace]
    budget: float
    texts: dict[str, str]

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests that touch what the mutant changes, the least entangled first, within the budget."""
        touching = [name for name, trace in self.traces.items() if _usable(trace) and _touches(trace, mutant)]
        touching.sort(key=functools.partial(self._rank, mutant))
        spent = itertools.accumulate(self.traces[name].seconds for name in touching)
        return [name for name, seconds in zip(touching, spent, strict=True) if seconds <= self.budget]

    def _rank(self, mutant: Mutant, name: str) -> tuple[int, bool, float]:
        trace, text = self.traces[name], self.texts[name]
        applies = not mutant.rules or bool(mutant.rules & trace.answered)
        named = not mutant.words or any(word in text for word in mutant.words)
        return 2 - applies - named, not name.startswith("tests/law/"), trace.seconds * (10 + len(trace.rules))


def _usable(trace: Trace) -> bool:
    return trace.passed and trace.seconds < SLOW


def _touches(trace: Trace, mutant: Mutant) -> bool:
    if mutant.rules & trace.rules:
        return True
    return any(not trace.lines.get(file, frozenset()).isdisjoint(lines) for file, lines in mutant.lines.items())


def run(suite: Suite, pool: Pool, selection: Selection, mutants: list[Mutant]) -> Iterator[Result]:
    """Yield what becomes of each mutant, in the order in which they end."""
    known = {mutant.id: mutant for mutant in mutants}
    work = ((mutant.id, _trial(suite, mutant, selection)) for mutant in mutants)
    for done, (name, told) in enumerate(pool.run(work), start=1):
        result = _result(known[name], told)
        print(f"\r{result.fate}: {name}", file=sys.stderr)
        yield result
        _progress("mutants", done, len(mutants))


def _progress(what: str, done: int, all_of_them: int) -> None:
    print(f"\r{what}: {done}/{all_of_them}", end="", file=sys.stderr, flush=True)


def _result(mutant: Mutant, told: Json) -> Result:
    told = told or {"by": "the process died or took too long", "tests": 0, "seconds": 0.0}
    fate = Fate.KILLED if told["by"] else Fate.SURVIVED
    return Result(
        mutant.id, mutant.kind, mutant.module, mutant.place, fate, told["by"], told["tests"], round(told["seconds"], 2)
    )


def _trial(suite: Suite, mutant: Mutant, selection: Selection) -> Callable[[], Json]:
    def trial() -> Json:
        started = time.perf_counter()
        names = selection.of(mutant)
        mutant.apply()
        caches.forget(everything=mutant.kind is not Kind.RULE)
        by, tests = _first_failure(suite, names, selection.traces)
        return {"by": by, "tests": tests, "seconds": time.perf_counter() - started}

    return trial


def _first_failure(suite: Suite, names: list[str], known: dict[str, Trace]) -> tuple[str, int]:
    for at, name in enumerate(names):
        signal.alarm(10 + int(10 * known[name].seconds))
        if suite.fails(name, names[at + 1] if at + 1 < len(names) else None):
            return name, at + 1
    return "", len(names)
