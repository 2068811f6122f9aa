"""Books known by title, and Restatements: ``7 Oxford English Dictionary 37``, ``Restatement (Second) of Torts § 402A``.

Source: Indigo Book R18.2 (Restatements), R28 (books), R30 (dictionaries and encyclopedias).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citeparse.data._lazy import lazy
from citeparse.data.books import Book, book_titles, title_words
from citeparse.data.plain import plain, title_case
from citeparse.tokenizer._edges import begins_text, ends_text
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._lead import read_lead
from citeparse.tokenizer._locator import EDITION, Locator, read_comments, read_page, read_section
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import BookToken

__all__ = ["BOOK", "RESTATEMENT"]

_VOLUME = lazy(r"(?<![0-9A-Za-z.,$§#])(?P<volume>[0-9]{1,3}[A-Z]{0,2}|[IVX]{1,5})[\s\u00a0]{1,6}(?:The\s{1,3})?$")
_ARTICLE = lazy(r"(?:The|THE|A|An)\s{1,3}$")
_ADJACENT = lazy(
    r"(?:(?P<small>\b(?:of|on|the|for|in))|(?!(?:See|The|THE|In|Cf|But|And|Accord|A"
    r"|An)\b)\b[A-Z][A-Za-z’'&-]{1,24}:?)[ \t\u00a0]{0,2}(?:\r?\n[ \t]{0,8})?$",
)
"""A word that belongs to the title: on the same line or the line before."""
_POSSESSIVE = lazy(r"[A-Za-z]{2,16}[’']s\s", re.IGNORECASE)
"""A title that begins with its author's name begins there."""
_WORD = lazy(r"[a-z][a-z’'.-]*")
_SMALL = frozenset(["of", "the", "and", "on", "in", "for", "to", "a", "an", "at", "by", "de", "com"])
_LATER = lazy(
    rf"[\s,]{{0,3}}(?:{EDITION}|\([0-9]{{1,2}}(?:st|nd|rd|d|th)\s{{1,2}}ed\.?\))|,\s{{0,3}}(?:https?:|at\s[0-9])|\s{{1,3}}at\s{{1,3}}[0-9]",
)
_EDITION_FIRST = lazy(rf"\s{{0,3}}{EDITION},?(?=\s{{0,3}}[§¶])")
_YEAR = lazy(r"(?:1[5-9]|20)[0-9]{2}")
_NUMBERED = lazy(
    r",?\s{1,3}(?:\([^()]{4,24}\)\s{1,3})?Nos?\.\s{0,4}"
    r"(?P<number>[0-9]{1,4}[A-Z]?(?:\.[0-9]{1,3}[A-Z]?)?)(?![0-9A-Za-z])",
)
_SUBJECT = lazy(
    r"[,:]?\s{1,4}(?P<subject>[A-Z][A-Za-z’'&;,\s-]{1,90}?)(?=[\s,]{1,40}(?:§|[Ss]ec\.|[Ss]ection\s|[0-9]{1,4}[,\s(]))",
)
_RESTATEMENT = lazy(
    r"""
    \s{0,4}
    (?:
        \(\s?(?P<series>First|Second|Third|Fourth|1st|2d|2nd|3d|3rd)\s?\)
      | ,?\s?(?P<plain>Second|Third|2d|3d)(?![A-Za-z])
    )?
    ,?\s{0,4}
    (?:[Oo][Ff]\s{1,4})?(?:[Tt][Hh][Ee]\s{1,4}[Ll][Aa][Ww],?\s{1,4}(?=of|OF|\(|[A-Z][a-z]+,)(?:[Oo][Ff]\s{1,4})?)?
    (?:\(\s?(?P<late>First|Second|Third|Fourth)\s?\),?\s{1,3}(?:of\s{1,3})?)?
    (?P<subject>(?:the\s{1,4}|The\s{1,4})?[A-Z][A-Za-z’'&:,.\s-]{2,160}?)?
    (?:\s2d)?
    (?=[\s,]{0,160}(?:§|[Ss]ection\s|[Ss]ec\.\s|[0-9]{1,3}(?:[.][0-9]{1,2})?[A-Z]?(?:\([0-9a-z]\))*\s?[,;.)(c]))
    """,
    re.VERBOSE,
)
_SERIES = {"1st": "First", "2d": "Second", "2nd": "Second", "3d": "Third", "3rd": "Third"}
_PROSE = lazy(r"[a-z]{6}\.\s+[A-Z]|;|\b(?:see|the court|we|that|which|is|has)\b", re.IGNORECASE)


def read(anchor: Anchor) -> Hit | None:
    """``Black's Law Dictionary 1247`` (Indigo Book R30.1): a title of the table, then section, page or edition."""
    text, end = anchor.text, anchor.end
    book: Book = anchor.row
    if not _capitalised(text[anchor.start : end]):
        return None
    if book.by == "subject":
        return _encyclopedia(anchor, book)
    if book.by == "number":
        return _paper(anchor, book)
    start, volume = _volume(anchor)
    place = _place(text, end, book, volumed=volume is not None)
    named = place or Locator(end, {}, "")
    hit = _hit(anchor, (start, named.end if named.end > end else _trim(text, end)), book.title, named)
    if volume is not None:
        hit.parts["volume"] = volume
    elif not _whole(anchor, hit):
        return None
    first = _EDITION_FIRST.match(text, end)
    year = _YEAR.search(text, end, first.end()) if first else None
    if year is not None:
        hit.date = year.span()
    _author(anchor, hit)
    return hit if place is not None or _alone(text, hit, book) else None


def _alone(text: str, hit: Hit, book: Book) -> bool:
    """Whether a title with nothing that locates a passage is a citation: where it is all the text."""
    return book.by == "page" and begins_text(text, hit.full_start) and ends_text(text, hit.end)


def _whole(anchor: Anchor, hit: Hit) -> bool:
    """Take in the words that make a name part of a longer title: ``Chambers's Twentieth`` ``Century Dictionary``."""
    text, start = anchor.text, hit.start
    before = _ADJACENT.search(text, max(anchor.floor, start - 40), start)
    if before is None or _POSSESSIVE.match(text, start) is not None:
        return True
    lead = read_lead(text, anchor.floor, start)
    words = lead.title
    if words is None or text[words[1] : start].strip():
        return before.group("small") is None
    if not title_words().foreign.isdisjoint(text[words[0] : words[1]].lower().split()):
        return False
    hit.start = words[0]
    hit.parts["title"] = (words[0], hit.parts["title"][1])
    hit.series = title_case(plain(text[slice(*hit.parts["title"])]))
    return True


def _capitalised(printed: str) -> bool:
    """Whether a title is printed as one: small words aside, every word has a capital."""
    return all(word.rstrip(".,") in _SMALL or "’" in word or "'" in word for word in _words(printed))


def _words(printed: str) -> Iterator[str]:
    """Yield the words that begin with a small letter, the second halves of broken words aside."""
    for found in _WORD.finditer(printed):
        before = printed[: found.start()]
        if not before or (before[-1].isspace() and before.rstrip(" \t\r\n")[-1:] not in "-\u00ad"):
            yield found.group()


def _trim(text: str, end: int) -> int:
    return end - 1 if text[end - 1] == "." and text[end - 2].islower() else end


def _volume(anchor: Anchor) -> tuple[int, tuple[int, int] | None]:
    """Return where the core begins, and the volume that stands directly before the title."""
    found = _VOLUME.search(anchor.text, max(anchor.floor, anchor.start - 12), anchor.start)
    if found is None:
        return anchor.start, None
    return found.start("volume"), found.span("volume")


def _place(text: str, end: int, book: Book, *, volumed: bool) -> Locator | None:
    """Read what locates the passage; a bare title counts when its edition or address follows."""
    first = _EDITION_FIRST.match(text, end)
    at = first.end() if first else end
    section = read_section(text, at, bare=not book.short and book.by == "section")
    if section is not None and section.sign != "":
        return section
    if book.short:
        page = read_page(text, end) if volumed else None
        return Locator(end, {}, "") if page is not None and page.sign == "at" else None
    page = read_page(text, end)
    if section is not None and (page is None or section.end > page.end):
        return section
    if page is not None and page.sign != "at" and (book.by == "page" or volumed or _LATER.match(text, page.end)):
        return page
    return Locator(end, {}, "") if _LATER.match(text, end) else None


def _hit(anchor: Anchor, core: tuple[int, int], series: str, place: Locator) -> Hit:
    hit = Hit(BookToken, core[0], core[1], {"title": (anchor.start, anchor.end), **place.parts}, series)
    read_comments(anchor.text, hit)
    return hit


def _author(anchor: Anchor, hit: Hit) -> None:
    """Note author and volume before the title; the citation begins with them."""
    text = anchor.text
    start = hit.start
    article = _ARTICLE.search(text, max(anchor.floor, start - 6), start)
    if article is not None:
        start = article.start()
    hit.full_start = start
    lead = read_lead(text, anchor.floor, start)
    printed = text[lead.start : start].rstrip(' \t\r\n\u00a0"”’*_')
    if not printed.endswith(",") and printed:
        return
    hit.full_start = lead.start
    begin = lead.start
    if lead.volume is not None:
        hit.parts.setdefault("volume", lead.volume)
        begin = lead.volume[1] + 1
    end = lead.start + len(printed) - 1
    if end - begin > 1 and "ictionar" not in hit.series:
        hit.parts["author"] = (begin, end)


def _encyclopedia(anchor: Anchor, book: Book) -> Hit | None:
    """``17 Am. Jur. 2d Contracts § 74``, ``23A C.J.S. Criminal Procedure § 1475`` (Indigo Book R30.2)."""
    text = anchor.text
    start, volume = _volume(anchor)
    if volume is None and not begins_text(text, anchor.start):
        return None
    subject = _SUBJECT.match(text, anchor.end)
    at = subject.end("subject") if subject else anchor.end
    place = read_section(text, at, bare=subject is not None) or (read_page(text, at) if subject is None else None)
    if place is None:
        return None
    hit = _hit(anchor, (start, place.end), book.title, place)
    if volume is not None:
        hit.parts["volume"] = volume
    if subject is not None:
        hit.parts["subject"] = subject.span("subject")
    return hit


def _paper(anchor: Anchor, book: Book) -> Hit | None:
    """``The Federalist No. 78``, ``CALCRIM No. 250``."""
    found = _NUMBERED.match(anchor.text, anchor.end)
    if found is None:
        return None
    article = _ARTICLE.search(anchor.text, max(anchor.floor, anchor.start - 6), anchor.start)
    start = article.start() if article else anchor.start
    parts = {"title": (start, anchor.end), "number": found.span("number")}
    return Hit(BookToken, start, found.end("number"), parts, book.title)


def read_restatement(anchor: Anchor) -> Hit | None:
    """``Restatement (Third) of Prop.: Servitudes § 2.1 cmt. e`` (Indigo Book R18.2)."""
    text = anchor.text
    head = _RESTATEMENT.match(text, anchor.end)
    if head is None or (head.group("subject") and _PROSE.search(head.group("subject"))):
        return None
    named = head.group("subject") or head.group("series") or head.group("plain")
    place = read_section(text, head.end(), bare=True) if named else None
    if place is None:
        return None
    start, volume = _volume(anchor)
    title = (anchor.start, anchor.start + len(text[anchor.start : head.end()].rstrip(" ,\t\r\n")))
    hit = Hit(BookToken, start, place.end, {"title": title, **place.parts}, _restatement(head))
    if volume is not None:
        hit.parts["volume"] = volume
    for part, names in (("series", ("series", "plain", "late")), ("subject", ("subject",))):
        for name in names:
            if head.group(name):
                hit.parts[part] = head.span(name)
    read_comments(text, hit)
    return hit


def _restatement(head: re.Match[str]) -> str:
    """Return ``Restatement (Second) of Torts`` for the words that were printed."""
    printed = head.group("series") or head.group("plain") or head.group("late")
    series = f" ({_SERIES.get(printed, printed)})" if printed else ""
    subject = plain(head.group("subject") or "").rstrip(" ,:")
    return f"Restatement{series}" + (f" of {title_case(subject)}" if subject else "")


BOOK = Rule(name="book", read=read, named=book_titles)
RESTATEMENT = Rule(name="restatement", read=read_restatement, words=("Restatement", "RESTATEMENT", "Rest"))
