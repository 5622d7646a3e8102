"""The types users rely on: what mypy must infer, and misuses it must refuse (an unused ignore fails the check)."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import pytest
from pendulum import Date

import kzrights as kz
from kzrights.errors import DateError, TermError

DAY = Date(2025, 6, 1)
CASE = kz.Case(person=kz.Person(label="made up"))


def test_answers_have_the_types_they_say() -> None:
    answer = kz.can(CASE, "vote", on=DAY)
    assert_type(answer.permission, kz.Permission)
    assert_type(answer.until, kz.Moment)
    assert_type(answer.reasons, tuple[kz.Reason, ...])
    assert_type(answer.contested, tuple[kz.Contested, ...])
    assert_type(kz.timeline(CASE).free_from(kz.Activity.VOTE), kz.Moment | None)
    assert_type(kz.cap(CASE, on=DAY).amount, kz.Tenge | kz.TengeRange | None)
    assert answer.permission is kz.Permission.ALLOWED


def test_a_day_must_be_named() -> None:
    with pytest.raises(TypeError):
        kz.can(CASE, "vote", DAY)  # type: ignore[call-arg]
    with pytest.raises(DateError, match="on: expected"):
        kz.can(CASE, "vote", on="2025-06-01")  # type: ignore[arg-type]


def test_terms_are_not_days() -> None:
    with pytest.raises(TypeError):
        kz.ActivityBan(term=3)  # type: ignore[arg-type]
    with pytest.raises(TermError):
        kz.Term.parse("3")
    with pytest.raises(TypeError):
        _ = kz.Term(years=1) < kz.Term(months=11)  # type: ignore[operator]


def test_facts_are_frozen_and_keyword_only() -> None:
    with pytest.raises(AttributeError):
        CASE.person = CASE.person  # type: ignore[misc]
    with pytest.raises(TypeError):
        kz.Person("made up")  # type: ignore[call-arg]


if TYPE_CHECKING:

    def offences_take_any_iterable(offence: kz.Offence) -> kz.Conviction:
        """A list, a tuple and a generator will do; a text will not."""
        kz.Conviction(id="c1", verdict=DAY, offences=(one for one in [offence]))
        kz.Conviction(id="c1", verdict=DAY, offences="174(1)")  # type: ignore[arg-type]
        return kz.Conviction(id="c1", verdict=DAY, offences=[offence])
