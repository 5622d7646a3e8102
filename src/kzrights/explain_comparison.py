"""A comparison in words: what differs, from when until when, and which rules make it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kzrights.answers import Permission
from kzrights.explain import begins, ends
from kzrights.moments import Moment

if TYPE_CHECKING:
    from kzrights.comparison import Cause, Comparison, Difference, Effect
    from kzrights.totals import Totals
    from kzrights.withheld import Withheld


def explain(whole: Comparison) -> str:
    """Return a comparison in words, with a citation for every difference."""
    return "\n\n".join("\n".join(_effect(one, whole.totals)) for one in whole.effects) or "\n".join(alone(whole.totals))


def _effect(one: Effect, as_it_is: Totals) -> Iterator[str]:
    if not one.differences:
        yield f"{one.name}: no permission differs from the case as it is"
    else:
        yield f"{one.name}, against the case as it is:"
    for difference in one.differences:
        yield f"├─ {headline(difference)}"
        yield from (f"│  {line}" for line in causes(difference.rules))
    yield from (f"└─ {line}" if at == 0 else f"   {line}" for at, line in enumerate(balance(as_it_is, one.totals)))


def headline(one: Difference) -> str:
    """Return a difference on one line."""
    span = f"{begins(Moment.on(one.span.start))}{ends(Moment.on(one.span.end))}"
    return f"{one.activity.label} {span}: {one.before.name} becomes {one.after.name}{counted(one)}"


def counted(one: Difference) -> str:
    """Return how many days a difference gains or loses; empty where they have no known end."""
    return "" if one.days is None else f", {days(one.days)} {'gained' if one.freer else 'lost'}"


def days(number: int) -> str:
    """Return a number of days in words."""
    return f"{number:,} day{'' if number == 1 else 's'}"


def causes(rules: Iterable[Cause]) -> Iterator[str]:
    """Yield the rules of a difference: those that no longer decide, then those that decide instead."""
    for one in rules:
        which = "no longer decides" if one.before else "now decides"
        perhaps = "" if one.certain else ", perhaps"
        yield f"{which}{perhaps}: {one.permission.name} by {one.provision}, edition of {one.edition}  ({one.name})"


def alone(totals: Totals) -> Iterator[str]:
    """Yield the totals of a case that is compared with nothing."""
    counts = (f"{permission} {totals.days(permission):,}" for permission in reversed(Permission) if permission)
    yield f"days of rights{_over(totals)}: {', '.join(counts)}"
    if totals.withheld:
        yield f"withheld by the cap from {totals.withheld.wage} a month: {kept(totals.withheld)}"


def balance(before: Totals, after: Totals) -> Iterator[str]:
    """Yield the totals of the case as it is, then those of the scenario."""
    counts = (
        f"{permission} {before.days(permission):,} → {after.days(permission):,}"
        for permission in reversed(Permission)
        if permission
    )
    yield f"days of rights{_over(before)}: {', '.join(counts)}"
    if before.withheld and after.withheld:
        both = f"{kept(before.withheld)} → {kept(after.withheld)}"
        yield f"withheld by the cap from {before.withheld.wage} a month: {both}"


def _over(totals: Totals) -> str:
    return f" from {totals.window.start} until {totals.window.end}"


def kept(one: Withheld) -> str:
    """Return what the cap withholds, in how many months, and which months are not in it."""
    parts = [f"{one.capped} months"]
    parts += [f"{one.perhaps} perhaps capped"] if one.perhaps else []
    parts += [f"without {one.unknown} whose cap is not known"] if one.unknown else []
    return f"{one.amount()} ({', '.join(parts)})"
