"""Court, date and docket of a citation, wherever they stand.

Indigo Book R12.3; before the core in California and Louisiana, and in the older style: ``2 Cir., 1951,``.
"""

from __future__ import annotations

import re

from citeparse.data import dates
from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._page import FOOT
from citeparse.tokens import FullCaseToken

__all__ = ["court_before", "date_before", "docket_before", "read_court_date"]

_BRACKET = lazy(r"\(([^()]{1,80})\)(?:[\s,]{0,3}|(?P<semicolon>;\s{1,3}))$")
_COURT = lazy(
    r"""(?:,|(?<=[a-z]))\s{1,160}+(?:(?P<court>
        [0-9]{1,2}(?:st|nd|rd|d|th)?\s?Cir                  # 2 Cir.
      | C\.\s?(?:C\.\s?)?A\.\s?[0-9]{0,2}                   # C.C.A. 2, C.A. 2
      | D\.\s?C\.\s?[A-Z][A-Za-z.\s]{0,14}                  # D.C.S.D.N.Y.
      | [NSEWMC]\.\s?D\.\s?[A-Z][A-Za-z.\s]{0,10}           # S.D.N.Y.
      | D\.\s?[A-Z][A-Za-z.\s]{1,10}                        # D.Conn.
    )\.?(?:,?\s{0,3}(?P<year>1[89][0-9]{2}|20[0-9]{2}))?      # 2 Cir., 1951
    |(?P<bare>1[89][0-9]{2}|20[0-9]{2})),\s{0,160}+$""",
    re.VERBOSE,
)
_DISTRICT = lazy(
    r"""
    ,\s{1,160}+(?P<court>
        (?:[0-9]{1,2}(?:st|nd|rd|d|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)
        \s{1,9}Dist\.(?:,?\s{1,9}[A-Z][a-z]{2,11}(?:\s{1,9}[A-Z][a-z]{2,8})?)?
    ),?\s{0,160}+$
    """,
    re.VERBOSE,
)
"""Ohio: ``State v. Smith, 8th Dist. Cuyahoga No. 98765, 2013-Ohio-123`` (Ohio Writing Manual 1.1)."""
_LONGEST_DISTRICT = 60
_COURT_SIGNS = ("Cir", "D.", "A.")
_DAY = lazy(r"[A-Z][a-z]{2,8}\.?\s[0-9]{1,2}$")
_LOUISIANA = lazy(
    r"""
    ,\s{1,160}+(?:Nos?\.\s)?
    ( [0-9]{2,4}-\s?(?:[A-Z]{1,3}-)?[0-9]{3,5}(?:-[A-Z]{1,4})?      # 2014-KA-1234
    | [0-9]{2,3},[0-9]{3}(?:-[A-Z]{1,3})?)                          # 47,983
    (?:,\s{1,3}pp?\.\s{1,3}[0-9]{1,3}(?:-[0-9]{1,3})?)?              # p. 7 of the opinion itself
    \s{0,160}+$
    """,
    re.VERBOSE,
)
_DOCKET = lazy(
    r"""
    (?:,\s{1,160}+|\s{1,160}+(?=\[))\[?
    (?: (?:(?:Case|Docket|Civ\.|Civil|Civil\sAction|CR|Cr\.|Crim\.|C\.A\.|Cause|Slip\sOp\.)\s)?
        Nos?\.\s{0,4}(?P<number>[A-Z0-9][^;()\s]{0,24}[0-9](?:(?!\.[ ]?\n)[^;()]){0,40}?)                # No. 903053C
        (?:,\s(?:slip\s(?:op\.|opinion)\s)?at\s(?:(?!\.[ ]?\n)[^;()]){1,16})?             # , slip op. at 25
      | (?P<civil>[0-9]{1,2}\s(?:CIV|Civ|CV|Cv|CR|Cr|Crim)\.?\s                                     # 10 Civ. 2661 (PAC)
        [0-9]{2,6}(?:\s\(?[A-Z]{2,4}\)?){0,2})
      | (?P<minnesota>(?:A|C[0-9X])-?[0-9]{2}-[0-9]{3,4})                                      # A20-0123
    )\]?[\s,]{0,4}$
    """,
    re.VERBOSE,
)
_SLIP = lazy(r",\s{1,160}+(?:Slip\sOpinion|Slip\sOp\.|slip\sop\.)\sNo\.\s{1,3}$")
"""Before a neutral citation that has no page yet: ``, Slip Opinion No. 2026-Ohio-1230``."""
_DOCKET_SIGNS = ("No", "iv. ", "IV", "Cr", ", A", ", C")
_PAGE_LINE = lazy(rf"{FOOT}|\n[ \t]*(?:-\s?)?[0-9]{{1,4}}(?:\s?-)?[ \t]*\r?(?=\n)", re.VERBOSE)
LONGEST = 160
"""A parenthetical of more characters is no court and date."""


def read_court_date(text: str, hit: Hit, start: int, end: int) -> bool:
    """Read court and date from the inside of a parenthetical; return whether it is one."""
    if end - start > LONGEST:
        return False
    split = dates.split_court_date(text[start:end])
    if split is None and "\n" in text[start:end]:
        split = dates.split_court_date(_PAGE_LINE.sub(lambda found: " " * len(found.group()), text[start:end]))
    if split is None:
        return False
    if split.court is not None:
        hit.court = (start + split.court[0], start + split.court[1])
    if split.date is not None:
        hit.date = (start + split.date[0], start + split.date[1])
    return True


def date_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``(6th Cir. 1965)`` between name and core (California, Louisiana); return where the name ends."""
    if hit.form is not FullCaseToken or ")" not in text[max(floor, end - 4) : end]:
        return end
    found = _BRACKET.search(text, max(floor, end - 84), end)
    if found is None:
        return end
    docket = _LOUISIANA.search(text, max(floor, found.start() - 40), found.start())
    if (found["semicolon"] and docket is None) or not read_court_date(text, hit, *found.span(1)):
        return end
    if docket is None:
        return found.start()
    hit.docket = docket.span(1)
    return docket.start()


def court_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``, 2 Cir.,`` or ``, 2 Cir., 1951,`` between name and core; return where the name ends."""
    if hit.form is FullCaseToken and hit.docket is not None and hit.court is None:
        return _district_before(text, hit, floor, end)
    if hit.form is not FullCaseToken or text[max(floor, end - 3) : end].rstrip()[-1:] != ",":
        return end
    near = text[max(floor, end - 24) : end]
    if not (near.rstrip(", \r\n")[-1:].isdigit() or any(sign in near for sign in _COURT_SIGNS)):
        return end
    found = _COURT.search(text, max(floor, end - 60), end)
    if found is None or (found["bare"] and _DAY.search(text, max(floor, found.start() - 14), found.start())):
        return end
    if found["court"]:
        hit.court = found.span("court")
    if found["year"] or found["bare"]:
        hit.date = found.span("year" if found["year"] else "bare")
    return found.start()


def _district_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``, 8th Dist. Cuyahoga`` before the docket number; return where the name ends."""
    low = max(floor, end - _LONGEST_DISTRICT)
    found = _DISTRICT.search(text, low, end) if text.find("Dist.", low, end) >= 0 else None
    if found is None:
        return end
    hit.court = found.span("court")
    return found.start()


def docket_before(text: str, hit: Hit, floor: int, end: int) -> int:
    """Read ``, No. 903053C,`` between name and core where no rule knew the number; return where the name ends."""
    if hit.form is not FullCaseToken or hit.docket is not None:
        return end
    near = text[max(floor, end - 70) : end]
    if not any(sign in near for sign in _DOCKET_SIGNS):
        return end
    slip = _SLIP.search(text, max(floor, end - 40), end)
    if slip is not None:
        return slip.start()
    found = _DOCKET.search(text, max(floor, end - 80), end)
    if found is None:
        return end
    hit.docket = found.span(found.lastgroup or 0)
    return found.start()
