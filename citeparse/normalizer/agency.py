"""Documents of agencies and of the executive: canonical core, key and authority (Indigo Book R19, T2)."""

from __future__ import annotations

from citeparse.authorities import AgencyDocument, Authority
from citeparse.data._lazy import lazy
from citeparse.data.agencies import agency_key, manual_names, owned
from citeparse.normalizer._printed import number, numbered, part, slug, volume_page
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_UNSIGNED = frozenset(("poms", "hallex", "dotted", "m21", "fam"))
_BELOW = lazy(r"\s(?=\()")
_SIGNS = lazy(r"§\s?§")
_GUIDELINE = lazy(r"[1-9][A-Z]\s?[0-9lI]{1,2}\s?\.\s?[0-9lI]{1,2}")
_DECIMAL = lazy(r"(?<=[0-9])\.(?=[0-9])")
_AND = lazy(r",?\s(?:and|or|&)\s|,\s|,(?![0-9]{3}(?![0-9]))")
"""What stands between two numbers of a list; a comma in ``115,310`` is part of the number."""


def canonical(token: Token, base: Token | None) -> str:
    """Return ``Rev. Proc. 2021-18``, ``U.S.S.G. § 4B1.2(a)``, ``63 O.I.C. at 15``."""
    if "volume" in token.parts:
        return numbered(token)
    if "section" in token.parts:
        sections = _AND.sub(", ", _BELOW.sub("", _scanned(token, part(token, "sections"))))
        return f"{token.series}{_sign(token, sections)} {sections}"
    if token.series.startswith("Att'y"):
        return f"{part(token, 'document')} {number(token)}"
    numbers = part(token, "numbers")
    if numbers:
        series = token.series.replace("No.", "Nos.")
        return f"{series} {_AND.sub(', ', numbers)}"
    if _dated(token):
        return f"{token.series.removesuffix(' No.')} {' '.join(token.parts['number'].text.split())}"
    return f"{owned(token.series)} {number(token)}"


def _dated(token: Token) -> bool:
    """Whether a day stands for the number: ``Executive Order of August 23, 1971``."""
    return token.parts["number"].text.startswith("of ")


def _sign(token: Token, sections: str) -> str:
    """Return what stands between a manual and its section: a sign, nothing before an appendix, else a comma."""
    if _unsigned(token.series) or not sections[0].isdigit():
        return "," if sections[0] in "Pp" else ""
    return " §§" if _SIGNS.search(token.text) else " §"


def _scanned(token: Token, sections: str) -> str:
    """Read the letter l as the digit 1 in guidelines that were scanned: ``2Rl.l`` is 2R1.1."""
    if token.series != "U.S.S.G." or not sections[0].isdigit():
        return sections
    return _GUIDELINE.sub(lambda found: found.group().replace("l", "1").replace("I", "1").replace(" ", ""), sections)


def _unsigned(series: str) -> bool:
    return any(row.standard == series and row.shape in _UNSIGNED for _, row in manual_names())


def authority(token: Token, base: Token | None) -> Authority:
    """Return the document, known by ``/us/eo/14023``, ``/us/revproc/2021-18``, ``/us/ussg/s4B1.2``."""
    return AgencyDocument(key=_key(token), cite=_cite(token))


def _cite(token: Token) -> str:
    """Return the standard form, of a manual that of its first section alone."""
    if "section" not in token.parts:
        return canonical(token, None)
    section = _scanned(token, part(token, "section"))
    return f"{token.series}{_sign(token, section).replace('§§', '§')} {section}"


def _dotted(section: str) -> str:
    """Return a section for an identifier; periods between digits tell ``IRM 4.10.3`` from ``IRM 41.0.3``."""
    return ".".join(map(slug, _DECIMAL.split(section)))


def _key(token: Token) -> str:
    series = agency_key(token.series)
    if "volume" in token.parts:
        volume, page = volume_page(token)
        return f"/us/{series}/{volume}/{page.replace(',', '').lstrip('*')}"
    if "section" in token.parts:
        section = _scanned(token, part(token, "section"))
        if not section[0].isdigit() and not _unsigned(token.series):
            return f"/us/{series}/{_dotted(section)}"
        return f"/us/{series}/{_dotted(section) if _unsigned(token.series) else 's' + section}"
    printed = slug(token.parts["number"].text) if _dated(token) else number(token).lower().replace(",", "")
    if token.series.startswith("Att'y"):
        return f"/us/ag-opinion/{slug(part(token, 'document'))}/{printed}"
    return f"/us/{series}/{printed}"
