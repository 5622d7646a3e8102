"""One fixed population for every engine, drawn by seed: six columns of whole numbers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = dict[str, NDArray[np.int32]]

SEED: Final = 20_261_122
PEOPLE: Final = 1_000_000
EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
"""Days are counted from here, as numpy counts them."""
FAR: Final = datetime.date(9999, 12, 31).toordinal() - EPOCH
"""The first and the last day of what never begins, the last day of what never ends."""


class Row(NamedTuple):
    """One person: the days from which and until which (exclusive) they are banned and listed, counted from 1970.

    ``members`` is how many dependants the cap counts, ``requested`` what they ask for, in tenge.
    """

    ban_from: int
    ban_to: int
    listed_from: int
    listed_to: int
    members: int
    requested: int


def number(iso: str) -> int:
    """Return a day as the number the columns hold."""
    return datetime.date.fromisoformat(iso).toordinal() - EPOCH


def draw() -> Columns:
    """Draw everybody: half are never banned and two in five never listed; bans are as long as courts may impose."""
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(SEED))
    ban = _spans(chance, "2015-02-01", "2025-01-01", (366, 3_650), never=0.5, endless=0.03)
    listed = _spans(chance, "2015-02-01", "2026-06-01", (30, 3_000), never=0.4, endless=0.6)
    wages = chance.integers(10_000, 2_000_000, PEOPLE)
    large = chance.integers(16_777_217, 50_000_000, PEOPLE)
    requested = np.where(chance.random(PEOPLE) < 0.01, large, wages)
    columns = (*ban, *listed, chance.integers(0, 6, PEOPLE), requested)
    return {name: column.astype(np.int32) for name, column in zip(Row._fields, columns, strict=True)}


def _spans(chance: Any, first: str, last: str, lengths: tuple[int, int], *, never: float, endless: float) -> Any:
    import numpy as np

    starts = chance.integers(number(first), number(last), PEOPLE)
    ends = starts + chance.integers(*lengths, PEOPLE)
    ends[chance.random(PEOPLE) < endless] = FAR
    nobody = chance.random(PEOPLE) < never
    return np.where(nobody, FAR, starts), np.where(nobody, FAR, ends)


def entries(people: int, each: int) -> Columns:
    """Draw so many entries for each of so many people, as a register holds them: in the order of their first days."""
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(SEED))
    starts = np.sort(chance.integers(number("2015-02-01"), number("2026-06-01"), people * each))
    ends = starts + chance.integers(5, 20, people * each)
    whose = chance.permutation(np.repeat(np.arange(people), each))
    columns = {"people": whose, "starts": starts, "ends": ends}
    return {name: column.astype(np.int32) for name, column in columns.items()}


def write(folder: Path) -> None:
    """Write the columns, and as JSON the first person who was both banned and listed, for good and all."""
    import numpy as np

    columns = draw()
    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column)
    ended = (columns["ban_to"] < FAR) & (columns["listed_to"] < FAR) & (columns["members"] > 0)
    overlap = (columns["ban_from"] < columns["listed_to"]) & (columns["listed_from"] < columns["ban_to"])
    at = int(np.argmax(ended & overlap))
    person = {name: int(column[at]) for name, column in columns.items()}
    (folder / "person.json").write_text(json.dumps(person))
    (folder / "person.pl").write_text(_fact(0, person.values()))
    rows = zip(*(column[:10_000].tolist() for column in columns.values()), strict=True)
    (folder / "people.pl").write_text("".join(_fact(at, row) for at, row in enumerate(rows)))


def _fact(at: int, values: Iterable[int]) -> str:
    return f"person({at}, {', '.join(map(str, values))}).\n"


def read(folder: Path, people: int) -> Columns:
    """Return the columns of the first ``people``."""
    import numpy as np

    return {name: np.array(np.load(folder / f"{name}.npy", mmap_mode="r")[:people]) for name in Row._fields}


def read_person(folder: Path) -> Row:
    """Return the one person of whom questions are asked."""
    return Row(**json.loads((folder / "person.json").read_text()))
