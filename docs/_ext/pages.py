"""Pages written from the law before the others are read; git ignores their folders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from . import act_pages, activity_pages, amount_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

FOLDERS = ("acts", "may", "amounts")


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and the Markdown of each page."""
    return chain(act_pages.pages(), activity_pages.pages(), amount_pages.pages())


def write(folder: Path) -> None:
    """Write each page that is new or other than it was, and remove those that are no more."""
    made = {folder / f"{name}.md": text for name, text in pages()}
    for file, text in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
    for old in chain.from_iterable((folder / name).glob("*.md") for name in FOLDERS):
        if old not in made:
            old.unlink()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the pages as soon as the builder is there."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir)))
    return {"parallel_read_safe": True}
