"""Every example runs: Python, case files and commands of README and docs, and the docstrings of the library.

In the pages, a ``yaml`` block that begins as a case file becomes ``case.yaml`` for the examples after it; a
``console`` block is run and its output compared, where a line ``…`` stands for any lines.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import pkgutil
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import kzrights
from kzrights import cli

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs/cases").glob("*.md"))]
FLAGS = doctest.ELLIPSIS
OTHERS = {r"duckdb": ("duckdb",), r"pandas|pd\.": ("pandas", "pyarrow"), r"dask\.": ("distributed",)}
"""What each statement says that needs packages of others, which need not be installed for it."""


def write_case_file(example: Example) -> None:
    text = str(example.parsed)
    if text.startswith("kzrights:"):
        Path("case.yaml").write_text(text, encoding="utf-8")
        kzrights.load("case.yaml")
    if text.startswith("changes:"):
        Path("changes.yaml").write_text(text, encoding="utf-8")


def run_commands(example: Example) -> None:
    for command, expected in _commands(str(example.parsed)):
        printed = _printed(command)
        assert _found(expected, printed.splitlines()), f"kzrights {command} printed:\n{printed}"


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in text.split("$ kzrights ")[1:]:
        command, *expected = part.rstrip("\n").splitlines()
        yield command, expected


def _printed(command: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = cli.main(shlex.split(command))
    assert status == 0, command
    return out.getvalue()


def _found(expected: list[str], printed: list[str]) -> bool:
    """Say whether the lines are those printed, in their order, with any others where a ``…`` stands."""
    if not expected:
        return not printed
    first, *rest = expected
    if first.strip() == "…":
        return any(_found(rest, printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and printed[0].rstrip() == first.rstrip() and _found(rest, printed[1:])


def examples(page: Path) -> list[Example]:
    python = PythonCodeBlockParser(doctest_optionflags=FLAGS)
    yaml = CodeBlockParser(language="yaml", evaluator=write_case_file)
    console = CodeBlockParser(language="console", evaluator=run_commands)
    return list(Sybil(parsers=[python, yaml, console], path=str(page.parent)).parse(page).examples())


def can_run(example: Example) -> bool:
    """Say whether the packages of others that an example imports are installed."""
    said = getattr(example.parsed, "source", None) or str(example.parsed)
    needed = (name for word, names in OTHERS.items() if re.search(rf"\b(?:{word})", said) for name in names)
    return all(map(find_spec, needed))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in filter(can_run, examples(page)):
        example.evaluate()


def test_examples_of_packages_that_are_not_there_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> import duckdb\n>>> 1\n2\n\n```\n")
    for there in (True, False):
        monkeypatch.setattr(sys.modules[__name__], "find_spec", lambda _, there=there: there or None)
        assert [can_run(example) for example in examples(page)] == [there, True]


def test_pages_have_examples() -> None:
    count = {page.name: len(examples(page)) for page in PAGES}
    assert count["README.md"] >= 3
    guide = ("write", "ask", "explanation", "household", "unknowns", "choose", "pictures", "tool")
    assert all(count[f"{name}.md"] >= 1 for name in guide)
    assert sum(count[f"{name}.md"] for name in guide) >= 15
    assert sum(count[page.name] for page in PAGES if page.parent.name == "cases") >= 8


def test_output_may_be_shortened_only_where_it_says_so() -> None:
    assert _found(["a", "…", "d"], ["a", "b", "c", "d"])
    assert not _found(["a", "d"], ["a", "b", "c", "d"])
    assert not _found(["a"], ["a", "b"])


def test_a_wrong_example_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n\n```\n")
    (example,) = examples(page)
    with pytest.raises(Exception, match="Expected"):
        example.evaluate()


MODULES = sorted(
    module.name for module in pkgutil.walk_packages(kzrights.__path__, "kzrights.") if "__main__" not in module.name
)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    module = importlib.import_module(name)
    for test in finder.find(module, name, extraglobs={"kz": kzrights}):
        runner.run(test)
    assert runner.summarize(verbose=False).failed == 0
