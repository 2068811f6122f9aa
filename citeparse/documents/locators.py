"""Durable places: a quotation with what stands around it, found again after the text was edited elsewhere.

The selectors of the W3C Web Annotation Data Model (4.2.4, 4.2.5), so that annotation tools can read what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from citeparse.span import Span

__all__ = ["Locator", "locate", "locator"]

CONTEXT = 32
"""Characters kept on each side."""

_ENOUGH = 8
"""A quotation that stands once is believed when so many characters beside it are the same."""


@attrs.frozen
class Locator:
    """A place told by its words.

    >>> locator("See 1 U.S. 2. Id. at 3.", Span(14, 17), context=8).selectors()[0]
    {'type': 'TextQuoteSelector', 'exact': 'Id.', 'prefix': 'U.S. 2. ', 'suffix': ' at 3.'}
    """

    exact: str
    """The words themselves."""
    prefix: str = ""
    """What stands before them."""
    suffix: str = ""
    """What stands after them."""
    start: int = 0
    """Where they stood; a hint."""

    def selectors(self) -> list[dict[str, Any]]:
        """Return the selectors of the Web Annotation Data Model."""
        return [
            {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
            {"type": "TextPositionSelector", "start": self.start, "end": self.start + len(self.exact)},
        ]

    @classmethod
    def from_selectors(cls, selectors: list[Mapping[str, Any]]) -> Locator:
        """Read what `selectors` gave. Raises `ValueError` when there is no quotation."""
        by_type = {selector.get("type"): selector for selector in selectors}
        quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
        if quote is None:
            raise ValueError("a TextQuoteSelector was expected")
        return cls(quote["exact"], quote.get("prefix", ""), quote.get("suffix", ""), position.get("start", 0))


def locator(text: str, span: Span, context: int = CONTEXT) -> Locator:
    """Return the locator of a place in a text.

    >>> place = locator("See 42 U.S.C. § 1983.", Span(4, 20))
    >>> place.exact, place.prefix, locate("Added in front. See 42 U.S.C. § 1983.", place)
    ('42 U.S.C. § 1983', 'See ', Span(start=20, end=36))
    """
    start, end = span
    return Locator(text[start:end], text[max(0, start - context) : start], text[end : end + context], start)


def locate(text: str, place: Locator) -> Span | None:
    """Return where a place is now, or None when it cannot be told.

    Of the places where the words stand, the one with the most of the old surroundings is taken; where several have
    equally much, the one nearest to where it was. Half of the surroundings must be there, less for words that stand
    only once. Words that were edited themselves are not found.

    >>> before = "See 1 U.S. 2. Id. at 3. See 4 U.S. 5. Id. at 6."
    >>> after = "See also 7 U.S. 8. Id. " + before
    >>> place = locate(after, locator(before, Span(38, 41)))
    >>> place, after[slice(*place)], after[place.end :]
    (Span(start=61, end=64), 'Id.', ' at 6.')
    """
    if not place.exact:
        return None
    found = [(start, *_agreement(text, start, place)) for start in _occurrences(text, place.exact)]
    if not found:
        return None
    start, before, after = max(found, key=lambda seen: (seen[1] + seen[2], -abs(seen[0] - place.start)))
    whole = len(place.prefix) + len(place.suffix)
    needed = min(_ENOUGH, whole) if len(found) == 1 else whole / 2
    return Span(start, start + len(place.exact)) if before + after >= needed else None


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _agreement(text: str, start: int, place: Locator) -> tuple[int, int]:
    """Return how many characters before and after the words are the same."""
    end = start + len(place.exact)
    return (
        _shared(text[max(0, start - len(place.prefix)) : start][::-1], place.prefix[::-1]),
        _shared(text[end : end + len(place.suffix)], place.suffix),
    )


def _shared(one: str, other: str) -> int:
    if one == other:
        return len(one)
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
