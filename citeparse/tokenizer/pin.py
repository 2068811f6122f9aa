"""Pin cites: ``, 72``, ``at 595 n.4``, ``¶¶ 8–12``, ``at *3``, ``28:7–30:13``.

Indigo Book R5, R11.7, R12.4.1, R24.2.2.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._page import FURNITURE
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    LegislativeToken,
    RecordToken,
    ReferenceToken,
    ShortCaseToken,
    SupraToken,
)

__all__ = ["PINS", "SLIP_FORMS", "read_pins"]

_S = r"\s{0,160}+"
"""White space, a line break in padded text too; possessive, so that nothing is tried twice."""
_FURNITURE = rf"(?:{FURNITURE})?"
_DASH = rf"[ \t\u00a0]{{0,3}}[-‐‑–—−~]{{1,2}}{_S}"
_FOOTNOTE = (
    rf"(?:,?{_S}(?:&\s?|and\s)?(?:nn?|fn|fns|note|notes)\b\.?{_S}[0-9]{{1,4}}"
    rf"(?:(?:{_DASH}|,\s|\s?&\s?(?:nn?\.{_S})?)[0-9]{{1,4}}(?![0-9]))?)"
)
_SECTION = r"""(?x:
    [0-9]{1,6}(?:[A-Z][0-9]{1,3}|[A-Za-z]{1,2})?(?:[.:\-–][0-9A-Za-z]{1,6}){0,4}   # 1630.2, 18a-1
    (?:\s?\((?!(?<=\s\()(?:1[6-9][0-9]{2}|20[0-9]{2}|West|Supp)\))               # not (1994), (West)
        [0-9A-Za-z]{1,5}(?:-[0-9]{1,2})?\)){0,6}                                 # (b)(1)
    (?:\[[0-9A-Za-z]{1,3}\]){0,4}                                               # [a] [1] of New York
  | [A-Z](?![A-Za-z])                                                           # § A
)"""
_LETTERS = r"\([0-9A-Za-z]{1,3}\)"
_TO_SECTION = rf"(?:{_DASH}(?:§\s?)?{_SECTION}|[-–](?:{_LETTERS}){{1,4}}(?![0-9A-Za-z]))"
_PARAGRAPH = (
    r"(?:[0-9]{1,5}(?:(?:\.[0-9]{1,3}){1,3}(?:\.[a-z])?(?=[,;()\-–]|\sn|\s\(|\s(?:&|and)\s[0-9]|\.(?:\s|$)))?"
    r"(?:\([a-z0-9]{1,3}\))*+(?:(?<=\))[-–]\([a-z0-9]{1,3}\))?|[A-Z](?![A-Za-z]))"
)
_TO_PARAGRAPH = rf"(?:{_DASH}(?:(?:¶\s?)?{_PARAGRAPH}|\.[0-9]{{1,3}}(?![0-9A-Za-z])))?"
_PAGE = r"(?:[*]{1,2}\s?)?[0-9]{1,3}(?:,[0-9]{3}|[0-9]{1,6})?(?::[0-9]{1,2})?[a-d]?(?![0-9A-Za-z]|,[0-9]{3}(?![0-9]))"
PINS = {
    "paragraph": rf"""
        (?:¶\s?¶|¶{{1,2}}|[Pp]aras?\.|[Pp]aragraphs?(?=\s[0-9])){_S}
        {_PARAGRAPH}{_TO_PARAGRAPH}{_FOOTNOTE}?
    """,
    "section": rf"""
        (?:§\s?§|§{{1,2}}){_S}
        {_SECTION}{_TO_SECTION}?{_FOOTNOTE}?(?:,?\scmts?\.(?:\s[a-z0-9](?![A-Za-z0-9]))?)?
    """,
    "page": rf"{_PAGE}(?:{_DASH}{_PAGE})?{_FOOTNOTE}?",
    "note": rf"(?:nn?\.|fn\.|note(?=\s[0-9])){_S}[0-9]{{1,4}}(?:(?:{_DASH}|,\s|\s?&\s?)[0-9]{{1,4}})?",
    "roman": r"[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?(?![A-Za-z0-9.])",
}
_PAGE_ID = rf"Page\s?ID[\s.]{{0,2}}(?:\#|Nos?\.)?[\s:]{{0,2}}(?P<id>[0-9]{{1,6}}(?:{_DASH}[0-9]{{1,6}})?)"
"""The page of a filing as courts in Michigan, Ohio and Tennessee stamp it: ``ECF No. 4, PageID.22-23``."""
PINS["sign"] = f"(?:{PINS['paragraph']}|{PINS['section']})"
_AT_HERE = lazy(
    rf"""
    at\s{{1,160}}+{_FURNITURE}(?:(?:(?:CM/)?ECF\s)?pp?\.{_S}|pages?\s)?
    (?P<pin>{PINS["sign"]}|{PINS["note"]}|{PINS["page"]}|{PINS["roman"]}|syllabus)
    """,
    re.VERBOSE,
)
_AT = lazy(rf"{_S}[,.]?{_S}{_FURNITURE}{_AT_HERE.pattern}", re.VERBOSE)
_ANY = f"(?P<pin>{PINS['sign']}|{PINS['note']}|{PINS['page']})"
_AND = r"(?:(?:and|&)\s{1,3})?"
_COMMA = lazy(rf"{_S},{_S}{_FURNITURE}(?:pp?\.{_S})?{_ANY}", re.VERBOSE)
_SLIP = lazy(
    rf"""
    ,?\s{{1,160}}+(?:
        (?:(?:mem\.|unpub(?:lished|\.))\s{{1,9}})?[Ss]lip\s{{1,9}}[Oo]p(?:\.|inion)
      | unpub(?:lished|\.)\s{{1,9}}(?:order|opinion|op\.|mem(?:orandum|\.)(?:\s(?:opinion|op\.))?)
    ),?(?:\s{{1,160}}+at\s{{1,160}}+(?P<pin>{PINS['page']}))?
    """,
    re.VERBOSE,
)
_BARE = lazy(
    rf"""
    {_S}(?:[,.]{_S})?[’']?(?:(?:Claim|Count)\s[IVX0-9]{{1,5}},?\s{{1,3}}(?=¶))?   # Compl. Count II ¶ 46
    (?:(?:at\s{{1,3}})?{_PAGE_ID}|pp?\.{_S}(?P<pin>{PINS["page"]})|(?P<sign>{PINS["sign"]})|(?P<note>{PINS["note"]}))
    """,
    re.VERBOSE,
)
_SUBSECTION = lazy(
    r"""
    \s{0,160}+
    (?: (?P<pin>[0-9]{1,4}(?:\.[0-9]{1,4})?(?:\([0-9A-Za-z]{1,5}\)){1,5})      # Id. 380.4(a)
      | at\s(?P<sub>(?:\([0-9A-Za-z]{1,5}\)){1,6}))                         # Id. at (5)(a)
  | ,?\s{1,160}+(?:at\s)?(?P<division>                                   # Id., subd. 5(e)(1)–(4), (f); id. ch. 93A, § 2
        (?:subds?|subdivisions?|subsecs?|chs?|arts?|cls?|cmts?|pts?|tit|app|fig|tbl)\b\.?\s{1,3}
        (?:[0-9]{1,4}[A-Za-z]{0,2}|[IVX]{1,6}|[A-Za-z])(?![0-9A-Za-z])(?:\([0-9A-Za-z]{1,5}\)){0,5}
        (?:[-–](?:[0-9]{1,4}[a-z]?)?(?:\([0-9A-Za-z]{1,5}\)){0,3})?(?:,\s(?:\([0-9A-Za-z]{1,5}\)){1,4}){0,6}
        (?:,\s{1,40}§{1,2}\s{0,9}[0-9A-Za-z.:-]{1,12}(?<![.:-])(?:\([0-9A-Za-z]{1,5}\)){0,5})?
    )
    """,
    re.VERBOSE,
)
"""A section without its sign, or another division of what ``Id.`` refers to."""
_DIVISION = lazy(
    r"""
    (?:\s?\((?:[0-9]{1,2}|[IVX]{1,4}|[a-zA-Z])\)){1,3}
    (?=,\s{0,3}[0-9]|\s\((?:1[89]|20)[0-9]{2}\)|\s\([A-Z][a-z.])
    """,
    re.VERBOSE,
)
"""``858(3), 501 S.E.2d 30``: a division of the opinion after its page (Georgia)."""
_PARAGRAPH_OF_PAGE = lazy(rf"\s?\((?P<pin>¶{{1,2}}\s?{_PARAGRAPH}(?:{_DASH}{_PARAGRAPH})?)\)")
"""``499(¶ 25)``: the paragraph of the opinion on that page (Mississippi)."""
_PAGE_ONLY = lazy(rf"\s{{0,3}}(?P<pin>{PINS['page']})", re.VERBOSE)
_HERE = lazy(rf"(?P<pin>{PINS['page']})", re.VERBOSE)
_MORE = lazy(
    rf"{_S}(?:,{_S}{_AND}|(?<=\s)(?:and|&)\s{{1,160}}+)(?:at\s)?(?:pp?\.{_S})?{_ANY}",
    re.VERBOSE,
)
_MORE_PAGE_ID = lazy(rf",?\s{{1,3}}{_PAGE_ID}", re.VERBOSE)
_MORE_SECTIONS = lazy(
    rf"{_S},{_S}{_AND}(?P<pin>{_SECTION}(?:{_DASH}{_SECTION})?)|\s(?:and|&)\s{{1,3}}(?P<last>{_SECTION})"
    rf"|(?<=\)),?\s(?:(?:and|&|or)\s)?(?P<sub>(?:{_LETTERS}){{1,5}}(?:-(?:{_LETTERS}){{1,4}})?)"
    r"(?=[.,;)]|\s(?:&|and|or)\s\()",
)
_MORE_PARAGRAPHS = lazy(
    rf"(?:{_S},{_S}{_AND}|\s(?:&|and)\s{{1,3}})(?P<pin>{_PARAGRAPH}{_TO_PARAGRAPH})(?![0-9A-Za-z]|\s[A-Z])"
    rf"|,\s(?P<sub>(?:\([a-z]{{1,3}}\)){{1,3}}(?:{_DASH}\([a-z]{{1,3}}\))?)",
)
_PAGE_OF_SECTION = lazy(rf",\s{{1,160}}+at\s{{1,160}}+(?P<pin>{PINS['page']})", re.VERBOSE)
"""``§ 145, at 593``: the page of a section of a treatise."""
_MORE_LINES = lazy(
    rf"\s?[;]{_S}(?P<pin>[0-9]{{1,4}}:[0-9]{{1,2}}(?:{_DASH}[0-9]{{1,4}}(?::[0-9]{{1,2}})?)?)(?![0-9])",
)
_ENDS = lazy(
    r"""
    \s{20}                                                                  # the end of a padded line
  | (?=[ ]{0,3}\r?\n)\s{1,160}+[0-9]{1,4}[ ]{0,3}\r?\n                        # a page number in its own line
  | \s{0,160}+(?:$|[.,;:)\](\[?!"“”’'*_—–-]|[a-z]|&|[A-Z§¶])                  # a sign or a word, not another number
    """,
    re.VERBOSE,
)
"""What may follow a pin."""
_BLANKS = frozenset("_-—")
_BLANK = lazy(r"(?:,\s{1,4}(?:_{2,6}|-{2,6}|—)(?:\s?[-–]?\s?_{2,6})?){1,2}(?=\s?[(;.])")
"""The pin of an opinion that has no pages yet: ``573 U.S. ___, ___``."""
_PASSIM = lazy(r",?\s{1,3}(?:et\sseqq?\b\.?|(?P<passim>passim\b))")
_REPORTER = lazy(
    r"\s{1,160}+(?:CFR|FR|USC)\s|\s{1,160}+[A-Z][A-Za-z]{0,8}\.(?:\s?[A-Z0-9][A-Za-z0-9]{0,6}\.?){0,3},?\s(?:\*[0-9]{1,5}\s)?[0-9]",
)
"""What follows a volume: a reporter, known or not, and a page."""
_LIKELY_YEAR = lazy(r"(?:1[789]|20)[0-9]{2}$")

_VOLUME = lazy(r"\b[Vv]ol\.\s?[0-9IVX]{1,4}$")
"""``Trial Tr. vol. 3, 45``: a page of the volume."""
_NEW_PARAGRAPH = lazy(r"\.?\s+[A-Z“\"]")

SLIP_FORMS = (AgencyToken, DocketToken, FullCaseToken)
_COMMA_FORMS = (FullCaseToken, JournalToken, LegislativeToken, ShortCaseToken, AgencyToken, IdToken, SupraToken)
_BARE_FORMS = (IdToken, SupraToken, RecordToken, FullCaseToken, ShortCaseToken, ReferenceToken)
_AT_FORMS = (*_COMMA_FORMS, RecordToken, ReferenceToken, BookToken)


def read_pins(text: str, hit: Hit, stop: int) -> None:
    """Append the pin cites after ``hit.tail``, none reaching ``stop`` (where the next core begins)."""
    form = hit.form
    if form in SLIP_FORMS and (_read_slip(text, hit, stop) or form is DocketToken):
        return
    if form is FullCaseToken and text[hit.tail + 2 : hit.tail + 3] in _BLANKS:
        blank = _BLANK.match(text, hit.tail, stop)
        hit.tail = blank.end() if blank else hit.tail
    pin = _first(text, hit, stop)
    sign = ""
    while pin is not None:
        start, end = pin
        sign = text[start] if text[start] in "§¶" or not sign else sign
        hit.pins.append((start, end))
        if text[end : end + 3].lstrip()[:1] == "(" and form in _COMMA_FORMS:
            end = _bracketed(text, hit, end, stop)
        hit.tail = end
        pin = _next(text, start, end, stop, sign)
    _throughout(text, hit, stop)


def _throughout(text: str, hit: Hit, stop: int) -> None:
    """``12 passim``, ``et seq.`` belong to the pin before; ``passim`` alone is one."""
    found = _PASSIM.match(text, hit.tail, stop)
    if found is None:
        return
    if hit.pins and hit.pins[-1][1] == hit.tail:
        hit.pins[-1] = (hit.pins[-1][0], found.end())
    elif found.group("passim"):
        hit.pins.append(found.span("passim"))
    else:
        return
    hit.tail = found.end()


def _read_slip(text: str, hit: Hit, stop: int) -> bool:
    """Read ``, slip op. at 5-6`` after a docket, database or case number (R12.4.2); say whether it was there."""
    slip = _SLIP.match(text, hit.tail, stop)
    if slip is not None:
        hit.tail = slip.end()
        if slip.group("pin"):
            hit.pins.append(slip.span("pin"))
    return slip is not None


def _bracketed(text: str, hit: Hit, end: int, stop: int) -> int:
    """Read a paragraph in brackets after its page, and pass a division of the opinion; return the offset after it."""
    paragraph = _PARAGRAPH_OF_PAGE.match(text, end, stop)
    if paragraph is not None:
        hit.pins.append(paragraph.span("pin"))
        return paragraph.end()
    division = _DIVISION.match(text, end, stop + 1)
    return division.end() if division else end


def _next(text: str, start: int, end: int, stop: int, sign: str) -> tuple[int, int] | None:
    """Return the pin that continues the list after the one at ``start`` to ``end``; ``sign`` is that of the list."""
    if sign == "§":
        more = _MORE_SECTIONS.match(text, end, stop) or _PAGE_OF_SECTION.match(text, end, stop)
    else:
        more = (sign == "¶" and _MORE_PARAGRAPHS.match(text, end, stop)) or _MORE.match(text, end, stop)
        if more is None and text[end : end + 6].lstrip(", ").startswith("Pa"):
            more = _MORE_PAGE_ID.match(text, end, stop)
        if more is None and ":" in text[start:end]:
            more = _MORE_LINES.match(text, end, stop)
    return more.span(more.lastgroup or 0) if more is not None and _is_pin(text, more, stop) else None


def _first(text: str, hit: Hit, stop: int) -> tuple[int, int] | None:
    at = hit.tail
    form = hit.form
    if form is ShortCaseToken and "page" in hit.parts:
        here = _HERE.match(text, at, stop)
        return here.span("pin") if here else hit.parts["page"]
    at_here = text.startswith("at", at)
    match = (_AT_HERE if at_here else _AT).match(text, at, stop) if form in _AT_FORMS else None
    if match is not None and not _ends(text, match.end(), stop):
        match = None
    if match is None and (form in _COMMA_FORMS or (form is RecordToken and _VOLUME.search(text, hit.start, at))):
        match = _COMMA.match(text, at, stop)
        if match is not None and (not _is_pin(text, match, stop) or _precedes(text, hit, match)):
            match = None
    if match is None and form in _BARE_FORMS:
        bare = _BARE.match(text, at, stop)
        if bare is not None:
            place = bare.span(bare.lastgroup or 0)
            return None if _opens_paragraph(text, at, place) else place
    if match is None and form is IdToken:
        section = _SUBSECTION.match(text, at, stop)
        return section.span(section.lastgroup or 0) if section else None
    if match is None and form is RecordToken and _paged(hit):
        match = _PAGE_ONLY.match(text, at, stop)
        if match is not None and not _ends(text, match.end(), stop):
            match = None
    return match.span("pin") if match else None


def _precedes(text: str, hit: Hit, match: re.Match[str]) -> bool:
    """Whether a number on the next line is less than the first page: a footnote's, after ``38 F.4th 1067,``."""
    page, pin = text[slice(*hit.parts.get("page", (0, 0)))], match.group("pin")
    if hit.form is not FullCaseToken or "\n" not in text[hit.tail : match.start("pin")]:
        return False
    return page.isdigit() and pin.isdigit() and int(pin) < int(page)


def _opens_paragraph(text: str, at: int, place: tuple[int, int]) -> bool:
    """Whether ``¶ 9`` on a new line numbers the next paragraph of the document itself."""
    gap = text[at : place[0]]
    return "\n" in gap and "," not in gap and text[place[0]] == "¶" and _NEW_PARAGRAPH.match(text, place[1]) is not None


def _paged(hit: Hit) -> bool:
    """Whether a number after a document of the record is its page: not after ``Ex. 5``."""
    number = hit.parts.get("number")
    return number is None or number[0] == hit.start


def _ends(text: str, end: int, stop: int) -> bool:
    return end >= stop or _ENDS.match(text, end) is not None


def _is_pin(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether a number after a comma is a pin: not a volume, not the year of a sentence."""
    end = match.end()
    if not _ends(text, end, stop):
        return False
    if not text[end : end + 1].isspace():
        return True
    if _REPORTER.match(text, end) is not None:
        return False
    return text[end + 1 : end + 2] == "(" or _LIKELY_YEAR.match(match.group(match.lastgroup or 0)) is None
