"""Laws on mass media of 1999 No 451-I and of 2024 No 93-VIII."""

from __future__ import annotations

from kzrights.activities import Activity as A
from kzrights.law.acts import MEDIA_1999, MEDIA_2024
from kzrights.law.rules import restricts
from kzrights.statuses import Status, StatusKind

SINCE_2024 = "2024-08-20"


@restricts(
    StatusKind.CRIMINAL_RECORD,
    MEDIA_1999 / "7(2-1)(2)",
    until=SINCE_2024,
    forbids=(A.CHIEF_EDITOR,),
    series="chief editor",
)
def record_bars_chief_editor_1999(_: Status) -> bool:
    """A person with a record at the time of appointment cannot become chief editor."""
    return True


@restricts(
    StatusKind.CRIMINAL_RECORD,
    MEDIA_2024 / "18(3)(2)",
    since=SINCE_2024,
    forbids=(A.CHIEF_EDITOR,),
    series="chief editor",
    amended_by="19.06.2024 No 93-VIII",
    source="in force 60 days after publication; the day is inferred",
)
def record_bars_chief_editor(_: Status) -> bool:
    """A person with a record at the time of appointment cannot become chief editor."""
    return True


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    MEDIA_1999 / "7(2-1)(3)",
    until=SINCE_2024,
    forbids=(A.CHIEF_EDITOR,),
    series="foreigners as chief editors",
)
def foreigners_are_no_chief_editors_1999(_: Status) -> bool:
    """A foreigner or a stateless person cannot be chief editor."""
    return True


@restricts(
    StatusKind.FOREIGN_CITIZENSHIP,
    MEDIA_2024 / "18(3)(3)",
    since=SINCE_2024,
    forbids=(A.CHIEF_EDITOR,),
    series="foreigners as chief editors",
    amended_by="19.06.2024 No 93-VIII",
    source="in force 60 days after publication; the day is inferred",
)
def foreigners_are_no_chief_editors(_: Status) -> bool:
    """A foreigner or a stateless person cannot be chief editor."""
    return True
