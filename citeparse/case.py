"""③ Cases: decisions of courts and tribunals, and cases that are known by their docket number alone."""

from __future__ import annotations

import datetime
import re

import attrs

from citeparse.authority import Authority

__all__ = ["Case", "Docket"]

_PROCEDURAL = re.compile(r"(?:In re|In the Matter of|Matter of|Ex parte|Estate of|Application of)\s+", re.IGNORECASE)
_VERSUS = re.compile(r"\s+(?:v|vs)\.?\s+")
_PUBLIC = re.compile(
    r"(?:United States(?: of America)?|U\.\s?S\.(?: of America)?|State|People|Commonwealth|Com\.|Government|Territory"
    r"|City|County|Commissioner|Comm'r)\b",
    re.IGNORECASE,
)


@attrs.frozen(eq=False, order=False, kw_only=True)
class Case(Authority):
    """A decision of a court or tribunal, with all that the document's mentions of it tell.

    >>> from citeparse import cite
    >>> case = cite("Holz v. Rockefeller & Co., 258 F. 3d 62, 72 (2d Cir. 2001)").authority
    >>> case.key, case.court, str(case)
    ('/us/case/f3d/258/62', 'ca2', 'Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)')
    """

    kind = "case"
    rank = 0
    volume: str | None = None
    """Volume, or year in databases and neutral citations."""
    reporter: str | None = None
    """Standard abbreviation of the reporter whose citation is the key."""
    page: str | None = None
    """First page, or number."""
    cites: tuple[str, ...] = ()
    """Standard forms of the parallel citations, first printed first."""
    court: str | None = None
    """courts-db id."""
    court_name: str | None = None
    """Abbreviation of the court for a parenthetical; None when the reporter shows it (Indigo Book R12.3)."""
    court_from: str | None = None
    """Where the court is known from: ``printed`` or ``reporter``."""
    date: datetime.date | None = None
    """Day of decision when printed."""
    year_from: str | None = None
    """Where the year is known from: ``printed``, or ``volume`` of a citation that counts by years."""
    docket: str | None = None
    """Docket number as printed."""
    candidates: tuple[str, ...] = ()
    """Keys that the words may mean when the text does not decide between reporters, the likeliest first; else empty."""

    def __str__(self) -> str:
        words = " ".join(word for word in (self.court_name, self._when) if word)
        number = f"No. {self.docket}" if self.docket and self._by_day else None
        cites = ", ".join(part for part in (self.name, number, *(self.cites or (self.cite,))) if part)
        return f"{cites} ({words})" if words else cites

    @property
    def _when(self) -> str:
        """The day for databases, else the year, unless the volume is the year."""
        if self.date is not None and self._by_day:
            return _day(self.date)
        return "" if self.year is None or self.year_from == "volume" else str(self.year)

    @property
    def _by_day(self) -> bool:
        """Databases are cited with docket number and day (Indigo Book R12.4.1)."""
        return self.reporter is not None and (self.reporter == "WL" or "LEXIS" in self.reporter)

    def short(self, pin: str | None = None) -> str:
        """Return ``Holz, 258 F.3d at 73``, or ``Holz, 258 F.3d 62`` without a page (Indigo Book R15.2).

        >>> Case(key="/us/case/f3d/258/62", cite="258 F.3d 62", name="Holz v. Rockefeller & Co.", volume="258",
        ...      reporter="F.3d", page="62").short("73")
        'Holz, 258 F.3d at 73'
        """
        cite = self.cite
        if pin and self._by_day:
            cite = f"{self.cite}, at {pin}"
        elif pin and self.volume and self.reporter:
            cite = f"{self.volume} {self.reporter} at {pin}"
        return f"{self.short_name}, {cite}" if self.short_name else cite

    @property
    def short_name(self) -> str | None:
        """The party by which it is called: the first that is no government, ``In re`` left out."""
        if self.name is None:
            return None
        parties = [party.strip(" ,") for party in _VERSUS.split(_PROCEDURAL.sub("", self.name, count=1))]
        return next((party for party in parties if not _PUBLIC.match(party)), parties[-1])


_MONTHS = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""Indigo Book T13."""


def _day(date: datetime.date) -> str:
    return f"{_MONTHS[date.month]} {date.day}, {date.year}"


@attrs.frozen(eq=False, order=False, kw_only=True)
class Docket(Authority):
    """A case known by its docket number alone.

    >>> from citeparse import cite
    >>> docket = cite("Holz v. Doe, No. 06 Civ. 6331 (S.D.N.Y. Dec. 4, 2014)").authority
    >>> docket.key, docket.number, docket.name
    ('/us/docket/nysd/06civ6331', '06 Civ. 6331', 'Holz v. Doe')
    """

    kind = "docket"
    rank = 0
    number: str | None = None
    """Docket number as printed."""
    court: str | None = None
    """courts-db id."""
    court_name: str | None = None
    """Abbreviation of the court for a parenthetical."""
    date: datetime.date | None = None
    """Day of the document or decision when printed."""

    def __str__(self) -> str:
        when = _day(self.date) if self.date is not None else str(self.year or "")
        words = " ".join(word for word in (self.court_name, when) if word)
        return super().__str__() + (f" ({words})" if words else "")
