"""③ Authorities: the canonical thing cited, at the level at which lawyers list it.

An authority is a value: two that have the same key are the same authority, whatever their spelling was.
"""

from __future__ import annotations

import attrs

from citeparse.authority import Authority
from citeparse.case import Case, Docket
from citeparse.paths import natural

__all__ = [
    "AgencyDocument", "Article", "Authority", "Book", "Case", "Constitution", "Docket", "LegislativeDocument",
    "OtherDocument", "RecordDocument", "Regulation", "Rule", "SessionLaw", "Statute",
]


@attrs.frozen(eq=False, order=False, kw_only=True)
class Constitution(Authority):
    """A provision of a constitution.

    >>> from citeparse import cite
    >>> provision = cite("U.S. Const., Amdt. 14, § 1").authority
    >>> provision.key, provision.cite
    ('/us/const/amd14/s1', 'U.S. Const. amend. XIV, § 1')
    """

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
    """A section of a code.

    >>> from citeparse import cite
    >>> statute = cite("42 USC 1983(a)").authority
    >>> statute.key, statute.title, statute.code, statute.section, statute.cite
    ('/us/usc/t42/s1983', '42', 'U.S.C.', '1983', '42 U.S.C. § 1983')
    """

    kind = "statute"
    rank = 2


@attrs.frozen(eq=False, order=False, kw_only=True)
class SessionLaw(Authority):
    """A law as passed: ``Pub. L. No. 111-148``, ``124 Stat. 119``.

    >>> from citeparse import cite
    >>> law = cite("Public Law 111-148").authority
    >>> law.key, law.cite
    ('/us/pl/111/148', 'Pub. L. No. 111-148')
    """

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
    """A rule of court, procedure, evidence or conduct.

    >>> from citeparse import cite
    >>> rule = cite("FRCP 12(b)(6)").authority
    >>> rule.key, rule.rules, rule.number, rule.short()
    ('/us/rule/frcp/r12', 'Fed. R. Civ. P.', '12', 'Rule 12')
    """

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
    """A section of an administrative code, or a page of a register.

    >>> from citeparse import cite
    >>> regulation = cite("29 CFR 1630.2(h)").authority
    >>> regulation.key, regulation.section, regulation.cite
    ('/us/cfr/t29/s1630.2', '1630.2', '29 C.F.R. § 1630.2')
    """

    kind = "regulation"
    rank = 4


@attrs.frozen(eq=False, order=False, kw_only=True)
class LegislativeDocument(Authority):
    """A bill, report, hearing or page of the legislative record.

    >>> from citeparse import cite
    >>> report = cite("Senate Report No. 98-225").authority
    >>> report.key, report.cite
    ('/us/report/srept/98/225', 'S. Rep. No. 98-225')
    """

    kind = "legislative"
    rank = 5


@attrs.frozen(eq=False, order=False, kw_only=True)
class AgencyDocument(Authority):
    """A decision, ruling, order or guideline of the executive.

    >>> from citeparse import cite
    >>> cite("Rev. Proc. 2021-18").authority.key
    '/us/revproc/2021-18'
    """

    kind = "agency"
    rank = 5


@attrs.frozen(eq=False, order=False, kw_only=True)
class Article(Authority):
    """A contribution to a journal.

    >>> from citeparse import cite
    >>> article = cite("103 Harvard Law Review 1105").authority
    >>> article.key, article.journal, article.cite
    ('/us/journal/harvlrev/103/1105', 'Harv. L. Rev.', '103 Harv. L. Rev. 1105')
    """

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
    """A book, treatise, restatement or dictionary.

    >>> from citeparse import cite
    >>> cite("Restatement (Second) of Torts § 402A").authority.key
    '/us/book/restatement-second-torts/s402A'
    """

    kind = "book"
    rank = 6


@attrs.frozen(eq=False, order=False, kw_only=True)
class RecordDocument(Authority):
    """A document of the record; its key is local to the document that cites it.

    >>> from citeparse import cite
    >>> entry = cite("Dkt. No. 118-1").authority
    >>> entry.key, entry.cite
    ('#ecf/118-1', 'ECF No. 118-1')
    """

    kind = "record"
    rank = 8


@attrs.frozen(eq=False, order=False, kw_only=True)
class OtherDocument(Authority):
    """Treaties, patents, web pages and the rest.

    >>> from citeparse import cite
    >>> cite("450 U.N.T.S. 82").authority.key
    '/us/unts/450/82'
    """

    kind = "other"
    rank = 7
