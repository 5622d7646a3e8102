"""Cases worked out on many machines by Dask, into the same files as on one."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import as_date
from kzrights.cohorts.results import Batch, Results
from kzrights.cohorts.running import AHEAD, BATCH, Waiting, Watch, asked, in_order
from kzrights.cohorts.sources import unread
from kzrights.cohorts.streams import Run, Streamed, Target, into

if TYPE_CHECKING:
    from distributed import Client

RETRIES: Final = 3
"""How often a batch is tried again when it fails; one that is lost with its worker is tried again by Dask anyway."""


def distributed(
    source: Any,
    client: Client,
    to: Target,
    *,
    on: Iterable[Date] = (),
    activities: Iterable[Activity | str] = Activity,
    batch: int = BATCH,
    watch: Watch | None = None,
) -> Streamed:
    """Do what :func:`stream` does on the workers of a cluster of Dask, with the same files in the end.

    The source is read and the files are written here: workers get the texts of cases and return what they found, so
    that they need the library and no disk in common. A batch whose worker is lost is worked out by another.

    Args:
        source: as :func:`cases_in` takes it.
        client: a client of the cluster, ``distributed.Client``.
        to: a folder or a file, as in :func:`stream`, which goes on with what this began, and the other way about.
        on: days for which answers are written; spans of days are written by default, which answer for every day.
        activities: what is answered; all of them by default.
        batch: how many cases are worked out at once.
        watch: called now and then with how many are done.

    Raises:
        CaseFileError: for a source that cannot be read; a case that cannot be read is told among the refusals.
        CohortError: when the folder holds parts of another run, or a worker has another version of the library.
        DateError: when one of ``on`` is not a day.
        MissingExtra: when polars is not installed.
        UnknownName: when no activity has one of the ids.
    """
    run = Run(asked(activities), tuple(as_date(day, "on") for day in on), batch)
    return into(to, run, unread(source), functools.partial(_on_cluster, client, run), watch)


def _on_cluster(client: Client, run: Run, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Results]]:
    """Submit batches with their texts, which the scheduler keeps: what is lost with a worker is made anew from them."""

    cluster: Any = client

    def submit(batch: Batch) -> Waiting:
        found: Waiting = cluster.submit(run.order, batch, key=f"kzrights-{run.name(batch)}", retries=RETRIES)
        return found

    return in_order(submit, batches, AHEAD * max(1, sum(cluster.ncores().values())))
