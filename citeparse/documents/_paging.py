"""On which page an offset lies: form feeds, star pages, page starts, or whatever the caller can tell."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import attrs

from citeparse.document import Document
from citeparse.documents._moved import SourceDocument
from citeparse.documents._series import star_pages

__all__ = ["PageMap", "Pages", "page_map"]

Pages = Literal["form_feeds", "stars"] | Callable[[int], object] | Sequence[int] | Sequence[tuple[int, object]]
"""Ways to tell where pages begin; see `table_of_authorities`."""

_NEAR = 3
"""A page number belongs to a series when it is at most so much higher than the one before: some marks get lost."""


@attrs.frozen
class PageMap:
    """Pages by the offsets at which they begin.

    >>> PageMap((0, 100), ("iv", "v"))(99)
    'iv'
    """

    starts: tuple[int, ...]
    labels: tuple[str, ...]

    def __call__(self, offset: int) -> str:
        return self.labels[max(0, bisect.bisect_right(self.starts, offset) - 1)]


def page_map(doc: Document, pages: Pages | None, first: int) -> Callable[[int], object] | None:
    """Return the function from offset to page, None when nothing tells pages.

    Raises `ValueError` when ``pages`` is a word that names no way to tell them.
    """
    if pages is None:
        stars = _of_source(doc)
        if stars:
            return _printed(doc, stars)
        return _numbered(_feeds(doc.text), first) if "\f" in doc.text else None
    if isinstance(pages, str):
        return _told(doc, pages, first)
    return pages if callable(pages) else _given(list(pages), first)


def _told(doc: Document, pages: str, first: int) -> Callable[[int], str] | None:
    """Pages as the document itself tells them."""
    if pages == "form_feeds":
        return _numbered(_feeds(doc.text), first)
    if pages == "stars":
        return _printed(doc, _of_source(doc) or _of_text(doc))
    raise ValueError(f"pages are 'form_feeds', 'stars', offsets or a function, not {pages!r}")


def _given(pages: Sequence[int | tuple[int, object]], first: int) -> PageMap:
    """Pages as the caller lists them: where they begin, with or without their labels."""
    labelled = sorted((page for page in pages if not isinstance(page, int)), key=lambda page: page[0])
    if not labelled:
        return _numbered(sorted(page for page in pages if isinstance(page, int)), first)
    return PageMap(tuple(start for start, _ in labelled), tuple(str(label) for _, label in labelled))


def _numbered(starts: Sequence[int], first: int) -> PageMap:
    """Pages that count from ``first``; the first one begins with the text."""
    whole = tuple(starts) if starts and starts[0] <= 0 else (0, *starts)
    return PageMap(whole, tuple(str(first + i) for i in range(len(whole))))


def _feeds(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\f", text))]


def _printed(doc: Document, marks: Sequence[tuple[int, str]]) -> Callable[[int], str] | None:
    """Pages by their printed numbers; a footnote is on the page of its mark, wherever the source has put it."""
    pages = _series(marks)
    notes = doc.reading.notes if isinstance(doc, SourceDocument) else ()
    if pages is None or not notes:
        return pages
    starts = [note.start for note in notes]

    def page(offset: int) -> str:
        i = bisect.bisect_right(starts, offset) - 1
        return pages(notes[i].mark if i >= 0 and offset < notes[i].end else offset)

    return page


def _of_source(doc: Document) -> list[tuple[int, str]]:
    return [(page.start, page.label) for page in doc.reading.pages] if isinstance(doc, SourceDocument) else []


def _of_text(doc: Document) -> list[tuple[int, str]]:
    """Star pages printed in a plain text: ``*394``."""
    return [(page.line.start, str(page.number)) for page in star_pages(doc.text)]


def _series(marks: Iterable[tuple[int, str]]) -> PageMap | None:
    """Return the longest series of page numbers; opinions printed in two reporters carry the pages of both."""
    series: list[list[tuple[int, str]]] = []
    for start, label in marks:
        if not label.isdigit():
            continue
        fitting = [one for one in series if 0 < int(label) - int(one[-1][1]) <= _NEAR]
        if fitting:
            min(fitting, key=lambda one: int(label) - int(one[-1][1])).append((start, label))
        elif len(series) < _NEAR * _NEAR:
            series.append([(start, label)])
    if not series:
        return None
    longest = max(series, key=len)
    before = str(max(1, int(longest[0][1]) - 1))
    return PageMap((0, *(start for start, _ in longest)), (before, *(label for _, label in longest)))
