"""Pictures of packaged cases, drawn when the pages are built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from pendulum import Date
from sphinx.util.docutils import SphinxDirective

import kzrights as kz

from .text import day

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "_build/charts"
"""Under the folder of the pages; no page is looked for there."""
EVERYDAY = (
    "leave_country open_bank_account receive_wages use_notary judge stand_for_parliament attend_assembly "
    "post_on_social_media own_weapon"
)
"""What the timeline of a case shows unless told otherwise."""


class Chart(SphinxDirective):
    """The timeline of a packaged case or, with ``reform``, a comparison; ``on`` is the day that is marked.

    Without ``alt`` the picture is told by the statuses of the case; ``name`` is what the file is called.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "name": directives.unchanged_required,
        "alt": directives.unchanged_required,
        "on": directives.unchanged_required,
        "activity": str.split,
        "reform": str.split,
    }

    def run(self) -> list[nodes.Node]:
        """Draw it, and show the file; ``on`` must be given."""
        case = self.arguments[0]
        file = f"{FOLDER}/{self.options.get('name', f'case-{case}')}.svg"
        path = Path(self.env.srcdir, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        kz.chart(self._drawn(), path, activities=self._activities(), on=self._day(), title=case)
        return [nodes.image(uri=f"/{file}", alt=self._told(), classes=["kz-chart"])]

    def _drawn(self) -> kz.Timeline | kz.Comparison:
        case = kz.example(self.arguments[0])
        reforms = [kz.Scenario.of(kz.reforms.parse(name)) for name in self.options.get("reform", ())]
        return kz.compare(case, *reforms) if reforms else kz.timeline(case)

    def _told(self) -> str:
        statuses = kz.timeline(kz.example(self.arguments[0])).statuses
        told = "; ".join(f"{one.kind.label} from {day(one.from_)}" + _until(one) for one in statuses)
        return str(self.options.get("alt") or f"Timeline of {self.arguments[0]}: {told}.")

    def _activities(self) -> list[str]:
        shown = [] if "reform" in self.options else EVERYDAY.split()
        found: list[str] = self.options.get("activity", shown)
        return found

    def _day(self) -> Date:
        return Date.fromisoformat(self.options["on"])


def _until(status: kz.Status) -> str:
    return f" until {until}" if (until := day(status.until)) else ""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("kz-chart", Chart)
    return {"parallel_read_safe": True}
