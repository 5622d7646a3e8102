"""What happened after a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, TypeAlias

from attrs import evolve, field, frozen, validators

from kzrights.activities import Activity
from kzrights.calendar import Term
from kzrights.facts import checks
from kzrights.facts.conviction import ARTICLE, Offence
from kzrights.facts.days import When, as_when
from kzrights.facts.execution import (
    DutiesLifted,
    OfConviction,
    OnDay,
    ParoleRevoked,
    ProbationExtended,
    SuspensionLifted,
    SuspensionRevoked,
)
from kzrights.facts.punishments import LONGEST_IMPRISONMENT, TermAsKnown, duties_as_known
from kzrights.facts.vocabulary import (
    Clarified,
    Duty,
    HouseArrestBecame,
    Outcome,
    ReleaseGround,
    Relief,
    Remainder,
)
from kzrights.value import Value

_conviction = validators.optional(checks.identifier())
_some_term = checks.term(Term(days=1), LONGEST_IMPRISONMENT)


def _reliefs(value: Iterable[Relief]) -> tuple[Relief, ...]:
    return tuple(value)


def _activities(value: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(value)


AMNESTIES: Final = (2011, 2016, 2021, 2022, 2025, 2026)


def _amnesty_act(_: object, __: object, value: int) -> None:
    if value not in AMNESTIES or isinstance(value, bool):
        raise ValueError(
            f"act: expected the year of an amnesty, one of {', '.join(map(str, AMNESTIES))}, got {value!r}"
        )


@frozen(kw_only=True, repr=False, eq=False)
class Release(Value):
    """Release from imprisonment, or from restriction of freedom before its term.

    Attributes:
        on: the day of release.
        ground: why.
        conviction: the id of the conviction; may be left out where there is only one.
        remainder_as: what took the place of the rest, when replaced by a milder punishment.
        term: how long the rest is: of the replacing punishment, or of control after parole.
        duties: what the court or the police ordered for that time; ``None`` when not known.
    """

    kind: ClassVar[str] = "release"
    on: When = field(converter=as_when)
    ground: ReleaseGround = field(validator=checks.one_of(ReleaseGround))
    conviction: str | None = field(default=None, validator=_conviction)
    remainder_as: Remainder | None = field(default=None, validator=validators.optional(checks.one_of(Remainder)))
    term: TermAsKnown | None = field(default=None, validator=validators.optional(_some_term))
    duties: tuple[Duty, ...] | None = field(
        default=None,
        converter=duties_as_known,
        validator=validators.optional(checks.all_of(Duty)),
    )


@frozen(kw_only=True, repr=False, eq=False)
class Supervision(Value):
    """Administrative supervision set by a court.

    Attributes:
        on: the first day.
        term: how long.
        restrictions: what the court ordered.
    """

    kind: ClassVar[str] = "supervision"
    on: When = field(converter=as_when)
    term: TermAsKnown = field(validator=_some_term)
    restrictions: tuple[Duty, ...] | None = field(
        default=None,
        converter=duties_as_known,
        validator=validators.optional(checks.all_of(Duty)),
    )


@frozen(kw_only=True, repr=False, eq=False)
class SupervisionExtended(Value):
    """Administrative supervision prolonged.

    Attributes:
        on: the day of the court's order.
        term: by how much, counted from the end of the supervision so far.
    """

    kind: ClassVar[str] = "supervision_extended"
    on: When = field(converter=as_when)
    term: TermAsKnown = field(validator=_some_term)


class SupervisionEnded(OnDay):
    """Administrative supervision ended before its term.

    Attributes:
        on: the first day without it.
    """

    __slots__ = ()
    kind: ClassVar[str] = "supervision_ended"


class RecordLifted(OfConviction):
    """A court lifted the criminal record (Criminal Code 79(7)).

    Attributes:
        on: the first day without it.
    """

    __slots__ = ()
    kind: ClassVar[str] = "record_lifted"


class BanLifted(OfConviction):
    """A court freed the person from what was left of a ban (Criminal Code 72(1), 73(1)).

    Attributes:
        on: the first day without it.
    """

    __slots__ = ()
    kind: ClassVar[str] = "ban_lifted"


@frozen(kw_only=True, repr=False, eq=False)
class Amnesty(Value):
    """An amnesty was applied.

    Attributes:
        on: the day of the decision that applied it.
        act: the year of the amnesty.
        gave: what it ended; empty where that is not known: what its act gives to everybody, the rest is open.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "amnesty"
    on: When = field(converter=as_when)
    act: int = field(validator=_amnesty_act)
    gave: tuple[Relief, ...] = field(default=(), converter=_reliefs, validator=checks.all_of(Relief))
    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class Pardon(Value):
    """The President pardoned the person (Criminal Code 78(3)-(4)).

    Attributes:
        on: the day it took effect.
        gave: what it ended.
        record_cleared: whether it lifted the criminal record.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "pardon"
    on: When = field(converter=as_when)
    gave: tuple[Relief, ...] = field(default=(), converter=_reliefs, validator=checks.all_of(Relief))
    record_cleared: bool = field(default=False, validator=checks.flag)
    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class Quashed(Value):
    """A higher court quashed the verdict.

    Attributes:
        on: the day its decision took effect.
        outcome: what became of the case.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "quashed"
    on: When = field(converter=as_when)
    outcome: Outcome = field(validator=checks.one_of(Outcome))
    conviction: str | None = field(default=None, validator=_conviction)


@frozen(kw_only=True, repr=False, eq=False)
class Requalified(Value):
    """An offence was moved to another article.

    Attributes:
        on: the day the decision took effect.
        article: the article as it was.
        to: the article it is now.
        max_imprisonment: the longest imprisonment in its sanction, in years, for an article outside the library's
            table; 0 where the sanction has none.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "requalified"
    on: When = field(converter=as_when)
    article: str = field(validator=checks.matches(ARTICLE, "174(2)"))
    to: str = field(validator=checks.matches(ARTICLE, "274(1)"))
    max_imprisonment: int | None = field(default=None, validator=validators.optional(checks.whole(0, 30, "years")))
    conviction: str | None = field(default=None, validator=_conviction)

    def moved(self, offence: Offence) -> Offence:
        """Return what the decision made of an offence: another one if it was under the article as it was."""
        if offence.article != self.article:
            return offence
        return evolve(offence, article=self.to, max_imprisonment=self.max_imprisonment)


@frozen(kw_only=True, repr=False, eq=False)
class Replaced(Value):
    """For evasion, the rest of a milder punishment became imprisonment (Criminal Code 44(3)).

    Attributes:
        on: the day the decision took effect.
        term: the imprisonment; ``None``: as much as was left, day for day.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "replaced"
    on: When = field(converter=as_when)
    term: TermAsKnown | None = field(default=None, validator=validators.optional(_some_term))
    conviction: str | None = field(default=None, validator=_conviction)


class CommunityServiceDone(OfConviction):
    """The hours of community service were worked.

    Attributes:
        on: the day the last was worked.
    """

    __slots__ = ()
    kind: ClassVar[str] = "community_service_done"


class FinePaid(OfConviction):
    """The fine was paid in full.

    Attributes:
        on: the day it was.
    """

    __slots__ = ()
    kind: ClassVar[str] = "fine_paid"


@frozen(kw_only=True, repr=False, eq=False)
class HouseArrestChanged(Value):
    """House arrest was replaced before the verdict was in force.

    Attributes:
        on: the first day of what replaced it.
        to: what replaced it.
    """

    kind: ClassVar[str] = "house_arrest_changed"
    on: When = field(converter=as_when)
    to: HouseArrestBecame = field(validator=checks.one_of(HouseArrestBecame))


class Death(OnDay):
    """The person died.

    Attributes:
        on: the day.
    """

    __slots__ = ()
    kind: ClassVar[str] = "death"


@frozen(kw_only=True, repr=False, eq=False)
class CourtClarification(Value):
    """A court was asked what a ban covers (Criminal Procedure Code 476(17)).

    Attributes:
        on: the day of its answer.
        activities: what it was asked about.
        said: what it answered.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "court_clarification"
    on: When = field(converter=as_when)
    activities: tuple[Activity, ...] = field(converter=_activities, validator=checks.all_of(Activity))
    said: Clarified = field(validator=checks.one_of(Clarified))
    conviction: str | None = field(default=None, validator=_conviction)


Event: TypeAlias = (
    Release
    | Supervision
    | SupervisionExtended
    | SupervisionEnded
    | RecordLifted
    | BanLifted
    | Amnesty
    | Pardon
    | Quashed
    | Requalified
    | Replaced
    | CommunityServiceDone
    | FinePaid
    | HouseArrestChanged
    | Death
    | CourtClarification
    | ProbationExtended
    | SuspensionLifted
    | SuspensionRevoked
    | ParoleRevoked
    | DutiesLifted
)
"""Anything that happened after a verdict."""
