"""Treaty series, patents and registrations by the names that texts print. The table is ``others.toml``."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from citeparse.data._files import table

__all__ = ["OtherSeries", "numbered_documents", "other_key", "treaty_names"]


@attrs.frozen
class OtherSeries:
    """One series."""

    standard: str
    """Standard abbreviation: ``U.N.T.S.``"""
    key: str
    """Its name in identifiers: ``unts``."""


@functools.cache
def _raw() -> dict[str, Any]:
    return table("others.toml")


def _named(section: str) -> tuple[tuple[str, OtherSeries], ...]:
    rows: list[tuple[str, OtherSeries]] = []
    for standard, row in _raw()[section].items():
        series = OtherSeries(standard, row["key"])
        rows += [(name, series) for name in (standard, *row["names"])]
    return tuple(rows)


@functools.cache
def treaty_names() -> tuple[tuple[str, OtherSeries], ...]:
    """Return treaty series that are cited by volume and page."""
    return _named("series")


@functools.cache
def numbered_documents() -> tuple[tuple[str, OtherSeries], ...]:
    """Return what is cited by number: ``T.I.A.S.``, ``U.S. Patent``."""
    return _named("numbered")


@functools.cache
def other_key(standard: str) -> str:
    """Return the name of a series in identifiers.

    >>> other_key("U.N.T.S.")
    'unts'
    """
    for _, series in (*treaty_names(), *numbered_documents()):
        if series.standard == standard:
            return series.key
    return "".join(c for c in standard.lower() if c.isalnum())
