"""What is wrong with a law set as a set of texts: editions that do not meet, norms without a source.

The checker reads; it applies no rule. It finds what would otherwise become a wrong answer on some day.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import TYPE_CHECKING, Final, Protocol

from attrs import frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import NEVER
from kzrights.law.coverage import coverage
from kzrights.law.offences import Sanction
from kzrights.law.parameters import Parameter
from kzrights.law.rules import Confidence, Reading, Rule
from kzrights.statuses import StatusKind
from kzrights.value import Value

if TYPE_CHECKING:
    from kzrights.law.law import Law

STALE_AFTER: Final = 400
"""Days after which a rule must be read again: a year, and a month to do it in."""

PERSONAL: Final = frozenset(
    {
        *(StatusKind.ACTIVITY_BAN, StatusKind.IMPRISONMENT, StatusKind.DETENTION, StatusKind.HOUSE_ARREST),
        *(StatusKind.UNDERTAKING_NOT_TO_LEAVE, StatusKind.PERSONAL_SURETY, StatusKind.BAIL),
        *(StatusKind.SUSPENDED_FROM_OFFICE, StatusKind.FOREIGN_CITIZENSHIP),
    }
)
"""Statuses whose reach follows from the verdict, the order, the place or a foreign citizenship.

An activity that they alone restrict is open.
"""

_BANS: Final = ("none", "optional", "mandatory")
_GONE: Final = ("repealed", "struck out")
_ASKED: Final = re.compile(r"""\.choice\(\s*["'](\w+)["']\s*\)""")


@frozen(repr=False, eq=False)
class Fault(Value):
    """One thing that is wrong with a law set.

    Attributes:
        kind: ``gap``, ``overlap``, ``uncited``, ``confidence``, ``reading``, ``activity``, ``status``,
            ``stale``, ``name`` or ``offence``.
        place: the rule, reading, parameter, offence, activity or status it concerns.
        says: what is wrong, in words.
    """

    kind: str
    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.place}: {self.says}"


class _Edition(Protocol):
    @property
    def since(self) -> Date: ...
    @property
    def until(self) -> Date: ...


def faults(law: Law, on: Date | None = None) -> list[Fault]:
    """Return what is wrong with ``law``; nothing, one hopes.

    Args:
        law: the law set.
        on: the day on which rules must have been verified lately; the newest day any was, by default, so
            that the outcome does not depend on the day of the check.
    """
    day = on or max((rule.verified for rule in law.rules), default=NEVER)
    return [
        *_names(law),
        *_series(law),
        *(fault for rule in law.rules for fault in _rule(rule, day)),
        *_readings(law),
        *_statuses(law),
        *_activities(law),
        *_parameters(law),
        *_offences(law),
    ]


# --- Rules


def _names(law: Law) -> Iterator[Fault]:
    for name in _twice(rule.name for rule in law.rules):
        yield Fault("name", f"rule {name}", "expected one rule of this name, got more")


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _series(law: Law) -> Iterator[Fault]:
    series: dict[str, list[Rule]] = {}
    for rule in law.rules:
        series.setdefault(rule.series, []).append(rule)
    for name, editions in series.items():
        place = f"series {name}"
        yield from _joints(place, editions)
        last = max(editions, key=lambda rule: rule.until)
        if last.until != NEVER and not _gone(last.source):
            yield Fault("gap", place, f"{last.name} ends on {last.until}; expected a next edition or a repeal")


def _joints(place: str, editions: Iterable[_Edition]) -> Iterator[Fault]:
    """Yield where editions do not meet: each should begin on the day the one before it ends."""
    ordered = sorted(editions, key=lambda edition: edition.since)
    for edition in ordered:
        if edition.until <= edition.since:
            yield Fault("gap", place, f"an edition from {edition.since} to {edition.until} stands on no day")
    for before, after in itertools.pairwise(ordered):
        if before.until < after.since:
            yield Fault("gap", place, f"no edition from {before.until} to {after.since}")
        elif before.until > after.since:
            yield Fault("overlap", place, f"two editions from {after.since} to {min(before.until, after.until)}")


def _gone(text: str) -> bool:
    return any(word in text for word in _GONE)


def _rule(rule: Rule, day: Date) -> Iterator[Fault]:
    place = f"rule {rule.name}"
    act = rule.provision.act
    if not (act.name.strip() and act.number.strip() and rule.provision.article.strip()):
        yield Fault("uncited", place, "expected an act and an article, got none")
    if not rule.norm.strip():
        yield Fault("uncited", place, "expected the norm in plain words as a docstring, got none")
    if rule.confidence is not Confidence.SEEN and not rule.source.strip():
        yield Fault("confidence", place, f"expected a source for what is {rule.confidence}, got none")
    if (age := day.toordinal() - rule.verified.toordinal()) > STALE_AFTER:
        yield Fault("stale", place, f"verified on {rule.verified}, {age} days before {day}")


# --- Readings


def _readings(law: Law) -> Iterator[Fault]:
    known, asked, own = {reading.name for reading in law.readings}, _asked(law), _constants(law)
    for name in _twice(reading.name for reading in law.readings):
        yield Fault("reading", f"reading {name}", "expected one reading of this name, got more")
    for reading in law.readings:
        yield from _reading(reading)
        if reading.name not in asked | own:
            yield Fault("reading", f"reading {reading.name}", "no rule or parameter asks for it")
    for name in sorted(asked - known):
        yield Fault("reading", f"reading {name}", "is asked for, but does not exist")
    yield from _chosen(law)


def _reading(reading: Reading) -> Iterator[Fault]:
    place = f"reading {reading.name}"
    if len(reading.choices) < 2:
        yield Fault("reading", place, f"expected two choices or more, got {len(reading.choices)}")
    for name in _twice(choice.name for choice in reading.choices):
        yield Fault("reading", place, f"expected one choice {name!r}, got more")
    for choice in reading.choices:
        if not choice.source.strip():
            yield Fault("reading", place, f"expected a source for the choice {choice.name!r}, got none")


def _chosen(law: Law) -> Iterator[Fault]:
    known = {reading.name: reading for reading in law.readings}
    for name, choice in law.chosen.items():
        if name not in known:
            yield Fault("reading", f"reading {name}", f"is taken as {choice!r}, but does not exist")
        elif known[name].choice(choice) is None:
            yield Fault("reading", f"reading {name}", f"is taken as {choice!r}, which is no choice of it")


def _asked(law: Law) -> frozenset[str]:
    """Return the readings that the text of the library and the parameters ask for by name."""
    return _in_text() | {row.reading for row in law.parameters.rows if row.reading}


@functools.cache
def _in_text() -> frozenset[str]:
    package = resources.files("kzrights")
    files = [package / "cap.py", *package.joinpath("law").iterdir()]
    texts = [file.read_text("utf-8") for file in files if file.name.endswith(".py")]
    return frozenset(name for text in texts for name in _ASKED.findall(text))


def _constants(law: Law) -> frozenset[str]:
    """Return the texts in the rules themselves: a reform's rule stands in no file of the library."""
    codes = [getattr(rule.function, "__code__", None) for rule in law.rules]
    return frozenset(one for code in codes if code for one in code.co_consts if isinstance(one, str))


# --- Statuses and activities


def _restrictions(law: Law) -> tuple[Rule, ...]:
    return law.topic("restriction")


def _statuses(law: Law) -> Iterator[Fault]:
    derived = {kind for kind in StatusKind if law.deriving(kind)}
    for kind in StatusKind:
        if kind not in derived:
            yield Fault("status", f"status {kind}", "no rule derives it")
    for rule in _restrictions(law):
        if rule.status not in derived:
            yield Fault("status", f"rule {rule.name}", f"rests on the status {rule.status}, which no rule derives")


def _activities(law: Law) -> Iterator[Fault]:
    rules = [rule for rule in _restrictions(law) if rule.status not in PERSONAL and not rule.named]
    restricted = {str(activity) for rule in rules for activity in rule.activities}
    named = [row.activity for row in coverage()]
    for name in _twice(named):
        yield Fault("activity", f"activity {name}", "expected one entry in coverage.toml, got more")
    for row in coverage():
        if not row.says.strip():
            yield Fault("activity", f"activity {row.activity}", "coverage.toml does not say what was read")
    for name in dict.fromkeys((*map(str, Activity), *named)):
        if says := _covered(name, name in restricted, name in named):
            yield Fault("activity", f"activity {name}", says)


def _covered(name: str, restricted: bool, named: bool) -> str:
    if name not in list(Activity):
        return "is in coverage.toml, but does not exist"
    if restricted and named:
        return "is open by coverage.toml, but a rule restricts it"
    return "" if restricted or named else "no rule restricts it, and coverage.toml does not say why"


# --- Parameters and offences


def _parameters(law: Law) -> Iterator[Fault]:
    for name in law.parameters.names():
        history = law.parameters.history(name)
        yield from _joints(f"parameter {name}", history)
        for row in history:
            yield from _cited(f"parameter {name} of {row.since}", _sources_of(row))


def _sources_of(row: Parameter) -> dict[str, str]:
    return {"citation": row.citation, "url": row.url, "confidence": row.confidence}


def _cited(place: str, texts: dict[str, str]) -> Iterator[Fault]:
    if missing := [name for name, text in texts.items() if not text.strip()]:
        yield Fault("uncited", place, f"expected {' and '.join(missing)}, got none")


def _offences(law: Law) -> Iterator[Fault]:
    articles: dict[str, list[Sanction]] = {}
    for sanction in law.offences.sanctions:
        articles.setdefault(sanction.article, []).append(sanction)
    for article, editions in articles.items():
        place = f"offence {article}"
        yield from _joints(place, editions)
        last = max(editions, key=lambda edition: edition.until)
        if last.until != NEVER and not _gone(last.note) and not _goes_on(law, last):
            yield Fault("gap", place, f"ends on {last.until}; expected a next edition or a note that it was struck out")
        for edition in editions:
            yield from _sanction(f"{place} of {edition.since}", edition)


def _goes_on(law: Law, last: Sanction) -> bool:
    """Say whether another part of the article begins where ``last`` ends."""
    return any(other.since == last.until for other in law.offences.of(last.article.split("(")[0]))


def _sanction(place: str, sanction: Sanction) -> Iterator[Fault]:
    yield from _cited(place, {"source": sanction.source, "confidence": sanction.confidence})
    if sanction.confidence == "INFERRED" and not sanction.note.strip():
        yield Fault("confidence", place, "expected a note for what is inferred, got none")
    ban, years = str(sanction.ban), sanction.ban_years
    if ban not in _BANS:
        yield Fault("offence", place, f"ban: expected one of {', '.join(_BANS)}, got {ban!r}")
    elif (ban == "none") != (years is None):
        yield Fault("offence", place, f"ban_years: expected {'none' if years else 'two numbers'} where ban is {ban!r}")
    elif years is not None and not 0 < years[0] <= years[1]:
        yield Fault("offence", place, f"ban_years: expected the shortest and the longest, got {list(years)}")
