"""What may follow a conviction: events, drawn so that they fit each other."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from pendulum import Date

from kzrights.activities import Activity
from kzrights.facts import (
    UNKNOWN,
    Amnesty,
    Arrest,
    BanLifted,
    Clarified,
    CommunityServiceDone,
    Conviction,
    CourtClarification,
    Death,
    Duty,
    Event,
    FinePaid,
    HouseArrestBecame,
    HouseArrestChanged,
    Imprisonment,
    LifeImprisonment,
    Outcome,
    Pardon,
    Quashed,
    RecordLifted,
    Release,
    ReleaseGround,
    Relief,
    Remainder,
    Replaced,
    Requalified,
    RestrictedFreedom,
    Supervision,
    SupervisionEnded,
    SupervisionExtended,
)
from kzrights.facts.events import AMNESTIES
from kzrights.strategies.days import CODE, LAST, dates, terms
from kzrights.strategies.orders import orders

T = TypeVar("T")

_DUTIES: Final = st.none() | st.lists(st.sampled_from(Duty), max_size=3).map(tuple)
_CUSTODIAL: Final = (Imprisonment, LifeImprisonment, RestrictedFreedom, Arrest)


def several(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Draw up to three."""
    return st.lists(items, max_size=3).map(tuple)


@st.composite
def supervision(draw: st.DrawFn) -> tuple[Event, ...]:
    """Draw none, or administrative supervision with what may follow it."""
    if not draw(st.booleans()):
        return ()
    start = draw(dates(CODE, LAST))
    later, term = dates(start, LAST), st.just(UNKNOWN) | terms()
    after = st.builds(SupervisionExtended, on=later, term=term) | st.builds(SupervisionEnded, on=later)
    return (Supervision(on=start, term=draw(term), restrictions=draw(_DUTIES)), *draw(several(after)))


@st.composite
def happened(draw: st.DrawFn, found: tuple[Conviction, ...]) -> tuple[Event, ...]:
    """Draw up to three events, and what courts ordered while a sentence was executed. At most one release each."""
    changed = st.builds(HouseArrestChanged, on=dates(CODE, LAST), to=st.sampled_from(HouseArrestBecame))
    after = [_after(conviction, alone=len(found) == 1) for conviction in found]
    events = draw(several(st.one_of(changed, *after)))
    released = {id(event) for event in _first_releases(events, alone=len(found) == 1)}
    kept = tuple(event for event in events if not isinstance(event, Release) or id(event) in released)
    return (*kept, *(order for conviction in found for order in draw(orders(conviction, found, kept))))


def _first_releases(events: tuple[Event, ...], *, alone: bool) -> list[Release]:
    firsts: dict[str | None, Release] = {}
    for event in events:
        if isinstance(event, Release):
            firsts.setdefault(None if alone else event.conviction, event)
    return list(firsts.values())


def _after(conviction: Conviction, *, alone: bool) -> st.SearchStrategy[Event]:
    """Draw what may follow a conviction; its id may be left out when it is alone."""
    start = conviction.in_force or conviction.verdict
    assert isinstance(start, Date)
    ids = st.sampled_from([conviction.id, None] if alone else [conviction.id])
    common: dict[str, st.SearchStrategy[Any]] = {"on": dates(start, LAST), "conviction": ids}
    articles = st.sampled_from([offence.article for offence in conviction.offences])
    gave, term = several(st.sampled_from(Relief)), st.none() | st.just(UNKNOWN) | terms()
    plain: tuple[Any, ...] = (RecordLifted, BanLifted, CommunityServiceDone, FinePaid)
    options: list[st.SearchStrategy[Event]] = [
        *(st.builds(kind, **common) for kind in plain),
        st.builds(Amnesty, act=st.sampled_from(AMNESTIES), gave=gave, **common),
        st.builds(Pardon, gave=gave, record_cleared=st.booleans(), **common),
        st.builds(Quashed, outcome=st.sampled_from(Outcome), **common),
        st.builds(Requalified, article=articles, to=st.sampled_from(["174(1)", "405", "274(4)"]), **common),
        st.builds(Replaced, term=term, **common),
        _clarifications(common),
    ]
    if any(isinstance(one, _CUSTODIAL) for one in conviction.punishments):
        options += [_releases(common, term)]
    return st.one_of(options)


def _clarifications(common: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Event]:
    asked = several(st.sampled_from(Activity))
    return st.builds(CourtClarification, activities=asked, said=st.sampled_from(Clarified), **common)


def _releases(common: dict[str, st.SearchStrategy[Any]], term: st.SearchStrategy[Any]) -> st.SearchStrategy[Event]:
    """Draw a release; what took the place of the rest is told where, and only where, it was replaced."""
    rest = {"term": term, "duties": _DUTIES, **common}
    others = st.sampled_from([ground for ground in ReleaseGround if ground is not ReleaseGround.REPLACED])
    replaced, remainder = st.just(ReleaseGround.REPLACED), st.sampled_from(Remainder)
    return st.builds(Release, ground=others, **rest) | st.builds(
        Release, ground=replaced, remainder_as=remainder, **rest
    )


@st.composite
def ends(draw: st.DrawFn, found: tuple[Conviction, ...]) -> tuple[Event, ...]:
    """Draw none, or the death."""
    verdicts = [one.verdict for one in found if isinstance(one.verdict, Date)]
    return (Death(on=draw(dates(max([CODE, *verdicts]), LAST))),) if draw(st.booleans()) else ()
