"""Acts and provisions: what a rule cites."""

from __future__ import annotations

from attrs import field, frozen
from pendulum import Date

from kzrights.value import Value

VERIFIED = Date(2026, 11, 21)
"""The day on which the statutes were last read for this library, unless a rule says otherwise."""


@frozen(kw_only=True, repr=False, eq=False)
class Act(Value):
    """An act of legislation.

    Attributes:
        name: in English, as citations print it.
        number: date and number of the act.
        russian: its name in Russian.
        code: its number in the state database, from which the address of every edition follows.
        newest: the newest edition that was read.
        url: where a proposal is made that is not in the database.
    """

    name: str
    number: str = field(repr=False)
    russian: str = field(repr=False)
    code: int | None = field(repr=False)
    newest: Date = field(repr=False)
    url: str = field(default="", repr=False)

    def __truediv__(self, article: str) -> Provision:
        return Provision(self, article)

    def address(self, edition: Date | None = None, text: str = "rus") -> str:
        """Return the official address of the act, in the given edition; ``text`` is ``rus`` or ``kaz``."""
        if self.code is None and self.url:
            return self.url
        if self.code is None:
            return f"https://adilet.zan.kz/{text}/search/docs"
        base = f"https://zan.gov.kz/client/#!/doc/{self.code}/{text}"
        return f"{base}/{edition.format('DD.MM.YYYY')}" if edition else base


@frozen(repr=False, eq=False)
class Provision(Value):
    """An article of an act, down to paragraph and item: ``CC / "79(3)(2)"``."""

    act: Act
    article: str

    def __str__(self) -> str:
        article = f"art. {self.article}" if self.article[:1].isdigit() else self.article
        return f"{self.act.name}, {article}"
