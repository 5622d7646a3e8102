"""Answers as the page shows them: plain data whose texts need no more work, in one of the languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from pendulum import Date

import kzrights as kz
from kzrights import plain
from kzrights.calendar import NEVER
from kzrights.comparison import Difference
from kzrights.explain import fact, provision
from kzrights.explain_cap import lines
from kzrights.languages import Words
from kzrights.moments import Moment
from kzrights.screen import span

Plain: TypeAlias = dict[str, Any]


def side(whole: kz.Timeline, day: Date, activity: str, words: Words) -> Plain:
    """Return one side of the page: the picture of a day and, where one activity is asked for, its reasoning."""
    shown = whole.at(day)
    chosen = kz.Activity.named(activity) if activity else None
    return {
        "on": str(day),
        "statuses": [_status(one, day, words) for one in shown.statuses],
        "cap": list(lines(shown.cap, words)) if shown.cap else [],
        "listed": any(one.kind is kz.StatusKind.LISTED for one in shown.statuses),
        "warnings": _shared(one.warnings for one in shown.answers),
        "answers": {str(one.activity): _answer(one, words) for one in shown.answers},
        "chosen": _whole(shown[chosen], words) if chosen else None,
    }


def _shared(lists: Iterable[Iterable[str]]) -> list[str]:
    """Return what is in every one of the lists."""
    first, *rest = map(list, lists)
    return [one for one in first if all(one in other for other in rest)]


def _status(one: kz.Status, day: Date, words: Words) -> Plain:
    return {
        "label": words.label(one.kind),
        "span": span(one.from_, one.until, words=words),
        "provision": provision(one.rule.provision, words),
        "presumed": one.presumed,
        "perhaps": one.holds_on(day) is None,
    }


def _answer(one: kz.Answer, words: Words) -> Plain:
    return {
        "permission": str(one.permission),
        "until": _until(one.until, words),
        "why": why(one, words),
        "contested": bool(one.contested),
        "practice": bool(one.practice),
    }


def _whole(one: kz.Answer, words: Words) -> Plain:
    reasons = [plain.reason(each) | _cited(each, words) for each in one.reasons]
    missing = [plain.missing(each) | {"says": fact(each.path, each.says, words)} for each in one.missing]
    told = {"reasons": reasons, "missing": missing, "until": _until(one.until, words)}
    return one.as_dict() | told | {"explained": one.explain(words.lang)}


def _cited(one: kz.Reason, words: Words) -> Plain:
    return {"provision": provision(one.rule.provision, words), "edition": words("edition", day=one.edition)}


def _until(until: Moment, words: Words) -> str:
    """Return until when, in words; empty where nothing known ends it."""
    return "" if until.exact == NEVER else words.when("table_until", until)


def why(answer: kz.Answer, words: Words) -> str:
    """Return in a line what decides: what is not known, what must be observed, or the provision."""
    if answer.missing:
        return words("not_known") + "; ".join(dict.fromkeys(fact(one.path, one.says, words) for one in answer.missing))
    if answer.conditions:
        return "; ".join(one.says for one in answer.conditions)
    return provision(answer.reasons[0].rule.provision, words) if answer.reasons else ""


def timeline(whole: kz.Timeline, words: Words) -> Plain:
    """Return every status and every activity, with their days."""
    return {
        "statuses": [_bar(one, words) for one in whole.statuses],
        "activities": {str(one): list(_stretches(whole, one, words)) for one in kz.Activity},
    }


def _bar(one: kz.Status, words: Words) -> Plain:
    ends = (one.from_.earliest, one.from_.latest, one.until.earliest, one.until.latest)
    days = [plain.day(day) for day in ends]
    return {"label": words.label(one.kind), "days": days, "span": span(one.from_, one.until, words=words)}


def _stretches(whole: kz.Timeline, activity: kz.Activity, words: Words) -> Iterator[Plain]:
    for one in whole.spans(activity):
        days = span(Moment.on(one.span.start), Moment.on(one.span.end), words=words)
        yield plain.stretch(one) | {"span": days}


def difference(one: Difference, words: Words) -> Plain:
    """Return days on which the what-if differs, with the rules that make it so."""
    start, end = Moment.on(one.span.start), Moment.on(one.span.end)
    return {
        "activity": str(one.activity),
        "before": str(one.before),
        "after": str(one.after),
        "span": span(start, end, words=words),
        "days": one.days,
        "freer": one.freer,
        "gone": _provisions(one, words, before=True),
        "come": _provisions(one, words, before=False),
    }


def _provisions(one: Difference, words: Words, *, before: bool) -> list[str]:
    found = (provision(each.rule.provision, words) for each in one.rules if each.before is before)
    return list(dict.fromkeys(found))
