"""``Id. § 7102``: another section of the code that the antecedent cites (Indigo Book R16.2.1, R22.2)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

import attrs

from citeparse.authorities import Authority
from citeparse.data._lazy import lazy
from citeparse.normalizer import book, code, constitution
from citeparse.normalizer._section_list import steps_below
from citeparse.span import Piece
from citeparse.tokens import BookToken, ConstitutionToken, SectionToken, Token

__all__ = ["authority", "canonical", "places", "section_authority", "section_listed"]

T = TypeVar("T", bound=Token)

_SIGN = lazy(r"[§\s]+")
_ABOVE = ("part", "chapter", "article", "amendment")
"""Divisions of a constitution above its sections."""
_TITLE = ("title", "volume", "author", "subject", "series")
"""Parts of a book above its sections."""
_FIRST = lazy(r"[0-9]+[0-9A-Za-z]*(?:(?:[-–.:/]|-\s{0,2}\n\s{0,8})[0-9A-Za-z]+)*")
"""A section's number; its line may end after a hyphen."""


def canonical(token: Token, base: Token | None) -> str:
    """Return the word as printed, white space collapsed and none before the period."""
    return " ".join(token.text.split()).replace(" .", ".")


def authority(token: Token, base: Token | None) -> Authority:
    """Return the section that the pin names, in the code of the antecedent."""
    return section_authority(_section(token), base)


def section_authority(token: Token, base: Token | None) -> Authority:
    """Return a bare section of what the citation cites on which it leans: a code, a constitution, a book."""
    if isinstance(base, ConstitutionToken):
        return constitution.authority(_provision(token, base))
    if isinstance(base, BookToken):
        return book.authority(_below(base, token, _TITLE), None)
    return code.authority(token, base)


def section_listed(token: Token, base: Token | None) -> tuple[Authority, ...]:
    """Return the sections of a list, where they are a code's."""
    return () if isinstance(base, ConstitutionToken | BookToken) else code.listed(token, base)


def places(token: Token, base: Token | None) -> tuple[str, ...]:
    """Return the subsections that the pin names: ``("26",)`` in ``Id. § 7102(26)``."""
    first = token.pins[0].text if token.pins else ""
    if base is None or isinstance(base, ConstitutionToken) or not first.startswith(("§", "(")):
        return ()
    return steps_below(first, 0) if first[0] == "(" else code.places(_section(token), base)


def _provision(token: Token, base: ConstitutionToken) -> ConstitutionToken:
    """``Id. § 8`` after ``Cal. Const. art. I, § 7``: another section of the article or amendment (R23.4)."""
    return _below(base, token, _ABOVE) if "section" in token.parts else base


def _below(base: T, token: Token, above: Collection[str]) -> T:
    """Put the section of one token in the place of another's."""
    kept = {name: piece for name, piece in base.parts.items() if name in above}
    return attrs.evolve(base, parts={**kept, **token.parts})


def _section(token: Token) -> Token:
    """Read the pin of ``Id. § 7102(26)`` as a bare section."""
    pin = token.pins[0] if token.pins else Piece("", token.span.end, token.span.end)
    sign = _SIGN.match(pin.text)
    at = sign.end() if sign else 0
    first = _FIRST.match(pin.text, at)
    parts = {"sections": Piece(pin.text[at:], pin.start + at, pin.end)}
    if first is not None:
        parts["section"] = Piece(first.group(), pin.start + at, pin.start + first.end())
    return SectionToken(**{**attrs.asdict(token, recurse=False), "parts": parts, "series": ""})
