"""Journals, annotations and newspapers by the names that texts print (Indigo Book R31, R32, T11, T15).

The names are those of reporters-db's journals and of ``journals.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import attrs

from citeparse.data._editions import journals
from citeparse.data._files import table
from citeparse.data._lazy import lazy
from citeparse.data._names import fold

__all__ = ["Journal", "annotation_names", "journal_names", "journal_words", "newspaper_names"]

_PLAIN = lazy(r"[A-Za-z]+$")


@attrs.frozen
class Journal:
    """One periodical."""

    standard: str
    """Standard abbreviation: ``Harv. L. Rev.``"""
    plain: bool = False
    """Whether its name is one ordinary word (``Taxes``): a year must confirm it."""


@functools.cache
def journal_names() -> tuple[tuple[str, Journal], ...]:
    """Return every spelling of every journal that is cited by volume."""
    rows: list[tuple[str, Journal]] = []
    for standard, spellings in table("journals.toml")["journals"].items():
        rows += _spelled(standard, spellings)
    for folded, editions in journals().folded.items():
        rows.append((folded, _journal(editions[0].standard)))
    return tuple(rows)


def _journal(standard: str) -> Journal:
    return Journal(standard, plain=_PLAIN.match(standard.rstrip(".")) is not None)


def _spelled(standard: str, spellings: Iterable[str]) -> list[tuple[str, Journal]]:
    journal = _journal(standard)
    return [(name, journal) for name in (standard, *spellings)]


@functools.cache
def annotation_names() -> tuple[tuple[str, Journal], ...]:
    """Return the series of annotations: ``A.L.R.2d``."""
    rows = [(name, Journal(name)) for name in table("journals.toml")["annotations"]]
    return (*rows, ("L.R.A.N.S.", Journal("L.R.A. (N.S.)")), ("L.R.A. New Series", Journal("L.R.A. (N.S.)")))


@functools.cache
def newspaper_names() -> tuple[tuple[str, Journal], ...]:
    """Return newspapers and magazines, which are cited by date."""
    rows: list[tuple[str, Journal]] = []
    for standard, spellings in table("journals.toml")["newspapers"].items():
        rows += _spelled(standard, spellings)
    return tuple(rows)


@functools.cache
def journal_words() -> frozenset[str]:
    """Return the folded words of which names of journals are made: ``harv``, ``intl``, ``rev``."""
    own = table("journals.toml")
    names = [*journals().standards, *own["journals"]]
    words = {fold(word) for name in names for word in re.split(r"[\s-]+|(?<=\.)(?=[A-Z])", name)}
    return frozenset(words | {fold(word) for word in own["words"]["words"].split()})
