"""The data files of the package, read without the cost of ``importlib.resources``."""

from __future__ import annotations

import os
from typing import Any


def read_text(*path: str) -> str:
    """Return the text of a data file, by its path inside the package: ``read_text("law", "scopes.toml")``."""
    with open(os.path.join(os.path.dirname(__file__), *path), encoding="utf-8") as file:
        return file.read()


def read_table(*path: str) -> dict[str, Any]:
    """Return a TOML data file as a dictionary."""
    import tomllib

    return tomllib.loads(read_text(*path))
