"""How courts are abbreviated in a parenthetical: courts-db's citation strings."""

from __future__ import annotations

import functools

from citeparse.data._files import package_json

__all__ = ["court_name"]


@functools.cache
def _names() -> dict[str, str]:
    rows = package_json("courts_db", "courts.json")
    return {row["id"]: row["citation_string"] for row in rows if row["citation_string"]}


def court_name(court: str | None) -> str | None:
    """Return the abbreviation of a court (Indigo Book T1, T3), or None.

    >>> court_name("ca2"), court_name("nysd"), court_name("nowhere")
    ('2d Cir.', 'S.D.N.Y.', None)
    """
    return _names().get(court) if court is not None else None
