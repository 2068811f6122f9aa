"""Treaties, patents, web pages and places in the document itself: canonical core, key and authority."""

from __future__ import annotations

from citeparse.authorities import Authority, OtherDocument
from citeparse.data._lazy import lazy
from citeparse.data.others import other_key
from citeparse.normalizer._printed import name_of, number, numbered, part, volume_page
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_SPACES = lazy(r"\s+")
_SCHEME = lazy(r"https?://(?:www\.)?")
_DIGITS = lazy(r"[^0-9a-z/]")
_PLAIN = lazy(r"^[0-9]{7,8}\b")
_KIND = lazy(r"\s[A-Z][0-9]?$")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``450 U.N.T.S. 82``, ``U.S. Patent No. 8,112,504 B2``, ``https://perma.cc/8LX8-TU38``, ``post``."""
    if "volume" in token.parts:
        return numbered(token)
    if "address" in token.parts:
        return _SPACES.sub("", token.text)
    if "reference" in token.parts:
        return token.text.lower()
    if "document" not in token.parts:
        return f"'{number(token)} Patent"
    return f"{token.series} No. {_grouped(part(token, 'number'))}"


def _grouped(printed: str) -> str:
    """Write the digits of a patent in threes: ``8,112,504 B2``."""
    return _PLAIN.sub(lambda digits: f"{int(digits.group()):,}", printed)


def authority(token: Token, base: Token | None) -> Authority:
    """Return the document: ``/us/unts/450/82``, ``/us/patent/8112504``, ``/web/perma.cc/8LX8-TU38``, ``#post``."""
    return OtherDocument(key=_key(token), cite=canonical(token, None), name=name_of(token))


def _key(token: Token) -> str:
    if "address" in token.parts:
        return "/web/" + _SCHEME.sub("", canonical(token, None)).rstrip("/")
    if "reference" in token.parts:
        return f"#{token.text.lower()}"
    series = other_key(token.series)
    if "volume" in token.parts:
        volume, page = volume_page(token)
        return f"/us/{series}/{volume}/{page.replace(',', '')}"
    return f"/us/{series}/{_DIGITS.sub('', _KIND.sub('', part(token, 'number')).lower())}"
