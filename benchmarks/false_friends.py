"""Text without citations: what is found in it all the same.

    python benchmarks/false_friends.py             the figure
    python benchmarks/false_friends.py --list      and every find, with the text around it
    python benchmarks/false_friends.py --size 4    more text, in megabytes

The text is what a Python installation and a Linux system carry: documentation strings of the standard library, its
source code, descriptions of installed packages, licences, change logs, manuals.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import itertools
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from citeparse import parse

__all__ = ["Find", "collect", "main", "search"]

MEGABYTE = 1_000_000
AROUND = 50
SMALLEST, LARGEST = 500, 60_000
"""Characters of a file: less is no text, and no single file should be most of it."""

LEGAL = (
    "uscode", "reporters", "courts", "eyecite", "citeurl", "legal", "juriscraper", "copyright", "citeparse", "MPL-1.1",
)
"""Names of files that do cite law."""


class Find(NamedTuple):
    """What was found in a text without citations."""

    source: str
    kind: str
    text: str
    around: str


def _docstrings(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the documentation strings of each module, and every tenth module's source."""
    for number, path in enumerate(sorted(root.rglob("*.py"))):
        if "site-packages" in path.parts or "test" in str(path):
            continue
        try:
            source = path.read_text(encoding="utf-8")
            tree = ast.parse(source)
        except (OSError, SyntaxError, UnicodeDecodeError):
            continue
        nodes = (n for n in ast.walk(tree) if isinstance(n, (ast.Module, ast.ClassDef, ast.FunctionDef)))
        yield str(path.relative_to(root)), "\n\n".join(filter(None, map(ast.get_docstring, nodes)))
        if number % 10 == 0:
            yield f"{path.relative_to(root)} (source)", source


def _files(root: Path, *patterns: str) -> Iterator[tuple[str, str]]:
    """Yield readable files below a folder."""
    for pattern in patterns:
        for path in sorted(root.rglob(pattern)):
            if any(word.lower() in str(path).lower() for word in LEGAL) or not path.is_file():
                continue
            try:
                data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
                yield str(path), data.decode("utf-8")
            except (OSError, UnicodeDecodeError):
                continue


def collect(size: int = 2 * MEGABYTE) -> Iterator[tuple[str, str]]:
    """Yield named texts without citations, as many characters of each sort as of the others, together ``size``."""
    paths = sysconfig.get_paths()
    sorts = (
        _docstrings(Path(paths["stdlib"])),
        _files(Path(paths["purelib"]), "METADATA", "*.md", "*.rst", "*.txt"),
        _files(Path("/usr/share/doc"), "README*", "NEWS*", "*.txt", "*.html", "FAQ*"),
        _files(Path("/usr/share/common-licenses"), "*"),
        _files(Path("/usr/share/doc"), "changelog*.gz"),
        _files(Path("/usr/share/perl"), "*.pod", "*.pm"),
        _files(Path("/usr/share/man"), "*.gz"),
    )
    for sort in sorts:
        left = size // len(sorts)
        for name, text in sort:
            if len(text) >= SMALLEST:
                kept = text[: min(LARGEST, left)]
                yield name, kept
                left -= len(kept)
            if left <= 0:
                break


def search(texts: Iterator[tuple[str, str]]) -> tuple[int, list[Find]]:
    """Return how many characters were read, and what was found in them."""
    total, found = 0, []
    for name, text in texts:
        total += len(text)
        for c in parse(text).citations:
            around = text[max(0, c.span.start - AROUND) : c.span.end + AROUND]
            found.append(Find(name, c.kind, c.text, " ".join(around.split())))
    return total, found


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figure."""
    parser = argparse.ArgumentParser(description="Look for citations in text without any.")
    parser.add_argument("--list", action="store_true", help="list the finds")
    parser.add_argument("--size", type=float, default=2, help="megabytes of text")
    args = parser.parse_args(argv)
    total, found = search(collect(int(args.size * MEGABYTE)))
    print(f"{len(found)} found in {total / MEGABYTE:.2f} MB: {len(found) * 100_000 / total:.2f} in 100 KB")
    if args.list:
        for kind, finds in itertools.groupby(sorted(found, key=lambda f: f.kind), key=lambda f: f.kind):
            print(kind)
            for find in finds:
                print(f"  {find.text!r} {find.source}: {find.around}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
