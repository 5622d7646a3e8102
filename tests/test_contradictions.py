"""What a file says against the law is named with its path and provision; what may be right is not."""

from __future__ import annotations

import pytest
from tests.law.builders import case, convicted, prison, released, suspended, years

import kzrights as kz
from kzrights.contradictions import contradictions
from kzrights.facts import ReleaseGround


class TestConditionalSentence:
    """63(6): «условное осуждение не применяется» to extremist and terrorist crimes."""

    def test_for_an_extremist_crime(self) -> None:
        (warning,) = contradictions(case(convicted("405(2)", suspended(years(2), "2021-03-20"))))
        assert warning.startswith("convictions[0].punishments: ")
        assert warning.endswith("(Criminal Code, art. 63(6))")

    def test_not_for_an_ordinary_one(self) -> None:
        assert contradictions(case(convicted("274(4)", suspended(years(2), "2021-03-20")))) == ()

    def test_not_where_the_part_decides_and_is_not_known(self) -> None:
        """Part 1 of article 404 is not on the list of extremist crimes, parts 2 and 3 are."""
        assert contradictions(case(convicted("404", suspended(years(2), "2021-03-20")))) == ()


class TestParole:
    """72(8)(2): none for an extremist or terrorist crime that goes with an especially serious one."""

    @pytest.mark.parametrize(("article", "named"), [("174(3)", True), ("174(2)", False)])
    def test_by_gravity(self, article: str, named: bool) -> None:
        convict = case(
            convicted(article, prison(years(12)), in_force="2019-03-10", committed="2018-10-01"),
            events=[released("2027-03-10", ReleaseGround.PAROLE)],
        )
        assert bool(contradictions(convict)) is named


def test_packaged_cases_are_free_of_them() -> None:
    assert not [slug for slug in kz.slugs() if contradictions(kz.example(slug))]
