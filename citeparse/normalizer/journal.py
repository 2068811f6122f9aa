"""Articles: canonical core, key and authority (Indigo Book R31, R32)."""

from __future__ import annotations

from citeparse.authorities import Article, Authority
from citeparse.data._names import fold
from citeparse.normalizer._printed import name_of, numbered, part, slug, volume_page
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]


def canonical(token: Token, base: Token | None) -> str:
    """Return ``103 Harv. L. Rev. 1105``, ``45 Ariz. L. Rev. at 77``, ``N.Y. Times, Nov. 14, 2014``."""
    if "volume" in token.parts:
        return numbered(token)
    return f"{token.series}, {part(token, 'date')}"


def authority(token: Token, base: Token | None) -> Authority:
    """Return the article, known by ``/us/journal/harvlrev/103/1105``."""
    journal = "".join(filter(str.isalnum, fold(token.series)))
    volume: str | None = None
    page: str | None = None
    if "volume" in token.parts:
        volume, page = volume_page(token)
        key = f"/us/journal/{journal}/{volume}/{page.lstrip('*').replace(',', '')}"
    else:
        key = f"/us/journal/{journal}/{slug(part(token, 'date'))}"
        if token.pins:
            key += f"/{fold(token.pins[0].text)}"
    return Article(
        key=key, cite=canonical(token, None), name=name_of(token), volume=volume, journal=token.series, page=page
    )
