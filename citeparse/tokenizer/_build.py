"""Hits with their structure → ① tokens: strings and spans, frozen."""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.data.plain import name_line
from citeparse.span import Piece, Span
from citeparse.tokenizer._hit import FoundName, Hit
from citeparse.tokenizer._page import without_frame
from citeparse.tokenizer.footnote import Footnote
from citeparse.tokens import NameWords, NoteWords, Token

__all__ = ["build"]

_new = tuple.__new__
"""Makes a named tuple without the detour over its own constructor: three for every citation."""


def build(text: str, hits: Sequence[Hit], footnotes: Sequence[Footnote] = ()) -> tuple[Token, ...]:
    """Make the tokens; references between hits become indexes."""
    index = {id(hit): i for i, hit in enumerate(hits)}
    notes = _notes(hits, footnotes)
    return tuple(_token(text, hit, index, notes.get(i)) for i, hit in enumerate(hits))


def _notes(hits: Sequence[Hit], footnotes: Sequence[Footnote]) -> dict[int, NoteWords]:
    """Find the footnote in which each hit stands; both come in order."""
    found: dict[int, NoteWords] = {}
    i = 0
    for number, call, start, end in footnotes:
        words = NoteWords(Piece(number, start, start + len(number)), Span(*call))
        while i < len(hits) and hits[i].start < end:
            if hits[i].start >= start:
                found[i] = words
            i += 1
    return found


def _token(text: str, hit: Hit, index: dict[int, int], note: NoteWords | None) -> Token:
    return hit.form(
        span=_new(Span, (hit.start, hit.end)),
        text=text[hit.start : hit.end],
        full_span=_new(Span, (hit.full_start, hit.full_end)),
        parts={name: _new(Piece, (text[start:end], start, end)) for name, (start, end) in hit.parts.items()},
        series=hit.series,
        pins=tuple([_new(Piece, (text[start:end], start, end)) for start, end in hit.pins]) if hit.pins else (),
        signal=None if hit.signal is None else _piece(text, hit.signal),
        name=None if hit.name is None else _name(text, hit.name),
        docket=None if hit.docket is None else _piece(text, hit.docket),
        court=None if hit.court is None else _piece(text, hit.court),
        date=None if hit.date is None else _piece(text, hit.date),
        parentheticals=tuple(hit.parentheticals),
        parallel=None if hit.parallel is None else index.get(id(hit.parallel)),
        inside=None if hit.inside is None else index.get(id(hit.inside)),
        relation=hit.relation,
        history=hit.history,
        string=None if hit.string is None else index.get(id(hit.string)),
        note=note,
    )


def _piece(text: str, place: tuple[int, int]) -> Piece:
    return _new(Piece, (text[place[0] : place[1]], *place))


def _name(text: str, found: FoundName) -> NameWords:
    words = text[found.start : found.end]
    if "\n" in words:
        words = without_frame(words)
    parties = [None if place is None else _piece(text, place) for place in (found.plaintiff, found.defendant)]
    return NameWords(name_line(words), Span(found.start, found.end), *parties)
