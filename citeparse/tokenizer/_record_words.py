"""The words around a designation of the record: those that begin it, and the name that a text gives it."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.record_words import abbreviations, parties, stops, vetoes

__all__ = [
    "NICKNAME",
    "QUOTES",
    "abbreviated",
    "begin",
    "has_party",
    "nickname",
    "tail_after",
    "vetoed",
    "volume_before",
]

QUOTES = "“”\"‘’'"
"""Quotation marks of all kinds."""
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ABBREVIATED = lazy(r"\b[A-Z][A-Za-z’']{0,5}\.\s*\Z")
_DATE = lazy(rf"{_MONTH}\s[0-9]{{1,2}},\s{{1,2}}\Z")
_WORD_LEFT = lazy(r"([^\s()\[\];,“”\"‘]{1,24})(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]{0,3})\Z")
_INITIAL = lazy(r"[A-Z]\.\Z")
_OWN_WORD = lazy(r"(?:[A-Z][A-Za-z’'&-]*|(?:19|20)[0-9]{2}|1st|2d|2nd|3d|3rd|[4-9]th)\Z")
_POSSESSIVE = lazy(r"['’]s?\Z")
_VOLUME = lazy(
    r"""
    (?:
        (?<=[(\[;,])\s{0,2}
      | (?:(?<=[a-z)\]][.,][”"])|(?<=[a-z)\]]{2}\.)|(?<=\.[”"]))[ ]{1,2}      # after a sentence, in its line
      | (?<=\b[Ss]ee)\s{1,2}|(?<=\b[Ss]ee\salso)\s{1,2}|(?<=\bCf\.)\s{1,2}
    )
    ([0-9]{1,3})\s\Z
    """,
    re.VERBOSE,
)
_OPENING = '([;,“”"‘'
_MOST_WORDS = 6
_REACH = 28
_LOOK_BACK = 40
_LONGEST_NICKNAME = 60

_KIND = (
    r"(?:Motion|Response|Reply|Opposition|Brief|Memorandum|Complaint|Petition|Answer|Objections?|Declaration|Affidavit|Report"
    r"|Order|Transcript|(?:Mot|Resp|Opp|Br|Mem|Compl|Pet|Obj|Decl|Aff|Dep|Tr)\.)"
)
_PLAIN = rf"(?:[A-Z][A-Za-z’'&-]{{0,20}}\.?\s){{1,3}}{_KIND}"
_PLAIN_ENDS = r"\)(?=,?\s{1,3}(?:at\s[0-9]|Exh))"
"""A name defined without quotation marks: ``Mr. Jones’s Response (Jones Response) at 1`` (Court of Veterans Claims)."""
_DAY = rf"{_MONTH}\s[0-9]{{1,2}},\s[0-9]{{4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})"

NICKNAME = (
    rf"(?:\s{{0,2}}\((?:the\s+)?[{QUOTES}][^”\"’')]{{1,40}}[,.]?[{QUOTES}]\)"
    rf"|\s{{1,2}}\({_PLAIN}{_PLAIN_ENDS})"
)
"""A name defined in brackets."""
DATED = rf"(?:\s{{1,2}}\((?:{_DAY})\))"
"""The day of a document, in brackets before its pin: ``Tr. (4/14/2017) at 6:15``."""
_AFTER_NICK = lazy(rf"{NICKNAME}|\s{{1,2}}\(({_DAY})\)")
_NICK_BEFORE = lazy(rf"[(\[](?:the\s+)?[{QUOTES}]([^”\"’')]{{1,40}}?)[,.]?[{QUOTES}][)\]],?\s{{0,3}}[(\[]?\Z")
_NICK_AFTER = lazy(
    rf"(?:,?\s{{0,3}}at\s[0-9–-]{{1,12}},?)?\s{{0,3}}(?:\((?:the\s+)?[{QUOTES}]([^”\"()]{{1,40}}?)[,.]?[{QUOTES}]\)"
    r"|\[hereinafter,?\s{1,3}[“\"]?([^\[\]”\"]{1,60}?)[”\"]?\]"
    rf"|\(({_PLAIN}){_PLAIN_ENDS})",
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
    words = text[max(0, at - _REACH) : at].split()
    return bool(words) and text[at - 1].isspace() and words[-1].lstrip(_OPENING) in vetoes()


def has_party(words: str) -> bool:
    """Whether the last of some words says whose appendix it is: ``Aplt. App.``; ``Ct. App.`` is a court."""
    return fold(_POSSESSIVE.sub("", words.rstrip()).rsplit(None, 1)[-1]) in parties()


def volume_before(text: str, at: int, floor: int) -> int:
    """Where the volume before a transcript or appendix begins, ``(2 CT 345)``; the place itself when there is none."""
    found = _VOLUME.search(text, max(floor, at - 16), at)
    return found.start(1) if found else at


def abbreviated(text: str, at: int) -> bool:
    """Whether the word to the left is an abbreviation, so that its period ends no sentence: ``Wash. App. 178``."""
    return _ABBREVIATED.search(text, max(0, at - _LOOK_BACK), at) is not None


def nickname(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the place of the name given to a document beside its designation, and that of the brackets around it.

    ``(“PSUF”), (Dkt. No. 78-4)``, ``Deposition of Cheryl Hagar (“Hagar Dep.”)``, ``ECF No. 12 [hereinafter Mot.]``
    """
    after = _NICK_AFTER.match(text, end)
    if after is not None:
        return after.span(after.lastindex or 0), after.span()
    before = _NICK_BEFORE.search(text, max(0, start - _LONGEST_NICKNAME), start)
    return (before.span(1), before.span()) if before else None


def tail_after(text: str, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where pins begin, and the day: ``Deposition of Cheryl Hagar (“Hagar Dep.”) at 94:9``, ``Tr. (1/14/17) at 6``."""
    found = _AFTER_NICK.match(text, end)
    if found is None:
        return end, None
    return found.end(), found.span(1) if found.group(1) else None
