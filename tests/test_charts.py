"""Pictures: which rows and bars there are, where they stand, that nothing overlaps, and what the files hold."""

from __future__ import annotations

import functools
import io
import itertools
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pytest
from hypothesis import given
from matplotlib.image import imread
from pendulum import Date
from tests.law.builders import EXTREMIST_MINOR, ban, case, convicted, day, detained, on_the_list, restriction, years

import kzrights as kz
from kzrights import Activity, Span, cli
from kzrights.activities import FIELDS
from kzrights.charts import rows as planning
from kzrights.charts.axis import Axis
from kzrights.charts.paint import DOTS, figure, painted
from kzrights.charts.rows import Bar, Look, Plan, Row, plan
from kzrights.charts.sheet import GOES_ON, LAPSED, MARGIN, WIDTH, Block, Sheet, sheet
from kzrights.charts.text import broken, clean, width
from kzrights.errors import ChartError, DateError, MissingExtra, UnknownName
from kzrights.strategies import cases

ACCOUNT, WAGES, VOTE = Activity.OPEN_BANK_ACCOUNT, Activity.RECEIVE_WAGES, Activity.VOTE
ALLOWED, PROHIBITED, CONDITIONAL, UNCLEAR = Look.ALLOWED, Look.PROHIBITED, Look.CONDITIONAL, Look.UNCLEAR
HOLDS, PERHAPS = Look.HOLDS, Look.PERHAPS
WINDOW: dict[str, Any] = {"from_": day("2020-01-01"), "to": day("2025-01-01"), "on": day("2024-06-01")}
SERVED = case(convicted(EXTREMIST_MINOR, restriction(years(1)), in_force="2021-03-15"))
LISTED = on_the_list("2021-03-10")
KAZAKH = "Қоғамдық қызмет: әғқңөұүһі"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Date:
    """Hold the day still."""
    monkeypatch.setattr(planning, "today_in_kazakhstan", lambda: day("2026-11-22"))
    return day("2026-11-22")


def planned(of: kz.Case, *activities: Activity, **more: Any) -> Plan:
    return plan(kz.timeline(of), activities=activities, **{**WINDOW, **more})


def found(of: Plan, label: str) -> Row:
    return next(row for row in of.rows if row.label == label)


def bar(look: Look, start: str, end: str, **more: Any) -> Bar:
    return Bar(span=Span(day(start), day(end)), look=look, **more)


@functools.cache
def compared() -> kz.Comparison:
    ends = kz.Scenario.of(kz.reforms.parse("list_ends_with_sentence@2021-01-01"))
    many = (kz.Delisted(on=day("2023-01-01")), kz.Parole(on=day("2019-01-01")))
    return kz.compare(kz.example("atyrau-2016"), ends, kz.Scenario("ғ" * 200), many)


@functools.cache
def biggest() -> kz.Timeline:
    return max((kz.timeline(kz.example(slug)) for slug in kz.slugs()), key=lambda one: len(plan(one).rows))


class TestRows:
    def test_an_activity_has_a_bar_for_each_stretch(self) -> None:
        row = found(planned(LISTED), ACCOUNT.label)
        assert row.lanes[0].bars == (
            bar(ALLOWED, "2020-01-01", "2021-03-10", began=True),
            bar(PROHIBITED, "2021-03-10", "2025-01-01", goes_on=True),
        )

    def test_bars_are_the_spans_of_the_timeline(self) -> None:
        whole = kz.timeline(kz.example("atyrau-2016"))
        shown = plan(whole, from_=day("2000-01-01"), to=day("2190-01-01"))
        for activity in Activity:
            spans = whole.spans(activity)
            if len(spans) > 1:
                (lane,) = found(shown, activity.label).lanes
                edges = [
                    (one.span.start, str(one.permission), one.lapsed) for one in spans[1:] if one.span.start.year < 2190
                ]
                assert [(one.span.start, str(one.look), one.lapsed) for one in lane.bars[1:]] == edges

    def test_a_status_has_its_days(self) -> None:
        row = found(planned(SERVED), "restricted freedom")
        (lane,) = row.lanes
        assert row.group == "statuses"
        assert [one.look for one in lane.bars] == [PERHAPS, HOLDS, PERHAPS]
        (status,) = (one for one in kz.timeline(SERVED).statuses if one.kind is kz.StatusKind.RESTRICTED_FREEDOM)
        assert lane.bars[1].span == status.period.surely
        assert Span(lane.bars[0].span.start, lane.bars[-1].span.end) == status.period.possibly

    def test_days_of_doubt_look_otherwise(self) -> None:
        """From a day in March, until a day in June."""
        of = case(custody=[detained("2021-03-01..2021-03-31", "2021-06-01..2021-06-29")])
        assert found(planned(of), "detention").lanes[0].bars == (
            bar(PERHAPS, "2021-03-01", "2021-03-31"),
            bar(HOLDS, "2021-03-31", "2021-06-02"),
            bar(PERHAPS, "2021-06-02", "2021-06-30"),
        )

    def test_one_status_after_another_is_one_row(self) -> None:
        of = case(custody=[detained("2021-03-01", "2021-03-31"), detained("2021-05-01", "2021-05-31")])
        (row,) = (row for row in planned(of).rows if row.label == "detention")
        assert row.lanes[0].bars == (bar(HOLDS, "2021-03-01", "2021-04-01"), bar(HOLDS, "2021-05-01", "2021-06-01"))

    def test_convictions_are_told_apart(self) -> None:
        both = [
            convicted(EXTREMIST_MINOR, restriction(years(1)), ban(years(1)), id=name, in_force="2021-03-15")
            for name in ("c1", "c2")
        ]
        labels = [row.label for row in planned(case(*both)).rows]
        assert {"activity ban (c1)", "activity ban (c2)"} <= {*labels}
        assert "work with minors bar" in labels

    def test_presumed(self) -> None:
        assert "listed (presumed)" in [row.label for row in planned(SERVED).rows]
        assert "listed" in [row.label for row in planned(LISTED).rows]

    def test_what_never_changes_is_left_out_unless_asked_for(self) -> None:
        labels = [row.label for row in planned(LISTED).rows]
        assert "vote" not in labels
        asked = planned(LISTED, VOTE, ACCOUNT)
        assert [row.label for row in asked.rows] == ["listed", "open bank account", "vote"]
        assert found(asked, "vote").lanes[0].bars == (
            bar(ALLOWED, "2020-01-01", "2025-01-01", began=True, goes_on=True),
        )

    def test_what_is_allowed_in_the_window_is_left_out(self) -> None:
        assert planned(LISTED, from_=day("2016-06-01"), to=day("2021-03-10")).rows == ()

    def test_a_ground_that_is_gone(self) -> None:
        shown = planned(kz.example("almaty-2019"), ACCOUNT)
        assert found(shown, ACCOUNT.label).lanes[0].bars[-1].lapsed

    def test_groups_are_in_the_order_of_the_catalogue(self) -> None:
        groups = [group for group, _ in itertools.groupby(row.group for row in plan(biggest()).rows)]
        assert groups == ["statuses", *FIELDS]


@pytest.mark.usefixtures("bounds_only")
@given(cases())
def test_bars_of_any_case_are_in_the_window_and_one_after_the_other(of: kz.Case) -> None:
    shown = plan(kz.timeline(of))
    paper = sheet(shown)
    for lane in (lane for row in shown.rows for lane in row.lanes):
        assert lane.bars
        assert all(one.span & shown.window == one.span for one in lane.bars)
        assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(lane.bars))
    assert all(MARGIN <= one.left < one.right < WIDTH for one in paper.blocks)


class TestComparisons:
    def test_a_lane_for_each_scenario(self) -> None:
        off = kz.Delisted(on=day("2023-01-01"))
        whole = kz.compare(LISTED, off, kz.Scenario("again", [off]))
        lanes = found(plan(whole, **WINDOW), ACCOUNT.label).lanes
        assert [lane.name for lane in lanes] == ["as it is", "delisted on 2023-01-01", "again"]
        assert lanes[0].bars[-1] == bar(PROHIBITED, "2021-03-10", "2025-01-01", goes_on=True)
        assert lanes[1].bars[1:] == (
            bar(PROHIBITED, "2021-03-10", "2023-01-01"),
            bar(ALLOWED, "2023-01-01", "2025-01-01", goes_on=True),
        )
        assert lanes[1].bars == lanes[2].bars

    def test_only_what_differs(self) -> None:
        whole = kz.compare(kz.example("atyrau-2016"), kz.Delisted(on=day("2023-01-01")))
        shown = {row.label for row in plan(whole).rows if row.group != "statuses"}
        assert shown == {one.activity.label for one in whole.differences}

    def test_or_what_was_asked_for(self) -> None:
        whole = kz.compare(LISTED, kz.Delisted(on=day("2023-01-01")), activities=[VOTE, ACCOUNT])
        assert [row.label for row in plan(whole).rows] == ["listed", "open bank account", "vote"]
        assert [row.label for row in plan(whole, activities=[WAGES]).rows] == ["listed", "receive wages"]

    def test_statuses_that_do_not_differ_are_shown_once(self) -> None:
        shown = plan(compared())
        assert [lane.name for lane in found(shown, "administrative supervision").lanes] == ["in all"]
        assert len(found(shown, "imprisonment").lanes) == 4

    def test_presumed_in_some(self) -> None:
        lanes = found(plan(compared()), "listed").lanes
        assert [lane.presumed for lane in lanes] == [True, True, True, False]

    def test_the_days_that_were_compared(self) -> None:
        whole = kz.compare(LISTED, kz.Delisted(on=day("2023-01-01")), from_=day("2022-02-02"), to=day("2024-04-04"))
        assert plan(whole).window == Span(day("2022-02-02"), day("2024-04-04"))
        assert plan(whole, to=day("2023-05-05")).window == Span(day("2022-02-02"), day("2023-05-05"))

    def test_nothing_compared_is_a_timeline(self) -> None:
        assert plan(kz.compare(LISTED), **WINDOW) == planned(LISTED)

    def test_no_difference_is_said(self) -> None:
        paper = sheet(plan(kz.compare(LISTED, kz.Scenario("the same"))))
        assert "no status and no permission differs" in [words.text for words in paper.words]
        paper = sheet(plan(compared()))
        assert "no status and no permission differs" not in [words.text for words in paper.words]


class TestWindow:
    def test_whole_years_around_what_is_known(self) -> None:
        assert plan(kz.timeline(kz.example("atyrau-2016"))).window == Span(Date(2016, 1, 1), Date(2031, 1, 1))

    def test_today_at_least(self) -> None:
        of = case(custody=[detained("2021-03-01", "2021-03-31")])
        assert plan(kz.timeline(of)).window == Span(Date(2021, 1, 1), Date(2028, 1, 1))
        assert plan(kz.timeline(case())).window == Span(Date(2015, 1, 1), Date(2028, 1, 1))

    def test_a_last_day_of_a_year_is_seen_to_end(self) -> None:
        of = case(custody=[detained("2021-03-01", "2028-12-30")])
        assert plan(kz.timeline(of)).window.end == Date(2030, 1, 1)

    def test_what_is_far_away_does_not_squeeze_the_rest(self) -> None:
        of = case(custody=[detained("2021-03-01", "2190-03-31")])
        shown = plan(kz.timeline(of))
        assert shown.window.end == Date(2028, 1, 1)
        assert found(shown, "detention").lanes[0].bars[0].goes_on

    def test_today_is_marked(self) -> None:
        shown = plan(kz.timeline(LISTED))
        assert (shown.mark, shown.mark_says) == (day("2026-11-22"), "today, 2026-11-22")
        assert planned(LISTED).mark_says == "2024-06-01"

    @pytest.mark.parametrize("on", ["2019-12-31", "2025-01-01"])
    def test_a_day_outside_is_not(self, on: str) -> None:
        assert planned(LISTED, on=day(on)).mark is None
        assert not any(rule.mark for rule in sheet(planned(LISTED, on=day(on))).rules)


class TestAxis:
    def axis(self, start: str, end: str) -> Axis:
        return Axis(window=Span(day(start), day(end)), left=2.0, right=7.0)

    def test_days_are_inches(self) -> None:
        axis = self.axis("2020-01-01", "2020-01-11")
        assert [axis.at(day(one)) for one in ("2020-01-01", "2020-01-06", "2020-01-11")] == [2.0, 4.5, 7.0]

    @pytest.mark.parametrize(
        ("start", "end", "says"),
        [
            ("2016-01-01", "2020-01-01", ["2016", "2017", "2018", "2019", "2020"]),
            ("2016-05-01", "2018-02-01", ["2016-07", "2016-10", "2017-01", "2017-04", "2017-07", "2017-10", "2018-01"]),
            ("1990-01-01", "2060-01-01", ["1990", "2000", "2010"]),
            ("2020-03-10", "2020-03-20", ["2020-03-10", "2020-03-20"]),
            ("2020-03-10", "2020-04-20", ["2020-03-10", "2020-04-20"]),
            ("2190-01-01", "2200-01-01", ["2190", "2191"]),
        ],
    )
    def test_ticks(self, start: str, end: str, says: list[str]) -> None:
        assert [one for _, one in self.axis(start, end).ticks()][: len(says)] == says

    def test_bars_stand_where_the_axis_says(self) -> None:
        shown = planned(LISTED, ACCOUNT)
        paper = sheet(shown)
        (tick,) = (rule.left for rule in paper.rules if rule.mark)
        bars = [block for block in paper.blocks if block.y > paper.height / 2 and block.look is PROHIBITED]
        right = WIDTH - MARGIN - 0.14
        (left,) = {rule.left for rule in paper.rules if rule.right == right and rule.top == rule.bottom}
        axis = Axis(window=shown.window, left=left, right=right)
        assert [(one.left, one.right) for one in bars] == [(axis.at(day("2021-03-10")), axis.at(day("2025-01-01")))]
        assert tick == axis.at(day("2024-06-01"))


class TestText:
    def test_broken_lines_fit(self) -> None:
        lines = [*broken("a few words and averyveryverylongwordindeed here", 0.8, 8)]
        assert "".join(lines).replace(" ", "") == "afewwordsandaveryveryverylongwordindeedhere"
        assert max(width(line, 8) for line in lines) <= 0.8
        assert [*broken("", 1, 8)] == []

    def test_clean(self) -> None:
        assert clean("a\x00b\n\tc  d") == "a b c d"

    def test_bold_is_wider(self) -> None:
        assert width("word", 8, bold=True) > width("word", 8) > width("wor", 8) > 0


class Box:
    """Where something stands on the sheet, in inches."""

    def __init__(self, name: str, left: float, top: float, right: float, bottom: float) -> None:
        self.name, self.left, self.top, self.right, self.bottom = name, left, top, right, bottom

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0


def boxes(paper: Sheet) -> tuple[list[Box], list[Box]]:
    """Return where the words and the bars are when painted, with the arrows of bars."""
    whole = figure(paper)
    (axes,) = whole.axes
    extents = [(text.get_text(), text.get_window_extent()) for text in axes.texts]
    words = [
        Box(
            says,
            one.x0 / whole.dpi,
            paper.height - one.y1 / whole.dpi,
            one.x1 / whole.dpi,
            paper.height - one.y0 / whole.dpi,
        )
        for says, one in extents
    ]
    return words, [_box(block) for block in paper.blocks]


def _box(block: Block) -> Box:
    left, right = block.left - 0.1 * block.began, block.right + 0.1 * block.goes_on
    return Box(block.look, left, block.y - block.height / 2, right, block.y + block.height / 2)


PICTURES: dict[str, Callable[[], Plan]] = {
    "biggest case": lambda: plan(biggest(), title=KAZAKH),
    "every activity": lambda: plan(biggest(), activities=Activity),
    "comparison": lambda: plan(compared(), title=f"{KAZAKH} " * 9),
    "short window": lambda: plan(kz.timeline(kz.example("almaty-2019")), from_=Date(2021, 4, 1), to=Date(2021, 6, 1)),
    "a day": lambda: planned(LISTED, from_=day("2024-06-01"), to=day("2024-06-02")),
    "mark at the left": lambda: planned(LISTED, on=day("2020-01-01")),
    "mark at the right": lambda: planned(LISTED, on=day("2024-12-31")),
    "lapsed": lambda: plan(kz.timeline(kz.example("list-cap-2021"))),
    "no facts": lambda: plan(kz.timeline(case())),
}


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_overlaps(name: str) -> None:
    paper = sheet(PICTURES[name]())
    words, bars = boxes(paper)
    assert [(one.name, other.name) for one, other in itertools.combinations(words, 2) if one.meets(other)] == []
    assert [(one.name, other.name) for one in words for other in bars if one.meets(other)] == []
    assert [(one.name, other.name) for one, other in itertools.combinations(bars, 2) if one.meets(other)] == []
    for one in (*words, *bars):
        assert one.left >= 0, one.name
        assert one.right <= WIDTH, one.name
        assert one.top >= 0, one.name
        assert one.bottom <= paper.height, one.name


def test_shades_differ_without_colour() -> None:
    """Of each look the mean grey and how much it varies; any two are apart in one or the other."""
    looks = [look for look in Look if look is not ALLOWED]
    blocks = [Block(left=0.5, right=3.5, y=0.5 + at, height=0.4, look=look) for at, look in enumerate(looks)]
    image = imread(io.BytesIO(painted(Sheet("", height=len(looks), blocks=blocks), ".png")))
    dots = image[..., :3] @ np.array([0.299, 0.587, 0.114])
    inch = dots.shape[0] / len(looks)
    seen = {}
    for at, look in enumerate(looks):
        inside = dots[int((at + 0.35) * inch) : int((at + 0.65) * inch), int(0.6 * inch) : int(3.4 * inch)]
        seen[look] = np.array([inside.mean(), inside.std()])
    for one, other in itertools.combinations(looks, 2):
        assert np.abs(seen[one] - seen[other]).max() >= 0.1, (one, other, seen)


class TestFiles:
    def svg(self, path: Path) -> list[str]:
        root = ET.parse(path).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        return ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]

    def test_svg_holds_its_words(self, tmp_path: Path) -> None:
        whole = kz.timeline(LISTED)
        file = kz.chart(whole, tmp_path / "a.svg", title=KAZAKH, **WINDOW)
        words = self.svg(file)
        for says in ("prohibited", "unclear: the law or the facts leave it open", "allowed", "status holds", GOES_ON):
            assert says in words, says
        assert {row.label for row in plan(whole, **WINDOW).rows} <= {*words}
        assert {KAZAKH, "2020", "2024-06-01", "statuses", "money"} <= {*words}
        assert LAPSED not in words

    def test_the_legend_has_what_occurs(self, tmp_path: Path) -> None:
        words = self.svg(kz.chart(kz.timeline(kz.example("almaty-2019")), tmp_path / "a.svg"))
        assert LAPSED in words
        words = self.svg(kz.chart(kz.timeline(case()), tmp_path / "b.svg"))
        assert "status holds" not in words
        assert GOES_ON not in words

    def test_long_names_are_letters_that_are_explained(self, tmp_path: Path) -> None:
        words = self.svg(kz.chart(compared(), tmp_path / "a.svg"))
        assert {"as it is", "list_ends_with_sentence", "A", "B", "in all"} <= {*words}
        assert "B: delisted on 2023-01-01; parole on 2019-01-01" in words
        assert "".join(one.removeprefix("A: ") for one in words if "ғғ" in one) == "ғ" * 200

    def test_png_is_as_wide_as_a_page(self, tmp_path: Path) -> None:
        data = kz.chart(kz.timeline(LISTED), tmp_path / "A.PNG", title=KAZAKH).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        wide, tall = struct.unpack(">II", data[16:24])
        assert wide == int(WIDTH * DOTS)
        assert abs(tall - sheet(plan(kz.timeline(LISTED), title=KAZAKH)).height * DOTS) <= 1

    def test_longer_lists_are_taller(self) -> None:
        assert sheet(planned(LISTED, VOTE, ACCOUNT)).height > sheet(planned(LISTED, VOTE)).height

    def test_very_long_lists_have_fewer_dots(self) -> None:
        data = painted(Sheet("", height=1000), ".png")
        assert struct.unpack(">II", data[16:24]) == (int(WIDTH * 65), 65_000)

    @pytest.mark.parametrize("suffix", [".svg", ".png"])
    def test_same_bytes(self, tmp_path: Path, suffix: str) -> None:
        files = [kz.chart(compared(), tmp_path / f"{name}{suffix}", title="one") for name in "ab"]
        assert files[0].read_bytes() == files[1].read_bytes()

    def test_settings_of_matplotlib_stay_and_do_not_matter(self, tmp_path: Path) -> None:
        one = kz.chart(kz.timeline(LISTED), tmp_path / "a.svg").read_bytes()
        with matplotlib.rc_context({"font.family": "serif", "svg.fonttype": "path", "hatch.linewidth": 9}):
            assert kz.chart(kz.timeline(LISTED), tmp_path / "b.svg").read_bytes() == one
            assert matplotlib.rcParams["hatch.linewidth"] == 9

    def test_a_title_is_no_formula(self, tmp_path: Path) -> None:
        words = self.svg(kz.chart(kz.timeline(LISTED), tmp_path / "a.svg", title="$x_1$ <b> & \x0b"))
        assert "$x_1$ <b> &" in words


class TestErrors:
    @pytest.mark.parametrize("name", ["a.pdf", "a", ".svg", "svg", "a.svg.gz"])
    def test_another_suffix(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ChartError, match=r"expected a file that ends in \.svg or \.png, got '.*" + name):
            kz.chart(kz.timeline(LISTED), tmp_path / name)
        assert [*tmp_path.iterdir()] == []

    def test_no_such_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ChartError, match=r"cannot write .*a\.svg: No such file or directory"):
            kz.chart(kz.timeline(LISTED), tmp_path / "none" / "a.svg")

    def test_matplotlib_is_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "matplotlib", None)
        with pytest.raises(MissingExtra, match=r"pip install 'kzrights\[charts\]'"):
            kz.chart(kz.timeline(LISTED), tmp_path / "a.svg")

    @pytest.mark.parametrize(
        ("more", "error", "says"),
        [
            ({"from_": Date(2025, 1, 1), "to": Date(2025, 1, 1)}, DateError, "to: expected a day after 2025-01-01"),
            ({"to": Date(2014, 1, 1)}, DateError, "to: expected a day after"),
            ({"from_": "2025-01-01"}, DateError, "from_: expected a pendulum.Date"),
            ({"on": "2025-01-01"}, DateError, "on: expected a pendulum.Date"),
            ({"activities": ["fly"]}, UnknownName, "fly"),
        ],
    )
    def test_wrong_arguments(self, tmp_path: Path, more: dict[str, Any], error: type[Exception], says: str) -> None:
        with pytest.raises(error, match=says):
            kz.chart(kz.timeline(LISTED), tmp_path / "a.svg", **more)

    def test_neither_timeline_nor_comparison(self, tmp_path: Path) -> None:
        with pytest.raises(TypeError, match="expected a Timeline or a Comparison, got Case"):
            kz.chart(LISTED, tmp_path / "a.svg")  # type: ignore[arg-type]


class TestCommandLine:
    def test_timeline(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        tokens = ["timeline", "atyrau-2016", "--activity", "vote"]
        assert cli.main(tokens) == 0
        plainly = capsys.readouterr().out
        file = tmp_path / "a.svg"
        assert cli.main([*tokens, "--chart", str(file)]) == 0
        assert capsys.readouterr().out == f"{plainly}\nwrote {file}\n"
        text = file.read_text("utf-8")
        assert ">atyrau-2016</text>" in text
        assert ">vote</text>" in text
        assert ">open bank account</text>" not in text

    def test_compare_beside_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        tokens = [
            "compare",
            "atyrau-2016",
            "--reform",
            "list_ends_with_sentence@2021-01-01",
            "--to",
            "2026-01-01",
            "--json",
        ]
        assert cli.main(tokens) == 0
        plainly = capsys.readouterr().out
        file = tmp_path / "a.png"
        assert cli.main([*tokens, "--chart", str(file)]) == 0
        assert capsys.readouterr() == (plainly, f"wrote {file}\n")
        assert file.read_bytes()[:4] == b"\x89PNG"

    def test_refused(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["timeline", "atyrau-2016", "--chart", str(tmp_path / "a.pdf")]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "expected a file that ends in .svg or .png" in err


@pytest.mark.parametrize(
    ("code", "module"),
    [
        ("import kzrights, kzrights.cli", "kzrights.charts"),
        ("import kzrights; kzrights.chart", "matplotlib"),
        (
            "import kzrights as kz; kz.chart(kz.timeline(kz.Case(person=kz.Person(label='x'))), 'a.png')",
            "matplotlib.pyplot",
        ),
    ],
)
def test_nothing_is_loaded_before_it_is_used(code: str, module: str, tmp_path: Path) -> None:
    run = [sys.executable, "-c", f"{code}; import sys; print({module!r} in sys.modules)"]
    done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "False\n"
