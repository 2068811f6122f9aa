"""Names printed before a citation, read leftwards: ``Holz v. Rockefeller & Co.``, ``In re Fried``, ``Lynch``.

Source: Indigo Book R11. A name ends at the citation and begins where the sentence, the signal or the prose
before it ends: at a word that no party is called by.
"""

from __future__ import annotations

import re

from citeparse.data.case_names import name_words
from citeparse.span import Span
from citeparse.tokenizer._hit import FoundName, Hit
from citeparse.tokenizer._page import without_frame
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
_NICKNAME = re.compile(
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
SHORT, FEW = 6, 4
"""An unknown word of so few letters, or one that so few others follow, may be abbreviated in the party after ``v.``"""

_VERSUS = frozenset({"v.", "v", "vs.", "vs", "V.", "VS.", "v.s.", "v.,"})
_MARKS = "*_"
_PROCEDURAL = frozenset({"re", "parte"})
_OPENING = "“\"‘'([{<«—–-"
_FOOTNOTE_MARKER = re.compile(r"(?:[0-9]{1,3}\s{1,160}+){1,2}(?=[A-Z])")
_CLOSES = (";", ":", ")", "]", "”", '"', "—", "!", "?", "»")
FOUR_DIGITS = 4
_NOTE_DIGITS = "0123456789"
_BEFORE_NOTE = ("”", '"', "),", ").")
_MOST_IN_BRACKETS = 6
_LOCATORS = re.compile(
    r"(?:Parts?|Sections?|Points?|Notes?|Tables?|Append(?:ix|ices)|Figures?|Chapters?)\s(?:[IVX]+|[0-9A-Z])\b",
)
"""Places of the document itself, to which ``supra`` points."""
_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s[0-9]{1,2}\b",
)
_GLUED = re.compile(r"[A-Za-z’']{2,20}(?:--|—)(?=[A-Z])|[a-z]{2,20}(?:See|Cf\.|Accord)\s{1,3}(?:also\s|generally\s)?")
"""A word of prose that a dash, or nothing, joins to a name: ``case cited—Smith v. Jones``."""
_UNCLEAN = re.compile(r"[0-9*\[]|Court\s*\n")


def read_before(text: str, hit: Hit, floor: int) -> int:
    """Read what stands before a core, its signal excepted: court, date, nickname, name. Return where that begins."""
    end = hit.full_start
    if hit.form is ReferenceToken:
        hit.name = FoundName(hit.start, hit.end, None, None)
    elif hit.form in _NAMED:
        end = date_before(text, hit, floor, end)
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
    return end


def _no_name(text: str, hit: Hit, name: FoundName) -> bool:
    """``Part II.A, supra``; ``June 5, 321 U.S. 678``: what looks like a short name and is none."""
    if name.plaintiff is not None:
        return False
    return (_LOCATORS if hit.form is SupraToken else _DAY).match(text, name.start) is not None


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
    window = window.rstrip(" \t\r\n,*_\u00a0")
    spoken = window.endswith((" case", " decision", " opinion"))
    if spoken:
        window = window[: window.rindex(" ")]
    if not window:
        return None
    found = _read(window, low, floor, whole=whole)
    if found is not None and spoken and window.startswith("The ", found.start - low):
        found = found._replace(start=found.start + 4)
    if found is not None and _UNCLEAN.search(window, found.start - low):
        clean = without_frame(window)
        if clean != window:
            return _read(clean.rstrip(), low, floor, whole=whole)
    return found


def _read(window: str, low: int, floor: int, *, whole: bool) -> FoundName | None:
    """Return the name with which the window ends."""
    words = window.split()
    if not words:
        return None
    if words[-1].isdigit() and len(words) > 1 and words[-2][-1] == ",":
        window = window[: -len(words.pop())].rstrip(" \t\r\n,")  # a volume torn off by the end of a page
    if window[-1] == "." and _ends_sentence(words[-1], whole=whole):
        return None
    if low > floor and words:
        words[0] = "." + words[0]  # a word that may be cut ends the search
    if len(words) > MOST_WORDS:
        words = words[-MOST_WORDS:]
    versus = _versus(words)
    if versus is not None and _is_party(words, versus + 1, whole=whole):
        first = _walk(words, versus - 1)
        if first is not None and first < versus:
            return _located(window, low, words, first, versus)
    if window[-1] in ("”", '"') and not words[-1].startswith(("“", '"')):
        return None  # a quotation ends before the citation
    first = _walk(words, len(words) - 1)
    if first is None or not any(w.lstrip(_OPENING + _MARKS)[:1].isupper() for w in words[first:]):
        return None
    return _located(window, low, words, first, None)


def _versus(words: list[str]) -> int | None:
    for i in range(len(words) - 2, 0, -1):
        if words[i] in _VERSUS or words[i].strip(_MARKS) in _VERSUS:
            return i
    return None


def _is_party(words: list[str], first: int, *, whole: bool) -> bool:
    """Whether all words from ``first`` on can be the party after ``v.``: no prose, no end of a sentence."""
    table = name_words()
    last = len(words) - 1
    depth = 0
    for i in range(first, last + 1):
        word = words[i].strip(_MARKS)
        if "(" in word or ")" in word:
            depth += word.count("(") - word.count(")")
            if _dated(word):
                return False
        if word[-1:] in ";:":
            return False
        following = words[i + 1] if i < last else ""
        if word[-1:] in ".?!" and following[:1].isupper() and not _abbreviation(word) and (
            not whole or (len(word) > SHORT and (last - i > FEW or following.lower() in table.leads))
        ):
            return False
        if depth or not word[:1].islower() or not word.islower() or words[i - 1].endswith("-"):
            continue
        if word.rstrip(",") not in table.connectors and word.rstrip(",") not in table.suffixes:
            return False
    return depth == 0


def _walk(words: list[str], last: int) -> int | None:
    """Return the index of the first word of the party that ends at ``last``, or None when there is none."""
    connectors, leads = name_words().connectors, name_words().leads
    first: int | None = None
    i = last
    while i >= 0:
        word = words[i]
        bare = word.strip(_MARKS).lstrip(_OPENING)
        if ")" in word and (opened := _bracket(words, i)) is not None:
            i = opened - 1
            continue
        if not bare or (i < last and _breaks(words, i, bare)):
            break
        lower = bare.rstrip(",").lower()
        before = words[i - 1] if i else ""
        if lower in _PROCEDURAL and _procedural(before):
            return i - 1
        small = bare[0].islower() and bare.islower()
        if small and lower not in connectors and not _may_be_small(lower, before):
            break
        if not small and lower in leads and _leads(lower, before, last=i == last):
            break
        begins = bare[0].isalpha() or bare[0] in "$&#" or (bare[0].isdigit() and (first is not None or i < last))
        if begins and not small:
            first = i
        if word[0] in _OPENING and bare[0] != "&":
            break
        i -= 1
    if first is not None and words[first].strip(_MARKS) in ("&", "v."):
        first += 1
    return _with_in_the(words, first, last)


def _procedural(before: str) -> bool:
    return before.strip(_MARKS + _OPENING).lower() in ("in", "ex")


def _may_be_small(lower: str, before: str) -> bool:
    """Whether a word in small letters that is no connector can stand in a name after the word ``before``."""
    return before.endswith("-") or (lower in name_words().suffixes and before.endswith(","))


def _leads(lower: str, before: str, *, last: bool) -> bool:
    """Whether such a word begins a sentence; ``Court`` does not after a name: ``Harris County Commissioners Court``."""
    if lower == "the" or (lower == "i" and last):
        return False
    named = before[:1].isupper() and before[-1:].isalpha() and before.lower() not in name_words().leads
    return not (named and lower in ("court", "courts"))


def _bracket(words: list[str], last: int) -> int | None:
    """Return the index of the word that opens ``(Puerto Rico)``, ``(TOC),`` inside a name; None for a date or court."""
    for i in range(last, max(-1, last - _MOST_IN_BRACKETS), -1):
        word = words[i]
        if ")" in word and word[-5:].strip("),.").isdigit():
            return None
        if word[0] == "(":
            named = i > 0 and word[1:2].isupper() and words[i - 1][:1].isupper()
            return i if named and words[last].rstrip(",.").endswith(")") else None
    return None


def _breaks(words: list[str], i: int, bare: str) -> bool:
    """Whether the name cannot go on leftwards over word ``i``: a sentence, a quotation or a list ends there."""
    if bare[-1].isalpha():
        return bare.endswith("See") and bare != "See"
    table = name_words()
    following = words[i + 1].strip(_MARKS).lower()
    if bare[-1] in ",!?" and (following in table.suffixes or following.rstrip(",.") in table.suffixes):
        return _dated(bare)  # ``Yahoo! Inc.``, ``Rockefeller, Inc.``
    if bare.endswith(_CLOSES) or _dated(bare):
        return True
    if bare[-1].isdigit() and bare.rstrip(_NOTE_DIGITS).endswith(_BEFORE_NOTE):
        return True
    if bare[-1] == ".":
        return not (_abbreviation(bare) or following == "&" or following in table.connectors)
    return bare[-1] == "," and not any(w in ("&", "and") for w in words[max(0, i - 2) : i + 5])


def _ends_sentence(word: str, *, whole: bool) -> bool:
    """Whether the period before a citation ends a sentence; before a full one a short unknown word is abbreviated."""
    return not _abbreviation(word) and (not whole or len(word) > SHORT + 1 or word[-2:-1] in (")", "]"))


def _dated(word: str) -> bool:
    """``1992),``: what closes the citation before."""
    bare = word.rstrip(".,")
    return bare[-1:] == ")" and len(bare) > FOUR_DIGITS and bare[-5:-1].isdigit()


def _abbreviation(word: str) -> bool:
    """Whether the period of ``Corp.``, ``U.S.`` or ``J.`` ends no sentence."""
    stem = word.rstrip(".,").lower().replace("’", "'").lstrip('“"(‘[')
    if "-" in stem:
        stem = stem[stem.rindex("-") + 1 :]
    if stem in name_words().abbreviations:
        return True
    return ("." in stem and stem.replace(".", "").isalpha()) or ("'" in stem and not stem.endswith("'s"))


def _with_in_the(words: list[str], first: int | None, last: int) -> int | None:
    """Take ``In the`` before ``Matter of`` and the like."""
    if first is None or first > last:
        return None
    if first >= 2 and words[first].lower() in ("matter", "interest", "marriage", "estate") and [
        w.strip(_MARKS).lower() for w in words[first - 2 : first]
    ] == ["in", "the"]:
        return first - 2
    return first


def _located(window: str, low: int, words: list[str], first: int, versus: int | None) -> FoundName:
    """Turn word indexes into offsets."""
    start = low + _offset(window, len(words) - first)
    while window[start - low] in _OPENING + _MARKS:
        start += 1
    marker = _FOOTNOTE_MARKER.match(window, start - low)
    if marker is not None and "\n" in window[max(0, start - low - 20) : start - low + 4]:
        start = low + marker.end()
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
    while window[defendant - low] in _MARKS:
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
