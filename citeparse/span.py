"""Places in a text: half-open ranges of character offsets into the string that the caller passed."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Piece", "Span"]


class Span(NamedTuple):
    """A range of the text, so that ``text[slice(*span)]`` is what was read.

    >>> "see Id. at 5"[slice(*Span(4, 7))]
    'Id.'
    """

    start: int
    """Offset of the first character, 0-based."""
    end: int
    """Offset after the last character."""


class Piece(NamedTuple):
    """Words of the text together with their place.

    >>> Piece("258", 10, 13).span
    Span(start=10, end=13)
    """

    text: str
    """The words exactly as printed."""
    start: int
    """Offset of the first character, 0-based."""
    end: int
    """Offset after the last character."""

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)
