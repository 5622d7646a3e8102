"""What many people may do on a day, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from kzrights.answers import Permission
from kzrights.value import Shown

if TYPE_CHECKING:
    from kzrights.segments import Segment

Codes = NDArray[np.uint8]

_OUTCOMES: Final = 2
_EXACT: Final = 6
_LAPSED: Final = 7


def code(segment: Segment) -> int:
    """Return in one byte what holds between two change points: permission, outcomes, exact, lapsed."""
    possible = sum(1 << outcome for outcome in segment.outcomes)
    return segment.permission | possible << _OUTCOMES | segment.exact << _EXACT | segment.lapsed << _LAPSED


def settled(permission: Permission) -> int:
    """Return the code of an answer on which nothing is open."""
    return permission | 1 << (_OUTCOMES + permission) | 1 << _EXACT


@frozen(eq=False, repr=False)
class Answers(Shown):
    """One answer for each person of a cohort, in its order.

    Attributes:
        codes: the answers, a byte each.
    """

    codes: Codes = field(repr=False)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def permissions(self) -> Codes:
        """The value of :class:`~kzrights.Permission` for each person: 0 allowed … 3 prohibited."""
        return self.codes & np.uint8(3)

    @property
    def exact(self) -> NDArray[np.bool_]:
        """Whether each answer's outcomes are those that are possible, and not one too many."""
        return (self.codes >> _EXACT & 1).astype(bool)

    @property
    def lapsed(self) -> NDArray[np.bool_]:
        """Whether each answer rests on an entry of the list that has lost its ground."""
        return (self.codes >> _LAPSED).astype(bool)

    def are(self, permission: Permission) -> NDArray[np.bool_]:
        """Say for each person whether the answer is this permission."""
        found = self.permissions
        return np.equal(found, np.uint8(permission), out=found.view(np.bool_))

    def may_be(self, permission: Permission) -> NDArray[np.bool_]:
        """Say for each person whether an outcome is possible."""
        return (self.codes >> (_OUTCOMES + permission) & 1).astype(bool)

    def counts(self) -> dict[Permission, int]:
        """Return how many people have each permission."""
        found = np.bincount(self.permissions, minlength=len(Permission))
        return {permission: int(found[permission]) for permission in Permission}

    def columns(self) -> dict[str, Any]:
        """Return the answers as columns by name: ``permission``, ``at_least``, ``at_most``, ``exact``, ``lapsed``.

        ``at_least`` and ``at_most`` are the mildest and the strictest outcome that is possible.
        """
        possible = self.codes >> _OUTCOMES & 0b1111
        return {
            "permission": self.permissions,
            "at_least": _MILDEST[possible],
            "at_most": _STRICTEST[possible],
            "exact": self.exact,
            "lapsed": self.lapsed,
        }


def _each(pick: Any) -> Codes:
    bits = ([one for one in Permission if mask >> one & 1] or [Permission.ALLOWED] for mask in range(16))
    return np.array([pick(found) for found in bits], np.uint8)


_MILDEST: Final = _each(min)
_STRICTEST: Final = _each(max)
