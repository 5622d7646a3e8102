"""Organisations banned by a court for extremism or terrorism, and what membership means (Criminal Code 405).

No rule of the library rests on this table: restrictions rest on a legal state of the person, and this norm binds
everyone. Answers on associations carry it as a warning. The text of the decisions is mostly not public; the days are
those of reports.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import ALWAYS, LATEST, NEVER, as_date
from kzrights.data import read_table
from kzrights.facts.case import Case
from kzrights.facts.conviction import Conviction, Offence
from kzrights.facts.days import When, bounds, parse_when, show_when
from kzrights.law.acts import CC
from kzrights.law.rules import CODE, Confidence, Guard
from kzrights.law.sources import Provision
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class BannedOrganisation(Value):
    """One organisation that a court banned or liquidated.

    Attributes:
        name: in English.
        political: whether it is a party or a movement.
        decided: the day of the decision at first instance.
        in_force: the day it entered into force; ``None`` where it was not read.
        court: which court decided.
        url: where the decision is reported.
        confidence: how it was read.
        note: what the reports add, or disagree on.
    """

    name: str
    political: bool
    decided: When
    in_force: When | None = None
    court: str
    url: str = field(repr=False)
    confidence: Confidence = Confidence.SECONDARY
    note: str = field(default="", repr=False)

    @property
    def begins(self) -> tuple[Date, Date]:
        """The first day on which the ban may be in force, and the first on which it surely is."""
        decided = bounds(self.decided, ALWAYS, NEVER)[0]
        return bounds(self.in_force, decided, NEVER)

    def stands_on(self, day: Date) -> Guard:
        """Say whether the ban is in force on ``day``; ``None`` where the decision is given but may not be yet."""
        earliest, latest = self.begins
        if day < earliest:
            return False
        return True if latest <= day else None


@frozen(kw_only=True, repr=False, eq=False)
class Membership(Value):
    """What taking part in a banned organisation means on a day.

    Attributes:
        on: the day.
        says: the norm in plain words.
        provision: the citation.
        organisations: those surely or perhaps banned on that day.
    """

    on: Date
    says: str
    provision: Provision
    organisations: tuple[BannedOrganisation, ...] = field(repr=False)

    @property
    def named(self) -> str:
        """The organisations, by name; the library's registry is not complete."""
        names = ", ".join(one.name for one in self.organisations)
        return f"Banned by then, among others: {names}." if names else "None banned by then is known to the library."


@functools.cache
def registry() -> tuple[BannedOrganisation, ...]:
    """Return every organisation of the table, by the day of the decision."""
    return tuple(_organisation(row) for row in read_table("law", "banned_organisations.toml")["organisation"])


@functools.cache
def _by_beginning() -> tuple[tuple[Date, BannedOrganisation], ...]:
    return tuple((one.begins[0], one) for one in registry())


def banned_organisations(on: Date) -> tuple[BannedOrganisation, ...]:
    """Return the organisations whose ban is in force, or may be, on the day ``on``.

    Raises:
        DateError: when ``on`` is not a day.
    """
    day = as_date(on, "on")
    return tuple(one for earliest, one in _by_beginning() if earliest <= day)


def membership(on: Date) -> Membership | None:
    """Return what membership of a banned organisation means on ``on``; ``None`` before the Code of 2014.

    It concerns everyone, convicted or not: answers on activities in organisations show it as a warning.

    Raises:
        DateError: when ``on`` is not a day.
    """
    day = as_date(on, "on")
    if day < CODE:
        return None
    says = (
        "Whoever takes part in a public or religious association or another organisation after a court banned or "
        "liquidated it for extremism or terrorism commits a crime: a fine, restriction of freedom or imprisonment "
        "up to 2 years."
    )
    return Membership(on=day, says=says, provision=CC / "405(2)", organisations=banned_organisations(day))


def changes() -> Iterator[Date]:
    """Yield the days on which what membership means changes: of the Code, and on which each ban may begin."""
    yield CODE
    yield from (earliest for earliest, _ in _by_beginning())


def warnings(on: Date) -> tuple[str, ...]:
    """Return in words what membership means on a day, for answers on activities in organisations."""
    days, words = _worded()
    return words[bisect_right(days, on)]


@functools.cache
def _worded() -> tuple[list[Date], list[tuple[str, ...]]]:
    """Return the days on which the words change, and the words before them all and from each on."""
    days = sorted(set(changes()))
    bindings = (membership(day) for day in days)
    words = [(f"{one.says} {one.named} [{one.provision}]",) if one else () for one in bindings]
    return days, [(), *words]


def contradictions(case: Case) -> tuple[str, ...]:
    """Return each offence under article 405 that surely precedes the bans it is likely to rest on, in words.

    A warning, not an error: the file does not name the organisation, and an older ban may carry the offence.
    """
    return tuple(warning for at, one in enumerate(case.convictions) for warning in _of(one, f"convictions[{at}]"))


def _of(conviction: Conviction, path: str) -> Iterator[str]:
    verdict = bounds(conviction.verdict, CODE, LATEST)[1]
    first = min(_political_since_2015(), key=_decided)
    for at, offence in enumerate(conviction.offences):
        latest = bounds(offence.committed, ALWAYS, verdict)[1]
        if offence.article.split("(")[0] == "405" and latest < _decided(first):
            yield f"{path}.offences[{at}].committed: {_warning(offence, latest, first)}"


def _warning(offence: Offence, latest: Date, first: BannedOrganisation) -> str:
    older = ", ".join(f"{one.name} ({_decided(one)})" for one in registry() if _decided(one) <= latest)
    return (
        f"the act ({show_when(offence.committed)}) precedes {_decided(first)}, the first decision since 2015 to ban "
        f"a political organisation; article {offence.article} needs a ban, and of those known only an older one "
        f"could carry it: {older}"
    )


def _political_since_2015() -> list[BannedOrganisation]:
    return [one for one in registry() if one.political and _decided(one) >= CODE]


def _decided(organisation: BannedOrganisation) -> Date:
    return bounds(organisation.decided, ALWAYS, NEVER)[0]


def _organisation(row: dict[str, Any]) -> BannedOrganisation:
    days: dict[str, Any] = {name: parse_when(row[name]) for name in ("decided", "in_force") if name in row}
    known: dict[str, Any] = {**row, **days, "confidence": Confidence(row["confidence"])}
    return BannedOrganisation(**known)
