"""The playground: the page's own files, the library as a wheel, and what runs it in a browser."""

from __future__ import annotations

import base64
import gzip
import hashlib
import importlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docutils import nodes
from docutils.parsers.rst import directives
from hatchling.builders.wheel import WheelBuilder
from pendulum import Date
from sphinx.util.docutils import SphinxDirective

import kzrights as kz
from kzrights.screen import MARKS

from .fetched import Fetched
from .text import Generated, plain, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PAGE: Final = "playground"
_OWN: Final = ("*.js", "*.css", "bridge/*.py")


class Playground(SphinxDirective):
    """The page's HTML; its scripts fill it."""

    def run(self) -> list[nodes.Node]:
        """Return it as it stands in its file."""
        file = Path(self.env.srcdir, PAGE, "page.html")
        self.env.note_dependency(str(file))
        return [nodes.raw("", file.read_text("utf-8"), format="html")]


class Precomputed(Generated):
    """Packaged cases and some activities on a day: what the library answered when the pages were built."""

    option_spec: ClassVar[dict[str, Any]] = {
        "on": directives.unchanged_required,
        "activities": directives.unchanged_required,
    }

    def text(self) -> str:
        """Return the Markdown."""
        asked = [kz.Activity.named(name) for name in self.options["activities"].split()]
        day = Date.fromisoformat(self.options["on"])
        rows = ((link_to(slug), *(_answer(slug, one, day) for one in asked)) for slug in kz.slugs())
        return table((f"on {day}", *(plain(one.label) for one in asked)), rows)


def link_to(slug: str) -> str:
    """Return a link to where a packaged case is told."""
    return f"{{doc}}`{slug} </cases/{slug}>`"


def _answer(slug: str, activity: kz.Activity, day: Date) -> str:
    permission = kz.can(kz.example(slug), activity, on=day).permission
    return f"{plain(MARKS[permission][0])} {permission}"


def assemble(app: Sphinx, error: Exception | None) -> None:
    """Put together, beside the page, everything it loads; and say what it weighs."""
    if error or app.builder.name != "html":
        return
    source, target = Path(app.srcdir, PAGE), Path(app.outdir, PAGE)
    shutil.rmtree(target, ignore_errors=True)
    (target / "wheels").mkdir(parents=True)
    fetched = Fetched(source / "lock.toml", Path(app.srcdir).parent / "build" / PAGE)
    for name, content in fetched.runtime():
        (target / name).write_bytes(content)
    for wheel in fetched.wheels():
        shutil.copy(wheel, target / "wheels")
    _own(source, target)
    _guard(Path(app.outdir, f"{PAGE}.html"))
    loaded = [file for file in target.rglob("*") if file.is_file()]
    packed = sum(len(gzip.compress(file.read_bytes(), 6)) for file in loaded)
    print(f"playground: {_mb(map(_size, loaded)):.1f} MB in {len(loaded)} files, {packed / 1e6:.1f} MB packed")


def _own(source: Path, target: Path) -> None:
    """Build the wheel of the library, copy the page's files, and write what it must know."""
    next(WheelBuilder(str(source.parent.parent)).build(directory=str(target / "wheels"), versions=["standard"]))
    bridge = importlib.import_module(f"{PAGE}.bridge")
    (target / "start.json").write_text(json.dumps(bridge.start(), ensure_ascii=False), "utf-8")
    for file in (file for pattern in _OWN for file in source.glob(pattern)):
        (target / file.relative_to(source)).parent.mkdir(exist_ok=True)
        shutil.copy(file, target / file.relative_to(source))
    loads = [*(target / "wheels").iterdir(), *(target / "bridge").iterdir()]
    (target / "loads.json").write_text(json.dumps(sorted(_tagged(target, file) for file in loads)), "utf-8")


def _tagged(target: Path, file: Path) -> str:
    """Return the address of a file, with its hash, so that no browser keeps an older one."""
    return f"{file.relative_to(target).as_posix()}?{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"


def _size(file: Path) -> int:
    return file.stat().st_size


def _mb(sizes: Iterator[int]) -> float:
    return sum(sizes) / 1e6


def _guard(page: Path) -> None:
    """Let the page load from its own origin only, whatever its scripts may ask for."""
    html = page.read_text("utf-8")
    if "Content-Security-Policy" in html:  # a page of an earlier build, which this one left alone
        return
    inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in dict.fromkeys(inline) if script.strip())
    policy = (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "form-action 'self'; base-uri 'none'"
    )
    icon = '<link rel="icon" href="data:,">'  # or browsers would look for one
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">{icon}'
    page.write_text(re.sub(r"(<meta charset=[^>]*>)", rf"\1{meta}", html, count=1), "utf-8")


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives, and put the files together once the pages are written."""
    app.add_directive("kz-playground", Playground)
    app.add_directive("kz-precomputed", Precomputed)
    app.connect("build-finished", assemble)
    return {"parallel_read_safe": True}
