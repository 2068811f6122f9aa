"""Series, documents and manuals of agencies by the names that texts print (Indigo Book R19, T2).

The table is ``agencies.toml``.
"""

from __future__ import annotations

import functools
from typing import Any

import attrs

from citeparse.data._files import table
from citeparse.data._names import NameIndex

__all__ = ["AgencySeries", "agency_key", "document_names", "manual_names", "manuals_after", "owned", "series_names"]


@attrs.frozen
class AgencySeries:
    """One series, kind of document or manual."""

    standard: str
    """Standard abbreviation: ``Rev. Proc.``"""
    key: str
    """Its name in identifiers: ``revproc``."""
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
    rows: list[tuple[str, AgencySeries]] = []
    for standard, row in _raw()[section].items():
        series = AgencySeries(
            standard,
            row["key"],
            shape=row.get(shape, ""),
            no=row.get("no", False),
            paragraph=row.get("paragraph", False),
            years=row.get("years", False),
            owner=row.get("owner", ""),
        )
        rows += [(name, series) for name in (standard, *row["names"])]
    return tuple(rows)


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


@functools.cache
def _series(standard: str) -> AgencySeries | None:
    tables = (series_names, document_names, manual_names)
    return next((series for names in tables for _, series in names() if series.standard == standard), None)


def agency_key(standard: str) -> str:
    """Return the name of a series in identifiers.

    >>> agency_key("Exec. Order No.")
    'eo'
    """
    series = _series(standard)
    return "".join(c for c in standard.lower() if c.isalnum()) if series is None else series.key


def owned(standard: str) -> str:
    """Return a series with the agency whose it is, where its name does not tell.

    >>> owned("Order No."), owned("Exec. Order No.")
    ('FERC Order No.', 'Exec. Order No.')
    """
    series = _series(standard)
    return standard if series is None or not series.owner else f"{series.owner} {standard}"
