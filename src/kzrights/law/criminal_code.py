"""Criminal Code of 3 July 2014 No 226-V: gravity, credit, bans, early ends, records; in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from kzrights.activities import Activity
from kzrights.calendar import Term
from kzrights.facts.days import UNKNOWN
from kzrights.facts.events import (
    Amnesty,
    CourtClarification,
    Event,
    FinePaid,
    Pardon,
    Replaced,
)
from kzrights.facts.punishments import (
    LONGEST_BAN,
    LONGEST_IMPRISONMENT,
    LONGEST_RESTRICTION,
    SHORTEST_BAN,
    ActivityBan,
    Arrest,
    CommunityService,
    Fine,
    Imprisonment,
    LifeImprisonment,
    Punishment,
    RestrictedFreedom,
)
from kzrights.facts.vocabulary import Clarified, CustodyKind, Form, Relief, Security
from kzrights.law.acts import CC
from kzrights.law.course import Course
from kzrights.law.credit import after_credit
from kzrights.law.offences import Gravity, Sanction
from kzrights.law.rules import Clock, Found, Rule, Ruling, answers, derives
from kzrights.moments import END, Moment, Period, later
from kzrights.statuses import StatusKind, Traits

if TYPE_CHECKING:
    from kzrights.law.amnesties import AmnestyAct

LAW_180 = "12.07.2018 No 180-VI"
SINCE_180 = "2018-07-24"
LAW_292 = "27.12.2019 No 292-VI"
SINCE_292 = "2020-01-11"
LAW_210 = "16.07.2025 No 210-VIII"
SINCE_210 = "2025-09-16"

# --- Article 6: a milder law applies back


@answers("a milder law", CC / "6(1)", clock=Clock.ACT)
def deed_no_longer_an_offence(_: Course) -> frozenset[str]:
    """A law that strikes an offence out ends the punishment of those who serve for it, from its own first day."""
    return frozenset({"main", "ban"})


# --- Articles 10-11: how grave a deed is


@answers("gravity", CC / "10-11", clock=Clock.ACT)
def gravity(sanction: Sanction) -> Gravity:
    """Gravity follows the longest imprisonment in the sanction, not the sentence imposed.

    Intentional: minor up to 2 years, medium up to 5, serious up to 12, especially serious above or life.
    Negligent: minor up to 5 years, medium above. No imprisonment or restriction of freedom: a misdemeanour.
    """
    most = sanction.max_imprisonment
    if sanction.misdemeanour:
        return Gravity.MISDEMEANOUR
    if sanction.form is Form.NEGLIGENT:
        return Gravity.MINOR if most <= 5 else Gravity.MEDIUM
    steps = ((2, Gravity.MINOR), (5, Gravity.MEDIUM), (12, Gravity.SERIOUS))
    return next((name for limit, name in steps if most <= limit), Gravity.ESPECIALLY_SERIOUS)


# --- Articles 43-46: main punishments and how they run


@answers("run of a punishment", CC / "46")
def imprisonment_runs(course: Course, punishment: Punishment, path: str) -> Period | None:
    """Imprisonment lasts its term, custody credited, from the verdict in force until release."""
    if not isinstance(punishment, Imprisonment | Arrest) or course.is_taken_up(path):
        return None
    start = course.starts(path, punishment)
    term = course.full_term(path, punishment)
    full = course.world.first("release at the end of a term", course, term, on=course.in_force)
    if course.release is None:
        return Period(start, full.value)
    _, release = course.release
    on = Moment.of(release.on, f"{course.release[0]}.on", start.earliest, full.value.latest)
    return Period(start, on)


@answers("run of a punishment", CC / "46(4)")
def imprisonment_for_life_runs(course: Course, punishment: Punishment, _path: str) -> Period | None:
    """Imprisonment for life has no end but release."""
    return Period(course.in_force, course.released_on) if isinstance(punishment, LifeImprisonment) else None


@answers("run of a punishment", CC / "41")
def fine_is_due(course: Course, punishment: Punishment, path: str) -> Period | None:
    """A fine is due until it is paid."""
    if not isinstance(punishment, Fine):
        return None
    paid = course.day_of(FinePaid) or Moment.of(punishment.paid, f"{path}.paid", course.in_force.earliest)
    return Period(course.in_force, paid)


@derives(StatusKind.IMPRISONMENT, CC / "46(1)")
def imprisonment(course: Course) -> Iterator[Found]:
    """Imprisonment isolates the convict from society in an institution."""
    for path, punishment in course.punishments(Imprisonment, LifeImprisonment, Arrest):
        run = course.run(path, punishment)
        yield Found(
            period=course.cut(run.value, "main"),
            because=f"{punishment.kind.replace('_', ' ')} by the verdict of {course.id}{_how_credited(course, path)}",
            facts=(path, *([course.release[0]] if course.release else [])),
            also=_credit_rules(course, path),
        )


def _how_credited(course: Course, path: str) -> str:
    rulings = _credit_rulings(course, path)
    if not rulings:
        return ""
    ruling = rulings[0]
    rejected = "; ".join(f"under the edition of {rule.edition} it would be {value}" for rule, value in ruling.rejected)
    return f"; its term, custody credited under the edition of {ruling.rule.edition}, runs until {ruling.value}" + (
        f" ({rejected}; the milder law applies, art. 6)" if rejected else ""
    )


def _credit_rules(course: Course, path: str) -> tuple[Rule, ...]:
    return tuple(ruling.rule for ruling in _credit_rulings(course, path))


def _credit_rulings(course: Course, path: str) -> list[Ruling]:
    punishment = next((one for where, one in course.punishments(Imprisonment, Arrest) if where == path), None)
    return [course.full_term(path, punishment)] if punishment else []


@derives(StatusKind.IMPRISONMENT, CC / "44(3)")
def imprisonment_for_evasion(course: Course) -> Iterator[Found]:
    """For malicious evasion the unserved rest of restriction of freedom becomes imprisonment, day for day."""
    for path, event in course.own_events(Replaced):
        on = course.moment_of(path, event)
        term = f"{path}.term"
        end = on.after(event.term, term, Term(), LONGEST_RESTRICTION) if event.term else _evaded(course, on, term)
        yield Found(
            period=course.cut(Period(on, later(on, end)).until(course.released_from_evasion_on), "main"),
            because=f"the rest of the punishment of {course.id} was replaced by imprisonment",
            facts=(path,),
        )


def _evaded(course: Course, on: Moment, term: str) -> Moment:
    """Return the day imprisonment ends that took the place of the unserved rest of a milder punishment.

    ``term`` would tell it where the punishment had no term of its own.
    """
    path, service = course.main or ("", None)
    if not isinstance(service, CommunityService):
        return course.evaded if course.has_term else on.after(UNKNOWN, term, Term(), LONGEST_IMPRISONMENT)
    hours: int = course.world.first("units for a day of imprisonment", service.kind, on=on).value
    return on.after(UNKNOWN, f"{path}.done", Term(), Term(days=-(-service.hours // hours)))


@derives(StatusKind.FINE_DUE, CC / "41")
def fine_due(course: Course) -> Iterator[Found]:
    """A fine is due from the verdict in force until it is paid."""
    for path, punishment in course.punishments(Fine):
        yield Found(
            period=course.cut(course.run(path, punishment).value, "main"),
            because=f"a fine by the verdict of {course.id}",
            facts=(path,),
        )


# --- Article 50: bans


@answers("run of a ban", CC / "50(4)", series="ban with imprisonment")
def ban_beside_imprisonment(course: Course, ban: ActivityBan, path: str) -> Period | None:
    """Beside imprisonment or arrest a ban covers all of it; its own term counts from the day that is served."""
    if not course.custodial or course.interrupted:
        return None
    return Period(course.in_force, ban_end(course.ban_counts_from, ban, path))


@answers("run of a ban", CC / "50(4)", series="ban without imprisonment")
def ban_beside_other_punishment(course: Course, ban: ActivityBan, path: str) -> Period | None:
    """Beside any other main punishment, deferral or a conditional sentence it counts from the verdict in force."""
    return None if course.custodial else Period(course.in_force, ban_end(course.in_force, ban, path))


def ban_end(start: Moment, ban: ActivityBan, path: str) -> Moment:
    """Return the first day without a ban whose term counts from ``start``; one for life has no term."""
    if ban.term is None:
        return END
    return start.after(ban.term, f"{path}.term", SHORTEST_BAN, LONGEST_BAN)


@derives(StatusKind.ACTIVITY_BAN, CC / "50")
def activity_ban(course: Course) -> Iterator[Found]:
    """A court may forbid posts or activities for 1 to 10 years, or for life where the Code says so."""
    for path, ban, ruling in course.bans:
        term = "for life" if ban.life else f"of {ban.term}" if isinstance(ban.term, Term) else "of unknown term"
        yield Found(
            period=course.cut(ruling.value, "ban"),
            because=f"a ban {term} by the verdict of {course.id}",
            facts=(path,),
            rule=ruling.rule,
            traits=Traits(
                scope=ban.scope,
                forbidden=_clarified(course, Clarified.FORBIDDEN),
                exempt=_clarified(course, Clarified.ALLOWED),
                open_facts=frozenset({f"{path}.scope"}),
            ),
        )


def _clarified(course: Course, said: Clarified) -> tuple[Activity, ...]:
    answers = [event for _, event in course.own_events(CourtClarification) if event.said is said]
    return tuple(activity for event in answers for activity in event.activities)


# --- Article 61: converting punishments

_HOURS = {"community_service": 4, "restricted_freedom": 1, "arrest": 1}
_SINCE_2018 = {**_HOURS, "fine": 4, "corrective_work": 4}


@answers("units for a day of imprisonment", CC / "61(1)", until=SINCE_180, series="conversion")
def conversion_2015(kind: str) -> int | None:
    """A day of imprisonment is a day of arrest or of restriction of freedom, or 4 hours of community service."""
    return _HOURS.get(kind)


@answers("units for a day of imprisonment", CC / "61(1)", since=SINCE_180, series="conversion", amended_by=LAW_180)
def conversion(kind: str) -> int | None:
    """As before; and 4 monthly calculation indices of a fine or of corrective work are a day of imprisonment."""
    return _SINCE_2018.get(kind)


# --- Article 62: credit for custody before the verdict was in force

_ONE, _HALF = Fraction(1), Fraction(1, 2)
_BY_SECURITY = {
    Security.MINIMUM: Fraction(2),
    Security.MEDIUM: Fraction(3, 2),
    Security.MAXIMUM: _ONE,
    Security.EXTREME: _ONE,
    Security.FULL: _ONE,
}


@answers("end of a term", CC / "62(3)-(4)", until=SINCE_292, clock=Clock.ACT, series="credit for custody")
def credit_day_for_day(course: Course, punishment: Punishment, path: str) -> Moment | None:
    """A day of custody counts as a day of imprisonment, arrest or restriction; two of house arrest as one."""
    if not isinstance(punishment, Imprisonment | Arrest | RestrictedFreedom):
        return None
    return after_credit(course, punishment, path, {CustodyKind.DETENTION: (_ONE, _ONE)})


@answers(
    "end of a term",
    CC / "62(3)-(4)",
    since=SINCE_292,
    clock=Clock.ACT,
    series="credit for custody",
    amended_by=LAW_292,
    source="the day is the last of the window that the publication rule leaves, 7 to 11 January 2020",
)
def credit_by_security(course: Course, punishment: Punishment, path: str) -> Moment | None:
    """A day of custody counts by the regime: 1 day in maximum, extreme and full security, 1.5 in medium, 2 in minimum.

    Against restriction of freedom it counts as 2 days, against arrest as 1; two days of house arrest as one.
    """
    if isinstance(punishment, RestrictedFreedom):
        ratio = (Fraction(2), Fraction(2))
    elif isinstance(punishment, Arrest):
        ratio = (_ONE, _ONE)
    elif isinstance(punishment, Imprisonment):
        known = _BY_SECURITY.get(punishment.security) if punishment.security else None
        ratio = (known, known) if known else (_ONE, Fraction(2))
    else:
        return None
    return after_credit(course, punishment, path, {CustodyKind.DETENTION: ratio})


# --- Article 78: amnesty and pardon

RELIEFS = {Relief.MAIN_PUNISHMENT: "main", Relief.ACTIVITY_BAN: "ban", Relief.CRIMINAL_RECORD: "record"}


def _act_of(event: Amnesty) -> AmnestyAct:
    from kzrights.law.amnesties import amnesty

    return amnesty(event.act)


@answers("what an event ends", CC / "78(2)")
def amnesty_gives(course: Course, event: Event) -> frozenset[str] | None:
    """An amnesty gives what its act says, and nothing to those convicted of extremist or terrorist crimes.

    What the decision that applied it gave stands; where the file does not say, what the act gives to everybody.
    """
    if not isinstance(event, Amnesty):
        return None
    if course.extremist_or_terrorist is not False:
        return frozenset()
    gave = event.gave or _act_of(event).surely_gives(course)
    return frozenset(RELIEFS[relief] for relief in gave)


@answers("what an event may end", CC / "78(2)")
def amnesty_may_give(course: Course, event: Event) -> frozenset[str] | None:
    """What an amnesty gave is open where it is not known whether the crime is extremist or terrorist, and where the act
    makes it depend on damage, age or conduct and the file does not say.
    """
    if not isinstance(event, Amnesty) or course.extremist_or_terrorist is True:
        return None
    sure = course.extremist_or_terrorist is False
    gave = (() if sure else event.gave) if event.gave else _act_of(event).perhaps_gives(course)
    return frozenset(RELIEFS[relief] for relief in gave)


@answers("what an event ends", CC / "78(4)")
def pardon_gives(_: Course, event: Event) -> frozenset[str] | None:
    """A pardon may end the punishment, free from the ban and lift the record."""
    if not isinstance(event, Pardon):
        return None
    return frozenset(RELIEFS[relief] for relief in event.gave) | ({"record"} if event.record_cleared else set())
