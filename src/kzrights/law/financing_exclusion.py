"""Law of 28 August 2009 No 191-IV, articles 12(5)-(8-2) and 13: the ways off the list, and how fast each goes.

A rule gets the :class:`Entry` of a listing on the asked day and answers with a finding, or ``None``.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen
from pendulum import Date

from kzrights.calendar import NEVER, days_before, next_working_day
from kzrights.errors import DateError
from kzrights.facts.events import Amnesty, Event, Pardon, Release
from kzrights.facts.listing import Listing
from kzrights.facts.vocabulary import ListingGround, ReleaseGround
from kzrights.law.acts import LAW_191
from kzrights.law.course import Course
from kzrights.law.financing_law import LAW_219, LAW_325, LAW_343, SINCE_219, SINCE_325, SINCE_343
from kzrights.law.findings import Finding
from kzrights.law.rules import CODE, Confidence, Guard, answers
from kzrights.law.world import World
from kzrights.moments import END, Moment, earlier, later
from kzrights.value import Value

WAY: Final = "way off the list"
DEADLINE: Final = "deadline of the list"
SINCE_351 = "2021-07-01"
LAW_351 = "29.06.2020 No 351-VI"
SINCE_73 = "2022-01-19"
LAW_73 = "18.11.2021 No 73-VII"
SINCE_131 = "2022-09-03"
LAW_131 = "01.07.2022 No 131-VII"

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


# --- How fast


@answers(
    DEADLINE,
    LAW_191 / "13(1-1)",
    until=SINCE_343,
    series="freeze",
    source="law 206-V of 10.06.2014; the day is inferred",
    confidence=Confidence.INFERRED,
)
def freeze_from_information(_: Entry) -> Finding:
    """Obliged entities freeze within one working day from receiving the information of inclusion."""
    return Finding(because="the freeze begins within one working day from the information")


_START = "seen in later editions; its first day is inferred"


@answers(
    DEADLINE,
    LAW_191 / "13(1-1)",
    since=SINCE_343,
    until=SINCE_73,
    series="freeze",
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source=_START,
)
def freeze_from_posting(_: Entry) -> Finding:
    """Obliged entities freeze at once, within one working day from the posting of the list."""
    return Finding(because="the freeze begins within one working day from the posting")


@answers(DEADLINE, LAW_191 / "13(1-1)", since=SINCE_73, series="freeze", amended_by=LAW_73)
def freeze_within_a_day(_: Entry) -> Finding:
    """Obliged entities freeze at once, within 24 hours from the posting of the list."""
    return Finding(because="the freeze begins within 24 hours from the posting")


@answers(
    DEADLINE,
    LAW_191 / "13(3), 13(5)",
    since=SINCE_343,
    until=SINCE_325,
    series="wages",
    amended_by=LAW_343,
    confidence=Confidence.INFERRED,
    source=_START,
)
def wages_in_three_days(entry: Entry) -> Finding | None:
    """A payment of wages under the cap waits for the financial monitoring body: three working days."""
    return _wages(entry, "a payment of wages is decided within three working days")


@answers(
    DEADLINE,
    LAW_191 / "13(3)-(5)",
    since=SINCE_325,
    series="wages",
    amended_by=LAW_325,
    confidence=Confidence.INFERRED,
    source=_START,
)
def wages_in_a_day(entry: Entry) -> Finding | None:
    """A payment of wages under the cap waits for the financial monitoring body: 24 hours, and no answer is consent.

    A time that ends on a day off moves to the next working day.
    """
    return _wages(entry, "a payment of wages is decided within 24 hours")


def _wages(entry: Entry, because: str) -> Finding | None:
    return None if entry.ground is ListingGround.UNITED_NATIONS else Finding(because=because)


@answers(DEADLINE, LAW_191 / "12(5-1)", since=SINCE_131, amended_by=LAW_131)
def removal_is_posted(entry: Entry) -> Finding | None:
    """The decision to exclude is posted and sent out at once, within one working day; with it the freeze ends."""
    if entry.listing is None or entry.listing.delisted is None:
        return Finding(because="once excluded, the decision is posted within one working day")
    off = Moment.of(entry.listing.delisted, f"{entry.path}.delisted")
    return Finding(
        because="the decision to exclude is posted within one working day", facts=(entry.path,), by=_next(off)
    )


def _next(day: Moment) -> Moment | None:
    try:
        first, last = (next_working_day(days_before(one, -1)) for one in (day.earliest, day.latest))
    except DateError:
        return None
    return Moment(first, last, day.missing)


@answers(DEADLINE, LAW_191 / "12(10)", since=SINCE_325, amended_by=LAW_325)
def freeze_at_a_foreign_request(entry: Entry) -> Finding | None:
    """On the request of a foreign body the freeze may come first, for at most 15 days, until the entry is made."""
    if entry.ground is not ListingGround.FOREIGN:
        return None
    return Finding(because="a freeze before the entry lasts at most 15 days")


# --- Who keeps the list


@frozen(kw_only=True, repr=False, eq=False)
class Keeper(Value):
    """The authorised body that keeps the list; the Law does not name it.

    Attributes:
        name: of the body.
        since: its first day.
        until: the first day on which it no longer keeps it.
        confidence: how it was read.
        source: on what it rests.
    """

    name: str
    since: Date
    until: Date = NEVER
    confidence: Confidence
    source: str = field(repr=False)


_AGENCY = Date(2021, 1, 28)
KEEPERS: Final = (
    Keeper(
        name="Committee for Financial Monitoring of the Ministry of Finance",
        since=CODE,
        until=_AGENCY,
        confidence=Confidence.SECONDARY,
        source="orders of 2015 and 2020 are addressed to it; its last day is inferred",
    ),
    Keeper(
        name="Agency for Financial Monitoring",
        since=_AGENCY,
        confidence=Confidence.SECONDARY,
        source="Regulation by Decree of 20.02.2021 No 515; the decree of 28.01.2021 No 501 was not read",
    ),
)


def keeper(on: Date) -> Keeper | None:
    """Return who keeps the list on a day; ``None`` before 2015."""
    return next((one for one in KEEPERS if one.since <= on < one.until), None)
