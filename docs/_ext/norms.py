"""Where each norm stands on the pages: acts, articles and rules, and how to link to them."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

from pendulum import Date

import kzrights as kz
from kzrights.calendar import NEVER
from kzrights.law import acts
from kzrights.law.rules import Confidence, Rule
from kzrights.law.sources import Act

from .text import link, plain

CLOCKS = {
    "act": "the law of the day of the act, a milder later law applied back",
    "event": "the law of the day of the event",
    "question": "the law in force on the day asked about",
}
_PACKAGE = Path(kz.__file__).parent.parent
_CODES = {value: name for name, value in vars(acts).items() if isinstance(value, Act)}


@functools.cache
def by_act() -> dict[Act, list[Rule]]:
    """Return the rules of the packaged law by the act they cite."""
    found: dict[Act, list[Rule]] = {}
    for rule in kz.LAW.rules:
        found.setdefault(rule.provision.act, []).append(rule)
    return found


@functools.cache
def series() -> dict[str, list[Rule]]:
    """Return the editions of each norm, oldest first."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(kz.LAW.rules, key=lambda rule: rule.since):
        found.setdefault(rule.series, []).append(rule)
    return found


def slug(act: Act) -> str:
    """Return what the page of an act is called."""
    return re.sub(r"[^a-z0-9]+", "-", act.name.lower()).strip("-")


def short(act: Act) -> str:
    """Return how lawyers cite an act: ``CC``, or the number, ``191-IV``."""
    code = _CODES.get(act, "")
    return code if code in ("CC", "CEC", "CPC") else act.number.rpartition("No ")[2]


def article(rule: Rule) -> str:
    """Return the number of the article a rule stands in, or its words where it has no number."""
    found = re.match(r"\d+", rule.provision.article)
    return found[0] if found else rule.provision.article


def order(rule: Rule) -> tuple[tuple[int, ...], str]:
    """Return the place of a rule in its act."""
    return tuple(map(int, re.findall(r"\d+", rule.provision.article))) or (10**6,), str(rule.since)


def rule_ref(rule: Rule, says: str = "") -> str:
    """Return a link to the entry of a rule."""
    return f"{{ref}}`{says or str(rule.provision)} <rule-{rule.name}>`"


def act_ref(act: Act) -> str:
    """Return a link to the page of an act."""
    return f"{{doc}}`{act.name} </acts/{slug(act)}>`"


def stands(rule: Rule) -> str:
    """Return the days on which an edition stands."""
    return f"since {day(rule.since)}" if rule.until == NEVER else f"{day(rule.since)} to {day(rule.span.last_day)}"


def day(date: Date | None) -> str:
    """Return a day that no line breaks."""
    return f"[{date}]{{.day}}"


def how_read(rule: Rule) -> str:
    """Return how a rule was read, and to which day it was verified."""
    words = {Confidence.SEEN: "in the text", Confidence.SECONDARY: "in a secondary source"}
    how = words.get(rule.confidence, "inferred")
    return f"{how}, verified on {rule.verified}" + (f" ({plain(rule.source)})" if rule.source else "")


def official(act: Act) -> str:
    """Return a link to the act in the state database."""
    return link(act.address(), act.address())


def place_of(rule: Rule) -> tuple[str, int]:
    """Return the file of a rule, from the root of the packages, and the line at which it begins."""
    code = plain_function(rule.function).__code__
    return Path(code.co_filename).relative_to(_PACKAGE).as_posix(), code.co_firstlineno


def source_ref(rule: Rule) -> str:
    """Return a link to the code of a rule."""
    file, line = place_of(rule)
    return f"{{source}}`{rule.name} <src/{file}:{line}>`"


def plain_function(function: Callable[..., Any]) -> FunctionType:
    """Return the function a rule was made of, whatever it was wrapped in."""
    while not isinstance(function, FunctionType):
        function = function.func if hasattr(function, "func") else function.__wrapped__  # type: ignore[attr-defined]
    unwrapped = inspect.unwrap(function)
    assert isinstance(unwrapped, FunctionType)
    return unwrapped
