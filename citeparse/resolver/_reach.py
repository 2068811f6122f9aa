"""Names that point back: shared by supra and by names with a pin."""

from __future__ import annotations

from citeparse.links import Link, Unresolved
from citeparse.resolver._entry import Entry
from citeparse.resolver._shape import number, shape
from citeparse.resolver._state import State
from citeparse.resolver._words import telling
from citeparse.tokens import Token

__all__ = ["by_name"]

NO_FULL_CITATION = "no full citation of that name"
GOVERNMENT = "the name of a government or office tells no case from others"


def by_name(state: State, i: int, rule: str, evidence: Entry | None = None) -> Link | Unresolved | None:
    """Choose among the authorities of a name: the one printed next, the possible ones, then the last one cited."""
    token = state.tokens[i]
    name = state.name(i)
    if name is None:
        return Link(evidence.root, rule, candidates=(evidence.root,)) if evidence is not None else None
    found = state.names.find(name)
    found = [entry for entry in found if entry.full] or found
    if evidence is not None:
        others = [entry for entry in found if entry is not evidence]
        return Link(evidence.root, rule, candidates=tuple([e.root for e in (evidence, *others)]))
    possible = [entry for entry in found if _possible(token, entry)]
    chosen = possible or found
    if not chosen:
        if telling(name.whole):
            state.names.add(state.begin(i, full=False), name)
            return Unresolved(NO_FULL_CITATION)
        return Unresolved(GOVERNMENT)
    candidates = tuple([entry.root for entry in (*chosen, *(e for e in found if e not in chosen))])
    flags: tuple[str, ...] = () if chosen[0].full else ("no_full_citation",)
    if len(chosen) > 1:
        flags = (*flags, "several_candidates")
    if not possible:
        flags = (*flags, "pin_mismatch")
    return Link(candidates[0], rule, candidates=candidates, flags=flags)


def _possible(token: Token, entry: Entry) -> bool:
    """Whether the pin can be a page of the authority."""
    if not token.pins or shape(token.pins[0].text) != "page":
        return True
    page = number(token.pins[0].text)
    return page is None or entry.distance(page) is not None
