"""The command line: what a person and a program get, and what happens when a file cannot be read."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys

import pytest

import citeparse
from citeparse.cli import main

HOLZ = "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001).\nId. at 73.\n"

IN_ASCII = """
import sys
sys.stdout.reconfigure(encoding="ascii")
from citeparse.cli import main
sys.exit(main())
"""


@pytest.fixture
def holz(tmp_path):
    """Return the path of a short text with a full citation and an Id."""
    path = tmp_path / "holz.txt"
    path.write_text(HOLZ, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    """Give every test a terminal of the same width."""
    monkeypatch.setenv("COLUMNS", "100")


def test_table_shows_citations_and_authorities(holz, capsys):
    """Each citation has its line, kind, words and meaning; each authority its number of mentions."""
    assert main([str(holz)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    rows = [re.split(r"  +", line.strip()) for line in out.splitlines() if line]
    assert rows[0] == [f"{holz}: 2 citations, 1 authority, 0 unresolved"]
    assert rows[1] == ["line", "kind", "what was read", "what it cites"]
    assert rows[2][:3] == ["1", "case", "Holz v. Rockefeller…, 258 F.3d 62, 72"]
    assert rows[3][:3] == ["2", "id", "Id. at 73"]
    assert rows[2][3] == rows[3][3]
    assert re.fullmatch(r"Holz v\. [\w &.]+…?, 258 F\.3d 62", rows[2][3])
    assert rows[4] == ["mentions", "kind", "authority"]
    assert rows[5] == ["2", "case", str(citeparse.parse(HOLZ).authorities[0])]


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_table_fits_the_terminal(example_path, capsys, monkeypatch, columns):
    """No line of the table is longer than the terminal is wide, and nothing in it is a control character."""
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([str(example_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 100
    assert max(map(len, lines[1:])) <= columns
    assert all(line.isprintable() for line in lines)


def test_table_says_why_a_mention_is_unresolved(tmp_path, capsys):
    """A mention without an antecedent shows the reason in place of the authority."""
    path = tmp_path / "id.txt"
    path.write_text("Id. at 5.\n", encoding="utf-8")
    assert main([str(path)]) == 0
    row = capsys.readouterr().out.splitlines()[3]
    assert re.search(r"1  id +Id\. at 5 +\? \w+", row)


def test_mentions_of_what_is_unresolved_share_its_reason(tmp_path, capsys):
    """A mention that leans on an unresolved one shows the reason of that one."""
    path = tmp_path / "lynch.txt"
    path.write_text("See Lynch, 567 F. Supp. 2d at 468. Id. at 469.\n", encoding="utf-8")
    assert main([str(path)]) == 0
    reasons = [line.partition("? ")[2] for line in capsys.readouterr().out.splitlines() if "? " in line]
    assert reasons == ["no full citation", "no full citation"]


def test_long_names_leave_the_numbers(tmp_path, capsys):
    """A name too long for its column is shortened, so that volume, reporter and page can be read."""
    path = tmp_path / "long.txt"
    name = "International Brotherhood of Electrical Workers v. Consolidated Edison Company of New York"
    path.write_text(f"See {name}, 258 F.3d 62, 72 (2d Cir. 2001).\n", encoding="utf-8")
    assert main([str(path)]) == 0
    rows = capsys.readouterr().out.splitlines()[3:4]
    assert re.search(r"International[\w ]+…, 258 F\.3d 62, 72  +International[\w ]+…, 258 F\.3d 62", rows[0])


def test_no_citation_is_no_table(tmp_path, capsys):
    """A text that cites nothing gives one line that says so."""
    path = tmp_path / "none.txt"
    path.write_text("Nothing is cited here.\n", encoding="utf-8")
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: 0 citations, 0 authorities, 0 unresolved\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(tmp_path, capsys, ends):
    """Line ends of any system count; form feeds do not."""
    path = tmp_path / "lines.txt"
    path.write_bytes(f"one\x0cstill one{ends}two{ends}{HOLZ}".encode())
    assert main(["--format", "jsonl", str(path)]) == 0
    assert [json.loads(line)["line"] for line in capsys.readouterr().out.splitlines()] == [3, 4]


def test_json_is_the_document(example_path, example, capsys):
    """``--format json`` prints the document that ``parse`` returns."""
    assert main(["--format", "json", str(example_path)]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(citeparse.parse(example).to_json())


def test_json_of_several_files_is_a_list(holz, example_path, capsys):
    """Several files give one JSON value: a list in the order of the files."""
    assert main(["--format=json", str(holz), str(example_path)]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [entry["file"] for entry in value] == [str(holz), str(example_path)]
    assert value[0]["document"] == json.loads(citeparse.parse(HOLZ).to_json())


def test_jsonl_is_one_line_a_citation(holz, capsys):
    """``--format jsonl`` prints each citation with its file and line."""
    assert main(["--format=jsonl", str(holz)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["file"], row["line"], row["text"], row["kind"]) for row in rows] == [
        (str(holz), 1, "258 F.3d 62", "case"),
        (str(holz), 2, "Id.", "id"),
    ]


def test_byte_order_mark_is_not_text(tmp_path, capsys):
    """A byte order mark is not counted as a character."""
    path = tmp_path / "mark.txt"
    path.write_bytes(b"\xef\xbb\xbf" + HOLZ.encode())
    assert main(["--format=json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(citeparse.parse(HOLZ).to_json())


def test_standard_input(run):
    """``-`` reads standard input."""
    done = run("-m", "citeparse", "-", input=HOLZ.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"standard input: 2 citations")


def test_output_has_no_colour(run, example_path):
    """What is not a terminal gets no escape sequences."""
    done = run("-m", "citeparse", str(example_path))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout


def test_narrow_encodings_are_tolerated(run, tmp_path):
    """Where the output has no §, the table spells it and JSON escapes it."""
    path = tmp_path / "code.txt"
    path.write_text("42 U.S.C. § 1983 and " + HOLZ, encoding="utf-8")
    for form in ("table", "json"):
        done = run("-c", IN_ASCII, "--format", form, str(path))
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode("ascii")
    assert json.loads(done.stdout)


def test_version(capsys):
    """``--version`` prints the name and the version."""
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"citeparse {citeparse.__version__}\n"


def test_module_is_the_command(monkeypatch, capsys):
    """``python -m citeparse`` is ``citeparse``."""
    monkeypatch.setattr(sys, "argv", ["citeparse", "--version"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("citeparse", run_name="__main__")
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("citeparse ")


@pytest.mark.parametrize("arguments", [[], ["--format", "xml", "x.txt"], ["--nothing"]])
def test_error_usage(arguments, capsys):
    """Arguments that make no sense are explained, with exit status 2."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: citeparse" in capsys.readouterr().err


def test_error_missing_file(tmp_path, capsys):
    """A file that is not there is named in one line, with exit status 2."""
    path = tmp_path / "missing.txt"
    assert main([str(path)]) == 2
    assert capsys.readouterr() == ("", f"citeparse: {path}: No such file or directory\n")


def test_error_folder(tmp_path, capsys):
    """So is a folder."""
    assert main([str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(rf"citeparse: {re.escape(str(tmp_path))}: .+\n", err)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_error_unreadable_file(holz, capsys):
    """So is a file that may not be read."""
    holz.chmod(0)
    assert main([str(holz)]) == 2
    assert capsys.readouterr().err == f"citeparse: {holz}: Permission denied\n"


def test_error_not_text(tmp_path, capsys):
    """Bytes that are not UTF-8 are named with their place."""
    path = tmp_path / "latin.txt"
    path.write_bytes("42 U.S.C. § 1983".encode("latin-1"))
    assert main([str(path)]) == 2
    assert capsys.readouterr() == ("", f"citeparse: {path}: not UTF-8 text (byte 0xa7 at offset 10)\n")


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_error_in_one_file_spares_the_others(tmp_path, holz, capsys, form):
    """The other files are still read; the exit status is 2."""
    assert main(["--format", form, str(tmp_path / "missing.txt"), str(holz)]) == 2
    out, err = capsys.readouterr()
    assert "258 F.3d 62" in out
    assert err.count("\n") == 1


def test_error_files_leave_no_output_of_json(tmp_path, capsys):
    """When no file can be read nothing is printed that could be taken for a result."""
    assert main(["--format", "json", str(tmp_path / "missing.txt")]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes of Windows say it otherwise")
def test_broken_pipe_ends_quietly(root, example_path):
    """``citeparse FILE | head -1`` complains of nothing."""
    command = [sys.executable, "-m", "citeparse", *[str(example_path)] * 12]
    environment = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert said == b""


def test_interrupt_ends_quietly(holz, monkeypatch, capsys):
    """Ctrl-C ends the command with the status that shells expect."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("citeparse.cli.parse", interrupted)
    assert main([str(holz)]) == 130
    assert capsys.readouterr() == ("", "")
