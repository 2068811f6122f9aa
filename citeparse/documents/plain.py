"""Text of paged documents: running heads, page numbers and line numbers, which belong to the page and not to the text.

Nothing is taken for furniture because of its words. A page number is one of a series that counts up through the
document; a running head stands beside page numbers or form feeds and comes again there; a line number counts up line by
line, page after page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from citeparse.documents._source import Reading, Weaver
from citeparse.span import Span

__all__ = ["furniture", "read_pages"]

_LONE = re.compile(r"[\[(~–—-]*\s*(?:[Pp](?:age|\.)\s?)?([0-9]{1,5})(?:\s+of\s+[0-9]{1,5})?\s*[\])~–—-]*$")
_EDGE = re.compile(r"(?P<first>[0-9]{1,5})\s+(?=\D)|.*\D\s+(?P<last>[0-9]{1,5})$")
_MARGIN = re.compile(r"[ \t]*([0-9]{1,2})(?=[ \t]|$)")
_SENTENCE_END = re.compile(r"([^\s(\[“\"]*)[.?!][\"”’')\]]{0,3}[0-9]{0,2}$")
_ABBREVIATION = re.compile(r"[A-Z][a-zA-Z’']{0,3}|(?:[A-Za-z]{1,3}\.\s?)+[0-9A-Za-z]{1,4}|vs?|al|rel|no|cert|[Ii]d")
_NUMBER = re.compile(r"[0-9]+|\b[ivxlc]+\b")

_LONGEST_HEAD = 100
"""Characters of a running head at most."""
_HEADS = 3
"""Lines that a head or foot has at most."""
_SERIES = 3
"""Numbers that make a series at least."""
_STEP = 2
"""Pages whose number is missing are passed over one at a time."""
_SHARE = 6
"""A head comes on every sixth page at least: left and right pages, and parts of a document, have heads of their own."""
_PAGE_OF_LINES = (20, 45)
"""Numbered lines that a page has at least and at most (pleading paper has 24, 25 or 28)."""


class _Line(NamedTuple):
    start: int
    end: int
    words: str
    """Without white space around them; empty for a blank line."""
    fed: bool
    """Whether a form feed stands before it."""


def furniture(text: str) -> tuple[Span, ...]:
    """Return the places of running heads, page numbers and line numbers, in order.

    >>> page = "{}\\n\\nSTATE v. ROE\\nOpinion of the Court\\n"
    >>> text = "Text of page four, 12 U.S." + "".join(f"\\n{n}\\n\\nSTATE v. ROE\\n{n} U.S. 12. More text, 9 U.S." for n in (4, 5, 6, 7))
    >>> sorted({text[slice(*span)] for span in furniture(text)})
    ['4', '5', '6', '7', 'STATE v. ROE']
    """
    lines = list(_lines(text))
    marked = _page_numbers(lines)
    marked |= _heads(lines, marked)
    whole = [Span(lines[i].start, lines[i].end) for i in marked]
    margins = [span for i, span in _line_numbers(text, lines) if i not in marked]
    return tuple(sorted({*whole, *margins}))


def read_pages(text: str) -> Reading:
    """Return the text of a paged document without the furniture of its pages.

    >>> pages = "".join(f"\\n{n}\\n\\nSTATE v. ROE\\n{n} U.S. 12. More text, 9 U.S." for n in (4, 5, 6, 7))
    >>> read_pages("Text of page four, 12 U.S." + pages).text[:60]
    'Text of page four, 12 U.S.\\n4 U.S. 12. More text, 9 U.S.\\n5 U'
    """
    weaver = Weaver(text)
    at = 0
    for start, end in furniture(text):
        before, after = _back(text, at, start), _on(text, end)
        weaver.keep(at, before)
        weaver.gap("\n\f" if _ends(text, before, after) else "\n", start, end)
        at = after
    weaver.keep(at, len(text))
    return weaver.done("pages")


def _back(text: str, low: int, at: int) -> int:
    while at > low and text[at - 1].isspace():
        at -= 1
    return at


def _on(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n\f":
        at += 1
    return at


def _ends(text: str, before: int, after: int) -> bool:
    """Whether a sentence ends before a page break, so that no citation reaches across it."""
    found = _SENTENCE_END.search(text, max(0, before - 40), before)
    if found is None or text[after : after + 1].islower():
        return False
    return not (_ABBREVIATION.fullmatch(found.group(1)) and text[after : after + 1].isalnum())


def _lines(text: str) -> Iterator[_Line]:
    for found in re.finditer(r"[^\n\f]*(?:\n|\f|\Z)", text):
        words = found.group().strip()
        start = found.start() + (found.group().find(words) if words else 0)
        yield _Line(start, start + len(words), words, found.start() == 0 or text[found.start() - 1] == "\f")


def _page_numbers(lines: list[_Line]) -> set[int]:
    """Indexes of lines that are a page number, or a head that begins or ends with one."""
    alone = [(i, int(found.group(1)), "") for i, line in enumerate(lines) if (found := _LONE.match(line.words))]
    edged = []
    for i, line in enumerate(lines):
        found = _EDGE.match(line.words) if len(line.words) <= _LONGEST_HEAD else None
        if found:
            edged.append((i, int(found.group("first") or found.group("last")), _folded(line.words)))
    often = Counter(words for _, _, words in edged)
    repeated = [row for row in edged if often[row[2]] > 1]
    return _counting(alone) | _counting(repeated)


def _folded(words: str) -> str:
    """The words of a head without its numbers."""
    return _NUMBER.sub("#", " ".join(words.split()).casefold())


def _counting(rows: list[tuple[int, int, str]]) -> set[int]:
    """Indexes of the rows whose numbers count up."""
    series: list[list[tuple[int, int]]] = []
    for index, number, _ in rows:
        fitting = next((one for one in reversed(series[-8:]) if 0 < number - one[-1][1] <= _STEP), None)
        if fitting is None:
            series.append([(index, number)])
        else:
            fitting.append((index, number))
    return {index for one in series if len(one) >= _SERIES for index, _ in one}


def _heads(lines: list[_Line], marked: set[int]) -> set[int]:
    """Indexes of lines beside page numbers and form feeds that come again there."""
    places = [i for i, line in enumerate(lines) if line.fed]
    beside: dict[int, str] = {}
    for i in marked:
        beside |= dict(_neighbours(lines, i, 1)) | dict(_neighbours(lines, i, -1))
    for i in places:
        beside |= dict(_neighbours(lines, i - 1, 1)) | dict(_neighbours(lines, i, -1))
    often = Counter(words for i, words in beside.items() if i not in marked)
    least = max(2, max(len(marked), len(places)) // _SHARE)
    return {i for i, words in beside.items() if often[words] >= least and i not in marked}


def _neighbours(lines: list[_Line], at: int, step: int) -> Iterator[tuple[int, str]]:
    """The next lines that could be a head or foot, blank lines left out."""
    seen, i = 0, at + step
    while 0 <= i < len(lines) and seen < _HEADS and abs(i - at) <= 3 * _HEADS:
        words = lines[i].words
        if words:
            seen += 1
            if len(words) > _LONGEST_HEAD or words[:1].islower() or len(words) < 5:
                return
            yield i, _folded(words)
        i += step


def _line_numbers(text: str, lines: list[_Line]) -> list[tuple[int, Span]]:
    """Numbers at the margin of pleading paper, by line: 1, 2, 3 … to the end of the page, on two pages at least."""
    runs: list[list[tuple[int, Span]]] = [[]]
    for i, line in enumerate(lines):
        found = _MARGIN.match(line.words)
        if found is None:
            if line.words:
                runs.append([])
            continue
        if int(found.group(1)) != len(runs[-1]) + 1:
            runs.append([])
        if int(found.group(1)) == len(runs[-1]) + 1:
            runs[-1].append((i, Span(line.start, line.start + found.end())))
    pages = [run for run in runs if _PAGE_OF_LINES[0] <= len(run) <= _PAGE_OF_LINES[1]]
    return [row for run in pages for row in run] if len(pages) > 1 else []
