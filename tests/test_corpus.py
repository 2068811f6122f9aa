"""``citeparse corpus``: every row is read once, wherever it stands, however often the run is interrupted."""

from __future__ import annotations

import bz2
import csv
import datetime
import gzip
import io
import itertools
import json
import lzma
import os
import re
import sys
import tracemalloc
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from citeparse.cli import main
from citeparse.corpus import Columns, CorpusError, Job, _readers, _run, _state, command, found, run
from citeparse.corpus._inputs import Place, items
from citeparse.corpus._readers import READERS
from citeparse.rows import COLUMNS, Origin, Source, source_rows

TEXTS = [
    "Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.",
    "No citation here.",
    None,
    'Two lines,\n"quoted": 28 U.S.C. §§ 1331, 1343 (2012).',
    "Doe v. Roe, 2003 WL 22244673 (S.D.N.Y. Sept. 30, 2003).\r\nId.",
    "Smith, 5 F.3d at 7; Penal Code § 187.",
]
COURTS = ["ca2", None, None, "", "nysd", "cal"]
ROWS = [
    {"name": f"T-{n}", "body": text, "by": court} for n, (text, court) in enumerate(zip(TEXTS, COURTS, strict=True))
]
COLUMNS_READ = Columns("body", "name", "by")
NAMES = [column.name for column in COLUMNS]
TEXT, KEY = NAMES.index("text"), NAMES.index("key")


def write_jsonl(path: Path, rows=ROWS) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_csv(path: Path, rows=ROWS, delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def write_tsv(path: Path, rows=ROWS) -> None:
    write_csv(path, rows, "\t")


def write_parquet(path: Path, rows=ROWS) -> None:
    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=4)


WRITERS = {
    ".jsonl": write_jsonl, ".ndjson": write_jsonl, ".csv": write_csv, ".tsv": write_tsv, ".parquet": write_parquet,
}


def expected(path: Path, texts=TEXTS, courts=COURTS) -> list[tuple]:
    """Return the rows of the texts, an empty field for what is missing where files have no other word for it."""
    empty = path.suffix in (".csv", ".tsv")
    return [
        row
        for n, (text, court) in enumerate(zip(texts, courts, strict=True))
        for row in source_rows(Source(text or ("" if empty else text), Origin(str(path), n, f"T-{n}"), court or None))
    ]


def read_jsonl(path: Path) -> list[tuple]:
    return [typed(json.loads(line).values()) for line in path.read_text(encoding="utf-8").splitlines()]


def read_csv(path: Path) -> list[tuple]:
    with path.open(encoding="utf-8", newline="") as file:
        head, *records = csv.reader(file)
    assert head == NAMES
    read = {"string": str, "int": int, "date": str, "strings": json.loads}
    return [
        typed(read[c.type](value) if value else None for c, value in zip(COLUMNS, record, strict=True))
        for record in records
    ]


def read_parquet(path: Path) -> list[tuple]:
    return [tuple(row.values()) for row in parquet.read_table(path).to_pylist()]


def typed(values) -> tuple:
    """Return the values of a row with dates as dates."""
    return tuple(
        datetime.date.fromisoformat(value) if c.type == "date" and value else value
        for c, value in zip(COLUMNS, values, strict=True)
    )


OUTPUTS = {"jsonl": read_jsonl, "csv": read_csv, "parquet": read_parquet}


def test_every_suffix_is_tried():
    """No reader is without a test."""
    assert set(WRITERS) == set(READERS)


def job_of(path: Path, form: str = "jsonl", **changes) -> Job:
    return Job((path,), path.with_name(f"out.{form}"), form, COLUMNS_READ, **changes)


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("form", OUTPUTS)
def test_every_row_is_read(tmp_path, suffix, form):
    """Whatever the file is and whatever is written, the table has every mention and every bad row."""
    path = tmp_path / f"texts{suffix}"
    WRITERS[suffix](path)
    job = job_of(path, form)
    state = run(job)
    rows = expected(path)
    assert OUTPUTS[form](job.out) == rows
    bad = sum(row[-1] is not None for row in rows)
    assert (state.texts, state.bad, state.mentions) == (len(TEXTS), bad, len(rows) - bad)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([path.name, job.out.name])


@pytest.mark.parametrize(("suffix", "opener"), [(".gz", gzip.open), (".bz2", bz2.open), (".xz", lzma.open)])
def test_compressed_files_are_read(tmp_path, suffix, opener):
    """A compressed file has the rows of the file."""
    plain = tmp_path / "texts.jsonl"
    write_jsonl(plain)
    path = tmp_path / f"texts.jsonl{suffix}"
    with opener(path, "wb") as file:
        file.write(plain.read_bytes())
    run(job_of(path))
    assert read_jsonl(tmp_path / "out.jsonl") == expected(path)


def test_a_folder_is_its_files(tmp_path):
    """A folder stands for all files below it, in order; hidden ones are none, and each text is one."""
    folder = tmp_path / "briefs"
    for name, text in {"b.txt": "1 U.S. 1", "a/z.txt": "2 U.S. 2", ".git/x": "3 U.S. 3", "c.md": "none"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "latin.txt").write_bytes("42 U.S.C. § 1983".encode("latin-1"))
    out = tmp_path / "out.jsonl"
    state = run(Job(found([folder]), out, "jsonl"))
    assert [(Path(row[0]).name, row[1], row[TEXT], row[-1]) for row in read_jsonl(out)] == [
        ("z.txt", 0, "2 U.S. 2", None), ("b.txt", 0, "1 U.S. 1", None),
        ("latin.txt", 0, None, "not UTF-8 text at offset 10"),
    ]
    assert (state.texts, state.bad, state.mentions) == (4, 1, 2)


@pytest.mark.parametrize("suffix", WRITERS)
def test_reading_is_taken_up_anywhere(tmp_path, suffix):
    """From the place after any row on the rest is read, and nothing else."""
    path, other = tmp_path / f"texts{suffix}", tmp_path / "more.txt"
    WRITERS[suffix](path, ROWS * 3)
    other.write_text("1 U.S. 1", encoding="utf-8")
    whole = list(items((path, other), COLUMNS_READ, None, Place()))
    assert [item.source.origin.row for item in whole] == [*range(len(ROWS) * 3), 0]
    for n, item in enumerate(whole):
        told = [(i.source.origin, i.after) for i in items((path, other), COLUMNS_READ, None, item.after)]
        assert told == [(i.source.origin, i.after) for i in whole[n + 1 :]]
    assert whole[-1].read == path.stat().st_size + other.stat().st_size


class StopHere(Exception):  # noqa: N818 - no error
    """Stands for whatever ends a run."""


def stopping(after: int):
    """Return a report that ends the run at some text."""
    count = itertools.count(1)

    def report(step):
        if next(count) == after:
            raise StopHere

    return report


@pytest.mark.parametrize("form", OUTPUTS)
@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_interrupted_runs_give_what_one_run_gives(tmp_path, monkeypatch, suffix, form):
    """However often it is stopped, nothing is lost and nothing is doubled, to the last byte."""
    monkeypatch.setattr(_run, "ROWS", 3)
    path = tmp_path / f"texts{suffix}"
    WRITERS[suffix](path, ROWS * 2)
    job = job_of(path, form)
    run(job)
    whole = job.out.read_bytes()
    for stops in ([1], [4, 5], [2] * 5, [5, 1, 12]):
        job.out.unlink()
        for after in stops:
            if not job.out.exists():
                try:
                    run(job, stopping(after))
                except StopHere:
                    assert not job.out.exists()
        if not job.out.exists():
            run(job)
        assert job.out.read_bytes() == whole, stops
        assert not job.folder.exists()


@pytest.mark.parametrize("form", OUTPUTS)
def test_what_was_written_after_the_last_mark_is_cut_off(tmp_path, monkeypatch, form):
    """Half a line, or a part that nobody counted, does not survive."""
    monkeypatch.setattr(_run, "ROWS", 3)
    path = tmp_path / "texts.jsonl"
    write_jsonl(path, ROWS * 2)
    job = job_of(path, form)
    run(job)
    whole = job.out.read_bytes()
    job.out.unlink()
    with pytest.raises(StopHere):
        run(job, stopping(8))
    mark = json.loads((job.folder / "progress.json").read_text())["mark"]
    for part in ("rows", f"{mark:06}.parquet", "whole.parquet"):
        with (job.folder / part).open("ab") as file:
            file.write(b'{"source": "hal')
    run(job)
    assert job.out.read_bytes() == whole


@pytest.mark.parametrize("form", OUTPUTS)
def test_the_end_can_be_interrupted_too(tmp_path, monkeypatch, form):
    """A run that stops when all is written, before or after the output has its name, ends well."""
    path = tmp_path / "texts.jsonl"
    write_jsonl(path)
    job = job_of(path, form)
    run(job)
    whole = job.out.read_bytes()

    def stop(job):
        raise StopHere

    job.out.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(_run, "end", stop)
        for _ in range(2):
            with pytest.raises(StopHere):
                run(job)
            assert job.out.read_bytes() == whole
    assert run(job).texts == len(TEXTS)
    assert job.out.read_bytes() == whole
    assert not job.folder.exists()


KILLED = """
import os, signal, sys
from citeparse.corpus import _run as runner, command
runner.ROWS = 3
steps = 0
class Reporter(command._Reporter):
    def _report(self, step):
        global steps
        steps += 1
        if steps == 5:
            os.kill(os.getpid(), signal.SIGKILL)
command._Reporter = Reporter
if __name__ == "__main__":
    command.main(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_run_goes_on(tmp_path, run):
    """A process that is killed leaves what the next one needs."""
    path = tmp_path / "texts.jsonl"
    write_jsonl(path, ROWS * 2)
    names = ["--text-column", "body", "--id-column", "name", "--court-column", "by"]
    assert run("-c", KILLED, str(path), "-o", str(tmp_path / "out.csv"), *names).returncode == -9
    assert not (tmp_path / "out.csv").exists()
    assert json.loads((tmp_path / "out.csv.partial" / "progress.json").read_text())["texts"] in range(1, 6)
    for name in ("out.csv", "whole.csv"):
        assert main(["corpus", str(path), "-o", str(tmp_path / name), *names]) == 1
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_processes_give_the_same(tmp_path):
    """Two processes write what one writes."""
    path = tmp_path / "texts.jsonl"
    write_jsonl(path, ROWS * 4)
    one, two = job_of(path), Job((path,), tmp_path / "two.jsonl", "jsonl", COLUMNS_READ, None, 2)
    assert run(one) == run(two)
    assert one.out.read_bytes() == two.out.read_bytes()


@pytest.mark.parametrize(
    ("suffix", "data", "errors"),
    [
        (
            ".jsonl",
            b'{"body": "1 U.S. 1"}\n\n{"body"\n[1]\n{"text": "x"}\n{"body": "\xa7"}\n{"body": 7}\n{"body": null}\n',
            [
                None, "not JSON: Expecting ':' delimiter: line 2 column 1 (char 8)", "not a JSON object",
                "no field 'body'", "not UTF-8 text at offset 10", "not text but int", "missing",
            ],
        ),
        (".jsonl", b"[" * 100_000 + b"\n", ["not JSON: maximum recursion depth exceeded while decoding"]),
        (".jsonl", b'{"body": "\\ud800 1 U.S. 1"}\n', [None]),
        (".csv", b"id,body\n1,1 U.S. 1\n\n2\n3,\xa7\n4,\n", [None, "missing", "not UTF-8 text at offset 0"]),
    ],
    ids=["jsonl", "deep", "surrogate", "csv"],
)
def test_error_bad_rows_are_kept(tmp_path, suffix, data, errors):
    """Each row that is no text is there with its reason, in its place; blank lines are no rows."""
    path = tmp_path / f"texts{suffix}"
    path.write_bytes(data)
    out = tmp_path / "out.jsonl"
    run(Job((path,), out, "jsonl", Columns("body")))
    told = [(row[1], row[-1]) for row in read_jsonl(out)]
    assert [row for row, _ in told] == list(range(len(errors)))
    assert [said and said[:50] for _, said in told] == [error and error[:50] for error in errors]


def test_error_a_field_without_end_is_one_bad_row(tmp_path, monkeypatch):
    """A field longer than any text is reported; the rows after it are read."""
    monkeypatch.setattr(_readers, "_LONGEST_FIELD", 200_000)
    path = tmp_path / "texts.csv"
    path.write_text(f"text\n1 U.S. 1\n{'x' * 300_000}\n{'y' * 150_000} 2 U.S. 2\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    run(Job((path,), out, "jsonl"))
    assert [(row[1], row[TEXT], row[-1]) for row in read_jsonl(out)] == [
        (0, "1 U.S. 1", None), (1, None, "not CSV: field larger than field limit (200000)"), (2, "2 U.S. 2", None),
    ]
    csv.field_size_limit(131_072)


def test_large_files_are_streamed(tmp_path):
    """Reading thirty megabytes holds less than three at a time."""
    text = "No citation in this sentence of some length, or in any other. " * 500
    rows = ({"body": text, "name": n} for n in range(1000))
    path = tmp_path / "texts.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    assert path.stat().st_size > 30_000_000
    tracemalloc.start()
    try:
        count = sum(len(item.source.text) for item in items((path,), COLUMNS_READ, None, Place()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 1000 * len(text)
    assert peak < 3_000_000


def test_the_command_reports(tmp_path, capsys):
    """A summary and the first bad rows go to standard error; the status says that some are bad."""
    path, out = tmp_path / "texts.jsonl", tmp_path / "out.parquet"
    write_jsonl(path, [{"text": "1 U.S. 1"}, *[{"text": None}] * 12])
    assert main(["corpus", str(path), "-o", str(out)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == f"citeparse corpus: {path}, row 1: missing"
    assert len(lines) == command.SHOWN + 1
    assert lines[-1] == f"citeparse corpus: {out}: 1 citation in 13 texts; no text: 12, see the column error"
    assert len(read_parquet(out)) == 13


def test_the_command_succeeds(tmp_path, capsys):
    """Without bad rows the status is 0, and without a terminal there is no bar."""
    path = tmp_path / "brief.txt"
    path.write_text("Penal Code § 187.", encoding="utf-8")
    assert main(["corpus", str(path), "-o", str(tmp_path / "out.csv"), "--court", "cal"]) == 0
    assert capsys.readouterr().err == f"citeparse corpus: {tmp_path / 'out.csv'}: 1 citation in 1 text\n"
    assert read_csv(tmp_path / "out.csv")[0][KEY] == source_rows(Source("Penal Code § 187.", court="cal"))[0][KEY]


class Terminal(io.StringIO):
    """Standard error of a person."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def test_a_terminal_has_a_bar(tmp_path, monkeypatch):
    """A person sees how far it is, in bytes, and bad rows above the bar."""
    path = tmp_path / "texts.jsonl"
    write_jsonl(path, [{"text": "1 U.S. 1"}, {"text": 7}])
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["corpus", str(path), "-o", str(tmp_path / "out.csv")]) == 1
    size = path.stat().st_size
    assert re.search(rf"100%\|.*\| {size}\.0/{size}\.0", terminal.getvalue())
    assert "row 1: not text but int\n" in terminal.getvalue()


def test_a_terminal_needs_no_bar(tmp_path, monkeypatch):
    """Without tqdm there is none."""
    path = tmp_path / "texts.jsonl"
    write_jsonl(path, [{"text": "1 U.S. 1"}])
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert main(["corpus", str(path), "-o", str(tmp_path / "out.csv")]) == 0
    assert terminal.getvalue().count("\n") == 1


def test_an_interrupted_command_says_how_to_go_on(tmp_path, monkeypatch, capsys):
    """Ctrl-C ends with the status that shells expect."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", interrupted)
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert main(["corpus", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.csv")]) == 130
    assert "the same command goes on" in capsys.readouterr().err


def test_error_the_output_is_not_overwritten(tmp_path, capsys):
    """What is there stays, unless the person says otherwise."""
    path, out = tmp_path / "a.txt", tmp_path / "out.csv"
    path.write_text("1 U.S. 1", encoding="utf-8")
    out.write_text("precious", encoding="utf-8")
    assert main(["corpus", str(path), "-o", str(out)]) == 2
    assert capsys.readouterr().err == f"citeparse corpus: {out} exists; --overwrite replaces it\n"
    assert out.read_text(encoding="utf-8") == "precious"
    assert main(["corpus", str(path), "-o", str(out), "--overwrite"]) == 0
    assert len(read_csv(out)) == 1


@pytest.mark.parametrize("change", ["inputs", "options", "version"])
def test_error_another_job_does_not_go_on(tmp_path, monkeypatch, change):
    """When anything that matters has changed, half a result is not taken up."""
    monkeypatch.setattr(_run, "ROWS", 1)
    path = tmp_path / "texts.jsonl"
    write_jsonl(path)
    job = job_of(path)
    with pytest.raises(StopHere):
        run(job, stopping(2))
    if change == "inputs":
        write_jsonl(path, ROWS * 2)
    elif change == "options":
        job = job_of(path, court="nysd")
    else:
        monkeypatch.setattr(_state, "made_by", lambda: {"citeparse": "0.0.0"})
    with pytest.raises(CorpusError, match="is of another run, or its inputs have changed; --overwrite begins anew"):
        run(job)
    run(job, overwrite=True)
    assert len(read_jsonl(job.out)) == len(expected(path)) * (2 if change == "inputs" else 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt", "-o", "out.csv"], "No such file or directory"),
        (["texts.csv", "-o", "out.csv"], "texts.csv: no column 'text'; there are name, body, by"),
        (["texts.parquet", "-o", "out.csv"], "texts.parquet: no column 'text'; there are name, body, by"),
        (["texts.csv", "--text-column", "body", "--id-column", "key", "-o", "out.csv"], "no column 'key'"),
        (["torn.jsonl.gz", "-o", "out.csv"], "torn.jsonl.gz: Compressed file ended"),
        (["texts.csv", "-o", "out.xlsx"], "the format is one of jsonl, csv, parquet, not 'xlsx'"),
        (["texts.csv", "-o", "out.csv", "--processes", "0"], "--processes must be 1 or more, not 0"),
    ],
)
def test_error_a_run_that_cannot_begin_says_why(tmp_path, monkeypatch, capsys, arguments, message):
    """One line, status 2, and no output."""
    monkeypatch.chdir(tmp_path)
    write_csv(Path("texts.csv"))
    write_parquet(Path("texts.parquet"))
    Path("torn.jsonl.gz").write_bytes(gzip.compress(b'{"text": "none"}\n' * 9)[:-9])
    assert main(["corpus", *arguments]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert not list(tmp_path.glob("out*.csv")) + list(tmp_path.glob("out.xlsx"))


def test_error_a_missing_library_is_named(tmp_path, monkeypatch, capsys):
    """Parquet without pyarrow says how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert main(["corpus", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.parquet")]) == 2
    assert "pip install 'citeparse[parquet]'" in capsys.readouterr().err


def test_a_file_may_be_called_like_a_command(tmp_path, monkeypatch, capsys):
    """With a path before its name a file is a file."""
    monkeypatch.chdir(tmp_path)
    Path("corpus").write_text("1 U.S. 1", encoding="utf-8")
    assert main(["./corpus"]) == 0
    assert "1 citation, 1 authority" in capsys.readouterr().out


def test_help_names_the_commands(capsys):
    """Each command stands in the help, and has help of its own."""
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    assert "citeparse corpus IN" in capsys.readouterr().out
    with pytest.raises(SystemExit) as stop:
        main(["corpus", "--help"])
    assert stop.value.code == 0
    assert "exit status:" in capsys.readouterr().out
