"""Answers that are lists of findings: one norm after another, each with its citation, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen
from pendulum import Date

from kzrights.answers import Cited, MissingFact
from kzrights.explain import cite
from kzrights.law.findings import Finding
from kzrights.law.rules import Rule
from kzrights.law.world import World
from kzrights.moments import Moment
from kzrights.plain import amount, moment


@frozen(kw_only=True, repr=False, eq=False)
class Step(Cited):
    """One norm and what it makes of the case.

    Attributes:
        rule: the provision in its edition.
        finding: whether it applies, why, and what is missing.
        on: the day of which its edition is cited.
    """

    rule: Rule = field(repr=False)
    finding: Finding
    on: Date = field(repr=False)

    @property
    def says(self) -> str:
        """The norm in plain words."""
        return " ".join(self.rule.norm.split())

    @property
    def holds(self) -> bool | None:
        """Whether it applies; ``None`` where a fact that decides it is not known."""
        return self.finding.holds

    @property
    def because(self) -> str:
        """What follows from it here, in words."""
        return self.finding.because


def steps(world: World, topic: str, *asked: Any, on: Moment) -> list[Step]:
    """Return what each rule of a topic finds, in the editions of a day."""
    return [Step(rule=ruling.rule, finding=ruling.value, on=on.latest) for ruling in world.ask(topic, *asked, on=on)]


def distinct(facts: Iterable[MissingFact]) -> tuple[MissingFact, ...]:
    """Return each fact once, by its path."""
    return tuple(sorted(set(facts)))


def line(word: str, step: Step) -> str:
    """Return a finding in words, with its citation."""
    by = f" ({step.finding.by})" if step.finding.by else ""
    return f"  {word}: {step.because}{by}: {step.says}  {cite(step.rule, step.on)}"


def plain_step(step: Step) -> dict[str, Any]:
    """Return a finding as plain data."""
    found = step.finding
    return {
        "provision": step.provision,
        "edition": str(step.edition),
        "says": step.says,
        "because": found.because,
        "holds": found.holds,
        "facts": list(found.facts),
        "by": moment(found.by) if found.by else None,
        "amount": amount(found.amount),
        "confidence": str(step.rule.confidence),
        "address": step.rule.address,
    }


def plain_missing(facts: tuple[MissingFact, ...]) -> list[dict[str, str]]:
    """Return missing facts as plain data."""
    return [{"path": one.path, "says": one.says} for one in facts]
