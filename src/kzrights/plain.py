"""Objects as plain data, ready for JSON: the shapes that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from pendulum import Date

from kzrights.calendar import ALWAYS, NEVER, Span
from kzrights.moments import Moment
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import Status, StatusKind

if TYPE_CHECKING:
    from kzrights.activities import Activity
    from kzrights.answers import Answer, Cap, Contested, MissingFact, Practice, Reason
    from kzrights.law.parameters import Parameter
    from kzrights.law.rules import Condition
    from kzrights.reforms.reform import Reform
    from kzrights.timelines import Picture, Stretch, Timeline

Plain: TypeAlias = dict[str, Any]


def day(date: Date) -> str | None:
    """Return a day as text; ``None`` for the ends of time."""
    return None if date in (ALWAYS, NEVER) else str(date)


def moment(when: Moment) -> str | Plain | None:
    """Return a day as text, ``None`` where there is none, and both bounds where it is uncertain."""
    if when.exact:
        return day(when.exact)
    return {"earliest": day(when.earliest), "latest": day(when.latest)}


def amount(value: Tenge | TengeRange | None) -> int | Plain | None:
    """Return whole tenge, or the bounds of an uncertain amount."""
    if isinstance(value, TengeRange):
        at_most = value.at_most.amount if value.at_most else None
        return {"at_least": value.at_least.amount, "at_most": at_most}
    return value.amount if value else None


def answer(given: Answer) -> Plain:
    """Return an answer as ``kzrights can --json`` prints it."""
    return {
        "activity": str(given.activity),
        "on": str(given.on),
        "permission": str(given.permission),
        "until": moment(given.until),
        "reasons": [reason(one) for one in given.reasons],
        "conditions": [condition(one) for one in given.conditions],
        "missing": [missing(one) for one in given.missing],
        "contested": [contested(one) for one in given.contested],
        "practice": [practice(one) for one in given.practice],
        "outcomes": [str(one) for one in given.outcomes],
        "exact": given.exact,
        "warnings": list(given.warnings),
        "reforms": [reform(one) for one in given.reforms],
    }


def reform(one: Reform) -> Plain:
    """Return a reform that changes an answer."""
    return {
        "name": one.name,
        "since": str(one.since) if one.since else None,
        "says": one.says,
        "proposer": one.proposer,
        "source": one.source,
    }


def reason(why: Reason) -> Plain:
    """Return one rule that bears on an answer."""
    return {
        "status": str(why.status.kind),
        "from": moment(why.status.from_),
        "until": moment(why.until),
        "provision": why.provision,
        "edition": str(why.edition),
        "says": why.says,
        "permission": str(why.permission),
        "certain": why.certain,
        "presumed": why.status.presumed,
        "conviction": why.status.conviction,
        "lapsed_since": moment(why.lapsed_since) if why.lapsed_since else None,
        "confidence": str(why.rule.confidence),
        "address": why.rule.address,
    }


def condition(one: Condition) -> Plain:
    """Return what must be observed."""
    return {"kind": one.kind, "says": one.says}


def missing(one: MissingFact) -> Plain:
    """Return a fact that would help to settle an answer."""
    return {"path": one.path, "says": one.says}


def contested(one: Contested) -> Plain:
    """Return a reading under which the answer would be another."""
    return {
        "reading": one.reading,
        "taken": one.taken,
        "other": one.other,
        "permission": str(one.permission),
        "says": one.says,
    }


def practice(one: Practice) -> Plain:
    """Return what is reported beyond the text of the law."""
    return {"says": one.says, "source": one.source}


def cap(given: Cap) -> Plain:
    """Return the cap on wages as ``kzrights cap --json`` prints it."""
    if given.capped is False:
        return {"capped": False} | ({"reforms": [reform(one) for one in given.reforms]} if given.reforms else {})
    return {
        "on": str(given.on),
        "capped": given.capped,
        "month": str(given.month)[:7] if given.month else None,
        "per_member": amount(given.per_member),
        "members": _members(given.members),
        "amount": amount(given.amount),
        "basis": given.basis,
        "provision": given.provision,
        "edition": str(given.rule.edition) if given.rule else None,
        "uncapped": [str(activity) for activity in given.uncapped],
        "missing": [missing(one) for one in given.missing],
        "contested": list(given.contested),
        "reforms": [reform(one) for one in given.reforms],
    }


def _members(count: tuple[int, int | None] | None) -> int | Plain | None:
    if count is None:
        return None
    at_least, at_most = count
    return at_least if at_least == at_most else {"at_least": at_least, "at_most": at_most}


def status(one: Status) -> Plain:
    """Return a legal state; ``ground_until`` is when the ground of a listing ends, the list notwithstanding."""
    ends = one.traits.lawful_end
    return {
        "status": str(one.kind),
        "from": moment(one.from_),
        "until": moment(one.until),
        "presumed": one.presumed,
        "conviction": one.conviction,
        "provision": str(one.rule.provision),
        "edition": str(one.rule.edition),
        "because": one.because,
        "facts": list(one.facts),
        "ground_until": moment(ends) if ends else None,
    }


def picture(shown: Picture) -> Plain:
    """Return a whole situation as ``kzrights picture --json`` prints it."""
    listed = any(one.kind is StatusKind.LISTED for one in shown.statuses)
    return {
        "on": str(shown.on),
        "statuses": [status(one) for one in shown.statuses],
        "cap": cap(shown.cap) if shown.cap else None if listed else {"capped": False},
        "activities": [answer(one) for one in shown.answers],
    }


def span(days: Span) -> Plain:
    """Return a stretch of days; ``until`` is the first day after it."""
    return {"from": day(days.start), "until": day(days.end)}


def stretch(one: Stretch) -> Plain:
    """Return days on which an activity keeps one permission."""
    return span(one.span) | {"permission": str(one.permission), "lapsed": one.lapsed}


def timeline(whole: Timeline, activities: Iterable[Activity]) -> Plain:
    """Return statuses and answers for all dates as ``kzrights timeline --json`` prints them."""
    return {
        "statuses": [status(one) for one in whole.statuses],
        "activities": {str(one): [stretch(each) for each in whole.spans(one)] for one in activities},
    }


def parameters(rows: Iterable[Parameter]) -> list[Plain]:
    """Return dated values with their sources."""
    return [
        {
            "name": row.name,
            "value": row.value.amount,
            **span(row.span),
            "citation": row.citation,
            "url": row.url,
            "confidence": row.confidence,
            "alternative": amount(row.alternative),
            "reading": row.reading,
        }
        for row in rows
    ]
