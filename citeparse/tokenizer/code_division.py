"""Titles and chapters in words: ``Title 18, United States Code, Section 3500``, ``chapter 93A of the General Laws``.

Indigo Book R16.1, R17.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.codes import Named, codes_of
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer._sections import read_sections, read_sign
from citeparse.tokenizer.statute import OF_LAW, code_at, code_hit, end_of_name
from citeparse.tokens import SectionToken

__all__ = ["DIVISION"]

_NUMBER = r"[0-9]{1,5}(?:[.][0-9]{1,3})?[A-Za-z]{0,2}(?:-[0-9A-Z]{1,3})?(?![0-9A-Za-z])"
_CHAPTER = lazy(
    rf"""
    (?P<word>Chapters?|chapters?|CHAPTER|Part|part|[Cc]h\.)\s{{1,4}}(?P<chapter>{_NUMBER})
    (?:\s{{0,3}},?\s{{1,4}}of\s{{1,4}}[Tt]itle\s{{1,4}}(?P<title>{_NUMBER}))?
    (?P<link>\s{{0,3}},?\s{{1,4}}(?:of\s{{1,4}}(?:the\s{{1,4}})?)?)?
    """,
    re.VERBOSE,
)
_TITLE = lazy(
    rf"""
    (?:Title|title|TITLE)\s{{1,4}}(?P<title>{_NUMBER})
    (?:,\s{{1,4}}(?:of\s{{1,4}}(?:the\s{{1,4}})?)?|\s{{1,4}}of\s{{1,4}}(?:the\s{{1,4}})?)
    """,
    re.VERBOSE,
)
_COMMA = lazy(r"\s{0,2},?\s{1,4}(?=§|[Ss]ec)")
_OF = lazy(r"\s{0,3},?\s{1,4}of\s{1,4}(?:the\s{1,4})?")
_LAW_BEFORE = lazy(r"Stat\.\s[0-9]{1,4},\s{1,3}\Z")
"""``69 Stat. 700, ch. 862, § 5``: a chapter of that volume."""
_AFTER_CODE = lazy(r",?\s{1,4}(?:at\s{1,3})?(?=§|[Ss]ec)")
_NEXT_SECTION = lazy(r"[\s,]{0,4}(?:§|[Ss]ection)")


def read(anchor: Anchor) -> Hit | None:
    """Read a title with its section, or a chapter with its title or code."""
    return _title(anchor) if anchor.text[anchor.start] in "Tt" else _chapter(anchor)


def _title(anchor: Anchor) -> Hit | None:
    """``Title 18, United States Code, Section 3500``."""
    text = anchor.text
    title = _TITLE.match(text, anchor.start)
    found = _code(text, title.end()) if title else None
    gap = _AFTER_CODE.match(text, found[1]) if found else None
    sign = read_sign(text, gap.end()) if gap else None
    listed = read_sections(text, sign.end, plural=sign.plural) if sign else None
    if title is None or found is None or sign is None or listed is None:
        return None
    parts = {
        "title": title.span("title"),
        "code": (title.end(), found[1]),
        "sign": (sign.start, sign.end),
        "sections": (sign.end, listed.end),
        "section": listed.first,
    }
    return code_hit(text, found[0], (anchor.start, listed.end), parts)


def _chapter(anchor: Anchor) -> Hit | None:
    """``Chapter 705 of Title 46, U.S.C.``; with a title alone it is the United States Code's."""
    text = anchor.text
    printed = _CHAPTER.match(text, anchor.start)
    if printed is None:
        return None
    name = "part" if printed.group("word")[0] in "Pp" else "chapter"
    parts = {name: printed.span("chapter")}
    if printed.group("title"):
        parts["title"] = printed.span("title")
    found = _code(text, printed.end()) if printed.group("link") else None
    linked = "title" in parts or "of" in (printed.group("link") or "").split()
    if found is not None and linked and not _NEXT_SECTION.match(text, found[1]):
        parts["code"] = (printed.end(), found[1])
        return code_hit(text, found[0], (anchor.start, found[1]), parts)
    if "title" not in parts or name == "part":
        return _section_of_chapter(text, anchor.start, printed.end("chapter"), parts)
    return code_hit(text, Named("U.S.C.", codes_of("U.S.C.")), (anchor.start, printed.end("title")), parts)


def _section_of_chapter(text: str, start: int, at: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """``chapter 278, section 33E of the General Laws``; ``ch. 93A, § 9`` leaves the code to the context."""
    gap = _COMMA.match(text, at)
    sign = read_sign(text, gap.end()) if gap and "chapter" in parts else None
    listed = read_sections(text, sign.end, plural=sign.plural) if sign else None
    if sign is None or listed is None or OF_LAW.match(text, listed.end):
        return None
    if _LAW_BEFORE.search(text, max(0, start - 16), start):
        return None
    parts = {**parts, "sign": (sign.start, sign.end), "sections": (sign.end, listed.end), "section": listed.first}
    of = _OF.match(text, listed.end)
    found = _code(text, of.end()) if of else None
    if found is not None and of is not None:
        return code_hit(text, found[0], (start, found[1]), {**parts, "code": (of.end(), found[1])})
    return Hit(SectionToken, start, listed.end, parts)


def _code(text: str, at: int) -> tuple[Named, int] | None:
    found = code_at(text, at)
    if found is None or found[0].codes[0].codified is not None:
        return None
    return found[0], end_of_name(text, at, found[1])


_WORDS = (
    "Title", "title", "TITLE", "Chapter", "chapter", "Chapters", "chapters", "CHAPTER", "Part", "part", "Ch", "ch",
)

DIVISION = Rule(name="division", read=read, words=_WORDS)
