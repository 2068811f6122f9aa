"""Documents whose offsets lead into a source with markup, whatever text was read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import attrs

from citeparse.authorities import Authority
from citeparse.document import Document
from citeparse.documents._source import Reading
from citeparse.span import Piece, Span
from citeparse.tokens import Token

__all__ = ["SourceDocument", "moved", "placed"]

T = TypeVar("T")
Move = Callable[[Span], Span]
Find = Callable[[str, Sequence[Token], int], Span | None]

_NO_PLACE = ("str", "str | None", "int", "int | None", "bool")


def moved(value: T, move: Move) -> T:
    """Return a token, or any value that it is made of, with all its spans moved and all its words kept.

    >>> moved((Piece("F.3d", 4, 8), "see", None), lambda span: Span(span.start + 10, span.end + 10))
    (Piece(text='F.3d', start=14, end=18), 'see', None)
    """
    result: Any = value
    if value is None:
        return value
    if isinstance(value, Piece):
        result = Piece(value.text, *move(value.span))
    elif isinstance(value, Span):
        result = move(value)
    elif isinstance(value, tuple):
        result = tuple([moved(item, move) for item in value]) if value else value
    elif isinstance(value, Mapping):
        result = {key: moved(item, move) for key, item in value.items()}
    elif names := _fields(type(result)):  # type: ignore[arg-type]
        changes = {name: moved(held, move) for name in names if (held := getattr(value, name))}
        result = attrs.evolve(result, **changes)
    return result  # type: ignore[no-any-return]


@lru_cache(maxsize=64)
def _fields(kind: Hashable) -> tuple[str, ...]:
    """Names of the fields of a value that may hold a place in the text."""
    if not isinstance(kind, type) or not attrs.has(kind):
        return ()
    return tuple(field.name for field in attrs.fields(kind) if field.type not in _NO_PLACE)


@attrs.frozen
class _Found:
    """Finds a span in the text that was read and tells its place in the source."""

    doc: Document
    reading: Reading
    find: Find

    def __call__(self, text: str, tokens: Sequence[Token], index: int) -> Span | None:  # noqa: ARG002
        span = self.find(self.doc.text, self.doc.tokens, index)
        return None if span is None else self.reading.map.to_source(span)


@attrs.frozen(eq=False, repr=False)
class SourceDocument(Document):
    """A document read from a source with markup: ``text`` is the source, and all offsets lead into it.

    What citations say is what a reader reads: their words are free of markup, their spans may enclose some.

    >>> from citeparse.documents import parse_html
    >>> doc = parse_html("<p>42 U.S.C. &sect; 1983</p>")
    >>> doc.plain, doc.text[slice(*doc.citations[0].span)], doc.inner.citations[0].span
    ('42 U.S.C. § 1983', '42 U.S.C. &sect; 1983', Span(start=0, end=16))
    """

    reading: Reading
    """The text that was read, with the map to the source."""
    inner: Document
    """The document of that text, with offsets into it."""

    @property
    def plain(self) -> str:
        """The text that was read: the source without its markup."""
        return self.inner.text

    @property
    def format(self) -> str:
        """``html``, ``markdown`` or ``pages``."""
        return self.reading.format

    def authority(self, index: int) -> Authority | None:
        """Return what citation ``index`` cites, or None."""
        return self.inner.authority(index)

    def key(self, index: int) -> str | None:
        """Return the key of what citation ``index`` cites, subsections included."""
        return self.inner.key(index)

    def listed(self, index: int) -> tuple[Authority, ...]:
        """Return all authorities that citation ``index`` cites, that by which it is grouped first."""
        return self.inner.listed(index)

    def canonical(self, index: int) -> str:
        """Return the core of citation ``index`` in standard form."""
        return self.inner.canonical(index)

    def court(self, index: int) -> str | None:
        """Return the courts-db id that citation ``index`` tells."""
        return self.inner.court(index)

    def dated(self, index: int) -> tuple[int | None, datetime.date | None]:
        """Return year and day that citation ``index`` prints."""
        return self.inner.dated(index)

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON, with the format of the source; `citeparse.documents.from_dict` reads it back."""
        from citeparse.convert import to_dict

        return {**to_dict(self), "format": self.format}

    def to_json(self) -> str:
        """Return `to_dict` as JSON text."""
        import json

        return json.dumps(self.to_dict())

    def __reduce__(self) -> tuple[Any, ...]:
        return placed, (self.inner, self.reading)


def placed(inner: Document, reading: Reading) -> SourceDocument:
    """Return the document of a text that was read, with offsets into the source."""
    normal = inner.normal._replace(
        sentence=_Found(inner, reading, inner.normal.sentence), quotation=_Found(inner, reading, inner.normal.quotation)
    )
    tokens = tuple([moved(token, reading.map.to_source) for token in inner.tokens])
    return SourceDocument(
        reading.source, tokens, inner.links, normal, reading, inner, known=inner.known, kinds=inner.kinds
    )
