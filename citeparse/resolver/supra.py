"""``Leval, supra, at 1111``; ``Katz v. United States, supra, 389 U.S. 347`` in California (Indigo Book R6.2.3, CRC 1.200)."""

from __future__ import annotations

from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Entry
from citeparse.resolver._reach import by_name
from citeparse.resolver._state import State
from citeparse.tokens import FullCaseToken, ShortCaseToken

__all__ = ["decide"]

NEAR = 16
"""A citation that begins so soon after the word is the reporter of the same mention."""


def decide(state: State, i: int) -> Link | Unresolved:
    """``Leval, supra, at 1111`` for ``Pierre N. Leval, Toward a Fair Use Standard, 103 Harv. L. Rev. 1105`` (R6.2.3)."""
    answer = by_name(state, i, "supra", _following(state, i))
    if answer is not None:
        return answer
    if "note" in state.tokens[i].parts:
        return Unresolved("points to a note of this document")
    return Unresolved("no name stands before supra")


def _following(state: State, i: int) -> Entry | None:
    """Return what the citation directly after the word cites, if that has been cited before."""
    if i + 1 >= len(state.tokens):
        return None
    after = state.tokens[i + 1]
    if not isinstance(after, FullCaseToken | ShortCaseToken) or after.span.start - state.tokens[i].span.end > NEAR:
        return None
    return state.known(i + 1) or state.only_in_volume(i + 1)
