"""Series, documents and manuals of agencies by the names that texts print (Indigo Book R19, T2).

The table is ``agencies.toml``.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from citeparse.data._files import table
from citeparse.data._names import NameIndex
from citeparse.data._series import Series, key_of, series_of, spelled

__all__ = ["AgencySeries", "agency_key", "document_names", "manual_names", "manuals_after", "owned", "series_names"]


@attrs.frozen
class AgencySeries(Series):
    """One series, kind of document or manual."""

    shape: str = ""
    """What its number or section looks like."""
    no: bool = False
    """Whether ``No.`` must stand before the number."""
    paragraph: bool = False
    """Whether it is cited by ¶."""
    years: bool = False
    """Whether its volumes are years: ``1981-2 C.B. 12``."""
    owner: str = ""
    """The agency that the standard form names and the text leaves out: ``FERC`` of ``Order No. 888``."""


@functools.cache
def _raw() -> dict[str, Any]:
    return table("agencies.toml")


def _named(section: str, shape: str) -> tuple[tuple[str, AgencySeries], ...]:
    def made(standard: str, row: Mapping[str, Any]) -> AgencySeries:
        return AgencySeries(
            standard,
            row["key"],
            shape=row.get(shape, ""),
            no=row.get("no", False),
            paragraph=row.get("paragraph", False),
            years=row.get("years", False),
            owner=row.get("owner", ""),
        )

    return spelled(_raw()[section], made)


@functools.cache
def series_names() -> tuple[tuple[str, AgencySeries], ...]:
    """Return what is cited by volume and page: ``Op. O.L.C.``"""
    return _named("series", "")


@functools.cache
def document_names() -> tuple[tuple[str, AgencySeries], ...]:
    """Return what is cited by number: ``Rev. Rul.``, ``Exec. Order No.``"""
    return _named("documents", "number")


@functools.cache
def manual_names() -> tuple[tuple[str, AgencySeries], ...]:
    """Return what is cited by section: ``U.S.S.G.``, ``TMEP``."""
    return _named("manuals", "like")


@functools.cache
def manuals_after() -> NameIndex[AgencySeries]:
    """Return the same, to be looked up after a section: ``section 4B1.2(b) of the Sentencing Guidelines``."""
    return NameIndex(manual_names())


def _all_names() -> tuple[tuple[str, AgencySeries], ...]:
    return (*series_names(), *document_names(), *manual_names())


@functools.cache
def agency_key(standard: str) -> str:
    """Return the name of a series in identifiers.

    >>> agency_key("Exec. Order No.")
    'eo'
    """
    return key_of(standard, _all_names())


@functools.cache
def owned(standard: str) -> str:
    """Return a series with the agency whose it is, where its name does not tell.

    >>> owned("Order No."), owned("Exec. Order No.")
    ('FERC Order No.', 'Exec. Order No.')
    """
    series = series_of(standard, _all_names())
    return standard if series is None or not series.owner else f"{series.owner} {standard}"
