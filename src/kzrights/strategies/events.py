"""What may follow a conviction: events, drawn so that they fit each other."""

from __future__ import annotations

from typing import Any, Final, TypeVar, cast

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
from kzrights.facts.court_orders import EVADABLE
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
    alone = len(found) == 1
    sources = [_HOUSE_ARREST_CHANGED, *(_after(conviction, alone=alone) for conviction in found)]
    events = tuple(draw(draw(st.sampled_from(sources))) for _ in range(draw(st.integers(0, 3))))
    released = {id(event) for event in _first_releases(events, alone=alone)}
    kept = tuple(event for event in events if not isinstance(event, Release) or id(event) in released)
    kept = tuple(event for event in kept if not isinstance(event, Replaced) or _evaded(event, found, kept))
    return (*kept, *(order for conviction in found for order in draw(orders(conviction, found, kept))))


def _evaded(event: Replaced, found: tuple[Conviction, ...], events: tuple[Event, ...]) -> bool:
    """Say whether there was a punishment milder than imprisonment to evade: from the verdict, or from a release."""
    (conviction,) = [one for one in found if event.conviction in (None, one.id)]
    own = [one for one in events if getattr(one, "conviction", "") in (None, conviction.id)]
    before = [one for one in own if cast(Date, one.on) <= cast(Date, event.on)]
    if any(Relief.MAIN_PUNISHMENT in one.gave for one in before if isinstance(one, Amnesty | Pardon)):
        return False
    released = any(one.remainder_as is not None for one in before if isinstance(one, Release))
    return released or any(isinstance(one, EVADABLE) for one in conviction.punishments)


def _first_releases(events: tuple[Event, ...], *, alone: bool) -> list[Release]:
    firsts: dict[str | None, Release] = {}
    for event in events:
        if isinstance(event, Release):
            firsts.setdefault(None if alone else event.conviction, event)
    return list(firsts.values())


@st.composite
def _after(draw: st.DrawFn, conviction: Conviction, *, alone: bool) -> Event:
    """Draw what may follow a conviction; its id may be left out when it is alone."""
    start = conviction.in_force or conviction.verdict
    assert isinstance(start, Date)
    released = [Release] if any(isinstance(one, _CUSTODIAL) for one in conviction.punishments) else []
    kind = draw(st.sampled_from([*_PLAIN, *_FURTHER, Requalified, *released]))
    facts = draw(st.fixed_dictionaries(_FURTHER[kind])) if kind in _FURTHER else {}
    if kind is Release:
        facts = draw(_RELEASES)
    if kind is Requalified:
        article = draw(st.sampled_from([offence.article for offence in conviction.offences]))
        facts = {"article": article, "to": draw(_NEW_ARTICLES)}
    id = draw(st.sampled_from([conviction.id, None])) if alone else conviction.id
    return cast(Event, kind(on=draw(dates(start, LAST)), conviction=id, **facts))


_HOUSE_ARREST_CHANGED: Final = st.builds(
    HouseArrestChanged, on=dates(CODE, LAST), to=st.sampled_from(HouseArrestBecame)
)
_PLAIN: Final[tuple[type[Any], ...]] = (RecordLifted, BanLifted, CommunityServiceDone, FinePaid)
_GAVE: Final = several(st.sampled_from(Relief))
_TERM: Final = st.none() | st.just(UNKNOWN) | terms()
_FURTHER: Final[dict[type[Any], dict[str, st.SearchStrategy[Any]]]] = {
    Amnesty: {"act": st.sampled_from(AMNESTIES), "gave": _GAVE},
    Pardon: {"gave": _GAVE, "record_cleared": st.booleans()},
    Quashed: {"outcome": st.sampled_from(Outcome)},
    Replaced: {"term": _TERM},
    CourtClarification: {"activities": several(st.sampled_from(Activity)), "said": st.sampled_from(Clarified)},
}
"""What an event tells besides its day and its conviction."""
_NEW_ARTICLES: Final = st.sampled_from(["174(1)", "405", "274(4)"])
_REST: Final[dict[str, st.SearchStrategy[Any]]] = {"term": _TERM, "duties": _DUTIES}
_OTHER_GROUNDS: Final = [ground for ground in ReleaseGround if ground is not ReleaseGround.REPLACED]
_RELEASES: Final[st.SearchStrategy[dict[str, Any]]] = st.fixed_dictionaries(
    {"ground": st.sampled_from(_OTHER_GROUNDS), **_REST}
) | st.fixed_dictionaries(
    {"ground": st.just(ReleaseGround.REPLACED), "remainder_as": st.sampled_from(Remainder), **_REST}
)
"""What took the place of the rest is told where, and only where, it was replaced."""


@st.composite
def ends(draw: st.DrawFn, found: tuple[Conviction, ...]) -> tuple[Event, ...]:
    """Draw none, or the death."""
    verdicts = [one.verdict for one in found if isinstance(one.verdict, Date)]
    return (Death(on=draw(dates(max([CODE, *verdicts]), LAST))),) if draw(st.booleans()) else ()
