"""One authority as the document has shown it so far."""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.resolver._number import outline, stem_of
from citeparse.resolver._shape import number
from citeparse.resolver._words import Name

__all__ = ["Entry", "Row", "own"]

NONE: frozenset[str] = frozenset()


class Row:
    """A section or rule number of a code: who names the code, and whether that token cites this very number."""

    __slots__ = ("code", "direct", "entry", "key", "number", "outline", "stem")

    def __init__(self, key: tuple[str, ...], number: str, code: int, *, direct: bool, entry: Entry) -> None:
        """Note ``number`` of the code ``key``, which token ``code`` names."""
        self.key = key
        self.number = number
        self.code = code
        self.direct = direct
        self.entry = entry
        self.outline = outline(number)
        self.stem = stem_of(number)


class Entry:
    """An authority: its first token, and what later short forms can be compared with."""

    __slots__ = ("full", "known", "last", "names", "near", "pages", "printed", "root", "row", "shapes", "usual")

    def __init__(self, root: int, *, full: bool, known: bool = False) -> None:
        """Begin with the token ``root``; ``full`` when it is a full citation, ``known`` when the text has none yet."""
        self.root = root
        self.full = full
        self.known = known
        self.last = root
        self.names: tuple[Name, ...] = ()
        self.printed: tuple[str, ...] = ()
        """Its names, letter by letter."""
        self.pages: dict[tuple[str, ...], int | None] = {}
        """First page by series and volume."""
        self.near = ""
        """Its last page pin as printed."""
        self.shapes: frozenset[str] = NONE
        """Shapes of the pins that it has been cited with."""
        self.usual: frozenset[str] = NONE
        """Shapes of pins that such an authority is ordinarily cited with."""
        self.row: Row | None = None
        """Its section, when it is one of a code."""

    def adopt(self, i: int) -> None:
        """Let token ``i`` of the text, a full citation, stand for what was only known beforehand."""
        self.root, self.known = i, False
        if self.row is not None:
            self.row.code = i

    def called(self, whole: tuple[str, ...]) -> bool:
        """Whether this is its whole name in one of its spellings."""
        return any(name.whole == whole for name in self.names)

    def distance(self, page: int) -> int | None:
        """Return how far a page is from the nearest first page before it; None when it lies before all of them."""
        known = [first for first in self.pages.values() if first is not None]
        if not known:
            near = number(self.near)
            return abs(page - near) if near is not None else 0
        return min((page - first for first in known if first <= page), default=None)


def own(entries: Sequence[Entry]) -> list[Entry]:
    """Return those that the text itself has cited; all, when it has cited none of them."""
    return [entry for entry in entries if not entry.known] or list(entries)
