"""Measures everything side by side: ``python benchmarks/run.py``; ``--quick`` only compares answers, and no rival's."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from benchmarks.suite import main

    main()
