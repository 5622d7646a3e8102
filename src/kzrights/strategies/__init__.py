"""Hypothesis strategies for the facts, for the tests of the library and of whoever builds on it.

They lean on the days that hurt: leap days, month ends, and the days around which the law changed. Needs
``hypothesis``, which the library itself does not.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

import attrs
from hypothesis import strategies as st
from pendulum import Date

from kzrights.facts import (
    UNKNOWN,
    Between,
    Case,
    Conviction,
    Custody,
    CustodyKind,
    Form,
    HouseholdMember,
    Listing,
    ListingGround,
    Offence,
    Person,
    Relation,
    Sex,
    Source,
)
from kzrights.strategies.days import BLURS, CODE, LAST, NASTY_DAYS, TURNING_DAYS, blurred, dates, terms, whens
from kzrights.strategies.events import ends, happened, several, supervision
from kzrights.strategies.measures import measures, prosecutions
from kzrights.strategies.punishments import TEXT, punishments

__all__ = ["NASTY_DAYS", "TURNING_DAYS", "cases", "convictions", "dates", "persons", "terms", "whens"]

_T = TypeVar("_T")
_BIRTHS: Final = (Date(1930, 1, 1), Date(1990, 12, 31))
_LAST_ACT: Final = Date(2027, 12, 31)
_FLAG: Final = st.none() | st.booleans()


def persons() -> st.SearchStrategy[Person]:
    """Draw a person born from 1930 to 1990. Leaves out labels longer than 40 characters and lone surrogates."""
    born = st.none() | dates(*_BIRTHS).flatmap(blurred)
    return st.builds(Person, label=TEXT, born=born, sex=st.none() | st.sampled_from(Sex), citizen=st.booleans())


@st.composite
def convictions(draw: st.DrawFn, id: str = "c1") -> Conviction:
    """Draw a conviction, consistent in itself, for acts from 2010 on. Leaves out verdicts before 2015."""
    return _blur(draw, draw(_exact_convictions(id)))


@st.composite
def cases(draw: st.DrawFn, *, min_convictions: int = 0) -> Case:
    """Draw a consistent case with up to three convictions and what may follow from them.

    Leaves out acts before 2010, days after 2040 and more than three of anything.
    """
    found = tuple(draw(_exact_convictions(f"c{at + 1}")) for at in range(draw(st.integers(min_convictions, 3))))
    facts: dict[str, Any] = {
        "person": draw(persons()),
        "household": draw(st.none() | several(_members())),
        "custody": draw(_custody()),
        "measures": draw(several(st.one_of(prosecutions(found, _offences), measures()))),
        "convictions": found,
        "events": (*draw(supervision()), *draw(happened(found)), *draw(ends(found))),
        "listings": draw(st.none() | several(_listings(found))),
        "sources": draw(several(_sources())),
    }
    return _blur(draw, Case(**facts))


def _blur(draw: st.DrawFn, thing: _T) -> _T:
    """Forget something of each day: what was consistent stays so, because only certainty is lost."""
    known: Any = thing
    match known:
        case Date():
            known = draw(BLURS)(known)
        case tuple():
            known = tuple(_blur(draw, item) for item in known)
        case _ if attrs.has(type(known)) and not isinstance(known, Between):
            parts = {one.name: _blur(draw, getattr(known, one.name)) for one in attrs.fields(type(known))}
            known = attrs.evolve(known, **parts)
    return cast(_T, known)


def _sources() -> st.SearchStrategy[Source]:
    return st.builds(Source, title=TEXT, url=st.none() | TEXT, read=st.none() | dates())


@st.composite
def _exact_convictions(draw: st.DrawFn, id: str) -> Conviction:
    offences = draw(st.lists(_offences(), min_size=1, max_size=3))
    acts = [one.committed for one in offences if isinstance(one.committed, Date)]
    verdict = draw(dates(max([CODE, *acts]), Date(2030, 12, 31)))
    in_force = draw(st.none() | dates(verdict, Date(2032, 12, 31)))
    lists: dict[str, Any] = {"offences": offences, "punishments": draw(punishments(in_force or verdict))}
    return Conviction(id=id, verdict=verdict, in_force=in_force, **lists)


@lru_cache(1024)
def _offences(latest: Date = _LAST_ACT) -> st.SearchStrategy[Offence]:
    from kzrights.law.offences import packaged

    listed = sorted({sanction.article for sanction in packaged().sanctions})
    unlisted = [article for article in ("999", "999(1)", "998-1(2-1)") if not packaged().knows(article)]
    common = {
        "committed": st.just(UNKNOWN) | dates(Date(2010, 1, 1), latest),
        "form": st.none() | st.sampled_from(Form),
        "against_life_or_health": _FLAG,
    }
    known = st.builds(Offence, article=st.sampled_from(listed), **common)
    return known | st.builds(Offence, article=st.sampled_from(unlisted), max_imprisonment=st.integers(0, 30), **common)


@st.composite
def _members(draw: st.DrawFn) -> HouseholdMember:
    days = sorted(draw(dates(Date(1930, 1, 1), LAST)) for _ in range(3))
    born, first, last = (draw(st.sampled_from([day, None])) for day in days)
    own_income, dependant, cohabiting = (draw(_FLAG) for _ in range(3))
    return HouseholdMember(
        relation=draw(st.sampled_from(Relation)),
        born=born,
        own_income=own_income,
        dependant=dependant,
        cohabiting=cohabiting,
        from_=first,
        to=last,
    )


@st.composite
def _custody(draw: st.DrawFn) -> tuple[Custody, ...]:
    """Draw spells that do not overlap."""
    edges = sorted(draw(st.lists(dates(Date(2010, 1, 1), LAST), unique=True, max_size=6)))
    kinds = st.sampled_from(CustodyKind)
    return tuple(Custody(kind=draw(kinds), from_=first, to=last) for first, last in [*pairwise(edges)][::2])


@st.composite
def _listings(draw: st.DrawFn, found: tuple[Conviction, ...]) -> Listing:
    conviction = draw(st.none() | st.sampled_from(found)) if found else None
    start = conviction.in_force or conviction.verdict if conviction else CODE
    assert isinstance(start, Date)
    listed = draw(dates(start, LAST))
    delisted = draw(st.none() | dates(listed, LAST))
    if conviction:
        return Listing(listed=listed, delisted=delisted, conviction=conviction.id)
    grounds = [ground for ground in ListingGround if ground is not ListingGround.CONVICTION]
    return Listing(listed=listed, delisted=delisted, ground=draw(st.sampled_from(grounds)))
