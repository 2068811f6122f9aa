"""What the secondary and government families share: numbered cores, slugs and titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from citeparse.authorities import Authority
from citeparse.data._lazy import lazy
from citeparse.data.dates import read_date
from citeparse.data.plain import plain
from citeparse.normalizer._section_list import steps_below
from citeparse.tokens import Token

__all__ = ["dated", "name_of", "number", "numbered", "ordinal", "page_shown", "part", "places", "slug", "volume_page"]

_BLANK = lazy(r"[_\-—–]+$")
_AT = lazy(r"[\s,]{1,6}at\s")
_SLUG = lazy(r"[^a-z0-9.]+")


def part(token: Token, name: str) -> str:
    """Return the words of a part on one line; empty when it is not printed."""
    piece = token.parts.get(name)
    return plain(piece.text) if piece is not None else ""


def number(token: Token, name: str = "number") -> str:
    """Return a printed number without white space, dashes as hyphens: ``95-27``."""
    return part(token, name).replace(" ", "")


def slug(words: str) -> str:
    """Return words for an identifier.

    >>> slug("Black's Law Dictionary"), slug("Restatement (Second) of Torts")
    ('blacks-law-dictionary', 'restatement-second-of-torts')
    """
    return _SLUG.sub("-", words.lower().replace("'", "").replace("&", "and")).replace(".", "").strip("-")


def ordinal(printed: str) -> str:
    """Return ``94th``, ``102d`` for a number.

    >>> [ordinal(n) for n in ("1", "2", "3", "94", "101", "102", "111", "113")]
    ['1st', '2d', '3d', '94th', '101st', '102d', '111th', '113th']
    """
    if printed[-2:-1] == "1" and len(printed) > 1:
        return f"{printed}th"
    return printed + {"1": "st", "2": "d", "3": "d"}.get(printed[-1:], "th")


def volume_page(token: Token) -> tuple[str, str]:
    """Return volume and page of a core; a blank page is three underlines."""
    return number(token, "volume"), page_shown(number(token, "page"))


def page_shown(page: str) -> str:
    """Return a page, or three underlines for one that is not yet known.

    >>> page_shown("120"), page_shown("—"), page_shown("__")
    ('120', '___', '___')
    """
    return "___" if _BLANK.match(page) else page


def numbered(token: Token) -> str:
    """Return ``103 Harv. L. Rev. 1105``, ``63 O.I.C. at 15``, ``1978-3 C.B. (Vol. 1) 181``, ``141 FERC ¶ 61,049``."""
    volume, page = volume_page(token)
    inner = f" ({part(token, 'part')})" if "part" in token.parts else ""
    sign = "¶ " if "sign" in token.parts else ""
    after = token.text[token.parts["reporter"].end - token.span.start :]
    at = "at " if _AT.match(after) else ""
    return f"{volume} {token.series}{inner} {at}{sign}{page}"


def name_of(token: Token) -> str | None:
    """Return author and title as printed before the core."""
    words = [part(token, name).strip(' ,:"*_') for name in ("author", "title")]
    return ", ".join(word for word in words if word) or None


def places(token: Token, base: Token | None = None) -> tuple[str, ...]:
    """Return the subsections of the first section: ``("a",)`` in ``U.S.S.G. § 4B1.2(a)``."""
    section, printed = token.parts.get("section"), token.parts.get("sections")
    if section is None or printed is None or printed.end <= section.end:
        return ()
    return steps_below(printed.text, section.end - printed.start)


Make = Callable[[Token, Token | None], Authority]


def dated(make: Make, token: Token, base: Token | None, members: Sequence[Token]) -> Authority:
    """Return the authority with the year that its first dated mention prints."""
    found = make(token, base)
    date = next((member.date for member in members if member.date is not None), None)
    year = read_date(date.text)[0] if date is not None else None
    return found if year is None else attrs.evolve(found, year=year)
