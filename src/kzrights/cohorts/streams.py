"""Any number of cases worked out into Parquet files, part by part; what was finished is not done again."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias

from attrs import define, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import as_date
from kzrights.cohorts.frames import on_days, polars
from kzrights.cohorts.results import Batch, Results, Unread
from kzrights.cohorts.running import BATCH, Engine, Order, Watch, asked, batched, engine
from kzrights.cohorts.sources import unread
from kzrights.errors import CohortError, TableError
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from polars import DataFrame, LazyFrame

Target: TypeAlias = "str | os.PathLike[str]"
_PART: Final = "part-{number:06}-{key}.parquet"
_PARTS: Final = "part-*.parquet"
_LEFT: Final = ".part-*"
"""What a run leaves that is killed while it writes."""
_REFUSED: Final = "refused"
_WHOLE: Final = "whole.json"
_NOBODY: Final = Batch(0, ())


@frozen(repr=False, eq=False)
class Streamed(Value):
    """Cases worked out into files.

    Attributes:
        rows: the Parquet files with what was found, as a path that may have a ``*``.
        refusals: the same with what is wrong with cases that could not be read.
        cases: how many could be read.
        refused: how many could not.
    """

    rows: Path
    refusals: Path
    cases: int
    refused: int

    def scan(self) -> LazyFrame:
        """Return what was found as a lazy frame of polars, cases in the order of the source.

        Its columns are those of :meth:`Results.spans`, or of :meth:`Results.answers` where days were asked for.
        """
        frame: LazyFrame = polars().scan_parquet(_files(self.rows), glob=False)
        return frame

    def on(self, *days: Date) -> LazyFrame:
        """Return the answers on some days, looked up in what holds for all: the columns of :meth:`Results.answers`.

        Raises:
            CohortError: when answers on some days were asked for, and not spans.
            DateError: when one of ``days`` is not a day.
        """
        frame = self.scan()
        if "from" not in frame.collect_schema():
            raise CohortError("on: expected spans to look a day up in, got answers on some days; stream without on=")
        return on_days(frame, days)

    def problems(self) -> DataFrame:
        """Return what is wrong with the cases that could not be read: the columns of :meth:`Results.refusals`."""
        return problems(self.refusals)


def batches(
    source: Any, *, activities: Iterable[Activity | str] = Activity, batch: int = BATCH, workers: int = 1
) -> Iterator[Results]:
    """Work out the cases of a source batch by batch, and yield what was found in the order of the source.

    Args:
        source: as :func:`cases_in` takes it.
        activities: what is answered; all of them by default.
        batch: how many cases are worked out at once.
        workers: processes to work them out in; see :func:`cohort`.

    Raises:
        CaseFileError: for a source that cannot be read; a case that cannot be read is told among the refusals.
        CohortError: when a worker is lost.
        UnknownName: when no activity has one of the ids.
    """
    order = asked(activities)
    return (found for _, found in engine(order, workers)(batched(unread(source), batch)))


def stream(
    source: Any,
    to: Target,
    *,
    on: Iterable[Date] = (),
    activities: Iterable[Activity | str] = Activity,
    batch: int = BATCH,
    workers: int = 1,
    watch: Watch | None = None,
) -> Streamed:
    """Work out the cases of a source into Parquet files, with no more than some batches of them in memory.

    A folder gets a file for each batch, moved to its place when it is written: whatever stops a run, asking again for
    the same goes on after the parts that are finished, and ends with the same files.

    Args:
        source: as :func:`cases_in` takes it.
        to: a folder, which is made; or a file that ends in ``.parquet``, whose parts are in a folder of its name and
            ``.parts`` until all of them are there. What could not be read is told in the folder ``refused``, or in a
            file that ends in ``.refused.parquet``.
        on: days for which answers are written; spans of days are written by default, which answer for every day.
        activities: what is answered; all of them by default.
        batch: how many cases are worked out at once.
        workers: processes to work them out in; see :func:`cohort`.
        watch: called now and then with how many are done.

    Raises:
        CaseFileError: for a source that cannot be read; a case that cannot be read is told among the refusals.
        CohortError: when the folder holds parts of another run, or a worker is lost.
        DateError: when one of ``on`` is not a day.
        MissingExtra: when polars is not installed.
        UnknownName: when no activity has one of the ids.
    """
    order = asked(activities)
    run = Run(order, tuple(as_date(day, "on") for day in on), batch)
    return into(to, run, unread(source), engine(order, workers), watch)


def streamed(folder: Target) -> Streamed:
    """Return what was streamed into a folder.

    Raises:
        CohortError: when the run did not come to its end.
    """
    path = Path(folder)
    try:
        whole = json.loads((path / _WHOLE).read_bytes())
    except FileNotFoundError:
        raise CohortError(f"{path}: expected all parts of a run, got fewer; stream again into it to go on") from None
    return Streamed(path / _PARTS, path / _REFUSED / _PARTS, whole["cases"], whole["refused"])


@frozen(eq=False, repr=False)
class Run(Shown):
    """What is asked of all cases, and how it is parted."""

    order: Order
    days: tuple[Date, ...]
    batch: int

    def name(self, batch: Batch) -> str:
        """Return the name of the file for a batch: another for another run, or for other cases."""
        digest = blake2b(digest_size=12)
        asked = (self.order.library, self.order.activities, self.days, batch.first)
        digest.update(repr(asked).encode())
        for name, raw in batch.cases:
            digest.update(repr((name, raw)).encode("utf-8", "backslashreplace"))
        return _PART.format(number=batch.first // self.batch, key=digest.hexdigest())

    def rows(self, found: Results) -> DataFrame:
        """Return what is written of what was found."""
        return found.answers(self.days) if self.days else found.spans()


def into(to: Target, run: Run, cases: Iterator[Unread], engine: Engine, watch: Watch | None = None) -> Streamed:
    """Have cases worked out by an engine into a folder or a file."""
    path, batches = Path(to), batched(cases, run.batch)
    if path.suffix.lower() != ".parquet":
        return _fill(path, run, batches, engine, watch)
    parts = path.with_name(f"{path.name}.parts")
    return _joined(_fill(parts, run, batches, engine, watch), path, parts)


def _fill(path: Path, run: Run, batches: Iterator[Batch], engine: Engine, watch: Watch | None) -> Streamed:
    """Write the parts that a folder lacks, and when all are there say so in it."""
    folder = _Folder.opened(path, run)
    for batch, found in engine(folder.lacking(batches)):
        folder.write(batch, found)
        if watch:
            watch(folder.cases_there)
    return folder.closed()


@define(eq=False, repr=False)
class _Folder(Shown):
    """A folder that is filled part by part.

    Attributes:
        path: where it is.
        run: what is asked.
        before: by number, the parts that were there.
        names: of the parts that belong here.
        cases: how many came.
        ahead: how many of them are not written yet.
    """

    path: Path
    run: Run
    before: dict[str, str]
    names: set[str] = field(factory=set)
    cases: int = 0
    ahead: int = 0

    @classmethod
    def opened(cls, path: Path, run: Run) -> _Folder:
        """Make the folder, or go on with it; until it is closed it is not whole."""
        with _writing(path):
            (path / _REFUSED).mkdir(parents=True, exist_ok=True)
            (path / _WHOLE).unlink(missing_ok=True)
        return cls(path, run, {_number(one.name): one.name for one in path.glob(_PARTS)})

    @property
    def cases_there(self) -> int:
        """How many cases are in parts that are written."""
        return self.cases - self.ahead

    def lacking(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Yield the batches whose part is not there; nobody at all makes a part, too."""
        for batch in batches:
            self.cases += len(batch.cases)
            if not self._has(batch):
                self.ahead += len(batch.cases)
                yield batch
        if not self.cases and not self._has(_NOBODY):
            yield _NOBODY

    def _has(self, batch: Batch) -> bool:
        name = self.run.name(batch)
        self.names.add(name)
        there = self.before.get(_number(name), name)
        if there != name:
            raise self._of_another_run(there)
        return (self.path / name).exists()

    def _of_another_run(self, part: str) -> CohortError:
        return CohortError(
            f"{self.path}: expected parts of this run, got {part} of other cases, settings or another library; "
            "stream into an empty folder"
        )

    def write(self, batch: Batch, found: Results) -> None:
        """Write a part; what was refused first, so that a part that is there is whole."""
        name = self.run.name(batch)
        if found.refused:
            write(found.refusals(), self.path / _REFUSED / name)
        write(self.run.rows(found), self.path / name)
        self.ahead -= len(batch.cases)

    def closed(self) -> Streamed:
        """Take note that all parts are there."""
        rows, refused = ({one.name for one in folder.glob(_PARTS)} for folder in (self.path, self.path / _REFUSED))
        if others := (rows | refused) - self.names:
            raise self._of_another_run(min(others))
        _remove(self.path, _LEFT)
        unread = problems(self.path / _REFUSED / _PARTS)["place"].n_unique()
        whole = {"cases": self.cases - unread, "refused": unread}
        with _placed(self.path / _WHOLE) as file:
            file.write(json.dumps(whole).encode())
        return streamed(self.path)


def _number(name: str) -> str:
    return name.split("-")[1]


def _joined(found: Streamed, path: Path, parts: Path) -> Streamed:
    """Put parts together in one file, then take them away."""
    whole = Streamed(path, path.with_name(f"{path.stem}.refused.parquet"), found.cases, found.refused)
    write(found.problems(), whole.refusals)
    with _placed(path) as file:
        found.scan().sink_parquet(file)
    _remove(parts, _PARTS, _WHOLE)
    with contextlib.suppress(OSError):  # somebody else's files stay, and their folder
        (parts / _REFUSED).rmdir()
        parts.rmdir()
    return whole


def _remove(folder: Path, *names: str) -> None:
    """Remove files of a folder and its refusals."""
    for one in (one for name in names for place in (folder, folder / _REFUSED) for one in place.glob(name)):
        one.unlink(missing_ok=True)


def problems(files: Path) -> DataFrame:
    """Return what is wrong with cases, by files that may be none."""
    found = _files(files)
    frame: DataFrame = polars().read_parquet(found, glob=False) if found else Results(()).refusals()
    return frame


def _files(path: Path) -> list[Path]:
    """Return the files a path stands for; only its name may have a ``*``, whatever its folder is called."""
    return sorted(path.parent.glob(path.name))


def write(frame: DataFrame, path: Path) -> None:
    """Write a data frame as a Parquet file that is whole or not there.

    Raises:
        TableError: where nothing can be written there.
    """
    with _placed(path) as file:
        frame.write_parquet(file)


@contextlib.contextmanager
def _placed(path: Path) -> Iterator[IO[bytes]]:
    """Give a file of another name, and move it to its place when it is written to the disk."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with _writing(path):
        try:
            with beside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TableError(f"{path}: expected a place one can write to: {error.strerror or 'refused'}") from None
