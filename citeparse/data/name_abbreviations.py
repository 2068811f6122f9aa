"""Words and places of case names with their abbreviations: reporters-db's table and ``name_abbreviations.toml``.

Source: Indigo Book T11, T12.1.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from citeparse.data._files import package_json, table

__all__ = ["Abbreviations", "abbreviations", "letters", "singular"]


class Abbreviations(NamedTuple):
    """The table, ready for look-up both ways."""

    short: Mapping[str, str]
    """Word in small letters → abbreviation."""
    long: Mapping[str, str]
    """Letters of an abbreviation → the word that names most often have."""
    nouns: Mapping[str, str]
    """Letters of an abbreviation → the word after ``of``."""
    places: Mapping[str, str]
    """Place, or another name of several words → abbreviation."""
    kin: Mapping[str, str]
    """Letters of a word or abbreviation → letters that all of its kin share."""


def letters(word: str) -> str:
    """Return what identifies a word: small letters and digits.

    >>> letters("Int'l"), letters("R.R.")
    ('intl', 'rr')
    """
    return "".join(filter(str.isalnum, word.casefold()))


def singular(word: str) -> str | None:
    """Return a word of small letters without the ending of its plural, None when it has none.

    >>> singular("machs"), singular("utilities"), singular("class"), singular("bank")
    ('mach', 'utility', None, None)
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else None


@functools.cache
def abbreviations() -> Abbreviations:
    """Read the tables; our rows stand before those of reporters-db."""
    raw = table("name_abbreviations.toml")
    theirs = package_json("reporters_db", "case_name_abbreviations.json")
    rows = [(short.replace("’", "'"), words) for listed in (raw["words"], theirs) for short, words in listed.items()]
    short: dict[str, str] = {}
    long: dict[str, str] = {}
    for abbreviation, words in rows:
        long.setdefault(letters(abbreviation), words[0])
        for word in words:
            short.setdefault(word.lower(), abbreviation)
    places: dict[str, str] = raw["places"]
    long.update({letters(abbreviation): place for place, abbreviation in places.items()})
    nouns = {letters(abbreviation): word for abbreviation, word in raw["nouns"].items()}
    named = [(abbreviation, [place]) for place, abbreviation in places.items()]
    return Abbreviations(short, long, nouns, places, _kin((*rows, *named)))


def _kin(rows: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """Give all words and abbreviations that rows connect one name, that of the first row."""
    found: dict[str, str] = {}
    for abbreviation, words in rows:
        group = [letters(word) for word in (abbreviation, *words)]
        known = next((found[word] for word in group if word in found), group[0])
        old = {found[word] for word in group if word in found} - {known}
        found.update(dict.fromkeys(group, known))
        found.update({word: known for word, name in found.items() if name in old})
    return found
