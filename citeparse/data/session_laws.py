"""Session laws and registers: the names under which texts cite them (reporters-db's laws, and ``session_laws.toml``)."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import attrs

from citeparse.data._files import package_json, table
from citeparse.data.states import states

__all__ = ["Series", "first_laws", "local_series", "numbered_laws", "series_of"]

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
    local: bool = False
    """Whether the name leaves the state to the document: ``St. 2014``, ``Laws 1965``."""


@functools.cache
def _tables() -> tuple[dict[str, Series], dict[str, Series], dict[str, tuple[Series, ...]]]:
    raw = table("session_laws.toml")
    places = {state.name: key for key, state in states().items()}
    numbered: dict[str, Series] = {}
    first: dict[str, Series] = {}
    local: dict[str, tuple[Series, ...]] = {}
    for name, rows in package_json("reporters_db", "laws.json").items():
        for row in rows:
            kind = _KINDS.get(row["cite_type"])
            if kind is None or name in raw["left_out"]:
                continue
            standard = raw["standard"].get(name, name)
            series = _series(standard, places.get(row["jurisdiction"], "us"), kind)
            for spelling in (standard, name, *row["variations"]):
                numbered.setdefault(spelling, series)
    for row in raw["series"]:
        series = _series(row["name"], row["in"], row["kind"], row.get("path"))
        for spelling in (row["name"], *row.get("numbered", ())):
            numbered[spelling] = series
        for spelling in row.get("first", ()):
            first[spelling] = series
        for spelling in row.get("local", ()):
            local[spelling] = (*local.get(spelling, ()), series)
    return numbered, first, local


def _series(name: str, jurisdiction: str, kind: str, path: str | None = None) -> Series:
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower().replace(".", "").replace("'", "")).split())
    return Series(standard=name, jurisdiction=jurisdiction, kind=kind, path=path or f"{jurisdiction}/{kind}/{slug}")


def numbered_laws() -> Iterable[tuple[str, Series]]:
    """Return the names that follow a volume or year: ``124 Stat. 119``, ``1976 Iowa Acts 567``."""
    return _tables()[0].items()


def first_laws() -> Iterable[tuple[str, Series | tuple[Series, ...]]]:
    """Return the names that stand first: ``Pub. L. No. 111-148``, ``St. 2014, c. 284``."""
    return [*_tables()[1].items(), *_tables()[2].items()]


@functools.cache
def _by_standard() -> dict[str, Series]:
    numbered, first, _ = _tables()
    return {series.standard: series for series in (*numbered.values(), *first.values())}


def series_of(standard: str) -> Series | None:
    """Return the series of a standard abbreviation."""
    return _by_standard().get(standard)


def local_series(name: str) -> tuple[Series, ...]:
    """Return the series that a home name may mean."""
    return _tables()[2].get(name, ())
