"""What pages are framed with, in the middle of a text: running heads, page numbers, star pages, footnote numbers."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy

__all__ = ["is_page_number", "torn_number", "without_frame"]

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
    r"""
    \S[ \t]{1,3}(?P<number>[0-9]{1,4})[ \t]*\r?\n                   # Rivera-Muriente, 959
    \s{0,160}(?:-\s?)?[0-9]{1,4}(?:\s?-)?[ \t]*\r?\n               # -5-
    (?:\s{0,80}(?:-\s?)?[0-9]{1,4}(?:\s?-)?[ \t]*\r?\n)?\s{0,80}\Z   # and the same number again
    """,
    re.VERBOSE,
)


def torn_number(text: str, floor: int, at: int, name: int) -> tuple[int, int] | None:
    """Return the place of a volume or title that the foot of a page separates from the name after it.

    The number ``at`` is that of the page: it stands alone in its line.
    """
    if "\n" not in text[at:name]:
        return None
    line = text[max(floor, at - 80) : at].rpartition("\n")
    if not line[1] or line[2].strip(" \t-"):
        return None
    found = _TORN.search(text, max(floor, name - 360), name)
    return found.span("number") if found else None


_DASHED = lazy(r"-\s?[0-9]{1,4}\s?-[ \t]*\r?\n")


def is_page_number(text: str, at: int, name: int) -> bool:
    """Whether the number before a name is that of the page, between dashes: ``-58-``, and no volume."""
    return "\n" in text[at:name] and any(_DASHED.match(text, at - back, name) for back in (1, 2))


def without_frame(words: str) -> str:
    r"""Replace what frames the pages by as many blanks, so that offsets hold.

    >>> without_frame("Galvan v.\n24\nCommonwealth")
    'Galvan v.   \nCommonwealth'
    """
    return _FRAME.sub(lambda found: " " * len(found.group()), words)
