"""Treaty series, patents and registrations by the names that texts print. The table is ``others.toml``."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from citeparse.data._files import table
from citeparse.data._series import Series, key_of, spelled

__all__ = ["OtherSeries", "numbered_documents", "other_key", "treaty_names"]


@attrs.frozen
class OtherSeries(Series):
    """A series of treaties, patents or registrations."""


@functools.cache
def _raw() -> dict[str, Any]:
    return table("others.toml")


def _named(section: str) -> tuple[tuple[str, OtherSeries], ...]:
    return spelled(_raw()[section], lambda standard, row: OtherSeries(standard, row["key"]))


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
    return key_of(standard, (*treaty_names(), *numbered_documents()))
