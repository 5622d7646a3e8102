"""Changes of what came after the verdict."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, field, frozen

from kzrights.calendar import EARLIEST, LATEST
from kzrights.changes.base import Change, optional_conviction
from kzrights.changes.drafts import Draft, concerned, finished, is_of
from kzrights.changes.paths import refuse
from kzrights.changes.presumed import as_stated
from kzrights.facts import (
    Conviction,
    Imprisonment,
    LifeImprisonment,
    Listing,
    Release,
    ReleaseGround,
    RestrictedFreedom,
    SuspendedImprisonment,
    When,
)
from kzrights.facts.days import as_when, bounds


@frozen(repr=False, eq=False, kw_only=True)
class Parole(Change):
    """The person would have been released on parole, in place of the first release there is.

    Attributes:
        on: the day of release.
        conviction: the id of the conviction; may be left out where one alone takes or restricts freedom.
    """

    kind: ClassVar[str] = "parole"
    turn: ClassVar[int] = 5
    on: When = field(converter=as_when)
    conviction: str | None = field(default=None, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with the release."""
        what = "to imprisonment or restriction of freedom"
        one = concerned(facts, self.conviction, _may_end_on_parole, what, f"{self.kind}.conviction")
        own = [event for event in facts.events if isinstance(event, Release) and is_of(facts, event, one)]
        first = min(own, key=lambda event: bounds(event.on, EARLIEST, LATEST), default=None)
        if first is None:
            return evolve(facts, events=(*facts.events, self._release(one)))
        release = evolve(first, on=self.on) if first.ground is ReleaseGround.PAROLE else self._release(one)
        return evolve(facts, events=[release if event is first else event for event in facts.events])

    def _release(self, conviction: Conviction) -> Release:
        return Release(on=self.on, ground=ReleaseGround.PAROLE, conviction=conviction.id)


def _may_end_on_parole(conviction: Conviction) -> bool:
    kinds = (Imprisonment, LifeImprisonment, RestrictedFreedom, SuspendedImprisonment)
    return any(isinstance(one, kinds) for one in conviction.punishments)


@frozen(repr=False, eq=False, kw_only=True)
class Delisted(Change):
    """The person would have been taken off the financing list.

    Where the case says nothing of a listing, those that the packaged law presumes are stated first.

    Attributes:
        on: the first day off the list.
        conviction: the id of the conviction on which the listing rests; may be left out where there is one listing.
    """

    kind: ClassVar[str] = "delisted"
    turn: ClassVar[int] = 6
    on: When = field(converter=as_when)
    conviction: str | None = field(default=None, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with the removal from the list."""
        listings = as_stated(finished(facts)) if facts.listings is None else facts.listings
        found = [one for one in listings if self.conviction is None or self._rests_on(facts, one)]
        if len(found) != 1:
            got = f"{len(found)}; name its conviction, or supply listings[0].delisted" if found else "none"
            refuse(f"{self.kind}.conviction", f"expected one listing that it ends, got {got}")
        return evolve(facts, listings=[evolve(one, delisted=self.on) if one is found[0] else one for one in listings])

    def _rests_on(self, facts: Draft, listing: Listing) -> bool:
        conviction = facts.conviction_of(listing.conviction)
        return conviction is not None and conviction.id == self.conviction
