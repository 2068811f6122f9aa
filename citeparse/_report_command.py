"""The command ``citeparse report``: a document as a page to look at."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from citeparse.display import report
from citeparse.document import Document
from citeparse.documents import parse_html, parse_markdown, parse_pages
from citeparse.pipeline import parse

__all__ = ["run"]

STANDARD_STREAM = "-"

DESCRIPTION = """\
Write a page to look at: the text with its citations at the left, the authorities at the right, filters, and arrows from
short forms to what they refer to. The page is one file, loads nothing from a network and works from disk.
"""

_READERS: dict[str, Callable[..., Document]] = {
    "text": parse, "html": parse_html, "markdown": parse_markdown, "pages": parse_pages,
}
_BY_SUFFIX = {".htm": "html", ".html": "html", ".xhtml": "html", ".markdown": "markdown", ".md": "markdown"}


def run(argv: Sequence[str]) -> int:
    """Run the command with these arguments and return its exit status, 2 when a file cannot be read or written."""
    options = _arguments().parse_args(argv)
    name = "standard input" if options.file == STANDARD_STREAM else options.file
    try:
        doc = _read(options.file, options.source, options.court)
        title = options.title or (name if options.file == STANDARD_STREAM else Path(name).name)
        page = report(doc, title=title)
        name = options.output
        _write(options.output, page)
    except UnicodeDecodeError as error:
        return _fail(name, f"not UTF-8 text (byte 0x{error.object[error.start]:02x} at offset {error.start})")
    except OSError as error:
        return _fail(name, error.strerror or str(error))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="citeparse report", description=DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="plain text, HTML or Markdown in UTF-8; - for standard input")
    parser.add_argument("-o", "--output", metavar="PAGE", default=STANDARD_STREAM, help="default: standard output")
    parser.add_argument("--from", dest="source", choices=tuple(_READERS), help="what FILE is; default: by its suffix")
    parser.add_argument("--title", help="heading of the page; default: the name of the file")
    parser.add_argument("--court", metavar="ID", help="courts-db id of the court that wrote the text, such as nysd")
    return parser


def _read(name: str, source: str | None, court: str | None) -> Document:
    data = sys.stdin.buffer.read() if name == STANDARD_STREAM else Path(name).read_bytes()
    kind = source or _BY_SUFFIX.get(Path(name).suffix.lower(), "text")
    return _READERS[kind](data.decode("utf-8-sig"), court=court)


def _write(name: str, page: str) -> None:
    if name == STANDARD_STREAM:
        sys.stdout.flush()
        sys.stdout.buffer.write(page.encode())
        sys.stdout.buffer.flush()
    else:
        Path(name).write_text(page, encoding="utf-8", newline="\n")


def _fail(name: str, reason: str) -> int:
    print(f"citeparse report: {name}: {reason}", file=sys.stderr)
    return 2
