"""Citations in standard form, with name, pins, court and date (Indigo Book R11–R31)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from citeparse.authorities import Case
from citeparse.citations import Citation
from citeparse.data.court_names import court_name
from citeparse.data.courts import court_id
from citeparse.normalizer.party import name_words
from citeparse.normalizer.reporter import editions
from citeparse.pins import Pin

__all__ = ["printed"]

_MONTHS = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_SIGNED = frozenset(("paragraph", "section", "clause"))
_BARE = frozenset(("footnote", "comment"))


def printed(citation: Citation) -> str:
    """Return ``Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)``, ``42 U.S.C. § 1983 (2012)``."""
    return _WRITERS.get(citation.kind, _dated)(citation)


def _case(c: Citation) -> str:
    """``Name, No. docket, cite, pin, cite, pin (court date)`` (Indigo Book R11, R12)."""
    members = [c, *c.parallels] if c.token.parallel is None else [c]
    words = [name_words(c.case_name)] if c.case_name else []
    if c.token.docket is not None:
        words.append(f"No. {c.docket}")
    words.extend(_full(member) + _pins(member, ", ") for member in members)
    note = " ".join(word for word in (_court(members), _date(c)) if word)
    return ", ".join(words) + (f" ({note})" if note else "")


def _full(c: Citation) -> str:
    """The core; a nominative reporter beside the official one (Indigo Book T1)."""
    authority = c.authority
    if isinstance(authority, Case) and ("nominative" in c.token.parts or c.token.series not in authority.cite):
        return next((cite for cite in authority.cites if f"({_core(c)})" in cite or cite.startswith(c.canonical.rpartition(" ")[0] + " (")), c.canonical)
    return c.canonical


def _core(c: Citation) -> str:
    return c.canonical.rpartition(" ")[0]


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


def _pins(c: Citation, before: str, pins: Iterable[Pin] | None = None) -> str:
    """Pins after a comma; star pages and what ends in a page number by another word take ``at`` (Indigo Book R5)."""
    found = list(c.pins if pins is None else pins)
    if not found:
        return ""
    first = found[0]
    if first.kind in _BARE:
        lead = " "
    elif first.kind in _SIGNED:
        lead = ", " if before.startswith(",") else " "
    elif first.kind == "star_page":
        lead = ", at "
    else:
        lead = before
    return lead + ", ".join(map(str, found))


def _docket(c: Citation) -> str:
    note = " ".join(word for word in (_court([c]), _date(c)) if word)
    name = f"{name_words(c.case_name)}, " if c.case_name else ""
    return name + c.canonical + _pins(c, ", at ") + (f" ({note})" if note else "")


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
    pins = c.pins
    return c.canonical + _pins(c, " " if pins and pins[0].kind == "line" else " at ")


def _law(c: Citation) -> str:
    members = [c, *c.parallels] if c.token.parallel is None else [c]
    note = _date(c)
    return ", ".join(member.canonical + _pins(member, ", ") for member in members) + (f" ({note})" if note else "")


def _dated(c: Citation) -> str:
    note = _date(c)
    return c.canonical + _pins(c, ", at ") + (f" ({note})" if note else "")


def _article(c: Citation) -> str:
    note = _date(c)
    authority = c.authority
    name = f"{authority.name}, " if authority is not None and authority.name and "title" in c.token.parts else ""
    return name + c.canonical + _pins(c, ", ") + (f" ({note})" if note else "")


_WRITERS: Mapping[str, Callable[[Citation], str]] = {
    "case": _case,
    "case_short": _short,
    "docket": _docket,
    "id": _leaning,
    "supra": _leaning,
    "reference": _reference,
    "record": _record,
    "journal": _article,
    "statute": _law,
    "regulation": _law,
    "section": _law,
    "constitution": _law,
    "rule": _law,
}
"""How each kind is written; the others as government documents are."""
