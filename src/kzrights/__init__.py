"""What a person sanctioned by Kazakhstan's criminal law can do on a given day, until when, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kzrights import errors
from kzrights.activities import Activity
from kzrights.answers import Answer, Cap, Contested, MissingFact, Permission, Practice, Reason
from kzrights.calendar import Span, Spans, Term, today_in_kazakhstan
from kzrights.cap import cap
from kzrights.errors import CaseError, CaseFileError, KzrightsError
from kzrights.evaluate import can
from kzrights.facts import *  # noqa: F403
from kzrights.facts import __all__ as _facts
from kzrights.law.law import Law
from kzrights.moments import Moment, Period
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import Status, StatusKind

if TYPE_CHECKING:
    from kzrights import reforms
    from kzrights.asking import Asking, ask_next
    from kzrights.casefile import dump, dumps, load, loads, schema
    from kzrights.casefile.changes import load_changes, loads_changes
    from kzrights.changes import (
        BanShortened,
        Delisted,
        InForce,
        NotConvictedOf,
        Parole,
        SentenceReplaced,
        Supplied,
        Without,
        whatif,
    )
    from kzrights.charts import chart
    from kzrights.comparison import Comparison, Difference, compare
    from kzrights.examples import example, slugs
    from kzrights.exclusion import Delisting, delisting
    from kzrights.parole import EarliestParole, earliest_parole
    from kzrights.redress import Rehabilitation, rehabilitation
    from kzrights.reforms import Reform
    from kzrights.scenarios import Scenario
    from kzrights.studies import Study, StudyResult, load_study, study
    from kzrights.timelines import Picture, Timeline, picture, timeline

    LAW: Law

__version__ = "0.1.0"

_LATER = {
    **dict.fromkeys(("Asking", "ask_next"), "kzrights.asking"),
    **dict.fromkeys(("load", "loads", "dump", "dumps", "schema"), "kzrights.casefile"),
    **dict.fromkeys(("load_changes", "loads_changes"), "kzrights.casefile.changes"),
    **dict.fromkeys(
        ("BanShortened", "Delisted", "InForce", "NotConvictedOf", "Parole", "SentenceReplaced", "Supplied", "Without"),
        "kzrights.changes",
    ),
    "whatif": "kzrights.changes",
    "chart": "kzrights.charts",
    **dict.fromkeys(("Comparison", "Difference", "compare"), "kzrights.comparison"),
    "Scenario": "kzrights.scenarios",
    **dict.fromkeys(("example", "slugs"), "kzrights.examples"),
    **dict.fromkeys(("Delisting", "delisting"), "kzrights.exclusion"),
    **dict.fromkeys(("EarliestParole", "earliest_parole"), "kzrights.parole"),
    **dict.fromkeys(("Rehabilitation", "rehabilitation"), "kzrights.redress"),
    **dict.fromkeys(("Study", "StudyResult", "load_study", "study"), "kzrights.studies"),
    **dict.fromkeys(("Picture", "Timeline", "picture", "timeline"), "kzrights.timelines"),
    "Reform": "kzrights.reforms",
}


def __getattr__(name: str) -> Any:
    """Bring in a name on its first use; from then on it is a name of the module like any other."""
    if name == "LAW":
        from kzrights.law.law import packaged_law

        found: Any = packaged_law()
    elif name == "reforms" or name in _LATER:
        import importlib

        module = importlib.import_module(_LATER.get(name, "kzrights.reforms"))
        found = module if name == "reforms" else getattr(module, name)
    else:
        raise AttributeError(f"module 'kzrights' has no attribute {name!r}")
    globals()[name] = found
    return found


__all__ = [
    *_facts,
    "LAW",
    "Activity",
    "Answer",
    "Asking",
    "BanShortened",
    "Cap",
    "CaseError",
    "CaseFileError",
    "Comparison",
    "Contested",
    "Delisted",
    "Delisting",
    "Difference",
    "EarliestParole",
    "InForce",
    "KzrightsError",
    "Law",
    "MissingFact",
    "Moment",
    "NotConvictedOf",
    "Parole",
    "Period",
    "Permission",
    "Picture",
    "Practice",
    "Reason",
    "Reform",
    "Rehabilitation",
    "Scenario",
    "SentenceReplaced",
    "Span",
    "Spans",
    "Status",
    "StatusKind",
    "Study",
    "StudyResult",
    "Supplied",
    "Tenge",
    "TengeRange",
    "Term",
    "Timeline",
    "ask_next",
    "Without",
    "can",
    "cap",
    "chart",
    "compare",
    "delisting",
    "dump",
    "dumps",
    "earliest_parole",
    "errors",
    "example",
    "load",
    "load_changes",
    "load_study",
    "loads",
    "loads_changes",
    "picture",
    "reforms",
    "rehabilitation",
    "schema",
    "slugs",
    "study",
    "timeline",
    "today_in_kazakhstan",
    "whatif",
]
