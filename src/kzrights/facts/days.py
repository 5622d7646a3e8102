"""A day as far as it is known: exact, somewhere within bounds, or unknown."""

from __future__ import annotations

import calendar
import enum
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import as_date
from kzrights.errors import DateError
from kzrights.value import Value


class Unknown(enum.Enum):
    """The value of a fact that exists but is not known."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
"""A day, or a term, that exists but is not known."""


def _earliest(day: object) -> Date:
    return as_date(day, "earliest")


def _latest(day: object) -> Date:
    return as_date(day, "latest")


@frozen(repr=False, eq=False)
class Between(Value):
    """Some day from ``earliest`` to ``latest``, both inclusive.

    Raises:
        DateError: when ``latest`` is not after ``earliest``.
    """

    earliest: Date = field(converter=_earliest)
    latest: Date = field(converter=_latest)

    def __attrs_post_init__(self) -> None:
        if not self.earliest < self.latest:
            raise DateError(f"latest: expected a day after {self.earliest}, got {self.latest}")

    def __str__(self) -> str:
        return f"{self.earliest}..{self.latest}"


When: TypeAlias = Date | Between | Unknown
"""A day as a file may give it: exact, bounded or unknown."""


def _as_when(value: object, field: attrs.Attribute[Any]) -> When:
    return value if isinstance(value, Between | Unknown) else as_date(value, field.name.rstrip("_"))


def _as_optional_when(value: object, field: attrs.Attribute[Any]) -> When | None:
    return None if value is None else _as_when(value, field)


if TYPE_CHECKING:  # type checkers read what a converter takes off a function alone

    def as_when(value: object) -> When:
        """Let a ``Date``, a :class:`Between` or ``UNKNOWN`` pass; convert a plain ``datetime.date``."""

    def as_optional_when(value: object) -> When | None:
        """Do as :func:`as_when`, and let ``None`` pass."""

else:
    as_when = attrs.Converter(_as_when, takes_field=True)
    as_optional_when = attrs.Converter(_as_optional_when, takes_field=True)


_DAY: Final = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"


def parse_when(text: str) -> When:
    """Read ``2016-11-28``, ``2016-11``, ``2016``, ``2016-09..2016-11`` or ``unknown``.

    Raises:
        DateError: when the text is none of these, or names a day that does not exist.
    """
    if text == "unknown":
        return UNKNOWN
    edges = [match.groups() for part in text.split("..") if (match := re.fullmatch(_DAY, part))]
    if len(edges) != 1 + text.count("..") or len(edges) > 2:
        raise DateError(
            f'expected a day such as 2016-11-28, 2016-11, 2016, 2016-09..2016-11 or "unknown", got {text!r}'
        )
    earliest = _edge(edges[0], text, last=False)
    latest = _edge(edges[-1], text, last=True)
    if latest < earliest:
        raise DateError(f"expected the earlier day first, got {text!r}")
    return earliest if earliest == latest else Between(earliest, latest)


def _edge(parts: tuple[str | None, ...], text: str, *, last: bool) -> Date:
    year, month, day = (int(part) if part else None for part in parts)
    assert year is not None
    try:
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return as_date(Date(year, month, day))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise DateError(f"expected a day of the calendar from 1900 to 2199, got {text!r}") from error


def show_when(when: When) -> str:
    """Write a day the way :func:`parse_when` reads it, in its shortest form."""
    if isinstance(when, Unknown):
        return "unknown"
    if isinstance(when, Date):
        return when.isoformat()
    first, last = when.earliest, when.latest
    if first.day == 1 and last == _edge((f"{last.year}", f"{last.month}", None), "", last=True):
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return f"{first.year:04d}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04d}-{first.month:02d}"
    return str(when)


def bounds(when: When | None, earliest: Date, latest: Date) -> tuple[Date, Date]:
    """Return the first and the last day ``when`` may be; the given bounds where it is not known."""
    if isinstance(when, Between):
        return when.earliest, when.latest
    if isinstance(when, Date):
        return when, when
    return earliest, latest
