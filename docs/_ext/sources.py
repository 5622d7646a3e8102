"""The code of the rules and of their tests as pages of the site, each line with an address."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from sphinx.util.docutils import SphinxRole
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ROOT = Path(__file__).parent.parent.parent
SHOWN = ("src/kzrights/law", "tests")


class Source(SphinxRole):
    """A link to a line of code, ``{source}`words <tests/test_cap.py:12>```, on the page that shows the file."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; a file or a line that is not there is a warning."""
        says, _, place = self.text.rstrip(">").rpartition(" <")
        file, _, line = place.partition(":")
        if file not in files() or not 1 <= int(line or 1) <= files()[file]:
            return [], [self._refused(self.inliner, place)]
        where = relative_uri(f"{self.env.docname}.html", f"{page_of(file)}.html")
        shown = nodes.literal(says, says)
        return [nodes.reference("", "", shown, refuri=f"{where}#L-{line}" if line else where)], []

    def _refused(self, inliner: Inliner, place: str) -> nodes.system_message:
        return inliner.reporter.warning(f"source: nothing is at {place!r}", line=self.lineno)


def page_of(file: str) -> str:
    """Return the page that shows a file."""
    return "source/" + file.removeprefix("src/").removesuffix(".py")


@functools.cache
def files() -> dict[str, int]:
    """Return the files that are shown, with their number of lines."""
    found = (file for folder in SHOWN for file in sorted(ROOT.joinpath(folder).rglob("*.py")))
    return {file.relative_to(ROOT).as_posix(): len(file.read_text("utf-8").splitlines()) for file in found}


def _pages(_: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    shape = HtmlFormatter(linenos="inline", anchorlinenos=True, lineanchors="L", wrapcode=True, nowrap=False)
    for file in files():
        code = highlight(ROOT.joinpath(file).read_text("utf-8"), PythonLexer(), shape)
        body = f'<h1 class="kz-file">{file}</h1>\n<div class="kz-source">{code}</div>'
        yield page_of(file), {"title": file, "body": body, "parents": [], "toctree": _no_tree}, "page.html"


def _no_tree(**_: Any) -> str:
    """Leave the tree of pages out: it would be most of the file."""
    return ""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the role and the pages."""
    app.add_role("source", Source())
    app.connect("html-collect-pages", _pages)
    return {"parallel_read_safe": True}
