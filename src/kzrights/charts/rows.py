"""What a chart shows, before anything is drawn: rows of bars over a window of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from attrs import evolve, frozen
from pendulum import Date

from kzrights.activities import FIELDS, Activity, in_field
from kzrights.answers import Permission
from kzrights.calendar import Span, Spans, as_date, days_after, today_in_kazakhstan
from kzrights.comparison import Comparison
from kzrights.errors import DateError
from kzrights.moments import is_beyond
from kzrights.scenarios import AS_IT_IS
from kzrights.statuses import Status, StatusKind
from kzrights.timelines import Stretch, Timeline, timeline
from kzrights.totals import window as days_counted
from kzrights.value import Value

MOST_YEARS: Final = 25
"""Days that are farther away than this do not stretch a window that nobody asked for: all else would be squeezed."""
STATUSES: Final = "statuses"
IN_ALL: Final = "in all"

Sides: TypeAlias = Mapping[str, Timeline]
"""Timelines by the name of the scenario; the case as it is comes first."""
StatusKey: TypeAlias = tuple[StatusKind, str | None]


class Look(StrEnum):
    """How a bar is drawn; the value is the word for it."""

    PROHIBITED = "prohibited"
    UNCLEAR = "unclear"
    CONDITIONAL = "conditional"
    ALLOWED = "allowed"
    HOLDS = "status holds"
    PERHAPS = "status may hold"


@frozen(kw_only=True, repr=False, eq=False)
class Bar(Value):
    """Days of a row that look the same.

    Attributes:
        span: the days, inside the window.
        look: how they are drawn.
        lapsed: whether what forbids lacks a ground.
        began: whether it began before the window.
        goes_on: whether it goes on after the window.
    """

    span: Span
    look: Look
    lapsed: bool = False
    began: bool = False
    goes_on: bool = False


@frozen(kw_only=True, repr=False, eq=False)
class Lane(Value):
    """One line of bars: a status or an activity in one scenario; ``presumed`` where the status only is."""

    name: str
    bars: tuple[Bar, ...]
    presumed: bool = False


@frozen(kw_only=True, repr=False, eq=False)
class Row(Value):
    """A status or an activity, with a lane for each scenario; ``group`` is the heading it stands under."""

    group: str
    label: str
    lanes: tuple[Lane, ...]

    @property
    def differs(self) -> bool:
        """Whether its lanes are not all the same."""
        return any(lane.bars != self.lanes[0].bars for lane in self.lanes)

    @property
    def tells(self) -> bool:
        """Whether it has anything to say: a difference between lanes or, of one lane, a day not simply allowed."""
        return self.differs if len(self.lanes) > 1 else any(bar.look is not Look.ALLOWED for bar in self.lanes[0].bars)


@frozen(kw_only=True, repr=False, eq=False)
class Plan(Value):
    """All that a chart shows.

    Attributes:
        title: above it; may be empty.
        window: the days from its left to its right edge.
        names: of the scenarios; one only for a timeline.
        rows: in the order in which they are drawn.
        mark: a day to be marked by a line; ``None`` where it lies outside the window.
        mark_says: what is written at it.
    """

    title: str
    window: Span
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    mark: Date | None
    mark_says: str


def plan(
    of: Timeline | Comparison,
    *,
    activities: Iterable[Activity | str] = (),
    from_: Date | None = None,
    to: Date | None = None,
    on: Date | None = None,
    title: str = "",
) -> Plan:
    """Return what the chart of a timeline or of a comparison shows; arguments and errors are those of ``chart``."""
    sides = _sides(of)
    wanted = tuple(map(Activity.named, activities)) or _asked(of)
    shown = wanted or _changing(sides)
    days = _window(sides, shown, *_given(of, from_, to))
    day, says = _mark(on)
    rows = (row for row in _rows(sides, shown, days) if row.tells or wanted)
    return Plan(
        title=title,
        window=days,
        names=tuple(sides),
        rows=tuple(rows),
        mark=day if day in days else None,
        mark_says=says,
    )


def _mark(on: Date | None) -> tuple[Date, str]:
    """Return the day to be marked, and the words for it."""
    if on is None:
        return today_in_kazakhstan(), f"today, {today_in_kazakhstan()}"
    return as_date(on, "on"), str(on)


def _sides(of: Timeline | Comparison) -> dict[str, Timeline]:
    if isinstance(of, Timeline):
        return {AS_IT_IS: of}
    if not isinstance(of, Comparison):
        raise TypeError(f"chart: expected a Timeline or a Comparison, got {type(of).__name__}")
    scenarios = {one.name: timeline(one.case, law=one.law) for one in of.effects}
    return {AS_IT_IS: timeline(of.case, law=of.law), **scenarios}


def _asked(of: Timeline | Comparison) -> tuple[Activity, ...]:
    if isinstance(of, Timeline) or of.activities == tuple(Activity):
        return ()
    return of.activities


def _given(of: Timeline | Comparison, from_: Date | None, to: Date | None) -> tuple[Date | None, Date | None]:
    """Return the edges that were given, here or when the comparison was made."""
    edges = (None, None) if isinstance(of, Timeline) else (of.days.start, of.days.end)
    known = [None if day is None or is_beyond(day) else day for day in edges]
    return from_ or known[0], to or known[1]


def _changing(sides: Sides) -> tuple[Activity, ...]:
    """Return the activities worth a row: those that change or, between scenarios, differ."""
    first = next(iter(sides.values()))
    if len(sides) == 1:
        return tuple(one for one in Activity if len(first.spans(one)) > 1)
    return tuple(one for one in Activity if any(side.spans(one) != first.spans(one) for side in sides.values()))


# --- The window


def _window(sides: Sides, shown: Iterable[Activity], from_: Date | None, to: Date | None) -> Span:
    """Return whole years from the first fact to the last known change and today, or the days asked for."""
    start = as_date(from_, "from_") if from_ else _first(sides)
    end = as_date(to, "to") if to else _last(sides, shown, start)
    if not start < end:
        raise DateError(f"to: expected a day after {start}, got {end}")
    return Span(start, end)


def _first(sides: Sides) -> Date:
    """Return 1 January before the first status, or before the first fact where that is later or there is no status."""
    fact = min(days_counted(side.case).start for side in sides.values())
    starts = (status.from_.earliest for side in sides.values() for status in side.statuses)
    first = max(fact, min((day for day in starts if not is_beyond(day)), default=fact))
    return Date(first.year, 1, 1)


def _last(sides: Sides, shown: Iterable[Activity], start: Date) -> Date:
    """Return 1 January after today and after the last change that is near enough, which must be seen to end."""
    today = max(today_in_kazakhstan(), days_after(start, 1))
    near = (day for day in _ends(sides, tuple(shown)) if not is_beyond(day) and day.year < today.year + MOST_YEARS)
    return Date(days_after(max((today, *near)), 60).year + 1, 1, 1)


def _ends(sides: Sides, shown: tuple[Activity, ...]) -> Iterator[Date]:
    yield from (one.span.start for side in sides.values() for activity in shown for one in side.spans(activity))
    for status in (status for side in sides.values() for status in side.statuses):
        yield from (status.from_.earliest, status.from_.latest, status.until.earliest, status.until.latest)


# --- Rows


def _rows(sides: Sides, shown: tuple[Activity, ...], days: Span) -> Iterator[Row]:
    keys = dict.fromkeys(_key(status) for side in sides.values() for status in side.statuses)
    for key in sorted(keys, key=lambda one: list(StatusKind).index(one[0])):
        yield from _status_row(sides, key, _status_label(key, keys), days)
    for field in FIELDS:
        for activity in (one for one in in_field(field) if one in shown):
            lanes = (Lane(name=name, bars=_answers(side.spans(activity), days)) for name, side in sides.items())
            yield Row(group=field, label=activity.label, lanes=tuple(lanes))


def _key(status: Status) -> StatusKey:
    return status.kind, status.conviction


def _status_label(key: StatusKey, keys: Iterable[StatusKey]) -> str:
    """Return the name of a status, with the conviction where several convictions bring it."""
    kind, conviction = key
    several = sum(other is kind for other, _ in keys) > 1
    return f"{kind.label} ({conviction})" if several and conviction else kind.label


def _status_row(sides: Sides, key: StatusKey, label: str, days: Span) -> Iterator[Row]:
    """Yield the row of a status, in one lane where all scenarios have the same; nothing where it is outside."""
    lanes = tuple(_status_lane(name, side, key, days) for name, side in sides.items())
    seen = [lane for lane in lanes if lane.bars]
    if not seen:
        return
    if all(lane.presumed for lane in seen):
        label, lanes = f"{label} (presumed)", tuple(evolve(lane, presumed=False) for lane in lanes)
    same = all(evolve(lane, name="") == evolve(lanes[0], name="") for lane in lanes)
    if same:
        lanes = (evolve(lanes[0], name=IN_ALL if len(sides) > 1 else lanes[0].name),)
    yield Row(group=STATUSES, label=label, lanes=lanes)


def _status_lane(name: str, side: Timeline, key: StatusKey, days: Span) -> Lane:
    found = [status for status in side.statuses if _key(status) == key]
    presumed = bool(found) and all(status.presumed for status in found)
    return Lane(name=name, bars=_states(found, days), presumed=presumed)


def _states(statuses: Iterable[Status], days: Span) -> tuple[Bar, ...]:
    """Return the days on which one of the statuses surely holds, and those on which one may."""
    periods = [status.period for status in statuses]
    surely = Spans(period.surely for period in periods if period.surely)
    possibly = Spans(period.possibly for period in periods if period.possibly)
    looks = (
        (span, look) for spans, look in ((surely, Look.HOLDS), (possibly - surely, Look.PERHAPS)) for span in spans
    )
    return tuple(bar for span, look in sorted(looks) for bar in _bar(span, look, days))


def _answers(stretches: Iterable[Stretch], days: Span) -> tuple[Bar, ...]:
    return tuple(bar for one in stretches for bar in _bar(one.span, _LOOKS[one.permission], days, one.lapsed))


def _bar(span: Span, look: Look, days: Span, lapsed: bool = False) -> Iterator[Bar]:
    if inside := span & days:
        began, goes_on = span.start < days.start, span.end > days.end
        yield Bar(span=inside, look=look, lapsed=lapsed and look is not Look.ALLOWED, began=began, goes_on=goes_on)


_LOOKS: Final = {permission: Look[permission.name] for permission in Permission}
