"""Agencies, the executive: ``63 O.I.C. 14``, ``Rev. Proc. 2021-18``, ``Exec. Order No. 14,023``, ``U.S.S.G. § 4B1.2``.

Source: Indigo Book R18.5 (guidelines), R19 and T2 (administrative and executive materials).
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.agencies import AgencySeries, document_names, manual_names, series_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._locator import GAP, read_comments
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import AgencyToken, LegislativeToken, Token

__all__ = ["AGENCY_DOCUMENT", "AGENCY_MANUAL", "AGENCY_SERIES", "ATTORNEY_GENERAL"]

_DASH = r"\s?[-‐‑–—]\s{0,8}"
_PAGE = lazy(
    GAP
    + r"""
    ,?[\s\u00a0]{0,3}
    (?:\((?P<volume>Vol\.\s[0-9IVX]{1,4}|CCH|BNA|RIA)\)[\s\u00a0]{0,3})?
    (?:(?P<at>at)\s{1,4}(?:pp?\.\s{0,2}|¶\s?)?|(?P<sign>¶\s?|P\s(?=[0-9]))|(?:No\.\s{0,3}))?
    (?P<page>[*]?[0-9]{1,3}(?:,[0-9]{3}|[0-9]{0,3})|_{2,6}|—)
    (?![0-9A-Za-z])(?P<to>\s?[-–—]{1,2}\s?[0-9]{1,5}(?![0-9A-Za-z]))?
    """,
    re.VERBOSE,
)
_REPRINT = lazy(r"[Rr]eprinted\s+in|Rep(?:ort|t)?\.?\s+No|Conf\.\s+Rep|Cong\.,|[Cc]ommittee|Sess\.")
_NUMBERS = {
    "year": rf"(?:19|20)?[0-9]{{2}}{_DASH}[0-9]{{1,4}}",
    "plain": r"[0-9]{1,2},[0-9]{3}|[0-9]{3,5}(?:-[A-Z0-9]{1,3})?",
    "order": (
        r"[0-9]{1,2},[0-9]{3}|[0-9]{1,5}(?:-[A-Z0-9]{1,3})?"
        r"|of\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s[0-9]{1,2},\s(?:18|19|20)[0-9]{2}"
    ),
    "ruling": r"(?:19|20)?[0-9]{2}-?[0-9]{2}-?[0-9]{3}",
    "ssr": rf"[0-9]{{2}}{_DASH}[0-9]{{1,3}}[a-z]?p?",
    "ssr-ar": rf"[0-9]{{2}}{_DASH}[0-9]{{1,2}}\([0-9]{{1,2}}\)",
    "release": r"(?:[A-Z]{2}-|[0-9]{2}-)?[0-9]{2,3},?[0-9]{2,3}",
    "ferc": r"[0-9]{3,4}(?:-[A-Z])?(?=,\s{1,3}[0-9]{1,3}\s{1,3}(?:FERC|F\.E\.R\.C\.|FR|Fed\.))",
    "gao": r"(?:GAO[-/])?[0-9]{2,3}-[0-9]{1,4}[A-Z]{0,3}|[A-Z]{4}-[0-9]{2}-[0-9]{1,4}",
    "circular": r"[0-9]{2,3}(?:/[0-9]{3,4})?(?:[.-][0-9]{1,4})?(?:-[0-9]{1,3})?[A-Z]?",
    "code": r"(?=[A-Z0-9./-]{0,20}[0-9])[A-Z0-9]{1,16}(?:(?:[-–/.]|-\s{1,8}(?=[A-Z]{2,5}-[0-9]))[A-Z0-9]{1,12}){0,5}",
}
_NUMBERS["any"] = f"{_NUMBERS['year']}|{_NUMBERS['plain']}|{_NUMBERS['code']}"
_NUMBER = {
    shape: lazy(
        GAP + r"(?P<no>(?:[Nn][Oo]s?\.?|[Nn]umber|\#)[\s\u00a0]{0,5})?"
        rf"(?P<number>{pattern})(?![0-9A-Za-z]|[,.][0-9]|-[0-9]|\s{{1,3}}[A-Z]\.\s?[A-Z])",
    )
    for shape, pattern in _NUMBERS.items()
}
_YEAR = lazy(r"(?:19|20)[0-9]{2}\s?[-‐‑–—]")
_MOST_LISTED = 24
_MORE = lazy(
    r"(?:,|,?\s(?:and|&))\s{1,3}(?:[0-9]{1,3},[0-9]{3}|[0-9]{4,5}|(?:19|20)?[0-9]{2}-[0-9]{1,4}"
    r"|[A-Z0-9]{2,}-[A-Z0-9-]{1,16})(?![0-9A-Za-z]|\s[A-Z][A-Za-z]?\.)",
)
_SECTION_PIN = lazy(
    r"\s{1,3}(?P<pin>§{1,2}\s?[0-9]{1,3}[A-Z]?(?:\.[0-9]{1,3})?(?:\([0-9A-Za-z]{1,4}\)){0,6}"
    r"(?:\s?[-–]\s?[0-9]{1,3})?)(?![0-9A-Za-z])",
)
_SUBS = r"(?:\s?\((?:[A-Za-z]{1,4}|[0-9]{1,2})\)){0,6}"
_SIGN = (
    r"[”\"]?\)?(?:\s\([“\"]?[A-Z]{3,6}[”\"]?\))?"  # Manual of Procedure (“TBMP”) § 101.03
    rf",?{GAP},?(?P<sign>§\s?§|§{{1,2}}|[Ss]ections?|[Ss]ecs?\.|¶)?{GAP}"
)
_SECTIONS = {
    "guideline": (
        rf"(?:[1-9][A-Z]\s?[0-9lI]{{1,2}}\s?\.(?:\s(?=l))?[0-9lI]{{1,2}}{_SUBS}"           # 4B1.2(a); scanned: 2Rl.l
        r"|[Aa]pp\.\s[A-Z](?:,\s{1,90}[Aa]mend(?:s?\.|ments?)\s{1,9}(?:Nos?\.\s)?[0-9]{1,3})?"      # app. C, amend. 706
        r"|[Cc]h\.\s[0-9],\s?[Pp]t\.\s?[A-Z](?![a-z]))"                                 # ch. 3, pt. B
    ),
    "number": r"[0-9]{3,4}(?:\.[0-9]{2})?(?:\([a-zA-Z0-9]{1,4}\)){0,5}",
    "poms": r"[A-Z]{2}\s{0,2}[0-9]{3,5}\.[0-9]{3}(?:[.(\[]{0,2}[A-Z0-9]{1,2}[)\]]?){0,4}",
    "hallex": r"(?:HA\s)?I{1,3}-[0-9]-[0-9]{1,2}-[0-9]{1,3}(?:\.?[A-Z])?",
    "dotted": r"[0-9]{1,2}(?:\.[0-9]{1,3}){1,5}",
    "hyphened": r"[0-9]{1,2}-[0-9]{1,3}(?:\.[0-9]{3})?",
    "m21": (
        r"[Pp](?:ar)?t\.?\s[IVX]{1,5}"
        r"(?:,\s(?:[Ss]ubpt\.|[Ss]ubpart|[Cc]h\.|[Cc]hapter|[Ss]ec\.|[Ss]ection|[Pp]ara\.|[Tt]opic)"
        r"\s?[0-9ivx]{1,4}(?:\.[0-9]{1,3}[a-z]?)?){0,4}"
    ),
    "signed": r"[0-9]{1,4}(?:[.:-][0-9A-Z]{1,5}){0,3}(?:\([A-Za-z0-9]{1,4}\)){0,4}",
    "fam": r"[0-9]{3,4}(?:\.[0-9]{1,3}(?:-[0-9]{1,2})?)?(?:\([A-Za-z0-9]{1,3}\)){0,3}",
}
_SECTION = {
    like: lazy(
        rf"{_SIGN}(?P<sections>(?P<section>{pattern})"
        rf"(?:(?:,\s?|\s(?:and|&|or)\s|,\s(?:and|&)\s)(?:{pattern}|\([A-Za-z0-9]{{1,3}}\)(?=[\s,.;)]))){{0,6}})"
        r"(?![0-9A-Za-z])",
    )
    for like, pattern in _SECTIONS.items()
}
_PLAIN_NUMBERS = frozenset(("number", "signed", "dotted", "fam"))
"""Sections that look like any number: a sign must stand before them, or an abbreviation in capitals."""
_SCANNED = lazy(r"[0-9][A-Z]\s|[lI]|\s[0-9.]")
_PLAIN_SECTION = lazy(r"[0-9][A-Z]\s?[0-9lI]{1,2}\s?\.(?:\s(?=l))?[0-9lI]{1,2}|[^\s(]+")
_SUBJECT = lazy(r"[A-Z]{2}\s{0,2}[0-9]{3,5}\.[0-9]{3}")
"""``DI 25501.001``, a section by its subject."""
_AG_NUMBER = lazy(
    r",?\s{1,3}(?:Op(?:inion|\.)\s)?(?:Nos?\.\s{0,3})"
    r"(?P<number>[A-Z]{0,4}-?[0-9]{1,5}(?:[-–][0-9]{1,5}){0,2}[A-Z]?)(?![0-9A-Za-z])",
)
_AG_BEFORE = lazy(
    r"(?<![A-Za-z.])(?P<head>(?:(?:19|20)[0-9]{2}\s)?(?:Op\.\s)?(?:[A-Z][a-z]{1,8}\.\s|(?:[A-Z]\.\s?){2}"
    r"|Texas\s|Ohio\s|Utah\s|Iowa\s|Alaska\s|Hawaii\s|Idaho\s|Maine\s)?(?:Op\.\s)?)$",
)


def read_series(anchor: Anchor) -> Hit | None:
    """``63 O.I.C. 14``, ``45 Op. O.L.C. __``, ``141 FERC ¶ 61,049`` (Indigo Book T2): volume, series, page."""
    text, start = anchor.text, anchor.start
    series: AgencySeries = anchor.row
    page = _PAGE.match(text, anchor.end)
    volume = start
    while volume < anchor.name and (text[volume].isdigit() or text[volume] in "-–"):
        volume += 1
    if page is None or not text[anchor.name].isupper() or (series.years and volume - start < 4):
        return None
    if series.years and page.group("to") and page.group("page")[:2] in ("19", "20"):
        return None  # the volume of the next citation: 2026-04 I.R.B. 2026-04
    if series.paragraph != (page.group("sign") is not None) and not page.group("at"):
        return None
    parts = {"volume": (start, volume), "reporter": (anchor.name, anchor.end), "page": page.span("page")}
    if series.years and text[start : start + 2] in ("19", "20"):
        parts["year"] = (start, start + 4)
    if page.group("volume"):
        parts["part"] = page.span("volume")
    if page.group("sign"):
        parts["sign"] = page.span("sign")
    hit = Hit(_series_form(anchor, series), start, page.end("page"), parts, series.standard)
    if page.group("at"):
        hit.pins = [(page.start("page"), page.end())]
        hit.tail = page.end()
    return hit


def _series_form(anchor: Anchor, series: AgencySeries) -> type[Token]:
    """A reprint of a committee report in the Cumulative Bulletin is a legislative document."""
    if series.key != "cb":
        return AgencyToken
    before = _REPRINT.search(anchor.text, max(0, anchor.start - 90), anchor.start)
    return LegislativeToken if before is not None else AgencyToken


def read_document(anchor: Anchor) -> Hit | None:
    """``Rev. Proc. 2021-18``, ``Exec. Order No. 14,023``, ``Mortgagee Letter 2014-07`` (Indigo Book T2)."""
    text = anchor.text
    series: AgencySeries = anchor.row
    found = _NUMBER[series.shape].match(text, anchor.end)
    if found is None or not _named(text[anchor.start : anchor.end], series, numbered=found.group("no") is not None):
        return None
    parts = {"document": (anchor.start, anchor.end), "number": found.span("number")}
    end = _listed(anchor, found)
    if series.shape == "year" and _YEAR.match(found.group("number")):
        parts["year"] = (found.start("number"), found.start("number") + 4)
    if end > found.end("number"):
        parts["numbers"] = (found.start("number"), end)
    hit = Hit(AgencyToken, anchor.start, end, parts, series.standard)
    section = _SECTION_PIN.match(text, end)
    if section is not None:
        hit.pins = [section.span("pin")]
        hit.tail = section.end("pin")
    return hit


def _named(name: str, series: AgencySeries, *, numbered: bool) -> bool:
    """Whether the printed name, with or without ``No.``, is that of a document."""
    if not name[0].isupper() or name.endswith("rder."):  # a sentence ends: the Executive Order. 5 agencies
        return False
    numbered = numbered or name.lower().rstrip(".").endswith((" no", " nos", "number"))
    if series.no and not numbered:
        return False
    bare = len(name) < 4 and "." not in name and series.shape in ("plain", "code")
    return numbered or not bare


def _listed(anchor: Anchor, found: re.Match[str]) -> int:
    """Return the end of a list of numbers: ``Exec. Order Nos. 14,023 and 14,024``."""
    end = found.end("number")
    name = anchor.text[anchor.start : anchor.end].rstrip(".")
    if not name.endswith("s") and (found.group("no") or "").strip(" .").lower() != "nos":
        return end
    for _ in range(_MOST_LISTED):
        more = _MORE.match(anchor.text, end)
        if more is None:
            break
        end = more.end()
    return end


def read_manual(anchor: Anchor) -> Hit | None:
    """``U.S.S.G. § 4B1.2(a)(1)``, ``TBMP § 704.08(b)``, ``POMS DI 25501.001`` (Indigo Book T2)."""
    text = anchor.text
    series: AgencySeries = anchor.row
    found = _SECTION[series.shape].match(text, anchor.end)
    if found is None or not text[anchor.start].isupper() or (not found.group("sign") and _faulty(series, found)):
        return None
    name = text[anchor.start : anchor.end]
    if not found.group("sign") and series.shape in _PLAIN_NUMBERS and (series.shape == "signed" or not name.isupper()):
        return None
    plain = _PLAIN_SECTION.match(text, found.start("section"))
    first = (found.start("section"), min(plain.end(), found.end("section")) if plain else found.end("section"))
    if not text[first[0]].isdigit():
        whole = _SUBJECT.match(text, first[0]) if series.shape == "poms" else None
        first = whole.span() if whole else found.span("section")
    parts = {"code": (anchor.start, anchor.end), "sections": found.span("sections"), "section": first}
    if found.group("sign"):
        parts["sign"] = found.span("sign")
    hit = Hit(AgencyToken, anchor.start, found.end("sections"), parts, series.standard)
    read_comments(text, hit)
    return hit


def _faulty(series: AgencySeries, found: re.Match[str]) -> bool:
    """Whether the number of a guideline has faults of scanning; without a sign before it that is none."""
    printed = found.group("section")
    return series.shape == "guideline" and printed[0].isdigit() and _SCANNED.search(printed) is not None


def read_opinion(anchor: Anchor) -> Hit | None:
    """``Tex. Att'y Gen. Op. No. GA-0123``, ``2010 Op. Att'y Gen. No. 10-5``: opinions of state attorneys general."""
    text = anchor.text
    found = _AG_NUMBER.match(text, anchor.end)
    before = _AG_BEFORE.search(text, max(anchor.floor, anchor.start - 26), anchor.start) if found else None
    if found is None or before is None:
        return None
    start = before.start("head")
    if not (before.group("head").strip() or "Op" in text[anchor.end : found.start("number")]):
        return None
    parts = {"document": (start, found.start("number")), "number": found.span("number")}
    return Hit(AgencyToken, start, found.end("number"), parts, "Att'y Gen. Op.")


AGENCY_SERIES = Rule(name="agency_series", read=read_series, numbered=series_names)
AGENCY_DOCUMENT = Rule(name="agency_document", read=read_document, named=document_names)
AGENCY_MANUAL = Rule(name="agency_manual", read=read_manual, named=manual_names)
ATTORNEY_GENERAL = Rule(
    name="attorney_general",
    read=read_opinion,
    named=lambda: (("Att'y Gen.", None), ("Atty. Gen.", None), ("Attorney General", None), ("Att'y Gen'l", None)),
)
