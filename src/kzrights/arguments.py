"""The arguments of commands and what they mean: days, laws, activities, and what goes by a name."""

from __future__ import annotations

import os
import re
import sys
from typing import Annotated, Final

from attrs import evolve
from cyclopts import Parameter
from pendulum import Date

import kzrights as kz
from kzrights import examples
from kzrights.errors import CaseFileError, DateError, LawError, Problem, UnknownName
from kzrights.examples import example, slugs

OnDay = Annotated[str, Parameter(name="--on", help="The day, YYYY-MM-DD; today in Kazakhstan if left out.")]
AsJson = Annotated[bool, Parameter(name="--json", negative=(), help="Print JSON.")]
Readings = Annotated[
    list[str] | None,
    Parameter(
        name=("--reading", "--readings"),
        negative=(),
        help="Take a contested question as NAME=CHOICE, or `all`: settle only what every reading leads to.",
    ),
]
Lang = Annotated[str, Parameter(name="--lang", help="The language of what is printed: en, ru or kk.")]
CaseName = Annotated[
    str,
    Parameter(name="CASE", help="A case file, - for standard input, or the slug of a packaged case."),
]
Activities = Annotated[
    list[str] | None, Parameter(name="--activity", negative=(), help="Only this one; may be repeated.")
]
ChartFile = Annotated[str, Parameter(name="--chart", help="Draw it too, into this file: .svg or .png.")]

STANDARD_INPUT: Final = "standard input"
"""What a dash among the arguments stands for."""


def day(text: str) -> Date:
    """Return the day that is asked about: today in Kazakhstan where none is given.

    Raises:
        DateError: when it is not a day.
    """
    return given_day(text, "--on") or kz.today_in_kazakhstan()


def given_day(text: str, option: str) -> Date | None:
    """Return the day an option gives, if it does.

    Raises:
        DateError: naming the option, when it is not a day.
    """
    if not text:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return kz.calendar.as_date(Date.fromisoformat(text), option)
    except DateError:
        raise
    except ValueError:
        pass
    raise DateError(f"{option}: expected a day as YYYY-MM-DD, got {text!r}")


def law(readings: list[str] | None) -> kz.Law:
    """Return the law with readings taken as ``NAME=CHOICE``; ``all`` leaves the others open.

    Raises:
        LawError: when there is no such reading or choice.
    """
    law = kz.LAW.all_readings() if "all" in (readings or ()) else kz.LAW
    chosen = {}
    for one in (one for one in readings or () if one != "all"):
        name, sign, choice = one.partition("=")
        if not sign:
            raise LawError(f"--reading: expected NAME=CHOICE, got {one!r}; see `kzrights law readings`")
        chosen[name.strip()] = choice.strip()
    return law.reading(**chosen) if chosen else law


def activity(name: str) -> kz.Activity:
    """Return the activity of a name, however its words are joined.

    Raises:
        UnknownName: when there is none.
    """
    return kz.Activity.named(re.sub(r"[\s-]+", "_", name.strip().lower()))


def case(name: str) -> kz.Case:
    """Return the case of a file, of standard input, or packaged under a name.

    Raises:
        CaseFileError: naming the file, with everything that is wrong with it.
        UnknownName: when nothing goes by that name.
    """
    try:
        return _read(name)
    except CaseFileError as error:
        raise CaseFileError([evolve(one, path=one.path or name) for one in error.problems]) from None


def _read(name: str) -> kz.Case:
    from kzrights.casefile import load, loads

    if name == STANDARD_INPUT:
        return loads(_standard_input())
    if os.path.isfile(name) or (name not in slugs() and _looks_like_a_path(name)):
        return load(name)
    if name in slugs():
        return example(name)
    raise UnknownName(f"case: expected a file, - or one of {', '.join(slugs())}; got {name!r}")


def reform(name: str) -> kz.Scenario:
    """Return a scenario of reforms.

    Raises:
        KzrightsError: when there is none.
    """
    return kz.Scenario.of(kz.reforms.parse(name))


def changed(name: str, case: kz.Case) -> kz.Scenario:
    """Return a scenario of changes of the facts from a file.

    Raises:
        CaseFileError: naming the file, with everything that is wrong with it.
    """
    try:
        return kz.Scenario(os.path.splitext(os.path.basename(name))[0], kz.load_changes(name, case))
    except CaseFileError as error:
        problems = [evolve(one, path=f"{name}: {one.path}" if one.path else name) for one in error.problems]
        raise CaseFileError(problems) from None


def study(name: str) -> kz.Study:
    """Return the study of a file, or packaged under a name.

    Raises:
        UnknownName: when nothing goes by that name.
    """
    from kzrights.studies import packaged

    if name not in packaged() and not _looks_like_a_path(name):
        raise UnknownName(f"study: expected a file or one of {', '.join(packaged())}; got {name!r}")
    return kz.load_study(name)


def cases(name: str) -> str:
    """Return the source of many cases that goes by a name."""
    return os.path.dirname(examples.__file__) if name == "all" and not os.path.exists(name) else name


def _looks_like_a_path(name: str) -> bool:
    return os.path.exists(name) or os.path.dirname(name) != "" or name.endswith((".yaml", ".yml", ".json"))


def _standard_input() -> str:
    from kzrights.casefile.tree import MOST_BYTES

    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        return data.decode("utf-8", "replace" if len(data) > MOST_BYTES else "strict")
    except UnicodeDecodeError as error:
        message = f"expected UTF-8 text, got the byte 0x{data[error.start]:02x} at offset {error.start}"
        raise CaseFileError([Problem("", message)]) from None
