"""Other libraries measured on the annotated documents with the scorer that measures citeparse.

They are read twice: with the text as it is, and with the text cleaned as eyecite's README asks for (single spaces,
straight quotes and hyphens); offsets are carried back to the text as it is.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy import Predict, predict, score
from benchmarks.pages import Block, Table
from benchmarks.scoring import LEANING, Comparison, figures

__all__ = ["EYECITE_KINDS", "OURS", "cleaned", "eyecite", "peers_block"]

OURS = "citeparse"

EYECITE_KINDS = ("case", "case_short", "id", "supra", "reference", "statute", "regulation", "journal")
"""Kinds that eyecite has a class for."""

SHARED = ("kind", "span", "name", "pin", "court", "year", "resolve", "cluster")
"""Fields that both libraries report, normal forms aside: each has its own."""

_SIGNS = str.maketrans("‐‑‒–—―−‘’“”", "-------''\"\"")


def eyecite() -> dict[str, Predict]:
    """Return the ways in which eyecite is measured."""
    read: Predict = importlib.import_module("benchmarks.peers.eyecite_peer").predict
    return {"eyecite": read, "eyecite, text cleaned": cleaned(read)}


def cleaned(read: Predict) -> Predict:
    r"""Let a library read a cleaned text, with offsets of the text as it is.

    >>> cleaned(lambda text: [{"text": text, "start": 4, "end": 8}])("Id.,\n\n  “at”")
    [{'text': 'Id., "at"', 'start': 4, 'end': 11}]
    """

    def read_clean(text: str) -> list[dict[str, Any]]:
        kept = [match.start() for match in re.finditer(r"\s+|\S", text)]
        clean = "".join(" " if text[at].isspace() else text[at] for at in kept).translate(_SIGNS)
        return [m | {"start": kept[m["start"]], "end": kept[m["end"] - 1] + 1} for m in read(clean)]

    return read_clean


def peers_block(sets: Mapping[str, Path], others: Mapping[str, Predict]) -> Block:
    """Return the tables of docs/comparison.md: by set, on every kind and on the kinds that eyecite knows."""
    parts: list[Table | str] = []
    readers = {who: functools.cache(read) for who, read in {OURS: predict, **others}.items()}
    for name, gold in sets.items():
        for which, only in (("every kind", ()), ("the kinds that eyecite reads", EYECITE_KINDS)):
            measured = {
                who: [document.comparison for document in score(gold, read, only=only)] for who, read in readers.items()
            }
            parts += [f"**The {name} set, {which}**", _table(measured, only)]
    return parts


def _table(measured: Mapping[str, list[Comparison]], only: Collection[str]) -> Table:
    columns = [_column(comparisons) for comparisons in measured.values()]
    rows = [row for row in columns[0] if not (only and row == "grouping (B³ F1)")]
    return Table(("figure", *measured), tuple((row, *(column[row] for column in columns)) for row in rows))


def _column(comparisons: list[Comparison]) -> dict[str, float | int | None]:
    found = figures(comparisons)
    verdicts = [verdict for comparison in comparisons for verdict in comparison.verdicts]
    leaning = [v for v in verdicts if v.gold["k"] in LEANING and not str(v.gold.get("err", "")).startswith("ambiguous")]
    resolved = sum(any(c.field == "resolve" and c.right for c in v.checks) for v in leaning)
    exact = sum(v.prediction is not None and all(c.right for c in v.checks if c.field in SHARED) for v in verdicts)
    labels = {
        "gold": "mentions annotated",
        "pred": "mentions found",
        "P": "precision",
        "R": "recall",
        "F1": "F1",
        "B3_F1": "grouping (B³ F1)",
    }
    return {
        **{label: found[key] for key, label in labels.items()},
        **{f"`{field}`": found[field] for field in ("kind", "span", "canon", *SHARED[2:])},
        "short forms found and resolved": resolved / len(leaning) if leaning else None,
        "right in all shared fields": exact / len(verdicts) if verdicts else None,
    }
