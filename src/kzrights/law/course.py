"""The course of one conviction, as rules see it: what is stated, and what other rules have worked out."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from attrs import define, evolve

from kzrights.calendar import Term
from kzrights.facts.days import UNKNOWN
from kzrights.facts.events import Amnesty, Event
from kzrights.facts.execution import ParoleRevoked
from kzrights.facts.punishments import (
    LONGEST_RESTRICTION,
    ActivityBan,
    Punishment,
)
from kzrights.facts.vocabulary import Duty, Remainder
from kzrights.law.judged import Judged, any_of, gravest, is_crime
from kzrights.law.offences import Gravity
from kzrights.law.rules import Ruling
from kzrights.law.stated import Stated
from kzrights.moments import END, NOTHING, START, Missing, Moment, Period, earlier, hull, later
from kzrights.statuses import Traits
from kzrights.value import once


def _gift_missing(event: Event, path: str) -> Missing:
    return frozenset({f"{path}.gave"}) if isinstance(event, Amnesty) and not event.gave else NOTHING


@define(eq=False, slots=False, repr=False)
class Course(Stated):
    """What became of one conviction: what is stated, and results of the rules, each worked out once."""

    @once
    def starts(self, path: str, punishment: Punishment) -> Moment:
        """Return the day the term of a punishment begins."""
        return self.world.first("start of a punishment", self, punishment, path, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def rest_after_parole(self) -> Ruling | None:
        """The rule on the rest to be served after parole; ``value`` is from when until when its term runs."""
        if self.parole_revoked is None:
            return None
        return self.world.first("rest after revoked parole", self, on=self.parole_revoked_on)

    @functools.cached_property
    def resumed(self) -> Period | None:
        """From when until when the rest is or was served after parole."""
        if self.rest_after_parole is None:
            return None
        whole: Period = self.rest_after_parole.value
        end = whole.end
        if self.custodial and self.joined_to(ParoleRevoked) is None:
            term = evolve(self.rest_after_parole, value=end)
            end = self.world.first("release at the end of a term", self, term, on=self.in_force).value
        if self.released_again is not None:
            path, event = self.released_again
            end = earlier(end, Moment.of(event.on, f"{path}.on", whole.start.earliest, end.latest))
        return Period(whole.start, later(whole.start, end))

    @functools.cached_property
    def stages(self) -> tuple[tuple[Moment, Course], ...]:
        """The conviction under the articles of the verdict, then from each day on which a court moved an offence."""
        moved = ((on, evolve(self, moved=offences)) for on, offences in self.requalified)
        return ((START, self), *moved)

    def standing_on(self, day: Moment) -> tuple[Course, ...]:
        """Return the conviction under the articles of a day: in several ways where it is not known which came first."""
        untils = (*(on.latest for on, _ in self.stages[1:]), None)
        return tuple(
            course
            for (since, course), until in zip(self.stages, untils, strict=True)
            if since.earliest <= day.latest and (until is None or day.earliest < until)
        )

    def doubt_on(self, day: Moment) -> Missing:
        """Return the facts that would tell which sanctions applied on a day, that day's own left aside."""
        standing = self.standing_on(day)
        moves = [on.missing for on, _ in self.requalified] if len(standing) > 1 else []
        return NOTHING.union(*moves, *(one.articles_missing for one in standing))

    @functools.cached_property
    def gravest(self) -> tuple[Gravity, ...]:
        """The gravities that the gravest offence may have, mildest first."""
        return gravest(self.offences, self.world)

    @functools.cached_property
    def main_ruling(self) -> Ruling | None:
        """The rule on how the main punishment runs, and its period."""
        if self.main is None:
            return None
        path, punishment = self.main
        return self.run(path, punishment)

    @functools.cached_property
    def main_period(self) -> Period:
        """From when until when the main punishment runs or ran."""
        return self.main_ruling.value if self.main_ruling else Period(self.in_force, self.in_force)

    @functools.cached_property
    def bans(self) -> tuple[tuple[str, ActivityBan, Ruling], ...]:
        """Each ban with its path and the rule on how it runs; ``value`` is its period."""
        return tuple(
            (path, ban, self.world.first("run of a ban", self, ban, path, on=self.in_force))
            for path, ban in self.punishments(ActivityBan)
        )

    @functools.cached_property
    def served(self) -> Moment:
        """The day from which records count."""
        return self.world.first("records count from", self, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def additional_served(self) -> tuple[Moment, ...]:
        """The days on which bans are served, those for life left out, or were lifted."""
        lifted = [ruling.value for ruling in self.ends("ban")]
        return tuple(earlier(ruling.value.end, *lifted) for _, ban, ruling in self.bans if not ban.life)

    @once
    def run(self, path: str, punishment: Punishment) -> Ruling:
        """Return the rule on how a punishment runs, and its period."""
        return self.world.first("run of a punishment", self, punishment, path, on=self.in_force)

    @once
    def full_term(self, path: str, punishment: Punishment) -> Ruling:
        """Return the day a term ends if nothing shortens it but credit for custody, and the edition that decides."""
        ruling = self.world.mildest("end of a term", self, punishment, path, act=self.act)
        assert ruling is not None
        return ruling

    @functools.cached_property
    def milder_remainder(self) -> Period | None:
        """The restriction of freedom that took the place of the rest of imprisonment."""
        if self.release is None or self.release[1].remainder_as is not Remainder.RESTRICTED_FREEDOM:
            return None
        path, event = self.release
        if event.term is None and self.has_term:
            end = self.world.first("rest of a term", self, on=self.released_on).value
        else:
            end = self.released_on.after(event.term or UNKNOWN, f"{path}.term", Term(), LONGEST_RESTRICTION)
        return Period(self.released_on, later(self.released_on, end))

    @functools.cached_property
    def evaded(self) -> Moment:
        """The day the milder punishment would have ended that imprisonment took the place of."""
        if self.milder_remainder is not None:
            return self.milder_remainder.end
        if self.rest_after_parole is not None:
            return self.rest_after_parole.value.end  # type: ignore[no-any-return]
        return self.world.first("rest of a term", self, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def main_served(self) -> Moment:
        """The day the main punishment is served, or an amnesty or pardon ended it."""
        served = self.world.first("main punishment is served", self, on=self.in_force).value
        return earlier(served, *(ruling.value for ruling in self.ends("main")))

    @functools.cached_property
    def ban_counts_from(self) -> Moment:
        """The day from which a ban beside imprisonment counts."""
        return self.world.first("a ban counts from", self, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def lifted_duties(self) -> tuple[tuple[Duty, Moment], ...]:
        """The duties of restriction of freedom that a court cancelled, each with the first day without it."""
        rulings = self.world.ask("duties a court lifted", self, on=self.in_force)
        return tuple(lifted for ruling in rulings for lifted in ruling.value)

    @functools.cached_property
    def record(self) -> Ruling:
        """When the record ends, and the rule that decides; the records of later crimes considered."""
        return self.world.records[self.id]

    @functools.cached_property
    def record_ends(self) -> Moment:
        """The day the record ends or is lifted."""
        return self.cut(Period(self.in_force, self.record.value), "record").end

    @functools.cached_property
    def traits(self) -> Traits:
        """What other laws ask of the record."""
        return self._traits(self.offences)

    @property
    def later_traits(self) -> tuple[tuple[Moment, Traits], ...]:
        """The same from each day on which a court moved an offence to another article."""
        return tuple((on, self._traits(offences)) for on, offences in self.requalified)

    def _traits(self, offences: tuple[Judged, ...]) -> Traits:
        def any_is(trait: str) -> bool | None:
            return any_of([judged.may_be(trait) for judged in offences])

        return Traits(
            extremist=any_is("extremist"),
            terrorist=any_is("terrorist"),
            intentional=any_is("intentional"),
            crime=is_crime(offences),
            gravest=gravest(offences, self.world),
            outside_table=not all(self.world.law.offences.knows(one.offence.article) for one in offences),
            articles=tuple(judged.offence.article for judged in offences),
            undone=earlier(*(ruling.value for ruling in self.ends("conviction")), self.world.death),
            open_facts=NOTHING.union(*(judged.missing for judged in offences)),
        )

    @once
    def ends(self, what: str) -> tuple[Ruling, ...]:
        """Return what ended ``what`` ("main", "ban", "record", "conviction") before its time: rulings with a moment.

        Of a listing ("list") only reforms have it ended so, by rules of the topic ``end of a listing``.
        """
        found: list[Ruling] = []
        for at, event in enumerate(self.world.case.events):
            if self._concerns(event):
                found += self._ended_by(event, f"events[{at}]", what)
        if what == "list":
            found += self.world.ask("end of a listing", self, on=self.in_force)
        if what in ("main", "ban") and self.struck_out_on != END:
            on = later(self.struck_out_on, self.in_force)
            found += [evolve(ruling, value=on) for ruling in self.world.ask("a milder law", self, on=on)]
        return tuple(found)

    def _ended_by(self, event: Event, path: str, what: str) -> Iterator[Ruling]:
        """Yield the rulings by which an event ends ``what``: surely, or perhaps, by the articles of its day."""
        on = self.moment_of(path, event)
        standing = self.standing_on(on)
        perhaps = hull(on, END, missing=self.doubt_on(on) | _gift_missing(event, path))
        for topic in ("what an event ends", "what an event may end"):
            asked = [self.world.ask(topic, one, event, on=on) for one in standing]
            ending = [[one.rule for one in rulings if what in one.value] for rulings in asked]
            surely = topic == "what an event ends" and all(ending)
            yield from (Ruling(rule=rule, value=on if surely else perhaps) for rules in ending for rule in rules)

    def cut(self, period: Period, what: str) -> Period:
        """Return the period, ended by what ends ``what`` before its time and by death."""
        return period.until(*(ruling.value for ruling in self.ends(what)), self.world.death)
