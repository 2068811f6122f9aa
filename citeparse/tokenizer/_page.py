"""What pages are framed with, in the middle of a text: running heads, page numbers, star pages, footnote numbers."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy

__all__ = ["FOOT", "FURNITURE", "is_page_number", "stands_alone", "torn_number", "without_frame"]

_STAMP = r"(?:Appellate\s|USCA[0-9DC]{1,3}\s)?(?:Case|Appeal):?\s[0-9][^\n]{3,140}\n"
"""The stamp of an electronic filing: ``Appellate Case: 24-1209 Document: 66-1 Date Filed: 04/23/2026 Page: 17``."""
_HEAD = r"(?:(?:Opposition|Cancellation|Concurrent\sUse|Serial|Proceeding|Appeal)\sNos?\.\s[0-9][0-9/,&\s-]{5,60}\n)"
"""The number of the proceeding at the head of a page: ``Opposition No. 91272143`` (T.T.A.B.)."""
FURNITURE = rf"""
    (?: -\s?[0-9]{{1,4}}\s?-[ \t]*\r?\n (?:\s{{0,160}}(?:{_STAMP}|{_HEAD}))?
      | (?:[0-9]{{1,4}}[ \t]*\r?\n\s{{0,160}})?{_STAMP} )
    \s{{0,160}}
"""
"""What stands between two pages: the number of the one between dashes, or the stamp of the next (verbose syntax)."""
FOOT = rf"(?:[ \t]{{0,80}}\r?\n\s{{0,160}}{FURNITURE})"
"""The end of a page inside a citation, with the white space before it."""
_FRAME = lazy(
    r"""
    \n[ \t]*(?:-\s?)?[0-9]{1,4}(?:\s?-)?[ \t]*\r?(?=\n)                   # a page number alone in its line
  | \n[^\n]{0,90}\b(?:Filed:?|Document:?|Page:|Entered:?|PageID)\s      # the stamp of an electronic filing
    [^\n]{0,90}(?=\n)
  | (?:\n[^\n]{1,80})?\n[ \t]*                                        # the head of a slip opinion
    (?: Opinions?\ of\ the\ Court | Syllabus | Per\ Curiam
      | [A-Z]{3,20},\ (?:C\.\ ?)?J\.,\ (?:dissenting|concurring)[^\n]{0,40} )
    [ \t]*\r?(?=\n)
  | \n[ \t]*(?:[A-Z][A-Za-z]+\ ){0,3}Nos?\.\ [0-9A-Z][0-9A-Za-z:–-]{3,20}(?:\s+Page\ [0-9]+)?[ \t]*\r?(?=\n)
  | \*[0-9]{1,5}(?=\s|[A-Za-z]|\Z)                                      # a star page
  | (?<=[.?!”"’)])\[[0-9]{1,3}\]                                       # the number of a footnote
    """,
    re.VERBOSE,
)


_TORN = lazy(
    rf"""
    \S[ \t]{{1,3}}(?P<number>[0-9]{{1,4}})[ \t]*\r?\n                   # Rivera-Muriente, 959
    \s{{0,160}}(?:-\s?)?[0-9]{{1,4}}(?:\s?-)?[ \t]*\r?\n               # -5-
    (?:\s{{0,80}}(?:-\s?)?[0-9]{{1,4}}(?:\s?-)?[ \t]*\r?\n)?         # and the same number again
    (?:\s{{0,80}}{_STAMP})?                                              # the stamp of the next page
    \s{{0,80}}\Z
    """,
    re.VERBOSE,
)
_STAMPED = lazy(r"(?:Case|Appeal):?\s[0-9].{0,140}\b(?:Page|Pg):?\s(?:[0-9]{1,4}\sof\s)?\Z")
"""What stands before the page number in such a stamp."""


def torn_number(text: str, floor: int, at: int, name: int) -> tuple[int, int] | None:
    """Return the place of a volume or title that the foot of a page separates from the name after it.

    The number ``at`` is that of the page: it stands alone in its line, or at the end of a stamp.
    """
    if "\n" not in text[at:name]:
        return None
    line = text[max(floor, at - 80) : at].rpartition("\n")
    if (not line[1] or line[2].strip(" \t-")) and not _stamped(text, at):
        return None
    found = _TORN.search(text, max(floor, name - 360), name)
    return found.span("number") if found else None


_ABOVE = lazy(r"\n\s*\Z")
_BELOW = lazy(r"[ \t]{0,8}\r?\n(?:[ \t\f]{0,80}\r?\n){0,2}")
_DASHED = lazy(r"-\s?[0-9]{1,4}\s?-[ \t]*\r?\n")


def is_page_number(text: str, at: int, name: int) -> bool:
    """Whether the number before a name is that of the page, between dashes (``-58-``) or in a stamp, and no volume."""
    if "\n" not in text[at:name]:
        return False
    return _stamped(text, at) or any(_DASHED.match(text, at - back, name) for back in (1, 2))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number has a line to itself, with a blank one above or below: that of a page or a footnote."""
    above, below = _ABOVE.search(text, max(0, start - 160), start), _BELOW.match(text, end)
    return above is not None and below is not None and above.group().count("\n") + below.group().count("\n") > 2


def _stamped(text: str, at: int) -> bool:
    """Whether the number ``at`` ends the stamp of an electronic filing: ``Document: 66-1 … Page: 17``."""
    line = text[max(0, at - 180) : at]
    return _STAMPED.search(line, line.rfind("\n") + 1) is not None


def without_frame(words: str) -> str:
    r"""Replace what frames the pages by as many blanks, so that offsets hold.

    >>> without_frame("Galvan v.\n24\nCommonwealth")
    'Galvan v.   \nCommonwealth'
    """
    return _FRAME.sub(lambda found: " " * len(found.group()), words)
