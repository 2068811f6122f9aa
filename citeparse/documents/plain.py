"""Text of paged documents: running heads, page numbers and line numbers, which belong to the page and not to the text.

Nothing is taken for furniture because of its words. A page number is one of a series that counts up through the
document, a page of text from one to the next, and stands where pages end, or has the star of a reporter's page; a
running head stands beside page numbers or form feeds and comes again there; a line number counts up line by line, page
after page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from citeparse.documents._series import SHORTEST_PAGE, Number, counting, star_pages
from citeparse.documents._source import Reading, Weaver
from citeparse.span import Span

__all__ = ["furniture", "read_pages"]

_LONE = re.compile(
    r"""
    [\n\f][ \t]*+                                            # at the start of a line
    (?P<sign>[\[(~–—-]{0,3}[ \t]?(?:[Pp](?:age|\.)[ \t]?)?)        # -5-, [5], Page 5
    (?P<number>[0-9]{1,5})
    (?P<rest>(?:[ \t]+of[ \t]+[0-9]{1,5})?[ \t]?[\])~–—-]{0,3})   # 5 of 12
    [ \t]*\r?(?=[\n\f]|\Z)
    """,
    re.VERBOSE,
)
_FIRST = re.compile(r"[\n\f][ \t]*+(?P<number>[0-9]{1,5})[ \t]+(?=[^\d\s])[^\n\f]{3,100}(?=[\n\f]|\Z)")
_LAST = re.compile(r"[ \t](?P<number>[0-9]{1,5})[ \t]*\r?(?=[\n\f]|\Z)")
_MARGIN = re.compile(r"[\n\f][ \t]*+(?P<number>[0-9]{1,2})(?=[ \t\r\n])")
_LINE_END = re.compile(r"[\n\f]")
_LINE = re.compile(r"\s{0,400}+(?P<line>[^\n\f]{1,120}+)")
_NUMBER = re.compile(r"[0-9]+|\b[ivxlc]+\b")
_SENTENCE_END = re.compile(r"([^\s(\[“\"]*)[.?!][\"”’')\]]{0,3}[0-9]{0,2}$")
_ABBREVIATION = re.compile(r"[A-Z][a-zA-Z’']{0,3}|(?:[A-Za-z]{1,3}\.\s?)+[0-9A-Za-z]{1,4}|vs?|al|rel|no|cert|[Ii]d")

Sort = Literal["page", "margin", "star"]
"""What ends a page; a number beside a line; a page number among the words."""

_LONGEST_HEAD = 100
"""Characters of a running head at most."""
_AROUND = 400
"""Characters in which the lines beside a page number are looked for."""
_HEADS = 3
"""Lines that a head or foot has at most."""
_SERIES = 3
"""Pages that make a document with heads at least."""
_SHARE = 6
"""A head comes on every sixth page at least: left and right pages, and parts of a document, have heads of their own."""
_PAGE_OF_LINES = (20, 45)
"""Numbered lines that a page has at least and at most (pleading paper has 24, 25 or 28)."""


def furniture(text: str) -> tuple[Span, ...]:
    r"""Return the places of running heads, page numbers and line numbers, in order.

    >>> page = "\n{}\n\nSTATE v. ROE\n" + "{}. Text of the page. " * 40
    >>> text = "".join(page.format(n, *range(40)) for n in range(4, 8))
    >>> [text[slice(*span)] for span in furniture(text)][:4]
    ['4', 'STATE v. ROE', '5', 'STATE v. ROE']
    """
    return tuple(span for span, _ in _found(text))


def read_pages(text: str) -> Reading:
    r"""Return the text of a paged document without the furniture of its pages.

    At a page break a form feed is read when a sentence ends there, else a line end.

    >>> page = "{}\n\nSTATE v. ROE\n12 (1999)" + ". See {} of the page" * 40 + ". See 3 U.S.\n"
    >>> text = "".join(page.format(n, *range(40)) for n in range(4, 8))
    >>> read_pages(text).text.count("See 3 U.S.\n12 (1999)")
    3
    """
    weaver = Weaver(text)
    at = 0
    for (start, end), sort in _found(text):
        if sort == "star":
            weaver.keep(at, start)
            weaver.page(start, end, text[start:end].strip(" \t[]*"))
            at = end
            continue
        before, after = _back(text, at, start), _on(text, end)
        weaver.keep(at, before)
        weaver.gap("\n\f" if sort == "page" and _ends(text, before, after) else "\n", start, end)
        at = max(at, after)
    weaver.keep(at, len(text))
    return weaver.done("pages")


def _found(text: str) -> list[tuple[Span, Sort]]:
    """Furniture in order. Every line is looked at as one that follows another."""
    text = f"\n{text}"
    feeds = [found.start() for found in re.finditer("\f", text)]
    if len(feeds) * SHORTEST_PAGE > len(text) * _SHARE:
        feeds = []
    numbers = {*_page_numbers(text, feeds), *_numbered_heads(text)}
    found: dict[Span, Sort] = {number.line: "star" for number in star_pages(text)}
    found |= dict.fromkeys(_line_numbers(text), "margin")
    found |= dict.fromkeys({*numbers, *_heads(text, numbers, feeds)}, "page")
    return [(Span(start - 1, end - 1), sort) for (start, end), sort in _apart(found)]


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


def _apart(found: Mapping[Span, Sort]) -> Iterator[tuple[Span, Sort]]:
    """Yield spans in order, those that lie in another one left out."""
    at = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= at and span.start < span.end:
            yield span, found[span]
            at = span.end


def _page_numbers(text: str, feeds: Sequence[int]) -> Iterator[Span]:
    """Lines that are a page number and nothing else."""
    found = [
        Number(_trimmed(text, m.start("sign"), m.end("rest")), int(m["number"]), _folded(f"{m['sign']}#{m['rest']}"))
        for m in _LONE.finditer(text)
    ]
    for series in counting(found):
        if _ends_pages(text, series, feeds):
            yield from (number.line for number in series)


def _ends_pages(text: str, series: Sequence[Number], feeds: Sequence[int]) -> bool:
    """Whether the numbers stand at the ends of pages: footnotes and paragraphs are numbered too."""
    if series[0].form != "#":
        return True
    if feeds:
        return 2 * sum(_beside_feed(text, number.line) for number in series) >= len(series)
    following = [_line_after(text, number.line) for number in series]
    again = Counter(_folded(text[slice(*line)]) for line in following if 0 < line.end - line.start <= _LONGEST_HEAD)
    repeated = sum(count for count in again.values() if count > 1)
    going_on = sum(text[line.start : line.start + 1].islower() for line in following)
    return 2 * repeated >= len(series) or going_on >= max(2, len(series) // _SHARE)


def _beside_feed(text: str, line: Span) -> bool:
    """Whether at most one head stands between a line and a form feed."""
    after, before = text[line.end : line.end + _AROUND], text[max(0, line.start - _AROUND) : line.start]
    between = [words.partition("\f") for words in (after, before[::-1])]
    return any(feed and len(" ".join(words.split())) <= _LONGEST_HEAD // 2 for words, feed, _ in between)


def _numbered_heads(text: str) -> Iterator[Span]:
    """Heads that begin or end with the number of the page: ``444 HONEYCUTT v. UNITED STATES``."""
    edges = [found for edge in (_FIRST, _LAST) for found in edge.finditer(text)]
    lines = {_line_at(text, found.start("number"), int(found["number"])) for found in edges}
    heads = sorted(line for line in lines if line is not None and line.form.strip("# ") and line.form[-1] != ".")
    often = Counter(head.form for head in heads)
    for series in counting([head for head in heads if often[head.form] >= _SERIES]):
        yield from (head.line for head in series)


def _line_at(text: str, at: int, number: int) -> Number | None:
    """Return the line around an offset unless it is too long for a head."""
    low, high = max(0, at - _LONGEST_HEAD), min(len(text), at + _LONGEST_HEAD)
    start = max(text.rfind("\n", low, at), text.rfind("\f", low, at)) + 1
    end = _LINE_END.search(text, at, high)
    if (start == 0 and low > 0) or (end is None and high < len(text)):
        return None
    line = _trimmed(text, start, end.start() if end else high)
    return Number(line, number, _folded(text[slice(*line)]))


def _line_after(text: str, place: Span) -> Span:
    """Return the next line with words; of one longer than a head, the beginning."""
    found = _LINE.match(text, place.end)
    return _trimmed(text, *found.span("line")) if found else Span(place.end, place.end)


def _line_before(text: str, place: Span) -> Span:
    """Return the line before with words; of one longer than a head, the end."""
    low = max(0, place.start - _AROUND)
    end = low + len(text[low : place.start].rstrip())
    start = max(text.rfind("\n", low, end), text.rfind("\f", low, end)) + 1
    return _trimmed(text, max(start, low), end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))


def _folded(words: str) -> str:
    """The words of a head without its numbers."""
    return _NUMBER.sub("#", " ".join(words.split()).casefold())


def _heads(text: str, numbers: Iterable[Span], feeds: Sequence[int]) -> Iterator[Span]:
    """Lines beside page numbers and form feeds that come again there, at the same side and as near."""
    places = [*numbers, *(Span(feed, feed + 1) for feed in feeds)]
    if len(places) < _SERIES:
        return
    steps = (_line_before, _line_after)
    beside = [(side, list(_lines(text, place, step))) for place in places for side, step in enumerate(steps)]
    distinct = {(line, side, rank, words) for side, lines in beside for rank, (line, words) in enumerate(lines)}
    often = Counter(seen[1:] for seen in distinct)
    taken = set(places)
    for side, lines in beside:
        for rank, (line, words) in enumerate(lines):
            if line in taken:
                continue
            if often[side, rank, words] < _least(words, len(places)):
                break
            yield line


def _least(words: str, pages: int) -> int:
    """How often a head comes at least; more often when it looks like the end of a sentence."""
    return max(2, pages // (_SHARE if words[-1].isalnum() else 2))


def _lines(text: str, place: Span, step: Callable[[str, Span], Span]) -> Iterator[tuple[Span, str]]:
    """Yield the lines beside a place, going away from it, that could be heads."""
    line = place
    for _ in range(_HEADS):
        line = step(text, line)
        words = text[slice(*line)]
        if not words or len(words) > _LONGEST_HEAD or words[0].islower():
            return
        yield line, _folded(words)


def _line_numbers(text: str) -> Iterator[Span]:
    """Numbers at the margin of pleading paper: 1, 2, 3 … line after line to the end of a page, on two at least.

    A page that follows one of these may be short: the last one, or the end of a part.
    """
    runs: list[list[Span]] = [[]]
    last = 0
    for found in _MARGIN.finditer(text):
        number = int(found["number"])
        passed = _LINE_END.search(text[last : found.start()].strip()) is not None
        if number != len(runs[-1]) + 1 or passed:
            runs.append([])
        if number == len(runs[-1]) + 1:
            runs[-1].append(Span(*found.span("number")))
        last = found.end()
    full = [_PAGE_OF_LINES[0] <= len(run) <= _PAGE_OF_LINES[1] for run in runs]
    if sum(full) < 2:
        return
    for run, own, before in zip(runs, full, [False, *full], strict=False):
        if own or (before and 1 < len(run) < _PAGE_OF_LINES[0]):
            yield from run
