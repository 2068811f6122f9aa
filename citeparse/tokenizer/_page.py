"""What pages are framed with, in the middle of a text: running heads, page numbers, star pages, footnote numbers."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy

__all__ = ["without_frame"]

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
  | \*[0-9]{1,5}(?=\s|[A-Za-z])                                       # a star page
  | (?<=[.?!”"’)])\[[0-9]{1,3}\]                                       # the number of a footnote
    """,
    re.VERBOSE,
)


def without_frame(words: str) -> str:
    r"""Replace what frames the pages by as many blanks, so that offsets hold.

    >>> without_frame("Galvan v.\n24\nCommonwealth")
    'Galvan v.   \nCommonwealth'
    """
    return _FRAME.sub(lambda found: " " * len(found.group()), words)
