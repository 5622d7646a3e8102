"""Study files: YAML or JSON to a study, as strict as the case files it names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.casefile import Reader, load, read_bytes
from kzrights.casefile.changes import changes_at
from kzrights.casefile.keys import Key
from kzrights.casefile.scalars import nearest, quote, what
from kzrights.casefile.tree import BROKEN, Broken, Document, Node, Scalar, parse
from kzrights.changes import AnyChange
from kzrights.errors import CaseFileError, KzrightsError, Problem, StudyError, UnknownName
from kzrights.examples import example, slugs
from kzrights.facts.case import Case
from kzrights.law.law import packaged_law
from kzrights.money import Tenge
from kzrights.reforms import Reform
from kzrights.reforms import parse as parse_reform
from kzrights.scenarios import Scenario
from kzrights.studies.values import Right, Study, Under, is_name
from kzrights.value import Value

__all__ = ["load_study", "packaged"]

VERSION: Final = 1
_VERSION_KEY: Final = "kzrights_study"
_EXPECTED: Final = f"a study that begins with {_VERSION_KEY}: {VERSION}"
_SPOKEN: Final = re.compile(r"[\w -]{1,40}")
_ALL: Final = Scalar("all", plain=True)
_HERE: Final = os.path.dirname(__file__)


def packaged() -> tuple[str, ...]:
    """Return the names of the packaged studies, sorted."""
    return tuple(sorted(name.removesuffix(".yaml") for name in os.listdir(_HERE) if name.endswith(".yaml")))


def load_study(path: str | os.PathLike[str]) -> Study:
    """Read a study file, and the case files it names; paths in it start from the folder in which it is.

    Args:
        path: the file, or the name of a packaged study, such as ``"rights-lost"``.

    Raises:
        StudyError: when it cannot be read, or a case in it; it holds every problem, with path and line.
    """
    file = os.fspath(path)
    if not os.path.isfile(file) and file in packaged():
        file = os.path.join(_HERE, f"{file}.yaml")
    try:
        document = parse(read_bytes(file), _EXPECTED, _SPOKEN)
    except CaseFileError as error:
        raise StudyError(error.problems) from None
    return _StudyReader(document, os.path.dirname(file)).study()


def _exact(_: object, attribute: Any, value: object) -> None:
    if not (value is None or isinstance(value, Date)):
        raise ValueError(f"{attribute.name}: expected one day such as 2016-11-28, got an uncertain one")


@frozen(kw_only=True, repr=False, eq=False)
class _Scenario(Value):
    """A scenario as the file has it.

    Attributes:
        name: by which tables call it.
        changes: of the facts, as in a file of changes.
        reforms: of the law, each ``NAME`` or ``NAME@DAY``.
        readings: choices, by the name of the reading.
    """

    name: str
    changes: tuple[str, ...] = ()
    reforms: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False, eq=False)
class _File(Value):
    """A study as the file has it.

    Attributes:
        cases: slugs of packaged cases and paths of case files; ``all`` stands for every packaged case.
        from_: the first day counted.
        to: the first day no longer counted.
        wage: what each person earns in a month, in tenge.
        by_year: whether days are counted by calendar year.
        rights: lists of activities by the name of the right.
        scenarios: what the cases are put under.
    """

    cases: tuple[str, ...] = field(repr=False)
    from_: Date | None = field(default=None, validator=_exact)
    to: Date | None = field(default=None, validator=_exact)
    wage: Tenge | None = None
    by_year: bool = False
    rights: str
    scenarios: tuple[_Scenario, ...]


class _StudyReader(Reader):
    """Builds a study from the tree; cases are read first, because changes are read against them."""

    def __init__(self, document: Document, folder: str) -> None:
        super().__init__(document)
        self.folder = folder
        self.cases: dict[str, Case] = {}
        self.named: set[str] = set()
        self.of_cases: list[Problem] = []

    def study(self) -> Study:
        """Return the study.

        Raises:
            StudyError: with everything that is wrong, in the file itself and then in its cases.
        """
        found = self.whole(self.document.root)
        if self.problems or self.of_cases or not isinstance(found, _File):
            raise StudyError([*self.error().problems, *self.of_cases])
        given: Any = found
        try:
            return Study(
                cases=self.cases,
                scenarios=given.scenarios,
                rights=given.rights,
                from_=found.from_,
                to=found.to,
                wage=found.wage,
                by_year=found.by_year,
            )
        except ValueError as error:
            name, _, message = str(error).partition(": ")
            raise StudyError([Problem(name, message, self.document.line(name))]) from None

    def whole(self, root: Node) -> object:
        """Read the file; its version stands beside what it says."""
        if isinstance(root, dict):
            self.version(root.get(_VERSION_KEY))
            root = {name: node for name, node in root.items() if name != _VERSION_KEY}
        return self.thing(root, "", (_File,))

    def version(self, node: Node | None) -> None:
        """Refuse another version of the format, or none."""
        if node is None:
            message = f'expected the key "{_VERSION_KEY}: {VERSION}", the version of the format, got none'
            self.refuse(_VERSION_KEY, message)
        elif node is not BROKEN and node != Scalar(str(VERSION), plain=True):
            self.refuse(_VERSION_KEY, f"expected {VERSION}, the version of the format, got {quote(node)}")

    def value(self, node: Node, path: str, key: Key) -> object:
        """Read what only a study holds in its own way, and the rest as in a case file."""
        readers = {"rights": self.rights, "changes": self.changes, "readings": self.readings}
        if key.name in readers:
            return BROKEN if node is BROKEN else readers[key.name](node, path)
        if key.name == "cases" and node == _ALL:
            node = [node]
        if key.many and node == []:
            return self.refuse(path, "expected at least one, got none") if key.required else ()
        return super().value(node, path, key)

    def one(self, node: Node, path: str, key: Key) -> object:
        """Read a case, a reform or a scenario where it stands."""
        found = super().one(node, path, key)
        if isinstance(found, str) and key.name == "cases":
            return self.case_at(found, path)
        if isinstance(found, str) and key.name == "reforms":
            return self.reform(found, path)
        return self.scenario(found) if isinstance(found, _Scenario) else found

    # --- Cases

    def case_at(self, name: str, path: str) -> object:
        """Read a case; what is wrong with its file is kept apart, under the name of the case."""
        for one in slugs() if name == "all" else (name,):
            called = self.called(one)
            if called in self.named:
                self.refuse(path, f"expected each case once, and files of different names, got {called!r} again")
            elif (case := self.read(one, called, path)) is not None:
                self.cases[called] = case
            self.named.add(called)
        return name

    def called(self, name: str) -> str:
        """Return how tables call a case: a slug as it is, a file by its name without folder and suffix."""
        return name if name in slugs() else os.path.splitext(os.path.basename(name))[0] or "?"

    def read(self, name: str, called: str, path: str) -> Case | None:
        """Return a case, or nothing where it cannot be read."""
        file = os.path.join(self.folder, name)
        try:
            return example(name) if name in slugs() and not os.path.isfile(file) else load(file)
        except CaseFileError as error:
            self.of_cases += (
                evolve(one, path=f"{path}: {called}{f': {one.path}' if one.path else ''}") for one in error.problems
            )
        return None

    # --- Rights

    def rights(self, node: Node, path: str) -> object:
        """Read lists of activities by the names of the rights."""
        if not isinstance(node, dict):
            return self.refuse(path, f"expected keys and values, got {what(node)}")
        if not node:
            return self.refuse(path, "expected at least one right, got none")
        found = [self.right(name, activities, self.document.join(path, name)) for name, activities in node.items()]
        return BROKEN if BROKEN in found else tuple(found)

    def right(self, name: str, node: Node, path: str) -> Right | Broken:
        """Read one right."""
        if not is_name(name):
            message = "expected a name of up to 40 letters, digits and single spaces, got another"
            return self.refuse(path, message, self.document.key_lines.get(path))
        if not isinstance(node, list) or not node:
            got = "none" if node == [] else what(node)
            return BROKEN if node is BROKEN else self.refuse(path, f"expected a list of activities, got {got}")
        found = [self.activity(one, f"{path}[{at}]") for at, one in enumerate(node)]
        known = [one for one in found if isinstance(one, Activity)]
        return Right(name, known) if len(known) == len(found) else BROKEN

    def activity(self, node: Node, path: str) -> Activity | Broken:
        """Read one activity."""
        if isinstance(node, Scalar) and node.text in set(Activity):
            return Activity(node.text)
        if node is BROKEN:
            return BROKEN
        hint = nearest(node.text, Activity) if isinstance(node, Scalar) else ""
        return self.refuse(path, f"expected an activity, see `kzrights activities`, got {quote(node)}{hint}")

    # --- Scenarios

    def scenario(self, read: _Scenario) -> Scenario:
        """Return a scenario as comparisons take it."""
        given: Any = read
        law = Under(given.reforms, given.readings) if given.reforms or given.readings else None
        return Scenario(read.name, given.changes, law)

    def reform(self, text: str, path: str) -> Reform | Broken:
        """Read ``NAME`` or ``NAME@DAY``."""
        try:
            return parse_reform(text)
        except KzrightsError as error:
            message = str(error).removeprefix("reform: ")
            return self.refuse(path, f"expected a reform: {message}" if isinstance(error, UnknownName) else message)

    def readings(self, node: Node, path: str) -> object:
        """Read choices by the name of the reading."""
        if not isinstance(node, dict):
            return self.refuse(path, f"expected keys and values, got {what(node)}")
        found = [self.reading(name, choice, self.document.join(path, name)) for name, choice in node.items()]
        return BROKEN if BROKEN in found else tuple(found)

    def reading(self, name: str, node: Node, path: str) -> tuple[str, str] | Broken:
        """Read how one reading is taken."""
        if not isinstance(node, Scalar):
            return BROKEN if node is BROKEN else self.refuse(path, f"expected a choice, got {what(node)}")
        try:
            packaged_law().reading(**{name: node.text})
        except KzrightsError as error:
            return self.refuse(path, str(error).partition(": ")[2], self.document.key_lines.get(path))
        return name, node.text

    def changes(self, node: Node, path: str) -> object:
        """Read changes against each case: a fact supplied is read as the case has it at its path."""
        ways: list[tuple[AnyChange, ...]] = []
        told: list[Problem] = []
        for case in self.cases.values():
            found, problems = changes_at(self.document, node, path, case)
            ways.append(found)
            told += (one for one in problems if one not in told)
        self.problems += told
        if not told and not _alike(ways):
            return self.refuse(path, "expected changes that mean the same in every case, got others")
        return BROKEN if told else next(iter(ways), ())


def _alike(ways: Iterable[tuple[AnyChange, ...]]) -> bool:
    return len(set(ways)) <= 1
