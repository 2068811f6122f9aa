"""Footnotes as levels: what each one cites, and which one stands before it (Indigo Book R6.2.2)."""

from __future__ import annotations

from citeparse.resolver._entry import Entry
from citeparse.tokens import NoteWords

__all__ = ["Notes", "level_of"]

MOST_IN_NOTE = 16
"""So many authorities of one footnote are told apart: the last ones cited."""

_FIRST_LEVEL = -2
"""Levels of footnotes count down from here; those of parentheticals are indexes of their hosts."""


def level_of(note: NoteWords) -> int:
    """Return the level of what stands in a footnote."""
    return _FIRST_LEVEL - note.number.start


class Notes:
    """The footnotes of one document, or of one opinion in it: the next one begins with number 1 again."""

    __slots__ = ("_cited", "_last", "_levels")

    def __init__(self) -> None:
        """Begin without any."""
        self._levels: dict[int, int] = {}
        self._cited: dict[int, list[Entry]] = {}
        self._last = 0

    def add(self, note: NoteWords, entry: Entry | None) -> None:
        """Note that a citation stands in a footnote, and what it cites."""
        number = int(note.number.text)
        if number < self._last:
            self._levels.clear()
            self._cited.clear()
        self._last = number
        self._levels[number] = level_of(note)
        cited = self._cited.setdefault(number, [])
        if entry is not None and entry not in cited:
            cited.append(entry)
            del cited[:-MOST_IN_NOTE]

    def preceding(self, note: NoteWords) -> int | None:
        """Return the level of the footnote directly before, when it cites anything."""
        return self._levels.get(int(note.number.text) - 1)

    def cited(self, number: str) -> list[Entry]:
        """Return what the footnote of that number cites."""
        return list(self._cited.get(int(number), ())) if number.isascii() and number.isdigit() else []
