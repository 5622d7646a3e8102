"""What the page knows before the library runs in it; written into the site when the pages are built."""

from __future__ import annotations

from typing import Final

import kzrights as kz
from kzrights.activities import FIELDS, in_field
from kzrights.casefile.tree import parse
from kzrights.data import read_text
from kzrights.languages import LANGUAGES, Words
from kzrights.law.sources import VERIFIED
from kzrights.screen import MARKS

from .shape import shape, tree_of
from .views import Plain

ON: Final = "2025-06-01"
"""The day that the page shows at first."""
CASE: Final = "atyrau-2016"
"""The case that the page shows at first."""

SHARED: Final = (
    "on_condition",
    "under_reform",
    "missing",
    "contested",
    "practice",
    "warnings",
    "statuses",
    "none",
    "perhaps",
    "presumed",
)
"""Headings and words of the explanations that the page uses too."""


def start() -> Plain:
    """Return cases, activities, permissions, reforms, and the shape of a case file."""
    return {
        "version": kz.__version__,
        "verified": str(VERIFIED),
        "on": ON,
        "case": CASE,
        "cases": [_packaged(slug) for slug in kz.slugs()],
        "fields": [{"id": field, "activities": [str(one) for one in in_field(field)]} for field in FIELDS],
        "marks": {str(one): MARKS[one][0] for one in kz.Permission},
        "languages": {lang: _names(Words(lang)) for lang in LANGUAGES},
        "reforms": [_reform(one) for one in kz.reforms.REFORMS.values()],
        "shape": shape(),
    }


def _packaged(slug: str) -> Plain:
    text = read_text("examples", f"{slug}.yaml")
    return {"slug": slug, "text": text, "tree": tree_of(parse(text.encode()).root)}


def _names(words: Words) -> Plain:
    """Return what activities, fields and permissions are called, and the words that explanations have in common."""
    return {
        "fields": {field: words.label(f"field.{field}") for field in FIELDS},
        "activities": {str(one): words.label(one) for one in kz.Activity},
        "permissions": {str(one): words.label(one) for one in kz.Permission},
        "words": {key: words(key) for key in SHARED},
        "note": words.find("text", "in_english") or "",
    }


def _reform(one: kz.Reform) -> Plain:
    return {"name": one.name, "says": one.says, "proposer": one.proposer, "source": one.source}
