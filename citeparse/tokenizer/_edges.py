"""Whether a citation stands at the edge of its text: what may be left out in running text may be all that there is."""

from __future__ import annotations

__all__ = ["begins_text", "ends_text"]

MARGIN = 200
"""An edge is no further away than so many characters, so that no text is looked through for each of its citations."""


def begins_text(text: str, at: int) -> bool:
    """Whether only white space stands before ``at``."""
    return at <= MARGIN and not text[:at].strip()


def ends_text(text: str, at: int) -> bool:
    """Whether only white space and a period stand from ``at`` on."""
    return len(text) - at <= MARGIN and not text[at:].strip(" \t\r\n.")
