"""Keys back into authorities: the words that a key stands for are written and read again.

``/us/usc/t42/s1983`` is written ``42 U.S.C. § 1983``. What is read must have the same key; else other words are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from citeparse.authorities import Authority, Book, Docket, Statute
from citeparse.data.court_names import court_name
from citeparse.errors import CitationSyntaxError
from citeparse.exact import cite
from citeparse.keys import _law, _other
from citeparse.keys._key import Key, named

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
    "docket": (),
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
        asked = Key(place, family, tuple(rest))
        for writer in _WRITERS.get(family, _OTHERS):
            for words in writer(asked):
                authority = _read(words, whole)
                if authority is not None:
                    return authority
    steps = key.split("/")
    if len(steps) > SHORTEST and all(steps[1:]) and steps[2] in _DIRECT:
        return _DIRECT[steps[2]](key, steps[3:])
    message = f"no authority is known by the key {key!r}"
    raise ValueError(message)


def _wholes(key: str) -> Iterator[str]:
    """The key, then the sections and rules in which it lies, the narrowest first."""
    steps = key.split("/")
    if not key.startswith("/") or len(steps) < SHORTEST or not all(steps[1:]):
        return
    if len(steps) > SHORTEST or steps[1] == "web":
        yield key
    for end in range(len(steps) - 1, SHORTEST, -1):
        if steps[end - 1][0] in "sr" or "." in steps[end - 1]:  # DI 25501.001
            yield "/".join(steps[:end])


SHORTEST = 3
"""No key has fewer pieces: ``/web/perma.cc``."""


def _docket(key: str, rest: list[str]) -> Authority:
    *courts, number = rest
    court = courts[0] if courts else None
    return Docket(key=key, cite=f"No. {number}", number=number, court=court, court_name=court_name(court))


def _act(key: str, rest: list[str]) -> Authority:
    name, *below = rest
    section = next((step[1:] for step in below if step[0] == "s"), None)
    cite = named(name) if section is None else f"{named(name)} § {section}"
    return Statute(key=key, cite=cite, code=named(name), section=section)


def _book(key: str, rest: list[str]) -> Authority:
    *names, last = rest
    below = f"§ {last[1:]}" if names and last[0] == "s" else f"No. {last}" if names else named(last)
    return Book(key=key, cite=" ".join([*map(named, names), below]))


_DIRECT: Mapping[str, Callable[[str, list[str]], Authority]] = {"docket": _docket, "act": _act, "book": _book}
"""What is known by its name or number alone, whatever the tables have."""


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
