"""Apache Arrow: mentions as record batches, and so as Parquet (``pip install 'citeparse[parquet]'``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from citeparse.document import Document
from citeparse.interop._need import need
from citeparse.interop._table import columns
from citeparse.rows import COLUMNS, Row, mention_rows

if TYPE_CHECKING:
    import pyarrow

__all__ = ["batch", "schema", "to_batch"]


def schema() -> pyarrow.Schema:
    """Return the schema of `citeparse.rows`, with what each column means under ``description``.

    Raises `ImportError` when pyarrow is not installed.

    >>> schema().field("pins").type
    ListType(list<item: string>)
    """
    arrow = need("pyarrow", "parquet")
    types = {
        "string": arrow.string(), "int": arrow.int64(), "date": arrow.date32(), "strings": arrow.list_(arrow.string()),
    }
    return arrow.schema(
        [arrow.field(column.name, types[column.type], metadata={"description": column.meaning}) for column in COLUMNS]
    )


def batch(rows: Iterable[Row]) -> pyarrow.RecordBatch:
    """Return rows as a record batch; raises `ImportError` when pyarrow is not installed.

    >>> from citeparse import parse
    >>> rows = [row for text in ("42 U.S.C. § 1983", "29 C.F.R. § 1630.2(h)") for row in mention_rows(parse(text))]
    >>> batch(rows)["key"].to_pylist()
    ['/us/usc/t42/s1983', '/us/cfr/t29/s1630.2/h']
    """
    arrow = need("pyarrow", "parquet")
    return arrow.RecordBatch.from_pydict(columns(rows), schema=schema())


def to_batch(doc: Document) -> pyarrow.RecordBatch:
    """Return one row for each mention of a document.

    Raises `ImportError` when pyarrow is not installed.

    >>> from citeparse import parse
    >>> to_batch(parse("42 U.S.C. § 1983"))["key"].to_pylist()
    ['/us/usc/t42/s1983']
    """
    return batch(mention_rows(doc))
