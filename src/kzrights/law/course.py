"""The course of one conviction, as rules see it: what is stated, and what other rules have worked out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, field, frozen
from pendulum import Date

from kzrights.calendar import ALWAYS, LATEST, NEVER, Term
from kzrights.errors import LawError
from kzrights.facts.case import Case
from kzrights.facts.conviction import Conviction, Offence
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
from kzrights.facts.vocabulary import Form, ListingGround, ReleaseGround, Remainder
from kzrights.law.offences import LIFE, Gravity, Sanction
from kzrights.law.rules import CODE, Ruling
from kzrights.moments import END, NOTHING, Missing, Moment, Period, earlier, hull, later
from kzrights.statuses import Traits

if TYPE_CHECKING:
    from kzrights.law.law import Law

T = TypeVar("T")

CUSTODIAL = (Imprisonment, LifeImprisonment, Arrest)
MAIN = (*CUSTODIAL, RestrictedFreedom, SuspendedImprisonment, CommunityService, CorrectiveWork, Fine)


def _quashes(event: Event) -> bool:
    return isinstance(event, Quashed) or (isinstance(event, Release) and event.ground is ReleaseGround.QUASHED)


@frozen(kw_only=True)
class Judged:
    """One offence with every sanction it may fall under, given what is known of it."""

    offence: Offence
    path: str
    act: Moment
    sanctions: tuple[Sanction, ...]
    unread: bool = False

    def may_be(self, trait: str) -> bool | None:
        """Say whether all (``True``), none (``False``) or some (``None``) of the sanctions have a trait."""
        found = {getattr(sanction, trait) for sanction in self.sanctions}
        return found.pop() if len(found) == 1 else None

    def may_be_grave(self, world: World) -> bool | None:
        """Say whether it is serious or especially serious."""
        found = {
            world.gravity(sanction, self.act) in (Gravity.SERIOUS, Gravity.ESPECIALLY_SERIOUS)
            for sanction in self.sanctions
        }
        return found.pop() if len(found) == 1 else None

    @property
    def missing(self) -> Missing:
        """The facts that would tell its sanctions apart."""
        if len(self.sanctions) == 1:
            return NOTHING
        if len({sanction.article for sanction in self.sanctions}) > 1:
            return self.act.missing | {f"{self.path}.article"}
        return self.act.missing or frozenset({f"{self.path}.form"})


def any_of(values: Sequence[bool | None]) -> bool | None:
    """Return the three-valued "or"."""
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False


@define(eq=False, slots=False)
class World:
    """A case under a law: where rules ask for choices, other rules and each other's results."""

    case: Case
    law: Law
    readings: set[str] = field(factory=set, init=False)

    def choice(self, name: str) -> str:
        """Return how the reading ``name`` is taken, and remember that the outcome rests on it."""
        self.readings.add(name)
        return self.law.choice(name)

    @functools.cached_property
    def courses(self) -> tuple[Course, ...]:
        """The course of each conviction, in the order of the case."""
        return tuple(Course(self, conviction, at) for at, conviction in enumerate(self.case.convictions))

    def course_of(self, id: str | None) -> Course | None:
        """Return the course of the conviction with ``id``; without one, the only one there is."""
        found = self.case.conviction_of(id)
        return next((course for course in self.courses if course.conviction is found), None)

    def events(self, kind: type[T]) -> Iterator[tuple[str, T]]:
        """Yield the events of a kind, each with its path."""
        for at, event in enumerate(self.case.events):
            if isinstance(event, kind):
                yield f"events[{at}]", event

    @functools.cached_property
    def death(self) -> Moment:
        """The day of death; ``END`` when none is known."""
        from kzrights.facts.events import Death

        days = [Moment.of(event.on, f"{path}.on") for path, event in self.events(Death)]
        return earlier(*days) if days else END

    def ask(self, topic: str, *args: Any, on: Moment) -> list[Ruling]:
        """Return what each applicable rule of ``topic`` answers, in the editions of the day ``on``."""
        return [
            Ruling(rule=rule, value=value)
            for rule in self.law.topic(topic)
            if rule.since <= on.latest and on.earliest < rule.until and (value := rule(*args)) is not None
        ]

    def first(self, topic: str, *args: Any, on: Moment) -> Ruling:
        """Return the first answer to ``topic`` on the day ``on``.

        Raises:
            LawError: when the law set has no rule that answers.
        """
        for ruling in self.ask(topic, *args, on=on):
            return ruling
        raise LawError(f"law: no rule on {topic!r} applies on {on}")

    def gravity(self, sanction: Sanction, act: Moment) -> Gravity:
        """Return how grave an act under ``sanction`` is."""
        return self.first("gravity", sanction, on=Moment.on(act.earliest)).value  # type: ignore[no-any-return]

    @functools.cached_property
    def records(self) -> dict[str, Ruling]:
        """When the record of each conviction ends: each on its own, then prolonged by later crimes."""
        from kzrights.law.records import records

        return records(self)

    def mildest(self, topic: str, *args: Any, act: Moment, missing: Missing = NOTHING) -> Ruling | None:
        """Return the answer of ``topic`` that ends soonest: the law of the act, or a milder later one.

        A later edition works from its own first day (Criminal Code 6(1)); a harsher one never does.
        """
        first = self.ask(topic, *args, on=act)
        if not first:
            return None
        candidates = [first[0]] if len(first) == 1 else [_either(first, act.missing | missing)]
        for start in self.law.later_editions(topic, act.earliest):
            found = self.ask(topic, *args, on=Moment.on(start))
            if any(ruling.rule.since == start for ruling in found):
                candidates.append(Ruling(rule=found[0].rule, value=later(Moment.on(start), _value(found))))
        best = min(candidates, key=lambda ruling: (ruling.value.latest, ruling.value.earliest))
        value = earlier(*(ruling.value for ruling in candidates))
        others = [(ruling.rule, ruling.value) for ruling in candidates if ruling.value != best.value]
        return Ruling(rule=best.rule, value=value, rejected=tuple(others))


def _value(rulings: list[Ruling]) -> Moment:
    return hull(*(ruling.value for ruling in rulings))


def _either(rulings: list[Ruling], missing: Missing) -> Ruling:
    worst = max(rulings, key=lambda ruling: ruling.value.latest)
    return Ruling(rule=worst.rule, value=hull(*(ruling.value for ruling in rulings), missing=missing))


@define(eq=False, slots=False)
class Course:
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
        return tuple(
            self._judged(offence, f"{self.path}.offences[{at}]") for at, offence in enumerate(self.conviction.offences)
        )

    def _judged(self, offence: Offence, path: str) -> Judged:
        verdict = bounds(self.conviction.verdict, CODE, LATEST)
        act = Moment.of(offence.committed, f"{path}.committed", ALWAYS, verdict[1])
        under_code = Moment(max(act.earliest, CODE), max(act.latest, CODE), act.missing)
        found, unread = self._sanctions(offence, under_code)
        return Judged(offence=offence, path=path, act=under_code, sanctions=_distinct(found), unread=unread)

    def _sanctions(self, offence: Offence, act: Moment) -> tuple[tuple[Sanction, ...], bool]:
        """Return every sanction the offence may fall under, and whether some day of the act was not read.

        For a day that was not read any sanction of the article that was read may have stood.
        """
        table = self.world.law.offences.of(offence.article)
        standing = tuple(row for row in table if row.since <= act.latest and act.earliest < row.until)
        if not standing and offence.max_imprisonment is not None:
            return tuple(_outside_table(offence)), False
        unread = {part for part in {row.article for row in table} if not _covers(table, part, act)}
        return tuple(row for row in table if row in standing or row.article in unread), bool(unread)

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
        misdemeanours = [judged.may_be("misdemeanour") for judged in self.offences]
        return any_of([None if value is None else not value for value in misdemeanours])

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
        """The day main and additional punishments are served, from which records count (Criminal Code 79(5))."""
        ends = [ruling.value.end for _, ban, ruling in self.bans if not ban.life]
        return later(self.main_served, *ends)

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
        """The day the main punishment is served."""
        return self.world.first("main punishment is served", self, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def ban_counts_from(self) -> Moment:
        """The day from which a ban beside imprisonment counts."""
        return self.world.first("a ban counts from", self, on=self.in_force).value  # type: ignore[no-any-return]

    @functools.cached_property
    def record(self) -> Ruling:
        """When the record ends, and the rule that decides; the records of later crimes considered."""
        return self.world.records[self.id]

    @functools.cached_property
    def traits(self) -> Traits:
        """What other laws ask of the record."""
        ungraded = [judged.may_be_grave(self.world) for judged in self.offences]
        return Traits(
            extremist=self.may_be("extremist"),
            terrorist=self.may_be("terrorist"),
            intentional=any_of([judged.may_be("intentional") for judged in self.offences]),
            grave=any_of(ungraded),
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
                found += [
                    Ruling(rule=ruling.rule, value=on)
                    for ruling in self.world.ask("what an event ends", self, event, on=on)
                    if what in ruling.value
                ]
        return found

    def cut(self, period: Period, what: str) -> Period:
        """Return the period, ended by what ends ``what`` before its time and by death."""
        return period.until(*(ruling.value for ruling in self.ends(what)), self.world.death)


@frozen(kw_only=True, eq=False)
class RecordOf:
    """The record of one offence under one sanction, counted from ``clock``: what article 79 asks about."""

    course: Course
    judged: Judged
    sanction: Sanction
    clock: Moment

    @property
    def gravity(self) -> Gravity:
        """How grave the offence is."""
        return self.course.world.gravity(self.sanction, self.judged.act)

    @property
    def imprisoned(self) -> bool:
        """Whether the person was punished by imprisonment, not conditionally."""
        return self.course.punished_by_imprisonment

    @property
    def milder_than_imprisonment(self) -> bool:
        """Whether a crime was punished by something milder than imprisonment."""
        return not self.imprisoned and not self.course.suspended and self.gravity is not Gravity.MISDEMEANOUR

    @property
    def violent(self) -> bool | None:
        """Whether the crime is against life or health; ``None`` when not known."""
        stated = self.judged.offence.against_life_or_health
        return self.sanction.against_life_or_health if stated is None else stated

    @property
    def adult(self) -> bool:
        """Whether the person was, or may have been, 18 at the act; taken so where no birth day is given."""
        adult_from = self._adult_from
        return adult_from is None or adult_from.earliest <= self.judged.act.latest

    @property
    def minor(self) -> bool:
        """Whether the person was, or may have been, under 18 at the act."""
        adult_from = self._adult_from
        return adult_from is not None and self.judged.act.earliest < adult_from.latest

    @property
    def _adult_from(self) -> Moment | None:
        born = self.course.world.case.person.born
        return None if born is None else Moment.of(born, "person.born").after(Term(years=18))

    @property
    def missing(self) -> Missing:
        """The facts that would settle it where several items of the article may apply."""
        return self.judged.act.missing | {f"{self.judged.path}.against_life_or_health", "person.born"}

    def imprisoned_for(self, *gravities: Gravity) -> bool:
        """Say whether an adult was imprisoned for a crime of one of the gravities."""
        return self.adult and self.imprisoned and self.gravity in gravities

    def years(self, number: int) -> Moment:
        """Return the day so many years after the clock starts."""
        return self.clock.after(Term(years=number))


def _distinct(sanctions: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    """Keep one of each set of sanctions from which the same follows."""
    effects = {
        (
            one.max_imprisonment,
            one.restricted_freedom,
            one.extremist,
            one.terrorist,
            one.form,
            one.against_life_or_health,
        ): one
        for one in reversed(sanctions)
    }
    return tuple(reversed(effects.values()))


def _covers(table: tuple[Sanction, ...], part: str, act: Moment) -> bool:
    rows = [row for row in table if row.article == part]
    return min(row.since for row in rows) <= act.earliest and act.latest < max(row.until for row in rows)


def _outside_table(offence: Offence) -> Iterator[Sanction]:
    forms = [offence.form] if offence.form else list(Form)
    for form in forms:
        yield Sanction(
            article=offence.article,
            since=CODE,
            max_imprisonment=min(offence.max_imprisonment or 0, LIFE),
            form=form,
            against_life_or_health=offence.against_life_or_health,
            source="the case file",
            confidence="stated",
        )
