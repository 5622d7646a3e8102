"""The built pages on loopback, and Chromium to look at them with."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

PAGES: Final = Path(os.environ.get("KZRIGHTS_PAGES", Path(__file__).parents[2] / "docs" / "_build" / "html"))
TYPES: Final = {".mjs": "text/javascript", ".wasm": "application/wasm"}
FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1000",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback, and yield its address."""
    _Quiet.extensions_map.update(TYPES)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def chromium(*, scripts: bool = True, net_log: Path | None = None) -> Iterator[Chrome]:
    """Start Chromium with a profile of its own; ``net_log`` is where it notes every request it makes."""
    options = ChromeOptions()
    options.binary_location = program("chromium")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}", *([f"--log-net-log={net_log}"] if net_log else [])):
            options.add_argument(flag)
        driver = Chrome(options=options, service=Service(program("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def program(name: str) -> str:
    """Return where a program is.

    Raises:
        FileNotFoundError: when it is not installed.
    """
    found = shutil.which(name)
    if not found:
        raise FileNotFoundError(f"{name} is not installed; Debian has it: apt-get install chromium chromium-driver")
    return found


def requested(net_log: Path, origin: str) -> list[str]:
    """Return the addresses that pages and workers of an origin asked for, in a log that Chromium has finished.

    What the browser asks for on its own account has another initiator.
    """
    given = (event.get("params", {}) for event in json.loads(net_log.read_text("utf-8"))["events"])
    return [one["url"] for one in given if one.get("initiator") == origin and "url" in one]


def told(driver: Chrome) -> list[str]:
    """Return the addresses that the page asked for, as the DevTools protocol tells them."""
    messages = (json.loads(entry["message"])["message"] for entry in log(driver, "performance"))
    return [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]


def log(driver: Chrome, kind: str) -> list[dict[str, str]]:
    """Return what the browser has logged since it was last asked: of kind ``browser`` or ``performance``."""
    entries: list[dict[str, str]] = driver.get_log(kind)  # type: ignore[no-untyped-call]
    return entries
