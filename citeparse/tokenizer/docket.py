"""Docket numbers: ``No. 06 Civ. 6331``, ``Nos. 91 Civ. 5442 (RPP), 91 Civ. 5471`` (Indigo Book R12.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import DocketToken

__all__ = ["DOCKET"]

_DASH = r"[-‐‑–—]"
_NUMBER = rf"""
    (?:(?:CIV|Civ|CR|Cr|CV|Cv|Crim|CRIM|C|Civil|Criminal|Adv|AP|MD|MDL|SA|B|Misc|Docket|Case|Action|A)\b\.?\s?(?:(?:A|Action|No|Nos|Proc)\.?\s?)*{_DASH}?\s?)?
    (?:[12]\sCA{_DASH}[A-Z]{{2}}(?:{_DASH}[A-Z]{{2}})?\s)?              # 1 CA-CR 10-0123 (Arizona)
    (?:[A-Z]{{1,3}}{_DASH})?[A-Z0-9]{{0,4}}[0-9]{{1,4}}
    (?:
        (?:[:./]|\s?{_DASH}\s{{0,2}})[A-Za-z0-9]{{1,10}}\.?
      | \s(?:Civ|CIV|Cr|CR|Cv|CV|Crim|C|Misc|AP|MD|CA|WDA|EDA|MDA|WD|ED|MAP|WAP|Sept|cv|cr)\b\.?\s?[0-9]{{1,6}}
      | (?:Civ|CIV|Cr|CR|CV|cv|cr|AP|C)\.?\s?[0-9]{{1,6}}
      | ,[0-9]{{3}}(?![0-9])
      | [A-Z]{{1,3}}[0-9]{{1,6}}
      | [A-Z]{{2,3}}(?={_DASH}[0-9])                                 # 12AP-123
    ){{0,6}}
    {_DASH}?
    (?:\s?\([A-Z]{{2,5}}x?\)){{0,3}}
"""
_NEUTRAL = rf"[0-9]{{4}}{_DASH}(?:Ohio|NM(?:SC|CA|CERT)|NC(?:SC|COA|BC)){_DASH}"
"""What follows the number is no second one but the neutral citation: ``No. 98765, 2013-Ohio-123``."""
_DOCKET = lazy(
    rf"""
    (?:Nos?)?\.?\s{{0,4}}
    (?:\#\s?)?
    (?P<first>{_NUMBER})
    (?:(?:,\s(?:and\s)?|\s(?:and|&)\s(?=[0-9A-Z-]{{5,24}},\s))(?:No\.\s)?
        (?![0-9]{{1,4}}\s[A-Z]|{_NEUTRAL})(?:{_NUMBER})(?=[,\s(]))?
    """,
    re.VERBOSE,
)
_HAS_DIGIT = lazy(r"[0-9]")
_PLAIN = lazy(r"[0-9]{1,3}$")
_RECORD_LEAD = lazy(
    r"(?:ECF|Dkt|Doc|Docket|D\.E|Entry|Exhibit|Ex|Rep|L|Order|Release|Opinion|Op|Chapter|Patent|Reg)\.?\s{0,3}$"
)


_CIVIL = lazy(r"[0-9]{2}\s(?:CIV|Civ|CR|Cr|Crim)\.?\s[0-9]{2,6}(?![0-9A-Za-z])(?:\s?\([A-Z]{2,5}\)){0,3}")


def _civil() -> Iterable[tuple[str, None]]:
    return [("Civ.", None), ("Cr.", None), ("Crim.", None)]


def read(anchor: Anchor) -> Hit | None:
    """``No. 06 Civ. 6331``, ``00 Civ. 2839`` (Indigo Book R12.4.1)."""
    text, start = anchor.text, anchor.start
    if anchor.name > start:
        bare = _CIVIL.match(text, start)
        return Hit(DocketToken, start, bare.end(), {"docket": bare.span()}) if bare else None
    found = _DOCKET.match(text, start if text[start] == "N" else anchor.end)
    if found is None or _PLAIN.match(found.group("first")):
        return None
    if _RECORD_LEAD.search(text, max(anchor.floor, start - 12), start):
        return None
    begin, end = found.span("first")
    end = max(end, found.end())
    while text[end - 1] in " ,.\n\t":
        end -= 1
    return Hit(DocketToken, start, end, {"docket": (begin, end)})


DOCKET = Rule(name="docket", read=read, numbered=_civil, words=("No", "Nos", "Docket"))
