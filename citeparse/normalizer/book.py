"""Books: canonical core, key and authority (Indigo Book R18.2, R28, R30)."""

from __future__ import annotations

from citeparse.authorities import Authority, Book
from citeparse.data._lazy import lazy
from citeparse.normalizer._printed import number, part, slug
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_ARTICLE = lazy(r"^(?:The|A|An) (?!Federalist)")
_BELOW = lazy(r"(?<!,)\s(?=[(\[])")
_NUMBER = lazy(r"[0-9][0-9A-Za-z]*(?:[.:-][0-9][0-9A-Za-z]*)*")
_SMALL = lazy(r"\b(?:of|the|law of)\b")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``Restatement (Second) of Torts § 402A``, ``7 Oxford English Dictionary 37``, ``Federalist No. 78``."""
    title = _titled(token)
    if "number" in token.parts:
        return f"{title} No. {number(token)}"
    if "sections" in token.parts:
        return f"{title} {_sign(token)} {_BELOW.sub('', part(token, 'sections')).replace(' and ', ', ')}"
    page = part(token, "page").replace(" - ", "-")
    return f"{title} {page}" if page else title


def _titled(token: Token) -> str:
    """Volume, title and subject."""
    title = _ARTICLE.sub("", token.series)
    volume = part(token, "volume")
    if volume and token.text.startswith(volume):
        title = f"{volume} {title}"
    if "subject" in token.parts and not token.series.startswith("Restatement"):
        title = f"{title} {part(token, 'subject').rstrip(' ,')}"
    return title


def _sign(token: Token) -> str:
    before = token.text[: token.parts["sections"].start - token.span.start].rstrip()
    if before.endswith("¶"):
        return "¶¶" if before.endswith("¶¶") else "¶"
    return "§§" if before.replace(" ", "").endswith("§§") else "§"


def authority(token: Token, base: Token | None) -> Authority:
    """Return the book, with its section when one is cited: ``/us/book/restatement-second-torts/s402A``."""
    title = _ARTICLE.sub("", token.series)
    if title.startswith("Restatement"):
        title = _SMALL.sub("", title.lower())
    key = f"/us/book/{slug(title)}"
    if "subject" in token.parts and not token.series.startswith("Restatement"):
        key += f"/{slug(part(token, 'subject'))}"
    if "number" in token.parts:
        key += f"/{number(token)}"
    found = _NUMBER.match(number(token, "section")) if "section" in token.parts else None
    if found is not None:
        key += f"/s{found.group()}"
    author = part(token, "author").strip(" ,")
    cite = canonical(token, None)
    if found is not None:
        cite = f"{_titled(token)} {_sign(token)[:1]} {found.group()}"
    elif "page" in token.parts:
        cite = _titled(token)
    return Book(key=key, cite=cite, name=author or None)
