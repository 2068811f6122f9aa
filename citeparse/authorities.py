"""③ Authorities: the canonical thing cited, at the level at which lawyers list it.

An authority is a value: two that have the same key are the same authority, whatever their spelling was.
"""

from __future__ import annotations

import datetime
from functools import total_ordering
from typing import ClassVar

import attrs

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


@total_ordering
@attrs.frozen(eq=False, order=False, kw_only=True)
class Authority:
    """What a citation cites: equal, hashed and sorted by its key.

    >>> Statute(key="/us/usc/t42/s1983", cite="42 U.S.C. § 1983") == Statute(key="/us/usc/t42/s1983", cite="42 USC 1983")
    True
    """

    kind: ClassVar[str] = "other"
    """Kind of a full citation of it."""
    rank: ClassVar[int] = 9
    """Place of its category in a table of authorities."""

    key: str
    """Canonical identifier, a path; subsections are not part of it."""
    cite: str
    """Standard form of the citation alone: ``258 F.3d 62``, ``42 U.S.C. § 1983``."""
    name: str | None = None
    """Case name, title or short name as first printed in full."""
    year: int | None = None
    """Year of decision or edition when the text tells it."""
    aliases: tuple[str, ...] = ()
    """Keys of its parallel citations, its own key first."""

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Authority) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Authority):
            return NotImplemented
        return (self.rank, (self.name or self.cite).casefold(), self.key) < (other.rank, (other.name or other.cite).casefold(), other.key)

    def __str__(self) -> str:
        return f"{self.name}, {self.cite}" if self.name else self.cite

    def short(self) -> str:
        """Return the form for later mentions."""
        return self.cite

    def same_as(self, other: Authority) -> bool:
        """Return whether both are one authority: equal keys or a shared parallel citation."""
        mine = {self.key, *self.aliases}
        return not mine.isdisjoint({other.key, *other.aliases})

    def contains(self, other: Authority) -> bool:
        """Return whether ``other`` is this authority or a part of it."""
        return other.key == self.key or other.key.startswith(self.key + "/")

    @property
    def url(self) -> str | None:
        """A public address where the authority can be read, or None when none is known."""
        return None


@attrs.frozen(eq=False, order=False, kw_only=True)
class Case(Authority):
    """A decision of a court or tribunal, with all reporters that the text gives."""

    kind = "case"
    rank = 0
    cites: tuple[str, ...] = ()
    """Standard forms of the parallel citations, first printed first."""
    court: str | None = None
    """courts-db id."""
    date: datetime.date | None = None
    """Day of decision when printed."""
    docket: str | None = None
    """Docket number as printed."""

    def __str__(self) -> str:
        cites = ", ".join(self.cites or (self.cite,))
        return (f"{self.name}, " if self.name else "") + cites + (f" ({self.year})" if self.year else "")


@attrs.frozen(eq=False, order=False, kw_only=True)
class Docket(Authority):
    """A case known by its docket number alone."""

    kind = "docket"
    rank = 0


@attrs.frozen(eq=False, order=False, kw_only=True)
class Constitution(Authority):
    """A provision of a constitution."""

    kind = "constitution"
    rank = 1


@attrs.frozen(eq=False, order=False, kw_only=True)
class Statute(Authority):
    """A section of a code."""

    kind = "statute"
    rank = 2


@attrs.frozen(eq=False, order=False, kw_only=True)
class SessionLaw(Authority):
    """A law as passed: ``Pub. L. No. 111-148``, ``124 Stat. 119``."""

    kind = "statute"
    rank = 2


@attrs.frozen(eq=False, order=False, kw_only=True)
class Rule(Authority):
    """A rule of court, procedure, evidence or conduct."""

    kind = "rule"
    rank = 3


@attrs.frozen(eq=False, order=False, kw_only=True)
class Regulation(Authority):
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
