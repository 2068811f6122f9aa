"""polars: a series of texts as a tidy frame, one row a mention (``pip install 'citeparse[polars]'``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from citeparse.document import Document
from citeparse.interop._need import need
from citeparse.interop._table import columns, read
from citeparse.rows import COLUMNS, Row, mention_rows

if TYPE_CHECKING:
    import polars

__all__ = ["mentions", "schema", "to_frame"]


def schema() -> dict[str, Any]:
    """Return the polars type of each column.

    Raises `ImportError` when polars is not installed.

    >>> schema()["pins"]
    List(String)
    """
    polars = need("polars", "polars")
    types = {"string": polars.String, "int": polars.Int64, "date": polars.Date, "strings": polars.List(polars.String)}
    return {column.name: types[column.type] for column in COLUMNS}


def mentions(
    texts: Iterable[Any], *, ids: Iterable[Any] | None = None, court: str | None = None, processes: int | None = None,
) -> polars.DataFrame:
    """Return one row for each mention in a series of texts; ``row`` is the place of its text in the series.

    So ``frame.with_row_index("row").join(mentions(frame["text"]), on="row")`` puts both side by side. What is no text,
    such as None or a number, is kept as one row with ``error``; a text that cites nothing has none. The columns are
    those of `citeparse.rows`. ``ids`` name the texts in the column ``id``, ``court`` is the court that wrote them, and
    ``processes`` is as for `citeparse.parse_many`.

    Raises `ImportError` when polars is not installed, and `ValueError` when the ids are more or fewer than the texts.

    >>> import polars
    >>> frame = mentions(polars.Series(["See 42 U.S.C. § 1983. Id.", None]), ids=["brief", "lost"])
    >>> frame["row", "id", "kind", "key", "error"].rows()[1:]
    [(0, 'brief', 'id', '/us/usc/t42/s1983', None), (1, 'lost', None, None, 'missing')]
    """
    return _frame(read(texts, ids, court=court, processes=processes))


def to_frame(doc: Document) -> polars.DataFrame:
    """Return one row for each mention of a document; see `citeparse.rows` for the columns.

    Raises `ImportError` when polars is not installed.

    >>> from citeparse import parse
    >>> to_frame(parse("See 42 U.S.C. § 1983. Id."))["kind"].to_list()
    ['statute', 'id']
    """
    return _frame(mention_rows(doc))


def _frame(rows: Iterable[Row]) -> polars.DataFrame:
    polars = need("polars", "polars")
    return polars.DataFrame(columns(rows), schema=schema())
