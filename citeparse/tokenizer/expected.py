"""What a text without a citation lacks: ``258 F.3d`` a page, ``F.3d 62`` a volume, ``Cal. Penal Code`` a section."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from citeparse.data import (
    agencies,
    books,
    codes,
    constitutions,
    court_rules,
    journals,
    legislative,
    reporters,
    session_laws,
)
from citeparse.data._lazy import lazy
from citeparse.data._names import NameIndex
from citeparse.span import Span

__all__ = ["Lack", "expected"]

_WORD = lazy(r"(?<![A-Za-z.])(?=[A-Z(§])")
_NUMBER_BEFORE = lazy(r"[0-9_]\S{0,4}\s*[-‐‑–]?\s*$")
_NUMBER_AFTER = lazy(r"[\s,]*[-‐‑–]?\s*(?:at\s+|No\.\s*|¶\s*|§+\s*|[Rr]ules?\s+)?[0-9_*]")
_UNKNOWN = lazy(r"\b[0-9]{1,4}\s+(?P<name>[A-Z][A-Za-z.'’&\s]{0,40}?(?:\s?[2-9](?:d|th))?)\s+[0-9]{1,5}\b")
_VERSUS = lazy(r"\S\s+vs?\.?\s+\S")
_DOCKET = lazy(r"\b(?:Nos?\.\s*)?[0-9]{1,2}[-:][A-Za-z]{1,4}[-.\s]*[0-9]+")

_AFTER = {
    "series": "a page was expected after {name!r}",
    "code": "a section was expected after {name!r}",
    "law": "a page or number was expected after {name!r}",
    "rules": "the number of a rule was expected after {name!r}",
    "charter": "an article or amendment was expected after {name!r}",
    "book": "a section, page or edition was expected after {name!r}",
    "document": "a number was expected after {name!r}",
}
"""What stands after the names of each sort."""


_RESTATEMENTS = tuple(
    (f"Restatement{series} of {subject}", None)
    for series in ("", " (Second)", " (Third)")
    for subject in ("Torts", "Contracts", "Agency", "Property", "Trusts", "Judgments", "Conflict of Laws")
)


class Lack(NamedTuple):
    """What is missing, and where."""

    message: str
    span: Span


def expected(text: str) -> Lack:
    """Return what a text in which no citation was found would need to be one.

    >>> expected("258 F.3d").message, expected("F.3d 62").message
    ("a page was expected after 'F.3d'", "a volume was expected before 'F.3d'")
    >>> expected("258 Foo. 62").message
    "a citation was expected, but 'Foo.' is no reporter, code or journal that is known"
    """
    if not text.strip():
        return Lack("a citation was expected, and the text is empty", Span(0, len(text)))
    known = [(end - at, at, end, sort) for at, end, sort in _known(text)]
    named = _lacking(text, *max(known)[1:]) if known else None
    if named is not None:
        return named
    unknown = _UNKNOWN.search(text) if not known else None
    if unknown is not None:
        message = f"a citation was expected, but {unknown['name']!r} is no reporter, code or journal that is known"
        return Lack(message, Span(*unknown.span("name")))
    if _DOCKET.search(text):
        return Lack("a citation was expected: a docket number needs the name of its case", Span(0, len(text)))
    if _VERSUS.search(text):
        end = len(text.rstrip())
        return Lack("a citation was expected: volume, reporter and page after the name", Span(end, end))
    return Lack("a citation was expected", Span(0, len(text)))


def _lacking(text: str, at: int, end: int, sort: str) -> Lack | None:
    """What the longest known name of a text lacks, None when it lacks nothing that can be told."""
    name = " ".join(text[at:end].split())
    if sort == "series" and not _NUMBER_BEFORE.search(text, max(0, at - 8), at):
        return Lack(f"a volume was expected before {name!r}", Span(at, end))
    if _NUMBER_AFTER.match(text, end):
        return None
    return Lack(_AFTER[sort].format(name=name), Span(end, end))


def _known(text: str) -> Iterator[tuple[int, int, str]]:
    """Places and sorts of the names in a text."""
    for match in _WORD.finditer(text):
        found = _names().longest(text, match.start())
        if found is not None and (len(text[match.start() : found[1]]) > 1):
            yield match.start(), found[1], found[0]


@functools.cache
def _names() -> NameIndex[str]:
    """All names that citations have, with their sort."""
    tables: tuple[tuple[str, Iterable[tuple[str, Any]]], ...] = (
        ("series", reporters.names()), ("series", journals.journal_names()), ("series", journals.annotation_names()),
        ("code", codes.numbered_names()), ("code", codes.first_names()), ("rules", court_rules.rule_names()),
        ("law", session_laws.numbered_laws()), ("law", session_laws.first_laws()),
        ("charter", constitutions.charter_names()), ("book", books.book_titles()), ("book", _RESTATEMENTS),
        ("document", agencies.document_names()), ("document", legislative.report_names()),
    )
    return NameIndex((name, sort) for sort, rows in tables for name, _ in rows)
