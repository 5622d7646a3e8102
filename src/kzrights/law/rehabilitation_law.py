"""Rehabilitation and compensation: Criminal Procedure Code ch. 4, and the acts that look as if they helped and do not.

A rule gets the :class:`Fate` of a verdict, or the whole world with the asked day; it answers with a :class:`Finding`,
or ``None`` where it has nothing to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen
from pendulum import Date

from kzrights.answers import MissingFact
from kzrights.calendar import ALWAYS, NEVER, Term, next_working_day
from kzrights.errors import DateError, LawError
from kzrights.facts.days import bounds
from kzrights.facts.events import Amnesty, Event, Pardon, RecordLifted, Release, Requalified
from kzrights.facts.punishments import LONGEST_ARREST, Confiscation, Fine, LossOfRank
from kzrights.facts.vocabulary import CustodyKind, Outcome, ReleaseGround
from kzrights.law.acts import CEC, CPC
from kzrights.law.credit import days_before_force
from kzrights.law.criminal_code import LAW_292, SINCE_292
from kzrights.law.judged import Judged, judge
from kzrights.law.offences import LIFE
from kzrights.law.parameters import mci
from kzrights.law.rules import Confidence, answers
from kzrights.law.sources import Act
from kzrights.moments import END, Moment
from kzrights.money import Tenge

if TYPE_CHECKING:
    from kzrights.law.course import Course
    from kzrights.law.world import World

OFFENCES_CODE: Final = Act(
    name="Code of Administrative Offences",
    number="05.07.2014 No 235-V",
    russian="Об административных правонарушениях",
    code=81245,
    newest=Date(2017, 12, 28),
)
LAW_1993: Final = Act(
    name="Law on rehabilitation of victims of mass political repression",
    number="14.04.1993 No 2143-XII",
    russian="О реабилитации жертв массовых политических репрессий",
    code=104225,
    newest=Date(2021, 11, 24),
)
FUND: Final = Act(
    name="Law on the Fund for compensation of victims",
    number="10.01.2018 No 131-VI",
    russian="О Фонде компенсации потерпевшим",
    code=117701,
    newest=Date(2024, 9, 1),
)

_FOOTNOTES: Final = "seen; that it holds since 2015-01-01 follows from the footnotes"
_WINDOW: Final = "the day is the last of the window that the publication rule leaves"
_OLD: Final = "read in the edition of 2017-12-28; that it stands unchanged is inferred"
SINCE_118: Final = "2018-01-05"
SINCE_94: Final = "2024-08-20"


@frozen(kw_only=True)
class Fate:
    """What became of a verdict by the asked day; ``outcome`` is ``None`` while it stands.

    Attributes:
        course: of the conviction.
        day: the asked day.
        outcome: of the decision that quashed or changed it.
        path: of that event in the case file.
        on: the day of that event.
        pending: whether the verdict is not yet in force, so that the prosecution goes on.
    """

    course: Course = field(repr=False)
    day: Date
    outcome: Outcome | None = None
    path: str = ""
    on: Moment = END
    pending: bool = False

    @property
    def stands(self) -> bool:
        """Whether the verdict is in force and nobody touched it."""
        return self.outcome is None and not self.pending

    @property
    def ended(self) -> bool:
        """Whether the case ended in acquittal or termination, or a lighter article was applied."""
        return self.outcome in (Outcome.ACQUITTED, Outcome.TERMINATED, Outcome.REQUALIFIED)


@frozen(kw_only=True)
class Finding:
    """What a norm on rehabilitation makes of a case.

    Attributes:
        because: in words, with what follows from it here.
        holds: whether the norm applies; ``None`` when a fact that decides it is not known.
        facts: the paths used.
        missing: the facts that would settle it.
        by: the last day of a deadline.
        days: how many days of arrest or imprisonment were served unlawfully, at least and at most.
        amount: a lump sum.
    """

    because: str
    holds: bool | None = True
    facts: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = field(default=(), repr=False)
    by: Moment | None = None
    days: tuple[int, int] | None = None
    amount: Tenge | None = None


def _lacking(path: str, says: str) -> tuple[MissingFact, ...]:
    return (MissingFact(path=path, says=says),)


def _happened(fate: Fate, kind: type[Event]) -> list[tuple[str, Any]]:
    """Return the events of a kind that surely happened by the asked day."""
    found = fate.course.own_events(kind)
    return [(path, event) for path, event in found if bounds(event.on, ALWAYS, NEVER)[1] <= fate.day]


def _released(fate: Fate, *grounds: ReleaseGround) -> list[str]:
    return [path for path, event in _happened(fate, Release) if event.ground in grounds]


# --- Grounds: Criminal Procedure Code 35, 37, 38(2)

_POINTS: Final = "on which point of Criminal Procedure Code 35(1) or 36 the case was ended"


@answers("rehabilitation ground", CPC / "37(1), 38(2)(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def acquittal_rehabilitates(fate: Fate) -> Finding | None:
    """One acquitted by a court is rehabilitated: restored in rights, and entitled to compensation in full."""
    if fate.outcome is not Outcome.ACQUITTED:
        return None
    return Finding(because=f"{fate.course.id} ended in acquittal", facts=(fate.path,))


@answers("rehabilitation ground", CPC / "35(1), 37(1), 38(2)(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def termination_may_rehabilitate(fate: Fate) -> Finding | None:
    """Termination rehabilitates for want of an event, of the elements of an offence or of a private complaint, where
    the act ceased to be an offence or its norm was held unconstitutional, and where the matter was decided before:
    points 1, 2, 5, 6, 7 and 8 of article 35(1).
    """
    if fate.outcome is not Outcome.TERMINATED:
        return None
    because = f"{fate.course.id} was ended; the file does not say on which point"
    return Finding(because=because, holds=None, facts=(fate.path,), missing=_lacking(f"{fate.path}.outcome", _POINTS))


@answers("rehabilitation ground", CPC / "38(2)(4)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
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
    moved = {event.article: (path, event.to) for path, event in _happened(fate, Requalified)}
    if not moved:
        missing = _lacking(f"{fate.path}.to", "the article the deed is now under")
        return Finding(because="the new article is not known", holds=None, facts=(fate.path,), missing=missing)
    if len(course.offences) > 1:
        missing = _lacking(fate.path, "what part of the sentence stands for the offences that are left")
        return Finding(because="several offences", holds=None, facts=(fate.path,), missing=missing)
    (judged,) = course.offences
    path, article = moved.get(judged.offence.article, (fate.path, judged.offence.article))
    new = judge(
        evolve(judged.offence, article=article, max_imprisonment=None),
        f"{course.path}.offences[0]",
        course.in_force.latest,
        course.world.law.offences,
    )
    return _compared(fate, path, judged, new)


def _compared(fate: Fate, path: str, old: Judged, new: Judged) -> Finding:
    article, longest = new.offence.article, [one.max_imprisonment for one in new.sanctions]
    if not longest:
        missing = _lacking(f"{path}.to", f"the longest arrest or imprisonment in the sanction of article {article}")
        return Finding(because=f"article {article} is not in the table", holds=None, facts=(path,), missing=missing)
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
        missing = _lacking(f"{path}.to", "the longest arrest or imprisonment in the sanction of the new article")
    if holds is False and any(one.kind is CustodyKind.DETENTION for one in fate.course.world.case.custody):
        says = f"whether the Code allows custody on a charge under article {new.offence.article}"
        holds, missing = None, _lacking(f"{path}.to", says)
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


@answers("rehabilitation ground", CPC / "37(1), 494", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def remand_leaves_it_open(fate: Fate) -> Finding | None:
    """A case sent back for a new trial goes on: only the decision that ends it gives or denies rehabilitation."""
    if fate.outcome is not Outcome.REMANDED:
        return None
    missing = _lacking(fate.path, "how the case ended after it was sent back")
    return Finding(because=f"{fate.course.id} was sent back", holds=None, facts=(fate.path,), missing=missing)


@answers("rehabilitation ground", CPC / "37(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def prosecution_goes_on(fate: Fate) -> Finding | None:
    """While a verdict is not in force the prosecution goes on, and there is nothing to decide on rehabilitation."""
    if not fate.pending:
        return None
    missing = _lacking(f"{fate.course.path}.in_force", "what becomes of the verdict")
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


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def amnesty_bars(fate: Fate) -> Finding | None:
    """What an amnesty cancels or changes is not compensated."""
    if not fate.stands:
        return None
    paths = [*_released(fate, ReleaseGround.AMNESTY), *(path for path, _ in _happened(fate, Amnesty))]
    return Finding(because=f"{fate.course.id} ended by amnesty", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def pardon_bars(fate: Fate) -> Finding | None:
    """What a pardon cancels or changes is not compensated."""
    if not fate.stands:
        return None
    paths = [*_released(fate, ReleaseGround.PARDON), *(path for path, _ in _happened(fate, Pardon))]
    return Finding(because=f"{fate.course.id} ended by pardon", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(5)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
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
    source=_FOOTNOTES,
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


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def serving_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: that a sentence was served in full is none of them."""
    paths = _released(fate, ReleaseGround.SERVED) if fate.stands else ()
    return Finding(because=f"{fate.course.id} was served in full", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def early_release_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: parole, a milder punishment in place of the rest and release for illness are none
    of them.
    """
    early = (ReleaseGround.PAROLE, ReleaseGround.REPLACED, ReleaseGround.ILLNESS)
    paths = _released(fate, *early) if fate.stands else ()
    return Finding(because=f"release from {fate.course.id} before its term", facts=tuple(paths)) if paths else None


@answers("rehabilitation bar", CPC / "38(6)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def lifted_record_is_no_ground(fate: Fate) -> Finding | None:
    """The list of grounds is closed: that a criminal record was lifted is none of them."""
    paths = tuple(path for path, _ in _happened(fate, RecordLifted)) if fate.stands else ()
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


# --- What may be claimed: Criminal Procedure Code 37-41, Criminal Executive Code 165


def _wholly(fate: Fate) -> bool:
    return fate.outcome in (Outcome.ACQUITTED, Outcome.TERMINATED)


@answers("rehabilitation claim", CPC / "37(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def rights_restored(fate: Fate) -> Finding | None:
    """One rehabilitated may not be restricted in any right or freedom the Constitution guarantees."""
    because = f"the punishments of {fate.course.id} fall, and its criminal record never existed"
    return Finding(because=because, facts=(fate.path,)) if _wholly(fate) else None


@answers("rehabilitation claim", CPC / "38(1), 40(1)(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def lost_income(fate: Fate) -> Finding | None:
    """Property harm is paid from the budget in full, whoever is at fault: wages, pensions, benefits, other income."""
    return Finding(because="lost income", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(1)(2)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def confiscated_property(fate: Fate) -> Finding | None:
    """Property that was unlawfully confiscated or turned into income of the State is compensated."""
    paths = tuple(path for path, _ in fate.course.punishments(Confiscation))
    return Finding(because="the property confiscated", facts=paths) if fate.ended and paths else None


@answers("rehabilitation claim", CPC / "40(1)(3)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def fines_and_costs(fate: Fate) -> Finding | None:
    """Fines collected under an unlawful verdict, court costs and other sums paid are compensated."""
    paths = tuple(path for path, _ in fate.course.punishments(Fine))
    because = "the fine as far as it was paid, and costs" if paths else "costs and other sums paid"
    return Finding(because=because, facts=paths or (fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(1)(4)-(5)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def legal_aid_and_expenses(fate: Fate) -> Finding | None:
    """What was paid for legal aid and other expenses caused by the prosecution are compensated."""
    return Finding(because="legal aid and other expenses", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "40(2)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def nothing_deducted(fate: Fate) -> Finding | None:
    """The keep in custody, the costs of the prosecution and what was earned in prison are not deducted."""
    return Finding(because="nothing is deducted", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "41(2)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def moral_harm(fate: Fate) -> Finding | None:
    """Compensation of moral harm in money is claimed in civil proceedings only."""
    return Finding(because="moral harm, before a civil court", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "39(2)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def other_rights(fate: Fate) -> Finding | None:
    """Labour, pension, housing and other rights are restored."""
    return Finding(because="labour, pension and housing rights", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation claim", CPC / "39(2)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def ranks_returned(fate: Fate) -> Finding | None:
    """Ranks, class, qualification class and state awards of which the verdict stripped the person are given back."""
    paths = tuple(path for path, _ in fate.course.punishments(LossOfRank))
    return Finding(because="the ranks or awards lost", facts=paths) if fate.ended and paths else None


@answers("rehabilitation claim", CPC / "41(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def apology(fate: Fate) -> Finding | None:
    """The body that decided on rehabilitation must apologise officially for the harm done."""
    return Finding(because="an official apology", facts=(fate.path,)) if _wholly(fate) else None


@answers("rehabilitation claim", CEC / "161(1)(2), 165(7)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def apology_on_release(fate: Fate) -> Finding | None:
    """On release after quashing the head of the prison explains how rights are restored, and the release document
    carries an apology in the name of the State.
    """
    paths = tuple(_released(fate, ReleaseGround.QUASHED)) if _wholly(fate) else ()
    return Finding(because="an apology in the release document", facts=paths) if paths else None


@answers("rehabilitation claim", CPC / "38(3)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
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
    source=_WINDOW,
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


@answers("rehabilitation deadline", CPC / "42", since=SINCE_292, amended_by=LAW_292, source=_WINDOW)
def afterwards_civil_court(fate: Fate) -> Finding | None:
    """One who missed the six months may go to court in civil proceedings."""
    return Finding(because="after the six months: a civil claim", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation deadline", CPC / "40(3)-(4)", since=SINCE_292, amended_by=LAW_292, source=_WINDOW)
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


@answers("rehabilitation deadline", CPC / "41(4)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def notices_to_work_and_home(fate: Fate) -> Finding | None:
    """On demand the body must within 14 days write to work, place of study and home that the decision was cancelled."""
    return Finding(because="14 days from the demand", facts=(fate.path,)) if fate.ended else None


@answers("rehabilitation deadline", CPC / "39(1)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def notice_to_heirs(fate: Fate) -> Finding | None:
    """Heirs whose address is not known get the notice within five days of turning to the body."""
    if not fate.ended or fate.day < fate.course.world.death.latest:
        return None
    return Finding(because="five days from the day the heirs apply", facts=(fate.path,))


# --- Elsewhere in Criminal Procedure Code 38(2): rights that need no quashed verdict


def _measures(world: World) -> tuple[str, ...]:
    return tuple(f"custody[{at}]" for at, _ in enumerate(world.case.custody)) or ("custody",)


@answers("rehabilitation elsewhere", CPC / "38(2)(5)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def unlawful_measures(world: World, _on: Date) -> Finding | None:
    """One held beyond the term without a basis, or subjected to any other unlawful coercive measure, is compensated."""
    paths = _measures(world)
    missing = _lacking(paths[0], "whether a court found a measure of coercion unlawful or beyond its term")
    return Finding(because="whatever became of the verdict", holds=None, facts=paths, missing=missing)


@answers("rehabilitation elsewhere", CPC / "38(2)(2)-(3)", confidence=Confidence.INFERRED, source=_FOOTNOTES)
def case_not_ended_in_time(_world: World, _on: Date) -> Finding | None:
    """One whose case ought to have been ended for want of a private complaint, or, with consent, for amnesty or
    limitation, and was not, is compensated.
    """
    missing = _lacking("convictions", "whether the case ought to have been ended and was not")
    return Finding(because="if the prosecution went on unlawfully", holds=None, missing=missing)


@answers(
    "rehabilitation elsewhere",
    CPC / "38(2)(6)",
    since=SINCE_118,
    amended_by="21.12.2017 No 118-VI",
    confidence=Confidence.INFERRED,
    source=f"that this law added the item follows from the footnote; {_WINDOW}",
)
def covert_measures(_world: World, _on: Date) -> Finding | None:
    """One against whom covert measures were taken that a court later found unlawful is compensated."""
    missing = _lacking("convictions", "whether a court found covert measures unlawful")
    return Finding(because="if a court found them unlawful", holds=None, missing=missing)


# --- Code of Administrative Offences, chapter 48


def _arrests(world: World) -> tuple[str, ...]:
    every = enumerate(world.case.custody)
    return tuple(f"custody[{at}]" for at, one in every if one.kind is CustodyKind.ADMINISTRATIVE_ARREST)


def _after_arrest(world: World, because: str) -> Finding | None:
    paths = _arrests(world)
    if not paths:
        return None
    missing = _lacking(paths[0], "how the administrative case ended (Code of Administrative Offences 741(1))")
    return Finding(because=because, holds=None, facts=paths, missing=missing)


@answers(
    "rehabilitation elsewhere",
    OFFENCES_CODE / "861(1)",
    confidence=Confidence.INFERRED,
    source=_OLD + "; the points of article 741 were not read",
)
def administrative_ground(world: World, _on: Date) -> Finding | None:
    """One whose administrative case ended on points 1 to 7 or 11 of article 741(1) is held innocent."""
    return _after_arrest(world, "for the administrative arrest; the conviction is untouched by it")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "862(1)-(2)", confidence=Confidence.INFERRED, source=_OLD)
def administrative_harm(world: World, _on: Date) -> Finding | None:
    """Harm by unlawful measures that secure such a case is paid from the republican budget, whoever is at fault."""
    return _after_arrest(world, "if the case ended, or had to end, on such a point")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "862(3)-(5)", confidence=Confidence.INFERRED, source=_OLD)
def administrative_exclusions(world: World, _on: Date) -> Finding | None:
    """Heirs may claim; not one who incriminated themselves freely, nor where limitation or a milder law annulled it."""
    return _after_arrest(world, "not if one of these applies")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "863-865", confidence=Confidence.INFERRED, source=_OLD)
def administrative_heads(world: World, _on: Date) -> Finding | None:
    """Property harm in full, moral harm and lost rights are made good; decided within one month, with inflation."""
    return _after_arrest(world, "the time in arrest included")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "866", confidence=Confidence.INFERRED, source=_OLD)
def administrative_apology(world: World, _on: Date) -> Finding | None:
    """A written apology; moral harm before a civil court; a media notice within one month; notices within 10 days."""
    return _after_arrest(world, "on demand")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "867, 869", confidence=Confidence.INFERRED, source=_OLD)
def administrative_terms(world: World, _on: Date) -> Finding | None:
    """Money within one year from receipt of the ruling on payment, other rights within six months from the notice;
    terms may be restored, and a refusal goes to a civil court.
    """
    return _after_arrest(world, "from days the file does not carry")


# --- Law of 14 April 1993


@answers(
    "rehabilitation elsewhere",
    LAW_1993 / "1, 2, 4, 7",
    confidence=Confidence.INFERRED,
    source="articles 1, 2, 4 and 7 read; that convictions after 1991 are outside follows from them",
)
def soviet_repression_only(world: World, _on: Date) -> Finding | None:
    """The law rehabilitates those repressed on the territory of the former USSR, and for the events of December 1986;
    a conviction by a court of the Republic is outside it, whatever its motive.
    """
    paths = tuple(course.path for course in world.courses)
    return Finding(because="the verdicts of the file are of 2015 or later", holds=False, facts=paths) if paths else None


# --- Law of 10 January 2018 on the Fund for compensation of victims

_VICTIM: Final = "whether the person was recognised a victim under Criminal Code 146, of which part, and when"
SINCE_FUND: Final = "2020-07-01"


def _fund(world: World, times: int, on: Date) -> Finding:
    try:
        amount = mci(times, on, world.law.parameters)
    except LawError:
        amount = None
    worth = f", {amount} by the index of {on}" if amount else "; the index of that day is not known"
    missing = _lacking("person", _VICTIM)
    return Finding(because=f"{times} indices{worth}", holds=None, missing=missing, amount=amount)


@answers("rehabilitation elsewhere", FUND / "6(1)(1), 7(1)", since=SINCE_FUND)
def fund_for_torture(world: World, on: Date) -> Finding | None:
    """The Fund pays a victim under Criminal Code 146, parts 1 and 2, 30 monthly calculation indices, once."""
    return _fund(world, 30, on)


@answers("rehabilitation elsewhere", FUND / "6(1)(2), 7(2)", since=SINCE_FUND)
def fund_for_grave_harm(world: World, on: Date) -> Finding | None:
    """The Fund pays for torture under part 3 with grave harm to health 40 monthly calculation indices, once."""
    return _fund(world, 40, on)


@answers("rehabilitation elsewhere", FUND / "6(1)(3), 7(3), 8(6)", since=SINCE_FUND)
def fund_for_death(world: World, on: Date) -> Finding | None:
    """The Fund pays the family for torture under part 3 that led to death 50 monthly calculation indices, once."""
    return _fund(world, 50, on) if world.death.latest <= on else None


@answers("rehabilitation elsewhere", FUND / "7(4), 8(1)-(4)", since=SINCE_FUND)
def fund_within_three_years(_world: World, _on: Date) -> Finding | None:
    """Of several payments only the largest is made; one applies within three years of being recognised a victim, which
    needs no conviction of the torturer and no rehabilitation, and the court may restore the term.
    """
    return Finding(because="three years from recognition", holds=None, missing=_lacking("person", _VICTIM))


@answers(
    "rehabilitation elsewhere",
    FUND / "6(1)",
    since="2023-05-20",
    confidence=Confidence.INFERRED,
    source="both texts read; the Criminal Code by the law of 17.03.2023 No 212-VII",
)
def fund_mismatch(_world: World, _on: Date) -> Finding | None:
    """Since article 146 was renumbered the Fund's law names other parts than it means: ill-treatment, now part 1, is
    covered by its letter, and a grave result, moved past part 3, is not.
    """
    return Finding(because="which part counts is open", holds=None, missing=_lacking("person", _VICTIM))
