"""The same answers for every date at once: change points, not day loops."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from attrs import define, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Answer, Cap, Permission
from kzrights.calendar import NEVER, Span, Spans, as_date
from kzrights.cap import cap_under
from kzrights.evaluate import Evaluation, evaluation
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.moments import Moment
from kzrights.statuses import Status
from kzrights.value import Shown, Value


@frozen(kw_only=True, repr=False, eq=False)
class Picture(Value):
    """A person's whole situation on one day.

    Attributes:
        on: the day.
        statuses: the legal states that hold on it, or may.
        answers: one for each activity, in the order of the catalogue.
        cap: on wages, where the person is listed.
    """

    on: Date
    statuses: tuple[Status, ...]
    answers: tuple[Answer, ...]
    cap: Cap | None

    def __getitem__(self, activity: Activity) -> Answer:
        return next(answer for answer in self.answers if answer.activity is activity)

    def as_dict(self) -> dict[str, Any]:
        """Return the picture as the plain data that ``kzrights picture --json`` prints."""
        from kzrights.plain import picture

        return picture(self)


@frozen(kw_only=True, repr=False, eq=False)
class Stretch(Value):
    """Days on which an activity keeps one permission; ``lapsed`` where what forbids it lacks a ground."""

    span: Span
    permission: Permission
    lapsed: bool = False


@define(eq=False, repr=False)
class Timeline(Shown):
    """Statuses and answers for all dates."""

    case: Case
    _evaluation: Evaluation = field(alias="evaluation", repr=False)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Every legal state, in the order of the catalogue."""
        return self._evaluation.statuses

    def at(self, on: Date) -> Picture:
        """Return the picture of a day."""
        day = as_date(on, "on")
        here = self._evaluation
        return Picture(
            on=day,
            statuses=tuple(status for status in here.statuses if status.holds_on(day) is not False),
            answers=tuple(here.can(activity, day) for activity in Activity),
            cap=_cap(here, day),
        )

    def can(self, activity: Activity, *, on: Date) -> Answer:
        """Answer one question."""
        return self._evaluation.can(activity, as_date(on, "on"))

    def spans(self, activity: Activity) -> tuple[Stretch, ...]:
        """Return the days of one activity, from before all facts to after them, by permission."""
        segments = self._evaluation.segments(activity)
        starts = [segment.start for segment in segments]
        stretches: list[Stretch] = []
        for segment, (start, end) in zip(segments, pairwise([*starts, NEVER]), strict=True):
            last = stretches[-1] if stretches else None
            if last and (last.permission, last.lapsed) == (segment.permission, segment.lapsed):
                start = stretches.pop().span.start
            stretches.append(Stretch(span=Span(start, end), permission=segment.permission, lapsed=segment.lapsed))
        return tuple(stretches)

    def days(self, activity: Activity, *permissions: Permission) -> Spans:
        """Return the days on which an activity has one of the permissions."""
        return Spans(one.span for one in self.spans(activity) if one.permission in permissions)

    def free_from(self, activity: Activity) -> Moment | None:
        """Return the first day from which the activity is allowed for good; ``None`` when nothing known leads there.

        The day is uncertain where doubt precedes it: then it lies from the first doubtful day to the first sure one.
        """
        stretches = self.spans(activity)
        if stretches[-1].permission is not Permission.ALLOWED:
            return None
        free = stretches[-1].span.start
        if len(stretches) == 1:
            return Moment.on(free)
        at = len(self._evaluation.segments(activity)) - 1
        segments = self._evaluation.segments(activity)
        while at and segments[at].start > free:
            at -= 1
        doubt = at
        while doubt and segments[doubt - 1].doubtful:
            doubt -= 1
        return Moment(segments[doubt].start, free, segments[doubt].missing)

    def change_points(self) -> tuple[Date, ...]:
        """Return every day on which some answer changes, in order."""
        days = {stretch.span.start for activity in Activity for stretch in self.spans(activity)[1:]}
        return tuple(sorted(days))

    def as_dict(self, *activities: Activity) -> dict[str, Any]:
        """Return the timeline as the plain data that ``kzrights timeline --json`` prints."""
        from kzrights.plain import timeline

        return timeline(self, activities or tuple(Activity))


def _cap(here: Evaluation, day: Date) -> Cap | None:
    from kzrights.errors import LawError

    try:
        cap = cap_under(here, day)
    except LawError:
        return None
    return None if cap.capped is False else cap


def timeline(case: Case, *, law: Law | None = None) -> Timeline:
    """Return statuses and answers for all dates."""
    return Timeline(case, evaluation=evaluation(case, law or packaged_law()))


def picture(case: Case, *, on: Date, law: Law | None = None) -> Picture:
    """Return every activity at once, the statuses of the day, and the cap.

    Raises:
        DateError: when ``on`` is not a day.
    """
    return timeline(case, law=law).at(on)
