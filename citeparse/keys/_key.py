"""A key in its steps."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Key", "named"]


class Key(NamedTuple):
    """``/us/usc/t42/s1983``."""

    place: str
    """``us``, ``us-ny``."""
    family: str
    """``case``, ``usc``."""
    rest: tuple[str, ...]
    """``t42``, ``s1983``."""


_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on"))
"""Words that names print in small letters."""


def named(words: str) -> str:
    """Return the name of which a slug was made.

    >>> named("first-step-act")
    'First Step Act'
    """
    return " ".join(word if word in _SMALL else word.capitalize() for word in words.split("-"))
