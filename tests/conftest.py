"""Hypothesis profiles: fast by default, thorough when ``KZRIGHTS_HYPOTHESIS=thorough``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from kzrights import worlds
from kzrights.evaluate import evaluation

settings.register_profile(
    "fast",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile(
    "thorough", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile(os.environ.get("KZRIGHTS_HYPOTHESIS", "fast"))


@pytest.fixture
def bounds_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Answer by the safe bound alone: random cases hold so many unknowns that worlds would be searched for minutes."""
    monkeypatch.setattr(worlds, "MOST_FACTS", 0)
    evaluation.cache_clear()
    yield
    evaluation.cache_clear()
