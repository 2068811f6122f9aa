"""Journals, annotations and newspapers by the names that texts print (Indigo Book R31, R32, T11, T15).

The names come from reporters-db's journals.json and from ``journals.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import attrs

from citeparse.data._files import package_json, table
from citeparse.data._names import fold

__all__ = ["Journal", "annotation_names", "journal_names", "journal_words", "newspaper_names"]

_PLAIN = re.compile(r"[A-Za-z]+$")


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
    for standard, editions in package_json("reporters_db", "journals.json").items():
        for edition in editions:
            rows += _spelled(standard, edition["variations"])
    return tuple(rows)


def _spelled(standard: str, spellings: Iterable[str]) -> list[tuple[str, Journal]]:
    journal = Journal(standard, plain=_PLAIN.match(standard.rstrip(".")) is not None)
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
    names = [name for name, _ in journal_names()]
    words = {fold(word) for name in names for word in re.split(r"[\s-]+|(?<=\.)(?=[A-Z])", name)}
    return frozenset(words | {fold(word) for word in table("journals.toml")["words"]["words"].split()})
