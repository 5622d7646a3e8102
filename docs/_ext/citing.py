"""Which provisions a text cites, as tests and readings cite them: ``Criminal Code 79(3)(4), 79(5)``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

import kzrights as kz
from kzrights.law import acts
from kzrights.law.rules import Rule
from kzrights.law.sources import Act

_ARTICLE = re.compile(r"\d+(?:-\d+)?(?:\(\d+(?:-\d+)?\))+(?:-\(\d+(?:-\d+)?\))?")
_BARE = re.compile(r"\s*,?\s*(?:art\. )?(\d{1,3}(?:-\d+)?)\b(?!-?[IVX]|\()")
EXACT, NEAR, WIDE = 1, 2, 3


def nearest(cites: frozenset[tuple[Act, str]], rule: Rule) -> int | None:
    """Return how near citations come to the provision of a rule; ``None`` where none does."""
    found = (
        distance(cited, place)
        for act, cited in cites
        if act is rule.provision.act
        for place in places(rule.provision.article)
    )
    return min((one for one in found if one is not None), default=None)


def distance(cited: str, place: str) -> int | None:
    """Return how near a citation comes to a place: the same, inside it or around it, or only its article."""
    if cited == place:
        return EXACT
    if cited.startswith(f"{place}(") or (place.startswith(f"{cited}(") and "(" in cited):
        return NEAR
    return WIDE if place.startswith(f"{cited}(") else None


def places(article: str) -> tuple[str, ...]:
    """Return every provision that a citation names, ranges spelled out: ``62(3)-(4)`` is 62(3) and 62(4)."""
    return tuple(one for part in re.split(r", ?", article) for one in _spelled(part))


def _spelled(part: str) -> Iterator[str]:
    if several := re.fullmatch(r"(\d+)-(\d+)", part):
        first, last = int(several[1]), int(several[2])
        yield from map(str, range(first, last + 1) if first < last <= first + 20 else (part,))
    elif several := re.fullmatch(r"(.*)\((\d+)\)-\((\d+)\)", part):
        yield from (f"{several[1]}({number})" for number in range(int(several[2]), int(several[3]) + 1))
    else:
        yield part


@functools.cache
def _keys() -> Mapping[str, Act]:
    found: dict[str, Act] = {}
    for act in dict.fromkeys(rule.provision.act for rule in kz.LAW.rules):
        found |= {key.lower(): act for key in _called(act)}
    return found


def _called(act: Act) -> Iterator[str]:
    """Yield what tests call an act: its name, its number, or what it is on."""
    yield from (act.name, act.name.removeprefix("Constitutional "))
    if "-" in (number := act.number.rpartition("No ")[2]):
        yield number
    for name in (name for name, value in vars(acts).items() if value is act):
        words = name.lower().replace("_", " ")
        yield f"law on {words}"
        yield re.sub(r" (\d{4})$", r" of \1", f"law on {words}")
        if words[-4:].isdigit():
            yield words


@functools.cache
def _names() -> re.Pattern[str]:
    keys = sorted(_keys(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, keys))})(?![\w-])", re.IGNORECASE)


def default_act(docstring: str) -> Act | None:
    found = {_keys()[one[0].lower()] for one in _names().finditer(docstring)}
    return found.pop() if len(found) == 1 else None


def cited(text: str, act: Act | None) -> Iterator[tuple[Act, str]]:
    """Yield what a docstring cites: each article under the act named last before it."""
    named = [(one.end(), _keys()[one[0].lower()]) for one in _names().finditer(text)]
    for end, here in named:
        if bare := _BARE.match(text, end):
            yield here, bare[1]
    for found in _ARTICLE.finditer(text):
        before = [here for end, here in named if end <= found.start()]
        if last := before[-1] if before else act:
            yield from ((last, one) for one in places(found[0]))
