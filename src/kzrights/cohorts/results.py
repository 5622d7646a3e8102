"""The heart of a cohort: a batch of cases in, and what changes for each of them on which day out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field, frozen

from kzrights.activities import Activity
from kzrights.casefile import from_bytes
from kzrights.cohorts.answers import code
from kzrights.errors import CaseFileError, Problem
from kzrights.evaluate import evaluated, evaluation
from kzrights.facts.case import Case
from kzrights.law.law import Law, packaged_law
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from pendulum import Date
    from polars import DataFrame

    from kzrights.segments import Segment

Raw: TypeAlias = "Case | bytes | tuple[Problem, ...]"
"""A case, the text of its file, or what is wrong where there is neither."""
Unread: TypeAlias = "tuple[str, Raw]"
"""A case as it came, with its name."""
Lines: TypeAlias = "list[tuple[array[int], bytes]]"
"""For each activity the first days and the codes of one case."""


@frozen(eq=False, repr=False)
class Batch(Shown):
    """Some cases of a source, one after the other.

    Attributes:
        first: the place of the first of them in the source, from 0.
        cases: as they came, each with its name.
    """

    first: int
    cases: tuple[Unread, ...] = field(repr=False)


@frozen(repr=False, eq=False)
class Refusal(Value):
    """A case that could not be read.

    Attributes:
        place: its place in the source, from 0.
        name: what it is called there.
        problems: everything that is wrong with it.
    """

    place: int
    name: str
    problems: tuple[Problem, ...]


@define(eq=False, repr=False)
class Results(Shown):
    """What was worked out of some cases.

    Attributes:
        activities: those it tells of.
        places: of the cases that could be read, in their source, from 0.
        names: what they are called there.
        refused: the others.
        counts: for each activity, how many stretches of days each case has.
        starts: for each activity, the first day of each stretch as an ordinal, one case after the other.
        codes: for each activity, the answer in each stretch, a byte each.
    """

    activities: tuple[Activity, ...] = field(repr=False)
    places: array[int] = field(factory=lambda: array("q"), repr=False)
    names: list[str] = field(factory=list, repr=False)
    refused: list[Refusal] = field(factory=list, repr=False)
    counts: dict[Activity, array[int]] = field(init=False, repr=False)
    starts: dict[Activity, array[int]] = field(init=False, repr=False)
    codes: dict[Activity, bytearray] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.counts, self.starts = ({one: array("i") for one in self.activities} for _ in range(2))
        self.codes = {one: bytearray() for one in self.activities}

    def __len__(self) -> int:
        """Return how many cases came, those that could not be read among them."""
        return len(self.names) + len(self.refused)

    def spans(self) -> DataFrame:
        """Return a row for each case, activity and stretch of days, in this order, as a data frame of polars.

        Its columns are ``place``, ``case``, ``activity``, ``from``, ``until``, ``permission``, ``at_least``,
        ``at_most``, ``exact`` and ``lapsed``. ``until`` is the first day on which it no longer holds; ``from`` and
        ``until`` are null where nothing known begins or ends it.

        Raises:
            MissingExtra: when polars is not installed.
        """
        from kzrights.cohorts.frames import spans

        return spans(self)

    def answers(self, days: Iterable[Date]) -> DataFrame:
        """Return a row for each case, activity and day: as :meth:`spans` with the day ``on`` instead of its bounds.

        Raises:
            DateError: when one of ``days`` is not a day.
            MissingExtra: when polars is not installed.
        """
        from kzrights.cohorts.frames import on_days, spans

        return on_days(spans(self), days)

    def refusals(self) -> DataFrame:
        """Return a row for each thing that is wrong with a case: ``place``, ``case``, ``path``, ``line``, ``message``.

        Raises:
            MissingExtra: when polars is not installed.
        """
        from kzrights.cohorts.frames import refusals

        return refusals(self)

    def add(self, place: int, name: str, lines: Lines) -> None:
        """Take in what was worked out of one more case."""
        self.places.append(place)
        self.names.append(name)
        for activity, (starts, codes) in zip(self.activities, lines, strict=True):
            self.counts[activity].append(len(codes))
            self.starts[activity].extend(starts)
            self.codes[activity].extend(codes)

    def extend(self, later: Results) -> None:
        """Take in what was worked out of the cases that come next."""
        self.places.extend(later.places)
        self.names += later.names
        self.refused += later.refused
        for activity in self.activities:
            self.counts[activity].extend(later.counts[activity])
            self.starts[activity].extend(later.starts[activity])
            self.codes[activity].extend(later.codes[activity])


def work_out(batch: Batch, activities: tuple[Activity, ...], law: Law | None = None) -> Results:
    """Work out a batch: in one process or many, on one machine or many, the same."""
    found, here = Results(activities), law or packaged_law()
    for place, (name, raw) in enumerate(batch.cases, start=batch.first):
        try:
            case = read(raw)
        except CaseFileError as error:
            found.refused.append(Refusal(place, name, error.problems))
        else:
            found.add(place, name, lines_of(case, activities, here))
    return found


def read(raw: Raw) -> Case:
    """Return the case, read from the text of its file if need be.

    Raises:
        CaseFileError: when it is none; it holds every problem.
    """
    if isinstance(raw, tuple):
        raise CaseFileError(raw)
    return raw if isinstance(raw, Case) else from_bytes(raw)


def lines_of(case: Case, activities: tuple[Activity, ...], law: Law) -> Lines:
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
