"""pandas, polars and Arrow hold the same table."""

from __future__ import annotations

import builtins
import datetime
import io
import sys

import pandas
import polars
import pyarrow
import pytest
from pyarrow import parquet

import citeparse
from citeparse.interop import arrow, frames
from citeparse.interop import pandas as with_pandas
from citeparse.interop import polars as with_polars
from citeparse.rows import COLUMNS, Origin, Source, mention_rows, source_rows

NAMES = [column.name for column in COLUMNS]
TEXTS = [
    "Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73; Doe v. Roe, 2003 WL 1 (D. Me. May 3, 2003).",
    None,
    "No citation.",
    7,
    "28 U.S.C. §§ 1331, 1343; Smith, 5 F.3d at 7.",
]


def expected() -> list[tuple]:
    return [row for n, text in enumerate(TEXTS) for row in source_rows(Source(text, Origin(row=n)))]


def plain(value):
    """Return a value of a frame as the table has it."""
    if isinstance(value, list):
        return value
    if pandas.isna(value):
        return None
    return value.date() if isinstance(value, pandas.Timestamp) else value


def of_pandas(frame) -> list[tuple]:
    return [tuple(plain(value) for value in row) for row in frame.itertuples(index=False)]


def test_the_texts_fill_the_table():
    """There is a mention, an error and a text without either, or the tests below prove little."""
    rows = expected()
    assert len(rows) == 7
    assert [row[1] for row in rows] == [0, 0, 0, 1, 3, 4, 4]


def test_pandas_has_every_row():
    """A series becomes one row a mention; what is no text stays, as do the labels of the rows."""
    labels = pandas.Index(list("abcde"), name="brief")
    frame = with_pandas.mentions(pandas.Series(TEXTS, index=labels, dtype="object"))
    assert of_pandas(frame) == expected()
    assert list(frame.index) == list("aaabdee")
    assert frame.index.name == "brief"
    assert dict(frame.dtypes.astype(str)) == with_pandas.DTYPES


def test_pandas_keeps_levels_of_labels():
    """Labels of several levels and labels that repeat are kept as they are."""
    labels = pandas.MultiIndex.from_tuples([("x", 1), ("x", 1), ("y", 2)], names=["court", "year"])
    frame = with_pandas.mentions(pandas.Series(["1 U.S. 1", "none", "2 U.S. 2"], index=labels))
    assert list(frame.index) == [("x", 1), ("y", 2)]
    assert frame.index.names == ["court", "year"]


@pytest.mark.parametrize("missing", [pandas.NA, pandas.NaT, float("nan"), None])
def test_pandas_has_several_words_for_what_is_missing(missing):
    """All of them are reported as missing."""
    frame = with_pandas.mentions(pandas.Series([missing], dtype="object"))
    assert list(frame["error"]) == ["missing"]


def test_polars_has_every_row():
    """A list or series becomes one row a mention, with the place of its text in ``row``."""
    assert with_polars.mentions(TEXTS).rows() == expected()
    texts = [text for text in TEXTS if text != 7]
    frame = polars.DataFrame({"text": texts}).with_row_index("row")
    joined = frame.join(with_polars.mentions(frame["text"]), on="row", suffix="_cited")
    assert joined.height == 6
    assert dict(with_polars.mentions(frame["text"]).schema) == with_polars.schema()


@pytest.mark.parametrize("mentions", [with_pandas.mentions, with_polars.mentions])
def test_frames_of_nothing_have_all_columns(mentions):
    """A series without texts, or without citations, gives a frame whose columns have their types."""
    for texts in ([], ["nothing"]):
        frame = mentions(pandas.Series(texts, dtype="object"))
        assert frame.shape == (0, len(COLUMNS))
        assert list(frame.columns) == NAMES


@pytest.mark.parametrize("mentions", [with_pandas.mentions, with_polars.mentions])
def test_processes_give_the_same(mentions):
    """Two processes give the rows of one, in order."""
    texts = pandas.Series(TEXTS * 5, dtype="object")
    ids = [f"text {n}" for n in range(len(texts))]
    one, two = (mentions(texts, ids=ids, processes=processes) for processes in (1, 2))
    assert one.equals(two)
    assert list(one["id"])[-1] == "text 24"


@pytest.mark.parametrize("mentions", [with_pandas.mentions, with_polars.mentions])
def test_error_ids_and_texts_are_as_many(mentions):
    """Ids that are no longer beside their texts are refused."""
    with pytest.raises(ValueError, match="argument 2 is"):
        mentions(pandas.Series(["1 U.S. 1", "2 U.S. 2"]), ids=["a"])


def test_a_document_has_its_frame():
    """``doc.to_frame()`` is the table of its mentions, in either library."""
    doc = citeparse.parse(TEXTS[0])
    assert of_pandas(doc.to_frame()) == mention_rows(doc)
    assert doc.to_frame("polars").rows() == mention_rows(doc)
    assert arrow.to_batch(doc).to_pylist() == [dict(zip(NAMES, row, strict=True)) for row in mention_rows(doc)]


def test_parquet_gives_the_table_back():
    """Written to Parquet and read again the rows are the same, and each column says what it means."""
    stream = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_batches([arrow.batch(expected())]), stream)
    table = parquet.read_table(stream)
    assert [tuple(row.values()) for row in table.to_pylist()] == expected()
    assert table.schema.field("line").metadata == {b"description": b"line on which the core begins, from 1"}


def test_dates_reach_back():
    """A decision of the eighteenth century has its day."""
    doc = citeparse.parse("Doe v. Roe, No. 5, 1793 WL 12 (S.D.N.Y. Feb. 18, 1793).")
    assert set(of_pandas(doc.to_frame()[["date"]])) == {(datetime.date(1793, 2, 18),)}


def test_error_another_library():
    """A library that is not known is named."""
    with pytest.raises(ValueError, match="pandas or polars, not of 'dask'"):
        frames.to_frame(citeparse.parse(""), "dask")


@pytest.mark.parametrize(
    ("library", "extra", "call"),
    [
        ("pandas", "pandas", lambda doc: doc.to_frame()),
        ("polars", "polars", lambda doc: doc.to_frame("polars")),
        ("pyarrow", "parquet", arrow.to_batch),
    ],
)
def test_error_a_missing_library_is_named(monkeypatch, library, extra, call):
    """Who has not installed a library is told how to."""
    found = builtins.__import__

    def lost(name, *rest):
        if name.partition(".")[0] == library:
            raise ModuleNotFoundError(name)
        return found(name, *rest)

    doc = citeparse.parse("1 U.S. 1")
    monkeypatch.delitem(sys.modules, library)
    monkeypatch.setattr(builtins, "__import__", lost)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf"{library} is not installed: pip install 'citeparse\[{extra}\]'"):
        call(doc)
