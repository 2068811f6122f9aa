"""The one citation that a text is: read strictly, refused with what was expected or what is left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from citeparse.authorities import Regulation, Statute
from citeparse.citations import Citation
from citeparse.data import codes, constitutions, court_rules
from citeparse.document import Document
from citeparse.errors import CitationSyntaxError
from citeparse.normalizer import normalize
from citeparse.pipeline import checked, parse
from citeparse.resolver import resolve
from citeparse.span import Span
from citeparse.tokenizer.expected import expected
from citeparse.tokens import FullCaseToken, ShortCaseToken

__all__ = ["cite"]


def cite(text: str) -> Citation:
    """Return the one citation that the text is: with or without name, pins, signal and parentheticals.

    Raises `CitationSyntaxError` when it holds none, more than one authority, a form that leans on an earlier citation
    or leaves open what it means (``Penal Code § 187``), or other words beside it, and `TypeError` when it is not a
    ``str``. Of a text with several citations in a row that are parallel, the first is returned.

    >>> cite("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)").key
    '/us/case/f3d/258/62'
    >>> cite("258 F.3d")
    Traceback (most recent call last):
    ...
    citeparse.errors.CitationSyntaxError: a page was expected after 'F.3d'
        258 F.3d
                ^
    """
    doc = _full(parse(checked(text, "cite")))
    tops = [c for c in doc.citations if c.token.inside is None and c.token.parallel is None]
    if not tops:
        lack = expected(text)
        raise CitationSyntaxError(lack.message, text, lack.span)
    if len(tops) > 1:
        raise CitationSyntaxError("one citation was expected, here a second one begins", text, tops[1].full_span)
    one = tops[0]
    fault = _fault(one)
    if fault is not None:
        raise CitationSyntaxError(fault, text, one.span)
    _nothing_else(text, one)
    return one


def _full(doc: Document) -> Document:
    """Take ``2015 WL 12345`` without court and date, elsewhere a later mention, for the full citation that it is."""
    if not all(isinstance(t, ShortCaseToken | FullCaseToken) and "at" not in t.text.split() for t in doc.tokens):
        return doc
    tokens = [FullCaseToken(**attrs.asdict(t, recurse=False)) for t in doc.tokens]
    return normalize(doc.text, tokens, resolve(tokens))


_LEANING = {
    "case_short": "a short form leans on an earlier citation: volume, reporter and first page were expected",
    "id": "these words lean on an earlier citation: a full citation was expected",
    "supra": "these words lean on an earlier citation: a full citation was expected",
    "reference": "these words lean on an earlier citation: a full citation was expected",
    "section": "the code of this section was expected",
    "rule": "the set of this rule was expected: Fed. R. Civ. P., for example",
    "other": "a citation was expected, these words point to the document itself",
}
"""Kinds that mean nothing alone, and what a full citation would have."""


def _fault(one: Citation) -> str | None:
    """What keeps a citation from meaning one thing outside of a document."""
    leaning = one.kind in _LEANING and one.kind not in ("rule", "other")
    if leaning or one.authority is None or (one.kind == "other" and "reference" in one.token.parts):
        return _LEANING.get(one.kind, "a full citation was expected")
    vague = _VAGUE.get(one.kind)
    return vague(one) if vague is not None else None


def _vague_code(one: Citation) -> str | None:
    """``U.S.C. § 1983`` needs a title, ``Penal Code § 187`` a state."""
    authority = one.authority
    named = dict(codes.first_names()).get(one.token.series)
    standards = tuple(dict.fromkeys(code.standard for code in named.codes)) if named is not None and named.local else ()
    if standards and one.token.series not in standards:
        listed = ", ".join(standards)
        return f"the code of which state was expected: {listed}"
    code = codes.code_of(one.token.series)
    titled = code is not None and code.form.startswith("{title}") and not code.repeats
    if isinstance(authority, Statute | Regulation) and titled and authority.title is None:
        return f"a title was expected before {one.token.series!r}"
    return None


def _vague_charter(one: Citation) -> str | None:
    """``art. I, § 8`` needs a constitution."""
    printed = one.token.parts.get("code")
    charter = constitutions.charter_of(one.token.series) if printed else None
    named = charter is not None and charter.jurisdiction
    return None if named else "the constitution of this provision was expected: U.S. Const., for example"


def _vague_rule(one: Citation) -> str | None:
    """``Civil Rule 56`` needs a court."""
    rules = court_rules.rule_set(one.token.series)
    open_ = rules is not None and rules.generic
    return "the court of these rules was expected: Fed. R. Civ. P., for example" if open_ else None


_VAGUE: Mapping[str, Callable[[Citation], str | None]] = {
    "statute": _vague_code, "regulation": _vague_code, "constitution": _vague_charter, "rule": _vague_rule,
}


def _nothing_else(text: str, one: Citation) -> None:
    """Raise when words stand beside the citation; brackets or quotation marks around all of it may."""
    start = min([one.full_span.start, *(pin.span.start for pin in one.pins)])
    end = max([one.full_span.end, *(c.full_span.end for c in one.document.citations)])
    before, after = text[:start].strip(_AROUND), text[end:].strip(_AROUND)
    if (before, after) in _PAIRS:
        return
    left, low = (before, 0) if before else (after, end)
    at = text.index(left, low)
    opened = text.rfind("(", one.span.end, at + 1) if low else -1
    if opened >= 0 and ")" not in text[opened:]:
        raise CitationSyntaxError("a closing parenthesis was expected", text, Span(opened, len(text.rstrip())))
    lack = expected(left)
    if left[0].isdigit() and lack.span != (0, len(left)):
        raise CitationSyntaxError(lack.message, text, Span(at + lack.span.start, at + lack.span.end))
    raise CitationSyntaxError("these words are not part of the citation", text, Span(at, at + len(left)))


_AROUND = " \t\r\n\u00a0.,;"
"""What may stand around a citation."""
_PAIRS = frozenset((("", ""), ("(", ")"), ("[", "]"), ('"', '"'), ("“", "”"), ("*", "*"), ("_", "_"), ("<", ">")))
