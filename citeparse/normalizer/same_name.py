"""Case names compared: spelling, abbreviation, procedural words and the order of the parties do not matter."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.name_abbreviations import abbreviations, letters, singular
from citeparse.normalizer.party import name_words, written_out

__all__ = ["compared", "same_name"]

_NOISE = lazy(
    r",?\s(?:et al|et ux|et vir)\b\.?|\((?:In re|No\.)[^)]*\)|^(?:the|in re|(?:in the )?matter of(?: the)?|ex parte)\s"
    r"|\b(?:aka|dba|a/k/a|d/b/a|f/k/a)\b.*",
    re.IGNORECASE,
)
_SOVEREIGN = lazy(r"^(?:the )?(?:people of the )?(?:state|commonwealth|people) of (?:the )?(?=\w)", re.IGNORECASE)
_RELATION = lazy(r"\b(?:ex rel\.?|on (?:behalf|the relation|relation) of)(?=\s)", re.IGNORECASE)
_UNITED_STATES = lazy(r"\b(?:U\.\s?S\.(?:\s?A\.)?|United States(?: of America)?)(?=\s|,|$)")
_WORD = lazy(r"[^\s,;()]+")
_COMPANY = frozenset(("inc", "co", "corp", "ltd", "llc", "llp", "lp", "pc", "na", "plc"))
_LINKS = frozenset(("the", "and", ""))
_SMALL = frozenset(("of", "for", "in", "on", "to"))


def compared(name: str) -> tuple[str, ...]:
    """Return the parties in a form in which spelling, abbreviation and procedural words do not matter.

    >>> compared("U.S. v. Nat'l Bank, Inc."), compared("United States of America v. National Bank")
    (('us', 'natl bank'), ('us', 'natl bank'))
    """
    return tuple([" ".join(_kin(party)) for party in _parties(name)])


def same_name(one: str, other: str) -> bool:
    """Return whether two names may be those of one case, whatever their spelling and the order of the parties.

    >>> same_name("Am. Tel. & Tel. Co. v. FCC", "American Telephone and Telegraph v. Federal Communications Commission")
    True
    """
    mine, theirs = (list(zip(compared(name), map(_initials, _parties(name)), strict=True)) for name in (one, other))
    pairs = (zip(mine, order, strict=True) for order in (theirs, theirs[::-1]))
    return len(mine) == len(theirs) and any(all(_same(a, b) for a, b in pair) for pair in pairs)


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two parties are equal, or one is called by the initials of the other: FCC."""
    return one[0] == other[0] or one[0] == other[1] or other[0] == one[1]


def _parties(name: str) -> list[str]:
    words = _UNITED_STATES.sub("US", name_words(name))
    for place, abbreviation in abbreviations().places.items():
        if " " in place and place in words:
            words = words.replace(place, letters(abbreviation).upper())
    return [_SOVEREIGN.sub("", _NOISE.sub("", _RELATION.sub("exrel", party))) for party in words.split(" v. ")]


def _kin(party: str) -> list[str]:
    """The words of a party, those of one kin by one name; what a company is called last does not count."""
    found = [word for word in map(_name, _WORD.findall(party)) if word not in _LINKS]
    while len(found) > 1 and found[-1] in _COMPANY:
        found.pop()
    return found


def _name(printed: str) -> str:
    kin, word = abbreviations().kin, letters(printed)
    stem = singular(word)
    return kin.get(word) or (kin.get(stem) if stem else None) or word


def _initials(party: str) -> str:
    words = [letters(word) for word in written_out(party).split()]
    return "".join(word[0] for word in words if word and word not in _LINKS | _SMALL)
