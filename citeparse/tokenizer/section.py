"""Sections: bare (``§ 853(a)``, ``sections 51 and 1396``) or with their code after them (``§ 120.68, Fla. Stat.``).

Indigo Book R16.2, R17.5, T3.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.agencies import manuals_after
from citeparse.data.case_names import name_words
from citeparse.data.codes import Named, codes_of
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer._sections import read_sections, read_sign
from citeparse.tokenizer.code_act import act_after
from citeparse.tokenizer.constitution import after_section
from citeparse.tokenizer.statute import OF_LAW, code_at, code_hit, end_of_name
from citeparse.tokens import AgencyToken, SectionToken

__all__ = ["SECTION"]

_LEANS = lazy(r"\b(?:[Ii]d|[Ii]bid|ID|[Ss]upra)[.,]{0,2}(?:[ \t\u00a0]{0,3}\r?\n?){0,3}[ \t\u00a0]{0,3}Â?\Z")
_DEFINED = lazy(r"§\s?[0-9A-Za-z.:-]{1,12}\)")
_OF_TITLE_IN_LAW = lazy(r"\b[Tt]it(?:le|\.)\s{1,3}[IVXLC]{1,7},\s{1,3}\Z")
"""``D.C. Law 1-126, title III, § 301``: a section of that law."""
_NEXT_TO = lazy(r"[\s,]{1,4}")
_SECTIONED = lazy(r"§|[Ss]ection|SECTION|[Ss]ec\.|U\.\s?S\.\s?C|C\.\s?F\.\s?R|\bCFR|\bUSC")
_TITLE_WORDS = lazy(
    r"""
    (?<![\w.,])(?P<first>[A-Z][\w’'.-]*)[ \t]{0,3}\r?\n?[ \t]{0,6}(?<=\s)
    (?:(?:and|of|on|the|in|for|&)\s{1,3}){0,2}(?P<last>[A-Z][a-z]{3,})[ \t]{0,3}\r?\n?[ \t]{0,6}(?<=\s)\Z
    """,
    re.VERBOSE,
)
_COMMENT = lazy(r"\s{0,2},?\s{1,2}cmts?\.")
_LINK = lazy(r"(?P<of>,?\s{1,4}(?:of|in|under)\s{1,4}(?:[0-9]{1,3}\s*\n\s{0,4})?(?:the\s{1,4})?)|,?\s{1,4}")
_ENDS = lazy(r"\s{0,2}[.,;:)\]]|\s{1,2}(?:\(|[0-9]{4})|\s?\Z")
_OWN_SECTION = lazy(r"[\s,]{0,4}(?:§|[Ss]ections?\s|[Tt]it\.|[Cc]h\.|(?!(?:1[89]|20)[0-9]{2}\b)[0-9])")
_EDITION = lazy(r",?\s{1,2}(?P<year>(?:1[89]|20)[0-9]{2})\b")
_HOUSING = lazy(
    r"\s{1,4}(?:housing|vouchers?|tenan(?:ts?|cy)|assistance|programs?|landlords?|rent(?:al)?|subsid\w{1,4}|recipients?|units?)\b",
    re.IGNORECASE,
)
"""``Section 8 housing`` is the name of a programme."""
_OF_TITLE = lazy(
    r"""
    (?:(?P<of>,?\s{1,4}of)|,)\s{1,4}[Tt]itle\s{1,4}(?P<title>[0-9]{1,3}[A-Z]?)(?![0-9A-Za-z])
    (?P<link>,?\s{1,4}(?:of\s{1,4}(?:the\s{1,4})?)?)?
    """,
    re.VERBOSE,
)
_FOREIGN = lazy(
    r"""
    ,?\s{1,4}of\s{1,4}
    (?:(?:the|this|that|said|our|its|his|her|their|such|an?|each)\s{1,4})?
    (?:(?!of\b)[A-Za-z’'-]{1,20}\s{1,4}){0,2}
    (?:agreements?|contracts?|leases?|licen[cs]es?|articles?|opinions?|briefs?|reports?|complaints?|treatises?|polic(?:y|ies)|plans?|orders?
      |indictments?|townships?|towns?|bylaws|by-laws|declarations?|books?|notes?|handbooks?|manuals?|motions?
      |memorandum|affidavits?|volumes?|majority|dissents?|decisions?|settlements?|restatements?|form|tracts?|deeds?|article\s[IVX0-9]+)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read(anchor: Anchor) -> Hit | None:
    """``§ 853(a)``, ``Section 853(a)``, ``section 925.11, Florida Statutes`` (Indigo Book R16.2)."""
    text, start = anchor.text, anchor.start
    if text[start - 1 : start] == "§":
        return None
    bracketed = text[start - 1 : start] == "[" and text[start + 1 : start + 2] == "]"
    sign = read_sign(text, start - bracketed)
    if sign is None or _is_pin(anchor, sign.start):
        return None
    found = read_sections(text, sign.end, plural=sign.plural)
    if found is None:
        return None
    parts = {"sign": (sign.start, sign.end), "sections": (sign.end, found.end), "section": found.first}
    if text[sign.start] in "Pp" and "(" not in text[sign.end : found.end]:
        return None
    whole = _with_code(text, sign.start, found.end, parts) or after_section(text, sign.start, found.end, parts)
    return whole or _bare(text, sign.start, found.end, parts)


def _is_pin(anchor: Anchor, start: int) -> bool:
    """Whether the section belongs to what stands before it: ``Id. § 5``, ``supra, § 9``, ``Pub. L. No. 95-30, § 2``."""
    text, floor = anchor.text, anchor.floor
    if floor and _DEFINED.match(text, start) and text[floor:start].strip() == "(":
        return True
    if text[start] != "S" and _LEANS.search(text, max(0, start - 14), start):
        return True
    if _OF_TITLE_IN_LAW.search(text, max(0, start - 18), start):
        return True
    if text[start] in "§[" and _in_title(text, max(floor, start - 60), start):
        return True
    if not floor or not _NEXT_TO.fullmatch(text, floor, start) or (text[start] == "S" and "," not in text[floor:start]):
        return False
    return _SECTIONED.search(text, max(0, floor - 60), floor) is None


def _in_title(text: str, low: int, start: int) -> bool:
    """Whether two words of a title stand directly before the sign: ``Federal Practice and Procedure § 1356``."""
    found = _TITLE_WORDS.search(text, low, start)
    if found is None:
        return False
    leads = name_words().leads
    return found.group("first").rstrip(".,").lower() not in leads and found.group("last").lower() not in leads


def _bare(text: str, start: int, end: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """A section that leaves its code to the context; sections of other things are none."""
    if _FOREIGN.match(text, end) or OF_LAW.match(text, end) or _COMMENT.match(text, end):
        return None
    if text[slice(*parts["sections"])] == "8" and _HOUSING.match(text, end):
        return None
    return Hit(SectionToken, start, end, parts)


def _with_code(text: str, start: int, end: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """``section 1983 of title 42``, ``§ 2201, Title 28, U.S. Code``, ``section 844 of the Penal Code``."""
    title = _OF_TITLE.match(text, end)
    if title is not None:
        parts = {**parts, "title": title.span("title")}
        found = _code(text, title.end(), linked=True) if title.group("link") else None
        if found is None:
            return code_hit(text, _federal(), (start, title.end("title")), parts) if title.group("of") else None
    else:
        link = _LINK.match(text, end)
        found = _code(text, link.end(), linked=link.group("of") is not None) if link else None
        if found is None and link is not None and link.group("of"):
            return _of_manual(text, start, link.end(), parts) or act_after(text, start, link.end(), parts)
    if found is None:
        return None
    named, at, stop = found
    hit = code_hit(text, named, (start, stop), {**parts, "code": (at, stop)})
    edition = _EDITION.match(text, stop)
    if edition is not None:
        hit.date = edition.span("year")
        hit.tail = edition.end()
    return hit


def _of_manual(text: str, start: int, at: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """``section 4B1.2(b) of the United States Sentencing Guidelines`` (Indigo Book T2)."""
    found = manuals_after().longest(text, at) if text[at : at + 1].isupper() else None
    if found is None or text[at : found[1]].islower():
        return None
    row, end = found
    end = end_of_name(text, at, end)
    return Hit(AgencyToken, start, end, {**parts, "code": (at, end)}, row.standard)


def _code(text: str, at: int, *, linked: bool) -> tuple[Named, int, int] | None:
    """Look up the name of a code at ``at``; one that its own section follows belongs to that."""
    found = code_at(text, at)
    if found is None:
        return None
    named, end = found
    if not linked and named.codes[0].form.startswith("{title}"):
        return None
    if not linked and (named.local or named.capitals):
        linked = _ENDS.match(text, end) is not None
    end = end - 1 if text.endswith("Code.", at, end) else end_of_name(text, at, end)
    if not linked and _OWN_SECTION.match(text, end):
        return None
    return named, at, end


def _federal() -> Named:
    """A title without its code is one of the United States Code, unless the document says otherwise."""
    return Named("U.S.C.", codes_of("U.S.C."))


_WORDS = (
    "§", "Section", "Sections", "section", "sections", "SECTION", "SECTIONS", "Sec", "sec", "Secs", "secs", "SEC",
    "Paragraph", "paragraph",
)

SECTION = Rule(name="section", read=read, words=_WORDS)
