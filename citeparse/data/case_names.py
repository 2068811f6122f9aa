"""Words by which case names are told from prose: connectors, leads, procedural phrases, suffixes, abbreviations."""

from __future__ import annotations

import functools
from typing import NamedTuple

from citeparse.data._files import package_json, table

__all__ = ["NameWordTable", "name_words"]


class NameWordTable(NamedTuple):
    """The word lists, folded to lower case."""

    connectors: frozenset[str]
    """Lower-case words that occur inside a name."""
    leads: frozenset[str]
    """Words that begin a sentence or clause and are no part of a name."""
    phrases: tuple[str, ...]
    """Procedural phrases that begin a name, in small letters: ``in re``."""
    suffixes: frozenset[str]
    """Words that after a comma still belong to the party: ``Inc.``"""
    abbreviations: frozenset[str]
    """Words whose period ends no sentence, without that period."""
    named_leads: frozenset[str]
    """Leads that begin a name right after a signal."""
    inner_leads: frozenset[str]
    """Leads that are part of a name after another word of it."""
    ordinals: frozenset[str]
    """Leads that begin a name where no comma follows."""
    companies: frozenset[str]
    """Forms of companies, without the last period."""
    chapters: frozenset[str]
    """Parts of unions and societies."""


@functools.cache
def name_words() -> NameWordTable:
    """Load the lists, with reporters-db's case name abbreviations."""
    raw = table("case_names.toml")
    printed = package_json("reporters_db", "case_name_abbreviations.json")
    abbreviations = {w.rstrip(".").lower().replace("’", "'") for w in (*printed, *raw["abbreviations"].split())}
    return NameWordTable(
        connectors=frozenset(raw["connectors"].split()),
        leads=frozenset(raw["leads"].split()),
        phrases=tuple({phrase.lower(): None for phrase in raw["phrases"]}),
        suffixes=frozenset(raw["suffixes"].split()),
        abbreviations=frozenset(abbreviations),
        named_leads=frozenset(raw["named_leads"].split()),
        inner_leads=frozenset(raw["inner_leads"].split()),
        ordinals=frozenset(raw["ordinals"].split()),
        companies=frozenset(raw["companies"].split()),
        chapters=frozenset(raw["chapters"].split()),
    )

