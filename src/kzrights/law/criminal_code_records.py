"""Criminal Code of 3 July 2014 No 226-V, articles 79 and 89: criminal records, in every edition."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.calendar import Term
from kzrights.facts.events import Amnesty, Event, RecordLifted, Release
from kzrights.facts.vocabulary import ReleaseGround
from kzrights.law.acts import CC
from kzrights.law.course import Course
from kzrights.law.criminal_code import LAW_180, LAW_210, SINCE_180, SINCE_210
from kzrights.law.offences import Gravity
from kzrights.law.records import RecordOf
from kzrights.law.rules import Clock, Confidence, Found, Ruling, answers, derives
from kzrights.moments import Moment, Period, later
from kzrights.statuses import StatusKind

# --- Article 79: the criminal record (and 89: of those under 18 at the act)


@answers("end of a record", CC / "79(2)", clock=Clock.ACT)
def no_record_for_misdemeanour(of: RecordOf) -> Moment | None:
    """One convicted of a misdemeanour has no record."""
    return of.course.in_force if of.gravity is Gravity.MISDEMEANOUR else None


@answers("end of a record", CC / "79(3)(1)", clock=Clock.ACT)
def record_after_suspended_sentence(of: RecordOf) -> Moment | None:
    """A conditional sentence leaves no record once probation control ends."""
    if not of.course.suspended or of.gravity is Gravity.MISDEMEANOUR:
        return None
    if of.course.bans and of.course.world.choice("record_of_suspended_sentence") == "probation_over":
        return of.course.main_served
    return of.clock


@answers("end of a record", CC / "79(3)(2)", clock=Clock.ACT)
def record_after_milder_punishment(of: RecordOf) -> Moment | None:
    """A punishment milder than imprisonment leaves no record once it is served, the additional one included."""
    return of.clock if of.adult and of.milder_than_imprisonment else None


@answers("end of a record", CC / "79(3)(3)", clock=Clock.ACT)
def record_after_prison_for_minor_or_medium(of: RecordOf) -> Moment | None:
    """After imprisonment for a crime of minor or medium gravity the record lasts 3 years."""
    return of.years(3) if of.imprisoned_for(Gravity.MINOR, Gravity.MEDIUM) else None


@answers("end of a record", CC / "79(3)(4)", until=SINCE_210, clock=Clock.ACT, series="record after a serious crime")
def record_after_prison_for_serious_2015(of: RecordOf) -> Moment | None:
    """After imprisonment for a serious crime the record lasts 6 years."""
    return of.years(6) if of.imprisoned_for(Gravity.SERIOUS) else None


@answers(
    "end of a record",
    CC / "79(3)(4)",
    since=SINCE_210,
    clock=Clock.ACT,
    series="record after a serious crime",
    amended_by=LAW_210,
)
def record_after_prison_for_serious(of: RecordOf) -> Moment | None:
    """After imprisonment for a serious crime that is not against life or health the record lasts 6 years."""
    return of.years(6) if of.imprisoned_for(Gravity.SERIOUS) and of.violent is not True else None


@answers("end of a record", CC / "79(3)(5)", since=SINCE_210, clock=Clock.ACT, amended_by=LAW_210)
def record_after_prison_for_serious_against_life(of: RecordOf) -> Moment | None:
    """After imprisonment for a serious crime against life or health the record lasts 8 years."""
    return of.years(8) if of.imprisoned_for(Gravity.SERIOUS) and of.violent is not False else None


@answers(
    "end of a record",
    CC / "79(3)(5)",
    until=SINCE_210,
    clock=Clock.ACT,
    series="record after an especially serious crime",
)
def record_after_prison_for_especially_serious_2015(of: RecordOf) -> Moment | None:
    """After imprisonment for an especially serious crime the record lasts 8 years."""
    return of.years(8) if of.imprisoned_for(Gravity.ESPECIALLY_SERIOUS) else None


@answers(
    "end of a record",
    CC / "79(3)(5)",
    since=SINCE_210,
    clock=Clock.ACT,
    series="record after an especially serious crime",
    amended_by=LAW_210,
)
def record_after_prison_for_especially_serious(of: RecordOf) -> Moment | None:
    """After imprisonment for an especially serious crime that is not against life or health it lasts 8 years."""
    return of.years(8) if of.imprisoned_for(Gravity.ESPECIALLY_SERIOUS) and of.violent is not True else None


@answers("end of a record", CC / "79(3)(5-1)", since=SINCE_210, clock=Clock.ACT, amended_by=LAW_210)
def record_after_prison_for_especially_serious_against_life(of: RecordOf) -> Moment | None:
    """After imprisonment for an especially serious crime against life or health the record lasts 10 years."""
    return of.years(10) if of.imprisoned_for(Gravity.ESPECIALLY_SERIOUS) and of.violent is not False else None


@answers("records count from", CC / "79(5)")
def record_counts_from(course: Course) -> Moment:
    """Where an additional punishment was imposed, the record counts from serving both; one for life is left out."""
    return later(course.main_served, *course.additional_served)


@answers("what an event ends", CC / "79(7)")
def court_lifts_record(_: Course, event: Event) -> frozenset[str] | None:
    """On petition of one who behaved faultlessly after serving, a court lifts the record early."""
    return frozenset({"record"}) if isinstance(event, RecordLifted) else None


@answers(
    "what an event ends",
    CC / "79(2)",
    confidence=Confidence.INFERRED,
    source="79(2) speaks of release from punishment; whether release for illness is that was not read",
)
def illness_leaves_no_record(course: Course, event: Event) -> frozenset[str] | None:
    """One released from punishment has no record; whether release for illness is that is a reading."""
    if not isinstance(event, Release) or event.ground is not ReleaseGround.ILLNESS:
        return None
    none = course.world.choice("record_after_illness") == "none"
    return frozenset({"record"}) if none else frozenset()


@answers("record after a later crime", CC / "79(8)")
def later_crime_interrupts_record(end: Moment, of_later_crime: Moment, counted_again: Moment) -> Moment:
    """A crime committed before a record ends interrupts it: it counts again from serving the last punishments.

    The person counts as convicted of both until the longest of the records ends.
    """
    return later(end, of_later_crime, counted_again)


@answers("end of a record", CC / "89", until=SINCE_180, clock=Clock.ACT, series="record of a minor, milder punishment")
def record_of_minor_after_milder_punishment_2015(of: RecordOf) -> Moment | None:
    """For one under 18 at the act, a punishment milder than imprisonment leaves a record for 4 months."""
    return of.clock.after(Term(months=4)) if of.minor and of.milder_than_imprisonment else None


@answers(
    "end of a record",
    CC / "89",
    since=SINCE_180,
    clock=Clock.ACT,
    series="record of a minor, milder punishment",
    amended_by=LAW_180,
    source="the day is one of the window that the publication rule leaves, 23 to 27 July 2018",
)
def record_of_minor_after_milder_punishment(of: RecordOf) -> Moment | None:
    """For one under 18 at the act, a punishment milder than imprisonment leaves no record once served."""
    return of.clock if of.minor and of.milder_than_imprisonment else None


_MINORS = {Gravity.MINOR: 1, Gravity.MEDIUM: 1, Gravity.SERIOUS: 2, Gravity.ESPECIALLY_SERIOUS: 3}


@answers("end of a record", CC / "89", clock=Clock.ACT)
def record_of_minor_after_prison(of: RecordOf) -> Moment | None:
    """For one under 18 at the act: 1 year (minor, medium), 2 (serious), 3 (especially serious) after imprisonment."""
    if not of.minor or not of.imprisoned or of.gravity is Gravity.MISDEMEANOUR:
        return None
    return of.clock.after(Term(years=_MINORS[of.gravity]))


@derives(StatusKind.CRIMINAL_RECORD, CC / "79(1)")
def criminal_record(course: Course) -> Iterator[Found]:
    """A conviction for a crime leaves a record from the day it is in force until it is expunged or lifted.

    A misdemeanour leaves one that ends as it begins: laws that look at past convictions still see that.
    """
    ruling = course.record
    period = course.cut(Period(course.in_force, ruling.value), "record")
    yield Found(
        period=period.perhaps(course.articles_missing) if course.crime is None else period,
        because=_record_because(course, ruling),
        facts=tuple(judged.path for judged in course.offences),
        rule=ruling.rule,
        also=(*(rule for rule, _ in ruling.rejected), *ruling.also),
        traits=course.traits,
        later_traits=course.later_traits,
    )


def _in_vain(course: Course) -> list[int]:
    """Return the years of amnesties applied to a crime that no amnesty reaches."""
    if course.extremist_or_terrorist is not True:
        return []
    return [event.act for _, event in course.own_events(Amnesty)]


def _record_because(course: Course, ruling: Ruling) -> str:
    articles = ", ".join(judged.offence.article for judged in course.offences)
    unread = ", ".join(judged.offence.article for judged in course.offences if judged.unread)
    text = f"conviction {course.id} under art. {articles}; punishments served on {course.served}"
    rejected = "; ".join(
        f"under the edition of {rule.edition} it would end on {value}" for rule, value in ruling.rejected
    )
    text += "".join(f"; the amnesty of {act} gave nothing: the crime is excluded (78(2))" for act in _in_vain(course))
    if ruling.also:
        text += "; prolonged by a crime committed before it ended (79(8))"
    if unread:
        text += f" (the sanction of {unread} was not read for that day; that of the editions read is taken)"
    return text + (f"; {rejected}: the milder law applies (art. 6)" if rejected else "")
