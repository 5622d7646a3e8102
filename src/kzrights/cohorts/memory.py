"""Memory that answers leave behind, kept for the next ones."""

from __future__ import annotations

import functools
from typing import Final

import numpy as np

LARGEST: Final = 31 << 20
"""Bytes of the largest block to be kept; glibc keeps none of more than 32 MiB."""


@functools.cache
def keep() -> None:
    """Have memory that is given back kept for the next answer, where the C library is glibc.

    It gives large blocks back to the system, which hands new ones over page by page: that takes longer than to work
    out what is written into them. What counts as large is at first 128 KiB; it is raised to the size of a block that
    was given back, and twice as much is kept at most (mallopt(3), ``M_MMAP_THRESHOLD`` and ``M_TRIM_THRESHOLD``).
    A block that nothing was written to costs nothing. Where the environment sets these limits, they stay as they are.
    """
    np.empty(LARGEST, np.uint8)
