"""Books by title: what their names are and how they are cited (Indigo Book R28 to R30). The table is ``books.toml``."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from citeparse.data._files import table

__all__ = ["Book", "TitleWords", "book_titles", "title_words"]

_AND = ((" and ", " & "), (" & ", " and "))
_ARTICLES = ("The ", "A ", "An ")


@attrs.frozen
class Book:
    """One title."""

    title: str
    """Standard form: ``Black's Law Dictionary``."""
    by: str
    """``section``, ``page``, ``subject`` or ``number``."""
    short: bool = False
    """Whether the name stands for the book only before a section: ``Nimmer § 2.01``."""


class TitleWords(NamedTuple):
    """Words that tell titles of books from other names, in lower case."""

    foreign: frozenset[str]
    """Words of codes, laws, headings and documents: ``code``, ``exhibit``."""
    telling: frozenset[str]
    """Words of books: ``treatise``, ``torts``."""
    small: frozenset[str]
    """Words that titles print in lower case."""
    signals: frozenset[str]
    """Words before an author."""
    leads: frozenset[str]
    """Words of prose before a title."""
    particles: frozenset[str]
    """Small words that begin surnames."""


@functools.cache
def title_words() -> TitleWords:
    """Load the words, from ``book_words.toml``."""
    raw = table("book_words.toml")
    return TitleWords(**{name: frozenset(raw[name].split()) for name in TitleWords._fields})


@functools.cache
def book_titles() -> tuple[tuple[str, Book], ...]:
    """Return all spellings of all titles."""
    rows: list[tuple[str, Book]] = []
    for group in table("books.toml")["book"]:
        by = group["by"]
        for title in group["titles"]:
            book = Book(title, by)
            rows += [(name, book) for name in _spellings(title)]
            rows += [(name, book) for given in group.get("names", {}).get(title, ()) for name in _spellings(given)]
        for title, names in group.get("short", {}).items():
            rows += [(name, Book(title, by, short=True)) for name in names]
    return tuple(rows)


def _spellings(title: str) -> Iterator[str]:
    """Yield a title without its article, and with ``&`` for ``and``."""
    bare = next((title.removeprefix(article) for article in _ARTICLES if title.startswith(article)), title)
    yield bare
    for ours, theirs in _AND:
        if ours in bare:
            yield bare.replace(ours, theirs)
