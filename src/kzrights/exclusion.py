"""How a person gets off the financing list: which ways are open, who decides, and how fast it must go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from pendulum import Date

from kzrights.answers import MissingFact
from kzrights.calendar import as_date
from kzrights.evaluate import Evaluation, evaluation
from kzrights.explain import proposed
from kzrights.facts.case import Case
from kzrights.facts.vocabulary import ListingGround
from kzrights.law.financing_deadlines import DEADLINE
from kzrights.law.financing_exclusion import WAY, Entry
from kzrights.law.financing_keepers import Keeper, keeper
from kzrights.law.judged import any_of
from kzrights.law.law import Law, packaged_law
from kzrights.missing import describe
from kzrights.moments import Moment
from kzrights.plain import moment, reform
from kzrights.statuses import Status, StatusKind
from kzrights.steps import Step, line, plain_missing, plain_step, steps
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.reforms.reform import Reform

_SAID: Final = {True: "ON THE LIST", False: "NOT ON THE LIST", None: "NOT KNOWN"}
_CHAPTER: Final = "[Law 191-IV, art. 12]"
_WORD: Final = {True: "open", False: "closed", None: "not known"}


@frozen(kw_only=True, repr=False, eq=False)
class ListEntry(Value):
    """One entry on the list and the ways off it.

    Attributes:
        ground: of inclusion.
        presumed: whether the file names no entry and a conviction makes it due.
        listed: whether it stands on the day; ``None`` when not known.
        lawful_end: the day its ground ends, as far as the file tells; ``None`` where it cannot.
        overdue: whether it still stands though its ground is gone; ``None`` when not known.
        ways: each way off the list: open, closed, or not known.
        deadlines: how fast the freeze, the payment of wages and the removal must go.
        missing: the facts that would settle it.
    """

    ground: ListingGround
    presumed: bool
    listed: bool | None
    lawful_end: Moment | None = None
    overdue: bool | None = False
    ways: tuple[Step, ...] = field(default=(), repr=False)
    deadlines: tuple[Step, ...] = field(default=(), repr=False)
    missing: tuple[MissingFact, ...] = ()


@frozen(kw_only=True, repr=False, eq=False)
class Delisting(Value):
    """The answer to "how does the person get off the list?".

    Attributes:
        on: the day.
        listed: whether on the list that day; ``None`` when not known.
        keeper: who keeps the list that day; ``None`` before 2015.
        entries: those that stand on the day, or may.
        reforms: the reforms of the law that change it, each on top of those applied before.
    """

    on: Date
    listed: bool | None
    keeper: Keeper | None
    entries: tuple[ListEntry, ...]
    reforms: tuple[Reform, ...] = ()

    def explain(self) -> str:
        """Return the answer in words, with a citation on every line."""
        return "\n".join(_lines(self))

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as the plain data that ``kzrights delisting --json`` prints."""
        return {
            "on": str(self.on),
            "listed": self.listed,
            "keeper": self.keeper.name if self.keeper else None,
            "entries": [_plain_entry(one) for one in self.entries],
            "reforms": [reform(one) for one in self.reforms],
        }


def delisting(case: Case, *, on: Date, law: Law | None = None) -> Delisting:
    """Say whether the person is on the financing list on the day ``on``, and by which ways they get off it.

    Args:
        case: the facts.
        on: the day, a ``pendulum.Date``.
        law: the law to apply; the law as modelled by default.

    Raises:
        DateError: when ``on`` is not a day.
    """
    day, law = as_date(on, "on"), law or packaged_law()
    reforms = law.reformed_by(lambda other: delisting(case, on=day, law=other).as_dict())
    found = evaluation(case, law).at(day)
    entries = tuple(_entry(found, status, day) for status in _standing(found, day))
    listed = any_of([one.listed for one in entries])
    return Delisting(on=day, listed=listed, keeper=keeper(day), entries=entries, reforms=reforms)


def _standing(found: Evaluation, day: Date) -> Iterator[Status]:
    for status in found.statuses:
        if status.kind is StatusKind.LISTED and status.holds_on(day) is not False:
            yield status


def _entry(found: Evaluation, status: Status, day: Date) -> ListEntry:
    entry = _seen(found, status, day)
    listed, ends = status.holds_on(day), entry.ground_ends
    doubts = status.period.missing if listed is None else (ends.missing if ends else ())
    return ListEntry(
        ground=entry.ground,
        presumed=status.presumed,
        listed=listed,
        lawful_end=ends,
        overdue=entry.reached(ends) if ends else None,
        ways=tuple(steps(found.world, WAY, entry, on=Moment.on(day))),
        deadlines=tuple(steps(found.world, DEADLINE, entry, on=Moment.on(day))),
        missing=tuple(MissingFact(path=path, says=describe(path)) for path in sorted(doubts)),
    )


def _seen(found: Evaluation, status: Status, day: Date) -> Entry:
    course = found.world.course_of(status.conviction) if status.conviction else None
    if status.presumed:
        return Entry(world=found.world, listing=None, path=course.path if course else "", course=course, day=day)
    (path,) = status.facts
    at = int(path.removeprefix("listings[").removesuffix("]"))
    listing = (found.case.listings or ())[at]
    return Entry(world=found.world, listing=listing, path=path, course=course, day=day)


# --- In words and as data


def _lines(given: Delisting) -> Iterator[str]:
    kept = f"; kept by the {given.keeper.name}" if given.keeper else ""
    yield f"The financing list on {given.on}: {_SAID[given.listed]}{kept}  {_CHAPTER}"
    for one in given.entries:
        yield from _of_entry(one)
    yield from (f"under a reform that is not law: {proposed(one)}" for one in given.reforms)


def _of_entry(one: ListEntry) -> Iterator[str]:
    ground = one.ground.value.replace("_", " ")
    yield f"entry on the ground of {ground}{' (presumed)' if one.presumed else ''}{_ends(one)}  {_CHAPTER}"
    yield from (line(_WORD[step.holds], step) for step in one.ways)
    yield from (line("how fast", step) for step in one.deadlines)
    yield from (f"  not known: {fact}  {_CHAPTER}" for fact in one.missing)


def _ends(one: ListEntry) -> str:
    if one.lawful_end is None:
        return ""
    return f"; without ground since {one.lawful_end}" if one.overdue else f"; its ground ends: {one.lawful_end}"


def _plain_entry(one: ListEntry) -> dict[str, Any]:
    return {
        "ground": str(one.ground.value),
        "presumed": one.presumed,
        "listed": one.listed,
        "lawful_end": moment(one.lawful_end) if one.lawful_end else None,
        "overdue": one.overdue,
        "ways": [plain_step(step) for step in one.ways],
        "deadlines": [plain_step(step) for step in one.deadlines],
        "missing": plain_missing(one.missing),
    }
