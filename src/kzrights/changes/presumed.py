"""The entries on the list that the law presumes, as facts that a case can state."""

from __future__ import annotations

from collections.abc import Iterable

from kzrights.calendar import EARLIEST, LATEST, NEVER
from kzrights.facts import UNKNOWN, Between, Case, Listing, When
from kzrights.moments import Moment
from kzrights.statuses import Status, StatusKind


def as_stated(case: Case) -> tuple[Listing, ...]:
    """Return the listings that the packaged law presumes of a case, with their days as far as they are known."""
    from kzrights.timelines import timeline

    return tuple(_stated(one) for one in _presumed(timeline(case).statuses))


def _presumed(statuses: Iterable[Status]) -> Iterable[Status]:
    return (one for one in statuses if one.kind is StatusKind.LISTED and one.presumed)


def _stated(status: Status) -> Listing:
    ended = None if status.until.earliest > LATEST else _when(status.until)
    return Listing(listed=_when(status.from_), delisted=ended, conviction=status.conviction)


def _when(moment: Moment) -> When:
    """Return a day as a fact may carry it."""
    first, last = max(EARLIEST, moment.earliest), min(LATEST, moment.latest)
    if moment.latest == NEVER:
        return UNKNOWN
    return Between(first, last) if first < last else first
