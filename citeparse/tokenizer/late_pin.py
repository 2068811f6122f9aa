"""Pins after court and date: ``(ARB May 2, 2019), slip op. at 5``, ``paragraph nine of the syllabus`` (R12.4.2, T3)."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer.pin import PINS, SLIP_FORMS

__all__ = ["read_late"]

_LATE = lazy(
    rf"""
    (?:,?\s{{1,3}}[Ss]lip\s[Oo]p(?:\.|inion),?)?,?\s{{1,3}}at\s{{1,3}}(?:pp?\.\s{{0,3}})?
    (?P<pin>{PINS["paragraph"]}|{PINS["page"]})
    (?=[;)]|[.,](?:\s|$)|\s{{0,3}}\(|$)
    """,
    re.VERBOSE,
)
"""``(ARB May 2, 2019), slip op. at 5``: after court and date."""
_SYLLABUS = lazy(r",?\s{1,3}((?:paragraphs?\s[a-z]+(?:\sand\s[a-z]+)?\sof\s(?:the\s)?)?syllabus)")


def read_late(text: str, hit: Hit) -> None:
    """Append the pin that stands after the parentheticals: ``, slip op. at 5``, ``paragraph nine of the syllabus``."""
    if hit.form in SLIP_FORMS and not hit.pins and text[hit.tail - 1] == ")":
        found = _LATE.match(text, hit.tail)
        if found is not None:
            hit.pins.append(found.span("pin"))
            hit.tail = hit.full_end = found.end()
    _read_syllabus(text, hit)


def _read_syllabus(text: str, hit: Hit) -> None:
    """Append ``paragraph nine of the syllabus`` (Ohio)."""
    if hit.series.startswith("Ohio"):
        found = _SYLLABUS.match(text, hit.tail)
        if found is not None:
            hit.pins.append(found.span(1))
            hit.tail = hit.full_end = found.end()
