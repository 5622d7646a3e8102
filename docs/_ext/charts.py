"""Pictures of packaged cases, drawn when the pages are built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from pendulum import Date
from sphinx.util.docutils import SphinxDirective

import kzrights as kz

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "_build/charts"
"""Under the folder of the pages; no page is looked for there."""


class Chart(SphinxDirective):
    """The timeline of a packaged case or, with ``reform``, a comparison; ``on`` is the day that is marked."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "name": directives.unchanged_required,
        "alt": directives.unchanged_required,
        "on": directives.unchanged_required,
        "activity": str.split,
        "reform": str.split,
    }

    def run(self) -> list[nodes.Node]:
        """Draw it, and show the file; ``name``, ``alt`` and ``on`` must be given."""
        case = self.arguments[0]
        file = f"{FOLDER}/{self.options['name']}.svg"
        path = Path(self.env.srcdir, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        kz.chart(self._drawn(), path, activities=self._activities(), on=self._day(), title=case)
        return [nodes.image(uri=f"/{file}", alt=self.options["alt"])]

    def _drawn(self) -> kz.Timeline | kz.Comparison:
        case = kz.example(self.arguments[0])
        reforms = [kz.Scenario.of(kz.reforms.parse(name)) for name in self.options.get("reform", ())]
        return kz.compare(case, *reforms) if reforms else kz.timeline(case)

    def _activities(self) -> list[str]:
        found: list[str] = self.options.get("activity", [])
        return found

    def _day(self) -> Date:
        return Date.fromisoformat(self.options["on"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("kz-chart", Chart)
    return {"parallel_read_safe": True}
