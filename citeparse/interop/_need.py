"""Libraries that not everyone has."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["need"]


def need(library: str, extra: str) -> Any:
    """Import a library, or raise an `ImportError` that names the extra which installs it.

    >>> need("json", "json").dumps([])
    '[]'
    >>> need("no_such_library", "files")
    Traceback (most recent call last):
    ImportError: no_such_library is not installed: pip install 'citeparse[files]'
    """
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise ImportError(f"{library} is not installed: pip install 'citeparse[{extra}]'") from error
