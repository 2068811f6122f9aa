"""Golden tables: every row of tests/cases/*.toml is a text, where it comes from, and what it cites."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from citeparse import Citation, Link, Span, Unresolved, parse

TABLES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
ROWS = [
    (table.stem, number, row)
    for table in TABLES
    for number, row in enumerate(tomllib.loads(table.read_text(encoding="utf-8")).get("case", []), start=1)
    if "found" in row
]
READERS = {  # a row says ``name = ""`` where there is none
    "kind": lambda c: c.kind,
    "core": lambda c: c.text,
    "full": lambda c: c.document.text[slice(*c.full_span)],
    "canon": lambda c: c.canonical,
    "pin": lambda c: [re.sub(r"\s*[-‐‑–—]\s*", "-", " ".join(p.printed.split())) for p in c.pins],
    "name": lambda c: c.case_name or "",
    "court": lambda c: c.court,
    "year": lambda c: c.year,
    "date": lambda c: c.date.isoformat() if c.date else None,
    "docket": lambda c: c.docket,
    "sig": lambda c: c.signal,
    "key": lambda c: c.key,
    "authority": lambda c: c.authority.key if c.authority else None,
    "authority_name": lambda c: c.authority.name if c.authority else None,
    "series": lambda c: c.token.series,
    "inside": lambda c: [c.inside.host.text, c.inside.relation] if c.inside else [],
    "plaintiff": lambda c: c.plaintiff,
    "defendant": lambda c: c.defendant,
    "parallels": lambda c: [other.text for other in c.parallels],
    "treatment": lambda c: c.treatment,
    "to": lambda c: c.antecedent.text if c.antecedent else None,
    "flags": lambda c: list(c.link.flags) if isinstance(c.link, Link) else None,
    "reason": lambda c: c.link.reason if isinstance(c.link, Unresolved) else None,
    "effective": lambda c: [pin.printed for pin in c.effective_pins],
    "lists": lambda c: [authority.key for authority in c.authorities],
    "governs": lambda c: c.governing_signal,
    "sentence": lambda c: _words(c, c.sentence),
    "quotation": lambda c: _words(c, c.quotation),
    "cluster": lambda c: c.cluster,
    "notes": lambda c: [[words.type, words.text] for words in c.parentheticals],
}


def _words(citation: Citation, span: Span | None) -> str | None:
    return None if span is None else " ".join(citation.document.text[slice(*span)].split())


assert ROWS, "no golden tables found"


@pytest.mark.parametrize(("table", "number", "row"), ROWS, ids=[f"{table}-{number}" for table, number, _ in ROWS])
def test_row(table: str, number: int, row: dict[str, Any]) -> None:
    """The text gives exactly the citations of the row, with every field that it states."""
    citations = parse(row["text"]).citations
    cores = [found["core"] for found in row["found"]]
    assert [c.text for c in citations] == cores, f"{table} {number}: {row['text']!r}"
    for citation, found in zip(citations, row["found"], strict=True):
        assert _read(citation, found) == found


def _read(citation: Citation, found: dict[str, Any]) -> dict[str, Any]:
    return {field: READERS[field](citation) for field in found}
