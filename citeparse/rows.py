"""Mentions as rows of one table: what data frames, files and Spark have in common.

`COLUMNS` is the table's definition; each library's schema is made from it. A row is a tuple in that order. A text gives
one row for each mention, none when it cites nothing, and one with ``error`` alone when it is no text.

>>> from citeparse import parse
>>> names = [column.name for column in COLUMNS]
>>> for row in mention_rows(parse("See 42 U.S.C. § 1983. Id. § 1985.")):
...     print([dict(zip(names, row, strict=True))[name] for name in ("mention", "kind", "start", "end", "key", "rule")])
[0, 'statute', 4, 20, '/us/usc/t42/s1983', None]
[1, 'id', 22, 25, '/us/usc/t42/s1985', 'id_section']
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import attrs

from citeparse.authorities import Authority
from citeparse.citations import Citation
from citeparse.data._lazy import lazy
from citeparse.document import Document
from citeparse.documents.offsets import Offsets
from citeparse.pins import Pin
from citeparse.pipeline import parse

__all__ = ["COLUMNS", "Column", "Mention", "Origin", "Row", "Source", "bad_row", "mention_rows", "source_rows"]

Row = tuple[Any, ...]
"""One value for each of `COLUMNS`; None where there is none."""


class Origin(NamedTuple):
    """Where a text comes from: the first columns of all its rows."""

    source: str | None = None
    row: int | None = 0
    id: str | None = None


class Source(NamedTuple):
    """What should be a text, or the error that came instead, where it comes from, and the court that wrote it."""

    text: Any
    origin: Origin = Origin()
    court: str | None = None


class Mention(NamedTuple):
    """What columns are read from."""

    citation: Citation
    authority: Authority | None
    line: int


@attrs.frozen
class Column:
    """A column of the table."""

    name: str
    type: str
    """``string``, ``int`` (64 bits), ``date``, or ``strings``: a list, which may be empty."""
    meaning: str
    """What it says, in one line."""
    read: Callable[[Mention], Any] | None = attrs.field(default=None, repr=False)
    """Its value for a mention; None where it is the citation's attribute of the same name."""


def _of(thing: object, name: str) -> Any:
    return getattr(thing, name, None)


def _printed(pins: Sequence[Pin]) -> list[str]:
    return [str(pin) for pin in pins]


_ORIGIN = (
    Column("source", "string", "file that the text was read from"),
    Column("row", "int", "place of the text in its series, column or file, from 0"),
    Column("id", "string", "name of the text that the caller gave"),
)
_MENTION = (
    Column("mention", "int", "place of the mention in its text, from 0", lambda m: m.citation.index),
    Column("kind", "string", "kind of mention: `case`, `case_short`, `id`, `statute` …"),
    Column("text", "string", "the core as printed"),
    Column("start", "int", "offset of the core, in characters from 0", lambda m: m.citation.span.start),
    Column("end", "int", "offset after the core", lambda m: m.citation.span.end),
    Column("full_start", "int", "offset where its signal or name begins", lambda m: m.citation.full_span.start),
    Column("full_end", "int", "offset after its closing parenthesis", lambda m: m.citation.full_span.end),
    Column("line", "int", "line on which the core begins, from 1", lambda m: m.line),
    Column("canonical", "string", "the core in standard form"),
    Column("key", "string", "key of what is cited, with its subsections"),
    Column("authority", "string", "key of the authority, subsections left out", lambda m: _of(m.authority, "key")),
    Column("authority_kind", "string", "its kind: `case`, `statute` …", lambda m: _of(m.authority, "kind")),
    Column("authority_cite", "string", "standard form of the authority", lambda m: _of(m.authority, "cite")),
    Column("authority_name", "string", "name or title of the authority", lambda m: _of(m.authority, "name")),
    Column(
        "authorities", "strings", "keys of all authorities cited: `§§ 1331 and 1343` are two",
        lambda m: [authority.key for authority in m.citation.authorities],
    ),
    Column("cluster", "string", "the same for all mentions of one authority in a text, resolved or not"),
    Column("case_name", "string", "case name as printed here or in its parallel group"),
    Column("plaintiff", "string", "party before the `v.` as printed"),
    Column("defendant", "string", "party after the `v.` as printed"),
    Column("court", "string", "courts-db id that the mention tells"),
    Column("year", "int", "year that it prints"),
    Column("date", "date", "day of decision when printed"),
    Column("docket", "string", "docket number as printed, without `No.`"),
    Column("pins", "strings", "pin cites printed here", lambda m: _printed(m.citation.pins)),
    Column(
        "effective_pins", "strings", "these, or those that a bare `Id.` takes over",
        lambda m: _printed(m.citation.effective_pins),
    ),
    Column("signal", "string", "signal that introduces it, in lower case"),
    Column("antecedent", "int", "the `mention` that it leans on", lambda m: _of(m.citation.antecedent, "index")),
    Column("rule", "string", "rule that resolved it: `id`, `supra` …", lambda m: _of(m.citation.link, "rule")),
    Column("flags", "strings", "reservations of that rule", lambda m: list(_of(m.citation.link, "flags") or ())),
    Column("unresolved", "string", "why no authority can be named", lambda m: m.citation.reason),
    Column("parallel", "int", "first `mention` of its parallel group", lambda m: m.citation.token.parallel),
    Column(
        "inside", "int", "the `mention` in whose parenthetical or history it stands",
        lambda m: m.citation.token.inside,
    ),
    Column("relation", "string", "words that say how: `quoting` …", lambda m: _of(m.citation.inside, "relation")),
    Column("treatment", "string", "what its history phrase says of that mention: `affirmed` …"),
    Column("url", "string", "public address of what is cited"),
)
COLUMNS: tuple[Column, ...] = (
    *_ORIGIN, *_MENTION, Column("error", "string", "why the row could not be read; all columns of mentions are empty"),
)
"""All columns, in order; every value but those of lists may be missing."""

_EMPTY: Row = tuple([[] if column.type == "strings" else None for column in _MENTION])
_LONE = lazy("[\ud800-\udfff]")
"""Half a character, which no file can hold."""


def mention_rows(doc: Document, origin: Origin = Origin()) -> list[Row]:  # noqa: B008 - a constant
    """Return one row for each mention of a document; lone surrogates are replaced by U+FFFD."""
    line_of = Offsets(doc.text)
    read = [column.read or attrgetter(f"citation.{column.name}") for column in _MENTION]
    found = [Mention(c, c.authority, line_of.position(c.span.start).line + 1) for c in doc.citations]
    rows = [[value(mention) for value in read] for mention in found]
    if not doc.text.isascii() and _LONE.search(doc.text):
        rows = [_clean(row) for row in rows]
    first = _clean(origin)
    return [(*first, *row, None) for row in rows]


def bad_row(error: str, origin: Origin = Origin()) -> Row:  # noqa: B008 - a constant
    """Return the row of what is no text: where it stands and what is wrong with it.

    >>> bad_row("missing", Origin(row=7))[:4], bad_row("missing")[-1]
    ((None, 7, None, None), 'missing')
    """
    return (*_clean(origin), *_EMPTY, *_clean([error]))


def source_rows(source: Source) -> list[Row]:
    """Return the rows of a text, or the one that says why it is none; raises nothing but `ImportError`.

    >>> source_rows(Source(12))[0][-1], source_rows(Source(float("nan")))[0][-1], source_rows(Source("no citation"))
    ('not text but int', 'missing', [])
    """
    wrong = _wrong(source.text)
    if wrong is not None:
        return [bad_row(wrong, source.origin)]
    try:
        return mention_rows(parse(source.text, court=source.court), source.origin)
    except ImportError:  # a fault of the installation, not of the text
        raise
    except Exception as error:  # noqa: BLE001 - a fault in one text must not lose the others
        return [bad_row(f"{type(error).__name__}: {error}", source.origin)]


def _wrong(value: object) -> str | None:
    """Return what keeps a value from being a text; pandas has several words for what is missing."""
    if isinstance(value, str):
        return None
    if isinstance(value, Exception):
        return str(value)
    name = type(value).__name__
    if value is None or name in ("NAType", "NaTType") or (isinstance(value, float) and math.isnan(value)):
        return "missing"
    return f"not text but {name}"


def _clean(value: Any) -> Any:
    """Return a value, or each of many, without lone surrogates."""
    if isinstance(value, str):
        return value if value.isascii() else _LONE.sub("\ufffd", value)
    return [_clean(one) for one in value] if isinstance(value, list | tuple) else value
