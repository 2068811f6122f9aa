"""Reads legal citations in United States texts: what is cited, where, and what each mention refers to.

>>> import citeparse
>>> [citation.text for citation in citeparse.parse("See 42 U.S.C. § 1983.").citations]
['42 U.S.C. § 1983']

Names load when they are first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citeparse.authorities import *  # all kinds of authorities are public
    from citeparse.citations import Citation
    from citeparse.document import Document
    from citeparse.documents.annotate import annotate
    from citeparse.errors import CitationSyntaxError
    from citeparse.exact import cite
    from citeparse.keys import from_key
    from citeparse.known import Known
    from citeparse.links import KnownLink, Link, Unresolved
    from citeparse.many import parse_many
    from citeparse.normalizer import normalize
    from citeparse.pins import Pin
    from citeparse.pipeline import parse
    from citeparse.resolver import resolve
    from citeparse.span import Span
    from citeparse.tokenizer import tokenize

__version__ = "0.1.0"

__all__ = [
    "AgencyDocument", "Article", "Authority", "Book", "Case", "Citation", "CitationSyntaxError", "Constitution",
    "Docket", "Document", "Known", "KnownLink", "LegislativeDocument", "Link", "OtherDocument", "Pin", "RecordDocument",
    "Regulation", "Rule", "SessionLaw", "Span", "Statute", "Unresolved", "__version__", "annotate", "cite",
    "from_key", "normalize", "parse", "parse_many", "resolve", "tokenize",
]

_MODULES = {
    "pipeline": ("parse",), "exact": ("cite",), "many": ("parse_many",), "keys": ("from_key",),
    "tokenizer": ("tokenize",), "resolver": ("resolve",), "normalizer": ("normalize",),
    "citations": ("Citation",), "document": ("Document",), "documents.annotate": ("annotate",),
    "known": ("Known",), "links": ("Link", "KnownLink", "Unresolved"), "span": ("Span",),
    "pins": ("Pin",), "errors": ("CitationSyntaxError",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME.get(name, 'authorities')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
