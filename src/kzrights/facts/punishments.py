"""The punishments a verdict may impose (Criminal Code 40)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, TypeAlias

from attrs import field, frozen, validators

from kzrights.calendar import Term
from kzrights.facts import checks
from kzrights.facts.days import Unknown, When, as_optional_when
from kzrights.facts.vocabulary import Duty, Scope, Security
from kzrights.money import Tenge
from kzrights.value import Value

TermAsKnown: TypeAlias = Term | Unknown
"""A term, or ``UNKNOWN``: then anything the law allows for its kind."""

_DAY: Final = Term(days=1)
LONGEST_IMPRISONMENT: Final = Term(years=30)
"""Criminal Code 60(3): the most for several sentences together."""
LONGEST_RESTRICTION: Final = Term(years=7)
"""Criminal Code 44(1)."""
SHORTEST_BAN: Final = Term(years=1)
LONGEST_BAN: Final = Term(years=10)
"""Criminal Code 50(2), and 58(5) for several offences together."""
LONGEST_ARREST: Final = Term(days=90)
"""Criminal Code 45(2) as it stood until 2018; 50 days since."""

_duties = validators.optional(checks.all_of(Duty))


def duties_as_known(value: Iterable[Duty] | None) -> tuple[Duty, ...] | None:
    """Make a tuple of what a court ordered; ``None`` stays "not known"."""
    return None if value is None else tuple(value)


def _scope_as_known(value: Iterable[Scope] | None) -> tuple[Scope, ...] | None:
    return None if value is None else tuple(value)


@frozen(kw_only=True, repr=False, eq=False)
class Imprisonment(Value):
    """Deprivation of freedom for a term (Criminal Code 46).

    Attributes:
        term: as the verdict states it, before any credit for custody.
        security: the regime, on which the credit for custody depends; ``None`` when not known.
    """

    kind: ClassVar[str] = "imprisonment"
    term: TermAsKnown = field(validator=checks.term(_DAY, LONGEST_IMPRISONMENT))
    security: Security | None = field(default=None, validator=validators.optional(checks.one_of(Security)))


@frozen(kw_only=True, repr=False, eq=False)
class LifeImprisonment(Value):
    """Deprivation of freedom for life (Criminal Code 46(4)).

    Attributes:
        security: the regime.
    """

    kind: ClassVar[str] = "life_imprisonment"
    security: Security | None = field(default=None, validator=validators.optional(checks.one_of(Security)))


@frozen(kw_only=True, repr=False, eq=False)
class RestrictedFreedom(Value):
    """Restriction of freedom: probation control at home (Criminal Code 44).

    Attributes:
        term: as the verdict states it.
        accepted: the day the probation service accepted the verdict, from which the term runs
            (Criminal Executive Code 64); ``None`` when not known.
        duties: what the court ordered beside the duties set by law; ``None`` when not known.
    """

    kind: ClassVar[str] = "restricted_freedom"
    term: TermAsKnown = field(validator=checks.term(_DAY, LONGEST_RESTRICTION))
    accepted: When | None = field(default=None, converter=as_optional_when)
    duties: tuple[Duty, ...] | None = field(default=None, converter=duties_as_known, validator=_duties)


@frozen(kw_only=True, repr=False, eq=False)
class SuspendedImprisonment(Value):
    """A conditional sentence; its term is the time of probation control (Criminal Code 63).

    Attributes:
        term: of probation control.
        registered: the day of registration with the probation service, from which control runs
            (Criminal Executive Code 175); ``None`` when not known.
        duties: what the court ordered beside the duties set by law; ``None`` when not known.
    """

    kind: ClassVar[str] = "suspended_imprisonment"
    term: TermAsKnown = field(validator=checks.term(_DAY, LONGEST_IMPRISONMENT))
    registered: When | None = field(default=None, converter=as_optional_when)
    duties: tuple[Duty, ...] | None = field(default=None, converter=duties_as_known, validator=_duties)


@frozen(kw_only=True, repr=False, eq=False)
class CommunityService(Value):
    """Community service, in hours (Criminal Code 43).

    Attributes:
        hours: 1 to 1,200.
    """

    kind: ClassVar[str] = "community_service"
    hours: int = field(validator=checks.whole(1, 1200, "hours"))


@frozen(kw_only=True, repr=False, eq=False)
class CorrectiveWork(Value):
    """Corrective work: a share of earnings withheld until an amount is reached (Criminal Code 42).

    Attributes:
        amount: what is to be withheld in all; ``None`` when not known.
    """

    kind: ClassVar[str] = "corrective_work"
    amount: Tenge | None = field(default=None, validator=validators.optional(checks.one_of(Tenge)))


@frozen(kw_only=True, repr=False, eq=False)
class Fine(Value):
    """A fine (Criminal Code 41).

    Attributes:
        amount: ``None`` when not known.
        paid: the day it was paid in full; ``None`` when not known.
    """

    kind: ClassVar[str] = "fine"
    amount: Tenge | None = field(default=None, validator=validators.optional(checks.one_of(Tenge)))
    paid: When | None = field(default=None, converter=as_optional_when)


@frozen(kw_only=True, repr=False, eq=False)
class Arrest(Value):
    """Arrest as a punishment (Criminal Code 45).

    Attributes:
        term: in days.
    """

    kind: ClassVar[str] = "arrest"
    term: TermAsKnown = field(validator=checks.term(_DAY, LONGEST_ARREST))


@frozen(kw_only=True, repr=False, eq=False)
class ActivityBan(Value):
    """A ban on posts or on an activity, beside a main punishment (Criminal Code 50).

    Attributes:
        term: 1 to 10 years; ``UNKNOWN`` within these; ``None`` for a ban for life.
        life: whether it is for life.
        scope: what it covers, in the words of :class:`Scope`; ``None`` when not known.
        wording: how the verdict says it.
    """

    kind: ClassVar[str] = "activity_ban"
    term: TermAsKnown | None = field(
        default=None, validator=validators.optional(checks.term(SHORTEST_BAN, LONGEST_BAN))
    )
    life: bool = field(default=False, validator=checks.flag)
    scope: tuple[Scope, ...] | None = field(
        default=None, converter=_scope_as_known, validator=validators.optional(checks.all_of(Scope))
    )
    wording: str | None = field(default=None, repr=False, validator=validators.optional(checks.text))

    def __attrs_post_init__(self) -> None:
        if self.life == (self.term is not None):
            raise ValueError('term: expected either a term such as "3 years" or "life: true"')


@frozen(kw_only=True, repr=False, eq=False)
class Bare(Value):
    """A punishment of which nothing is told but that it was imposed."""


class LossOfRank(Bare):
    """Loss of a rank, title or award (Criminal Code 49)."""

    __slots__ = ()
    kind: ClassVar[str] = "loss_of_rank"


class LossOfCitizenship(Bare):
    """Loss of citizenship (Criminal Code 50-1)."""

    __slots__ = ()
    kind: ClassVar[str] = "loss_of_citizenship"


class Expulsion(Bare):
    """Expulsion of a foreigner (Criminal Code 51)."""

    __slots__ = ()
    kind: ClassVar[str] = "expulsion"


class Confiscation(Bare):
    """Confiscation of property (Criminal Code 48)."""

    __slots__ = ()
    kind: ClassVar[str] = "confiscation"


Punishment: TypeAlias = (
    Imprisonment
    | LifeImprisonment
    | RestrictedFreedom
    | SuspendedImprisonment
    | CommunityService
    | CorrectiveWork
    | Fine
    | Arrest
    | ActivityBan
    | LossOfRank
    | LossOfCitizenship
    | Expulsion
    | Confiscation
)
"""Any punishment; a verdict carries one or several."""
