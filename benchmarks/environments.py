"""Who is measured: kzrights, two yardsticks, and the rivals, each set up in an environment of its own."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
BUILD: Final = ROOT / "build" / "bench"
OURS: Final = "kzrights"


class Contender(NamedTuple):
    """An engine, and how to start it; ``missing`` says why it cannot be."""

    name: str
    version: str
    command: tuple[str, ...] = ()
    missing: str | None = None


def home() -> list[Contender]:
    """Return kzrights and the yardsticks, which need no environment of their own."""
    import importlib.metadata
    import platform

    import kzrights

    return [
        Contender(OURS, kzrights.__version__, _asked_by(sys.executable, "ours")),
        Contender("numpy by hand", importlib.metadata.version("numpy"), _asked_by(sys.executable, "rivals.vectors")),
        Contender("plain Python", platform.python_version(), _asked_by(sys.executable, "rivals.plain")),
    ]


def rivals() -> list[Contender]:
    """Set every rival up, and return them all, those that could not be set up with the reason."""
    table = tomllib.loads((HERE / "rivals.toml").read_text())
    return [_program(row) if "program" in row else _package(row, table["numpy"]) for row in table["rival"]]


def _asked_by(python: str, module: str) -> tuple[str, ...]:
    return (python, "-m", "benchmarks.child", module)


def _package(row: dict[str, str], numpy: str) -> Contender:
    folder = BUILD / row["package"]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = [f"{row['package']}=={row['version']}", f"numpy=={numpy}"]
    stamp = folder / "installed.txt"
    if not stamp.exists() or stamp.read_text().split() != wanted:
        print(f"setting up {row['name']} {row['version']}", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *wanted]
        for command in ([sys.executable, "-m", "venv", str(folder)], pip):
            if subprocess.run(command, capture_output=True, check=False).returncode:
                return Contender(row["name"], row["version"], missing="could not be installed from PyPI")
        stamp.write_text("\n".join(wanted))
    return Contender(row["name"], row["version"], _asked_by(str(python), row["module"]))


def _program(row: dict[str, str]) -> Contender:
    found = shutil.which(row["program"])
    if not found:
        return Contender(row["name"], "–", missing=f"not on this machine ({row['hint']})")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.split()
    version = next(word for word in said if word[0].isdigit())
    return Contender(row["name"], version, (found, str(HERE / row["script"])))


def run(command: tuple[str, ...], *arguments: object) -> str:
    """Run a child to its end, and return what it printed.

    Raises:
        RuntimeError: with the end of what it complained of, when it failed.
    """
    asked = [*command, *map(str, arguments)]
    done = subprocess.run(asked, cwd=ROOT, env=_surroundings(), capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{' '.join(asked[-4:])}: {done.stderr[-2000:]}")
    return done.stdout


@functools.cache
def _surroundings() -> dict[str, Any]:
    here = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**here, "PYTHONPATH": str(ROOT / "src")}
