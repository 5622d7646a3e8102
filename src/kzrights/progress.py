"""A progress bar on standard error, for what takes longer than a second in front of a person."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE: Final = 1.0
"""The seconds after which a bar appears."""


class Bar:
    """Shows how much is done, once that has taken a second and where standard error is a terminal."""

    def __init__(self, says: str) -> None:
        self.says = says
        self.began = time.monotonic()
        self.shown: Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __call__(self, done: int, of: int) -> None:
        """Take note that ``done`` steps of ``of`` are done."""
        if self.shown is None and sys.stderr.isatty() and time.monotonic() - self.began > PATIENCE:
            self.shown = _progress()
            self.shown.start()
            self.shown.add_task(self.says, total=of)
        if self.shown:
            self.shown.update(self.shown.task_ids[0], completed=done)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            self.shown.stop()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
