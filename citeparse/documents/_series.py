"""Numbers that count up through a document as its pages do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citeparse.span import Span

__all__ = ["SHORTEST_PAGE", "Number", "counting", "star_pages"]

SHORTEST_PAGE = 500
"""Characters of a page at least, on the average."""

_LEAST = 3
"""Numbers that make a series at least."""
_STEP = 4
"""From one number of a series to the next at most: heads stand on every second page, and some numbers get lost."""
_OPEN = 4
"""Series that are continued at a time: an opinion may carry the pages of several reporters."""

_STAR = re.compile(r"\[?\*{1,3}\[?(?P<number>[0-9]{1,5})\]?(?![0-9*])[ \t]?")
_PIN_BEFORE = re.compile(r"(?:[0-9],?\s{0,2}|\bat\s{1,2}|[-–—&*]\s?|\w)$")
"""What stands before a pin: ``at *3``, ``2019 WL 12, *3``, ``*3-*4``."""


class Number(NamedTuple):
    """A number that may be a page's."""

    line: Span
    """Its place, or that of the line that holds it."""
    number: int
    form: str
    """What stands around it; numbers of one series have one form."""


def counting(numbers: Iterable[Number]) -> list[list[Number]]:
    """Return the series of numbers of one form that count up, a page of text from one to the next.

    >>> lines = [Number(Span(2000 * n, 2000 * n + 1), n, "#") for n in (1, 2, 3, 5)]
    >>> [[number.number for number in series] for series in counting(lines)]
    [[1, 2, 3, 5]]
    """
    series: list[list[Number]] = []
    by_form: dict[str, list[list[Number]]] = {}
    for number in numbers:
        mine = by_form.setdefault(number.form, [])
        fitting = [one for one in mine[-_OPEN:] if 0 < number.number - one[-1].number <= _STEP]
        if fitting:
            min(fitting, key=lambda one: number.number - one[-1].number).append(number)
        else:
            mine.append([number])
            series.append(mine[-1])
    return [one for one in series if len(one) >= _LEAST and _apart(one)]


def _apart(series: Sequence[Number]) -> bool:
    """Whether there is a page of text from one number to the next: footnotes stand closer."""
    first, last = series[0], series[-1]
    return last.line.start - first.line.start >= SHORTEST_PAGE * (last.number - first.number)


def star_pages(text: str) -> list[Number]:
    """Return the page numbers of reporters that a text prints among its words: ``*394``.

    >>> text = "".join(f"*{n} Text of a page. 2019 WL 12, at *{n}. " + "More text. " * 60 for n in (394, 395, 396))
    >>> [text[slice(*page.line)] for page in star_pages(text)]
    ['*394 ', '*395 ', '*396 ']
    """
    found = [
        Number(Span(*mark.span()), int(mark["number"]), "*")
        for mark in _STAR.finditer(text)
        if _PIN_BEFORE.search(text, max(0, mark.start() - 6), mark.start()) is None
    ]
    return sorted(number for series in counting(found) for number in series)
