"""Leaning words in a text that cites nothing by name: a manual's ``section 8``, a form's ``id.`` are no citations."""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.tokenizer._hit import Hit
from citeparse.tokens import (
    IdToken,
    OtherToken,
    RecordToken,
    ReferenceToken,
    RuleToken,
    SectionToken,
    SupraToken,
    Token,
)

__all__ = ["in_context"]

SHORTEST = 1500
"""A text of fewer characters is taken at its word: it may be part of another."""

_LEANING: tuple[type[Token], ...] = (IdToken, ReferenceToken, SectionToken, SupraToken)
_NO_CONTEXT: tuple[type[Token], ...] = (*_LEANING, OtherToken, RecordToken)
"""Forms in whose company a section has no code: web pages, documents of the record."""


def in_context(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the citations, without those that lean on another where no text is cited that they can lean on."""
    if len(text) < SHORTEST or any(hit.form not in _NO_CONTEXT and not _bare_rule(hit) for hit in hits):
        return list(hits)
    return [hit for hit in hits if hit.pins or not (_bare_rule(hit) or (hit.form in _LEANING and _plain(text, hit)))]


def _bare_rule(hit: Hit) -> bool:
    """``Rule 3``: neither its set nor a subsection is printed."""
    return hit.form is RuleToken and not hit.series and hit.parts.get("section") == hit.parts.get("sections")


def _plain(text: str, hit: Hit) -> bool:
    """Whether a section has no subsection in brackets, which only the law has."""
    return "(" not in text[hit.start : hit.end]
