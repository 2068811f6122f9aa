"""The names by which a document's authorities can be called again."""

from __future__ import annotations

from typing import TypeVar

from citeparse.resolver._entry import Entry, own
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
        """Return the entries with exactly this name or party; the text's own come first."""
        return own(self._whole.get(whole, ()))

    def find(self, query: Name) -> list[Entry]:
        """Return the entries that a short name fits best, the last one mentioned first; the text's own come first."""
        words = telling(without_numeral(query.whole))
        exact = self._whole.get(query.whole, [])
        if not words:
            return _latest_first(own([e for e in exact if e.called(query.whole)]))
        lists = [self._words[word] for word in words if word in self._words]
        alike = min(lists, key=len) if lists else []
        return _fittest(query, exact, alike, known=False) or _fittest(query, exact, alike, known=True)


def _fittest(query: Name, exact: list[Entry], alike: list[Entry], *, known: bool) -> list[Entry]:
    """Return those with exactly this name, else those that it fits best."""
    same = [entry for entry in exact if entry.known is known]
    if same:
        return _latest_first(same)
    ranked = [(rank(query, entry), entry) for entry in alike if entry.known is known]
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
