"""Cores that turn out to be part of another, or a short form (Indigo Book R15.2, R11.7.3, R12.4)."""

from __future__ import annotations

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._memory import Memory, identity
from citeparse.tokenizer.court_date import read_court_date
from citeparse.tokens import (
    DocketToken,
    FullCaseToken,
    IdToken,
    LegislativeToken,
    RecordToken,
    RegulationToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
)

__all__ = ["absorb_dockets", "absorb_sections", "shorten"]

_CASES = (FullCaseToken, ShortCaseToken)
_DOCKET_GAP = lazy(r",?\s{0,160}+(?:\([A-Z0-9 ,.]{1,12}\),?\s{0,3}|slip\sop\.,?\s{0,3})?$")
_ENTRY_GAP = lazy(r",?\s{1,3}")
_ENTRY_DATE = lazy(r"(?:,?\s{1,3}(?:at\s)?[0-9¶:*–-][0-9¶:,\s–-]{0,24})?\s{1,3}\(([^()]{4,60})\)")
_IN_BRACKET = lazy(r"[\s,0-9*–-]{0,24}+(?:\([^()]{1,60}\)\s{0,4}){0,2}\((?:(?:Civ|Crim|Case)\.?\s)?$")
_CODES = (StatuteToken, RegulationToken)
_DEFINES = lazy(
    r"\s{0,3}(?:\([^()]{1,40}\)\s{0,3})?[(\[](?:the\s)?"
    r"(?:[“\"‘]|(?:hereinafter|hereafter|referred\sto\sas),?\s{1,3}(?:as\s)?(?:the\s)?[“\"‘]?)",
)
_ID_GAP = lazy(r"[\s,]{0,160}+(?:at\s{1,4})?$")
_AT_PIN = lazy(r"\s{1,3}at\s{1,3}$")
_YEAR_VOLUME = lazy(r"(?:19|20)[0-9]{2}$")
_SUPRA_GAP = lazy(r",?\s{1,3}$")
_IN_NAMES = (RecordToken, SectionToken)
_NAME_GAP = lazy(r"(?:\s[A-Z][A-Za-z.’'–-]{1,20}){0,4},\s{1,60}+$")
_VERSUS = lazy(r"(?:\sv\.|\bIn\s[Rr]e)\s(?:[A-Z][^;()]{0,80})?$")
LONGEST_PARTY, LONGEST_PARTY_GAP = 100, 80
_PROCEDURAL = ("In re", "Ex parte", "In Re", "Matter of", "Estate of", "IN RE", "EX PARTE")


def absorb_sections(text: str, hits: list[Hit]) -> list[Hit]:
    """A section right after ``Id.`` is its pin (``Id. § 9``); one in brackets after its statute is a short form.

    A name that is given to what has just been cited, ``15 U.S.C. § 78j(b) (“Section 10(b)”)``, is no citation.
    """
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if before is not None and hit.form is SectionToken and hit.start - before.end <= 160:
            if before.form is IdToken and text[hit.start] != "S" and _ID_GAP.match(text, before.end, hit.start):
                continue
            if before.form in _CODES and _DEFINES.fullmatch(text, before.end, hit.start):
                continue
            if text[hit.start - 1] == "(" and text[hit.end : hit.end + 1] == ")" and _same_section(text, before, hit):
                continue
        kept.append(hit)
    return kept


def _same_section(text: str, before: Hit, hit: Hit) -> bool:
    mine, its = hit.parts.get("sections"), before.parts.get("sections")
    return mine is not None and its is not None and text[slice(*mine)] == text[slice(*its)]


def absorb_dockets(text: str, hits: list[Hit]) -> list[Hit]:
    """Give a docket number to the case beside it, and what only looks like a citation to the name that it is part of.

    ``No. 06 Civ. 6331, 2010 WL 1427585``, ``2007 WL 2684845 (Docket # 133017)``; ``Tax-Free Tr., 579 U.S. 115``.
    """
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if before is None:
            kept.append(hit)
        elif hit.form is SupraToken and before.form is LegislativeToken and _follows(text, before, hit):
            before.tail = hit.tail  # ``S. Rep. No. 872, supra, at 18``
        elif before.form in _IN_NAMES and hit.form in _CASES and _names_party(text, before, hit):
            kept[-1] = hit
        elif before.form is DocketToken and hit.form in _CASES and _DOCKET_GAP.match(text, before.end, hit.start):
            hit.docket = before.parts["docket"]
            hit.full_start = before.start
            kept[-1] = hit
        elif before.form is DocketToken and hit.form is RecordToken:
            _date_by_entry(text, before, hit)
            kept.append(hit)
        elif hit.form is DocketToken and before.form in _CASES and _IN_BRACKET.match(text, before.end, hit.start):
            before.docket = hit.parts["docket"]
        else:
            kept.append(hit)
    return kept


def _date_by_entry(text: str, docket: Hit, entry: Hit) -> None:
    """Give a case its court and date behind the entry: ``No. 21-cv-5, ECF No. 12 at 3 (D. Mass. Jan. 5, 2021)``."""
    beside = _ENTRY_GAP.fullmatch(text, docket.end, entry.start) is not None
    found = _ENTRY_DATE.match(text, entry.end) if beside else None
    if found is not None:
        read_court_date(text, docket, *found.span(1))


def _follows(text: str, before: Hit, hit: Hit) -> bool:
    return _SUPRA_GAP.match(text, before.end, hit.start) is not None


def _names_party(text: str, before: Hit, hit: Hit) -> bool:
    """``Franklin Cal. Tax-Free Tr., 579 U.S. 115``, ``In re Section 301 Cases, 570 F. Supp. 3d 1306``."""
    if hit.start - before.end > LONGEST_PARTY_GAP or _NAME_GAP.match(text, before.end, hit.start) is None:
        return False
    if before.form is RecordToken and text[before.end - 1] != ".":
        return False
    return _VERSUS.search(text, max(0, before.start - LONGEST_PARTY), before.start) is not None


def shorten(text: str, group: list[Hit], memory: Memory) -> None:
    """Turn full cores without date and both parties into short forms where they lean on an earlier citation."""
    first = group[0]
    if first.form is not FullCaseToken:
        return
    identities = [identity(text, h) for h in group]
    known = not memory.pages.isdisjoint(identities)
    memory.pages.update(identities)
    if first.date or (first.name and (first.name.plaintiff or text.startswith(_PROCEDURAL, first.name.start))):
        return
    if ("WL" in first.series or "LEXIS" in first.series) and not first.docket and len(group) == 1:
        first.form = ShortCaseToken
        if first.pins and _AT_PIN.match(text, first.end, first.pins[0][0]):
            first.parts["pin"] = first.pins[0]
            first.end = first.pins[0][1]
    elif (known and first.pins) or _by_paragraph(text, first):
        for hit in group:
            hit.form = ShortCaseToken


def _by_paragraph(text: str, hit: Hit) -> bool:
    """``Ward, 2011 IL 108690``: a neutral citation is its own short form, and so is a first page with a paragraph."""
    if hit.name is None:
        return False
    if hit.pins and text[hit.pins[0][0]] == "¶":
        return True
    return _YEAR_VOLUME.match(text, *hit.parts.get("volume", (0, 0))) is not None
