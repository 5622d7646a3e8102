"""Any number of cases, batch by batch: the same answers in files, whatever stops a run or holds the cases."""

from __future__ import annotations

import csv
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from pendulum import Date
from tools.cohorts import equal, people

import kzrights as kz
from kzrights import Activity, cli, dumps
from kzrights.cohorts import Results, Streamed, batches, cases_in, cohort, results, running, stream, streamed, streams
from kzrights.cohorts.results import Batch
from kzrights.cohorts.sources import how_many
from kzrights.errors import CaseFileError, CohortError, DateError, TableError, UnknownName

SECRET = "Xenophon Quux"
SOME = ("open_bank_account", "vote", "speak_publicly")
SLUGS = ("almaty-2019", "atyrau-2016", "kaskelen-2021", "nursultan-2021")
CASES = {slug: kz.example(slug) for slug in SLUGS}
DAYS = (Date(2016, 2, 5), Date(2020, 11, 15), Date(2023, 6, 1), Date(2045, 1, 1))
BAD = f"kzrights: 1\nperson: {{label: {SECRET}}}\noops: 1\n"


def table(size: int = 10) -> pl.DataFrame:
    """Return cases of which the third and the last cannot be read."""
    texts = [dumps(CASES[SLUGS[at % len(SLUGS)]]) for at in range(size)]
    texts[2] = texts[-1] = BAD
    return pl.DataFrame({"name": [f"n{at}" for at in range(size)], "case": texts})


@pytest.fixture(scope="module")
def whole() -> Results:
    (one,) = batches(table(), activities=SOME)
    return one


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "people.jsonl"
    table().write_ndjson(path)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


# --- Batches


def test_columns_and_single_cases_tell_the_same() -> None:
    """A small run of ``make cohorts-equal``: random cases, all activities, on days that hurt."""
    packaged = equal.chunk(-1, days=8, bound=True)
    some = equal.drawn(1, 3)
    with equal.by_the_bound():
        drawn = equal.compared(some, equal.asked_days(some, 8, random.Random(1)))
    assert packaged["answers"] == len(kz.slugs()) * len(Activity) * 8
    assert drawn["answers"] == 3 * len(Activity) * 8
    assert packaged["different"] == drawn["different"] == 0
    assert packaged["unclear"] > 0 < packaged["lapsed"]


def test_spans_answer_as_each_case_alone(whole: Results) -> None:
    answers = whole.answers(DAYS)
    assert answers.height == 8 * len(SOME) * len(DAYS)
    for row in answers.iter_rows(named=True):
        alone = kz.can(CASES[SLUGS[row["place"] % len(SLUGS)]], row["activity"], on=row["on"])
        told = (row["permission"], row["at_least"], row["at_most"], row["exact"])
        assert told == (str(alone.permission), str(alone.outcomes[0]), str(alone.outcomes[-1]), alone.exact)


def test_days_are_asked_in_any_order_and_once(whole: Results) -> None:
    asked = [DAYS[2], DAYS[0], DAYS[2]]
    assert whole.answers(asked)["on"].to_list()[:4] == [DAYS[0], DAYS[2]] * 2
    assert whole.answers(asked).height == 8 * len(SOME) * 2
    assert whole.answers([]).height == 0
    assert whole.answers([]).schema == whole.answers(asked).schema


def test_spans_of_a_case_follow_on_each_other_from_always_on_for_ever(whole: Results) -> None:
    spans = whole.spans()
    assert spans.columns[:6] == ["place", "case", "activity", "from", "until", "permission"]
    assert spans["activity"].unique(maintain_order=True).to_list() == [*SOME]
    assert spans["place"].is_sorted()
    for _, one in spans.group_by("place", "activity"):
        assert one["from"].to_list() == [None, *one["until"].to_list()[:-1]]
        assert one["until"][-1] is None
        assert one["until"].drop_nulls().is_sorted()


def test_spans_are_those_of_the_timeline(whole: Results) -> None:
    spans = whole.spans().filter(pl.col("activity") == "open_bank_account", pl.col("place") == 0)
    stretches = kz.timeline(CASES["almaty-2019"]).spans(Activity.OPEN_BANK_ACCOUNT)
    assert any(one.lapsed for one in stretches)
    told = [pair for pair, _ in itertools.groupby(spans.select("permission", "lapsed").rows())]
    assert told == [(str(one.permission), one.lapsed) for one in stretches]


def test_the_size_of_batches_makes_no_difference(whole: Results) -> None:
    for size in (1, 3, 100):
        parts = list(batches(table(), activities=SOME, batch=size))
        assert pl.concat(one.spans() for one in parts).equals(whole.spans())
        assert pl.concat(one.refusals() for one in parts).equals(whole.refusals())
        assert sum(map(len, parts)) == 10


def test_what_cannot_be_read_is_told_with_its_place_and_nothing_of_it(whole: Results) -> None:
    message = "expected a known key, got another; known are person, household, custody"
    rows = whole.refusals().rows(named=True)
    assert [(row["place"], row["case"], row["path"], row["line"]) for row in rows] == [
        (2, "n2", "oops", 3),
        (9, "n9", "oops", 3),
    ]
    assert rows[0]["message"].startswith(message)
    shown = repr(whole) + str(whole.refusals()) + repr(whole.refused) + repr(Batch(0, (("a", BAD.encode()),)))
    assert SECRET not in shown


def test_nobody_and_nothing() -> None:
    assert list(batches(table().head(0))) == []
    assert Results((Activity.VOTE,)).spans().height == Results(()).spans().height == Results(()).refusals().height == 0
    (unread,) = batches(table().slice(2, 1), activities=["vote"])
    assert (unread.spans().height, len(unread)) == (0, 1)


def test_several_workers_find_the_same(whole: Results) -> None:
    parts = list(batches(table(), activities=SOME, batch=2, workers=2))
    assert pl.concat(one.spans() for one in parts).equals(whole.spans())


def die(_: Batch) -> Results:
    os._exit(9)


def test_a_worker_that_is_lost_is_told() -> None:
    work = running._in_processes(die, 2, running.batched(iter([("a", b"")] * 5), 1))  # type: ignore[arg-type]
    with pytest.raises(CohortError, match="workers: expected all processes to last, lost one"):
        list(work)


def test_another_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    order = running.asked(["vote"])
    monkeypatch.setattr(running, "fingerprint", lambda: "another")
    with pytest.raises(CohortError, match="workers: expected the same kzrights on every machine"):
        order(Batch(0, ()))


def test_no_more_is_handed_out_than_so_many_ahead() -> None:
    class Done:
        def __init__(self, batch: Batch) -> None:
            self.batch, self.cancelled = batch, False

        def result(self) -> Results:
            if self.batch.first == 6:
                raise CohortError("broken")
            return Results(())

        def cancel(self) -> None:
            self.cancelled = True

    handed: list[Done] = []

    def submit(batch: Batch) -> Done:
        handed.append(Done(batch))
        return handed[-1]

    work = running.in_order(submit, running.batched(iter([("", b"")] * 20), 1), 3)
    assert [next(work)[0].first for _ in range(6)] == [*range(6)]
    assert len(handed) == 9
    with pytest.raises(CohortError):
        next(work)
    assert [one.cancelled for one in handed] == [False] * 7 + [True] * 3


@pytest.mark.parametrize(
    ("options", "error", "told"),
    [
        ({"batch": 0}, ValueError, "batch: expected 1 case or more, got 0"),
        ({"workers": 0}, ValueError, "workers: expected 1 or more, got 0"),
        ({"activities": ["votes"]}, UnknownName, "'votes'"),
    ],
)
def test_what_cannot_be_asked_is_refused(options: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        list(batches(table(), **options))


# --- Files


def streaming(source: Any, to: Path, **more: Any) -> Streamed:
    return stream(source, to, **{"activities": SOME, "batch": 3, **more})


def test_a_folder(lines: Path, tmp_path: Path, whole: Results) -> None:
    seen: list[int] = []
    told = streaming(lines, tmp_path / "out", watch=seen.append)
    assert (told.cases, told.refused, seen) == (8, 2, [3, 6, 9, 10])
    assert told.scan().collect().equals(whole.spans())
    assert told.problems().equals(whole.refusals())
    assert told.on(*DAYS).collect().equals(whole.answers(DAYS))
    assert streamed(tmp_path / "out") == told
    names = [name.split("-")[:2] for name in contents(tmp_path / "out")]
    assert names == [
        *(["part", f"00000{at}"] for at in range(4)),
        ["refused/part", "000000"],
        ["refused/part", "000003"],
        ["whole.json"],
    ]


def test_a_file(lines: Path, tmp_path: Path, whole: Results) -> None:
    (tmp_path / "out.parquet").write_text("something of before", encoding="utf-8")
    told = streaming(lines, tmp_path / "out.parquet")
    assert pl.read_parquet(tmp_path / "out.parquet").equals(whole.spans())
    assert pl.read_parquet(tmp_path / "out.refused.parquet").equals(whole.refusals())
    assert (told.cases, told.refused) == (8, 2)
    assert {one.name for one in tmp_path.iterdir()} == {lines.name, "out.parquet", "out.refused.parquet"}


def test_answers_on_some_days(lines: Path, tmp_path: Path, whole: Results) -> None:
    told = streaming(lines, tmp_path / "out", on=DAYS)
    assert told.scan().collect().equals(whole.answers(DAYS))
    with pytest.raises(CohortError, match="on: expected spans to look a day up in"):
        told.on(DAYS[0])
    with pytest.raises(DateError, match=r"on: expected a pendulum\.Date"):
        streaming(lines, tmp_path / "other", on=["2020-01-01"])


def test_nobody_makes_a_whole_folder(tmp_path: Path) -> None:
    told = streaming(table().head(0), tmp_path / "out")
    assert (told.cases, told.refused, told.scan().collect().height) == (0, 0, 0)
    assert told == streaming(table().head(0), tmp_path / "out")


@pytest.mark.parametrize("workers", [1, 2])
def test_files_are_the_same_each_time(lines: Path, tmp_path: Path, workers: int) -> None:
    streaming(lines, tmp_path / "one")
    streaming(lines, tmp_path / "two", workers=workers)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


class Stopped(Exception):
    """Somebody pulled the plug."""


def stop_at(cases: int) -> Callable[[int], None]:
    def watch(done: int) -> None:
        if done >= cases:
            raise Stopped

    return watch


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the place of each batch that is worked out."""
    seen: list[int] = []

    def work_out(batch: Batch, *rest: Any) -> Results:
        seen.append(batch.first)
        return results.work_out(batch, *rest)

    monkeypatch.setattr(running, "work_out", work_out)
    return seen


def test_a_run_that_was_stopped_goes_on(lines: Path, tmp_path: Path, counting: list[int]) -> None:
    with pytest.raises(Stopped):
        streaming(lines, tmp_path / "out", watch=stop_at(6))
    with pytest.raises(CohortError, match="out: expected all parts of a run, got fewer; stream again into it to go on"):
        streamed(tmp_path / "out")
    assert counting == [0, 3]
    streaming(lines, tmp_path / "out")
    assert counting == [0, 3, 6, 9]
    streaming(lines, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    del counting[:]
    assert streaming(lines, tmp_path / "out") == streamed(tmp_path / "out")
    assert counting == []


def test_a_run_into_a_file_goes_on(lines: Path, tmp_path: Path, counting: list[int], whole: Results) -> None:
    with pytest.raises(Stopped):
        streaming(lines, tmp_path / "out.parquet", watch=stop_at(3))
    assert not (tmp_path / "out.parquet").exists()
    streaming(lines, tmp_path / "out.parquet")
    assert counting == [0, 3, 6, 9]
    assert pl.read_parquet(tmp_path / "out.parquet").equals(whole.spans())


def test_a_run_that_was_killed_goes_on(lines: Path, tmp_path: Path) -> None:
    code = f"""
import os, signal
from kzrights.cohorts import stream
kill = lambda done: os.kill(os.getpid(), signal.SIGKILL)
stream({str(lines)!r}, {str(tmp_path / "out.parquet")!r}, activities={SOME!r}, batch=3, watch=kill)
"""
    killed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    parts = tmp_path / "out.parquet.parts"
    (first,) = parts.glob("part-*")
    for place in (parts, parts / "refused"):
        (place / ".part-000001-x.parquet.1").write_bytes(b"PAR1 and no more")
    assert streaming(lines, tmp_path / "out.parquet").cases == 8
    assert contents(tmp_path).keys() == {lines.name, "out.parquet", "out.refused.parquet"}
    assert not parts.exists()
    streaming(lines, tmp_path / "whole")
    assert first.name in contents(tmp_path / "whole")
    assert pl.read_parquet(tmp_path / "out.parquet").equals(streamed(tmp_path / "whole").scan().collect())


def test_folders_may_be_called_anything(tmp_path: Path, whole: Results) -> None:
    here = tmp_path / "a [b] * ?"
    here.mkdir()
    table().write_parquet(here / "people.parquet")
    assert streaming(here / "people.parquet", here / "out").scan().collect().equals(whole.spans())
    assert streaming(here / "people.parquet", here / "out.parquet").problems().equals(whole.refusals())


def test_files_of_others_stay(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "out.parquet.parts").mkdir()
    (tmp_path / "out.parquet.parts" / "notes.txt").write_text("mine", encoding="utf-8")
    streaming(lines, tmp_path / "out.parquet")
    assert [one.name for one in (tmp_path / "out.parquet.parts").iterdir()] == ["notes.txt"]


def test_what_is_half_written_is_never_taken_for_whole(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counting: list[int]
) -> None:
    def half(_: pl.DataFrame, file: Any) -> None:
        file.write(b"PAR1 and no more")
        raise Stopped

    with monkeypatch.context() as broken:
        broken.setattr(pl.DataFrame, "write_parquet", half)
        with pytest.raises(Stopped):
            streaming(lines, tmp_path / "out")
    assert contents(tmp_path / "out") == {}
    streaming(lines, tmp_path / "out")
    assert counting == [0, 0, 3, 6, 9]


def test_a_part_without_its_rows_is_not_there(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counting: list[int]
) -> None:
    """What was refused is written first: a run killed between the two works the batch out again."""
    write = streams.write

    def stop_before_rows(frame: pl.DataFrame, path: Path) -> None:
        if path.parent.name != "refused":
            raise Stopped
        write(frame, path)

    with monkeypatch.context() as broken:
        broken.setattr(streams, "write", stop_before_rows)
        with pytest.raises(Stopped):
            streaming(lines, tmp_path / "out")
    assert [name[:11] for name in contents(tmp_path / "out")] == ["refused/par"]
    streaming(lines, tmp_path / "out")
    assert counting == [0, 0, 3, 6, 9]
    streaming(lines, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize(
    "other",
    [
        {"activities": ["vote"]},
        {"on": DAYS},
        {"batch": 4},
        {"source": table(10).with_columns(name=pl.lit("x"))},
        {"source": table(4)},
    ],
    ids=["activities", "days", "batch", "cases", "fewer cases"],
)
def test_parts_of_another_run_are_refused(tmp_path: Path, other: dict[str, Any]) -> None:
    streaming(table(), tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(CohortError, match="out: expected parts of this run, got part-00000"):
        streaming(other.pop("source", table()), tmp_path / "out", **other)
    after = contents(tmp_path / "out")
    del before["whole.json"]
    assert before.items() <= after.items()
    with pytest.raises(CohortError):
        streamed(tmp_path / "out")


def test_what_another_run_left_behind_is_never_taken_in(tmp_path: Path) -> None:
    """Its refusals without its rows; a part of a run that went on beside this one."""
    streaming(table(), tmp_path / "other", activities=["vote"])
    stray = max((tmp_path / "other" / "refused").iterdir())
    for place in ("one/refused", "two"):
        (tmp_path / place).mkdir(parents=True)
        to = tmp_path / place.partition("/")[0]

        def leave(_: int, place: str = place) -> None:
            (tmp_path / place / stray.name).write_bytes(stray.read_bytes())

        with pytest.raises(CohortError, match=r"expected parts of this run, got part-000003"):
            streaming(table(), to, watch=leave)
        with pytest.raises(CohortError, match="expected all parts of a run"):
            streamed(to)


def test_a_place_one_cannot_write_to(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(TableError, match="taken: expected a place one can write to"):
        streaming(lines, tmp_path / "taken")


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_memory_holds_some_batches_and_not_the_file(tmp_path: Path, suffix: str) -> None:
    """Some forty megabytes of cases go through five."""
    sources = [{"title": "x" * 9_900}] * 4
    text = json.dumps({"kzrights": 1, "person": {"label": "a"}, "sources": sources})
    path = tmp_path / f"people{suffix}"
    with path.open("w", encoding="utf-8", newline="") as file:
        if suffix == ".csv":
            csv.writer(file).writerows([("name", "case"), *((f"n{at}", text) for at in range(1_000))])
        else:
            file.writelines(json.dumps({"name": f"n{at}", "case": text}) + "\n" for at in range(1_000))
    assert path.stat().st_size > 39_000_000
    tracemalloc.start()
    try:
        told = stream(path, tmp_path / "out", activities=["vote"], batch=20)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told.cases == 1_000
    assert peak < 5_000_000


# --- Sources


def as_csv(path: Path) -> Any:
    table().write_csv(path / "people.csv")
    return path / "people.csv"


def as_parquet(path: Path) -> Any:
    table().write_parquet(path / "people.parquet", row_group_size=4)
    return path / "people.parquet"


def as_lines(path: Path) -> Any:
    table().write_ndjson(path / "people.ndjson")
    return path / "people.ndjson"


class Reader:
    """A reader of batches, as pyarrow and DuckDB give them."""

    def read_next_batch(self) -> Any:
        """Mark it as one."""

    def __iter__(self) -> Iterator[Any]:
        yield from (Capsules(one) for one in table().iter_slices(4))


class Capsules:
    """A table known by nothing but the Arrow C stream interface."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize(
    "source", [as_csv, as_parquet, as_lines, lambda _: Capsules(table()), lambda _: Reader(), lambda _: table()]
)
def test_every_source_gives_the_same(
    source: Callable[[Path], Any], tmp_path: Path, whole: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzrights.cohorts.rows._AT_ONCE", 3)
    parts = list(batches(source(tmp_path), activities=SOME, batch=4))
    assert pl.concat(one.spans() for one in parts).equals(whole.spans())
    assert pl.concat(one.refusals() for one in parts).equals(whole.refusals())


@pytest.mark.parametrize("source", [as_csv, as_parquet, as_lines])
def test_how_many_there_are(source: Callable[[Path], Any], tmp_path: Path) -> None:
    assert how_many(source(tmp_path)) == 10


def test_how_many_there_are_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.json", "c.txt"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    assert (how_many(tmp_path), how_many(tmp_path / "a.yaml")) == (2, 1)


def refused(source: Any) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    list(cases_in(source, refused=lambda name, error: told.append((name, str(error.problems[0])))))
    return told


def test_rows_that_hold_no_text(tmp_path: Path) -> None:
    some = pl.DataFrame(
        {"name": ["a", None, "c"], "case": [None, "", "kzrights: 1"]}, schema_overrides={"name": pl.String}
    )
    message = "case: expected the text of a case file, got none"
    assert refused(some)[0] == ("a", message)
    assert [name for name, _ in refused(some)] == ["a", "row 2", "c"]
    assert refused(pl.DataFrame({"name": [1], "case": [2]})) == [("1", message.replace("none", "another"))]
    (tmp_path / "a.csv").write_text("name,case\nonly\n", encoding="utf-8")
    assert refused(tmp_path / "a.csv") == [("only", message)]


def test_bytes_that_are_no_text_are_the_fault_of_one_case(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"name,case\nbad,kzrights: \xff\n" + b'good,"kzrights: 1\nperson: {label: a}"\n')
    assert refused(tmp_path / "a.csv") == [("bad", "expected UTF-8 text, got the byte 0xff at offset 10")]
    (tmp_path / "a.jsonl").write_bytes(b'{"name": "bad", "case": "\xff"}\n{"name": "good", "case": {}}\n')
    assert [name for name, _ in refused(tmp_path / "a.jsonl")] == ["line 1", "good"]


def test_a_line_that_never_ends_is_no_case(tmp_path: Path) -> None:
    deep = b"[" * 100_000
    (tmp_path / "a.jsonl").write_bytes(b'{"name": "' + b"x" * 5_000_000 + b'"}\n' + deep + b"\n{}\n")
    assert [name for name, _ in refused(tmp_path / "a.jsonl")] == ["line 1", "line 2", "line 3"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("gone.jsonl", None, "gone.jsonl: expected a folder or a file with cases, found nothing there"),
        ("a.parquet", b"no", "a.parquet: expected a Parquet file, got another"),
        ("a.csv", b"name\n1\n", "case: expected a column of that name, got none"),
        ("a.csv", b"", "case: expected a column of that name, got none"),
        ("a.csv", b'name,case\n"a"b,c\n', r"a.csv \(line 2\): expected a CSV file: "),
    ],
)
def test_a_source_that_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CaseFileError, match=told):
        list(batches(tmp_path / name))
    with pytest.raises(CaseFileError, match=told):
        how_many(tmp_path / name)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    (tmp_path / "a.csv" / "b.jsonl").mkdir()
    assert list(cases_in(tmp_path / "a.csv")) == []
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv" / "b.jsonl")
    assert list(cases_in(tmp_path / "b.csv")) == []


def test_people_are_the_same_each_time() -> None:
    assert [*people.lines(50)] == [*people.lines(50)]
    assert len({*people.lines(50)}) == 50


# --- The command


@pytest.fixture
def kzrights(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*tokens: str | Path) -> tuple[int, str, str]:
        return cli.main(["cohort", *map(str, tokens)]), *capsys.readouterr()

    return run


ASKED = ("--on", "2023-01-01", "--activity", "vote", "--activity", "open-bank-account")


def test_the_command_counts(kzrights: Callable[..., tuple[int, str, str]]) -> None:
    status, out, err = kzrights("all", *ASKED)
    assert (status, err) == (0, "")
    rows = [line.split() for line in out.splitlines()]
    assert rows[0] == ["cases", "on", "2023-01-01:", "13"]
    assert ["allowed", "conditional", "unclear", "prohibited"] in rows
    answers = [kz.can(kz.example(slug), "open_bank_account", on=Date(2023, 1, 1)).permission for slug in kz.slugs()]
    counts = [str(answers.count(one) or "·") for one in kz.Permission]
    assert ["open", "bank", "account", *counts] in rows
    assert max(map(len, out.splitlines())) <= 100


def test_the_command_prints_data(kzrights: Callable[..., tuple[int, str, str]]) -> None:
    data = json.loads(kzrights("all", *ASKED, "--json")[1])
    assert (data["on"], data["cases"], data["refused"]) == ("2023-01-01", 13, 0)
    whole = cohort({slug: kz.example(slug) for slug in kz.slugs()}, activities=["vote", "open_bank_account"])
    for activity, counts in data["activities"].items():
        expected = whole.can(activity, on=Date(2023, 1, 1)).counts()
        assert counts == {str(one): number for one, number in expected.items()}
    table = list(csv.DictReader(kzrights("all", *ASKED, "--csv")[1].splitlines()))
    assert {row.pop("activity"): {key: int(one) for key, one in row.items()} for row in table} == data["activities"]


@pytest.mark.parametrize("spans", [(), ("--spans",)], ids=["answers", "spans"])
def test_the_command_writes_a_file(
    kzrights: Callable[..., tuple[int, str, str]], lines: Path, tmp_path: Path, spans: tuple[str, ...]
) -> None:
    out = tmp_path / "out.parquet"
    status, printed, err = kzrights(lines, *ASKED, "--parquet", out, *spans, "--workers", "2")
    assert (status, printed.splitlines()[-1]) == (0, f"wrote {out}")
    assert printed.replace(f"\n\nwrote {out}", "") == kzrights(lines, *ASKED)[1]
    (told,) = batches(lines, activities=["vote", "open_bank_account"])
    assert pl.read_parquet(out).equals(told.spans() if spans else told.answers([Date(2023, 1, 1)]))
    assert err.splitlines()[-1] == "2 of 10 cases could not be read"


def test_the_command_names_what_it_cannot_read(kzrights: Callable[..., tuple[int, str, str]], lines: Path) -> None:
    status, out, err = kzrights(lines, *ASKED)
    assert status == 0
    assert out.splitlines()[0] == "cases on 2023-01-01: 8; could not be read: 2"
    first, second, last = err.splitlines()
    assert first.startswith("n2: oops (line 3): expected a known key")
    assert second.startswith("n9: oops (line 3): ")
    assert last == "2 of 10 cases could not be read"
    assert SECRET not in out + err


@pytest.mark.parametrize("more", [(), ("--parquet", "out.parquet")])
def test_the_command_refuses_where_nothing_can_be_read(
    kzrights: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text("{}\n", encoding="utf-8")
    assert kzrights("a.jsonl", *more) == (2, "", 'line 1 (line 1): expected {"name": "…", "case": {…}} on each line\n')
    Path("empty").mkdir()
    assert kzrights("empty", *more) == (2, "", "source: expected cases, found none\n")


@pytest.mark.parametrize(
    ("tokens", "word"),
    [
        (("gone",), "gone: expected a folder or a file with cases"),
        (("all", "--parquet", "out.csv"), "--parquet: expected a file that ends in .parquet, got 'out.csv'"),
        (("all", "--spans"), "--spans: expected --parquet FILE with it"),
        (("all", "--csv", "--json"), "--csv: expected it or --json, got both"),
        (("all", "--workers", "0"), "--workers"),
        (("all", "--activity", "fly"), "'fly'"),
    ],
)
def test_the_command_refuses(kzrights: Callable[..., tuple[int, str, str]], tokens: tuple[str, ...], word: str) -> None:
    status, out, err = kzrights(*tokens)
    assert (status, out) == (2, "")
    assert word in err
