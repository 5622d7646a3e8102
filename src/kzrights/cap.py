"""How much of their wages a listed person may use in a calendar month (Law 191-IV, art. 12(8)(1))."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from attrs import evolve
from pendulum import Date

from kzrights.activities import Activity
from kzrights.answers import Cap, MissingFact, Permission
from kzrights.calendar import ALWAYS, NEVER, Term, as_date
from kzrights.errors import LawError
from kzrights.evaluate import Evaluation, evaluation
from kzrights.facts.case import Case
from kzrights.facts.days import bounds
from kzrights.facts.person import HouseholdMember
from kzrights.law.law import Law, packaged_law
from kzrights.law.rules import Guard, Ruling
from kzrights.missing import describe
from kzrights.moments import NOTHING, Missing, Moment
from kzrights.money import Tenge, TengeRange
from kzrights.statuses import StatusKind


def cap(case: Case, *, on: Date, law: Law | None = None) -> Cap:
    """Return the cap on the day ``on``: per family member, how many count, and the amount in tenge.

    Raises:
        DateError: when ``on`` is not a day.
        LawError: when the parameters are not known for that year.
    """
    law, day = law or packaged_law(), as_date(on, "on")
    found = cap_under(evaluation(case, law), day)
    return evolve(found, reforms=law.reformed_by(functools.partial(_told, case, day))) if law.reforms else found


def _told(case: Case, on: Date, law: Law) -> Cap | str:
    """Return the cap under another law, or why it is not known, to see what that law changes."""
    try:
        return cap(case, on=on, law=law)
    except LawError as error:
        return str(error)


def cap_under(evaluated: Evaluation, on: Date) -> Cap:
    """Return the cap of an evaluated case; it is kept for the days it holds on."""
    here = evaluated.at(on)
    cap = here.caps.on(on)
    return cap.dated(on) if cap else reckoned(here, on)


def reckoned(here: Evaluation, on: Date) -> Cap:
    """Return the cap of an evaluated case, reckoned anew."""
    listed = [(one, one.holds_on(on)) for one in here.statuses if one.kind is StatusKind.LISTED]
    applies = [one for one, holds in listed if holds is not False]
    if not applies:
        return Cap(on=on, capped=False)
    surely = any(holds for _, holds in listed)
    doubt: Missing = NOTHING if surely else NOTHING.union(*(one.period.missing for one in applies))
    ruling = here.world.first("cap", any(one.traits.united_nations for one in applies), on=Moment.on(on))
    if not ruling.value.limited:
        return Cap(on=on, capped=False, rule=ruling.rule)
    amounts, missing = _reckon(here, ruling, on)
    per_member, members, amount = amounts
    return Cap(
        on=on,
        capped=True if surely else None,
        month=on.replace(day=1),
        per_member=per_member,
        members=members,
        amount=amount,
        basis=ruling.value.parameter,
        rule=ruling.rule,
        uncapped=tuple(_uncapped(here, on)),
        missing=tuple(MissingFact(path=path, says=describe(path)) for path in sorted(missing | doubt)),
        contested=tuple(_contested(here, ruling, on, amount)),
    )


Reckoned = tuple[tuple[Tenge, tuple[int, int | None], Tenge | TengeRange], Missing]


def _reckon(here: Evaluation, ruling: Ruling, on: Date, law: Law | None = None) -> Reckoned:
    law = law or here.law
    name = ruling.value.parameter
    if name is None:
        return (Tenge(0), (1, 1), Tenge(0)), NOTHING
    per_member = per_member_on(law, name, on)
    (least, most), missing = _members(here, on, law)
    if most == least:
        return (per_member, (least, most), per_member * least), missing
    at_most = None if most is None else per_member * most
    return (per_member, (least, most), TengeRange(per_member * least, at_most)), missing


def per_member_on(law: Law, parameter: str, on: Date) -> Tenge:
    """Return what the cap allows for each member of the family: a parameter, as the law reads it on a day.

    Raises:
        LawError: when the parameter is not known for that day.
    """
    row = law.parameters.at(parameter, on)
    contested = row.reading and row.alternative and law.choice(row.reading) != "decree"
    return row.alternative if contested and row.alternative else row.value


def _members(here: Evaluation, on: Date, law: Law) -> tuple[tuple[int, int | None], Missing]:
    oneself = 1 if law.choice("cap_counts_the_person") == "counted" else 0
    household = here.case.household
    if household is None:
        return (oneself, None), frozenset({"household"})
    counted = [_counts(here, member, f"household[{at}]", on) for at, member in enumerate(household)]
    least = sum(1 for guard, _ in counted if guard)
    most = sum(1 for guard, _ in counted if guard is not False)
    return (oneself + least, oneself + most), NOTHING.union(*(missing for guard, missing in counted if guard is None))


def _counts(here: Evaluation, member: HouseholdMember, path: str, on: Date) -> tuple[Guard, Missing]:
    present, missing = _present(member, path, on)
    adult: Guard = None
    if member.born is not None:
        of_age = Moment.of(member.born, f"{path}.born").after(Term(years=18))
        adult = None if of_age.earliest <= on < of_age.latest else of_age.latest <= on
    family = functools.partial(_family, here, on)
    counts = family(member, adult)
    if present is False or counts is False:
        return False, NOTHING
    if present and counts:
        return True, NOTHING
    return None, missing | (_undecided(member, path, adult, family) if counts is None else NOTHING)


def _family(here: Evaluation, on: Date, member: HouseholdMember, adult: Guard) -> Guard:
    found = here.world.ask("family", member, adult, on=Moment.on(on))
    return found[0].value if found else None


def _undecided(
    member: HouseholdMember, path: str, adult: Guard, family: Callable[[HouseholdMember, Guard], Guard]
) -> Missing:
    """Return which unknown traits of a member decide: those that change the outcome in some completion."""
    names = [name for name in ("own_income", "dependant", "cohabiting") if getattr(member, name) is None]
    names += ["born"] if adult is None else []
    completions = [dict(zip(names, values, strict=True)) for values in product((True, False), repeat=len(names))]

    def outcome(traits: dict[str, bool]) -> Guard:
        known: dict[str, Any] = {name: value for name, value in traits.items() if name != "born"}
        return family(evolve(member, **known), traits.get("born", adult))

    deciding = {
        name
        for traits in completions
        for name in names
        if outcome(traits) != outcome({**traits, name: not traits[name]})
    }
    return frozenset(f"{path}.{name}" for name in deciding or {"relation"})


def _present(member: HouseholdMember, path: str, on: Date) -> tuple[Guard, Missing]:
    begun = bounds(member.from_, ALWAYS, ALWAYS if member.from_ is None else NEVER)
    ended = bounds(member.to, NEVER if member.to is None else ALWAYS, NEVER)
    born = bounds(member.born, ALWAYS, ALWAYS if member.born is None else NEVER)
    start = max(begun[0], born[0]), max(begun[1], born[1])
    if on < start[0] or ended[1] < on:
        return False, NOTHING
    if start[1] <= on <= ended[0]:
        return True, NOTHING
    return None, frozenset({f"{path}.from", f"{path}.to"})


def _uncapped(here: Evaluation, on: Date) -> Iterator[Activity]:
    for activity in here.law.left_open:
        _, segment = here.segment(activity, on)
        if segment.permission is Permission.ALLOWED and any(hold.rule.permits for hold in segment.sure):
            yield activity


def _contested(here: Evaluation, ruling: Ruling, on: Date, amount: Tenge | TengeRange) -> Iterator[str]:
    if ruling.value.parameter is None:
        return
    for reading, other in here.law.alternatives(("cap_counts_the_person", "subsistence_minimum_2020")):
        (_, _, instead), _ = _reckon(here, ruling, on, here.law.reading(**{reading.name: other}))
        if instead != amount:
            choice = reading.choice(other)
            yield f"{reading.name}={other}: {instead} ({choice.says if choice else other})"
