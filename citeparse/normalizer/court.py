"""Court and date of a parallel group (Indigo Book R12.3): from its parenthetical, else implied by a reporter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from citeparse.data import courts, dates, reporters
from citeparse.tokens import Token

__all__ = ["court_of", "date_of"]

_NEUTRAL_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")


def court_of(tokens: Sequence[Token], year: int | None) -> str | None:
    """Return the courts-db id that the group tells, or None."""
    implied = [edition for t in tokens if (edition := reporters.edition(t.series)) is not None]
    words = tokens[0].court
    if words is not None:
        state = next((e.state for e in implied if e.state), None)
        found = courts.court_id(words.text, year=year, state=state)
        if found is not None:
            return found
    return next((e.court for e in implied if e.court), None)


def date_of(tokens: Sequence[Token]) -> tuple[int | None, datetime.date | None]:
    """Return year and day that the group prints; a neutral citation prints its year as its volume."""
    words = tokens[0].date
    if words is not None:
        return dates.read_date(words.text)
    for token in tokens:
        edition = reporters.edition(token.series)
        if edition is not None and edition.cite_type == "neutral" and _NEUTRAL_YEAR.match(token.parts["volume"].text):
            return int(token.parts["volume"].text), None
        if "year" in token.parts:
            return dates.read_date(token.parts["year"].text)
    return None, None
