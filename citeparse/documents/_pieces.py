"""Where a wrapper may stand in a source with markup, so that what was balanced stays balanced."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from citeparse.documents._source import Mark
from citeparse.span import Span

__all__ = ["Markup", "flat"]


@attrs.frozen(eq=False)
class Markup:
    """The markup of a source in order.

    >>> markup = Markup("258 <i>F.3d 62</i>", (Mark(4, 7, "open", "i"), Mark(14, 18, "close", "i")))
    >>> markup.pieces(Span(0, 14), links=False)
    [Span(start=0, end=3), Span(start=7, end=14)]
    """

    source: str
    marks: Sequence[Mark]

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _closed(self) -> dict[str, tuple[list[int], list[int]]]:
        """Starts and ends of what links and code enclose."""
        found: dict[str, tuple[list[int], list[int]]] = {"a": ([], []), "code": ([], [])}
        opened: dict[str, int | None] = {}
        for mark in self.marks:
            if mark.name not in found or mark.role == "void":
                continue
            begin = opened.get(mark.name)
            if mark.role == "close" and begin is not None:
                found[mark.name][0].append(begin)
                found[mark.name][1].append(mark.start)
            opened[mark.name] = mark.end if mark.role == "open" else None
        return found

    def within(self, name: str, at: int) -> bool:
        """Whether the offset lies inside an ``a`` or ``code``."""
        starts, ends = self._closed[name]
        i = bisect.bisect_right(starts, at) - 1
        return i >= 0 and at < ends[i]

    def pieces(self, span: Span, *, links: bool) -> list[Span]:
        """Return the parts of a span that wrappers can enclose: none reaches across a wall or half of an element.

        ``links`` says that the wrapper is a link, which neither holds nor crosses another one.
        """
        low, high = bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end)
        marks = self.marks[low:high]
        begin = span.start
        found = []
        for mark in _splitting(marks, links=links):
            found.append(Span(begin, mark.start))
            begin = mark.end
        found.append(Span(begin, max(begin, span.end)))
        return [piece for part in found if (piece := self._trimmed(part)).start < piece.end]

    def _trimmed(self, part: Span) -> Span:
        words = self.source[part.start : part.end]
        left = len(words) - len(words.lstrip())
        return Span(part.start + left, max(part.start + left, part.start + len(words.rstrip())))


def _splitting(marks: Sequence[Mark], *, links: bool) -> list[Mark]:
    """Return the marks at which a wrapper ends and begins again."""
    walls: set[int] = set()
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for i, mark in enumerate(marks):
        if mark.wall or (links and mark.name == "a"):
            walls.add(i)
        elif mark.role == "open":
            stack.append(i)
        elif mark.role == "close":
            if stack and marks[stack[-1]].name == mark.name:
                pairs.append((stack.pop(), i))
            else:
                walls.add(i)
    walls.update(stack)
    order = sorted(walls)
    for opening, closing in pairs:
        at = bisect.bisect_left(order, opening)
        if at < len(order) and order[at] < closing:
            walls.update((opening, closing))
    return [marks[i] for i in sorted(walls)]


def flat(spans: Iterable[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Return spans that do not overlap, in order: where several do, the one that begins last has the place.

    >>> flat([(Span(0, 30), 0), (Span(10, 20), 1)])
    [(Span(start=0, end=10), 0), (Span(start=10, end=20), 1), (Span(start=20, end=30), 0)]
    """
    result: list[tuple[Span, int]] = []
    stack: list[tuple[int, int]] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        while stack and at < to:
            end, index = stack[-1]
            if at < min(end, to):
                result.append((Span(at, min(end, to)), index))
                at = min(end, to)
            if end <= at:
                stack.pop()
        at = max(at, to)

    last = 0
    for span, index in sorted(spans):
        advance(span.start)
        stack.append((span.end, index))
        last = max(last, span.end)
    advance(last)
    return result
