"""pandas: a series of texts as a tidy frame, one row a mention (``pip install 'citeparse[pandas]'``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from citeparse.document import Document
from citeparse.interop._need import need
from citeparse.interop._table import columns, read
from citeparse.rows import COLUMNS, Row, mention_rows

if TYPE_CHECKING:
    import pandas

__all__ = ["DTYPES", "mentions", "to_frame"]

_TYPES = {"string": "string", "int": "Int64", "date": "datetime64[s]", "strings": "object"}

DTYPES = {column.name: _TYPES[column.type] for column in COLUMNS}
"""The dtype of each column: all can hold missing values, and dates reach as far back as the law does."""


def mentions(
    texts: pandas.Series, *, ids: Iterable[Any] | None = None, court: str | None = None, processes: int | None = None,
) -> pandas.DataFrame:
    """Return one row for each mention in a series of texts, under the label that its text has in the series.

    So ``frame.join(mentions(frame["text"]), rsuffix="_cited")`` puts both side by side. What is no text, such as
    None, NaN or a number, is kept as one row with ``error``; a text that cites nothing has none. The columns are those
    of `citeparse.rows`. ``ids`` name the texts in the column ``id``, ``court`` is the court that wrote them, and
    ``processes`` is as for `citeparse.parse_many`.

    Raises `ImportError` when pandas is not installed, and `ValueError` when the ids are more or fewer than the texts.

    >>> import pandas
    >>> frame = mentions(pandas.Series(["See 42 U.S.C. § 1983. Id.", None], index=["brief", "lost"]))
    >>> frame[["row", "kind", "key", "error"]].fillna("")
           row     kind               key    error
    brief    0  statute  /us/usc/t42/s1983
    brief    0       id  /us/usc/t42/s1983
    lost     1                              missing
    """
    rows = list(read(texts, ids, court=court, processes=processes))
    frame = _frame(rows)
    frame.index = texts.index.take(frame["row"].to_numpy(dtype="int64"))
    return frame


def to_frame(doc: Document) -> pandas.DataFrame:
    """Return one row for each mention of a document; see `citeparse.rows` for the columns.

    Raises `ImportError` when pandas is not installed.

    >>> from citeparse import parse
    >>> list(to_frame(parse("See 42 U.S.C. § 1983. Id."))["kind"])
    ['statute', 'id']
    """
    return _frame(mention_rows(doc))


def _frame(rows: list[Row]) -> pandas.DataFrame:
    pandas = need("pandas", "pandas")
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=DTYPES[name]) for name, values in columns(rows).items()}
    )
