"""Reforms of the offences: articles repealed, extremism given up as a category, amnesty for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import evolve
from pendulum import Date

from kzrights.calendar import days_before
from kzrights.facts.events import Amnesty
from kzrights.law.acts import CC
from kzrights.law.amnesties import amnesty
from kzrights.law.criminal_code import RELIEFS
from kzrights.law.judged import extremist_or_terrorist
from kzrights.law.rules import answers
from kzrights.moments import END, Moment, later
from kzrights.reforms.listing import BUREAU, FREEDOM_NOW, ending, striking_out, want_of_a_crime
from kzrights.reforms.reform import ChangeFrom, Reform, reworded

if TYPE_CHECKING:
    from kzrights.facts.events import Event
    from kzrights.law.course import Course
    from kzrights.law.law import Law
    from kzrights.law.offences import Sanction

HRW_2021: Final = "Human Rights Watch, 7 July 2021"
HRW_2021_AT: Final = "https://articlefeed.org/kazakhstan-crackdown-on-government-critics"
RAPPORTEUR: Final = "Special Rapporteur Ní Aoláin, 2019"
RAPPORTEUR_AT: Final = (
    "https://www.ohchr.org/en/documents/country-reports/"
    "ahrc4346add1-visit-kazakhstan-report-special-rapporteur-promotion-and"
)


# --- Articles repealed: Criminal Code 6 then ends punishment, record and listing


def repealed(*articles: str) -> ChangeFrom:
    """Return the change that strikes articles out of the Criminal Code; each is named without its part."""

    def change(law: Law, since: Date) -> Law:
        rows = [row for article in articles for row in _struck_out(law.offences.of(article), since)]
        return striking_out(law.amend(*rows, listing_falls_with_the_offence), _fall_with_the_offence, since)

    return change


def _struck_out(rows: tuple[Sanction, ...], since: Date) -> Iterator[Sanction]:
    """Yield the editions of the parts of an article that stood by the day, the last cut off on it."""
    parts: dict[str, list[Sanction]] = {}
    for row in rows:
        parts.setdefault(row.article, []).append(row)
    for editions in parts.values():
        standing = [row for row in editions if row.since < since] or editions[:1]
        yield from (row for row in standing if row.until <= since)
        yield from (_cut(row, since) for row in standing if row.until > since)


def _cut(row: Sanction, since: Date) -> Sanction:
    return evolve(row, until=max(since, days_before(row.since, -1)), note="struck out by a proposal")


def _fall_with_the_offence(course: Course) -> Moment | None:
    """Nobody stays on the list for an offence that is one no longer."""
    table = course.world.law.offences
    listed_for = [judged for judged in course.offences if extremist_or_terrorist([judged]) is not False]
    ends = [judged.struck_out_on(table) for judged in listed_for]
    return later(course.in_force, *ends) if ends and END not in ends else None


listing_falls_with_the_offence = answers("end of a listing", CC / "6(1)", name="listing_falls_with_the_offence")(
    _fall_with_the_offence
)


# --- Extremism no longer a category


def _no_extremism(law: Law, since: Date) -> Law:
    editions = law.offences.editions.values()
    marked = [row for rows in editions for row in rows if any(one.extremist for one in rows)]
    law = law.amend(*(evolve(row, extremist=False) for row in marked))
    done, to_come = "no crime of the verdict is terrorist", "a crime of the verdict is, or may be, terrorist"
    return ending(want_of_a_crime, done, to_come)(law, since)


# --- Amnesty for everybody


def amnesty_gives_to_everybody(course: Course, event: Event) -> frozenset[str] | None:
    """An amnesty gives what the decision that applied it gave, whatever the crime."""
    if not isinstance(event, Amnesty):
        return None
    return frozenset(RELIEFS[relief] for relief in event.gave or amnesty(event.act).surely_gives(course))


def amnesty_may_give_to_everybody(course: Course, event: Event) -> frozenset[str] | None:
    """What an amnesty gave is open where its act makes it depend on damage, age or conduct, whatever the crime."""
    if not isinstance(event, Amnesty) or event.gave:
        return None
    return frozenset(RELIEFS[relief] for relief in amnesty(event.act).perhaps_gives(course))


def _amnesty_for_everybody(law: Law) -> Law:
    law = reworded(law, "amnesty_gives", amnesty_gives_to_everybody)
    return reworded(law, "amnesty_may_give", amnesty_may_give_to_everybody)


REFORMS: Final = (
    Reform(
        name="vague_offences_repealed",
        ids=("RO-12",),
        says="Incitement of discord and membership of a banned organisation, articles 174 and 405, are no offences.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="The proposal speaks of vague and overbroad offences; that these are the articles is taken from the "
        "cases it tells.",
        change_from=repealed("174", "405"),
    ),
    Reform(
        name="membership_no_longer_an_offence",
        ids=("RO-17",),
        says="The bans of two opposition movements fall, and with them the offence of membership, article 405.",
        proposer=HRW_2021,
        source=HRW_2021_AT,
        variant="No file says of which organisation a person was a member: every conviction under article 405 is taken "
        "to rest on one of these bans.",
        change_from=repealed("405"),
    ),
    Reform(
        name="extremism_no_longer_a_category",
        ids=("RO-21",),
        says="Extremism is given up as a category of criminal law: no crime counts as extremist.",
        proposer=RAPPORTEUR,
        source=RAPPORTEUR_AT,
        variant="The Criminal Code's list of extremist crimes, 3(39), is empty; crimes on the list of terrorist ones "
        "stay there.",
        change_from=_no_extremism,
    ),
    Reform(
        name="amnesty_for_extremist_crimes",
        ids=("RO-27",),
        says="An amnesty reaches those convicted of extremist or terrorist crimes too.",
        proposer="this library, as a what-if",
        source="",
        variant="No express proposal was found. What the acts themselves leave out stays left out.",
        change=_amnesty_for_everybody,
    ),
)
