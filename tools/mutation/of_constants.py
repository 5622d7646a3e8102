"""Mutants of a module's constants: a number moved by one, an element of a tuple, set or mapping left out."""

from __future__ import annotations

import ast
import functools
import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeAlias

from tools.mutation.mutant import Kind, Mutant
from tools.mutation.of_statements import HERE, SMALL, functions, says

TEXTS: Final = frozenset({"acts", "readings", "redress_notions", "rules", "sources", "practice", "modules"})
"""Modules whose constants are addresses and words, or are read while the law is loaded."""
Readers: TypeAlias = dict[str, dict[str, frozenset[int]]]


def mutants() -> Iterator[Mutant]:
    """Yield every mutant of every constant that a function of the law reads."""
    paths = sorted(HERE.glob("*.py"))
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    readers = _readers(trees)
    for path, tree in trees.items():
        module = importlib.import_module(f"kzrights.law.{path.stem}")
        for name, value in _constants(tree):
            if path.stem not in TEXTS and name in readers:
                lines = {file: found for file, found in readers[name].items() if name[0] != "_" or file == str(path)}
                yield from _of_constant(path, module, name, value, lines)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case _:
                pass


def _readers(trees: dict[Path, ast.Module]) -> Readers:
    """Return for each name the lines of functions that read it, by file."""
    found: Readers = {}
    for path, tree in trees.items():
        for _, function in functions(tree):
            for node in (one for statement in function.body for one in ast.walk(statement)):
                if isinstance(node, ast.Name):
                    lines = found.setdefault(node.id, {})
                    lines[str(path)] = lines.get(str(path), frozenset()) | {node.lineno, function.body[-1].lineno}
    return found


def _of_constant(
    path: Path, module: ModuleType, name: str, value: ast.expr, lines: dict[str, frozenset[int]]
) -> Iterator[Mutant]:
    seen: Counter[str] = Counter()
    for node in ast.walk(value):
        for what, instead in _changes(node):
            seen[what] += 1
            yield Mutant(
                id=f"{path.stem}.{name}: {what}" + (f" #{seen[what]}" if seen[what] > 1 else ""),
                kind=Kind.CONSTANT,
                module=path.stem,
                place=f"{path.name}:{getattr(node, 'lineno', value.lineno)}",
                apply=functools.partial(_replace, module, name, value, node, instead),
                lines=lines,
            )


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Constant(value=int() as value) if not isinstance(value, bool) and abs(value) < SMALL:
            yield from ((f"{value} => {other}", ast.Constant(other)) for other in (value + 1, value - 1))
        case ast.Tuple(elts=elts) | ast.Set(elts=elts) if len(elts) > 1:
            for at, element in enumerate(elts):
                rest = [*elts[:at], *elts[at + 1 :]]
                kept = ast.Tuple(elts=rest, ctx=ast.Load()) if isinstance(node, ast.Tuple) else ast.Set(elts=rest)
                yield f"without {says(element)}", kept
        case ast.Dict(keys=keys, values=values):
            for at, key in enumerate(keys):
                if key is not None:
                    kept_values = [*values[:at], *values[at + 1 :]]
                    yield f"without {says(key)}", ast.Dict(keys=[*keys[:at], *keys[at + 1 :]], values=kept_values)
        case _:
            pass


class _Swap(ast.NodeTransformer):
    def __init__(self, node: ast.AST, instead: ast.expr) -> None:
        self.node, self.instead = node, instead

    def visit(self, node: ast.AST) -> Any:
        return ast.copy_location(self.instead, node) if node is self.node else self.generic_visit(node)


def _replace(module: ModuleType, name: str, value: ast.expr, node: ast.AST, instead: ast.expr) -> None:
    """Give every module that took the constant by name the changed one."""
    tree = ast.fix_missing_locations(ast.Expression(_Swap(node, instead).visit(value)))
    old, new = vars(module)[name], eval(compile(tree, "<mutant>", "eval"), vars(module))
    for other in [one for key, one in sys.modules.items() if key.startswith("kzrights")]:
        if vars(other).get(name) is old:
            setattr(other, name, new)
