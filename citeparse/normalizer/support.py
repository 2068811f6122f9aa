"""What a citation supports: the sentence that it belongs to, and the quotation that it is the source of.

A citation sentence supports the sentence before it, a citation clause the sentence in which it stands (Indigo Book
R3); a citation right after a closing quotation mark, or in a ``quoting`` parenthetical, is the quotation's source.
"""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.data._lazy import lazy
from citeparse.data.case_names import name_words
from citeparse.span import Span
from citeparse.tokens import Token

__all__ = ["quotation_of", "sentence_of"]

LONGEST = 3000
"""Sentences and quotations are looked for in so many characters."""

_BEFORE = ' \t\r\n([“"*_'
_AFTER = ' \t\r\n.;,)]”"*_'
_CLOSING = "”\"')]"
"""Signs between a sentence and the citations that follow it."""

DEEPEST = 12
"""Parentheticals in parentheticals are followed so far."""

MOST = 12
"""Citations in a row that may stand between a citation and the sentence that it supports."""

_END = lazy(r"[.?!][”\"’')\]]{0,3}[0-9]{0,3}(?=\s+[A-Z“\"‘\[(§¶*_]|\s*$|\s*\n\s*\n)|\n[ \t]*\n")
_WORD_BEFORE = lazy(r"([A-Za-z][A-Za-z.’']*)$")
_AFTER_QUOTE = lazy(r"(?:[”\"])[.,;]?[0-9]{0,3}[\s(\[*_]*$")
_OPENINGS = {"”": "“", '"': '"'}


def sentence_of(text: str, tokens: Sequence[Token], index: int) -> Span | None:
    """Return the sentence that citation ``index`` supports, without the citations that follow it."""
    host = _top(tokens, index)
    start = tokens[host].full_span.start
    begin = _boundary_before(text, tokens, host, start)
    for _ in range(MOST):
        if host == 0 or text[begin:start].strip(_BEFORE):
            break
        host = _top(tokens, host - 1)
        if tokens[host].full_span.end > begin or begin - tokens[host].full_span.end > LONGEST:
            break
        if text[tokens[host].full_span.end : begin].strip(_AFTER):
            break
        start = tokens[host].full_span.start
        begin = _boundary_before(text, tokens, host, start)
    if not text[begin:start].strip(_BEFORE):
        end = begin
        words = text[max(0, end - LONGEST) : end].rstrip().rstrip("0123456789").rstrip("”\"’')]").rstrip(".?!")
        begin = _boundary_before(text, tokens, host, max(0, end - LONGEST) + len(words))
        return _trimmed(text, begin, end)
    return _trimmed(text, begin, _boundary_after(text, tokens, index))


def _top(tokens: Sequence[Token], index: int) -> int:
    """The citation on which this one hangs: its parallel group's first, its host, its string's first, and so on."""
    for _ in range(DEEPEST):
        token = tokens[index]
        above = next((i for i in (token.parallel, token.inside, token.string) if i is not None), None)
        if above is None:
            break
        index = above
    return index


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    words = text[begin:end]
    left = len(words) - len(words.lstrip())
    return Span(begin + left, begin + len(words.rstrip())) if words.strip() else None


def _boundary_before(text: str, tokens: Sequence[Token], host: int, at: int) -> int:
    """Return where the sentence that reaches ``at`` begins."""
    low = max(0, at - LONGEST)
    begin = low
    for match in _END.finditer(text, low, at):
        if _is_end(text, match.start()) and not _covered(tokens, host, match.start()):
            begin = match.end()
    return begin


def _boundary_after(text: str, tokens: Sequence[Token], index: int) -> int:
    at = tokens[index].full_span.end
    high = min(len(text), at + LONGEST)
    for match in _END.finditer(text, at, high):
        if _is_end(text, match.start()) and not _covered(tokens, index + 1, match.start()):
            return match.end()
    return high


def _is_end(text: str, at: int) -> bool:
    """Whether the stop at ``at`` ends a sentence and no abbreviation."""
    if text[at] != ".":
        return True
    word = _WORD_BEFORE.search(text, max(0, at - 20), at)
    if word is None:
        return True
    stem = word.group(1).lower().replace("’", "'")
    return not (stem in name_words().abbreviations or "." in stem)


def _covered(tokens: Sequence[Token], around: int, at: int) -> bool:
    """Whether a neighbour's citation covers the stop."""
    near = tokens[max(0, around - 12) : around + 12]
    return any(t.full_span.start <= at < t.full_span.end - 1 for t in near)


def quotation_of(text: str, tokens: Sequence[Token], index: int) -> Span | None:
    """Return the quotation, its marks included, that citation ``index`` is the source of."""
    host = index
    for _ in range(DEEPEST):
        above = _quoted_by(tokens[host])
        if above is None:
            break
        host = above
    start = tokens[host].full_span.start
    found = _AFTER_QUOTE.search(text, max(0, start - 12), start)
    if found is None:
        return _block_before(text, start)
    close = found.start()
    opening = _opening_of(text, close)
    return Span(opening, close + 1) if opening is not None else None


def _quoted_by(token: Token) -> int | None:
    """The citation whose quotation is also this one's: the first of its parallel group, or that which quotes it."""
    if token.parallel is not None:
        return token.parallel
    return token.inside if token.relation == "quoting" else None


def _opening_of(text: str, close: int) -> int | None:
    """Return the mark that opens the quotation closed at ``close``."""
    mark = _OPENINGS[text[close]]
    low = max(0, close - LONGEST)
    if mark == '"':
        at = text.rfind('"', low, close)
        return at if at >= 0 else None
    depth = 0
    for at in range(close, low - 1, -1):
        if text[at] == "”":
            depth += 1
        elif text[at] == "“":
            depth -= 1
            if depth == 0:
                return at
    return None


def _block_before(text: str, start: int) -> Span | None:
    """Return a block quotation (lines with ``>`` or indented further than the citation) that ends right before."""
    low = max(0, start - LONGEST)
    lines = text[low:start].splitlines(keepends=True)
    at = start - (len(lines[-1]) if lines and not lines[-1].endswith("\n") else 0)
    if lines and not lines[-1].endswith("\n") and lines.pop().strip():
        return None
    end: int | None = None
    begin = at
    for line in reversed(lines):
        quoted = line.startswith(("> ", "    ", "\t"))
        if line.strip() and not quoted:
            break
        if line.strip():
            end = end if end is not None else begin
            begin -= len(line)
        elif end is None:
            begin -= len(line)
        else:
            break
    return _trimmed(text, begin, end) if end is not None else None
