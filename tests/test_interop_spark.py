"""Spark gives the table that one process gives: with a real Spark on two threads, where there are PySpark and Java."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pyarrow
import pytest

from citeparse.interop import spark
from citeparse.interop.arrow import schema
from citeparse.rows import COLUMNS, Origin, Source, source_rows

NEEDED = os.environ.get("CITEPARSE_REQUIRE_JAVA") == "1"
"""Whether it is a failure, not a reason to skip, that something is missing."""

TEXTS = [
    ("a", "Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.", None),
    ("b", None, None),
    ("c", "No citation.", "nysd"),
    ("d", "Doe v. Roe, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003); 28 U.S.C. §§ 1331, 1343.", None),
    ("e", "Smith, 5 F.3d at 7; Penal Code § 187.", "cal"),
    ("f", "Doe v. Roe, No. 5, 1793 WL 12 (S.D.N.Y. Feb. 18, 1793).", ""),
]


def expected(texts=TEXTS) -> list[tuple]:
    sources = [Source(text, Origin(row=None, id=name), court or None) for name, text, court in texts]
    return [row for source in sources for row in source_rows(source)]


def batches(size: int) -> list[pyarrow.RecordBatch]:
    table = pyarrow.Table.from_pylist([dict(zip(("name", "body", "by"), row, strict=True)) for row in TEXTS])
    return table.to_batches(max_chunksize=size)


@pytest.mark.parametrize("size", [1, 2, 100])
@pytest.mark.parametrize("most", [1, 3, 100])
def test_batches_become_batches(monkeypatch, size, most):
    """However the texts are cut, all their rows come, in batches of the table's schema and of bounded size."""
    monkeypatch.setattr(spark, "ROWS", most)
    made = list(spark.reader("body", id="name", court_column="by")(iter(batches(size))))
    assert [tuple(row.values()) for batch in made for row in batch.to_pylist()] == expected()
    assert all(batch.schema.equals(schema()) for batch in made)
    assert all(batch.num_rows < most + 4 for batch in made)


def test_columns_may_be_left_out():
    """Without a column of ids or courts the ids are missing, and one court is told for all."""
    (made,) = spark.reader("body", court="cal")(batches(100))
    assert set(made["id"].to_pylist()) == {None}
    assert "/us-ca/code/penal-code/s187" in made["key"].to_pylist()


@pytest.fixture(scope="module")
def session(root):
    """Return a Spark of two threads."""
    missing = _missing()
    if missing and not NEEDED:
        pytest.skip(f"{missing}; CITEPARSE_REQUIRE_JAVA=1 makes this a failure")
    assert not missing
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")]))
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "Pacific/Auckland")  # days must not depend on it
            .getOrCreate()
        )
        yield session
        session.stop()


def _missing() -> str | None:
    """Return what keeps Spark from running here."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return "PySpark is not installed: pip install 'citeparse[spark]'"
    home = os.environ.get("JAVA_HOME")  # where Spark looks first, and then nowhere else
    java = shutil.which("java", path=f"{home}/bin" if home else None)
    if java is None or subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        return "there is no Java: apt-get install openjdk-17-jre-headless"
    return None


spark_warns = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


class TestWithSpark:
    """What Spark itself must do."""

    pytestmark = spark_warns

    def test_spark_has_every_row(self, session):
        """Two partitions, real workers: the rows are those of one process, in any order."""
        frame = session.createDataFrame(TEXTS, "name STRING, body STRING, by STRING").repartition(2)
        made = spark.mentions(frame, "body", id="name", court_column="by")
        found = sorted((tuple(row) for row in made.collect()), key=lambda row: (row[2], row[3]))
        assert found == sorted(expected(), key=lambda row: (row[2], row[3]))
        assert made.columns == [column.name for column in COLUMNS]

    def test_parquet_of_spark_is_parquet_of_one_machine(self, session, tmp_path):
        """Spark writes the types that the command writes."""
        from pyarrow import parquet

        frame = session.createDataFrame(TEXTS, "name STRING, `my text` STRING, by STRING").coalesce(1)
        spark.mentions(frame, "my text", id="name", court_column="by").write.parquet(str(tmp_path / "out"))
        table = parquet.read_table(tmp_path / "out")
        assert [tuple(row.values()) for row in table.to_pylist()] == expected()
        types = {field.name: field.type for field in table.schema}
        own = {field.name: field.type for field in schema()}
        assert {n: t for n, t in types.items() if not pyarrow.types.is_list(t)} == {
            n: t for n, t in own.items() if not pyarrow.types.is_list(t)
        }
        assert {n: t.value_type for n, t in types.items() if pyarrow.types.is_list(t)} == {
            n: t.value_type for n, t in own.items() if pyarrow.types.is_list(t)
        }

    def test_numbers_are_no_texts(self, session):
        """A column of another type is reported row by row, not raised."""
        frame = session.createDataFrame([(1,), (None,)], "text BIGINT").coalesce(1)
        errors = [row["error"] for row in spark.mentions(frame, "text").collect()]
        assert errors == ["not text but int", "missing"]


def test_workers_need_no_pyspark():
    """The function that workers run imports Arrow and citeparse alone."""
    script = "import sys, citeparse.interop.spark; print('pyspark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
