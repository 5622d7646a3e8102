"""What a court may order while a sentence is executed, drawn so that each order fits what went before."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from pendulum import Date

from kzrights.facts import (
    UNKNOWN,
    Conviction,
    DutiesLifted,
    Duty,
    Event,
    ParoleRevoked,
    ProbationExtended,
    Release,
    ReleaseGround,
    Remainder,
    RestrictedFreedom,
    Security,
    SuspendedImprisonment,
    SuspensionLifted,
    SuspensionRevoked,
)
from kzrights.facts.execution import LONGEST_EXTENSION
from kzrights.strategies.days import LAST, dates, terms


@st.composite
def orders(
    draw: st.DrawFn, conviction: Conviction, found: tuple[Conviction, ...], before: tuple[Event, ...]
) -> tuple[Event, ...]:
    """Draw orders on one conviction. Leaves out a second release, and a rest taken up by a verdict of the same day."""
    alone = len(found) == 1
    joined = st.none() | st.sampled_from([None, *_later(conviction, found)])
    id = draw(st.sampled_from([conviction.id, None])) if alone else conviction.id
    releases = [one for one in before if isinstance(one, Release) and (alone or one.conviction == conviction.id)]
    return (
        *(
            one
            for sentence in _suspended(conviction)
            for one in draw(_on_conditional(conviction, sentence, id, joined))
        ),
        *(one for release in releases for one in draw(_on_parole(release, id, joined))),
        *draw(_on_duties(conviction, releases, id)),
    )


def _later(conviction: Conviction, found: tuple[Conviction, ...]) -> Iterator[str]:
    for other in found:
        assert isinstance(other.verdict, Date)
        assert isinstance(conviction.verdict, Date)
        if conviction.verdict < other.verdict:
            yield other.id


def _suspended(conviction: Conviction) -> Iterator[SuspendedImprisonment]:
    yield from (one for one in conviction.punishments if isinstance(one, SuspendedImprisonment))


@st.composite
def _on_conditional(
    draw: st.DrawFn,
    conviction: Conviction,
    sentence: SuspendedImprisonment,
    id: str | None,
    joined: st.SearchStrategy[str | None],
) -> tuple[Event, ...]:
    start = sentence.registered or conviction.in_force or conviction.verdict
    assert isinstance(start, Date)
    days = sorted(draw(dates(start, LAST)) for _ in range(4))
    term = st.just(UNKNOWN) | terms(longest=LONGEST_EXTENSION)
    extended = [ProbationExtended(on=on, term=draw(term), conviction=id) for on in days[: draw(st.integers(0, 2))]]
    end = draw(st.sampled_from(["", "lifted", "revoked"]))
    if end == "revoked":
        return (*extended, *draw(_revoked(days[2], days[3], id, joined)))
    return (*extended, SuspensionLifted(on=days[2], conviction=id)) if end else tuple(extended)


@st.composite
def _revoked(
    draw: st.DrawFn, on: Date, later: Date, id: str | None, joined: st.SearchStrategy[str | None]
) -> tuple[Event, ...]:
    taken_up = draw(joined)
    term = None if taken_up else draw(st.none() | st.just(UNKNOWN) | terms())
    security = draw(st.none() | st.sampled_from(Security))
    order = SuspensionRevoked(on=on, term=term, security=security, joined=taken_up, conviction=id)
    grounds = [ground for ground in ReleaseGround if ground is not ReleaseGround.REPLACED]
    if taken_up or draw(st.booleans()):
        return (order,)
    return (order, Release(on=later, ground=draw(st.sampled_from(grounds)), conviction=id))


@st.composite
def _on_parole(
    draw: st.DrawFn, release: Release, id: str | None, joined: st.SearchStrategy[str | None]
) -> tuple[Event, ...]:
    if release.ground is not ReleaseGround.PAROLE or draw(st.booleans()):
        return ()
    assert isinstance(release.on, Date)
    taken_up = draw(joined)
    term = None if taken_up else draw(st.none() | st.just(UNKNOWN) | terms())
    return (ParoleRevoked(on=draw(dates(release.on, LAST)), term=term, joined=taken_up, conviction=id),)


@st.composite
def _on_duties(draw: st.DrawFn, conviction: Conviction, releases: list[Release], id: str | None) -> tuple[Event, ...]:
    own = [one for one in conviction.punishments if isinstance(one, RestrictedFreedom)]
    rest = [one for one in releases if one.remainder_as is Remainder.RESTRICTED_FREEDOM]
    if not (own or rest) or draw(st.booleans()):
        return ()
    start = (conviction.in_force or conviction.verdict) if own else rest[0].on
    assert isinstance(start, Date)
    laid = [*(one.duties for one in own), *(one.duties for one in rest)]
    known = Duty if None in laid else [duty for duties in laid for duty in duties or ()]
    duties = draw(st.lists(st.sampled_from(list(known)), max_size=2)) if list(known) else []
    return (DutiesLifted(on=draw(dates(start, LAST)), duties=duties, conviction=id),)
