"""Signals: ``See, e.g.,``, ``but cf.`` before a citation (Indigo Book R4)."""

from __future__ import annotations

import functools
import re

from citeparse.data.phrases import signals, squeeze

__all__ = ["read_signal"]

_LONGEST = 30
_LAST = re.compile(r"[A-Za-z]+(?=\.?$)")
_WORD = re.compile(r"[A-Za-z][A-Za-z.]*")


def read_signal(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return the place of the signal that ends right before ``end``, or None."""
    low = max(floor, end - _LONGEST)
    tail = text[low:end].rstrip(" \t\r\n,*_([“\"\u00a0")
    last = _LAST.search(tail)
    if last is None or last.group().lower() not in _last_words():
        return None
    words = list(_WORD.finditer(tail))[-4:]
    known = signals()
    for word in words:
        start = word.start()
        if squeeze(tail[start:]) in known and not (start and (tail[start - 1].isalnum() or tail[start - 1] in "'’")):
            return low + start, low + len(tail)
    return None


@functools.cache
def _last_words() -> frozenset[str]:
    """The letters with which signals end, so that most places are refused at once."""
    return frozenset("g" if words.endswith("eg") else words.rsplit(" ", 1)[-1] for words in signals())
