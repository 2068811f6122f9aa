"""Cases: canonical core, key and authority (Indigo Book R12, R15.2)."""

from __future__ import annotations

import re

from citeparse.authorities import Authority, Case, Docket
from citeparse.data._names import fold
from citeparse.tokens import Token

__all__ = ["authority", "canonical", "docket_authority", "docket_canonical", "key"]

_BLANK = re.compile(r"[_\-—–]+$")
_HYPHENATED = ("Ohio", "NMSC", "NMCA", "NMCERT", "NCSC", "NCCOA")
_YEAR = re.compile(r"(?:1[6-9]|20)[0-9]{2}$")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``258 F.3d 62``, ``477 U.S. at 255``, ``2015-Ohio-123``."""
    if "volume" not in token.parts or token.parts["reporter"].start < token.parts["volume"].start:
        return _unnumbered(token)
    volume, page = token.parts["volume"].text, token.parts["page"].text.replace(",", "")
    if _BLANK.match(page):
        page = "___"
    if "nominative" in token.parts:
        volume = token.parts["volume"].text
    if "pin" in token.parts:
        return f"{volume} {token.series} {page}, at {token.parts['pin'].text}"
    at = "reporter" in token.parts and re.match(r"[\s,]*at\b", token.text[token.parts["reporter"].end - token.span.start :])
    if at:
        comma = "," if token.series in ("WL", "LEXIS") or "LEXIS" in token.series else ""
        return f"{volume} {token.series}{comma} at {page}"
    return numbered(token, volume, page)


def _unnumbered(token: Token) -> str:
    """``T.C. Memo. 2019-123``, ``Ann. Cas. 1915B 261``: the series stands first."""
    rest = re.sub(r"\s+", " ", token.text[token.parts["reporter"].end - token.span.start :]).strip(" ,")
    return f"{token.series} {rest}"


def numbered(token: Token, volume: str, page: str) -> str:
    """Join volume, reporter and page, with hyphens where the neutral form has them."""
    suffix = token.parts["suffix"].text.strip() if "suffix" in token.parts else ""
    district = f" ({token.parts['district'].text})" if "district" in token.parts else ""
    if token.series in _HYPHENATED and _YEAR.match(volume):
        return f"{volume}-{token.series}-{page}{suffix}"
    return f"{volume} {token.series}{district} {page}{suffix}"


def key(token: Token) -> str:
    """Return ``/us/case/f3d/258/62``."""
    if token.blank:
        return f"/us/case/{fold(token.series)}/___/{fold(token.name.text) if token.name else token.span.start}"
    page = token.parts["page"].text.replace(",", "")
    volume = f"{token.parts['volume'].text}/" if "volume" in token.parts else ""
    return f"/us/case/{fold(token.series)}/{volume}{page.lstrip('*')}"


def authority(token: Token, base: Token | None) -> Authority:
    """Return the case that a full citation cites."""
    return Case(key=key(token), cite=canonical(token, None), name=token.name.text if token.name else None)


def docket_canonical(token: Token, base: Token | None) -> str:
    """Return ``No. 00 Civ. 2839``."""
    return "No. " + re.sub(r"\s+", " ", token.parts["docket"].text)


def docket_authority(token: Token, base: Token | None) -> Authority:
    """Return the case that is known by its docket number alone."""
    return Docket(
        key=f"/us/docket/{fold(token.parts['docket'].text)}",
        cite=docket_canonical(token, None),
        name=token.name.text if token.name else None,
    )
