"""Criminal Procedure Code 136-165: prosecution, and the measures before the verdict that leave liberty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from kzrights.activities import Activity as A
from kzrights.facts.measures import (
    POSTS,
    Bail,
    DutyToAppear,
    PersonalSurety,
    PropertyArrest,
    SuspensionFromOffice,
    UndertakingNotToLeave,
)
from kzrights.facts.vocabulary import MeasureDuty, Property, ProsecutionEnd
from kzrights.law.acts import CPC
from kzrights.law.prosecution import Charge, charges, period_of
from kzrights.law.rules import Condition, Confidence, Found, Guard, Rule, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.moments import END, Moment, Period
from kzrights.statuses import Status, StatusKind, Traits

_SINCE = "seen in the editions of 2019 and 2024; 2015 to 2019 follows from the footnotes"
_WHOSE = "of the inquirer, the investigator or the court"

# --- Articles 64, 65: the suspect and the accused


@derives_from_case(
    StatusKind.PROSECUTED,
    CPC / "140, 155",
    confidence=Confidence.INFERRED,
    source="that measures fall on suspects and accused alone was read in 140(3) and 155(1); the file states the rest",
)
def prosecuted(world: World) -> Iterator[Found]:
    """A suspect or an accused is prosecuted until the decision that ends it; only they are put under measures."""
    for charge in charges(world):
        yield Found(period=charge.period, because=charge.because, facts=(charge.path,), traits=charge.traits(world))


@derives_from_case(
    StatusKind.ACCUSED,
    CPC / "140, 155",
    confidence=Confidence.INFERRED,
    source="the file says from which day the person is an accused",
)
def accused(world: World) -> Iterator[Found]:
    """A suspect becomes an accused in the course of the prosecution; where the day is not stated it is not known."""
    for charge in charges(world):
        yield Found(
            period=Period(charge.accused, charge.period.end),
            because=charge.because,
            facts=(charge.path,),
            traits=charge.traits(world),
        )


@derives_from_case(StatusKind.RELEASED_WITHOUT_REHABILITATION, CPC / "35(1)(3)-(4), 35(1)(9)-(12), 36")
def released_without_rehabilitation(world: World) -> Iterator[Found]:
    """A prosecution may end in release from liability that does not rehabilitate: amnesty, limitation, conciliation."""
    for charge in charges(world):
        if (period := _released(charge)) is not None:
            yield Found(
                period=period.until(world.death),
                because="released from liability on a ground that does not rehabilitate",
                facts=(charge.path,),
                traits=charge.traits(world),
            )


def _released(charge: Charge) -> Period | None:
    """Return the time since the release; perhaps none, where the file does not say how the prosecution ended."""
    one = charge.stated
    if one is None or one.to is None or one.ended not in (None, ProsecutionEnd.NON_REHABILITATING):
        return None
    period = Period(Moment.of(one.to, f"{charge.path}.to", charge.period.start.earliest), END)
    return period if one.ended else period.perhaps(frozenset({f"{charge.path}.ended"}))


# --- Articles 141, 142, 145: measures of restraint, one at a time


@derives_from_case(StatusKind.UNDERTAKING_NOT_TO_LEAVE, CPC / "141", source=_SINCE)
def undertaking_not_to_leave(world: World) -> Iterator[Found]:
    """A suspect or accused signs not to leave the settlement, not to obstruct the case, and to appear when called."""
    for path, one in world.measures(UndertakingNotToLeave):
        yield _with_duties(world, path, one)


@derives_from_case(StatusKind.PERSONAL_SURETY, CPC / "142", source=_SINCE)
def personal_surety(world: World) -> Iterator[Found]:
    """Two or more trustworthy persons vouch in writing for the conduct of a suspect or accused."""
    for path, one in world.measures(PersonalSurety):
        yield _with_duties(world, path, one)


@derives_from_case(StatusKind.BAIL, CPC / "145", source=_SINCE)
def bail(world: World) -> Iterator[Found]:
    """Money or other property is deposited with the court to make sure that a suspect or accused appears."""
    for path, one in world.measures(Bail):
        yield _with_duties(world, path, one)


def _with_duties(world: World, path: str, one: UndertakingNotToLeave | PersonalSurety | Bail) -> Found:
    return Found(
        period=period_of(world, one, path),
        because=one.kind.replace("_", " "),
        facts=(path,),
        traits=Traits(duties=one.duties, open_facts=frozenset({f"{path}.duties"})),
    )


# --- Articles 156, 158, 161: other measures


@derives_from_case(StatusKind.DUTY_TO_APPEAR, CPC / "156", source=_SINCE)
def duty_to_appear(world: World) -> Iterator[Found]:
    """A suspect or accused under no measure of restraint may have to sign to appear and to report a move at once."""
    for path, one in world.measures(DutyToAppear):
        yield Found(period=period_of(world, one, path), because="duty to appear", facts=(path,))


@derives_from_case(StatusKind.SUSPENDED_FROM_OFFICE, CPC / "158", source=_SINCE)
def suspended_from_office(world: World) -> Iterator[Found]:
    """A judge may suspend a suspect or accused from the post held, with no longest term, until it is lifted."""
    for path, one in world.measures(SuspensionFromOffice):
        yield Found(
            period=period_of(world, one, path),
            because="suspension from the post held",
            facts=(path,),
            traits=Traits(posts=one.posts, forbidden=one.posts or (), open_facts=frozenset({f"{path}.posts"})),
        )


@derives_from_case(StatusKind.PROPERTY_ARREST, CPC / "161, 163", source=_SINCE)
def property_arrest(world: World) -> Iterator[Found]:
    """A judge may put property under arrest to secure a civil claim, other recovery or confiscation, until lifted."""
    for path, one in world.measures(PropertyArrest):
        yield Found(
            period=period_of(world, one, path),
            because="property under arrest",
            facts=(path,),
            traits=Traits(property=one.property, open_facts=frozenset({f"{path}.property"})),
        )


# --- Article 141: what the undertaking forbids


@restricts(
    StatusKind.UNDERTAKING_NOT_TO_LEAVE,
    CPC / "141",
    limits=(A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE, A.LEAVE_COUNTRY),
    source=_SINCE,
)
def leaves_the_settlement_with_permission(_: Status) -> Condition:
    """One who gave the undertaking leaves the settlement of residence only with permission."""
    return Condition(kind="permission", says=f"to leave the settlement, permission {_WHOSE}")


# --- Article 140(3): duties beside any measure that leaves liberty

_RESTRAINED: Final = (StatusKind.UNDERTAKING_NOT_TO_LEAVE, StatusKind.PERSONAL_SURETY, StatusKind.BAIL)


def _ordered(status: Status, duty: MeasureDuty) -> Guard:
    return None if status.traits.duties is None else duty in status.traits.duties


def _if_ordered(duty: MeasureDuty, condition: Condition, status: Status) -> Condition | Guard:
    guard = _ordered(status, duty)
    return condition if guard else guard


_DUTIES: Final = (
    (
        MeasureDuty.STAY_AT_RESIDENCE,
        "140(3)(2)",
        (A.LEAVE_DISTRICT, A.CHANGE_RESIDENCE, A.LEAVE_COUNTRY),
        Condition(kind="permission", says="to leave the place of residence, permission of whoever conducts the case"),
        "The person may be ordered not to leave the place of residence without permission.",
    ),
    (
        MeasureDuty.NOTIFY_OF_MOVES,
        "140(3)(3)",
        (A.CHANGE_RESIDENCE,),
        Condition(kind="notice", says="notify whoever conducts the case and the prosecutor"),
        "The person may be ordered to notify of a change of home or work.",
    ),
    (
        MeasureDuty.AVOID_PLACES,
        "140(3)(4)",
        (A.ATTEND_ASSEMBLY,),
        Condition(kind="part", says="not in the places that the order names"),
        "The person may be ordered not to visit certain places.",
    ),
)


def _duty_rules(status: StatusKind) -> Iterator[Rule]:
    for duty, article, activities, condition, norm in _DUTIES:
        if status is StatusKind.UNDERTAKING_NOT_TO_LEAVE and duty is MeasureDuty.STAY_AT_RESIDENCE:
            continue
        function = partial(_if_ordered, duty, condition)
        function.__doc__ = norm
        name = f"{duty}_beside_{status}"
        yield restricts(status, CPC / article, limits=activities, name=name, source=_SINCE)(function)


def _may_mean_the_home(status: Status) -> Guard:
    """An order not to leave the place of residence may mean the home itself: 140(3) does not say, as 141 does."""
    return _ordered(status, MeasureDuty.STAY_AT_RESIDENCE)


# --- Article 161(2), 163(12): what property under arrest is kept from

_KEPT: Final = {
    Property.REAL_ESTATE: (A.TRADE_REAL_ESTATE,),
    Property.VEHICLE: (A.REGISTER_VEHICLE,),
    Property.MONEY: (A.USE_BANK_ACCOUNT, A.SEND_TRANSFER),
    Property.SECURITIES: (A.TRADE_SECURITIES,),
}


def _if_arrested(kind: Property, status: Status) -> Condition | Guard:
    arrested = status.traits.property
    if arrested is None:
        return None
    return kind in arrested and Condition(kind="part", says="not what is under arrest")


def _arrest_rules() -> Iterator[Rule]:
    for kind, activities in _KEPT.items():
        function = partial(_if_arrested, kind)
        function.__doc__ = "The owner may not dispose of property under arrest; other property stays free."
        article = "163(12)" if kind is Property.MONEY else "161(2)"
        name = f"arrest_of_{kind}"
        yield restricts(StatusKind.PROPERTY_ARREST, CPC / article, limits=activities, name=name, source=_SINCE)(
            function
        )


TABLE = (
    *(rule for status in _RESTRAINED for rule in _duty_rules(status)),
    *(
        restricts(
            status,
            CPC / "140(3)(2)",
            doubts=(A.LEAVE_HOME_AT_NIGHT,),
            name=f"stay_at_residence_may_mean_the_home_{status}",
            source=_SINCE,
        )(_may_mean_the_home)
        for status in _RESTRAINED
    ),
    *_arrest_rules(),
)


# --- Articles 156, 158


@restricts(StatusKind.DUTY_TO_APPEAR, CPC / "156(1)", limits=(A.CHANGE_RESIDENCE,), source=_SINCE)
def moves_are_reported_at_once(_: Status) -> Condition:
    """One who signed the duty to appear reports a change of home at once."""
    return Condition(kind="notice", says="report the move at once to whoever conducts the case")


_OTHER_POSTS = Condition(kind="part", says="not in the post from which a judge suspended the person")


@restricts(StatusKind.SUSPENDED_FROM_OFFICE, CPC / "158(1), 158(7)", limits=POSTS, named=True, source=_SINCE)
def suspended_from_the_post(_: Status) -> Condition:
    """One suspended does not work in the post held; another post or other work stays open."""
    return _OTHER_POSTS


@restricts(
    StatusKind.SUSPENDED_FROM_OFFICE,
    CPC / "158(1), 158(7)",
    limits=POSTS,
    source=_SINCE,
)
def suspended_from_a_post_not_stated(status: Status) -> Guard:
    """Where the file does not say which post it is, work in any organisation may be limited so."""
    return None if status.traits.posts is None else False
