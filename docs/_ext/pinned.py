"""The tests that pin a norm: found by the name of its rule, or by the provision that a test cites."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen

import kzrights as kz
from kzrights.law.rules import Rule
from kzrights.law.sources import Act

from .citing import NEAR, cited, default_act, nearest
from .norms import place_of

ROOT = Path(__file__).parent.parent.parent
_CLASS = re.compile(r"Art(\d+)")
_NAMED = 0
_WORD = re.compile(r"[a-z]\w*_\w+")
_FIELDS = {
    "assemblies": ("disqualifications", "citizenship"),
    "associations": ("citizenship", "banned_organisations"),
    "civil_service": ("disqualifications", "provisions"),
    "corruption": ("disqualifications", "provisions"),
    "criminal_code_records": ("criminal_code",),
    "criminal_code_release": ("criminal_code", "conditional_sentence", "revoked_parole", "amnesties"),
    "criminal_procedure_code": ("measures",),
    "elections": ("disqualifications", "citizenship"),
    "family": ("disqualifications", "citizenship"),
    "financing_list": ("financing_law",),
    "labour": ("disqualifications", "citizenship"),
    "media": ("disqualifications", "citizenship"),
    "migration": ("citizenship",),
    "professions": ("disqualifications", "citizenship"),
    "rehabilitation_claims": ("rehabilitation_law",),
    "rehabilitation_elsewhere": ("rehabilitation_law",),
    "weapons": ("disqualifications", "citizenship"),
}
"""The files of tests of a module of the law, beside that of its own name."""
_COMMON = {*map(str, kz.StatusKind), *map(str, kz.Activity)}


@frozen(kw_only=True)
class Pin:
    """A test, or a class of tests, with what it cites."""

    file: str
    line: int
    name: str
    words: frozenset[str]
    cites: frozenset[tuple[Act, str]] = field(repr=False)

    def ref(self) -> str:
        """Return a link to it."""
        return f"{{source}}`{self.name} <{self.file}:{self.line}>`"


def tests_of(rule: Rule) -> tuple[Pin, ...]:
    """Return the tests that pin a rule: those that name it, then those that cite its provision, the nearest first."""
    ranked = [(rank, at) for at, pin in enumerate(_pins()) if (rank := _rank(pin, rule)) is not None]
    best = min((rank for rank, _ in ranked), default=0)
    return tuple(_pins()[at] for rank, at in sorted(ranked) if rank <= max(best, NEAR))


def _rank(pin: Pin, rule: Rule) -> int | None:
    if rule.name in pin.words and rule.name not in _COMMON:
        return _NAMED
    return nearest(pin.cites, rule)


@functools.cache
def _pins() -> tuple[Pin, ...]:
    return tuple(pin for file in sorted((ROOT / "tests").rglob("test_*.py")) for pin in _of_file(file))


def _of_file(file: Path) -> Iterator[Pin]:
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    lines = text.splitlines()
    name = file.relative_to(ROOT).as_posix()
    for node in tree.body:
        yield from _of_node(name, lines, node, default_act(ast.get_docstring(tree) or ""))


def _of_node(file: str, lines: list[str], node: ast.stmt, act: Act | None, inside: str = "") -> Iterator[Pin]:
    if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
        said = ast.get_docstring(node) or ""
        cites = {*cited(said, act), *((act, one) for one in _CLASS.findall(node.name) if act)}
        yield Pin(file=file, line=node.lineno, name=node.name, words=frozenset(), cites=frozenset(cites))
        own = next((found for found, _ in cited(said, None)), act)
        for inner in node.body:
            yield from _of_node(file, lines, inner, own, f"{node.name}.")
    elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        words = frozenset(_WORD.findall("\n".join(lines[first - 1 : node.end_lineno])))
        found = frozenset(cited(ast.get_docstring(node) or "", act))
        yield Pin(file=file, line=node.lineno, name=inside + node.name, words=words, cites=found)


def files_of(rule: Rule) -> tuple[str, ...]:
    """Return the files that test the field of law a rule belongs to."""
    module = Path(place_of(rule)[0]).stem
    names = {module, *_FIELDS.get(module, ())}
    files = sorted(file for file in (ROOT / "tests").rglob("test_*.py") if file.stem.removeprefix("test_") in names)
    return tuple(file.relative_to(ROOT).as_posix() for file in files)


def unpinned(rules: Iterable[Rule]) -> list[str]:
    """Return the names of the rules that no test names or cites."""
    return [rule.name for rule in rules if not tests_of(rule)]
