"""Footnotes at the foot of a page or at the end: ``7 See id. at 3.``, ``[7] Id.``, ``FN7. Id.``, ``7. Id.``

A text shows a footnote by two places: the number where it is called, right after a word or a stop (``as a whole.7``,
``[7]``), and the same number at the beginning of a line, from where it reads on. Both stand in order. A footnote ends
where the next one begins, at the end of a page, or at a blank line. One whose end is not to be seen is none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from citeparse.data._lazy import lazy

__all__ = ["Footnote", "read_footnotes"]


class Footnote(NamedTuple):
    """One footnote: its number, where the text calls it, and from where to where it reads."""

    number: str
    call: tuple[int, int]
    start: int
    end: int


_MARK = lazy(
    r"""
    \n [ \t\f]*                                           # the beginning of a line
    (?: \[(?P<bracket>[1-9][0-9]{0,2})\]                        # [7]
      | (?:FN|fn\.?|n\.)[ ]?(?P<word>[1-9][0-9]{0,2})[.:]?      # FN7., n.7
      | (?P<period>[1-9][0-9]{0,2})\.                           # 7.
      | (?P<plain>[1-9][0-9]{0,2})                              # 7
    )
    [ \t\u00a0]{1,4}
    (?= [A-Z“"‘'§¶(*_] | [0-9]{1,3}[ ][A-Z] | id\. )       # a sentence, a citation
    (?P<line> [^\n]{1,400} )
    """,
    re.VERBOSE,
)
_PAGE_END = lazy(r"\f|\n[ \t]*(?:[-–—][ ]?)?[0-9]{1,4}(?:[ ]?[-–—])?(?:[ \t]+[0-9]{1,6})?[ \t]*(?=\r?\n|\Z)")
"""A form feed, or a line with nothing but the page's number: ``- 5 -``."""
_BLANK_LINE = lazy(r"(?<=[.?!:;)\]”\"’])[ \t]*\r?\n[ \t]*\r?\n")
"""A blank line after the end of a sentence."""
_STYLES = ("plain", "bracket", "period", "word")
_STOPS = '.?!:;,)”"’'

LONGEST = 6000
"""A footnote has at most so many characters."""
SHORTEST_LINE = 40
"""A shorter line that ends without a stop is a heading."""
WIDEST_MARGIN = 80
"""A blank line has at most so much white space."""
MOST_MISSED = 2
"""So many footnotes in a row may be unreadable."""


class _Mark(NamedTuple):
    number: int
    start: int
    end: int
    set_in_pages: bool
    """Whether no blank line stands before it."""
    style: str

    def near(self, call: int) -> bool:
        """Whether it can stand on the page of its call; ``7.`` after a blank line is rather an item of a list."""
        return self.start - call <= LONGEST and (self.set_in_pages or self.style != "period")


def read_footnotes(text: str) -> list[Footnote]:
    """Return the footnotes of a text, in order: those with the kind of mark by which most can be told."""
    marks: dict[str, list[_Mark]] = {}
    for found in _MARK.finditer(text):
        line = found.group("line").rstrip()
        if len(line) < SHORTEST_LINE and line[-1] not in _STOPS:
            continue
        style = next(style for style in _STYLES if found.group(style))
        above = text[max(0, found.start() - WIDEST_MARGIN) : found.start()].rstrip(" \t\r")
        number, page = int(found.group(style)), above[-1:] not in ("", "\n")
        marks.setdefault(style, []).append(_Mark(number, found.start(style), found.start("line"), page, style))
    chains = [_footnotes(text, *_called(text, of_style)) for of_style in marks.values()]
    return max(chains, key=len, default=[])


def _called(text: str, marks: Sequence[_Mark]) -> tuple[list[_Mark], list[tuple[int, int]]]:
    """Keep the marks that count on from each other, each of them called after the one before."""
    kept: list[_Mark] = []
    calls: list[tuple[int, int]] = []
    last = at = 0
    looked: dict[int, int] = {}
    for mark in marks:
        number = mark.number
        if kept and not (number == 1 or last < number <= last + 1 + MOST_MISSED):
            continue
        begin = max(looked.get(number, 0), at if number > last else kept[-1].start)
        call = _call(number, mark.style).search(text, begin, mark.start)
        looked[number] = mark.start
        if call is not None:
            kept.append(mark)
            calls.append(call.span())
            last, at = number, call.end()
            looked.clear()
    return kept, calls


@functools.lru_cache(maxsize=1024)
def _call(number: int, style: str) -> re.Pattern[str]:
    """``[7]``; ``whole.7``, ``claims7``, ``at 608.7 The``, but not ``n.7``, ``§ 3.7``, ``No.7``."""
    if style == "bracket":
        return re.compile(rf"\[{number}\]")
    n = str(number)
    after_words = rf"(?<=[a-z]{{3}}{n})|(?<=[,;:?!”\"’')\]—]{n})|(?<=[^0-9]\.{n})(?<!\bn\.{n})(?<!\bNo\.{n})"
    after_number = "" if style == "period" else rf"|(?<=[0-9]\.{n})(?=\s+[A-Z“\"])"
    return re.compile(rf"{n}(?:{after_words}{after_number})(?![0-9A-Za-z%-]|\.[0-9])")


def _footnotes(text: str, marks: Sequence[_Mark], calls: Sequence[tuple[int, int]]) -> list[Footnote]:
    """Leave out those whose end is not to be seen, and those far from their call that are no list of endnotes."""
    found: list[Footnote] = []
    listed = True
    for i, mark in enumerate(marks):
        following = marks[i + 1].start if i + 1 < len(marks) else len(text)
        interrupted = i + 1 < len(marks) and calls[i + 1][0] > mark.start
        limit = min(calls[i + 1][0] if interrupted else following, mark.end + LONGEST)
        end = _end(text, mark, limit, certain=limit == following)
        adjacent = end == following < len(text)
        if end is not None and (mark.near(calls[i][0]) or (listed and (adjacent or i > 0))):
            found.append(Footnote(str(mark.number), calls[i], mark.start, end))
        listed = listed and (adjacent or (mark.style != "period" and not interrupted))
    return found


def _end(text: str, mark: _Mark, limit: int, *, certain: bool) -> int | None:
    """Return where a footnote ends: with its page, at a blank line, else at a limit that is ``certain``."""
    page = _PAGE_END.search(text, mark.end, limit)
    blank = _BLANK_LINE.search(text, mark.end, limit) if mark.set_in_pages or not (certain or page) else None
    ends = [match.start() for match in (page, blank) if match is not None]
    return min(ends) if ends else limit if certain else None
