"""Offences and convictions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from attrs import field, frozen, validators

from kzrights.facts import checks
from kzrights.facts.days import UNKNOWN, When, as_optional_when, as_when
from kzrights.facts.punishments import Punishment
from kzrights.facts.vocabulary import Form
from kzrights.value import Value

ARTICLE = r"[0-9]{1,3}(-[0-9]{1,2})?(\([0-9]{1,2}(-[0-9]{1,2})?\))?"


@frozen(kw_only=True, repr=False, eq=False)
class Offence(Value):
    """One offence of a verdict, by the article of the Criminal Code of 2014.

    Attributes:
        article: article and part, such as ``"174(2)"``; the part may be left out when not known.
        committed: the day of the act, not of its result (Criminal Code 5).
        form: of guilt; needed only for articles outside the library's table.
        against_life_or_health: whether the crime is one against life or health (Criminal Code 79(3));
            ``None``: as the library's table has it.
        max_imprisonment: the longest imprisonment in the sanction, in years, for an article outside the
            library's table; 0 where the sanction has none.
    """

    article: str = field(validator=checks.matches(ARTICLE, "174(2)"))
    committed: When = field(default=UNKNOWN, converter=as_when)
    form: Form | None = field(default=None, validator=validators.optional(checks.one_of(Form)))
    against_life_or_health: bool | None = field(default=None, validator=validators.optional(checks.flag))
    max_imprisonment: int | None = field(default=None, validator=validators.optional(checks.whole(0, 30, "years")))


def _offences(value: Iterable[Offence]) -> tuple[Offence, ...]:
    return tuple(value)


def _punishments(value: Iterable[Punishment]) -> tuple[Punishment, ...]:
    return tuple(value)


@frozen(kw_only=True, repr=False, eq=False)
class Conviction(Value):
    """A verdict of guilt.

    Attributes:
        id: a short name by which events and listings refer to it, such as ``c1``.
        verdict: the day the court of first instance gave it.
        in_force: the day it entered into force: appeal decided or its time run out; ``None`` when not known.
        offences: one or more.
        punishments: as the verdict in force imposes them.
    """

    id: str = field(validator=checks.identifier())
    verdict: When = field(converter=as_when)
    in_force: When | None = field(default=None, converter=as_optional_when)
    offences: tuple[Offence, ...] = field(converter=_offences, validator=checks.all_of(Offence))
    punishments: tuple[Punishment, ...] = field(
        default=(), converter=_punishments, validator=checks.all_of(*get_args(Punishment))
    )

    def __attrs_post_init__(self) -> None:
        if not self.offences:
            raise ValueError("offences: expected at least one")
