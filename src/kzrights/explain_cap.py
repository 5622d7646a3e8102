"""The cap in words: how much in which month, for how many, by which provision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzrights.explain import cite, fact
from kzrights.languages import Words

if TYPE_CHECKING:
    from kzrights.answers import Cap


def explain(found: Cap, lang: str = "en") -> str:
    """Return the cap in words.

    Raises:
        UnknownName: when there are no words in that language.
    """
    return "\n".join(lines(found, Words(lang)))


def lines(found: Cap, words: Words) -> Iterator[str]:
    """Yield the cap in words, line by line."""
    if found.capped is False or found.month is None or found.amount is None:
        yield words("no_cap", day=found.on)
        return
    perhaps = "" if found.capped else words("if_listed")
    yield words("cap", month=found.month, perhaps=perhaps, amount=found.amount)
    basis = f" ({words.label(f'basis.{found.basis}')})" if found.basis else ""
    yield f"  {words('per_member', amount=found.per_member, basis=basis, count=_count(found, words))}"
    if found.rule:
        yield f"  {cite(found.rule, words=words)}"
    if found.uncapped:
        yield f"  {words('no_cap_on', activities=', '.join(map(words.label, found.uncapped)))}"
    yield from (f"  {words('not_known')}{one.path}: {fact(one.path, one.says, words)}" for one in found.missing)
    yield from (f"  {words('contested_cap')}{one}" for one in found.contested)


def _count(found: Cap, words: Words) -> str:
    least, most = found.members or (0, 0)
    if least == most:
        return str(least)
    return words("or_more", least=least) if most is None else words("between", least=least, most=most)
