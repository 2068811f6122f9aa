"""Court and date of a parallel group (Indigo Book R12.3): from its parenthetical, else implied by a reporter."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from citeparse.data import courts, dates
from citeparse.data._lazy import lazy
from citeparse.normalizer.reporter import editions
from citeparse.tokens import StatuteToken, Token

__all__ = ["court_of", "date_of"]

_YEAR = lazy(r"(?:19|20)[0-9]{2}$")


def court_of(tokens: Sequence[Token], year: int | None) -> str | None:
    """Return the courts-db id that the group tells, or None: of statutes (``2014 PA 489``) none."""
    if isinstance(tokens[0], StatuteToken):
        return None
    candidates = [editions(token, year) for token in tokens]
    words = tokens[0].court
    if words is not None:
        state = next((found[0].state for found in candidates if found and found[0].state), None)
        return courts.court_id(words.text, year=year, state=state)
    for found in candidates:
        court = found[0].court if found else None
        if court is not None and (len(found) == 1 or all(series.court == court for series in found)):
            return court
    return None


def date_of(tokens: Sequence[Token]) -> tuple[int | None, datetime.date | None]:
    """Return year and day that the group prints; a neutral citation prints its year as its volume."""
    words = tokens[0].date
    if words is not None:
        return dates.read_date(words.text)
    for token in tokens:
        if "year" in token.parts:
            return dates.read_date(token.parts["year"].text)
        volume = token.parts.get("volume")
        if volume is not None and _YEAR.match(volume.text) and any(e.cite_type == "neutral" for e in editions(token)):
            return int(volume.text), None
    return None, None
