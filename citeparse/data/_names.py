"""Names looked up in a text by their letters and digits, so that spacing and periods do not matter.

``F. Supp. 2d``, ``F.Supp.2d`` and ``F Supp 2d`` all fold to ``fsupp2d``; one dictionary look-up finds
the reporter, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["NameIndex", "fold"]

T = TypeVar("T")

LONGEST = 120
"""No name reads further than this many characters of the text."""

PREFIX = 4
"""Names are grouped by so many folded characters; a text that starts with none of the groups is refused at once."""

HEAD = 20
"""The group is told by so many characters of the text."""

_SKIPPED = " \t\n\r\f\v.,'’‘`´·•&-‐‑‒–—\u00a0\u00ad\u2002\u2003\u2009\u200a\u202f*_[]"
"""Characters that a name may have or lack anywhere."""

_FOLD = {ord(c): None for c in _SKIPPED}
_ONLY_SPACING = frozenset(_SKIPPED)


def fold(name: str) -> str:
    """Reduce a name to what identifies it: lower-case letters, digits and §.

    >>> fold("F. Supp. 2d"), fold("So.2d"), fold("Wm. & Mary L. Rev.")
    ('fsupp2d', 'so2d', 'wmmarylrev')
    """
    return name.translate(_FOLD).lower()


class NameIndex(Generic[T]):
    """A dictionary of folded names that finds the longest one at a place of a text.

    >>> index = NameIndex([("F.", 1), ("F.3d", 3), ("F. Supp.", 10)])
    >>> index.longest("258 F. 3d 62", 4)
    (3, 9)
    >>> index.longest("258 Foo", 4) is None
    True
    """

    __slots__ = ("_lengths", "_values")

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Index ``(name, value)`` pairs; of names that fold alike the first wins."""
        self._values: dict[str, T] = {}
        for name, value in names:
            self._values.setdefault(fold(name), value)
        lengths: dict[str, set[int]] = {}
        for folded in self._values:
            if len(folded) >= PREFIX:
                lengths.setdefault(folded[:PREFIX], set()).add(len(folded))
        self._lengths = {prefix: tuple(sorted(found, reverse=True)) for prefix, found in lengths.items()}

    def __len__(self) -> int:
        return len(self._values)

    def get(self, name: str) -> T | None:
        """Return the value of exactly this name, spelled in any way that folds alike."""
        return self._values.get(fold(name))

    def items(self) -> Iterable[tuple[str, T]]:
        """Return all folded names with their values."""
        return self._values.items()

    def longest(self, text: str, at: int) -> tuple[T, int] | None:
        """Return the value of the longest name that starts at ``at``, and the offset after it.

        A name ends where a word ends; its own last period is part of it. A digit may follow a letter
        directly (``F.2d746`` is ``F.2d`` and a page), a letter never follows.
        """
        head = text[at : at + HEAD].translate(_FOLD).lower()
        lengths = self._lengths.get(head[:PREFIX])
        if lengths is not None:
            window = text[at : at + LONGEST]
            folded = window.translate(_FOLD).lower()
            for length in lengths:
                value = self._values.get(folded[:length])
                if value is not None and (end := _unfold(window, length)) is not None:
                    return value, at + end
        for length in (3, 2, 1):
            value = self._values.get(head[:length])
            if value is not None and (end := _unfold(text[at : at + HEAD], min(length, len(head)))) is not None:
                return value, at + end
        return None


def _unfold(window: str, length: int) -> int | None:
    """Return where the first ``length`` folded characters of the window end, or None inside a word."""
    seen = 0
    for offset, char in enumerate(window):
        if char in _ONLY_SPACING:
            continue
        seen += 1
        if seen == length:
            break
    else:
        return None
    end = offset + 1
    after = window[end : end + 1]
    if after.isalpha() or (after.isdigit() and char.isdigit()):
        return None
    return end + (after == ".")
