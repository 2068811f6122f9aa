"""The files that pages are made of, read when the first page is made."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

__all__ = ["asset", "words"]

_FOLDER = Path(__file__).parent / "assets"


def asset(*names: str) -> str:
    """Return the text of these files, one after the other."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


@functools.cache
def words() -> dict[str, Any]:
    """Return what groups, forms, rules and flags are called."""
    return tomllib.loads(asset("words.toml"))
