"""Citations in standard form, with name, pins, court and date (Indigo Book R11–R31)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from citeparse.authorities import Case
from citeparse.citations import Citation
from citeparse.data._lazy import lazy
from citeparse.data.court_names import court_name
from citeparse.data.courts import court_id
from citeparse.normalizer._printed import part
from citeparse.normalizer.party import name_words
from citeparse.normalizer.reporter import editions
from citeparse.pins import Pin

__all__ = ["printed"]

_MONTHS = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_EDITION = lazy(r"\bed\b")
_SIGNED = frozenset(("paragraph", "section", "clause"))
_SIGNS = {"paragraph": "¶¶ ", "section": "§§ "}
_BARE = frozenset(("footnote", "comment", "part"))


def printed(citation: Citation) -> str:
    """Return ``Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)``, ``42 U.S.C. § 1983 (2012)``."""
    return _WRITERS.get(citation.kind, _dated)(citation)


def _case(c: Citation) -> str:
    """``Name, No. docket, cite, pin, cite, pin (court date)`` (Indigo Book R11, R12).

    Databases are cited with the docket number before the citation, other reporters with it at the end (R12.4.1).
    """
    members = _members(c)
    words = [name_words(c.case_name)] if c.case_name else []
    number = f"No. {c.docket}" if c.token.docket is not None and "number" not in c.token.parts else ""
    filed = number and any(member.token.series == "WL" or "LEXIS" in member.token.series for member in members)
    if filed:
        words.append(number)
    words.extend(_full(member) + _pins(member, ", ") for member in members)
    note = " ".join(word for word in (_court(members), _date(c)) if word)
    return ", ".join(words) + _bracketed(note) + ("" if filed else _bracketed(number)) + _syllabus(c)


def _bracketed(words: str) -> str:
    return f" ({words})" if words else ""


def _members(c: Citation) -> list[Citation]:
    """The parallel group that begins with a citation, or a later member of one alone."""
    return [c, *c.parallels] if c.token.parallel is None else [c]


def _syllabus(c: Citation) -> str:
    """``, paragraph nine of the syllabus`` stands last (Ohio)."""
    return "".join(f", {pin}" for pin in c.pins if pin.kind == "syllabus")


def _full(c: Citation) -> str:
    """The core; a nominative reporter beside the official one (Indigo Book T1)."""
    core = c.canonical
    authority = c.authority
    if isinstance(authority, Case):
        stem = core.rpartition(" ")[0]
        for cite in authority.cites:
            if f" ({stem}) " in cite or ("nominative" in c.token.parts and cite.startswith(f"{stem} (")):
                return cite
    return core


def _court(members: list[Citation]) -> str:
    """The court unless a reporter shows it (Indigo Book R12.3)."""
    c = members[0]
    words = c.token.court
    if words is None:
        return ""
    court = c.court
    if court is None:
        return " ".join(words.text.split())
    if any(series.court == court for member in members for series in editions(member.token, c.year)[:1]):
        return ""
    standard = court_name(court)
    return standard if standard and court_id(standard, year=c.year) == court else " ".join(words.text.split())


def _date(c: Citation) -> str:
    if c.token.date is None:
        return ""
    if c.date is not None:
        return f"{_MONTHS[c.date.month]} {c.date.day}, {c.date.year}"
    return str(c.year) if c.year is not None else ""


def _pins(c: Citation, before: str) -> str:
    """Pins after a comma; star pages take ``at``, notes and comments nothing (Indigo Book R5)."""
    found = [pin for pin in c.pins if pin.kind != "syllabus"]
    if found and c.canonical.endswith(f" at {found[0].printed}"):
        return "".join(f", {pin}" for pin in found[1:])  # 63 O.I.C. at 15: the core says it
    return _places(found, before)


def _places(pins: Sequence[Pin], before: str) -> str:
    """Several pins, each kind with what stands before it."""
    if not pins:
        return ""
    first = pins[0]
    if first.kind in _BARE:
        lead = " "
    elif first.kind in _SIGNED:
        lead = ", " if before.startswith(",") else " "
    elif first.kind == "star_page":
        lead = ", at "
    else:
        lead = before.removesuffix("at ") if first.kind == "passim" else before
    joint = ", at " if first.kind == "comment" and pins[-1].kind == "page" else ", "
    return lead + joint.join(_under_one_sign(pins))


def _under_one_sign(pins: Sequence[Pin]) -> Iterator[str]:
    """``¶¶ 5-6, 9``: paragraphs in a row have one sign, a doubled one."""
    for kind, group in groupby(pins, lambda pin: pin.kind):
        several = list(group)
        sign = _SIGNS.get(kind, "") if len(several) > 1 else ""
        for place, pin in enumerate(several):
            bare = str(pin).lstrip("¶§ ") if sign else str(pin)
            yield bare if place else sign + bare


def _docket(c: Citation) -> str:
    note = " ".join(word for word in (_court([c]), _date(c)) if word)
    name = f"{name_words(c.case_name)}, " if c.case_name else ""
    return name + c.canonical + _pins(c, ", at ") + _bracketed(note)


def _short(c: Citation) -> str:
    """``Holz, 258 F.3d at 73``: the first pin is part of the core."""
    name = f"{name_words(c.case_name)}, " if c.case_name else ""
    core, at, page = c.canonical.rpartition(" at ")
    pins = c.pins
    if at and pins and page and pins[0].printed.lstrip("*").startswith(page[:1].lstrip("*")):
        return name + core + at + ", ".join(map(str, pins))
    return name + c.canonical + _pins(c, " at ")


def _leaning(c: Citation) -> str:
    """``Id. at 73``, ``Holz, supra, at 73``."""
    name = f"{name_words(c.case_name)}, " if c.case_name and c.kind == "supra" else ""
    return name + c.canonical + _pins(c, ", at " if c.kind == "supra" else " at ")


def _reference(c: Citation) -> str:
    return c.canonical


def _record(c: Citation) -> str:
    """``Pl. Opp., ECF No. 121 at 28``, ``Knowles Decl. ¶ 9``, ``Smith Dep. 28:7-30:13`` (Indigo Book R24)."""
    day = _date(c)
    first, *others = [_with_place(member) for member in _members(c)]
    return ", ".join([first, *([day] if day else []), *others])


def _with_place(c: Citation) -> str:
    core, pins = c.canonical.rstrip(" ,"), c.pins
    return core + _pins(c, " " if pins and pins[0].kind == "line" and not core[-1:].isdigit() else " at ")


def _law(c: Citation) -> str:
    """``42 U.S.C. § 1983 (2012)``, ``Pub. L. No. 111-148, § 1101, 124 Stat. 119``; ``§ 303, 98 Stat. 2045`` (R16.3)."""
    words: list[str] = []
    for member in _members(c):
        sections = [pin for pin in member.pins if _stands_before(member, pin)]
        pages = [pin for pin in member.pins if pin not in sections]
        words.extend([*map(str, sections), member.canonical + _places(pages, ", ")])
    return ", ".join(words) + _bracketed(" ".join(word for word in (_court([c]), _date(c)) if word))


def _stands_before(c: Citation, pin: Pin) -> bool:
    """Whether the section of an act is printed before the page where it is found."""
    paged = "page" in c.token.parts and c.canonical[0].isdigit()
    return pin.span.end <= c.span.start or (paged and pin.kind == "section")


def _dated(c: Citation) -> str:
    """``Exec. Order No. 14,023, 86 Fed. Reg. 19569 (Apr. 9, 2021)`` (Indigo Book T2)."""
    note = " ".join(word for word in (_court([c]), _date(c)) if word)
    return ", ".join(member.canonical + _pins(member, ", at ") for member in _members(c)) + _bracketed(note)


def _hearing(c: Citation) -> str:
    """``Welfare in America: Hearing before the S. Comm. on Fin., 114th Cong. (2015)`` (Indigo Book R21)."""
    authority = c.authority
    titled = authority is not None and authority.name and c.token.series == "Hearing"
    return (f"{authority.name}: " if authority is not None and titled else "") + _dated(c)


def _book(c: Citation) -> str:
    """``Garner, Black's Law Dictionary 102 (10th ed. 2014)``: author first, edition as printed (Indigo Book R28).

    Translator and first edition stand between: ``(Gregory Rabassa trans., Harper & Row 2003) (1967)``.
    """
    authority = c.authority
    author = f"{authority.name}, " if authority is not None and authority.name and "author" in c.token.parts else ""
    volume = part(c.token, "volume")
    if author and volume and not c.canonical.startswith(f"{volume} "):
        author = f"{volume} {author}"
    return author + c.canonical + _pins(c, ", at ") + "".join(map(_bracketed, _editions(c) or [_date(c)]))


def _editions(c: Citation) -> list[str]:
    """The parentheticals up to the one that tells edition or year."""
    notes = [" ".join(p.text.split()) for p in c.parentheticals]
    told = (p.type == "court_date" or _EDITION.search(p.text) for p in c.parentheticals)
    last = next((i for i, tells in enumerate(told, 1) if tells), 0)
    return notes[:last]


def _article(c: Citation) -> str:
    note = _date(c)
    authority = c.authority
    name = f"{authority.name}, " if authority is not None and authority.name and "title" in c.token.parts else ""
    return name + c.canonical + _pins(c, ", ") + _bracketed(note)


_WRITERS: Mapping[str, Callable[[Citation], str]] = {
    "case": _case,
    "case_short": _short,
    "docket": _docket,
    "id": _leaning,
    "supra": _leaning,
    "reference": _reference,
    "record": _record,
    "journal": _article,
    "book": _book,
    "legislative": _hearing,
    "statute": _law,
    "regulation": _law,
    "section": _law,
    "constitution": _law,
    "rule": _law,
}
"""How each kind is written; the others as government documents are."""
