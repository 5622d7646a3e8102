"""One browser with the playground open serves most of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .page import Page
from .site import PAGES, chromium, log, requested, served, told


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built pages."""
    assert (PAGES / "playground.html").exists(), f"{PAGES} holds no playground; `make docs` builds it"
    with served(PAGES) as address:
        yield address


@pytest.fixture(scope="session")
def page(site: str, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Page]:
    """The playground in a browser; what it asked for and what it complained of is looked at when all is done."""
    net_log = tmp_path_factory.mktemp("browser") / "net.json"
    with chromium(net_log=net_log) as driver:
        page = Page(driver, site)
        milliseconds = page.open()
        with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            print(f"\nplayground: first answer after {milliseconds / 1000:.1f} s")
        yield page
        seen = told(driver)
        complaints = [one["message"] for one in log(driver, "browser")]
    own = requested(net_log, site)
    assert any(one.endswith(".wasm") for one in own), "the log of the network lacks what the worker loads"
    assert [one for one in (*own, *seen) if not one.startswith((f"{site}/", "data:", "chrome"))] == []
    assert complaints == []


@pytest.fixture
def net_log(tmp_path: Path) -> Path:
    """Where a browser of its own may note its requests."""
    return tmp_path / "net.json"
