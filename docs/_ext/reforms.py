"""The page on reforms: those there are, and what was proposed and cannot be expressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzrights.reforms import INEXPRESSIBLE, REFORMS

from .text import Generated, code, link, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from kzrights import Reform


class Reforms(Generated):
    """Every reform: what it changes, who proposes it and where."""

    def text(self) -> str:
        """Return the Markdown."""
        head = ("reform", "what it changes", "how it was put into rules", "proposed by", "proposal")
        return table(head, map(_reform, REFORMS.values()))


def _reform(reform: Reform) -> tuple[str, ...]:
    return (
        code(reform.name),
        plain(reform.says),
        plain(reform.variant),
        link(reform.proposer, reform.source),
        ", ".join(reform.ids),
    )


class Inexpressible(Generated):
    """What was proposed and is no change of the law modelled here."""

    def text(self) -> str:
        """Return the Markdown."""
        return table(("proposal", "why"), ((one, plain(why)) for one, why in INEXPRESSIBLE.items()))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("kz-reforms", Reforms)
    app.add_directive("kz-inexpressible", Inexpressible)
    return {"parallel_read_safe": True}
