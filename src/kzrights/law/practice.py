"""What is reported to happen beyond the text; the table is ``practice.toml``."""

from __future__ import annotations

import functools

from attrs import frozen

from kzrights.activities import Activity
from kzrights.data import read_table
from kzrights.statuses import StatusKind
from kzrights.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class ReportedPractice(Value):
    """Something banks, insurers, police or employers are reported to do to persons with a status."""

    status: StatusKind
    activities: tuple[Activity, ...]
    says: str
    source: str


@functools.cache
def practices() -> tuple[ReportedPractice, ...]:
    """Return the table."""
    rows = read_table("law", "practice.toml")["practice"]
    return tuple(
        ReportedPractice(
            status=StatusKind(row["status"]),
            activities=tuple(Activity(name) for name in row["activities"]),
            says=row["says"],
            source=row["source"],
        )
        for row in rows
    )
