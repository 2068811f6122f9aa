"""Signals: ``See, e.g.,``, ``but cf.`` before a citation (Indigo Book R4)."""

from __future__ import annotations

import functools
import re

from citeparse.data._lazy import lazy
from citeparse.data.phrases import signals, squeeze

__all__ = ["read_far_signal", "read_signal"]

_LONGEST = 30
_LONGEST_PASSED = 70
_OPEN = ' \t\r\n,*_([“"\u00a0'
_PASSED = lazy(
    r"""
    (?: \[[^\[\]]{3,30}\]
      | (?<=[\s,])(?:the\s)?(?:cases|authorities|decisions|opinions?|discussion|dissent)
        (?:\s(?:cited|collected|discussed))?\sin
    )\s{0,3}$
    """,
    re.VERBOSE,
)
"""What may stand between a signal and a name: the document's own page, ``cases cited in``."""
_FAR = 260
_OPENING = lazy(r"(?:(?<=[.;:?!”\")\]])[0-9]{0,2}\s{1,4}|\(|^)[*_]{0,2}(?=[A-Za-z])")
_WORDS_OF_SIGNAL = lazy(
    r"(?:[Ss]ee|[Bb]ut|[Cc]f|[Aa]ccord|[Ee]\.\s?g|[Cc]ontra|[Cc]ompare|[Aa]nd see)\b[.,]?"
    r"(?:\s(?:also|generally|see|cf)\b[.,]?)?(?:\s?e\.\s?g\.)?",
)
_SENTENCE = lazy(r"[a-z”)][.?!][”\"]?\s+[A-Z]")
_WORD = lazy(r"[A-Za-z][A-Za-z.]*")


def read_signal(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return the place of the signal that ends right before ``end``, or None."""
    low = max(floor, end - _LONGEST)
    tail = text[low:end].rstrip(_OPEN)
    if tail[-1:] == "]" or tail[-3:] == " in":
        passed = _PASSED.search(text, max(floor, end - _LONGEST_PASSED), end)
        if passed is not None:
            low = max(floor, passed.start() - _LONGEST)
            tail = text[low : passed.start()].rstrip(_OPEN)
    if tail.removesuffix(".")[-2:].lower() not in _endings():
        return None
    words = list(_WORD.finditer(tail))[-4:]
    known = signals()
    for word in words:
        start = word.start()
        if squeeze(tail[start:]) in known and not (start and (tail[start - 1].isalnum() or tail[start - 1] in "'’")):
            return low + start, low + len(tail)
    return None


def read_far_signal(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return the signal before author, title or act: ``See Act of 1990, Pub. L. No. …``."""
    low = max(floor, end - _FAR)
    found: tuple[int, int] | None = None
    for match in _OPENING.finditer(text, low, end):
        words = _WORDS_OF_SIGNAL.match(text, match.end(), end)
        if words is None:
            continue
        stop = words.end()
        while squeeze(text[words.start() : stop]) not in signals():
            stop = text.rfind(" ", words.start(), stop)
            if stop < 0:
                break
        else:
            found = words.start(), words.start() + len(text[words.start() : stop].rstrip(" ,"))
    if found is None or _SENTENCE.search(text, found[1] + 2, end):
        return None
    return found


@functools.cache
def _endings() -> frozenset[str]:
    """The last two characters of signals, a last period aside, so that most places are refused at once."""
    return frozenset([".g", " g"] + [words[-2:] for words in signals()])
