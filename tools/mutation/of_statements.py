"""Mutants of statements: one operator, number, comparison or returned value of a function of the law."""

from __future__ import annotations

import ast
import functools
import gc
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final, TypeAlias

from attrs import define, field, frozen
from tools.mutation.mutant import Kind, Mutant

import kzrights.law
import kzrights.moments

HERE: Final = Path(kzrights.law.__file__).parent
COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_PAIRS: Final = (("min", "max"), ("any", "all"), ("earlier", "later"), ("any_of", "all_of"))
_SIDES: Final = (("earliest", "latest"), ("start", "end"), ("since", "until"))
CALLS: Final = {**dict(_PAIRS), **{second: first for first, second in _PAIRS}}
ATTRIBUTES: Final = {**dict(_SIDES), **{second: first for first, second in _SIDES}}
SMALL: Final = 100

Function: TypeAlias = ast.FunctionDef
Body: TypeAlias = ast.stmt | ast.expr


@frozen
class Change:
    """A node of a function and what takes its place."""

    node: ast.AST
    instead: ast.AST
    statement: ast.stmt

    @property
    def told(self) -> str:
        """The change in one line."""
        return f"{says(self.node)} => {says(self.instead)}"

    @property
    def lines(self) -> range:
        """The lines of the statement; of a compound one, those of its head."""
        body = getattr(self.statement, "body", None)
        last = body[0].lineno - 1 if body else self.statement.end_lineno or self.statement.lineno
        return range(self.statement.lineno, max(last, self.statement.lineno) + 1)


def says(node: ast.AST) -> str:
    """Return the code of a node in one line."""
    return " ".join(ast.unparse(node).split())[:100]


# --- What may be changed


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may take the place of a node."""
    match node:
        case ast.Compare(ops=[op], left=left, comparators=right) if type(op) in COMPARISONS:
            yield ast.Compare(left=left, ops=[COMPARISONS[type(op)]()], comparators=right)
        case ast.Compare(left=left, ops=ops, comparators=right):
            yield from _chained(left, ops, right)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(op=ast.And() if isinstance(op, ast.Or) else ast.Or(), values=values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            yield ast.BinOp(left=node.left, op=OPERATORS[type(op)](), right=node.right)
        case ast.Constant(value=value):
            yield from (ast.Constant(other) for other in _constants(value))
        case ast.Call(func=ast.Name(id=name), args=args) if name in CALLS and (len(args) > 1 or _many(args)):
            yield ast.Call(func=ast.Name(id=CALLS[name], ctx=ast.Load()), args=args, keywords=node.keywords)
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in ATTRIBUTES:
            yield ast.Attribute(value=node.value, attr=ATTRIBUTES[name], ctx=ast.Load())
        case _:
            yield from _controls(node)


def _controls(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If(test=test, body=body, orelse=orelse) if _plain(test):
            yield ast.If(test=_not(test), body=body, orelse=orelse)
        case ast.IfExp(test=test, body=then, orelse=other) if _plain(test):
            yield ast.IfExp(test=_not(test), body=then, orelse=other)
        case ast.Return(value=ast.expr() as value) if not _nothing(value):
            yield ast.Return(value=ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() as given) if not _nothing(given):
            yield ast.Expr(value=ast.YieldFrom(value=ast.Tuple(elts=[], ctx=ast.Load())))
        case ast.Continue():
            yield ast.Break()
        case _:
            pass


def _chained(left: ast.expr, ops: list[ast.cmpop], right: list[ast.expr]) -> Iterator[ast.AST]:
    for at, op in enumerate(ops):
        if type(op) in COMPARISONS:
            changed = [*ops[:at], COMPARISONS[type(op)](), *ops[at + 1 :]]
            yield ast.Compare(left=left, ops=changed, comparators=right)


def _constants(value: object) -> tuple[bool | int, ...]:
    if isinstance(value, bool):
        return (not value,)
    return (value + 1, value - 1) if isinstance(value, int) and abs(value) < SMALL else ()


def _many(args: list[ast.expr]) -> bool:
    return len(args) == 1 and isinstance(args[0], ast.Starred | ast.GeneratorExp | ast.ListComp)


def _plain(test: ast.expr) -> bool:
    """Say whether no other operator changes a condition."""
    return not (isinstance(test, ast.Compare | ast.BoolOp) or _is_not(test))


def _is_not(test: ast.expr) -> bool:
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(op=ast.Not(), operand=test)


def _nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


# --- Where


@define
class Finder(ast.NodeVisitor):
    """Collects the changes of one function; texts, annotations, decorators and inner classes are left alone."""

    found: list[Change] = field(factory=list)
    _statement: list[ast.stmt] = field(factory=list)

    def visit(self, node: ast.AST) -> None:
        """Look at a node and, unless it is text, at what is inside it."""
        if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.arguments | ast.Raise):
            self._inner(node)
            return
        if isinstance(node, ast.stmt):
            self._statement.append(node)
        self.found += [Change(node, instead, self._statement[-1]) for instead in changes(node)]
        self.generic_visit(node)
        if isinstance(node, ast.stmt):
            self._statement.pop()

    def _inner(self, node: ast.AST) -> None:
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            self._statement.append(node)
            self.visit(node.value)
            self._statement.pop()


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """Yield the functions and methods of a module, not those inside functions, with their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{prefix}{node.name}.")


def in_function(function: Function) -> list[Change]:
    """Return the changes of a function's body."""
    finder = Finder()
    for statement in function.body:
        finder.visit(statement)
    return finder.found


def mutants() -> Iterator[Mutant]:
    """Yield every mutant of every function of the law."""
    paths = sorted(HERE.glob("*.py"))
    for path in paths:
        importlib.import_module(f"kzrights.law.{path.stem}")
    living = _living()
    for path in paths:
        tree = ast.parse(path.read_text("utf-8"))
        for name, function in functions(tree):
            if alive := living.get((str(path), name)):
                yield from _of_function(path, tree, name, function, alive)


def _of_function(
    path: Path, tree: ast.Module, name: str, function: Function, alive: list[FunctionType]
) -> Iterator[Mutant]:
    seen: Counter[str] = Counter()
    for change in in_function(function):
        told = f"{path.stem}.{name}: {change.told}"
        seen[told] += 1
        yield Mutant(
            id=told if seen[told] == 1 else f"{told} #{seen[told]}",
            kind=Kind.STATEMENT,
            module=path.stem,
            place=f"{path.name}:{getattr(change.node, 'lineno', function.lineno)}",
            apply=functools.partial(_replace, tree, change, name, alive),
            lines={str(path): change.lines},
        )


def _living() -> dict[tuple[str, str], list[FunctionType]]:
    found: dict[tuple[str, str], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(HERE)):
            found.setdefault((one.__code__.co_filename, one.__code__.co_qualname), []).append(one)
    return found


# --- Making the change


def _replace(tree: ast.Module, change: Change, name: str, alive: list[FunctionType]) -> None:
    _Swap(change).visit(tree)
    module = compile(ast.fix_missing_locations(tree), alive[0].__code__.co_filename, "exec")
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(module)}
    for function in alive:
        function.__globals__.setdefault("earlier", kzrights.moments.earlier)
        function.__globals__.setdefault("later", kzrights.moments.later)
        function.__code__ = codes[name, function.__code__.co_firstlineno]


class _Swap(ast.NodeTransformer):
    def __init__(self, change: Change) -> None:
        self.change = change

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.change.node:
            return ast.copy_location(self.change.instead, node)
        self.generic_visit(node)
        return node


def _codes(code: CodeType) -> Iterator[CodeType]:
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield const
            yield from _codes(const)
