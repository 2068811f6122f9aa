"""eyecite (Free Law Project), with its default tokenizer or the one on Hyperscan."""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eyecite import get_citations, resolve_citations
from eyecite.models import (
    CaseCitation,
    FullCaseCitation,
    FullJournalCitation,
    FullLawCitation,
    IdCitation,
    ReferenceCitation,
    ShortCaseCitation,
    SupraCitation,
    UnknownCitation,
)
from eyecite.tokenizers import HyperscanTokenizer, Tokenizer, default_tokenizer

__all__ = ["predict", "reader"]

logging.getLogger("eyecite").setLevel(logging.ERROR)  # it warns of overlaps while it is being timed

HYPERSCAN_CACHE = Path(tempfile.gettempdir()) / "citeparse-benchmarks-hyperscan"

_KINDS = (
    (FullCaseCitation, "case"),
    (ShortCaseCitation, "case_short"),
    (IdCitation, "id"),
    (SupraCitation, "supra"),
    (ReferenceCitation, "reference"),
    (FullLawCitation, "statute"),
    (FullJournalCitation, "journal"),
)
_REGULATIONS = re.compile(r"C\.F\.R|Fed\. Reg|Code R|Admin")


def reader(*, hyperscan: bool = False) -> Callable[[str], int]:
    """Return a callable that finds and resolves the citations of one text."""
    tokenizer = _hyperscan() if hyperscan else default_tokenizer

    def read(text: str) -> int:
        citations = get_citations(text, tokenizer=tokenizer)
        resolve_citations(citations)
        return len(citations)

    return read


def _hyperscan() -> Tokenizer:
    """Return the Hyperscan tokenizer with its database compiled and cached."""
    HYPERSCAN_CACHE.mkdir(exist_ok=True)
    tokenizer = HyperscanTokenizer(cache_dir=str(HYPERSCAN_CACHE))
    get_citations("Foo v. Bar, 1 U.S. 1 (1999)", tokenizer=tokenizer)
    return tokenizer


def predict(text: str) -> list[dict[str, Any]]:
    """Return the mentions that eyecite finds; a lone ``§`` of which it reads nothing is none."""
    citations: list[Any] = [c for c in get_citations(text) if not isinstance(c, UnknownCitation)]
    clusters = {id(c): number for number, group in enumerate(resolve_citations(citations).values()) for c in group}
    return [_mention(c, clusters.get(id(c))) for c in sorted(citations, key=lambda c: c.span())]


def _mention(citation: Any, cluster: int | None) -> dict[str, Any]:
    start, end = citation.span()
    meta = citation.metadata
    pin = getattr(meta, "pin_cite", None)
    year = getattr(meta, "year", None)
    return {
        "start": start,
        "end": end,
        "kind": _kind(citation),
        "text": citation.matched_text(),
        "canon": citation.corrected_citation() if citation.groups else None,
        "name": _name(citation),
        "pin": re.split(r", ", re.sub(r"^at ", "", pin)) if pin else [],
        "court": getattr(meta, "court", None),
        "year": int(year) if year else None,
        "date": None,
        "docket": None,
        "sig": None,
        "cluster": cluster,
        "inside": None,
        "rel": None,
    }


def _kind(citation: Any) -> str:
    kind = next(kind for form, kind in _KINDS if isinstance(citation, form))
    return "regulation" if kind == "statute" and _REGULATIONS.search(citation.corrected_citation()) else kind


def _name(citation: Any) -> str | None:
    meta = citation.metadata
    parties = [getattr(meta, side, None) for side in ("plaintiff", "defendant")]
    if isinstance(citation, CaseCitation) and any(parties):
        return " v. ".join(party for party in parties if party)
    guess: str | None = getattr(meta, "antecedent_guess", None)
    return guess
