"""``Rule 56.1``, ``Local Rule 56.1``, ``Civ. R. 12``: a rule whose set stands elsewhere (Indigo Book R18.1)."""

from __future__ import annotations

from citeparse.data.court_rules import rule_set, shape
from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Row
from citeparse.resolver._identity import rule_number, subsections
from citeparse.resolver._shape import natural
from citeparse.resolver._state import State
from citeparse.resolver.named_later import narrows

__all__ = ["decide", "nearest"]

NO_SET = "no set of rules to which the number could belong"


def decide(state: State, i: int) -> Link | None:
    """``Rule 56.1`` for ``Local Civ. R. 56.1(a)`` (Indigo Book R18.1): the set that was named with it.

    ``Local Rule`` and ``Civ. R.`` leave open whose rules they are, and may be those of a court named elsewhere.
    """
    token = state.tokens[i]
    rows = [row for row in state.rules.exact(rule_number(token)) if row.key and narrows(row.key[0], token.series)]
    if not rows:
        return None
    state.entries[i] = rows[0].entry
    state.rules.touch(rows[0])
    flags = ("several_candidates",) if len(rows) > 1 else ()
    return Link(rows[0].code, "rule", candidates=tuple([row.code for row in rows]), flags=flags, same=rows[0].direct)


def nearest(state: State, i: int) -> Link | Unresolved | None:
    """``Rule 12(b)(6)`` after ``Fed. R. Civ. P. 56``: a rule of the last set that has such rules."""
    token = state.tokens[i]
    if token.series:
        return None
    number = rule_number(token)
    rows = state.rules.exact(number)
    if rows:
        state.entries[i] = rows[0].entry
        return Link(rows[0].code, "rule", candidates=(rows[0].code,), flags=("no_full_citation",))
    kind = rule_set(shape(number + subsections(token)))
    base = state.rules.of_kind(kind.type) if kind is not None and kind.type else state.rules.alike(number)
    if base is not None:
        return _borrow(state, i, number, base)
    entry = state.begin(i, full=False)
    state.rules.add(Row((), number, i, direct=True, entry=entry))
    return Unresolved(NO_SET)


def _borrow(state: State, i: int, number: str, base: Row) -> Link:
    entry = state.begin(i, full=True)
    entry.usual = natural(state.tokens[base.code])
    entry.row = Row(base.key, number, base.code, direct=False, entry=entry)
    state.rules.add(entry.row)
    return Link(base.code, "rule", candidates=(base.code,), flags=("nearest_code",), same=False)
