"""A worker of a cluster killed midway: ``python -m tools.cohorts.killed [CASES] [--batch N]``.

Works the same cases out on two workers of Dask, one of which is killed when two in five are done, and on one machine
alone, and compares the files byte by byte.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.cohorts import people
from tools.cohorts.memory import Peak
from tools.cohorts.million import ACTIVITIES

from kzrights.cohorts import Streamed, distributed, stream


def main() -> int:
    """Return 0 where nothing was lost, doubled or different."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=200_000)
    parser.add_argument("--batch", type=int, default=256)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, many, alone = (Path(folder, name) for name in ("people.jsonl", "many", "alone"))
        people.write(source, asked.cases)
        timed("two workers, one killed", lambda: on_cluster(source, many, asked.cases, asked.batch))
        found = timed("one machine", lambda: stream(source, alone, activities=ACTIVITIES, batch=asked.batch, workers=2))
        return compared(found, many, alone, asked.cases)


def timed(says: str, run: Callable[[], Streamed]) -> Streamed:
    """Run one way and tell what it took."""
    began = time.monotonic()
    with Peak() as peak:
        found = run()
    seconds = time.monotonic() - began
    all_cases = found.cases + found.refused
    print(
        f"{says}: {found.cases:,} answered and {found.refused:,} refused in {seconds:,.0f} s, "
        f"{all_cases / seconds:,.0f}/s; peak {peak.mib:,.0f} MiB",
        flush=True,
    )
    return found


def on_cluster(source: Path, out: Path, cases: int, batch: int) -> Streamed:
    """Work them out on a cluster of two, and kill one worker on the way."""
    from dask import distributed as dask

    local: Any = dask.LocalCluster
    connected: Any = dask.Client
    with (
        local(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        connected(cluster) as client,
    ):
        killer = Killer(client, cases * 2 // 5)
        found = distributed(source, client, out, activities=ACTIVITIES, batch=batch, watch=killer)
    assert killer.killed, "nobody was killed"
    print(f"killed worker {killer.killed} after {killer.after:,} of {cases:,} cases", flush=True)
    return found


class Killer:
    """Kills a worker of a cluster once, when so many cases are done."""

    def __init__(self, client: Any, after: int) -> None:
        self.client, self.after, self.killed = client, after, 0

    def __call__(self, done: int) -> None:
        """Kill when it is time."""
        if done >= self.after and not self.killed:
            self.after, self.killed = done, next(iter(self.client.run(os.getpid).values()))
            os.kill(self.killed, signal.SIGKILL)


def compared(found: Streamed, many: Path, alone: Path, cases: int) -> int:
    """Tell whether all is there, once, and the same."""
    first, second = contents(many), contents(alone)
    rows = found.scan().select("place", "activity", "from").collect()
    complete = found.cases + found.refused == cases
    print(f"{len(second)} files, {rows.height:,} spans; complete: {complete}")
    print(f"equal byte by byte: {first == second}; nothing twice: {not rows.is_duplicated().any()}")
    return int(not complete or first != second or bool(rows.is_duplicated().any()))


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in the files of a folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


if __name__ == "__main__":
    sys.exit(main())
