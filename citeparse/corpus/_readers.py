"""Files as rows: a text file is one, JSON Lines, CSV and Parquet files have many. Each is read a little at a time."""

from __future__ import annotations

import bz2
import contextlib
import csv
import gzip
import json
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from citeparse.interop._need import need

__all__ = ["DAMAGED", "READERS", "Cell", "Columns", "reader_of"]

DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""Raised for files that cannot be read, or are not what their suffix says."""


class Columns(NamedTuple):
    """Names of the columns that are read."""

    text: str = "text"
    id: str | None = None
    court: str | None = None


class Cell(NamedTuple):
    """What one row has in these columns."""

    text: Any
    """The text, or what stands in its place; an exception where the row could not be read."""
    id: Any
    court: Any
    after: int
    """Offset of the next row in the file, decompressed; 0 where rows are not found by offset."""
    read: int
    """Bytes of the file that have been read, as it lies on the disk."""


Reader = Callable[[Path, Columns, int, int], Iterator[Cell]]
"""Yields the cells of a file from a row on; the last argument is the offset of that row."""


def reader_of(path: Path) -> Reader:
    """Return the reader for a file by its suffix, that of its compression left aside; all others are texts.

    >>> reader_of(Path("opinions.JSONL.gz")).__name__
    'read_jsonl'
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] in _OPENERS:
        suffixes.pop()
    return READERS.get(suffixes[-1] if suffixes else "", read_text)


_OPENERS: Mapping[str, Callable[[Any], Any]] = {
    ".gz": lambda raw: gzip.GzipFile(fileobj=raw), ".bz2": bz2.BZ2File, ".xz": lzma.LZMAFile,
}
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_FIELD = 1 << 28
"""Characters; an opening quote that nothing closes must not swallow a whole file."""
_BATCH = 64
"""Rows of a Parquet file that are held at once."""


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Open a file, decompressed, and beside it the file as it lies on the disk."""
    with path.open("rb") as raw:
        opener = _OPENERS.get(path.suffix.lower())
        with opener(raw) if opener is not None else contextlib.nullcontext(raw) as stream:
            yield stream, raw


def read_text(path: Path, columns: Columns, row: int, offset: int) -> Iterator[Cell]:
    """Yield the whole file as one text."""
    if row == 0:
        text: str | Exception
        try:
            with _opened(path) as (stream, _):
                text = stream.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = _not_utf8(error.start)
        except DAMAGED as error:
            text = error
        yield Cell(text, None, None, 0, path.stat().st_size)


def read_jsonl(path: Path, columns: Columns, row: int, offset: int) -> Iterator[Cell]:
    """Yield the objects of a file that has one on each line; blank lines are no rows."""
    with _opened(path) as (stream, raw):
        stream.seek(offset)
        for line in stream:
            offset += len(line)
            if not line.isspace():
                yield Cell(*_fields(line, columns), offset, raw.tell())


def _fields(line: bytes, columns: Columns) -> tuple[Any, Any, Any]:
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(error.start), None, None
    except (ValueError, RecursionError) as error:
        return ValueError(f"not JSON: {error}"), None, None
    if not isinstance(data, dict):
        return ValueError("not a JSON object"), None, None
    return _picked(columns, {columns.text: ValueError(f"no field {columns.text!r}"), **data}.get)


def _picked(columns: Columns, get: Callable[[str], Any]) -> tuple[Any, Any, Any]:
    """Return text, id and court of a row."""
    return get(columns.text), columns.id and get(columns.id), columns.court and get(columns.court)


class _Lines:
    """The lines of a file, bytes that are not UTF-8 as lone surrogates, and the offset after the last one."""

    def __init__(self, stream: IO[bytes], offset: int) -> None:
        self._stream = stream
        self.offset = offset
        stream.seek(offset)

    def __iter__(self) -> Iterator[str]:
        for line in iter(self._stream.readline, b""):
            self.offset += len(line)
            yield line.decode("utf-8", "surrogateescape")


def read_csv(path: Path, columns: Columns, row: int, offset: int, *, delimiter: str = ",") -> Iterator[Cell]:
    """Yield the records of a file with a head line; blank lines are no rows.

    Raises `ValueError` when the head lacks a column.
    """
    csv.field_size_limit(_LONGEST_FIELD)  # opinions are longer than the 128 KB that csv allows
    with _opened(path) as (stream, raw):
        lines = _Lines(stream, 0)
        head = [name.removeprefix(_BYTE_ORDER_MARK) for name in next(csv.reader(lines, delimiter=delimiter), [])]
        places = {name: _place(head, name) for name in columns if name is not None}
        lines = _Lines(stream, offset or lines.offset)
        for fields in _records(csv.reader(lines, delimiter=delimiter)):
            if isinstance(fields, Exception):
                yield Cell(fields, None, None, lines.offset, raw.tell())
            elif fields:
                held = {name: _decoded(fields[n]) for name, n in places.items() if n < len(fields)}
                yield Cell(*_picked(columns, held.get), lines.offset, raw.tell())


def _records(reader: Iterator[list[str]]) -> Iterator[list[str] | Exception]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield ValueError(f"not CSV: {error}")


def _place(names: list[str], name: str) -> int:
    if name not in names:
        raise ValueError(f"no column {name!r}; there are {', '.join(names) or 'none'}")
    return names.index(name)


def _decoded(text: str) -> str | Exception:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return _not_utf8(error.start)
    return text


def _not_utf8(offset: int) -> ValueError:
    return ValueError(f"not UTF-8 text at offset {offset}")


def read_tsv(path: Path, columns: Columns, row: int, offset: int) -> Iterator[Cell]:
    """Yield the records of a CSV file with tabs for commas."""
    return read_csv(path, columns, row, offset, delimiter="\t")


def read_parquet(path: Path, columns: Columns, row: int, offset: int) -> Iterator[Cell]:
    """Yield the rows of a Parquet file, a few at a time.

    Raises `ImportError` when pyarrow is not installed, and `ValueError` when there is no such column.
    """
    parquet = need("pyarrow.parquet", "parquet")
    size = path.stat().st_size
    with parquet.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False) as file:
        names = [name for name in columns if name is not None]
        for name in names:
            _place(file.schema_arrow.names, name)
        total, first = file.metadata.num_rows, 0
        for group in range(file.num_row_groups):
            last = first + file.metadata.row_group(group).num_rows
            if last > row:
                for batch in file.iter_batches(_BATCH, [group], names, use_threads=False):
                    held = {name: batch.column(name).to_pylist() for name in names}
                    for at in range(max(0, row - first), batch.num_rows):
                        cells = _picked(columns, {name: values[at] for name, values in held.items()}.get)
                        yield Cell(*cells, 0, size * (first + at + 1) // total)
                    first += batch.num_rows
            first = last


READERS: Mapping[str, Reader] = {
    ".jsonl": read_jsonl, ".ndjson": read_jsonl, ".csv": read_csv, ".tsv": read_tsv, ".parquet": read_parquet,
}
"""Suffixes of files that have many rows."""
