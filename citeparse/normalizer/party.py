"""Case names: as standard citations print them, with and without abbreviations (Indigo Book T11, T12, R11.5)."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from citeparse.data._lazy import lazy
from citeparse.data.name_abbreviations import abbreviations, letters, singular

__all__ = ["abbreviated", "name_words", "written_out"]

_VERSUS = lazy(r"\s(?:vs?|versus)\.?\s(?=\S)")
_TYPE = str.maketrans("’‘“”", "''\"\"", "\u00ad*_")
_WORD = lazy(r"(?:of\s)?[A-Za-z](?:[A-Za-z']|\.(?=[A-Za-z]))*\.?")
_MATTER = lazy(r"^(?:in the )?matter of (?:the )?", re.IGNORECASE)
_AND = lazy(r"\sand\s")


def name_words(printed: str) -> str:
    r"""Return the name as it is printed in a standard citation (Indigo Book R11.5), its words as they are.

    >>> name_words("Holz vs Rockefeller  &\nCo.,"), name_words("Roe v Wade")
    ('Holz v. Rockefeller & Co.', 'Roe v. Wade')
    """
    words = " ".join(printed.translate(_TYPE).split()).strip(" ,")
    return _VERSUS.sub(" v. ", words, count=1) if " v" in words and " v. " not in words else words


def abbreviated(name: str) -> str:
    """Return the name with the words abbreviated that citations abbreviate (Indigo Book R11.2, R11.5.2).

    >>> abbreviated("Association of Manufacturers versus New York Board of Education")
    "Ass'n of Mfrs. v. N.Y. Bd. of Educ."
    >>> abbreviated("In the Matter of Holz"), abbreviated("California v. Texas")
    ('In re Holz', 'California v. Texas')
    """
    return _by_party(_MATTER.sub("In re ", name_words(name)), _shortened)


def written_out(name: str) -> str:
    """Return the name with its abbreviations written out.

    >>> written_out("Dep't of Educ. v. Holz Mfg. Co."), written_out("N.Y. Times Co. v. Bank of Am.")
    ('Department of Education v. Holz Manufacturing Company', 'New York Times Company v. Bank of America')
    """
    return _by_party(name_words(name), _lengthened)


def _by_party(name: str, change: Callable[[str], str]) -> str:
    return " v. ".join(change(party) for party in name.split(" v. "))


@functools.cache
def _places() -> re.Pattern[str]:
    """Places and other names of several words, the longest first."""
    names = sorted(abbreviations().places, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _shortened(party: str) -> str:
    """Abbreviate a party, unless it is a place or one word (R11.5.3)."""
    places = abbreviations().places
    if " " not in party or party in places:
        return party
    words = _places().sub(lambda place: places[place.group()], party)
    return _WORD.sub(lambda word: _short(word.group()), _AND.sub(" & ", words))


def _short(printed: str) -> str:
    of, word = _of(printed)
    table = abbreviations().short
    found = table.get(word.lower())
    stem = singular(word.lower()) if found is None else None
    if stem is not None and stem in table:
        short = table[stem]
        found = f"{short[:-1]}s." if short.endswith(".") else f"{short}s"
    return of + (found if found is not None and word[:1].isupper() and not word.endswith(".") else word)


def _of(printed: str) -> tuple[str, str]:
    return ("of ", printed[3:]) if printed.startswith("of ") else ("", printed)


def _lengthened(party: str) -> str:
    """Write out the abbreviations of a party; initials are none where it has no longer abbreviation."""
    company = any(len(letters(word)) > 1 and _long(word) != word for word in party.split())
    return _WORD.sub(lambda word: _long(word.group(), company=company), party)


def _long(printed: str, *, company: bool = False) -> str:
    of, word = _of(printed)
    table, key = abbreviations(), letters(word)
    if not ("." in word or "'" in word) or (len(key) == 1 and not company):
        return printed
    found = table.nouns.get(key) if of else None
    found = found or table.long.get(key)
    stem = singular(key) if found is None else None
    if stem is not None and stem in table.long:
        found = _plural(table.long[stem])
    return of + (found or word)


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else word if word.endswith("s") else f"{word}s"
