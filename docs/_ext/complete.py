"""Refuses to build a site that lacks a public name, or a law with a rule that cites nothing or stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

import kzrights as kz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_LOGGER = logging.getLogger(__name__)


def _check(_: Sphinx, env: BuildEnvironment) -> None:
    for says in (*_undocumented(env), *_uncited(), *_unplaced(env)):
        _LOGGER.warning(says, type="kzrights")


def _undocumented(env: BuildEnvironment) -> Iterator[str]:
    known = env.domaindata["py"]["objects"]
    for name in kz.__all__:
        if f"kzrights.{name}" not in known:
            yield f"kzrights.{name} is public, and no page documents it"


def _uncited() -> Iterator[str]:
    for fault in kz.LAW.check():
        if fault.kind == "uncited":
            yield str(fault)


def _unplaced(env: BuildEnvironment) -> Iterator[str]:
    labels = env.domaindata["std"]["anonlabels"]
    for rule in kz.LAW.rules:
        if f"rule-{rule.name}".lower() not in labels:
            yield f"rule {rule.name} stands on no page of an act"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Check once all pages are read."""
    app.connect("env-check-consistency", _check)
    return {"parallel_read_safe": True}
