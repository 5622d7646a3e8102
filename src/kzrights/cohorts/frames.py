"""What was found as data frames of polars, which hand it on as Arrow to whatever reads it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import ALWAYS, NEVER, as_date
from kzrights.cohorts.answers import Answers, Codes
from kzrights.errors import MissingExtra

if TYPE_CHECKING:
    from pendulum import Date
    from polars import DataFrame, LazyFrame

    from kzrights.cohorts.cohort import Cohort
    from kzrights.cohorts.results import Results

Frame = TypeVar("Frame", "DataFrame", "LazyFrame")

_WORDS: Final = [str(one) for one in Permission]
_OF_PERMISSIONS: Final = ("permission", "at_least", "at_most")
_ON_DAYS: Final = ("place", "case", "activity", "on", *_OF_PERMISSIONS, "exact", "lapsed")
_ACTIVITIES: Final = [str(one) for one in Activity]
_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_ALWAYS, _NEVER = ALWAYS.toordinal(), NEVER.toordinal()
_NOBODY: Final = np.array([], np.int32)


def polars() -> Any:
    """Return the package.

    Raises:
        MissingExtra: when it is not installed.
    """
    try:
        import polars
    except ImportError:
        raise MissingExtra("expected polars, which holds tables; pip install 'kzrights[cohorts]' brings it") from None
    return polars


def answers(cohort: Cohort, on: Date) -> DataFrame:
    """Return a row for each activity and case: ``case``, ``activity``, ``permission``, ``at_least``, ``at_most``,
    ``exact`` and ``lapsed``; permissions in words, in rising order of strictness.
    """
    pl = polars()
    words, names = dict(enumerate(_WORDS)), pl.Series("case", list(cohort.names), dtype=pl.String)
    frames = [
        pl.DataFrame({"case": names, "activity": str(activity), **cohort.can(activity, on=on).columns()})
        for activity in cohort.activities
    ]
    in_words = pl.col(*_OF_PERMISSIONS).replace_strict(words, return_dtype=pl.Enum(_WORDS))
    found: DataFrame = pl.concat(frames).with_columns(in_words)
    return found


def spans(found: Results) -> DataFrame:
    """Return a row for each case, activity and stretch of days, in this order; see :meth:`Results.spans`."""
    pl = polars()
    cases, activities, starts, codes = _in_order(found)
    goes_on = (np.diff(cases, append=-1) == 0) & (np.diff(activities, append=-1) == 0)
    ends = np.where(goes_on, np.roll(starts, -1), _NEVER)
    in_words = pl.col(*_OF_PERMISSIONS).replace_strict(dict(enumerate(_WORDS)), return_dtype=pl.Enum(_WORDS))
    columns = {
        "place": np.frombuffer(found.places, np.int64)[cases],
        "case": pl.Series(found.names, dtype=pl.String).gather(cases),
        "activity": pl.Series(list(map(str, found.activities)), dtype=pl.Enum(_ACTIVITIES)).gather(activities),
        "from": starts,
        "until": ends,
        **Answers(codes).columns(),
    }
    frame: DataFrame = pl.DataFrame(columns).with_columns(in_words, _days("from", _ALWAYS), _days("until", _NEVER))
    return frame


def _in_order(found: Results) -> tuple[Any, Any, Any, Codes]:
    """Return the stretches of days of one case after the other: whose, of which activity, from when, and the answer."""
    counts = [np.frombuffer(found.counts[one], np.int32) for one in found.activities]
    cases = np.concatenate([_NOBODY, *(np.repeat(np.arange(len(one)), one) for one in counts)])
    activities = np.repeat(np.arange(len(counts)), [int(one.sum()) for one in counts])
    starts = np.concatenate([_NOBODY, *(np.frombuffer(found.starts[one], np.int32) for one in found.activities)])
    codes = np.frombuffer(b"".join(found.codes[one] for one in found.activities), np.uint8)
    order = np.argsort(cases, kind="stable")
    return cases[order], activities[order], starts[order], codes[order]


def _days(column: str, end_of_time: int) -> Any:
    """Return a column of ordinals as days, null for an end of time."""
    pl = polars()
    known = pl.when(pl.col(column) != end_of_time).then(pl.col(column) - _EPOCH)
    return known.cast(pl.Int32).cast(pl.Date).alias(column)


def on_days(spans: Frame, days: Iterable[Date]) -> Frame:
    """Return the rows of spans that hold on some days, each with its day ``on`` in place of its bounds.

    Raises:
        DateError: when one of ``days`` is not a day.
    """
    pl = polars()
    asked = sorted({as_date(day, "on") for day in days})
    inside = pl.int_ranges(_before(asked, "from", 0), _before(asked, "until", len(asked)))
    held: Any = spans.with_columns(on=inside).filter(pl.col("on").list.len() > 0).explode("on")
    day = pl.lit(pl.Series(asked, dtype=pl.Date)).gather(pl.col("on"))
    found: Frame = held.with_columns(on=day).select(_ON_DAYS)
    return found


def _before(days: list[Date], column: str, otherwise: int) -> Any:
    """Return how many of the days come before a column's; a join would not keep the order of its rows."""
    pl = polars()
    before = pl.sum_horizontal(pl.lit(0), *(pl.lit(day) < pl.col(column) for day in days))
    return pl.when(pl.col(column).is_null()).then(otherwise).otherwise(before)


def counted(answers: Any) -> DataFrame:
    """Return how many cases have each permission, by day and activity, of answers on some days."""
    pl = polars()
    found: DataFrame = answers.lazy().group_by("on", "activity", "permission").agg(pl.len().alias("cases")).collect()
    return found


def refusals(found: Results) -> DataFrame:
    """Return a row for each thing that is wrong with a case; see :meth:`Results.refusals`."""
    pl = polars()
    rows = [
        (one.place, one.name, problem.path, problem.line, problem.message)
        for one in found.refused
        for problem in one.problems
    ]
    types = {"place": pl.Int64, "case": pl.String, "path": pl.String, "line": pl.Int64, "message": pl.String}
    frame: DataFrame = pl.DataFrame(rows, schema=types, orient="row")
    return frame
