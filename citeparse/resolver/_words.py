"""Names folded to words, and when a short name stands for a long one (Indigo Book R15.2.3, R6.2.3).

``Liberty Lobby`` is a party of ``Anderson v. Liberty Lobby, Inc.``; ``McNabb v. U.S.`` is ``McNabb v. United States``;
``United States`` alone names no case.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokens import NameWords

__all__ = ["EXACT", "PARTY", "WITHIN", "Name", "agreement", "fold_words", "telling", "without_numeral"]

EXACT = 3
"""The whole name, a whole party or a defined short name."""
PARTY = 2
"""The first words of a party."""
WITHIN = 1
"""Words of the name, in any place."""

_WORD = lazy(r"[a-z0-9][a-z0-9'.]*")
_PLAIN = str.maketrans("", "", "'.")
_LEAD = lazy(
    r"(?:in\s+re|ex\s+parte|(?:in\s+the\s+)?(?:matter|interest|estate|marriage)\s+of|in\s+the)\s+", re.IGNORECASE
)

MOST_WORDS = 16
"""So many words of a name are compared."""

_NONE: frozenset[str] = frozenset()

_COUNTRY = {"us": ("united", "states"), "usa": ("united", "states")}

_LEGAL_FORMS = (
    "v vs in re ex parte rel the of and for a an on to by at matter et al inc incorporated corp corporation co",
    "company llc ltd limited lp llp plc na pc pllc no nos petitioner respondent appellant appellee",
    "i ii iii iv v vi vii viii ix x",
)
_GOVERNMENTS = (
    "united states america state people commonwealth government city county town village township borough district",
    "board dept department commissioner commr secretary secy attorney general director warden bureau agency",
)
WEAK = frozenset(" ".join((*_LEGAL_FORMS, *_GOVERNMENTS)).split())
"""Words that many names share: legal forms, and the governments and officers that sue and are sued often."""

_NUMERALS = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"])


class Name:
    """A name as words: whole, by party, and which of the words are abbreviations."""

    __slots__ = ("parties", "short", "whole")

    def __init__(self, whole: tuple[str, ...], parties: tuple[tuple[str, ...], ...], short: frozenset[str]) -> None:
        """Keep the folded words."""
        self.whole = whole
        self.parties = parties
        self.short = short

    @classmethod
    def of(cls, name: NameWords) -> Name:
        """Fold a printed case name."""
        if name.plaintiff is not None and name.defendant is not None:
            first, short = fold_words(name.plaintiff.text)
            second, also = fold_words(name.defendant.text)
            return cls((*first, "v", *second), (first, second), short | also)
        whole, short = fold_words(name.text)
        lead = _LEAD.match(name.text)
        return cls(whole, (fold_words(name.text[lead.end() :])[0] if lead else whole,), short)

    @classmethod
    def read(cls, text: str) -> Name:
        """Fold any words that name a thing: a title, an author, a short name."""
        whole, short = fold_words(text)
        return cls(whole, (whole,), short)


def fold_words(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a name without case and punctuation, and those printed as abbreviations.

    >>> fold_words("Smith v. Dep’t of Corr.")[0], sorted(fold_words("Dep’t of Corr.")[1])
    (('smith', 'v', 'dept', 'of', 'corr'), ['corr', 'dept'])
    """
    words: list[str] = []
    short: list[str] = []
    for printed in _WORD.findall(text.casefold().replace("’", "'"))[:MOST_WORDS]:
        if "." not in printed and "'" not in printed:
            words.append(printed)
            continue
        word = printed.translate(_PLAIN)
        if word in _COUNTRY and "." in printed:
            words.extend(_COUNTRY[word])
            continue
        if not printed.endswith("'s"):
            short.append(word)
        words.append(word)
    return tuple(words), frozenset(short) if short else _NONE


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a name can be told from others.

    >>> telling(("united", "states", "v", "wade"))
    ('wade',)
    """
    return tuple([word for word in words if word not in WEAK and not word.isdigit()])


def without_numeral(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the number of a decision in a series, and a footnote's before the name: ``Hitchcock II``, ``47 Kukuk``."""
    if len(words) > 1 and words[0].isdigit():
        words = words[1:]
    return words[:-1] if len(words) > 1 and words[-1] in _NUMERALS else words


def agreement(query: Name, name: Name) -> int:
    """Return how well a printed short name fits a name: `EXACT`, `PARTY`, `WITHIN` or 0."""
    if query.whole == name.whole or query.whole in name.parties:
        return EXACT
    words = without_numeral(query.whole)
    if not telling(words):
        return 0
    if any(party[: len(words)] == words for party in name.parties):
        return PARTY
    short = query.short | name.short
    if len(query.parties) == len(name.parties) == 2:  # both print two parties: each must fit its own
        pairs = zip(query.parties, name.parties, strict=True)
        return WITHIN if all(_fits(mine, theirs, short) for mine, theirs in pairs) else 0
    return WITHIN if _fits(words, name.whole, short) else 0


def _fits(words: tuple[str, ...], among: tuple[str, ...], short: frozenset[str]) -> bool:
    wanted = telling(words) or words
    return all(word in among or any(_abbreviates(word, other, short) for other in among) for word in wanted)


def _abbreviates(word: str, other: str, short: frozenset[str]) -> bool:
    """``dept`` for ``department``, ``mut`` for ``mutual``: the letters in order, of a word printed as abbreviation."""
    if len(word) > len(other):
        word, other = other, word
    if word not in short or word[:1] != other[:1]:
        return False
    letters = iter(other)
    return all(letter in letters for letter in word)
