"""One grammar of section lists: what stands after a § or the word Section (Indigo Book R16, R17, R5.2).

Numbers carry letters, hyphens, periods, colons and slashes (``1028A``, ``2000e-5``, ``13A-12-5``, ``5/115-7.4``);
subsections stand in brackets (``(a)(1)(B)``, ``10 (m)``, ``[a]``) or have words (``, subd. (b)``); lists and ranges
go on where the sign is doubled or the word is plural.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.tokenizer._page import FOOT

__all__ = ["DASH", "SIGN", "SUBSECTIONS", "Sections", "read_sections", "read_sign"]

DASH = r"[-‐‑‒–—]"
"""Dashes that texts print for the hyphen of a section or the dash of a range."""

_BREAK = r"(?:[ \t]{0,2}\r?\n\s{0,12})?"
"""A line may end after a hyphen."""

_LETTERS = r"(?!(?:st|nd|rd|th)\b)[A-Za-z]{0,4}(?![A-Za-z])"
_TRIPLE = "|".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")
"""``§ 394-ccc``: after z sections are counted by doubled, then tripled letters (New York)."""
_STEM = rf"[0-9]{{1,6}}(?:(?:[A-Z][0-9]{{1,2}}|[a-z][0-9]{{2}})(?![0-9A-Za-z])|{_LETTERS})"
NUMBER = rf"""
    {_STEM}
    (?:
        (?:[.:/]|[ ]/[ ])[0-9]{{1,6}}{_LETTERS}                                          # 65.2, 53A:4, 5/115
      | {DASH}{_BREAK}\.?{_STEM}|[-‐‑‒–]{_BREAK}(?:[A-Za-z]{{1,2}}|{_TRIPLE})(?![A-Za-z])   # -710, -a, -ccc, -.05
      | (?<=[0-9]{DASH}[0-9][0-9]),[0-9]{{3}}(?![0-9])                       # 25-21,243
      | (?<=[0-9]{DASH}[0-9]),[0-9]{{3}}(?![0-9])                            # 60-5,320
    ){{0,6}}
"""
_PLAIN = r"""(?:
    [a-zA-Z](?:\.?[0-9]{1,2})?                                    # a, b.1
  | aa|bb|cc|dd|ee|ff|gg|hh|jj|kk|ll|mm|nn|oo|pp|qq|rr|ss|AA|BB|CC|DD|EE|FF|GG|HH
  | [ivxl]{1,6}|[IVXL]{1,6}|[A-Za-z]-[0-9]{1,2}                                       # iv, III, a-5
  | [0-9]{1,3}[A-Za-z]?(?:[.–-][0-9]{1,3}){0,2}                    # 1, 10A, 2.1
)"""
_PAREN = rf"\(\s?{_PLAIN}\s?\)"
_SQUARE = rf"\[{_PLAIN}\]"
_GAP = r"[ \t\u00a0]{0,2}(?:\r?\n[ \t]{0,8}){0,2}"
SUBSECTIONS = rf"""
    (?:
        (?:
            [ \t\u00a0]{{0,2}}{_PAREN}
          | {_GAP}{_PAREN}(?!\s{{1,3}}[A-Z“\"])            # on the next line, unless a sentence begins there
          | [ \u00a0]{_SQUARE}|(?<=[\])]){_SQUARE}
        )
        (?:-[0-9]{{1,3}}[A-Z]?(?![0-9A-Za-z]))?
    )
"""
"""One bracket of ``(a)(1)(B)``; a regulation may go on after it (``1.414(r)-8``)."""

_WORDED = rf"""
    (?:,?\s{{1,3}}(?:[Ss]ubds?|[Ss]ubdivisions?|[Ss]ubds|[Ss]ubsections?|[Ss]ubsecs?|[Pp]ars?|[Pp]aragraphs?|[Ss]ub(?=\.))\.?\s{{1,3}}
        (?:{_PAREN}(?:{_GAP}{_PAREN}){{0,5}}|[0-9]{{1,3}}[a-z]?(?![0-9A-Za-z])(?:{_GAP}{_PAREN}){{0,5}}|[a-z](?![A-Za-z])))
"""
_ITEM = lazy(rf"(?P<number>{NUMBER})(?:{SUBSECTIONS}){{0,10}}(?:{_WORDED}){{0,3}}", re.VERBOSE)
_SUBS = lazy(rf"{_PAREN}(?:{SUBSECTIONS}){{0,9}}", re.VERBOSE)
_SHORT = lazy(rf"(?:{DASH}\.?|\.){_STEM}(?:\.{_STEM})?(?:{SUBSECTIONS}){{0,9}}", re.VERBOSE)
"""A member that leaves out what it shares with the one before: ``1614.103, .106(a)``."""
_JOIN = lazy(
    rf"""
    (?P<range>\s{{0,3}}{DASH}{{1,2}}\s{{0,3}}|\s{{1,3}}(?:to|through|thru)\s{{1,3}})
  | \s{{0,2}};\s{{1,3}}(?:and\s)?(?=\.[0-9])
  | \s{{0,2}},(?:\s{{1,4}}|(?=[(§]))(?:(?:and|or|&|and/or)\s{{1,3}})?
  | \s{{1,3}}(?:and/or|and|or|&)\s{{1,3}}
    """,
    re.VERBOSE,
)
_SIGN_AGAIN = lazy(r"§{1,2}\s{0,3}")
_TAIL = lazy(
    r"""
    ,?\s{1,3}et\.?\s{1,3}seqq?(?:\.|\b)
  | (?:\s{1,3}|,\s{1,3})(?:historical\s(?:and\sstatutory\s)?)?notes?(?=\s?[).,;:\[(]|\s?$|\s\(|\s\[)
    """,
    re.VERBOSE,
)
_VOLUME = lazy(
    r"""
    [A-Za-z]{0,2}\s{1,4}(?:
        (?:[A-Z][A-Za-z'’]{0,12}\.|[A-Z]{1,2}\.?\s?[0-9]?d?)[\s,A-Z0-9]
      | (?:U\.?\s?S|F|S|P|N|So|A|Fed|Stat|Cal|WL|USC|CFR|ILCS|OS|Ohio|Wis|Wash|[Cc]ent|[Pp]ercent|%)\b
      | (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b
    )
    """,
    re.VERBOSE,
)
_TORN = lazy(rf"{DASH}\s*\n")
"""A number that a page break cuts in two cannot be read."""
_SIGN = lazy(
    rf"""
    \[?Â?(?P<sign>§\s?Â?§|§)\]?(?:{FOOT}|\s{{0,8}})                  # Â: a § in UTF-8 that was read as Latin-1
  | (?P<word>[Ss]ec(?:-\r?\n\s{{0,12}})?tions?|SEC(?:-\r?\n\s{{0,12}})?TIONS?|[Pp]aragraph)\s{{1,6}}
  | (?P<short>[Ss]ec(?:s|t)?|SECS?)(?:\.\s{{0,6}}|\s{{1,3}})(?=[0-9])
    """,
    re.VERBOSE,
)
SIGN = _SIGN


_RANGE = lazy(
    rf"(?P<left>(?P<low>[0-9]{{3,6}})(?P<letters>[A-Za-z]{{0,2}})){DASH}\s{{0,14}}(?P<high>[0-9]{{2,6}})[A-Za-z]{{0,2}}"
)


_IN_BRACKETS = lazy(r"(?:\([0-9a-z]{1,3}\)){1,3}-[0-9]{1,3}[A-Z]?(?![0-9A-Za-z])")
"""Numbers of regulations go on after brackets: ``1.414(r)-8``."""
_SHORT_END = lazy(r"[–—]\.[0-9]{1,4}\Z")
"""``95-25.1–.25`` ends with the last part of a number."""


class Sections(NamedTuple):
    """A section list that was read."""

    end: int
    """Offset after the list."""
    first: tuple[int, int]
    """Place of the first section's number, without subsections."""


class Sign(NamedTuple):
    """A section sign or word that was read."""

    start: int
    end: int
    plural: bool


def read_sign(text: str, at: int) -> Sign | None:
    """Read ``§``, ``§§``, ``[§]`` or the word ``section`` at ``at``."""
    found = _SIGN.match(text, at)
    if found is None:
        return None
    printed = found.group(found.lastgroup or 0)
    return Sign(found.start(), found.end(), printed.count("§") > 1 or printed[-1:] in "sS")


def read_sections(text: str, at: int, *, plural: bool) -> Sections | None:
    """``853(a)(1)``; ``§§ 1983, 1985, and 1988`` (Indigo Book R5.2, R16.1): read the whole list at ``at``."""
    item = _ITEM.match(text, at)
    if item is None or text[item.end() : item.end() + 1] in ("%", "°"):
        return None
    end = item.end()
    last = item.group("number")
    for _ in range(60):
        more = _continued(text, end, last, plural=plural)
        if more is None:
            break
        end, last = more
    tail = _TAIL.match(text, end)
    if tail is not None:
        end = tail.end()
    return Sections(end, _first_number(text, item.start("number"), item.end("number"), plural=plural))


def _continued(text: str, end: int, last: str, *, plural: bool) -> tuple[int, str] | None:
    """Return the end of the next member of the list and its number (or the number before it)."""
    join = _JOIN.match(text, end)
    if join is None:
        return None
    at = join.end()
    subs = _SUBS.match(text, at)
    if subs is not None:
        return (subs.end(), last) if _subsection_goes_on(text, join, subs) else None
    if plural:
        again = _SIGN_AGAIN.match(text, at)
        at = again.end() if again else at
        short = _SHORT.match(text, at) if join.group() != "-" else None
        if short is not None:
            return short.end(), last
    item = _ITEM.match(text, at)
    if item is None or _VOLUME.match(text, item.end("number")) or _TORN.match(text, item.end()):
        return None
    number = item.group("number")
    if not plural and not _kin(last, number, join.group()):
        return None
    return item.end(), number


def _subsection_goes_on(text: str, join: re.Match[str], subs: re.Match[str]) -> bool:
    """``(a), (c)`` goes on; after ``(b)(6), or (2) that the defendant`` the sentence has begun a list of its own."""
    before = _LAST_BRACKET.search(text, max(0, join.start() - 14), join.start())
    if before is None:
        return False
    last, following = before.group("last"), _BRACKETED.match(subs.group())
    if subs.group().count("(") > 1:
        return True
    if following is None or not following.group(1).isdigit():
        return True
    if last.isdigit():
        return int(last) < int(following.group(1))
    return before.group("chain") is not None


_LAST_BRACKET = lazy(r"(?P<chain>[)\]] ?)?[(\[](?P<last>[0-9A-Za-z]{1,6})[)\]]\Z")
_BRACKETED = lazy(r"\(\s?([0-9A-Za-z]+)")


def _kin(last: str, number: str, join: str) -> bool:
    """Whether a number after a single § is clearly another section: ``§ 131 or 131F``, ``§ 3.303, 3.307``."""
    if any(c in join for c in "-–—") or _base(last) != _base(number):
        return False
    return join.strip() != "," or (_MARKED.search(last) is not None and _MARKED.search(number) is not None)


_MARKED = lazy(r"[0-9][-.:/–][0-9]{2,}")


def _base(number: str) -> str:
    """The part of a number that sections of one chapter share."""
    cut = max(number.rfind(c) for c in "-–.:/")
    return number[:cut] if cut > 0 else number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def _first_number(text: str, start: int, end: int, *, plural: bool) -> tuple[int, int]:
    """Cut a range such as ``801–904`` down to where it starts; ``2000e–5`` and ``52-570`` are single numbers."""
    whole = _IN_BRACKETS.match(text, end)
    if whole is not None:
        return start, whole.end()
    if plural:
        short = _SHORT_END.search(text, start, end)
        if short is not None:
            return start, short.start()
        found = _RANGE.fullmatch(text, start, end)
        if found is not None and _is_range(*found.group("low", "letters", "high")):
            return start, found.end("left")
    return start, end


def _is_range(low: str, letters: str, high: str) -> bool:
    """``801-904``, ``1692-1692o``, ``1621-22``: the end is no lower than the start, dropped digits restored.

    No digits are dropped after a letter: ``2000e-16`` and ``1395w-21`` are numbers.
    """
    whole = not letters or len(high) >= len(low)
    return whole and int(low[: max(0, len(low) - len(high))] + high) >= int(low)
