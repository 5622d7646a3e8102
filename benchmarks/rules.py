"""What the five rules need of the law, taken once from the library, for every engine alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import kzrights as kz

BASES: Final = ("minimum_wage", "subsistence_minimum")


def exported() -> dict[str, object]:
    """Return the dated amounts, and from which day the cap is reckoned from which of them."""
    amounts = {name: [[str(row.since), row.value.amount] for row in kz.LAW.parameters.history(name)] for name in BASES}
    editions = [(rule.since, rule.function(False)) for rule in kz.LAW.topic("cap") if rule.series == "cap"]
    bases = [[str(since), base.parameter] for since, base in sorted(editions, key=lambda one: one[0]) if base.parameter]
    return {**amounts, "cap": bases}


def write(folder: Path) -> None:
    """Write them as JSON and as facts of Prolog."""
    law = exported()
    (folder / "law.json").write_text(json.dumps(law, indent=1))
    (folder / "law.pl").write_text("".join(_facts(law)))


def _facts(law: dict[str, object]) -> list[str]:
    from benchmarks.population import number

    rows = [(name, row) for name, rows in law.items() if isinstance(rows, list) for row in rows]
    return [f"{'base' if name == 'cap' else name}({number(since)}, {value}).\n" for name, (since, value) in rows]
