"""Session laws and registers: ``Pub. L. No. 111-148``, ``124 Stat. 119``, ``57 Fed. Reg. 11,568``, ``St. 2014, c. 9``.

Indigo Book R16.3, R17.4, R19.2, T3.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.session_laws import Series, first_laws, numbered_laws
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer._sections import DASH, read_sections, read_sign
from citeparse.tokens import RegulationToken, StatuteToken

__all__ = ["SESSION_LAW"]

_PAGE = r"[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6}(?:,[0-9]{1,2}(?![0-9]))?"
_END = r"(?![0-9A-Za-z]|,[0-9]{3}(?![0-9]))"
_NUMBER = lazy(rf"[0-9]{{1,4}}(?:{DASH}[0-9]{{1,4}})?")
_YEAR = lazy(r"(?:1[6-9]|20)[0-9]{2}(?![0-9])")
_AT = lazy(rf"[\s,]{{0,3}}at\s{{1,3}}(?P<page>{_PAGE}){_END}")
_PRINTED_PAGE = lazy(rf"[\s\u00a0]{{1,6}}(?P<page>{_PAGE}|_{{2,5}}){_END}")
_PAGE_AFTER = lazy(r",?\s{1,3}pp?\.\s{1,2}(?P<page>[0-9]{1,4})(?![0-9A-Za-z])")
_INSERTED_PAGE = lazy(r"[\s\u00a0]{1,6}(?P<page>(?:3009|2681|[0-9]{4}A)-[0-9]{1,3})(?![0-9A-Za-z-])")
"""Pages of omnibus laws of 1996 to 2000 in volumes 110 to 114: ``110 Stat. 3009-546``, ``113 Stat. 1501A-521``."""
_CHAPTER = lazy(
    r"""
    [\s,]{0,4}(?:(?:[1-9](?:st|nd|rd|th|d)\s)?(?:Ex(?:tra|\.)?|Sp(?:ec(?:ial|\.)?|\.)|Reg\.)\s?(?:Sess(?:ion|\.)?)?,?\s)?
    (?:[Cc]h?(?:aps?\.|apters?|s?\.|(?=\s[0-9]))|Nos?\.|Acts?(?:\sNo\.)?(?=\s[0-9])|[Pp]ub\.?\s[Aa]ct|P\.\s?[AL]\.|\#)\s{0,4}
    (?P<chapter>[0-9]{1,5}[A-Za-z]?(?:-[0-9A-Z]{1,5})?)(?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_CHAPTER_LEFT = lazy(
    rf"""
    (?<![0-9A-Za-z])[Cc]h(?:ap)?(?:\.|ter)?\s{{1,4}}(?P<chapter>[0-9]{{1,4}}(?:{DASH}[0-9]{{1,4}})?),?\s{{1,3}}\Z
    """,
    re.VERBOSE,
)
"""``ch. 36, SLA 2016``, ``Ch. 2019-167, Laws of Fla.``"""
_LEFT = 30
_WHOLE_WORD = lazy(r"[a-z]{5,}\.\Z")
_NUMBERED_BY_YEAR = lazy(r"(?P<year>(?:1[89]|20)[0-9]{2})[-–]")
_LAW_NUMBER = lazy(
    rf"""
    [\s\u00a0]{{0,4}}(?:(?:No|Number)s?\.?\s{{0,3}})?
    (?P<congress>[0-9]{{1,3}}){DASH}\s{{0,3}}(?P<number>[0-9]{{1,4}})(?![0-9A-Za-z]|{DASH}[0-9])
    """,
    re.VERBOSE,
)
_YEAR_AFTER = lazy(
    rf"[\s,]{{0,3}}(?:of\s{{1,2}})?(?P<year>(?:1[6-9]|20)[0-9]{{2}})(?:{DASH}[0-9]{{2,4}})?(?![0-9])"
)
_BEFORE_SECTION = lazy(r"\s{0,2},?\s{1,4}(?=Â?§|[Ss]ec)")
_PIN = lazy(
    rf"\s{{0,2}},\s{{1,4}}(?P<pin>(?:{_PAGE})(?:{DASH}(?:{_PAGE}))?){_END}(?!\s{{1,3}}[A-Z][A-Za-z.]{{0,9}}\s)"
)
_TITLE = lazy(r"\s{0,2},\s{1,4}(?:[Tt]it\.|[Tt]itle|[Dd]iv\.)\s[IVXLC0-9A-Z]{1,7}(?=,)")
_RANGE = lazy(rf"(?:{_PAGE})(?:{DASH}(?:{_PAGE}))?")
_SECTION_BEFORE = lazy(r"(?P<pin>§{1,2}\s{0,2}[0-9][0-9A-Za-z()\-–]{0,20}),\s{1,3}\Z")
_LAW_BEFORE = lazy(r"[0-9][-–][0-9]{1,4},\s{1,3}§{1,2}[^§]{1,30}\Z")


def read(anchor: Anchor) -> Hit | None:
    """Read a session law or a page of a register."""
    if anchor.name > anchor.start:
        return _numbered(anchor)
    register = anchor.row[0].kind == "register"
    return _public(anchor) or _yearly(anchor) or _chapter_left(anchor) or (_first_page(anchor) if register else None)


def _first_page(anchor: Anchor) -> Hit | None:
    """``Ohio Monthly Rec. 6``, ``Guam Pub. L. 579``: series without a volume."""
    page = _PRINTED_PAGE.match(anchor.text, anchor.end)
    if page is None:
        return None
    parts = {"volume": page.span("page"), "reporter": (anchor.start, anchor.end)}
    return Hit(_form(anchor.row[0]), anchor.start, page.end(), parts, anchor.row[0].standard)


def _numbered(anchor: Anchor) -> Hit | None:
    """``124 Stat. 119, 141``, ``57 Fed. Reg. at 11,568``, ``1976 Iowa Acts 567``, ``2021 Iowa Acts, ch. 83, § 2``."""
    text, series = anchor.text, anchor.row[0]
    number = _NUMBER.match(text, anchor.start)
    if number is None or series.kind == "public" or not _suits(series, text[anchor.name : anchor.end], number.group()):
        return None
    parts = {"volume": number.span(), "reporter": (anchor.name, anchor.end)}
    chapter = _CHAPTER.match(text, anchor.end) if series.kind == "session" else None
    if chapter is not None:
        return _with_section(text, series, anchor.start, chapter, parts)
    at = _AT.match(text, anchor.end)
    inserted = _INSERTED_PAGE.match(text, anchor.end) if series.standard == "Stat." else None
    page = at or inserted or _PRINTED_PAGE.match(text, anchor.end)
    if page is None:
        return None
    hit = Hit(_form(series), anchor.start, page.end(), {**parts, "page": page.span("page")}, series.standard)
    if at is not None:
        _at_pin(text, hit, at)
    else:
        if series.kind == "session":
            _section_before(anchor, hit)
        _comma_pins(text, hit)
        if series.standard == "Stat.":
            _chapter_after(text, hit)
    return hit


def _chapter_after(text: str, hit: Hit) -> None:
    """``69 Stat. 700, ch. 862, § 5``: the chapter is printed there, its section is a pin."""
    chapter = _CHAPTER.match(text, hit.tail)
    if chapter is not None:
        _pin_section(text, hit, chapter.end())


def _suits(series: Series, printed: str, number: str) -> bool:
    """Whether a short name in capitals is printed so, and a year before it where only years stand."""
    letters = [c for c in series.standard if c.isalpha()]
    if len([c for c in printed if c.isalpha()]) <= 3 and not printed.isupper() and len(letters) > 3:
        return False
    return series.kind != "session" or len(printed) > 4 or printed[:1] == "S" or _YEAR.match(number) is not None


def _form(series: Series) -> type[StatuteToken | RegulationToken]:
    return RegulationToken if series.kind == "register" else StatuteToken


def _with_section(
    text: str, series: Series, start: int, chapter: re.Match[str], parts: dict[str, tuple[int, int]]
) -> Hit:
    """Take the section of a chapter into the core: ``ch. 83, § 2``."""
    parts = {**parts, "chapter": chapter.span("chapter")}
    end = chapter.end()
    found = _sections(text, end)
    if found is not None:
        sign, (at, end), first = found
        parts.update(sign=sign, sections=(at, end), section=first)
    return Hit(_form(series), start, end, parts, series.standard)


def _sections(text: str, at: int) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]] | None:
    """Read ``, § 2`` after a chapter or law: the places of the sign, of the list, and of the first section."""
    before = _BEFORE_SECTION.match(text, at)
    sign = read_sign(text, before.end()) if before else None
    found = read_sections(text, sign.end, plural=sign.plural) if sign else None
    if sign is None or found is None:
        return None
    return (sign.start, sign.end), (sign.end, found.end), found.first


def _pin_section(text: str, hit: Hit, at: int) -> None:
    """Take the section that stands at ``at`` for a pin: ``Pub. L. No. 111-148, § 1101``."""
    section = _sections(text, at)
    if section is not None:
        (begin, _), (_, end), _ = section
        hit.pins.append((begin, end))
        hit.tail = end


def _public(anchor: Anchor) -> Hit | None:
    """``Pub. L. No. 111-148, § 1101``: the section is a pin."""
    text = anchor.text
    series = next((s for s in anchor.row if s.kind == "public"), None) or _act_numbers(anchor)
    found = _LAW_NUMBER.match(text, anchor.end) if series is not None else None
    if found is None and series is not None and series.standard == "Guam Pub. L.":
        return _first_page(anchor)
    if series is None or found is None:
        return None
    parts = {"reporter": (anchor.start, anchor.end), "volume": found.span("congress"), "page": found.span("number")}
    shared = len([s for s in anchor.row if s.kind == "public"]) > 1  # the document tells whose Public Acts they are
    name = " ".join(text[anchor.start : anchor.end].split()) if shared else series.standard
    hit = Hit(StatuteToken, anchor.start, found.end(), parts, name)
    title = _TITLE.match(text, hit.end)
    _pin_section(text, hit, title.end() if title else hit.end)
    return hit


def _act_numbers(anchor: Anchor) -> Series | None:
    """Connecticut's public acts are numbered within the year: ``Public Acts 19-12``."""
    return next((s for s in anchor.row if s.standard == "Conn. Pub. Acts"), None)


def _yearly(anchor: Anchor) -> Hit | None:
    """``St. 2014, c. 284, § 91``, ``Laws 1965, ch. 5``."""
    text = anchor.text
    year = _YEAR_AFTER.match(text, anchor.end)
    chapter = _CHAPTER.match(text, year.end()) if year else None
    series = next((s for s in anchor.row if s.kind == "session"), None)
    if year is not None and series is not None and chapter is None:
        return _yearly_page(anchor, series, year)
    if year is None or chapter is None or series is None:
        return None
    parts = {"reporter": (anchor.start, anchor.end), "volume": year.span("year")}
    hit = _with_section(text, series, anchor.start, chapter, parts)
    if len([s for s in anchor.row if s.kind == "session"]) > 1:
        hit.series = text[anchor.start : anchor.end].strip()
    return hit


def _chapter_left(anchor: Anchor) -> Hit | None:
    """``ch. 36, SLA 2016``, ``Chapter 2019-167, Laws of Florida``: the chapter before the series."""
    text = anchor.text
    series = next((s for s in anchor.row if s.kind == "session"), None)
    low = max(anchor.floor, anchor.start - _LEFT)
    found = _CHAPTER_LEFT.search(text, low, anchor.start) if series is not None else None
    if found is None or series is None:
        return None
    own = _NUMBERED_BY_YEAR.match(text, *found.span("chapter"))
    year = own or _YEAR_AFTER.match(text, anchor.end)
    if year is None:
        return None
    end = anchor.end - 1 if _WHOLE_WORD.search(text, anchor.start, anchor.end) else anchor.end
    parts = {"volume": year.span("year"), "chapter": found.span("chapter"), "reporter": (anchor.start, end)}
    shared = len([s for s in anchor.row if s.kind == "session"]) > 1
    name = text[anchor.start : end].strip() if shared else series.standard
    return Hit(StatuteToken, found.start(), end if own else year.end(), parts, name)


def _yearly_page(anchor: Anchor, series: Series, year: re.Match[str]) -> Hit | None:
    """``Ga. L. 1986, p. 1312, § 1`` (Georgia): the year before a page."""
    page = _PAGE_AFTER.match(anchor.text, year.end())
    if page is None:
        return None
    parts = {"reporter": (anchor.start, anchor.end), "volume": year.span("year"), "page": page.span("page")}
    hit = Hit(StatuteToken, anchor.start, page.end(), parts, series.standard)
    _comma_pins(anchor.text, hit)
    _pin_section(anchor.text, hit, hit.tail)
    return hit


def _at_pin(text: str, hit: Hit, at: re.Match[str]) -> None:
    """The page of a short form, with the range that it begins, is its pin."""
    found = _RANGE.match(text, at.start("page"))
    if found is not None:
        hit.pins.append(found.span())
        hit.tail = found.end()


def _comma_pins(text: str, hit: Hit) -> None:
    """``124 Stat. 119, 141–43``."""
    for _ in range(8):
        found = _PIN.match(text, hit.tail)
        if found is None:
            return
        hit.pins.append(found.span("pin"))
        hit.tail = found.end("pin")


def _section_before(anchor: Anchor, hit: Hit) -> None:
    """``Act of 1984, § 303, 98 Stat. 2045``: the section is a pin of the law, unless its number stands before."""
    low = max(0, anchor.start - 40)
    found = _SECTION_BEFORE.search(anchor.text, low, anchor.start)
    if found is not None and not _LAW_BEFORE.search(anchor.text, low, anchor.start):
        hit.pins.append(found.span("pin"))


SESSION_LAW = Rule(name="session_law", read=read, numbered=numbered_laws, named=first_laws)
