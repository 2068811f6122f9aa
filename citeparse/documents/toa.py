"""Tables of authorities: what a document cites, by category, with the pages where it is cited.

Fed. R. App. P. 28(a)(3) and Sup. Ct. R. 24.1(c): cases in alphabetical order, constitutional provisions, statutes and
other authorities, with references to the pages of the brief where they are cited.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

import attrs

from citeparse.authorities import Authority
from citeparse.citations import Citation
from citeparse.document import Document
from citeparse.documents._paging import Pages, page_map

__all__ = ["CATEGORIES", "Entry", "Section", "TableOfAuthorities", "table_of_authorities"]

CATEGORIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Cases", ("case", "docket")),
    ("Constitutional Provisions", ("constitution",)),
    ("Statutes", ("statute",)),
    ("Rules", ("rule",)),
    ("Regulations", ("regulation",)),
    ("Other Authorities", ("legislative", "agency", "journal", "book", "other")),
)
"""Title of each category and the kinds of authorities in it, in the order that courts require; the record is none."""

PASSIM = "passim"

_DIGITS = re.compile(r"([0-9]+)")
_WORD = re.compile(r"\w+")
_LONGEST_ORDER = 300
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


@attrs.frozen(eq=False)
class Entry:
    """One authority with its mentions."""

    authority: Authority
    """What is cited."""
    mentions: tuple[Citation, ...] = attrs.field(repr=False)
    """All its citations in order, short forms and ``Id.`` too."""
    pages: tuple[str, ...] = ()
    """Pages on which they begin, in order, each once."""
    passim: bool = False
    """Whether there are more of them than the table lists."""

    @property
    def text(self) -> str:
        """The authority in full."""
        return str(self.authority)

    @property
    def reference(self) -> str:
        """Its pages as printed: ``3, 5`` or ``passim``."""
        return PASSIM if self.passim else ", ".join(self.pages)


@attrs.frozen(eq=False)
class Section:
    """A category with its entries in order."""

    title: str
    """``Cases``, ``Statutes`` …"""
    entries: tuple[Entry, ...]
    """Alphabetically, numbers by value."""


@attrs.frozen(eq=False)
class TableOfAuthorities:
    r"""A table that can be printed as text, Markdown, HTML or Word document.

    >>> from citeparse import parse
    >>> table = parse("1 U.S. 1 (1790). 42 U.S.C. § 1983.\fId. § 1988.").table_of_authorities()
    >>> [(entry.authority.cite, entry.reference) for entry in table]
    [('1 U.S. 1', '1'), ('42 U.S.C. § 1983', '1'), ('42 U.S.C. § 1988', '2')]
    """

    sections: tuple[Section, ...]
    """Categories that have entries, in order."""
    paged: bool = True
    """Whether pages are known."""

    def __iter__(self) -> Iterator[Entry]:
        return (entry for section in self.sections for entry in section.entries)

    def __len__(self) -> int:
        return sum(len(section.entries) for section in self.sections)

    def text(self, width: int = 72) -> str:
        """Return the table with leaders of dots, ``width`` characters wide."""
        from citeparse.documents._toa_formats import as_text

        return as_text(self, width)

    def markdown(self) -> str:
        """Return the table as Markdown, a section for each category."""
        from citeparse.documents._toa_formats import as_markdown

        return as_markdown(self)

    def html(self) -> str:
        """Return the table as a piece of HTML; everything is escaped."""
        from citeparse.documents._toa_formats import as_html

        return as_html(self)

    def docx(self, path: str | os.PathLike[str] | IO[bytes]) -> None:
        """Write the table as a Word document.

        Raises `ImportError` when python-docx is not installed: ``pip install 'citeparse[docx]'``.
        """
        from citeparse.documents._toa_docx import write

        write(self, path)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()


def table_of_authorities(
    doc: Document,
    pages: Pages | None = None,
    *,
    first: int = 1,
    passim: int | None = None,
    categories: Iterable[tuple[str, Sequence[str]]] = CATEGORIES,
) -> TableOfAuthorities:
    r"""Return the table of authorities of a document.

    ``pages`` tells where pages begin: ``"form_feeds"``; ``"stars"``, the page numbers of a reporter in the text;
    offsets at which they begin, or pairs of offset and label; or a function from offset to page. Left out, the page
    numbers that a source prints are taken, else form feeds; without either the table has no pages. Offsets lead into
    ``doc.text``. ``first`` is the number of the first page. An authority on more than ``passim`` pages prints
    ``passim``.

    >>> from citeparse import parse
    >>> doc = parse("Suits under 42 U.S.C. § 1983.\fId. See also 28 U.S.C. § 1331.\f28 U.S.C. § 1331.")
    >>> print(table_of_authorities(doc).text(40))
    TABLE OF AUTHORITIES
    <BLANKLINE>
                                     Page(s)
    Statutes
    <BLANKLINE>
    28 U.S.C. § 1331 .................. 2, 3
    <BLANKLINE>
    42 U.S.C. § 1983 .................. 1, 2
    """
    page_of = page_map(doc, pages, first)
    mentions = _mentions(doc)
    sections = []
    for title, kinds in categories:
        chosen = sorted((a for a in mentions if a.kind in kinds), key=_order)
        entries = tuple([_entry(authority, tuple(mentions[authority]), page_of, passim) for authority in chosen])
        if entries:
            sections.append(Section(title, entries))
    return TableOfAuthorities(tuple(sections), page_of is not None)


def _mentions(doc: Document) -> dict[Authority, list[Citation]]:
    """What is cited with its citations; ``§§ 1331, 1343`` mentions both, and a bare ``Id.`` after it too."""
    mentions: dict[Authority, list[Citation]] = {}
    for citation in doc.citations:
        listed = _meant(citation).authorities
        for authority, following in itertools.zip_longest(listed, listed[1:]):
            if following is None or not following.key.startswith(f"{authority.key}{RANGE}"):
                mentions.setdefault(authority, []).append(citation)
    return mentions


RANGE = "..."
"""Stands in the key of a range between its ends; the range stands for its first section, which precedes it."""


def _meant(citation: Citation) -> Citation:
    """Return the citation whose words say what is cited: that before a bare ``Id.``"""
    seen = citation
    while seen.kind == "id" and not seen.pins and (before := seen.antecedent) is not None and before.index < seen.index:
        seen = before
    return seen if seen.authority == citation.authority else citation


def _entry(
    authority: Authority, mentions: tuple[Citation, ...], page_of: Callable[[int], object] | None, passim: int | None
) -> Entry:
    pages = tuple(dict.fromkeys(str(page_of(_begins(citation))) for citation in mentions)) if page_of else ()
    return Entry(authority, mentions, pages, passim is not None and len(pages) > passim)


def _begins(citation: Citation) -> int:
    """A citation is on the page where its name begins."""
    name = citation.token.name
    return min(name.span.start, citation.span.start) if name is not None else citation.span.start


def _order(authority: Authority) -> list[tuple[int, int, str]]:
    """Alphabetical order without regard to case, articles and punctuation, numbers by value: § 2 before § 10."""
    words = str(authority).casefold()[:_LONGEST_ORDER]
    parts = _DIGITS.split(_ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words)
    return [(0, int(part), "") if part.isdigit() else (1, 0, " ".join(_WORD.findall(part))) for part in parts if part]
