"""Strategies for prosecution and the measures that go with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from hypothesis import strategies as st
from pendulum import Date

from kzrights.facts import (
    Bail,
    Conviction,
    DutyToAppear,
    ExitRestriction,
    Measure,
    MeasureDuty,
    Offence,
    PersonalSurety,
    Property,
    PropertyArrest,
    Prosecution,
    ProsecutionEnd,
    SuspensionFromOffice,
    UndertakingNotToLeave,
)
from kzrights.facts.measures import POSTS
from kzrights.strategies.days import CODE, LAST, dates
from kzrights.strategies.events import several

_DUTIES: Final = st.none() | st.lists(st.sampled_from(MeasureDuty), max_size=3).map(tuple)


@st.composite
def prosecutions(
    draw: st.DrawFn, found: tuple[Conviction, ...], offences: Callable[[Date], st.SearchStrategy[Offence]]
) -> Measure:
    """Draw a prosecution; how it ended is told, if at all, only where it did."""
    first, second, third = sorted(draw(dates(CODE, LAST)) for _ in range(3))
    acts = draw(st.none() | st.lists(offences(first), min_size=1, max_size=2).map(tuple))
    to = draw(st.none() | st.just(third))
    ends = [one for one in ProsecutionEnd if found or one is not ProsecutionEnd.VERDICT]
    ended = draw(st.none() | st.sampled_from(ends)) if to else None
    conviction = draw(st.sampled_from(found)).id if ended is ProsecutionEnd.VERDICT else None
    accused = draw(st.none() | st.just(second))
    return Prosecution(from_=first, accused=accused, to=to, offences=acts, ended=ended, conviction=conviction)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Draw a measure that leaves liberty."""
    first, last = sorted(draw(dates(CODE, LAST)) for _ in range(2))
    kind = draw(st.sampled_from([*_FACTS]))
    facts = draw(st.fixed_dictionaries(_FACTS[kind]))
    return cast(Measure, kind(from_=first, to=draw(st.sampled_from([last, None])), **facts))


_FACTS: Final[dict[type[Any], dict[str, st.SearchStrategy[Any]]]] = {
    UndertakingNotToLeave: {"duties": _DUTIES},
    PersonalSurety: {"duties": _DUTIES},
    Bail: {"duties": _DUTIES},
    DutyToAppear: {},
    ExitRestriction: {},
    SuspensionFromOffice: {"posts": st.none() | st.lists(st.sampled_from(POSTS), min_size=1, max_size=2).map(tuple)},
    PropertyArrest: {"property": st.none() | several(st.sampled_from(Property))},
}
"""What a measure tells besides its days."""
