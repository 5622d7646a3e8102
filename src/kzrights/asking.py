"""What to ask next: the least facts that would settle a question, and what it comes to as they turn out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Permission
from kzrights.calendar import as_date, days_after, days_before
from kzrights.evaluate import evaluation
from kzrights.facts.case import Case
from kzrights.facts.days import Between, show_when
from kzrights.law.law import Law, packaged_law
from kzrights.missing import describe
from kzrights.moments import Bounds
from kzrights.open_facts import Given, OpenFact, between, middle, waits_for
from kzrights.value import Value
from kzrights.worlds import Worlds, settled

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation
    from kzrights.segments import Segment

MOST_SUPPOSITIONS: Final = 6
"""Suppositions that are carried on, spread over all, when one fact does not settle the question."""
MOST_CUTS: Final = 40
"""How often the days of a fact are cut to find where the answer turns."""


@frozen(kw_only=True, repr=False, eq=False)
class Question(Value):
    """A fact to ask for.

    Attributes:
        path: where it belongs in the case file.
        says: what it is.
        settles: in what share of the suppositions looked at it settles the question, after those before it are known;
            ``None`` where the file has no key for it alone.
    """

    path: str
    says: str
    settles: Fraction | None = None

    def __str__(self) -> str:
        from kzrights.explain_asking import question

        return question(self)


@frozen(kw_only=True, repr=False, eq=False)
class Possible(Value):
    """What the answer comes to under a supposition.

    Attributes:
        permission: the answer.
        given: the paths of the facts supposed, each with its value as the file would state it.
        whole: whether these are all suppositions under which it comes to this; otherwise they are an example.
    """

    permission: Permission
    given: tuple[tuple[str, str], ...]
    whole: bool

    def __str__(self) -> str:
        from kzrights.explain_asking import possible

        return possible(self)


@frozen(kw_only=True, repr=False, eq=False)
class Asking(Value):
    """What a question waits for.

    Attributes:
        activity: what was asked.
        on: the day.
        permission: the answer as things stand.
        exact: whether each of the possible answers is possible; otherwise they are a safe bound.
        least: facts that together settle it, none of them to spare, the one that settles most first.
        enough: whether they settle it in every supposition looked at; ``False`` where something the file cannot state
            stays open.
        others: further facts it may wait for.
        possible: what it comes to, and when.
    """

    activity: Activity
    on: Date
    permission: Permission
    exact: bool
    least: tuple[Question, ...]
    enough: bool
    others: tuple[Question, ...]
    possible: tuple[Possible, ...]

    def explain(self, lang: str = "en") -> str:
        """Return what to ask, in words.

        Raises:
            UnknownName: when there are no words in that language.
        """
        from kzrights.explain_asking import explain

        return explain(self, lang)

    def as_dict(self) -> dict[str, Any]:
        """Return it as the plain data that ``kzrights ask --json`` prints."""
        return {
            "activity": str(self.activity),
            "on": str(self.on),
            "permission": str(self.permission),
            "exact": self.exact,
            "ask": [_plain(one) for one in self.least],
            "enough": self.enough,
            "others": [_plain(one) for one in self.others],
            "possible": [
                {"permission": str(one.permission), "given": dict(one.given), "whole": one.whole}
                for one in self.possible
            ],
        }


def ask_next(case: Case, activity: Activity | str, *, on: Date, law: Law | None = None) -> Asking:
    """Say which facts would settle whether the person may do ``activity`` on the day ``on``, in what order to ask.

    Args:
        case: the facts.
        activity: an :class:`Activity` or its id.
        on: the day, a ``pendulum.Date``.
        law: the law to apply; the law as modelled by default.

    Raises:
        UnknownName: when no activity has that id.
        DateError: when ``on`` is not a day.
    """
    wanted = activity if isinstance(activity, Activity) else Activity.named(activity)
    day = as_date(on, "on")
    here = evaluation(case, law or packaged_law()).at(day)
    _, segment = here.segment(wanted, day)
    if not segment.doubtful:
        return Asking(
            activity=wanted,
            on=day,
            permission=segment.permission,
            exact=segment.exact,
            least=(),
            enough=True,
            others=(),
            possible=(Possible(permission=segment.permission, given=(), whole=True),),
        )
    return _asked(here, wanted, day, segment)


def _asked(here: Evaluation, activity: Activity, day: Date, segment: Segment) -> Asking:
    search = Search(here.worlds, activity, day)
    facts = [fact for fact in here.worlds.facts if waits_for(segment.missing, fact)]
    least, enough = search.least(facts)
    asked = {question.path for question in least}
    stated = {path for fact in here.worlds.facts for path in (fact.path, fact.path.rpartition(".")[0])}
    others = [fact.path for fact in facts if fact.path not in asked] + sorted(segment.missing - stated)
    return Asking(
        activity=activity,
        on=day,
        permission=segment.permission,
        exact=segment.exact,
        least=least,
        enough=enough,
        others=tuple(Question(path=path, says=describe(path)) for path in others),
        possible=tuple(search.possible(segment.outcomes, [fact for fact in facts if fact.path in asked])),
    )


class Search:
    """Suppositions about what is not known, and what one question comes to under them."""

    def __init__(self, worlds: Worlds, activity: Activity, day: Date) -> None:
        self.worlds, self.activity, self.day = worlds, activity, day
        self.settled: list[tuple[Given, Permission]] = []

    def outcome(self, given: Given) -> Permission | None:
        """Return what the question comes to under a supposition; ``None`` where it is still open."""
        here = self.worlds.under(given)
        return settled(here, self.activity, self.day, days_after(self.day, 1)) if here else None

    def least(self, facts: list[OpenFact]) -> tuple[tuple[Question, ...], bool]:
        """Return the facts to ask for, that which settles most first, and whether they settle the question."""
        chosen: dict[str, tuple[OpenFact, Fraction]] = {}
        waiting: list[Given] = [{}]
        while waiting and len(chosen) < len(facts):
            rest = [fact for fact in facts if fact.path not in chosen]
            tried = {fact.path: self._extended(waiting, fact) for fact in rest}
            best = max(rest, key=lambda fact: self._share(tried[fact.path]))
            chosen[best.path] = best, self._share(tried[best.path])
            waiting = self._still_open(tried[best.path])
        kept = self._needed([fact for fact, _ in chosen.values()]) if not waiting else list(chosen)
        questions = (Question(path=path, says=describe(path), settles=of) for path, (_, of) in chosen.items())
        return tuple(question for question in questions if question.path in kept), not waiting

    def _extended(self, suppositions: Sequence[Given], fact: OpenFact) -> list[Given]:
        further = [{**given, fact.path: value} for given in suppositions for value in self._values(fact)]
        return [given for given in further if self.worlds.under(given) is not None]

    def _values(self, fact: OpenFact) -> Sequence[object]:
        if fact.days is None:
            return fact.ends
        low, high = fact.days
        step = (high.toordinal() - low.toordinal()) // 4
        days = {low, high, *(days_after(low, step * at) for at in (1, 2, 3)), self.day, days_after(self.day, 1)}
        return sorted(day for day in days if low <= day <= high)

    def _share(self, suppositions: list[Given]) -> Fraction:
        hits = sum(self.outcome(given) is not None for given in suppositions)
        return Fraction(hits, len(suppositions)) if suppositions else Fraction(0)

    def _still_open(self, suppositions: list[Given]) -> list[Given]:
        """Note what is settled, and return some of the rest, spread over all of it."""
        outcomes = [(given, self.outcome(given)) for given in suppositions]
        self.settled += [(given, outcome) for given, outcome in outcomes if outcome is not None]
        rest = [given for given, outcome in outcomes if outcome is None]
        return rest[:: max(1, -(-len(rest) // MOST_SUPPOSITIONS))]

    def _needed(self, facts: list[OpenFact]) -> list[str]:
        """Leave out, one by one, facts without which the others settle it too."""
        for fact in facts[:-1]:
            others = [one for one in facts if one is not fact]
            if self._enough(others):
                facts = others
        return [fact.path for fact in facts]

    def _enough(self, facts: list[OpenFact]) -> bool:
        suppositions: list[Given] = [{}]
        for fact in facts:
            suppositions = [one for one in self._extended(suppositions, fact) if self.outcome(one) is None]
            suppositions = suppositions[:: max(1, -(-len(suppositions) // MOST_SUPPOSITIONS))]
        return not suppositions

    def possible(self, outcomes: Iterable[Permission], facts: list[OpenFact]) -> Iterator[Possible]:
        """Yield what it comes to and when: wholly where one fact decides, by example otherwise."""
        if len(facts) == 1:
            yield from _turns(self, facts[0])
            return
        for outcome in outcomes:
            given = next((given for given, found in self.settled if found is outcome), {})
            yield Possible(permission=outcome, given=_as_written(given), whole=False)


def _turns(search: Search, fact: OpenFact) -> Iterator[Possible]:
    """Yield the values of a fact by what the answer comes to, days in stretches."""
    if fact.days is None:
        for value in fact.values:
            if (outcome := search.outcome({fact.path: value})) is not None:
                yield Possible(permission=outcome, given=_as_written({fact.path: value}), whole=fact.complete)
        return
    stretches: list[tuple[Permission | None, Bounds]] = []
    for outcome, (low, high) in _stretches(search, fact.path, fact.days, MOST_CUTS):
        if stretches and stretches[-1][0] is outcome:
            low = stretches.pop()[1][0]
        stretches.append((outcome, (low, high)))
    for outcome, days in stretches:
        if outcome is not None:
            yield Possible(permission=outcome, given=_as_written({fact.path: between(*days)}), whole=True)


def _stretches(search: Search, path: str, days: Bounds, cuts: int) -> Iterator[tuple[Permission | None, Bounds]]:
    low, high = days
    given = {path: between(low, high)}
    outcome = search.outcome(given)
    if outcome is not None or low == high or not cuts or search.worlds.under(given) is None:
        yield outcome, days
        return
    cut = next((day for day in (search.day, days_after(search.day, 1)) if low < day <= high), middle(low, high))
    yield from _stretches(search, path, (low, days_before(cut, 1)), cuts - 1)
    yield from _stretches(search, path, (cut, high), cuts - 1)


def _as_written(given: Given) -> tuple[tuple[str, str], ...]:
    return tuple((path, _written(value)) for path, value in given.items())


def _written(value: object) -> str:
    if isinstance(value, Date | Between):
        return show_when(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(one) for one in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain(question: Question) -> dict[str, Any]:
    share = None if question.settles is None else round(float(question.settles), 3)
    return {"path": question.path, "says": question.says, "settles": share}
