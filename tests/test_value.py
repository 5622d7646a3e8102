"""What value classes share: how they show themselves, and when two of them are equal."""

from __future__ import annotations

import importlib
import pkgutil

import attrs
import pytest
from pendulum import Date

import kzrights as kz
from kzrights.value import Shown, Value

PERSON = kz.Person(label="Aigerim of the tests", born=Date(1990, 1, 2))


def classes() -> list[type]:
    """Every attrs class of the package."""
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(kz.__path__, "kzrights.")]
    found = {thing for module in modules for thing in vars(module).values() if isinstance(thing, type)}
    return sorted((one for one in found if attrs.has(one) and one.__module__.startswith("kzrights")), key=repr)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_class_shows_itself_the_same_way(cls: type) -> None:
    assert issubclass(cls, Shown)
    assert "__repr__" not in vars(cls)


def test_what_is_private_is_not_shown() -> None:
    assert repr(PERSON) == "Person(sex=None, citizen=True)"


def test_a_field_may_be_shown_in_its_own_way() -> None:
    assert repr(kz.LAW) == f"Law(rules=<{len(kz.LAW.rules)} rules>, chosen={{}})"


def test_equal_facts_are_equal_and_hash_alike() -> None:
    twin = kz.Person(label="Aigerim of the tests", born=Date(1990, 1, 2))
    assert twin == PERSON
    assert hash(twin) == hash(PERSON)
    assert attrs.evolve(PERSON, label="another") != PERSON


def test_things_of_two_classes_are_never_equal() -> None:
    on = Date(2020, 1, 1)
    lifted, ended = kz.RecordLifted(on=on), kz.BanLifted(on=on)
    assert lifted != ended
    assert hash(lifted) != hash(ended)
    assert lifted != "RecordLifted"


def test_a_field_may_be_left_out_of_the_comparison() -> None:
    answer = kz.can(kz.example("atyrau-2016"), "vote", on=Date(2020, 1, 1))
    assert answer == attrs.evolve(answer, contest=lambda _: ())
    assert issubclass(kz.Answer, Value)
