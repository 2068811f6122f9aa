"""States that cite decisions by docket number: ``94-2345, p. 7 (La. 7/15/94)``, ``2017-CA-01472-SCT (¶ 30)``.

Indigo Book R11.7.3, T3 (Louisiana, Mississippi).
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import FullCaseToken

__all__ = ["LOUISIANA", "MISSISSIPPI"]

LOOK_BACK = 60
"""Number and pin stand in so many characters before the bracket."""

_NUMBER = lazy(
    r"""
    (?<![0-9A-Za-z.,–-])
    (?P<volume>(?:19|20)?[0-9]{2})[-–\s](?P<page>(?:[A-Z]{1,3}[-–])?[0-9]{3,4}[A-Z]{0,2})   # 93-2345, 2009 1359R
    (?:,\s{1,3}pp?\.\s{1,3}(?P<pin>[0-9]{1,4}(?:[-–][0-9]{1,4})?))?
    \s{1,3}\(\Z
    """,
    re.VERBOSE,
)
_COURT = lazy(
    r"(?P<court>La\.(?:\s?App\.\s?[1-6](?:st|nd|d|rd|th)?\s?Cir\.)?),?\s{1,2}(?P<day>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2}))\)",
)
_STATE_NUMBER = lazy(r"[-–][0-9]{5}[-–](?:SCT|COA)(?![0-9A-Za-z])")
_KINDS = ("BD", "BR", "CA", "CC", "CP", "CT", "DP", "DR", "EC", "FC", "IA", "JP", "KA", "KM", "KP", "SA", "TS", "WC")
"""Kinds of cases in Mississippi's docket numbers."""
_PIN = lazy(r"\s{1,3}\((?P<pin>¶{1,2}\s?[0-9]{1,3}(?:[-–][0-9]{1,3})?)\)")


def read(anchor: Anchor) -> Hit | None:
    """``93-2345 (La. App. 1 Cir. 7/15/94)``: court and day are part of the citation."""
    text, start = anchor.text, anchor.start
    after = _COURT.match(text, start) if text[start - 1 : start] == "(" else None
    number = _NUMBER.search(text, max(anchor.floor, start - LOOK_BACK), start) if after else None
    if number is None or after is None:
        return None
    parts = {name: number.span(name) for name in ("volume", "page")}
    parts["number"] = (number.start(), number.end("page"))
    parts |= {"court": after.span("court"), "day": after.span("day")}
    hit = Hit(FullCaseToken, number.start(), after.end(), parts, " ".join(after.group("court").split()))
    hit.docket, hit.court, hit.date = parts["number"], after.span("court"), after.span("day")
    if number.group("pin"):
        hit.pins.append(number.span("pin"))
    return hit


def read_mississippi(anchor: Anchor) -> Hit | None:
    """``2017-CA-01472-SCT (¶ 30)``: year, kind of case, number and court."""
    text, start, end = anchor.text, anchor.start, anchor.end
    number = _STATE_NUMBER.match(text, end)
    if number is None or end - anchor.name != 2 or anchor.name - start != len("2017-"):
        return None
    parts = {"number": (start, number.end()), "volume": (start, anchor.name - 1), "page": (anchor.name, number.end())}
    hit = Hit(FullCaseToken, start, number.end(), parts, "Miss.")
    hit.docket = parts["number"]
    pin = _PIN.match(text, hit.end)
    if pin is not None:
        hit.pins.append(pin.span("pin"))
        hit.tail = pin.end()
    return hit


LOUISIANA = Rule(name="louisiana", read=read, words=("La",))
MISSISSIPPI = Rule(name="mississippi", read=read_mississippi, numbered=lambda: [(kind, None) for kind in _KINDS])
