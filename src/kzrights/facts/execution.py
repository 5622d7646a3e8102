"""What a court decided while a sentence was executed (Criminal Procedure Code 476)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from attrs import field, frozen, validators

from kzrights.calendar import Term
from kzrights.facts import checks
from kzrights.facts.days import When, as_when
from kzrights.facts.punishments import LONGEST_IMPRISONMENT, TermAsKnown
from kzrights.facts.vocabulary import Duty, Security
from kzrights.value import Value

LONGEST_EXTENSION: Final = Term(years=1)
"""Criminal Code 64(2)-(3): the most by which probation control is prolonged at a time."""

_conviction = validators.optional(checks.identifier())
_some_term = validators.optional(checks.term(Term(days=1), LONGEST_IMPRISONMENT))


def _duties(value: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(value)


@frozen(kw_only=True, repr=False, eq=False)
class OnDay(Value):
    """What happened on a day, and nothing more is told of it."""

    on: When = field(converter=as_when)


@frozen(kw_only=True, repr=False, eq=False)
class OfConviction(OnDay):
    """What happened to a conviction on a day, and nothing more is told of it.

    Attributes:
        conviction: the id of the conviction; may be left out where there is only one.
    """

    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class ProbationExtended(Value):
    """The probation control of a conditional sentence was prolonged (Criminal Code 64(2)-(3)).

    Attributes:
        on: the day the order took effect.
        term: by how much, at most a year; added to the term of control.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "probation_extended"
    on: When = field(converter=as_when)
    term: TermAsKnown = field(validator=checks.term(Term(days=1), LONGEST_EXTENSION))
    conviction: str | None = field(default=None, validator=_conviction)


class SuspensionLifted(OfConviction):
    """For good conduct, a conditional sentence was cancelled and its record lifted (Criminal Code 64(1)).

    Attributes:
        on: the first day without control and record.
    """

    __slots__ = ()
    kind: ClassVar[str] = "suspension_lifted"


@frozen(kw_only=True, repr=False, eq=False)
class SuspensionRevoked(Value):
    """A conditional sentence was cancelled: the imprisonment is served after all (Criminal Code 64(3)-(5)).

    Attributes:
        on: the first day of the imprisonment.
        term: the imprisonment as the verdict imposed it, before any credit for custody; ``None``: as long as
            probation control was to be, unless the person was under 18 at the act.
        security: the regime, on which the credit for custody depends; ``None`` when not known.
        joined: the id of the conviction for a later crime whose punishment took up this one (Criminal Code 60).
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "suspension_revoked"
    on: When = field(converter=as_when)
    term: TermAsKnown | None = field(default=None, validator=_some_term)
    security: Security | None = field(default=None, validator=validators.optional(checks.one_of(Security)))
    joined: str | None = field(default=None, validator=_conviction)
    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class ParoleRevoked(Value):
    """Parole was cancelled: the rest unserved on release is served after all (Criminal Code 72(7)).

    Attributes:
        on: the first day of serving again.
        term: how long the rest is; ``None``: as much as was left on release, day for day.
        joined: the id of the conviction for a later crime whose punishment took up the rest (Criminal Code 60).
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "parole_revoked"
    on: When = field(converter=as_when)
    term: TermAsKnown | None = field(default=None, validator=_some_term)
    joined: str | None = field(default=None, validator=_conviction)
    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class DutiesLifted(Value):
    """Duties that a court laid on one restricted in freedom were cancelled (Criminal Procedure Code 476(9)).

    Attributes:
        on: the first day without them.
        duties: which of them; empty: all.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "duties_lifted"
    on: When = field(converter=as_when)
    duties: tuple[Duty, ...] = field(default=(), converter=_duties, validator=checks.all_of(Duty))
    conviction: str | None = field(default=None, validator=_conviction)
