"""Parentheticals after a citation: where each ends, and of what type it is (Indigo Book R10)."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data._names import TYPESET
from citeparse.span import Span
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._page import FURNITURE
from citeparse.tokenizer.court_date import read_court_date
from citeparse.tokenizer.history import Nest, rejoined, relation_of
from citeparse.tokenizer.late_pin import read_late
from citeparse.tokens import ParentheticalWords

__all__ = ["closing", "parenthetical_type", "read_after", "resume"]

MOST = 8
"""So many parentheticals of one citation are read."""
_PAGE_BREAK = lazy(
    r"""
    \f
  | \n[ \t]*(?:-\s?)?[0-9]{1,4}(?:\s?-)?[ \t]*\r?\n                                              # a page number
  | \n[ \t]*[0-9]{1,2}[ ](?=[A-Z][a-z]+,?[ ][a-z]|(?:See|Cf\.|But|Accord|Id\.)[ ,])               # a footnote
    """,
    re.VERBOSE,
)
"""A new page begins: what follows is often a footnote, not the rest of a parenthetical."""
_OPEN = lazy(
    r"""
    \s{0,160}+
    (?:FURNITURE                                                                    # the foot of a page
      |(?:\*[0-9]{1,5}|-\s?[0-9]{1,4}\s?-|[0-9]{1,4}(?=[ \t]*\r?\n))\s{1,160}+)?      # a star page
    ([(\[])
  | [.,]\s(\((?=[^()]{0,24}(?:1[6-9]|20)[0-9]{2}\)))                                # 14 L. Ed. 2d 8. (1965)
    """.replace("FURNITURE", FURNITURE),
    re.VERBOSE,
)
_DOCKET = lazy(r"(?:(?:Civ|Crim|Case|Docket)\.?\s)?Nos?\.\s?([A-Z0-9][^()]{1,40})$")
"""``(No. 16,175)``: the docket number after the date."""
_TORN = lazy(r"\(([^()]{3,60}?)(?=\s{0,3}\((?:quoting|citing|quoted|cited)\s)")
"""``(1st Cir. 1993 (quoting …``: the bracket after the year is missing."""
_CLOSED = lazy(r"\s{0,3}\]")
_MAY_OPEN = frozenset(f" \t\r\n([.,{TYPESET}")
_ENUMERATOR = lazy(r"\((?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,5})\)")
_SQUARE = lazy(r"\[(?:hereinafter|(?:Nos?\.\s[^\[\]]{3,40},\s)?slip\sop|[a-zà-ÿ“‘\"'á])")
"""``[hereinafter Memoirs]``, ``[burglary]``: a parenthetical in square brackets after another bracket (California)."""
_SLIP = lazy(r"\[(?:Nos?\.\s[^\[\]]{3,40},\s)?slip\sop")
LONGEST_SQUARE = 300
TRUSTED = 500
"""A parenthetical whose brackets balance within so many characters goes on over the foot of a page."""

LONGEST = 3000
"""A parenthetical is read no further than this many characters."""
DEEPEST = 12
"""Brackets in a parenthetical nest no deeper: a text of opening brackets alone would be read to the end from each."""

_BRACKET = lazy(
    r"[()]|(?:(?<=[a-z]{4}\.)|(?<=[0-9)\]]\.)|(?<=[?!”\"]))[ \t]*\r?\n[ \t]*\r?\n(?=\s*[A-Z“\"\[¶])",
)
"""A bracket, or the end of a paragraph."""
_CLOSE_BY = lazy(r"[^()]{0,40}\)")
"""A bracket that closes soon after a blank line: ``(D.C.``, a blank line, ``Cir. 2006)``."""
_BREAK_AFTER = lazy(r"\s?[.;](?:\s|$)")

_TYPES = (
    ("quoting", lazy(r"(?:\w+\s)?quoting\b|quoted\sin\b|\(quoting\b", re.IGNORECASE)),
    ("citing", lazy(r"(?:\w+\s)?(?:citing|cited\sin|cites)\b", re.IGNORECASE)),
    (
        "weight",
        lazy(
            r"en\sbanc|in\sbanc|per\scuriam|mem\.|memorandum|plurality|table\b|unpublished|opinion\sof|op\.|slip\sop"
            r"|[A-Z][\w.’'-]+,?\s(?:C\.\s?)?J\.,?\s?|[0-9]-[0-9]\sdecision|dicta|dictum|in\schambers|same\)|majority"
            r"|lead\sopinion"
            r"|dis\.|conc\.|concurring|dissenting",
        ),
    ),
    (
        "alteration",
        lazy(
            r"(?:internal|citations?|emphas[ie]s|alterations?|quotations?|footnotes?|brackets?|ellips[ie]s|cleaned|first|second|some|marks)\b"
            r".{0,80}?\b(?:omitted|added|original|ours|up|marks?|supplied|deleted|removed|mine)\b|cleaned\sup",
            re.DOTALL,
        ),
    ),
    ("defines", lazy(r"(?:the\s|collectively,?\s)?[“\"][\w§]|(?:hereinafter|hereafter)\b")),
)


def closing(text: str, opening: int) -> int:
    """Return the offset after the bracket that closes the one at ``opening``; where none does, a likely end.

    A bracket that is never closed ends where the citation sentence does: after the last bracket that closed
    inside it and is followed by a period or semicolon.
    """
    limit = min(len(text), opening + LONGEST)
    depth = 0
    fallback = 0
    for match in _BRACKET.finditer(text, opening, limit):
        char = match.group()
        if char == "(":
            depth += 1
            if depth > DEEPEST:
                break
        elif char == ")":
            depth -= 1
            if depth == 0:
                return match.end()
            if depth == 1 and not fallback and _BREAK_AFTER.match(text, match.end()):
                fallback = match.end()
        elif not _CLOSE_BY.match(text, match.end()):
            break
    return fallback or _sentence_end(text, opening, limit)


def _sentence_end(text: str, opening: int, limit: int) -> int:
    end = text.find("\n\n", opening, min(limit, opening + 400))
    return end if end > 0 else min(limit, opening + 1)


def parenthetical_type(words: str) -> str:
    """Return what a parenthetical other than court and date is: ``quoting``, ``weight``, ``explanatory`` …"""
    words = rejoined(words)
    for name, pattern in _TYPES:
        if pattern.match(words):
            return name
    return "explanatory"


def read_after(text: str, group: list[Hit], stop: int, nests: list[Nest]) -> None:
    """Read the parentheticals after a parallel group; those that hold the core at ``stop`` are opened as nests."""
    first, last = group[0], group[-1]
    at = last.tail
    if len(group) > 1 and "[" in text[first.tail : group[1].start] and (bracket := _CLOSED.match(text, at)):
        at = last.tail = bracket.end()
    found, at = _read(text, group, at, stop, nests)
    first.parentheticals = [*first.nicknames, *found]
    for hit in group:
        hit.full_end = max(hit.full_end, at if found else last.tail)
    if found and stop >= at:
        last.tail = at
    elif found and found[0].type == "court_date":
        last.tail = found[0].span.end
    read_late(text, last)


def resume(text: str, nest: Nest, stop: int, nests: list[Nest]) -> None:
    """Read on after a parenthetical that held citations: ``(quoting Jones, 3 F.3d 4) (emphasis added)``."""
    if text[nest.end - 1] != ")":
        return
    found, at = _read(text, nest.group, nest.end, stop, nests)
    if found:
        nest.end = at
        nest.host.parentheticals += found
        for hit in nest.group:
            hit.full_end = at


def _read(text: str, group: list[Hit], at: int, stop: int, nests: list[Nest]) -> tuple[list[ParentheticalWords], int]:
    """Return the parentheticals from ``at`` on, and where they end; open a nest when one holds the core at ``stop``."""
    first = group[0]
    found: list[ParentheticalWords] = []
    while len(found) < MOST and (place := _next(text, at, stop, nests)) is not None:
        begin, end = place
        words = text[begin + 1 : end - 1 if text[end - 1] in ")]" else end]
        torn = _TORN.match(text, begin, end) if first.date is None else None
        if torn is not None and read_court_date(text, first, *torn.span(1)):
            at = torn.end()
            found.append(ParentheticalWords(torn.group(1), Span(begin, at), "court_date"))
            continue
        dated = first.date is None and read_court_date(text, first, begin + 1, begin + 1 + len(words))
        if text[begin] == "[" and not dated and not _square(text, first, begin, at, words if stop < end else ""):
            break
        if first.docket is None and "No" in words and (docket := _DOCKET.match(words)):
            first.docket = (begin + 1 + docket.start(1), begin + 1 + docket.end(1))
        found.append(ParentheticalWords(words, Span(begin, end), "court_date" if dated else parenthetical_type(words)))
        at = end
        if stop < end:
            page = _PAGE_BREAK.search(text, begin, end) if end - begin > TRUSTED else None
            nests.append(Nest(page.start() if page else end, group, relation_of(words)))
            break
    return found, at


def _square(text: str, first: Hit, begin: int, before: int, around: str) -> bool:
    """Whether square brackets are a parenthetical.

    They are after another one (California: always), and ``around`` a citation with its relation.
    """
    if around:
        return relation_of(around) is not None
    bracketed = text[before - 1] in ")]" or first.series.startswith("Cal.") or text.startswith("[hereinafter", begin)
    return (_SQUARE if bracketed else _SLIP).match(text, begin) is not None


def _next(text: str, at: int, stop: int, nests: list[Nest]) -> tuple[int, int] | None:
    """Return the place of the parenthetical that follows ``at``, with its brackets."""
    opening = _OPEN.match(text, at) if text[at : at + 1] in _MAY_OPEN else None
    if opening is None:
        return None
    begin = opening.start(opening.lastindex or 1)
    if stop == begin + 1 or (nests and begin >= nests[-1].end):
        return None  # a bracket around the next citation, or outside the parenthetical that is open
    if begin - at > 1 and "\n" in text[at:begin] and _ENUMERATOR.match(text, begin):
        return None  # an item of a list
    end = closing(text, begin) if text[begin] == "(" else text.find("]", begin, begin + LONGEST_SQUARE) + 1
    return (begin, end) if end else None
