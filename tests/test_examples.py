"""The Indigo Book's and reporters-db's examples are read, and text without citations has none."""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks import false_friends
from benchmarks.examples import INDIGO, indigo, reporters_db
from benchmarks.roundtrip import reprinted
from citeparse import parse

LEANING = ("id", "supra", "case_short", "reference", "section")
"""Forms that mean nothing without the citation before them."""

LITTLE = 400_000
"""Characters of text without citations that the test reads."""


def test_indigo() -> None:
    """At least 95 % of the citations that the Indigo Book's examples state are found with every part."""
    total, missed = indigo()
    assert total > 300
    assert len(missed) <= 0.05 * total, [one.source for one in missed]


def test_indigo_prints_back() -> None:
    """The standard form of every full citation in the good rows is read as an equal key, authority and pins."""
    rows = [json.loads(line) for line in INDIGO.read_text(encoding="utf-8").splitlines()]
    found = [c for row in rows if not row.get("bad") for c in parse(row["text"]).citations]
    full = [c for c in found if c.authority and c.kind not in LEANING and c.token.parallel is c.token.inside is None]
    assert len(full) > 300
    assert [(c.text, fault) for c in full if (fault := reprinted(c))] == []


def test_reporters_db() -> None:
    """At least 98 % of reporters-db's examples are one citation of their series."""
    total, missed = reporters_db()
    assert total > 800
    assert len(missed) <= 0.02 * total, [one.text for one in missed]


def test_text_without_citations() -> None:
    """At most one false citation in 100 KB."""
    total, found = false_friends.search(false_friends.collect(LITTLE))
    assert total > LITTLE / 4
    assert len(found) <= total / 100_000, [find.text for find in found]


def test_what_is_found_is_told() -> None:
    """A find comes with its source, its kind and the text around it."""

    def texts() -> Iterator[tuple[str, str]]:
        yield "here", "Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)."

    total, (find,) = false_friends.search(texts())
    assert (find.source, find.kind, find.text, total) == ("here", "case", "258 F.3d 62", 54)
    assert "Rockefeller" in find.around
