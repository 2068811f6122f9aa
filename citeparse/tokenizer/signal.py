"""Signals: ``See, e.g.,``, ``but cf.`` before a citation (Indigo Book R4)."""

from __future__ import annotations

import re

from citeparse.data.phrases import signals, squeeze

__all__ = ["read_signal"]

_LONGEST = 30
_WORD = re.compile(r"[A-Za-z][A-Za-z.]*")


def read_signal(text: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return the place of the signal that ends right before ``end``, or None."""
    low = max(floor, end - _LONGEST)
    tail = text[low:end].rstrip(" \t\r\n,*_([“\"\u00a0")
    if not tail or not (tail[-1].isalpha() or tail[-1] == "."):
        return None
    words = list(_WORD.finditer(tail))[-4:]
    known = signals()
    for first in range(len(words)):
        start = words[first].start()
        if squeeze(tail[start:]) in known:
            if start and (tail[start - 1].isalnum() or tail[start - 1] in "'’"):
                continue
            return low + start, low + len(tail)
    return None
