"""Reforms of the financing list: whom it may hold, until when, and how an entry is contested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

from attrs import evolve
from pendulum import Date

from kzrights.facts.vocabulary import ListingGround, ReleaseGround
from kzrights.law.acts import LAW_191
from kzrights.law.financing_exclusion import NATIONAL, WAY, Entry, by_day
from kzrights.law.findings import Finding, lacking
from kzrights.law.judged import any_of, both, extremist_or_terrorist
from kzrights.law.rules import Found, Guard, answers
from kzrights.moments import END, Moment, hull, later
from kzrights.reforms.reform import ChangeFrom, Reform, lifted

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.judged import Judged
    from kzrights.law.law import Law
    from kzrights.law.rules import Rule
    from kzrights.law.world import World

FREEDOM_NOW: Final = "Freedom Now, 2023"
BUREAU: Final = "https://bureau.kz/en/hot/duty-to-rehabilitate/"
HRW_2024: Final = "Human Rights Watch, 27 August 2024"
HRW_2024_AT: Final = (
    "https://www.hrw.org/report/2024/08/27/politically-targeted-economically-isolated/"
    "how-kazakhstans-financing-terrorism"
)

Ends = Callable[["Course"], Moment | None]
"""When a listing on a conviction ends; ``None`` where it goes on as the law has it."""

# --- A further end of a listing


def ending(ends: Ends, done: str, to_come: str, *replaced: str) -> ChangeFrom:
    """Return the change by which a listing also ends as ``ends`` says, in place of the rules ``replaced``.

    Entries that a file states are struck out then, too.
    """

    def change(law: Law, since: Date) -> Law:
        return striking_out(_losing_ground(lifted(law, *replaced), ends, since, done, to_come), ends, since)

    return change


def losing_ground(ends: Ends, done: str, to_come: str) -> ChangeFrom:
    """Return the change by which the ground of a listing also ends as ``ends`` says; entries a file states stay."""
    return lambda law, since: _losing_ground(law, ends, since, done, to_come)


def _losing_ground(law: Law, ends: Ends, since: Date, done: str, to_come: str) -> Law:
    return law.amend(_end(ends, since), _way(ends, since, done, to_come))


def striking_out(law: Law, ends: Ends, since: Date) -> Law:
    """Return a law by which entries on convictions, as files state them, are struck out when ``ends`` says."""

    def struck_out(rule: Rule) -> Rule:
        def listed(world: World) -> Iterator[Found]:
            for found in rule(world):
                course = world.course_of(found.conviction) if found.conviction else None
                end = ends(course) if course else None
                yield found if end is None else evolve(found, period=found.period.until(later(end, Moment.on(since))))

        return rule.evolve(function=listed, norm=f"{rule.norm} {cleandoc(ends.__doc__ or '')}")

    return law.amend(*(struck_out(rule) for rule in law.rules if rule.name == "listed"))


def _end(ends: Ends, since: Date) -> Rule:
    def end(course: Course) -> Moment | None:
        found = ends(course)
        return None if found is None else later(found, Moment.on(since))

    end.__doc__ = ends.__doc__
    return answers("end of a listing", LAW_191 / "12(5)", name=f"{ends.__name__}_ends_a_listing")(end)


def _way(ends: Ends, since: Date, done: str, to_come: str) -> Rule:
    def way(entry: Entry) -> Finding | None:
        found = ends(entry.course) if entry.course and entry.ground is ListingGround.CONVICTION else None
        return None if found is None else by_day(entry, later(found, Moment.on(since)), done, to_come)

    way.__doc__ = ends.__doc__
    return answers(WAY, LAW_191 / "12(5)", name=f"{ends.__name__}_takes_off_the_list")(way)


def release(course: Course) -> Moment:
    """Release from prison takes a person off the list; where there was no prison, the end of the main punishment."""
    return later(course.main_period.end, *([course.resumed.end] if course.resumed else []))


def sentence(course: Course) -> Moment:
    """The end of the main punishment takes a person off the list, the rest on parole or in a milder form included."""
    ends = [course.main_served]
    if course.milder_remainder is not None:
        ends.append(course.milder_remainder.end)
    if course.release and course.release[1].ground is ReleaseGround.PAROLE and not course.parole_revoked:
        ends.append(course.world.first("rest of a term", course, on=course.released_on).value)
    return later(*ends)


# --- Whom it may hold


def violent(judged: Judged) -> Guard:
    """Say whether an offence is against life or health, as the file says or else the article."""
    stated = judged.offence.against_life_or_health
    return judged.may_be("against_life_or_health") if stated is None else stated


def _linked(judged: Judged) -> Guard:
    return any_of([violent(judged), judged.offence.article.split("(")[0] == _FINANCING])


_FINANCING: Final = "258"
"""The article on financing terrorist or extremist activity; 266, financing a criminal group, is on neither list."""


def _unless(course: Course, listable: Callable[[Judged], Guard]) -> Moment | None:
    """Return the day it was in force, if no extremist or terrorist crime of the verdict is listable; it may be then."""
    found = any_of([both(extremist_or_terrorist([judged]), listable(judged)) for judged in course.offences])
    if found is not None:
        return None if found else course.in_force
    open_ = frozenset(f"{judged.path}.against_life_or_health" for judged in course.offences if not listable(judged))
    return hull(course.in_force, END, missing=course.articles_missing | open_)


def want_of_a_crime(course: Course) -> Moment | None:
    """Nobody stays on the list without a conviction for an extremist or terrorist crime."""
    return _unless(course, lambda _: True)


def want_of_violence(course: Course) -> Moment | None:
    """Nobody stays on the list whose extremist or terrorist crime was not against life or health."""
    return _unless(course, violent)


def want_of_a_link(course: Course) -> Moment | None:
    """A conviction puts on the list only for an extremist or terrorist crime of violence or of financing."""
    return _unless(course, _linked)


# --- How an entry is contested


@answers(WAY, LAW_191 / "12(7)")
def challenge_on_the_merits(entry: Entry) -> Finding:
    """One listed may have a court review within a set time whether the entry is necessary and proportionate."""
    return Finding(because="at any time while listed; the proposal names no time limit", facts=(entry.path,))


@answers(WAY, LAW_191 / "12(7)")
def independent_review(entry: Entry) -> Finding | None:
    """A body independent of the one that lists reviews a national entry by a procedure that is publicly known."""
    if entry.ground not in NATIONAL:
        return None
    missing = lacking(entry.path, "the reasonable grounds to suspect terrorism or its financing")
    because = "the entry stands only on reasonable grounds to suspect terrorism or its financing"
    return Finding(because=because, holds=None, facts=(entry.path,), missing=missing)


REFORMS: Final = (
    Reform(
        name="list_ends_with_release",
        ids=("RO-11",),
        says="A person leaves the financing list on release, not when the criminal record ends.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="Proposed for prisoners of conscience; as no file says who is one, it reaches everybody listed on a "
        "conviction.",
        change_from=ending(release, "released", "not yet released", "no_ground"),
    ),
    Reform(
        name="list_ends_with_sentence",
        ids=("RO-11",),
        says="A person leaves the financing list when the main punishment is over, not when the criminal record ends.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="The milder form of the proposal: the rest on parole or in place of imprisonment is waited for, a ban "
        "is not. It reaches everybody listed on a conviction.",
        change_from=ending(sentence, "the main punishment is over", "the main punishment goes on", "no_ground"),
    ),
    Reform(
        name="list_without_the_non_violent",
        ids=("RO-19",),
        says="Everyone convicted of a crime without violence is removed from the financing list.",
        proposer=HRW_2024,
        source=HRW_2024_AT,
        variant="Without violence: no extremist or terrorist crime of the verdict is against life or health, as the "
        "file says or else the article; where that depends on the deed, the answer stays open.",
        change_from=ending(
            want_of_violence, "the crime was not of violence", "the crime was, or may have been, of violence"
        ),
    ),
    Reform(
        name="list_only_for_violence_or_financing",
        ids=("RO-20",),
        says="A conviction puts a person on the financing list only with a link to violence or financing.",
        proposer=HRW_2024,
        source=HRW_2024_AT,
        variant="Says in rules what the report asks for as bringing the law into line. A link: a crime against life or "
        "health, or under article 258. Entries made stay until they are struck out, without a ground.",
        change_from=losing_ground(
            want_of_a_link, "no link to violence or financing", "there is, or may be, such a link"
        ),
    ),
    Reform(
        name="listing_can_be_challenged",
        ids=("RO-10",),
        says="Blacklisting can be challenged on its merits: whether it is necessary and proportionate.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="That a court decides, and within a set time, is this library's detail.",
        change=lambda law: law.amend(challenge_on_the_merits),
    ),
    Reform(
        name="listing_reviewed_independently",
        ids=("RO-25",),
        says="A national listing is reviewed independently, by a procedure that is publicly known.",
        proposer="Financial Action Task Force, Recommendation 6",
        source="https://slideserve.com/ocean/apg",
        change=lambda law: law.amend(independent_review),
    ),
)
