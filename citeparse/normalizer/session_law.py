"""Session laws and registers → standard form and key: ``124 Stat. 119``, ``/us/stat/124/119``.

Indigo Book R16.3, R17.4, R19.2.
"""

from __future__ import annotations

import re

from citeparse.authorities import Authority, Regulation, SessionLaw
from citeparse.data._lazy import lazy
from citeparse.data.session_laws import Series, series_of
from citeparse.normalizer._section_list import first_number, standard_sections
from citeparse.tokens import RegulationToken, Token

__all__ = ["authority", "canonical", "is_session_law"]

_DASHES = lazy(r"\s*[‐‑‒–—-]\s*")
_AT = lazy(r"\bat\s+[0-9]")


def is_session_law(token: Token) -> bool:
    """Return whether a statute or regulation is cited as a session law or by a page of a register."""
    return "volume" in token.parts


def canonical(token: Token, base: Token | None = None) -> str:
    """Return the standard form: ``Pub. L. No. 111-148``, ``57 Fed. Reg. at 11,568``, ``2014 Mass. Acts ch. 284``."""
    volume, page = _piece(token, "volume"), _piece(token, "page")
    if _is_public(token):
        return f"{token.series} {volume}-{page}" if page else f"{token.series} {volume}"
    if page:
        return f"{volume} {token.series} {'at ' if _AT.search(token.text) else ''}{_thousands(page)}"
    return _with_chapter(token, volume) if "chapter" in token.parts else f"{token.series} {volume}"


def _is_public(token: Token) -> bool:
    """Whether it is a law with a number of its own, ``Public Act 101-652``, though nothing tells whose."""
    series = series_of(token.series)
    if series is not None or "page" not in token.parts:
        return series is not None and series.kind == "public"
    return token.parts["reporter"].start < token.parts["volume"].start


def authority(token: Token, base: Token | None = None) -> Authority:
    """Return the law or page; a short form cites what its full form does."""
    source = base if base is not None and base.series == token.series and "page" in base.parts else token
    series = series_of(token.series)
    cite = canonical(source)
    if isinstance(token, RegulationToken):
        return Regulation(key=_key(source, series), cite=cite, title=_piece(source, "volume"), code=source.series)
    number = _piece(source, "page") or _piece(source, "chapter") or None
    volume = _piece(source, "volume")
    return SessionLaw(key=_key(source, series), cite=cite, volume=volume, series=source.series, page=number)


def _key(token: Token, series: Series | None) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", token.series.lower()).strip("-")
    path = series.path if series is not None else f"us/session/{slug}"
    chapter = "ch" + _piece(token, "chapter") if "chapter" in token.parts else ""
    end = _piece(token, "page").replace(",", "") or chapter
    section = "/s" + _piece(token, "section") if "section" in token.parts else ""
    return f"/{path}/{_piece(token, 'volume')}/{end}{section}".rstrip("/")


def _with_chapter(token: Token, volume: str) -> str:
    cite = f"{volume} {token.series} {_word(token)} {_piece(token, 'chapter')}"
    if "sections" not in token.parts:
        return cite
    sections = standard_sections(token.parts["sections"].text)
    return f"{cite}, {'§§' if sections.several else '§'} {sections.text}"


def _word(token: Token) -> str:
    """``ch.`` or ``No.``, as printed before the number."""
    before = token.text[: token.parts["chapter"].start - token.span.start].rstrip()
    return "No." if before.endswith(("No.", "Act", "Acts", "Nos.", "P.A.", "P.L.", "#")) else "ch."


def _piece(token: Token, name: str) -> str:
    return first_number(_DASHES.sub("-", token.parts[name].text)) if name in token.parts else ""


def _thousands(page: str) -> str:
    """Pages of five digits and more have a comma: ``67,450``."""
    digits = page.replace(",", "")
    return f"{int(digits):,}" if digits.isdigit() and len(digits) >= 5 else digits
