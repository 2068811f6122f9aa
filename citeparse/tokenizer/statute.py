"""Codes: ``42 U.S.C. § 1983``, ``N.Y. Penal Law § 70.00(1)``, ``MCL 600.2912b`` (Indigo Book R16, R17, R19, T3)."""

from __future__ import annotations

import re

from citeparse.data.codes import Code, Named, first_names, numbered_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer.code_gap import Place, read_place
from citeparse.tokens import RegulationToken, StatuteToken

__all__ = ["STATUTE", "code_hit", "form_of"]

_NUMBER = re.compile(r"[0-9]{1,4}(?:-[0-9]{1,4})?[A-Za-z]?")
_MORE = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{1,4}-){1,3}\Z")
_FLAT = re.compile(r"[0-9]+[A-Za-z]*(?:[-–—\s]+[0-9A-Za-z]+)*")


def read(anchor: Anchor) -> Hit | None:
    """``42 U.S.C. § 1983``, ``Cal. Penal Code § 187`` (Indigo Book R16.1, R17.1)."""
    place = read_place(anchor.text, anchor.end)
    if place is None or not _strong(anchor, place):
        return None
    parts = {"code": (anchor.name, anchor.end), **place.parts}
    start = anchor.start
    if anchor.name > start:
        number = _NUMBER.match(anchor.text, start)
        if number is None:
            return None
        more = _MORE.search(anchor.text, max(anchor.floor, start - 15), start)
        start = more.start() if more else start
        parts["title"] = (start, number.end())
    return code_hit(anchor.text, anchor.row, (start, place.end), parts)


def code_hit(text: str, named: Named, span: tuple[int, int], parts: dict[str, tuple[int, int]]) -> Hit:
    """Make the core of a citation of a code."""
    start, end = span
    section = parts.get("section")
    if named.codes[0].flat and section is not None:
        flat = _FLAT.match(text, *section)
        if flat is not None and flat.end() < section[1] and text[flat.end()] == ".":
            end = flat.end()
            parts = {**parts, "section": flat.span(), "sections": (parts["sections"][0], end)}
    return Hit(form_of(named), start, end, parts, named.series)


def form_of(named: Named) -> type[StatuteToken] | type[RegulationToken]:
    """Return the class of token for a code."""
    return RegulationToken if named.codes[0].kind == "regulation" else StatuteToken


def _strong(anchor: Anchor, place: Place) -> bool:
    """Whether name and section together are a citation: a number without a sign needs a code cited that way."""
    code: Code = anchor.row.codes[0]
    if not place.signed and "section" in place.parts and not code.bare and "title" not in place.parts:
        return False
    if code.like is not None and "section" in place.parts:
        return code.like.match(anchor.text, place.parts["section"][0]) is not None
    return True


STATUTE = Rule(name="statute", read=read, numbered=numbered_names, named=first_names)
