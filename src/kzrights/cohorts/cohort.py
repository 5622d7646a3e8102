"""Many cases at once: worked out once each, kept as columns, asked for any day by look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from attrs import field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import as_date
from kzrights.cohorts.answers import Answers, Codes
from kzrights.cohorts.days import Days, Values, ordinals
from kzrights.cohorts.memory import keep
from kzrights.cohorts.results import Results
from kzrights.cohorts.running import BATCH, Watch, asked, batched, engine
from kzrights.cohorts.steps import Steps
from kzrights.errors import UnknownName
from kzrights.law.law import Law
from kzrights.value import Shown

if TYPE_CHECKING:
    from polars import DataFrame

    from kzrights.facts.case import Case

Named: TypeAlias = "tuple[str, Case]"


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

    def __attrs_post_init__(self) -> None:
        keep()

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
        workers: processes to work them out in. They are started anew: a script that asks for several keeps what it does
            under ``if __name__ == "__main__":``.
        watch: called now and then with how many are done.

    Raises:
        LawError: when several workers are asked for under another law than the one modelled: it is made of functions,
            which cannot be sent to them.
        UnknownName: when no activity has one of the ids.
    """
    order = asked(activities, law)
    pairs = iter(cases.items() if isinstance(cases, Mapping) else cases)
    whole = Results(order.activities)
    for _, found in engine(order, workers)(batched(pairs, BATCH)):
        whole.extend(found)
        if watch:
            watch(len(whole))
    return _cohort(whole)


def _cohort(whole: Results) -> Cohort:
    columns = {activity: _steps(whole, activity) for activity in whole.activities}
    return Cohort(names=tuple(whole.names), activities=whole.activities, columns=columns)


def _steps(whole: Results, activity: Activity) -> Steps:
    """Return the columns of one activity; what they are made of is let go of."""
    counts = np.frombuffer(whole.counts.pop(activity), np.int32).astype(np.intp)
    starts = np.frombuffer(whole.starts.pop(activity), np.int32)
    return Steps.of(counts, starts, np.frombuffer(whole.codes.pop(activity), np.uint8))
