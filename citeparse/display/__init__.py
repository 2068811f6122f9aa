"""To look at: a document as a page of its own, or in a notebook.

>>> from citeparse import parse
>>> page = report(parse("See 42 U.S.C. § 1983."), title="A brief")
>>> "<title>A brief" in page, "https://www.law.cornell.edu/uscode/text/42/1983" in page
(True, True)
"""

from __future__ import annotations

from citeparse.document import Document

__all__ = ["fragment", "report"]

LONGEST = 30_000
MOST = 100


def report(doc: Document, *, title: str = "Citations") -> str:
    """Return one self-contained page of HTML: the text at the left, its authorities at the right.

    The page loads nothing from a network, works from disk, and runs no script but its own. Of a document read from HTML
    or Markdown the text that was read is shown. ``title`` is its heading.

    >>> from citeparse import parse
    >>> report(parse("<script>alert(1)</script> 9 U.S.C. § 2")).count("<script>")
    1
    """
    from citeparse.display._report import report_page

    return report_page(_read(doc), title)


def fragment(doc: Document, *, longest: int | None = LONGEST, most: int | None = MOST) -> str:
    """Return a piece of HTML for a notebook or another page: text with coloured citations, then the authorities.

    It has no script, its styles are its own, and cards appear on hover and focus. A notebook shows it for a document by
    itself. Text is cut after about ``longest`` characters, and each list after ``most`` lines, and the piece says so;
    None cuts nothing.

    >>> from citeparse import parse
    >>> "the first 17 of 36 characters" in fragment(parse("See 9 U.S.C. § 2. And 42 U.S.C. § 3."), longest=20)
    True
    """
    from citeparse.display._fragment import fragment_of

    return fragment_of(_read(doc), longest, most)


def _read(doc: Document) -> Document:
    """Return the document of the text that was read, without the markup of its source."""
    from citeparse.documents import SourceDocument

    return doc.inner if isinstance(doc, SourceDocument) else doc
