"""Documents of agencies and of the executive: canonical core, key and authority (Indigo Book R19, T2)."""

from __future__ import annotations

import re

from citeparse.authorities import AgencyDocument, Authority
from citeparse.data.agencies import agency_key, manual_names
from citeparse.normalizer._printed import number, numbered, part, slug, volume_page
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_UNSIGNED = frozenset(("poms", "hallex", "dotted", "m21", "fam"))
_BELOW = re.compile(r"\s(?=\()")
_AND = re.compile(r",?\s(?:and|or|&)\s|,\s?")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``Rev. Proc. 2021-18``, ``U.S.S.G. § 4B1.2(a)``, ``63 O.I.C. at 15``."""
    if "volume" in token.parts:
        return numbered(token)
    if "section" in token.parts:
        sections = _AND.sub(", ", _BELOW.sub("", part(token, "sections")))
        if _unsigned(token.series):
            return f"{token.series}{',' if sections[:1] in 'Pp' else ''} {sections}"
        sign = "§§" if re.search(r"§\s?§", token.text) else "§"
        return f"{token.series} {sign} {sections}"
    if token.series.startswith("Att'y"):
        return f"{part(token, 'document')} {number(token)}"
    numbers = part(token, "numbers")
    if numbers:
        series = token.series.replace("No.", "Nos.")
        return f"{series} {_AND.sub(', ', numbers)}"
    return f"{token.series} {number(token)}"


def _unsigned(series: str) -> bool:
    return any(row.standard == series and row.shape in _UNSIGNED for _, row in manual_names())


def authority(token: Token, base: Token | None) -> Authority:
    """Return the document, known by ``/us/eo/14023``, ``/us/revproc/2021-18``, ``/us/ussg/s4B1.2``."""
    return AgencyDocument(key=_key(token), cite=canonical(token, None))


def _key(token: Token) -> str:
    series = agency_key(token.series)
    if "volume" in token.parts:
        volume, page = volume_page(token)
        return f"/us/{series}/{volume}/{page.replace(',', '').lstrip('*')}"
    if "section" in token.parts:
        section = part(token, "section")
        return f"/us/{series}/{slug(section) if _unsigned(token.series) else 's' + section}"
    printed = number(token).lower().replace(",", "")
    if token.series.startswith("Att'y"):
        return f"/us/ag-opinion/{slug(part(token, 'document'))}/{printed}"
    return f"/us/{series}/{printed}"
