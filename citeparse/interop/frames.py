"""Data frames, whatever library they belong to."""

from __future__ import annotations

import importlib
from typing import Any

from citeparse.document import Document

__all__ = ["to_frame"]

_LIBRARIES = ("pandas", "polars")


def to_frame(doc: Document, library: str = "pandas") -> Any:
    """Return the mentions of a document as a frame of ``pandas`` or ``polars``.

    Raises `ImportError` when the library is not installed, and `ValueError` when it is another one.

    >>> from citeparse import parse
    >>> to_frame(parse("42 U.S.C. § 1983"), "polars")["key"].to_list()
    ['/us/usc/t42/s1983']
    """
    if library not in _LIBRARIES:
        raise ValueError(f"frames are those of {' or '.join(_LIBRARIES)}, not of {library!r}")
    return importlib.import_module(f"citeparse.interop.{library}").to_frame(doc)
