"""Citations as eyecite's own model objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from eyecite.models import (
    CaseReferenceToken,
    CitationBase,
    CitationToken,
    FullCaseCitation,
    FullCitation,
    FullJournalCitation,
    FullLawCitation,
    IdCitation,
    IdToken,
    ReferenceCitation,
    ResourceCitation,
    SectionToken,
    ShortCaseCitation,
    SupraCitation,
    SupraToken,
    Token,
    UnknownCitation,
)

from citeparse.citations import Citation
from citeparse.interop import _eyecite_parts as parts
from citeparse.interop._eyecite_editions import editions, known, law_groups, printed

__all__ = ["model"]

_SUBSECTIONS = re.compile(r"(?:(?:[\s,&–-]|and|or|to)*(?:\([0-9A-Za-z]{1,5}\))+)*(?:,?\s*et\s+seqq?\.?)?")
_AT = re.compile(r"\bat\b")


def model(citation: Citation) -> CitationBase:
    """Return eyecite's object for a citation, `UnknownCitation` where it has no class for the kind.

    Offsets index the text of the citation's document. Two attributes are ours: ``citeparse``, the citation it is made
    of, and ``cluster``, the value that all mentions of its authority share.
    """
    made: Any = _form(citation)(citation)
    made.citeparse, made.cluster = citation, citation.cluster
    return made


def _form(citation: Citation) -> Callable[[Citation], CitationBase]:
    """Return what makes the object: a reporter with its page is a full citation, with ``at`` and a page a short one."""
    token = citation.token
    form = _FORMS.get(citation.kind, _other)
    if form is _other and token.parts.keys() >= _PLACE and known(token, "reporters"):
        form = _case  # decisions of agencies in a reporter that eyecite counts among those of cases
    if form not in _NAMING:
        return form
    if not printed(token):
        return _other
    page, name = token.parts.get("page"), token.parts.get("reporter")
    if page is None or name is None:
        return form
    if _AT.search(citation.document.text, name.end, page.start):
        return _short
    return _case if form is _short else form


_PLACE = {"volume", "reporter", "page"}


def _case(citation: Citation) -> CitationBase:
    meta = {"court": citation.court, "extra": parts.parallel_words(citation), **parts.parties(citation)}
    return _full(FullCaseCitation, citation, parts.groups(citation.token), meta)


def _journal(citation: Citation) -> CitationBase:
    return _full(FullJournalCitation, citation, parts.groups(citation.token), {})


def _law(citation: Citation) -> CitationBase:
    """``42 U.S.C. § 1983(a)``: the subsections are its pin."""
    section, end = citation.token.parts.get("section"), citation.span.end
    if section is not None and _SUBSECTIONS.fullmatch(citation.document.text, section.end, end):
        end = section.end
    meta = {"publisher": parts.publisher(citation), **parts.subsections(citation, end)}
    return _full(FullLawCitation, citation, law_groups(citation.token), meta, end)


def _full(
    kind: type[FullCitation], citation: Citation, groups: Mapping[str, Any], meta: Mapping[str, Any], end: int = 0
) -> CitationBase:
    end = end or citation.span.end
    told = {**parts.dated(citation), **parts.pinned(citation, end), "parenthetical": parts.parenthetical(citation)}
    made = _resource(kind, citation, groups, {**told, **meta}, end)
    made.full_span_start, made.full_span_end = parts.without_signal(citation), citation.full_span.end
    return made


def _short(citation: Citation) -> CitationBase:
    """``Adarand, 515 U.S., at 241``: the first page pinned belongs to the core, all of it is the pin."""
    page = citation.token.parts.get("page")
    end = citation.span.end if page is None else page.end
    meta = {"court": citation.court, "antecedent_guess": citation.case_name, **parts.pinned(citation, end)}
    meta["parenthetical"] = parts.parenthetical(citation)
    made = _resource(ShortCaseCitation, citation, parts.groups(citation.token), meta, end)
    return _reaching(made, citation)


_SOURCES = {FullLawCitation: "laws", FullJournalCitation: "journals"}


def _resource(
    kind: type[ResourceCitation], citation: Citation, groups: Mapping[str, Any], meta: Mapping[str, Any], end: int
) -> Any:
    """Return a citation that names a reporter; its core ends at ``end``."""
    token, start = citation.token, citation.span.start
    exact, variation, guess = editions(token, _SOURCES.get(kind, "reporters"), citation.year, citation.court)
    core = CitationToken(
        citation.document.text[start:end], start, end, dict(groups), exact, variation, short=kind is ShortCaseCitation
    )
    return kind(
        core, 0, exact_editions=exact, variation_editions=variation, edition_guess=guess, year=citation.year,
        metadata=dict(meta),
    )  # fmt: skip


def _back(kind: type[CitationBase], token: type[Token], name: str | None = None) -> Callable[[Citation], CitationBase]:
    """Return what makes a citation without a reporter; what it calls the case goes by ``name``."""

    def make(citation: Citation) -> CitationBase:
        meta = {"parenthetical": parts.parenthetical(citation), **parts.pinned(citation, citation.span.end)}
        if name is not None:
            meta[name] = citation.case_name
        return _reaching(kind(token(citation.text, *citation.span), 0, metadata=meta), citation)

    return make


def _reference(citation: Citation) -> CitationBase:
    """``Peña at 222``, pin included."""
    pin = parts.pinned(citation, citation.span.end)
    start, end = citation.span.start, max(citation.span.end, pin.get("pin_cite_span_end", 0))
    token = CaseReferenceToken(citation.document.text[start:end], start, end)
    meta = {"parenthetical": parts.parenthetical(citation), **pin, **parts.antecedent(citation)}
    return _reaching(ReferenceCitation(token, 0, metadata=meta), citation)


def _reaching(made: Any, citation: Citation) -> Any:
    """Set the spans of a later mention: from its core to its pin, in full from the name."""
    start, end = made.token.start, max(made.token.end, made.metadata.pin_cite_span_end or 0)
    name = citation.token.name
    made.span_start, made.span_end = start, end
    made.full_span_start, made.full_span_end = min(start, start if name is None else name.span.start), end
    return made


def _other(citation: Citation) -> CitationBase:
    """A kind that eyecite has no class for."""
    token = citation.token
    kind = SectionToken if "§" in token.text else Token
    groups = {name: piece.text for name, piece in token.parts.items()}
    meta = {"parenthetical": parts.parenthetical(citation), **parts.pinned(citation, token.span.end)}
    made = UnknownCitation(kind(token.text, *token.span, groups), 0, metadata=meta)
    made.full_span_start, made.full_span_end = parts.without_signal(citation), citation.full_span.end
    return made


_FORMS: Mapping[str, Callable[[Citation], CitationBase]] = {
    "case": _case,
    "case_short": _short,
    "id": _back(IdCitation, IdToken),
    "journal": _journal,
    "reference": _reference,
    "regulation": _law,
    "statute": _law,
    "supra": _back(SupraCitation, SupraToken, "antecedent_guess"),
}
_NAMING = (_case, _short, _journal, _law)
"""What eyecite takes for a resource, by the reporter or code that it names."""
