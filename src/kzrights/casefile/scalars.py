"""The single values of a case file: days, terms, money, words. Nothing is converted that is not spelled right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from kzrights.calendar import Term
from kzrights.casefile.keys import Key, Sort
from kzrights.casefile.tree import Node, Scalar
from kzrights.errors import DateError, TermError
from kzrights.facts.days import UNKNOWN, parse_when
from kzrights.money import Tenge

_LONGEST_NAME: Final = 60
"""The longest text that is not prose, and the most of a value that a message quotes."""
_MOST_WORDS: Final = 16
"""The most words that a message lists."""


class Refused(ValueError):
    """A value is not what it should be: what was expected, and a hint at what may have been meant."""

    def __init__(self, expected: str, hint: str = "") -> None:
        super().__init__(expected)
        self.hint = hint


def read_scalar(node: Node, key: Key) -> object:
    """Return what ``node`` means as a value of ``key``.

    Raises:
        Refused: when it is not one.
    """
    # digits of other scripts would pass for numbers
    if not isinstance(node, Scalar) or not (key.sort is Sort.TEXT or node.text.isascii()):
        raise Refused(_EXPECTED[key.sort] if key.sort in _EXPECTED else one_of(_words(key)))
    return _READERS[key.sort](node, key)


def what(node: Node) -> str:
    """Say what came without quoting it: it may hold a name."""
    if isinstance(node, Scalar):
        return _TYPES[node.type]
    return "a list" if isinstance(node, list) else "keys and values"


def quote(node: Node) -> str:
    """Quote what came, but not at length and nothing that a screen would obey."""
    if not isinstance(node, Scalar) or node.type is type(None):
        return what(node)
    short = node.text if len(node.text) <= _LONGEST_NAME else f"{node.text[:_LONGEST_NAME]}..."
    import json

    return json.dumps(short, ensure_ascii=not short.isprintable()) if node.type is str else short


def one_of(words: Iterable[str]) -> str:
    """Say which words there are to choose from."""
    words = list(words)
    return f"one of {', '.join(words)}" if len(words) <= _MOST_WORDS else f"one of {len(words)} words of the schema"


def nearest(text: str, words: Iterable[str]) -> str:
    """Return a hint at the word nearest to ``text``; empty when none is near."""
    import difflib

    near = difflib.get_close_matches(text[:_LONGEST_NAME], list(words), 1)
    return f'; did you mean "{near[0]}"?' if near else ""


_TYPES: Final[dict[type, str]] = {
    type(None): "nothing",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
}
_EXPECTED: Final = {
    Sort.DAY: 'a day such as 2016-11-28, 2016-11, 2016, 2016-09..2016-11 or "unknown"',
    Sort.TERM: 'a term such as "5 years"',
    Sort.MONEY: "whole tenge, zero or more, such as 530250",
    Sort.FLAG: "true or false",
    Sort.NUMBER: "a whole number",
    Sort.TEXT: "text",
}


def _day(node: Scalar, _: Key) -> object:
    try:
        return parse_when(node.text)
    except DateError as error:
        raise Refused(str(error).removeprefix("expected ").rpartition(", got ")[0]) from None


def _term(node: Scalar, _: Key) -> object:
    try:
        return UNKNOWN if node.text == "unknown" else Term.parse(node.text)
    except TermError as error:
        raise Refused(str(error).removeprefix("expected ").rpartition(", got ")[0]) from None


def _money(node: Scalar, _: Key) -> object:
    if node.type is not int or not re.fullmatch(r"[0-9]{1,18}", node.text):
        raise Refused(_EXPECTED[Sort.MONEY])
    return Tenge(int(node.text))


def _flag(node: Scalar, _: Key) -> object:
    if node.type is not bool:
        raise Refused(_EXPECTED[Sort.FLAG])
    return node.text.lower() == "true"


def _number(node: Scalar, key: Key) -> object:
    if key.is_sanction and (years := re.fullmatch(r"([0-9]{1,2}) years?", node.text)):
        return int(years[1])
    if node.type is not int or not re.fullmatch(r"[-+]?[0-9]{1,18}", node.text):
        raise Refused(_EXPECTED[Sort.NUMBER])
    return int(node.text)


def _text(node: Scalar, key: Key) -> object:
    if node.type is not str and not (key.is_article and node.type is int):
        raise Refused("text" if node.type is type(None) else "text (in quotes, where it looks like something else)")
    if key.is_article and not node.text.isascii():
        raise Refused('a form such as "174(2)"')
    if not key.private and len(node.text) > _LONGEST_NAME:
        raise Refused(f"at most {_LONGEST_NAME} characters")
    return node.text


def _word(node: Scalar, key: Key) -> object:
    words = _words(key)
    if node.text not in words:
        raise Refused(one_of(words), nearest(node.text, words))
    return words[node.text]


def _words(key: Key) -> dict[str, Any]:
    members: Any = key.types[0]
    return {str(word): word for word in members}


_READERS: Final[dict[Sort, Callable[[Scalar, Key], object]]] = {
    Sort.DAY: _day,
    Sort.TERM: _term,
    Sort.MONEY: _money,
    Sort.FLAG: _flag,
    Sort.NUMBER: _number,
    Sort.TEXT: _text,
    Sort.WORD: _word,
}
