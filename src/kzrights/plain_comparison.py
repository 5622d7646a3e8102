"""Comparisons and totals as plain data, ready for JSON: the shapes that ``--json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzrights.answers import Permission
from kzrights.plain import Plain, amount, span

if TYPE_CHECKING:
    from kzrights.comparison import Cause, Comparison, Difference, Effect
    from kzrights.totals import Totals
    from kzrights.withheld import Month, Withheld


def comparison(whole: Comparison) -> Plain:
    """Return a comparison as ``kzrights compare --json`` prints it."""
    return {
        "window": span(whole.window),
        "as_it_is": totals(whole.totals),
        "scenarios": [effect(one) for one in whole.effects],
    }


def effect(one: Effect) -> Plain:
    """Return what a scenario makes of a case, its differences by activity."""
    from kzrights.changes import says

    activities: dict[str, list[Plain]] = {}
    for each in one.differences:
        activities.setdefault(str(each.activity), []).append(difference(each))
    return {
        "name": one.name,
        "changes": [says(change) for change in one.scenario.changes],
        "differences": activities,
        "totals": totals(one.totals),
    }


def difference(one: Difference) -> Plain:
    """Return days on which a permission differs; ``days`` is ``null`` where they have no known end."""
    return {
        **span(one.span),
        "days": one.days,
        "before": str(one.before),
        "after": str(one.after),
        "rules": [cause(each) for each in one.rules],
    }


def cause(one: Cause) -> Plain:
    """Return a rule that decides on one side only: ``before`` in the case as it is, ``after`` in the scenario."""
    return {
        "decides": "before" if one.before else "after",
        "rule": one.name,
        "provision": one.provision,
        "edition": str(one.edition),
        "permission": str(one.permission),
        "certain": one.certain,
        "address": one.rule.address,
    }


def totals(one: Totals) -> Plain:
    """Return the days of each right by calendar year, and what the cap withholds."""
    days: dict[str, Plain] = {}
    for year in one.years:
        counts = {str(permission): year.days(permission) for permission in reversed(Permission) if permission}
        days.setdefault(str(year.activity), {})[str(year.year)] = counts
    return {
        "days": {str(permission): one.days(permission) for permission in reversed(Permission) if permission},
        "activities": days,
        "withheld": withheld(one.withheld) if one.withheld else None,
    }


def withheld(one: Withheld) -> Plain:
    """Return what the cap keeps from a monthly wage, in all and by month, in tenge."""
    return {
        "wage": one.wage.amount,
        "amount": amount(one.amount()),
        "months": one.capped,
        "months_perhaps": one.perhaps,
        "months_unknown": one.unknown,
        "by_month": [_month(month) for month in one.months],
    }


def _month(one: Month) -> Plain:
    return {"month": str(one.month)[:7], "certain": one.certain, "amount": amount(one.amount)}
