"""All inputs, one after the other, as one stream that can be taken up anywhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from citeparse.corpus._readers import DAMAGED, Columns, reader_of
from citeparse.rows import Origin, Source

__all__ = ["Columns", "CorpusError", "Item", "Place", "fingerprint", "found", "items"]


class CorpusError(Exception):
    """A run cannot begin or go on; the message says why."""


class Place(NamedTuple):
    """Where reading goes on."""

    file: int = 0
    """Index of the input,"""
    row: int = 0
    """of the row in it,"""
    offset: int = 0
    """and its offset in bytes, where rows are found by offset."""


class Item(NamedTuple):
    """A row, the place after it, and the bytes of all inputs that have been read to its end."""

    source: Source
    after: Place
    read: int


def found(names: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the files that are named, those of folders in order, hidden ones left out.

    Raises `OSError` when one does not exist.
    """
    files: list[Path] = []
    for path in map(Path, names):
        path.stat()
        files += sorted(_below(path)) if path.is_dir() else [path]
    return tuple(files)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def fingerprint(files: Sequence[Path], *options: Any) -> str:
    """Return a value that changes when the files, their sizes or times, or the options change."""
    facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(json.dumps([facts, options], default=str).encode()).hexdigest()


def items(files: Sequence[Path], columns: Columns, court: str | None, place: Place) -> Generator[Item, None, None]:
    """Yield all rows from a place on.

    Raises `CorpusError` when a file is damaged or lacks a column.
    """
    before = sum(path.stat().st_size for path in files[: place.file])
    for number, path in enumerate(files[place.file :], place.file):
        row, offset = place[1:] if number == place.file else (0, 0)
        try:
            for row, cell in enumerate(reader_of(path)(path, columns, row, offset), row):  # noqa: B020
                name = None if cell.id is None else str(cell.id)
                told = cell.court if isinstance(cell.court, str) and cell.court else court
                source = Source(cell.text, Origin(str(path), row, name), told)
                yield Item(source, Place(number, row + 1, cell.after), before + cell.read)
        except (*DAMAGED, ValueError) as error:
            raise CorpusError(f"{path}: {error}") from error
        before += path.stat().st_size
