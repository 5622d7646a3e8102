"""Many cases in a terminal: for each activity, how many of them have each permission."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from kzrights.activities import FIELDS, Activity, in_field
from kzrights.answers import Permission
from kzrights.languages import Words
from kzrights.screen import MARKS, grid, heading, screen

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kzrights.cohorts.tallies import Tally

_WIDTHS = (42, *[11] * len(Permission))


def cohort_screen(tally: Tally, lang: str = "en") -> str:
    """Return the counts as a screen of text, activities by field of life."""
    words = Words(lang)
    refused = words("cohort_refused", refused=_number(tally.refused, words)) if tally.refused else ""
    head = words("cohort", cases=_number(tally.cases, words), day=tally.on)
    return screen(heading(head + refused), *_fields(tally, words))


def _fields(tally: Tally, words: Words) -> Iterator[RenderableType]:
    titles = [("", ""), *((words.label(one), MARKS[one][1]) for one in Permission)]
    for field in FIELDS:
        asked = [one for one in in_field(field) if one in tally.counts]
        if asked:
            rows = ([(f"  {words.label(one)}", ""), *_cells(tally, one, words)] for one in asked)
            yield ""
            yield heading(words.label(f"field.{field}"))
            yield grid([titles, *rows], *_WIDTHS, wrapping=0)


def _cells(tally: Tally, activity: Activity, words: Words) -> Iterator[tuple[str, str]]:
    for permission, cases in tally.counts[activity].items():
        yield (_number(cases, words), MARKS[permission][1]) if cases else ("·", "dim")


def _number(number: int, words: Words) -> str:
    return f"{number:,}".replace(",", words.find("tenge", "group") or "")


def cohort_csv(tally: Tally) -> str:
    """Return the counts as CSV: a row for each activity, a column for each permission."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["activity", *map(str, Permission)])
    writer.writerows([str(activity), *row.values()] for activity, row in tally.counts.items())
    return text.getvalue().rstrip("\n")
