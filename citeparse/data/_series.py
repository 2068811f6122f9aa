"""Series of documents: the names that texts print for each, and its name in identifiers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

__all__ = ["Series", "key_of", "series_of", "spelled"]


@attrs.frozen
class Series:
    """One series."""

    standard: str
    """Standard abbreviation: ``Rev. Proc.``, ``U.N.T.S.``"""
    key: str
    """Its name in identifiers: ``revproc``, ``unts``."""


S = TypeVar("S", bound=Series)


def spelled(
    rows: Mapping[str, Mapping[str, Any]], make: Callable[[str, Mapping[str, Any]], S]
) -> tuple[tuple[str, S], ...]:
    """Return all names of each row, the standard abbreviation first, with the series that ``make`` makes of it."""
    found: list[tuple[str, S]] = []
    for standard, row in rows.items():
        series = make(standard, row)
        found += [(name, series) for name in (standard, *row["names"])]
    return tuple(found)


def series_of(standard: str, names: Iterable[tuple[str, S]]) -> S | None:
    """Return the first series of this standard abbreviation, or None."""
    return next((series for _, series in names if series.standard == standard), None)


def key_of(standard: str, names: Iterable[tuple[str, Series]]) -> str:
    """Return the name of a series in identifiers; of one that no table has, the letters of its own name."""
    series = series_of(standard, names)
    return "".join(c for c in standard.lower() if c.isalnum()) if series is None else series.key
