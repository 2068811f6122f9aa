"""③ Authorities: the canonical thing cited, at the level at which lawyers list it.

An authority is a value: two that have the same key are the same authority, whatever their spelling was.
"""

from __future__ import annotations

import datetime
import re

import attrs

from citeparse.authority import Authority
from citeparse.paths import natural

__all__ = [
    "AgencyDocument",
    "Article",
    "Authority",
    "Book",
    "Case",
    "Constitution",
    "Docket",
    "LegislativeDocument",
    "OtherDocument",
    "RecordDocument",
    "Regulation",
    "Rule",
    "SessionLaw",
    "Statute",
]

_PROCEDURAL = re.compile(r"(?:In re|In the Matter of|Matter of|Ex parte|Estate of|Application of)\s+", re.IGNORECASE)
_VERSUS = re.compile(r"\s+(?:v|vs)\.?\s+")
_PUBLIC = re.compile(
    r"(?:United States(?: of America)?|U\.\s?S\.(?: of America)?|State|People|Commonwealth|Com\.|Government|Territory"
    r"|City|County|Commissioner|Comm'r)\b",
    re.IGNORECASE,
)


@attrs.frozen(eq=False, order=False, kw_only=True)
class Case(Authority):
    """A decision of a court or tribunal, with all that the document's mentions of it tell."""

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
            return f"{_MONTHS[self.date.month]} {self.date.day}, {self.date.year}"
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


@attrs.frozen(eq=False, order=False, kw_only=True)
class Docket(Authority):
    """A case known by its docket number alone."""

    kind = "docket"
    rank = 0
    number: str | None = None
    """Docket number, one spelling."""


@attrs.frozen(eq=False, order=False, kw_only=True)
class Constitution(Authority):
    """A provision of a constitution."""

    kind = "constitution"
    rank = 1


@attrs.frozen(eq=False, order=False, kw_only=True)
class _Section(Authority):
    """A section of a code or of rules."""

    title: str | None = None
    """Title of the code."""
    code: str | None = None
    """Standard abbreviation of the code."""
    section: str | None = None
    """Section, the first one of a range; None for a whole part or chapter."""
    through: str | None = None
    """Last section of a range."""

    def short(self, pin: str | None = None) -> str:  # noqa: ARG002 - sections have no pages
        """Return ``§ 1983`` (Indigo Book R16.2.1)."""
        if self.section is None:
            return self.cite
        return f"§§ {self.section}-{self.through}" if self.through else f"§ {self.section}"

    def _order(self) -> tuple[object, ...]:
        return (self.rank, natural(self.cite), natural(self.key))


@attrs.frozen(eq=False, order=False, kw_only=True)
class Statute(_Section):
    """A section of a code."""

    kind = "statute"
    rank = 2


@attrs.frozen(eq=False, order=False, kw_only=True)
class SessionLaw(Authority):
    """A law as passed: ``Pub. L. No. 111-148``, ``124 Stat. 119``."""

    kind = "statute"
    rank = 2
    volume: str | None = None
    """Volume, year or Congress."""
    series: str | None = None
    """Standard abbreviation of the session laws."""
    page: str | None = None
    """Page, number or chapter."""


@attrs.frozen(eq=False, order=False, kw_only=True)
class Rule(Authority):
    """A rule of court, procedure, evidence or conduct."""

    kind = "rule"
    rank = 3
    rules: str | None = None
    """Standard abbreviation of the set: ``Fed. R. Civ. P.``"""
    number: str | None = None
    """``12``, ``56.1``, ``10b-5``."""

    def short(self, pin: str | None = None) -> str:  # noqa: ARG002 - nor have rules
        """Return ``Rule 12``."""
        return f"Rule {self.number}" if self.number else self.cite


@attrs.frozen(eq=False, order=False, kw_only=True)
class Regulation(_Section):
    """A section of an administrative code, or a page of a register."""

    kind = "regulation"
    rank = 4


@attrs.frozen(eq=False, order=False, kw_only=True)
class LegislativeDocument(Authority):
    """A bill, report, hearing or page of the legislative record."""

    kind = "legislative"
    rank = 5


@attrs.frozen(eq=False, order=False, kw_only=True)
class AgencyDocument(Authority):
    """A decision, ruling, order or guideline of the executive."""

    kind = "agency"
    rank = 5


@attrs.frozen(eq=False, order=False, kw_only=True)
class Article(Authority):
    """A contribution to a journal."""

    kind = "journal"
    rank = 6
    volume: str | None = None
    """Volume; None for newspapers."""
    journal: str | None = None
    """Standard abbreviation of the journal."""
    page: str | None = None
    """First page."""


@attrs.frozen(eq=False, order=False, kw_only=True)
class Book(Authority):
    """A book, treatise, restatement or dictionary."""

    kind = "book"
    rank = 6


@attrs.frozen(eq=False, order=False, kw_only=True)
class RecordDocument(Authority):
    """A document of the record; its key is local to the document that cites it."""

    kind = "record"
    rank = 8


@attrs.frozen(eq=False, order=False, kw_only=True)
class OtherDocument(Authority):
    """Treaties, patents, web pages and the rest."""

    kind = "other"
    rank = 7
