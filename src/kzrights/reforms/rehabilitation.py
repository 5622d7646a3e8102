"""Reforms of rehabilitation: who is entitled without an acquittal, what reopens a case, what is owed on release.

A rule gets the :class:`~kzrights.law.redress_notions.Fate` of a verdict and answers with a finding, or ``None``. No
file says who is a prisoner of conscience: the rules leave that open, and one reform takes everybody to be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve
from pendulum import Date

from kzrights.calendar import ALWAYS, NEVER
from kzrights.facts.days import bounds
from kzrights.facts.events import Amnesty, Pardon, Release
from kzrights.facts.vocabulary import Outcome, ReleaseGround
from kzrights.law.acts import CEC, CPC
from kzrights.law.findings import Finding, lacking
from kzrights.law.judged import any_of
from kzrights.law.redress_notions import Fate, released
from kzrights.law.rules import answers
from kzrights.moments import Moment
from kzrights.reforms.listing import BUREAU, FREEDOM_NOW, violent
from kzrights.reforms.parole import REPORT
from kzrights.reforms.reform import Reform, lifted, reworded

if TYPE_CHECKING:
    from kzrights.facts.events import Event
    from kzrights.law.law import Law
    from kzrights.law.rules import Rule
    from kzrights.law.world import World

GROUND: Final = "rehabilitation ground"
CLAIM: Final = "rehabilitation claim"
WAY: Final = "rehabilitation way"

_CONSCIENCE: Final = "whether the conviction was for a belief or for exercising a right, with no violence advocated"
_VIOLENCE: Final = "whether the crime is against life or health"

# --- Prisoners of conscience


@answers(GROUND, CPC / "37(1)")
def conscience(fate: Fate) -> Finding | None:
    """One convicted for a belief or for exercising a right, who neither used nor advocated violence, is rehabilitated;
    no acquittal is needed first.
    """
    if not fate.stands:
        return None
    at = fate.course.path
    missing = lacking(at, _CONSCIENCE)
    return _unless_violent(fate) or Finding(
        because="if it was for conscience", holds=None, facts=(at,), missing=missing
    )


@answers(GROUND, CPC / "37(1)", name="conscience_as_taken")
def taken_to_be_of_conscience(fate: Fate) -> Finding | None:
    """One convicted for a belief or for exercising a right is rehabilitated; everybody here is taken to be one whose
    crime is not against life or health.
    """
    if not fate.stands:
        return None
    return _unless_violent(fate) or Finding(because="taken to be for conscience", facts=(fate.course.path,))


def _unless_violent(fate: Fate) -> Finding | None:
    """Return why it is surely or perhaps not for conscience: the crime is, or may be, against life or health."""
    found = [violent(judged) for judged in fate.course.offences]
    if any_of(found) is False:
        return None
    if any_of(found):
        return Finding(because="the crime is against life or health", holds=False, facts=(fate.course.path,))
    open_ = [judged.path for judged, one in zip(fate.course.offences, found, strict=True) if one is None]
    missing = tuple(fact for path in open_ for fact in lacking(f"{path}.against_life_or_health", _VIOLENCE))
    return Finding(because="if the crime is not against life or health", holds=None, facts=(), missing=missing)


def _owed(rule: Rule) -> Rule:
    """Return a rule on claims by which one whose verdict stands may claim what one acquitted may."""

    def claim(fate: Fate) -> Finding | None:
        on = Moment.on(fate.day)
        acquitted = evolve(fate, outcome=Outcome.ACQUITTED, path=fate.course.path, on=on)
        return rule(acquitted if fate.stands else fate)  # type: ignore[no-any-return]

    return rule.evolve(function=claim, norm=f"{rule.norm} No acquittal is needed first.")


def _conscience_rehabilitates(law: Law, ground: Rule) -> Law:
    law = lifted(law, "verdict_stands", "serving_is_no_ground")
    return law.amend(ground, *(_owed(rule) for rule in law.topic(CLAIM)))


# --- Without an acquittal; by amnesty, pardon or mitigation; by an independent body


@answers(GROUND, CPC / "42")
def civil_claim_without_acquittal(fate: Fate) -> Finding | None:
    """A civil court hears a claim for rehabilitation while the verdict stands; no acquittal is needed first."""
    if not fate.stands:
        return None
    missing = lacking(fate.course.path, "what a civil court finds")
    return Finding(because="if a civil court finds so", holds=None, facts=(fate.course.path,), missing=missing)


def _civil_claim(law: Law) -> Law:
    law = lifted(law, "verdict_stands").amend(civil_claim_without_acquittal)
    return law.amend(*(_owed(rule) for rule in law.topic(CLAIM) if rule.name == "moral_harm"))


_MITIGATED: Final = (ReleaseGround.AMNESTY, ReleaseGround.PARDON, ReleaseGround.REPLACED)


def _mitigates(event: Event) -> bool:
    return not isinstance(event, Release) or event.ground in _MITIGATED


def _earliest(event: Event) -> Date:
    return bounds(event.on, ALWAYS, NEVER)[0]


@answers(GROUND, CPC / "38(5)")
def mitigation_may_rehabilitate(fate: Fate) -> Finding | None:
    """Amnesty, pardon and a milder punishment in place of the rest may be grounds: they are examined, not ruled out."""
    if not fate.stands:
        return None
    events = fate.course.own_events(Release, Amnesty, Pardon)
    paths = [path for path, event in events if _mitigates(event) and _earliest(event) <= fate.day]
    if not paths:
        return None
    missing = lacking(paths[0], "whether it was granted because the conviction was wrong")
    return Finding(because="if it made good a wrong", holds=None, facts=tuple(paths), missing=missing)


def early_release_but_mitigation_is_no_ground(fate: Fate) -> Finding | None:
    """Parole and release for illness are no grounds; a milder punishment in place of the rest may be one."""
    paths = released(fate, ReleaseGround.PAROLE, ReleaseGround.ILLNESS) if fate.stands else []
    return Finding(because=f"release from {fate.course.id} before its term", facts=tuple(paths)) if paths else None


def _mitigation(law: Law) -> Law:
    law = lifted(law, "amnesty_bars", "pardon_bars", "milder_law_bars_money").amend(mitigation_may_rehabilitate)
    return reworded(law, "early_release_is_no_ground", early_release_but_mitigation_is_no_ground)


@answers(GROUND, CPC / "37(1)")
def independent_body_decides(fate: Fate) -> Finding | None:
    """A body independent of courts and prosecutors reviews political cases and grants rehabilitation."""
    if not fate.stands:
        return None
    missing = lacking(fate.course.path, "what the body decides")
    return Finding(because="if the body grants it", holds=None, facts=(fate.course.path,), missing=missing)


# --- Admissions taken back; what reopens a case


@answers(WAY, CPC / "38(4), 499")
def admission_taken_back(fate: Fate) -> Finding | None:
    """An admission of guilt may be taken back before a court; one taken back or coerced bars no compensation."""
    if not fate.stands:
        return None
    return Finding(because="if there was one; the file says nothing of it", holds=None, facts=(fate.course.path,))


def coerced_admission_never_bars(fate: Fate) -> Finding | None:
    """Only voluntary self-incrimination that was never taken back bars compensation; the State has to prove it."""
    if not fate.ended:
        return None
    return Finding(because="it bars money only if proved and never taken back", holds=None, facts=(fate.path,))


@answers(WAY, CPC / "499")
def violated_rights_reopen(fate: Fate) -> Finding | None:
    """A verdict is reopened on further grounds, not only for new facts: that it punished the exercise of a right."""
    if not fate.stands:
        return None
    return Finding(because="if it violated a right", holds=None, facts=(fate.course.path,))


@answers(WAY, CPC / "499")
def opinions_reopen(fate: Fate) -> Finding | None:
    """An opinion of the United Nations Working Group on Arbitrary Detention and Views of the Human Rights Committee
    reopen a case.
    """
    if not fate.stands:
        return None
    return Finding(because="if there is one; the file says nothing of it", holds=None, facts=(fate.course.path,))


# --- Support on release


@answers("rehabilitation elsewhere", CEC / "165")
def support_on_release(world: World, on: Date) -> Finding | None:
    """One released has a right to medical and psychological help and to help in finding work."""
    begun = [(path, event) for path, event in world.events(Release) if _earliest(event) <= on]
    paths = tuple(path for path, _ in begun)
    sure = any(bounds(event.on, ALWAYS, NEVER)[1] <= on for _, event in begun)
    return Finding(because="as of right on release", holds=sure or None, facts=paths) if begun else None


REFORMS: Final = (
    Reform(
        name="conscience_is_a_ground",
        ids=("RO-01", "RO-03"),
        says="Prisoners of conscience are rehabilitated; that does not depend on an acquittal.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="Who is one the file does not say: a crime against life or health shuts it out, all else is left open.",
        change=lambda law: _conscience_rehabilitates(law, conscience),
    ),
    Reform(
        name="taken_as_prisoner_of_conscience",
        ids=("RO-01", "RO-03", "RO-13"),
        says="Prisoners of conscience are rehabilitated; everybody is taken to be one whose crime is not of violence.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="Answers what would follow if the person were found to be one.",
        change=lambda law: _conscience_rehabilitates(law, taken_to_be_of_conscience),
    ),
    Reform(
        name="civil_claim_without_acquittal",
        ids=("RO-02",),
        says="A civil claim for rehabilitation is heard without an acquittal.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        change=_civil_claim,
    ),
    Reform(
        name="mitigation_counts_for_rehabilitation",
        ids=("RO-04",),
        says="Amnesty, pardon and mitigation count as possible grounds of rehabilitation.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="The report notes the gap; article 38(5) falls for everybody, not for prisoners of conscience alone.",
        change=_mitigation,
    ),
    Reform(
        name="admissions_can_be_taken_back",
        ids=("RO-06",),
        says="An admission of guilt can be taken back; one taken back or coerced bars no compensation.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        change=lambda law: reworded(
            law.amend(admission_taken_back), "self_incrimination_bars", coerced_admission_never_bars
        ),
    ),
    Reform(
        name="more_grounds_to_reopen",
        ids=("RO-08",),
        says="Cases are reopened on more grounds than new facts.",
        proposer=FREEDOM_NOW,
        source=BUREAU,
        variant="Which grounds the proposal does not say; one is taken: that the verdict punished the use of a right.",
        change=lambda law: law.amend(violated_rights_reopen),
    ),
    Reform(
        name="opinions_reopen_cases",
        ids=("RO-09",),
        says="An opinion of the Working Group on Arbitrary Detention or Views of the Human Rights Committee reopen a "
        "case.",
        proposer="Freedom Now and the Clooney Foundation for Justice",
        source="https://cfj.org/news/kazakhstan-should-comply-with-un-decision-and-quash-activists-conviction/",
        change=lambda law: lifted(law, "opinions_are_no_ground").amend(opinions_reopen),
    ),
    Reform(
        name="independent_body_rehabilitates",
        ids=("RO-13",),
        says="An independent body reviews political cases and grants rehabilitation.",
        proposer=FREEDOM_NOW,
        source=REPORT,
        change=lambda law: lifted(law, "verdict_stands").amend(independent_body_decides),
    ),
    Reform(
        name="support_on_release",
        ids=("RO-14",),
        says="Medical, psychological and employment support is owed on release.",
        proposer=FREEDOM_NOW,
        source=REPORT,
        variant="That records of cases are kept, which the proposal asks for too, changes no answer.",
        change=lambda law: law.amend(support_on_release),
    ),
)
