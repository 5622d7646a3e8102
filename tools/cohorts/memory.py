"""The memory of this process and its children together, looked at while they work."""

from __future__ import annotations

import threading
from types import TracebackType

import psutil

_SECONDS = 0.2


class Peak:
    """Watches from its beginning to its end; ``mib`` is the most that was resident at one moment."""

    def __init__(self) -> None:
        self.mib = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_SECONDS):
            self.mib = max(self.mib, resident())


def resident() -> float:
    """Return what is resident now, in MiB; pages that processes share count for each of them."""
    here = psutil.Process()
    return sum(map(_resident, (here, *here.children(recursive=True)))) / 2**20


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
