"""What became of the mutants: JSON, a table for each module, and the survivors."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from attrs import evolve, frozen
from tools.mutation.mutant import Fate, Kind, Mutant, Result
from tools.mutation.runner import OUT

TABLE: Final = Path(__file__).parents[1] / "mutants.toml"


@frozen
class Reasons:
    """Why mutants survive, by id; and which are none at all, by the start of the id."""

    explained: dict[str, str]
    outside: dict[str, str]

    @classmethod
    def read(cls) -> Reasons:
        """Read the table."""
        data = tomllib.loads(TABLE.read_text("utf-8"))
        explained = {row["id"]: row["reason"] for row in data.get("explained", ())}
        return cls(explained, {row["start"]: row["reason"] for row in data.get("outside", ())})

    def counts(self, mutant: Mutant) -> bool:
        """Say whether the mutant is one."""
        return not any(mutant.id.startswith(start) for start in self.outside)

    def judged(self, result: Result) -> Result:
        """Return the result, explained where the table explains a survivor."""
        if result.fate is Fate.SURVIVED and result.id in self.explained:
            return evolve(result, fate=Fate.EXPLAINED, by=self.explained[result.id])
        return result

    def stale(self, results: Iterable[Result]) -> list[str]:
        """Return the ids explained that some test kills."""
        return [result.id for result in results if result.fate is Fate.KILLED and result.id in self.explained]


def write(results: list[Result]) -> Path:
    """Write the results as JSON and return where."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / "results.json"
    path.write_text(json.dumps([result.as_row() for result in results], ensure_ascii=False, indent=1))
    return path


def read() -> list[Result]:
    """Return the results of the last run."""
    path = OUT / "results.json"
    rows = json.loads(path.read_text()) if path.exists() else []
    return [Result(**{**row, "fate": Fate(row["fate"])}) for row in rows]


def lines(results: list[Result], reasons: Reasons) -> Iterator[str]:
    """Yield the report: a table, survivors, and entries that explain nothing."""
    yield from _table(results)
    for result in results:
        if result.fate is Fate.SURVIVED:
            yield f"survived  {result.place}  {result.id}  ({result.tests} tests)"
    for name in reasons.stale(results):
        yield f"explained, yet killed: {name}"


def _table(results: list[Result]) -> Iterator[str]:
    yield f"{'module':<28}{'kind':<11}" + "".join(f"{head:>10}" for head in ("mutants", *Fate, "score"))
    for kind in Kind:
        of_kind = [result for result in results if result.kind == kind]
        for module in sorted({result.module for result in of_kind}):
            yield _row(module, kind, [result for result in of_kind if result.module == module])
        if of_kind:
            yield _row("all", kind, of_kind)


def _row(name: str, kind: Kind, results: list[Result]) -> str:
    fates = Counter(result.fate for result in results)
    score = (fates[Fate.KILLED] + fates[Fate.EXPLAINED]) / len(results)
    return (
        f"{name:<28}{kind:<11}{len(results):>10}" + "".join(f"{fates[fate]:>10}" for fate in Fate) + f"{score:>10.1%}"
    )
