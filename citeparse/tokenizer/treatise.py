"""Books outside the table: ``1 O'Reilly, Food and Drug Law § 13:75``, ``Conflict of Laws 282 (3d ed. 2001)``.

The signs are an author before the title, words that titles of books have, and an edition after it (Indigo Book R28).
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.books import title_words
from citeparse.data.plain import plain, title_case
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._lead import Lead, read_lead
from citeparse.tokenizer._locator import EDITION, Locator, read_comments, read_section
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import BookToken

__all__ = ["DICTIONARY", "EDITION_BOOK", "PAGE_BOOK", "TREATISE"]

_EDITION_BEFORE = lazy(rf"\s{{0,3}}{EDITION},?\s{{0,3}}$")
_PIN = r"(?:\s?,?\s{0,3}(?:at\s|pp?\.\s)?[0-9*][0-9A-Za-z,&.\s–-]{0,40})?"
_EDITION_AFTER = lazy(
    rf"{_PIN}(?:,?\s{{0,3}}(?:&\s)?(?:cmts?|nn?)\.[^()\n]{{0,12}})?\s{{0,3}}(?P<edition>{EDITION})",
)
_EDITION_WORD = lazy(
    r"\b(?:[0-9]{1,2}(?:st|nd|rd|d|th)|rev\.|ed\.?|eds\.?|unabr\.|supp\.?|update|grp\.|trans\.)(?![a-z])",
    re.IGNORECASE,
)
_YEAR = lazy(r"(?:1[5-9]|20)[0-9]{2}")
_OPEN = lazy(r"\([^()]{0,70}$")
_CLOSE = lazy(r"[^()]{0,60}\)")
_PAGE_BEFORE = lazy(
    r"(?P<page>[0-9]{1,4}(?:[-–][0-9]{1,4})?(?:,\s[0-9]{1,4}(?:[-–][0-9]{1,4})?){0,4})(?:\s?"
    r"(?:&\s)?nn?\.[0-9]{1,3})?\s{0,3}$",
)
_AT_BEFORE = lazy(r",?\s{1,3}(?:at|pp?\.)\s{1,3}$")
_LAST_WORD = lazy(r"(?<![A-Za-z.])([A-Z][A-Za-z’'-]{2,20})[”\"*_]{0,2},?\s{0,3}$")
_WORDS = lazy(r"[A-Za-z.’'&-]+")
_DICTIONARY_TAIL = lazy(
    r"(?:(?:\s{1,3}|-)(?:of|&|and|for)(?:\s{1,3}the)?(?:\s{1,3}(?!(?:of"
    r"|and)\b)[A-Z][A-Za-z’'&]{1,16}){1,4}|\s{1,3}Unabridged){0,2}|(?:\s(?:OF|&|AND)(?:\sTHE)?"
    r"(?:\s[A-Z]{4,14}){1,3}){0,1}",
)
_ENTRY_PAGE = lazy(rf"[\s,]{{1,4}}(?P<page>[0-9]{{1,4}}(?:[-–][0-9]{{1,4}})?)(?=\s{{0,3}}(?:{EDITION}|[,.;]))")
_SOURCE = lazy(
    rf"[\s,]{{0,3}}(?:{EDITION}|\([0-9]{{1,2}}(?:st|nd|rd|d|th)\s{{1,2}}ed\.?\))|,\s{{1,3}}https?:"
    rf"|\s{{1,3}}at\s[0-9]{{1,4}}\s{{0,2}}{EDITION}",
)


def read_treatise(anchor: Anchor) -> Hit | None:
    """``13D Wright & Miller, Federal Jurisdiction § 3567`` (Indigo Book R28.1): author, title, §, edition."""
    text, start = anchor.text, anchor.start
    if text[start - 1 : start] == "§":
        return None
    closed = ")" in text[start - 4 : start]
    early = _EDITION_BEFORE.search(text, max(anchor.floor, start - 80), start) if closed else None
    if early is None and not _ends_title(anchor):
        return None
    lead = read_lead(text, anchor.floor, early.start() if early else start)
    title = _title(text, lead)
    place = read_section(text, start, bare=False) if title else None
    if title is None or place is None:
        return None
    later = _EDITION_AFTER.match(text, place.end)
    edition = early.group() if early else later.group("edition") if later else ""
    if not _book(text, lead, title, edition):
        return None
    hit = _hit(text, lead, title, place)
    year = _YEAR.search(edition) if early else None
    if early and year:
        hit.date = (early.start() + year.start(), early.start() + year.end())
    read_comments(text, hit)
    return hit


def _ends_title(anchor: Anchor) -> bool:
    """Whether the word before can be the last of a title: a look that costs little."""
    found = _LAST_WORD.search(anchor.text, max(anchor.floor, anchor.start - 28), anchor.start)
    return found is not None and (found.group(1) == "Laws" or not _foreign(found.group(1)))


def _foreign(word: str) -> bool:
    return word.rstrip(".,").lower() in title_words().foreign


def _title(text: str, lead: Lead) -> tuple[int, int] | None:
    """Cut the title out of what stands before the section: the words after the last comma."""
    if lead.title is None:
        return None
    start, end = lead.title
    cut = text.rfind(", ", start, end)
    line = text.rfind(",\n", start, end)
    cut = max(cut, line)
    if cut > 0:
        start = cut + 1
        while text[start].isspace():
            start += 1
    words = _WORDS.findall(plain(text[start:end]))
    if not any(len(word) > 2 and word[-1] != "." and (len(word) > 4 or not word.isupper()) for word in words):
        return None
    if any(_foreign(word) and before != "of" for before, word in zip(["", *words], words, strict=False)):
        return None  # Conflict of Laws is a book, General Laws are none
    return (start, end) if text[start].isupper() or text[start] in '“"*_' else None


def _book(text: str, lead: Lead, title: tuple[int, int], edition: str) -> bool:
    """Whether author, title and edition together make a book."""
    words = [w.rstrip(".,").lower() for w in _WORDS.findall(text[slice(*title)])]
    telling = not title_words().telling.isdisjoint(words)
    authored = title[0] > lead.start
    if _EDITION_WORD.search(edition):
        return authored or len(words) > 1
    if edition:
        return authored and (telling or len(words) > 2 or lead.volume is not None)
    return authored and telling and (lead.volume is not None or len(words) > 2)


def _hit(text: str, lead: Lead, title: tuple[int, int], place: Locator | None, end: int = 0) -> Hit:
    """Make the hit; a volume directly before the title belongs to the core."""
    start = title[0]
    parts = {"title": title, **(place.parts if place else {})}
    if lead.volume is not None:
        parts["volume"] = lead.volume
        if text[lead.volume[1] : title[0]].isspace():
            start = lead.volume[0]
    hit = Hit(BookToken, start, place.end if place else end, parts, title_case(plain(text[slice(*title)]).strip('"*_')))
    hit.full_start = min(lead.start, start)
    begin = (lead.volume[1] + 1) if lead.volume else lead.start
    stop = text.rfind(",", begin, title[0])
    if stop > begin and "ictionar" not in hit.series:
        parts["author"] = (begin, stop)
    return hit


def read_edition(anchor: Anchor) -> Hit | None:
    """``Conflict of Laws 282 (3d ed. 2001)`` (Indigo Book R28.2): the word ``ed.`` in a bracket after the title."""
    text = anchor.text
    opened = _OPEN.search(text, max(anchor.floor, anchor.start - 72), anchor.start)
    closed = _CLOSE.match(text, anchor.end) if opened else None
    if opened is None or closed is None or not _YEAR.search(text, opened.start(), closed.end()):
        return None
    hit = _before(anchor, opened.start(), text[opened.start() : closed.end()])
    if hit is None or hit.end != hit.parts["title"][1]:
        return hit
    place = read_section(text, closed.end(), bare=False)
    year = _YEAR.search(text, opened.start(), closed.end())
    if place is not None and year is not None:  # (2d ed. 1981) § 9.7(b)
        hit.end = hit.tail = place.end
        hit.parts.update(place.parts)
        hit.date = year.span()
    return hit


def _before(anchor: Anchor, at: int, edition: str) -> Hit | None:
    """Read title and page that end where the bracket opens."""
    text = anchor.text
    while at > anchor.floor and text[at - 1].isspace():
        at -= 1
    page = _PAGE_BEFORE.search(text, max(anchor.floor, at - 40), at)
    stop = page.start() if page else at
    pinned = _AT_BEFORE.search(text, max(anchor.floor, stop - 8), stop) if page else None
    lead = read_lead(text, anchor.floor, pinned.start() if pinned else stop)
    title = _title(text, lead)
    if title is None or not _book(text, lead, title, edition):
        return None
    if page is None or pinned:
        hit = _hit(text, lead, title, None, title[1])
        if page is not None:
            hit.pins = [page.span("page")]
            hit.tail = page.end("page")
        return hit
    return _hit(text, lead, title, Locator(page.end("page"), {"page": page.span("page")}, ""))


def read_page_book(anchor: Anchor) -> Hit | None:
    """``B.F. Skinner, Beyond Freedom and Dignity 32 (2002)`` (Indigo Book R28.2): author, title, page, year."""
    text, start = anchor.text, anchor.start
    if anchor.name - start > 6 or not _ends_title(anchor) or text[start - 2 : start].strip() == ",":
        return None
    lead = read_lead(text, anchor.floor, start)
    title = _title(text, lead)
    if title is None or lead.author is None or len(_WORDS.findall(text[slice(*lead.author)])) < 2:
        return None
    if lead.author[0] > title[0] or not _book(text, lead, title, text[anchor.name : anchor.end]):
        return None
    end = start
    while text[end].isdigit():
        end += 1
    return _hit(text, lead, title, Locator(end, {"page": (start, end)}, ""))


def read_dictionary(anchor: Anchor) -> Hit | None:
    """``Sloane-Dorland Annotated Medical-Legal Dictionary 373`` (Indigo Book R30.1): a title that ends so."""
    text = anchor.text
    lead = read_lead(text, anchor.floor, anchor.start)
    tail = _DICTIONARY_TAIL.match(text, anchor.end)
    end = tail.end() if tail else anchor.end
    page = _ENTRY_PAGE.match(text, end)
    if page is None and _SOURCE.match(text, end) is None:
        return None
    title = _title(text, Lead(lead.start, None, (lead.title[0], anchor.end), lead.volume, None)) if lead.title else None
    if title is None or title[0] >= anchor.start:
        return None
    title = (title[0], end)
    if page is None:
        return _hit(text, lead, title, None, end)
    return _hit(text, lead, title, Locator(page.end("page"), {"page": page.span("page")}, ""))


def _years() -> tuple[tuple[str, None], ...]:
    """The brackets that hold a year."""
    return tuple((f"({year})", None) for year in range(1750, 2050))


TREATISE = Rule(name="treatise", read=read_treatise, words=("§",))
EDITION_BOOK = Rule(name="edition_book", read=read_edition, words=("ed", "Ed", "eds", "trans"))
PAGE_BOOK = Rule(name="page_book", read=read_page_book, numbered=_years)
DICTIONARY = Rule(name="dictionary", read=read_dictionary, words=("Dictionary", "DICTIONARY", "Dictionaries"))
