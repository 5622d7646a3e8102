"""Orders made while a sentence is executed, against the sentence: what cannot all be true together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kzrights.errors import Problem
from kzrights.facts.conviction import Conviction
from kzrights.facts.days import show_when
from kzrights.facts.events import Amnesty, Event, Pardon, Release, Replaced
from kzrights.facts.execution import (
    DutiesLifted,
    ParoleRevoked,
    ProbationExtended,
    SuspensionLifted,
    SuspensionRevoked,
)
from kzrights.facts.punishments import CommunityService, CorrectiveWork, Fine, RestrictedFreedom, SuspendedImprisonment
from kzrights.facts.relations import not_before, orders_of, own_events, reference, surely_before
from kzrights.facts.vocabulary import ReleaseGround, Relief, Remainder

if TYPE_CHECKING:
    from kzrights.facts.case import Case

EVADABLE: Final = (RestrictedFreedom, CommunityService, CorrectiveWork, Fine)
"""What imprisonment may replace where it is not served or paid (Criminal Code 41(6), 42(5), 43(2-1), 44(3), 46(3))."""


def _once(case: Case, what: str, *kinds: type[Event]) -> Iterator[Problem]:
    seen: list[Conviction] = []
    for path, _, conviction in orders_of(case, *kinds):
        if any(conviction is one for one in seen):
            yield Problem(f"{path}.kind", f"expected one order that {what} at most")
        seen.append(conviction)


def _of_conditional_sentences(case: Case) -> Iterator[Problem]:
    yield from _once(case, "cancels a conditional sentence", SuspensionLifted, SuspensionRevoked)
    for path, event, conviction in orders_of(case, ProbationExtended, SuspensionLifted, SuspensionRevoked):
        sentence = next((one for one in conviction.punishments if isinstance(one, SuspendedImprisonment)), None)
        if sentence is None:
            message = f"expected a conviction to a conditional sentence, got {conviction.id!r}"
            yield Problem(f"{path}.conviction", message)
        elif not isinstance(event, SuspensionRevoked):
            yield from not_before(
                f"{path}.on", event.on, sentence.registered, "registration with the probation service"
            )
    for path, event, conviction in orders_of(case, ProbationExtended):
        for end in own_events(case, conviction, SuspensionLifted, SuspensionRevoked):
            if surely_before(end.on, event.on):
                message = f"expected a day not after the conditional sentence was cancelled ({show_when(end.on)})"
                yield Problem(f"{path}.on", message)
    yield from _of_releases_after_all(case)


def _of_releases_after_all(case: Case) -> Iterator[Problem]:
    """Refuse a release from a conditional sentence that was not cancelled, or not yet."""
    for path, event, conviction in orders_of(case, Release):
        if not any(isinstance(one, SuspendedImprisonment) for one in conviction.punishments):
            continue
        revoked = [one for one in own_events(case, conviction, SuspensionRevoked) if one.joined is None]
        if not revoked:
            yield Problem(f"{path}.conviction", f"expected a conviction to imprisonment, got {conviction.id!r}")
        else:
            yield from not_before(f"{path}.on", event.on, revoked[0].on, "imprisonment began")


def _of_revoked_parole(case: Case) -> Iterator[Problem]:
    yield from _once(case, "cancels parole", ParoleRevoked)
    for path, event, conviction in orders_of(case, ParoleRevoked):
        releases = own_events(case, conviction, Release)
        if not releases or releases[0].ground is not ReleaseGround.PAROLE:
            yield Problem(f"{path}.kind", "expected that the first release from this punishment was on parole")
        else:
            yield from not_before(f"{path}.on", event.on, releases[0].on, "release on parole")


def _of_joined(case: Case) -> Iterator[Problem]:
    """Refuse that a punishment was taken up by an earlier one, by itself or in a circle."""
    ids = [conviction.id for conviction in case.convictions]
    joined = {of.id: event.joined for _, event, of in orders_of(case, SuspensionRevoked, ParoleRevoked) if event.joined}
    for path, event, conviction in orders_of(case, SuspensionRevoked, ParoleRevoked):
        if event.joined is None:
            continue
        yield from reference(f"{path}.joined", event.joined, ids)
        if event.term is not None:
            yield Problem(f"{path}.term", "expected no value where another punishment took up the rest")
        other = case.conviction_of(event.joined)
        if other is not None and surely_before(other.verdict, conviction.verdict):
            yield Problem(f"{path}.joined", f"expected a later conviction, got {event.joined!r}")
        if _leads_back(conviction.id, joined):
            yield Problem(f"{path}.joined", f"expected another conviction, got {event.joined!r}, which leads back")


def _leads_back(start: str, joined: dict[str, str]) -> bool:
    at: str | None = start
    for _ in joined:
        at = joined.get(at) if at is not None else None
        if at == start:
            return True
    return False


def _of_lifted_duties(case: Case) -> Iterator[Problem]:
    for path, event, conviction in orders_of(case, DutiesLifted):
        own = [one for one in conviction.punishments if isinstance(one, RestrictedFreedom)]
        releases = own_events(case, conviction, Release)
        later = [one for one in releases if one.remainder_as is Remainder.RESTRICTED_FREEDOM]
        if not own and not later:
            message = f"expected a conviction to restriction of freedom, got {conviction.id!r}"
            yield Problem(f"{path}.conviction", message)
        elif not own:
            yield from not_before(f"{path}.on", event.on, later[0].on, "restriction of freedom began")
        known = [one.duties for one in (*own, *later)]
        if None not in known:
            laid = {duty for duties in known for duty in duties or ()}
            for duty in event.duties:
                if own + later and duty not in laid:
                    yield Problem(f"{path}.duties", f"expected a duty that was laid on the person, got {duty.value!r}")


def _of_replaced(case: Case) -> Iterator[Problem]:
    """Refuse imprisonment in place of a punishment where there was none that it can replace."""
    for path, event, conviction in orders_of(case, Replaced):
        yield from _not_after_relief(case, event, conviction, path)
        if any(isinstance(one, EVADABLE) for one in conviction.punishments):
            continue
        milder = [one for one in own_events(case, conviction, Release) if one.remainder_as is not None]
        if not milder:
            message = f"expected a conviction to a punishment milder than imprisonment, got {conviction.id!r}"
            yield Problem(f"{path}.conviction", message)
        else:
            yield from not_before(f"{path}.on", event.on, milder[0].on, "a milder punishment took the place")


def _not_after_relief(case: Case, event: Replaced, conviction: Conviction, path: str) -> Iterator[Problem]:
    for relief in own_events(case, conviction, Amnesty, Pardon):
        if Relief.MAIN_PUNISHMENT in relief.gave and surely_before(relief.on, event.on):
            message = f"expected a day not after the main punishment was forgiven ({show_when(relief.on)})"
            yield Problem(f"{path}.on", message)


COURT_ORDERS: Final = (_of_conditional_sentences, _of_revoked_parole, _of_joined, _of_lifted_duties, _of_replaced)
