"""``Rule 56.1``, ``Local Rule 56.1``, ``Civ. R. 12``: a rule whose set stands elsewhere (Indigo Book R18.1).

A rule of court may be called by its number before its set is named; then, and only then, a link goes forward:
its rule is ``named_later``.
"""

from __future__ import annotations

import re

from citeparse.data.court_rules import rule_set, shape
from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Row
from citeparse.resolver._identity import code_key, rule_number, subsections
from citeparse.resolver._shape import natural
from citeparse.resolver._state import State

__all__ = ["decide"]

NO_SET = "no set of rules to which the number could belong"

_WORDS = re.compile(r"[a-z0-9]+")
_LOCAL = "local"


def decide(state: State, i: int) -> Link | Unresolved | None:
    """``Rule 56.1`` for ``Local Civ. R. 56.1(a)`` (Indigo Book R18.1): the set that was, or will be, named with it.

    Else a set of the kind that the number suggests. ``Local Rule`` and ``Civ. R.`` leave open whose rules they are,
    and may be the rule of a court named elsewhere.
    """
    token = state.tokens[i]
    series, number = token.series, rule_number(token)
    rows = state.rules.exact(number)
    named = [row for row in rows if row.key and _narrows(row.key[0], series)]
    if named:
        return _link(state, i, named)
    if series and state.rules.of_code(number, code_key(token)) is not None:
        return None
    later = _named_later(state, i, number, series)
    if later is not None or series:
        return later
    if rows:
        state.entries[i] = rows[0].entry
        return Link(rows[0].code, "rule", candidates=(rows[0].code,), flags=("no_full_citation",))
    base = _suggested(state, i, number)
    return _borrow(state, i, number, base) if base is not None else _open(state, i, number)


def _narrows(narrow: str, wide: str) -> bool:
    """Whether one name tells whose rules they are where the other leaves it open: ``Local Civ. R.``, ``Local R.``"""
    if not wide or narrow == wide:
        return not wide
    open_set, told = rule_set(wide), rule_set(narrow)
    if open_set is None or told is None:
        return False
    if open_set.generic and open_set.type:
        return not told.generic and told.type == open_set.type
    if open_set.generic or open_set.type == _LOCAL:
        return set(_WORDS.findall(wide.casefold())) < set(_WORDS.findall(narrow.casefold()))
    return False


def _link(state: State, i: int, rows: list[Row]) -> Link:
    first = rows[0]
    state.entries[i] = first.entry
    state.rules.touch(first)
    flags = ("several_candidates",) if len(rows) > 1 else ()
    return Link(first.code, "rule", candidates=tuple([row.code for row in rows]), flags=flags, same=first.direct)


def _named_later(state: State, i: int, number: str, series: str) -> Link | None:
    """``Rule 56.1`` before the first ``Local Civ. R. 56.1(a)``, when later only one set is named with the number."""
    later = [j for j in state.named_later(i, number) if _narrows(state.tokens[j].series, series)]
    sets = {state.tokens[j].series for j in later}
    told = sets - {name for name in sets if any(_narrows(other, name) for other in sets)}
    if len(told) != 1:
        return None
    chosen = next(j for j in later if state.tokens[j].series in told)
    state.entries[i] = state.promise(chosen)
    return Link(chosen, "named_later", candidates=(chosen,))


def _suggested(state: State, i: int, number: str) -> Row | None:
    """Return a set named before that has such numbers: ``Rule 12(b)(6)`` is one of civil procedure, not of evidence."""
    kind = rule_set(shape(number + subsections(state.tokens[i])))
    if kind is None or not kind.type:
        return state.rules.alike(number)
    return state.rules.of_kind(kind.type)


def _borrow(state: State, i: int, number: str, base: Row) -> Link:
    """``Rule 12(b)(6)`` after ``Fed. R. Civ. P. 56``: another rule of that set."""
    entry = state.begin(i, full=True)
    entry.usual = natural(state.tokens[base.code])
    entry.row = Row(base.key, number, base.code, direct=False, entry=entry)
    state.rules.add(entry.row)
    return Link(base.code, "rule", candidates=(base.code,), flags=("nearest_code",), same=False)


def _open(state: State, i: int, number: str) -> Unresolved:
    entry = state.begin(i, full=False)
    state.rules.add(Row((), number, i, direct=True, entry=entry))
    return Unresolved(NO_SET)
