"""What stands around a designation of the record: the words that begin it, a pin, a docket number, its place."""

from __future__ import annotations

import re

from citeparse.data._names import fold
from citeparse.data.record_words import abbreviations, parties, stops, vetoes

__all__ = [
    "ENTRY_NEXT",
    "EXHIBIT_NEXT",
    "IN_PLACE",
    "PAGE_ENDS",
    "SENTENCE_ENDS",
    "STRONG_PIN",
    "WEAK_PIN",
    "abbreviated",
    "begin",
    "closes",
    "has_party",
    "is_defined",
    "place",
    "tail_after",
    "vetoed",
    "volume_before",
]

IN_PLACE = frozenset({"open", "signal", "list", "beside"})
"""Places where only a citation stands."""

_QUOTES = "“”\"‘’'"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ABBREVIATED = re.compile(r"\b[A-Z][A-Za-z’']{0,5}\.\s*\Z")
_DATE = re.compile(rf"{_MONTH}\s[0-9]{{1,2}},\s{{1,2}}\Z")
_WORD_LEFT = re.compile(r"([^\s()\[\];,“”\"‘]{1,24})(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]{0,3})\Z")
_INITIAL = re.compile(r"[A-Z]\.\Z")
_OWN_WORD = re.compile(r"(?:[A-Z][A-Za-z’'&-]*|(?:19|20)[0-9]{2}|1st|2d|2nd|3d|3rd|[4-9]th)\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_VOLUME = re.compile(r"(?<=[(\[;,])\s{0,2}([0-9]{1,3})\s\Z")
_MOST_WORDS = 6
_REACH = 28
_LOOK_BACK = 40
_LONGEST_BETWEEN = 60

_NICK = rf"(?:\s{{0,2}}\((?:the\s+)?[{_QUOTES}][^”\"’')]{{1,40}}[,.]?[{_QUOTES}]\))"
_AFTER_NICK = re.compile(_NICK)
_DEFINED = re.compile(r"[.,]?[”\"’'][)\]]")
_NO_PAGE = r"""(?!
    [0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.?m\b|o['’]clock)         # an hour
    |[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}                            # a telephone number
    |[0-9]+\s(?:[A-Z]\.\s?[A-Z]|[A-Z][A-Z]|[A-Z][a-z]{1,4}\.\s)  # the volume of a reporter
)"""
STRONG_PIN = re.compile(
    rf"""{_NICK}?[.,]?
    (?!\s*\n\s*¶\s?[0-9]+\.?\s+[“\"A-Z\[])                       # the next paragraph of the opinion itself
    \s{{0,3}}(?:
        at\s{{1,3}}{_NO_PAGE}(?:[0-9]|\*[0-9]|¶|§|pp?\.\s?[0-9]|n+\.\s?[0-9]|[A-Z]{{1,4}}[-.]?[0-9]|[ivxl]+\b|Page\s?ID
            |page\s[0-9]|p\s[0-9]|[IVX]+-[0-9]|lines?\s[0-9])    # at 5
        |[’'.]?¶{{1,2}}\s?¶?\s?[0-9] | ¶ | paras?\.?\s[0-9]      # ¶ 9
        |§{{1,2}}\s?[A-Z0-9]                                     # § A
        |[0-9]{{1,4}}:[0-9]{{1,2}}(?![0-9])                      # 28:7
        |pp?\.\s?[0-9] | nn?\.\s?[0-9] | [Pp]ages?\s[0-9] | Vol\.\s[0-9] | Q\.\s?[0-9]
    )""",
    re.VERBOSE,
)
"""A pin that only a citation has."""
WEAK_PIN = re.compile(
    r"""[.,]?\s{1,3}(?:
        [0-9]{1,5}(?:[-–—][0-9]{1,5})?a?(?:[-–—][0-9]{1,5}a)?(?![0-9A-Za-z/%])(?!\s?(?:percent|years|days))
        |[A-Z]?[0-9]{1,4}[a-z]?[–-][A-Z]?[0-9]{1,4}[a-z]?(?![0-9A-Za-z])
    )""",
    re.VERBOSE,
)
"""A number that is a page after some documents: ``Evans Dep. 145-48``."""
PAGE_ENDS = re.compile(
    r"[.,]?\s{1,3}(?!(?:1[89]|20)[0-9]{2}\b)[0-9]{1,5}a?(?:[-–—][0-9]{1,5}a?)?(?:[.;,)]|\Z)",
)
"""A page and nothing more, which makes a citation sentence of ``App. 12.`` or ``R. 2.``; a year does not."""
ENTRY_NEXT = re.compile(
    rf"{_NICK}?[.,]?[{_QUOTES}]?,?\s{{0,3}}(?:\(|[Oo]r\s+)?(?:(?:CM/)?ECF|Dkt|Docket|Docs?\.|D\.\s?E\.|DE\s[0-9]|D\.\s?I\."
    r"|Filing\sNo|Rec\.\sDoc|R\.\sDoc|[0-9]{1,3}\sTTABVUE)",
)
"""A docket number that tells where the document is."""
EXHIBIT_NEXT = re.compile(r",\s{1,3}Exh?(?:ibit)?\.?\s[A-Z0-9]{1,3}(?:[;.)]|,?\s{1,3}at\b)")
"""An exhibit to the document, cited with it: ``Jones Motion, Exhibit A;``"""
SENTENCE_ENDS = re.compile(r"\.?(?:\s|\Z)|;")
_CLOSE = re.compile(
    r"[.,]?(?:\s?[)\]]|;|\s{1,3}[Oo]r\s+[A-Z]"
    r"|,\s{0,3}(?:and\s)?(?:Exs?\.|at\b|¶|[A-Z][\w’'.]*\s(?:[A-Z][\w’'.]*\s){0,2}(?:Dep|Decl|Aff|Tr)\b))",
)

_SIGNAL = re.compile(
    r"""(?:\b[Ss]ee(?:,?\s{1,3}(?:also|generally|id\.,))?(?:,?\s{1,3}e\.?\s?g\.,?)?|\b[Cc]f\.|\b[Aa]ccord|\b[Ee]\.g\.,?
        |\b[Cc]it(?:ing|ed\sin)(?:\sto)?|\b[Qq]uoting|\b[Cc]ompare|\b[Cc]ontra|\b[Bb]ut\s{1,2}cf\.)[,:]?\s{0,3}(?:the\s)?\(?\Z""",
    re.VERBOSE,
)
_OPEN = re.compile(rf"[(\[](?:the\s{{1,2}})?[{_QUOTES}]?\Z")
_LIST = re.compile(r";\s{0,4}(?:and\s{1,3}|see\s{1,3}(?:also\s{1,3})?)?\Z")
_BETWEEN = re.compile(
    r"(?:\([“\"‘'][^”\"’')]{1,40}[”\"’']\)|[\s0-9¶§*.,:;–—()“”‘’'\"&-]|\bat\b|\band\b|\b[Oo]r\b|\bnn?\.|\b[Ss]ee\b|\balso\b"
    r"|\bin\b|\bto\b|\b[Aa]ttached\b|\bpp?\.|\blines?\b)*",
)
_BETWEEN_END = re.compile(r"(?:[,;(“\"‘]|\b(?:[Oo]r|and|see|also|in|to))\s{0,4}\Z")
_SENTENCE = re.compile(
    r"""(?:
        (?:[a-z]{2}|[A-Z]{2,}|[0-9]|[)\]”\"’*_])[.?!][)\]”\"’']{0,2}[0-9]{0,2}   # a period that ends no abbreviation
        |[a-z]{2}[.?!][ \t]?[0-9]{1,2}                                        # and the number of a note
        |[.,:][”\"’]                                                          # a quotation
        |\n[ \t]*\n|\n[ \t]*(?:[0-9]{1,3}|\.)                                 # a paragraph, a footnote
    )\s{0,12}\Z""",
    re.VERBOSE,
)


def begin(text: str, at: int, floor: int) -> int:
    """Read leftward the words that belong to a designation: ``Goodman Reply`` of ``Goodman Reply Aff.``.

    Names, parties, initials, ordinals and years do; a signal, a bracket, the end of a sentence stops it.
    """
    start = at
    for _ in range(_MOST_WORDS):
        found = _WORD_LEFT.search(text, max(floor, start - _REACH), start)
        if found is None or not _belongs(found.group(1)):
            break
        start = found.start(1)
    dated = None
    if text[start : start + 2] in ("19", "20"):
        dated = _DATE.search(text, max(floor, start - _REACH), start)
    return dated.start() if dated else start


def _belongs(word: str) -> bool:
    if word in stops():
        return False
    bare = _POSSESSIVE.sub("", word)
    if bare.endswith("."):
        return bare.replace("’", "'") in abbreviations() or _INITIAL.match(bare) is not None
    return _OWN_WORD.match(bare) is not None


def vetoed(text: str, at: int) -> bool:
    """Whether the word to the left says that no document of the record follows: ``Maj. Op.``."""
    found = _WORD_LEFT.search(text, max(0, at - _REACH), at)
    return found is not None and found.group(1).lstrip("([") in vetoes()


def has_party(words: str) -> bool:
    """Whether the last of some words says whose appendix it is: ``Aplt. App.``; ``Ct. App.`` is a court."""
    return fold(_POSSESSIVE.sub("", words.rstrip()).rsplit(None, 1)[-1]) in parties()


def volume_before(text: str, at: int, floor: int) -> int:
    """Where the volume printed before a transcript begins, ``(2 CT 345)``; the place itself when there is none."""
    found = _VOLUME.search(text, max(floor, at - 8), at)
    return found.start(1) if found else at


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


def abbreviated(text: str, at: int) -> bool:
    """Whether the word to the left is an abbreviation, so that its period ends no sentence: ``Wash. App. 178``."""
    return _ABBREVIATED.search(text, max(0, at - _LOOK_BACK), at) is not None


def closes(text: str, end: int) -> bool:
    """Whether a designation without pin ends as a citation does: a bracket, a semicolon, the next document."""
    return _CLOSE.match(text, end) is not None


def is_defined(text: str, end: int) -> bool:
    """Whether the words are only defined here: ``(the “Complaint”)``."""
    return _DEFINED.match(text, end) is not None


def tail_after(text: str, end: int) -> int:
    """Where pins begin: after a nickname in brackets, ``Deposition of Cheryl Hagar (“Hagar Dep.”) at 94:9``."""
    found = _AFTER_NICK.match(text, end)
    return found.end() if found else end
