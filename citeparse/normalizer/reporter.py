"""Reporters: which editions the printed words of a token can mean (Indigo Book R11.6, T1, T3)."""

from __future__ import annotations

from citeparse.data import _editions, reporters
from citeparse.data._names import fold
from citeparse.data.reporters import Edition
from citeparse.tokens import Token

__all__ = ["editions"]


def editions(token: Token, year: int | None = None) -> tuple[Edition, ...]:
    """Return the candidate editions, narrowed by spelling, then volume, then date; several when the text does not decide."""
    printed = token.parts.get("reporter")
    if printed is None:
        return ()
    known = _editions.reporters().folded.get(fold(printed.text))
    if not known:
        return ()
    volume = token.parts["volume"].text if "volume" in token.parts else None
    return reporters.choose(reporters.plausible(printed.text, known) or known, year, volume=volume)
