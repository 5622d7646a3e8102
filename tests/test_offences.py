"""The table of sanctions and its reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

import pytest
from pendulum import Date

from kzrights.calendar import NEVER
from kzrights.data import read_text
from kzrights.errors import DateError
from kzrights.facts.vocabulary import Form
from kzrights.law.offences import LIFE, Gravity, Offences, Sanction, packaged, read_offences

TABLE = packaged()

EXTREMIST = ["174", "179", "180", "181", "182", "184", "258", "259", "260", "267", "404(2)", "404(3)", "405"]
"""Criminal Code 3(39), in the editions of 2014-11-07 and 2025-09-16."""

TERRORIST = ["170", "171", "173", "177", "178", "184", "255", "256", "257", "258", "259", "260", "261", "269", "270"]
"""Criminal Code 3(30), in the editions of 2014-11-07 and 2025-09-16."""

ROW = """
[[offence]]
article = "900"
max_imprisonment = 2
source = "a test"
confidence = "SEEN"
"""


def on(article: str, day: Date) -> Sanction:
    (found,) = (row for row in TABLE.of(article) if row.since <= day < row.until)
    return found


def named(listed: Iterable[str], row: Sanction) -> bool:
    return bool({row.article, row.article.split("(")[0]} & set(listed))


def faults(table: Offences) -> list[str]:
    """Everything that is wrong with a table."""
    found = []
    for row in table.sanctions:
        if not row.source or row.confidence not in {"SEEN", "SEEN-old", "INFERRED"}:
            found.append(f"{row.article}: source")
        if row.confidence == "INFERRED" and not row.note:
            found.append(f"{row.article}: reason")
        if row.since < Date(2015, 1, 1) or row.until <= row.since:
            found.append(f"{row.article}: days")
        if not 0 <= row.max_imprisonment <= 20 and row.max_imprisonment != LIFE:
            found.append(f"{row.article}: years")
        if (row.ban == "none") != (row.ban_years is None):
            found.append(f"{row.article}: ban")
        if row.ban_years and not 1 <= row.ban_years[0] <= row.ban_years[1] <= 10:
            found.append(f"{row.article}: ban years")
    for article, rows in itertools.groupby(table.sanctions, key=lambda row: row.article):
        for before, after in itertools.pairwise(rows):
            if before.until != after.since:
                found.append(f"{article}: editions")
    return found


def test_every_row_is_sound() -> None:
    assert faults(TABLE) == []


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (ROW.replace('"a test"', '""'), "900: source"),
        (ROW.replace("SEEN", "memory"), "900: source"),
        (ROW.replace("SEEN", "INFERRED"), "900: reason"),
        (ROW + "since = 2014-07-03", "900: days"),
        (ROW + "until = 2015-01-01", "900: days"),
        (ROW.replace("2\n", "25\n"), "900: years"),
        (ROW + 'ban = "optional"', "900: ban"),
        (ROW + 'ban = "optional"\nban_years = [3, 1]', "900: ban years"),
        (ROW + "until = 2020-01-02" + ROW + "since = 2020-01-01", "900: editions"),
        (ROW + "until = 2020-01-01" + ROW + "since = 2020-01-02", "900: editions"),
        (ROW + ROW.replace("900", "901") + ROW, "900: editions"),
    ],
)
def test_a_wrong_row_is_found(rows: str, fault: str) -> None:
    assert faults(read_offences(rows)) == [fault]


def test_read_article_by_article_the_table_is_what_it_is_read_whole() -> None:
    whole = read_offences(read_text("law", "offences.toml"))
    assert packaged().sanctions == whole.sanctions
    assert list(packaged().editions) == list(whole.editions)
    assert len(packaged().editions) == len(whole.editions)


def test_the_rows_of_an_article_stand_together_in_the_file() -> None:
    articles = re.findall(r'^article = "(.+)"$', read_text("law", "offences.toml"), re.MULTILINE)
    assert [article for article, _ in itertools.groupby(articles)] == list(packaged().editions)


@pytest.mark.parametrize("lacking", ["article", "max_imprisonment", "source", "confidence"])
def test_a_row_without_a_column_is_refused(lacking: str) -> None:
    text = "\n".join(line for line in ROW.splitlines() if not line.startswith(lacking))
    with pytest.raises((TypeError, KeyError), match=lacking):
        read_offences(text)


def test_a_wrong_day_is_refused() -> None:
    with pytest.raises(DateError, match="since"):
        read_offences(ROW + 'since = "2015"')


def test_extremist_flags_are_the_list() -> None:
    """Criminal Code 3(39)."""
    for row in TABLE.sanctions:
        assert row.extremist is named(EXTREMIST, row), row.article
    assert [article for article in EXTREMIST if not TABLE.knows(article)] == []


def test_terrorist_flags_are_the_list() -> None:
    """Criminal Code 3(30)."""
    for row in TABLE.sanctions:
        assert row.terrorist is named(TERRORIST, row), row.article
    assert [article for article in TERRORIST if not TABLE.knows(article)] == []


NOW = Date(2025, 10, 1)


@pytest.mark.parametrize(
    ("article", "day", "years", "restriction", "extremist"),
    [
        ("405(2)", Date(2016, 1, 1), 2, True, True),
        ("405(2)", NOW, 2, True, True),
        ("405(1)", NOW, 6, True, True),
        ("404(1)", NOW, 6, True, False),
        ("404(2)", NOW, 7, False, True),
        ("404(3)", NOW, 6, True, True),
        ("274(4)", Date(2020, 6, 1), 7, True, False),
        ("274(4)", NOW, 7, True, False),
        ("272(3)", Date(2022, 1, 5), 3, True, False),
        ("272(3)", Date(2023, 5, 19), 3, True, False),
        ("272(3)", Date(2023, 5, 20), 5, True, False),
        ("272(3)", Date(2024, 1, 1), 5, True, False),
        ("272(4)", Date(2024, 1, 1), 7, True, False),
        ("174(1)", Date(2016, 1, 1), 7, True, True),
        ("174(1)", NOW, 7, True, True),
        ("174(2)", Date(2016, 1, 1), 10, False, True),
        ("174(3)", NOW, 20, False, True),
        ("182(2)", NOW, 12, False, True),
        ("258(1)", NOW, 9, False, True),
        ("184", NOW, LIFE, False, True),
        ("293(2)", Date(2024, 1, 1), 5, True, False),
        ("293(2)", NOW, 6, True, False),
        ("380(2)", Date(2022, 1, 5), 10, False, False),
        ("380(2)", NOW, 3, True, False),
        ("402(1)", Date(2020, 1, 1), 1, True, False),
        ("430(1)", NOW, 3, True, False),
        ("431", NOW, 1, True, False),
    ],
)
def test_sanctions(article: str, day: Date, years: int, restriction: bool, extremist: bool) -> None:
    row = on(article, day)
    assert (row.max_imprisonment, row.restricted_freedom, row.extremist) == (years, restriction, extremist)
    assert not row.misdemeanour


@pytest.mark.parametrize(
    "article", ["131(1)", "131(2)", "183", "376(1)", "378(1)", "378(2)", "400", "402(1)", "403(1)", "403(2)"]
)
def test_misdemeanours(article: str) -> None:
    """Criminal Code 10(3): neither restriction nor deprivation of liberty in the sanction."""
    assert on(article, NOW).misdemeanour


def test_only_those_are_misdemeanours() -> None:
    found = {row.article for row in TABLE.sanctions if row.misdemeanour}
    assert found == {"131(1)", "131(2)", "183", "376(1)", "378(1)", "378(2)", "400", "402(1)", "403(1)", "403(2)"}


@pytest.mark.parametrize(
    ("article", "ban", "years"),
    [
        ("174(1)", "none", None),
        ("174(2)", "optional", (1, 3)),
        ("182(3)", "mandatory", (1, 5)),
        ("266(3)", "mandatory", (7, 10)),
        ("404(1)", "mandatory", (1, 6)),
        ("404(2)", "mandatory", (1, 3)),
        ("404(3)", "none", None),
        ("405(1)", "optional", (1, 5)),
        ("405(2)", "optional", (1, 3)),
        ("274(4)", "none", None),
    ],
)
def test_bans_in_the_sanction(article: str, ban: str, years: tuple[int, int] | None) -> None:
    assert {(row.ban, row.ban_years) for row in TABLE.of(article)} == {(ban, years)}


@pytest.mark.parametrize(
    ("article", "known"),
    [("178", True), ("380(5)", True), ("255(1)", None), ("272(2)", None), ("174(3)", False), ("405(2)", False)],
)
def test_against_life_or_health(article: str, known: bool | None) -> None:
    assert on(article, NOW).against_life_or_health is known


@pytest.mark.parametrize(("article", "day"), [("274(4)", Date(2018, 7, 23)), ("130(2)", Date(2020, 7, 11))])
def test_days_whose_sanction_is_not_known_have_no_row(article: str, day: Date) -> None:
    assert not [row for row in TABLE.of(article) if row.since <= day < row.until]


def test_looking_up() -> None:
    assert {row.article for row in TABLE.of("405")} == {"405(1)", "405(2)"}
    assert packaged().knows("405")
    assert packaged().knows("405(2)")
    assert not packaged().knows("405(3)")
    assert TABLE.of("405(3)") == ()


def test_columns_that_may_be_left_out() -> None:
    (plain,) = read_offences(ROW).sanctions
    assert (plain.since, plain.until, plain.form) == (Date(2015, 1, 1), NEVER, Form.INTENTIONAL)
    text = 'form = "negligent"\nagainst_life_or_health = "depends"'
    (full,) = read_offences((ROW + text).replace("= 2\n", '= "life"\n')).sanctions
    assert (full.max_imprisonment, full.form, full.against_life_or_health) == (LIFE, Form.NEGLIGENT, None)
    assert str(Gravity.ESPECIALLY_SERIOUS) == "especially serious"


def test_amending() -> None:
    table = TABLE.amended(read_offences(ROW + ROW.replace("900", "405(2)")).sanctions)
    assert [row.source for row in table.of("405(2)")] == ["a test"]
    assert table.of("405(1)") == TABLE.of("405(1)")
    assert table.of("900")[0].until == NEVER
    assert len(table.sanctions) == len(TABLE.sanctions) + 2 - len(TABLE.of("405(2)"))
