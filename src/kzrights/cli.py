"""The command line: a case in, an answer out; exit status 0 answered, 2 wrong input, 1 a defect of ours."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final

from cyclopts import App, CycloptsError, Parameter, validators

import kzrights as kz
from kzrights import arguments
from kzrights.arguments import Activities, AsJson, CaseName, ChartFile, Lang, OnDay, Readings
from kzrights.cli_law import law_app
from kzrights.errors import CaseFileError, KzrightsError, TableError
from kzrights.languages import known
from kzrights.screen import (
    activity_lines,
    as_json,
    one_line,
    picture_screen,
    timeline_screen,
    values_lines,
)

if TYPE_CHECKING:
    from kzrights.cohorts.tallies import Tally

DEMO: Final = "atyrau-2016"

app = App(
    name="kzrights",
    help="What a person sanctioned by Kazakhstan's criminal law can do on a given day, until when, and why.",
    version=f"kzrights {kz.__version__}",
    help_format="plaintext",
)
app.command(law_app)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status: 0 answered, 2 wrong input, 1 a defect of ours."""
    if argv is not None:
        return _answered(list(argv))
    gc.disable()  # a process this short has nothing worth collecting, neither on the way nor at its end
    try:
        return _answered(sys.argv[1:])
    finally:
        gc.freeze()
        gc.enable()


def _answered(tokens: list[str]) -> int:
    _make_printable()
    try:
        return _printed(_run(tokens))
    except CycloptsError as error:
        return _refused(one_line(str(error)), "see kzrights --help")
    except CaseFileError as error:
        return _refused(*map(str, error.problems))
    except KzrightsError as error:
        return _refused(str(error))
    except (BrokenPipeError, SystemExit):  # rich turns the one into the other
        return _hung_up()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _defect(error)


def _run(tokens: list[str]) -> str | int | None:
    """Parse and call; a lone hyphen goes by another name meanwhile, lest it be taken for an option."""
    tokens = [arguments.STANDARD_INPUT if token == "-" else token for token in tokens]
    command, bound, _ = app.parse_args(tokens, print_error=False, exit_on_error=False)
    result: str | int | None = command(*bound.args, **bound.kwargs)
    return result


def _printed(result: str | int | None) -> int:
    if isinstance(result, str):
        sys.stdout.write(result + "\n")
    sys.stdout.flush()
    return result if isinstance(result, int) else 0


def _make_printable() -> None:
    """Let a stream that knows fewer characters than we print show ``?`` for them."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        reconfigure(errors="replace")


def _refused(*lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return 2


def _hung_up() -> int:
    """Keep the interpreter from complaining, at its end, that nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _defect(error: Exception) -> int:
    if os.environ.get("KZRIGHTS_DEBUG") == "1":
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    print(
        f"kzrights {kz.__version__} has a defect ({type(error).__name__}); please report it with the command you ran. "
        "KZRIGHTS_DEBUG=1 shows where it happened.",
        file=sys.stderr,
    )
    return 1


# --- What commands print beside their answer


def _with(chart: str, shown: str, json: bool) -> str:
    """Return what is printed where a chart was drawn too; beside JSON, standard error says which file it is."""
    if chart and json:
        print(f"wrote {chart}", file=sys.stderr)
    return f"{shown}\n\nwrote {chart}" if chart and not json else shown


def _check_outputs(parquet: str, spans: bool, csv: bool, json: bool) -> None:
    if parquet and not parquet.lower().endswith(".parquet"):
        raise TableError(f"--parquet: expected a file that ends in .parquet, got {parquet!r}")
    if spans and not parquet:
        raise TableError("--spans: expected --parquet FILE with it, to write the spans to")
    if csv and json:
        raise TableError("--csv: expected it or --json, got both")


def _tally(source: str, parquet: str, spans: bool, **asked: Any) -> Tally:
    from kzrights.cohorts.tallies import tally, tally_into
    from kzrights.progress import Bar

    with Bar("cases") as bar:
        if parquet:
            return tally_into(source, parquet, spans=spans, watch=bar, **asked)
        return tally(source, watch=bar, **asked)


def _tell_refusals(found: Tally) -> None:
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if found.refused:
        print(f"{found.refused:,} of {found.cases + found.refused:,} cases could not be read", file=sys.stderr)


# --- Commands


def _command() -> str:
    """Return how to call the command line from here: by name, or by the path it was called by."""
    called = os.path.basename(sys.argv[0]) == "kzrights" and not shutil.which("kzrights")
    return os.path.relpath(sys.argv[0]) if called else "kzrights"


@app.command
def demo() -> str:
    """Show the picture of a packaged case today, and what to try next."""
    tries = (
        f"{_command()} can {DEMO} open_bank_account",
        f"{_command()} timeline {DEMO} --activity organise_assembly",
        f"{_command()} cap {DEMO} --on 2021-06-01",
    )
    return picture(DEMO) + "\n\nTry next:\n" + "\n".join(f"  {one}" for one in tries)


@app.command
def picture(
    case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None, lang: Lang = "en"
) -> str:
    """Show every activity at once, the statuses of the day and the cap."""
    day, law, lang = arguments.day(on), arguments.law(reading), known(lang)
    shown = kz.picture(arguments.case(case), on=day, law=law)
    return as_json(shown.as_dict()) if json else picture_screen(shown, case, lang)


@app.command
def can(
    case: CaseName,
    activity: Annotated[str, Parameter(name="ACTIVITY", help="What the person may want to do; see activities.")],
    /,
    *activities: Annotated[str, Parameter(help="More of them.")],
    on: OnDay = "",
    json: AsJson = False,
    reading: Readings = None,
    lang: Lang = "en",
) -> str:
    """Say whether the person may do something on a day, until when, why, and what is not known."""
    wanted, day, law = (
        [arguments.activity(name) for name in (activity, *activities)],
        arguments.day(on),
        arguments.law(reading),
    )
    known(lang)
    facts = arguments.case(case)
    answers = [kz.can(facts, one, on=day, law=law) for one in wanted]
    return as_json([one.as_dict() for one in answers]) if json else "\n\n".join(one.explain(lang) for one in answers)


@app.command
def ask(
    case: CaseName,
    activity: Annotated[str, Parameter(name="ACTIVITY", help="What the person may want to do; see activities.")],
    /,
    *,
    on: OnDay = "",
    json: AsJson = False,
    reading: Readings = None,
    lang: Lang = "en",
) -> str:
    """Say which facts would settle a question that is unclear, in the order in which asking settles most."""
    wanted, day, law, lang = arguments.activity(activity), arguments.day(on), arguments.law(reading), known(lang)
    found = kz.ask_next(arguments.case(case), wanted, on=day, law=law)
    return as_json(found.as_dict()) if json else found.explain(lang)


@app.command
def timeline(
    case: CaseName,
    /,
    *,
    activity: Activities = None,
    chart: ChartFile = "",
    json: AsJson = False,
    reading: Readings = None,
    lang: Lang = "en",
) -> str:
    """Show statuses and answers for all dates; activities that are always allowed are left out."""
    wanted, law, lang = [arguments.activity(name) for name in activity or ()], arguments.law(reading), known(lang)
    whole = kz.timeline(arguments.case(case), law=law)
    if chart:
        kz.chart(whole, chart, activities=wanted, title=case)
    return _with(chart, as_json(whole.as_dict(*wanted)) if json else timeline_screen(whole, wanted, case, lang), json)


@app.command
def cap(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None, lang: Lang = "en") -> str:
    """Show how much of their wages a listed person may use in the month."""
    day, law, lang = arguments.day(on), arguments.law(reading), known(lang)
    found = kz.cap(arguments.case(case), on=day, law=law)
    return as_json(found.as_dict()) if json else found.explain(lang)


@app.command
def compare(
    case: CaseName,
    /,
    *,
    reform: Annotated[
        list[str] | None,
        Parameter(name="--reform", negative=(), help="A reform of the law, NAME or NAME@DAY; may be repeated."),
    ] = None,
    whatif: Annotated[
        list[str] | None,
        Parameter(name="--whatif", negative=(), help="A file of changes of the facts; may be repeated."),
    ] = None,
    activity: Activities = None,
    from_: Annotated[
        str, Parameter(name="--from", help="The first day; of totals, that of the facts if left out.")
    ] = "",
    to: Annotated[str, Parameter(name="--to", help="The first day not counted; of totals, tomorrow if left out.")] = "",
    wage: Annotated[int | None, Parameter(name="--wage", help="Earned in a month, in tenge.")] = None,
    chart: ChartFile = "",
    json: AsJson = False,
    reading: Readings = None,
) -> str:
    """Compare the case as it is with what it would be; each reform and each file of changes is a scenario of its own.

    Shows the spans whose permission changes, the rules that make the difference, and days and tenge in all.
    """
    wanted, law = [arguments.activity(name) for name in activity or ()], arguments.law(reading)
    start, end = arguments.given_day(from_, "--from"), arguments.given_day(to, "--to")
    facts = arguments.case(case)
    scenarios = [*map(arguments.reform, reform or ()), *(arguments.changed(name, facts) for name in whatif or ())]
    found = kz.compare(facts, *scenarios, from_=start, to=end, wage=wage, activities=wanted, law=law)
    if chart:
        kz.chart(found, chart, title=case)
    from kzrights.screen_comparison import comparison_screen

    return _with(chart, as_json(found.as_dict()) if json else comparison_screen(found, case), json)


@app.command
def study(
    study: Annotated[str, Parameter(name="STUDY", help="A study file, or the name of a packaged study: rights-lost.")],
    /,
    *,
    out: Annotated[
        list[str] | None,
        Parameter(name="--out", negative=(), help="Write the table to a .csv, .json or .parquet; may be repeated."),
    ] = None,
    json: AsJson = False,
) -> str:
    """Count how many days of each right many cases lost, under several scenarios.

    Shows days lost by right, case and scenario, and what the cap withholds where the study gives a wage.
    """
    from kzrights.progress import Bar
    from kzrights.studies.tables import check_path

    for path in out or ():
        check_path(path)
    asked = arguments.study(study)
    with Bar("cases and scenarios") as bar:
        found = kz.study(asked, watch=bar)
    for path in out or ():
        found.write(path)
    if json:
        return as_json(found.as_dict())
    from kzrights.screen_study import study_screen

    return study_screen(found)


@app.command
def cohort(
    source: Annotated[
        str,
        Parameter(
            name="SOURCE",
            help="A folder of case files; a .jsonl, .csv or .parquet with a case a row; or `all`, the packaged cases.",
        ),
    ],
    /,
    *,
    on: OnDay = "",
    activity: Activities = None,
    workers: Annotated[
        int, Parameter(name="--workers", validator=validators.Number(gte=1), help="Processes to work them out in.")
    ] = 1,
    parquet: Annotated[
        str, Parameter(name="--parquet", help="Write the answers of each case, too, into this file: .parquet.")
    ] = "",
    spans: Annotated[
        bool, Parameter(name="--spans", negative=(), help="With --parquet: from when until when each answer holds.")
    ] = False,
    csv: Annotated[bool, Parameter(name="--csv", negative=(), help="Print CSV.")] = False,
    json: AsJson = False,
    lang: Lang = "en",
) -> str:
    """Count how many of many cases have each permission on a day, activity by activity.

    Cases that cannot be read are named on standard error, and counted; the others are answered.
    """
    wanted, day, lang = [arguments.activity(name) for name in activity or kz.Activity], arguments.day(on), known(lang)
    _check_outputs(parquet, spans, csv, json)
    found = _tally(arguments.cases(source), parquet, spans, on=day, activities=wanted, workers=workers)
    _tell_refusals(found)
    from kzrights.screen_cohort import cohort_csv, cohort_screen

    shown = as_json(found.as_dict()) if json else cohort_csv(found) if csv else cohort_screen(found, lang)
    return _with(parquet, shown, json or csv)


@app.command
def rehabilitation(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None) -> str:
    """Say whether the person is to be rehabilitated, to what, until when, and what stands in the way."""
    day, law = arguments.day(on), arguments.law(reading)
    found = kz.rehabilitation(arguments.case(case), on=day, law=law)
    return as_json(found.as_dict()) if json else found.explain()


@app.command
def delisting(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None) -> str:
    """Say whether the person is on the financing list, and by which ways they get off it."""
    day, law = arguments.day(on), arguments.law(reading)
    found = kz.delisting(arguments.case(case), on=day, law=law)
    return as_json(found.as_dict()) if json else found.explain()


@app.command
def check(case: CaseName, /) -> None:
    """Read a case file and print every problem with its path and line; silent when there is none.

    What a file says against what is known of the law is a warning: it is printed, and the status stays 0.
    """
    from kzrights.contradictions import contradictions

    for warning in contradictions(arguments.case(case)):
        print(f"warning: {warning}", file=sys.stderr)


@app.command
def schema() -> str:
    """Print the JSON Schema of the case file."""
    from kzrights.casefile import schema

    return as_json(schema())


@app.command
def activities(*, json: AsJson = False, lang: Lang = "en") -> str:
    """List the activities one can ask about, by field of life."""
    lang = known(lang)
    if json:
        return as_json([{"activity": str(one), "field": one.field} for one in kz.Activity])
    return "\n".join(activity_lines(lang))


@app.command
def parameters(
    name: Annotated[str, Parameter(name="NAME", help="Only this one, such as minimum_wage.")] = "",
    /,
    *,
    json: AsJson = False,
) -> str:
    """List the dated amounts the law counts in, with their sources."""
    table = kz.LAW.parameters
    rows = table.history(name) if name else table.rows
    if json:
        from kzrights import plain

        return as_json(plain.parameters(rows))
    return "\n".join(line for one in dict.fromkeys(row.name for row in rows) for line in values_lines(one, rows))
