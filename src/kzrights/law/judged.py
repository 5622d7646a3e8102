"""Offences as the rules see them: each with every sanction it may fall under, given what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen
from pendulum import Date

from kzrights.calendar import ALWAYS
from kzrights.facts.conviction import Offence
from kzrights.facts.vocabulary import Form
from kzrights.law.offences import LIFE, Gravity, Offences, Sanction
from kzrights.law.rules import CODE
from kzrights.moments import END, NOTHING, Missing, Moment, hull
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.world import World


def any_of(values: Sequence[bool | None]) -> bool | None:
    """Return the three-valued "or"."""
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False


def both(one: bool | None, other: bool | None) -> bool | None:
    """Return the three-valued "and"."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


@frozen(kw_only=True, repr=False, eq=False)
class Judged(Value):
    """One offence with every sanction it may fall under, given what is known of it."""

    offence: Offence
    path: str
    act: Moment
    sanctions: tuple[Sanction, ...]
    unread: bool = False
    article_at: str

    def may_be(self, trait: str) -> bool | None:
        """Say whether all (``True``), none (``False``) or some (``None``) of the sanctions have a trait."""
        found = {getattr(sanction, trait) for sanction in self.sanctions}
        return found.pop() if len(found) == 1 else None

    def struck_out_on(self, table: Offences) -> Moment:
        """Return the day its article was struck out of the Code; ``END`` while it stands, or may."""
        days = [_struck_out(sanction, table) for sanction in self.sanctions]
        return hull(*days, missing=self.missing)

    @property
    def missing(self) -> Missing:
        """The facts that would tell its sanctions apart."""
        if len(self.sanctions) == 1:
            return NOTHING
        if len({sanction.article for sanction in self.sanctions}) > 1:
            return self.act.missing | {self.article_at}
        return self.act.missing or frozenset({f"{self.path}.form"})


def extremist_or_terrorist(offences: Sequence[Judged]) -> bool | None:
    """Say whether any offence is an extremist or a terrorist crime."""
    return any_of([judged.may_be(trait) for judged in offences for trait in ("extremist", "terrorist")])


def is_crime(offences: Sequence[Judged]) -> bool | None:
    """Say whether any offence is a crime, not only a misdemeanour."""
    misdemeanours = [judged.may_be("misdemeanour") for judged in offences]
    return any_of([None if value is None else not value for value in misdemeanours])


def gravest(offences: Sequence[Judged], world: World) -> tuple[Gravity, ...]:
    """Return the gravities that the gravest offence may have, mildest first."""
    order = tuple(Gravity)
    found = [[order.index(world.gravity(one, judged.act)) for one in judged.sanctions] for judged in offences]
    least, most = max(map(min, found)), max(map(max, found))
    return order[least : most + 1]


def judge(offence: Offence, path: str, verdict: Date, table: Offences, article_at: str = "") -> Judged:
    """Look up an offence, committed at the latest on the day of the ``verdict``.

    ``article_at`` is where the file gives its article, if not with the offence. An act before the Code of 2014 that was
    tried under it is taken as done on the Code's first day.
    """
    act = Moment.of(offence.committed, f"{path}.committed", ALWAYS, verdict)
    under_code = Moment(max(act.earliest, CODE), max(act.latest, CODE), act.missing)
    found, unread = _sanctions(offence, under_code, table.of(offence.article))
    at = article_at or f"{path}.article"
    return Judged(offence=offence, path=path, act=under_code, sanctions=_distinct(found), unread=unread, article_at=at)


def _sanctions(offence: Offence, act: Moment, table: tuple[Sanction, ...]) -> tuple[tuple[Sanction, ...], bool]:
    """Return every sanction the offence may fall under, and whether some day of the act was not read.

    For a day that was not read any sanction of the article that was read may have stood.
    """
    standing = tuple(row for row in table if row.since <= act.latest and act.earliest < row.until)
    if not standing and offence.max_imprisonment is not None:
        return tuple(_outside_table(offence)), False
    unread = {part for part in {row.article for row in table} if not _covers(table, part, act)}
    return tuple(row for row in table if row in standing or row.article in unread), bool(unread)


def _struck_out(sanction: Sanction, table: Offences) -> Moment:
    later_rows = [row for row in table.of(sanction.article) if row.until > sanction.since]
    out = [row.until for row in later_rows if row.struck_out]
    return Moment.on(min(out)) if out else END


def _distinct(sanctions: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    """Keep one of each set of sanctions from which the same follows."""
    effects = {
        (
            one.max_imprisonment,
            one.restricted_freedom,
            one.extremist,
            one.terrorist,
            one.form,
            one.against_life_or_health,
        ): one
        for one in reversed(sanctions)
    }
    return tuple(reversed(effects.values()))


def _covers(table: tuple[Sanction, ...], part: str, act: Moment) -> bool:
    rows = [row for row in table if row.article == part]
    return min(row.since for row in rows) <= act.earliest and act.latest < max(row.until for row in rows)


def _outside_table(offence: Offence) -> Iterator[Sanction]:
    forms = [offence.form] if offence.form else list(Form)
    for form in forms:
        yield Sanction(
            article=offence.article,
            since=CODE,
            max_imprisonment=min(offence.max_imprisonment or 0, LIFE),
            form=form,
            against_life_or_health=offence.against_life_or_health,
            source="the case file",
            confidence="stated",
        )
