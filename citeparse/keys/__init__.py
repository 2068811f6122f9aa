"""Keys back into authorities: the words that a key stands for are written and read again.

``/us/usc/t42/s1983`` is written ``42 U.S.C. § 1983``. What is read must have the same key; else other words are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from citeparse.authorities import Authority, Docket
from citeparse.data.court_names import court_name
from citeparse.errors import CitationSyntaxError
from citeparse.exact import cite
from citeparse.keys import _law, _other
from citeparse.keys._key import Key

__all__ = ["from_key"]

Writer = Callable[[Key], Iterator[str]]

_WRITERS: Mapping[str, tuple[Writer, ...]] = {
    "case": (_other.case,),
    "const": (_law.charter,),
    "rights": (_law.charter,),
    "rule": (_law.rule,),
    "bill": (_other.document,),
    "report": (_other.document,),
    "document": (_other.document,),
    "journal": (_other.article,),
    "book": (_other.book,),
}
"""How the words of a family are written."""
_OTHERS: tuple[Writer, ...] = (_other.series, _law.code, _law.session_law, _other.web)
"""How those of all other families are, by the tables."""


def from_key(key: str) -> Authority:
    """Return the authority that a key names; the subsections in the key of a citation are left aside.

    Raises `ValueError` when no table knows the key. Keys that begin with ``#`` mean nothing outside of their text.

    >>> str(from_key("/us/usc/t42/s1983/a/1")), from_key("/us/case/f3d/258/62").cite
    ('42 U.S.C. § 1983', '258 F.3d 62')
    """
    for whole in _wholes(key):
        _, place, family, *rest = whole.split("/")
        if family == "docket":
            court = rest[0] if len(rest) > 1 else None
            return Docket(key=key, cite=f"No. {rest[-1]}", number=rest[-1], court=court, court_name=court_name(court))
        for writer in _WRITERS.get(family, _OTHERS):
            for words in writer(Key(place, family, tuple(rest))):
                authority = _read(words, whole)
                if authority is not None:
                    return authority
    message = f"no authority is known by the key {key!r}"
    raise ValueError(message)


def _wholes(key: str) -> Iterator[str]:
    """The key, then the sections and rules in which it lies, the narrowest first."""
    steps = key.split("/")
    if not key.startswith("/") or len(steps) < SHORTEST or not all(steps[1:]):
        return
    yield key
    for end in range(len(steps) - 1, SHORTEST, -1):
        if steps[end - 1][0] in "sr":
            yield "/".join(steps[:end])


SHORTEST = 4
"""No key has fewer pieces: ``/us/act/first-step-act``."""


def _read(words: str, key: str) -> Authority | None:
    """Return what the words cite when the key is its own."""
    try:
        listed = cite(words).authorities
    except CitationSyntaxError:
        return None
    found = next((authority for authority in listed if authority.key == key), None)
    if found is None or found.year is None or getattr(found, "year_from", None) == "volume":
        return found
    return attrs.evolve(found, year=None)  # it was no part of the key
