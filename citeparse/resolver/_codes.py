"""The sections and rules that a document has cited, found by number, by stem and by shape.

A bare ``§ 1003.32`` belongs to the code that was cited with it, else to the code that has part 1003, else to the one
whose sections look like it (Indigo Book R16.2, R18.1).
"""

from __future__ import annotations

from citeparse.data._lazy import lazy
from citeparse.resolver._entry import Entry, Row
from citeparse.resolver._identity import rule_number
from citeparse.resolver._number import ends, outline, size, stem_of
from citeparse.tokens import Token

__all__ = ["Codes"]

_SECTION_NAME = lazy(r"(?<![\w.])(?:§|[Ss]ection)\s{0,2}([0-9]{1,4}[A-Za-z]?)(?![0-9A-Za-z.:/-])")
"""``Section 10(b)``: the number that a section has in its act."""
LONGEST_NAME = 48
"""Such a name has so many characters."""
MOST_CODES = 8
"""So many codes that have one section number are told apart."""


class Codes:
    """Numbers of one kind: sections of codes, or rules of court."""

    __slots__ = ("_below", "_ends", "_kinds", "_latest", "_numbers", "_outlines", "_sizes", "_stems", "defined")

    def __init__(self) -> None:
        """Begin empty."""
        self.defined: dict[str, Entry] = {}
        """Sections by the numbers that the text has given them: those of their act."""
        self._kinds: dict[str, Row] = {}
        self._numbers: dict[str, list[Row]] = {}
        self._below: dict[str, list[Row]] = {}
        self._ends: dict[str, Row] = {}
        self._stems: dict[str, Row] = {}
        self._outlines: dict[str, Row] = {}
        self._latest: Row | None = None
        self._sizes: dict[tuple[str, ...], set[int]] = {}

    def add(self, row: Row, below: str = "", kind: str = "") -> None:
        """Remember a number; a token that cites it itself replaces one that only listed it.

        ``kind`` is what the code has in common with others: all rules of evidence are of one kind.
        """
        if kind:
            self._kinds[kind] = row
        rows = self._numbers.setdefault(row.number, [])
        for at, known in enumerate(rows):
            if known.key == row.key:
                if row.direct and not known.direct:
                    rows[at] = row
                break
        else:
            rows.append(row)
            del rows[:-MOST_CODES]
        if row.key:
            self._sizes.setdefault(row.key, set()).add(size(row.number))
        self.touch(row, below)

    def define(self, token: Token, entry: Entry) -> None:
        """Remember the number under which the text goes on to cite a section, if not its own: ``(“Section 10(b)”)``."""
        for words in token.parentheticals:
            section = _SECTION_NAME.search(words.text[:LONGEST_NAME]) if words.type == "defines" else None
            if section is not None and section.group(1) != rule_number(token):
                self.defined[section.group(1)] = entry

    def touch(self, row: Row, below: str = "") -> None:
        """Note that a number was mentioned, with the subsection ``below``: its code is the nearest one."""
        if not row.key:
            return
        if below:
            cited = self._below.setdefault(below, [])
            if row not in cited:
                cited.append(row)
                del cited[:-MOST_CODES]
        self._latest = row
        self._outlines[row.outline] = row
        if row.stem:
            self._stems[row.stem] = row
            if row.direct:
                self._ends.update(dict.fromkeys(ends(row.number), row))

    def exact(self, number: str) -> list[Row]:
        """Return the codes that have been cited with this number, the last one mentioned first.

        Those that the text itself has cited come first.
        """
        rows = self._numbers.get(number, [])
        if len(rows) < 2:
            return rows
        rows = sorted(rows, key=lambda row: -row.entry.last)
        rows = [row for row in rows if row.key] or rows
        return [row for row in rows if not row.entry.known] or rows

    def of_code(self, number: str, key: tuple[str, ...]) -> Row | None:
        """Return this number of this code, if it has been cited."""
        return next((row for row in self._numbers.get(number, ()) if row.key == key), None)

    def ending(self, number: str, key: tuple[str, ...] | None = None) -> Row | None:
        """Return the section, of one code or any, whose last part is printed alone: ``7.4`` for ``5/115-7.4``."""
        row = self._ends.get(number)
        return row if row is not None and key in (None, row.key) else None

    def of_kind(self, kind: str) -> Row | None:
        """Return a number of the last code of this kind."""
        return self._kinds.get(kind)

    def cited_with(self, below: str) -> list[Row]:
        """Return the sections that have been cited with this subsection."""
        return list(self._below.get(below, ()))

    def alike(self, number: str) -> Row | None:
        """Return the last number with the same stem (``1003.15`` for ``1003.32``), else with the same shape."""
        row = self._stems.get(stem_of(number))
        return row or self._sized(self._outlines.get(outline(number)), number)

    def nearest(self, number: str) -> Row | None:
        """Return the last number of the nearest code, if that has numbers of such a size."""
        return self._sized(self._latest, number)

    def _sized(self, row: Row | None, number: str) -> Row | None:
        """``§ 43(a)`` is of an act, and not of title 15, of which only § 1114 and § 1125 have been cited."""
        if row is None:
            return None
        sizes = self._sizes[row.key]
        return row if sizes & {size(number) - 1, size(number), size(number) + 1} else None
