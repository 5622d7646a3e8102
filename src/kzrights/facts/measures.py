"""Prosecution, and the measures before the verdict that leave the person at liberty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, TypeAlias

from attrs import field, frozen, validators

from kzrights.activities import Activity, in_field
from kzrights.facts import checks
from kzrights.facts.conviction import Offence
from kzrights.facts.days import When, as_optional_when, as_when
from kzrights.facts.vocabulary import MeasureDuty, Property, ProsecutionEnd
from kzrights.value import Value

_ON_OWN_ACCOUNT: Final = (Activity.SOLE_TRADE, Activity.FOUND_COMPANY, Activity.ADVOCATE, Activity.PRIVATE_BAILIFF)
POSTS: Final = tuple(activity for activity in in_field("work") if activity not in _ON_OWN_ACCOUNT)
"""The activities that may be a post in an organisation."""


def _offences(value: Iterable[Offence] | None) -> tuple[Offence, ...] | None:
    return None if value is None else tuple(value)


def _duties(value: Iterable[MeasureDuty] | None) -> tuple[MeasureDuty, ...] | None:
    return None if value is None else tuple(value)


def _posts(value: Iterable[Activity] | None) -> tuple[Activity, ...] | None:
    return None if value is None else tuple(value)


def _property(value: Iterable[Property] | None) -> tuple[Property, ...] | None:
    return None if value is None else tuple(value)


@frozen(kw_only=True, repr=False, eq=False)
class Lasting(Value):
    """What lasts from one day to another, or still lasts.

    Attributes:
        from_: first day, inclusive.
        to: last day, inclusive; ``None`` while it lasts.
    """

    from_: When = field(converter=as_when)
    to: When | None = field(default=None, converter=as_optional_when)


@frozen(kw_only=True, repr=False, eq=False)
class Restraint(Lasting):
    """A measure beside which duties may be ordered.

    Attributes:
        duties: what was ordered beside it (Criminal Procedure Code 140(3)); ``None`` when not known.
    """

    duties: tuple[MeasureDuty, ...] | None = field(
        default=None, converter=_duties, validator=validators.optional(checks.all_of(MeasureDuty))
    )


@frozen(kw_only=True, repr=False, eq=False)
class Prosecution(Lasting):
    """The person is or was a suspect or an accused, at liberty or not.

    Attributes:
        from_: first day as a suspect, inclusive.
        to: last day, inclusive: that of the decision that ended it; ``None`` while it lasts.
        accused: first day as an accused, inclusive; ``None`` when not known.
        offences: of what the person is suspected or accused; ``None`` when not known.
        ended: how it ended; ``None`` when not known, or while it lasts.
        conviction: the id of the conviction in which it ended; may be left out where there is only one.
    """

    kind: ClassVar[str] = "prosecution"
    accused: When | None = field(default=None, converter=as_optional_when)
    offences: tuple[Offence, ...] | None = field(
        default=None, converter=_offences, validator=validators.optional(checks.all_of(Offence))
    )
    ended: ProsecutionEnd | None = field(default=None, validator=validators.optional(checks.one_of(ProsecutionEnd)))
    conviction: str | None = field(default=None, validator=validators.optional(checks.identifier()))

    def __attrs_post_init__(self) -> None:
        if self.offences == ():
            raise ValueError("offences: expected at least one, or none of this key")
        if self.ended is not None and self.to is None:
            raise ValueError("ended: expected no value without the last day, as to")
        if self.conviction is not None and self.ended is not ProsecutionEnd.VERDICT:
            raise ValueError("conviction: expected no value unless it ended in a verdict")


class UndertakingNotToLeave(Restraint):
    """Written undertaking not to leave and to behave properly (Criminal Procedure Code 141)."""

    __slots__ = ()
    kind: ClassVar[str] = "undertaking_not_to_leave"


class PersonalSurety(Restraint):
    """Two or more trustworthy persons vouch for the suspect or accused (Criminal Procedure Code 142)."""

    __slots__ = ()
    kind: ClassVar[str] = "personal_surety"


class Bail(Restraint):
    """Money or other property deposited with the court (Criminal Procedure Code 145)."""

    __slots__ = ()
    kind: ClassVar[str] = "bail"


class DutyToAppear(Lasting):
    """Written duty of a suspect or accused to appear when called (Criminal Procedure Code 156)."""

    __slots__ = ()
    kind: ClassVar[str] = "duty_to_appear"


@frozen(kw_only=True, repr=False, eq=False)
class SuspensionFromOffice(Lasting):
    """A judge suspended the suspect or accused from the post held (Criminal Procedure Code 158).

    Attributes:
        posts: the activities that the post is, none done on one's own account; ``None`` when not known.
    """

    kind: ClassVar[str] = "suspension_from_office"
    posts: tuple[Activity, ...] | None = field(
        default=None, converter=_posts, validator=validators.optional(checks.all_of(Activity))
    )

    def __attrs_post_init__(self) -> None:
        if self.posts == () or any(post not in POSTS for post in self.posts or ()):
            raise ValueError(f"posts: expected some of {', '.join(POSTS)}")


@frozen(kw_only=True, repr=False, eq=False)
class PropertyArrest(Lasting):
    """A judge forbade the owner to dispose of property (Criminal Procedure Code 161).

    Attributes:
        property: what is under arrest; ``None`` when not known.
    """

    kind: ClassVar[str] = "property_arrest"
    property: tuple[Property, ...] | None = field(
        default=None, converter=_property, validator=validators.optional(checks.all_of(Property))
    )


class ExitRestriction(Lasting):
    """A bailiff restricted leaving Kazakhstan for a debt, and a court sanctioned it (Law 261-IV, art. 33)."""

    __slots__ = ()
    kind: ClassVar[str] = "exit_restriction"


Measure: TypeAlias = (
    Prosecution
    | UndertakingNotToLeave
    | PersonalSurety
    | Bail
    | DutyToAppear
    | SuspensionFromOffice
    | PropertyArrest
    | ExitRestriction
)
"""Prosecution, a measure before the verdict that leaves the person at liberty, or one to enforce a debt."""
