"""Rows of the table of mentions, gathered for libraries that think in columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from citeparse.many import each
from citeparse.rows import COLUMNS, Origin, Row, Source, source_rows

__all__ = ["columns", "read"]


def read(
    texts: Iterable[Any], names: Iterable[Any] | None, *, court: str | None, processes: int | None,
) -> Iterator[Row]:
    """Yield the rows of all texts in order; ``names`` are the texts' ids.

    Raises `ValueError` when there are more texts than ids or fewer.
    """
    if names is None:
        sources = (Source(text, Origin(row=row), court) for row, text in enumerate(texts))
    else:
        pairs = enumerate(zip(texts, names, strict=True))
        sources = (Source(text, Origin(row=row, id=str(name)), court) for row, (text, name) in pairs)
    return itertools.chain.from_iterable(each(sources, source_rows, processes))


def columns(rows: Iterable[Row]) -> dict[str, list[Any]]:
    """Return the values of each column.

    >>> columns([])["key"]
    []
    """
    values = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    return {column.name: list(held) for column, held in zip(COLUMNS, values, strict=True)}
