"""Memory that answers leave behind is kept for the next ones."""

from __future__ import annotations

import mmap
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = """
import resource
import numpy as np
import kzrights as kz
from kzrights.cohorts import Caps, Register, of_registers

days = np.arange(736_695, 737_695, dtype=np.int32)
listed = Register(kind=kz.StatusKind.LISTED, starts=days, ends=days + np.int32(300))

def pages(answer):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    [answer(days) for _ in range(4)]
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
"""
CAPS = "prepared = Caps(listed, np.zeros(1_000, np.int32)).over"
CODES = """
cohort = of_registers(1_000, [listed], activities=["use_bank_account"])
prepared = lambda days: cohort.over("use_bank_account", days)
"""


HUGE = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def pages_are_of_4_kib() -> bool:
    """Say whether new memory comes in pages of 4 KiB, unless large ones are asked for."""
    return mmap.PAGESIZE == 4096 and not (HUGE.exists() and "[always]" in HUGE.read_text())


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps memory in its own way")
@pytest.mark.skipif(not pages_are_of_4_kib(), reason="pages of another size tell nothing by their number")
@pytest.mark.parametrize(("made", "mebibytes"), [(CAPS, 16), (CODES, 4)])
def test_memory_of_answers_is_not_new_the_third_time(made: str, mebibytes: int) -> None:
    """Four million answers at first take the pages of 4 KiB that hold them, and hardly any later."""
    script = f"{SETUP}{made}\nprint(*(pages(prepared) for _ in range(3)))"
    unset = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=unset)
    first, _, third = map(int, done.stdout.split())
    assert first > mebibytes * 200
    assert third < mebibytes * 20
