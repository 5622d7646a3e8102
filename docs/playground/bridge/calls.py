"""The requests of the page; both sides are JSON."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any, Final

from pendulum import Date

import kzrights as kz
from kzrights.casefile.tree import parse
from kzrights.contradictions import contradictions
from kzrights.errors import CaseError, KzrightsError, Problem
from kzrights.languages import Words

from .editing import edited
from .shape import tree_of
from .views import Plain, difference, side, timeline


def call(name: str, request: str) -> str:
    """Answer one request; what is wrong with an input comes back as ``problems``, each with its path."""
    return json.dumps(_answered(_CALLS[name], json.loads(request)), ensure_ascii=False)


def _answered(function: Callable[..., Plain], given: Plain) -> Plain:
    try:
        return function(**given)
    except CaseError as error:
        return {"problems": [_problem(one) for one in error.problems]}
    except KzrightsError as error:
        return {"problems": [_problem(Problem("", str(error)))]}


def read(text: str, of: str = "") -> Plain:
    """Return the tree of a file as far as it can be read, and everything that is wrong with it.

    With ``of``, the text of a case, the file is one of changes of that case.
    """
    tree = tree_of(parse(text.encode("utf-8", "surrogatepass")).root)
    found = _answered(_changes, {"text": text, "of": of}) if of else _answered(_facts, {"text": text})
    return {"tree": tree, "warnings": [], "problems": [], **found}


def _facts(text: str) -> Plain:
    return {"warnings": list(contradictions(_case(text)))}


def _changes(text: str, of: str) -> Plain:
    if text.strip() != "changes: []" and _sound(of):
        kz.loads_changes(text, _case(of))
    return {}


def _sound(text: str) -> bool:
    try:
        return bool(_case(text))
    except CaseError:
        return False


def edit(text: str, path: str, value: Any = None, of: str = "") -> Plain:
    """Return the text with one value put at a path, or with what is there taken out where it is ``None``."""
    changed = edited(text, path, value)
    return {"text": changed, **_answered(read, {"text": changed, "of": of})}


def ask(
    text: str, on: str, activity: str = "", reform: str = "", since: str = "", changes: str = "", lang: str = "en"
) -> Plain:
    """Return the picture of a day, the timeline, the whole reasoning of one activity, and a what-if beside it."""
    case, day, words = _case(text), _day(on, "date"), Words(lang)
    other = _scenario(case, reform, since, changes)
    whole = kz.timeline(case)
    found = {"as_it_is": side(whole, day, activity, words), "timeline": timeline(whole, words)}
    if other is None:
        return found
    (effect,) = kz.compare(case, other).effects
    then = kz.timeline(effect.case, law=effect.law)
    return {
        **found,
        "what_if": {"name": effect.name, **side(then, day, activity, words)},
        "timeline_then": timeline(then, words),
        "differences": [difference(one, words) for one in effect.differences],
    }


def explain(text: str, on: str, activity: str, lang: str = "en") -> Plain:
    """Return the whole reasoning of one activity in words."""
    return {"explained": kz.can(_case(text), activity, on=_day(on, "date")).explain(lang)}


_CALLS: Final[dict[str, Callable[..., Plain]]] = {"read": read, "edit": edit, "ask": ask, "explain": explain}


@functools.lru_cache(maxsize=8)
def _case(text: str) -> kz.Case:
    return kz.loads(text)


def _day(text: str, name: str) -> Date:
    try:
        return kz.calendar.as_date(Date.fromisoformat(text), name)
    except ValueError:
        raise kz.errors.DateError(f"{name}: expected a day as YYYY-MM-DD, got {text!r}") from None


def _scenario(case: kz.Case, reform: str, since: str, changes: str) -> kz.Scenario | None:
    law = kz.reforms.named(reform) if reform else None
    if law and since:
        law = law.on(_day(since, "first day of the reform"))
    made = kz.loads_changes(changes, case) if changes else ()
    if not law:
        return kz.Scenario.of(made) if made else None
    return kz.Scenario(str(law) if not made else f"{law}; {kz.Scenario.of(made).name}", made, law)


def _problem(one: Problem) -> Plain:
    return {"path": one.path, "message": one.message, "line": one.line}
