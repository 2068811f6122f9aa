"""``Id.``, ``Ibid.``, ``supra``: words that point back (Indigo Book R6.2.2, R6.2.3, R15.3)."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import IdToken, ReferenceToken, SupraToken

__all__ = ["ID", "REFERENCE", "SUPRA"]

_ID_END = lazy(
    r"""
    \.(?![0-9]) | ,(?=\s(?:at\s|¶|§))
  | [ \t\u00a0]\.(?=\s{1,40}(?:at\s|[A-ZÂ0-9§¶(“"\[])|[)\];,”"]|\s{0,40}\Z)   # Id . without its italics
    """,
    re.VERBOSE,
)
_CROSS_REFERENCE = lazy(
    r",?\s{1,3}(?:Parts?|parts?|[Ss]ections?|[Ss]ecs?\.|§|pp?\.|pages?|text|at\s+n|[Ff]igs?\.|[Tt]ables?|¶|[IVX]+[.,;)])(?![a-z])"
)
_OF_A_WORK = lazy(r"[A-Za-z.’'”)]\s{0,2},\s{1,160}[*_]?$")
"""``Hazen, ``: a work whose section is cited, not a section of the document itself."""
_SECTION = lazy(r",?\s{1,160}§")
_GLUE = frozenset("_-/>\\@$%#=.")
"""What joins the word to a longer name: ``accessible_id.``, ``src/id.c``."""
_WORD_BEFORE = lazy(r"(?<![\w’'])([A-Za-z]{1,20})[ \t]{1,3}$")
_INTRODUCES = frozenset((
    "see", "also", "cf", "accord", "contra", "compare", "with", "generally", "quoting", "citing", "quoted", "cited",
    "and", "but", "or", "under", "at", "in", "by", "to", "of", "per", "eg", "discussing", "interpreting", "following",
    "from", "on", "as", "is", "than", "that", "if",
))
"""Words after which ``id.`` may stand in the middle of a sentence."""
_NOTE = lazy(r",?\s{1,3}(?:notes?|nn?\.|fn\.)\s{0,3}([0-9]{1,4})")


def read_id(anchor: Anchor) -> Hit | None:
    """``Id.`` (Indigo Book R15.3), also ``Ibid.``, ``ibid`` and ``ib.``"""
    text, start, end = anchor.text, anchor.start, anchor.end
    word = text[start:end]
    stop = _ID_END.match(text, end)
    if stop is None and word.lower() != "ibid":
        return None
    if word in ("id", "ID", "ib") and _in_sentence(text, start, end):
        return None
    return Hit(IdToken, start, stop.end() if stop else end, {})


def _in_sentence(text: str, start: int, end: int) -> bool:
    """``the process id. Then``, ``self.id.``: the word for a number, which ends a sentence or is part of a name."""
    if text[start - 1 : start] in _GLUE or text[end + 1 : end + 2].isalnum():
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return before is not None and before.group(1).lower() not in _INTRODUCES


def read_supra(anchor: Anchor) -> Hit | None:
    """``Wade, supra`` (Indigo Book R6.2.3); ``supra Part II`` points into the document itself and is no citation."""
    text, start, end = anchor.text, anchor.start, anchor.end
    parts: dict[str, tuple[int, int]] = {}
    hit = Hit(SupraToken, start, end, parts)
    note = _NOTE.match(text, end)
    if note is not None:
        parts["note"] = note.span(1)
        hit.tail = note.end()
    elif _CROSS_REFERENCE.match(text, end) and not _of_a_work(text, start, end, anchor.floor):
        return None
    return hit


def _of_a_work(text: str, start: int, end: int, floor: int) -> bool:
    """Whether a section after ``supra`` is one of a work named before it: ``Nimmer, supra, § 14.02``."""
    return bool(_SECTION.match(text, end)) and bool(_OF_A_WORK.search(text, max(floor, start - 40), start))


_NAME_BEFORE = lazy(r"(?<![\w.])([A-Z][\w’'-]{0,40}\.?),?\s{1,3}\(?$")


def read_reference(anchor: Anchor) -> Hit | None:
    """``Lynch at 468``: a short name with a pin and no reporter; kept when the text has cited or defined that name.

    The last word is read here; `Memory.widen` finds where a name of several words begins.
    """
    text, start = anchor.text, anchor.start
    low = max(anchor.floor, start - 44)
    before = _NAME_BEFORE.search(text, low, start)
    if before is None:
        return None
    begin, end = before.span(1)
    hit = Hit(ReferenceToken, begin, end, {"name": (begin, end)})
    hit.tail = start
    return hit


ID = Rule(name="id", read=read_id, words=("Id", "id", "Ibid", "ibid", "ID", "IBID", "Ib", "ib"))
SUPRA = Rule(name="supra", read=read_supra, words=("supra", "Supra", "SUPRA"))
REFERENCE = Rule(name="reference", read=read_reference, pattern=r"at(?=\s(?:pp?\.\s?)?[0-9*¶])")
