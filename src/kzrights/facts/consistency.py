"""What facts cannot all be true together. Only what surely contradicts is refused: doubt is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pendulum import Date

from kzrights.calendar import LATEST
from kzrights.errors import Problem
from kzrights.facts.conviction import Conviction, Offence
from kzrights.facts.court_orders import COURT_ORDERS
from kzrights.facts.days import When, bounds, show_when
from kzrights.facts.events import (
    Death,
    Event,
    HouseArrestChanged,
    Release,
    Requalified,
    Supervision,
    SupervisionEnded,
    SupervisionExtended,
)
from kzrights.facts.measures import Prosecution
from kzrights.facts.punishments import (
    ActivityBan,
    Arrest,
    CorrectiveWork,
    Fine,
    Imprisonment,
    LifeImprisonment,
    RestrictedFreedom,
    SuspendedImprisonment,
)
from kzrights.facts.relations import not_before, orders_of, reference, surely_before
from kzrights.facts.vocabulary import ListingGround, ProsecutionEnd, ReleaseGround

if TYPE_CHECKING:
    from kzrights.facts.case import Case

CODE_IN_FORCE: Final = Date(2015, 1, 1)
"""The Criminal Code of 2014 applies to verdicts from this day; older verdicts are not modelled."""

_MAIN_ONCE: Final = (Imprisonment, LifeImprisonment, RestrictedFreedom, SuspendedImprisonment, Arrest)
_RELEASED_FROM: Final = (*_MAIN_ONCE, CorrectiveWork)
_OF_NO_CONVICTION: Final = (Supervision, SupervisionExtended, SupervisionEnded, HouseArrestChanged, Death)


def problems(case: Case) -> list[Problem]:
    """Return every contradiction in the facts of ``case``, each with its path."""
    return [problem for check in _CHECKS for problem in check(case)]


def _born(path: str, day: When | None, born: When | None) -> Iterator[Problem]:
    if born is not None and surely_before(day, born):
        yield Problem(path, f"expected a day not before the person's birth, got {show_when(day or born)}")


def _of_convictions(case: Case) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, conviction in enumerate(case.convictions):
        path = f"convictions[{at}]"
        if conviction.id in seen:
            yield Problem(f"{path}.id", f"expected a name used once, got {conviction.id!r} again")
        seen.add(conviction.id)
        yield from not_before(f"{path}.in_force", conviction.in_force, conviction.verdict, "the verdict")
        if surely_before(conviction.in_force or conviction.verdict, CODE_IN_FORCE):
            message = f"expected a verdict under the Criminal Code in force from {CODE_IN_FORCE}, got an older one"
            yield Problem(f"{path}.verdict", message)
        for here, offence in _offences_at(conviction.offences, path):
            yield from not_before(
                f"{path}.verdict", conviction.verdict, offence.committed, f"the act of {offence.article}"
            )
            yield from _of_offence(case, offence, here)
        yield from _of_punishments(conviction, path)


def _offences_at(offences: tuple[Offence, ...], path: str) -> Iterator[tuple[str, Offence]]:
    return ((f"{path}.offences[{at}]", offence) for at, offence in enumerate(offences))


def _of_offence(case: Case, offence: Offence, path: str) -> Iterator[Problem]:
    yield from _born(f"{path}.committed", offence.committed, case.person.born)
    yield from _of_sanction(offence, path, "article")


def _of_sanction(offence: Offence, path: str, key: str) -> Iterator[Problem]:
    """Yield what is wrong with an article, given at ``key``, and the sanction stated of it."""
    from kzrights.law.offences import packaged, was_read

    known = packaged().knows(offence.article)
    first, last = (max(day, CODE_IN_FORCE) for day in bounds(offence.committed, CODE_IN_FORCE, LATEST))
    read = known and was_read(offence.article, first, last)
    if not known and offence.max_imprisonment is None:
        message = (
            f"expected an article in the library's table, or its sanction as "
            f'"max_imprisonment: 7" (years, 0 if none), got {offence.article!r}'
        )
        yield Problem(f"{path}.{key}", message)
    if read and offence.max_imprisonment is not None:
        message = f"expected no value: the library's table has the sanction of {offence.article}"
        yield Problem(f"{path}.max_imprisonment", message)


def _of_punishments(conviction: Conviction, path: str) -> Iterator[Problem]:
    main = [at for at, one in enumerate(conviction.punishments) if isinstance(one, _MAIN_ONCE)]
    for at in main[1:]:
        kinds = " and ".join(type(conviction.punishments[index]).kind for index in (main[0], at))
        message = f"expected one punishment that takes or restricts freedom, got {kinds}"
        yield Problem(f"{path}.punishments[{at}].kind", message)
    for at, one in enumerate(conviction.punishments):
        here = f"{path}.punishments[{at}]"
        from_day = conviction.in_force or conviction.verdict
        if isinstance(one, RestrictedFreedom):
            yield from not_before(f"{here}.accepted", one.accepted, from_day, "the verdict is in force")
        if isinstance(one, SuspendedImprisonment):
            yield from not_before(f"{here}.registered", one.registered, from_day, "the verdict is in force")
        if isinstance(one, Fine):
            yield from not_before(f"{here}.paid", one.paid, conviction.verdict, "the verdict")


def _of_custody(case: Case) -> Iterator[Problem]:
    for at, one in enumerate(case.custody):
        yield from not_before(f"custody[{at}].to", one.to, one.from_, "its first day")
    exact = [
        (one.from_, one.to, at)
        for at, one in enumerate(case.custody)
        if isinstance(one.from_, Date) and isinstance(one.to, Date)
    ]
    exact.sort()
    for (_, earlier_to, first), (later_from, _, second) in pairwise(exact):
        if later_from <= earlier_to:
            message = f"expected a first day after custody[{first}] ended ({earlier_to}), got {later_from}"
            yield Problem(f"custody[{second}].from", message)


def _of_measures(case: Case) -> Iterator[Problem]:
    for at, one in enumerate(case.measures):
        path = f"measures[{at}]"
        yield from _born(f"{path}.from", one.from_, case.person.born)
        yield from not_before(f"{path}.to", one.to, one.from_, "its first day")
        if isinstance(one, Prosecution):
            yield from _of_prosecution(case, one, path)


def _of_prosecution(case: Case, one: Prosecution, path: str) -> Iterator[Problem]:
    yield from not_before(f"{path}.accused", one.accused, one.from_, "the first day as a suspect")
    yield from not_before(f"{path}.to", one.to, one.accused, "the first day as an accused")
    if one.ended is ProsecutionEnd.VERDICT:
        yield from reference(f"{path}.conviction", one.conviction, [conviction.id for conviction in case.convictions])
    for here, offence in _offences_at(one.offences or (), path):
        yield from not_before(f"{path}.from", one.from_, offence.committed, f"the act of {offence.article}")
        yield from _of_offence(case, offence, here)


def _of_household(case: Case) -> Iterator[Problem]:
    for at, member in enumerate(case.household or ()):
        yield from not_before(f"household[{at}].to", member.to, member.from_, "the first day")
        yield from not_before(f"household[{at}].to", member.to, member.born, "birth")


def _of_events(case: Case) -> Iterator[Problem]:
    ids = [conviction.id for conviction in case.convictions]
    for at, event in enumerate(case.events):
        path = f"events[{at}]"
        yield from _born(f"{path}.on", event.on, case.person.born)
        if isinstance(event, _OF_NO_CONVICTION):
            continue
        yield from reference(f"{path}.conviction", event.conviction, ids)
        conviction = case.conviction_of(event.conviction)
        if conviction is not None:
            yield from _of_event(case, event, conviction, path)
    yield from _of_supervision(case)
    yield from _of_releases(case)
    deaths = [at for at, event in enumerate(case.events) if isinstance(event, Death)]
    for at in deaths[1:]:
        yield Problem(f"events[{at}].kind", "expected one death at most")


def _of_event(case: Case, event: Event, conviction: Conviction, path: str) -> Iterator[Problem]:
    start, what = conviction.in_force or conviction.verdict, "the verdict is in force"
    if isinstance(event, Release) and event.ground is ReleaseGround.QUASHED:
        start, what = conviction.verdict, "the verdict"
    yield from not_before(f"{path}.on", event.on, start, what)
    if isinstance(event, Release):
        if not any(isinstance(one, _RELEASED_FROM) for one in conviction.punishments):
            yield Problem(f"{path}.conviction", f"expected a conviction to imprisonment, got {conviction.id!r}")
        replaced = event.ground is ReleaseGround.REPLACED
        if replaced != (event.remainder_as is not None):
            expected = "what took its place" if replaced else "no value unless the ground is replaced"
            yield Problem(f"{path}.remainder_as", f"expected {expected}")
    if isinstance(event, Requalified):
        yield from _of_requalified(case, event, conviction, path)


def _of_requalified(case: Case, event: Requalified, conviction: Conviction, path: str) -> Iterator[Problem]:
    offences = conviction.offences
    for _, other, of in orders_of(case, Requalified):
        if of is conviction and other is not event:
            offences += tuple(other.moved(offence) for offence in offences if other.moved(offence) not in offences)
    concerned = [offence for offence in offences if offence.article == event.article]
    if not concerned:
        message = f"expected an article of conviction {conviction.id!r}, got {event.article!r}"
        yield Problem(f"{path}.article", message)
    for offence in concerned[:1]:
        yield from _of_sanction(event.moved(offence), path, "to")


def _of_releases(case: Case) -> Iterator[Problem]:
    seen: list[tuple[Conviction | None, When]] = []
    for at, event in enumerate(case.events):
        if isinstance(event, Release):
            conviction = case.conviction_of(event.conviction)
            for other, day in seen:
                if other is conviction and not surely_before(day, event.on) and not surely_before(event.on, day):
                    message = "expected it to be certain which release from one punishment came first"
                    yield Problem(f"events[{at}].on", message)
            seen.append((conviction, event.on))


def _of_supervision(case: Case) -> Iterator[Problem]:
    started = [event for event in case.events if isinstance(event, Supervision)]
    for at, event in enumerate(case.events):
        if isinstance(event, SupervisionExtended | SupervisionEnded):
            if not started:
                yield Problem(f"events[{at}].kind", "expected a supervision that it follows")
            elif all(surely_before(event.on, first.on) for first in started):
                yield from not_before(f"events[{at}].on", event.on, started[0].on, "supervision began")


def _of_listings(case: Case) -> Iterator[Problem]:
    ids = [conviction.id for conviction in case.convictions]
    for at, listing in enumerate(case.listings or ()):
        path = f"listings[{at}]"
        yield from not_before(f"{path}.delisted", listing.delisted, listing.listed, "the listing")
        if listing.ground is not ListingGround.CONVICTION:
            if listing.conviction is not None:
                yield Problem(f"{path}.conviction", "expected no value unless the ground is conviction")
            continue
        yield from reference(f"{path}.conviction", listing.conviction, ids)
        conviction = case.conviction_of(listing.conviction)
        if conviction is not None:
            in_force = conviction.in_force or conviction.verdict
            yield from not_before(f"{path}.listed", listing.listed, in_force, "the verdict is in force")


def _of_death(case: Case) -> Iterator[Problem]:
    died = next((event.on for event in case.events if isinstance(event, Death)), None)
    for at, conviction in enumerate(case.convictions):
        if died is not None and surely_before(died, conviction.verdict):
            yield Problem(f"convictions[{at}].verdict", f"expected a day not after death ({show_when(died)})")


def _of_bans(case: Case) -> Iterator[Problem]:
    for at, conviction in enumerate(case.convictions):
        only_bans = [one for one in conviction.punishments if isinstance(one, ActivityBan)]
        if only_bans and len(only_bans) == len(conviction.punishments):
            message = "expected a main punishment beside the ban (Criminal Code 40(3))"
            yield Problem(f"convictions[{at}].punishments", message)


_CHECKS: Final[tuple[Callable[[Case], Iterator[Problem]], ...]] = (
    _of_convictions,
    _of_bans,
    _of_custody,
    _of_measures,
    _of_household,
    _of_events,
    *COURT_ORDERS,
    _of_listings,
    _of_death,
)
