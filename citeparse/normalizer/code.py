"""Citations of codes → standard form and key: ``42 U.S.C. § 1983``, ``/us/usc/t42/s1983`` (Indigo Book R16–R19)."""

from __future__ import annotations

import re
from typing import NamedTuple

from citeparse.authorities import Authority, Regulation, Statute
from citeparse.data._lazy import lazy
from citeparse.data.codes import Code, code_of
from citeparse.normalizer import _printed, session_law
from citeparse.normalizer._section_list import (
    DASHES,
    Member,
    SectionList,
    first_number,
    members,
    standard_sections,
)
from citeparse.tokens import RegulationToken, Token

__all__ = ["authority", "canonical", "listed", "places"]

_SUBPART = lazy(r"[Ss]ub(?:part|pt\.)")
_NOTE = lazy(r"\bnotes?\s*$")
_FIRST = lazy(r"\s|,|(?<=[0-9])[-–—](?=[0-9])")
_FEDERAL = ("us/usc", "us/cfr")
_ONE = frozenset(("", "§", "art.", "art", "article", "section", "sec.", "s.", "r.", "rule", "¶", "par."))
"""Signs of one section."""
_DIVISIONS = (("part", "pt.", "pt"), ("chapter", "ch.", "ch"))


class _Cited(NamedTuple):
    """What a token cites: its own words, completed by those of the token that it leans on."""

    series: str
    code: Code | None
    title: str
    division: tuple[str, str, str] | None
    """Standard word, key prefix and number of a chapter or part."""
    appendix: bool
    subpart: str
    article: str
    sign: str
    agency: str


def canonical(token: Token, base: Token | None = None) -> str:
    """Return the standard form of the core: ``42 U.S.C. §§ 1331, 1343``."""
    if session_law.is_session_law(token):
        return session_law.canonical(token, base)
    cited = _cited(token, base)
    printed = token.parts.get("sections")
    if printed is None:
        return _chapter(cited)
    return _written(cited, _list(token, base, cited, printed.text))


def authority(token: Token, base: Token | None = None) -> Authority:
    """Return what is cited, subsections left out; of several sections the first."""
    if session_law.is_session_law(token):
        return session_law.authority(token, base)
    joined = _joined(token, base)
    return joined[0] if joined else _one(token, _cited(token, base), Member(_section(token, base), ""))


def _joined(token: Token, base: Token | None) -> tuple[Authority, ...]:
    """The sections of a list that begins with a range: the hyphen of ``§ 801-904`` is no part of a number."""
    section = token.parts.get("section")
    if section is None or "-" not in section.text.translate(DASHES):
        return ()
    found = listed(token, base)
    return found if found and getattr(found[0], "section", None) != _section(token, base) else ()


def _one(token: Token, cited: _Cited, member: Member) -> Authority:
    """Return one member of a list."""
    section, through = member
    words = f"{section}-{through}" if through else section
    cite = _written(cited, SectionList(words, several=through != "")) if section else _chapter(cited)
    regulation = isinstance(token, RegulationToken) or (cited.code is not None and cited.code.kind == "regulation")
    make = Regulation if regulation else Statute
    key = _key(cited, section)
    if _of_note(token):
        key, cite = f"{key}/note", f"{cite} note"
    return make(
        key=f"{key}...{through}" if through else key, cite=cite, title=cited.title or None, code=cited.series or None,
        section=section or None, through=through or None,
    )


def _of_note(token: Token) -> bool:
    """Whether the note below a section is cited, where laws stand that are no part of it: ``28 U.S.C. § 2254 note``."""
    return "sections" in token.parts and _NOTE.search(token.parts["sections"].text) is not None


def places(token: Token, base: Token | None = None) -> tuple[str, ...]:
    """Return the subsections of the first section: ``("a", "1")``."""
    found = _printed.places(token)
    return () if found and _joined(token, base) else found


def listed(token: Token, base: Token | None = None) -> tuple[Authority, ...]:
    """Return the sections of a list; a range is its first section and then itself."""
    printed = token.parts.get("sections")
    if printed is None or session_law.is_session_law(token):
        return ()
    cited = _cited(token, base)
    sections = _list(token, base, cited, printed.text)
    if not sections.several:
        return ()
    flat = cited.code is None or cited.code.flat
    return tuple(dict.fromkeys([_one(token, cited, member) for member in members(sections, flat=flat)]))


def _list(token: Token, base: Token | None, cited: _Cited, printed: str) -> SectionList:
    """The sections in standard spelling; after one sign a hyphen belongs to the number in codes of the States."""
    dash = cited.sign not in _ONE or cited.code is None or cited.code.path.startswith(_FEDERAL)
    return _whole(standard_sections(printed, cited.sign, dash=dash), token, base)


def _cited(token: Token, base: Token | None) -> _Cited:
    """Complete a token's words by those of the token whose code it borrows."""
    code = code_of(token.series) if token.series else None
    source = token if token.series or base is None else base
    series = source.series or token.series
    title = token.parts.get("title") or (source.parts.get("title") if source is not token else None)
    return _Cited(
        series=series,
        code=code_of(series) or code,
        title=_digits(title.text) if title else "",
        division=_division(token, source),
        appendix="app" in source.parts,
        subpart=_subpart(token),
        article=_text(source, "article"),
        sign=_text(token, "sign").lower(),
        agency=_text(source, "agency"),
    )


def _subpart(token: Token) -> str:
    """``, subpt. A`` after a part."""
    piece = token.parts.get("subpart")
    return ", " + _SUBPART.sub("subpt.", " ".join(piece.text.split())).replace("Appendix", "app.") if piece else ""


def _text(token: Token, name: str) -> str:
    return _digits(token.parts[name].text) if name in token.parts else ""


def _division(token: Token, source: Token) -> tuple[str, str, str] | None:
    for name, word, prefix in _DIVISIONS:
        piece = token.parts.get(name) or (source.parts.get(name) if "sections" in source.parts else None)
        if piece is not None:
            return word, prefix, piece.text if name == "part" else first_number(piece.text)
    return None


def _digits(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _written(cited: _Cited, sections: SectionList) -> str:
    """Fill the template of the code."""
    if cited.code is None:
        chapter = f"{cited.division[1]}. {cited.division[2]}, " if cited.division else ""
        return f"{cited.series} {chapter}{'§§' if sections.several else '§'} {sections.text}".strip()
    form = cited.code.form.replace(cited.code.standard, cited.series, 1)
    form = _without(form, cited)
    if cited.sign.startswith("art"):
        form = form.replace("§ {section}", "art. {section}")
    if cited.appendix:
        form = form.replace("§", "app. §")
    if sections.several:
        form = form.replace("§ {", "§§ {").replace("art. {section}", "arts. {section}")
        form = form.replace("¶ {", "¶¶ {")
    if cited.article:
        form = form.replace("art. {section}", "§ {section}")
        form = form.replace("§ {section}", f"art. {cited.article}, § {{section}}")
    if cited.agency:
        form = form.replace(cited.series, f"{cited.series} {cited.agency}", 1)
    number = cited.division[2] if cited.division else ""
    return form.replace("{title}", cited.title).replace("{chapter}", number).replace("{section}", sections.text).strip()


def _without(form: str, cited: _Cited) -> str:
    """Drop the places of a template for which nothing was printed."""
    if not cited.title:
        form = form.replace("tit. {title}, ", "").replace("{title} ", "", 1)
    if cited.division is None:
        form = form.replace("ch. {chapter}, ", "")
    return form


def _chapter(cited: _Cited) -> str:
    """A chapter or part without a section: ``46 U.S.C. ch. 705``, ``21 C.F.R. pt. 133``."""
    titled = cited.code is None or cited.code.form.startswith("{title}")
    before = f"{cited.title} {cited.series}" if titled else cited.series
    if cited.code is not None and "tit. {title}" in cited.code.form and cited.title:
        before += f" tit. {cited.title}" + ("," if cited.division else "")
    if cited.division is None:
        return before.strip()
    word, _, number = cited.division
    listed = standard_sections(number)
    return f"{before} {word.replace('.', 's.') if listed.several else word} {listed.text}{cited.subpart}".strip()


def _section(token: Token, base: Token | None) -> str:
    piece = token.parts.get("section")
    if piece is None:
        return ""
    number = first_number(piece.text)
    return _whole(SectionList(number, several=False), token, base).text


def _whole(sections: SectionList, token: Token, base: Token | None) -> SectionList:
    """Restore the act of ``section 7.4(b)`` when the section leant on is ``5/115-7.4`` (Illinois practice)."""
    act = token.parts.get("act") or (base.parts.get("act") if base is not None else None)
    if act is not None and "/" not in sections.text:
        return SectionList(f"{act.text}/{sections.text}", sections.several)
    if base is None or not sections.text or "section" not in base.parts or "section" not in token.parts:
        return sections
    full, own = first_number(base.parts["section"].text), first_number(token.parts["section"].text)
    if "/" not in full or "/" in own:
        return sections
    start = full.removesuffix(own) if full.endswith(("-" + own, "/" + own)) else full.partition("/")[0] + "/"
    return SectionList(start + sections.text, sections.several)


def _codified(code: Code | None, section: str) -> str:
    """The place of an act's section in the United States Code: ``/us/usc/t8/s1229`` for INA § 239."""
    if code is None or not code.codified or not section:
        return ""
    there = code.codified.get(section, "")
    title, _, number = (there or f"{code.codified.get('*', '')}/{section}").partition("/")
    return f"/us/usc/t{title}/s{number}" if title else ""


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("’", "").replace("'", "")))


def _key(cited: _Cited, section: str) -> str:
    code = cited.code
    place = _codified(code, section)
    if place:
        return place
    if not cited.series:
        return "#section/" + (section or "?")
    path = [code.path] if code is not None else ["us/act", _slug(cited.series)]
    if cited.title and not (section and code is not None and code.repeats):
        path.append(f"t{cited.title}" + ("a" if cited.appendix else ""))
    if cited.division and (not section or (code is not None and "{chapter}" in code.form)):
        path.append(cited.division[1] + first_number(_FIRST.split(cited.division[2], maxsplit=1)[0]))
    if cited.agency or cited.article:
        path.append(_slug(cited.agency) or f"art{cited.article}")
    if section:
        path.append("s" + section.replace("/", "-"))
    return "/" + "/".join(path)
