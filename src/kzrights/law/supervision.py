"""Administrative supervision: the law of 15 July 1996 No 28-I, and the law of 2025 No 245-VIII after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pendulum import Date

from kzrights.activities import Activity as A
from kzrights.calendar import Term
from kzrights.facts.events import Supervision, SupervisionEnded, SupervisionExtended
from kzrights.facts.vocabulary import Duty
from kzrights.law.acts import PREVENTION_2025, SUPERVISION_1996
from kzrights.law.course import Course
from kzrights.law.offences import Gravity
from kzrights.law.rules import Condition, Confidence, Found, Guard, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, Moment, Period, hull, later
from kzrights.statuses import Status, StatusKind, Traits

SUPERVISED: Final = StatusKind.ADMINISTRATIVE_SUPERVISION
SINCE_245 = "2026-03-02"
LAW_245 = "30.12.2025 No 245-VIII"
_CHANGE = Date.fromisoformat(SINCE_245)
_LONGEST = Term(years=8)


@derives_from_case(SUPERVISED, SUPERVISION_1996 / "6, 14", until=SINCE_245, series="supervision")
def supervision_1996(world: World) -> Iterator[Found]:
    """A court sets supervision for a term; each extension runs on from its end; a court may end it early."""
    yield from _ordered(world)


@derives_from_case(SUPERVISED, PREVENTION_2025 / "64-66", since=SINCE_245, series="supervision", amended_by=LAW_245)
def supervision_2025(world: World) -> Iterator[Found]:
    """A court sets supervision after imprisonment; each extension runs on from its end."""
    yield from _ordered(world)


TERMS_2025: Final = {
    Gravity.MINOR: Term(years=3),
    Gravity.MEDIUM: Term(years=3),
    Gravity.SERIOUS: Term(years=6),
    Gravity.ESPECIALLY_SERIOUS: Term(years=8),
}


@derives_from_case(SUPERVISED, PREVENTION_2025 / "64(2)", since=SINCE_245, amended_by=LAW_245)
def due_to_be_supervised(world: World) -> Iterator[Found]:
    """Whoever was imprisoned, for any crime, is put under supervision after serving: 3, 6 or 8 years by gravity.

    A court orders it; where the file has no order, whether there is one is not known.
    """
    if any(world.events(Supervision)):
        return
    for course in world.courses:
        period = _by_gravity(course)
        if period is not None:
            yield Found(
                period=course.cut(period, "conviction").perhaps(frozenset({"events.supervision"})),
                because=f"imprisonment by the verdict of {course.id} leads to supervision, which a court orders; "
                "the file has no order",
                facts=(course.path,),
                traits=Traits(duties=None, open_facts=frozenset({"events.supervision"})),
            )


def _by_gravity(course: Course) -> Period | None:
    """Return the years of supervision after serving, or ``None`` for whom it does not reach.

    The articles of the day on which the punishment is served count.
    """
    served = course.main_served
    gravities = [gravity for one in course.standing_on(served) for gravity in one.gravest]
    terms = [TERMS_2025[gravity] for gravity in gravities if gravity in TERMS_2025]
    if not course.custodial or not terms or served == END:
        return None
    if course.world.choice("supervision_of_2026") == "released_since" and served.latest < _CHANGE:
        return None
    return Period(served, hull(*(served.after(term) for term in terms), missing=course.doubt_on(served)))


def _ordered(world: World) -> Iterator[Found]:
    orders = list(world.events(Supervision))
    for at, (path, order) in enumerate(orders):
        start = Moment.of(order.on, f"{path}.on")
        end = start.after(order.term, f"{path}.term", Term(), _LONGEST)
        last = at == len(orders) - 1
        extensions = list(world.events(SupervisionExtended)) if last else []
        for where, extension in extensions:
            end = end.after(extension.term, f"{where}.term", Term(), _LONGEST)
        cuts = [Moment.of(event.on, f"{where}.on", start.earliest) for where, event in world.events(SupervisionEnded)]
        cuts += _record_gone(world)
        yield Found(
            period=Period(start, later(start, end)).until(*cuts, world.death),
            because="supervision ordered by a court" + (f", with {len(extensions)} extension(s)" if extensions else ""),
            facts=(path, *(where for where, _ in extensions)),
            traits=Traits(duties=order.restrictions, open_facts=frozenset({f"{path}.restrictions"})),
        )


def _record_gone(world: World) -> list[Moment]:
    """Return the day the last record ended, which ended supervision under the law of 1996 (art. 14), if it did."""
    if not world.courses:
        return []
    gone = later(*(course.record_ends for course in world.courses))
    if gone.latest < _CHANGE:
        return [gone]
    return [] if gone.earliest >= _CHANGE else [hull(gone, END)]


def _ordered_to(status: Status, duty: Duty) -> Guard:
    duties = status.traits.duties
    return None if duties is None else duty in duties


def _if_ordered(status: Status, duty: Duty, condition: Condition) -> Condition | Guard:
    guard = _ordered_to(status, duty)
    return condition if guard else guard


_NOT_IN_PUBLIC = Condition(
    kind="part", says="not on matters of public interest in streets, squares and other public places"
)
_HOURS = Condition(kind="hours", says="not at the hours the police set")
_NOTICE = Condition(kind="notice", says="notify the police first; the court's order may ask for permission")
_PERMISSION = Condition(kind="permission", says="permission of the police")


@restricts(
    SUPERVISED, SUPERVISION_1996 / "7(а)", until=SINCE_245, limits=(A.LEAVE_HOME_AT_NIGHT,), series="hours at home"
)
def hours_at_home_1996(status: Status) -> Condition | Guard:
    """The court may order the supervised to be at home at hours set by the police."""
    return _if_ordered(status, Duty.NIGHT_CURFEW, _HOURS)


@restricts(
    SUPERVISED,
    PREVENTION_2025 / "65(2)(1)",
    since=SINCE_245,
    limits=(A.LEAVE_HOME_AT_NIGHT,),
    series="hours at home",
    amended_by=LAW_245,
)
def hours_at_home_2025(status: Status) -> Condition | Guard:
    """The court may order the supervised to be at home at hours set by the police."""
    return _if_ordered(status, Duty.NIGHT_CURFEW, _HOURS)


@restricts(
    SUPERVISED, SUPERVISION_1996 / "7(б)", until=SINCE_245, limits=(A.LEAVE_DISTRICT,), series="leaving the district"
)
def district_with_notice(status: Status) -> Condition | Guard:
    """The court may forbid to leave the district or city without notifying the police."""
    return _if_ordered(status, Duty.STAY_IN_DISTRICT, _NOTICE)


@restricts(
    SUPERVISED,
    PREVENTION_2025 / "65(2)(3)",
    since=SINCE_245,
    limits=(A.LEAVE_DISTRICT,),
    series="leaving the district",
    amended_by=LAW_245,
)
def district_with_permission(status: Status) -> Condition | Guard:
    """The court may forbid to leave the district or city without permission of the police."""
    return _if_ordered(status, Duty.STAY_IN_DISTRICT, _PERMISSION)


@restricts(
    SUPERVISED, PREVENTION_2025 / "65(3)(5)", since=SINCE_245, forbids=(A.LEAVE_COUNTRY, A.EMIGRATE), amended_by=LAW_245
)
def supervised_stay_in_kazakhstan(_: Status) -> bool:
    """The supervised may not leave Kazakhstan until supervision ends."""
    return True


_MOVE = Condition(kind="notice", says="notify the police within a day")


@restricts(SUPERVISED, SUPERVISION_1996 / "16", until=SINCE_245, limits=(A.CHANGE_RESIDENCE,), series="moving home")
def moves_are_notified_1996(_: Status) -> Condition:
    """The supervised notifies the police within a day of a change of home or work."""
    return _MOVE


@restricts(
    SUPERVISED,
    PREVENTION_2025 / "65(3)",
    since=SINCE_245,
    limits=(A.CHANGE_RESIDENCE,),
    series="moving home",
    amended_by=LAW_245,
)
def moves_are_notified_2025(_: Status) -> Condition:
    """The supervised notifies the police within a day of a change of home or work."""
    return _MOVE


@restricts(
    SUPERVISED,
    SUPERVISION_1996 / "7",
    limits=(A.SPEAK_PUBLICLY,),
    confidence=Confidence.INFERRED,
    source="goes beyond the limits the law lists; reported of atyrau-2016",
)
def court_forbids_public_discussion(status: Status) -> Condition | Guard:
    """Some orders forbid to discuss matters of public interest in streets, squares and other public places."""
    return _if_ordered(status, Duty.NO_PUBLIC_DISCUSSION, _NOT_IN_PUBLIC)
