"""Documents of the record under the names that a text gives them: ``Compl.``, ``ECF No. 1`` (Indigo Book R25, R26)."""

from __future__ import annotations

from citeparse.links import Link
from citeparse.resolver._entry import Entry
from citeparse.resolver._state import State
from citeparse.resolver._words import Name
from citeparse.tokens import RecordToken

__all__ = ["decide"]


def decide(state: State, i: int) -> Link | None:
    """``Knowles Decl. ¶ 8`` for ``Knowles Declaration``; ``ECF No. 60`` for the ``TAC, ECF No. 60`` before (R26).

    ``Remand Results at 4`` for the ``ECF No. 58 (“Remand Results”)`` that defined the name.
    """
    entry = state.known(i) or _defined(state, i)
    return Link(entry.root, "record", candidates=(entry.root,)) if entry is not None else None


def _defined(state: State, i: int) -> Entry | None:
    """Return the document that has been given exactly these words for a name."""
    called = state.names.called(Name.read(state.tokens[i].text).whole)
    return next((entry for entry in reversed(called) if isinstance(state.tokens[entry.root], RecordToken)), None)
