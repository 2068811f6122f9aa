"""Documents of legislatures by the names that texts print (Indigo Book R21, T5). The table is ``legislative.toml``."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from citeparse.data._files import table
from citeparse.data._series import Series, key_of, spelled

__all__ = ["LegislativeSeries", "bill_names", "legislative_key", "record_names", "report_names", "research_names"]


@attrs.frozen
class LegislativeSeries(Series):
    """One series: ``H.R. Rep.``, ``Cong. Rec.``, ``S.J. Res.``"""

    alone: bool = True
    """Whether its name and a number are enough."""


@functools.cache
def _raw() -> dict[str, Any]:
    return table("legislative.toml")


def _named(section: str) -> tuple[tuple[str, LegislativeSeries], ...]:
    return spelled(
        _raw()[section], lambda standard, row: LegislativeSeries(standard, row["key"], row.get("alone", True))
    )


@functools.cache
def report_names() -> tuple[tuple[str, LegislativeSeries], ...]:
    """Return reports and documents: ``S. Rep.``, ``House Report``."""
    return _named("reports")


@functools.cache
def record_names() -> tuple[tuple[str, LegislativeSeries], ...]:
    """Return what is cited by volume and page: ``Cong. Rec.``, ``U.S.C.C.A.N.``"""
    return _named("series")


@functools.cache
def bill_names() -> tuple[tuple[str, LegislativeSeries], ...]:
    """Return bills and resolutions: ``H.R.``, ``S.J. Res.``"""
    return _named("bills")


@functools.cache
def research_names() -> tuple[tuple[str, LegislativeSeries], ...]:
    """Return the reports of the Congressional Research Service."""
    return tuple((name, LegislativeSeries("CRS", "crs")) for name in _raw()["research"]["names"])


@functools.cache
def legislative_key(standard: str) -> str:
    """Return the name of a series in identifiers; of a series outside the table the letters of its own name.

    >>> legislative_key("H.R. Rep.")
    'hrept'
    """
    return key_of(standard, (*report_names(), *record_names(), *bill_names()))
