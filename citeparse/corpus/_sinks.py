"""Rows into files that can be cut back to what was kept last, so that a run can be taken up where it stopped."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO, Any, Protocol

from citeparse.interop._need import need
from citeparse.rows import COLUMNS, Row

__all__ = ["SINKS", "Sink"]

_NAMES = [column.name for column in COLUMNS]


class Sink(Protocol):
    """Takes rows, keeps them when told, and makes the whole of them one file."""

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows, which may be lost until they are kept."""

    def keep(self) -> int:
        """Put all that was taken on the disk; return the mark at which a later run takes up."""
        ...

    def close(self) -> None:
        """Let go of files."""

    def finish(self, out: Path) -> None:
        """Make what was kept the file ``out``, at one stroke. May be done again when it was interrupted."""


class LineSink:
    """JSON Lines or CSV: one file that grows; the mark is its length in bytes."""

    def __init__(self, folder: Path, mark: int, head: str, write: Callable[[Iterable[Row]], str]) -> None:
        """Take up at a mark; at none the head is written first."""
        self._path = folder / "rows"
        self._mark = mark
        self._head = head
        self._write = write

    @cached_property
    def _file(self) -> IO[bytes]:
        file = self._path.open("r+b" if self._mark else "wb")
        file.truncate(self._mark)
        file.seek(self._mark)
        if self._mark == 0:
            file.write(self._head.encode())
        return file

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        self._file.write(self._write(rows).encode())

    def keep(self) -> int:
        """Put them on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        if "_file" in vars(self):
            self._file.close()

    def finish(self, out: Path) -> None:
        """Give the file its name, if that is not done."""
        self.close()
        if self._path.exists():
            self._path.replace(out)


def _json_lines(rows: Iterable[Row]) -> str:
    return "".join(
        json.dumps(dict(zip(_NAMES, row, strict=True)), ensure_ascii=False, default=_iso) + "\n" for row in rows
    )


def _iso(value: datetime.date) -> str:
    return value.isoformat()


def _csv_lines(rows: Iterable[Iterable[Any]]) -> str:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\n").writerows([_field(value) for value in row] for row in rows)
    return lines.getvalue()


def _field(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


class ParquetSink:
    """Parquet: a file for each part, joined when all are there; the mark is the number of parts."""

    def __init__(self, folder: Path, mark: int) -> None:
        """Take up after so many parts; raises `ImportError` when pyarrow is not installed."""
        self._folder = folder
        self._parts = mark
        self._rows: list[Row] = []
        self._parquet = need("pyarrow.parquet", "parquet")

    def _part(self, number: int) -> Path:
        return self._folder / f"{number:06}.parquet"

    def add(self, rows: Iterable[Row]) -> None:
        """Hold rows."""
        self._rows += rows

    def keep(self) -> int:
        """Write them as a part."""
        from citeparse.interop.arrow import batch, schema

        if self._rows:
            with self._parquet.ParquetWriter(self._part(self._parts), schema(), compression="zstd") as writer:
                writer.write_batch(batch(self._rows))
            _synced(self._part(self._parts))
            self._parts += 1
            self._rows = []
        return self._parts

    def close(self) -> None:
        """Parts are closed when they are written."""

    def finish(self, out: Path) -> None:
        """Join the parts, each a row group."""
        from citeparse.interop.arrow import schema

        whole = self._folder / "whole.parquet"
        with self._parquet.ParquetWriter(whole, schema(), compression="zstd") as writer:
            for number in range(self._parts):
                writer.write_table(self._parquet.read_table(self._part(number), schema=schema()))
        _synced(whole)
        whole.replace(out)


def _synced(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


SINKS: Mapping[str, Callable[[Path, int], Sink]] = {
    "jsonl": lambda folder, mark: LineSink(folder, mark, "", _json_lines),
    "csv": lambda folder, mark: LineSink(folder, mark, _csv_lines([_NAMES]), _csv_lines),
    "parquet": ParquetSink,
}
"""How each format is written; the folder holds what is kept, and the mark is where to take up, 0 at first."""
