"""Articles: ``103 Harv. L. Rev. 1105``, ``58 A.L.R.3d 851``, ``N.Y. Times, Nov. 14, 2014, at A6``.

Source: Indigo Book R31 (journals), R32 (newspapers and magazines).
"""

from __future__ import annotations

import re
from itertools import pairwise

from citeparse.data._editions import reporters
from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.journals import Journal, annotation_names, journal_names, journal_words, newspaper_names
from citeparse.tokenizer._after_case import after_case
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._lead import credit, read_lead
from citeparse.tokenizer._locator import GAP
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import JournalToken

__all__ = ["ANNOTATION", "JOURNAL", "JOURNAL_WORDS", "NEWSPAPER"]

_PAGE = lazy(
    GAP
    + r"""
    ,?[\s\u00a0]{0,3}
    (?:(?P<at>at)\s{1,4}(?:pp?\.\s{0,2})?)?                    # 45 Ariz. L. Rev. at 77
    (?:art\.\s{0,2}|No\.\s{0,2}|p\.\s{0,2})?
    (?P<page>[*]?[0-9]{1,5}|[0-9]{1,2},[0-9]{3}(?![0-9])|_{2,6})
    (?![0-9A-Za-z]|[.:][0-9]|\s?[%°])
    (?P<to>\s?[-–—]{1,2}\s?[0-9]{1,5}(?![0-9A-Za-z]))?
    """,
    re.VERBOSE,
)
_SERIES = lazy(r"\s{0,2}\(\s?[Nn]\.\s?[Ss]\.\s?\)")
_CONFIRMED = lazy(r"[^()\n]{0,30}\((?:[A-Z][a-z]{2,8}\.?\s)?(?:1[789]|20)[0-9]{2}\)")
_PARALLEL = lazy(r"[\s,;*_\[\]0-9&n.–-]{1,40}$")
_BEFORE_WORD = lazy(
    r"(?<![0-9A-Za-z.,$#§-])(?P<volume>[1-9][0-9]{0,3})[\s\u00a0]{1,3}"
    r"(?P<words>[A-Z][A-Za-z’'.&\s-]{0,60})$|(?<![0-9A-Za-z.,$#§-])"
    r"(?P<alone>[1-9][0-9]{0,2})[\s\u00a0]{1,3}$",
)
_AFTER_WORD = lazy(
    r"\.?(?P<words>(?:\s{0,2}(?:[A-Z][A-Za-z’']{0,14}\.?|&|of|on|and)(?![A-Za-z])){0,7})"
    rf"(?=,?{GAP},?\s{{0,3}}(?:at\s)?[0-9])",
)
_WORDS = lazy(r"[^\s.&-]+|&")
_DATED = lazy(
    r"""
    (?:\s\([A-Z][A-Za-z.,\s]{2,24}\))?[”"*_]{0,2},\s{1,3}
    (?P<date>
        (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,2}
        (?:[0-9]{1,2},\s{1,2})?(?:1[789]|20)[0-9]{2}
    )
    (?![0-9])
    """,
    re.VERBOSE,
)
_LEAF = lazy(
    r",\s{1,3}(?:§\s?[A-Z0-9]{1,3},\s{1,3})?(?:at\s{1,2}|p\.\s?)?(?P<page>[A-Z]{0,2}-?[0-9]{1,4})(?:,\s"
    r"(?P<more>[A-Z]{0,2}-?[0-9]{1,4})(?![0-9]|\s[A-Z]))?(?![0-9A-Za-z])",
)
_YEAR = lazy(r"(?:19|20)[0-9]{2}$")
_LINKS = frozenset(("&", "of", "on", "and", "the"))
_LAW = frozenset(
    (first, second)
    for first, seconds in (("l", "rev j q"), ("law", "rev review j journal q"), ("j", "l"))
    for second in seconds.split()
)
"""Neighbours by which any name is that of a law journal."""
_CAPITALS = lazy(r"[A-Z]")


def read(anchor: Anchor) -> Hit | None:
    """``103 Harv. L. Rev. 1105`` (Indigo Book R31.1): volume, journal of the table, then a page or ``at`` a page."""
    journal: Journal = anchor.row
    text = anchor.text
    if _CAPITALS.match(text, anchor.name) is None or text[anchor.start - 1 : anchor.start] in ("$", "#", "§"):
        return None
    series = _SERIES.match(text, anchor.end)
    end = series.end() if series else anchor.end
    if _is_reporter(text[anchor.name : end]) and after_case(anchor):
        return None
    hit = _hit(anchor, (anchor.start, _digits(text, anchor.start)), (anchor.name, end), journal.standard)
    if hit is not None and journal.plain and _CONFIRMED.match(text, hit.end) is None:
        return None
    return hit


def _is_reporter(name: str) -> bool:
    """Whether cases are reported under this name, too: ``N.Y.L.J.``, ``A.L.R.``"""
    return fold(name) in reporters().folded


def _digits(text: str, at: int) -> int:
    while text[at : at + 1] in "0123456789-" and at < len(text):
        at += 1
    return at


def _hit(anchor: Anchor, volume: tuple[int, int], name: tuple[int, int], standard: str) -> Hit | None:
    text = anchor.text
    page = _PAGE.match(text, name[1])
    if page is None:
        return None
    parts = {"volume": volume, "reporter": name, "page": page.span("page")}
    if _YEAR.match(text, *volume):
        parts["year"] = volume
    hit = Hit(JournalToken, volume[0], page.end("page"), parts, standard)
    if page.group("at"):
        hit.pins = [(page.start("page"), page.end())]
        hit.tail = page.end()
        return hit
    lead = read_lead(text, anchor.floor, volume[0])
    credit(hit, lead)
    hit.date = lead.year
    return hit


def read_annotation(anchor: Anchor) -> Hit | None:
    """``28 A.L.R.2d 929`` (Indigo Book R31.4); as the parallel of a case it is left to the reporters."""
    text = anchor.text
    if anchor.floor and _PARALLEL.match(text, anchor.floor, anchor.start) is not None:
        return None
    return read(anchor)


def read_words(anchor: Anchor) -> Hit | None:
    """``26 J. Psychol. 259``, ``77 Rutgers U. L. Rev. 399`` (Indigo Book T11, T15): a name made of journals' words."""
    text = anchor.text
    after = _AFTER_WORD.match(text, anchor.end)
    before = _BEFORE_WORD.search(text, max(anchor.floor, anchor.start - 72), anchor.start) if after else None
    if before is None or after is None:
        return None
    volume = before.span("volume" if before.group("volume") else "alone")
    start = before.start("words") if before.group("words") else anchor.start
    words = _WORDS.findall(text[start : after.end()])
    end = after.end()
    name = " ".join(text[start:end].split())
    return _hit(anchor, volume, (start, end), name) if 2 <= len(words) <= 12 and _is_journal(name, words) else None


def _is_journal(name: str, words: list[str]) -> bool:
    """Whether words make up a journal: any before ``L. Rev.`` and ``L.J.``, else only those of journals' names."""
    folded = [fold(word) for word in words]
    known = journal_words()
    strange = [word for word in words if word not in _LINKS and fold(word) not in known]
    if folded[0] == "rev" or not any(len(word) > 2 for word in words):
        return False
    if any(pair in _LAW for pair in pairwise(folded)):
        return len(strange) <= 2 and folded[:2] not in (["l", "j"], ["l", "rev"])
    return not strange and name.count(".") >= 2


def read_newspaper(anchor: Anchor) -> Hit | None:
    """``N.Y. Times, Nov. 14, 2014, at A6`` (Indigo Book R32): name, date, page."""
    text, start = anchor.text, anchor.start
    if _CAPITALS.match(text, start) is None:
        return None
    dated = _DATED.match(text, anchor.end)
    if dated is None:
        return None
    leaf = _LEAF.match(text, dated.end())
    if leaf is None and anchor.row.plain:
        return None
    parts = {"reporter": (start, anchor.end), "date": dated.span("date")}
    hit = Hit(JournalToken, start, dated.end(), parts, anchor.row.standard)
    hit.date = dated.span("date")
    if leaf is not None:
        hit.pins = [leaf.span(name) for name in ("page", "more") if leaf.group(name)]
        hit.tail = leaf.end()
    credit(hit, read_lead(text, anchor.floor, start))
    return hit


ANNOTATION = Rule(name="annotation", read=read_annotation, numbered=annotation_names)
JOURNAL = Rule(name="journal", read=read, numbered=journal_names)
JOURNAL_WORDS = Rule(name="journal_words", read=read_words, words=("Rev", "J"))
NEWSPAPER = Rule(name="newspaper", read=read_newspaper, named=newspaper_names)
