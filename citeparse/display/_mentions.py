"""What is shown of each citation: its place, its colour, and what its card says."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from citeparse.citations import Citation
from citeparse.display._assets import words
from citeparse.document import Document
from citeparse.known import Known
from citeparse.links import KnownLink, Link, Unresolved
from citeparse.span import Span

__all__ = ["UNRESOLVED", "Mention", "group_of", "mentions_of"]

UNRESOLVED = "unresolved"

_FARTHEST_NAME = 80
"""Characters between a name and its core; a docket number fits."""


@attrs.frozen
class Mention:
    """One citation as it is shown."""

    citation: Citation
    """The citation itself."""
    span: Span
    """From its name to its last pin; no two overlap."""
    label: str
    """Core and pins as printed, on one line."""
    group: str
    """Name of its group, which has a colour."""
    form: str
    """What it is, in words: ``Case``, ``Id.``"""
    what: str
    """What it cites, or that this is not known."""
    notes: tuple[tuple[str, str], ...]
    """How that is known, or why not: labels and what stands beside them."""

    @property
    def index(self) -> int:
        """Its place among the citations."""
        return self.citation.index


def mentions_of(doc: Document) -> tuple[Mention, ...]:
    """Return all that is shown, in text order.

    >>> from citeparse import parse
    >>> [(m.label, m.group, m.notes[1]) for m in mentions_of(parse("5 U.S.C. § 552. Id. § 553. Id. at 9."))[1:]]
    [('Id. § 553', 'statute', ('Rule', 'the code or title of the citation before it, another section (id_section)')), \
('Id. at 9', 'statute', ('Rule', 'the citation before it (id)'))]
    """
    spans = list(_places(doc))
    labels = [_line(doc.text[c.span.start : span.end]) for c, span in zip(doc.every, spans, strict=True)]
    return tuple([_mention(c, spans[c.index], labels) for c in doc.citations])


def _mention(citation: Citation, span: Span, labels: Sequence[str]) -> Mention:
    authority = citation.authority
    group = UNRESOLVED if authority is None else group_of(authority.kind)
    what = "Not resolved" if authority is None else str(authority)
    form = words()["forms"].get(citation.kind, citation.kind)
    notes = tuple([(label, note) for label, note in _notes(citation, labels) if note])
    return Mention(citation, span, labels[citation.index], group, form, what, notes)


def _places(doc: Document) -> Iterator[Span]:
    """Yield the place of each citation, from its name to its last pin, where no other one stands."""
    at = 0
    following = (*(token.span.start for token in doc.tokens), len(doc.text))[1:]
    for token, limit in zip(doc.tokens, following, strict=True):
        start, end = token.span
        if token.name is not None and at <= token.name.span.start < start <= token.name.span.end + _FARTHEST_NAME:
            start = token.name.span.start
        at = max([end, *(pin.end for pin in token.pins if pin.end <= limit)])
        yield Span(start, at)


def _notes(citation: Citation, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    link, inside = citation.link, citation.inside
    known = citation.document.known
    if isinstance(link, Link | KnownLink):
        rule = words()["rules"].get(link.rule)
        meant = labels[link.antecedent] if isinstance(link, Link) else _foreknown(known[link.known])
        yield "Refers to" if link.same else "Borrows from", meant
        yield "Rule", f"{rule} ({link.rule})" if rule else link.rule
        yield "Doubt", "; ".join(words()["flags"].get(flag, flag) for flag in link.flags)
    yield "Why", citation.reason or ""
    if isinstance(link, Unresolved):
        weighed = [labels[i] for i in link.candidates] + [_foreknown(known[i]) for i in link.known_candidates]
        yield "Weighed", "; ".join(dict.fromkeys(weighed))
    yield "Pin", ", ".join(map(str, citation.effective_pins))
    yield "Signal", citation.signal or ""
    if inside is not None:
        yield "Inside", labels[inside.host.index] + (f" ({inside.relation})" if inside.relation else "")
    yield "Key", citation.key or ""


def _foreknown(known: Known) -> str:
    """Return what the text does not cite, and the caller knows."""
    return f"{known.authority} (known beforehand)"


def group_of(kind: str) -> str:
    """Return the group of a kind of authority.

    >>> group_of("docket"), group_of("journal")
    ('case', 'secondary')
    """
    return _groups().get(kind, "secondary")


@functools.cache
def _groups() -> dict[str, str]:
    return {kind: group["name"] for group in words()["groups"] for kind in group["kinds"]}


def _line(printed: str) -> str:
    return " ".join(printed.split())
