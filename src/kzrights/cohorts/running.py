"""Batches worked out one after the other or several at once, here or elsewhere; found in the order of the source."""

from __future__ import annotations

import functools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from typing import Final, Protocol, TypeAlias

from attrs import field, frozen

from kzrights.activities import Activity
from kzrights.cohorts.results import Batch, Results, Unread, work_out
from kzrights.errors import CohortError, LawError
from kzrights.law.law import Law
from kzrights.value import Shown

BATCH: Final = 256
"""Cases worked out at once."""
AHEAD: Final = 3
"""Batches for each worker that are handed out before the first of them is done."""

Engine: TypeAlias = "Callable[[Iterable[Batch]], Iterator[tuple[Batch, Results]]]"
"""Works batches out, no more of them at once than it needs, and yields what it found in their order."""
Watch: TypeAlias = Callable[[int], None]
"""Told how many cases are worked out."""


class Waiting(Protocol):
    """What stands for a batch until it is worked out."""

    def result(self) -> Results:
        """Wait for what is found."""

    def cancel(self) -> object:
        """Give it up."""


@functools.cache
def fingerprint() -> str:
    """Return a digest of all that the library is made of, code and tables."""
    digest = blake2b(digest_size=16)
    for name, data in sorted(_contents(files("kzrights"), "")):
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _contents(one, f"{path}{one.name}/")
        elif one.name.endswith((".py", ".toml", ".yaml")):
            yield path + one.name, one.read_bytes()


@frozen(eq=False, repr=False)
class Order(Shown):
    """What is asked of every batch; it goes to the workers.

    Attributes:
        activities: what will be asked of.
        law: the law to apply; the law as modelled by default.
        library: the fingerprint of the library that asks.
    """

    activities: tuple[Activity, ...]
    law: Law | None = field(default=None, repr=False)
    library: str = field(factory=fingerprint)

    def __call__(self, batch: Batch) -> Results:
        """Work a batch out.

        Raises:
            CohortError: when the library here is not the one that asks.
        """
        if self.library != fingerprint():
            raise CohortError("workers: expected the same kzrights on every machine, got another; install the same")
        return work_out(batch, self.activities, self.law)


def asked(activities: Iterable[Activity | str], law: Law | None = None) -> Order:
    """Return what is asked of every batch, each activity once.

    Raises:
        UnknownName: when no activity has one of the ids.
    """
    return Order(tuple(dict.fromkeys(map(Activity.named, activities))), law)


def batched(cases: Iterator[Unread], size: int) -> Iterator[Batch]:
    """Yield cases as they come in batches of one size, the last one smaller.

    Raises:
        ValueError: when a batch would hold nobody.
    """
    if size < 1:
        raise ValueError(f"batch: expected 1 case or more, got {size}")
    first = 0
    while some := tuple(islice(cases, size)):
        yield Batch(first, some)
        first += len(some)


def engine(order: Order, workers: int) -> Engine:
    """Return what works batches out in this process, or in several.

    Raises:
        LawError: when several workers are asked for under another law than the one modelled.
        ValueError: when fewer than one worker is asked for.
    """
    if workers < 1:
        raise ValueError(f"workers: expected 1 or more, got {workers}")
    if workers > 1 and order.law is not None:
        raise LawError("workers: expected 1 under a law of one's own, which cannot be sent to another process")
    return functools.partial(_here, order) if workers == 1 else functools.partial(_in_processes, order, workers)


def _here(order: Order, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Results]]:
    yield from ((batch, order(batch)) for batch in batches)


def _in_processes(order: Order, workers: int, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Results]]:
    # A forked process has the locks of the threads of polars, and not the threads.
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield from in_order(lambda batch: pool.submit(order, batch), batches, AHEAD * workers)
    except BrokenProcessPool:
        raise CohortError("workers: expected all processes to last, lost one; ask again, or for fewer") from None
    finally:
        pool.shutdown(cancel_futures=True)


def in_order(
    submit: Callable[[Batch], Waiting], batches: Iterable[Batch], ahead: int
) -> Iterator[tuple[Batch, Results]]:
    """Hand batches out, no more than so many ahead of what is taken, and yield what is found in their order."""
    waiting: deque[tuple[Batch, Waiting]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, submit(batch)))
            if len(waiting) > ahead:
                yield _taken(waiting)
        while waiting:
            yield _taken(waiting)
    finally:
        for _, one in waiting:
            one.cancel()


def _taken(waiting: deque[tuple[Batch, Waiting]]) -> tuple[Batch, Results]:
    batch, one = waiting.popleft()
    return batch, one.result()
