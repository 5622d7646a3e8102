"""Answers of a cohort as data frames of polars, which hand them on as Arrow to whatever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kzrights.answers import Permission
from kzrights.errors import MissingExtra

if TYPE_CHECKING:
    from pendulum import Date
    from polars import DataFrame

    from kzrights.cohorts.cohort import Cohort

_WORDS: Final = [str(one) for one in Permission]
_OF_PERMISSIONS: Final = ("permission", "at_least", "at_most")


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
