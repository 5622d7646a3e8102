"""Settings of the documentation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kzrights

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

project = "kzrights"
author = "the kzrights authors"
copyright = "2026, the kzrights authors"
version = release = kzrights.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "_ext.law",
    "_ext.cases",
    "_ext.charts",
    "_ext.casefile",
    "_ext.reforms",
    "_ext.playground",
    "_ext.pages",
    "_ext.sources",
    "_ext.search",
    "_ext.complete",
]
exclude_patterns = ["_build", "_ext"]
myst_enable_extensions = ["colon_fence", "attrs_inline", "deflist", "fieldlist"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"kzrights {release}"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options: dict[str, object] = {"footer_icons": []}

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_use_unqualified_type_names = True

nitpicky = True
# types of other projects, which these pages do not document, and names inside the library that no user needs
nitpick_ignore_regex = [
    ("py:.*", r"(pendulum|attrs?|os|pathlib|fractions|datetime|collections|typing|types|enum)\..*"),
    ("py:.*", r"(hypothesis|numpy|np|polars)\..*"),
    ("py:.*", r"(Date|Fraction|PathLike|Iterable|Iterator|Mapping|Callable|Sequence|ClassVar|Literal|Any|None|field)"),
    ("py:.*", r"(NDArray|DataFrame|LazyFrame|array|Client|SearchStrategy)"),
    ("py:.*", r"kzrights\.(evaluate|segments|law\.(course|world)|law\.rules\.(Edition|Reach))\.?.*"),
    ("py:.*", r"kzrights\.cohorts\.(steps|cohort)\.?.*"),
    ("py:.*", r"(Evaluation|World|Course|Missing|Guard|Edition|Reach|Named|Refused|Target|Watch|Days|Amounts)"),
    ("py:class", r"(forbids|doubts)"),
]


def setup(app: Sphinx) -> None:
    """Keep napoleon from taking first words for a type, leave out what nobody calls, keep the tree of pages flat."""

    def untyped(_: Sphinx, what: str, _name: str, _object: object, _options: object, lines: list[str]) -> None:
        if what in ("attribute", "data", "property") and lines and ":" in lines[0]:
            lines[0] = f": {lines[0]}"

    def uncalled(_: Sphinx, what: str, name: str, *_more: object) -> tuple[str, None] | None:
        return ("", None) if what == "class" and name.rpartition(".")[2] == "Answer" else None

    def shallow(_: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
        if callable(whole := context.get("toctree")):
            context["toctree"] = lambda **options: whole(**{**options, "maxdepth": 2})

    app.connect("html-page-context", shallow, priority=100)
    app.connect("autodoc-process-docstring", untyped, priority=100)
    app.connect("autodoc-process-signature", uncalled)
