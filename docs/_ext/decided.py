"""Which packaged cases a rule decides, and when: worked out once when the pages are built."""

from __future__ import annotations

import functools
from itertools import groupby

from attrs import frozen
from pendulum import Date

import kzrights as kz
from kzrights.calendar import EARLIEST, NEVER, Span
from kzrights.law.rules import Rule

from .norms import day


@frozen(kw_only=True)
class Decision:
    """Days on which one rule decides what a person may do."""

    slug: str
    rule: Rule
    activity: kz.Activity
    permission: kz.Permission
    span: Span


@functools.cache
def timeline(slug: str) -> kz.Timeline:
    """Return the timeline of a packaged case."""
    return kz.timeline(kz.example(slug))


@functools.cache
def decisions(slug: str) -> tuple[Decision, ...]:
    """Return what decides in a packaged case wherever something is not plainly allowed."""
    return tuple(one for activity in kz.Activity for one in _of(slug, activity))


def _of(slug: str, activity: kz.Activity) -> list[Decision]:
    found: list[Decision] = []
    for start, end in _edges(slug, activity):
        answer = timeline(slug).can(activity, on=start)
        if answer.permission is kz.Permission.ALLOWED or not answer.reasons:
            continue
        rule, span = answer.reasons[0].rule, Span(start, end)
        last = found[-1] if found else None
        if last and last.span.end == start and (last.rule, last.permission) == (rule, answer.permission):
            span = Span(found.pop().span.start, end)
        found.append(Decision(slug=slug, rule=rule, activity=activity, permission=answer.permission, span=span))
    return found


def _edges(slug: str, activity: kz.Activity) -> list[tuple[Date, Date]]:
    """Return the stretches of one permission, cut where a rule that bears on the activity has a new edition."""
    stretches = [one.span for one in timeline(slug).spans(activity)]
    editions = {rule.since for rule in kz.LAW.restricting(activity)}
    holds = {day for one in timeline(slug).statuses for day in (one.from_.latest, one.until.earliest)}
    edges: list[tuple[Date, Date]] = []
    for span in stretches:
        days = sorted({span.start, *(day for day in editions | holds if span.start < day < span.end)})
        days[0] = max(days[0], EARLIEST)
        edges += zip(days, [*days[1:], span.end], strict=True)
    return edges


@functools.cache
def by_rule() -> dict[str, list[Decision]]:
    """Return every decision by the name of its rule, the longest of a case first."""
    every = [one for slug in kz.slugs() for one in decisions(slug)]
    ordered = sorted(every, key=lambda one: (one.rule.name, one.slug, one.span.start))
    return {name: list(found) for name, found in groupby(ordered, key=lambda one: one.rule.name)}


@functools.cache
def statuses_by_rule() -> dict[str, list[tuple[str, kz.Status]]]:
    """Return the statuses of packaged cases by the names of the rules they rest on."""
    found: dict[str, list[tuple[str, kz.Status]]] = {}
    for slug in kz.slugs():
        for status in timeline(slug).statuses:
            for rule in dict.fromkeys(one.name for one in (status.rule, *status.also, *status.editions)):
                found.setdefault(rule, []).append((slug, status))
    return found


def days(span: Span) -> str:
    """Return a span as its first and last day."""
    return f"from {day(span.start)}" if span.end == NEVER else f"{day(span.start)} to {day(span.last_day)}"
