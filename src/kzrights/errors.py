"""What can go wrong with an input. Each error quotes it, names its place and says what would be right."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from kzrights.value import Ordered


class KzrightsError(Exception):
    """The root of every error the library raises on purpose."""


class DateError(KzrightsError, ValueError):
    """A value is not the day it should be."""


class TermError(KzrightsError, ValueError):
    """A text is not a term such as ``"5 years"``."""


class MoneyError(KzrightsError, ValueError):
    """A value is not an exact amount of tenge."""


class LawError(KzrightsError, LookupError):
    """The law set has no such rule, reading, parameter or edition."""


class UnknownName(KzrightsError, LookupError):
    """No activity, packaged case, parameter or reform goes by that name."""


class ChartError(KzrightsError, ValueError):
    """A chart cannot be written: its file has another suffix than ``.svg`` and ``.png``, or no place."""


class MissingExtra(KzrightsError, ImportError):
    """What was asked for needs a package that is not installed; the message names the extra that brings it."""


@frozen(repr=False, eq=False)
class Problem(Ordered):
    """One thing that is wrong with a case: where, what, and on which line of its file."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = f"{self.path} ({line})" if self.path and line else self.path or line
        return f"{place}: {self.message}" if place else self.message


class CaseError(KzrightsError, ValueError):
    """A case cannot be built; ``problems`` holds everything that is wrong with it, at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class CaseFileError(CaseError):
    """A case file cannot be read; ``problems`` holds everything that is wrong with it, at once."""


class StudyError(CaseFileError):
    """A study cannot be read, or does not fit its cases; ``problems`` holds everything that is wrong, at once."""


class TableError(KzrightsError, ValueError):
    """A table cannot be written to a file."""


class CohortError(KzrightsError, RuntimeError):
    """Many cases cannot be worked out together: a worker is lost or another library, or a folder holds another run."""


class ReformError(KzrightsError, ValueError):
    """A reform cannot be read; ``problems`` holds everything that is wrong with it, at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
