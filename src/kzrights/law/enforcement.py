"""Law on enforcement proceedings of 2 April 2010 No 261-IV, article 33: debtors and the border."""

from __future__ import annotations

from collections.abc import Iterator

from kzrights.activities import Activity as A
from kzrights.facts.measures import ExitRestriction
from kzrights.law.acts import BAILIFFS
from kzrights.law.prosecution import period_of
from kzrights.law.rules import Found, derives_from_case, restricts
from kzrights.law.world import World
from kzrights.statuses import Status, StatusKind

_SEEN = "seen in the edition of 10.01.2025; the footnotes name no change of this norm since 2015 but of its heading"


@derives_from_case(StatusKind.EXIT_RESTRICTION, BAILIFFS / "33(1)", source=_SEEN)
def exit_restricted(world: World) -> Iterator[Found]:
    """For a debt of 40 monthly calculation indices or more, or periodic payments unpaid for over three months, the
    bailiff restricts leaving Kazakhstan; a court sanctions it.
    """
    for path, one in world.measures(ExitRestriction):
        yield Found(period=period_of(world, one, path), because="restriction on leaving for a debt", facts=(path,))


@restricts(StatusKind.EXIT_RESTRICTION, BAILIFFS / "33(1)", forbids=(A.LEAVE_COUNTRY, A.EMIGRATE), source=_SEEN)
def debtors_do_not_leave(_: Status) -> bool:
    """A debtor whose exit was restricted does not leave Kazakhstan until the restriction is lifted or suspended."""
    return True
