"""Many cases at once: worked out once each, kept as columns, asked for any day by look-up."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import numpy as np
from attrs import define, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import as_date
from kzrights.cohorts.answers import Answers, Codes, code
from kzrights.cohorts.days import Days, Values, ordinals
from kzrights.cohorts.steps import Steps
from kzrights.errors import LawError, UnknownName
from kzrights.evaluate import evaluated, evaluation
from kzrights.law.law import Law, packaged_law
from kzrights.value import Shown

if TYPE_CHECKING:
    from polars import DataFrame

    from kzrights.facts.case import Case
    from kzrights.segments import Segment

Named: TypeAlias = "tuple[str, Case]"
Watch: TypeAlias = Callable[[int], None]
"""Told how many cases are worked out."""
BATCH: Final = 256
"""Cases handed to a worker at once."""

_Lines: TypeAlias = "list[tuple[array[int], bytes]]"
"""For each activity the first days and the codes of one case."""


class Columns(Protocol):
    """The answers of everybody to one question, for every day."""

    def at(self, day: int, /) -> Codes:
        """Return a code for each person on a day, given as its ordinal."""

    def over(self, days: Days, /) -> Codes:
        """Return a row for each person and a column for each day; days come in order."""

    @property
    def arrays(self) -> Iterable[Values]:
        """The columns it is made of, for their memory."""


@frozen(eq=False, repr=False)
class Cohort(Shown):
    """Many cases under a law, prepared to answer for any day.

    Attributes:
        names: of the cases, in the order of every column.
        activities: those it answers for.
    """

    names: Sequence[str] = field(repr=False)
    activities: tuple[Activity, ...] = field(repr=False)
    _columns: Mapping[Activity, Columns] = field(alias="columns", repr=False)

    def __len__(self) -> int:
        return len(self.names)

    @property
    def nbytes(self) -> int:
        """The memory of its columns, in bytes, names left out; columns that activities share count once."""
        arrays = {id(one): one.nbytes for columns in self._columns.values() for one in columns.arrays}
        return sum(arrays.values())

    def can(self, activity: Activity | str, *, on: Date) -> Answers:
        """Answer for everybody on one day.

        Raises:
            UnknownName: when no activity has that id, or the cohort was not prepared for it.
            DateError: when ``on`` is not a day.
        """
        return Answers(self._of(activity).at(as_date(on, "on").toordinal()))

    def over(self, activity: Activity | str, days: Iterable[Date] | Days) -> Answers:
        """Answer for everybody on many days: a row of codes for each person, a column for each day.

        Args:
            activity: the activity, or its id.
            days: in order; dates, or their ordinals in a column.

        Raises:
            UnknownName: when no activity has that id, or the cohort was not prepared for it.
            DateError: when one is not a day.
            ValueError: when the days are not in order.
        """
        return Answers(self._of(activity).over(ordinals(days)))

    def frame(self, *, on: Date) -> DataFrame:
        """Return a row for each case and activity as a data frame of polars, cases in order within an activity.

        Raises:
            MissingExtra: when polars is not installed.
        """
        from kzrights.cohorts.frames import answers

        return answers(self, as_date(on, "on"))

    def _of(self, activity: Activity | str) -> Columns:
        wanted = activity if isinstance(activity, Activity) else Activity.named(activity)
        if wanted not in self._columns:
            raise UnknownName(f"activity: expected one the cohort was prepared for, got {str(wanted)!r}")
        return self._columns[wanted]


def cohort(
    cases: Mapping[str, Case] | Iterable[Named],
    *,
    activities: Iterable[Activity | str] = Activity,
    law: Law | None = None,
    workers: int = 1,
    watch: Watch | None = None,
) -> Cohort:
    """Work out many cases, one after the other, and keep what answers for every day.

    Cases are taken as they come and not kept, so that any number of them may be read from a file on the way.

    Args:
        cases: cases by name, or pairs of a name and a case.
        activities: what will be asked of; all of them by default.
        law: the law to apply; the law as modelled by default.
        workers: processes to work them out in.
        watch: called now and then with how many are done.

    Raises:
        LawError: when several workers are asked for under another law than the one modelled: it is made of functions,
            which cannot be sent to them.
        UnknownName: when no activity has one of the ids.
    """
    if workers > 1 and law is not None:
        raise LawError("workers: expected 1 under a law of one's own, which cannot be sent to another process")
    wanted = tuple(dict.fromkeys(map(Activity.named, activities)))
    gathered = _Gathered(wanted)
    pairs = iter(cases.items() if isinstance(cases, Mapping) else cases)
    for names, lines in _worked_out(pairs, wanted, law or packaged_law(), workers):
        gathered.add(names, lines)
        if watch:
            watch(len(gathered.names))
    return gathered.whole()


def _worked_out(
    pairs: Iterator[Named], activities: tuple[Activity, ...], law: Law, workers: int
) -> Iterator[tuple[list[str], list[_Lines]]]:
    """Yield batches of names with what was found of each case, in the order in which they came."""
    batches = iter(lambda: list(islice(pairs, BATCH)), [])
    if workers == 1:
        for batch in batches:
            yield [name for name, _ in batch], [lines_of(case, activities, law) for _, case in batch]
        return
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(activities,)) as pool:
        while ahead := list(islice(batches, 4 * workers)):
            found = pool.map(_batch, ([case for _, case in batch] for batch in ahead))
            for batch, lines in zip(ahead, found, strict=True):
                yield [name for name, _ in batch], lines


_asked: list[Activity] = []
"""What a worker works out; it is told once."""


def _begin(activities: tuple[Activity, ...]) -> None:
    _asked[:] = activities


def _batch(cases: list[Case]) -> list[_Lines]:
    return [lines_of(case, tuple(_asked), packaged_law()) for case in cases]


def lines_of(case: Case, activities: tuple[Activity, ...], law: Law) -> _Lines:
    """Return for each activity the days on which a case's answer changes, and the code from each on."""
    here = evaluation(case, law) if law.later else evaluated(case, law)
    return [_line(here.segments(activity)) for activity in activities]


def _line(segments: Iterable[Segment]) -> tuple[array[int], bytes]:
    starts, codes = array("i"), bytearray()
    for segment in segments:
        found = code(segment)
        if not codes or codes[-1] != found:
            starts.append(segment.start.toordinal())
            codes.append(found)
    return starts, bytes(codes)


@define(eq=False, repr=False)
class _Gathered(Shown):
    """What was worked out so far, one case after the other."""

    activities: tuple[Activity, ...]
    names: list[str] = field(factory=list)
    counts: dict[Activity, array[int]] = field(init=False)
    starts: dict[Activity, array[int]] = field(init=False)
    codes: dict[Activity, bytearray] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.counts, self.starts = ({one: array("i") for one in self.activities} for _ in range(2))
        self.codes = {one: bytearray() for one in self.activities}

    def add(self, names: list[str], cases: list[_Lines]) -> None:
        self.names += names
        for lines in cases:
            for activity, (starts, codes) in zip(self.activities, lines, strict=True):
                self.counts[activity].append(len(codes))
                self.starts[activity].extend(starts)
                self.codes[activity].extend(codes)

    def whole(self) -> Cohort:
        columns = {activity: self._steps(activity) for activity in self.activities}
        return Cohort(names=tuple(self.names), activities=self.activities, columns=columns)

    def _steps(self, activity: Activity) -> Steps:
        counts = np.frombuffer(self.counts.pop(activity), np.int32).astype(np.intp)
        starts = np.frombuffer(self.starts.pop(activity), np.int32)
        return Steps.of(counts, starts, np.frombuffer(self.codes.pop(activity), np.uint8))
