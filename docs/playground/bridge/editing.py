"""One value put into the text of a file, or taken out: the rest of the text stays, comments too."""

from __future__ import annotations

import io
import re
from collections.abc import MutableMapping, MutableSequence
from itertools import pairwise
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import PlainScalarString

from kzrights.casefile.tree import BROKEN, Scalar, parse
from kzrights.casefile.writer import write
from kzrights.changes.paths import steps
from kzrights.errors import CaseFileError, Problem

_SAFE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(?: [A-Za-z0-9_.+-]+)*")
_WIDTH: Final = 1 << 16


def edited(text: str, path: str, value: Any) -> str:
    """Return the text with a value at a path.

    Args:
        text: a file that can be read.
        path: of a key, or of a place in a list; the place after the last one adds to it.
        value: text as the file spells it, lists and mappings of such; ``{"text": …}`` for text that stays text
            whatever it looks like; ``None`` takes away what is there.

    Raises:
        CaseFileError: when the text cannot be read whole.
    """
    fragment = None if value is None else write({"value": [_spelled(value)]})
    wanted = _whole(text)
    _put(wanted, path, fragment and _whole(fragment)["value"][0])
    kept = _with_comments(text, path, fragment)
    return kept if kept is not None and _whole(kept) == wanted else write(_writable(wanted))


def _writable(node: Any) -> Any:
    """Return a tree in which text that stood in quotes will stand in quotes."""
    if isinstance(node, dict):
        return {key: _writable(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_writable(value) for value in node]
    return node if node.plain else node.text


def _spelled(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"text"}:
        return value["text"]
    if isinstance(value, dict):
        return {key: _spelled(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_spelled(one) for one in value]
    return Scalar(value, plain=True) if _SAFE.fullmatch(value) else value


def _whole(text: str) -> Any:
    document = parse(text.encode("utf-8", "surrogatepass"))
    if document.problems or document.root is BROKEN:
        raise CaseFileError(document.problems)
    if not isinstance(document.root, dict):
        raise CaseFileError([Problem("", "expected keys and values", 1)])
    return document.root


def _with_comments(text: str, path: str, fragment: str | None) -> str | None:
    """Return the text as a reader that keeps comments writes it; ``None`` where it stumbles."""
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    try:
        root = yaml.load(text)
        value = fragment and yaml.load(fragment)["value"][0]
        # a bare text would take over the quotes of the one before
        _put(root, path, PlainScalarString(value) if type(value) is str else value)
        yaml.dump(root, out)
    except (YAMLError, ValueError, LookupError, TypeError, AttributeError):
        return None
    return out.getvalue()


def _put(root: Any, path: str, value: Any) -> None:
    """Change a tree at a path; lists and mappings on the way that are not there are made."""
    way = [part for step in steps(path) for part in ((step.key,) if step.at < 0 else (step.key, step.at))]
    here = root
    for part, after in pairwise(way):
        here = _step(here, part, [] if isinstance(after, int) else {})
    last = way[-1]
    if value is None:
        del here[last]
    elif isinstance(here, MutableSequence) and last == len(here):
        _opened(here).append(value)
    else:
        here[last] = value


def _step(here: Any, part: str | int, new: Any) -> Any:
    if isinstance(here, MutableMapping) and part not in here:
        here[part] = new
    return here[part]


def _opened(items: Any) -> Any:
    """Let an empty list written as ``[]`` grow downwards, one entry a line."""
    if not items and hasattr(items, "fa"):
        items.fa.set_block_style()
    return items
