"""The amnesty acts: what each gives by gravity, whom it leaves out; the table is ``amnesties.toml``.

Criminal Code 78(2) sets the frame: no amnesty reaches extremist or terrorist crimes. Within it each act says what
it gives; only the act of 2022 frees from a ban and lifts the record, the others free from the main punishment.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import as_date
from kzrights.data import read_table
from kzrights.errors import LawError
from kzrights.facts.vocabulary import Relief
from kzrights.law.offences import Gravity, Sanction
from kzrights.law.rules import Confidence
from kzrights.law.sources import VERIFIED, Act, Provision
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.course import Course


class Main(StrEnum):
    """What becomes of the main punishment."""

    FREED = "freed"
    CUT = "cut"
    REPLACED = "replaced"


@frozen(kw_only=True, repr=False, eq=False)
class Gift(Value):
    """What an act gives for crimes of one gravity.

    Attributes:
        gravity: of the crime.
        to: on what the act makes it depend; empty where everybody the act covers gets it.
        main: what becomes of the main punishment.
        share: of the unserved rest, by which it is cut; ``None`` where it is not cut, or no share is named.
        ban: whether the act frees from the ban too.
        record: whether the act lifts the record.
        article: of the amnesty act.
    """

    gravity: Gravity
    to: str = ""
    main: Main
    share: Fraction | None = None
    ban: bool = False
    record: bool = False
    article: str

    @property
    def ends(self) -> frozenset[Relief]:
        """What ends at once; a punishment that is cut or replaced does not."""
        given = {
            Relief.MAIN_PUNISHMENT: self.main is Main.FREED,
            Relief.ACTIVITY_BAN: self.ban,
            Relief.CRIMINAL_RECORD: self.record,
        }
        return frozenset(relief for relief, ends in given.items() if ends)


@frozen(kw_only=True, repr=False, eq=False)
class AmnestyAct(Value):
    """One amnesty act.

    Attributes:
        year: by which case files name it.
        act: what citations print.
        adopted: the day of the act; it came into force on its first publication, which the text does not date.
        conditions: the articles that say whom it reaches and what it gives.
        gives: what it gives, by gravity.
        excludes: the classes of people it leaves out, with the article that does so.
        articles: those of the Criminal Code of 2014 it leaves out by name, as far as the table of offences has them.
        only: the articles it covers, where it covers no others.
        refusable: whether the person may object.
        confidence: how it was read.
        source: a note on that.
    """

    year: int
    act: Act
    adopted: Date
    conditions: str
    gives: tuple[Gift, ...] = field(repr=False)
    excludes: tuple[str, ...] = field(default=(), repr=False)
    articles: tuple[str, ...] = field(default=(), repr=False)
    only: tuple[str, ...] = field(default=(), repr=False)
    refusable: bool
    confidence: Confidence
    source: str = field(repr=False)

    @property
    def provision(self) -> Provision:
        """The citation."""
        return self.act / self.conditions

    def covers(self, article: str) -> bool:
        """Say whether no part of ``article`` is left out by name, and all are in the closed list where there is one."""
        if any(_within(article, named) or _within(named, article) for named in self.articles):
            return False
        return not self.only or any(_within(article, named) for named in self.only)

    def surely_ends(self, gravity: Gravity) -> frozenset[Relief]:
        """Return what it ends for everybody it covers, whatever else is true of them."""
        return frozenset[Relief]().union(
            *(gift.ends for gift in self.gives if gift.gravity is gravity and not gift.to),
        )

    def surely_gives(self, course: Course) -> frozenset[Relief]:
        """Return what it ends of a conviction by its text, where an amnesty was applied and the file says no more.

        Nothing where an offence is left out, or its sanction is not in the table: the lists were read for that
        table alone. What depends on damage, age or conduct is no sure gift either. That the act was committed in
        time follows from the decision. Every edition of a sanction counts, so that no day a file leaves open
        decides.
        """
        rows = [course.world.law.offences.of(judged.offence.article) for judged in course.offences]
        stated = any(judged.offence.max_imprisonment is not None for judged in course.offences)
        if stated or not all(rows) or not all(self.covers(row.article) for found in rows for row in found):
            return frozenset()
        return _common(self.surely_ends(gravity) for gravity in _gravest(course, rows))

    def perhaps_gives(self, course: Course) -> frozenset[Relief]:
        """Return what it may have ended where the file says no more: it may hang on damage, age or conduct.

        Nothing where an offence is surely left out: one such crime in the total shuts the act out.
        """
        rows = [course.world.law.offences.of(judged.offence.article) for judged in course.offences]
        if any(found and not any(self.covers(row.article) for row in found) for found in rows):
            return frozenset()
        gravities = _gravest(course, rows) if all(rows) else set(Gravity)
        may = (gift.ends for gift in self.gives if gift.gravity in gravities)
        return frozenset[Relief]().union(*may)


def _within(article: str, named: str) -> bool:
    return named in (article, article.split("(")[0])


def _common(gifts: Iterable[frozenset[Relief]]) -> frozenset[Relief]:
    return functools.reduce(frozenset.intersection, gifts)


def _gravest(course: Course, rows: Iterable[tuple[Sanction, ...]]) -> set[Gravity]:
    """Return how grave the gravest offence may be, in any edition of its sanction."""
    order, act = tuple(Gravity), course.act
    found = [[order.index(course.world.gravity(row, act)) for row in editions] for editions in rows]
    return set(order[max(map(min, found)) : max(map(max, found)) + 1])


@functools.cache
def amnesties() -> tuple[AmnestyAct, ...]:
    """Return the amnesty acts, oldest first."""
    return tuple(_amnesty(row) for row in read_table("law", "amnesties.toml")["amnesty"])


def amnesty(year: int) -> AmnestyAct:
    """Return the amnesty act of ``year``.

    Raises:
        LawError: listing the years there are, when there was none.
    """
    for one in amnesties():
        if one.year == year:
            return one
    raise LawError(f"amnesty: expected one of {', '.join(str(one.year) for one in amnesties())}, got {year!r}")


def _amnesty(row: dict[str, Any]) -> AmnestyAct:
    naming = {name: row[name] for name in ("name", "number", "russian", "code")}
    known: dict[str, Any] = {name: value for name, value in row.items() if name not in naming}
    lists = {name: tuple(row.get(name, ())) for name in ("excludes", "articles", "only")}
    return AmnestyAct(
        **{
            **known,
            **lists,
            "act": Act(**naming, newest=VERIFIED),
            "adopted": as_date(row["adopted"], "adopted"),
            "gives": tuple(_gift(gift) for gift in row["gives"]),
            "confidence": Confidence(row["confidence"]),
        }
    )


def _gift(row: dict[str, Any]) -> Gift:
    share = {"share": Fraction(row["share"])} if "share" in row else {}
    return Gift(**{**row, **share, "gravity": Gravity(row["gravity"]), "main": Main(row["main"])})
