"""How courts are abbreviated in a parenthetical: courts-db's citation strings, and our own where those differ."""

from __future__ import annotations

import functools

from citeparse.data._files import package_json, table
from citeparse.data._lazy import lazy

__all__ = ["court_name"]


_ORDINAL = lazy(r"\b([0-9]*2)nd\b|\b([0-9]*3)rd\b")


@functools.cache
def _names() -> dict[str, str]:
    rows = package_json("courts_db", "courts.json")
    found = {row["id"]: _standard(row["citation_string"]) for row in rows if row["citation_string"]}
    return {**found, **table("courts.toml")["printed"]}


def _standard(words: str) -> str:
    """Ordinals are 2d and 3d (Indigo Book R12.3.2)."""
    return _ORDINAL.sub(lambda found: f"{found.group(1) or found.group(2)}d", " ".join(words.split()).replace("’", "'"))


def court_name(court: str | None) -> str | None:
    """Return the abbreviation of a court (Indigo Book T1, T3), or None.

    >>> court_name("ca3"), court_name("nysd"), court_name("bap9"), court_name("nowhere")
    ('3d Cir.', 'S.D.N.Y.', 'B.A.P. 9th Cir.', None)
    """
    return _names().get(court) if court is not None else None
