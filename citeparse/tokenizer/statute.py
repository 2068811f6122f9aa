"""Codes: ``42 U.S.C. § 1983``, ``N.Y. Penal Law § 70.00(1)``, ``MCL 600.2912b`` (Indigo Book R16, R17, R19, T3)."""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.case_names import name_words
from citeparse.data.codes import Code, Named, after_names, first_names, numbered_names
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._page import is_page_number, torn_number
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer.code_gap import Place, read_place
from citeparse.tokens import RegulationToken, StatuteToken

__all__ = ["OF_LAW", "STATUTE", "code_at", "code_hit", "end_of_name", "form_of"]

_NUMBER = lazy(r"[0-9]{1,4}(?:-[0-9]{1,4})?[A-Za-z]?")
_MORE = lazy(r"(?<![0-9A-Za-z])(?:[0-9]{1,4}-){1,3}\Z")
_WORD_BEFORE = lazy(r"(?<![\w.])([A-Z][\w.’'&-]*)[ \t\n]{1,2}\Z")
_TITLE_BEFORE = lazy(
    r"""
    (?<![0-9.,])(?:[Tt]itle\s{1,3})?
    (?P<title>[0-9]{1,3})
    (?:
        ,\s{1,3}(?:of\s(?:the\s)?)?                                          # 18, United States Code
      | \s{0,12}(?P<app>[Aa]pp\.)?\s{0,12}(?:-\s?[0-9]{1,3}\s?-\s{0,6})?      # over a page break: 42 - 6 - U.S.C.
    )\Z
    """,
    re.VERBOSE,
)
_FULL_STOP = lazy(r"(?:Code|Act|Laws?|Statutes?|Regulations|Rules|Annotated|Charter|RSMo)\.\Z")
"""A word that is no abbreviation, and the end of a sentence."""
_GOES_ON = lazy(r"\s{0,4}(?:§|Ann\b|ANN\b)")
_COMPILATION = lazy(r",?\s{1,3}\(?[12][0-9]{3}(?:\s?[-–]\s?[0-9]{4})?\s{1,3}Comp(?:ilation|\.)")
"""``3 C.F.R., 1978 Comp., p. 142``: a page of a collection of executive orders, no section."""
OF_LAW = lazy(r",\s{1,4}[0-9]{1,4}\s{1,3}(?:[A-Z][A-Za-z.]{0,8}\s?){1,4}\s{0,2}[0-9]")
"""A session law that the section before is one of: ``§ 5, 69 Stat. 700``."""
_LEGISLATURE = lazy(r"\bLeg\.,\s{1,3}\Z")
"""``82d Leg., R.S., ch. 500``: a regular session of Texas, no Revised Statutes."""
_MARK = lazy(r"\.[0-9]{1,3}\Z")
"""A footnote mark after the period that ends the sentence."""


def read(anchor: Anchor) -> Hit | None:
    """``42 U.S.C. § 1983``, ``Cal. Penal Code § 187`` (Indigo Book R16.1, R17.1)."""
    text, named = anchor.text, anchor.row
    if not _is_name(anchor) or (named.series == "C.F.R." and _COMPILATION.match(text, anchor.end)):
        return None
    place = read_place(text, anchor.end, named.codes[0])
    if place is None or not _strong(anchor, place):
        return None
    parts = {"code": (anchor.name, anchor.end), **place.parts}
    if "title" in place.parts:
        return code_hit(text, named, (anchor.name, place.end), parts)
    start = _titled_start(anchor, place, parts)
    return code_hit(text, named, (start, place.end), parts) if start is not None else None


def _is_name(anchor: Anchor) -> bool:
    """Whether the words are this name, whole and in its capitals, and no part of another."""
    text, named = anchor.text, anchor.row
    if not named.printed_as(text[anchor.name : anchor.end]):
        return False
    if _FULL_STOP.search(text, anchor.name, anchor.end) and not _GOES_ON.match(text, anchor.end):
        return False
    if named.series == "Rev. Stat." and _LEGISLATURE.search(text, max(anchor.floor, anchor.start - 9), anchor.start):
        return False
    return not ((named.local or _is_act(named)) and _in_longer_name(anchor))


def _titled_start(anchor: Anchor, place: Place, parts: dict[str, tuple[int, int]]) -> int | None:
    """Note the title that stands before the name, and return where the core begins."""
    if anchor.name == anchor.start:
        return _title_left(anchor, place, parts)
    text = anchor.text
    torn = torn_number(text, anchor.floor, anchor.start, anchor.name)
    if torn is not None:
        parts["title"] = torn
        return torn[0]
    number = _NUMBER.match(text, anchor.start)
    if number is None:
        return None
    paged = is_page_number(text, anchor.start, anchor.name)
    if paged or not _is_title(text, anchor.row.codes[0], number.group(), place):
        return anchor.name
    more = _MORE.search(text, max(anchor.floor, anchor.start - 15), anchor.start)
    start = more.start() if more else anchor.start
    parts["title"] = (start, number.end())
    return start


def _title_left(anchor: Anchor, place: Place, parts: dict[str, tuple[int, int]]) -> int | None:
    """``18, United States Code, Section 981``, ``49 App. U.S.C.``: a title that the scan did not join to the name."""
    if not anchor.row.codes[0].form.startswith("{title}"):
        return anchor.start
    before = _TITLE_BEFORE.search(anchor.text, max(anchor.floor, anchor.start - 50), anchor.start)
    if before is None:
        return anchor.start if place.signed else None
    parts.update({name: before.span(name) for name in ("title", "app") if before.group(name)})
    return before.start()


def _is_title(text: str, code: Code, number: str, place: Place) -> bool:
    """Whether the number is the title's, not a footnote's, where sections repeat their title."""
    section = text[slice(*place.parts["section"])] if "section" in place.parts else ""
    return not code.repeats or "-" not in section or section.startswith(number + "-")


def _is_act(named: Named) -> bool:
    return named.codes[0].codified is not None and not named.capitals


def _in_longer_name(anchor: Anchor) -> bool:
    """Whether a capitalized word before a home name makes another code of it: ``Municipal Code § 5``."""
    before = _WORD_BEFORE.search(anchor.text, max(anchor.floor, anchor.start - 30), anchor.start)
    return before is not None and before.group(1).rstrip(".,").lower() not in name_words().leads


def code_hit(text: str, named: Named, span: tuple[int, int], parts: dict[str, tuple[int, int]]) -> Hit:
    """Make the core of a citation of a code."""
    start, end = span
    section = parts.get("section")
    if named.codes[0].flat and section is not None:
        mark = _MARK.search(text, *parts["sections"])
        if mark is not None:
            cut = mark.start()
            end = cut if end == parts["sections"][1] else end
            parts = {**parts, "section": (section[0], min(section[1], cut)), "sections": (parts["sections"][0], cut)}
    hit = Hit(form_of(named), start, end, parts, named.series)
    hit.date = parts.get("year")
    return hit


def code_at(text: str, at: int) -> tuple[Named, int] | None:
    """Look up the name of a code that stands after its section: ``section 1983 of the United States Code``."""
    found = after_names().longest(text, at) if text[at : at + 1].isupper() else None
    return found if found is not None and found[0].printed_as(text[at : found[1]]) else None


def end_of_name(text: str, start: int, end: int) -> int:
    """Return where a name ends: without its last period when no other one is in it, which ends the sentence."""
    return end - (text[end - 1] == "." and "." not in text[start : end - 1])


def form_of(named: Named) -> type[StatuteToken | RegulationToken]:
    """Return the class of token for a code."""
    return RegulationToken if named.codes[0].kind == "regulation" else StatuteToken


def _strong(anchor: Anchor, place: Place) -> bool:
    """Whether name and section together are a citation: a number without a sign needs a code cited that way."""
    if "section" not in place.parts:
        return ("chapter" in place.parts or "part" in place.parts) and anchor.row.codes[0].codified is None
    if place.signed:
        return True
    code: Code = anchor.row.codes[0]
    if not code.bare and "title" not in place.parts:
        return False
    return code.like is None or code.like.match(first_digits(anchor.text, place.parts["section"])) is not None


def first_digits(text: str, place: tuple[int, int]) -> str:
    """Return a section's number without the line break that it runs over."""
    return "".join(text[slice(*place)].split())


STATUTE = Rule(name="statute", read=read, numbered=numbered_names, named=first_names)
