"""Files of changes: YAML or JSON to changes of a case, as strict as the case file itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, TypeAlias, get_args

from attrs import field, frozen

from kzrights.casefile import Reader, read_bytes
from kzrights.casefile.keys import keys_of, kinds_of
from kzrights.casefile.tree import BROKEN, Document, Node, Scalar, join, parse
from kzrights.changes import (
    AnyChange,
    BanShortened,
    Delisted,
    InForce,
    NotConvictedOf,
    Parole,
    SentenceReplaced,
    Supplied,
    Without,
)
from kzrights.changes.paths import is_path, key_at, steps
from kzrights.errors import CaseError, Problem
from kzrights.facts import Case, Conviction, Custody, CustodyKind, Event, HouseholdMember, Listing, Measure
from kzrights.value import Value

_Made: TypeAlias = Parole | Delisted | BanShortened | NotConvictedOf | SentenceReplaced | InForce | Supplied | Without
_Listed: TypeAlias = _Made | HouseholdMember | Listing | Conviction | Custody | Measure | Event
NAMED: Final[dict[str, type]] = {
    "household_member": HouseholdMember,
    "listing": Listing,
    "conviction": Conviction,
    **{str(kind): Custody for kind in CustodyKind},
}
"""Facts that the case file tells by the list in which they stand."""


@frozen(kw_only=True, repr=False, eq=False)
class Changes(Value):
    """What a file of changes holds.

    Attributes:
        changes: one or more, in any order.
    """

    changes: tuple[_Listed, ...] = field()

    def __attrs_post_init__(self) -> None:
        if not self.changes:
            raise ValueError("changes: expected at least one")


_ALL: Final = get_args(_Listed)


def load_changes(path: str | os.PathLike[str], case: Case) -> tuple[AnyChange, ...]:
    """Read a file of changes of a case, for :func:`kzrights.whatif`.

    Raises:
        CaseFileError: when it cannot be read; it holds every problem, with path and line.
    """
    return _changes(read_bytes(path), case)


def loads_changes(text: str, case: Case) -> tuple[AnyChange, ...]:
    """Read changes of a case from the text of a file of changes.

    Raises:
        CaseFileError: when the text holds none; it has every problem, with path and line.
    """
    return _changes(text.encode("utf-8", "surrogatepass"), case)


def _changes(data: bytes, case: Case) -> tuple[AnyChange, ...]:
    reader = _ChangesReader(parse(data, 'changes under the key "changes"'), case)
    found = reader.thing(reader.document.root, "", (Changes,))
    if reader.problems or not isinstance(found, Changes):
        raise reader.error()
    return found.changes


def changes_at(document: Document, node: Node, path: str, case: Case) -> tuple[tuple[AnyChange, ...], list[Problem]]:
    """Return the changes of a case that a list inside another file holds, and everything that is wrong with it."""
    reader = _ChangesReader(document, case)
    reader.problems = []
    (key,) = keys_of(Changes)
    found = reader.value(node, path, key)
    return (found if isinstance(found, tuple) else ()), reader.problems


class _ChangesReader(Reader):
    """Builds changes from the tree; what a supplied fact must look like, the case tells."""

    def __init__(self, document: Document, of: Case) -> None:
        super().__init__(document)
        self.of = of

    def kinds(self, classes: tuple[type, ...]) -> Mapping[str, type]:
        """Return the classes by what their key ``kind`` says."""
        return kinds_of(classes) | (NAMED if classes == _ALL else {})

    def thing(self, node: Node, path: str, classes: tuple[type, ...]) -> object:
        """Read an object of one of ``classes``."""
        if classes == _ALL and isinstance(node, dict) and self.names(node, Supplied.kind):
            return self.supplied(node, path)
        return super().thing(node, path, classes)

    def names(self, node: Mapping[str, Node], kind: str) -> bool:
        """Say whether an object is of a kind."""
        named = node.get("kind")
        return isinstance(named, Scalar) and named.text == kind

    def supplied(self, node: Mapping[str, Node], path: str) -> object:
        """Read a fact as the key that its path names is read in the case file."""
        self.unknown_keys(node, path, ["kind", "path", "value"])
        for name in ("path", "value"):
            if name not in node:
                self.refuse(join(path, name), f'expected the key "{name}", got none')
        where = node.get("path")
        if "value" not in node or where is None or where is BROKEN:
            return BROKEN
        return self.at(where, node["value"], path)

    def at(self, where: Node, value: Node, path: str) -> object:
        """Read the value of a fact by its path."""
        if not isinstance(where, Scalar) or not is_path(where.text):
            return self.refuse(join(path, "path"), 'expected a path such as "convictions[0].in_force", got another')
        way, here = steps(where.text), join(path, "value")
        try:
            key = key_at(self.of, way, where.text)
        except CaseError as error:
            return self.refuse(join(path, "path"), error.problems[0].message)
        read = self.one(value, here, key) if way[-1].at >= 0 else self.value(value, here, key)
        return BROKEN if read is BROKEN else Supplied(where.text, read)
