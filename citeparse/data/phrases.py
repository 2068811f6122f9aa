"""Signals and history phrases, ready for look-up."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from citeparse.data._files import table
from citeparse.data._lazy import lazy

__all__ = ["SQUEEZED", "history_leads", "history_phrases", "printed_signal", "signals", "squeeze", "treatment"]

SQUEEZED = lazy(r"[\s\u00a0]+")
_DROPPED = str.maketrans("", "", ".’'`*_,")


def squeeze(words: str) -> str:
    """Fold a phrase for look-up: lower case, single blanks, no periods, commas, apostrophes or markup.

    >>> squeeze("cert.  denied"), squeeze("Aff’d"), squeeze("See, e.g.,")
    ('cert denied', 'affd', 'see eg')
    """
    return " ".join(words.translate(_DROPPED).split()).lower()


@functools.cache
def signals() -> frozenset[str]:
    """All signals, squeezed."""
    return frozenset(squeeze(s) for s in table("signals.toml")["signals"])


def printed_signal(words: str) -> str:
    """Return a signal in one spelling: lower case, without markup, and no comma but before ``e.g.``

    >>> printed_signal("_See e. g.,_"), printed_signal("But  see")
    ('see, e.g.', 'but see')
    """
    plain = " ".join(words.replace("*", "").replace("_", "").replace(",", "").lower().split())
    return plain.replace("e. g.", "e.g.").replace(" e.g.", ", e.g.")


@functools.cache
def history_phrases() -> Mapping[str, str]:
    """Squeezed history phrase → treatment."""
    return {squeeze(phrase): row["treatment"] for row in table("history.toml")["history"] for phrase in row["phrases"]}


_BEFORE = lazy(
    r"(?:summarily|unanimously|partially|later|subsequently|judgments?|judgt|decision|opinion|order|and|as"
    r"|motion for) ",
)
_AFTER = lazy(
    r" (?:sub nom|in part|in (?:relevant|pertinent) part|on (?:an)?other (?:grounds?|points?)"
    r"|on this (?:grounds?|points?|issue)|mem|per curiam|en banc|in banc|with(?:out)? (?:published )?(?:opinion|op)"
    r"|by statute|as moot|and remanded|on (?:denial of )?(?:rehg|reconsideration|remand|appeal)"
    r"|by (?:summary )?order|in table|at|in|by|to)$",
)
"""Words that qualify a history phrase (Indigo Book R14.1, T14), after or before it."""


def treatment(phrase: str) -> str | None:
    """Return what a squeezed phrase says of the case before it, its qualifications left aside; None for other words.

    >>> treatment("cert denied"), treatment("summarily revd sub nom"), treatment("affd in part and revd in part by")
    ('review denied', 'reversed', 'affirmed')
    """
    known = history_phrases()
    found = known.get(phrase)
    if found is not None or _heads().isdisjoint(phrase.split()):
        return found
    shorter = _AFTER.sub("", _BEFORE.sub("", phrase, count=1))
    if shorter != phrase:
        return treatment(shorter)
    words = phrase.split()
    if words[0] not in _heads() or not _vocabulary().issuperset(words):
        return None
    return next((known[start] for n in range(len(words) - 1, 0, -1) if (start := " ".join(words[:n])) in known), None)


_QUALIFYING = frozenset(
    [
        "summarily", "unanimously", "partially", "later", "subsequently", "judgment", "judgments", "judgt", "decision",
        "opinion", "order", "and", "as", "motion", "sub",
    ],
)


@functools.cache
def history_leads() -> frozenset[str]:
    """The words with which history may begin, qualifications too: most places are refused by the first word."""
    return _heads() | _QUALIFYING


@functools.cache
def _vocabulary() -> frozenset[str]:
    """All words of history phrases: ``affd in part, vacated in part and remanded`` begins with one that is known."""
    return frozenset(word for phrase in history_phrases() for word in phrase.split()) | {"and", "relevant", "issue"}


@functools.cache
def _heads() -> frozenset[str]:
    """The words with which history phrases begin, so that most places are refused at once."""
    return frozenset(phrase.split()[0] for phrase in history_phrases())
