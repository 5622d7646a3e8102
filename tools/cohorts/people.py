"""Made-up people in any number, drawn by seed: a case of JSON in each line."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pendulum import Date

SEED: Final = 20_261_122
_ARTICLES: Final = ("174(1)", "174(2)", "256(2)", "272(2)", "405(1)", "405(2)")
_SCOPES: Final = ("public_activity", "socio_political_activity", "assemblies", "social_media")
_DAYS: Final = (Date(2015, 2, 1), Date(2025, 1, 1))
_UNKNOWN: Final = 0.005
"""Of how many it is not known when the verdict entered into force, with all that follows."""
_UNREADABLE: Final = 0.001
"""How many are no cases."""


def write(path: Path, people: int) -> None:
    """Write so many lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines(people))


def lines(people: int, seed: int = SEED) -> Iterator[str]:
    """Yield a line for each: some without a sentence, some in prison, some with a ban, some on the list."""
    chance = random.Random(seed)
    for at in range(people):
        case = _case(chance) if chance.random() >= _UNREADABLE else {"kzrights": 1}
        yield json.dumps({"name": f"person-{at}", "case": case})


def _case(chance: random.Random) -> dict[str, Any]:
    born = Date(chance.randint(1940, 1996), chance.randint(1, 12), chance.randint(1, 28))
    case: dict[str, Any] = {"kzrights": 1, "person": {"label": "somebody", "born": str(born)}}
    return case if chance.random() < 0.1 else {**case, **_conviction(chance)}


def _conviction(chance: random.Random) -> dict[str, Any]:
    verdict = _DAYS[0].add(days=chance.randrange((_DAYS[1] - _DAYS[0]).days))
    in_force = verdict.add(days=chance.randint(15, 60))
    offence = {"article": chance.choice(_ARTICLES), "committed": str(verdict.subtract(days=chance.randint(30, 400)))}
    conviction = {
        "id": "c1",
        "verdict": str(verdict),
        "in_force": str(in_force),
        "offences": [offence],
        "punishments": list(_punishments(chance, in_force)),
    }
    if chance.random() < _UNKNOWN:
        del conviction["in_force"]
    listed = [{"listed": str(in_force.add(days=chance.randint(10, 60))), "ground": "conviction", "conviction": "c1"}]
    return {"convictions": [conviction], "listings": listed if chance.random() < 0.6 else []}


def _punishments(chance: random.Random, in_force: Date) -> Iterator[dict[str, Any]]:
    term = {"term": f"{chance.randint(1, 5)} years"}
    accepted = {"accepted": str(in_force.add(days=chance.randint(1, 10)))}
    yield chance.choice(({"kind": "imprisonment", **term}, {"kind": "restricted_freedom", **term, **accepted}))
    if chance.random() < 0.5:
        yield {"kind": "activity_ban", "term": f"{chance.randint(1, 5)} years", "scope": [chance.choice(_SCOPES)]}
