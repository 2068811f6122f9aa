"""What stands between the name of a code and its section: edition year, publisher, title or chapter, sign."""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.data._lazy import lazy
from citeparse.data.codes import Code
from citeparse.tokenizer._page import FOOT
from citeparse.tokenizer._sections import read_sections, read_sign

__all__ = ["Place", "read_place"]

_YEAR = r"(?:1[789]|20)[0-9]{2}"
_GAP = lazy(
    rf"""
    {FOOT}?[\s\u00a0,]{{0,16}}
    (?:
        \((?:West|McKinney|Lexis|LexisNexis|Vernon|Deering|Baldwin|Purdon|Smith-Hurd|Michie|Page|Anderson|Banks-Baldwin)
        [’'s\s0-9.Supp]{{0,20}}\)[\s,]{{0,3}}
    )?
    (?:Ann(?:\.|otated)[\s,]{{0,3}})?
    (?:
        (?:of\s)?\(?(?P<year>{_YEAR})\)?                        # Ga. Code of 1933 § 69-301
        (?:\s(?:[&]\s)?(?:Cum\.?\s)?(?:Supp|Rev|Reissue|Repl|Ed)\b\.?(?:\s(?:[IVX]{{1,4}}|{_YEAR})\b)?)?
        (?=                                                 # else it is the section
            [\s,]{{0,4}}(?:§|¶|[Ss]ec|SEC|[Tt]it|TIT|[Cc][Hh]|[Cc]\.|[Aa]rt)
          | \s{{1,3}}[0-9]{{1,4}}[A-Za-z]?[-.:][0-9]
        )
        [\s,]{{0,4}}
    )?
    (?:(?P<app>[Aa][Pp][Pp](?:\.|endix)?)(?=[\s,])[\s,]{{0,4}})?
    """,
    re.VERBOSE,
)
_DIVISION = lazy(
    r"""
    (?:
        (?P<title>[Tt][Ii][Tt](?:\.|[Ll][Ee]\b)|T\.)
      | (?P<chapter>[Cc][Hh](?:\.|[Aa][Pp](?:\.|[Tt][Ee][Rr]\b)|s\.)|[Cc]\.?(?=[\s\]]))
      | (?P<part>(?:[Ss]ub)?[Pp](?:ar)?ts?\b\.?(?:,\ssubpt\.)?)
    )
    \]?[\s\u00a0]{0,6}
    (?P<number>[0-9]{1,5}(?:[.][0-9]{1,3})?[A-Za-z]{0,2}(?:-[A-Z0-9]{1,4})?(?![0-9A-Za-z]))
    """,
    re.VERBOSE,
)
_AFTER_DIVISION = lazy(rf"[\s\u00a0]{{0,6}},?[\s\u00a0\[]{{0,16}}(?:(?P<year>{_YEAR}),\s)?")
_SUBPART = lazy(
    r",?\s{1,4}(?P<subpart>[Ss]ub(?:part|pt\.)\s{1,3}[A-Z]{1,4}(?![A-Za-z])(?:,\s{1,3}[Aa]pp(?:\.|endix)\s[0-9A-Z]{1,3})?)"
)
_LOST = lazy(r"[ \t\u00a0]{3}[0-9]")
"""Where the conversion of a document lost the sign §, the spaces on both sides of it are left."""
_AGENCY = lazy(r"(?P<agency>[A-Z][A-Za-z]{1,6}(?:-[A-Z][A-Za-z]{0,3})?\.?)\s{1,3}")
_ARTICLE = lazy(
    r"""
    [Aa][Rr][Tt](?:[Ss]?\.|[Ii][Cc][Ll][Ee]\b)\s{0,4}
    (?P<article>[0-9]{1,5}(?:\.[0-9]{1,3})?[A-Za-z]?(?:-[0-9]{1,3})?(?:\([0-9]{1,3}[a-z]?\))?),?\s{1,4}(?=§|[Ss]ec)
    """,
    re.VERBOSE,
)
_USUAL = {"§": "aA", "art.": "aA", "r.": "rR", "¶": "¶pP"}
"""How the other signs of codes begin; regulations have any of them."""
_OTHER_SIGN = lazy(
    r"""
    [Aa][Rr][Tt](?:[Ss]?\.|[Ii][Cc][Ll][Ee][Ss]?\b|(?=\s[0-9]))\s{0,4}
  | (?:[Rr]ules?|[Rr]r?\.|¶{1,2}|[Pp]ars?\.|[Rr]eg\.)\s{0,4}
    """,
    re.VERBOSE,
)


class Place(NamedTuple):
    """Where in a code: offsets of the pieces that were printed."""

    end: int
    """After the last piece."""
    parts: dict[str, tuple[int, int]]
    """``title``, ``chapter``, ``part``, ``year``, ``app``, ``sign``, ``sections``, ``section``."""
    signed: bool
    """Whether a sign or word stands before the section."""


def read_place(text: str, at: int, code: Code) -> Place | None:
    """``, tit. 12, § 1438(A)(1)`` after the name of a code; None when neither section nor chapter follows."""
    parts: dict[str, tuple[int, int]] = {}
    at = _note(_GAP.match(text, at), parts, ("year", "app"), at)
    division = _DIVISION.match(text, at)
    end = at
    if division is not None:
        end = _divided(text, division, parts)
        at = _note(_AFTER_DIVISION.match(text, end), parts, ("year",), end)
    at = _note(_AGENCY.match(text, at) if code.agency else None, parts, ("agency",), at)
    at = _note(_ARTICLE.match(text, at), parts, ("article",), at)
    return _section(text, at, code, parts) or (Place(end, parts, signed=False) if division is not None else None)


def _section(text: str, at: int, code: Code, parts: dict[str, tuple[int, int]]) -> Place | None:
    """Read the sections, which after a chapter need their sign."""
    sign, at, plural = _sign(text, at, code)
    signed = sign is not None or (code.codified is None and _LOST.match(text, at - 3) is not None)
    if not signed and ("chapter" in parts or "part" in parts):
        return None
    found = read_sections(text, at, plural=plural or (sign is None and code.form.startswith("{title}")))
    if found is None:
        return None
    if sign is not None:
        parts["sign"] = sign
    parts.update(sections=(at, found.end), section=found.first)
    return Place(found.end, parts, signed)


def _divided(text: str, division: re.Match[str], parts: dict[str, tuple[int, int]]) -> int:
    """Note a title, chapter or part; parts have ranges and subparts: ``Parts 130 to 169``, ``pt. 60, subpt. A``."""
    kind = _kind(division)
    start, end = division.span("number")
    if kind == "part":
        listed = read_sections(text, start, plural="s" in division.group("part").lower().removeprefix("sub"))
        end = listed.end if listed is not None else end
        below = _SUBPART.match(text, end)
        if below is not None:
            parts["subpart"] = below.span("subpart")
    parts[kind] = (start, end)
    return parts.get("subpart", (0, end))[1]


def _kind(division: re.Match[str]) -> str:
    return next(name for name in ("title", "chapter", "part") if division.group(name))


def _note(found: re.Match[str] | None, parts: dict[str, tuple[int, int]], names: tuple[str, ...], at: int) -> int:
    """Keep the named groups that took part; return the offset after the match."""
    if found is None:
        return at
    for name in names:
        if found.group(name):
            parts[name] = found.span(name)
    return found.end()


def _sign(text: str, at: int, code: Code) -> tuple[tuple[int, int] | None, int, bool]:
    """Return the place of the sign, the offset after it, and whether it announces several sections."""
    sign = read_sign(text, at)
    if sign is not None:
        return (sign.start, sign.end), sign.end, sign.plural
    other = _OTHER_SIGN.match(text, at)
    usual = _USUAL.get(code.sign, "") if code.codified is None else ""
    if other is not None and (code.kind == "regulation" or other.group()[0] in usual):
        printed = other.group().strip().rstrip(".").lower()
        return other.span(), other.end(), printed.endswith(("s", "¶¶"))
    return None, at, False
