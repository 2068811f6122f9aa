"""The names by which a document's authorities can be called again."""

from __future__ import annotations

from typing import TypeVar

from citeparse.resolver._entry import Entry
from citeparse.resolver._words import Name, agreement, telling, without_numeral

__all__ = ["Names", "rank"]

K = TypeVar("K")

MOST_ALIKE = 16
"""So many authorities that share a word are told apart: the last ones cited."""
MOST_NAMES = 6
"""So many spellings of one name are kept."""


class Names:
    """Entries by whole name and party, and by each telling word."""

    __slots__ = ("_whole", "_words")

    def __init__(self) -> None:
        """Begin empty."""
        self._whole: dict[tuple[str, ...], list[Entry]] = {}
        self._words: dict[str, list[Entry]] = {}

    def add(self, entry: Entry, name: Name) -> None:
        """Let ``entry`` be found by ``name``."""
        if not name.whole or len(entry.names) >= MOST_NAMES or entry.called(name.whole):
            return
        entry.names = (*entry.names, name)
        _put(self._whole, name.whole, entry)
        for party in name.parties:
            if party != name.whole:
                _put(self._whole, party, entry)
        for word in telling(name.whole):
            _put(self._words, word, entry)

    def called(self, whole: tuple[str, ...]) -> list[Entry]:
        """Return the entries with exactly this name or party."""
        return list(self._whole.get(whole, ()))

    def find(self, query: Name) -> list[Entry]:
        """Return the entries that a short name fits best, the last one mentioned first."""
        words = telling(without_numeral(query.whole))
        if not words:
            found = [e for e in self._whole.get(query.whole, ()) if e.called(query.whole)]
            return _latest_first(found)
        exact = self._whole.get(query.whole)
        if exact:
            return _latest_first(exact)
        known = [self._words[word] for word in words if word in self._words]
        if not known:
            return []
        ranked = [(rank(query, entry), entry) for entry in min(known, key=len)]
        best = max((r for r, _ in ranked), default=0)
        return _latest_first([entry for r, entry in ranked if r == best]) if best else []


def rank(query: Name, entry: Entry) -> int:
    """Return how well a short name fits any spelling of an entry's name."""
    return max((agreement(query, name) for name in entry.names), default=0)


def _put(index: dict[K, list[Entry]], key: K, entry: Entry) -> None:
    """Add an entry to those of a key, of which the oldest make room."""
    entries = index.get(key)
    if entries is None:
        index[key] = [entry]
    elif entry not in entries:
        entries.append(entry)
        del entries[:-MOST_ALIKE]


def _latest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: -entry.last)
