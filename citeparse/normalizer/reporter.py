"""Reporters: which editions the printed words of a token can mean, and the key of each (Indigo Book R11.6, T1, T3)."""

from __future__ import annotations

import functools

from citeparse.data import _editions, reporters
from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.reporters import Edition
from citeparse.data.states import states
from citeparse.tokens import Token

__all__ = ["editions", "key_of", "nominative_name", "official_key", "precedence", "rendered", "stems"]

_NUMBER = lazy(r"(?:\*|0+(?=[0-9]))?([0-9A-Za-z]+(?:[-–][0-9A-Za-z]+)*)")
_OPINION = lazy(r"-?[Uu]?([A-CE-LN-TV-Z]?)")


def editions(token: Token, year: int | None = None, court: str | None = None) -> tuple[Edition, ...]:
    """Return the candidate editions, narrowed by spelling, volume, date, court; several when nothing decides."""
    printed = token.parts.get("reporter")
    if printed is None:
        return ()
    known, others = _meanings(printed.text)
    if not known:
        known, others = _meanings(token.series)  # where ``id.`` stands for a reporter
    if others and (year is not None or court is not None):
        known = reporters.or_homonyms(known, others, year, court)
    if not known or (len(known) == 1 and known[0].cite_type != "neutral"):
        return known
    volume = token.parts["volume"].text if "volume" in token.parts else None
    return reporters.choose(known, year, court=court, volume=volume)


@functools.lru_cache(maxsize=1024)
def _meanings(printed: str) -> tuple[tuple[Edition, ...], tuple[Edition, ...]]:
    """The editions that a spelling can mean, and its homonyms; texts spell few reporters in few ways."""
    known = _editions.reporters().folded.get(fold(printed), ())
    return (reporters.plausible(printed, known) or known, reporters.homonyms(printed)) if known else ((), ())


def nominative_name(printed: str, volume: str, official: str) -> str:
    """Return the standard abbreviation of the nominative reporter that became volumes of the official one.

    >>> nominative_name("Wheaton", "1", "U.S."), nominative_name("Smith", "1", "U.S.")
    ('Wheat.', 'Smith')
    """
    for series in _editions.reporters().folded.get(fold(printed), ()):
        found = reporters.official(series, int(volume)) if volume.isdecimal() else None
        if found is not None and found[0] == official:
            return series.standard
    return printed


def official_key(series: Edition, token: Token) -> str:
    """Return the key of a token read as that edition, a nominative one by its official volume."""
    own, volume = rendered(series, token)
    return key_of(series, token) if volume is None else key_of(own, token, volume)


def key_of(series: Edition | None, token: Token, official: str | None = None) -> str:
    """Return ``/us/case/f3d/258/62``, ``/us-oh/case/2015/123`` of a token read as that edition."""
    parts = token.parts
    volume, page = official or (parts["volume"].text if "volume" in parts else ""), _page(token)
    if series is None:
        name = _folded(token.series) + ("-docket" if "number" in parts else "")
        return "/".join(word for word in ("/us/case", name, volume, page) if word)
    return "/".join(word for word in (_stem(series), volume, page) if word)


def _page(token: Token) -> str:
    page = token.parts["page"].text.replace(",", "").replace("–", "-").lstrip("*").lower()
    page = page.lstrip("0") or page
    suffix = token.parts.get("suffix")
    letter = _OPINION.match(suffix.text.strip()) if suffix is not None else None
    return f"{page}-{letter.group(1).lower()}" if letter is not None and letter.group(1) else page


def _folded(words: str) -> str:
    return "".join(filter(str.isalnum, fold(words)))


@functools.cache
def stems() -> dict[str, str]:
    """Return the beginning of the keys of every edition, by its slug."""
    abbreviations = {key: {key[3:], _folded(state.abbr), _folded(state.name)} for key, state in states().items()}
    found = {}
    for slug, series in _editions.reporters().slugs.items():
        place = f"us-{series.state.lower()}" if series.state else ""
        if series.cite_type != "neutral" or place not in abbreviations:
            found[slug] = f"/us/case/{slug}"
        elif _folded(series.standard) in abbreviations[place]:
            found[slug] = f"/{place}/case"
        else:
            found[slug] = f"/{place}/case/{slug.removesuffix('-neutral')}"
    return found


def _stem(series: Edition) -> str:
    return stems().get(series.slug, f"/us/case/{series.slug}")


def rendered(series: Edition | None, token: Token) -> tuple[Edition | None, str | None]:
    """Return the official reporter and volume of a token read as a nominative reporter, else that reporter and None.

    ``1 Cranch 137`` is ``5 U.S. (1 Cranch) 137`` (Indigo Book T1).
    """
    volume = token.parts.get("volume")
    if series is None or volume is None or not volume.text.isdecimal() or len(volume.text) > 3:
        return series, None
    official = reporters.official(series, int(volume.text))
    if official is None:
        return series, None
    return _official(official[0]), str(official[1])


@functools.cache
def _official(name: str) -> Edition | None:
    found = _editions.reporters().standards.get(name)
    return found[0] if found else None


_CLASSES = {"federal": 0, "scotus_early": 0, "state": 0, "neutral": 1, "state_regional": 3, "specialty": 2}
_PRIVATE = frozenset(("sct", "led", "led2d"))
"""Reporters of the Supreme Court beside the official one (Indigo Book T1)."""


def precedence(series: Edition | None) -> int:
    """Return the place among parallel citations: official, neutral, other, regional, database (Indigo Book R11.6.3)."""
    if series is None:
        return 5
    if series.slug in _PRIVATE:
        return 3
    return _CLASSES.get(series.cite_type, 4)
