"""Packaged cases and the command line, as the library itself answers."""

from __future__ import annotations

import contextlib
import io
import shlex
from itertools import groupby
from typing import TYPE_CHECKING

import kzrights as kz
from kzrights import cli

from .act_pages import activity_ref
from .activity_pages import SIGNS
from .decided import Decision, days, decisions
from .norms import rule_ref
from .terms import status_ref
from .text import Generated, link, shown_day, table

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
    rules = dict.fromkeys((status.rule, *status.also))
    return (
        status_ref(status.kind) + presumed,
        shown_day(status.from_),
        shown_day(status.until),
        "; ".join(rule_ref(rule) for rule in rules),
    )


class Decided(Generated):
    """Which rules decide what in a packaged case, the first day first."""

    required_arguments = 1
    optional_arguments = 0

    def text(self) -> str:
        """Return the Markdown."""
        found = sorted(decisions(self.arguments[0]), key=_order)
        rows = [_decided(list(same)) for _, same in groupby(found, key=_order)]
        return table(("rule", "makes it", "days", "activities"), rows)


def _order(one: Decision) -> tuple[str, str, str, int]:
    return str(one.span.start), str(one.span.end), one.rule.name, one.permission


def _decided(same: list[Decision]) -> tuple[str, ...]:
    first = same[0]
    kind = str(first.permission)
    activities = ", ".join(activity_ref(one.activity) for one in same)
    return rule_ref(first.rule), f"{SIGNS[kind]}\u00a0{kind}", days(first.span), activities


class Sources(Generated):
    """Where a packaged case is reported."""

    required_arguments = 1
    optional_arguments = 0

    def text(self) -> str:
        """Return the Markdown."""
        sources = kz.example(self.arguments[0]).sources
        return "\n".join(f"* {link(one.title, one.url or '')}" for one in sources)


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
    app.add_directive("kz-decided", Decided)
    app.add_directive("kz-sources", Sources)
    return {"parallel_read_safe": True}
