"""``…, 106 S. Ct. 2548, 91 L. Ed. 2d 265``: more places where one authority is printed (Indigo Book R11.6)."""

from __future__ import annotations

from citeparse.links import Link
from citeparse.resolver._state import State
from citeparse.tokens import RecordToken

__all__ = ["decide"]


def decide(state: State, i: int) -> Link | None:
    """``410 U.S. 113, 93 S. Ct. 705``: the second member of a group cites what the first does (Indigo Book R11.6.3).

    When both have been cited before as two authorities, they are neighbours and no parallel citations. Two names
    of one document of the record (``TAC, ECF No. 60``) stay together: there the text itself equates them.
    """
    token = state.tokens[i]
    if token.parallel is None:
        return None
    head = state.shifted(i, token.parallel)
    entry = state.entries[head]
    if entry is None:
        return None
    if not isinstance(token, RecordToken) and entry.root < head:
        own = state.known_alone(i)
        if own is not None and own is not entry and own.full and entry.full:
            return Link(own.root, "repeat", candidates=(own.root, entry.root), flags=("parallel_conflict",))
    return Link(head, "parallel", candidates=(head,))
