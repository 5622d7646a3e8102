"""What a case states of one conviction, as rules see it: its days as moments, its events told apart."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import define
from pendulum import Date

from kzrights.calendar import ALWAYS, LATEST, NEVER, Term
from kzrights.facts.conviction import Conviction, Offence
from kzrights.facts.days import UNKNOWN, bounds
from kzrights.facts.events import Event, Quashed, Release, Replaced, Requalified
from kzrights.facts.execution import ParoleRevoked, SuspensionRevoked
from kzrights.facts.punishments import (
    LONGEST_ARREST,
    LONGEST_IMPRISONMENT,
    LONGEST_RESTRICTION,
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
from kzrights.facts.vocabulary import ListingGround, ReleaseGround
from kzrights.law.judged import Judged, any_of, extremist_or_terrorist, is_crime, judge
from kzrights.law.offences import LIFE
from kzrights.law.rules import CODE
from kzrights.moments import END, NOTHING, Missing, Moment, earlier, later
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.world import World

CUSTODIAL = (Imprisonment, LifeImprisonment, Arrest)
MAIN = (*CUSTODIAL, RestrictedFreedom, SuspendedImprisonment, CommunityService, CorrectiveWork, Fine)


def _quashes(event: Event) -> bool:
    return isinstance(event, Quashed) or (isinstance(event, Release) and event.ground is ReleaseGround.QUASHED)


@define(eq=False, slots=False, repr=False)
class Stated(Shown):
    """What is stated of one conviction: facts as moments, each worked out once.

    Attributes:
        world: the case under a law.
        conviction: the conviction.
        at: its place in the case.
        moved: its offences under the articles that courts moved them to; ``None``: as in the verdict.
    """

    world: World
    conviction: Conviction
    at: int
    moved: tuple[Judged, ...] | None = None

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

    @functools.cached_property
    def main(self) -> tuple[str, Punishment] | None:
        """The main punishment that decides: the strictest the verdict imposes, a conditional sentence as it ended."""
        if self.revoked is not None:
            return self.revoked
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
    def has_term(self) -> bool:
        """Whether the main punishment takes or restricts freedom for a term."""
        return self.main is not None and isinstance(self.main[1], Imprisonment | Arrest | RestrictedFreedom)

    @property
    def suspended(self) -> bool:
        """Whether the sentence is conditional, and not revoked."""
        return self.main is not None and isinstance(self.main[1], SuspendedImprisonment)

    @functools.cached_property
    def revoked(self) -> tuple[str, Punishment] | None:
        """The imprisonment served after all where the conditional sentence was revoked, with the path of the event."""
        sentence = next((one for _, one in self.punishments(SuspendedImprisonment)), None)
        path, event = next(self.own_events(SuspensionRevoked), ("", None))
        if sentence is None or event is None:
            return None
        term = event.term or (UNKNOWN if self.perhaps_minor else sentence.term)
        return path, Imprisonment(term=term, security=event.security)

    def is_revoked(self, path: str) -> bool:
        """Say whether ``path`` is that of the imprisonment served after a conditional sentence."""
        return self.revoked is not None and path == self.revoked[0]

    def is_taken_up(self, path: str) -> bool:
        """Say whether ``path`` is that of such imprisonment, taken up by the punishment of a later verdict."""
        return self.is_revoked(path) and self.joined_to(SuspensionRevoked) is not None

    @property
    def interrupted(self) -> bool:
        """Whether imprisonment follows a conditional sentence or parole that was revoked."""
        return self.custodial and (self.revoked is not None or self.parole_revoked is not None)

    @functools.cached_property
    def revoked_on(self) -> Moment:
        """The day from which the imprisonment of a conditional sentence is served; ``END`` if it is not."""
        return self.day_of(SuspensionRevoked) or END

    @property
    def perhaps_minor(self) -> bool:
        """Whether the person may have been under 18 at the act; taken not to be where no birth day is given."""
        born = self.world.case.person.born
        return born is not None and self.act.earliest < Moment.of(born, "person.born").after(Term(years=18)).latest

    def joined_to(self, *orders: type[Event]) -> Course | None:
        """Return the later conviction whose punishment took up what such an order left to serve."""
        for _, event in self.own_events(*orders):
            if event.joined is not None:
                return self.world.course_of(event.joined)
        return None

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
        later_ones = self._releases[1:] if self.custodial or self.parole_revoked else self._releases
        days = [Moment.of(event.on, f"{path}.on", self.replaced_on.earliest) for path, event in later_ones]
        return earlier(*days) if days else END

    @functools.cached_property
    def parole_revoked(self) -> tuple[str, ParoleRevoked] | None:
        """The order that revoked parole, with its path."""
        on_parole = self.release is not None and self.release[1].ground is ReleaseGround.PAROLE
        return next(self.own_events(ParoleRevoked), None) if on_parole else None

    @functools.cached_property
    def parole_revoked_on(self) -> Moment:
        """The day from which the rest is served after parole; ``END`` if it is not."""
        if self.parole_revoked is None:
            return END
        path, event = self.parole_revoked
        return Moment.of(event.on, f"{path}.on", self.released_on.earliest)

    @functools.cached_property
    def released_again(self) -> tuple[str, Release] | None:
        """The release from the rest served after parole."""
        return self._releases[1] if self.parole_revoked and len(self._releases) > 1 else None

    @functools.cached_property
    def released_on(self) -> Moment:
        """The day of release; ``END`` when the file has none."""
        if self.release is None:
            return END
        path, event = self.release
        return self.moment_of(path, event)

    @functools.cached_property
    def replaced_on(self) -> Moment:
        """The day imprisonment took the place of a punishment that was evaded; ``END`` when it did not."""
        return self.day_of(Replaced) or END

    @functools.cached_property
    def offences(self) -> tuple[Judged, ...]:
        """The offences, each with the sanctions it may fall under."""
        return self.moved or tuple(
            self._judged(offence, f"{self.path}.offences[{at}]") for at, offence in enumerate(self.conviction.offences)
        )

    def _judged(self, offence: Offence, path: str, article_at: str = "") -> Judged:
        latest = bounds(self.conviction.verdict, CODE, LATEST)[1]
        return judge(offence, path, latest, self.world.law.offences, article_at)

    @functools.cached_property
    def requalified(self) -> tuple[tuple[Moment, tuple[Judged, ...]], ...]:
        """The days on which a court moved an offence to another article, each with all offences from then on."""
        found, offences = [], self.offences
        for path, event in sorted(self.own_events(Requalified), key=lambda item: bounds(item[1].on, ALWAYS, NEVER)):
            offences = tuple(
                one
                if event.moved(one.offence) is one.offence
                else self._judged(event.moved(one.offence), one.path, f"{path}.to")
                for one in offences
            )
            found.append((self.moment_of(path, event), offences))
        return tuple(found)

    def may_be(self, trait: str) -> bool | None:
        """Say whether any offence surely, surely not, or perhaps has a trait of its sanction."""
        return any_of([judged.may_be(trait) for judged in self.offences])

    @property
    def extremist_or_terrorist(self) -> bool | None:
        """Whether any offence is an extremist or a terrorist crime."""
        return extremist_or_terrorist(self.offences)

    @property
    def no_longer_extremist(self) -> tuple[Moment, ...]:
        """The day a requalification left no extremist or terrorist crime, if one did."""
        return tuple(on for on, offences in self.requalified if extremist_or_terrorist(offences) is False)[:1]

    @property
    def crime(self) -> bool | None:
        """Whether it is for a crime, not only for misdemeanours."""
        return is_crime(self.offences)

    @functools.cached_property
    def articles_missing(self) -> Missing:
        """The facts that would tell which sanction applies."""
        return NOTHING.union(*(judged.missing for judged in self.offences))

    @functools.cached_property
    def act(self) -> Moment:
        """The earliest act of the verdict."""
        return earlier(*(judged.act for judged in self.offences))

    def moment_of(self, path: str, event: Event) -> Moment:
        """Return the day of an event, no earlier than the verdict was in force."""
        return Moment.of(event.on, f"{path}.on", self.in_force.earliest)

    def day_of(self, kind: type[Event]) -> Moment | None:
        """Return the day of the first event of a kind that concerns this conviction."""
        days = [self.moment_of(path, event) for path, event in self.own_events(kind)]
        return earlier(*days) if days else None

    @property
    def punished_by_imprisonment(self) -> bool:
        """Whether imprisonment was imposed, or took the place of a punishment that was evaded."""
        return self.custodial or any(True for _ in self.own_events(Replaced))

    @functools.cached_property
    def struck_out_on(self) -> Moment:
        """The day from which none of the offences is one any more; ``END`` while one may still be."""
        table = self.world.law.offences
        return later(*(judged.struck_out_on(table) for judged in self.offences))
