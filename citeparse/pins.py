"""Pin cites as typed values (Indigo Book R11.7, R5, R12.4.1, R24.2.2)."""

from __future__ import annotations

import re

import attrs

from citeparse.span import Piece, Span

__all__ = ["Pin", "read_pin"]

_DASH = re.compile(r"\s*[-‐‑–—−~]+\s*")
_FOOTNOTE = re.compile(r"\s*(?:,|&|and)?\s*\b(?:nn?|fns?|notes?)\.?\s*([0-9]{1,4}(?:\s*(?:-|,|&)\s*[0-9]{1,4})?)\s*$")
_SIGN = re.compile(r"^(¶\s*¶|¶+|§\s*§|§+|[Pp]aras?\.|[Pp]aragraphs?)\s*")
_RANGE = re.compile(r"^([*]*[0-9A-Za-z.:()]+?)-[¶\s]*([*]*[0-9A-Za-z.:()]+)$")


@attrs.frozen
class Pin:
    """A place inside an authority.

    >>> read_pin(Piece("258–59 n.4", 0, 10))
    Pin(kind='page', start='258', end='259', footnote='4')
    """

    kind: str
    """``page``, ``star_page``, ``paragraph``, ``section``, ``line`` (page:line) or ``footnote``."""
    start: str
    """First page, paragraph, section or ``page:line``; empty for a footnote alone."""
    end: str | None = None
    """Last one of a range, dropped digits restored; None when it is no range."""
    footnote: str | None = None
    """Footnote number or numbers."""
    printed: str = attrs.field(default="", repr=False, eq=False)
    """The words as printed."""
    span: Span = attrs.field(default=Span(0, 0), repr=False, eq=False)
    """Their place in the text."""

    def __str__(self) -> str:
        sign = {"paragraph": "¶ ", "section": "§ ", "star_page": "*"}.get(self.kind, "")
        if self.end is not None and sign in ("¶ ", "§ "):
            sign = sign[0] + sign
        body = self.start if self.end is None else f"{self.start}-{self.end}"
        note = f"n.{self.footnote}" if self.footnote else ""
        return f"{sign}{body} {note}".strip()


def read_pin(piece: Piece) -> Pin:
    """Turn a printed pin into its value; whatever is printed gives a value."""
    words = _DASH.sub("-", piece.text)
    note = _FOOTNOTE.search(words)
    footnote = note.group(1) if note else None
    if note:
        words = words[: note.start()]
    sign = _SIGN.match(words)
    kind = "page"
    if sign:
        kind = "section" if sign.group(1).startswith("§") else "paragraph"
        words = words[sign.end() :]
    elif words.startswith("*"):
        kind, words = "star_page", words.replace("*", "")
    elif ":" in words:
        kind = "line"
    elif not words and footnote:
        kind = "footnote"
    between = _RANGE.match(words)
    start, end = (between.group(1), between.group(2)) if between else (words.strip(), None)
    if end is not None and kind != "section":
        end = _restored(start, end)
    return Pin(kind, start, end, footnote, piece.text, piece.span)


def _restored(start: str, end: str) -> str:
    """``258-59`` is 258 to 259 (Indigo Book R5.1.2)."""
    if start.isdigit() and end.isdigit() and len(end) < len(start):
        return start[: len(start) - len(end)] + end
    return end
