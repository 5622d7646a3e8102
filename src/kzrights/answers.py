"""What the library answers: permission, until when, why, on what condition, and what is still unknown."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import NEVER
from kzrights.law.rules import Condition, Rule
from kzrights.moments import Moment
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import Status
from kzrights.value import Ordered, Value

if TYPE_CHECKING:
    from kzrights.reforms.reform import Reform

T = TypeVar("T")


class Permission(IntEnum):
    """Whether an activity is open, in rising order of strictness."""

    ALLOWED = 0
    CONDITIONAL = 1
    UNCLEAR = 2
    PROHIBITED = 3

    def __str__(self) -> str:
        return self.name.lower()


class Cited(Value):
    """What rests on a rule and is cited in the edition of a day."""

    __slots__ = ()

    rule: Rule
    on: Date

    @property
    def provision(self) -> str:
        """The citation."""
        return str(self.rule.provision)

    @property
    def edition(self) -> Date:
        """The first day of the edition in force on the day."""
        return self.rule.edition_on(self.on)


@frozen(kw_only=True, repr=False, eq=False)
class Reason(Cited):
    """One rule that bears on an answer.

    Attributes:
        rule: the provision in its edition.
        status: the legal state on which it rests.
        permission: what it makes of the activity by itself.
        certain: whether it surely applies on the day.
        on: a day by which the edition is cited; on the day asked of the same edition stands.
        lapsed_since: the day from which its ground is gone though it still binds; ``None`` otherwise.
    """

    rule: Rule = field(repr=False)
    status: Status
    permission: Permission
    certain: bool
    period_until: Moment = field(repr=False)
    lapsed_since: Moment | None = None
    on: Date = field(default=NEVER, repr=False, eq=False)

    @property
    def says(self) -> str:
        """The norm in plain words."""
        return self.rule.norm

    @property
    def until(self) -> Moment:
        """The first day on which the status no longer holds on its ground."""
        return self.period_until


@frozen(kw_only=True, repr=False, eq=False)
class MissingFact(Ordered):
    """A fact that would help to settle an answer: where it belongs in the case file, and what it is."""

    path: str
    says: str

    def __str__(self) -> str:
        return f"{self.path}: {self.says}"


@frozen(kw_only=True, repr=False, eq=False)
class Contested(Value):
    """A reading of the law under which the answer would be another."""

    reading: str
    taken: str
    other: str
    permission: Permission
    says: str


Contest: TypeAlias = Callable[[Date], Iterable[Contested]]
"""Works out the contested readings of a day when they are asked for."""


def _uncontested(_: Date) -> tuple[Contested, ...]:
    return ()


@frozen(kw_only=True, repr=False, eq=False)
class Practice(Value):
    """What is reported to happen, beyond the text of the law."""

    says: str
    source: str


@frozen(kw_only=True, repr=False, eq=False, slots=False)
class Answer(Value):
    """The answer to "may this person do this on that day?".

    Attributes:
        activity: what was asked.
        on: the day.
        permission: the strictest rule that applies; ``UNCLEAR`` where what is missing could change it.
        until: the first day on which the answer changes; its ``latest`` is ``NEVER`` where nothing known
            ends it.
        reasons: the rules that bear on it, the decisive first.
        conditions: what must be observed where the permission is ``CONDITIONAL``.
        missing: facts that would settle an unclear answer.
        practice: what is reported to happen, beyond the text.
        outcomes: the permissions that are possible, given what is not known.
        exact: whether each of these is possible; otherwise they are a safe bound, and one too many may be among them.
        warnings: where the day lies outside what was read, or the law set is thin.
        considered: every rule of the law set that may restrict the activity, in all editions.
        reforms: the reforms of the law that change it, each on top of those applied before.
    """

    activity: Activity
    on: Date
    permission: Permission
    until: Moment
    reasons: tuple[Reason, ...] = ()
    conditions: tuple[Condition, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    practice: tuple[Practice, ...] = ()
    outcomes: tuple[Permission, ...] = ()
    exact: bool = True
    warnings: tuple[str, ...] = ()
    considered: tuple[Rule, ...] = field(default=(), repr=False)
    reforms: tuple[Reform, ...] = ()
    _contest: Contest = field(default=_uncontested, alias="contest", repr=False, eq=False)

    @functools.cached_property
    def contested(self) -> tuple[Contested, ...]:
        """Readings of the law under which it would be another; worked out when asked for."""
        return tuple(self._contest(self.on))

    def dated(self, on: Date) -> Answer:
        """Return the same answer for another day, on which nothing else of it differs."""
        told = vars(self).copy()
        told["on"] = on
        told.pop("contested", None)
        return _of(Answer, told)

    def explain(self, lang: str = "en") -> str:
        """Return the why-tree in words, with a citation on every line.

        Args:
            lang: ``en``, ``ru`` or ``kk``; norms and grounds stay in English, and the explanation says so.

        Raises:
            UnknownName: when there are no words in that language.
        """
        from kzrights.explain import explain

        return explain(self, lang)

    def as_dict(self) -> dict[str, Any]:
        """Return the answer as the plain data that ``kzrights can --json`` prints."""
        from kzrights.plain import answer

        return answer(self)


@frozen(kw_only=True, repr=False, eq=False, slots=False)
class Cap(Value):
    """How much of their wages a listed person may use in a month.

    Attributes:
        on: the day.
        capped: whether a cap applies; ``None`` when it is not known whether the person is listed.
        month: the first day of the calendar month the cap is for.
        per_member: the amount for each family member, in tenge a month; ``None`` when no cap applies.
        members: how many count, at least and at most; the upper bound is ``None`` when nothing bounds it.
        amount: the cap, exact or within bounds.
        basis: the parameter it is reckoned by; ``None`` when nothing may be withdrawn.
        rule: the provision in its edition.
        uncapped: activities open without a cap.
        missing: facts that would settle it.
        contested: readings under which it would be another, in words.
        reforms: the reforms of the law that change it, each on top of those applied before.
    """

    on: Date
    capped: bool | None
    month: Date | None = None
    per_member: Tenge | None = None
    members: tuple[int, int | None] | None = None
    amount: Tenge | TengeRange | None = None
    basis: str | None = None
    rule: Rule | None = field(default=None, repr=False)
    uncapped: tuple[Activity, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    contested: tuple[str, ...] = ()
    reforms: tuple[Reform, ...] = ()

    @property
    def provision(self) -> str | None:
        """The citation."""
        return str(self.rule.provision) if self.rule else None

    def dated(self, on: Date) -> Cap:
        """Return the same cap for another day, on which nothing else of it but the month differs."""
        told = vars(self).copy()
        told.update(on=on, month=self.month and Date(on.year, on.month, 1))
        return _of(Cap, told)

    def explain(self, lang: str = "en") -> str:
        """Return the cap in words.

        Args:
            lang: ``en``, ``ru`` or ``kk``.

        Raises:
            UnknownName: when there are no words in that language.
        """
        from kzrights.explain_cap import explain

        return explain(self, lang)

    def as_dict(self) -> dict[str, Any]:
        """Return the cap as the plain data that ``kzrights cap --json`` prints."""
        from kzrights.plain import cap

        return cap(self)


def _of(kind: type[T], told: dict[str, Any]) -> T:
    """Return what is made of such fields.

    A tenth of the time of ``attrs.evolve``: a question asked again is little else.
    """
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", told)
    return made
