"""The commands on the law itself: ``kzrights law`` and what follows it."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

import kzrights as kz
from kzrights.arguments import AsJson
from kzrights.errors import LawError
from kzrights.screen import (
    accounts,
    as_json,
    by_act,
    cited,
    coverage_lines,
    reading_lines,
    rows_lines,
    rule_lines,
    size,
)

law_app = App(name="law", help="The law as modelled: check it, look at provisions, see what is covered.")


@law_app.default
def law() -> str:
    """Say what the law set holds."""
    acts = by_act()
    return (
        f"{size()} of {len(acts)} acts; {len(kz.LAW.readings)} questions the law leaves open.\n"
        'Look closer: kzrights law check · kzrights law show "79(3)" · kzrights law coverage · kzrights law readings'
    )


@law_app.command(name="check")
def law_check() -> str | int:
    """Check the law set: gaps and overlaps between editions, missing citations, unknown names."""
    faults = kz.LAW.check()
    if not faults:
        return f"the law set is clean: {size()}"
    print("\n".join(map(str, faults)))
    return 1


@law_app.command(name="show")
def law_show(
    provision: Annotated[str, Parameter(name="PROVISION", help='Such as "79(3)", "CC 79(3)(2)" or "191-IV 12(8)".')], /
) -> str:
    """Show every rule that models a provision, in all its editions."""
    rules = [rule for rule in kz.LAW.rules if cited(rule, provision)]
    if not rules:
        raise LawError(f"law show: no rule models {provision!r}; see `kzrights law coverage`")
    return "\n\n".join("\n".join(rule_lines(rule)) for rule in rules)


@law_app.command(name="coverage")
def law_coverage(*, json: AsJson = False) -> str:
    """Show which provisions are modelled, which activities no rule restricts, and what is left out or still open."""
    from kzrights.explain import open_activities

    if json:
        return as_json(accounts(open_activities()))
    covered = [line for act, rules in by_act().items() for line in coverage_lines(act, rules)]
    open_ = [f"  {name}: {says}" for name, says in open_activities().items()]
    return "\n".join([*covered, "", "Activities that no rule restricts", *open_, *rows_lines()])


@law_app.command(name="readings")
def law_readings() -> str:
    """List the questions the law leaves open, with each defensible answer; the first is the default."""
    return "\n\n".join("\n".join(reading_lines(one)) for one in kz.LAW.readings)
