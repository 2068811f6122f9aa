"""``Lynch at 468``: a name with a pin and no reporter (Indigo Book R15.2, CRC 1.200)."""

from __future__ import annotations

from citeparse.links import Link, Unresolved
from citeparse.resolver._reach import by_name
from citeparse.resolver._state import State

__all__ = ["decide"]


def decide(state: State, i: int) -> Link | Unresolved:
    """``Rosales at p. 304`` for ``People v. Rosales, 68 Cal.2d 299`` (Indigo Book R15.2.3)."""
    answer = by_name(state, i, "reference")
    if isinstance(answer, Link) and "pin_mismatch" in answer.flags:
        return Unresolved("no authority of that name has such a page", candidates=answer.candidates)
    return answer or Unresolved("no name is printed")
