"""Constitutions: the names under which texts cite them, and the jurisdiction of each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from citeparse.data._files import table
from citeparse.data._names import NameIndex
from citeparse.data.states import State, states

__all__ = ["Charter", "charter_names", "charter_of", "charter_series", "names_after", "ordinals"]


class Charter(NamedTuple):
    """A constitution, or its declaration of rights where that has articles of its own."""

    series: str
    """``U.S. Const.``, ``Mass. Decl. of Rights``; ``Const.`` alone leaves the state to the document."""
    jurisdiction: str
    """``us``, ``us-ma`` …; empty when the name does not tell."""


@functools.cache
def _raw() -> Mapping[str, Any]:
    return table("constitutions.toml")


@functools.cache
def charter_names() -> tuple[tuple[str, Charter], ...]:
    """Return all names with what they mean."""
    raw = _raw()
    names = [(name, Charter("U.S. Const.", "us")) for name in raw["federal"]]
    for state in states().values():
        names.extend(_of_state(raw, state))
    names.extend((name, Charter("Const.", "")) for name in raw["local"])
    names.extend((name, Charter("Decl. of Rights", "")) for name in raw["local_rights"])
    return tuple(names)


def _of_state(raw: Mapping[str, Any], state: State) -> Iterator[tuple[str, Charter]]:
    for key, word in (("state", "Const."), ("rights", "Decl. of Rights")):
        for template in raw[key]:
            yield template.format(abbr=state.abbr, name=state.name), Charter(f"{state.abbr} {word}", state.jurisdiction)
    for name in raw["extra"].get(state.jurisdiction, ()):
        yield name, Charter(f"{state.abbr} Const.", state.jurisdiction)


@functools.cache
def names_after() -> NameIndex[Charter]:
    """Return the names, to be looked up after an article: ``article I, section 19, of the California Constitution``."""
    return NameIndex(charter_names())


@functools.cache
def _by_series() -> Mapping[str, Charter]:
    return {charter.series: charter for _, charter in charter_names()}


def charter_of(series: str) -> Charter | None:
    """Return the constitution of a standard abbreviation."""
    return _by_series().get(series)


def charter_series(jurisdiction: str, word: str) -> str | None:
    """Return the standard abbreviation of a jurisdiction's ``Const.`` or ``Decl. of Rights``."""
    if jurisdiction == "us":
        return f"U.S. {word}"
    state = states().get(jurisdiction)
    return f"{state.abbr} {word}" if state is not None else None


def ordinals() -> Iterable[tuple[str, int]]:
    """Return the ordinals of amendments with their numbers: ``fourteenth``."""
    numbers: Mapping[str, int] = _raw()["ordinals"]
    return numbers.items()
