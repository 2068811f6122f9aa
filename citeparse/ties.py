"""What ties the citations of a document together: one authority, parallels, history, strings."""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.known import Known
from citeparse.links import DEFINED, Answer, KnownLink, Link, Unresolved
from citeparse.tokens import IdToken, ReferenceToken, RuleToken, SectionToken, ShortCaseToken, SupraToken, Token

__all__ = ["LEANING", "governing", "groups", "histories", "lender", "reason", "roots"]

LEANING = (IdToken, SupraToken, ReferenceToken, ShortCaseToken, SectionToken, RuleToken)
"""Forms that cite nothing by themselves, or not always."""


def roots(links: Sequence[Answer]) -> tuple[int, ...]:
    """Return for each citation the first one of the same authority.

    >>> roots([None, Link(0, "id"), None, Link(1, "id")])
    (0, 0, 2, 0)
    """
    found = list(range(len(links)))
    foreknown: dict[int, int] = {}
    for i, link in enumerate(links):
        if isinstance(link, Link) and link.same and link.antecedent < i:
            found[i] = found[link.antecedent]
        elif isinstance(link, KnownLink) and link.same:
            found[i] = foreknown.setdefault(link.known, i)
    for i, link in enumerate(links):
        if isinstance(link, Link) and link.same and link.antecedent > i:
            found[i] = found[link.antecedent]
    return tuple(found)


def reason(index: int, links: Sequence[Answer]) -> str:
    """Return why no authority can be named for a citation: what is said of the first one that it leans on.

    >>> reason(2, [Unresolved("no full citation"), Link(0, "id"), Link(1, "id")])
    'no full citation'
    """
    link = links[index]
    while isinstance(link, Link) and link.antecedent < index:
        index = link.antecedent
        link = links[index]
    return link.reason if isinstance(link, Unresolved) else "not known"


def groups(tokens: Sequence[Token]) -> dict[int, tuple[int, ...]]:
    """Return the members of parallel groups by the first member."""
    found: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.parallel is not None:
            found.setdefault(token.parallel, [token.parallel]).append(i)
    return {first: tuple(members) for first, members in found.items()}


def histories(tokens: Sequence[Token]) -> dict[int, list[int]]:
    """Return the prior and subsequent history of citations by the citation that has it."""
    found: dict[int, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.history and token.inside is not None:
            found.setdefault(token.inside, []).append(i)
    return found


def lender(index: int, tokens: Sequence[Token], links: Sequence[Answer], known: Sequence[Known]) -> Token | None:
    """Return the citation whose code or title citation ``index`` borrows: the first that names one, going back."""
    link = links[index]
    if isinstance(link, Link) and link.rule == DEFINED:
        return None
    seen = 0
    while isinstance(link, Link) and seen < len(tokens):
        token = tokens[link.antecedent]
        if token.series:
            return token
        link = links[link.antecedent]
        seen += 1
    return known[link.known].base if isinstance(link, KnownLink) else None


def governing(tokens: Sequence[Token]) -> tuple[int | None, ...]:
    """Return for each citation the one whose signal governs it: until the next signal, or the end of the string.

    Source: Indigo Book R4.3.
    """
    found: list[int | None] = []
    strings: dict[int, int | None] = {}
    for i, token in enumerate(tokens):
        if token.signal is not None:
            governs: int | None = i
        elif token.parallel is not None:
            governs = found[token.parallel]
        else:
            governs = strings.get(token.string) if token.string is not None else None
        found.append(governs)
        if token.parallel is None and token.inside is None:
            strings[i if token.string is None else token.string] = governs
    return tuple(found)
