"""The command ``citeparse report``."""

from __future__ import annotations

import sys

import pytest

from citeparse import parse
from citeparse.cli import main
from citeparse.display import report
from citeparse.documents import parse_html, parse_markdown, parse_pages

TEXT = "See 42 U.S.C. § 1983. Id.\n"
PAGE = "<p>See <i>42 U.S.C.</i> &sect; 1983."


@pytest.mark.parametrize(("name", "arguments", "text", "read"), [
    ("brief.txt", [], TEXT, parse),
    ("brief.HTML", [], PAGE, parse_html),
    ("brief.md", [], "See *42 U.S.C.* § 1983.", parse_markdown),
    ("brief", ["--from", "html"], PAGE, parse_html),
    ("brief.txt", ["--from", "pages"], f"\f{TEXT}\f{TEXT}", parse_pages),
])
def test_a_file_becomes_a_page(tmp_path, name, arguments, text, read):
    """The file is read as its suffix says, or as it is told; its name is the heading."""
    source, target = tmp_path / name, tmp_path / "page.html"
    source.write_bytes(text.encode())
    assert main(["report", str(source), "-o", str(target), *arguments]) == 0
    assert target.read_text(encoding="utf-8") == report(read(text), title=name)


def test_court_and_title(tmp_path, capsysbinary):
    """Both are passed on; without ``-o`` the page goes to standard output."""
    source = tmp_path / "brief.txt"
    source.write_text("Local Rule 56.1", encoding="utf-8")
    assert main(["report", str(source), "--court", "nysd", "--title", "R&D"]) == 0
    assert capsysbinary.readouterr().out.decode() == report(parse("Local Rule 56.1", court="nysd"), title="R&D")


def test_standard_input(run):
    """``-`` reads standard input."""
    done = run("-m", "citeparse", "report", "-", input=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == report(parse(TEXT), title="standard input")


def test_no_page_loads_the_table(run, tmp_path):
    """The table of ``citeparse FILE`` needs nothing of the page."""
    source = tmp_path / "report"
    source.write_text(TEXT, encoding="utf-8")
    loaded = "print([name for name in sys.modules if 'display' in name])"
    script = f"import sys; from citeparse.cli import main; main([{str(source)!r}]); {loaded}"
    assert run("-c", script).stdout.decode().splitlines()[-1] == "[]"


def test_help_names_the_command(capsys):
    """``citeparse --help`` leads to ``citeparse report --help``."""
    for arguments, said in ((["--help"], "citeparse report FILE -o PAGE.html"), (["report", "--help"], "--from")):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 0
        assert said in capsys.readouterr().out


def test_error_missing_file(tmp_path, capsys):
    """A file that is not there is named in one line, and no page is written."""
    source, target = tmp_path / "missing.txt", tmp_path / "page.html"
    assert main(["report", str(source), "-o", str(target)]) == 2
    assert capsys.readouterr() == ("", f"citeparse report: {source}: No such file or directory\n")
    assert not target.exists()


def test_error_not_text(tmp_path, capsys):
    """Bytes that are not UTF-8 are named with their place."""
    source = tmp_path / "latin.txt"
    source.write_bytes("42 U.S.C. § 1983".encode("latin-1"))
    assert main(["report", str(source)]) == 2
    assert capsys.readouterr().err == f"citeparse report: {source}: not UTF-8 text (byte 0xa7 at offset 10)\n"


def test_error_page_cannot_be_written(tmp_path, capsys):
    """So is a page that cannot be written."""
    source = tmp_path / "brief.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["report", str(source), "-o", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"citeparse report: {tmp_path}: ")


@pytest.mark.parametrize("arguments", [[], ["a.txt", "b.txt"], ["a.txt", "--from", "pdf"]])
def test_error_usage(arguments, capsys, monkeypatch):
    """Arguments that make no sense are explained, with exit status 2."""
    monkeypatch.setattr(sys, "argv", ["citeparse", "report", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert "usage: citeparse report" in capsys.readouterr().err
