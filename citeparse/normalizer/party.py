"""Case names: as standard citations print them, with and without abbreviations, and as they are compared.

Words are abbreviated and written out by reporters-db's table of case-name abbreviations (Indigo Book T11, R11.5).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from citeparse.data._files import package_json
from citeparse.data._lazy import lazy

__all__ = ["abbreviated", "compared", "name_words", "same_name", "written_out"]

_VERSUS = lazy(r"\s(?:vs?|versus)\.?\s(?=\S)")
_TYPE = str.maketrans("’‘“”", "''\"\"", "\u00ad*_")
_WORD = lazy(r"[A-Za-z&][A-Za-z']*\.?")
_FOLDED = lazy(r"[a-z0-9]+")
_NOISE = lazy(
    r",?\s(?:et al|et ux|et vir)\b\.?|\((?:In re|No\.)[^)]*\)|^(?:the|in re|in the matter of|matter of|ex parte)\s"
    r"|\b(?:aka|dba)\b.*",
    re.IGNORECASE,
)
_UNITED_STATES = lazy(r"\bU\.\s?S\.(?:\s?A\.)?(?=\s|,|$)")
_SUFFIX = lazy(r",? (?:inc|co|corp|ltd|llc|llp|lp|company|corporation|incorporated|limited)\b\.?", re.IGNORECASE)


def name_words(printed: str) -> str:
    r"""Return the name as it is printed in a standard citation (Indigo Book R11.5), its words as they are.

    >>> name_words("Holz vs Rockefeller  &\nCo.,"), name_words("Roe v Wade")
    ('Holz v. Rockefeller & Co.', 'Roe v. Wade')
    """
    words = " ".join(printed.translate(_TYPE).split()).strip(" ,")
    return _VERSUS.sub(" v. ", words, count=1) if " v" in words and " v. " not in words else words


@functools.cache
def _short() -> Mapping[str, str]:
    """Word → abbreviation."""
    rows: dict[str, list[str]] = package_json("reporters_db", "case_name_abbreviations.json")
    return {word.lower(): abbreviation for abbreviation, words in reversed(rows.items()) for word in words}


@functools.cache
def _long() -> Mapping[str, str]:
    """Abbreviation → the first word that it stands for."""
    rows: Mapping[str, list[str]] = package_json("reporters_db", "case_name_abbreviations.json")
    return {abbreviation.lower().rstrip("."): words[0] for abbreviation, words in rows.items()}


def abbreviated(name: str) -> str:
    """Return the name with the words abbreviated that citations abbreviate (Indigo Book R11.5.2).

    >>> abbreviated("Association of Manufacturers versus Board of Education")
    "Ass'n of Mfrs. v. Bd. of Educ."
    """
    return _WORD.sub(lambda word: _shortened(word.group()), name_words(name))


def _shortened(word: str) -> str:
    found = _short().get(word.lower())
    if found is None and word.endswith("s"):
        stem = _short().get(word[:-1].lower())
        found = None if stem is None else f"{stem[:-1]}s." if stem.endswith(".") else f"{stem}s"
    return found if found is not None and word[:1].isupper() and not word.endswith(".") else word


def written_out(name: str) -> str:
    """Return the name with its abbreviations written out.

    >>> written_out("Dep't of Educ. v. Holz Mfg. Co.")
    'Department of Education v. Holz Manufacturing Company'
    """
    return _WORD.sub(lambda word: _long().get(word.group().lower().rstrip("."), word.group()), name_words(name))


def compared(name: str) -> tuple[str, ...]:
    """Return the parties in a form in which spelling, abbreviation and procedural words do not matter.

    >>> compared("U.S. v. Nat'l Bank, Inc."), compared("United States of America v. National Bank")
    (('united states', 'national bank'), ('united states', 'national bank'))
    """
    words = _UNITED_STATES.sub("United States", name_words(name)).replace("United States of America", "United States")
    parties = [_NOISE.sub("", party) for party in words.split(" v. ")]
    return tuple([" ".join(_FOLDED.findall(_SUFFIX.sub("", written_out(party)).lower())) for party in parties])


def same_name(one: str, other: str) -> bool:
    """Return whether two names may be those of one case, whatever their spelling and the order of the parties."""
    return sorted(compared(one)) == sorted(compared(other))
