"""The sections and rules that a document has cited, found by number, by stem and by shape.

A bare ``§ 1003.32`` belongs to the code that was cited with it, else to the code that has part 1003, else to the one
whose sections look like it (Indigo Book R16.2, R18.1).
"""

from __future__ import annotations

import re

from citeparse.resolver._entry import Row

__all__ = ["Codes", "outline"]

MOST_CODES = 8
"""So many codes that have one section number are told apart."""
SHORTEST_SUFFIX = 3
"""``7.4`` and ``110`` may stand for ``115-7.4`` and ``78B-25-110``; shorter ends are no evidence."""

_STEM = re.compile(r"(.+)[.:-][^.:-]*$")
_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[a-z]+")


def outline(number: str) -> str:
    """Return the shape of a section number; letters at its end do not count.

    >>> outline("1003.32"), outline("65.2-710"), outline("2000e-5"), outline("16a")
    ('9.9', '9.9-9', '9a-9', '9')
    """
    return _LETTERS.sub("a", _DIGITS.sub("9", number.casefold())).removesuffix("a")


def size(number: str) -> int:
    """Return how many digits a section number begins with."""
    found = _DIGITS.match(number)
    return len(found.group()) if found else 0


class Codes:
    """Numbers of one kind: sections of codes, or rules of court."""

    __slots__ = ("_below", "_ends", "_kinds", "_latest", "_numbers", "_outlines", "_sizes", "_stems")

    def __init__(self) -> None:
        """Begin empty."""
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
        self.touch(row, below)

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
        self._sizes.setdefault(row.key, set()).add(size(row.number))
        self._outlines[outline(row.number)] = row
        stem = _STEM.match(row.number)
        if stem:
            self._stems[stem.group(1)] = row
        if row.direct:
            for end in (row.number.rpartition("/")[2], row.number.rpartition("-")[2]):
                if len(end) >= SHORTEST_SUFFIX and end != row.number:
                    self._ends[end] = row

    def exact(self, number: str) -> list[Row]:
        """Return the codes that have been cited with this number, the last one mentioned first."""
        rows = sorted(self._numbers.get(number, ()), key=lambda row: -row.entry.last)
        return [row for row in rows if row.key] or rows

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
        stem = _STEM.match(number)
        row = self._stems.get(stem.group(1)) if stem else None
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
