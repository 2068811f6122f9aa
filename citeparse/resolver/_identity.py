"""When two full citations cite one authority: what their cores have in common.

Reporters and journals by series, volume and page; codes by series, title and first section; rules by set and number;
constitutions by article, amendment and section; documents of the record by the words that name them
(`citeparse.data.record_words`); all others by their number, or by their words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.record_words import identity as record_identity
from citeparse.resolver._shape import is_code, section_of
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    OtherToken,
    RecordToken,
    ReferenceToken,
    RuleToken,
    SectionToken,
    SupraToken,
    Token,
)

__all__ = [
    "Key",
    "by_number",
    "code_key",
    "code_numbers",
    "cross_reference",
    "identity",
    "is_short",
    "of_note",
    "rule_number",
    "subsections",
    "volume_key",
]

Key: TypeAlias = tuple[str, ...]

_AT = lazy(r"[\s,]at[\s*]")
_BLANK = lazy(r"[\W_]*$")
_ITEMS = lazy(r"\([^()]{0,12}\)|\[[^\]]{0,6}\]|(?<![\w.])[0-9][0-9A-Za-z.:/-]*")
_BELOW = lazy(r"(?:\s?\([0-9A-Za-z]{1,5}\)){1,10}")
_CROSS_REFERENCE = lazy(r"(?:see\s+)?(?:supra|infra)\b", re.IGNORECASE)
_NOTE = lazy(r"\bnotes?$")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_DIVISIONS = ("title", "app", "chapter", "volume", "article", "part")
_PROVISIONS = ("article", "amendment", "preamble", "section")
_DATABASES = ("WL", "BL", "LEXIS")

_POINTERS = (IdToken, SupraToken, ReferenceToken, SectionToken)

_EDITIONS = {"U.S.C.A.": "U.S.C.", "U.S.C.S.": "U.S.C."}
"""The publishers' editions of the United States Code are one code (Indigo Book R16.1)."""

_ONLY_PAGE = 3
"""Volume, reporter and page: a core with no other part."""

MOST_SECTIONS = 40
"""So many sections of one list are remembered."""


def identity(token: Token) -> Key | None:
    """Return what a full citation cites, equal for every way of printing it; None when it prints no whole core."""
    read = _READERS.get(type(token))
    if read is not None:
        return read(token)
    if isinstance(token, _POINTERS):
        return None
    if _text(token, "section"):
        note = "note" if of_note(token) else ""
        return ("law", *code_key(token), _section(token) + note)
    return _printed(token)


def _section(token: Token) -> str:
    """A section's number; of agencies' manuals the words that stand before it, too: ``DI 25501.001``, ``app. C``."""
    section = token.parts["section"].text
    worded = isinstance(token, AgencyToken) and not section[:1].isdigit()
    return fold(section) if worded else section_of(section)


def _record(token: Token) -> Key:
    return ("record", record_identity(token.text))


def _docket(token: Token) -> Key:
    return ("docket", fold(_text(token, "docket") or token.text))


def _rule(token: Token) -> Key | None:
    return ("law", *code_key(token), rule_number(token)) if token.series else None


def _constitution(token: Token) -> Key:
    return ("constitution", token.series, *(f"{part} {fold(_text(token, part))}" for part in _PROVISIONS))


def _printed(token: Token) -> Key | None:
    """``258 F.3d 62`` by volume and page, ``Pub. L. No. 111-148`` by number, the rest by its words."""
    parts = token.parts
    if "volume" in parts or "page" in parts:
        return _paged(token)
    number = _text(token, "number")
    if number:
        return ("number", token.series, fold(_text(token, "congress")), fold(number))
    return (token.kind, fold(token.text))


def _paged(token: Token) -> Key | None:
    parts = token.parts
    if "page" not in parts or is_short(token):
        return None
    volume, page = _text(token, "volume"), parts["page"].text
    if volume.isdigit() and page.isdigit() and len(parts) == _ONLY_PAGE:
        return ("page", token.series, volume, page)
    if _BLANK.match(volume) or _BLANK.match(page):
        return None
    key = ("page", token.series, volume.translate(_DASHES), page.lstrip("*").replace(",", "").casefold())
    more = fold(_text(token, "suffix")) + fold(_text(token, "district"))
    return (*key, more) if more else key


def _book(token: Token) -> Key:
    """A work; of a Restatement the section. The page is a pin."""
    section = section_of(_text(token, "section")) if token.series.startswith("Restatement") else ""
    subject, number = fold(_text(token, "subject")), fold(_text(token, "number"))
    return ("book", fold(token.series or _text(token, "title") or token.text), subject, number, section)


_READERS: dict[type[Token], Callable[[Token], Key | None]] = {
    RecordToken: _record,
    DocketToken: _docket,
    RuleToken: _rule,
    ConstitutionToken: _constitution,
    FullCaseToken: _paged,
    BookToken: _book,
}


def is_short(token: Token) -> bool:
    """Whether the core has ``at`` a page instead of a first page: ``477 U.S. at 255``, ``91 Stat. at 142``."""
    if "at" not in token.text or "volume" not in token.parts:
        return False
    return _AT.search(token.text) is not None and not any(name in token.series for name in _DATABASES)


def volume_key(token: Token) -> Key | None:
    """Return series and volume, which a short form shares with its full citation."""
    parts = token.parts
    if "volume" not in parts or "section" in parts:
        return None
    volume = parts["volume"].text
    if volume.isdigit():
        return (token.series, volume)
    return None if _BLANK.match(volume) else (token.series, volume.translate(_DASHES))


def rule_number(token: Token) -> str:
    """Return the number of a rule without its subsections: ``56.1``."""
    piece = token.parts.get("section") or token.parts.get("number")
    return section_of(piece.text if piece is not None else token.text)


def code_key(token: Token) -> Key:
    """Return the code and title, or the set of rules, that a section stands in."""
    series = _EDITIONS.get(token.series, token.series).replace(" Ann.", "")
    if isinstance(token, JournalToken):
        return (series,)
    return (series, *(fold(_text(token, division)) for division in _DIVISIONS if division in token.parts))


def code_numbers(token: Token) -> tuple[str, ...]:
    """Return all sections that a citation lists, the first one first: ``§§ 1331 and 1343``."""
    first = rule_number(token)
    listed = _text(token, "sections").translate(_DASHES)
    if "," not in listed and " " not in listed:
        return (first,)
    found = [section_of(item) for item in _ITEMS.findall(listed)[:MOST_SECTIONS] if item[0] not in "(["]
    return tuple(dict.fromkeys([first, *found]))


def by_number(tokens: Sequence[Token]) -> dict[Key, list[int]]:
    """Find full citations of codes and rules by what short forms print of them: the number."""
    index: dict[Key, list[int]] = {}
    for i, token in enumerate(tokens):
        if token.series and is_code(token):
            key = ("rule" if isinstance(token, RuleToken) else "section", rule_number(token))
            index.setdefault(key, []).append(i)
    return index


def subsections(token: Token) -> str:
    """Return the subsections printed after the first section: ``(a)(1)``; empty when there are none."""
    piece = token.parts.get("section") or token.parts.get("number")
    if piece is None:
        return ""
    found = _BELOW.match(token.text, max(0, piece.end - token.span.start))
    return "".join(found.group().split()) if found else ""


def of_note(token: Token) -> bool:
    """Whether the note below a section is cited, which is another thing: ``28 U.S.C. § 2254 note``."""
    return _NOTE.search(_text(token, "sections")) is not None


def cross_reference(token: Token) -> bool:
    """Whether the words point into the document itself: ``infra Part II``."""
    return isinstance(token, OtherToken) and _CROSS_REFERENCE.match(token.text) is not None


def _text(token: Token, part: str) -> str:
    piece = token.parts.get(part)
    return piece.text.strip() if piece is not None else ""
