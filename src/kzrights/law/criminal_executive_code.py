"""Criminal Executive Code of 5 July 2014 No 234-V: from when punishments run and what convicts must do."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.activities import in_field
from kzrights.calendar import Term
from kzrights.facts.events import CommunityServiceDone
from kzrights.facts.execution import LONGEST_EXTENSION, ProbationExtended
from kzrights.facts.punishments import (
    Arrest,
    CommunityService,
    CorrectiveWork,
    Imprisonment,
    LifeImprisonment,
    Punishment,
    RestrictedFreedom,
    SuspendedImprisonment,
)
from kzrights.facts.vocabulary import Duty
from kzrights.law.acts import CC, CEC
from kzrights.law.course import Course
from kzrights.law.credit import last_working_day
from kzrights.law.criminal_code import LAW_210, SINCE_210
from kzrights.law.rules import Condition, Confidence, Found, Guard, Ruling, answers, derives, restricts
from kzrights.moments import END, NOTHING, Missing, Moment, Period, earlier, hull, later
from kzrights.statuses import Status, StatusKind, Traits

TO_PROBATION = Term(days=10)
"""Law on probation 15(3): the convict comes to the service within 10 days of the verdict's entry into force."""


# --- Articles 64, 165, 175: from when a term runs


@answers("start of a punishment", CEC / "165", series="start of imprisonment")
def imprisonment_starts(course: Course, punishment: Punishment, path: str) -> Moment | None:
    """Imprisonment and arrest are executed from the verdict in force; custody before it is credited."""
    of_verdict = isinstance(punishment, Imprisonment | LifeImprisonment | Arrest) and not course.is_revoked(path)
    return course.in_force if of_verdict else None


@answers("release at the end of a term", CEC / "165(2)")
def released_on_the_last_day(course: Course, term: Ruling) -> Moment:
    """One who serves a term is freed on its last day; if that is a day off, on the working day before it.

    Whom a milder law leaves nothing to serve is freed on the first day of that law.
    """
    end: Moment = term.value
    out = Moment(last_working_day(end.earliest), last_working_day(end.latest), end.missing)
    return later(out, course.in_force, Moment.on(term.rule.since))


@answers("start of a punishment", CEC / "64")
def restriction_starts(course: Course, punishment: Punishment, path: str) -> Moment | None:
    """Restriction of freedom runs from the day the probation service accepts the verdict in force.

    Where that day is not known it lies within the ten days the convict has to come to the service.
    """
    if not isinstance(punishment, RestrictedFreedom):
        return None
    return _within_ten_days(course, punishment.accepted, f"{path}.accepted")


@answers("start of a punishment", CEC / "175(1)")
def probation_control_starts(course: Course, punishment: Punishment, path: str) -> Moment | None:
    """The control of a conditional sentence runs from registration with the probation service."""
    if not isinstance(punishment, SuspendedImprisonment):
        return None
    return _within_ten_days(course, punishment.registered, f"{path}.registered")


def _within_ten_days(course: Course, stated: object, path: str) -> Moment:
    force = course.in_force
    latest = force.after(TO_PROBATION).latest
    moment = Moment.of(stated, path, force.earliest, latest)  # type: ignore[arg-type]
    return moment if moment.exact else Moment(moment.earliest, moment.latest, moment.missing | force.missing)


@answers("run of a punishment", CEC / "64, 165(1)")
def restriction_runs(course: Course, punishment: Punishment, path: str) -> Period | None:
    """Restriction of freedom lasts its term, custody credited, unless release or replacement ends it."""
    if not isinstance(punishment, RestrictedFreedom):
        return None
    end = earlier(course.full_term(path, punishment).value, course.released_on, course.replaced_on)
    return Period(course.starts(path, punishment), end)


@answers("run of a punishment", CEC / "175")
def probation_control_runs(course: Course, punishment: Punishment, path: str) -> Period | None:
    """The control of a conditional sentence lasts the term imposed, as prolonged, unless the sentence is revoked."""
    if not isinstance(punishment, SuspendedImprisonment):
        return None
    start = course.starts(path, punishment)
    return Period(start, _end_of_control(course, start, punishment, path)).until(course.revoked_on)


def _end_of_control(course: Course, start: Moment, punishment: SuspendedImprisonment, path: str) -> Moment:
    added: tuple[Term, Term, Missing] = course.world.first("prolonged control", course, on=course.in_force).value
    known = isinstance(punishment.term, Term)
    least = punishment.term if isinstance(punishment.term, Term) else Term(days=1)
    most = punishment.term if isinstance(punishment.term, Term) else course.longest(punishment)
    missing = added[2] | (NOTHING if known else {f"{path}.term"})
    return hull(start.after(least + added[0]), start.after(most + added[1]), missing=missing)


@answers("prolonged control", CEC / "176(1)-(2)")
def probation_control_is_prolonged(course: Course) -> tuple[Term, Term, Missing]:
    """For a breach a court may prolong the control of a conditional sentence by up to a year.

    For one under 18 it is six months, and a year for a breach repeated; the Criminal Code, 64(2), says a year of all.
    """
    orders = list(course.own_events(ProbationExtended))
    unknown = {f"{path}.term" for path, event in orders if not isinstance(event.term, Term)}
    terms = [event.term for _, event in orders]
    least = sum((one if isinstance(one, Term) else Term(days=1) for one in terms), Term())
    most = sum((one if isinstance(one, Term) else LONGEST_EXTENSION for one in terms), Term())
    return least, most, frozenset(unknown)


@answers("run of a punishment", CEC / "57-60")
def community_service_runs(course: Course, punishment: Punishment, path: str) -> Period | None:
    """Community service lasts until its hours are worked."""
    if not isinstance(punishment, CommunityService):
        return None
    done = course.day_of(CommunityServiceDone)
    return Period(course.in_force, done or _unknown_end(course, f"{path}.done"))


@answers("run of a punishment", CEC / "51-55")
def corrective_work_runs(course: Course, punishment: Punishment, path: str) -> Period | None:
    """Corrective work lasts until its amount is withheld."""
    if not isinstance(punishment, CorrectiveWork):
        return None
    released = course.released_on
    return Period(course.in_force, released if released != END else _unknown_end(course, f"{path}.done"))


def _unknown_end(course: Course, path: str) -> Moment:
    return Moment(course.in_force.earliest, END.latest, frozenset({path}))


# --- The statuses


@derives(StatusKind.RESTRICTED_FREEDOM, CEC / "64")
def restricted_freedom(course: Course) -> Iterator[Found]:
    """Under restriction of freedom the convict lives at home under probation control."""
    for path, punishment in course.punishments(RestrictedFreedom):
        credit = course.full_term(path, punishment)
        yield Found(
            period=course.cut(course.run(path, punishment).value, "main"),
            because=f"restriction of freedom by the verdict of {course.id}; it runs from acceptance by probation "
            f"and, custody credited under the edition of {credit.rule.edition}, until {credit.value}",
            facts=(path,),
            also=(credit.rule,),
            traits=Traits(
                duties=punishment.duties,
                lifted=course.lifted_duties,
                open_facts=frozenset({f"{path}.duties"}),
            ),
        )


@derives(StatusKind.SUSPENDED_SENTENCE, CEC / "175")
def suspended_sentence(course: Course) -> Iterator[Found]:
    """A conditional sentence puts the convict under probation control for the whole term."""
    for path, punishment in course.punishments(SuspendedImprisonment):
        yield Found(
            period=course.cut(course.run(path, punishment).value, "main").until(
                *(ruling.value for ruling in course.ends("record"))
            ),
            because=f"a conditional sentence by the verdict of {course.id}{_how_prolonged(course)}",
            facts=(path, *(where for where, _ in course.own_events(ProbationExtended))),
            traits=Traits(duties=punishment.duties, open_facts=frozenset({f"{path}.duties"})),
        )


def _how_prolonged(course: Course) -> str:
    orders = sum(1 for _ in course.own_events(ProbationExtended))
    return f", its control prolonged by {orders} order(s)" if orders else ""


@derives(StatusKind.COMMUNITY_SERVICE, CC / "43")
def community_service(course: Course) -> Iterator[Found]:
    """Community service is unpaid work for a number of hours."""
    for path, punishment in course.punishments(CommunityService):
        yield Found(
            period=course.cut(course.run(path, punishment).value, "main"),
            because=f"community service by the verdict of {course.id}",
            facts=(path,),
        )


@derives(StatusKind.CORRECTIVE_WORK, CC / "42")
def corrective_work(course: Course) -> Iterator[Found]:
    """Corrective work withholds a share of earnings."""
    for path, punishment in course.punishments(CorrectiveWork):
        yield Found(
            period=course.cut(course.run(path, punishment).value, "main"),
            because=f"corrective work by the verdict of {course.id}",
            facts=(path,),
        )


# --- Article 11(1)(5): no convict leaves Kazakhstan before the main punishment is served

_ABROAD = "seen in 2023 and 2025; the article's only footnote concerns another item"


def _stays_in_kazakhstan(_: Status) -> bool:
    """A convict may not leave Kazakhstan until the main punishment is fully served or control is over."""
    return True


TABLE = tuple(
    restricts(
        status,
        CEC / "11(1)(5)",
        forbids=(A.LEAVE_COUNTRY, A.EMIGRATE),
        name=f"stays_in_kazakhstan_{status}",
        source=_ABROAD,
    )(_stays_in_kazakhstan)
    for status in (
        StatusKind.IMPRISONMENT,
        StatusKind.RESTRICTED_FREEDOM,
        StatusKind.SUSPENDED_SENTENCE,
        StatusKind.COMMUNITY_SERVICE,
        StatusKind.CORRECTIVE_WORK,
        StatusKind.FINE_DUE,
        StatusKind.PAROLE,
    )
)


# --- Custody and prison

_OUTSIDE = (A.LEAVE_HOME_AT_NIGHT, A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE, A.ATTEND_ASSEMBLY)
_INSIDE_UNCLEAR = tuple(
    activity
    for activity in in_field("work", "civic", "family")
    if activity not in (A.ATTEND_ASSEMBLY, A.ORGANISE_ASSEMBLY)
)


@restricts(StatusKind.IMPRISONMENT, CC / "46(1)", forbids=_OUTSIDE)
def imprisonment_isolates(_: Status) -> bool:
    """Imprisonment isolates from society: the convict does not leave the institution."""
    return True


@restricts(
    StatusKind.IMPRISONMENT,
    CEC / "9(2)",
    doubts=_INSIDE_UNCLEAR,
    confidence=Confidence.INFERRED,
    source="rights are limited only by law; the regime's rules on each activity were not read",
)
def imprisonment_leaves_other_rights_unclear(_: Status) -> bool:
    """Convicts keep citizens' rights within the limits of law; what can be done from prison depends on its regime."""
    return True


# --- Article 66: duties under restriction of freedom


@restricts(StatusKind.RESTRICTED_FREEDOM, CEC / "66(1)", limits=(A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE))
def restriction_asks_notice(_: Status) -> Condition:
    """The convict notifies the probation service before leaving the district and before a change of home or work."""
    return Condition(kind="notice", says="notify the probation service first")


def _curfew(status: Status) -> Guard:
    duties = status.traits.duties
    return None if duties is None else Duty.NIGHT_CURFEW in duties


@restricts(
    StatusKind.RESTRICTED_FREEDOM,
    CC / "44(2)",
    until=SINCE_210,
    forbids=(A.LEAVE_HOME_AT_NIGHT,),
    series="curfew under restriction of freedom",
    duty=Duty.NIGHT_CURFEW,
    confidence=Confidence.INFERRED,
    source="an open list of duties; hours at home are named only since the edition of 2025-09-16",
)
def court_may_set_other_duties(status: Status) -> Guard:
    """The court may lay other duties on the convict; a curfew only if the verdict names it."""
    return _curfew(status)


@restricts(
    StatusKind.RESTRICTED_FREEDOM,
    CC / "44(2)",
    since=SINCE_210,
    forbids=(A.LEAVE_HOME_AT_NIGHT,),
    series="curfew under restriction of freedom",
    duty=Duty.NIGHT_CURFEW,
    amended_by=LAW_210,
)
def court_may_set_hours_at_home(status: Status) -> Guard:
    """The court may forbid to leave home at hours it sets."""
    return _curfew(status)


@restricts(StatusKind.SUSPENDED_SENTENCE, CC / "63(3), 44(2)", forbids=(A.LEAVE_HOME_AT_NIGHT,))
def court_may_set_hours_on_conditional_sentence(status: Status) -> Guard:
    """The court may lay the duties of restriction of freedom on one sentenced conditionally."""
    return _curfew(status)


@restricts(StatusKind.SUSPENDED_SENTENCE, CC / "64(2), 44(2)", limits=(A.CHANGE_RESIDENCE,))
def conditional_sentence_asks_notice(_: Status) -> Condition:
    """One sentenced conditionally does not change home without notice; doing so may prolong control."""
    return Condition(kind="notice", says="notify the probation service first")


# --- Article 169: duties on parole


@restricts(StatusKind.PAROLE, CEC / "169(8)(3)", limits=(A.LEAVE_HOME_AT_NIGHT,))
def parole_sets_hours(_: Status) -> Condition:
    """One on parole does not leave home at the hours the police set."""
    return Condition(kind="hours", says="not at the hours the police set")


@restricts(StatusKind.PAROLE, CEC / "169(8)(4)", limits=(A.CHANGE_RESIDENCE,))
def parole_asks_notice(_: Status) -> Condition:
    """One on parole gives the police written notice of a change of home, work or study."""
    return Condition(kind="notice", says="notify the police in writing")


@restricts(StatusKind.PAROLE, CEC / "169(8)(6)", limits=(A.LEAVE_DISTRICT,))
def parole_asks_permission(_: Status) -> Condition:
    """One on parole travels to other localities only with written permission of the police."""
    return Condition(kind="permission", says="written permission of the police")
