"""The shape of a case file and of a file of changes, for the form; read off the classes of the facts."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any, Final

from kzrights import Case, Supplied
from kzrights.casefile.changes import NAMED, Changes
from kzrights.casefile.keys import Key, Sort, keys_of, kinds_of
from kzrights.casefile.tree import Node, Scalar

from .views import Plain

_SUPPLIED: Final = {
    "path": "where the fact stands in the case file.",
    "value": "the fact, as the case file writes it.",
}


def shape() -> Plain:
    """Return every class with its keys: ``Case`` and ``Changes`` are where to begin."""
    found: dict[str, Plain] = {}
    waiting: list[type] = [Case, Changes]
    while waiting:
        cls = waiting.pop()
        if cls.__name__ not in found:
            found[cls.__name__] = {"says": _says(cls), "keys": [_key(key) for key in _keys(cls)]}
            waiting += [inner for key in _keys(cls) if key.sort is Sort.THING for inner in _classes(key)]
    found[Supplied.__name__]["keys"] = [_free(name, says) for name, says in _SUPPLIED.items()]
    return found


def _keys(cls: type) -> Iterator[Key]:
    return iter(() if cls is Supplied else keys_of(cls))


def _key(key: Key) -> Plain:
    words: list[str] = [one.value for one in key.types[0]] if key.sort is Sort.WORD else []  # type: ignore[attr-defined]
    things = {kind: cls.__name__ for kind, cls in _kinds(key).items()} if key.sort is Sort.THING else {}
    one = {"name": key.name, "says": key.says, "sort": key.sort.name.lower()}
    return one | {"many": key.many, "required": key.required, "words": words, "things": things}


def _kinds(key: Key) -> dict[str, type]:
    """Return the classes of a key by their ``kind``; under an empty one where there is nothing to choose."""
    if key.of is Changes:
        return kinds_of(key.types) | NAMED
    return kinds_of(key.types) or {"": key.types[0]}


def _classes(key: Key) -> list[type]:
    return list(_kinds(key).values())


def _free(name: str, says: str) -> Plain:
    return {"name": name, "says": says, "sort": "free", "many": False, "required": True, "words": [], "things": {}}


def _says(cls: type) -> str:
    text = (inspect.getdoc(cls) or "").split("\n\n")[0]
    return re.sub(r":\w+:`([^`]*)`|``([^`]*)``", r"\1\2", " ".join(text.split()))


def tree_of(node: Node) -> Any:
    """Return a tree as plain data: every scalar is its text, and ``None`` stands for what was refused."""
    if isinstance(node, dict):
        return {key: tree_of(value) for key, value in node.items()}
    if isinstance(node, list):
        return [tree_of(value) for value in node]
    return node.text if isinstance(node, Scalar) else None
