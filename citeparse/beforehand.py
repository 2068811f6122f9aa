"""What a caller knows beforehand, in the forms that callers have it, read as full citations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from citeparse.authority import Authority
from citeparse.citations import Citation
from citeparse.document import Document
from citeparse.errors import CitationSyntaxError
from citeparse.known import Known
from citeparse.normalizer import normalize
from citeparse.resolver import resolve
from citeparse.span import Span

__all__ = ["Knowable", "beforehand"]

Knowable: TypeAlias = str | Citation | Authority | Known
"""A citation in full as words, a citation or an authority that was read elsewhere, or what `beforehand` made of one."""


def beforehand(known: Iterable[Knowable]) -> tuple[Known, ...]:
    """Read authorities that are known beforehand.

    Raises `TypeError` for anything that is none of these, and `CitationSyntaxError` for words that are not one
    citation in full, and for a citation that was not resolved.

    >>> beforehand(["Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"])
    (<Known Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)>,)
    """
    if isinstance(known, (str, bytes, Citation, Authority)) or not isinstance(known, Iterable):
        message = f"known takes a list of citations and authorities, not one {type(known).__name__}: write known=[...]"
        raise TypeError(message)
    found = []
    for place, item in enumerate(known):
        try:
            found.append(_read(item))
        except CitationSyntaxError as error:
            raise CitationSyntaxError(f"known[{place}]: {error.message}", error.text, error.span) from error
        except TypeError as error:
            message = f"known[{place}]: {error}"
            raise TypeError(message) from error
    return tuple(found)


def _read(item: object) -> Known:
    if isinstance(item, Known):
        return item
    if isinstance(item, Authority):
        return _of_authority(item)
    if isinstance(item, Citation):
        return _of_citation(item)
    if isinstance(item, str):
        return _of_words(item)
    message = f"a citation in full as a str, a Citation or an Authority was expected, not {type(item).__name__}"
    raise TypeError(message)


def _of_words(words: str) -> Known:
    """Read one citation; a document of the record is one where citations stand, which is in brackets."""
    from citeparse.exact import cite
    from citeparse.pipeline import parse

    try:
        return _group(cite(words))
    except CitationSyntaxError:
        found = [c for c in parse(f"({words})").citations if c.token.parallel is None]
        if len(found) == 1 and found[0].kind == "record" and found[0].full_span == (1, len(words) + 1):
            return _group(found[0])
        raise


def _of_authority(authority: Authority) -> Known:
    """Read its standard form, which prints all that short forms are compared with."""
    known = _of_words(str(authority))
    if known.authority != authority:
        message = "the standard form of this authority is another one's: pass a citation of it as text"
        raise CitationSyntaxError(message, str(authority), Span(0, len(str(authority))))
    return attrs.evolve(known, authority=authority)


def _of_citation(citation: Citation) -> Known:
    """Read the standard form of what is cited, else the words of its first citation."""
    if citation.authority is None:
        message = "this mention is not resolved: pass a citation in full"
        raise CitationSyntaxError(message, citation.document.text, citation.span)
    try:
        return _of_authority(citation.authority)
    except CitationSyntaxError:
        first = citation.document.mentions(citation.authority)[0]
        words = citation.document.text[slice(*first.full_span)]
        return attrs.evolve(_of_words(words), authority=citation.authority)


def _group(citation: Citation) -> Known:
    """Keep a citation and its parallel citations, without history and what its parentheticals cite."""
    document = citation.document
    group = document.group(citation.index)
    first, *others = [attrs.evolve(document.tokens[i], inside=None, string=None) for i in group]
    tokens = [attrs.evolve(first, parallel=None), *(attrs.evolve(token, parallel=0) for token in others)]
    alone: Document = normalize(document.text, tokens, resolve(tokens))
    authority = citation.authority or alone.authority(0)
    if authority is None:
        raise CitationSyntaxError("a citation in full was expected", document.text, citation.span)
    return Known(authority, alone)
