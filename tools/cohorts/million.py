"""A million cases within 2 GiB: ``python -m tools.cohorts.million [CASES] [--workers N] [--batch N]``.

Cases are made by seed, streamed from a file of lines into Parquet files, and the peak memory of all processes is told.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from pendulum import Date
from tools.cohorts import people
from tools.cohorts.memory import Peak, resident

from kzrights.cohorts import Streamed, stream

ACTIVITIES: Final = ("open_bank_account", "vote", "organise_assembly")
LIMIT: Final = 2048.0
"""In MiB."""
_TOLD: Final = 20
"""How often it is told how far it is."""


def main() -> int:
    """Return 0 where the memory stayed within the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", type=int, default=256)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "people.jsonl")
        people.write(source, asked.cases)
        print(f"{asked.cases:,} cases, {source.stat().st_size / 2**20:,.0f} MiB of text", flush=True)
        return run(source, Path(folder, "out"), asked)


def run(source: Path, out: Path, asked: argparse.Namespace) -> int:
    """Stream the cases and tell of it."""
    began, every = time.monotonic(), max(1, asked.cases // _TOLD)

    def watch(done: int) -> None:
        if done % every < asked.batch:
            print(f"{done:,} after {time.monotonic() - began:,.0f} s, {resident():,.0f} MiB now", flush=True)

    with Peak() as peak:
        found = stream(source, out, activities=ACTIVITIES, batch=asked.batch, workers=asked.workers, watch=watch)
    seconds = time.monotonic() - began
    print(f"{found.cases:,} answered and {found.refused:,} refused in {seconds:,.0f} s, {asked.cases / seconds:,.0f}/s")
    tell(found, out)
    print(f"peak {peak.mib:,.0f} MiB resident in all processes, of {LIMIT:,.0f} allowed")
    return int(peak.mib > LIMIT)


def tell(found: Streamed, out: Path) -> None:
    """Say what the files weigh, and how long they take to answer for a day."""
    began = time.monotonic()
    rows = found.on(Date(2023, 6, 1)).collect(engine="streaming").height
    size = sum(one.stat().st_size for one in out.rglob("*.parquet")) / 2**20
    print(f"{size:,.0f} MiB of Parquet; {rows:,} answers on a day looked up in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
