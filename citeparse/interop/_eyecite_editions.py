"""The reporters of eyecite that the words of a token name, and the groups of its patterns for laws."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from eyecite.models import Edition, Reporter, TokenExtractor
from eyecite.tokenizers import EDITIONS_LOOKUP, EXTRACTORS

from citeparse.normalizer import reporter
from citeparse.tokens import Token

__all__ = ["Editions", "editions", "known", "law_groups", "printed"]


class Editions(NamedTuple):
    """What the words of a reporter or code can mean."""

    exact: tuple[Edition, ...]
    """Editions whose own abbreviation is printed, white space aside."""
    variation: tuple[Edition, ...]
    """The others, when there are no such."""
    guess: Edition | None
    """The one that is meant; None when the text does not decide."""


def printed(token: Token) -> str:
    """Return the words of a token that name its reporter or code, ``No.`` left out; the standard ones for none."""
    piece = token.parts.get("reporter") or token.parts.get("code")
    return token.series if piece is None else " ".join(piece.text.split()).removesuffix(" No.")


def editions(token: Token, source: str, year: int | None = None, court: str | None = None) -> Editions:
    """Return what eyecite knows by the name that a token prints; ``source`` is the table of reporters-db.

    A name that it does not know becomes an edition of its own, with our standard abbreviation.
    """
    found = known(token, source) or (_made(token, source),)
    exact = tuple(edition for edition in found if _unspaced(edition.short_name) == _unspaced(printed(token)))
    variation = () if exact else found
    return Editions(exact, variation, _meant(exact or variation, token, year, court))


def known(token: Token, source: str) -> tuple[Edition, ...]:
    """Return the editions of a table of reporters-db that eyecite has under the name that a token prints.

    Reporters go by our standard abbreviation, which the text may have decided; codes by their own words, since eyecite
    keeps apart the publishers of one code.
    """
    names = (token.series, printed(token))
    for name in names if source != "laws" else reversed(names):
        found = tuple(edition for edition in EDITIONS_LOOKUP.get(name, ()) if edition.reporter.source == source)
        if found:
            return found
    return ()


def _meant(found: tuple[Edition, ...], token: Token, year: int | None, court: str | None) -> Edition | None:
    """Return the edition that citeparse reads too, or the only one."""
    if len(found) == 1:
        return found[0]
    names = {edition.name for edition in reporter.editions(token, year, court)}
    return next((edition for edition in found if names == {edition.reporter.name}), None)


def _made(token: Token, source: str) -> Edition:
    name = token.series or printed(token)
    return Edition(Reporter(name, name, cite_type="", source=source), name, start=None, end=None)


def _unspaced(name: str) -> str:
    return "".join(name.split())


def law_groups(token: Token) -> Mapping[str, str | None]:
    """Return the parts of a law under the names that eyecite has for them.

    Each code has names of its own, ``title`` of the U.S.C. and ``chapter`` of the C.F.R.: those of the pattern that
    eyecite reads it with. Where none fits the words, or it stops inside the section, our parts are given.
    """
    own = {_NAMES.get(name, name): piece.text for name, piece in token.parts.items() if name not in _OWN}
    for pattern in _law_patterns().get(printed(token), ()):
        found = pattern.compiled_regex.match(token.text)
        if found is not None:
            groups = {name: words and words.strip() for name, words in found.groupdict().items()}
            cut = token.text[found.end(1) :][:1] not in _AFTER
            return groups | {"section": own["section"]} if cut and "section" in own else groups
    return {**own, "reporter": own.get("reporter") or token.series}


_NAMES = {"code": "reporter"}
_OWN = frozenset(("sign", "sections"))
_AFTER = ("", "(", ",", " ")
"""What may follow a number that was read to its end."""


@functools.cache
def _law_patterns() -> Mapping[str, list[TokenExtractor]]:
    """Spelling of a code → the patterns that read it."""
    patterns: dict[str, list[TokenExtractor]] = {}
    for extractor in EXTRACTORS:
        known = (*extractor.extra.get("exact_editions", ()), *extractor.extra.get("variation_editions", ()))
        if not extractor.extra.get("short") and any(found.reporter.source == "laws" for found in known):
            for spelling in extractor.strings:
                patterns.setdefault(spelling, []).append(extractor)
    return patterns
