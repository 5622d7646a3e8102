"""The playground as somebody uses it."""

from __future__ import annotations

from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

_SECONDS = 30
_ROWS = """
const rows = [...document.querySelectorAll(".kz-row")];
return Object.fromEntries(rows.map((row) => [row.dataset.activity, row.dataset.permission]))
"""
_PLACES = "return [...document.querySelectorAll('#kz-problems .kz-place')].map((one) => one.dataset.path)"


class Page:
    """The page, and what it shows."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver, self.address = driver, address

    def open(self) -> int:
        """Load it, wait for the first answer, and return after how many milliseconds that came."""
        self.driver.get(f"{self.address}/playground.html")
        self.until(lambda: self.root.get_attribute("data-answered"))
        return int(self.root.get_attribute("data-answered") or 0)

    def until(self, holds: Any) -> Any:
        """Wait until something holds, and return it."""
        return WebDriverWait(self.driver, _SECONDS, poll_frequency=0.05).until(lambda _: holds())

    def find(self, selector: str) -> WebElement:
        """Return the first element of a selector."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Return the elements of a selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    @property
    def root(self) -> WebElement:
        """The playground."""
        return self.find("#kz")

    @property
    def status(self) -> str:
        """What the page says it is doing."""
        return self.find("#kz-status").text

    @property
    def text(self) -> str:
        """What stands in the file."""
        return str(self.find("#kz-text").get_property("value"))

    def choose(self, id_: str, value: str) -> None:
        """Choose in a list, even what is chosen there already."""
        self.day(value, id_)

    def day(self, on: str, id_: str = "kz-on") -> None:
        """Set a day, as a picker does."""
        self.script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", id_, on)

    def write(self, text: str, id_: str = "kz-text") -> None:
        """Put a text into the file, as if it were pasted."""
        self.script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))", id_, text)

    def script(self, script: str, id_: str, value: str) -> None:
        """Run a script on an element."""
        self.driver.execute_script(script, self.find(f"#{id_}"), value)

    def answered(self, **wanted: str) -> None:
        """Wait until the answers shown are those to a question."""

        def shown() -> bool:
            here = self.find("#kz-answers")
            return all(here.get_attribute(f"data-{key}") == value for key, value in wanted.items())

        self.until(lambda: shown() and self.root.get_attribute("data-busy") is None)

    def permissions(self) -> dict[str, str]:
        """Return what is shown of every activity."""
        found: dict[str, str] = self.driver.execute_script(_ROWS)
        return found

    def problems(self) -> list[str]:
        """Return the paths of what is wrong with the case."""
        found: list[str] = self.driver.execute_script(_PLACES)
        return found
