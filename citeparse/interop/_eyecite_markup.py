"""Markup beside eyecite's objects: names in italics, and offsets that lead to a source by construction."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
from eyecite.models import CaseReferenceToken, CitationBase, Document, FullCaseCitation, ReferenceCitation
from eyecite.utils import is_valid_name

from citeparse.documents import SourceMap
from citeparse.span import Span

__all__ = ["Updater", "italic_names"]

_GOES_ON = re.compile(r"[\s.,:;]*(?:vs?\.?|supra)\s")


@attrs.frozen
class Updater:
    """Stands where eyecite has a `SpanUpdater`, with the map of a reading instead of a diff.

    >>> Updater(SourceMap((0, 3), (5, 9), (8,))).update(0, bisect.bisect_right)
    5
    """

    map: SourceMap
    back: bool = False
    """True from the source to the text."""

    def update(self, offset: int, side: Callable[..., int]) -> int:
        """Return the place of an offset: `bisect_left` says that a span ends there, `bisect_right` that one begins."""
        move = self.map.to_plain if self.back else self.map.to_source
        if side is bisect.bisect_left:
            return move(Span(max(0, offset - 1), offset)).end
        return move(Span(offset, offset + 1)).start


def italic_names(document: Document, citations: Sequence[Any]) -> list[CitationBase]:
    """Return the citations with a reference for each party that stands alone in italics after its case was cited.

    Like eyecite's `find_reference_citations_from_markup`, in one pass over the italics. A name that cases share is no
    reference, nor one that belongs to another citation.
    """
    spans = sorted(citation.full_span() for citation in citations)
    starts, ends = [start for start, _ in spans], list(itertools.accumulate((end for _, end in spans), max))
    cases: Iterator[Any] = iter([citation for citation in citations if isinstance(citation, FullCaseCitation)])
    pending, names, found = next(cases, None), dict[str, tuple[str, set[str]]](), list[Any](citations)
    for words, start, end in _italics(document):
        while pending is not None and pending.span()[1] <= start:
            for side, party in _parties(pending):
                names.setdefault(party, (side, set()))[1].add(pending.cluster)
            pending = next(cases, None)
        side, clusters = names.get(words, ("", set()))
        taken = bisect.bisect_left(starts, end)
        if len(clusters) == 1 and not (taken and ends[taken - 1] > start):
            found.append(_reference(document, Span(start, end), {side: words}, next(iter(clusters))))
    return sorted(found, key=lambda citation: citation.span())


def _italics(document: Any) -> Iterator[tuple[str, int, int]]:
    """Yield the words of each pair of ``<i>`` or ``<em>`` with their place in the text; no name that goes on after."""
    text, places = document.plain_text, document.markup_to_plain
    for inside, start, end in document.emphasis_tags:
        low, high = places.update(start, bisect.bisect_left), places.update(end, bisect.bisect_right)
        words = " ".join(inside.rstrip(":;., \t\r\n").split())
        at = text.find(words, low, high)
        if words and at >= 0 and not _GOES_ON.match(text, at + len(words)):
            yield words, at, at + len(words)


def _parties(citation: Any) -> Iterator[tuple[str, str]]:
    for side in ("plaintiff", "defendant"):
        party = getattr(citation.metadata, side)
        if party and is_valid_name(party):
            yield side, party


def _reference(document: Document, span: Span, meta: dict[str, str], cluster: str) -> Any:
    token = CaseReferenceToken(document.plain_text[slice(*span)], *span)
    made: Any = ReferenceCitation(token, 0, *span, *span, metadata=meta)
    made.cluster = cluster
    return made
