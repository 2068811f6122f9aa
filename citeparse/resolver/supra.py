"""``Leval, supra, at 1111`` (Indigo Book R6.2.3); ``Katz, supra, 389 U.S. at p. 361`` (Cal. Rules of Court 1.200)."""

from __future__ import annotations

from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Entry
from citeparse.resolver._names import rank
from citeparse.resolver._reach import by_name
from citeparse.resolver._shape import LONGEST_OPINION
from citeparse.resolver._state import State
from citeparse.resolver.short_case import possible
from citeparse.tokens import FullCaseToken, ShortCaseToken

__all__ = ["decide"]

_CASES = (FullCaseToken, ShortCaseToken)

NEAR = 16
"""A citation that begins so soon after the word is the reporter of the same mention."""


def decide(state: State, i: int) -> Link | Unresolved:
    """``Leval, supra, at 1111`` for ``Pierre N. Leval, Toward a Fair Use Standard, 103 Harv. L. Rev. 1105``."""
    evidence = _following(state, i) or _noted(state, i)
    only = _only_noted(state, i) if evidence is None else None
    if only is not None:
        return Link(only.root, "supra", candidates=(only.root,), flags=("name_mismatch",))
    answer = by_name(state, i, "supra", evidence)
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
    if not isinstance(after, _CASES) or after.span.start - state.tokens[i].span.end > NEAR:
        return None
    known = state.known(i + 1)
    return known if known is not None else _in_volume(state, i)


def _noted(state: State, i: int) -> Entry | None:
    """``Leval, supra note 5``: what footnote 5 cites under that name (Indigo Book R29)."""
    note, name = state.tokens[i].parts.get("note"), state.name(i)
    if note is None or name is None:
        return None
    fitting = [(rank(name, entry), entry.last, entry) for entry in state.notes.cited(note.text)]
    best = max(fitting, key=lambda item: item[:2], default=None)
    return best[2] if best is not None and best[0] else None


def _only_noted(state: State, i: int) -> Entry | None:
    """``Toward a Fair Use Standard, supra note 5``: the only thing that footnote 5 cites, whatever it is called."""
    note, name = state.tokens[i].parts.get("note"), state.name(i)
    cited = state.notes.cited(note.text) if note is not None and name is not None else []
    return cited[0] if len(cited) == 1 and name is not None and not state.names.find(name) else None


def _in_volume(state: State, i: int) -> Entry | None:
    """``Wade, supra, 388 U.S. at 237``: the authority of that volume that has the page and the name."""
    name = state.name(i)
    near = possible(state, i + 1)
    if name is not None:
        return next((entry for _, _, entry in near if rank(name, entry)), None)
    return near[0][2] if len(near) == 1 and near[0][0] <= LONGEST_OPINION else None
