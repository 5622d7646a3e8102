"""Search in the languages of the site: English words by their English stem, Cyrillic ones by their Russian stem.

Kazakh has no stemmer: its words go through the Russian one, in the index and in the query alike, which finds every
word as it is written on a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import snowballstemmer
from sphinx.search import _MINIFIED_JS_PATH
from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_STEMMERS = ("base", "english", "russian")
_BOTH = """
window.Stemmer = function () {
  const english = new EnglishStemmer(), russian = new RussianStemmer();
  this.stemWord = (word) => (/[\\u0400-\\u04ff]/.test(word) ? russian : english).stemWord(word);
};
"""


class SearchBoth(SearchEnglish):
    """English, with Cyrillic words stemmed as Russian ones."""

    js_stemmer_rawcode = ""

    def __init__(self, options: dict[str, str]) -> None:
        """Prepare both stemmers."""
        super().__init__(options)
        self.russian = snowballstemmer.stemmer("russian")
        files = (_MINIFIED_JS_PATH / f"{name}-stemmer.js" for name in _STEMMERS)
        self.js_stemmer_code = "\n".join([*(file.read_text("utf-8") for file in files), _BOTH])

    def stem(self, word: str) -> str:
        """Return the stem of a word by its letters."""
        return str(self.russian.stemWord(word.lower())) if _CYRILLIC.search(word) else super().stem(word)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put it in the place of English."""
    app.add_search_language(SearchBoth)
    return {"parallel_read_safe": True}
