"""What the rehabilitated may claim, and by when: Criminal Procedure Code 37-42, Criminal Executive Code 165."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pendulum import Date

from kzrights.answers import MissingFact
from kzrights.calendar import NEVER, Term, next_working_day
from kzrights.errors import DateError
from kzrights.facts.punishments import Confiscation, Fine, LossOfRank
from kzrights.facts.vocabulary import Outcome, ReleaseGround
from kzrights.law.acts import CEC, CPC
from kzrights.law.criminal_code import LAW_292, SINCE_292
from kzrights.law.findings import Finding
from kzrights.law.redress_notions import FOOTNOTES, SINCE_94, WINDOW, Fate, released
from kzrights.law.rules import Confidence, answers
from kzrights.moments import Moment

if TYPE_CHECKING:
    pass

# --- What may be claimed: Criminal Procedure Code 37-41, Criminal Executive Code 165


def _wholly(fate: Fate) -> bool:
    return fate.outcome in (Outcome.ACQUITTED, Outcome.TERMINATED)


@answers("rehabilitation claim", CPC / "37(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def rights_restored(fate: Fate) -> Finding | None:
    """One rehabilitated may not be restricted in any right or freedom the Constitution guarantees."""
    because = f"the punishments of {fate.course.id} fall, and its criminal record never existed"
    return Finding(because=because, facts=(fate.path,)) if _wholly(fate) else None


@answers("rehabilitation claim", CPC / "38(1), 40(1)(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def lost_income(fate: Fate) -> Finding | None:
    """Property harm is paid from the budget in full, whoever is at fault: wages, pensions, benefits, other income."""
    return Finding(because="lost income", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(1)(2)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def confiscated_property(fate: Fate) -> Finding | None:
    """Property that was unlawfully confiscated or turned into income of the State is compensated."""
    paths = tuple(path for path, _ in fate.course.punishments(Confiscation))
    return Finding(because="the property confiscated", facts=paths) if fate.ended and paths else None


@answers("rehabilitation claim", CPC / "40(1)(3)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def fines_and_costs(fate: Fate) -> Finding | None:
    """Fines collected under an unlawful verdict, court costs and other sums paid are compensated."""
    paths = tuple(path for path, _ in fate.course.punishments(Fine))
    because = "the fine as far as it was paid, and costs" if paths else "costs and other sums paid"
    return Finding(because=because, facts=paths or (fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(1)(4)-(5)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def legal_aid_and_expenses(fate: Fate) -> Finding | None:
    """What was paid for legal aid and other expenses caused by the prosecution are compensated."""
    return Finding(because="legal aid and other expenses", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(2)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def nothing_deducted(fate: Fate) -> Finding | None:
    """The keep in custody, the costs of the prosecution and what was earned in prison are not deducted."""
    return Finding(because="nothing is deducted", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "41(2)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def moral_harm(fate: Fate) -> Finding | None:
    """Compensation of moral harm in money is claimed in civil proceedings only."""
    return Finding(because="moral harm, before a civil court", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "39(2)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def other_rights(fate: Fate) -> Finding | None:
    """Labour, pension, housing and other rights are restored."""
    return Finding(because="labour, pension and housing rights", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "39(2)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def ranks_returned(fate: Fate) -> Finding | None:
    """Ranks, class, qualification class and state awards of which the verdict stripped the person are given back."""
    paths = tuple(path for path, _ in fate.course.punishments(LossOfRank))
    return Finding(because="the ranks or awards lost", facts=paths) if fate.ended and paths else None


@answers("rehabilitation claim", CPC / "41(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def apology(fate: Fate) -> Finding | None:
    """The body that decided on rehabilitation must apologise officially for the harm done."""
    return Finding(because="an official apology", facts=(fate.path,)) if _wholly(fate) else None


@answers("rehabilitation claim", CEC / "161(1)(2), 165(7)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def apology_on_release(fate: Fate) -> Finding | None:
    """On release after quashing the head of the prison explains how rights are restored, and the release document
    carries an apology in the name of the State.
    """
    paths = tuple(released(fate, ReleaseGround.QUASHED)) if _wholly(fate) else ()
    return Finding(because="an apology in the release document", facts=paths) if paths else None


@answers("rehabilitation claim", CPC / "38(3)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def heirs_claim(fate: Fate) -> Finding | None:
    """On death the right to compensation passes to the heirs, and suspended pensions and benefits to the family
    entitled to support for loss of a breadwinner.
    """
    if not fate.ended or fate.day < fate.course.world.death.latest:
        return None
    return Finding(because="the heirs may claim", facts=(fate.path,))


# --- Deadlines: Criminal Procedure Code 39-42, 48


def _months_later(start: Date, months: int) -> Date:
    """Return the last day of a term in months, rolled off a day off where the days off of that year are known."""
    last = Term(months=months).after(start)
    try:
        return next_working_day(last)
    except DateError:
        return last


@answers(
    "rehabilitation deadline",
    CPC / "39(3)",
    until=SINCE_292,
    series="deadline of a claim",
    confidence=Confidence.INFERRED,
    source="the wording before the law of 27.12.2019 No 292-VI was not read",
)
def claim_before_2020(fate: Fate) -> Finding | None:
    """A claim under chapter 4 has a time limit; how long it was before January 2020 was not read."""
    if not fate.ended:
        return None
    return Finding(because="not known for a notice received before 2020-01-11", holds=None, facts=(fate.path,))


@answers(
    "rehabilitation deadline",
    CPC / "39(3), 48(2), 48(4)",
    since=SINCE_292,
    series="deadline of a claim",
    amended_by=LAW_292,
    source=WINDOW,
)
def claim_within_six_months(fate: Fate) -> Finding | None:
    """A claim under chapter 4 may be filed within six months from receipt of the notice; a last day that is a day off
    moves to the next working day, and the court may restore the term for good reason.
    """
    if not fate.ended:
        return None
    notice = MissingFact(path=f"{fate.path}.notice", says="the day the notice on restoring rights was received")
    first = max(fate.on.earliest, Date.fromisoformat(SINCE_292))
    by = Moment(_months_later(first, 6), NEVER, frozenset({notice.path}))
    because = "six months from receipt of the notice, of which the file has no day"
    return Finding(because=because, holds=None, facts=(fate.path,), missing=(notice,), by=by)


@answers("rehabilitation deadline", CPC / "42", since=SINCE_292, amended_by=LAW_292, source=WINDOW)
def afterwards_civil_court(fate: Fate) -> Finding | None:
    """One who missed the six months may go to court in civil proceedings."""
    return Finding(because="after the six months: a civil claim", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation deadline", CPC / "40(3)-(4)", since=SINCE_292, amended_by=LAW_292, source=WINDOW)
def decided_in_a_month(fate: Fate) -> Finding | None:
    """A judge sets the amount within one month from the claim, with regard to inflation; it goes to the court of the
    verdict, of the residence or of the body's seat, and to that of the verdict if a higher court ended the case.
    """
    return Finding(because="one month from the claim", facts=(fate.path,)) if fate.ended else None


@answers(
    "rehabilitation deadline",
    CPC / "41(3)",
    until=SINCE_94,
    series="notice in the media",
    confidence=Confidence.INFERRED,
    source="read as amended on 19.06.2024; that only online platforms were new is inferred",
)
def media_notice_2015(fate: Fate) -> Finding | None:
    """Media that reported on the unlawful prosecution must publish a notice within one month of the demand."""
    return Finding(because="one month from the demand", facts=(fate.path,)) if fate.ended else None


@answers(
    "rehabilitation deadline",
    CPC / "41(3)",
    since=SINCE_94,
    series="notice in the media",
    amended_by="19.06.2024 No 94-VIII",
    source="60 days after publication; the day is about 2024-08-20",
)
def media_notice(fate: Fate) -> Finding | None:
    """Where mass media or online platforms reported on the unlawful prosecution, the media must publish a notice within
    one month of the demand.
    """
    return Finding(because="one month from the demand", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation deadline", CPC / "41(4)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def notices_to_work_and_home(fate: Fate) -> Finding | None:
    """On demand the body must within 14 days write to work, place of study and home that the decision was cancelled."""
    return Finding(because="14 days from the demand", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation deadline", CPC / "39(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def notice_to_heirs(fate: Fate) -> Finding | None:
    """Heirs whose address is not known get the notice within five days of turning to the body."""
    if not fate.ended or fate.day < fate.course.world.death.latest:
        return None
    return Finding(because="five days from the day the heirs apply", facts=(fate.path,))
