"""Changes of what a court decided when it convicted."""

from __future__ import annotations

from typing import Any, ClassVar, Final, TypeAlias

from attrs import evolve, field, frozen

from kzrights.calendar import EARLIEST, Term
from kzrights.changes.base import Change, optional_conviction
from kzrights.changes.drafts import Draft, concerned, is_of, with_conviction, with_offences, without_conviction
from kzrights.changes.paths import refuse
from kzrights.facts import (
    ActivityBan,
    Arrest,
    CommunityService,
    CommunityServiceDone,
    Conviction,
    CorrectiveWork,
    DutiesLifted,
    Fine,
    FinePaid,
    Imprisonment,
    LifeImprisonment,
    ParoleRevoked,
    ProbationExtended,
    Punishment,
    Release,
    Replaced,
    RestrictedFreedom,
    SuspendedImprisonment,
    SuspensionLifted,
    SuspensionRevoked,
    When,
    checks,
)
from kzrights.facts.conviction import ARTICLE
from kzrights.facts.days import as_when
from kzrights.facts.punishments import LONGEST_BAN, SHORTEST_BAN


@frozen(repr=False, eq=False)
class NotConvictedOf(Change):
    """The verdict would not hold one article.

    Where it held no other, there is no conviction, nor its events, nor the listings on its ground; a prosecution that
    ended in it ended in a way not known, and without any conviction there is no supervision. A listing that the case
    states stays as long as its conviction does.

    Attributes:
        article: as the verdict has it, such as ``"174(1)"``.
        conviction: the id of the conviction; may be left out where one alone has the article.
    """

    kind: ClassVar[str] = "not_convicted_of"
    turn: ClassVar[int] = 2
    article: str = field(validator=checks.matches(ARTICLE, "174(2)"))
    conviction: str | None = field(default=None, kw_only=True, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts without the article."""
        path = f"{self.kind}.{'article' if self.conviction is None else 'conviction'}"
        known = ", ".join(offence.article for one in facts.convictions for offence in one.offences)
        what = f"for article {self.article} (there are {known or 'none'})"
        one = concerned(facts, self.conviction, self._is_in, what, path)
        left = [offence for offence in one.offences if offence.article != self.article]
        return with_offences(facts, one, left) if left else without_conviction(facts, one)

    def _is_in(self, conviction: Conviction) -> bool:
        return any(offence.article == self.article for offence in conviction.offences)

    @property
    def says(self) -> str:
        """The change in words."""
        return f"not convicted of {self.article}" + (f" ({self.conviction})" if self.conviction else "")


MainPunishment: TypeAlias = (
    Imprisonment
    | LifeImprisonment
    | RestrictedFreedom
    | SuspendedImprisonment
    | CommunityService
    | CorrectiveWork
    | Fine
    | Arrest
)
"""A punishment that may stand alone in a verdict (Criminal Code 40(1))."""
_FREEDOM: Final = (Imprisonment, LifeImprisonment, RestrictedFreedom, SuspendedImprisonment, Arrest)
_MAIN: Final = (*_FREEDOM, CommunityService, CorrectiveWork, Fine)
_EXECUTION: Final = (
    Release,
    Replaced,
    ProbationExtended,
    SuspensionLifted,
    SuspensionRevoked,
    ParoleRevoked,
    DutiesLifted,
)
_FULFILLED: Final[dict[type, type]] = {CommunityService: CommunityServiceDone, Fine: FinePaid}


def _main(_: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, _MAIN):
        raise TypeError(f"{attribute.name}: expected a main punishment, got {type(value).__name__}")


@frozen(repr=False, eq=False, kw_only=True)
class SentenceReplaced(Change):
    """The court would have imposed another main punishment; those beside it stay.

    What became of the old one falls with it: release, revocation, payment. Give such events beside the change where
    they belong to the new one. Supervision, ordered by another court, stays.

    Attributes:
        by: the other punishment.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "sentence_replaced"
    turn: ClassVar[int] = 3
    by: MainPunishment = field(validator=_main)
    conviction: str | None = field(default=None, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with the other punishment."""
        one = concerned(facts, self.conviction, lambda _: True, "to be changed", f"{self.kind}.conviction")
        old = _main_of(one)
        beside = [punishment for punishment in one.punishments if punishment is not old]
        fallen = (*_EXECUTION, *(_FULFILLED[cls] for cls in _FULFILLED if isinstance(old, cls)))
        events = [event for event in facts.events if not (isinstance(event, fallen) and is_of(facts, event, one))]
        return evolve(with_conviction(facts, one, evolve(one, punishments=[self.by, *beside])), events=events)

    @property
    def says(self) -> str:
        """The change in words."""
        word, term = self.by.kind.replace("_", " "), getattr(self.by, "term", None)
        return f"sentence replaced by {word}" + (f" of {term}" if isinstance(term, Term) else "")


def _main_of(conviction: Conviction) -> Punishment | None:
    """Return the main punishment: what takes or restricts freedom comes before what may also stand beside it."""
    for kinds in (_FREEDOM, _MAIN):
        for one in conviction.punishments:
            if isinstance(one, kinds):
                return one
    return None


@frozen(repr=False, eq=False, kw_only=True)
class InForce(Change):
    """The verdict would have entered into force on another day.

    Attributes:
        on: the day.
        conviction: the id of the conviction; may be left out where there is only one.
    """

    kind: ClassVar[str] = "in_force"
    turn: ClassVar[int] = 5
    on: When = field(converter=as_when)
    conviction: str | None = field(default=None, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with the other day."""
        one = concerned(facts, self.conviction, lambda _: True, "to be changed", f"{self.kind}.conviction")
        return with_conviction(facts, one, evolve(one, in_force=self.on))


@frozen(repr=False, eq=False, kw_only=True)
class BanShortened(Change):
    """The ban on an activity would be shorter.

    Attributes:
        to: its term, 1 to 10 years, at most what it is; a ban for life becomes one for this term.
        conviction: the id of the conviction; may be left out where one alone has a ban.
    """

    kind: ClassVar[str] = "ban_shortened"
    turn: ClassVar[int] = 5
    to: Term = field(validator=checks.term(SHORTEST_BAN, LONGEST_BAN, may_be_unknown=False))
    conviction: str | None = field(default=None, validator=optional_conviction)

    def made(self, facts: Draft) -> Draft:
        """Return the facts with the shorter ban."""
        one = concerned(facts, self.conviction, _has_ban, "with a ban", f"{self.kind}.conviction")
        ban, *more = _bans(one)
        if more:
            refuse(f"{self.kind}.conviction", f"expected one ban in the verdict, got {len(more) + 1}; supply its term")
        if isinstance(ban.term, Term) and ban.term.after(EARLIEST) < self.to.after(EARLIEST):
            refuse(f"{self.kind}.to", f"expected at most the term of the ban, {ban.term}, got {self.to}")
        shorter = evolve(ban, term=self.to, life=False)
        punishments = [shorter if punishment is ban else punishment for punishment in one.punishments]
        return with_conviction(facts, one, evolve(one, punishments=punishments))

    @property
    def says(self) -> str:
        """The change in words."""
        return f"ban shortened to {self.to}" + (f" ({self.conviction})" if self.conviction else "")


def _has_ban(conviction: Conviction) -> bool:
    return bool(_bans(conviction))


def _bans(conviction: Conviction) -> list[ActivityBan]:
    return [one for one in conviction.punishments if isinstance(one, ActivityBan)]
