"""The playground in a real browser: it answers as Python does, tells what is wrong, and asks no other site."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from pendulum import Date
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

import kzrights as kz
from kzrights.languages import LANGUAGES, label

from .page import Page
from .site import chromium, log, requested

DAYS = ("2017-03-01", "2020-11-15", "2022-09-03", "2025-06-01", "2027-01-01")
_SETTLED = 2.0
"""Seconds after which the page has read and asked whatever it was going to."""
BAD = Path(__file__).parent.parent / "bad_cases"
CASE = """
kzrights: 1
person: {label: example, sex: mail}
convictions:
  - id: c1
    verdict: 2021-05-14
    in_force: 2021-06-15
    offences: [{article: "405(2)", committed: 2020-10-30}]
    punishments: [{kind: restricted_freedom, term: 1 jear}]
"""


@pytest.mark.parametrize("slug", kz.slugs())
def test_answers_are_those_of_python(page: Page, slug: str) -> None:
    """Every permission of a packaged case on five days."""
    page.choose("kz-activity", "")
    page.choose("kz-reform", "")
    page.choose("kz-case", slug)
    whole = kz.timeline(kz.example(slug))
    for day in DAYS:
        page.day(day)
        page.answered(case=slug, on=day, activity="", scenario="")
        answers = whole.at(Date.fromisoformat(day)).answers
        assert page.permissions() == {str(one.activity): str(one.permission) for one in answers}, day


def test_problems_are_told_by_their_path(page: Page) -> None:
    page.write(CASE)
    page.until(lambda: len(page.problems()) == 2)
    with pytest.raises(kz.CaseFileError) as refused:
        kz.loads(CASE)
    assert page.problems() == [one.path for one in refused.value.problems]
    shown = page.find("#kz-problems").text
    assert all(one.message in shown and f"line {one.line}" in shown for one in refused.value.problems)
    assert page.find("[data-path='convictions[0].punishments[0].term']").get_attribute("aria-invalid") == "true"


@pytest.mark.parametrize("name", ["activity_unknown", "arrest_91_days", "ban_11_years", "article_float"])
def test_bad_case_files_are_refused_as_by_python(page: Page, name: str) -> None:
    text = (BAD / f"{name}.yaml").read_text("utf-8")
    with pytest.raises(kz.CaseFileError) as refused:
        kz.loads(text)
    page.write(text)
    page.until(lambda: page.problems() == [one.path for one in refused.value.problems])


def test_the_file_follows_the_form_and_keeps_its_comments(page: Page) -> None:
    page.choose("kz-case", "atyrau-2016")
    page.answered(case="atyrau-2016")
    page.driver.execute_script("for (const one of document.querySelectorAll('#kz-form details')) one.open = true")
    field = page.find("[data-path='convictions[0].in_force']")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("2017-02", Keys.TAB)
    page.until(lambda: "in_force: 2017-02 " in page.text)
    assert "# the regional court upheld it" in page.text


def test_the_form_follows_the_file(page: Page) -> None:
    page.write(CASE.replace("mail", "male").replace("jear", "year"))
    page.until(lambda: not page.problems())
    field = "[data-path='convictions[0].punishments[0].term']"
    page.until(lambda: page.find(field).get_property("value") == "1 year")


def test_what_if_shows_both_sides_and_what_differs(page: Page) -> None:
    page.choose("kz-case", "atyrau-2016")
    page.day("2025-06-01")
    page.choose("kz-activity", "open_bank_account")
    page.driver.execute_script("document.getElementById('kz-if').open = true")
    page.choose("kz-reform", "list_ends_with_release")
    page.day("2025-01-01", "kz-since")
    page.answered(case="atyrau-2016", activity="open_bank_account", scenario="list_ends_with_release@2025-01-01")
    assert [one.get_attribute("data-permission") for one in page.all(".kz-chosen")] == ["prohibited", "allowed"]
    assert "1,860 days gained" in page.find("#kz-shown").text
    page.choose("kz-reform", "")
    page.write("changes:\n  - {kind: delisted, on: 2023-01-01}\n", "kz-change-text")
    page.answered(scenario="delisted on 2023-01-01")
    assert [one.get_attribute("data-permission") for one in page.all(".kz-chosen")] == ["prohibited", "allowed"]
    page.write("changes:\n  - {kind: delisted, on: tomorrow}\n", "kz-change-text")
    path = "#kz-change-problems [data-path='changes[0].on']"
    page.until(lambda: page.all(path))
    page.write("changes: []\n", "kz-change-text")
    page.answered(scenario="")


@pytest.mark.parametrize("lang", [*LANGUAGES[1:], LANGUAGES[0]])
def test_it_speaks_three_languages(page: Page, lang: str) -> None:
    page.choose("kz-case", "atyrau-2016")
    page.choose("kz-lang", lang)
    page.choose("kz-activity", "open_bank_account")
    page.day("2025-06-01")
    page.answered(case="atyrau-2016", on="2025-06-01", activity="open_bank_account", lang=lang)
    answer = kz.can(kz.example("atyrau-2016"), "open_bank_account", on=Date(2025, 6, 1))
    assert page.find(".kz-chosen h3").text == label(answer.activity, lang)
    assert page.find(".kz-verdict .kz-word").text.endswith(label(answer.permission, lang))
    assert page.find(".kz-chosen pre").get_property("textContent") == answer.explain(lang)
    assert page.root.get_attribute("lang") == lang
    assert "undefined" not in page.root.text


def test_what_is_shown_stays_while_nothing_changes(page: Page) -> None:
    """A file that is written again as it was is read again, and asked about no more: nothing is drawn anew."""
    page.choose("kz-case", "atyrau-2016")
    page.choose("kz-activity", "open_bank_account")
    page.day("2025-06-01")
    page.answered(case="atyrau-2016", on="2025-06-01", activity="open_bank_account")
    time.sleep(_SETTLED)
    heading = page.find(".kz-chosen h3")
    page.write(page.text)
    time.sleep(_SETTLED)
    assert heading.text == page.find(".kz-chosen h3").text
    page.day("2025-06-02")
    page.answered(on="2025-06-02")


def test_it_can_be_used_by_keyboard_alone(page: Page) -> None:
    """From the top of the page to a case, an activity, its reasoning, a form field and the file, and out again."""
    page.driver.refresh()
    page.until(lambda: page.root.get_attribute("data-answered"))
    _tab_to(page, "kz-case")
    _type(page, "kask")
    _tab_to(page, "kz-activity")
    _type(page, "use not")
    page.answered(case="kaskelen-2021", activity="use_notary")
    assert page.find(".kz-chosen").get_attribute("data-permission") == str(
        kz.can(kz.example("kaskelen-2021"), "use_notary", on=Date(2025, 6, 1)).permission
    )
    _tab_to(page, "kz-text")
    reached = _tabbed(page, 40)
    assert "SUMMARY" in reached, "the keyboard is caught in the file"


def _type(page: Page, keys: str) -> None:
    ActionChains(page.driver).send_keys(keys).perform()


def _tab_to(page: Page, id_: str) -> None:
    for _ in range(120):
        if page.driver.switch_to.active_element.get_attribute("id") == id_:
            return
        _type(page, Keys.TAB)
    pytest.fail(f"Tab does not reach {id_}")


def _tabbed(page: Page, times: int) -> set[str]:
    reached = set()
    for _ in range(times):
        _type(page, Keys.TAB)
        reached.add(page.driver.switch_to.active_element.tag_name.upper())
    return reached


def test_it_fits_a_phone(page: Page) -> None:
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        page.choose("kz-activity", "")
        page.until(lambda: page.permissions())
        width: int = page.driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= 390
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_permission_is_never_told_by_colour_alone(page: Page) -> None:
    page.choose("kz-activity", "")
    page.until(lambda: page.permissions())
    marks = page.driver.execute_script(
        "return [...document.querySelectorAll('.kz-row .kz-word')].map((one) => one.innerText)"
    )
    assert {*marks} <= {"✓ allowed", "◐ conditional", "? unclear", "✗ prohibited"}
    assert marks


def test_what_is_typed_cannot_leave_the_page(page: Page) -> None:
    """The policy of the page forbids other origins; so a script that tried would fail."""
    log(page.driver, "browser")
    tried = "const done = arguments[0]; fetch('http://127.0.0.2:9/').then(() => done('sent'), () => done('refused'))"
    assert page.driver.execute_async_script(tried) == "refused"
    complaints = log(page.driver, "browser")
    assert any("Content Security Policy" in one["message"] for one in complaints)
    stored = "return [localStorage.length - ('theme' in localStorage), sessionStorage.length, document.cookie]"
    assert page.driver.execute_script(stored) == [0, 0, ""]


def test_without_scripts_it_shows_answers_made_before(site: str, net_log: Path) -> None:
    with chromium(scripts=False, net_log=net_log) as driver:
        driver.get(f"{site}/playground.html")
        page = Page(driver, site)
        assert not page.root.is_displayed()
        rows = [one.text for one in page.all(".kz-precomputed tbody tr")]
    assert [row.split()[0] for row in rows] == list(kz.slugs())
    account = kz.can(kz.example(kz.slugs()[0]), "open_bank_account", on=Date(2025, 6, 1)).permission
    assert re.search(rf"^{kz.slugs()[0]}\s\S {account}", rows[0])
    assert not [one for one in requested(net_log, site) if one.endswith(".wasm")]
