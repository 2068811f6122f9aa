"""Names looked up in a text by their letters and digits, so that spacing and periods do not matter.

``F. Supp. 2d``, ``F.Supp.2d`` and ``F Supp 2d`` all fold to ``fsupp2d``; one dictionary look-up finds
the reporter, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

__all__ = ["SPACING", "TYPESET", "NameIndex", "fold", "fold_all"]

T = TypeVar("T")

_VALUE, _LONGER = "value", "longer"
"""Keys of a branch, longer than any character: the value of the name that ends here; lengths of those that go on."""

LONGEST = 120
"""No name reads further than this many characters of the text."""

DEPTH = 4
"""So many folded characters are told apart one by one, the rest of a name by a look-up."""

HEAD = 16
"""They stand in so many characters of the text."""

GROUP = 8
"""Longer names are grouped by so many folded characters, which stand in `GROUP_HEAD` characters of the text."""
GROUP_HEAD = 28

TYPESET = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
"""Blanks of typeset pages: no-break, en, em, thin and hair spaces."""

_SKIPPED = f" \t\n\r\f\v.,'’‘`´·•&-‐‑‒–—\u00ad*_[]{TYPESET}"
"""Characters that a name may have or lack anywhere."""

_FOLD = {ord(c): None for c in _SKIPPED}
SPACING = frozenset(_SKIPPED)
"""Characters that do not tell names apart."""


def fold(name: str) -> str:
    """Reduce a name to what identifies it: lower-case letters, digits and §.

    >>> fold("F. Supp. 2d"), fold("So.2d"), fold("Wm. & Mary L. Rev.")
    ('fsupp2d', 'so2d', 'wmmarylrev')
    """
    return name.translate(_FOLD).lower()


def fold_all(names: Sequence[str]) -> list[str]:
    """Fold many names in one go.

    >>> fold_all(["F. Supp. 2d", "So.2d"])
    ['fsupp2d', 'so2d']
    """
    plain = [name for name in names if name.isascii()]  # translated together, ten times as fast as one by one
    folded = iter("\0".join(plain).translate(_FOLD).lower().split("\0"))
    return [next(folded) if name.isascii() else fold(name) for name in names]


class NameIndex(Generic[T]):
    """A dictionary of folded names that finds the longest one at a place of a text.

    The first characters lead through a small tree, so that a text which begins no name is refused after a few of
    them; where the tree ends, the lengths of the names that go on are tried, longest first.

    >>> index = NameIndex([("F.", 1), ("F.3d", 3), ("F. Supp.", 10)])
    >>> index.longest("258 F. 3d 62", 4)
    (3, 9)
    >>> index.longest("258 Foo", 4) is None
    True
    """

    __slots__ = ("_groups", "_tree", "_values")

    def __init__(self, names: Iterable[tuple[str, T]], *, folded: bool = False) -> None:
        """Index ``(name, value)`` pairs; of names that fold alike the first wins.

        ``folded``: the names are folded already.
        """
        self._values: dict[str, T] = {}
        for name, value in names:
            self._values.setdefault(name if folded else fold(name), value)
        self._tree: dict[str, Any] = {}
        middle: dict[str, set[int]] = {}
        groups: dict[str, set[int]] = {}
        for name in self._values:
            size = len(name)
            if size <= DEPTH:
                self._branch(name)[_VALUE] = self._values[name]
                continue
            lengths = middle.setdefault(name[:DEPTH], set())
            if size <= GROUP:
                lengths.add(size)
            else:
                groups.setdefault(name[:GROUP], set()).add(size)
        for prefix, found in middle.items():
            self._branch(prefix)[_LONGER] = tuple(sorted(found, reverse=True))
        self._groups = {prefix: tuple(sorted(found, reverse=True)) for prefix, found in groups.items()}

    def _branch(self, prefix: str) -> dict[str, Any]:
        """Return the node of a prefix, grown where it is missing, each letter in both cases."""
        node = self._tree
        for char in prefix:
            child = node.get(char)
            if child is None:
                child = node[char] = {}
                upper = char.upper()
                if len(upper) == 1:
                    node[upper] = child
            node = child
        return node

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
        node = self._tree
        best: tuple[T, int] | None = None
        for offset, char in enumerate(text[at : at + HEAD], at):
            child = node.get(char)
            if child is None:
                if char in SPACING:
                    continue
                return best
            node = child
            if _VALUE in node and (end := _end(text, offset)) is not None:
                best = node[_VALUE], end
            if _LONGER in node:
                return self._longer(text, at, node[_LONGER]) or best
        return best

    def _longer(self, text: str, at: int, middle: tuple[int, ...]) -> tuple[T, int] | None:
        """Find a name longer than the tree is deep; ``middle``: lengths of those no longer than a group's key."""
        window = text[at : at + GROUP_HEAD]
        folded = window.translate(_FOLD).lower()
        lengths = self._groups.get(folded[:GROUP])
        if lengths is not None:
            whole = text[at : at + min(LONGEST, 2 * lengths[0] + 8)]
            found = self._first_of(lengths, whole.translate(_FOLD).lower(), whole, at)
            if found is not None:
                return found
        return self._first_of(middle, folded, window, at) if middle else None

    def _first_of(self, lengths: tuple[int, ...], folded: str, window: str, at: int) -> tuple[T, int] | None:
        for length in lengths:
            value = self._values.get(folded[:length])
            if value is not None and (end := _unfold(window, length)) is not None:
                return value, at + end
        return None


def _end(text: str, last: int) -> int | None:
    """Return where a name whose last character is at ``last`` ends, or None inside a word."""
    after = text[last + 1 : last + 2]
    if after.isalpha() or (after.isdigit() and text[last].isdigit()):
        return None
    return last + 1 + (after == ".")


def _unfold(window: str, length: int) -> int | None:
    """Return where the first ``length`` folded characters of the window end, or None inside a word."""
    seen = 0
    for offset, char in enumerate(window):
        if char in SPACING:
            continue
        seen += 1
        if seen == length:
            return _end(window, offset)
    return None
