"""Documents of the record under the names that a text gives them: ``Compl.``, ``ECF No. 1`` (Indigo Book R25, R26)."""

from __future__ import annotations

from citeparse.links import Link
from citeparse.resolver._state import State

__all__ = ["decide"]


def decide(state: State, i: int) -> Link | None:
    """``Knowles Decl. ¶ 8`` for ``Knowles Declaration``; ``ECF No. 60`` for the ``TAC, ECF No. 60`` before (R26)."""
    entry = state.known(i)
    return Link(entry.root, "record", candidates=(entry.root,)) if entry is not None else None
