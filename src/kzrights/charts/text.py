"""Text on a chart: how wide it is, and where it is broken."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final

FONT: Final = "DejaVu Sans"
"""Comes with matplotlib, and has the Cyrillic letters of Kazakh."""
_POINTS_AN_INCH: Final = 72


@functools.lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a line of text is, in inches; ``size`` is in points."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    wide, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(wide) / _POINTS_AN_INCH


def clean(text: str) -> str:
    """Return text on one line, without characters that cannot be seen and that a file may not hold."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def broken(text: str, most: float, size: float, bold: bool = False) -> Iterator[str]:
    """Yield the lines into which a text falls where none is wider than ``most`` inches."""
    line = ""
    for word in text.split():
        for piece in _pieces(word, most, size, bold):
            longer = f"{line} {piece}".strip()
            if width(longer, size, bold) > most:
                yield line
                longer = piece
            line = longer
    if line:
        yield line


def _pieces(word: str, most: float, size: float, bold: bool) -> Iterator[str]:
    """Yield a word, or parts of one that is too long for a line."""
    part = ""
    for letter in word:
        if part and width(part + letter, size, bold) > most:
            yield part
            part = ""
        part += letter
    yield part
