"""Measures one engine on one case in a process of its own and prints what it found: JSON, or a bare answer if cold."""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.engine import Engine, NotMeasured


def main() -> None:
    """Run ``python -m benchmarks.child MODULE FOLDER CASE [PEOPLE [DAYS]]``."""
    module, folder, case, *sizes = sys.argv[1:]
    start = time.perf_counter()
    kind = importlib.import_module(f"benchmarks.{module}").ENGINE
    imported = time.perf_counter() - start
    engine = kind(Path(folder))
    if case == "cold":
        print(*map(int, engine.question(engine.stored(), engine.day(int(sizes[0])))))
        return
    found = measured(engine, case, [int(size) for size in sizes])
    found["figures"]["import"] = imported
    print(json.dumps(found))


def measured(engine: Engine, case: str, sizes: list[int]) -> dict[str, Any]:
    """Return figures and check sums of a case, or why there are none."""
    from benchmarks import measures

    try:
        figures, sums = getattr(measures, case)(engine, *sizes)
    except NotMeasured as error:
        return {"not_measured": str(error), "figures": {}}
    return {"figures": figures, "checks": sums}


if __name__ == "__main__":
    main()
