"""Facts on their way from one case to another: what hangs together is taken away, named and added together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, TypeGuard, get_args

from attrs import evolve, fields, frozen

from kzrights.changes.paths import refuse
from kzrights.facts import (
    Case,
    Conviction,
    Custody,
    Event,
    HouseholdMember,
    Listing,
    ListingGround,
    Measure,
    Offence,
    Prosecution,
    ProsecutionEnd,
    Requalified,
    Supervision,
    SupervisionEnded,
    SupervisionExtended,
)

Fact: TypeAlias = HouseholdMember | Custody | Listing | Conviction | Measure | Event
"""A fact that a case may hold several of."""

HELD_IN: Final[dict[type, str]] = {
    HouseholdMember: "household",
    Custody: "custody",
    Listing: "listings",
    Conviction: "convictions",
    **dict.fromkeys(get_args(Measure), "measures"),
    **dict.fromkeys(get_args(Event), "events"),
}
"""In which list of the case a fact stands."""


@frozen(kw_only=True, repr=False, eq=False)
class Draft(Case):
    """A case whose facts are not yet put to each other: it may contradict itself until all changes are made."""

    def __attrs_post_init__(self) -> None:
        """Let anything pass."""


def begun(case: Case) -> Draft:
    """Return the facts of a case as a draft."""
    return Draft(**_parts(case))


def finished(draft: Case) -> Case:
    """Return the case that a draft has become.

    Raises:
        CaseError: when its facts contradict each other.
    """
    return Case(**_parts(draft))


def _parts(case: Case) -> dict[str, Any]:
    return {one.name: getattr(case, one.name) for one in fields(Case)}


def concerned(draft: Case, id: str | None, fits: Callable[[Conviction], bool], what: str, path: str) -> Conviction:
    """Return the conviction with ``id``; without one, the only one that ``fits``.

    Raises:
        CaseError: when there is none, or several and no ``id``; ``path`` says what asked, ``what`` what it must be.
    """
    found = [one for one in draft.convictions if fits(one)]
    if id is None and len(found) == 1:
        return found[0]
    if id is None:
        several = f"expected the id of one of the convictions {what} ({_ids(found)}), got none"
        refuse(path, several if found else f"expected a conviction {what} in the case, found none")
    named = draft.conviction_of(id)
    if named is None:
        refuse(path, f"expected the id of a conviction ({_ids(draft.convictions)}), got {id!r}")
    if not fits(named):
        refuse(path, f"expected a conviction {what}, got {id!r}")
    return named


def _ids(convictions: Iterable[Conviction]) -> str:
    return ", ".join(one.id for one in convictions) or "none"


def with_conviction(draft: Draft, old: Conviction, new: Conviction) -> Draft:
    """Return the draft with one conviction in the place of another."""
    return evolve(draft, convictions=[new if one is old else one for one in draft.convictions])


def is_of(draft: Case, event: Event, conviction: Conviction) -> bool:
    """Say whether an event concerns a conviction."""
    return hasattr(event, "conviction") and draft.conviction_of(event.conviction) is conviction


def without_conviction(draft: Draft, gone: Conviction) -> Draft:
    """Return the draft without a conviction, its events, the listings on its ground, and what it alone explains."""
    last = len(draft.convictions) == 1
    events = [one for one in draft.events if not is_of(draft, one, gone) and getattr(one, "joined", None) != gone.id]
    if last:
        events = [one for one in events if not isinstance(one, Supervision | SupervisionExtended | SupervisionEnded)]
    return evolve(
        draft,
        convictions=[one for one in draft.convictions if one is not gone],
        events=events,
        listings=_listings_without(draft, gone),
        measures=[_open_ended(draft, one, gone) for one in draft.measures],
    )


def _listings_without(draft: Draft, gone: Conviction) -> list[Listing] | None:
    if draft.listings is None:
        return None
    of_convictions = [one for one in draft.listings if _rests_on_one(one)]
    fallen = [one for one in of_convictions if draft.conviction_of(one.conviction) is gone]
    return [one for one in draft.listings if not any(one is each for each in fallen)]


def _open_ended(draft: Draft, measure: Measure, gone: Conviction) -> Measure:
    """Return a measure; a prosecution that ended in the verdict that is gone ended in a way not known."""
    if not _ended_in_verdict(measure) or draft.conviction_of(measure.conviction) is not gone:
        return measure
    return evolve(measure, ended=None, conviction=None)


def _ended_in_verdict(measure: Measure) -> TypeGuard[Prosecution]:
    return isinstance(measure, Prosecution) and measure.ended is ProsecutionEnd.VERDICT


def with_offences(draft: Draft, conviction: Conviction, offences: list[Offence]) -> Draft:
    """Return the draft with other offences in a verdict, and without requalifications of those it lost."""
    articles = {one.article for one in offences}
    moves = [one for one in draft.events if isinstance(one, Requalified) and is_of(draft, one, conviction)]
    for _ in moves:
        articles |= {move.to for move in moves if move.article in articles}
    lost = [move for move in moves if move.article not in articles]
    events = [one for one in draft.events if not any(one is move for move in lost)]
    return evolve(with_conviction(draft, conviction, evolve(conviction, offences=offences)), events=events)


def added(draft: Draft, fact: Fact) -> Draft:
    """Return the draft with one more fact.

    Raises:
        CaseError: when it is a member of a household of which nothing is known.
    """
    name = HELD_IN[type(fact)]
    if isinstance(fact, Conviction):
        draft = _named(draft)
    held = getattr(draft, name)
    if name == "household" and held is None:
        refuse(name, "expected a household that is known, () for one who lives alone, got none to add a member to")
    longer: dict[str, Any] = {name: (*(held or ()), fact)}
    return evolve(draft, **longer)


def _named(draft: Draft) -> Draft:
    """Return the draft with the id of the only conviction wherever it was left out."""
    if len(draft.convictions) != 1:
        return draft
    id = draft.convictions[0].id
    return evolve(
        draft,
        events=[_of(one, id) if hasattr(one, "conviction") else one for one in draft.events],
        measures=[_of(one, id) if _ended_in_verdict(one) else one for one in draft.measures],
        listings=draft.listings and [_of(one, id) if _rests_on_one(one) else one for one in draft.listings],
    )


def _of(fact: Any, id: str) -> Any:
    return evolve(fact, conviction=id)


def _rests_on_one(listing: Listing) -> bool:
    return listing.ground is ListingGround.CONVICTION
