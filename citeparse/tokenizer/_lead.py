"""Authors and titles that stand before a core: ``Stone, The Common Law in the United States, 50 Harv. L. Rev. 4``.

Words are read leftwards, never more than a constant number of them, until a signal, the end of a sentence, a bracket
or a word of ordinary prose (Indigo Book R29, R31: author, then title, then where it is printed).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.data.books import title_words
from citeparse.data.case_names import name_words
from citeparse.tokenizer._hit import Hit

__all__ = ["Lead", "credit", "read_lead"]

_WINDOW = 340
"""So many characters are looked at."""
_MOST_WORDS = 48

_TOKEN = lazy(r"\S+")
_EDGE = "\"“”‘’'*_`,[("
_OPENING = tuple(" \t\r\n\u00a0\"“‘'*_")
_YEAR_BEFORE = lazy(r"\(((?:[A-Z][A-Za-z]{2,8}\.?\s)?(?:1[6-9]|20)[0-9]{2})\)\s{0,3}$")
_NUMBER = lazy(r"[0-9]{1,4}[A-Z]{0,2}$")
_INITIAL = lazy(r"(?:[A-Z]\.-?){1,4}$")
_END = lazy(r"[.!]['’\"”)\]*_]{0,3}$")
_FOOTNOTE = lazy(r"[.!][\"”’)][0-9]{1,3}$")
_NAME = (
    r"(?:(?:[A-Z][A-Za-zÀ-ÿ’'.-]{0,24}|de|van|von|der|la|del|di)\s{1,9}){0,4}"
    r"[A-ZÀ-Ý][A-Za-zÀ-ÿ’'-]{1,24}(?:,?\s(?:Jr\.?|Sr\.?|II|III|IV))?"
)
_ET_AL = r"(?:,?\s{1,9}et\.?\s{0,9}al\.?)"
_AUTHOR = lazy(
    rf"""
    (?P<author>
        {_NAME}{_ET_AL}                                                              # LaFave et al.
      | {_NAME}(?:,\s{{1,9}}{_NAME}){{0,3}},?\s{{1,9}}(?:&|and|&amp;)\s{{1,9}}{_NAME}{_ET_AL}?    # Wright & Miller
      | {_NAME}                                                                      # Stone
    )
    (?:,\s{{1,9}}(?:Note|Comment|Annotation|Annot\.|Essay|Symposium|Book\sReview|Case\sNote))?
    ,[”"’'*_]{{0,3}}\s{{1,9}}
    (?=\S)
    """,
    re.VERBOSE,
)


class Lead(NamedTuple):
    """What was read before a core."""

    start: int
    """Where author or title begins, after a signal; the core's start when nothing was read."""
    author: tuple[int, int] | None
    title: tuple[int, int] | None
    volume: tuple[int, int] | None
    """A volume before the author: ``5B C. Wright & A. Miller, …``."""
    year: tuple[int, int] | None
    """The year before the core (California): ``(1977) 29 Stan.L.Rev. 969``."""


def read_lead(text: str, floor: int, at: int) -> Lead:
    """``Pound, Common Law and Legislation, `` (Indigo Book R31.1): read what ends at ``at``, not before ``floor``."""
    low = max(floor, at - _WINDOW)
    found = _YEAR_BEFORE.search(text, max(low, at - 24), at)
    year = found.span(1) if found else None
    end = found.start() if found else at
    start, volume = _walk(text, low, end)
    stop = end
    while stop > start and text[stop - 1] in " \t\r\n,\"“”‘’'*_[(":
        stop -= 1
    if stop - start < 2:
        return Lead(at, None, None, volume, year)
    begin = _skip(text, start if volume is None else volume[1])
    author = _AUTHOR.match(text, begin, stop)
    if author is None:
        return Lead(start, None, (begin, stop), volume, year)
    return Lead(start, author.span("author"), (_skip(text, author.end()), stop), volume, year)


def credit(hit: Hit, lead: Lead) -> None:
    """Let a core begin with what was read before it, and have its author and title."""
    hit.full_start = lead.start
    if lead.author:
        hit.parts["author"] = lead.author
    if lead.title:
        hit.parts["title"] = lead.title


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in _OPENING:
        at += 1
    return at


def _walk(text: str, low: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Return where the words of author and title begin, and a volume that stands first."""
    tokens = list(_TOKEN.finditer(text, low, end))[-_MOST_WORDS:]
    if tokens and low > 0 and not text[low - 1].isspace() and tokens[0].start() == low:
        tokens = tokens[1:]
    first = len(tokens)
    opened = False
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].group()
        following = tokens[i + 1].group() if i + 1 < len(tokens) else ""
        if not _belongs(word, tokens[i - 1].group() if i else "", following):
            break
        first = i
        if word[0] in "([":
            opened = True
            break
    first = _drop_leads(tokens, first)
    if first >= len(tokens):
        return end, None
    start = tokens[first].start() + (1 if opened and tokens[first].group()[0] in "([" else 0)
    volume = None
    if not opened and first and _NUMBER.match(tokens[first - 1].group()) and tokens[first - 1].start() >= low:
        volume = tokens[first - 1].span()
        start = volume[0]
    return start, volume


def _drop_leads(tokens: list[re.Match[str]], first: int) -> int:
    """Drop the words of prose with which a run of words begins: ``in``, ``and``."""
    words = title_words()
    while first < len(tokens):
        word = tokens[first].group().strip(_EDGE)
        prose = not word or (word[0].islower() and word not in words.particles)
        if not prose and word.rstrip(".,").lower() not in words.leads:
            return first
        first += 1
    return first


def _belongs(word: str, before: str, following: str) -> bool:
    """Whether a word can stand in an author's name or in a title."""
    bare = word.strip(_EDGE)
    low = bare.lower()
    if not bare or (word[-1] == ";" and word != "&amp;"):
        return word in ("—", "–", "-", ",")
    if bare[0].isdigit():
        return _number_in_title(bare, before)
    if _stops(word, low, following):
        return False
    broken = before[-1:] == "-" and len(before) > 2  # at the end of a line
    lofty = bare[0].isupper() or bare[0] in "&“$§" or low.startswith(("al.", "al,"))
    return broken or lofty or low.rstrip(",:") in title_words().small


def _stops(word: str, low: str, following: str) -> bool:
    """Whether author and title begin after this word: a signal, the end of a sentence, a bracket."""
    if low.rstrip(",") in title_words().signals and not (low in ("in", "by") and following):
        return True
    if following and not following[0].islower() and _ends_sentence(word):  # no sentence ends before a small letter
        return True
    return ")" in word and "(" not in word


def _number_in_title(bare: str, before: str) -> bool:
    """``Section 1983``, ``Chapter 11``: a number after a capitalised word."""
    if _NUMBER.match(bare.rstrip(",:?")) is None or before.lower() in title_words().signals:
        return False
    return before[:1].isupper() and before[-1:].isalpha()


def _ends_sentence(word: str) -> bool:
    """Whether a period ends a sentence rather than an abbreviation or initial."""
    if _END.search(word) is None:
        return _FOOTNOTE.search(word) is not None
    stem = word.strip(_EDGE + ".!)]”")
    if word[-1] in "”\"’'" and len(stem) > 2:
        return True
    if _INITIAL.match(stem + ".") or len(stem) <= 3 or "." in stem:
        return stem.isdigit() or (stem.islower() and len(stem) == 3)
    return stem.lower() not in name_words().abbreviations
