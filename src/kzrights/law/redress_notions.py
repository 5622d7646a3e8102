"""What rules on rehabilitation speak of: the fate of a verdict, and what a norm makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import ALWAYS, NEVER
from kzrights.facts.days import bounds
from kzrights.facts.events import Event, Release
from kzrights.facts.vocabulary import Outcome, ReleaseGround
from kzrights.moments import END, Moment
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.course import Course

FOOTNOTES: Final = "seen; that it holds since 2015-01-01 follows from the footnotes"
WINDOW: Final = "the day is the last of the window that the publication rule leaves"
OLD: Final = "read in the edition of 2017-12-28; that it stands unchanged is inferred"
SINCE_118: Final = "2018-01-05"
SINCE_94: Final = "2024-08-20"


@frozen(kw_only=True, repr=False, eq=False)
class Fate(Value):
    """What became of a verdict by the asked day; ``outcome`` is ``None`` while it stands.

    Attributes:
        course: of the conviction.
        day: the asked day.
        outcome: of the decision that quashed or changed it.
        path: of that event in the case file.
        on: the day of that event.
        pending: whether the verdict is not yet in force, so that the prosecution goes on.
    """

    course: Course = field(repr=False)
    day: Date
    outcome: Outcome | None = None
    path: str = ""
    on: Moment = END
    pending: bool = False

    @property
    def stands(self) -> bool:
        """Whether the verdict is in force and nobody touched it."""
        return self.outcome is None and not self.pending

    @property
    def ended(self) -> bool:
        """Whether the case ended in acquittal or termination, or a lighter article was applied."""
        return self.outcome in (Outcome.ACQUITTED, Outcome.TERMINATED, Outcome.REQUALIFIED)


def happened(fate: Fate, kind: type[Event]) -> list[tuple[str, Any]]:
    """Return the events of a kind that surely happened by the asked day."""
    found = fate.course.own_events(kind)
    return [(path, event) for path, event in found if bounds(event.on, ALWAYS, NEVER)[1] <= fate.day]


def released(fate: Fate, *grounds: ReleaseGround) -> list[str]:
    """Return the paths of releases on one of the grounds, by the asked day."""
    return [path for path, event in happened(fate, Release) if event.ground in grounds]
