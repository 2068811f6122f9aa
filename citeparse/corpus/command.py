"""The command ``citeparse corpus``: many files, or a column of a large one, into one table of mentions."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from citeparse.corpus._inputs import Columns, CorpusError, found
from citeparse.corpus._run import Step, run
from citeparse.corpus._sinks import SINKS
from citeparse.corpus._state import Job, State

__all__ = ["main"]

DESCRIPTION = """\
Read many texts and write one table: a row for each citation, with its place, what it cites and by which rule.
"""

EPILOG = """\
inputs:
  .jsonl .ndjson .csv .tsv .parquet   one text a row, in the column --text-column
  anything else                       one text a file, in UTF-8
  a folder                            all files below it
  .gz .bz2 .xz after any of these but .parquet are decompressed

An interrupted run goes on where it stopped when the same command is given again: no text is lost, none is read into the
table twice. OUT is there when it is whole; until then its parts are in OUT.partial.

What is no text (a missing field, a number, bytes that are not UTF-8) is kept as a row with the reason in the column
error.

exit status:
  0    every text was read
  1    the table is whole, and some rows of it are errors
  2    the run could not begin or go on; the message says why
  130  interrupted; the same command goes on
"""

SHOWN = 10
"""So many bad rows are named on the terminal; all are in the table."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments and return its exit status."""
    options = _arguments().parse_args(argv)
    try:
        job = _job(options)
        with _Reporter(job) as reporter:
            state = run(job, reporter, overwrite=options.overwrite)
    except KeyboardInterrupt:
        _say("interrupted; the same command goes on from here")
        return 130
    except (CorpusError, ImportError, OSError, RuntimeError) as error:
        _say(str(error))
        return 2
    _say(_summary(job, state))
    return 1 if state.bad else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="citeparse corpus", description=DESCRIPTION, epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("inputs", nargs="+", metavar="IN", help="a file or a folder")
    add("-o", "--output", required=True, type=Path, metavar="OUT", help="the table: .jsonl, .csv or .parquet")
    add("--format", choices=tuple(SINKS), help="form of the table; default: by the suffix of OUT")
    add("--text-column", default="text", metavar="NAME", help="column or field of the texts; default: text")
    add("--id-column", metavar="NAME", help="column or field that names each text, for the column id of the table")
    add("--court-column", metavar="NAME", help="column or field with the courts-db id of the court that wrote the text")
    add("--court", metavar="ID", help="courts-db id of the court that wrote the texts, such as nysd")
    add("--processes", type=int, default=1, metavar="N", help="processes that read at the same time; default: 1")
    add("--overwrite", action="store_true", help="begin anew, whatever is there")
    return parser


def _job(options: argparse.Namespace) -> Job:
    if options.processes < 1:
        raise CorpusError(f"--processes must be 1 or more, not {options.processes}")
    return Job(
        found(options.inputs), options.output, options.format or options.output.suffix.lower().removeprefix("."),
        Columns(options.text_column, options.id_column, options.court_column), options.court, options.processes,
    )


class _Reporter:
    """Tells of bad rows, and on a terminal of the progress."""

    def __init__(self, job: Job) -> None:
        self._left = SHOWN
        self._bar = _bar(sum(path.stat().st_size for path in job.inputs))

    def __enter__(self) -> Callable[[Step], None]:
        return self._report

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _report(self, step: Step) -> None:
        if self._bar is not None:
            self._bar.update(step.read - self._bar.n)
        if step.bad and self._left:
            self._left -= 1
            source, row, *_, error = step.rows[0]
            if self._bar is not None:
                self._bar.clear()
            _say(f"{source}, row {row}: {error}")


def _bar(total: int) -> Any:
    """Return a bar on standard error, or None where that is no terminal or tqdm is not installed."""
    if not sys.stderr.isatty():
        return None
    try:
        return importlib.import_module("tqdm").tqdm(total=total, unit="B", unit_scale=True, dynamic_ncols=True)
    except ImportError:
        return None


def _summary(job: Job, state: State) -> str:
    bad = f"; no text: {state.bad:,}, see the column error" if state.bad else ""
    return f"{job.out}: {_count(state.mentions, 'citation')} in {_count(state.texts, 'text')}{bad}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _say(words: str) -> None:
    print(f"citeparse corpus: {words}", file=sys.stderr)
