"""Court and date of a citation, wherever they stand (Indigo Book R12.3; California: before the core; older style: ``2 Cir.,``)."""

from __future__ import annotations

import re

from citeparse.data import dates
from citeparse.tokenizer._hit import Hit
from citeparse.tokens import FullCaseToken

__all__ = ["court_before", "date_before", "read_court_date"]

_BRACKET = re.compile(r"\(([^()]{1,60})\)[\s,]{0,3}$")
_COURT = re.compile(
    r""",\s{1,3}((?:
        [0-9]{1,2}(?:st|nd|rd|d|th)?\s?Cir                  # 2 Cir.
      | C\.\s?(?:C\.\s?)?A\.\s?[0-9]{0,2}                   # C.C.A. 2, C.A. 2
      | D\.\s?C\.\s?[A-Z][A-Za-z.\s]{0,14}                  # D.C.S.D.N.Y.
      | [NSEWMC]\.\s?D\.\s?[A-Z][A-Za-z.\s]{0,10}           # S.D.N.Y.
      | D\.\s?[A-Z][A-Za-z.\s]{1,10}                        # D.Conn.
    )\.?),\s{0,3}$""",
    re.VERBOSE,
)
LONGEST = 160
"""A parenthetical of more characters is no court and date."""


def read_court_date(text: str, hit: Hit, start: int, end: int) -> bool:
    """Read court and date from the inside of a parenthetical; return whether it is one."""
    if end - start > LONGEST:
        return False
    split = dates.split_court_date(text[start:end])
    if split is None:
        return False
    if split.court is not None:
        hit.court = (start + split.court[0], start + split.court[1])
    if split.date is not None:
        hit.date = (start + split.date[0], start + split.date[1])
    return True


def date_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``(6th Cir. 1965)`` between name and core (California); return where the name ends."""
    if hit.form is not FullCaseToken or ")" not in text[max(floor, end - 4) : end]:
        return end
    found = _BRACKET.search(text, max(floor, end - 64), end)
    if found is not None and read_court_date(text, hit, *found.span(1)):
        return found.start()
    return end


def court_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``, 2 Cir.,`` between name and core; return where the name ends."""
    if hit.form is not FullCaseToken or text[max(floor, end - 3) : end].rstrip()[-1:] != ",":
        return end
    found = _COURT.search(text, max(floor, end - 40), end)
    if found is None:
        return end
    hit.court = found.span(1)
    return found.start()
