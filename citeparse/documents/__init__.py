"""Texts in the formats that people have: what is cited in HTML, Markdown and paged text, and the results written back.

>>> doc = parse_html("<p>See <i>Holz v. Rockefeller &amp; Co.</i>, 258 <b>F.3d</b> 62 (2d Cir. 2001).</p>")
>>> [(c.case_name, c.text, doc.text[slice(*c.span)]) for c in doc.citations]
[('Holz v. Rockefeller & Co.', '258 F.3d 62', '258 <b>F.3d</b> 62')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from citeparse.beforehand import Knowable
from citeparse.documents._moved import SourceDocument, placed
from citeparse.documents._source import Mark, Page, Reading, SourceMap
from citeparse.documents.annotate import annotate
from citeparse.documents.html import read_html
from citeparse.documents.locators import Locator, locate, locator
from citeparse.documents.markdown import read_markdown
from citeparse.documents.offsets import Offsets, Position
from citeparse.documents.plain import furniture, read_pages
from citeparse.documents.toa import TableOfAuthorities, table_of_authorities
from citeparse.pipeline import parse
from citeparse.span import Span

__all__ = [
    "Locator", "Mark", "Offsets", "Page", "Position", "Reading", "SourceDocument", "SourceMap", "TableOfAuthorities",
    "annotate", "from_dict", "furniture", "locate", "locator", "parse_html", "parse_markdown", "parse_pages",
    "read_html", "read_markdown", "read_pages", "table_of_authorities",
]


def parse_html(source: str, *, court: str | None = None, known: Iterable[Knowable] = ()) -> SourceDocument:
    """Return all that a page cites, with offsets into the source; ``court`` and ``known`` as for `citeparse.parse`.

    >>> doc = parse_html("<p>42 U.S.C. &sect;&nbsp;1983</p>")
    >>> doc.citations[0].key, doc.text[slice(*doc.citations[0].span)]
    ('/us/usc/t42/s1983', '42 U.S.C. &sect;&nbsp;1983')
    """
    return _parsed(read_html(source), court, known)


def parse_markdown(source: str, *, court: str | None = None, known: Iterable[Knowable] = ()) -> SourceDocument:
    """Return all that a Markdown text cites, with offsets into the source.

    >>> doc = parse_markdown("*Holz v. Rockefeller & Co.*, [258 F.3d 62](https://example.org), 72 (2d Cir. 2001)")
    >>> doc.citations[0].case_name, doc.text[slice(*doc.citations[0].span)]
    ('Holz v. Rockefeller & Co.', '258 F.3d 62')
    """
    return _parsed(read_markdown(source), court, known)


def parse_pages(text: str, *, court: str | None = None, known: Iterable[Knowable] = ()) -> SourceDocument:
    r"""Return all that the text of a paged document cites, running heads, page numbers and line numbers passed over.

    For text taken from PDF files; `furniture` says what is passed over. Offsets lead into the text that was passed.

    >>> page = "\f{}\nRoe v. Doe\n2 (1800)." + " More text of the page." * 40 + " See 9 U.S.\n"
    >>> doc = parse_pages("".join(page.format(n) for n in range(1, 4)))
    >>> [c.text for c in doc.citations], doc.text[slice(*doc.citations[0].span)]
    (['9 U.S.\n2', '9 U.S.\n2'], '9 U.S.\n\x0c2\nRoe v. Doe\n2')
    """
    return _parsed(read_pages(text), court, known)


def _parsed(reading: Reading, court: str | None, known: Iterable[Knowable]) -> SourceDocument:
    return placed(parse(reading.text, court=court, known=known), reading)


_READERS = {"html": read_html, "markdown": read_markdown, "pages": read_pages}


def from_dict(data: Mapping[str, Any]) -> SourceDocument:
    """Read what `SourceDocument.to_dict` wrote.

    Raises `ValueError` when the data has another schema version, or no format of a source.

    >>> from_dict(parse_html("<p>42 U.S.C. &sect; <b>1983</b>").to_dict()).citations[0].key
    '/us/usc/t42/s1983'
    """
    from citeparse import convert

    name = data.get("format")
    if name not in _READERS:
        raise ValueError(f"the format of a source is one of {', '.join(_READERS)}, not {name!r}")
    reading = _READERS[name](data["text"])
    rows = [_unplaced(row, reading) for row in data["citations"]]
    plain = {name: value for name, value in data.items() if name != "format"}
    return placed(convert.from_dict({**plain, "text": reading.text, "citations": rows}), reading)


def _unplaced(row: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """Return a row of a citation with offsets into the text that was read."""

    def place(pair: list[int] | None) -> list[int] | None:
        return None if pair is None else list(reading.map.to_plain(Span(*pair)))

    result = dict(row)
    result |= {name: place(row[name]) for name in ("span", "full_span", "name_span", "plaintiff", "defendant")}
    nested = [name for name in ("parts", "places", "footnote") if row[name] is not None]
    result |= {name: {key: place(pair) for key, pair in row[name].items()} for name in nested}
    for name in ("pins", "parentheticals"):
        result[name] = [{**part, "span": place(part["span"])} for part in row[name]]
    return result
