"""A run over a corpus: read, parse, write, and note how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

import attrs

from citeparse.corpus._inputs import Item, Place, items
from citeparse.corpus._sinks import SINKS, Sink
from citeparse.corpus._state import Job, State, begin, end
from citeparse.many import each
from citeparse.rows import Row, source_rows

__all__ = ["Step", "run"]

ROWS = 10_000
"""Rows are put on the disk in so many,"""
CHARACTERS = 32_000_000
"""or when so much text has been read: what an interruption costs is at most that."""


class Step(NamedTuple):
    """One text that was read."""

    rows: list[Row]
    """Its mentions, or the row that says why it is no text."""
    characters: int
    after: Place
    read: int
    """Bytes of all inputs that have been read."""

    @property
    def bad(self) -> bool:
        """Whether it was no text."""
        return bool(self.rows) and self.rows[0][-1] is not None


def run(job: Job, report: Callable[[Step], object] | None = None, *, overwrite: bool = False) -> State:
    """Do a job, or what is left of it, and return the figures of the whole; ``report`` is told of each text.

    A run that is interrupted, even killed, goes on where it stopped when it is called again: no text is lost and none
    is there twice, and the output is, byte for byte, that of a run without interruption. One run at a time may write
    to a place. ``overwrite`` begins anew whatever is there.

    Raises `CorpusError` when the output exists, when what is there belongs to another job, or when an input is damaged
    or lacks a column; `ImportError` when a library for the format is missing; and `OSError` when writing fails.
    """
    state = begin(job, overwrite=overwrite)
    with closing(SINKS[job.format](job.folder, state.mark)) as sink:
        if not state.complete:
            state = _filled(job, sink, state, report)
        sink.finish(job.out)
    end(job)
    return state


def _filled(job: Job, sink: Sink, state: State, report: Callable[[Step], object] | None) -> State:
    """Read what is left into the sink."""
    rows = characters = 0
    with (
        closing(items(job.inputs, job.columns, job.court, state.place)) as source,
        closing(each(source, _read, job.processes)) as steps,
    ):
        for step in steps:
            sink.add(step.rows)
            state = _counted(state, step)
            rows, characters = rows + len(step.rows), characters + step.characters
            if rows >= ROWS or characters >= CHARACTERS:
                state = _kept(job, sink, state)
                rows = characters = 0
            if report is not None:
                report(step)
    return _kept(job, sink, attrs.evolve(state, complete=True))


def _kept(job: Job, sink: Sink, state: State) -> State:
    state = attrs.evolve(state, mark=sink.keep())
    state.save(job.folder)
    return state


def _read(item: Item) -> Step:
    text = item.source.text
    return Step(source_rows(item.source), len(text) if isinstance(text, str) else 0, item.after, item.read)


def _counted(state: State, step: Step) -> State:
    return attrs.evolve(
        state, place=step.after, texts=state.texts + 1, bad=state.bad + step.bad,
        mentions=state.mentions + len(step.rows) - step.bad,
    )
