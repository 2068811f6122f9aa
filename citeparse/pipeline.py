"""The library on one screen: text → tokens → links → Document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, overload

from citeparse.citations import Citation, Document
from citeparse.normalizer import normalize
from citeparse.resolver import resolve
from citeparse.tokenizer import tokenize

__all__ = ["parse"]


def parse(text: str, *, court: str | None = None) -> Document:
    """Return all that the text cites, resolved and normalized.

    ``court`` is the courts-db id of the court whose local rules are meant.

    >>> doc = parse("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")
    >>> [(c.kind, c.key) for c in doc.citations]
    [('case', '/us/case/f3d/258/62'), ('id', '/us/case/f3d/258/62')]

    Raises `TypeError` when the text is not a ``str``.
    """
    if not isinstance(text, str):
        hint = "decode it first, for example text.decode('utf-8')" if isinstance(text, (bytes, bytearray)) else "pass the text itself"
        message = f"parse() takes a str, not {type(text).__name__}: {hint}"
        raise TypeError(message)
    tokens = tokenize(text)
    return normalize(text, tokens, resolve(tokens))
