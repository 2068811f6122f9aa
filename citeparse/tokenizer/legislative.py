"""Bills, reports, debates, hearings: ``H.R. 647, 113th Cong.``, ``S. Rep. No. 98–225``, ``158 Cong. Rec. S234``.

Source: Indigo Book R21, T5.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.legislative import LegislativeSeries, bill_names, record_names, report_names, research_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._lead import read_lead
from citeparse.tokenizer._locator import GAP
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import LegislativeToken

__all__ = ["BILL", "CONGRESS_RECORD", "GLOBE", "HEARING", "REPORT", "RESEARCH"]

_CONGRESS = r"""
    ,?\s{1,50}(?P<congress>[0-9]{1,3})(?:th|st|nd|rd|d)\.?\s{1,3}(?:Congr?\.|Congress)
    (?:,?\s{1,50}(?P<session>[0-9]|First|Second|Third)(?:st|nd|rd|d)?\.?\s{1,3}(?:Sess\.|Session))?
"""
_AFTER = lazy(_CONGRESS, re.VERBOSE)
_NUMBER = lazy(
    r"""
    \s{0,4}(?:(?P<no>[Nn][Oo]s?\.?)\s{0,4})?
    (?P<number>[0-9]{1,4}(?:\s{0,1}[-‐‑–—]\s{0,12}[0-9]{1,4})?(?:\([IVX]{1,4}\)|-[IVX]{1,3}(?![A-Za-z]))?)
    (?P<part>,?\s{1,50}(?:[Pp]t\.|[Pp]art)\s{0,3}(?:[0-9]{1,2}|[IVX]{1,4})(?![0-9A-Za-z]))?
    (?![0-9A-Za-z]|,[0-9]{3}(?![0-9])|\s[A-Z]\.\s?[0-9A-Z])
    """,
    re.VERBOSE,
)
_SHORT_REPORT = lazy(r",?\s{0,3}at\s{1,3}(?P<page>[0-9]{1,4}(?:[-–][0-9]{1,4})?)")
_PAGE_AFTER = lazy(
    r"(?:,\s{0,3}|\s{1,3})(?:at\s|pp?\.\s)?"
    r"(?P<page>[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?(?:,\s[0-9]{1,4}(?:[-–][0-9]{1,4})?(?![0-9]|\s[A-Z]|"
    r"(?:th|d|st)\s))?)(?![0-9A-Za-z])(?=\s{0,3}(?:[(,.;):]|nn?\.|[a-z]|$))",
)
_SECTION_AFTER = lazy(
    r",?\s{1,3}(?P<page>§{1,2}\s?[0-9]{1,5}[A-Z]?(?:\([0-9A-Za-z]{1,4}\)){0,6}(?:\s?[-–]\s?[0-9]{1,5})?)",
)
_BILL_NUMBER = lazy(
    r"\s{0,3}(?:(?P<no>[Nn][Oo]\.|[Nn]umber)\s{0,3})?"
    r"(?P<number>[0-9]{1,5}(?:-[A-Z])?)(?![0-9A-Za-z]|[-–:.][0-9]|,[0-9]{3})",
)
_SESSION = lazy(
    r",?\s{1,4}(?P<session>(?:[0-9]{2,3}(?:th|st|nd|rd|d)\s{1,3}(?:Leg(?:is)?\.|Leg(?:islature)?"
    r"|Gen\.\sAssemb\.|G\.A\.)|(?:[12][0-9]{3}[–-])?[12][0-9]{3}(?:[–-][0-9]{2,4})?\s(?:Leg\.|Reg\.|Sess\."
    r"|Gen\.))(?:,?\s{1,3}(?:[1-9](?:st|d|nd|rd|th)\s)?(?:Reg\.|Spec\.|Extra\.|Called|Sess\.|Session)"
    r"(?:\sSess\.)?)?)",
)
_BILL_CONTEXT = lazy(
    r"(?:[Hh]earings?\s(?:[Oo]n|[Bb]efore[^.;]{3,80}on)|[Bb]ills?|[Ss]enate|[Cc]ongress|[Aa]ct|\bon"
    r"|introduced|see)[\s,(]{1,4}$",
)
_INITIALS = lazy(r"[A-Z]\.\s{0,2}$")
"""Letters before the name: ``U. S. 113``, ``N.T.S.B. 557``."""
_VOLUME = lazy(r"[0-9]\s{0,2}$")
_IN_NAME = lazy(r"(?:\b[Ii]n\s[Rr]e|\bvs?\.|\b[Mm]atter\sof)[\s*_]{1,4}$")
"""A bill that gives a case its name: ``In re House Bill No. 145``."""
_BILL_AFTER = lazy(
    r"\s\((?:[A-Z][a-z]{2,8}\.?\s[0-9]{1,2},\s)?(?:19|20)[0-9]{2}\)|,?\s(?:and|to|was|would|as|which"
    r"|the\sbill|is)\b",
)
_DEBATE_PAGE = lazy(
    GAP
    + r"""
    ,?[\s\u00a0]{0,3}(?:(?P<at>at)\s{1,3})?
    (?P<page>(?:[SHED]\.?\s?)?[0-9]{1,3}(?:,[0-9]{3}|[0-9]{0,3})(?:-[0-9]{2}(?![0-9]))?)
    (?![0-9A-Za-z])(?P<to>\s?[-–—]\s?(?:[SHED]\.?\s?)?[0-9]{1,3}(?:,[0-9]{3}|[0-9]{0,3})(?![0-9A-Za-z]))?
    """,
    re.VERBOSE,
)
_YEAR = lazy(r"(?:19|20)[0-9]{2}$")
_GLOBE = lazy(_CONGRESS + r"(?:,?\s{1,3}(?:at\s)?(?P<page>(?:app\.\s)?[0-9]{1,5})(?![0-9A-Za-z]))?", re.VERBOSE)
_RESEARCH = lazy(
    r",?\s{1,4}(?:No\.\s{0,3})?(?P<number>(?:R[LSM]?|IF|IN|IB|LSB|TE|WPD|WSLG|GL)[0-9]{4,6}|98-[0-9]{2,4})"
    r"(?![0-9A-Za-z])",
)
_HEARING = lazy(r"s?\s{1,4}(?:on|On|ON|before|Before|BEFORE)\s")
_HEARING_END = lazy(
    r",?\s{1,4}(?:(?P<congress>[0-9]{2,3})(?:th|st|nd|rd|d)\.?\s{1,3}Cong\.(?:,?\s{1,3}[0-9](?:st|nd|rd"
    r"|d)\s{1,3}Sess\.)?|(?P<session>[12][0-9]{3}(?:[–-][12]?[0-9]{1,3})?\sSess\.))",
)
_HEARING_BREAK = lazy(r";|\b[a-z]{4,}\.\s|\([^)]{0,4}[0-9]{4}\)|[”\"]")
_HEARING_PAGE = lazy(
    r"(?:,\s(?:at\s|pp?\.\s)?|\s)(?P<page>[0-9]{1,4}(?:[-–][0-9]{1,4})?)(?![0-9A-Za-z])(?=\s{0,3}[(,.;)])",
)
_LONGEST_HEARING = 320


def read_report(anchor: Anchor) -> Hit | None:
    """``H.R. Rep. No. 95-27, pt. 1``, ``S. Rep. No. 444, 77th Cong., 1st Sess. 1`` (Indigo Book R21.3)."""
    text = anchor.text
    series: LegislativeSeries = anchor.row
    if not text[anchor.start].isupper() or anchor.end - anchor.start < 4:
        return None
    found = _NUMBER.match(text, anchor.end)
    if found is None:
        return _again(anchor, series)
    if not found.group("no") and series.key.endswith("doc"):
        return None
    parts = {"number": found.span("number")}
    end = found.end("number")
    if found.group("part"):
        parts["part"] = found.span("part")
        end = found.end("part")
    return _with_congress(anchor, end, parts, series.standard)


def _again(anchor: Anchor, series: LegislativeSeries) -> Hit | None:
    """``S. Rep., at 55``: a report cited before, without its number."""
    found = _SHORT_REPORT.match(anchor.text, anchor.end)
    printed = anchor.text[anchor.start : anchor.end]
    if found is None or "Rep" not in series.standard or printed.lower().endswith("report"):
        return None
    hit = Hit(LegislativeToken, anchor.start, anchor.end, {"document": (anchor.start, anchor.end)}, series.standard)
    hit.pins = [found.span("page")]
    hit.tail = found.end()
    return hit


def _with_congress(anchor: Anchor, end: int, parts: dict[str, tuple[int, int]], series: str) -> Hit:
    """Take in ``, 94th Cong., 2d Sess.``; the page follows without comma."""
    text = anchor.text
    congress = _AFTER.match(text, end)
    if congress is not None:
        parts["congress"] = congress.span("congress")
        if congress.group("session"):
            parts["session"] = congress.span("session")
        end = congress.end()
    parts["document"] = (anchor.start, anchor.end)
    hit = Hit(LegislativeToken, anchor.start, end, parts, series)
    page = (_PAGE_AFTER.match(text, end) or _SECTION_AFTER.match(text, end)) if congress is not None else None
    if page is not None:
        hit.pins = [page.span("page")]
        hit.tail = page.end("page")
    return hit


def read_bill(anchor: Anchor) -> Hit | None:
    """``H.R. 647, 113th Cong.``, ``S.J. Res. 12``, ``S.B. 91`` (Indigo Book R21.1); ``410 U. S. 113`` is none."""
    text, start = anchor.text, anchor.start
    bill: LegislativeSeries = anchor.row
    printed = text[start : anchor.end]
    if not text[start].isupper() or "," in printed or (len(printed) < 6 and printed.upper() != printed):
        return None
    found = _BILL_NUMBER.match(text, anchor.end)
    if found is None or _part_of_name(anchor, bill):
        return None
    parts = {"number": found.span("number")}
    congress = _AFTER.match(text, found.end())
    session = _SESSION.match(text, found.end()) if congress is None else None
    if session is not None:
        parts["session"] = session.span("session")
        parts["document"] = (start, anchor.end)
        return Hit(LegislativeToken, start, session.end(), parts, bill.standard)
    if congress is None and not _stands_alone(anchor, bill, found):
        return None
    return _with_congress(anchor, found.end(), parts, bill.standard)


def _part_of_name(anchor: Anchor, bill: LegislativeSeries) -> bool:
    """Whether the letters end another name (``U. S. 113``), a volume stands before them, or a case is named so."""
    text, start = anchor.text, anchor.start
    if _INITIALS.search(text, max(0, start - 4), start) or _IN_NAME.search(text, max(0, start - 16), start):
        return True
    return len(bill.key) == 1 and _VOLUME.search(text, max(0, start - 3), start) is not None


def _stands_alone(anchor: Anchor, bill: LegislativeSeries, found: re.Match[str]) -> bool:
    """Whether a bill's number needs no Congress: its name is long enough, or the words around it speak of bills."""
    text, start = anchor.text, anchor.start
    spoken_of = _BILL_CONTEXT.search(text, max(0, start - 100), start) is not None
    if bill.alone:
        return anchor.end - start > 2 or found.group("no") is not None or spoken_of
    if bill.standard != "S." or text[anchor.end - 1] != ".":
        return False
    return spoken_of and _BILL_AFTER.match(text, found.end()) is not None


def read_debate(anchor: Anchor) -> Hit | None:
    """``158 Cong. Rec. S234``, ``1976 U.S.C.C.A.N. 5659`` (Indigo Book R21.4)."""
    text = anchor.text
    series: LegislativeSeries = anchor.row
    page = _DEBATE_PAGE.match(text, anchor.end)
    if page is None or not text[anchor.name].isupper():
        return None
    volume_end = anchor.start
    while text[volume_end].isdigit():
        volume_end += 1
    parts = {"volume": (anchor.start, volume_end), "reporter": (anchor.name, anchor.end), "page": page.span("page")}
    if _YEAR.match(text, anchor.start, volume_end):
        parts["year"] = parts["volume"]
    if page.group("at"):
        hit = Hit(LegislativeToken, anchor.start, page.end("page"), parts, series.standard)
        hit.pins = [(page.start("page"), page.end())]
        hit.tail = page.end()
        return hit
    if page.group("to"):
        parts["page"] = (page.start("page"), page.end())
    return Hit(LegislativeToken, anchor.start, page.end(), parts, series.standard)


def read_globe(anchor: Anchor) -> Hit | None:
    """``Cong. Globe, 39th Cong., 1st Sess. 2765 (1866)`` (Indigo Book R21.4)."""
    found = _GLOBE.match(anchor.text, anchor.end)
    if found is None:
        return None
    parts = {"reporter": (anchor.start, anchor.end), "congress": found.span("congress")}
    for name in ("session", "page"):
        if found.group(name):
            parts[name] = found.span(name)
    return Hit(LegislativeToken, anchor.start, found.end(), parts, "Cong. Globe")


def read_research(anchor: Anchor) -> Hit | None:
    """``CRS Report R47679``, ``CRS Legal Sidebar LSB10558``: reports of the Congressional Research Service."""
    found = _RESEARCH.match(anchor.text, anchor.end)
    if found is None:
        return None
    parts = {"document": (anchor.start, anchor.end), "number": found.span("number")}
    return Hit(LegislativeToken, anchor.start, found.end("number"), parts, "CRS")


def read_hearing(anchor: Anchor) -> Hit | None:
    """``Tax Act: Hearing on H.R. 5793 Before the Subcomm. on …, 110th Cong. 12 (2008)`` (Indigo Book R21.2)."""
    text, start = anchor.text, anchor.start
    head = _HEARING.match(text, anchor.end - (text[anchor.end - 1] in "sS"))
    if head is None:
        return None
    found = _HEARING_END.search(text, head.end(), head.end() + _LONGEST_HEARING)
    if found is None or "efore" not in text[start : found.start()]:
        return None
    if _HEARING_BREAK.search(text, head.end(), found.start()):
        return None
    parts = {"document": (start, found.start())}
    if found.group("congress"):
        parts["congress"] = found.span("congress")
    hit = Hit(LegislativeToken, start, found.end(), parts, "Hearing")
    page = _HEARING_PAGE.match(text, found.end())
    if page is not None:
        hit.pins = [page.span("page")]
        hit.tail = page.end("page")
    if text[start - 2 : start].strip() == ":":
        lead = read_lead(text, anchor.floor, start)
        hit.full_start = lead.start
        if lead.title is not None:
            parts["title"] = (lead.author[0] if lead.author else lead.title[0], lead.title[1])
    return hit


REPORT = Rule(name="report", read=read_report, named=report_names)
BILL = Rule(name="bill", read=read_bill, named=bill_names)
CONGRESS_RECORD = Rule(name="congress_record", read=read_debate, numbered=record_names)
GLOBE = Rule(name="globe", read=read_globe, named=lambda: (("Cong. Globe", None), ("Congressional Globe", None)))
RESEARCH = Rule(name="research", read=read_research, named=research_names)
HEARING = Rule(name="hearing", read=read_hearing, words=("Hearing", "Hearings", "HEARING", "HEARINGS"))
