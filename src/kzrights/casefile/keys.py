"""What a case file may hold, read off the classes of the facts: nothing is written down twice."""

from __future__ import annotations

import functools
import inspect
import re
import types
import typing
from enum import Enum
from typing import Any, Final, TypeAlias

import attrs
from pendulum import Date

from kzrights.calendar import Term
from kzrights.facts.case import VERSION, Case
from kzrights.facts.conviction import ARTICLE
from kzrights.money import Tenge
from kzrights.value import Value

Json: TypeAlias = "dict[str, Any]"


class Sort(Enum):
    """How the values of a key are spelled."""

    DAY = Date
    TERM = Term
    MONEY = Tenge
    FLAG = bool
    NUMBER = int
    TEXT = str
    WORD = Enum
    THING = object


@attrs.frozen(repr=False, eq=False)
class Key(Value):
    """A key of the case file.

    Attributes:
        name: as the file spells it.
        attribute: the field of the class that it fills.
        types: what a value becomes; several classes are told apart by ``kind``.
        many: whether it holds a list.
        of: the class.
    """

    name: str
    attribute: attrs.Attribute[Any]
    types: tuple[type, ...]
    many: bool
    of: type

    @property
    def says(self) -> str:
        """What it means, from the docstring of the class."""
        return _attribute_docs(self.of)[self.attribute.name]

    @property
    def sort(self) -> Sort:
        """How its values are spelled."""
        first = self.types[0]
        if issubclass(first, Enum):
            return Sort.WORD
        return next((sort for sort in Sort if sort.value is first), Sort.THING)

    @property
    def required(self) -> bool:
        """Whether every file must have it."""
        return self.attribute.default is attrs.NOTHING

    @property
    def private(self) -> bool:
        """Whether its value may name a person and must never be shown."""
        return not self.attribute.repr

    @property
    def is_article(self) -> bool:
        """Whether it holds an article of the Criminal Code, which may look like a number."""
        return self.sort is Sort.TEXT and self.name in ("article", "to")

    @property
    def is_sanction(self) -> bool:
        """Whether it counts years, which the file may say (``7 years``) or leave out (``7``)."""
        return self.name == "max_imprisonment"


@functools.cache
def keys_of(cls: type) -> tuple[Key, ...]:
    """Return the keys under which the file gives the fields of ``cls``, in their order."""
    hints = typing.get_type_hints(cls)
    return tuple(_key(cls, field, hints[field.name]) for field in attrs.fields(cls))


def _key(cls: type, field: attrs.Attribute[Any], hint: object) -> Key:
    members = _members(hint)
    many = typing.get_origin(members[0]) is tuple
    kinds = _members(typing.get_args(members[0])[0]) if many else members
    # "from" is a word of Python, so the field is "from_"
    return Key(field.name.rstrip("_"), field, kinds, many, cls)


def _members(hint: Any) -> tuple[Any, ...]:
    united = isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
    return tuple(one for one in typing.get_args(hint) if one is not types.NoneType) if united else (hint,)


def kind_of(cls: type) -> str | None:
    """Return the ``kind`` by which the file tells ``cls`` from its like; ``None`` when it needs none."""
    kind = getattr(cls, "kind", None)
    return kind if isinstance(kind, str) else None


def kinds_of(classes: tuple[type, ...]) -> dict[str, type]:
    """Return the classes by their ``kind``; empty when there is nothing to choose."""
    return {kind: cls for cls in classes if (kind := kind_of(cls))}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the case file, read off the classes of the facts."""
    definitions: Json = {}
    case = _thing(Case, definitions)
    case["properties"] = {"kzrights": _VERSION, **case["properties"]}
    case["required"] = ["kzrights", *case["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "kzrights case file"}
    return {**head, **case, "$defs": dict(sorted(definitions.items()))}


_VERSION: Final = {"const": VERSION, "description": "the version of this format."}
_TERM: Final = (
    r"^(unknown|P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?"
    r"|\d{1,4}\s+(year|month|week|day)s?((,\s*|\s+and\s+|\s+)\d{1,4}\s+(year|month|week|day)s?)*)$"
)
_ONE_DAY: Final = r"(19|2[01])\d\d(-\d\d(-\d\d)?)?"
_DAY: Final = rf"^(unknown|{_ONE_DAY}(\.\.{_ONE_DAY})?)$"
_SPELLED: Final[dict[Sort, Json]] = {
    Sort.DAY: {
        "anyOf": [{"type": "string", "pattern": _DAY}, {"type": "integer", "minimum": 1900, "maximum": 2199}],
        "examples": ["2016-11-28", "2016-11", "2016", "2016-09..2016-11", "unknown"],
    },
    Sort.TERM: {"type": "string", "pattern": _TERM, "examples": ["5 years", "2 years 6 months", "P5Y", "unknown"]},
    Sort.MONEY: {"type": "integer", "minimum": 0, "examples": [530250]},
    Sort.FLAG: {"type": "boolean"},
    Sort.NUMBER: {"type": "integer", "minimum": 0},
    Sort.TEXT: {"type": "string"},
}
_ARTICLE: Final = {"type": ["string", "integer"], "pattern": f"^{ARTICLE}$", "minimum": 1, "maximum": 999}
_SANCTION: Final = {"type": ["integer", "string"], "minimum": 0, "maximum": 30, "pattern": r"^\d{1,2} years?$"}


def _thing(cls: type, definitions: Json) -> Json:
    kind: Json = {"kind": {"const": word}} if (word := kind_of(cls)) else {}
    keys = keys_of(cls)
    return {
        "description": _clean(_summary(cls)),
        "type": "object",
        "properties": kind | {key.name: _property(key, definitions) for key in keys},
        "required": [*kind, *(key.name for key in keys if key.required)],
        "additionalProperties": False,
    }


def _property(key: Key, definitions: Json) -> Json:
    one = _value(key, definitions)
    whole = {"type": "array", "items": one} if key.many else one
    default = key.attribute.default
    known = {"default": default} if isinstance(default, bool) else {}
    return {"description": key.says, **whole, **known}


def _value(key: Key, definitions: Json) -> Json:
    if key.sort is Sort.THING:
        return _union([_defined(cls, definitions) for cls in key.types])
    if key.sort is Sort.WORD:
        return {"enum": [word.value for word in key.types[0]]}  # type: ignore[attr-defined]
    if key.is_article or key.is_sanction:
        return _ARTICLE if key.is_article else _SANCTION
    return _spelled(key.sort, definitions)


def _spelled(sort: Sort, definitions: Json) -> Json:
    if len(_SPELLED[sort]) == 1:
        return _SPELLED[sort]
    definitions[sort.name.lower()] = _SPELLED[sort]
    return {"$ref": f"#/$defs/{sort.name.lower()}"}


def _union(options: list[Json]) -> Json:
    return options[0] if len(options) == 1 else {"oneOf": options}


def _defined(cls: type, definitions: Json) -> Json:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = _thing(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _summary(cls: type) -> str:
    return inspect.getdoc(cls).split("\n\n")[0]  # type: ignore[union-attr]


def _attribute_docs(cls: type) -> dict[str, str]:
    """Return what the ``Attributes:`` section of the docstring says of each field, and those of its bases."""
    docs: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        _, _, section = inspect.cleandoc(one.__doc__ or "").partition("Attributes:\n")
        entries = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section.split("\n\n")[0], re.MULTILINE)
        docs |= {name: _clean(text) for name, text in entries}
    return docs


def _clean(text: str) -> str:
    """Turn a docstring's Python into words about the file."""
    text = text.replace("``None``", "left out").replace("``()``", "[]").replace("``UNKNOWN``", "unknown")
    return re.sub(r":\w+:`([^`]*)`|``([^`]*)``", r"\1\2", " ".join(text.split()))
