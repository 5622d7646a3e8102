"""A careful reader of YAML 1.2: text to a tree that remembers its lines.

Only what a case file needs is let in: mappings, lists and scalars, written out. Anchors, aliases, tags
and merge keys are refused, and so is anything too big or too deep. Nothing is converted: a scalar stays
the text that stood in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, Union

from attrs import Factory, define, frozen

from kzrights.errors import CaseFileError, Problem
from kzrights.value import Shown, Value

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

MOST_BYTES: Final = 1 << 20
"""The largest file."""
MOST_VALUES: Final = 4_000
"""The most mappings, lists and scalars in a file."""
MOST_CHARACTERS: Final = 10_000
"""The longest scalar."""
DEEPEST: Final = 20
"""The most mappings and lists inside one another."""

_MOST_AT_ONCE: Final = 50_000
"""The most characters read for one value, with the comments and the space around it."""


class Broken(Enum):
    """Stands where a value was refused, so that what is around it can still be read."""

    BROKEN = "broken"


BROKEN: Final = Broken.BROKEN
"""A value that was refused; its problem is already noted."""


@frozen(repr=False, eq=False)
class Scalar(Value):
    """A value as it stands in the file.

    Attributes:
        text: its characters.
        plain: whether it stands without quotes.
    """

    text: str
    plain: bool

    @property
    def type(self) -> type:
        """What the core schema of YAML 1.2 takes it for: text, a number, true or false, nothing."""
        if self.plain and self.text in _WORDS:
            return _WORDS[self.text]
        if not self.plain or self.text[0] not in "+-.0123456789":
            return str
        return next((kind for kind, form in _NUMBERS.items() if re.fullmatch(form, self.text)), str)


_WORDS: Final[dict[str, type]] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), type(None)),
    **dict.fromkeys(("true", "True", "TRUE", "false", "False", "FALSE"), bool),
}
_NUMBERS: Final = {
    int: r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    float: r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}

Node: TypeAlias = Union[Scalar, "list[Node]", "dict[str, Node]", Broken]
"""A value of the tree."""


_WORD: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""The keys that messages show."""


@define(repr=False)
class Document(Shown):
    """A file's tree, the lines of its values and keys by path, and what was refused on the way."""

    root: Node = BROKEN
    lines: dict[str, int] = Factory(dict)
    key_lines: dict[str, int] = Factory(dict)
    problems: list[Problem] = Factory(list)
    shown: re.Pattern[str] = _WORD

    def join(self, path: str, key: str) -> str:
        """Return the path of ``key`` under ``path``; a key that this sort of file does not show is not shown."""
        return join(path, key, self.shown)

    def line(self, path: str) -> int | None:
        """Return the line of the value at ``path``, or of the nearest one around it."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path)


def join(path: str, key: str, keys: re.Pattern[str] = _WORD) -> str:
    """Return the path of ``key`` under ``path``; a key that may be anything but a word is not shown."""
    shown = key if keys.fullmatch(key) else "?"
    return f"{path}.{shown}" if path else shown


def parse(
    data: bytes, expected: str = "a case that begins with kzrights: 1", shown: re.Pattern[str] = _WORD
) -> Document:
    """Read YAML or JSON; ``expected`` says what was awaited of an empty file, ``shown`` which keys messages show.

    Raises:
        CaseFileError: when it cannot be read to its end. Values refused on the way are in ``problems``.
    """
    builder = _Builder(_text(data), expected, shown)
    builder.document_alone()
    return builder.document


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        _fail(f"expected at most {MOST_BYTES:,} bytes, got more")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _fail(f"expected UTF-8 text, got the byte 0x{data[error.start]:02x} at offset {error.start}")
    if found := _CONTROL.search(text):
        offset, line = len(text[: found.start()].encode()), text.count("\n", 0, found.start()) + 1
        _fail(f"expected text, got the character U+{ord(found[0]):04X} at byte offset {offset}", line)
    return text.removeprefix("\ufeff")


_CONTROL: Final = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def _fail(message: str, line: int | None = None, before: tuple[Problem, ...] = ()) -> NoReturn:
    raise CaseFileError([*before, Problem("", message, line)])


class _Feed:
    """Hands the text to the parser in pieces and stops it when one value swallows too many of them."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.value_began = text, 0, 0

    def read(self, size: int) -> str:
        if self.at - self.value_began > _MOST_AT_ONCE:
            _fail(f"expected at most {_MOST_AT_ONCE:,} characters for one value and the comments around it")
        piece = self.text[self.at : self.at + size]
        self.at += len(piece)
        return piece

    def value_ended(self) -> None:
        self.value_began = self.at


class _Builder:
    """Builds the tree from the parser's events; the recursion is no deeper than ``DEEPEST``."""

    def __init__(self, text: str, expected: str, shown: re.Pattern[str]) -> None:
        self.document, self.expected = Document(shown=shown), expected
        self.values = 0
        self.events = self._events(text)

    def _events(self, text: str) -> Iterator[Event]:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        feed = _Feed(text)
        try:
            for event in YAML(typ="safe", pure=True).parse(feed):
                feed.value_ended()
                yield event
        except CaseFileError:
            raise
        except MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else None
            self._stop(f"expected YAML or JSON, got a fault of syntax: {_fault(error.problem)}", line)
        except (YAMLError, ValueError, ArithmeticError, LookupError, AssertionError):
            # the parser lets a few malformed escapes through to Python
            self._stop("expected YAML or JSON, got a fault of syntax")

    def _stop(self, message: str, line: int | None = None) -> NoReturn:
        _fail(message, line, tuple(self.document.problems))

    def _refuse(self, path: str, message: str, event: Event) -> None:
        self.document.problems.append(Problem(path, message, _line(event)))

    def document_alone(self) -> None:
        from ruamel.yaml.events import DocumentStartEvent, StreamEndEvent

        next(self.events)  # the stream starts
        if not isinstance(next(self.events), DocumentStartEvent):
            self._stop(f"expected {self.expected}, got an empty file")
        self.document.root = self._node(next(self.events), "", 1)
        next(self.events)  # the document ends
        after = next(self.events)
        if not isinstance(after, StreamEndEvent):
            self._stop("expected one YAML document, got another after it", _line(after))

    def _node(self, event: Event, path: str, depth: int) -> Node:
        from ruamel.yaml import events

        self._count(event, depth)
        self.document.lines.setdefault(path, _line(event))
        refused = self._hides(event, path)
        node: Node = BROKEN
        if isinstance(event, events.MappingStartEvent):
            node = self._mapping(path, depth)
        elif isinstance(event, events.SequenceStartEvent):
            node = self._list(path, depth)
        elif isinstance(event, events.ScalarEvent):
            node = self._scalar(event, path)
        return BROKEN if refused and isinstance(node, Scalar) else node

    def _count(self, event: Event, depth: int) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._stop(f"expected at most {MOST_VALUES:,} values, got more", _line(event))
        if depth > DEEPEST:
            self._stop(f"expected at most {DEEPEST} levels, got more", _line(event))

    def _hides(self, event: Any, path: str) -> bool:
        """Refuse what makes a value mean something else than it says."""
        from ruamel.yaml.events import AliasEvent

        if isinstance(event, AliasEvent):
            self._refuse(path, "expected a value written out, got a YAML alias (*)", event)
            return True
        if event.anchor is not None:
            self._refuse(path, "expected a value alone, got a YAML anchor (&)", event)
        if event.tag is not None:
            self._refuse(path, "expected a value alone, got a YAML tag (!)", event)
        return event.anchor is not None or event.tag is not None

    def _scalar(self, event: Any, path: str) -> Node:
        try:
            # JSON spells a character beyond U+FFFF as two halves
            text = event.value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self._refuse(path, "expected whole characters, got half of one (a lone surrogate)", event)
            return BROKEN
        if len(text) > MOST_CHARACTERS:
            self._refuse(path, f"expected at most {MOST_CHARACTERS:,} characters, got {len(text):,}", event)
            return BROKEN
        return Scalar(text, plain=not event.style)

    def _list(self, path: str, depth: int) -> list[Node]:
        from ruamel.yaml.events import SequenceEndEvent

        items: list[Node] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            items.append(self._node(event, f"{path}[{len(items)}]", depth + 1))
        return items

    def _mapping(self, path: str, depth: int) -> dict[str, Node]:
        from ruamel.yaml.events import MappingEndEvent

        entries: dict[str, Node] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self._key(event, path, depth)
            here = path if key is None else self.document.join(path, key)
            if key is not None:
                self._once(key, here, entries, event)
            value = self._node(next(self.events), here, depth + 1)
            if key is not None:
                entries.setdefault(key, value)
        return entries

    def _key(self, event: Event, path: str, depth: int) -> str | None:
        key = self._node(event, f"{path}.?", depth + 1)
        if key == Scalar("<<", plain=True):
            self._refuse(path, "expected every key written out, got a YAML merge key (<<)", event)
        elif isinstance(key, Scalar) and key.type is str:
            return key.text
        elif key is not BROKEN:
            self._refuse(path, "expected a word for a key, got something else", event)
        return None

    def _once(self, key: str, path: str, entries: Mapping[str, Node], event: Event) -> None:
        if key in entries:
            first = self.document.key_lines[path]
            self._refuse(path, f"expected each key once, got this one already on line {first}", event)
        self.document.key_lines.setdefault(path, _line(event))


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1


def _fault(problem: str | None) -> str:
    """Return the parser's words, unless they hold a piece of the file, which may be a name."""
    return "a tag (!) that is not allowed" if not problem or "handle" in problem or "URI" in problem else problem
