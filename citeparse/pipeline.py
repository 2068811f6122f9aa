"""The library on one screen: text → tokens → links → Document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from citeparse.beforehand import Knowable, beforehand
from citeparse.citations import Citation
from citeparse.document import Document
from citeparse.errors import CitationSyntaxError
from citeparse.normalizer import normalize, settled
from citeparse.resolver import RULES as RESOLUTION
from citeparse.resolver import Rule as ResolutionRule
from citeparse.resolver import resolve
from citeparse.span import Span
from citeparse.tokenizer import RULES, Rule, tokenize
from citeparse.tokens import FullCaseToken, ShortCaseToken, Token

__all__ = ["KINDS", "cite", "parse"]

KINDS = frozenset(form.kind for form in Token.__subclasses__())
"""All kinds of mentions."""


def parse(  # noqa: PLR0913 - each is a wish of its own
    text: str,
    *,
    court: str | None = None,
    known: Iterable[Knowable] = (),
    kinds: Iterable[str] | None = None,
    rules: tuple[Rule, ...] = RULES,
    resolution: Sequence[ResolutionRule] = RESOLUTION,
) -> Document:
    """Return all that the text cites, resolved and normalized.

    ``court`` is the courts-db id of the court that wrote the text: it tells which state's ``Penal Code`` is meant.
    ``known`` are authorities known beforehand: citations in full as text, or `Citation` and `Authority` values. Short
    forms that have no antecedent in the text lean on them, and say so by a `KnownLink`.
    ``kinds`` are the kinds of mentions wanted (`Citation.kind`): the others are read and resolved, and left out of
    `Document.citations` and of all that is made of them.
    ``rules`` is the table of rules to read with, ``(*RULES, MINE)`` with one of yours; ``resolution`` that of the rules
    by which short forms are resolved, `citeparse.resolver.RULES`.

    Raises `TypeError` when the text is not a ``str`` or ``known`` holds something else, `CitationSyntaxError` when a
    known one is no citation in full, and `ValueError` for a kind that there is not.

    >>> doc = parse("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")
    >>> [(c.kind, c.key) for c in doc.citations]
    [('case', '/us/case/f3d/258/62'), ('id', '/us/case/f3d/258/62')]
    >>> doc = parse("Holz, supra, at 73.", known=["Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"])
    >>> [c.key for c in doc.citations]
    ['/us/case/f3d/258/62']
    >>> [c.text for c in parse("42 U.S.C. § 1983. Roe v. Wade, 410 U.S. 113. Id.", kinds={"statute", "id"}).citations]
    ['42 U.S.C. § 1983', 'Id.']
    """
    wanted = None if kinds is None else _wanted(kinds)
    foreknown = beforehand(known)
    groups = [item.tokens for item in foreknown]
    cited = [token for group in groups for token in group]
    tokens = settled(text, tokenize(checked(text, "parse"), rules, cited), court, cited)
    doc = normalize(text, tokens, resolve(tokens, known=groups, rules=resolution), foreknown)
    return doc if wanted is None else attrs.evolve(doc, kinds=wanted)


def _wanted(kinds: Iterable[str]) -> frozenset[str]:
    if isinstance(kinds, str):
        message = f"kinds takes several kinds, not one str: write kinds={{{kinds!r}}}"
        raise TypeError(message)
    wanted = frozenset(kinds)
    unknown = sorted(map(str, wanted - KINDS))
    if unknown:
        message = f"there is no kind {', '.join(unknown)}: the kinds are {', '.join(sorted(KINDS))}"
        raise ValueError(message)
    return wanted


def cite(text: str) -> Citation:
    """Return the one citation that the text is: with or without name, pins, signal and parentheticals.

    Raises `CitationSyntaxError` when it holds none, more than one authority, a form that leans on an earlier citation,
    or other words beside it, and `TypeError` when it is not a ``str``.

    >>> cite("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)").key
    '/us/case/f3d/258/62'
    """
    doc = _alone(parse(checked(text, "cite")))
    tops = [c for c in doc.citations if c.token.inside is None and c.token.parallel is None]
    if not tops:
        raise CitationSyntaxError("a citation was expected", text, Span(0, len(text)))
    if len(tops) > 1:
        raise CitationSyntaxError("one citation was expected, here a second one begins", text, tops[1].full_span)
    one = tops[0]
    if one.authority is None or one.kind in _LEANING:
        expected = "the set of this rule" if one.kind == "rule" else _LEANING.get(one.kind, "a full citation")
        raise CitationSyntaxError(f"{expected} was expected, these words lean on an earlier one", text, one.span)
    end = max([one.full_span.end, *(c.full_span.end for c in doc.citations)])
    start = min([one.full_span.start, *(pin.span.start for pin in one.pins)])
    for low, high in ((0, start), (end, len(text))):
        left = text[low:high].strip(_AROUND)
        if left:
            at = text.index(left, low)
            raise CitationSyntaxError("these words are not part of the citation", text, Span(at, at + len(left)))
    return one


def _alone(doc: Document) -> Document:
    """Take ``2015 WL 12345`` without court and date, elsewhere a later mention, for the full citation that it is."""
    if not all(isinstance(t, ShortCaseToken | FullCaseToken) and "at" not in t.text.split() for t in doc.tokens):
        return doc
    tokens = [FullCaseToken(**attrs.asdict(t, recurse=False)) for t in doc.tokens]
    return normalize(doc.text, tokens, resolve(tokens))


_AROUND = " \t\r\n\u00a0.,;"
"""What may stand around a citation."""

_LEANING = {
    "case_short": "volume, reporter and first page", "id": "a full citation", "supra": "a full citation",
    "reference": "a full citation", "section": "the code of this section",
}
"""Kinds that mean nothing alone, and what a full citation would have."""


def checked(text: object, caller: str) -> str:
    """Return the text, or raise a `TypeError` that says what to pass."""
    if isinstance(text, str):
        return text
    undecoded = isinstance(text, (bytes, bytearray))
    hint = "decode it first, for example text.decode('utf-8')" if undecoded else "pass the text itself"
    message = f"{caller}() takes a str, not {type(text).__name__}: {hint}"
    raise TypeError(message)
