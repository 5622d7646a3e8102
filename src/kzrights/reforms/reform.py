"""What a reform is: a named change of the law, with who proposes it and where, which may begin on a day."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.calendar import as_date
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import CODE, Confidence
from kzrights.law.sources import VERIFIED, Act
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from kzrights.law.rules import Rule

Change: TypeAlias = Callable[[Law], Law]
"""A change of law."""

ChangeFrom: TypeAlias = Callable[[Law, Date], Law]
"""A change of law that has to know its first day, because it ends something on that day."""


def _nothing(law: Law) -> Law:
    return law


@frozen(kw_only=True, repr=False, eq=False)
class Reform(Value):
    """A change of the law that somebody proposes; called with a law, it returns the law it would make of it.

    The rules it adds or replaces cite the reform, and answers it changes name it.

    Attributes:
        name: its id, such as ``list_ends_with_release``.
        says: what it changes, in a sentence.
        proposer: who proposes it, and when.
        source: where; an address.
        ids: the proposals it models, by their number in the collection of proposals.
        variant: in what it goes beyond, or stays behind, the words of the proposal.
        change: from law to law.
        change_from: the same, for one that has to know its first day; takes the place of ``change``.
        since: its first day; ``None`` where the law is taken always to have been so.
    """

    name: str
    says: str = field(repr=False)
    proposer: str
    source: str = field(repr=False)
    ids: tuple[str, ...] = field(default=(), repr=False)
    variant: str = field(default="", repr=False)
    change: Change = field(default=_nothing, repr=False)
    change_from: ChangeFrom | None = field(default=None, repr=False)
    since: Date | None = None

    def on(self, day: Date) -> Reform:
        """Return the reform as it takes effect on ``day``: no answer for an earlier day is another.

        Raises:
            DateError: when ``day`` is not a day.
        """
        return evolve(self, since=as_date(day, "since"))

    def __call__(self, law: Law | None = None) -> Law:
        """Return the law it makes of ``law``, of the law as modelled by default."""
        before = evolve(law or packaged_law(), reforms=())
        after = before.changed(self._changed, since=self.since)
        reforms = law.reforms if law else ()
        return evolve(after, reforms=(*reforms, Reformed(reform=self, before=before, after=after)))

    def __str__(self) -> str:
        return f"{self.name}@{self.since}" if self.since else self.name

    @property
    def act(self) -> Act:
        """What its rules cite."""
        name = f"Reform {self.name} proposed by {self.proposer}"
        return Act(name=name, number="proposed, not law", russian="", code=None, newest=VERIFIED, url=self.source)

    def _changed(self, law: Law) -> Law:
        after = self.change_from(law, self.since or CODE) if self.change_from else self.change(law)
        known = set(map(id, law.rules))
        return evolve(after, rules=tuple(rule if id(rule) in known else self._cited(rule) for rule in after.rules))

    def _cited(self, rule: Rule) -> Rule:
        """Return a rule that the reform brings as one that cites it."""
        return rule.evolve(
            provision=self.act / f"in {rule.provision}",
            restated=(self.since,) if self.since else (),
            amended_by="",
            confidence=Confidence.SEEN,
            source="",
        )


@frozen(kw_only=True, repr=False, eq=False)
class Reformed(Shown):
    """A reform that a law went through, with the law before and after, to see which answers it changes."""

    reform: Reform
    before: Law = field(repr=False)
    after: Law = field(repr=False)

    def changed(self, change: Change, since: Date | None) -> Reformed:
        """Return the same step after a further change of both."""
        return evolve(self, before=self.before.changed(change, since), after=self.after.changed(change, since))


# --- Short ways to say what changes


def lifted(law: Law, *names: str) -> Law:
    """Return a law without the rules named, as far as it has them: another reform may have lifted them before."""
    return law.without(*(rule for rule in law.rules if rule.name in names))


def reworded(law: Law, name: str, function: Callable[..., Any] | None = None, **changes: Any) -> Law:
    """Return a law in which the rule called ``name`` says what ``function`` says; the same law if it has none."""
    norm = {"function": function, "norm": cleandoc(function.__doc__ or "")} if function else {}
    return law.amend(*(rule.evolve(**norm, **changes) for rule in law.rules if rule.name == name))
