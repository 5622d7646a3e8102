"""Every key of the case file, read off the classes of the facts."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from kzrights import Case
from kzrights.casefile.keys import Key, Sort, keys_of, kind_of

from .text import Generated, code, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_SPELLED = {
    Sort.DAY: "a day",
    Sort.TERM: "a term",
    Sort.MONEY: "whole tenge",
    Sort.FLAG: "`true` or `false`",
    Sort.NUMBER: "a whole number",
    Sort.TEXT: "text",
}


class CaseFile(Generated):
    """A section for the top of the file, for each list in it and for each kind of entry."""

    def text(self) -> str:
        """Return the Markdown."""
        parts = ["## The top of the file", _keys(Case, ("kzrights",))]
        for key in keys_of(Case):
            parts += _section(key)
        return "\n\n".join(parts)


def _section(key: Key, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {code(key.name)}"
    if len(key.types) == 1:
        cls = key.types[0]
        yield _says(cls)
        yield _keys(cls)
        for inner in keys_of(cls):
            if inner.sort is Sort.THING:
                yield from _section(inner, level + 1)
        return
    yield "Each entry has a `kind`:"
    for cls in key.types:
        yield f"{'#' * (level + 1)} `kind: {kind_of(cls)}`"
        yield _says(cls)
        if keys_of(cls):
            yield _keys(cls, ("kind",))


def _says(cls: type) -> str:
    text = (inspect.getdoc(cls) or "").split("\n\n")[0]
    return plain(text.replace("``", ""))


def _keys(cls: type, beside: tuple[str, ...] = ()) -> str:
    rows = [_beside(name) for name in beside if name == "kzrights"]
    rows += [(code(key.name), _value(key), "yes" if key.required else "", plain(key.says)) for key in keys_of(cls)]
    return table(("key", "value", "required", "meaning"), rows)


def _beside(name: str) -> tuple[str, ...]:
    return code(name), "`1`", "yes", "the version of this format"


def _value(key: Key) -> str:
    if key.sort is Sort.THING:
        one = "entries, see below" if key.many else "keys, see below"
    elif key.is_sanction:
        one = "years: `7`, or `7 years`"
    elif key.sort is Sort.WORD:
        one = ("list of " if key.many else "") + _words(key.types[0])
    else:
        one = ("list of " if key.many else "") + _SPELLED[key.sort]
    return one


def _words(words: type) -> str:
    assert issubclass(words, Enum)
    return "one of the activities" if words.__name__ == "Activity" else " · ".join(code(word.value) for word in words)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("kz-casefile", CaseFile)
    return {"parallel_read_safe": True}
