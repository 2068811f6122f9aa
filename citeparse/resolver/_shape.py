"""The shape of a pin cite tells what kind of authority it can belong to (Indigo Book R6.2.2, R11.7, R12.4.1, R24.2.2).

``¶ 9`` is a paragraph of a declaration or of a neutral citation, ``28:7`` a page and line of a transcript, ``§ 9`` a
section, ``*3`` a page in a database, ``72`` a page of a reporter, ``(a)(1)`` a subsection.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    DocketToken,
    FullCaseToken,
    JournalToken,
    LegislativeToken,
    OtherToken,
    RecordToken,
    RegulationToken,
    RuleToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    Token,
)

__all__ = ["LONGEST_OPINION", "is_code", "natural", "number", "page_of", "section_of", "shape"]

LONGEST_OPINION = 100
"""A page so far behind a first page is still taken for a page of that opinion, where nothing else speaks for it."""

_SHAPE = lazy(
    r"""
    (?P<line>[0-9]{1,5}:[0-9])
  | (?P<page>[0-9]|[ivxlc]{1,7}(?![A-Za-z]))
  | (?P<paragraph>¶|[Pp]ara)
  | (?P<section>§)
  | (?P<star>\*)
  | (?P<subsection>\([0-9A-Za-z]{1,5}\))
    """,
    re.VERBOSE,
)
_DIGITS = lazy(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}")
_SECTION = lazy(r"§*\s*(?:§\s*)?([0-9A-Za-z][^\s,;()\[\]]*)")
_BROKEN = lazy(r"-[ \t]*\r?\n\s*")
"""A hyphen at the end of a line."""
_YEAR = lazy(r"(?:1[6-9]|20)[0-9]{2}$")
_DASHES = str.maketrans("‐‑‒–—−", "------")

_SECTIONED = frozenset({"section", "subsection"})
_PAGED = frozenset({"page"})
_BOTH = frozenset({"page", "section", "subsection"})
_NATURAL: dict[type[Token], frozenset[str]] = {
    FullCaseToken: _PAGED,
    ShortCaseToken: _PAGED,
    StatuteToken: _SECTIONED,
    SectionToken: _SECTIONED,
    RegulationToken: _SECTIONED,
    RuleToken: _SECTIONED,
    ConstitutionToken: _SECTIONED,
    JournalToken: _PAGED,
    LegislativeToken: _BOTH,
    AgencyToken: _BOTH,
    BookToken: _BOTH | {"paragraph"},
    DocketToken: _PAGED | {"paragraph", "star"},
    RecordToken: frozenset(),  # each document has its own way; its citations show it
    OtherToken: frozenset(),
}
_CASES = (FullCaseToken, ShortCaseToken)
_CODES = (StatuteToken, SectionToken, RegulationToken, RuleToken, ConstitutionToken, AgencyToken, BookToken)


def shape(pin: str) -> str:
    """Return the shape of a printed pin, empty when it tells nothing.

    >>> shape("¶¶ 8-12"), shape("28:7–30:13"), shape("*3"), shape("72"), shape("§ 7102(26)"), shape("syllabus")
    ('paragraph', 'line', 'star', 'page', 'section', '')
    """
    found = _SHAPE.match(pin)
    return (found.lastgroup or "") if found is not None else ""


def number(words: str) -> int | None:
    """Return the first number in a pin or page: ``1,159 n.4`` is 1159."""
    found = _DIGITS.search(words)
    return int(found.group().replace(",", "")) if found else None


def page_of(token: Token) -> int | None:
    """Return the number of the page that a full citation begins at."""
    piece = token.parts.get("page")
    return number(piece.text) if piece is not None else None


def section_of(words: str) -> str:
    """Return the first section number in ``§ 2000e–5(b), 2000e-6`` without subsections: ``2000e-5``."""
    words = _BROKEN.sub("-", words.strip().translate(_DASHES)) if "\n" in words else words.strip().translate(_DASHES)
    found = _SECTION.match(words)
    return found.group(1).rstrip(".:-").casefold() if found else ""


def is_code(token: Token) -> bool:
    """Whether an authority is a section of something that has many: ``Id. § 5`` after it names another section."""
    return isinstance(token, _CODES) and "section" in token.parts and "page" not in token.parts


def natural(token: Token) -> frozenset[str]:
    """Return the pin shapes that such an authority is ordinarily cited by."""
    if isinstance(token, _CASES):
        return _of_case(token)
    if "page" in token.parts:
        return _BOTH
    if isinstance(token, AgencyToken) and is_code(token):
        return _SECTIONED
    return _NATURAL.get(type(token), frozenset())


def _of_case(token: Token) -> frozenset[str]:
    if token.series in ("WL", "BL") or "LEXIS" in token.series:
        return frozenset({"star", "paragraph"})
    volume = token.parts.get("volume")
    if volume is not None and _YEAR.match(volume.text):  # a neutral citation: 2015-Ohio-123, ¶ 9
        return frozenset({"page", "paragraph"})
    return _PAGED
