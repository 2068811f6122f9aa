"""Words for the keys of cases, documents and secondary sources."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from citeparse.data import agencies, books, journals, legislative, others
from citeparse.data._editions import reporters
from citeparse.data._names import fold
from citeparse.data.legislative import LegislativeSeries
from citeparse.keys._key import Key, named
from citeparse.normalizer._printed import ordinal, slug
from citeparse.normalizer.reporter import stems

__all__ = ["article", "book", "case", "document", "series", "web"]

_ARTICLE = re.compile(r"^(?:The|A|An) ")
_LETTER = re.compile(r"-([a-z])$")


def case(key: Key) -> Iterator[str]:
    """``/us/case/f3d/258/62``, ``/us-oh/case/2015/123``, ``/us-co/case/coa/2013/5``."""
    *_, volume, page = ("", *key.rest)
    pages = (_LETTER.sub(r"\1", page).upper(), page.upper(), page)
    stem = "/".join(("", key.place, "case", *key.rest[:-2]))
    for name in (name for name, beginning in stems().items() if beginning == stem):
        standard = reporters().slugs[name].standard
        for form, number in product(_CASES, dict.fromkeys(pages)):
            yield form.format(volume=volume, series=standard, page=number).strip()
    yield f"{volume}-{page.upper()}"


_CASES = (
    "{volume} {series} {page}", "{volume}-{series}-{page}", "{volume} {series} ¶ {page}", "{series} {volume}-{page}",
    "{series} {page}",
)
"""How cases are cited."""


def document(key: Key) -> Iterator[str]:
    """``/us/bill/113/hr/647``, ``/us/report/srept/98/225``."""
    if key.family == "bill":
        congress, name, number = ("", "", *key.rest)[-3:]
        for row in _rows(legislative.bill_names(), name):
            yield f"{row.standard} {number}, {ordinal(congress)} Cong." if congress else f"{row.standard} {number}"
        return
    name, *numbers = key.rest
    if not numbers:
        return
    part = f", pt. {numbers.pop()[2:]}" if len(numbers) > 1 and numbers[-1].startswith("pt") else ""
    for row in _rows(legislative.report_names(), name):
        yield f"{row.standard} No. {'-'.join(numbers)}{part}"
        yield f"{row.standard} No. {numbers[-1]}{part}, {ordinal(numbers[0])} Cong."


def _rows(names: Iterable[tuple[str, LegislativeSeries]], key: str) -> Iterable[LegislativeSeries]:
    """The series of a table that have this name in keys."""
    return dict.fromkeys(row for _, row in names if row.key == key)


def article(key: Key) -> Iterator[str]:
    """``/us/journal/harvlrev/103/1105``."""
    name, *numbers = key.rest
    if len(numbers) < 2:
        return
    for standard in dict.fromkeys(paper.standard for _, paper in journals.newspaper_names()):
        day = numbers[0].split("-")
        if _slug(standard) == name and len(day) == 3:
            yield f"{standard}, {day[0].title()}. {day[1]}, {day[2]}, at {numbers[1].upper()}"
    for standard in _journals().get(name, ()):
        yield f"{numbers[0]} {standard} {numbers[-1]}"
        yield f"{numbers[0]} {standard} {numbers[-1]} ({_ANY_YEAR})"


def _slug(standard: str) -> str:
    return "".join(filter(str.isalnum, fold(standard)))


_ANY_YEAR = 2000
"""Journals that are called by one word are read with a year only."""


@functools.cache
def _journals() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for names in (journals.journal_names(), journals.annotation_names()):
        for _, journal in names:
            found.setdefault(_slug(journal.standard), []).append(journal.standard)
    return {name: list(dict.fromkeys(standards)) for name, standards in found.items()}


def book(key: Key) -> Iterator[str]:
    """``/us/book/restatement-second-torts/s402A``, ``/us/book/am-jur-2d/contracts/s74``."""
    name, *below = key.rest
    last = below[-1] if below else ""
    subject = named(below[0]) if below else ""
    if name.startswith("restatement"):
        yield from _restatement(name, last[1:])
    for title in dict.fromkeys(row.title for _, row in books.book_titles()):
        if name not in (slug(title), slug(_ARTICLE.sub("", title))):
            continue
        if len(below) > 1:
            yield f"{title} {subject} § {last[1:]}"
        elif below:
            yield f"{title} § {last[1:]}"
            yield f"{title} No. {last}"
        else:
            yield title


def _restatement(name: str, section: str) -> Iterator[str]:
    _, *words = name.split("-")
    series = f" ({words.pop(0).capitalize()})" if words and words[0] in ("second", "third", "fourth") else ""
    yield f"Restatement{series} of {named('-'.join(words))} § {section}"


def web(key: Key) -> Iterator[str]:
    """``/web/perma.cc/8LX8-TU38``."""
    if key.place == "web":
        yield "https://" + "/".join((key.family, *key.rest))


def series(key: Key) -> Iterator[str]:
    """``/us/crec/158/s234``, ``/us/revproc/2021-18``, ``/us/ussg/s4B1.2``, ``/us/unts/450/82``."""
    if not key.rest:
        return
    first, last = key.rest[0], key.rest[-1].upper()
    grouped = f"{int(first):,}" if first.isdecimal() and len(first) > 4 else first
    for standard in _standards().get(key.family, ()):
        yield f"{first} {standard} {last}"
        yield f"{first} {standard} ¶ {last}"
        for number in (grouped, first, first.upper()):
            yield f"{standard} {number}"
            yield f"{standard} Report {number}"
            yield f"{standard} No. {number}"
        yield f"{standard} § {first.removeprefix('s')}"
        yield from (f"{standard} {division}" for division in _divisions(first))


def _divisions(step: str) -> Iterator[str]:
    """``app. C, amend. 706`` for ``app-c-amend-706``, ``DI 25501.001`` for ``di-25501.001``."""
    steps = step.split("-")
    if steps[0] in _DIVISIONS:
        pairs = zip(steps[::2], steps[1::2], strict=False)
        yield ", ".join(f"{_DIVISIONS.get(name, name)} {n if n[0].isdigit() else n.upper()}" for name, n in pairs)
    yield " ".join(steps).upper()


_DIVISIONS = {"app": "app.", "amend": "amend.", "part": "Part", "para": "para."}
"""Words before the numbers of a manual's divisions."""


@functools.cache
def _standards() -> Mapping[str, list[str]]:
    """Name of a series in keys → its standard abbreviations."""
    tables: tuple[Callable[[], Iterable[tuple[str, Any]]], ...] = (
        agencies.series_names, agencies.document_names, agencies.manual_names, legislative.record_names,
        legislative.research_names, others.treaty_names, others.numbered_documents,
    )
    found: dict[str, list[str]] = {}
    for names in tables:
        for _, row in names():
            found.setdefault(row.key, []).append(row.standard)
    return {name: list(dict.fromkeys(standards)) for name, standards in found.items()}
