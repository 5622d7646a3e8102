"""Who must refuse the operations of a listed person, by date (Law 191-IV, article 3(1)).

A refusal by anyone else has no basis in this law: parcels before and after, the State Corporation and mobile
operators before 20 November 2025.
"""

from __future__ import annotations

import functools
from typing import Any

from attrs import field, frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import ALWAYS, NEVER, as_date
from kzrights.data import read_table
from kzrights.law.acts import LAW_191
from kzrights.law.rules import Confidence
from kzrights.law.sources import Provision
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class ObligedEntity(Value):
    """One item of the catalogue in one edition.

    Attributes:
        item: its number in article 3(1).
        name: in plain words.
        since: its first day; ``ALWAYS`` where it stood before 2015.
        until: the first day on which it no longer stands; ``NEVER`` while it does.
        activities: those of the catalogue of activities that pass through it.
        amended_by: the law that brought it.
        confidence: how it was read.
        source: a note on that.
    """

    item: str
    name: str
    since: Date = ALWAYS
    until: Date = NEVER
    activities: tuple[Activity, ...] = ()
    amended_by: str = field(default="", repr=False)
    confidence: Confidence = Confidence.SEEN
    source: str = field(default="", repr=False)

    @property
    def provision(self) -> Provision:
        """The citation."""
        return LAW_191 / f"3(1)({self.item})"

    def stands_on(self, day: Date) -> bool:
        """Say whether it is an obliged entity on ``day``."""
        return self.since <= day < self.until


@functools.cache
def catalogue() -> tuple[ObligedEntity, ...]:
    """Return every item in every edition, in the order of the article."""
    return tuple(_entity(row) for row in read_table("law", "obliged_entities.toml")["entity"])


def obliged_entities(on: Date, activity: Activity | None = None) -> tuple[ObligedEntity, ...]:
    """Return who must refuse on the day ``on``; of them those that an activity passes through, where one is given.

    Raises:
        DateError: when ``on`` is not a day.
    """
    day = as_date(on, "on")
    standing = (entity for entity in catalogue() if entity.stands_on(day))
    return tuple(entity for entity in standing if activity is None or activity in entity.activities)


def _entity(row: dict[str, Any]) -> ObligedEntity:
    days: dict[str, Any] = {name: as_date(row[name], name) for name in ("since", "until") if name in row}
    activities = tuple(Activity(name) for name in row["activities"])
    known: dict[str, Any] = {**row, **days, "activities": activities, "confidence": Confidence(row["confidence"])}
    return ObligedEntity(**known)
