"""Names printed before a citation, read leftwards: ``Holz v. Rockefeller & Co.``, ``In re Fried``, ``Lynch``.

Source: Indigo Book R11. A name ends at the citation and begins where the sentence, the signal or the prose
before it ends: at a word that no party is called by.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.span import Span
from citeparse.tokenizer._hit import FoundName, Hit
from citeparse.tokenizer._page import without_frame
from citeparse.tokenizer._party import MARKS, OPENING, dated, ends_sentence, first_word, is_party, procedural, versus_of
from citeparse.tokenizer.court_date import court_before, date_before, docket_before
from citeparse.tokens import (
    DocketToken,
    FullCaseToken,
    ParentheticalWords,
    ReferenceToken,
    ShortCaseToken,
    SupraToken,
)

__all__ = ["read_before", "read_name"]

_NAMED = (FullCaseToken, ShortCaseToken, SupraToken, DocketToken)
_NICKNAME = lazy(
    r"""
    [A-Za-z.]\s{1,3}[*_]{0,2}
    ([(\[](?!In\s|Ex\s|Matter\s|Estate\s)(?:hereinafter\s|the\s)?[*_“"]{0,3}[A-Z][A-Za-zÀ-ÿ’'&.\s-]{1,40}[”"*_]{0,3}[)\]])
    [\s,*_]{0,4}$
    """,
    re.VERBOSE,
)

LONGEST = 320
"""A name begins at most this many characters before its citation."""
MOST_WORDS = 40
_FOOTNOTE_MARKER = lazy(r"(?:[0-9]{1,3}\s{1,160}+){1,2}(?=[A-Z])")
_PAGES = lazy(r"(?:[0-9][0-9,.–-]{0,40}\s{1,4}){1,12}(?=[A-Z“])")
_PAGE_BEFORE = lazy(r"(?<![0-9.§])[0-9]{1,3},{1,2}\s{1,3}\Z")
"""A table of cases prints the pages of an entry before the next name: ``9 Bosw. 656  459, 460 Ives v. Miller``."""
_LOCATORS = lazy(
    r"(?:Parts?|Sections?|Points?|Notes?|Tables?|Append(?:ix|ices)|Figures?|Chapters?)\s(?:[IVX]+|[0-9A-Z])\b",
)
"""Places of the document itself, to which ``supra`` points."""
_DAY = lazy(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s[0-9]{1,2}\b"
    r"|(?:S\.\s?C|D\.\s?C)\.$",
)
"""A date; ``S. C.``, the same case; ``D.C.``, a district court before its reporter (2 Cir., D.C., 115 F. Supp. 359)."""
_GLUED = lazy(r"[A-Za-z’']{2,20}(?:--|—)(?=[A-Z])|[a-z]{2,20}(?:See|Cf\.|Accord)\s{1,3}(?:also\s|generally\s)?")
"""A word of prose that a dash, or nothing, joins to a name: ``case cited—Smith v. Jones``."""
_SORT = lazy(r",\s{1,4}(?:Civil|Criminal|(?:Civ|Crim|Cr)\.|C\.\s?A\.)(?:\s(?:Action|A\.|Case))?\s{1,4}$")
"""The sort of case before a docket number: ``Finnern v. Sunday River, Civil No. 91-0065``."""
_UNCLEAN = lazy(r"[0-9*\[]|Court\s*\n")


def read_before(text: str, hit: Hit, floor: int) -> int:
    """Read what stands before a core, its signal excepted: court, date, nickname, name. Return where that begins."""
    end = hit.full_start
    if hit.form is ReferenceToken:
        hit.name = FoundName(hit.start, hit.end, None, None)
    elif hit.form in _NAMED:
        end = date_before(text, hit, floor, end)
        if hit.form is DocketToken:
            sort = _SORT.search(text, max(floor, end - 28), end)
            end = sort.start() if sort else end
        place = docket_before(text, hit, floor, court_before(text, hit, floor, _nickname_before(text, hit, floor, end)))
        hit.name = read_name(text, floor, place, whole=hit.form is FullCaseToken)
        if hit.name is not None and _no_name(text, hit, hit.name):
            hit.name = None
        if hit.name is not None:
            end = hit.name.start
        elif hit.docket is not None and hit.full_start > hit.docket[0] >= floor:
            end = hit.docket[0]
        elif place < end and hit.court is None:
            hit.date = None  # a year in a sentence
        hit.full_start = min(hit.full_start, end)
        if hit.nicknames:
            hit.nicknames = [words for words in hit.nicknames if words.span.start >= hit.full_start]
    return end


def _no_name(text: str, hit: Hit, name: FoundName) -> bool:
    """``Part II.A, supra``; ``June 5, 321 U.S. 678``: what looks like a short name and is none."""
    if name.plaintiff is not None:
        return False
    return (_LOCATORS if hit.form is SupraToken else _DAY).match(text, name.start, name.end) is not None


def _nickname_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """``United States v. Giggey (Giggey I), 551 F.3d 27``: a short name is defined between name and core (R11.5.15)."""
    near = text[max(floor, end - 4) : end]
    if ")" not in near and "]" not in near:
        return end
    found = _NICKNAME.search(text, max(floor, end - 64), end)
    if found is None:
        return end
    begin, stop = found.span(1)
    hit.nicknames = [ParentheticalWords(text[begin + 1 : stop - 1], Span(begin, stop), "defines")]
    return begin


def read_name(text: str, floor: int, end: int, *, whole: bool) -> FoundName | None:
    """Return the name that ends at ``end`` (white space, comma and markup aside) and begins after ``floor``.

    ``whole``: a full case name is expected, so that an unknown short word with a period is an abbreviation.
    """
    low = max(floor, end - LONGEST)
    window = text[low:end]
    if "     " in window:
        low = max(floor, end - 3 * LONGEST)  # a page padded with blanks
        window = text[low:end]
    window = window.rstrip(" \t\r\n,*_[\u00a0")
    spoken = window.endswith((" case", " decision", " opinion"))
    if spoken:
        window = window[: window.rindex(" ")]
    if not window:
        return None
    found = _after_pages(text, floor, _read(window, low, floor, whole=whole))
    if found is not None and spoken and window.startswith("The ", found.start - low):
        found = found._replace(start=found.start + 4)
    if found is not None and _UNCLEAN.search(window, found.start - low):
        clean = without_frame(window)
        if clean != window:
            return _read(clean.rstrip(" \t\r\n,"), low, floor, whole=whole)
    return found


def _after_pages(text: str, floor: int, found: FoundName | None) -> FoundName | None:
    """Let a name begin after the pages of the entry before it in a table of cases."""
    pages = _PAGES.match(text, found.start, found.end) if found is not None and text[found.start].isdigit() else None
    if found is None or pages is None or floor == 0:
        return found
    before = text[max(floor, found.start - 8) : found.start]
    beside = found.start - floor <= len(before) and not before.strip(" ,\t\r\n")
    if not beside and _PAGE_BEFORE.search(before) is None:
        return found
    first = found.plaintiff and (pages.end(), max(pages.end(), found.plaintiff[1]))
    return found._replace(start=pages.end(), plaintiff=first)


def _read(window: str, low: int, floor: int, *, whole: bool) -> FoundName | None:
    """Return the name with which the window ends."""
    words = ["&" if word == "&amp;" else word for word in window.split()]
    if len(words) > 1 and words[-1].isdigit() and words[-2][-1] == ",":
        window = window[: -len(words.pop())].rstrip(" \t\r\n,*_")  # a volume torn off by the end of a page
        words = window.split()
    if not words:
        return None
    if window[-1] == "." and ends_sentence(words[-1], whole=whole):
        return None
    if low > floor and words:
        words[0] = "." + words[0]  # a word that may be cut ends the search
    if len(words) > MOST_WORDS:
        words = words[-MOST_WORDS:]
    versus = versus_of(words)
    if versus is not None and is_party(words, versus + 1, whole=whole):
        first = _plaintiff(words, versus)
        if first is not None and first < versus:
            return _located(window, low, words, first, versus)
    first = _first_alone(words)
    return None if first is None else _located(window, low, words, first, None)


def _first_alone(words: list[str]) -> int | None:
    """Return where a name without ``v.`` begins in the words before a citation: ``In re Fried``, ``Lynch``."""
    last = words[-1]
    if last[-1] in ("”", '"') and not last.startswith(("“", '"')):
        return None  # a quotation ends before the citation
    if dated(last):
        return None  # another citation does: ``F.2d    , (7th Cir. 1992), No. 91-1839``
    first = first_word(words, len(words) - 1)
    if first is None or not any(w.lstrip(OPENING + MARKS)[:1].isupper() for w in words[first:]):
        return None
    sentence = last[-1] == "." and ends_sentence(last, whole=False)
    return None if sentence and not procedural(words, first) else first


def _plaintiff(words: list[str], versus: int) -> int | None:
    """Return the index of the first word of the party before ``v.``: in ``A v. B`` a letter, and no article."""
    first = first_word(words, versus - 1)
    return versus - 1 if first is None and words[versus - 1].lstrip(OPENING + MARKS) == "A" else first


def _own_line(window: str, at: int) -> bool:
    """Whether the number of a footnote may stand there: at the beginning of a line."""
    return "\n" in window[max(0, at - 20) : at + 4]


def _located(window: str, low: int, words: list[str], first: int, versus: int | None) -> FoundName:
    """Turn word indexes into offsets."""
    start = low + _offset(window, len(words) - first)
    while window[start - low] in OPENING + MARKS:
        start += 1
    marker = _FOOTNOTE_MARKER.match(window, start - low)
    if marker is not None and (_own_line(window, start - low) if start else versus is None or not window[1].isdigit()):
        start = low + marker.end()  # where a text begins, ``44 Liquormart, Inc. v. Rhode Island`` is a name
    if window[start - low].islower() or "--" in words[first] or "—" in words[first]:
        glued = _GLUED.match(window, start - low)
        start = low + glued.end() if glued is not None else start
    end = low + len(window)
    if versus is None:
        return FoundName(start, end, None, None)
    plaintiff_end = low + _offset(window, len(words) - versus)
    while window[plaintiff_end - low - 1] in " \t\r\n,\u00a0*_":
        plaintiff_end -= 1
    defendant = low + _offset(window, len(words) - versus - 1)
    while window[defendant - low] in MARKS:
        defendant += 1
    return FoundName(start, end, (start, plaintiff_end), (defendant, end))


def _offset(window: str, count: int) -> int:
    """Return where the last ``count`` words of the window begin."""
    rest = window.rsplit(None, count)
    if len(rest) <= count:
        return len(window) - len(window.lstrip())
    at = len(rest[0]) if not window[: len(rest[0])].isspace() else 0
    while window[at].isspace():
        at += 1
    return at
