"""Hypothesis strategies for the facts, for the tests of the library and of whoever builds on it.

They lean on the days that hurt: leap days, month ends, and the days around which the law changed. Needs
``hypothesis``, which the library itself does not.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final, TypeVar, cast

import attrs
from hypothesis import strategies as st
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import EARLIEST, LATEST, Term, days_before
from kzrights.facts import (
    UNKNOWN,
    ActivityBan,
    Amnesty,
    Arrest,
    Bail,
    BanLifted,
    Between,
    Case,
    Clarified,
    CommunityService,
    CommunityServiceDone,
    Confiscation,
    Conviction,
    CorrectiveWork,
    CourtClarification,
    Custody,
    CustodyKind,
    Death,
    Duty,
    DutyToAppear,
    Event,
    Expulsion,
    Fine,
    FinePaid,
    Form,
    HouseArrestBecame,
    HouseArrestChanged,
    HouseholdMember,
    Imprisonment,
    LifeImprisonment,
    Listing,
    ListingGround,
    LossOfCitizenship,
    LossOfRank,
    Measure,
    MeasureDuty,
    Offence,
    Outcome,
    Pardon,
    Person,
    PersonalSurety,
    Property,
    PropertyArrest,
    Prosecution,
    ProsecutionEnd,
    Punishment,
    Quashed,
    RecordLifted,
    Relation,
    Release,
    ReleaseGround,
    Relief,
    Remainder,
    Replaced,
    Requalified,
    RestrictedFreedom,
    Scope,
    Security,
    Sex,
    Source,
    Supervision,
    SupervisionEnded,
    SupervisionExtended,
    SuspendedImprisonment,
    SuspensionFromOffice,
    UndertakingNotToLeave,
    When,
)
from kzrights.facts.events import AMNESTIES
from kzrights.facts.measures import POSTS
from kzrights.facts.punishments import (
    LONGEST_ARREST,
    LONGEST_BAN,
    LONGEST_IMPRISONMENT,
    LONGEST_RESTRICTION,
    SHORTEST_BAN,
)
from kzrights.money import Tenge

TURNING_DAYS: Final = tuple(
    Date(*day)
    for day in (
        (2016, 2, 6),
        (2018, 7, 24),
        (2020, 1, 11),
        (2020, 11, 15),
        (2022, 9, 3),
        (2025, 9, 16),
        (2025, 11, 20),
        (2026, 3, 2),
        (2026, 7, 1),
    )
)
"""Days on which the law changed."""

NASTY_DAYS: Final = tuple(
    sorted(
        {days_before(day, shift) for day in TURNING_DAYS for shift in (1, 0, -1)}
        | {Date(year, 2, 29) for year in (2016, 2020, 2024, 2028)}
        | {Date(year, 1, 31) for year in range(2015, 2031)}
        | {Date(2024, 3, 1), Date(2023, 2, 28), Date(2024, 12, 31), Date(2025, 1, 1)}
    )
)
"""Days on which a mistake shows: turning days with their neighbours, leap days, month ends."""

_T = TypeVar("_T")
_BIRTHS: Final = (Date(1930, 1, 1), Date(1990, 12, 31))
_CODE: Final = Date(2015, 1, 1)
_LAST: Final = Date(2040, 12, 31)
_LAST_ACT: Final = Date(2027, 12, 31)
_TEXT: Final = st.text(st.characters(codec="utf-8"), max_size=40)
_DAY: Final = Term(days=1)
_FLAG: Final = st.none() | st.booleans()
_DUTIES: Final = st.none() | st.lists(st.sampled_from(Duty), max_size=3).map(tuple)
_MEASURE_DUTIES: Final = st.none() | st.lists(st.sampled_from(MeasureDuty), max_size=3).map(tuple)
_MONEY: Final = st.none() | st.integers(0, 10**12).map(Tenge)
_CUSTODIAL: Final = (Imprisonment, LifeImprisonment, RestrictedFreedom, Arrest)


def dates(earliest: Date = EARLIEST, latest: Date = LATEST) -> st.SearchStrategy[Date]:
    """Draw an exact day, every second one nasty. Leaves out what no fact may carry: before 1900, after 2199."""
    plain = st.integers(earliest.toordinal(), latest.toordinal()).map(Date.fromordinal)
    nasty = [day for day in NASTY_DAYS if earliest <= day <= latest]
    return st.one_of(st.sampled_from(nasty), plain) if nasty else plain


def whens() -> st.SearchStrategy[When]:
    """Draw a day as far as it is known: exact, within bounds or unknown. Leaves out ``None``."""
    return dates().flatmap(_blurred)


def _blurred(day: Date) -> st.SearchStrategy[When]:
    """Draw what a file may know of ``day``; ``day`` itself stays possible."""
    month = Between(day.start_of("month"), day.end_of("month"))
    year = Between(day.start_of("year"), day.end_of("year"))
    around = st.builds(_around, st.just(day), st.integers(0, 400), st.integers(0, 400))
    return st.one_of(st.just(day), st.sampled_from([day, month, year, UNKNOWN]), around)


def _around(day: Date, before: int, after: int) -> When:
    first, last = max(EARLIEST, days_before(day, before)), min(LATEST, days_before(day, -after))
    return Between(first, last) if first < last else day


def terms(shortest: Term = _DAY, longest: Term = LONGEST_IMPRISONMENT) -> st.SearchStrategy[Term]:
    """Draw a term within the bounds, often one of them. Leaves out ``UNKNOWN`` and ten thousand days or more."""
    parts = {"years": st.integers(0, longest.years), "months": st.integers(0, 11), "days": st.integers(0, 31)}
    first, last = shortest.after(_CODE), longest.after(_CODE)
    inside = st.builds(Term, **parts).filter(lambda term: first <= term.after(_CODE) <= last)
    days = st.integers(shortest.days_from(_CODE), min(longest.days_from(_CODE), 9999)).map(lambda days: Term(days=days))
    return st.one_of(st.sampled_from([shortest, longest]), inside, days)


def persons() -> st.SearchStrategy[Person]:
    """Draw a person born from 1930 to 1990. Leaves out labels longer than 40 characters and lone surrogates."""
    born = st.none() | dates(*_BIRTHS).flatmap(_blurred)
    return st.builds(Person, label=_TEXT, born=born, sex=st.none() | st.sampled_from(Sex), citizen=st.booleans())


@st.composite
def convictions(draw: st.DrawFn, id: str = "c1") -> Conviction:
    """Draw a conviction, consistent in itself, for acts from 2010 on. Leaves out verdicts before 2015."""
    return _blur(draw, draw(_exact_convictions(id)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a consistent case with up to three convictions and what may follow from them.

    Leaves out acts before 2010, days after 2040 and more than three of anything.
    """
    found = tuple(draw(_exact_convictions(f"c{at + 1}")) for at in range(draw(st.integers(0, 3))))
    facts: dict[str, Any] = {
        "person": draw(persons()),
        "household": draw(st.none() | _several(_members())),
        "custody": draw(_custody()),
        "measures": draw(_several(st.one_of(_prosecutions(found), _measures()))),
        "convictions": found,
        "events": (*draw(_supervision()), *draw(_events(found)), *draw(_ends(found))),
        "listings": draw(st.none() | _several(_listings(found))),
        "sources": draw(_several(_sources())),
    }
    return _blur(draw, Case(**facts))


def _blur(draw: st.DrawFn, thing: _T) -> _T:
    """Forget something of each day: what was consistent stays so, because only certainty is lost."""
    known: Any = thing
    match known:
        case Date():
            known = draw(_blurred(known))
        case tuple():
            known = tuple(_blur(draw, item) for item in known)
        case _ if attrs.has(type(known)) and not isinstance(known, Between):
            parts = {one.name: _blur(draw, getattr(known, one.name)) for one in attrs.fields(type(known))}
            known = attrs.evolve(known, **parts)
    return cast(_T, known)


def _several(items: st.SearchStrategy[_T]) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(items, max_size=3).map(tuple)


def _sources() -> st.SearchStrategy[Source]:
    return st.builds(Source, title=_TEXT, url=st.none() | _TEXT, read=st.none() | dates())


@st.composite
def _exact_convictions(draw: st.DrawFn, id: str) -> Conviction:
    offences = draw(st.lists(_offences(), min_size=1, max_size=3))
    acts = [one.committed for one in offences if isinstance(one.committed, Date)]
    verdict = draw(dates(max([_CODE, *acts]), Date(2030, 12, 31)))
    in_force = draw(st.none() | dates(verdict, Date(2032, 12, 31)))
    lists: dict[str, Any] = {"offences": offences, "punishments": draw(_punishments(in_force or verdict))}
    return Conviction(id=id, verdict=verdict, in_force=in_force, **lists)


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


def _punishments(start: Date) -> st.SearchStrategy[tuple[Punishment, ...]]:
    """Draw none, or a main punishment that may have others beside it."""
    mild = _mild(start)
    beside = st.lists(mild | _bans(), max_size=2)
    return st.just(()) | st.tuples(_grave(start) | mild, beside).map(lambda drawn: (drawn[0], *drawn[1]))


def _grave(start: Date) -> st.SearchStrategy[Punishment]:
    security, day, unknown = st.none() | st.sampled_from(Security), st.none() | dates(start, _LAST), st.just(UNKNOWN)
    restriction = unknown | terms(longest=LONGEST_RESTRICTION)
    return st.one_of(
        st.builds(Imprisonment, term=unknown | terms(), security=security),
        st.builds(LifeImprisonment, security=security),
        st.builds(RestrictedFreedom, term=restriction, accepted=day, duties=_DUTIES),
        st.builds(SuspendedImprisonment, term=unknown | terms(), registered=day, duties=_DUTIES),
        st.builds(Arrest, term=unknown | terms(longest=LONGEST_ARREST)),
    )


def _mild(start: Date) -> st.SearchStrategy[Punishment]:
    plain = (LossOfRank(), LossOfCitizenship(), Expulsion(), Confiscation())
    return st.one_of(
        st.builds(CommunityService, hours=st.integers(1, 1200)),
        st.builds(CorrectiveWork, amount=_MONEY),
        st.builds(Fine, amount=_MONEY, paid=st.none() | dates(start, _LAST)),
        st.sampled_from(plain),
    )


def _bans() -> st.SearchStrategy[ActivityBan]:
    scope = st.none() | _several(st.sampled_from(Scope))
    term = st.just(UNKNOWN) | terms(SHORTEST_BAN, LONGEST_BAN)
    wording = st.none() | _TEXT
    for_life = st.builds(ActivityBan, life=st.just(True), scope=scope, wording=wording)
    return for_life | st.builds(ActivityBan, term=term, scope=scope, wording=wording)


@st.composite
def _members(draw: st.DrawFn) -> HouseholdMember:
    days = sorted(draw(dates(Date(1930, 1, 1), _LAST)) for _ in range(3))
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
    edges = sorted(draw(st.lists(dates(Date(2010, 1, 1), _LAST), unique=True, max_size=6)))
    kinds = st.sampled_from(CustodyKind)
    return tuple(Custody(kind=draw(kinds), from_=first, to=last) for first, last in [*pairwise(edges)][::2])


@st.composite
def _prosecutions(draw: st.DrawFn, found: tuple[Conviction, ...]) -> Measure:
    """Draw a prosecution; how it ended is told, if at all, only where it did."""
    first, second, third = sorted(draw(dates(_CODE, _LAST)) for _ in range(3))
    offences = draw(st.none() | st.lists(_offences(first), min_size=1, max_size=2).map(tuple))
    to = draw(st.none() | st.just(third))
    ends = [one for one in ProsecutionEnd if found or one is not ProsecutionEnd.VERDICT]
    ended = draw(st.none() | st.sampled_from(ends)) if to else None
    conviction = draw(st.sampled_from(found)).id if ended is ProsecutionEnd.VERDICT else None
    accused = draw(st.none() | st.just(second))
    return Prosecution(from_=first, accused=accused, to=to, offences=offences, ended=ended, conviction=conviction)


@st.composite
def _measures(draw: st.DrawFn) -> Measure:
    first, last = sorted(draw(dates(_CODE, _LAST)) for _ in range(2))
    days: dict[str, Any] = {"from_": st.just(first), "to": st.none() | st.just(last)}
    posts = st.none() | st.lists(st.sampled_from(POSTS), min_size=1, max_size=2).map(tuple)
    options: list[st.SearchStrategy[Measure]] = [
        st.builds(UndertakingNotToLeave, duties=_MEASURE_DUTIES, **days),
        st.builds(PersonalSurety, duties=_MEASURE_DUTIES, **days),
        st.builds(Bail, duties=_MEASURE_DUTIES, **days),
        st.builds(DutyToAppear, **days),
        st.builds(SuspensionFromOffice, posts=posts, **days),
        st.builds(PropertyArrest, property=st.none() | _several(st.sampled_from(Property)), **days),
    ]
    return draw(st.one_of(options))


@st.composite
def _supervision(draw: st.DrawFn) -> tuple[Event, ...]:
    if not draw(st.booleans()):
        return ()
    start = draw(dates(_CODE, _LAST))
    later, term = dates(start, _LAST), st.just(UNKNOWN) | terms()
    after = st.builds(SupervisionExtended, on=later, term=term) | st.builds(SupervisionEnded, on=later)
    return (Supervision(on=start, term=draw(term), restrictions=draw(_DUTIES)), *draw(_several(after)))


@st.composite
def _events(draw: st.DrawFn, found: tuple[Conviction, ...]) -> tuple[Event, ...]:
    changed = st.builds(HouseArrestChanged, on=dates(_CODE, _LAST), to=st.sampled_from(HouseArrestBecame))
    after = [_after(conviction, alone=len(found) == 1) for conviction in found]
    events = draw(_several(st.one_of(changed, *after)))
    released = {id(event) for event in _first_releases(events, alone=len(found) == 1)}
    return tuple(event for event in events if not isinstance(event, Release) or id(event) in released)


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
    common: dict[str, st.SearchStrategy[Any]] = {"on": dates(start, _LAST), "conviction": ids}
    articles = st.sampled_from([offence.article for offence in conviction.offences])
    gave, term = _several(st.sampled_from(Relief)), st.none() | st.just(UNKNOWN) | terms()
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
    asked = _several(st.sampled_from(Activity))
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
def _ends(draw: st.DrawFn, found: tuple[Conviction, ...]) -> tuple[Event, ...]:
    verdicts = [one.verdict for one in found if isinstance(one.verdict, Date)]
    return (Death(on=draw(dates(max([_CODE, *verdicts]), _LAST))),) if draw(st.booleans()) else ()


@st.composite
def _listings(draw: st.DrawFn, found: tuple[Conviction, ...]) -> Listing:
    conviction = draw(st.none() | st.sampled_from(found)) if found else None
    start = conviction.in_force or conviction.verdict if conviction else _CODE
    assert isinstance(start, Date)
    listed = draw(dates(start, _LAST))
    delisted = draw(st.none() | dates(listed, _LAST))
    if conviction:
        return Listing(listed=listed, delisted=delisted, conviction=conviction.id)
    grounds = [ground for ground in ListingGround if ground is not ListingGround.CONVICTION]
    return Listing(listed=listed, delisted=delisted, ground=draw(st.sampled_from(grounds)))
