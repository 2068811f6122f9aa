"""Session laws and registers: the names under which texts cite them (reporters-db, and ``session_laws.toml``)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from citeparse.data._files import package_json, table
from citeparse.data.states import states

__all__ = ["Series", "all_series", "first_laws", "numbered_laws", "series_of", "shared_by"]

_KINDS = {"leg_session": "session", "admin_register": "register"}


@attrs.frozen(kw_only=True)
class Series:
    """One series of session laws, or one register."""

    standard: str
    """Standard abbreviation: ``Stat.``, ``Mass. Acts``, ``Fed. Reg.``"""
    jurisdiction: str
    """``us``, ``us-ma`` …"""
    kind: str
    """``session``, ``register`` or ``public`` (laws with a number of their own: ``Pub. L. No. 111-148``)."""
    path: str
    """Its place in keys."""


class Tables(NamedTuple):
    """The names, each with the series that it may mean."""

    numbered: dict[str, tuple[Series, ...]]
    first: dict[str, tuple[Series, ...]]
    standard: dict[str, Series]


@functools.cache
def _tables() -> Tables:
    raw = table("session_laws.toml")
    numbered: dict[str, tuple[Series, ...]] = {}
    first: dict[str, tuple[Series, ...]] = {}
    standard: dict[str, Series] = {}
    for row in raw["series"]:
        series = _series(row["name"], row["in"], row["kind"], row.get("path"))
        standard[series.standard] = series
        for name in (row["name"], *row.get("numbered", ())):
            numbered[name] = (*numbered.get(name, ()), series)
        own = (row["name"],) if row["kind"] == "session" and row["in"] != "us" else ()
        for name in (*own, *row.get("first", ()), *row.get("local", ())):
            first[name] = (*first.get(name, ()), series)
    for series, names in _printed(raw):
        standard.setdefault(series.standard, series)
        for name in names:
            numbered.setdefault(name, (series,))
            if series.kind == "session":
                first.setdefault(name, (series,))
    return Tables(numbered, first, standard)


def _printed(raw: dict[str, Any]) -> Iterator[tuple[Series, tuple[str, ...]]]:
    """Yield the series of reporters-db with their names."""
    places = {state.name: key for key, state in states().items()}
    for name, rows in package_json("reporters_db", "laws.json").items():
        for row in rows:
            kind = _KINDS.get(row["cite_type"])
            if kind is not None and name not in raw["left_out"]:
                standard = raw["standard"].get(name, name)
                series = _series(standard, places.get(row["jurisdiction"], "us"), kind)
                yield series, (standard, name, *row["variations"])


def _series(name: str, jurisdiction: str, kind: str, path: str | None = None) -> Series:
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower().replace(".", "").replace("'", "")).split())
    return Series(standard=name, jurisdiction=jurisdiction, kind=kind, path=path or f"{jurisdiction}/{kind}/{slug}")


def numbered_laws() -> Iterable[tuple[str, tuple[Series, ...]]]:
    """Return the names that follow a volume or year: ``124 Stat. 119``, ``1976 Iowa Acts 567``."""
    return _tables().numbered.items()


def first_laws() -> Iterable[tuple[str, tuple[Series, ...]]]:
    """Return the names that stand first: ``Pub. L. No. 111-148``, ``St. 2014, c. 284``, which states may share."""
    return _tables().first.items()


def all_series() -> Iterable[Series]:
    """Return all series."""
    return _tables().standard.values()


def series_of(standard: str) -> Series | None:
    """Return the series of a standard abbreviation."""
    return _tables().standard.get(standard)


def shared_by(name: str) -> tuple[Series, ...]:
    """Return the series that a home name may mean."""
    return _tables().first.get(name, ())
