"""Markdown made by hand: escaping, tables, and a directive that parses what a function wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from kzrights import Moment

_SPECIAL = re.compile(r"([\\`*_\[\]<>|${}#~])")


def plain(text: object) -> str:
    """Return ``text`` on one line, with nothing in it that Markdown would take for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def code(text: object) -> str:
    """Return ``text`` as code, for a line or a cell."""
    return f"`{text}`"


def link(says: object, url: str) -> str:
    """Return a link; addresses of acts carry characters that need angle brackets."""
    return f"[{plain(says)}](<{url}>)" if url.startswith("http") else plain(says)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines)


def day(moment: Moment) -> str:
    """Return a day that may be uncertain, or have no known end."""
    return "" if str(moment) == "never" else str(moment).removeprefix("some day ")


def shown_day(moment: Moment) -> str:
    """Return a day for a cell, where no line breaks inside it."""
    return re.sub(r"\d{4}-\d\d-\d\d", r"[\g<0>]{.day}", day(moment))


class Generated(SphinxDirective):
    """Puts in its place the Markdown that :meth:`text` returns, sections and all."""

    optional_arguments = 1
    final_argument_whitespace = True

    def text(self) -> str:
        """Return the Markdown."""
        raise NotImplementedError

    def run(self) -> list[Any]:
        """Parse it where the directive stands."""
        return list(self.parse_text_to_nodes(self.text(), allow_section_headings=True))
