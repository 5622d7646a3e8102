"""Pictures of timelines and of comparisons: one row a status or an activity, one axis of days, for screen and print."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pendulum import Date

from kzrights.activities import Activity
from kzrights.charts.rows import plan
from kzrights.comparison import Comparison
from kzrights.errors import ChartError, MissingExtra
from kzrights.timelines import Timeline

SUFFIXES = (".svg", ".png")


def chart(
    of: Timeline | Comparison,
    path: str | os.PathLike[str],
    *,
    activities: Iterable[Activity | str] = (),
    from_: Date | None = None,
    to: Date | None = None,
    on: Date | None = None,
    title: str = "",
) -> Path:
    """Draw a timeline or a comparison, write it to a file, and return its path.

    A row is a status or an activity; of a comparison it has a bar for each scenario. Permissions differ by pattern
    and shade, not by colour. Needs matplotlib: ``pip install 'kzrights[charts]'``.

    Args:
        of: what :func:`timeline` or :func:`compare` returned.
        path: the file; ``.svg`` or ``.png`` at its end says what it is to be. A file that is there is replaced.
        activities: what to show, each an :class:`Activity` or its id. By default what changes in a timeline; in a
            comparison what was asked for there, or else what differs.
        from_: the first day; by default 1 January of the year in which the first status begins, or the first day
            compared.
        to: the first day no longer shown; by default 1 January after today and after the last known change of the
            next 25 years, or the first day no longer compared.
        on: the day marked by a line; today in Kazakhstan by default.
        title: what stands above; nothing by default.

    Raises:
        ChartError: when ``path`` ends in anything else, or nothing can be written there.
        DateError: when ``from_``, ``to`` or ``on`` is not a day, or ``to`` is not after ``from_``.
        MissingExtra: when matplotlib is not installed.
        TypeError: when ``of`` is neither a timeline nor a comparison.
        UnknownName: when no activity has that id.
    """
    file = checked(path)
    shown = plan(of, activities=activities, from_=from_, to=to, on=on, title=title)
    from kzrights.charts.paint import painted
    from kzrights.charts.sheet import sheet

    data = painted(sheet(shown), file.suffix.lower())
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ChartError(f"chart: cannot write {path}: {error.strerror or error}") from None
    return file


def checked(path: str | os.PathLike[str]) -> Path:
    """Return the path of a chart that can be drawn.

    Raises:
        ChartError: when it ends in anything but ``.svg`` or ``.png``.
        MissingExtra: when matplotlib is not installed.
    """
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES:
        raise ChartError(f"chart: expected a file that ends in {' or '.join(SUFFIXES)}, got {str(path)!r}")
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise MissingExtra("chart: needs matplotlib, which comes with `pip install 'kzrights[charts]'`") from None
    return file
