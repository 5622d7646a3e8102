"""Reforms written as TOML: amounts and rules to be changed, without a line of Python.

::

    name = "cap_of_two_minimum_wages"
    says = "The cap on wages is two minimum wages for each family member."
    proposer = "a lawyer"
    source = "https://example.org/proposal"

    [[parameter]]
    name = "minimum_wage"
    since = 2026-01-01
    value = 170000

    [[rule]]
    name = "record_bars_weapons"
    without = true

``since`` and ``variant`` may stand beside ``name``. A parameter takes ``name``, ``since`` and ``value``, and may take
``until``, ``citation`` and ``url``. A rule takes ``name`` and either ``without = true`` or at least one of ``says``,
``since``, ``until``, ``forbids``, ``doubts``, ``limits``, ``permits`` (activities) and ``condition`` (in words, for
what it ``limits``).
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from pendulum import Date

from kzrights.activities import Activity
from kzrights.calendar import NEVER
from kzrights.errors import KzrightsError, Problem, ReformError
from kzrights.law.law import Law, packaged_law
from kzrights.law.parameters import Parameter
from kzrights.law.rules import Condition, Rule
from kzrights.money import Tenge
from kzrights.reforms.reform import Reform
from kzrights.statuses import Status

Readers = Mapping[str, Callable[[Any], object]]
_ABOUT: Final = ("name", "says", "proposer", "source")
_REACH: Final = ("forbids", "doubts", "limits", "permits")


def load(path: str | os.PathLike[str]) -> Reform:
    """Read a reform from a TOML file.

    Raises:
        ReformError: when it cannot be read or is no reform; it holds every problem, with its key.
    """
    try:
        text = Path(path).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ReformError([Problem("", f"expected a TOML file in UTF-8, got {os.fspath(path)!r}: {error}")]) from None
    return loads(text)


def loads(text: str) -> Reform:
    """Read a reform from the text of a TOML file.

    Raises:
        ReformError: when the text is no reform; it holds every problem, with its key.
    """
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReformError([Problem("", f"expected TOML: {error}")]) from None
    return _reform(given)


def _reform(given: dict[str, Any]) -> Reform:
    problems: list[Problem] = []
    readers = {**dict.fromkeys((*_ABOUT, "variant"), _text), "since": _day, "parameter": _tables, "rule": _tables}
    known = _read(given, readers, _ABOUT, "", problems)
    parameters = [_parameter(row, f"parameter[{at}]", known, problems) for at, row in _rows(known, "parameter")]
    rules = [_rule(row, f"rule[{at}]", problems) for at, row in _rows(known, "rule")]
    if problems:
        raise ReformError(problems)
    rows = [row for row in parameters if row]
    return Reform(**known, change=partial(_changed, rows, rules))


def _rows(known: dict[str, Any], name: str) -> list[tuple[int, Any]]:
    return [*enumerate(known.pop(name, ()))]


def _changed(parameters: list[Parameter], rules: list[dict[str, Any]], law: Law) -> Law:
    """Return the law with the patch; a rule that another reform lifted before stays lifted."""
    law = law.amend(*parameters)
    for row in rules:
        found = [rule for rule in law.rules if rule.name == row["name"]]
        law = law.without(*found) if row.get("without") else law.amend(*(_patched(rule, row) for rule in found))
    return law


# --- Parameters


def _parameter(row: Any, at: str, about: dict[str, Any], problems: list[Problem]) -> Parameter | None:
    readers = {"name": _amount, "value": _tenge, "since": _day, "until": _day, "citation": _text, "url": _text}
    known = _read(row, readers, ("name", "since", "value"), at, problems)
    if not {"name", "since", "value"} <= known.keys():
        return None
    proposal = {"citation": f"reform {about.get('name')}", "url": about.get("source", ""), "confidence": "proposed"}
    try:
        return Parameter(**{**proposal, **known})
    except KzrightsError as error:
        problems.append(Problem(at, str(error)))
        return None


# --- Rules


def _rule(row: Any, at: str, problems: list[Problem]) -> dict[str, Any]:
    readers = {
        **dict.fromkeys(_REACH, _activities),
        **dict.fromkeys(("says", "condition"), _text),
        **dict.fromkeys(("since", "until"), _day),
        "name": _rule_name,
        "without": _true,
    }
    before = len(problems)
    known = _read(row, readers, ("name",), at, problems)
    if len(problems) == before:
        problems += (Problem(at, says) for says in _contradictions(known))
    return known


def _contradictions(row: dict[str, Any]) -> Iterator[str]:
    others = [key for key in row if key not in ("name", "without")]
    if "without" in row and others:
        yield f"expected nothing beside without = true, got {', '.join(others)}"
    if "without" not in row and not others:
        yield "expected without = true or what is to change, got only a name"
    rule = packaged_law().rule(row["name"])
    reach = [key for key in (*_REACH, "condition") if key in row]
    if rule.topic != "restriction" and reach:
        yield f"expected a rule that restricts activities for {', '.join(reach)}, got one on {rule.topic}"
    if row.get("until", NEVER) <= row.get("since", rule.since):
        yield f"until: expected a day after {row.get('since', rule.since)}, got {row['until']}"


def _patched(rule: Rule, row: dict[str, Any]) -> Rule:
    changes = {key: value for key, value in row.items() if key in (*_REACH, "since", "until")}
    if "says" in row:
        changes["norm"] = row["says"]
    if "condition" in row:
        changes["function"] = partial(_on_condition, rule, Condition(kind="part", says=row["condition"]))
    return rule.evolve(**changes)


def _on_condition(rule: Rule, condition: Condition, status: Status) -> Any:
    """Apply a rule, with another condition where it applies."""
    found = rule(status)
    return condition if isinstance(found, Condition) or found is True else found


# --- Values


class _Refused(Exception):
    """A value is not what its key takes."""


def _read(given: Any, readers: Readers, required: tuple[str, ...], at: str, problems: list[Problem]) -> dict[str, Any]:
    """Return what could be read of a table; note every key that is unknown, missing or wrong."""
    known: dict[str, Any] = {}
    for key, value in given.items():
        place = f"{at}.{key}" if at else key
        if key not in readers:
            problems.append(Problem(place, f"expected one of {', '.join(readers)}, got {key!r}"))
            continue
        try:
            known[key] = readers[key](value)
        except (_Refused, KzrightsError) as error:
            problems.append(Problem(place, str(error)))
    missing = [key for key in required if key not in given]
    problems += (Problem(f"{at}.{key}" if at else key, "is missing") for key in missing)
    return known


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Refused(f"expected a text, got {value!r}")
    return value


def _day(value: Any) -> Date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _Refused(f"expected a day such as 2027-01-01, without quotes, got {value!r}")
    return Date(value.year, value.month, value.day)


def _tables(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise _Refused(f"expected tables in double brackets, got {value!r}")
    return value


def _true(value: Any) -> bool:
    if value is not True:
        raise _Refused(f"expected true, got {value!r}")
    return True


def _tenge(value: Any) -> Tenge:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Refused(f"expected whole tenge, got {value!r}")
    return Tenge(value)


def _amount(value: Any) -> str:
    return _one_of(value, packaged_law().parameters.names())


def _rule_name(value: Any) -> str:
    names = [rule.name for rule in packaged_law().rules]
    if value not in names:
        near = difflib.get_close_matches(str(value), names, n=3)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise _Refused(f"expected the name of a rule, got {value!r}{hint}")
    return str(value)


def _activities(value: Any) -> tuple[Activity, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _Refused(f"expected a list of activities, got {value!r}")
    return tuple(Activity.named(one) for one in value)


def _one_of(value: Any, names: tuple[str, ...]) -> str:
    if value not in names:
        raise _Refused(f"expected one of {', '.join(names)}, got {value!r}")
    return str(value)
