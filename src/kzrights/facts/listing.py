"""Entries on the financing list."""

from __future__ import annotations

from attrs import field, frozen, validators

from kzrights.facts import checks
from kzrights.facts.days import When, as_optional_when, as_when
from kzrights.facts.vocabulary import ListingGround
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class Listing(Value):
    """The person is or was on the list of those linked to financing terrorism and extremism.

    Attributes:
        listed: the day of inclusion.
        delisted: the first day off the list; ``None``: still on it as far as is known.
        ground: of inclusion (Law 191-IV, art. 12(4)).
        conviction: the id of the conviction on which it rests.
    """

    listed: When = field(converter=as_when)
    delisted: When | None = field(default=None, converter=as_optional_when)
    ground: ListingGround = field(default=ListingGround.CONVICTION, validator=checks.one_of(ListingGround))
    conviction: str | None = field(default=None, validator=validators.optional(checks.identifier()))
