"""Strategies for punishments. What does not hang on a day is built once: drawing from a new strategy is slow."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from hypothesis import strategies as st
from pendulum import Date

from kzrights.facts import (
    UNKNOWN,
    ActivityBan,
    Arrest,
    CommunityService,
    Confiscation,
    CorrectiveWork,
    Duty,
    Expulsion,
    Fine,
    Imprisonment,
    LifeImprisonment,
    LossOfCitizenship,
    LossOfRank,
    Punishment,
    RestrictedFreedom,
    Scope,
    Security,
    SuspendedImprisonment,
)
from kzrights.facts.punishments import LONGEST_ARREST, LONGEST_BAN, LONGEST_RESTRICTION, SHORTEST_BAN
from kzrights.money import Tenge
from kzrights.strategies.days import LAST, dates, terms
from kzrights.strategies.events import several

_From: TypeAlias = Callable[[Date], st.SearchStrategy[Punishment]]
"""Makes the strategy of a punishment that began on a day or later."""

TEXT: Final = st.text(st.characters(codec="utf-8"), max_size=40)
_UNKNOWN: Final = st.just(UNKNOWN)
_DUTIES: Final = st.none() | several(st.sampled_from(Duty))
_SECURITY: Final = st.none() | st.sampled_from(Security)
_MONEY: Final = st.none() | st.integers(0, 10**12).map(Tenge)
_RESTRICTION: Final = _UNKNOWN | terms(longest=LONGEST_RESTRICTION)
_SCOPE: Final = st.none() | several(st.sampled_from(Scope))
_WORDING: Final = st.none() | TEXT


@st.composite
def punishments(draw: st.DrawFn, start: Date) -> tuple[Punishment, ...]:
    """Draw none, or a main punishment that may have others beside it."""
    if draw(st.booleans()):
        return ()
    main, beside = draw(_MAIN), draw(_BESIDE)
    return tuple(draw(one(start)) for one in (main, *beside))


@lru_cache(1024)
def _day(start: Date) -> st.SearchStrategy[Date | None]:
    return st.none() | dates(start, LAST)


def _any(strategy: st.SearchStrategy[Punishment]) -> _From:
    return lambda _: strategy


def _restricted_freedom(start: Date) -> st.SearchStrategy[Punishment]:
    return st.builds(RestrictedFreedom, term=_RESTRICTION, accepted=_day(start), duties=_DUTIES)


def _suspended(start: Date) -> st.SearchStrategy[Punishment]:
    return st.builds(SuspendedImprisonment, term=_UNKNOWN | terms(), registered=_day(start), duties=_DUTIES)


def _fine(start: Date) -> st.SearchStrategy[Punishment]:
    return st.builds(Fine, amount=_MONEY, paid=_day(start))


_GRAVE: Final = (
    _any(st.builds(Imprisonment, term=_UNKNOWN | terms(), security=_SECURITY)),
    _any(st.builds(LifeImprisonment, security=_SECURITY)),
    _restricted_freedom,
    _suspended,
    _any(st.builds(Arrest, term=_UNKNOWN | terms(longest=LONGEST_ARREST))),
)
_MILD: Final = (
    _any(st.builds(CommunityService, hours=st.integers(1, 1200))),
    _any(st.builds(CorrectiveWork, amount=_MONEY)),
    _fine,
    _any(st.sampled_from((LossOfRank(), LossOfCitizenship(), Expulsion(), Confiscation()))),
)
_BANS: Final = (
    _any(st.builds(ActivityBan, life=st.just(True), scope=_SCOPE, wording=_WORDING)),
    _any(st.builds(ActivityBan, term=_UNKNOWN | terms(SHORTEST_BAN, LONGEST_BAN), scope=_SCOPE, wording=_WORDING)),
)
_MAIN: Final[st.SearchStrategy[_From]] = st.sampled_from((*_GRAVE, *_MILD))
_BESIDE: Final[st.SearchStrategy[list[_From]]] = st.lists(st.sampled_from((*_MILD, *_BANS)), max_size=2)
