"""Signals and history phrases, ready for look-up."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from citeparse.data._files import table

__all__ = ["SQUEEZED", "history_phrases", "signals", "squeeze"]

SQUEEZED = re.compile(r"[\s\u00a0]+")
_DROPPED = str.maketrans("", "", ".’'`*_,")
_SPELLINGS = ((" rehearing", " rehg"), ("aff d", "affd"), ("rev d", "revd"))


def squeeze(words: str) -> str:
    """Fold a phrase for look-up: lower case, single blanks, no periods, commas, apostrophes or markup.

    >>> squeeze("cert.  denied"), squeeze("Aff’d"), squeeze("See, e.g.,")
    ('cert denied', 'affd', 'see eg')
    """
    return SQUEEZED.sub(" ", words.translate(_DROPPED)).strip().lower()


@functools.cache
def signals() -> frozenset[str]:
    """All signals, squeezed."""
    return frozenset(squeeze(s) for s in table("signals.toml")["signals"])


@functools.cache
def history_phrases() -> Mapping[str, str]:
    """Squeezed history phrase → treatment."""
    return {squeeze(phrase): row["treatment"] for row in table("history.toml")["history"] for phrase in row["phrases"]}
