"""eyecite's functions over citeparse: a tool that uses eyecite changes one import.

``get_citations``, ``resolve_citations`` and ``annotate_citations`` take what eyecite's take and give its own model
objects, so that all the rest of a tool goes on as it is. Needs ``pip install 'citeparse[eyecite]'``.

>>> citations = get_citations("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")
>>> [(type(c).__name__, c.matched_text(), c.metadata.pin_cite) for c in citations]
[('FullCaseCitation', '258 F.3d 62', '72'), ('IdCitation', 'Id.', 'at 73')]
>>> [[c.span() for c in group] for group in resolve_citations(citations).values()]
[[(27, 38), (59, 68)]]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

try:
    from eyecite import annotate_citations, clean_text
    from eyecite import resolve_citations as eyecites_own
    from eyecite.helpers import disambiguate_reporters
    from eyecite.models import CitationBase, FullCitation, UnknownCitation
    from eyecite.models import Document as EyeciteDocument
    from eyecite.tokenizers import Tokenizer
except ImportError as error:
    raise ImportError("citeparse.interop.eyecite needs eyecite: pip install 'citeparse[eyecite]'") from error

from citeparse.citations import Citation
from citeparse.document import Document
from citeparse.documents import SourceDocument
from citeparse.interop._eyecite_markup import Updater, italic_names
from citeparse.interop._eyecite_models import model
from citeparse.interop._eyecite_resolve import grouped
from citeparse.pipeline import parse
from citeparse.span import Span

__all__ = ["annotate_citations", "clean_text", "from_eyecite", "get_citations", "resolve_citations", "to_eyecite"]

CleanSteps = Iterable[str | Callable[[str], str]]
Resolutions = dict[Any, list[CitationBase]]


def get_citations(  # noqa: PLR0913
    plain_text: str = "",
    remove_ambiguous: bool = False,  # noqa: FBT001, FBT002
    tokenizer: Tokenizer | None = None,
    markup_text: str = "",
    clean_steps: CleanSteps | None = None,
    *,
    unknown: bool = True,
    court: str | None = None,
) -> list[CitationBase]:
    """Return what a text cites as eyecite's objects, in the order of the text.

    ``plain_text``, ``markup_text`` and ``clean_steps`` mean what they mean for eyecite, and offsets index the same
    text, ``citation.document.plain_text``. ``tokenizer`` is taken and not used. ``remove_ambiguous`` leaves out
    reporters that the text does not decide. ``unknown=False`` leaves out what eyecite has no class for, and ``court``
    is that of `citeparse.parse`.

    >>> [type(c).__name__ for c in get_citations("Fed. R. Civ. P. 56(c); 42 U.S.C. § 1983; ECF No. 5.")]
    ['UnknownCitation', 'FullLawCitation', 'UnknownCitation']
    """
    if not plain_text and not markup_text:
        return []
    steps = list(clean_steps or ())
    if markup_text and not plain_text and "html" not in steps:
        steps.insert(0, "html")
    document = EyeciteDocument(plain_text=plain_text, markup_text=markup_text, clean_steps=steps)
    found = _filled(parse(document.plain_text, court=court), document, unknown=unknown)
    if document.markup_to_plain is not None:
        found = italic_names(document, found)
    return disambiguate_reporters(found) if remove_ambiguous else found


def to_eyecite(doc: Document, *, unknown: bool = True) -> list[CitationBase]:
    """Return the citations of a document as eyecite's objects.

    For one read from markup their offsets index ``doc.plain``, and ``citation.document.plain_to_markup`` leads to the
    source exactly: pass it to ``annotate_citations`` as ``offset_updater``.

    >>> from citeparse.documents import parse_html
    >>> page = "<p>See 258 <b>F.3d</b>&nbsp;62.</p>"
    >>> one, = to_eyecite(parse_html(page))
    >>> annotate_citations(one.document.plain_text, [(one.span(), "<u>", "</u>")], page,
    ...     offset_updater=one.document.plain_to_markup)
    '<p>See <u>258 <b>F.3d</b>&nbsp;62</u>.</p>'
    """
    if not doc.tokens:
        return []
    if not isinstance(doc, SourceDocument):
        return _filled(doc, EyeciteDocument(plain_text=doc.text), unknown=unknown)
    document: Any = EyeciteDocument(plain_text=doc.plain, markup_text=doc.text)
    document.plain_to_markup, document.markup_to_plain = Updater(doc.reading.map), Updater(doc.reading.map, back=True)
    return _filled(doc.inner, document, unknown=unknown)


def _filled(doc: Document, document: EyeciteDocument, *, unknown: bool) -> list[CitationBase]:
    """Return the citations as eyecite's, and lay them into eyecite's document as its tokenizer does."""
    found = [made for made in map(model, doc.citations) if unknown or not isinstance(made, UnknownCitation)]
    at = 0
    for made in found:
        _lay_words(document, at, made.token.start)
        made.document, made.index, at = document, len(document.words), made.token.end
        document.citation_tokens.append((made.index, made.token))
        document.words.append(made.token)
    _lay_words(document, at, len(doc.text))
    return found


def _lay_words(document: EyeciteDocument, start: int, end: int) -> None:
    if start < end:
        Tokenizer.append_text(document.words, document.plain_text[start:end])


def from_eyecite(citations: Iterable[CitationBase], text: str | None = None) -> list[Citation | None]:
    """Return for each of eyecite's citations the one that citeparse reads at its place, None where it reads none.

    Their text is read once: ``text``, or that of their ``document``. Objects that citeparse filled give back the
    citation they were filled from.

    Raises `ValueError` when no text is known.

    >>> from eyecite import get_citations as eyecites
    >>> [c.key for c in from_eyecite(eyecites("42 U.S.C. § 1983(a). Id.")) if c is not None]
    ['/us/usc/t42/s1983/a', '/us/usc/t42/s1983/a']
    """
    citations = list(citations)
    own = [getattr(citation, "citeparse", None) for citation in citations]
    if all(citation is not None for citation in own):
        return own
    if text is None:
        text = next((c.document.plain_text for c in citations if c.document is not None), None)
    if text is None:
        raise ValueError("citations without a document: pass the text that they were found in")
    doc = parse(text)
    return [mine or _at(doc, Span(*citation.span())) for mine, citation in zip(own, citations, strict=True)]


def _at(doc: Document, span: Span) -> Citation | None:
    """Return the citation whose core overlaps a span: eyecite's core may hold more, ``at 5``, or less, ``§``."""
    return next((c for c in map(doc.at, (span.start, span.end - 1)) if c is not None), None)


def resolve_citations(  # noqa: PLR0913, PLR0917
    citations: Sequence[CitationBase],
    resolve_full_citation: Callable[[FullCitation], Any] | None = None,
    resolve_shortcase_citation: Callable[..., Any] | None = None,
    resolve_supra_citation: Callable[..., Any] | None = None,
    resolve_reference_citation: Callable[..., Any] | None = None,
    resolve_id_citation: Callable[..., Any] | None = None,
) -> Resolutions:
    """Return what is cited, a resource, with all citations of it.

    Functions that are passed are called as eyecite calls them. Without them a full citation goes with those of the
    same authority, parallel ones too, under the `Resource` of the first, and all others go where citeparse resolved
    them; what it left open, or what leans on nothing that eyecite has a class for, is left out. Citations that
    citeparse did not make are left to eyecite.

    >>> text = "Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973); 42 U.S.C. § 1983. Roe, 410 U.S. at 120. Id."
    >>> [[c.matched_text() for c in group] for group in resolve_citations(get_citations(text)).values()]
    [['410 U.S. 113', '93 S. Ct. 705', '410 U.S. at 120', 'Id.'], ['42 U.S.C. § 1983']]
    """
    functions = {
        "resolve_full_citation": resolve_full_citation,
        "resolve_shortcase_citation": resolve_shortcase_citation,
        "resolve_supra_citation": resolve_supra_citation,
        "resolve_reference_citation": resolve_reference_citation,
        "resolve_id_citation": resolve_id_citation,
    }
    given: dict[str, Any] = {name: function for name, function in functions.items() if function is not None}
    if all(hasattr(citation, "cluster") for citation in citations):
        return grouped(citations, given)
    found: Resolutions = eyecites_own(list(citations), **given)
    return found
