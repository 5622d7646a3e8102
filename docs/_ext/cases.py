"""Packaged cases and the command line, as the library itself answers."""

from __future__ import annotations

import contextlib
import io
import shlex
from typing import TYPE_CHECKING

import kzrights as kz
from kzrights import cli

from .text import Generated, day, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Statuses(Generated):
    """The legal states of a packaged case."""

    required_arguments = 1
    optional_arguments = 0

    def text(self) -> str:
        """Return the Markdown."""
        rows = (_status(one) for one in kz.timeline(kz.example(self.arguments[0])).statuses)
        return table(("status", "from", "until", "provision"), rows)


def _status(status: kz.Status) -> tuple[str, ...]:
    presumed = " (presumed)" if status.presumed else ""
    return status.kind.label + presumed, day(status.from_), day(status.until), plain(status.rule.provision)


class Run(Generated):
    """A command of the command line and what it prints."""

    required_arguments = 1
    optional_arguments = 0

    def text(self) -> str:
        """Return the Markdown."""
        return f"```console\n$ kzrights {self.arguments[0]}\n{printed(self.arguments[0])}```"


def printed(command: str) -> str:
    """Return what ``kzrights`` prints; a command that is refused breaks the build."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = cli.main(shlex.split(command))
    if status:
        raise RuntimeError(f"kzrights {command}: exit status {status}")
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("kz-statuses", Statuses)
    app.add_directive("kz-run", Run)
    return {"parallel_read_safe": True}
