"""What a designation of the record names: a document that is local to the text that cites it."""

from __future__ import annotations

import re

from citeparse.authorities import RecordDocument
from citeparse.data._lazy import lazy
from citeparse.data.phrases import SQUEEZED
from citeparse.data.record_words import identity
from citeparse.tokens import Token

__all__ = ["authority", "canonical"]

_DASH = lazy(r"\s*[‐‑‒–—−]\s*")
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_DOCKET_ENTRY = "ecf/"


def canonical(token: Token, base: Token | None) -> str:
    """Return the designation in one spelling: ``ECF No. 118-1`` for ``Dkt. 118-1`` (Indigo Book R24.4)."""
    named = identity(token.text)
    if named.startswith(_DOCKET_ENTRY):
        numbers = named[len(_DOCKET_ENTRY) :].replace("-to-", " to ").replace("+", ", ")
        several = not re.fullmatch(r"[0-9]+(?:-[0-9]+)?", numbers) or "Nos" in token.text
        return f"ECF No{'s' if several else ''}. {numbers}"
    return _DASH.sub("-", SQUEEZED.sub(" ", token.text.translate(_QUOTES)))


def authority(token: Token, base: Token | None) -> RecordDocument:
    """Return the document; its key begins with ``#`` because it means nothing outside the text."""
    cite = canonical(token, base)
    return RecordDocument(key=f"#{identity(token.text)}", cite=cite)
