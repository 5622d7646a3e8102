"""Parole: what must be served before a court may grant it, whom it is closed to, on what condition (72).

The law of the act decides; a milder later one applies back and a harsher one does not (Criminal Code 6(1), 6(3)).
The longer share after serious crimes against life or health is so taken to reach acts since 16 September 2025.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from attrs import frozen

from kzrights.calendar import Term
from kzrights.facts.execution import ParoleRevoked, SuspensionRevoked
from kzrights.facts.person import Person
from kzrights.facts.punishments import Imprisonment, LifeImprisonment, Punishment, RestrictedFreedom
from kzrights.facts.vocabulary import Sex
from kzrights.law.acts import CC
from kzrights.law.course import Course
from kzrights.law.criminal_code import LAW_210, SINCE_210
from kzrights.law.offences import Gravity
from kzrights.law.rules import Clock, Condition, Confidence, answers
from kzrights.moments import NOTHING, Missing, Moment
from kzrights.value import Value

Share: TypeAlias = tuple[Fraction, Fraction]
"""The part of the term to serve, at least and at most."""

_QUARTER: Final = Fraction(1, 4)
_THIRD: Final = Fraction(1, 3)
_HALF: Final = Fraction(1, 2)
_TWO_THIRDS: Final = Fraction(2, 3)


@frozen(kw_only=True, repr=False, eq=False)
class Bar(Value):
    """What closes parole; not ``certain`` where a fact that decides is not known."""

    says: str
    certain: bool = True
    missing: Missing = NOTHING


# --- Article 72(1), 72(8): to whom parole is closed


@answers("parole is barred", CC / "72(1)", clock=Clock.ACT)
def parole_only_from_loss_or_restriction_of_freedom(course: Course) -> Bar | None:
    """Parole is from imprisonment and from restriction of freedom; no other punishment knows it."""
    if course.main is not None and isinstance(course.main[1], Imprisonment | LifeImprisonment | RestrictedFreedom):
        return None
    return Bar(says="parole is only from imprisonment or restriction of freedom")


@answers(
    "parole is barred",
    CC / "72(1)",
    clock=Clock.ACT,
    confidence=Confidence.INFERRED,
    source="the paragraph on terrorist and extremist crimes names imprisonment alone; 72(8) does not bar the others",
)
def parole_of_extremists_from_restriction_is_open(course: Course) -> Bar | None:
    """Of those convicted of a terrorist or extremist crime only the imprisoned are named; the others are left open.

    Whether one who serves restriction of freedom for it falls under the general paragraph is not said.
    """
    if course.extremist_or_terrorist is False or course.main is None:
        return None
    if not isinstance(course.main[1], RestrictedFreedom):
        return None
    return Bar(says="a terrorist or extremist crime keeps restriction of freedom outside parole", certain=False)


@answers("parole is barred", CC / "72(8)(2)", clock=Clock.ACT)
def parole_barred_with_especially_serious_crime(course: Course) -> Bar | None:
    """A terrorist or extremist crime that caused deaths, or goes with an especially serious crime, bars parole."""
    caught, gravest = course.extremist_or_terrorist, course.gravest
    if caught is False or Gravity.ESPECIALLY_SERIOUS not in gravest:
        return None
    return Bar(
        says="a terrorist or extremist crime with an especially serious crime bars parole",
        certain=caught is True and len(gravest) == 1,
        missing=course.articles_missing,
    )


@answers("parole is barred", CC / "72(8)(6)", since=SINCE_210, clock=Clock.ACT, amended_by=LAW_210)
def parole_barred_after_replacement(course: Course) -> Bar | None:
    """Whose imprisonment was already replaced by restriction of freedom is not paroled from the rest."""
    if course.milder_remainder is None:
        return None
    return Bar(says="imprisonment was already replaced by restriction of freedom")


@answers("parole is barred", CC / "60(1)", clock=Clock.ACT)
def parole_is_from_the_later_punishment(course: Course) -> Bar | None:
    """What was not served and a later verdict took up is served under that verdict, and parole is from it."""
    other = course.joined_to(SuspensionRevoked, ParoleRevoked)
    return Bar(says=f"the punishment of {other.id} took up what was not served") if other else None


# --- Article 72(3)-(6): what must be served


@answers("share to serve for parole", CC / "72(3)", until=SINCE_210, clock=Clock.ACT, series="share for parole")
def parole_share_2015(gravity: Gravity, _violent: bool, privileged: bool) -> Share | None:
    """Of the term at least a third after minor and medium crimes, half after serious, 2/3 after especially serious."""
    return None if privileged else _share(gravity, _THIRD, _HALF, _TWO_THIRDS)


@answers(
    "share to serve for parole",
    CC / "72(3)",
    since=SINCE_210,
    clock=Clock.ACT,
    series="share for parole",
    amended_by=LAW_210,
)
def parole_share(gravity: Gravity, violent: bool, privileged: bool) -> Share | None:
    """As before; and 2/3 after a serious crime against human life or health too."""
    return None if privileged else _share(gravity, _THIRD, _TWO_THIRDS if violent else _HALF, _TWO_THIRDS)


@answers(
    "share to serve for parole",
    CC / "72(4)",
    clock=Clock.ACT,
    source="the shares were read in 2016, 2019, 2023 and 2025; to what each belongs, in the edition of 16.09.2025",
)
def parole_share_of_the_privileged(gravity: Gravity, violent: bool, privileged: bool) -> Share | None:
    """Women of 58, men of 63 and others named: a quarter, a third, half; 2/3 where the crime was against life.

    The last is of especially serious crimes; whether one against life or health was against life is left open.
    """
    if not privileged:
        return None
    if violent and gravity is Gravity.ESPECIALLY_SERIOUS:
        return _HALF, _TWO_THIRDS
    return _share(gravity, _QUARTER, _THIRD, _HALF)


def _share(gravity: Gravity, mild: Fraction, serious: Fraction, especially: Fraction) -> Share | None:
    parts = {
        Gravity.MINOR: mild,
        Gravity.MEDIUM: mild,
        Gravity.SERIOUS: serious,
        Gravity.ESPECIALLY_SERIOUS: especially,
    }
    return (parts[gravity], parts[gravity]) if gravity in parts else None


@answers(
    "age of privilege for parole",
    CC / "72(4)",
    source="read in the edition of 16.09.2025; that the ages were the same before is inferred",
    confidence=Confidence.INFERRED,
)
def parole_privilege_by_age(person: Person) -> Moment | None:
    """Women are privileged from 58 years and men from 63; the other grounds are not in the case file."""
    if person.sex is None or person.born is None:
        return None
    years = 58 if person.sex is Sex.FEMALE else 63
    return Moment.of(person.born, "person.born").after(Term(years=years))


@answers("least to serve for parole", CC / "72(5)")
def parole_after_half_a_year(punishment: Punishment) -> Term | None:
    """Imprisonment actually served may not be less than six months."""
    return Term(months=6) if isinstance(punishment, Imprisonment) else None


@answers("time to serve of life imprisonment for parole", CC / "72(6)")
def parole_from_life_imprisonment(punishment: Punishment) -> Term | None:
    """From imprisonment for life parole is open after 25 years actually served."""
    return Term(years=25) if isinstance(punishment, LifeImprisonment) else None


# --- Article 72(1), 72(4)-(5): on what condition


@answers("condition of parole", CC / "72(1)")
def parole_is_granted_by_a_court(_: Course) -> Condition:
    """A court may parole whom it finds not to need the whole term; it must where damage is paid and conduct good."""
    return Condition(kind="application", says="only if a court finds that the whole term need not be served")


def _imprisoned(course: Course) -> bool:
    return course.main is not None and isinstance(course.main[1], Imprisonment | LifeImprisonment)


@answers("condition of parole", CC / "72(1)", series="active help")
def parole_of_extremists_for_active_help(course: Course) -> Condition | None:
    """After a terrorist or extremist crime a court may parole only one who actively helps against such crimes."""
    caught = course.extremist_or_terrorist
    if caught is False or not _imprisoned(course):
        return None
    whose = "" if caught else "if the crime is terrorist or extremist: "
    help_ = "only with active help in preventing, solving or exposing terrorist or extremist crimes"
    return Condition(kind="application", says=f"{whose}{help_}, and only if the crime caused no deaths")


@answers("condition of parole", CC / "72(5)", series="half a year")
def parole_not_before_half_a_year(course: Course) -> Condition | None:
    """Six months of imprisonment must actually be served; whether custody counts in them is not said.

    A court heard the request of nursultan-2021 within six months of the verdict in force, after custody of longer.
    """
    if course.main is None or not isinstance(course.main[1], Imprisonment):
        return None
    return Condition(kind="part", says="only after six months of imprisonment actually served")


@answers(
    "condition of parole",
    CC / "72(3)",
    series="after revoked parole",
    source="seen in the editions of 2016 and 16.09.2025; in that of 2016 two thirds are of the whole term",
)
def parole_later_after_revocation(course: Course) -> Condition | None:
    """After parole was revoked more must be served: two thirds of the rest, or three quarters of the term.

    Three quarters where it was revoked for an intentional crime; the privileged of 72(4) serve less.
    """
    if course.parole_revoked is None:
        return None
    says = "after revoked parole only from two thirds of the rest, or three quarters of the term if for a crime"
    return Condition(kind="part", says=says)


@answers("condition of parole", CC / "72(4)", series="other privileged")
def parole_sooner_for_others_privileged(course: Course) -> Condition | None:
    """The pregnant, those raising small children and the disabled of groups 1 and 2 may ask sooner too."""
    if course.main is None or not isinstance(course.main[1], Imprisonment | RestrictedFreedom):
        return None
    return Condition(kind="part", says="sooner for the pregnant, those raising small children and the disabled")


@answers(
    "condition of parole",
    CC / "86",
    confidence=Confidence.SECONDARY,
    source="named for minors by the Supreme Court's normative resolution of 02.10.2015 No 6",
)
def parole_of_minors(course: Course) -> Condition | None:
    """For one who was under 18 at the act article 86 has its own shares; it was not read."""
    born = course.world.case.person.born
    if born is None or Moment.of(born, "person.born").after(Term(years=18)).latest <= course.act.earliest:
        return None
    return Condition(kind="part", says="for an act before 18 years of age other shares apply (article 86, not read)")
