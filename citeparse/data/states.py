"""States, districts and territories: names, abbreviations, ids of their courts."""

from __future__ import annotations

import functools

import attrs

from citeparse.data._files import table
from citeparse.data._lazy import lazy

__all__ = ["State", "state_of_court", "states"]


@attrs.frozen
class State:
    """One state, district or territory."""

    jurisdiction: str
    """``us-ca``"""
    name: str
    """``California``"""
    abbr: str
    """``Cal.``"""
    courts: str
    """How the ids of its courts begin in courts-db."""
    other: tuple[str, ...] = ()
    """Further abbreviations by which reporters and courts show that they are of this state."""


@functools.cache
def states() -> dict[str, State]:
    """Return all states by jurisdiction."""
    return {
        key: State(key, row["name"], row["abbr"], row["courts"], tuple(row.get("other", ())))
        for key, row in table("states.toml").items()
    }


_FEDERAL = lazy(r"scotus|ca[0-9]|cadc|cafc|bap|bia")
_DISTRICT = lazy(r"([a-z]{2})(?:[nsewcm])?db?")


def state_of_court(court: str) -> str | None:
    """Return the jurisdiction of a court by its courts-db id.

    >>> state_of_court("calctapp"), state_of_court("nysd"), state_of_court("scotus")
    ('us-ca', 'us-ny', None)
    """
    if _FEDERAL.match(court):
        return None
    district = _DISTRICT.fullmatch(court)
    if district is not None and f"us-{district.group(1)}" in states():
        return f"us-{district.group(1)}"
    found = [state for state in states().values() if state.courts and court.startswith(state.courts)]
    return max(found, key=lambda state: len(state.courts)).jurisdiction if found else None
