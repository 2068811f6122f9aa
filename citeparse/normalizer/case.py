"""Cases: canonical core, key and authority (Indigo Book R12, R15.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from citeparse.authorities import Authority, Case, Docket
from citeparse.data._lazy import lazy
from citeparse.data._names import fold
from citeparse.data.court_names import court_name
from citeparse.data.reporters import Edition
from citeparse.normalizer._printed import page_shown
from citeparse.normalizer.court import court_of, date_of
from citeparse.normalizer.party import name_words
from citeparse.normalizer.reporter import editions, key_of, nominative_name, official_key, precedence, rendered
from citeparse.span import Piece
from citeparse.tokens import FullCaseToken, Token

__all__ = ["authority", "canonical", "docket_authority", "docket_canonical", "docket_merged", "key", "merged"]

_AT = lazy(r"[\s,]*at\b")
_HYPHENATED = ("Ohio", "NMSC", "NMCA", "NMCERT", "NCSC", "NCCOA")
_YEAR = lazy(r"(?:1[6-9]|20)[0-9]{2}$")


def canonical(token: Token, base: Token | None) -> str:
    """Return ``258 F.3d 62``, ``477 U.S. at 255``, ``2015-Ohio-123``, ``94-2345 (La. 7/15/94)``."""
    if "number" in token.parts:
        return _by_docket(token)
    if "volume" not in token.parts or token.parts["reporter"].start < token.parts["volume"].start:
        return _unnumbered(token)
    volume, page = token.parts["volume"].text, token.parts["page"].text
    page = page_shown(page if "paragraph" in token.parts else page.replace(",", ""))
    if "pin" in token.parts:
        return f"{volume} {token.series} {page}, at {token.parts['pin'].text}"
    if _AT.match(token.text, token.parts["reporter"].end - token.span.start):
        comma = "," if token.series in ("WL", "LEXIS") or "LEXIS" in token.series else ""
        return f"{volume} {token.series}{comma} at {page}"
    return numbered(token, volume, page)


def _by_docket(token: Token) -> str:
    """``2017-CA-01472-SCT``; in Louisiana court and day belong to the citation."""
    number = re.sub(r"\s+", "-", token.parts["number"].text.replace("–", "-"))
    return f"{number} ({token.series} {token.parts['day'].text})" if "day" in token.parts else number


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
    sign = "¶ " if "paragraph" in token.parts else ""
    return f"{volume} {token.series}{district} {sign}{page}{suffix}"


class _Reading(NamedTuple):
    """One of the parallel citations of a case."""

    key: str
    series: Edition | None
    cite: str
    token: Token
    others: tuple[str, ...] = ()
    """Keys of the further meanings of its words."""
    printed: str = ""
    """Key of the nominative reporter that is printed."""


def _reading(token: Token, year: int | None = None, court: str | None = None) -> _Reading:
    found = editions(token, year, court)
    others = tuple([official_key(series, token) for series in found]) if len(found) > 1 else ()
    series = found[0] if found else None
    own, volume = rendered(series, token)
    if volume is None or own is None:
        cite = canonical(token, None)
        if "nominative" in token.parts:
            head, _, page = cite.rpartition(" ")
            cite = f"{head} ({_inner(token)}) {page}"
        mine = key_of(own, token)
        return _Reading(mine, own, cite, token, others)
    page = token.parts["page"].text
    nominative = f"{token.parts['volume'].text} {token.series}"
    cite = f"{volume} {own.standard} ({nominative}) {page}"
    return _Reading(key_of(own, token, volume), own, cite, token, others, key_of(series, token))


def _inner(token: Token) -> str:
    """Return the nominative reporter that is printed in brackets, ``1 Cr.`` by its standard abbreviation."""
    printed = _words(token.parts["nominative"])
    number = token.parts.get("nominative_volume")
    if number is None:
        return printed
    return f"{_words(number)} {nominative_name(printed, number.text, token.series)}"


def key(token: Token) -> str:
    """Return ``/us/case/f3d/258/62`` of one citation."""
    if token.blank:
        name = fold(token.name.text) if token.name else str(token.span.start)
        return f"/us/case/{fold(token.series)}/___/{name.replace('/', '-')}"
    return _reading(token).key


def authority(token: Token, base: Token | None) -> Authority:
    """Return the case that a full citation cites, as far as that citation tells."""
    return merged(token, base, (token,))


def merged(token: Token, base: Token | None, members: Sequence[Token]) -> Authority:
    """Return the case with all that its full citations tell.

    Its key is that of the official reporter, else of the neutral citation, else of the regional reporter, else of
    the database; all are its aliases.
    """
    full: list[Token] = [member for member in members if type(member) is FullCaseToken] or [token]
    dated = next((member for member in full if member.date is not None), full[0])
    year, day = date_of((dated,)) if dated.date is not None else date_of(full)
    placed = next((member for member in full if member.court is not None), full[0])
    court = court_of(full if placed is full[0] else (placed, *full), year)
    readings = _readings(full, year, court if placed.court is not None else None)
    name = _name(full)
    docket = next((member.docket for member in full if member.docket is not None), None)
    facts: dict[str, Any] = {
        "name": name,
        "year": year,
        "date": day,
        "year_from": None if year is None else "printed" if dated.date is not None else "volume",
        "court": court,
        "court_from": None if court is None else "printed" if placed.court is not None else "reporter",
        "docket": None if docket is None else " ".join(docket.text.split()),
    }
    if not readings:
        return Case(key=key(token), cite=canonical(token, None), **facts)
    first = min(readings, key=_order) if len(readings) > 1 else readings[0]
    shown = any(reading.series is not None and reading.series.court == court for reading in readings)
    parts = first.token.parts
    keys = tuple([k for r in readings for k in (r.key, r.printed) if k])
    return Case(
        key=first.key,
        cite=first.cite,
        volume=parts["volume"].text if "volume" in parts else None,
        reporter=first.token.series,
        page=parts["page"].text,
        cites=tuple([reading.cite for reading in readings]),
        aliases=keys if len(keys) > 1 else (),
        court_name=None if shown else court_name(court) or (_words(placed.court) if placed.court else None),
        candidates=first.others,
        **facts,
    )


def _readings(full: Sequence[Token], year: int | None, court: str | None) -> list[_Reading]:
    """Return the different citations among the mentions, first printed first."""
    found: dict[tuple[str, ...], _Reading] = {}
    for token in full:
        if not token.blank:
            parts = token.parts
            mark = (token.series, parts["volume"].text if "volume" in parts else "", parts["page"].text)
            if mark not in found:
                found[mark] = _reading(token, year, court)
    if len(found) < 2:
        return list(found.values())
    return list({reading.key: reading for reading in reversed(found.values())}.values())[::-1]


def _order(reading: _Reading) -> tuple[int, str]:
    return precedence(reading.series), reading.key


def _words(piece: Piece) -> str:
    return " ".join(piece.text.split())


def _name(full: Sequence[Token]) -> str | None:
    """The first name with two parties, else the first one printed."""
    names = [token.name for token in full if token.name is not None]
    whole = next((name for name in names if name.plaintiff is not None), None) or (names[0] if names else None)
    return None if whole is None else name_words(whole.text)


def docket_canonical(token: Token, base: Token | None) -> str:
    """Return ``No. 00 Civ. 2839``."""
    return "No. " + " ".join(token.parts["docket"].text.split())


def docket_authority(token: Token, base: Token | None) -> Authority:
    """Return the case that is known by its docket number alone, as far as that citation tells."""
    return docket_merged(token, base, (token,))


def docket_merged(token: Token, base: Token | None, members: Sequence[Token]) -> Authority:
    """Return the case with all that its mentions tell; the court is part of its key, for all courts count alike."""
    dated = next((member for member in members if member.date is not None), token)
    placed = next((member for member in members if member.court is not None), token)
    year, day = date_of((dated,))
    court = court_of((placed,), year)
    number = " ".join(token.parts["docket"].text.split())
    return Docket(
        key="/".join(word for word in ("/us/docket", court, fold(number)) if word),
        cite=docket_canonical(token, None),
        name=_name(members),
        year=year,
        date=day,
        court=court,
        court_name=court_name(court) or (_words(placed.court) if placed.court else None),
        number=number,
    )
