"""Pin cites as typed values (Indigo Book R11.7, R5, R12.4.1, R18.2, R24.2.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from citeparse.span import Piece, Span

__all__ = ["Pin", "read_pin", "read_pins"]

_DASH = re.compile(r"\s*[-‐‑–—−~]+\s*")
_FOOTNOTE = re.compile(
    r"\s*,?\s*(?:&|and)?\s*\b(?:nn?|fns?|notes?)\.?\s*"
    r"([0-9]{1,4}[a-z]?(?:\([0-9A-Za-z]{1,3}\)){0,4}(?:\s*(?:-|,|&)\s*(?:nn?\.\s*)?[0-9]{1,4}[a-z]?)*)\s*$"
)
_TAIL = re.compile(r",?\s*\b(passim|et\s+seqq?\.?)\s*$")
_COMMENT = re.compile(
    r",?\s*\b(?:[Cc]m?ts?\.|[Cc]omments?\b|[Aa]pp(?:\.|lication))\s*\[?((?:[0-9]{1,3}|[A-Za-z]{1,2})(?:\s*(?:-|,|&|and)\s*(?:[0-9]{1,3}|[A-Za-z]{1,2}))*)?\]?\s*$"
)
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b)\s*")
_SIGN = re.compile(r"(?:(¶\s*¶|¶+|[Pp]aras?\.|[Pp]aragraphs?\b)|(§\s*§|§+)|(cls?\.))\s*")
_RANGE = re.compile(r"([*]*[0-9A-Za-z.:()]+?)-[¶§\s]*([*]*[0-9A-Za-z.:()]+)$")
_WORD = re.compile(r"(?![ivxlc]+$)[A-Za-z]{3}")
_SPACES = re.compile(r"\s+")
_WITHIN = re.compile(r"\s+|nn?\.")
_DOUBLED = re.compile(r"¶\s?¶|§\s?§|[Pp]aras\.|[Pp]aragraphs|cls\.")
"""Signs of several places."""
_PAGED = re.compile(r"\b(?:at|pp?\.|pages?)\s")
_KINDS = ("page", "paragraph", "section", "clause")

_PRINTED = {
    "page": ("", ""), "star_page": ("*", "*"), "line": ("", ""), "paragraph": ("¶ ", "¶¶ "), "section": ("§ ", "§§ "),
    "clause": ("cl. ", "cls. "),
}
"""What stands before one place of a kind, and before several."""


@attrs.frozen
class Pin:
    """A place inside an authority.

    >>> read_pin(Piece("258–59 n.4", 0, 10))
    Pin(kind='page', start='258', end='259', footnote='4', comment=None, tail=None)
    >>> str(read_pin(Piece("*12–*13", 0, 7)))
    '*12-13'
    """

    kind: str
    """``page``, ``star_page``, ``paragraph``, ``section``, ``subsection``, ``clause``, ``line`` (page:line),
    ``footnote``, ``comment``, ``part`` (``illus. 2``, ``Reporter's Note``), ``syllabus`` or ``passim``."""
    start: str
    """First page, paragraph, section or ``page:line``; empty for a footnote or comment alone and for ``passim``."""
    end: str | None = None
    """Last one of a range, dropped digits restored; None when it is no range."""
    footnote: str | None = None
    """Footnote number or numbers: ``4``, ``4-5``."""
    comment: str | None = None
    """Letter or number of a comment, or several: ``e``, ``c, d`` (Restatements, model rules); empty in ``cmt. n.3``."""
    tail: str | None = None
    """``passim`` or ``et seq.`` after a place."""
    printed: str = attrs.field(default="", repr=False, eq=False)
    """The words as printed."""
    span: Span = attrs.field(default=Span(0, 0), repr=False, eq=False)
    """Their place in the text."""

    def __str__(self) -> str:
        one, several = _PRINTED.get(self.kind, ("", ""))
        body = self.start if self.end is None else f"{self.start}-{self.end}"
        body = (one if self.end is None and "," not in body else several) + body
        words = [body] if self.start else []
        if self.comment is not None:
            listed = self.comment.replace(", ", " & ")
            words.append(f"{'cmts.' if _several(listed) else 'cmt.'} {listed}".rstrip())
        if self.footnote:
            words.append(f"{'nn' if _several(self.footnote) else 'n'}.{self.footnote}")
        return " ".join([*words, self.tail] if self.tail else words)


def _several(notes: str) -> bool:
    return any(sign in notes for sign in ",&-")


def read_pin(piece: Piece) -> Pin:
    """Return the words of a pin as a value."""
    if piece.text.isdigit():
        return Pin("page", piece.text, printed=piece.text, span=piece.span)
    words, tail = _cut(_DASH.sub("-", piece.text).replace("’", "'"), _TAIL)
    words, footnote = _cut(words, _FOOTNOTE)
    noted = _COMMENT.search(words)
    words, comment = _cut(words, _COMMENT)
    if tail is not None:
        tail = "passim" if tail == "passim" else "et seq."
    footnote, comment = _listed(footnote), _listed(comment) if comment else "" if noted else None
    kind, words = _kind(words.strip())
    if not words:
        kind = "comment" if comment is not None else "footnote" if footnote else tail if tail == "passim" else kind
    between = _RANGE.match(words) if kind != "syllabus" else None
    start, end = (between.group(1), between.group(2)) if between else (_SPACES.sub(" ", words), None)
    if end is not None and kind != "section":
        end = _restored(start, end)
    return Pin(kind, start, end, footnote, comment, tail, piece.text, piece.span)


def read_pins(text: str, pieces: Sequence[Piece]) -> tuple[Pin, ...]:
    """Return the pins of a citation; a number after a doubled sign is of the kind that the sign says.

    >>> text = "2015-Ohio-123, ¶¶ 5-6, 9"
    >>> [pin.kind for pin in read_pins(text, [Piece("¶¶ 5-6", 15, 21), Piece("9", 23, 24)])]
    ['paragraph', 'paragraph']
    """
    pins = [read_pin(piece) for piece in pieces]
    if len(pins) < 2:
        return tuple(pins)
    doubled = False
    for place, pin in enumerate(pins):
        doubled = pin.kind == "page" and doubled and not _PAGED.search(text, pins[place - 1].span.end, pin.span.start)
        if doubled:
            pins[place] = attrs.evolve(pin, kind=pins[place - 1].kind)
        doubled = doubled or _DOUBLED.match(pin.printed) is not None
    return tuple(pins)


def _listed(words: str | None) -> str | None:
    """Join the members of a list by commas: ``4 & 6`` → ``4, 6``."""
    return None if words is None else ", ".join(_WITHIN.sub("", word) for word in _BETWEEN.split(words))


def _cut(words: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    """Cut off the end that the pattern finds, and return what it names."""
    found = pattern.search(words)
    return (words[: found.start()], found.group(1)) if found else (words, None)


def _kind(words: str) -> tuple[str, str]:
    """Return the kind of place, and the words without its sign."""
    if words.endswith("syllabus"):
        return "syllabus", words
    sign = _SIGN.match(words)
    if sign is not None:
        return _KINDS[sign.lastindex or 0], words[sign.end() :]
    if "*" in words:
        return "star_page", words.replace("*", "")
    if words.startswith("("):
        return "subsection", words
    return ("line" if ":" in words else "part" if _WORD.match(words) else "page"), words


def _restored(start: str, end: str) -> str:
    """``258-59`` is 258 to 259 (Indigo Book R5.1.2)."""
    if start.isdigit() and end.isdigit() and len(end) < len(start):
        return start[: len(start) - len(end)] + end
    return end
