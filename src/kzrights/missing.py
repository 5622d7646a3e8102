"""What a missing fact is, in words, from its path in the case file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kzrights.languages import Words

WORDS: Final = {
    "in_force": "the day the verdict entered into force",
    "verdict": "the day of the verdict",
    "committed": "the day of the act",
    "article": "the part of the article",
    "form": "whether the act was intentional or negligent",
    "against_life_or_health": "whether the crime is one against life or health",
    "accepted": "the day the probation service accepted the verdict",
    "registered": "the day of registration with the probation service",
    "supervision": "whether a court ordered supervision, from when and with what restrictions",
    "registration": "the day of registration with the probation service after release",
    "duties": "the duties the court or the police laid on the person",
    "restrictions": "the restrictions the court ordered",
    "scope": "what the ban covers",
    "term": "the term",
    "prosecution": "since when the person is a suspect, since when an accused, and of what",
    "accused": "the day the person became an accused",
    "ended": "how the prosecution ended",
    "posts": "which post the person is suspended from",
    "property": "what is under arrest",
    "punishments": "what punishment was imposed",
    "paid": "the day the fine was paid",
    "done": "the day the work was done",
    "security": "the regime of the prison",
    "gave": "what the amnesty gave",
    "on": "the day of the event",
    "from": "the first day",
    "to": "the last day",
    "listed": "the day of listing",
    "delisted": "the day of removal from the list",
    "born": "the day of birth",
    "household": "who lives on the person's income",
    "own_income": "whether this member has an income of their own",
    "dependant": "whether this member depends on the person",
    "cohabiting": "whether this member lives with the person",
    "relation": "whether this relative counts as family",
    "custody": "the days of custody",
    "offences": "what the offence is",
}
"""What the facts are, by the last key of their path."""
ANY: Final = "this fact"
"""What a fact is called that has no words of its own."""


def describe(path: str) -> str:
    """Return what the fact at ``path`` is; of a reading, the question it answers."""
    if path.startswith("readings."):
        from kzrights.languages import text

        return text("reading", question=_question(path))
    return WORDS.get(key_of(path), ANY)


def say(path: str, words: Words) -> str | None:
    """Return what the fact at ``path`` is, if the language has words of its own for it."""
    if path.startswith("readings."):
        return words("reading", question=_question(path))
    return words.find("fact", key_of(path))


def _question(path: str) -> str:
    from kzrights.law.readings import READINGS

    return next(one.question for one in READINGS if one.name == path.removeprefix("readings."))


def key_of(path: str) -> str:
    """Return the last key of a path, by which :data:`WORDS` are looked up."""
    return re.sub(r"\[\d+\]", "", path).rsplit(".", 1)[-1]
