"""Who is rehabilitated, and what stands in the way: Criminal Procedure Code 35-38, 499.

A rule gets the :class:`~kzrights.law.redress_notions.Fate` of a verdict and answers with a finding, or ``None``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pendulum import Date

from kzrights.answers import MissingFact
from kzrights.calendar import Term
from kzrights.facts.events import Amnesty, Pardon, RecordLifted, Requalified
from kzrights.facts.execution import SuspensionLifted
from kzrights.facts.punishments import LONGEST_ARREST
from kzrights.facts.vocabulary import CustodyKind, Outcome, ReleaseGround
from kzrights.law.acts import CPC
from kzrights.law.credit import days_before_force
from kzrights.law.findings import Finding, lacking
from kzrights.law.judged import Judged
from kzrights.law.offences import LIFE
from kzrights.law.redress_notions import FOOTNOTES, Fate, happened, released
from kzrights.law.rules import Confidence, answers

if TYPE_CHECKING:
    from kzrights.law.course import Course

# --- Grounds: Criminal Procedure Code 35, 37, 38(2)

_POINTS: Final = "on which point of Criminal Procedure Code 35(1) or 36 the case was ended"


@answers("rehabilitation ground", CPC / "37(1), 38(2)(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def acquittal_rehabilitates(fate: Fate) -> Finding | None:
    """One acquitted by a court is rehabilitated: restored in rights, and entitled to compensation in full."""
    if fate.outcome is not Outcome.ACQUITTED:
        return None
    return Finding(because=f"{fate.course.id} ended in acquittal", facts=(fate.path,))


@answers("rehabilitation ground", CPC / "35(1), 37(1), 38(2)(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def termination_may_rehabilitate(fate: Fate) -> Finding | None:
    """Termination rehabilitates for want of an event, of the elements of an offence or of a private complaint, where
    the act ceased to be an offence or its norm was held unconstitutional, and where the matter was decided before:
    points 1, 2, 5, 6, 7 and 8 of article 35(1).
    """
    if fate.outcome is not Outcome.TERMINATED:
        return None
    because = f"{fate.course.id} was ended; the file does not say on which point"
    return Finding(because=because, holds=None, facts=(fate.path,), missing=lacking(f"{fate.path}.outcome", _POINTS))


@answers("rehabilitation ground", CPC / "38(2)(4)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def lighter_article(fate: Fate) -> Finding | None:
    """One sentenced to arrest or imprisonment whose deed is moved to a lighter article is compensated in part: the time
    served is unlawful as far as it exceeds the longest arrest or imprisonment of the new article.
    """
    if fate.outcome is not Outcome.REQUALIFIED:
        return None
    if not fate.course.custodial:
        because = "arrest or imprisonment was not imposed"
        return Finding(because=because, holds=False, facts=(fate.course.path,))
    return _partly(fate)


def _partly(fate: Fate) -> Finding:
    """Compare what was served with the longest arrest or imprisonment of the only article that is left."""
    course = fate.course
    paths = [path for path, _ in happened(fate, Requalified)]
    if not paths:
        missing = lacking(f"{fate.path}.to", "the article the deed is now under")
        return Finding(because="the new article is not known", holds=None, facts=(fate.path,), missing=missing)
    if len(course.offences) > 1:
        missing = lacking(fate.path, "what part of the sentence stands for the offences that are left")
        return Finding(because="several offences", holds=None, facts=(fate.path,), missing=missing)
    (new,) = [offences for on, offences in course.requalified if on.latest <= fate.day][-1]
    return _compared(fate, paths[-1], course.offences[0], new)


def _compared(fate: Fate, path: str, old: Judged, new: Judged) -> Finding:
    article, longest = new.offence.article, [one.max_imprisonment for one in new.sanctions]
    if min(longest) >= max(one.max_imprisonment for one in old.sanctions):
        return Finding(because=f"article {article} is not lighter", holds=False, facts=(path,))
    return _excess(fate, path, new)


def _excess(fate: Fate, path: str, new: Judged) -> Finding:
    (least, most), doubts = _served_days(fate.course, fate.day)
    shortest, longest = _maximum(new, fate.course.in_force.earliest)
    over = max(0, least - longest), max(0, most - shortest)
    because = f"served {_days(least, most)}, at most {_days(shortest, longest)} under article {new.offence.article}"
    holds = True if over[0] else None if over[1] else False
    missing = tuple(MissingFact(path=one, says="the days served") for one in sorted(doubts)) if holds is None else ()
    if holds is None and not missing:
        missing = lacking(f"{path}.to", "the longest arrest or imprisonment in the sanction of the new article")
    if holds is False and any(one.kind is CustodyKind.DETENTION for one in fate.course.world.case.custody):
        says = f"whether the Code allows custody on a charge under article {new.offence.article}"
        holds, missing = None, lacking(f"{path}.to", says)
    return Finding(because=because, holds=holds, facts=(path,), missing=missing, days=over)


def _days(least: int, most: int) -> str:
    return f"{least} days" if least == most else f"{least} to {most} days"


def _maximum(new: Judged, start: Date) -> tuple[int, int]:
    """Return the longest arrest or imprisonment in days; how long an arrest, where there is only that, is not known."""
    years = [one.max_imprisonment for one in new.sanctions]
    days = [Term(years=min(one, LIFE)).days_from(start) for one in (min(years), max(years))]
    return days[0], days[1] if max(years) else LONGEST_ARREST.days


def _served_days(course: Course, on: Date) -> tuple[tuple[int, int], frozenset[str]]:
    """Return the days actually spent in custody before the verdict and in prison up to the asked day."""
    least = most = 0
    period = course.cut(course.main_period, "main")
    doubts = period.start.missing | period.end.missing
    for at, one in enumerate(course.world.case.custody):
        if one.kind is CustodyKind.DETENTION:
            low, high, unknown = days_before_force(course, one, f"custody[{at}]")
            least, most, doubts = least + low, most + high, doubts | unknown
    ends = min(period.end.earliest, on), min(period.end.latest, on)
    least += max(0, ends[0].toordinal() - period.start.latest.toordinal())
    most += max(0, ends[1].toordinal() - period.start.earliest.toordinal())
    return (least, most), doubts


@answers("rehabilitation ground", CPC / "37(1), 494", confidence=Confidence.INFERRED, source=FOOTNOTES)
def remand_leaves_it_open(fate: Fate) -> Finding | None:
    """A case sent back for a new trial goes on: only the decision that ends it gives or denies rehabilitation."""
    if fate.outcome is not Outcome.REMANDED:
        return None
    missing = lacking(fate.path, "how the case ended after it was sent back")
    return Finding(because=f"{fate.course.id} was sent back", holds=None, facts=(fate.path,), missing=missing)


@answers("rehabilitation ground", CPC / "37(1)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def prosecution_goes_on(fate: Fate) -> Finding | None:
    """While a verdict is not in force the prosecution goes on, and there is nothing to decide on rehabilitation."""
    if not fate.pending:
        return None
    missing = lacking(f"{fate.course.path}.in_force", "what becomes of the verdict")
    return Finding(because=f"{fate.course.id} is not in force", holds=None, facts=(fate.course.path,), missing=missing)


# --- What stands in the way: Criminal Procedure Code 35, 36, 38(4)-(6), 499


@answers(
    "rehabilitation bar",
    CPC / "37(1), 38(1)",
    confidence=Confidence.INFERRED,
    source="seen; it follows from the closed grounds",
)
def verdict_stands(fate: Fate) -> Finding | None:
    """Without acquittal or termination there is nobody to rehabilitate: a verdict in force stands against it."""
    return (
        Finding(because=f"the verdict of {fate.course.id} stands", facts=(fate.course.path,)) if fate.stands else None
    )


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def amnesty_bars(fate: Fate) -> Finding | None:
    """What an amnesty cancels or changes is not compensated."""
    if not fate.stands:
        return None
    paths = [*released(fate, ReleaseGround.AMNESTY), *(path for path, _ in happened(fate, Amnesty))]
    return Finding(because=f"{fate.course.id} ended by amnesty", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def pardon_bars(fate: Fate) -> Finding | None:
    """What a pardon cancels or changes is not compensated."""
    if not fate.stands:
        return None
    paths = [*released(fate, ReleaseGround.PARDON), *(path for path, _ in happened(fate, Pardon))]
    return Finding(because=f"{fate.course.id} ended by pardon", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def milder_law_bars_money(fate: Fate) -> Finding | None:
    """What a law that abolishes liability or softens punishment cancels or changes is not compensated, though one
    whose act ceased to be an offence is restored in rights.
    """
    if fate.outcome not in (Outcome.TERMINATED, Outcome.REQUALIFIED):
        return None
    return Finding(because="it bars money if the decision rests on a later law", holds=None, facts=(fate.path,))


@answers(
    "rehabilitation bar",
    CPC / "35(1)(3)-(4), 35(1)(9)-(12), 36, 38(5)",
    confidence=Confidence.INFERRED,
    source=FOOTNOTES,
)
def other_endings_bar(fate: Fate) -> Finding | None:
    """Termination for amnesty, limitation, insanity, immunity, death, release from liability or any ground of article
    36 does not rehabilitate.
    """
    if fate.outcome is not Outcome.TERMINATED:
        return None
    return Finding(because="it bars all if the case ended on one of these points", holds=None, facts=(fate.path,))


@answers(
    "rehabilitation bar",
    CPC / "38(4)",
    confidence=Confidence.INFERRED,
    source="seen; that a coerced confession is outside it follows from the word voluntary",
)
def self_incrimination_bars(fate: Fate) -> Finding | None:
    """Harm is not compensated to one of whom it is proved that by voluntary self-incrimination they hindered the truth;
    the State has to prove it, and a coerced confession is not voluntary.
    """
    if not fate.ended:
        return None
    because = "it bars money only if proved; the file says nothing of it"
    return Finding(because=because, holds=None, facts=(fate.path,))


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def serving_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: that a sentence was served in full is none of them."""
    paths = released(fate, ReleaseGround.SERVED) if fate.stands else ()
    return Finding(because=f"{fate.course.id} was served in full", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def early_release_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: parole, a milder punishment in place of the rest and release for illness are none
    of them.
    """
    early = (ReleaseGround.PAROLE, ReleaseGround.REPLACED, ReleaseGround.ILLNESS)
    paths = released(fate, *early) if fate.stands else ()
    return Finding(because=f"release from {fate.course.id} before its term", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def lifted_record_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: that a criminal record was lifted is none of them."""
    lifted = (*happened(fate, RecordLifted), *happened(fate, SuspensionLifted))
    paths = tuple(path for path, _ in lifted) if fate.stands else ()
    return Finding(because=f"the record of {fate.course.id} was lifted", facts=paths) if paths else None


@answers(
    "rehabilitation bar",
    CPC / "38(6), 499",
    confidence=Confidence.INFERRED,
    source="both lists were read and are closed; that an opinion is none of their points follows",
)
def opinions_are_no_ground(fate: Fate) -> Finding | None:
    """An opinion of the United Nations Working Group on Arbitrary Detention or Views of the Human Rights Committee are
    neither a ground for compensation nor a new circumstance that reopens a case: both lists are closed.
    """
    return Finding(because="whether there is one changes nothing", facts=(fate.course.path,)) if fate.stands else None
