"""Where in a book: ``§ 402A``, ``§§ 52:67-52:71``, ``¶ 703b``, ``§ 13.03[A][1]``, page ``194-195``, ``cmt. e``.

Source: Indigo Book R18.2, R28.1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit

__all__ = ["EDITION", "GAP", "Locator", "read_comments", "read_page", "read_section"]

GAP = r"[ \t\u00a0]{0,6}(?:\r?\n[ \t\u00a0]{0,80}){0,3}"
"""White space between a name and its number, over the end of a line."""

_DASH = r"\s{0,2}[-‐‑–—]\s{0,2}"
_BELOW = r"(?:\s?\[[A-Za-z0-9]{1,4}\]|\s?\((?:[A-Za-z]{1,4}|[0-9]{1,3})\)){0,6}"
NUMBER = rf"[0-9]{{1,5}}[A-Za-z]{{0,2}}[0-9]{{0,2}}(?:(?:[.:]|[.:]\s?(?=\n))[0-9]{{1,5}}[A-Za-z]?){{0,3}}{_BELOW}"
_SECTION = lazy(
    rf"""
    ,?{GAP},?
    (?P<sign>§\s?§|§{{1,2}}|¶\s?¶|¶{{1,2}}|(?:[Ss]ections?|[Ss]ecs?\.|[Ss]ect\.)(?=\s)){GAP}
    (?P<sections>
        (?P<section>{NUMBER})
        (?:
            (?:{_DASH}|,\s{{1,3}}(?:and\s)?|\s(?:and|&|to)\s{{1,3}})(?:{NUMBER}|\[[A-Z]\])
            (?!\s?(?:[A-Z]\.|[A-Z][a-z]{{0,8}}\.))                     # not the volume of another citation
        ){{0,12}}
    )
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_ONE = lazy(rf"(?P<section>{NUMBER})(?:{_DASH}(?:{NUMBER}))?")
_BARE = lazy(
    rf"""
    {GAP}(?P<sections>(?P<section>{NUMBER}))(?=\s{{0,3}}(?:[,;.)(]|at\s|cmt|comment))       # Torts 46 cmt. d
  | ,\s{{1,3}}(?P<listed>[0-9]{{1,3}}[:.][0-9]{{1,4}}(?:[.][0-9]{{1,3}})?|[0-9]{{1,4}}(?=,\s(?:pp?\.|at\s)))
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_PAGE = lazy(
    rf"""
    {GAP},?{GAP}(?P<at>(?:at|pp?\.)\s{{1,3}})?
    (?P<page>[*]?[0-9]{{1,4}}(?:{_DASH}[0-9]{{1,4}})?|[ivxlc]{{1,6}}(?=\s?\())
    (?P<note>\s{{1,2}}nn?\.\s?[0-9]{{1,3}})?
    (?![0-9A-Za-z]|[.:][0-9]|\s?[%°])
    """,
    re.VERBOSE,
)
_COMMENTS = lazy(
    r"""
    ,?\s{1,4}(?:(?:&|and)\s)?
    (?P<comment>
        (?:[Cc]m?ts?\.|[Cc]omments?|[Ii]llus(?:\.|trations?)|[Rr]eporters?[’']s?\s(?:[Nn]otes?|n\.)
          |(?:app\.\s|[Aa]pplication\s)(?:[Nn]otes?|(?=nn?\.))|Introductory\s[Nn]ote|background)
        (?:
            \s{0,3}
            (?:nn?\.\s?[0-9]{1,3}(?:\([A-Za-z0-9]\)){0,4}|[a-z]{1,2}(?:[-–][a-z])?|\[?[0-9]{1,3}\]?(?:\([a-zA-Z0-9]{1,2}\)){0,4})
            (?![A-Za-z0-9])(?:\s?(?:&|and)\s?[a-z0-9](?![a-z0-9]))?
        ){0,2}
    )
    """,
    re.VERBOSE,
)
_PAGES = lazy(r",\s{1,3}pp?\.\s{0,3}(?P<page>[0-9]{1,4}(?:-[0-9]{1,4})?(?:[-–][0-9]{1,4})?)(?![0-9A-Za-z])")
EDITION = r"\((?:[^()\n]{0,60}[\s.])?(?:1[5-9]|20)[0-9]{2}[^()]{0,48}\)"
"""A parenthetical that names an edition or its year: ``(4th ed. 1984)``, ``(Rutter Grp. Sep. 2025 update)``."""


class Locator(NamedTuple):
    """A place in a book."""

    end: int
    parts: dict[str, tuple[int, int]]
    """``section`` and ``sections``, or ``page``."""
    sign: str
    """``§``, ``¶``, ``at`` or nothing."""


def read_section(text: str, at: int, *, bare: bool) -> Locator | None:
    """Read ``§ 6.8``; with ``bare`` also a number without sign (``Restatement (Second) of Torts 46 cmt. d``)."""
    found = _SECTION.match(text, at)
    if found is not None:
        sign = found.group("sign")[0]
        if sign in "Ss":
            sign = "§"
        several = len(found.group("sign").strip()) > 1 and found.group("sign")[-1] not in "nt."
        end = found.end("sections") if several else _one(text, found.start("sections"))
        return Locator(end, {"sections": (found.start("sections"), end), "section": found.span("section")}, sign)
    lone = _BARE.match(text, at) if bare else None
    if lone is None:
        return None
    name = "listed" if lone.group("listed") else "sections"
    return Locator(lone.end(name), {"sections": lone.span(name), "section": lone.span(name)}, "")


def _one(text: str, at: int) -> int:
    """End of one section, or of a range after a single sign: ``§ 52:67-52:71``."""
    found = _ONE.match(text, at)
    return found.end() if found else at


def read_page(text: str, at: int) -> Locator | None:
    """Read a page or a list of pages: ``Black's Law Dictionary 194-195``."""
    found = _PAGE.match(text, at)
    if found is None:
        return None
    return Locator(found.end("page"), {"page": found.span("page")}, "at" if found.group("at") else "")


def read_comments(text: str, hit: Hit) -> None:
    """Take ``cmt. e``, ``illus. 2``, ``cmt. n.4``, ``, p. 213`` after a core for its pins (Indigo Book R5.1.3)."""
    for _ in range(3):
        found = _COMMENTS.match(text, hit.tail) or _PAGES.match(text, hit.tail)
        if found is None:
            return
        hit.pins.append(found.span(1))
        hit.tail = found.end(1)
