"""Law of 28 August 2009 No 191-IV, articles 12(5)-(8-2): the ways off the list.

A rule gets the :class:`Entry` of a listing on the asked day and answers with a finding, or ``None``.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import NEVER
from kzrights.facts.events import Amnesty, Event, Pardon, Release
from kzrights.facts.listing import Listing
from kzrights.facts.vocabulary import ListingGround, ReleaseGround
from kzrights.law.acts import LAW_191
from kzrights.law.course import Course
from kzrights.law.financing_law import LAW_219, LAW_325, LAW_343, SINCE_219, SINCE_325, SINCE_343
from kzrights.law.findings import Finding
from kzrights.law.rules import Confidence, Guard, answers
from kzrights.law.world import World
from kzrights.moments import END, Moment, earlier, later
from kzrights.value import Value

WAY: Final = "way off the list"
SINCE_351 = "2021-07-01"
LAW_351 = "29.06.2020 No 351-VI"

NATIONAL = (ListingGround.CONVICTION, ListingGround.PROSECUTOR_GENERAL)


@frozen(kw_only=True, repr=False, eq=False)
class Entry(Value):
    """One entry on the list, as the asked day sees it.

    Attributes:
        world: the case under its law.
        listing: the entry; ``None`` where a conviction makes it due and the file names none.
        path: where it stands in the file.
        course: of the conviction it rests on; ``None`` where it rests on none, or none is known.
        day: the asked day.
    """

    world: World = field(repr=False)
    listing: Listing | None
    path: str
    course: Course | None = field(repr=False)
    day: Date

    @property
    def ground(self) -> ListingGround:
        """The ground of inclusion; an entry that a conviction makes due rests on it."""
        return self.listing.ground if self.listing else ListingGround.CONVICTION

    @property
    def record_ends(self) -> Moment | None:
        """The day the record ends or is lifted; ``None`` where the entry rests on no conviction known."""
        return self.course.record_ends if self.course else None

    @property
    def annulled(self) -> Moment:
        """The day the conviction fell; ``END`` where it stands."""
        return earlier(END, *(one.value for one in self.course.ends("conviction"))) if self.course else END

    @property
    def ground_ends(self) -> Moment | None:
        """The day its ground is gone; ``None`` where no day can be known from the file."""
        if self.course is None:
            return None
        ends = [one.value for one in self.course.ends("list")]
        return earlier(self.course.record_ends, self.annulled, self.world.death, *ends)

    def reached(self, moment: Moment | None) -> Guard:
        """Say whether a day has come by the asked day."""
        if moment is None:
            return None
        return True if moment.latest <= self.day else None if moment.earliest <= self.day else False


# --- Article 12(5): the grounds


def by_day(entry: Entry, moment: Moment, done: str, to_come: str) -> Finding:
    """Return the ground that a day brings: there, perhaps there, or to come."""
    reached = entry.reached(moment)
    because = done if reached else to_come
    by = None if reached or moment.earliest == NEVER else moment
    return Finding(because=because, holds=reached, facts=(entry.path,), by=by)


@answers(WAY, LAW_191 / "12(5)", until=SINCE_343, series="end of the grounds")
def grounds_ceased(entry: Entry) -> Finding:
    """Before 2016 one sentence: off the list on information that the circumstances of listing have ceased."""
    if entry.ground_ends is None:
        return Finding(because="whether the circumstances have ceased is not in the file", holds=None)
    return by_day(entry, entry.ground_ends, "the ground has ceased", "the ground has not ceased")


@answers(WAY, LAW_191 / "12(5)(5)", since=SINCE_343, series="end of the grounds", amended_by=LAW_343)
def record_ended(entry: Entry) -> Finding | None:
    """Off the list on documents that the record of the extremist or terrorist crime has expired or was lifted."""
    if entry.record_ends is None:
        return None
    return by_day(entry, entry.record_ends, "the record has ended", "the record has not ended")


@answers(WAY, LAW_191 / "12(5)(2)", since=SINCE_343, amended_by=LAW_343)
def conviction_annulled(entry: Entry) -> Finding | None:
    """Off the list when the verdict is annulled."""
    if entry.course is None:
        return None
    return by_day(entry, entry.annulled, "the verdict was annulled", "the verdict stands")


@answers(WAY, LAW_191 / "12(5)(4)", since=SINCE_343, amended_by=LAW_343)
def death(entry: Entry) -> Finding | None:
    """Off the list on documents of death."""
    if entry.world.death == END:
        return None
    return by_day(entry, entry.world.death, "the person has died", "the person lives")


_FREE = "the body that proposes, a law-enforcement or special body, may refuse; the joint order was not found"


def _early(entry: Entry) -> Finding | None:
    if entry.ground not in NATIONAL:
        return None
    if entry.course is None:
        return Finding(because="whether a sentence was served is not in the file for this entry", holds=None)
    if entry.reached(entry.course.record_ends):
        return Finding(because="the record has ended, so the way by the record is open", holds=False)
    served = later(entry.course.main_served, *entry.course.additional_served)
    return by_day(entry, served, "the sentence is served and the record has not ended", "the sentence is not served")


@answers(WAY, LAW_191 / "12(5)(5-1)", since=SINCE_325, series="early exclusion", amended_by=LAW_325, source=_FREE)
def early_exclusion(entry: Entry) -> Finding | None:
    """Before the record ends, for one who has served the sentence: on the Prosecutor General's list, after a positive
    conclusion of a law-enforcement or special body, which is free to refuse it.
    """
    return _early(entry)


@answers(WAY, LAW_191 / "12(8-2)", since=SINCE_219, amended_by=LAW_219)
def application_for_early_exclusion(entry: Entry) -> Finding | None:
    """One listed on a conviction or by the Prosecutor General who has served the sentence, with the record still
    running, may apply for early exclusion to the law-enforcement or special body, for want of means to live on.
    """
    return _early(entry)


@answers(WAY, LAW_191 / "12(5)(6)-(7)", since=SINCE_343, amended_by=LAW_343)
def off_the_international_list(entry: Entry) -> Finding | None:
    """Off the list once the committee of the United Nations, or the body that keeps a foreign list, says so."""
    if entry.ground not in (ListingGround.UNITED_NATIONS, ListingGround.FOREIGN):
        return None
    return Finding(because="the decision lies with that body, and the file does not say", holds=None)


@answers(WAY, LAW_191 / "12(5)(8)", since=SINCE_343, amended_by=LAW_343)
def off_the_prosecutors_list(entry: Entry) -> Finding | None:
    """Off the list when the circumstances for the Prosecutor General's list have ceased; the Prosecutor says so."""
    if entry.ground is not ListingGround.PROSECUTOR_GENERAL:
        return None
    return Finding(because="the decision lies with the Prosecutor General, and the file does not say", holds=None)


_NO_GROUNDS: Final = {
    ReleaseGround.SERVED: "release",
    ReleaseGround.PAROLE: "parole",
    ReleaseGround.REPLACED: "replacement of the rest",
    ReleaseGround.ILLNESS: "release for illness",
    ReleaseGround.AMNESTY: "amnesty",
    ReleaseGround.PARDON: "pardon",
}


def _no_ground(event: Event) -> str | None:
    """Return the word for an event that is mistaken for a ground."""
    if isinstance(event, Release):
        return _NO_GROUNDS.get(event.ground)
    return "amnesty" if isinstance(event, Amnesty) else "pardon" if isinstance(event, Pardon) else None


@answers(
    WAY,
    LAW_191 / "12(5)",
    since=SINCE_343,
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source="the list of grounds is closed and names none of these",
)
def no_ground(entry: Entry) -> Finding | None:
    """Amnesty, pardon, parole, the end of the sentence and of a ban are no grounds: the list of them is closed."""
    happened = entry.course.own_events(Release, Amnesty, Pardon) if entry.course else ()
    by_then = (event for path, event in happened if entry.reached(Moment.of(event.on, f"{path}.on")) is not False)
    named = [word for event in by_then if (word := _no_ground(event))]
    if not named:
        return None
    because = f"{' and '.join(dict.fromkeys(named))} by itself takes nobody off the list"
    return Finding(because=because, holds=False, facts=(entry.path,))


# --- Article 12(7): the application

_WORDS = "until 20.11.2025 the text spoke of those on whom there is information of involvement"


def _application(entry: Entry) -> Finding:
    ends = entry.ground_ends
    if ends is None:
        return Finding(
            because="whether the ground stands is not in the file; a wrong listing can be contested", holds=None
        )
    return by_day(
        entry,
        ends,
        "the ground is gone, so removal is due",
        "the ground stands as far as the file says; an application reaches errors and overdue removal only",
    )


@answers(
    WAY, LAW_191 / "12(7)", since=SINCE_343, until=SINCE_351, series="application", amended_by=LAW_343, source=_WORDS
)
def application_2016(entry: Entry) -> Finding:
    """One listed by mistake or not removed in time applies to the authorised body in writing, with reasons; it excludes
    or refuses with reasons, in the time of the Law on petitions; the refusal goes to a court.
    """
    return _application(entry)


@answers(
    WAY, LAW_191 / "12(7)", since=SINCE_351, until=SINCE_219, series="application", amended_by=LAW_351, source=_WORDS
)
def application_2021(entry: Entry) -> Finding:
    """One listed by mistake or not removed in time applies to the authorised body in writing, with reasons; time and
    appeal follow the laws of Kazakhstan, which since 1 July 2021 is administrative procedure.
    """
    return _application(entry)


@answers(WAY, LAW_191 / "12(7)", since=SINCE_219, series="application", amended_by=LAW_219)
def application(entry: Entry) -> Finding:
    """One listed by mistake or not removed in time applies to the authorised body in writing, with reasons; it decides
    together with law-enforcement and special bodies; time and appeal follow administrative procedure.
    """
    return _application(entry)
