"""A small writer of YAML: a case to text that people like to read and :mod:`kzrights.casefile.tree` reads back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final, TypeAlias, Union

from pendulum import Date

from kzrights.calendar import Term
from kzrights.casefile.keys import keys_of, kind_of
from kzrights.casefile.tree import Scalar
from kzrights.facts.case import VERSION, Case
from kzrights.facts.days import Between, show_when
from kzrights.money import Tenge

Plain: TypeAlias = Union[Scalar, str, int, bool, "list[Plain]", "dict[str, Plain]"]
"""What :func:`write` writes; a ``Scalar`` as it stands."""


def written(case: Case) -> str:
    """Return ``case`` as the text of a case file."""
    return write({"kzrights": VERSION, **_fields(case)})


def _fields(thing: Any) -> dict[str, Plain]:
    cls: type = type(thing)
    kind: dict[str, Plain] = {"kind": word} if (word := kind_of(cls)) else {}
    given = ((key, getattr(thing, key.attribute.name)) for key in keys_of(cls))
    return kind | {key.name: _plain(value) for key, value in given if key.required or value != key.attribute.default}


def _plain(value: object) -> Plain:
    match value:
        case Date() | Between():
            return Scalar(show_when(value), plain=True)
        case Term():
            return Scalar(str(value), plain=True)
        case Tenge():
            return value.amount
        case Enum():
            return str(value.value)
        case tuple():
            return [_plain(item) for item in value]
        case bool() | int() | str():
            return value
        case _:
            return _fields(value)


def write(tree: Mapping[str, Plain]) -> str:
    """Return ``tree`` as YAML: a key a line, the innermost mappings of a list on one line."""
    return "".join(f"{line}\n" for line in _block(tree))


def _block(tree: Mapping[str, Plain]) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            yield f"{key}:"
            yield from _indented(_block(value))
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield f"{key}:"
            for item in value:
                yield from _indented(_item(item))
        else:
            yield f"{key}: {_flow(value)}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _item(item: Plain) -> Iterator[str]:
    if not isinstance(item, dict) or not any(_has_mapping(value) for value in item.values()):
        yield f"- {_flow(item)}"
        return
    for at, line in enumerate(_block(item)):
        yield f"{'  ' if at else '- '}{line}"


def _has_mapping(value: Plain) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_has_mapping, value)))


def _flow(value: Plain) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case Scalar():
            return value.text
        case bool() | int():
            return json.dumps(value)
        case str():
            return value if _needs_no_quotes(value) else _quoted(value)


_WORDS: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*")
_TAKEN: Final = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _needs_no_quotes(text: str) -> bool:
    # older YAML takes yes and no for true and false
    return bool(_WORDS.fullmatch(text)) and text.lower() not in _TAKEN


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
