"""Write ``src/kzrights/days_off.toml`` from the ``holidays`` library, so that the core need not import it."""

from __future__ import annotations

import datetime
from pathlib import Path

import holidays

YEARS = range(2009, 2031)
TARGET = Path(__file__).parent.parent / "src" / "kzrights" / "days_off.toml"


def table() -> tuple[list[datetime.date], list[datetime.date]]:
    """Return the week days that are days off, and the weekend days that are worked."""
    kazakhstan = holidays.country_holidays("KZ", years=YEARS)
    off = sorted(day for day in kazakhstan if day.isoweekday() <= 5)
    worked = sorted(kazakhstan.weekend_workdays)
    return off, worked


def _row(days: list[datetime.date], year: int) -> str:
    return ", ".join(day.isoformat() for day in days if day.year == year)


def main() -> None:
    """Write the table."""
    off, worked = table()
    lines = [
        "# Kazakhstan's days off: public holidays that fall on a week day, days moved to a week day, and the",
        "# weekend days worked in exchange. Data of the holidays library (MIT), made by tools/make_days_off.py;",
        "# a test holds it equal to the library installed. Days after the current year are as the law stands.",
    ]
    for year in YEARS:
        lines += ["", "[[year]]", f'year = "{year}"', f"off = [{_row(off, year)}]", f"worked = [{_row(worked, year)}]"]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
