"""What a citation says, under the names and in the spellings of eyecite's metadata and groups."""

from __future__ import annotations

import re
from typing import Any

from citeparse.citations import Citation
from citeparse.span import Piece, Span
from citeparse.tokens import Token

__all__ = [
    "antecedent", "dated", "groups", "parallel_words", "parenthetical", "parties", "pinned", "publisher", "subsections",
    "without_signal",
]  # fmt: skip

_BLANK = re.compile(r"[\s,]*")
_AT = re.compile(r"[\s,]*(?:at\s+|notes?\s+|nn?\.\s*)?(?:pp?\.\s*)?")
_MONTH = re.compile(r"[^\W\d_]{3,9}\.?")
_PUBLISHER = re.compile(r"\D*")
_PROCEDURE = re.compile(r"(?:In\s+re|Ex\s+parte)\s+")

_GROUPS = {
    "volume": "volume", "reporter": "reporter", "nominative_volume": "volume_nominative",
    "nominative": "reporter_nominative", "page": "page",
}  # fmt: skip
"""Our parts of a case or article → eyecite's groups, in the order of the words."""

_ALWAYS = frozenset(("volume", "page"))


def groups(token: Token) -> dict[str, str | None]:
    """Return volume, reporter and page, ``50001(U)`` with its suffix; volume and page are None when none is printed."""
    parts = token.parts
    found = {
        name: parts[part].text if part in parts else None
        for part, name in _GROUPS.items()
        if part in parts or part in _ALWAYS
    }
    if "suffix" in parts and "page" in parts and parts["suffix"].start == parts["page"].end:
        found["page"] = parts["page"].text + parts["suffix"].text
    return {**found, "reporter": found.get("reporter") or token.series}  # 05-0477 (La. 2/22/06)


def pinned(citation: Citation, end: int) -> dict[str, Any]:
    """Return the pin as printed, ``at`` included, and its place; ``end`` is where the core ends.

    The note of ``supra note 4`` is one.
    """
    token = citation.token
    pins = [token.parts["note"], *token.pins] if "note" in token.parts else [*token.pins]
    pins = [pin for pin in pins if pin.start >= token.span.start] or pins  # Peña at 222, 515 U.S. 200
    if not pins:
        return {}
    text = citation.document.text
    at, blank = _AT.match(text, end), _BLANK.match(text, end)
    led = at is not None and blank is not None and end <= pins[0].start <= at.end()
    return _pin(text, Span(blank.end() if led and blank else pins[0].start, pins[-1].end))


def subsections(citation: Citation, end: int) -> dict[str, Any]:
    """Return what is left of a core after ``end`` as its pin: ``(a)(1)``."""
    return _pin(citation.document.text, Span(end, citation.span.end)) if end < citation.span.end else {}


def _pin(text: str, span: Span) -> dict[str, Any]:
    return {"pin_cite": text[slice(*span)], "pin_cite_span_start": span.start, "pin_cite_span_end": span.end}


def parenthetical(citation: Citation) -> str | None:
    """Return the first parenthetical that is none of court and date, of the citation or its parallel group."""
    group = (citation, *citation.parallels)
    return next((p.text for c in group for p in c.parentheticals if p.type != "court_date"), None)


def dated(citation: Citation) -> dict[str, str | None]:
    """Return year, month and day, the month as printed."""
    year, day = citation.year, citation.date
    words = _date_words(citation)
    month = _MONTH.search(words.text) if day is not None and words is not None else None
    return {
        "year": None if year is None else str(year),
        "month": None if month is None else month.group(),
        "day": None if day is None else str(day.day),
    }


def _date_words(citation: Citation) -> Piece | None:
    return next((c.token.date for c in (citation, *citation.parallels) if c.token.date is not None), None)


def publisher(citation: Citation) -> str | None:
    """Return who published the code: ``West`` of ``(West 1999)``."""
    words = next((p.text for p in citation.parentheticals if p.type == "court_date"), "")
    found = _PUBLISHER.match(words)
    return (found.group().strip(" ,") or None) if found is not None and citation.date is None else None


def parties(citation: Citation) -> dict[str, str | None]:
    """Return both parties; a name without ``v.`` is that of the defendant, ``In re`` left out."""
    sides = {"plaintiff": citation.plaintiff, "defendant": citation.defendant}
    if any(sides.values()) or citation.case_name is None:
        return sides
    return {"plaintiff": None, "defendant": _PROCEDURE.sub("", citation.case_name)}


def antecedent(citation: Citation) -> dict[str, str | None]:
    """Return the party that a reference names, under the side on which it stands."""
    name, cited = citation.case_name or citation.text, citation.antecedent
    sides = {} if cited is None else {"plaintiff": cited.plaintiff, "defendant": cited.defendant}
    side = next((side for side, party in sides.items() if party and name in party), "resolved_case_name_short")
    return {side: name}


def parallel_words(citation: Citation) -> str | None:
    """Return the parallel citations that follow, as printed."""
    after = [c for c in citation.parallels if c.index > citation.index]
    if not after:
        return None
    ends = [after[-1].span.end, *(pin.end for pin in after[-1].token.pins)]
    return citation.document.text[after[0].span.start : max(ends)]


def without_signal(citation: Citation) -> int:
    """Return where a citation begins, its signal passed over."""
    signal = citation.token.signal
    if signal is None or signal.start > citation.full_span.start:
        return citation.full_span.start
    found = _BLANK.match(citation.document.text, signal.end)
    return min(citation.span.start, signal.end if found is None else found.end())
