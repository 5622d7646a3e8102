"""The course of one conviction, as rules see it: what is stated, and what other rules have worked out."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import define, evolve
from pendulum import Date

from kzrights.calendar import ALWAYS, LATEST, NEVER, Term
from kzrights.facts.conviction import Conviction
from kzrights.facts.days import bounds
from kzrights.facts.events import Event, Quashed, Release, Replaced, Requalified
from kzrights.facts.punishments import (
    LONGEST_ARREST,
    LONGEST_IMPRISONMENT,
    LONGEST_RESTRICTION,
    ActivityBan,
    Arrest,
    CommunityService,
    CorrectiveWork,
    Fine,
    Imprisonment,
    LifeImprisonment,
    Punishment,
    RestrictedFreedom,
    SuspendedImprisonment,
)
from kzrights.facts.vocabulary import ListingGround, ReleaseGround, Remainder
from kzrights.law.judged import Judged, any_of, gravest, is_crime, judge
from kzrights.law.offences import LIFE, Gravity
from kzrights.law.rules import CODE, Ruling
from kzrights.moments import END, NOTHING, Missing, Moment, Period, earlier, hull, later
from kzrights.statuses import Traits
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.world import World

CUSTODIAL = (Imprisonment, LifeImprisonment, Arrest)
MAIN = (*CUSTODIAL, RestrictedFreedom, SuspendedImprisonment, CommunityService, CorrectiveWork, Fine)


def _quashes(event: Event) -> bool:
    return isinstance(event, Quashed) or (isinstance(event, Release) and event.ground is ReleaseGround.QUASHED)


@define(eq=False, slots=False, repr=False)
class Course(Shown):
    """What became of one conviction: stated facts as moments, and results of the rules, each worked out once."""

    world: World
    conviction: Conviction
    at: int

    @property
    def path(self) -> str:
        """Where the conviction stands in the case file."""
        return f"convictions[{self.at}]"

    @property
    def id(self) -> str:
        """The conviction's id."""
        return self.conviction.id

    @functools.cached_property
    def in_force(self) -> Moment:
        """The day the verdict entered into force: no earlier than the verdict, no later than what presupposes it."""
        verdict = bounds(self.conviction.verdict, CODE, LATEST)
        latest = min([NEVER, *self._presupposing()])
        return Moment.of(self.conviction.in_force, f"{self.path}.in_force", verdict[0], max(latest, verdict[0]))

    def _presupposing(self) -> Iterator[Date]:
        for event in self.world.case.events:
            if self._concerns(event) and not _quashes(event):
                yield bounds(event.on, ALWAYS, NEVER)[1]
        for listing in self.world.case.listings or ():
            grounded = listing.ground is ListingGround.CONVICTION
            if grounded and self.world.case.conviction_of(listing.conviction) is self.conviction:
                yield bounds(listing.listed, ALWAYS, NEVER)[1]

    def _concerns(self, event: Event) -> bool:
        if not hasattr(event, "conviction"):
            return False
        return self.world.case.conviction_of(event.conviction) is self.conviction

    def own_events(self, *kinds: type[Event]) -> Iterator[tuple[str, Any]]:
        """Yield the events of these kinds that concern this conviction, each with its path."""
        for at, event in enumerate(self.world.case.events):
            if isinstance(event, kinds) and self._concerns(event):
                yield f"events[{at}]", event

    def punishments(self, *kinds: type[Punishment]) -> Iterator[tuple[str, Any]]:
        """Yield the punishments of these kinds, each with its path."""
        for at, punishment in enumerate(self.conviction.punishments):
            if isinstance(punishment, kinds):
                yield f"{self.path}.punishments[{at}]", punishment

    def starts(self, path: str, punishment: Punishment) -> Moment:
        """Return the day the term of a punishment begins."""
        return self.world.first("start of a punishment", self, punishment, path, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def main(self) -> tuple[str, Punishment] | None:
        """The main punishment that decides: the strictest the verdict imposes."""
        found = sorted(self.punishments(*MAIN), key=lambda item: MAIN.index(type(item[1])))
        return found[0] if found else None

    def longest(self, punishment: Punishment) -> Term:
        """Return the longest term the law allows for a punishment whose term is not known."""
        if isinstance(punishment, RestrictedFreedom):
            return LONGEST_RESTRICTION
        if isinstance(punishment, Arrest):
            return LONGEST_ARREST
        years = [sanction.max_imprisonment for judged in self.offences for sanction in judged.sanctions]
        single = len(self.offences) == 1 and 0 < max(years) < LIFE
        return Term(years=max(years)) if single else LONGEST_IMPRISONMENT

    @property
    def custodial(self) -> bool:
        """Whether the main punishment is imprisonment or arrest."""
        return self.main is not None and isinstance(self.main[1], CUSTODIAL)

    @property
    def suspended(self) -> bool:
        """Whether the sentence is conditional."""
        return self.main is not None and isinstance(self.main[1], SuspendedImprisonment)

    @functools.cached_property
    def release(self) -> tuple[str, Release] | None:
        """The first release from this conviction's punishment."""
        return self._releases[0] if self._releases else None

    @functools.cached_property
    def _releases(self) -> tuple[tuple[str, Release], ...]:
        return tuple(sorted(self.own_events(Release), key=lambda item: bounds(item[1].on, ALWAYS, NEVER)))

    @functools.cached_property
    def released_from_evasion_on(self) -> Moment:
        """The day of release from imprisonment that took the place of a milder punishment; ``END`` if none is known."""
        later_ones = self._releases[1:] if self.custodial else self._releases
        days = [Moment.of(event.on, f"{path}.on", self.replaced_on.earliest) for path, event in later_ones]
        return earlier(*days) if days else END

    @functools.cached_property
    def released_on(self) -> Moment:
        """The day of release; ``END`` when the file has none."""
        if self.release is None:
            return END
        path, event = self.release
        return Moment.of(event.on, f"{path}.on", self.in_force.earliest)

    @functools.cached_property
    def replaced_on(self) -> Moment:
        """The day imprisonment took the place of a punishment that was evaded; ``END`` when it did not."""
        return self.day_of(Replaced) or END

    @functools.cached_property
    def offences(self) -> tuple[Judged, ...]:
        """The offences, each with the sanctions it may fall under."""
        latest = bounds(self.conviction.verdict, CODE, LATEST)[1]
        return tuple(
            judge(offence, f"{self.path}.offences[{at}]", latest, self.world.law.offences)
            for at, offence in enumerate(self.conviction.offences)
        )

    def may_be(self, trait: str) -> bool | None:
        """Say whether any offence surely, surely not, or perhaps has a trait of its sanction."""
        return any_of([judged.may_be(trait) for judged in self.offences])

    @property
    def extremist_or_terrorist(self) -> bool | None:
        """Whether any offence is an extremist or a terrorist crime."""
        return any_of([self.may_be("extremist"), self.may_be("terrorist")])

    @property
    def no_longer_extremist(self) -> tuple[Moment, ...]:
        """The day a requalification left no extremist or terrorist crime, if one did."""
        changes = sorted(self.own_events(Requalified), key=lambda item: bounds(item[1].on, ALWAYS, NEVER))
        articles = [offence.article for offence in self.conviction.offences]
        for path, event in changes:
            articles = [event.to if article == event.article else article for article in articles]
            rows = [row for article in articles for row in self.world.law.offences.of(article)]
            if not any(row.extremist or row.terrorist for row in rows):
                return (Moment.of(event.on, f"{path}.on", self.in_force.earliest),)
        return ()

    @property
    def crime(self) -> bool | None:
        """Whether it is for a crime, not only for misdemeanours."""
        return is_crime(self.offences)

    @property
    def gravest(self) -> tuple[Gravity, ...]:
        """The gravities that the gravest offence may have, mildest first."""
        return gravest(self.offences, self.world)

    @property
    def articles_missing(self) -> Missing:
        """The facts that would tell which sanction applies."""
        return NOTHING.union(*(judged.missing for judged in self.offences))

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

    @functools.cached_property
    def act(self) -> Moment:
        """The earliest act of the verdict."""
        return earlier(*(judged.act for judged in self.offences))

    def run(self, path: str, punishment: Punishment) -> Ruling:
        """Return the rule on how a punishment runs, and its period."""
        return self.world.first("run of a punishment", self, punishment, path, on=self.in_force)

    def day_of(self, kind: type[Event]) -> Moment | None:
        """Return the day of the first event of a kind that concerns this conviction."""
        days = [Moment.of(event.on, f"{path}.on", self.in_force.earliest) for path, event in self.own_events(kind)]
        return earlier(*days) if days else None

    @property
    def punished_by_imprisonment(self) -> bool:
        """Whether imprisonment was imposed, or took the place of a punishment that was evaded."""
        return self.custodial or any(True for _ in self.own_events(Replaced))

    @functools.cached_property
    def milder_remainder(self) -> Period | None:
        """The restriction of freedom that took the place of the rest of imprisonment."""
        if self.release is None or self.release[1].remainder_as is not Remainder.RESTRICTED_FREEDOM:
            return None
        path, event = self.release
        whole = self.world.first("rest of a term", self, on=self.released_on).value
        end = self.released_on.after(event.term, f"{path}.term", Term(), LONGEST_RESTRICTION) if event.term else whole
        return Period(self.released_on, later(self.released_on, end))

    @functools.cached_property
    def evaded(self) -> Moment:
        """The day the milder punishment would have ended that imprisonment took the place of."""
        if self.milder_remainder is not None:
            return self.milder_remainder.end
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
        return Traits(
            extremist=self.may_be("extremist"),
            terrorist=self.may_be("terrorist"),
            intentional=any_of([judged.may_be("intentional") for judged in self.offences]),
            crime=self.crime,
            gravest=self.gravest,
            outside_table=not all(self.world.law.offences.knows(one.offence.article) for one in self.offences),
            articles=tuple(judged.offence.article for judged in self.offences),
            undone=earlier(*(ruling.value for ruling in self.ends("conviction")), self.world.death),
            open_facts=self.articles_missing,
        )

    def ends(self, what: str) -> list[Ruling]:
        """Return what ended ``what`` ("main", "ban", "record", "list") before its time: rulings with a moment."""
        found = []
        for at, event in enumerate(self.world.case.events):
            if self._concerns(event):
                on = Moment.of(event.on, f"events[{at}].on", self.in_force.earliest)
                perhaps = hull(on, END, missing=self.articles_missing)
                for topic, moment in (("what an event ends", on), ("what an event may end", perhaps)):
                    rulings = self.world.ask(topic, self, event, on=on)
                    found += [Ruling(rule=one.rule, value=moment) for one in rulings if what in one.value]
        if what in ("main", "ban") and self.struck_out_on != END:
            on = later(self.struck_out_on, self.in_force)
            found += [evolve(ruling, value=on) for ruling in self.world.ask("a milder law", self, on=on)]
        return found

    @functools.cached_property
    def struck_out_on(self) -> Moment:
        """The day from which none of the offences is one any more; ``END`` while one may still be."""
        table = self.world.law.offences
        return later(*(judged.struck_out_on(table) for judged in self.offences))

    def cut(self, period: Period, what: str) -> Period:
        """Return the period, ended by what ends ``what`` before its time and by death."""
        return period.until(*(ruling.value for ruling in self.ends(what)), self.world.death)
