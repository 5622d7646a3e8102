"""Rights beside it: Criminal Procedure Code 38(2), administrative cases, the law of 1993, the victims' fund."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pendulum import Date

from kzrights.errors import LawError
from kzrights.facts.vocabulary import CustodyKind
from kzrights.law.acts import CPC
from kzrights.law.findings import Finding, lacking
from kzrights.law.parameters import mci
from kzrights.law.redress_notions import FOOTNOTES, OLD, SINCE_118, WINDOW
from kzrights.law.rules import Confidence, answers
from kzrights.law.sources import Act

if TYPE_CHECKING:
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

# --- Elsewhere in Criminal Procedure Code 38(2): rights that need no quashed verdict


def _measures(world: World) -> tuple[str, ...]:
    return tuple(f"custody[{at}]" for at, _ in enumerate(world.case.custody)) or ("custody",)


@answers("rehabilitation elsewhere", CPC / "38(2)(5)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def unlawful_measures(world: World, _on: Date) -> Finding | None:
    """One held beyond the term without a basis, or subjected to any other unlawful coercive measure, is compensated."""
    paths = _measures(world)
    says = "whether a court found a measure of coercion unlawful or beyond its term"
    missing = tuple(fact for path in paths for fact in lacking(path, says))
    return Finding(because="whatever became of the verdict", holds=None, facts=paths, missing=missing)


@answers("rehabilitation elsewhere", CPC / "38(2)(2)-(3)", confidence=Confidence.INFERRED, source=FOOTNOTES)
def case_not_ended_in_time(_world: World, _on: Date) -> Finding | None:
    """One whose case ought to have been ended for want of a private complaint, or, with consent, for amnesty or
    limitation, and was not, is compensated.
    """
    missing = lacking("convictions", "whether the case ought to have been ended and was not")
    return Finding(because="if the prosecution went on unlawfully", holds=None, missing=missing)


@answers(
    "rehabilitation elsewhere",
    CPC / "38(2)(6)",
    since=SINCE_118,
    amended_by="21.12.2017 No 118-VI",
    confidence=Confidence.INFERRED,
    source=f"that this law added the item follows from the footnote; {WINDOW}",
)
def covert_measures(_world: World, _on: Date) -> Finding | None:
    """One against whom covert measures were taken that a court later found unlawful is compensated."""
    missing = lacking("convictions", "whether a court found covert measures unlawful")
    return Finding(because="if a court found them unlawful", holds=None, missing=missing)


# --- Code of Administrative Offences, chapter 48


def _arrests(world: World) -> tuple[str, ...]:
    every = enumerate(world.case.custody)
    return tuple(f"custody[{at}]" for at, one in every if one.kind is CustodyKind.ADMINISTRATIVE_ARREST)


def _after_arrest(world: World, because: str) -> Finding | None:
    paths = _arrests(world)
    if not paths:
        return None
    missing = lacking(paths[0], "how the administrative case ended (Code of Administrative Offences 741(1))")
    return Finding(because=because, holds=None, facts=paths, missing=missing)


@answers(
    "rehabilitation elsewhere",
    OFFENCES_CODE / "861(1)",
    confidence=Confidence.INFERRED,
    source=OLD + "; the points of article 741 were not read",
)
def administrative_ground(world: World, _on: Date) -> Finding | None:
    """One whose administrative case ended on points 1 to 7 or 11 of article 741(1) is held innocent."""
    return _after_arrest(world, "for the administrative arrest; the conviction is untouched by it")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "862(1)-(2)", confidence=Confidence.INFERRED, source=OLD)
def administrative_harm(world: World, _on: Date) -> Finding | None:
    """Harm by unlawful measures that secure such a case is paid from the republican budget, whoever is at fault."""
    return _after_arrest(world, "if the case ended, or had to end, on such a point")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "862(3)-(5)", confidence=Confidence.INFERRED, source=OLD)
def administrative_exclusions(world: World, _on: Date) -> Finding | None:
    """Heirs may claim; not one who incriminated themselves freely, nor where limitation or a milder law annulled it."""
    return _after_arrest(world, "not if one of these applies")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "863-865", confidence=Confidence.INFERRED, source=OLD)
def administrative_heads(world: World, _on: Date) -> Finding | None:
    """Property harm in full, moral harm and lost rights are made good; decided within one month, with inflation."""
    return _after_arrest(world, "the time in arrest included")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "866", confidence=Confidence.INFERRED, source=OLD)
def administrative_apology(world: World, _on: Date) -> Finding | None:
    """A written apology; moral harm before a civil court; a media notice within one month; notices within 10 days."""
    return _after_arrest(world, "on demand")


@answers("rehabilitation elsewhere", OFFENCES_CODE / "867, 869", confidence=Confidence.INFERRED, source=OLD)
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
    missing = lacking("person", _VICTIM)
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
    return Finding(because="three years from recognition", holds=None, missing=lacking("person", _VICTIM))


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
    return Finding(because="which part counts is open", holds=None, missing=lacking("person", _VICTIM))
