"""What to ask next, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzrights.explain import ENGLISH, fact, shout
from kzrights.languages import Words

if TYPE_CHECKING:
    from kzrights.asking import Asking, Possible, Question


def explain(asking: Asking, lang: str = "en") -> str:
    """Return what a question waits for, in words.

    Raises:
        UnknownName: when there are no words in that language.
    """
    return "\n".join(_lines(asking, Words(lang)))


def question(one: Question, words: Words = ENGLISH) -> str:
    """Return a fact to ask for, and how much it settles."""
    share = "" if one.settles is None else words("settles", percent=round(100 * one.settles))
    return f"{one.path}: {fact(one.path, one.says, words)}{share}"


def possible(one: Possible, words: Words = ENGLISH) -> str:
    """Return what the answer comes to, and when."""
    permission = shout(one.permission, words)
    if not one.given:
        return words("in_any_case" if one.whole else "remains_possible", permission=permission)
    facts = words("and").join(words("given", path=path, value=value) for path, value in one.given)
    return words("if" if one.whole else "for_instance_if", permission=permission, facts=facts)


def _lines(asking: Asking, words: Words) -> Iterator[str]:
    permission = shout(asking.permission, words)
    yield words("asked", activity=words.label(asking.activity), on=asking.on, permission=permission)
    if asking.least:
        yield words("ask_in_order" if len(asking.least) > 1 else "ask")
        yield from (f"  {at}. {question(one, words)}" for at, one in enumerate(asking.least, start=1))
    if not asking.enough:
        yield f"  {words('stays_open')}"
    if asking.others:
        yield words("waits_too" if asking.least else "waits")
        yield from (f"  - {question(one, words)}" for one in asking.others)
    yield words("comes_to")
    yield from (f"  - {possible(one, words)}" for one in asking.possible)
    if not asking.exact:
        yield words("safe_bound")
