"""Check a built site: ``python -m tools.check_site docs/_build/html``.

Every link inside the site leads to a page and a place that are there, no page loads anything from another host, and
the search index has the words that readers look for. Faults are listed, and the exit status is 1.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import snowballstemmer

WORDS = ("судимость", "перечень", "соттылық", "тізбе", "freeze")
"""What the search must find."""
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "video": "src"}
_LOADING = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "manifest"}
_IN_CSS = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")


class Page(HTMLParser):
    """The places, links and loads of one page."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.places: set[str] = set()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag names, links to or loads."""
        found = {name: value or "" for name, value in attrs}
        self.places |= {found[name] for name in ("id", "name") if found.get(name)}
        if tag == "a" and "href" in found:
            self.links.add(found["href"])
        if tag in _LOADED and found.get(_LOADED[tag]):
            self.loads.add(found[_LOADED[tag]])
        if tag == "link" and _LOADING & {*found.get("rel", "").split()}:
            self.loads.add(found.get("href", ""))


def pages(site: Path) -> dict[str, Page]:
    """Return every page of a site by its path."""
    return {file.relative_to(site).as_posix(): Page(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}


def faults(site: Path) -> Iterator[str]:
    """Yield what is wrong with a site."""
    found = pages(site)
    if not found:
        yield f"{site}: no page is there"
        return
    for name, page in found.items():
        yield from (f"{name}: {says}" for says in _of_page(site, name, page, found))
    for sheet in sorted(site.rglob("*.css")):
        for url in _IN_CSS.findall(sheet.read_text("utf-8")):
            yield f"{sheet.relative_to(site)}: loads {url} from another host"
    yield from (f"search: does not find {word!r}" for word in unfound(site, WORDS))


def _of_page(site: Path, name: str, page: Page, found: dict[str, Page]) -> Iterator[str]:
    for url in sorted(page.loads | page.links):
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            if url in page.loads and parts.scheme != "data":
                yield f"loads {url} from another host"
            continue
        target = _target(name, unquote(parts.path))
        place = unquote(parts.fragment)
        if not (site / target).is_file():
            yield f"links to {url}, which is not there"
        elif place and target in found and place not in found[target].places:
            yield f"links to {url}, a place that is not on that page"


def _target(name: str, path: str) -> str:
    if not path:
        return name
    steps: list[str] = [*Path(name).parent.parts]
    for step in path.split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join([*steps, "index.html"] if path.endswith("/") else steps)


def index(site: Path) -> dict[str, object]:
    """Return the search index of a site."""
    text = (site / "searchindex.js").read_text("utf-8")
    read: dict[str, object] = json.loads(text.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    return read


def unfound(site: Path, words: Iterable[str]) -> list[str]:
    """Return the words that a search of the site finds on no page."""
    terms = index(site)["terms"]
    assert isinstance(terms, dict)
    return [word for word in words if stem(word) not in terms]


def stem(word: str) -> str:
    """Return the stem under which the site indexes a word."""
    language = "russian" if re.search("[\u0400-\u04ff]", word) else "english"
    return str(snowballstemmer.stemmer(language).stemWord(word.lower()))


def main(args: list[str]) -> int:
    """List the faults of the site named."""
    site = Path(args[0])
    wrong = list(faults(site))
    print("\n".join(wrong) if wrong else f"{site}: {sum(1 for _ in site.rglob('*.html'))} pages, every link holds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
