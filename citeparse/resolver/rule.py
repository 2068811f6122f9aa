"""``Rule 56.1``, ``Local Rule 56.1``: a rule whose set stands elsewhere (Indigo Book R18.1).

A rule of court may be called by its number before it is cited in full; then, and only then, a link goes forward:
its rule is ``named_later``.
"""

from __future__ import annotations

from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Row
from citeparse.resolver._identity import code_key, rule_number
from citeparse.resolver._state import State

__all__ = ["decide"]

NO_SET = "no set of rules to which the number could belong"


def decide(state: State, i: int) -> Link | Unresolved | None:
    """``Rule 56.1`` for ``Local Civ. R. 56.1(a)`` (Indigo Book R18.1): the set that was, or will be, named with it.

    Else the set whose numbers look alike. ``Local Rule`` alone may be the rule of a court named elsewhere.
    """
    token = state.tokens[i]
    number = rule_number(token)
    earlier = [row for row in state.rules.exact(number) if _narrower(row.key[:1], token.series)]
    if token.series and any(row.key[0] == token.series for row in earlier):
        return None
    named = [row for row in earlier if row.key]
    if named and (token.series == "" or named[0].key[0] != ""):
        return _link(state, i, named[0], candidates=tuple([row.code for row in named]))
    later = _later(state, i, number, token.series)
    if later is not None:
        return later
    if earlier:
        return _link(state, i, earlier[0], candidates=(earlier[0].code,), flags=("no_full_citation",))
    if token.series:
        return None
    base = state.rules.alike(number)
    if base is not None:
        return _borrow(state, i, number, base)
    entry = state.begin(i, full=False)
    state.rules.add(Row((), number, i, direct=True, entry=entry))
    return Unresolved(NO_SET)
