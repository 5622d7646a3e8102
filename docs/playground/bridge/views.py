"""Answers as the page shows them: plain data whose texts need no more work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from pendulum import Date

import kzrights as kz
from kzrights import plain
from kzrights.calendar import ALWAYS, NEVER
from kzrights.comparison import Difference
from kzrights.explain_comparison import headline
from kzrights.moments import Moment
from kzrights.screen import cap_screen, span

Plain: TypeAlias = dict[str, Any]


def side(whole: kz.Timeline, day: Date, activity: str) -> Plain:
    """Return one side of the page: the picture of a day and, where one activity is asked for, its reasoning."""
    shown = whole.at(day)
    chosen = kz.Activity.named(activity) if activity else None
    return {
        "on": str(day),
        "statuses": [_status(one, day) for one in shown.statuses],
        "cap": list(cap_screen(shown.cap)) if shown.cap else [],
        "answers": {str(one.activity): _answer(one) for one in shown.answers},
        "chosen": shown[chosen].as_dict() | {"explained": shown[chosen].explain()} if chosen else None,
    }


def _status(one: kz.Status, day: Date) -> Plain:
    return {
        "label": one.kind.label,
        "span": span(one.from_, one.until),
        "provision": str(one.rule.provision),
        "because": one.because,
        "presumed": one.presumed,
        "perhaps": one.holds_on(day) is None,
    }


def _answer(one: kz.Answer) -> Plain:
    return {
        "permission": str(one.permission),
        "until": ends(one.until),
        "why": why(one),
        "contested": bool(one.contested),
        "practice": bool(one.practice),
        "missing": [plain.missing(each) for each in one.missing],
    }


def ends(until: Moment) -> str:
    """Return the first day on which an answer changes, in words; empty where nothing known ends it."""
    if until.exact:
        return "" if until.exact == NEVER else str(until.exact)
    return f"{until.earliest} or later" if until.latest == NEVER else f"{until.earliest} to {until.latest}"


def why(answer: kz.Answer) -> str:
    """Return in a line what decides: what is not known, what must be observed, or the provision."""
    if answer.missing:
        return "not known: " + "; ".join(dict.fromkeys(one.says for one in answer.missing))
    if answer.conditions:
        return "; ".join(one.says for one in answer.conditions)
    return answer.reasons[0].provision if answer.reasons else ""


def timeline(whole: kz.Timeline) -> Plain:
    """Return every status and every activity that is not always allowed, with their days."""
    return {
        "statuses": [_bar(one) for one in whole.statuses],
        "activities": {str(one): list(_stretches(whole, one)) for one in kz.Activity},
    }


def _bar(one: kz.Status) -> Plain:
    ends = (one.from_.earliest, one.from_.latest, one.until.earliest, one.until.latest)
    return {"label": one.kind.label, "days": [plain.day(day) for day in ends], "span": span(one.from_, one.until)}


def _stretches(whole: kz.Timeline, activity: kz.Activity) -> Iterator[Plain]:
    for one in whole.spans(activity):
        days = span(Moment.on(one.span.start), Moment.on(one.span.end))
        yield plain.stretch(one) | {"span": days if one.span.end != NEVER or one.span.start != ALWAYS else "always"}


def difference(one: Difference) -> Plain:
    """Return days on which the what-if differs, with the rules that make it so."""
    rules = [f"{'no longer decides' if each.before else 'now decides'}: {each.provision}" for each in one.rules]
    return plain_difference(one) | {"says": headline(one), "rules": list(dict.fromkeys(rules))}


def plain_difference(one: Difference) -> Plain:
    """Return what differs and when."""
    return {
        "activity": str(one.activity),
        "before": str(one.before),
        "after": str(one.after),
        "freer": one.freer,
        **plain.span(one.span),
    }
