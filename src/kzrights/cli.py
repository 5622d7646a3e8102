"""The command line: a case in, an answer out; exit status 0 answered, 2 wrong input, 1 a defect of ours."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final

from attrs import asdict, evolve
from cyclopts import App, CycloptsError, Parameter
from pendulum import Date

import kzrights as kz
from kzrights.activities import FIELDS, in_field
from kzrights.answers import Permission
from kzrights.calendar import ALWAYS, NEVER
from kzrights.errors import CaseFileError, DateError, KzrightsError, LawError, Problem, UnknownName
from kzrights.examples import example, slugs
from kzrights.moments import Moment

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from kzrights.law.parameters import Parameter as Value
    from kzrights.law.rows import Row
    from kzrights.law.rules import Reading, Rule
    from kzrights.law.sources import Act

DEMO: Final = "atyrau-2016"
_STANDARD_INPUT: Final = "standard input"
_MARKS: Final = {
    Permission.ALLOWED: ("✓", "green"),
    Permission.CONDITIONAL: ("◐", "yellow"),
    Permission.UNCLEAR: ("?", "magenta"),
    Permission.PROHIBITED: ("✗", "red"),
}
_LEGEND: Final = (
    "✓ allowed   ◐ conditional: allowed if what is said is observed   ? unclear: the law or the facts leave it open\n"
    "✗ prohibited   * another reading of the law gives another answer   ° reported practice goes beyond the law\n"
    "until: the first day on which the answer changes; empty where nothing known ends it"
)
_ANOTHER_LOOK: Final = "kzrights can {} {} shows the whole reasoning, with citations."

OnDay = Annotated[str, Parameter(name="--on", help="The day, YYYY-MM-DD; today in Kazakhstan if left out.")]
AsJson = Annotated[bool, Parameter(name="--json", negative=(), help="Print JSON.")]
Readings = Annotated[
    list[str] | None,
    Parameter(
        name="--reading", negative=(), help="Take a contested question as NAME=CHOICE; see `kzrights law readings`."
    ),
]
CaseName = Annotated[
    str,
    Parameter(name="CASE", help="A case file, - for standard input, or the slug of a packaged case."),
]

app = App(
    name="kzrights",
    help="What a person sanctioned by Kazakhstan's criminal law can do on a given day, until when, and why.",
    version=f"kzrights {kz.__version__}",
    help_format="plaintext",
)
law_app = App(name="law", help="The law as modelled: check it, look at provisions, see what is covered.")
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
        return _refused(_one_line(str(error)), "see kzrights --help")
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
    tokens = [_STANDARD_INPUT if token == "-" else token for token in tokens]
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


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- What the arguments mean


def _day(text: str) -> Date:
    if not text:
        return kz.today_in_kazakhstan()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return kz.calendar.as_date(Date.fromisoformat(text), "--on")
    except DateError:
        raise
    except ValueError:
        pass
    raise DateError(f"--on: expected a day as YYYY-MM-DD, got {text!r}")


def _law(readings: list[str] | None) -> kz.Law:
    chosen = {}
    for one in readings or ():
        name, sign, choice = one.partition("=")
        if not sign:
            raise LawError(f"--reading: expected NAME=CHOICE, got {one!r}; see `kzrights law readings`")
        chosen[name.strip()] = choice.strip()
    return kz.LAW.reading(**chosen) if chosen else kz.LAW


def _activity(name: str) -> kz.Activity:
    return kz.Activity.named(re.sub(r"[\s-]+", "_", name.strip().lower()))


def _case(name: str) -> kz.Case:
    try:
        return _read(name)
    except CaseFileError as error:
        raise CaseFileError([evolve(one, path=one.path or name) for one in error.problems]) from None


def _read(name: str) -> kz.Case:
    from kzrights.casefile import load, loads

    if name == _STANDARD_INPUT:
        return loads(_standard_input())
    if os.path.isfile(name) or (name not in slugs() and _looks_like_a_path(name)):
        return load(name)
    if name in slugs():
        return example(name)
    raise UnknownName(f"case: expected a file, - or one of {', '.join(slugs())}; got {name!r}")


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
def picture(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None) -> str:
    """Show every activity at once, the statuses of the day and the cap."""
    day, law = _day(on), _law(reading)
    shown = kz.picture(_case(case), on=day, law=law)
    return _json(shown.as_dict()) if json else _picture(shown, case)


@app.command
def can(
    case: CaseName,
    activity: Annotated[str, Parameter(name="ACTIVITY", help="What the person may want to do; see activities.")],
    /,
    *activities: Annotated[str, Parameter(help="More of them.")],
    on: OnDay = "",
    json: AsJson = False,
    reading: Readings = None,
) -> str:
    """Say whether the person may do something on a day, until when, why, and what is not known."""
    wanted, day, law = [_activity(name) for name in (activity, *activities)], _day(on), _law(reading)
    facts = _case(case)
    answers = [kz.can(facts, one, on=day, law=law) for one in wanted]
    return _json([one.as_dict() for one in answers]) if json else "\n\n".join(one.explain() for one in answers)


@app.command
def timeline(
    case: CaseName,
    /,
    *,
    activity: Annotated[
        list[str] | None, Parameter(name="--activity", negative=(), help="Only this one; may be repeated.")
    ] = None,
    json: AsJson = False,
    reading: Readings = None,
) -> str:
    """Show statuses and answers for all dates; activities that are always allowed are left out."""
    wanted, law = [_activity(name) for name in activity or ()], _law(reading)
    whole = kz.timeline(_case(case), law=law)
    return _json(whole.as_dict(*wanted)) if json else _timeline(whole, wanted, case)


@app.command
def cap(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None) -> str:
    """Show how much of their wages a listed person may use in the month."""
    day, law = _day(on), _law(reading)
    found = kz.cap(_case(case), on=day, law=law)
    return _json(found.as_dict()) if json else "\n".join(_cap(found))


@app.command
def rehabilitation(case: CaseName, /, *, on: OnDay = "", json: AsJson = False, reading: Readings = None) -> str:
    """Say whether the person is to be rehabilitated, to what, until when, and what stands in the way."""
    day, law = _day(on), _law(reading)
    found = kz.rehabilitation(_case(case), on=day, law=law)
    return _json(found.as_dict()) if json else found.explain()


@app.command
def check(case: CaseName, /) -> None:
    """Read a case file and print every problem with its path and line; silent when there is none.

    What a file says against what is known of the law is a warning: it is printed, and the status stays 0.
    """
    from kzrights.contradictions import contradictions

    for warning in contradictions(_case(case)):
        print(f"warning: {warning}", file=sys.stderr)


@app.command
def schema() -> str:
    """Print the JSON Schema of the case file."""
    from kzrights.casefile import schema

    return _json(schema())


@app.command
def activities(*, json: AsJson = False) -> str:
    """List the activities one can ask about, by field of life."""
    if json:
        return _json([{"activity": str(one), "field": one.field} for one in kz.Activity])
    return "\n".join(line for field in FIELDS for line in (field, *(f"  {one}" for one in in_field(field))))


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

        return _json(plain.parameters(rows))
    return "\n".join(line for one in dict.fromkeys(row.name for row in rows) for line in _values(one, rows))


@law_app.default
def law() -> str:
    """Say what the law set holds."""
    acts = _by_act()
    return (
        f"{_size()} of {len(acts)} acts; {len(kz.LAW.readings)} questions the law leaves open.\n"
        'Look closer: kzrights law check · kzrights law show "79(3)" · kzrights law coverage · kzrights law readings'
    )


@law_app.command(name="check")
def law_check() -> str | int:
    """Check the law set: gaps and overlaps between editions, missing citations, unknown names."""
    faults = kz.LAW.check()
    if not faults:
        return f"the law set is clean: {_size()}"
    _printed("\n".join(map(str, faults)))
    return 1


@law_app.command(name="show")
def law_show(
    provision: Annotated[str, Parameter(name="PROVISION", help='Such as "79(3)", "CC 79(3)(2)" or "191-IV 12(8)".')], /
) -> str:
    """Show every rule that models a provision, in all its editions."""
    rules = [rule for rule in kz.LAW.rules if _cited(rule, provision)]
    if not rules:
        raise LawError(f"law show: no rule models {provision!r}; see `kzrights law coverage`")
    return "\n\n".join("\n".join(_rule(rule)) for rule in rules)


@law_app.command(name="coverage")
def law_coverage(*, json: AsJson = False) -> str:
    """Show which provisions are modelled, which activities no rule restricts, and what is left out or still open."""
    from kzrights.explain import open_activities

    if json:
        return _json(_accounts(open_activities()))
    covered = [line for act, rules in _by_act().items() for line in _coverage(act, rules)]
    open_ = [f"  {name}: {says}" for name, says in open_activities().items()]
    return "\n".join([*covered, "", "Activities that no rule restricts", *open_, *_rows()])


@law_app.command(name="readings")
def law_readings() -> str:
    """List the questions the law leaves open, with each defensible answer; the first is the default."""
    return "\n\n".join("\n".join(_reading(one)) for one in kz.LAW.readings)


# --- What people see


def _json(data: Any) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)


def _until(moment: Moment) -> str:
    if moment.exact:
        return "" if moment.exact == NEVER else str(moment.exact)
    return f"{moment.earliest} or later" if moment.latest == NEVER else f"{moment.earliest} to {moment.latest}"


def _span(start: Moment, end: Moment, between: str = "") -> str:
    until = f"until {_until(end)}" if _until(end) else ""
    if start.exact == ALWAYS:
        return until or "always"
    return f"from {_until(start)}{between or ' '}{until}" if until else f"from {_until(start)} on"


def _screen(*parts: RenderableType) -> str:
    """Return tables as text: coloured on a terminal, plain and 100 wide elsewhere."""
    import io
    import shutil

    from rich.console import Console

    terminal = _on_terminal()
    width = max(80, shutil.get_terminal_size().columns) if terminal else 100
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        color_system="standard" if _colours(terminal) else None,
        highlight=False,
    )
    with console.capture() as shown:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in shown.get().splitlines())


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _colours(terminal: bool) -> bool:
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _grid(rows: Iterable[Sequence[tuple[str, str]]], *widths: int, wrapping: int = 1) -> Table:
    """Return a table without lines: each cell is a text and its style, the last columns may wrap."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    for at, width in enumerate(widths):
        table.add_column(min_width=width or None, no_wrap=at < len(widths) - wrapping, overflow="fold")
    for row in rows:
        table.add_row(*(Text(text, style=style) for text, style in row))
    return table


def _heading(text: str) -> RenderableType:
    from rich.text import Text

    return Text(text, style="bold")


def _picture(shown: kz.Picture, case: str) -> str:
    from rich.text import Text

    parts: list[RenderableType] = [_heading(f"{case} on {shown.on}"), "", *_statuses(shown.statuses, shown.on)]
    if shown.cap:
        parts += ["", *(Text(line) for line in _cap(shown.cap))]
    for field in FIELDS:
        rows = [_row(shown[activity]) for activity in in_field(field)]
        parts += ["", _heading(field), _grid(rows, 28, 13, 10, 0, wrapping=2)]
    asked = next((str(one.activity) for one in shown.answers if one.reasons), str(shown.answers[0].activity))
    return _screen(*parts, "", Text(f"{_LEGEND}\n{_ANOTHER_LOOK.format(case, asked)}"))


def _statuses(statuses: Iterable[kz.Status], on: Date | None = None) -> Iterator[RenderableType]:
    yield _heading("statuses")
    rows = [
        (
            (f"  {one.kind.label}{_doubt(one, on)}", ""),
            (_span(one.from_, one.until, "" if one.from_.exact and one.until.exact else "\n"), ""),
            (str(one.rule.provision) + _ground(one), "dim"),
        )
        for one in statuses
    ]
    yield _grid(rows, 28, 0, 0, wrapping=2) if rows else "  none"


def _doubt(status: kz.Status, on: Date | None) -> str:
    perhaps = on is not None and status.holds_on(on) is None
    words = [word for word, said in (("perhaps", perhaps), ("presumed", status.presumed)) if said]
    return f" ({', '.join(words)})" if words else ""


def _ground(status: kz.Status) -> str:
    end = status.traits.lawful_end
    return f"; its ground ends on {end}" if end and end.earliest != NEVER else ""


def _row(answer: kz.Answer) -> tuple[tuple[str, str], ...]:
    mark, style = _MARKS[answer.permission]
    signs = ("*" if answer.contested else "") + ("°" if answer.practice else "")
    return (
        (f"  {answer.activity.label}", ""),
        (f"{mark} {answer.permission}{signs}", style),
        (_until(answer.until), ""),
        (_why(answer), "dim"),
    )


def _why(answer: kz.Answer) -> str:
    if answer.missing:
        return "not known: " + "; ".join(dict.fromkeys(one.says for one in answer.missing))
    if answer.conditions:
        return "; ".join(one.says for one in answer.conditions)
    return answer.reasons[0].provision + _lapsed(answer.reasons[0]) if answer.reasons else ""


def _lapsed(reason: kz.Reason) -> str:
    return f", without a ground since {reason.lapsed_since}" if reason.lapsed_since else ""


def _cap(found: kz.Cap) -> Iterator[str]:
    from kzrights.explain import cite

    if found.capped is False or found.month is None:
        yield f"no cap on {found.on}: the person is not listed"
        return
    perhaps = "" if found.capped else ", if the person is listed"
    yield f"cap on wages in {found.month.format('YYYY-MM')}{perhaps}: {found.amount}"
    least, most = found.members or (0, 0)
    count = str(least) if least == most else f"{least} or more" if most is None else f"{least} to {most}"
    basis = f" ({found.basis.replace('_', ' ')})" if found.basis else ""
    yield f"  {found.per_member}{basis} for each family member, of whom {count} counted"
    if found.rule:
        yield f"  {cite(found.rule)}"
    if found.uncapped:
        yield f"  no cap on: {', '.join(one.label for one in found.uncapped)}"
    yield from (f"  not known: {one}" for one in found.missing)
    yield from (f"  contested: {one}" for one in found.contested)


def _timeline(whole: kz.Timeline, wanted: list[kz.Activity], case: str) -> str:
    parts: list[RenderableType] = [_heading(f"{case}, all dates"), "", *_statuses(whole.statuses)]
    for field in FIELDS:
        shown = [one for one in in_field(field) if one in wanted or (not wanted and len(whole.spans(one)) > 1)]
        if shown:
            parts += ["", _heading(field), _grid((row for one in shown for row in _stretches(whole, one)), 28, 32, 0)]
    return _screen(*parts)


def _stretches(whole: kz.Timeline, activity: kz.Activity) -> Iterator[tuple[tuple[str, str], ...]]:
    name = f"  {activity.label}"
    for one in whole.spans(activity):
        mark, style = _MARKS[one.permission]
        ground = ", without a ground" if one.lapsed and one.permission else ""
        yield (
            (name, ""),
            (_span(Moment.on(one.span.start), Moment.on(one.span.end)), ""),
            (f"{mark} {one.permission}{ground}", style),
        )
        name = ""


def _values(name: str, rows: Iterable[Value]) -> Iterator[str]:
    yield name
    for row in rows:
        if row.name == name:
            days = f"from {row.since}" + ("" if row.until == NEVER else f" until {row.until}")
            yield f"  {row.value!s:>9}  {days}  {row.citation} ({row.confidence})"
            yield f"             {row.url}"


def _size() -> str:
    series = {rule.series for rule in kz.LAW.rules}
    return f"{len(series)} rules, {len(kz.LAW.rules)} editions"


def _by_act() -> dict[Act, list[Rule]]:
    acts: dict[Act, list[Rule]] = {}
    for rule in kz.LAW.rules:
        acts.setdefault(rule.provision.act, []).append(rule)
    return acts


def _coverage(act: Act, rules: list[Rule]) -> Iterator[str]:
    articles = dict.fromkeys(rule.provision.article for rule in rules)
    yield f"{act.name} ({act.number}), read to the edition of {act.newest}: {len(rules)} rules"
    yield f"  {'; '.join(articles)}"
    yield f"  {act.address()}"


def _accounts(open_activities: dict[str, str]) -> dict[str, Any]:
    """Return all of `law coverage` as data."""
    from kzrights.law.rows import rows

    acts = {act.name: list(dict.fromkeys(one.provision.article for one in of)) for act, of in _by_act().items()}
    accounted = [{**asdict(row), "state": row.state} for row in rows()]
    return {"acts": acts, "open_activities": open_activities, "rows": accounted}


def _rows() -> Iterator[str]:
    """Yield what became of the rows that were read: how many of each table, then those not modelled as a whole."""
    from kzrights.law.rows import State, by_table, rows

    yield from ("", "What was read, row by row")
    yield from (_counted(table, found) for table, found in by_table().items())
    for title, state in (
        ("Still to be modelled", State.OPEN),
        ("Left out", State.LEFT_OUT),
        ("Modelled, but for a part", State.MODELLED),
    ):
        yield from ("", title)
        yield from (f"  {row.id} {row.about}: {row.says}" for row in rows() if row.state is state and row.says)


def _counted(table: str, found: Sequence[Row]) -> str:
    from kzrights.law.rows import State

    ids = found[0].id if len(found) == 1 else f"{found[0].id} to {found[-1].id}"
    numbers = (f"{sum(row.state is state for row in found)} {state}" for state in State)
    return f"  {table} ({ids}): {', '.join(numbers)}"


def _cited(rule: Rule, wanted: str) -> bool:
    """Say whether a rule cites the provision wanted or one inside it, with or without the act's name before it."""
    article = _article(wanted, rule.provision.act)
    places = [place.strip() for place in rule.provision.article.split(",")]
    return article == rule.provision.article or any(_inside(place, article) for place in places)


def _inside(place: str, article: str) -> bool:
    if several := re.fullmatch(r"(\d+)-(\d+)", place):
        return article == place or (article.isdecimal() and int(several[1]) <= int(article) <= int(several[2]))
    return place == article or place.startswith((f"{article}(", f"{article}-("))


def _article(wanted: str, act: Act) -> str:
    """Return what is left of a citation without the name of ``act``."""
    text = _one_line(wanted)
    for name in sorted(_names(act), key=len, reverse=True):
        if re.match(rf"{re.escape(name)}[ ,]", text, re.IGNORECASE):
            text = text[len(name) + 1 :]
            break
    return re.sub(r"^\s*(art(icle|\.)?\s+)?", "", text, flags=re.IGNORECASE)


def _names(act: Act) -> set[str]:
    from kzrights.law import acts

    short = {name for name, value in vars(acts).items() if value == act}
    return {*short, act.name, act.number.rpartition("No ")[2]}


def _rule(rule: Rule) -> Iterator[str]:
    end = "" if rule.until == NEVER else f" until {rule.until}"
    yield f"{rule.provision}  ({rule.name})"
    yield f"  {_one_line(rule.norm)}"
    yield f"  edition: from {rule.since}{end}" + (f", by the law of {rule.amended_by}" if rule.amended_by else "")
    yield f"  clock: {rule.clock}; confidence: {rule.confidence}" + (f" ({rule.source})" if rule.source else "")
    yield f"  {rule.address}"


def _reading(one: Reading) -> Iterator[str]:
    yield f"{one.name}: {one.question}"
    for choice in one.choices:
        default = " (default)" if choice.name == one.default else ""
        yield f"  {one.name}={choice.name}{default}: {choice.says}"
        yield f"    {choice.source}"
