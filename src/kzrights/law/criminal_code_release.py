"""Criminal Code of 3 July 2014 No 226-V, articles 64 and 72-73: conditional sentences, parole, what undoes them."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.calendar import NEVER, Term, days_between
from kzrights.facts.events import BanLifted, Event, Release
from kzrights.facts.execution import ParoleRevoked, SuspensionLifted, SuspensionRevoked
from kzrights.facts.punishments import (
    LONGEST_IMPRISONMENT,
    ActivityBan,
    Imprisonment,
    Punishment,
    RestrictedFreedom,
)
from kzrights.facts.vocabulary import ReleaseGround
from kzrights.law import criminal_code
from kzrights.law.acts import CC
from kzrights.law.course import Course
from kzrights.law.credit import rest
from kzrights.law.criminal_code import ban_end
from kzrights.law.rules import Found, answers, derives
from kzrights.moments import END, NOTHING, Moment, Period, hull, later
from kzrights.statuses import StatusKind, Traits

REGISTRATION_DAYS = 5
"""Days from arrival within which one released must come to the probation service (CEC 161(3), 165(9))."""
CONTROL_AFTER_LIFE = Term(years=10)
"""How long control on parole lasts after imprisonment for life (72(2))."""


# --- Article 64: a conditional sentence lifted or revoked


@answers("what an event ends", CC / "64(1)")
def court_lifts_conditional_sentence(course: Course, event: Event) -> frozenset[str] | None:
    """After half of control a court may cancel the conditional sentence of one who reformed, and lift the record.

    Of a ban beside it nothing is said.
    """
    if not isinstance(event, SuspensionLifted):
        return None
    goes_on = not course.bans or course.world.choice("ban_after_lifted_suspension") == "goes_on"
    return frozenset({"main", "record"} if goes_on else {"main", "record", "ban"})


@answers("start of a punishment", CC / "64(3)", series="start of imprisonment after a conditional sentence")
def revoked_sentence_starts(course: Course, _: Punishment, path: str) -> Moment | None:
    """Once a conditional sentence is revoked, the imprisonment of the verdict is served; control does not count."""
    return course.revoked_on if course.is_revoked(path) else None


@answers("run of a punishment", CC / "60(1), 64(4)-(5)")
def taken_up_sentence_runs(course: Course, _: Punishment, path: str) -> Period | None:
    """Revoked for a later crime, its imprisonment is added to that of the later verdict and served with it."""
    other = course.joined_to(SuspensionRevoked)
    if other is None or not course.is_revoked(path):
        return None
    return Period(course.revoked_on, later(course.revoked_on, other.main_served))


@derives(StatusKind.IMPRISONMENT, CC / "64(3)")
def imprisonment_after_conditional_sentence(course: Course) -> Iterator[Found]:
    """For duties not done, a breach repeated or hiding, the court revokes: the sentence imposed is executed."""
    if course.revoked is None or course.is_taken_up(course.revoked[0]):
        return
    path, punishment = course.revoked
    assert isinstance(punishment, Imprisonment)
    credit = course.full_term(path, punishment)
    yield Found(
        period=course.cut(course.run(path, punishment).value, "main"),
        because=f"the conditional sentence of {course.id} was revoked; its imprisonment, custody credited under the "
        f"edition of {credit.rule.edition}, runs until {credit.value}",
        facts=(path, *([course.release[0]] if course.release else [])),
        also=(credit.rule,),
    )


# --- Articles 72-73: parole and replacement


@answers("main punishment is served", CC / "79(4)")
def served_or_released(course: Course) -> Moment:
    """The main punishment is served at its end, or on release from it before that.

    Where the file states no punishment at all, when it is served is not known.
    """
    if not course.conviction.punishments:
        return Moment(course.in_force.earliest, NEVER, course.in_force.missing | {f"{course.path}.punishments"})
    if course.milder_remainder is not None and course.world.choice("replaced_punishment") == "milder_served":
        return course.milder_remainder.end
    replaced = [run.period.end for run in criminal_code.imprisonment_for_evasion(course)]
    resumed = [course.resumed.end] if course.resumed else []
    return later(course.main_period.end, *replaced, *resumed)


@answers("a ban counts from", CC / "50(4)")
def ban_counts_from_release(course: Course) -> Moment:
    """The term of a ban beside imprisonment counts from the day imprisonment is served."""
    ground = course.release[1].ground if course.release else None
    start = course.main_served if ground is ReleaseGround.REPLACED or course.parole_revoked else course.main_period.end
    for _, _, full, revoked in _paroles(course):
        if revoked == END and course.world.choice("ban_start_on_parole") == "end_of_rest":
            start = later(start, full)
    return _or_registration(course, start)


def _or_registration(course: Course, start: Moment) -> Moment:
    if course.world.choice("ban_start") != "registration":
        return start
    return Moment(
        start.earliest,
        start.after(Term(days=REGISTRATION_DAYS)).latest,
        start.missing | {f"{course.path}.registration"},
    )


@answers("rest of a term", CC / "72(2), 73")
def rest_of_a_term(course: Course) -> Moment:
    """The unserved rest lasts as long as the punishment would have lasted."""
    return rest(course)


@derives(
    StatusKind.PAROLE,
    CC / "72(2)",
    source="the ten years were read in the edition of 16.09.2025; that they are older is inferred",
)
def parole(course: Course) -> Iterator[Found]:
    """One released on parole from imprisonment is under control for the whole unserved rest, or until it is revoked;
    for ten years where imprisonment was for life.
    """
    for path, event, full, revoked in _paroles(course):
        on = course.moment_of(path, event)
        end = on.after(event.term, f"{path}.term", Term(), LONGEST_IMPRISONMENT) if event.term else full
        yield Found(
            period=course.cut(Period(on, later(on, end)).until(revoked), "main"),
            because=f"parole from the punishment of {course.id}",
            facts=(path,),
            traits=Traits(duties=event.duties, open_facts=frozenset({f"{path}.duties"})),
        )


def _paroles(course: Course) -> Iterator[tuple[str, Release, Moment, Moment]]:
    """Yield each release on parole from imprisonment, with the day control ends and the day parole was revoked."""
    if not course.custodial:
        return
    if course.release is not None and course.release[1].ground is ReleaseGround.PAROLE:
        control = rest(course) if course.has_term else course.released_on.after(CONTROL_AFTER_LIFE)
        yield *course.release, control, course.parole_revoked_on
    if course.released_again is not None and course.released_again[1].ground is ReleaseGround.PAROLE:
        assert course.rest_after_parole is not None
        path, event = course.released_again
        on = course.moment_of(path, event)
        control = course.rest_after_parole.value.end if course.has_term else on.after(CONTROL_AFTER_LIFE)
        yield path, event, control, END


@answers("rest after revoked parole", CC / "72(7)")
def unserved_rest_is_served(course: Course) -> Period | None:
    """Revoked parole: the part of the punishment unserved on release is served; the days on parole do not count.

    Revoked for a later crime, the rest is added to the punishment of the later verdict and served with it.
    """
    if course.parole_revoked is None:
        return None
    path, event = course.parole_revoked
    on = course.parole_revoked_on
    other = course.joined_to(ParoleRevoked)
    if other is not None:
        return Period(on, later(on, other.main_served))
    if event.term is not None:
        return Period(on, on.after(event.term, f"{path}.term", Term(), LONGEST_IMPRISONMENT))
    return Period(on, _after_the_rest(course, on))


def _after_the_rest(course: Course, on: Moment) -> Moment:
    """Return the day so many days after ``on`` as were left of the term on release; never where there was none."""
    if not course.has_term:
        return END
    full, out = rest(course), course.main_period.end
    least, most = days_between(out.latest, full.earliest), days_between(out.earliest, full.latest)
    return on.more(least, most, out.missing | full.missing)


@derives(StatusKind.IMPRISONMENT, CC / "72(7)")
def imprisonment_after_revoked_parole(course: Course) -> Iterator[Found]:
    """For administrative offences or duties not done, a court may revoke parole: the unserved rest is executed."""
    if course.custodial:
        yield from _resumed(course, Traits())


@derives(StatusKind.RESTRICTED_FREEDOM, CC / "72(7)")
def restriction_after_revoked_parole(course: Course) -> Iterator[Found]:
    """So with parole from restriction of freedom: its unserved rest is executed."""
    path, punishment = course.main or ("", None)
    if isinstance(punishment, RestrictedFreedom):
        open_facts = frozenset({f"{path}.duties"})
        yield from _resumed(
            course, Traits(duties=punishment.duties, lifted=course.lifted_duties, open_facts=open_facts)
        )


def _resumed(course: Course, traits: Traits) -> Iterator[Found]:
    if course.resumed is None or course.parole_revoked is None or course.joined_to(ParoleRevoked) is not None:
        return
    path, event = course.parole_revoked
    how = "as the court set it" if event.term else "as it was left on release"
    yield Found(
        period=course.cut(course.resumed.until(course.replaced_on), "main"),
        because=f"parole from the punishment of {course.id} was revoked; the rest is served, {how}",
        facts=(path, *([course.released_again[0]] if course.released_again else [])),
        traits=traits,
    )


@answers("run of a ban", CC / "50(4), 64(3), 72(7)")
def ban_after_revocation(course: Course, ban: ActivityBan, path: str) -> Period | None:
    """Where a conditional sentence or parole is revoked, a ban not yet served counts from the end of imprisonment.

    Whether what had run of it is counted is not said.
    """
    if not course.interrupted:
        return None
    served = course.ban_counts_from
    stretches = list(_stretches(course))
    end = later(served, ban_end(_less_what_ran(course, served, stretches), ban, path))
    for begun, stopped in reversed(stretches):
        end = _unless_over(ban_end(begun, ban, path), stopped, end)
    return Period(course.in_force, end)


def _stretches(course: Course) -> Iterator[tuple[Moment, Moment]]:
    """Yield each stretch in which a ban ran: from its start until a court revoked the leniency it ran under."""
    if course.revoked is not None:
        yield course.in_force, course.revoked_on
    if course.parole_revoked is not None and course.world.choice("ban_start_on_parole") == "release":
        yield _or_registration(course, course.released_on), course.parole_revoked_on


def _less_what_ran(course: Course, served: Moment, stretches: list[tuple[Moment, Moment]]) -> Moment:
    if not stretches or course.world.choice("ban_after_revocation") == "from_serving":
        return served
    least = sum(days_between(begun.latest, stopped.earliest) for begun, stopped in stretches)
    most = sum(days_between(begun.earliest, stopped.latest) for begun, stopped in stretches)
    missing = [moment.missing for stretch in stretches for moment in stretch]
    return served.less(least, most, NOTHING.union(*missing))


def _unless_over(over: Moment, revoked: Moment, end: Moment) -> Moment:
    """Return the end of a ban: ``over`` if that came before the revocation, else ``end``."""
    if over.latest <= revoked.earliest:
        return over
    if revoked.latest < over.earliest:
        return end
    return hull(over.within(latest=revoked.latest), end, missing=over.missing | revoked.missing)


@derives(StatusKind.RESTRICTED_FREEDOM, CC / "73")
def restriction_in_place_of_imprisonment(course: Course) -> Iterator[Found]:
    """The unserved rest of imprisonment may be replaced by restriction of freedom, day for day."""
    period = course.milder_remainder
    if period is None or course.release is None:
        return
    path, event = course.release
    yield Found(
        period=course.cut(period.until(course.replaced_on), "main"),
        because=f"the rest of the imprisonment of {course.id} was replaced by restriction of freedom",
        facts=(path,),
        traits=Traits(duties=event.duties, lifted=course.lifted_duties, open_facts=frozenset({f"{path}.duties"})),
    )


@answers("what an event ends", CC / "72(1), 73(1)")
def court_frees_from_ban(_: Course, event: Event) -> frozenset[str] | None:
    """On parole or replacement the court may free from the additional punishment, wholly or partly."""
    return frozenset({"ban"}) if isinstance(event, BanLifted) else None
