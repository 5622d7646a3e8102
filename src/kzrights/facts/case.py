"""A case: everything known about one person, checked for consistency when it is built."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from attrs import field, frozen, validators

from kzrights.errors import CaseError
from kzrights.facts import checks
from kzrights.facts.conviction import Conviction
from kzrights.facts.days import When, as_optional_when
from kzrights.facts.events import Event
from kzrights.facts.listing import Listing
from kzrights.facts.measures import Measure
from kzrights.facts.person import Custody, HouseholdMember, Person
from kzrights.value import Shown, Value

VERSION: Final = 1
"""The version of the case-file format."""


@frozen(kw_only=True, repr=False, eq=False)
class Source(Value):
    """Where the facts come from.

    Attributes:
        title: of the document.
        url: its address.
        read: the day it was read.
    """

    title: str = field(repr=False, validator=checks.text)
    url: str | None = field(default=None, repr=False, validator=validators.optional(checks.text))
    read: When | None = field(default=None, converter=as_optional_when)


def _household(value: Iterable[HouseholdMember] | None) -> tuple[HouseholdMember, ...] | None:
    return None if value is None else tuple(value)


def _listings(value: Iterable[Listing] | None) -> tuple[Listing, ...] | None:
    return None if value is None else tuple(value)


def _custody(value: Iterable[Custody]) -> tuple[Custody, ...]:
    return tuple(value)


def _measures(value: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(value)


def _convictions(value: Iterable[Conviction]) -> tuple[Conviction, ...]:
    return tuple(value)


def _events(value: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(value)


def _sources(value: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(value)


@frozen(kw_only=True, cache_hash=True, repr=False)
class Case(Shown):
    """One person's facts.

    Attributes:
        person: whose case it is.
        household: those who live on the person's income; ``None`` when not known, ``()`` when alone.
        custody: deprivation of liberty before a verdict was in force.
        measures: prosecution, and measures before the verdict that leave liberty, in any order.
        convictions: verdicts of guilt, in any order.
        events: what happened later, in any order.
        listings: entries on the financing list; ``None`` when not known, and then presumed by law;
            ``()`` when known never to have been listed.
        sources: where the facts come from.

    Raises:
        CaseError: when the facts contradict each other; it holds every contradiction, with its path.
    """

    person: Person
    household: tuple[HouseholdMember, ...] | None = field(
        default=None, converter=_household, validator=validators.optional(checks.all_of(HouseholdMember))
    )
    custody: tuple[Custody, ...] = field(default=(), converter=_custody, validator=checks.all_of(Custody))
    measures: tuple[Measure, ...] = field(default=(), converter=_measures, validator=checks.all_of(*get_args(Measure)))
    convictions: tuple[Conviction, ...] = field(default=(), converter=_convictions, validator=checks.all_of(Conviction))
    events: tuple[Event, ...] = field(default=(), converter=_events, validator=checks.all_of(*get_args(Event)))
    listings: tuple[Listing, ...] | None = field(
        default=None, converter=_listings, validator=validators.optional(checks.all_of(Listing))
    )
    sources: tuple[Source, ...] = field(default=(), converter=_sources, validator=checks.all_of(Source))

    def __attrs_post_init__(self) -> None:
        from kzrights.facts.consistency import problems

        if found := problems(self):
            raise CaseError(found)

    def conviction_of(self, id: str | None) -> Conviction | None:
        """Return the conviction with ``id``; without one, the only conviction there is."""
        if id is None:
            return self.convictions[0] if len(self.convictions) == 1 else None
        return next((conviction for conviction in self.convictions if conviction.id == id), None)
