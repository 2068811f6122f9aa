"""Say what was missed, spurious or wrong, one line each, with the printed line: what one works from.

``ali-v-annucci:92 case '2017 WL 4570374' pin want ['*4'] got [] | «2017 WL 4570374», at *4 (S.D.N.Y. Oct. 12, 2017``
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from benchmarks.alignment import Mention
from benchmarks.scoring import Check, Comparison, Verdict

__all__ = ["Document", "list_misses"]

BEFORE, AFTER = 70, 70
"""Characters of context shown."""


@attrs.frozen
class Document:
    """One compared document."""

    name: str
    text: str
    comparison: Comparison


def list_misses(document: Document, fields: Collection[str] = ()) -> Iterator[str]:
    """Yield a line for each fault, in text order; ``fields`` restricts them (also ``missed``, ``spurious``)."""
    faults: list[tuple[int, str, str]] = []
    for verdict in document.comparison.verdicts:
        faults += ((verdict.gold["start"], fault, line) for fault, line in _faults(document, verdict))
    for mention in document.comparison.spurious:
        line = f"{_head(document, mention, mention.get('kind'), mention.get('text'))} spurious"
        faults.append((mention["start"], "spurious", f"{line} {_read(mention)} | {_excerpt(document.text, mention)}"))
    for _, fault, line in sorted(faults, key=lambda item: item[0]):
        if not fields or fault in fields:
            yield line


def _faults(document: Document, verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield (fault, line) for one annotated mention."""
    gold, got = verdict.gold, verdict.prediction
    head = _head(document, gold, gold["k"], gold.get("t"))
    note = f" ({gold['err']})" if gold.get("err") else ""
    if got is None:
        yield "missed", f"{head} missed{note} | {_excerpt(document.text, gold)}"
        return
    for check in verdict.checks:
        if not check.right:
            want, have = _show(check.want), _got(check, got)
            yield check.field, f"{head} {check.field} want {want} got {have}{note} | {_excerpt(document.text, gold)}"


def _head(document: Document, mention: Mention, kind: str | None, core: str | None) -> str:
    line = document.text.count("\n", 0, mention["start"]) + 1
    return f"{document.name}:{line} {kind} {_show(core)}"


def _got(check: Check, got: Mention) -> str:
    """Show what was predicted; for a link also the cluster, which is what one searches for next."""
    shown = _show(check.got)
    return f"{shown} [{got.get('cluster')}]" if check.field in {"resolve", "cluster"} else shown


def _read(mention: Mention) -> str:
    """Show what a spurious mention claims."""
    claims = {key: mention.get(key) for key in ("canon", "name", "pin", "sig") if mention.get(key)}
    return " ".join(f"{key}={_show(value)}" for key, value in claims.items())


def _show(value: Any) -> str:
    return repr(re.sub(r"\s*\n\s*", "⏎", value) if isinstance(value, str) else value)


def _excerpt(text: str, mention: Mention) -> str:
    """Return the core in its surroundings on one line, marked «so»."""
    start, end = mention["start"], mention["end"]
    pieces = (text[max(0, start - BEFORE) : start], "«", text[start:end], "»", text[end : end + AFTER])
    return re.sub(r"[ \t]+", " ", re.sub(r"\s*\n\s*", "⏎", "".join(pieces)))
