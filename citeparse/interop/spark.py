"""Spark: a column of texts as the table of mentions, on as many machines as there are.

``pip install 'citeparse[spark]'`` on the driver, citeparse and pyarrow on the workers::

    from citeparse.interop.spark import mentions

    table = mentions(opinions, "text", id="cluster_id")      # a DataFrame; opinions is one
    table.write.parquet("citations")

which is short for::

    opinions.select("text", "cluster_id").mapInArrow(reader("text", id="cluster_id"), SCHEMA)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from citeparse.interop.arrow import batch
from citeparse.rows import COLUMNS, Origin, Row, Source, source_rows

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["SCHEMA", "mentions", "reader"]

_TYPES = {"string": "STRING", "int": "BIGINT", "date": "DATE", "strings": "ARRAY<STRING>"}

SCHEMA = ", ".join(f"`{column.name}` {_TYPES[column.type]}" for column in COLUMNS)
"""The table's schema in Spark's data definition language."""

ROWS = 5_000
"""Rows of a batch that is sent back; a document's are not parted."""


Reader = Callable[[Iterable["pyarrow.RecordBatch"]], Iterator["pyarrow.RecordBatch"]]
"""What ``DataFrame.mapInArrow`` calls: batches of texts to batches of mentions."""


def mentions(
    frame: DataFrame, text: str, *, id: str | None = None, court_column: str | None = None, court: str | None = None,  # noqa: A002
) -> DataFrame:
    """Return one row for each mention in a column of texts; the columns are those of `citeparse.rows`.

    ``id`` is the column that names the texts: rows of Spark have no order, so that ``row`` is missing. ``court_column``
    tells which court wrote each text, ``court`` which wrote them where it does not. A text that is missing stays as
    one row with ``error``; one that cites nothing has none.

    Raises `ImportError` when pyarrow is not installed.

    Where there is a session, which needs Java:

    >>> table = mentions(opinions, "text", id="cluster_id")  # doctest: +SKIP
    >>> table.groupBy("key").count().show()  # doctest: +SKIP
    """
    names = [name for name in dict.fromkeys((text, id, court_column)) if name is not None]
    picked = frame.select(*[f"`{name}`" for name in names])
    return picked.mapInArrow(reader(text, id=id, court_column=court_column, court=court), SCHEMA)


def reader(
    text: str, *, id: str | None = None, court_column: str | None = None, court: str | None = None,  # noqa: A002
) -> Reader:
    """Return the function for ``DataFrame.mapInArrow`` that reads these columns; the schema is `SCHEMA`.

    >>> import pyarrow
    >>> texts = pyarrow.RecordBatch.from_pydict({"name": [7, 8], "body": ["See 42 U.S.C. § 1983.", None]})
    >>> for batch in reader("body", id="name")([texts]):
    ...     print(batch.select(["id", "key", "error"]).to_pylist())
    [{'id': '7', 'key': '/us/usc/t42/s1983', 'error': None}, {'id': '8', 'key': None, 'error': 'missing'}]
    """
    return partial(_read, text=text, name=id, court_column=court_column, court=court)


def _read(
    batches: Iterable[pyarrow.RecordBatch], *, text: str, name: str | None, court_column: str | None, court: str | None,
) -> Iterator[pyarrow.RecordBatch]:
    rows: list[Row] = []
    for texts in batches:
        columns = [texts.column(column) if column else [None] * texts.num_rows for column in (text, name, court_column)]
        for cells in zip(*columns, strict=True):
            words, label, told = [cell if cell is None else cell.as_py() for cell in cells]
            origin = Origin(row=None, id=None if label is None else str(label))
            rows += source_rows(Source(words, origin, told or court))
            if len(rows) >= ROWS:
                yield batch(rows)
                rows = []
    if rows:
        yield batch(rows)
