"""Case files: YAML or JSON to a :class:`~kzrights.facts.case.Case` and back.

Nothing is guessed: a value of the wrong sort, a key nobody knows, a day that does not exist are refused,
all at once, each with its path and its line.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kzrights.casefile.keys import Key, Sort, keys_of, kinds_of, schema
from kzrights.casefile.plain_json import plain_json
from kzrights.casefile.scalars import Refused, nearest, one_of, quote, read_scalar, what
from kzrights.casefile.tree import BROKEN, MOST_BYTES, Broken, Document, Node, Scalar, join, parse
from kzrights.errors import CaseError, CaseFileError, Problem
from kzrights.facts.case import VERSION, Case

__all__ = ["dump", "dumps", "load", "loads", "schema"]


def load(path: str | os.PathLike[str]) -> Case:
    """Read a case file.

    Raises:
        CaseFileError: when it cannot be read or is not a case; it holds every problem, with path and line.
    """
    return from_bytes(read_bytes(path))


def loads(text: str) -> Case:
    """Read a case from the text of a case file.

    Raises:
        CaseFileError: when the text is not a case; it holds every problem, with path and line.
    """
    return from_bytes(text.encode("utf-8", "surrogatepass"))


def dump(case: Case, path: str | os.PathLike[str]) -> None:
    """Write ``case`` as a case file, in place of what is there."""
    text = dumps(case)
    Path(path).write_text(text, encoding="utf-8", newline="\n")


def dumps(case: Case) -> str:
    """Return ``case`` as the text of a case file, from which :func:`loads` makes the same case.

    What a file takes for granted is left out. Texts of more than 10,000 characters cannot be read back.
    """
    from kzrights.casefile.writer import written

    return written(case)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return what a file holds, up to one byte more than is let in.

    Raises:
        CaseFileError: when it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        message = "expected a file, found nothing there"
    except IsADirectoryError:
        message = "expected a file, got a folder"
    except OSError as error:
        folder = os.path.isdir(path)  # Windows says only that permission is denied
        message = "expected a file, got a folder" if folder else f"expected a file one can read: {error.strerror}"
    except ValueError:
        message = "expected the path of a file, got text that cannot be one"
    raise CaseFileError([Problem("", message)])


def from_bytes(data: bytes) -> Case:
    """Return the case that a file holds.

    Raises:
        CaseFileError: when it is not a case; it holds every problem, with path and line.
    """
    plain = plain_json(data)
    case = Reader(plain).found() if plain else None
    return case or _carefully(data)


def _carefully(data: bytes) -> Case:
    """Return the case that a file holds, or say of everything that is wrong where it stands."""
    reader = Reader(parse(data))
    case = reader.found()
    if case is None:
        raise reader.error()
    return case


class Reader:
    """Builds facts from the tree and notes everything that is wrong on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems = list(document.problems)

    def refuse(self, path: str, message: str, line: int | None = None) -> Broken:
        self.problems.append(Problem(path, message, line or self.document.line(path)))
        return BROKEN

    def error(self) -> CaseFileError:
        """Return everything that is wrong, in the order of lines."""
        return CaseFileError(sorted(self.problems, key=lambda problem: problem.line or 0))

    def found(self) -> Case | None:
        """Return the case, if nothing is wrong with it."""
        case = self.case()
        return case if isinstance(case, Case) and not self.problems else None

    def case(self) -> object:
        root = self.document.root
        if isinstance(root, dict):
            self.version(root.get("kzrights"))
        return self.thing(root, "", (Case,))

    def version(self, node: Node | None) -> None:
        if node is None:
            self.refuse("kzrights", f'expected the key "kzrights: {VERSION}", the version of the format, got none')
        elif node is not BROKEN and node != Scalar(str(VERSION), plain=True):
            self.refuse("kzrights", f"expected {VERSION}, the version of the format, got {quote(node)}")

    def thing(self, node: Node, path: str, classes: tuple[type, ...]) -> object:
        """Read an object of one of ``classes``."""
        if not isinstance(node, dict):
            return BROKEN if node is BROKEN else self.refuse(path, f"expected keys and values, got {what(node)}")
        cls = self.class_of(node, path, classes)
        if cls is None:
            return BROKEN
        keys = {key.name: key for key in keys_of(cls)}
        beside = ["kind"] if len(classes) > 1 else ["kzrights"] if cls is Case else []
        self.unknown_keys(node, path, [*keys, *beside])
        missing = self.missing_keys(node, path, keys)
        given = [(key, self.value(node[name], join(path, name), key)) for name, key in keys.items() if name in node]
        if missing or any(value is BROKEN for _, value in given):
            return BROKEN
        return self.built(cls, {key.attribute.name: value for key, value in given}, path)

    def kinds(self, classes: tuple[type, ...]) -> Mapping[str, type]:
        """Return the classes by what their key ``kind`` says; empty when there is nothing to choose."""
        return kinds_of(classes)

    def class_of(self, node: Mapping[str, Node], path: str, classes: tuple[type, ...]) -> type | None:
        kinds = self.kinds(classes)
        if not kinds:
            return classes[0]
        kind = node.get("kind")
        if kind is None:
            self.refuse(join(path, "kind"), 'expected the key "kind", got none')
        elif kind is not BROKEN and not (isinstance(kind, Scalar) and kind.text in kinds):
            hint = nearest(kind.text, kinds) if isinstance(kind, Scalar) else ""
            self.refuse(join(path, "kind"), f"expected {one_of(kinds)}, got {quote(kind)}{hint}")
        return kinds.get(kind.text) if isinstance(kind, Scalar) else None

    def unknown_keys(self, node: Mapping[str, Node], path: str, known: list[str]) -> None:
        for name in [name for name in node if name not in known]:
            here = self.document.join(path, name)
            hint = nearest(name, known) or f"; known are {', '.join(known)}"
            self.refuse(here, f"expected a known key, got another{hint}", self.document.key_lines.get(here))

    def missing_keys(self, node: Mapping[str, Node], path: str, keys: Mapping[str, Key]) -> list[str]:
        missing = [name for name, key in keys.items() if key.required and name not in node]
        for name in missing:
            self.refuse(join(path, name), f'expected the key "{name}", got none')
        return missing

    def value(self, node: Node, path: str, key: Key) -> object:
        value = self.many(node, path, key) if key.many else self.one(node, path, key)
        return value if value is BROKEN else self.checked(value, path, key)

    def many(self, node: Node, path: str, key: Key) -> object:
        if not isinstance(node, list):
            return BROKEN if node is BROKEN else self.refuse(path, f"expected a list, got {what(node)}")
        items = tuple(self.one(item, f"{path}[{at}]", key) for at, item in enumerate(node))
        return BROKEN if any(item is BROKEN for item in items) else items

    def one(self, node: Node, path: str, key: Key) -> object:
        if key.sort is Sort.THING:
            return self.thing(node, path, key.types)
        if node is BROKEN:
            return BROKEN
        try:
            return read_scalar(node, key)
        except Refused as expected:
            got = what(node) if key.private else quote(node)
            return self.refuse(path, f"expected {expected}, got {got}{expected.hint}")

    def checked(self, value: object, path: str, key: Key) -> object:
        """Put a value to the check of its field, so that every field speaks, not only the first."""
        check = key.attribute.validator
        try:
            if check:
                check(None, key.attribute, value)
        except (TypeError, ValueError, ArithmeticError) as error:
            field, _, message = str(error).partition(": ")
            return self.refuse(path, message if field == key.attribute.name else "expected much less")
        return value

    def built(self, cls: type, values: Mapping[str, object], path: str) -> object:
        """Build the object; what its fields do not say together, its class does."""
        try:
            return cls(**values)
        except CaseError as error:
            for problem in error.problems:
                self.refuse(problem.path, problem.message)
        except (TypeError, ValueError) as error:
            field, _, message = str(error).partition(": ")
            self.refuse(join(path, field), message)
        return BROKEN
