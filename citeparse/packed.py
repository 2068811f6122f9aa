"""Documents as they are pickled: rows of offsets, half as large as the objects and written in half the time.

Words that stand in the text are not repeated; what they mean is worked out again when it is read.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs

from citeparse.document import Document
from citeparse.known import Known
from citeparse.links import Answer
from citeparse.normalizer import normalize
from citeparse.span import Piece, Span
from citeparse.tokens import NameWords, NoteWords, ParentheticalWords, Token

__all__ = ["pack", "unpack"]

Row: TypeAlias = tuple[Any, ...]

_FIELDS = attrs.fields(Token)


def pack(doc: Document) -> tuple[Any, ...]:
    """Return the text, a row for each token and link, what was known beforehand, and the kinds asked for.

    >>> from citeparse import parse
    >>> doc = parse("1 U.S. 1. Id. at 2.")
    >>> unpack(*pack(doc)).tokens == doc.tokens
    True
    """
    text = doc.text
    tokens, links = [_token_row(t, text) for t in doc.tokens], [_link_row(link) for link in doc.links]
    return text, tuple(tokens), tuple(links), doc.known, doc.kinds


def unpack(
    text: str, tokens: tuple[Row | Token, ...], links: tuple[Row | None, ...], known: tuple[Known, ...] = (),
    kinds: frozenset[str] | None = None,
) -> Document:
    """Return the document that was packed."""
    doc = normalize(text, [_token(row, text) for row in tokens], [_link(row) for row in links], known)
    return doc if kinds is None else attrs.evolve(doc, kinds=kinds)


def _token_row(t: Token, text: str) -> Row | Token:
    if attrs.fields(type(t)) is not _FIELDS:  # a class of someone's own, with more to it
        return t
    return (
        type(t), _place(Piece(t.text, *t.span), text), *t.full_span,
        [(name, _place(piece, text)) for name, piece in t.parts.items()],
        [_place(pin, text) for pin in t.pins],
        None if t.name is None else _name_row(t.name, text),
        *[None if piece is None else _place(piece, text) for piece in (t.signal, t.docket, t.court, t.date)],
        [(words.text, *words.span, words.type) for words in t.parentheticals],
        t.series, t.parallel, t.inside, t.relation, t.history, t.string,
        None if t.note is None else (_place(t.note.number, text), *t.note.call),
    )


def _token(row: Row | Token, text: str) -> Token:
    if isinstance(row, Token):
        return row
    form, core, start, end, parts, pins, name, signal, docket, court, date, parentheticals, *others = row
    series, parallel, inside, relation, history, string, note = others
    words, low, high = _piece(core, text)
    token: Token = form(
        span=Span(low, high), text=words, full_span=Span(start, end),
        parts={part: _piece(place, text) for part, place in parts},
        pins=tuple([_piece(place, text) for place in pins]),
        name=None if name is None else _name(name, text),
        signal=signal and _piece(signal, text), docket=docket and _piece(docket, text),
        court=court and _piece(court, text), date=date and _piece(date, text),
        parentheticals=tuple([ParentheticalWords(said, Span(a, b), sort) for said, a, b, sort in parentheticals]),
        series=series, parallel=parallel, inside=inside, relation=relation, history=history, string=string,
        note=None if note is None else NoteWords(_piece(note[0], text), Span(*note[1:])),
    )
    return token


def _name_row(name: NameWords, text: str) -> Row:
    parties = [None if party is None else _place(party, text) for party in (name.plaintiff, name.defendant)]
    return (name.text, *name.span, *parties)


def _name(row: Row, text: str) -> NameWords:
    words, start, end, plaintiff, defendant = row
    return NameWords(
        words, Span(start, end), plaintiff and _piece(plaintiff, text), defendant and _piece(defendant, text)
    )


def _place(piece: Piece, text: str) -> Row:
    """Return where the words stand, and the words too where the text has others."""
    words, start, end = piece
    return (start, end) if text[start:end] == words else (start, end, words)


def _piece(place: Row, text: str) -> Piece:
    if len(place) == 2:
        start, end = place
        return Piece(text[start:end], start, end)
    return Piece(place[2], place[0], place[1])


def _link_row(link: Answer) -> Row | None:
    return None if link is None else (type(link), *attrs.astuple(link, recurse=False))


def _link(row: Row | None) -> Answer:
    if row is None:
        return None
    form, *values = row
    link: Answer = form(*values)
    return link
