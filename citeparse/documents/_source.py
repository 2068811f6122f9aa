"""A source with markup, the text that a reader sees in it, and the map between the two.

The text is woven from slices of the source in order, so that the place of every character of it is known by
construction. What is not shown (tags, comments, footnote marks, page numbers) is a gap in the map.
"""

from __future__ import annotations

import bisect
from typing import Literal, NamedTuple

import attrs

from citeparse.span import Span

__all__ = ["Mark", "Note", "NoteMark", "Page", "Reading", "Role", "SourceMap", "Weaver"]

Role = Literal["open", "close", "void"]

_TIGHT_AFTER = frozenset(".,;:)]}”’?!%\"'»")
_TIGHT_BEFORE = frozenset("([{“‘§¶«-–—/")


class Page(NamedTuple):
    """A page number that the source prints in its text: ``*85``.

    >>> from citeparse.documents import read_html
    >>> read_html('<p>See <span class="star-pagination">*85</span> 1 U.S. 2.</p>').pages
    (Page(plain=3, start=7, label='85'),)
    """

    plain: int
    """Offset in the text that is read where the page begins."""
    start: int
    """Offset in the source of its mark."""
    label: str
    """The number, without stars and brackets."""


class NoteMark(NamedTuple):
    """The number of a footnote: where it is referred to, or before the note itself."""

    start: int
    """Offset in the source."""
    label: str
    """As printed: ``[1]``."""
    opens: bool
    """Whether the note follows."""


class Note(NamedTuple):
    """A footnote with the place that it belongs to. Offsets index the source."""

    label: str
    """Its number or sign: ``1``, ``*``."""
    mark: int
    """Where the text refers to it."""
    start: int
    """Where it begins, with its label."""
    end: int
    """Where it ends."""


class Mark(NamedTuple):
    """A piece of markup in the source: a tag, an emphasis mark, the brackets of a link.

    >>> from citeparse.documents import read_html
    >>> [(mark.name, mark.role, mark.wall) for mark in read_html("<p><i>Id.</i></p>").marks]
    [('p', 'open', True), ('i', 'open', False), ('i', 'close', False), ('p', 'close', True)]
    """

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last one."""
    role: Role
    """``void`` stands alone and encloses nothing."""
    name: str
    """Name of the element: ``em``, ``p``, ``a``."""
    wall: bool = False
    """True when no wrapper may reach across it: a block, a cell, a script."""


@attrs.frozen(eq=False, repr=False)
class SourceMap:
    """Which characters of the source each character of the text was read from.

    Segments are in order in both. One of equal lengths maps character by character, any other one as a whole.

    >>> from citeparse.documents import read_html
    >>> places = read_html("<i>Id.</i> at 5").map
    >>> places.to_source(Span(0, 3)), places.to_plain(Span(3, 6))
    (Span(start=3, end=6), Span(start=0, end=3))
    """

    plain: tuple[int, ...]
    """Offset of each segment in the text, the length of the text last."""
    starts: tuple[int, ...]
    """Offset of each segment in the source, the length of the source last."""
    ends: tuple[int, ...]
    """Offset in the source after each segment."""

    def to_source(self, span: Span) -> Span:
        """Return the place in the source of a span of the text.

        It reaches from the first character to the last one; markup between them lies inside, markup around them not.
        """
        start = self._place(span.start)
        return Span(start, max(start, self._place(span.end - 1, after=True)) if span.end > span.start else start)

    def to_plain(self, span: Span) -> Span:
        """Return the span of the text that was read from a place in the source; it undoes `to_source`."""
        start = self.offset(span.start)
        return Span(start, max(start, self.offset(span.end - 1, after=True)) if span.end > span.start else start)

    def offset(self, source: int, *, after: bool = False) -> int:
        """Return the offset in the text of the character read at ``source``, of the next one if none was read there.

        ``after`` gives the offset after that character, after the one before if none was read there.
        """
        i = bisect.bisect_right(self.starts, source) - 1
        if i < 0 or i >= len(self.ends):
            return 0 if i < 0 else self.plain[-1]
        low, high = self.plain[i], self.plain[i + 1]
        if source >= self.ends[i]:
            return high
        if self.ends[i] - self.starts[i] == high - low:
            return low + source - self.starts[i] + after
        return high if after else low

    def _place(self, offset: int, *, after: bool = False) -> int:
        """Return the offset in the source of the character at ``offset``, or the one after it."""
        i = bisect.bisect_right(self.plain, offset) - 1
        if i >= len(self.ends):
            return self.ends[-1] if self.ends else 0
        start, end = self.starts[i], self.ends[i]
        if end - start == self.plain[i + 1] - self.plain[i]:
            return start + offset - self.plain[i] + after
        return end if after else start


@attrs.frozen(eq=False)
class Reading:
    r"""What a source with markup says to its reader.

    >>> from citeparse.documents import read_html
    >>> reading = read_html("<p>See 42 U.S.C. &sect;&nbsp;<b>1983</b>.</p>")
    >>> reading.text
    'See 42 U.S.C. §\xa01983.'
    >>> reading.source[slice(*reading.map.to_source(Span(4, 20)))]
    '42 U.S.C. &sect;&nbsp;<b>1983'
    """

    source: str
    """The source as it was passed."""
    format: str
    """``html``, ``markdown`` or ``pages``."""
    text: str
    """The text that a reader sees."""
    map: SourceMap = attrs.field(repr=False)
    """From the text to the source and back."""
    marks: tuple[Mark, ...] = attrs.field(default=(), repr=False)
    """The markup that was met, in order."""
    pages: tuple[Page, ...] = ()
    """Page numbers that the source prints inside its text, in order."""
    notes: tuple[Note, ...] = ()
    """Footnotes whose marks the source shows, in order."""


class Weaver:
    """Puts a text together from slices of a source."""

    __slots__ = ("_gap", "_glue", "_pieces", "ends", "length", "marks", "pages", "plain", "source", "starts")

    def __init__(self, source: str) -> None:
        """Begin an empty text."""
        self.source = source
        self.length = 0
        self.plain, self.starts, self.ends = list[int](), list[int](), list[int]()
        self.marks: list[Mark] = []
        self.pages: list[Page] = []
        self._pieces: list[str] = []
        self._gap: tuple[str, int, int] | None = None
        self._glue: tuple[int, int] | None = None

    def keep(self, start: int, end: int) -> None:
        """Read a slice of the source as it is."""
        if start < end:
            self.put(self.source[start:end], start, end)

    def put(self, words: str, start: int, end: int) -> None:
        """Read ``words`` where the source has the slice."""
        if not words:
            return
        if self._gap is not None:
            self._close_gap()
        elif self._glue is not None and self._glued(words[0]):
            self._add(" ", *self._glue)
        self._glue = None
        self._add(words, start, end)

    def gap(self, white: str, start: int, end: int) -> None:
        """Read white space; of several gaps in a row one is read, the widest: ``" "``, tab, line end, blank line."""
        if self._gap is None or _WIDTH[white] > _WIDTH[self._gap[0]]:
            self._gap = (white, start, end)

    def hide(self, start: int, end: int) -> None:
        """Read nothing where the source has a mark that belongs to no word, such as the number of a footnote.

        Where the words on both sides would run together, a space is read.
        """
        self._glue = (start, end)

    def page(self, start: int, end: int, label: str) -> None:
        """Note that a page begins, and read nothing."""
        self.pages.append(Page(self.length, start, label))
        self.hide(start, end)

    @property
    def fresh(self) -> bool:
        """Whether nothing was read since the last line end."""
        return not self._pieces or (self._gap is not None and "\n" in self._gap[0])

    def done(self, name: str) -> Reading:
        """Return the reading."""
        places = SourceMap((*self.plain, self.length), (*self.starts, len(self.source)), tuple(self.ends))
        pages = [page._replace(plain=min(page.plain, self.length)) for page in self.pages]
        return Reading(self.source, name, "".join(self._pieces), places, tuple(self.marks), tuple(pages))

    def _close_gap(self) -> None:
        if self._pieces and self._gap is not None:
            self._add(*self._gap)
        self._gap = None

    def _glued(self, following: str) -> bool:
        if not self._pieces or following.isspace() or following in _TIGHT_AFTER:
            return False
        before = self._pieces[-1][-1]
        return not (before.isspace() or before in _TIGHT_BEFORE)

    def _add(self, words: str, start: int, end: int) -> None:
        self.plain.append(self.length)
        self.starts.append(start)
        self.ends.append(end)
        self.length += len(words)
        self._pieces.append(words)


_WIDTH = {" ": 1, "\t": 2, "\n": 3, "\n\n": 4, "\n\f": 5}
"""Gaps from the narrowest to the widest."""
