"""Patterns compiled when they are first used.

A text meets few of them, and compiling all takes longer than reading it.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["lazy"]

_METHODS = ("findall", "finditer", "fullmatch", "groups", "match", "pattern", "search", "split", "sub", "subn")


class _Lazy:
    """Stands for a compiled pattern; its methods are filled in by the first one that is asked for."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled on first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
