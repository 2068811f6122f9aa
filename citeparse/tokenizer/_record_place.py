"""Whether a designation of the record is a citation: by its pin, by a docket number beside it, or by its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.data.record_words import RecordWord
from citeparse.tokenizer._record_words import DATED, NICKNAME, QUOTES
from citeparse.tokenizer._scan import Anchor

__all__ = [
    "ENTRY_NEXT",
    "IN_PLACE",
    "STRONG_PIN",
    "WEAK_PIN",
    "Spot",
    "closes",
    "counts",
    "exhibit_counts",
    "follows",
    "page_sentence",
    "place",
]

IN_PLACE = frozenset({"open", "signal", "list", "beside"})
"""Places where only a citation stands."""
_LOOK_BACK = 40
_LONGEST_BETWEEN = 60

_NO_PAGE = r"""(?!
    [0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.?m\b|o['’]clock)         # an hour
    |[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}                            # a telephone number
    |[0-9]+\s(?:[A-Z]\.\s?[A-Z]|[A-Z][A-Z]|[A-Z][a-z]{1,4}\.\s)  # the volume of a reporter
)"""
STRONG_PIN = lazy(
    rf"""(?:{NICKNAME}|{DATED})?[.,]?
    (?![ \t]{{0,12}}\r?\n\s{{0,24}}¶\s?[0-9]+\.?\s{{1,4}}[“\"A-Z\[])   # the next paragraph of the opinion itself
    \s{{0,3}}(?:(?:Claim|Count)\s[IVX0-9]{{1,5}},?\s{{1,3}}(?=¶))?(?:
        at\s{{1,3}}{_NO_PAGE}(?:[0-9]|\*[0-9]|¶|§|pp?\.\s?[0-9]|n+\.\s?[0-9]|[A-Z]{{1,4}}[-.]?[0-9]|[ivxl]+\b|Page\s?ID
            |page\s[0-9]|p\s[0-9]|[IVX]+-[0-9]|lines?\s[0-9])    # at 5
        |[’'.]?¶{{1,2}}\s?¶?\s?[0-9] | ¶ | paras?\.?\s[0-9]      # ¶ 9
        |§{{1,2}}\s?[A-Z0-9]                                     # § A
        |[0-9]{{1,4}}:[0-9]{{1,2}}(?![0-9])                      # 28:7
        |Page\s?ID[\s.#:]{{0,4}}[0-9] | pp?\.\s?[0-9] | nn?\.\s?[0-9] | [Pp]ages?\s[0-9] | Vol\.\s[0-9] | Q\.\s?[0-9]
    )""",
    re.VERBOSE,
)
"""A pin that only a citation has."""
WEAK_PIN = lazy(
    r"""[.,]?\s{1,3}(?:
        [0-9]{1,5}(?:[-–—][0-9]{1,5})?a?(?:[-–—][0-9]{1,5}a)?(?![0-9A-Za-z/%])(?!\s?(?:percent|years|days))
        |[A-Z]?[0-9]{1,4}[a-z]?[–-][A-Z]?[0-9]{1,4}[a-z]?(?![0-9A-Za-z])
    )""",
    re.VERBOSE,
)
"""A number that is a page after some documents: ``Evans Dep. 145-48``."""
_PAGE_ENDS = lazy(
    r"[.,]?\s{1,3}(?!(?:1[89]|20)[0-9]{2}\b)[0-9]{1,5}a?(?:[-–—][0-9]{1,5}a?)?(?:[.;,)]|\Z)",
)
"""A page and nothing more, which makes a citation sentence of ``App. 12.`` or ``R. 2.``; a year does not."""
ENTRY_NEXT = lazy(
    rf"{NICKNAME}?[.,]?[{QUOTES}]?,?\s{{0,3}}(?:\(|[Oo]r\s+)?(?:(?:CM/)?ECF|Dkt|Docket|Docs?\.|D\.\s?E\.|DE\s[0-9]|D\.\s?I\."
    r"|Filing\sNo|Rec\.\sDoc|R\.\sDoc|[0-9]{1,3}\sTTABVUE)",
)
"""A docket number that tells where the document is."""
_EXHIBIT_NEXT = lazy(rf"{NICKNAME}?,\s{{1,3}}Exh?(?:ibit)?\.?\s[A-Z0-9]{{1,3}}(?:[;.,)]|\s{{1,3}}at\b)")
"""An exhibit to the document, cited with it: ``Jones Motion, Exhibit A;``"""
_EXHIBIT_ENDS = lazy(r"[.;]\s|,\s{1,3}(?:and|or|with)\s")
"""The end of a sentence or of a member of a list: ``Jones Motion, Exhibit A. The notice …``"""
_SENTENCE_ENDS = lazy(r"\.?(?:\s|\Z)|;")
_CLOSE = lazy(
    r"[.,]?(?:\s?[)\]]|;|\s{1,3}[Oo]r\s+[A-Z]"
    r"|,\s{0,3}(?:and\s)?(?:Exs?\.|at\b|¶|[A-Z][\w’'.]*\s(?:[A-Z][\w’'.]*\s){0,2}(?:Dep|Decl|Aff|Tr)\b))",
)
_FOLLOWING = (
    ("pin", STRONG_PIN),
    ("entry", ENTRY_NEXT),
    ("exhibit", _EXHIBIT_NEXT),
    ("page", WEAK_PIN),
    ("close", _CLOSE),
    ("end", _SENTENCE_ENDS),
)
"""What may follow a designation, the most telling first."""
_TELLING = frozenset({"pin", "entry", "exhibit"})
"""What makes a citation even of a word that stands in sentences."""
_PURPOSE_AT_LEAST = 6
"""What a document supports or opposes takes more room than its number: it makes a citation sentence of the words."""
_DEFINED = lazy(r"[.,]?[”\"’'][)\]]")

_SIGNAL = lazy(
    r"""(?:\b[Ss]ee(?:,?\s{1,3}(?:also|generally|id\.,))?(?:,?\s{1,3}e\.?\s?g\.,?)?|\b[Cc]f\.|\b[Aa]ccord|\b[Ee]\.g\.,?
        |\b[Cc]it(?:ing|ed\sin)(?:\sto)?|\b[Qq]uoting|\b[Cc]ompare|\b[Cc]ontra|\b[Bb]ut\s{1,2}cf\.)[,:]?\s{0,3}(?:the\s)?\(?\Z""",
    re.VERBOSE,
)
_OPEN = lazy(rf"[(\[](?:the\s{{1,2}})?[{QUOTES}]?\Z")
_LIST = lazy(r";\s{0,4}(?:and\s{1,3}|see\s{1,3}(?:also\s{1,3})?)?\Z")
_BETWEEN = lazy(
    r"(?:\([“\"‘'][^”\"’')]{1,40}[”\"’']\)|[\s0-9¶§*.,:;–—()“”‘’'\"&-]|\bat\b|\band\b|\b[Oo]r\b|\bnn?\.|\b[Ss]ee\b|\balso\b"
    r"|\bin\b|\bto\b|\b[Aa]ttached\b|\bpp?\.|\blines?\b)*+",
)
_BETWEEN_END = lazy(r"(?:[,;(“\"‘]|\b(?:[Oo]r|and|see|also|in|to))\s{0,4}\Z")
_SENTENCE = lazy(
    r"""(?:
        (?:[a-z]{2}|[A-Z]{2,}|[0-9]|[)\]”\"’*_])[.?!][)\]”\"’']{0,2}[0-9]{0,2}   # a period that ends no abbreviation
        |[a-z]{2}[.?!][ \t]?[0-9]{1,2}                                        # and the number of a note
        |[.,:][”\"’]                                                          # a quotation
        |\n[ \t]*\n|\n[ \t]*(?:[0-9]{1,3}|\.)                                 # a paragraph, a footnote
    )\s{0,12}\Z""",
    re.VERBOSE,
)


class Spot(NamedTuple):
    """A word for a document with the words to its left, and where they stand."""

    text: str
    start: int
    """Where the designation begins, with the words to the left."""
    anchor: Anchor
    word: RecordWord
    where: str
    """``open``, ``signal``, ``list``, ``beside``, ``sentence`` or ``prose``."""

    @property
    def owned(self) -> bool:
        """Whether words to the left say whose document it is."""
        return self.start < self.anchor.start

    @property
    def placed(self) -> bool:
        """Whether it stands where only a citation stands."""
        return self.where in IN_PLACE


def place(text: str, start: int, floor: int) -> str:
    """Tell where words stand: ``open``, ``signal``, ``list``, ``beside`` another core, ``sentence``, or ``prose``."""
    low = max(0, start - _LOOK_BACK)
    if _OPEN.search(text, low, start):
        return "open"
    if _SIGNAL.search(text, low, start):
        return "signal"
    if 0 < floor <= start <= floor + _LONGEST_BETWEEN and _BETWEEN_END.search(text, floor, start):
        between = _BETWEEN.fullmatch(text, floor, start)
        if between is not None:
            return "beside"
    if _LIST.search(text, low, start):
        return "list"
    return "sentence" if start == 0 or _SENTENCE.search(text, low, start) else "prose"


def closes(text: str, end: int) -> bool:
    """Whether a designation without pin ends as a citation does: a bracket, a semicolon, the next document."""
    return _CLOSE.match(text, end) is not None


def follows(text: str, end: int, word: RecordWord) -> str:
    """Tell what follows a designation: ``pin``, ``entry``, ``exhibit``, ``page``, ``close``, ``end``; else nothing."""
    if _DEFINED.match(text, end):
        return ""
    found = next((name for name, pattern in _FOLLOWING if pattern.match(text, end)), "")
    told = not word.plain or found in _TELLING or (found == "page" and word.exact)
    return found if told else ""


def counts(spot: Spot, end: int, after: str) -> bool:
    """Decide whether a designation is a citation here and not a word of the sentence; ``after`` is what follows it."""
    word, where = spot.word, spot.where
    if after == "pin":
        return where != "prose" or spot.owned or not word.place
    if after == "entry":
        return spot.placed or (where == "sentence" and not word.plain)
    if after == "page":
        return _page_counts(spot, end)
    if after == "exhibit" and spot.owned:
        return where != "prose"
    return not word.plain and (spot.owned or not word.place) and _alone_counts(spot, end, after)


def _alone_counts(spot: Spot, end: int, after: str) -> bool:
    """Decide on a designation with no number after it: ``(See Mot.)``, ``Def.'s Resp. to Pl.'s Req. for Admis.``."""
    if spot.where != "sentence":
        return spot.placed and after != "end"
    whole = spot.owned and end > spot.anchor.end + _PURPOSE_AT_LEAST
    return whole and _SENTENCE_ENDS.match(spot.text, end) is not None


def _page_counts(spot: Spot, end: int) -> bool:
    """Decide on a designation with a bare number after it."""
    word = spot.word
    if word.plain:
        return spot.where == "open"
    if spot.placed or (spot.owned and not word.place):
        return True
    told = spot.owned or not word.place or _PAGE_ENDS.match(spot.text, end) is not None
    return spot.where == "sentence" and told


def exhibit_counts(spot: Spot, end: int, *, attached: bool) -> bool:
    """Decide whether an exhibit is cited: ``Exhibit 9`` alone is a thing that the sentence speaks of."""
    pinned = STRONG_PIN.match(spot.text, end) is not None
    if spot.where == "sentence":
        return pinned or attached or ENTRY_NEXT.match(spot.text, end) is not None
    if spot.word.plain and not pinned:
        beside = spot.where == "beside" and _EXHIBIT_ENDS.match(spot.text, end) is not None
        return beside or (spot.placed and spot.where != "list" and closes(spot.text, end))
    return spot.placed


def page_sentence(text: str, end: int) -> bool:
    """Whether a page, and nothing else, follows: ``App. 12.``."""
    return STRONG_PIN.match(text, end) is not None or _PAGE_ENDS.match(text, end) is not None
