"""Reforms of parole: what may be asked of one who wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kzrights.law.rules import Condition
from kzrights.reforms.listing import FREEDOM_NOW
from kzrights.reforms.reform import Reform, lifted, reworded

if TYPE_CHECKING:
    from kzrights.law.course import Course

REPORT: Final = (
    "https://www.freedom-now.org/"
    "duty-to-rehabilitate-assessing-reparations-of-former-political-prisoners-in-kazakhstan-and-uzbekistan/"
)


def parole_by_conduct_and_risk(_: Course) -> Condition:
    """A court decides on parole by conduct or the risk of another crime; nobody is asked to admit guilt."""
    return Condition(kind="application", says="by conduct or the risk of another crime; no admission of guilt is asked")


REFORMS: Final = (
    Reform(
        name="parole_without_admission",
        ids=("RO-05",),
        says="Parole asks for no admission of guilt: conduct or the risk of another crime decides.",
        proposer=FREEDOM_NOW,
        source=REPORT,
        variant="The Criminal Code names no admission; that courts ask for one is practice. Pardon and amnesty, of "
        "which the proposal speaks too, are decisions the file gives.",
        change=lambda law: reworded(law, "parole_is_granted_by_a_court", parole_by_conduct_and_risk),
    ),
    Reform(
        name="parole_without_active_help",
        ids=("RO-05",),
        says="After an extremist or terrorist crime parole asks for no active help against such crimes.",
        proposer=FREEDOM_NOW,
        source=REPORT,
        variant="What the proposal implies for the condition of active help, Criminal Code 72(1).",
        change=lambda law: lifted(
            law, "parole_of_extremists_for_active_help", "parole_of_extremists_from_restriction_is_open"
        ),
    ),
)
