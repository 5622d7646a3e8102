"""The five rules as an answer-set program: facts of people, dated amounts, one day asked about at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from benchmarks.engine import Answer, Engine
from benchmarks.population import Row
from clingo import Control, Function, Number

RULES = """
#external asked(d).
since(d, wage, S) :- asked(d), S = #max { T : minimum_wage(T, _), T <= d }.
since(d, subsistence, S) :- asked(d), S = #max { T : subsistence_minimum(T, _), T <= d }.
since(d, base, S) :- asked(d), S = #max { T : base(T, _), T <= d }.
wage(d, V) :- since(d, wage, S), minimum_wage(S, V).
head(d, V) :- since(d, base, S), base(S, minimum_wage), wage(d, V).
head(d, V) :- since(d, base, B), base(B, subsistence_minimum), since(d, subsistence, S), subsistence_minimum(S, V).
ban(d, P) :- asked(d), person(P, F, T, _, _, _, _), F <= d, d < T.
listed(d, P) :- asked(d), person(P, _, _, F, T, _, _), F <= d, d < T.
barred(d, P) :- ban(d, P).
barred(d, P) :- listed(d, P).
cap(d, P, V * (1 + M)) :- listed(d, P), head(d, V), person(P, _, _, _, _, M, _).
allowed(d, P, R) :- cap(d, P, C), person(P, _, _, _, _, _, R), R <= C.
allowed(d, P, C) :- cap(d, P, C), person(P, _, _, _, _, _, R), C < R.
allowed(d, P, R) :- asked(d), person(P, _, _, _, _, _, R), not listed(d, P).
"""
SHOWN = "#show wage/2. #show cap/3. #show ban/2. #show barred/2. #show allowed/3."


class Clingo(Engine):
    """A control with the facts grounded once; each day is grounded, solved and released."""

    cells: ClassVar[int] = 1_000

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.law = (folder / "law.pl").read_text()

    def person(self, row: Row) -> tuple[Control, int]:
        """Ground the facts of one."""
        return self._grounded([row])

    def question(self, person: tuple[Control, int], day: int) -> Answer:
        """Answer for one."""
        wage, *columns = self.answer(person, day)
        return Answer(wage, *(column[0] for column in columns))

    def columns(self, columns: Any) -> tuple[Control, int]:
        """Ground the facts of everybody."""
        return self._grounded(list(zip(*(column.tolist() for column in columns.values()), strict=True)))

    def answer(self, prepared: tuple[Control, int], day: int) -> Answer:
        """Ground one day, solve it, read the answer set, and forget the day."""
        control, size = prepared
        asked = Number(day)
        control.ground([("day", [asked])])
        control.assign_external(_asked(asked), True)
        found: dict[str, list[int]] = {name: [0] * size for name in Answer._fields[1:]}
        wage = 0
        with control.solve(yield_=True) as models:
            for atom in next(iter(models)).symbols(shown=True):
                on, *rest = (argument.number for argument in atom.arguments)
                if atom.name == "wage":
                    wage = rest[0] if on == day else wage
                else:
                    found[atom.name][rest[0]] = rest[1] if len(rest) > 1 else 1
        control.release_external(_asked(asked))
        control.cleanup()
        return Answer(wage, *found.values())

    def _grounded(self, rows: Any) -> tuple[Control, int]:
        control = Control(logger=lambda *_: None)
        facts = "".join(f"person({at},{','.join(map(str, row))})." for at, row in enumerate(rows))
        control.add("base", [], self.law + facts + SHOWN)
        control.add("day", ["d"], RULES)
        control.ground([("base", [])])
        return control, len(rows)


def _asked(day: Any) -> Any:
    return Function("asked", [day])


ENGINE = Clingo
