"""Footnotes of a page: which part of the source is the note of which mark."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict, deque
from collections.abc import Sequence

from citeparse.documents._source import Note, NoteMark, Reading
from citeparse.span import Span

__all__ = ["footnotes"]

_BRACKETED = re.compile(r"^\[([0-9]{1,3}|[*†‡]{1,3})\](?=\s)", re.MULTILINE)
_BRACKETS = "[]() \t\r\n."
_PARTS = frozenset(("article", "aside", "div", "section"))
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hr"))


def footnotes(reading: Reading, marks: Sequence[NoteMark]) -> tuple[Note, ...]:
    """Return the notes of a source whose marks were met, in order.

    A note opens with its label, ``[1]`` or one in a tag of its own, after the mark of the same label; where labels come
    again, in a dissent, the first mark has the first note. It ends where the next one opens, at the number of a page,
    at a heading, or where its part of the page closes.
    """
    told = {mark.start: mark for mark in marks}
    for found in _BRACKETED.finditer(reading.text):
        start = reading.map.to_source(Span(*found.span())).start
        told.setdefault(start, NoteMark(start, found.group(1), opens=True))
    waiting: dict[str, deque[int]] = defaultdict(deque)
    opened: list[tuple[str, int, int]] = []
    for mark in sorted(told.values()):
        label = mark.label.strip(_BRACKETS).lower()
        if not mark.opens:
            waiting[label].append(mark.start)
        elif waiting[label]:
            opened.append((label, waiting[label].popleft(), mark.start))
    ends = sorted([*_ends(reading), *(start for _, _, start in opened), len(reading.source)])
    return tuple([Note(label, mark, start, ends[bisect.bisect_right(ends, start)]) for label, mark, start in opened])


def _ends(reading: Reading) -> list[int]:
    closing = [m.start for m in reading.marks if m.name in _HEADS or (m.name in _PARTS and m.role == "close")]
    return [*closing, *(page.start for page in reading.pages)]
