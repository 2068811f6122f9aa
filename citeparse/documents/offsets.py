"""Offsets as editors and files count them: UTF-16 units, UTF-8 bytes, lines.

Python counts code points. JavaScript, Java, C# and the Language Server Protocol count UTF-16 units, files count bytes.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import attrs

from citeparse.span import Span

__all__ = ["Offsets", "Position"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_TWO_BYTES = re.compile("[\u0080-\U0010ffff]")
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Position(NamedTuple):
    r"""A place as the Language Server Protocol tells it, both numbers from zero.

    >>> Offsets("See\n42 U.S.C. § 1983").position(14)
    Position(line=1, character=10)
    """

    line: int
    """Number of the line; lines end with LF, CRLF or CR."""
    character: int
    """UTF-16 units since the line began."""


@attrs.frozen(eq=False, repr=False)
class Offsets:
    """Converts offsets into one text, each conversion in logarithmic time.

    The text is gone through once, when the first conversion of a kind is asked for. A lone surrogate counts as one
    UTF-16 unit and as the three bytes of Python's ``surrogatepass``.

    >>> offsets = Offsets("§ 1983 🏛 1 U.S. 2")
    >>> offsets.utf16(9), offsets.utf8(9), offsets.from_utf16(10), offsets.from_utf8(13)
    (10, 13, 9, 9)
    >>> offsets.utf16_span(Span(9, 17))
    Span(start=10, end=18)
    """

    text: str
    """The text whose offsets are converted."""

    @cached_property
    def _two(self) -> list[int]:
        return self._places(_TWO_BYTES)

    @cached_property
    def _three(self) -> list[int]:
        return self._places(_THREE_BYTES) if self._two else []

    @cached_property
    def _astral(self) -> list[int]:
        return self._places(_ASTRAL)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def _places(self, pattern: re.Pattern[str]) -> list[int]:
        return [] if self.text.isascii() else [found.start() for found in pattern.finditer(self.text)]

    def utf16(self, offset: int) -> int:
        """Return the UTF-16 units before an offset. Raises `IndexError` when it lies outside the text."""
        return self._checked(offset) + bisect.bisect_left(self._astral, offset)

    def utf8(self, offset: int) -> int:
        """Return the UTF-8 bytes before an offset. Raises `IndexError` when it lies outside the text."""
        self._checked(offset)
        return offset + sum(bisect.bisect_left(places, offset) for places in (self._two, self._three, self._astral))

    def from_utf16(self, units: int) -> int:
        """Return the offset that has so many UTF-16 units before it; from inside a character, where it begins.

        Raises `IndexError` when the text is shorter.
        """
        return self._found(units, self.utf16)

    def from_utf8(self, count: int) -> int:
        """Return the offset that has so many UTF-8 bytes before it; from inside a character, where it begins.

        Raises `IndexError` when the text is shorter.
        """
        return self._found(count, self.utf8)

    def utf16_span(self, span: Span) -> Span:
        """Return a span in UTF-16 units."""
        return Span(self.utf16(span.start), self.utf16(span.end))

    def utf8_span(self, span: Span) -> Span:
        """Return a span in UTF-8 bytes."""
        return Span(self.utf8(span.start), self.utf8(span.end))

    def position(self, offset: int) -> Position:
        r"""Return line and UTF-16 unit of an offset.

        >>> Offsets("one\n🏛 two").position(6)
        Position(line=1, character=3)
        """
        line = bisect.bisect_right(self._lines, self._checked(offset)) - 1
        return Position(line, self.utf16(offset) - self.utf16(self._lines[line]))

    def from_position(self, position: Position) -> int:
        """Return the offset of a line and UTF-16 unit; beyond the end of its line, the end of it.

        Raises `IndexError` when the text has no such line.
        """
        line, character = position
        if not 0 <= line < len(self._lines):
            raise IndexError(f"the text has {len(self._lines)} lines, there is no line {line}")
        start = self._lines[line]
        end = self._lines[line + 1] if line + 1 < len(self._lines) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        units = self.utf16(start) + max(0, character)
        return min(self.from_utf16(min(units, self.utf16(end))), end)

    def _checked(self, offset: int) -> int:
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} lies outside the text of {len(self.text)} characters")
        return offset

    def _found(self, count: int, measure: Callable[[int], int]) -> int:
        length = measure(len(self.text))
        if not 0 <= count <= length:
            raise IndexError(f"{count} lies outside the text of {length}")
        return bisect.bisect_right(range(len(self.text) + 1), count, key=measure) - 1

    def __repr__(self) -> str:
        return f"<Offsets of {len(self.text)} characters>"
