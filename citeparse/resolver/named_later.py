"""A short form before the citation that explains it: ``Rule 56.1`` before ``Local Civ. R. 56.1(a)``.

The only links that go forward: by their rule's name one knows them. The table of rules decides which forms may have
one; sections may be among them (``§ 1983`` before ``42 U.S.C. § 1983``).
"""

from __future__ import annotations

from citeparse.data._lazy import lazy
from citeparse.data.court_rules import rule_set
from citeparse.links import Link
from citeparse.resolver._identity import code_key, rule_number
from citeparse.resolver._state import State
from citeparse.tokens import RuleToken

__all__ = ["decide", "narrows"]

_WORDS = lazy(r"[a-z0-9]+")
_LOCAL = "local"


def decide(state: State, i: int) -> Link | None:
    """``Rule 56.1`` before the first ``Local Civ. R. 56.1(a)``, where nothing else that comes later could be meant."""
    meant = _rule(state, i) if isinstance(state.tokens[i], RuleToken) else _section(state, i)
    if meant is None:
        return None
    state.entries[i] = state.promise(meant)
    return Link(meant, "named_later", candidates=(meant,))


def narrows(narrow: str, wide: str) -> bool:
    """Whether one name of a set of rules tells whose they are where the other leaves it open.

    >>> narrows("Local Civ. R.", "Local R."), narrows("Ohio Civ. R.", "Civ. R."), narrows("Fed. R. Evid.", "Local R.")
    (True, True, False)
    """
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


def _rule(state: State, i: int) -> int | None:
    """Return the first rule with this number whose set is named, when all that follow name one set."""
    token = state.tokens[i]
    later = [j for j in state.later(("rule", rule_number(token)), i) if narrows(state.tokens[j].series, token.series)]
    sets = {state.tokens[j].series for j in later}
    told = sets - {name for name in sets if any(narrows(other, name) for other in sets)}
    return next((j for j in later if state.tokens[j].series in told), None) if len(told) == 1 else None


def _section(state: State, i: int) -> int | None:
    """Return the first citation of this section with its code, when all that follow name one code."""
    if state.tokens[i].series:  # the text declares it
        return None
    later = state.later(("section", rule_number(state.tokens[i])), i)
    return later[0] if len({code_key(state.tokens[j]) for j in later}) == 1 else None
