"""Counts a study: each case is evaluated once under each scenario, and its change points are turned into days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from kzrights.answers import Permission
from kzrights.calendar import Span
from kzrights.changes import whatif
from kzrights.errors import CaseError, Problem, StudyError
from kzrights.law.law import Law, packaged_law
from kzrights.studies.results import Row, StudyResult, WithheldRow
from kzrights.studies.values import Right, Study
from kzrights.totals import by_year, window
from kzrights.value import Value
from kzrights.withheld import withheld

if TYPE_CHECKING:
    from kzrights.evaluate import Evaluation
    from kzrights.facts.case import Case
    from kzrights.segments import Segment

Watch: TypeAlias = Callable[[int, int], None]
"""Told how many evaluations are done, of how many."""


def study(asked: Study, *, law: Law | None = None, watch: Watch | None = None) -> StudyResult:
    """Count on how many days each right was lost, in every case of a study under every scenario.

    A day counts as surely lost when some activity of the right is prohibited on it whatever the missing facts are,
    and as possibly lost when some activity is, or may be, prohibited, or the law leaves it open.

    Args:
        asked: the cases, scenarios, rights and days.
        law: the law that scenarios start from; the law as modelled by default.
        watch: called after each evaluation with how many are done, of how many.

    Raises:
        StudyError: when the changes of a scenario do not fit a case; it holds what does not fit, in all cases.
        TypeError: when the reform of a scenario returns anything but a law.
    """
    laws = [one.under(law or packaged_law()) for one in asked.scenarios]
    cells = list(_cells(asked, laws))
    rows: list[Row] = []
    kept: list[WithheldRow] = []
    for done, cell in enumerate(cells, 1):
        rows += cell.rows(asked)
        kept += cell.withheld(asked)
        if watch:
            watch(done, len(cells))
    return StudyResult(study=asked, rows=tuple(rows), withheld=tuple(kept))


def _cells(asked: Study, laws: list[Law]) -> Iterator[_Cell]:
    """Yield each case under each scenario; what does not fit is told of all of them at once."""
    problems: list[Problem] = []
    for name, case in asked.cases:
        days = window(case, asked.from_, asked.to)
        for scenario, law in zip(asked.scenarios, laws, strict=True):
            try:
                changed = whatif(case, *scenario.changes) if scenario.changes else case
                yield _Cell(name=name, scenario=scenario.name, case=changed, law=law, days=days)
            except CaseError as error:
                problems += (evolve(one, path=f"{name}: {scenario.name}: {one.path}") for one in error.problems)
    if problems:
        raise StudyError(problems)


@frozen(kw_only=True, repr=False, eq=False)
class _Cell(Value):
    """A case under a scenario, over the days of its window."""

    name: str
    scenario: str
    case: Case
    law: Law
    days: Span

    @property
    def evaluation(self) -> Evaluation:
        from kzrights.evaluate import evaluation

        return evaluation(self.case, self.law)

    def rows(self, asked: Study) -> Iterator[Row]:
        evaluation = self.evaluation
        years = dict(by_year(self.days)) if asked.by_year else {None: len(self.days)}
        for right in asked.rights:
            counted = _counted(evaluation, right, self.days, by_years=asked.by_year)
            for year, of_days in years.items():
                yield from self._of_year(right, year, of_days, counted)

    def _of_year(self, right: Right, year: int | None, of_days: int, counted: Counter[_Found]) -> Iterator[Row]:
        for permission in reversed(Permission):
            perhaps, rest = counted[year, permission, True], counted[year, permission, False]
            yield Row(
                case=self.name,
                scenario=self.scenario,
                right=right.name,
                year=year,
                permission=permission,
                days=perhaps + rest,
                of_days=of_days,
                surely_lost=perhaps if permission is Permission.PROHIBITED else 0,
                possibly_lost=perhaps,
            )

    def withheld(self, asked: Study) -> Iterator[WithheldRow]:
        if asked.wage is not None:
            found = withheld(self.evaluation, self.days, asked.wage)
            yield WithheldRow(case=self.name, scenario=self.scenario, withheld=found)


_Found: TypeAlias = tuple[int | None, Permission, bool]
"""A year or none, the strictest answer of a right, and whether a day with it is lost, or may be."""


def _counted(evaluation: Evaluation, right: Right, days: Span, *, by_years: bool) -> Counter[_Found]:
    """Return the days of each year on which a right has each permission, those perhaps lost apart."""
    found: Counter[_Found] = Counter()
    for piece, segments in _pieces(evaluation, right, days):
        strictest = max(one.permission for one in segments)
        lost = any(one.outcomes[-1] >= Permission.UNCLEAR for one in segments)
        for year, count in by_year(piece) if by_years else ((None, len(piece)),):
            found[year, strictest, lost] += count
    return found


def _pieces(evaluation: Evaluation, right: Right, days: Span) -> Iterator[tuple[Span, list[Segment]]]:
    """Yield the stretches on which no activity of a right changes, with what holds for each."""
    starts = {segment.start for activity in right.activities for segment in evaluation.segments(activity)}
    points = sorted({days.start, *(start for start in starts if start in days), days.end})
    for start, end in pairwise(points):
        yield Span(start, end), [evaluation.segment(activity, start)[1] for activity in right.activities]
