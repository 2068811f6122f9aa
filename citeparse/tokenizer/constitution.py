"""Constitutions: ``U.S. Const. amend. XIV, § 1``, ``article I, section 19, of the California Constitution``.

Indigo Book R23.
"""

from __future__ import annotations

import re

from citeparse.data._lazy import lazy
from citeparse.data.constitutions import Charter, charter_names, names_after
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokenizer._sections import read_sections
from citeparse.tokens import ConstitutionToken

__all__ = ["CONSTITUTION", "after_section"]

_ROMAN = r"[IVXLC]{1,8}(?:-[A-Z])?(?![A-Za-z])"
_ARABIC = r"[0-9]{1,3}[A-Za-z]?(?:[-–][0-9A-Za-z]{1,3})?(?![0-9A-Za-z])"
_DIVISION = lazy(
    rf"""
    [\s\u00a0,(]{{0,5}}(?:(?:and|of)\s)?
    (?:
        (?P<article>[Aa]rt(?:icles?\b|s?\.|(?=\s[IVX0-9]))|ART(?:ICLE|S?\.))
      | (?P<amendment>[Aa]mend(?:ments?\b|s?\.)|AMEND(?:MENTS?\b|S?\.)|[Aa]mdts?\.)
      | (?P<section>Â?§\s?Â?§|Â?§|[Ss]ec(?:tions?\b|s?\.)|SEC(?:TIONS?\b|S?\.))
      | (?P<clause>[Cc]l(?:auses?\b|s?\.)|CL\.)
      | (?P<part>[Pp]t\.|[Pp]art\b)
      | (?P<chapter>[Cc]h(?:apter\b|\.)|c\.(?=\s[0-9]))
      | (?P<paragraph>[Pp]ar(?:agraphs?\b|as?\.|s?\.)|¶{{1,2}})
    )
    [\s\u00a0]{{0,4}}
    (?P<number>{_ROMAN}|{_ARABIC})
    """,
    re.VERBOSE,
)
_FURTHER = lazy(
    rf"(?:\s{{0,2}},\s{{1,3}}(?:(?:and|&)\s{{1,3}})?|\s{{1,3}}(?:and|&)\s{{1,3}})(?:{_ROMAN}|{_ARABIC})(?!\s[A-Z])",
)
"""Another amendment of a list: ``amends. V, XIV``."""
_MOST_LISTED = 12
_PREAMBLE = lazy(r"[\s,]{0,4}(?P<preamble>pmbl\.|[Pp]reamble\b|PMBL\.)")
_EDITION = lazy(r"[\s,]{0,3}(?:of\s)?\(?(?P<year>(?:1[789]|20)[0-9]{2})\)?(?:\s\(rev\.\))?(?=[\s,])")
_OF = lazy(r"\s{0,3}[.,]?\s{1,4}of\s{1,4}(?:the\s{1,4})?(?:[0-9]{4}\s)?")
_MORE = lazy(r"(?:\s?\([0-9A-Za-z]{1,4}\)){1,6}")
_BELOW = lazy(r"(?:\s?\([a-z]\)){1,3}")
"""Subparagraphs: ``Ga. Const. of 1983, Art. I, Sec. II, Par. IX (e)``."""
_OTHER_DOCUMENT = lazy(r"\s{0,3}[.,]?\s{1,4}(?:of|in|to)\s{1,4}[A-Za-z]")
_ORDER = ("part", "chapter", "article", "amendment", "section", "clause", "paragraph")
_INITIALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZc")
"""Names begin with a capital, but for the constitution of a state."""
_ROMAN_ONLY = lazy(r"[IVXL]{1,6}(?:-[A-Z])?\Z")
_ORDINAL = lazy(
    r"\s{0,3},?\s{1,4}of\s{1,4}(?:the\s{1,4})?(?P<amendment>(?:Twenty-)?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)"
    r"|Tenth|Eleventh|Twelfth|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teenth|Twentieth)\s{1,3}Amendment\b",
)


def read(anchor: Anchor) -> Hit | None:
    """Read a constitution named before or after its article."""
    if anchor.row is None:
        return _article_first(anchor)
    text, charter = anchor.text, anchor.row
    if not text[anchor.start].isupper():
        return None
    parts: dict[str, tuple[int, int]] = {"code": (anchor.start, anchor.end)}
    at = anchor.end
    edition = _EDITION.match(text, at)
    if edition is not None:
        parts["year"] = edition.span("year")
        at = edition.end()
    preamble = _PREAMBLE.match(text, at)
    if preamble is not None:
        parts["preamble"] = preamble.span("preamble")
        return Hit(ConstitutionToken, anchor.start, preamble.end(), parts, charter.series)
    end, found = _divisions(text, at)
    if not found or (not charter.jurisdiction and "article" not in found):
        return None
    return Hit(ConstitutionToken, anchor.start, end, {**parts, **found}, charter.series)


def _article_first(anchor: Anchor) -> Hit | None:
    """``article I, section 19, of the California Constitution``; without its name two divisions at least."""
    text = anchor.text
    end, parts = _divisions(text, anchor.start)
    if "article" not in parts or parts["article"][0] > anchor.start + 12:
        return None
    return _with_name(text, anchor.start, end, parts)


def _with_name(text: str, start: int, end: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    of = _OF.match(text, end)
    found = _charter(text, of.end()) if of else None
    if found is not None and of is not None and (found[0].jurisdiction or len(parts) > 1):
        charter, stop = found
        return Hit(ConstitutionToken, start, stop, {**parts, "code": (of.end(), stop)}, charter.series)
    if not ("section" in parts or "clause" in parts) or _OTHER_DOCUMENT.match(text, end):
        return None
    if not _ROMAN_ONLY.match(text[slice(*parts["article"])]):
        return None
    return Hit(ConstitutionToken, start, end, parts, "Const.")


def _charter(text: str, at: int) -> tuple[Charter, int] | None:
    if text[at : at + 1] not in _INITIALS:
        return None
    found = names_after().longest(text, at)
    if found is None:
        return None
    charter, end = found
    words = text[at:end]
    return charter, end - (words.count(".") == 1 and words.endswith(".") and not words.endswith("Const."))


def after_section(text: str, start: int, end: int, parts: dict[str, tuple[int, int]]) -> Hit | None:
    """``section 1 of the Fourteenth Amendment``, ``section 8 of article I of the Texas Constitution``."""
    ordinal = _ORDINAL.match(text, end)
    if ordinal is not None:
        parts = {**parts, "amendment": ordinal.span("amendment")}
        return Hit(ConstitutionToken, start, ordinal.end(), parts, "U.S. Const.")
    of = _OF.match(text, end)
    stop, found = _divisions(text, of.end()) if of else _divisions(text, end)
    if list(found) != ["article"]:
        return None
    return _with_name(text, start, stop, {**parts, **found})


def _divisions(text: str, at: int) -> tuple[int, dict[str, tuple[int, int]]]:
    """Read ``art. I, § 8, cl. 3``: the offset after it, and the place of each number."""
    parts: dict[str, tuple[int, int]] = {}
    rank = -1
    for _ in range(5):
        found = _DIVISION.match(text, at)
        if found is None:
            break
        kind = next(name for name in _ORDER if found.group(name))
        if _ORDER.index(kind) <= rank:
            break
        rank = _ORDER.index(kind)
        at = _number(text, found, kind, parts)
    return at, parts


def _number(text: str, found: re.Match[str], kind: str, parts: dict[str, tuple[int, int]]) -> int:
    """Note the number of a division; sections and amendments come in lists, sections have subsections."""
    parts[kind] = found.span("number")
    end = found.end()
    if kind == "section":
        sign = found.group("section")
        parts["sign"] = found.span("section")
        listed = read_sections(text, found.start("number"), plural=sign.count("§") > 1 or sign[-1:] in "sS")
        if listed is not None:
            end = listed.end
            parts["section"] = listed.first
        more = _MORE.match(text, end)
        end = more.end() if more else end
        parts["sections"] = (found.start("number"), end)
    elif kind == "paragraph" and (below := _BELOW.match(text, end)) is not None:
        end = below.end()
        parts["below"] = below.span()
    elif kind == "amendment" and found.group("amendment").rstrip(".")[-1] in "sS":
        end = _listed(text, end)
        parts["amendments"] = (found.start("number"), end)
    return end


def _listed(text: str, end: int) -> int:
    """Return where a list of amendments ends, the first of which ends at ``end``."""
    for _ in range(_MOST_LISTED):
        further = _FURTHER.match(text, end)
        if further is None:
            break
        end = further.end()
    return end


CONSTITUTION = Rule(
    name="constitution",
    read=read,
    named=charter_names,
    words=("Article", "article", "Art", "art", "ARTICLE", "ART"),
)
