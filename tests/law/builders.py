"""Short ways to write down a case. Days are ISO text; nothing here reckons with days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pendulum import Date

import kzrights as kz
from kzrights import Activity, Permission, StatusKind
from kzrights.facts import Between, When
from kzrights.law.sources import Provision
from kzrights.moments import Moment
from kzrights.statuses import Status

EXTREMIST_SERIOUS = "405(1)"
"""Organising a banned extremist association: up to 6 years, so a serious crime; extremist."""
EXTREMIST_MINOR = "405(2)"
"""Taking part in one: up to 2 years, so a crime of minor gravity; extremist."""
ORDINARY_SERIOUS = "274(4)"
"""False information in an emergency: up to 7 years, so a serious crime; neither extremist nor terrorist."""
MISDEMEANOUR = "131(1)"
"""Insult: no imprisonment in the sanction, so a misdemeanour."""


def day(text: str) -> Date:
    return Date.fromisoformat(text)


def when(text: str) -> When:
    """Read a day, or a range such as ``2020-09-01..2020-09-30``."""
    first, _, last = text.partition("..")
    return Between(day(first), day(last)) if last else day(first)


def years(number: int) -> kz.Term:
    return kz.Term(years=number)


def months(number: int) -> kz.Term:
    return kz.Term(months=number)


def days(number: int) -> kz.Term:
    return kz.Term(days=number)


def prison(term: kz.Term, security: kz.Security | None = kz.Security.MAXIMUM) -> kz.Imprisonment:
    return kz.Imprisonment(term=term, security=security)


def restriction(
    term: kz.Term, accepted: str | None = None, duties: Iterable[kz.Duty] | None = ()
) -> kz.RestrictedFreedom:
    return kz.RestrictedFreedom(
        term=term,
        accepted=when(accepted) if accepted else None,
        duties=None if duties is None else tuple(duties),
    )


def suspended(term: kz.Term, registered: str) -> kz.SuspendedImprisonment:
    return kz.SuspendedImprisonment(term=term, registered=day(registered), duties=())


def ban(term: kz.Term, *scope: kz.Scope) -> kz.ActivityBan:
    return kz.ActivityBan(term=term, scope=scope)


def ban_for_life(*scope: kz.Scope) -> kz.ActivityBan:
    return kz.ActivityBan(life=True, scope=scope)


def offence(article: str, committed: str = "2019-01-15", **more: Any) -> kz.Offence:
    return kz.Offence(article=article, committed=when(committed), **more)


def outside(years: int, committed: str, *, violent: bool = False, form: kz.Form = kz.Form.INTENTIONAL) -> kz.Offence:
    """Return an offence outside the library's table, by the longest imprisonment in its sanction."""
    return kz.Offence(
        article="999", committed=day(committed), form=form, against_life_or_health=violent, max_imprisonment=years
    )


def convicted(
    of: str | kz.Offence | tuple[kz.Offence, ...],
    *punishments: kz.Punishment,
    in_force: str = "2021-03-15",
    committed: str = "2019-01-15",
    verdict: str | None = None,
    id: str = "c1",
) -> kz.Conviction:
    """Return a conviction; the verdict is of the day it entered into force unless given."""
    offences = of if isinstance(of, tuple) else (of if isinstance(of, kz.Offence) else offence(of, committed),)
    force = when(in_force)
    return kz.Conviction(
        id=id,
        verdict=when(verdict) if verdict else (force if isinstance(force, Date) else force.earliest),  # type: ignore[union-attr]
        in_force=force,
        offences=offences,
        punishments=punishments,
    )


def detained(first: str, last: str, kind: kz.CustodyKind = kz.CustodyKind.DETENTION) -> kz.Custody:
    return kz.Custody(kind=kind, from_=when(first), to=when(last))


def released(on: str, ground: kz.ReleaseGround = kz.ReleaseGround.SERVED, **more: Any) -> kz.Release:
    return kz.Release(on=when(on), ground=ground, **more)


def case(*convictions: kz.Conviction, born: str | None = None, **more: Any) -> kz.Case:
    """Return a case of one who lives alone; listed only as the law presumes, unless ``listings`` say more."""
    person = kz.Person(label="made up", born=day(born) if born else None)
    return kz.Case(person=person, convictions=convictions, **{"household": (), **more})


def on_the_list(
    since: str = "2015-01-01",
    until: str | None = None,
    ground: kz.ListingGround = kz.ListingGround.PROSECUTOR_GENERAL,
    **more: Any,
) -> kz.Case:
    """Return a person who is on the list and of whom nothing else is known."""
    listing = kz.Listing(listed=when(since), delisted=when(until) if until else None, ground=ground)
    return case(listings=[listing], **more)


def imprisoned(of: str | kz.Offence, in_force: str, release: str, *more: kz.Punishment, **kw: Any) -> kz.Case:
    """Return one imprisoned from ``in_force`` and released on ``release``, having served it all."""
    conviction = convicted(of, prison(years(5)), *more, in_force=in_force, **kw)
    return case(conviction, events=[released(release)])


def statuses(of: kz.Case, kind: StatusKind, law: kz.Law | None = None) -> list[Status]:
    return [status for status in kz.timeline(of, law=law).statuses if status.kind is kind]


def status(of: kz.Case, kind: StatusKind, law: kz.Law | None = None, conviction: str | None = None) -> Status:
    """Return the one status of a kind."""
    found = [one for one in statuses(of, kind, law) if conviction is None or one.conviction == conviction]
    assert len(found) == 1, f"expected one {kind}, got {found}"
    return found[0]


def span(of: kz.Case, kind: StatusKind, law: kz.Law | None = None, conviction: str | None = None) -> tuple[str, str]:
    """Return the first day of a status and the first day without it, as text."""
    found = status(of, kind, law, conviction)
    return str(found.from_), str(found.until)


def end(of: kz.Case, kind: StatusKind, law: kz.Law | None = None, conviction: str | None = None) -> str:
    """Return the first day without a status, as text."""
    return str(status(of, kind, law, conviction).until)


def record_end(of: kz.Case, law: kz.Law | None = None, conviction: str | None = None) -> str:
    return end(of, StatusKind.CRIMINAL_RECORD, law, conviction)


def range_of(moment: Moment) -> tuple[str, str]:
    return str(moment.earliest), str(moment.latest)


def may(of: kz.Case, activity: Activity, on: str, law: kz.Law | None = None) -> Permission:
    return kz.can(of, activity, on=day(on), law=law).permission


def freely(of: kz.Case, *on: str, activity: Activity) -> list[Permission]:
    """Return the permission on each of the days."""
    return [may(of, activity, one) for one in on]


def cited(of: kz.Case, activity: Activity, on: str) -> set[Provision]:
    """Return the provisions an answer cites, whichever of them decides."""
    return {reason.rule.provision for reason in kz.can(of, activity, on=day(on)).reasons}
