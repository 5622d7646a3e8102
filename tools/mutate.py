"""Mutation testing of the law: ``python -m tools.mutate [module ...] [--rules] [--statements] [--sample N]``.

One process collects the tests and notes which test touches which rule and line. Each mutant is a change made
in a forked child, which runs the tests that touch it until one fails. Survivors are listed; ``mutants.toml``
says why some must survive. Outcomes lie in ``build/mutation``.
"""

from __future__ import annotations

import argparse
import random
import sys
from itertools import chain

from tools.mutation import caches, of_constants, of_rules, of_statements, report, runner
from tools.mutation.mutant import Fate, Kind, Mutant, Result
from tools.mutation.report import Reasons


def options(args: list[str] | None = None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description="Change the law in one place; a test must fail.")
    parser.add_argument("modules", nargs="*", help="modules of the law; all unless named")
    parser.add_argument("--rules", action="store_true", help="mutants of rules only")
    parser.add_argument("--statements", action="store_true", help="mutants of statements and constants only")
    parser.add_argument("--sample", type=int, metavar="N", help="take N of these by chance")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--survivors", action="store_true", help="only those that survived the last run")
    parser.add_argument("--budget", type=float, default=20, help="seconds of tests for each mutant")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args(args)


def chosen(asked: argparse.Namespace, reasons: Reasons) -> list[Mutant]:
    """Return the mutants asked for."""
    both = asked.rules == asked.statements
    of = chain(of_rules.mutants() if asked.rules or both else (), _sampled(asked) if asked.statements or both else ())
    found = [mutant for mutant in of if reasons.counts(mutant)]
    if asked.modules:
        found = [mutant for mutant in found if mutant.module in asked.modules]
    if asked.survivors:
        last = {result.id for result in report.read() if result.fate is not Fate.KILLED}
        found = [mutant for mutant in found if mutant.id in last]
    return found


def _sampled(asked: argparse.Namespace) -> list[Mutant]:
    found = [*of_statements.mutants(), *of_constants.mutants()]
    if asked.sample is None or asked.sample >= len(found):
        return found
    return random.Random(asked.seed).sample(found, asked.sample)


def main() -> int:
    """Run the mutants and report; 1 where one survives that nothing explains."""
    asked, reasons = options(), Reasons.read()
    results: list[Result] = []

    def work(suite: runner.Suite) -> None:
        pool = runner.Pool(asked.jobs)
        mutants = chosen(asked, reasons)
        selection = runner.Selection(
            runner.traces(suite, pool), asked.budget, {name: suite.text(name) for name in suite.items}
        )
        caches.fill()
        results.extend(reasons.judged(result) for result in runner.run(suite, pool, selection, mutants))

    runner.collect(work)
    return _report(results, reasons)


def _report(results: list[Result], reasons: Reasons) -> int:
    results.sort(key=lambda result: (list(Kind).index(Kind(result.kind)), result.module, result.id))
    report.write(results)
    print("", *report.lines(results, reasons), sep="\n")
    return int(any(result.fate is Fate.SURVIVED for result in results))


if __name__ == "__main__":
    sys.exit(main())
