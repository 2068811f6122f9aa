"""The command ``citeparse``: what a text cites, for a person or for a program."""

from __future__ import annotations

import argparse
import importlib
import io
import json
import os
import shutil
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from citeparse import __version__
from citeparse.authorities import Authority
from citeparse.citations import Citation, Document
from citeparse.data._lazy import lazy
from citeparse.links import Link
from citeparse.pipeline import parse

__all__ = ["main"]

STANDARD_INPUT = "-"
NARROWEST, WIDEST, WITHOUT_TERMINAL = 80, 160, 120
SHORTEST_NAME = 12
KIND_WIDTH = len("constitution")
_LINE_END = lazy(r"\r\n?|\n")

COMMANDS = {"corpus": "citeparse.corpus.command:main", "report": "citeparse._report_command:run"}
"""First words that are commands of their own, and where each is run; a file named so is ``./corpus``."""

DESCRIPTION = """\
Find the legal citations of a text, resolve short forms, Id. and supra, and print what each one cites.
"""

EPILOG = """\
formats:
  table   for a person: each citation with its line, kind, what was read and what it cites;
          then the authorities, with the number of their mentions
  json    one file: the document; several files: a list of {"file": NAME, "document": DOCUMENT}
  jsonl   one citation on each line, with its file and line

Files are read as UTF-8. The exit status is 2 when a file cannot be read, otherwise 0.

commands, each with a --help of its own (files named so are ./corpus and ./report):
  citeparse corpus IN… -o OUT           many files, or a column of a large one, into one table (JSONL, CSV, Parquet)
  citeparse report FILE -o PAGE.html    a page to look at
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (by default those of the process) and return its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    _tolerate_narrow_encodings()
    try:
        status = _command(words[0])(words[1:]) if words and words[0] in COMMANDS else _print(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough. What is still buffered goes nowhere, so that nothing complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _command(word: str) -> Callable[[Sequence[str]], int]:
    module, _, name = COMMANDS[word].partition(":")
    run: Callable[[Sequence[str]], int] = getattr(importlib.import_module(module), name)
    return run


def _print(argv: Sequence[str]) -> int:
    return _run(_arguments().parse_args(argv))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citeparse",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a plain text file; - for standard input")
    parser.add_argument("--format", choices=("table", "json", "jsonl"), default="table", help="default: table")
    parser.add_argument("--court", metavar="ID", help="courts-db id of the court that wrote the text, such as nysd")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
    """Read, parse and print every file; those that cannot be read are named on standard error."""
    status = 0
    documents: list[tuple[str, Document]] = []
    for name in options.files:
        try:
            document = parse(_read(name), court=options.court)
        except (OSError, UnicodeDecodeError) as error:
            print(f"citeparse: {_label(name)}: {_reason(error)}", file=sys.stderr)
            status = 2
            continue
        if options.format == "json":
            documents.append((name, document))
        else:
            _print_lines(_table(name, document) if options.format == "table" else _jsonl(name, document))
    if options.format == "json" and documents:
        _print_lines(_json(documents, single=len(options.files) == 1))
    return status


def _read(name: str) -> str:
    """Return the text of a file. Line ends stay as they are, so that offsets count the characters of the file."""
    data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    return data.decode("utf-8-sig")


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte 0x{error.object[error.start]:02x} at offset {error.start})"
    return error.strerror or str(error)


def _label(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else name


def _tolerate_narrow_encodings() -> None:
    r"""Print ``\xa7`` rather than fail where the terminal has no ``§``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


# Formats for programs


def _json(documents: list[tuple[str, Document]], *, single: bool) -> Iterator[str]:
    if single:
        yield _dump(documents[0][1].to_dict(), indent=2)
    else:
        yield _dump([{"file": name, "document": document.to_dict()} for name, document in documents], indent=2)


def _jsonl(name: str, document: Document) -> Iterator[str]:
    line_of = _Lines(document.text)
    for citation, row in zip(document.citations, document.to_dict()["citations"], strict=True):
        yield _dump({"file": name, "line": line_of(citation.span.start), **row})


def _dump(value: object, indent: int | None = None) -> str:
    """Write JSON in characters that the output can carry."""
    wide = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not wide, indent=indent)


# The table for a person


def _table(name: str, document: Document) -> Iterator[str]:
    """Yield the lines of the table: the citations in order, then the authorities."""
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WITHOUT_TERMINAL, 24)).columns))
    yield _summary(name, document)
    if not document.citations:
        return
    line_of = _Lines(document.text)
    digits = max(len("line"), len(str(line_of(len(document.text)))))
    column = (width - digits - KIND_WIDTH - 6) // 2
    yield ""
    yield f"{'line':>{digits}}  {'kind':{KIND_WIDTH}}  {'what was read':{column}}  what it cites"
    for c in document.citations:
        read, cites = _as_read(document, c, column), _as_meant(c, column)
        yield f"{line_of(c.span.start):>{digits}}  {c.kind:{KIND_WIDTH}}  {read:{column}}  {cites}".rstrip()
    yield ""
    yield f"{'mentions':>8}  {'kind':{KIND_WIDTH}}  authority"
    for authority in sorted(document.authorities):
        count, whole = len(document.mentions(authority)), _printed(authority, str(authority), width - KIND_WIDTH - 12)
        yield f"{count:>8}  {authority.kind:{KIND_WIDTH}}  {whole}"
    yield ""


def _summary(name: str, document: Document) -> str:
    counts = (
        _count(len(document.citations), "citation", "citations"),
        _count(len(document.authorities), "authority", "authorities"),
        f"{len(document.unresolved)} unresolved",
    )
    return f"{_label(name)}: {', '.join(counts)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _as_read(document: Document, citation: Citation, width: int) -> str:
    """Return the citation as printed, from its name to its last pin."""
    end = max([citation.span.end, *(pin.span.end for pin in citation.pins)])
    core = document.text[citation.span.start : end]
    link = citation.link
    named_before = isinstance(link, Link) and link.rule == "parallel"
    name = None if named_before or core.startswith(citation.case_name or "") else citation.case_name
    return _named(name, core, width)


def _as_meant(citation: Citation, width: int) -> str:
    """Return the authority of a citation, or the reason why none can be named."""
    if citation.authority is not None:
        authority = citation.authority
        return _printed(authority, authority.cite if authority.kind == "case" else str(authority), width)
    return _shorten(f"? {citation.reason}", width)


def _printed(authority: Authority, form: str, width: int) -> str:
    """Return a form of an authority, its name before it."""
    name = authority.name or ""
    return _named(name, form.removeprefix(f"{name}, "), width) if authority.kind == "case" else _shorten(form, width)


def _named(name: str | None, core: str, width: int) -> str:
    """Put a name before a core; when both are too long together the name is shortened, not the numbers.

    >>> _named("Holz v. Rockefeller & Co.", "258 F.3d 62", 34)
    'Holz v. Rockefeller…, 258 F.3d 62'
    """
    left = width - len(" ".join(core.split())) - 2
    if not name or left < SHORTEST_NAME:
        return _shorten(f"{name}, {core}" if name else core, width)
    return _shorten(f"{_shorten(name, left)}, {core}", width)


def _shorten(text: str, width: int) -> str:
    r"""Put a text on one line of at most so many characters, without what a terminal would obey.

    >>> _shorten("Holz v. Rockefeller\n& Co.", 20)
    'Holz v. Rockefeller…'
    """
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
    return line if len(line) <= width else line[: width - 1].rstrip(" ,&") + "…"


class _Lines:
    """Numbers of the lines of a text, 1-based, by offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def __call__(self, offset: int) -> int:
        return bisect_right(self._starts, offset)
