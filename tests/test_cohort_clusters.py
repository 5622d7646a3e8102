"""Cases worked out by a cluster: the same files, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tools.cohorts import people

from kzrights.cohorts import distributed, stream

dask = pytest.importorskip("distributed", reason="dask[distributed] is not installed")

ACTIVITIES = ["open_bank_account", "vote"]
CASES = 300


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50}
    with dask.LocalCluster(**options) as cluster, dask.Client(cluster) as connected:
        yield connected


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_a_worker_killed_midway_loses_and_doubles_nothing(client: Any, tmp_path: Path) -> None:
    people.write(tmp_path / "people.jsonl", CASES)
    killed: list[int] = []

    def kill(done: int) -> None:
        if done >= CASES // 3 and not killed:
            killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    options: dict[str, Any] = {"activities": ACTIVITIES, "batch": 10}
    many = distributed(tmp_path / "people.jsonl", client, tmp_path / "many", watch=kill, **options)
    alone = stream(tmp_path / "people.jsonl", tmp_path / "alone", **options)
    assert killed
    assert many.cases + many.refused == CASES
    assert contents(tmp_path / "many") == contents(tmp_path / "alone")
    rows = many.scan().collect()
    assert rows.equals(alone.scan().collect())
    assert not rows.select("place", "activity", "from").is_duplicated().any()
    assert rows["place"].n_unique() == many.cases


def test_a_cluster_goes_on_where_one_machine_was_stopped(client: Any, tmp_path: Path) -> None:
    lines = [*people.lines(20)]
    (tmp_path / "people.jsonl").write_text("\n".join(lines), encoding="utf-8")
    whole = stream(tmp_path / "people.jsonl", tmp_path / "out", activities=ACTIVITIES, batch=5)
    expected = whole.scan().collect()
    min((tmp_path / "out").glob("part-*")).unlink()
    seen: list[int] = []
    again = distributed(
        tmp_path / "people.jsonl", client, tmp_path / "out", activities=ACTIVITIES, batch=5, watch=seen.append
    )
    assert again.scan().collect().equals(expected)
    assert len(seen) == 1
    assert pl.read_parquet(again.rows).height == expected.height
