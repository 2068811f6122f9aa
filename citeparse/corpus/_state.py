"""How far a run has come, on the disk beside what it has written."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import attrs

from citeparse.convert import made_by
from citeparse.corpus._inputs import Columns, CorpusError, Place, fingerprint
from citeparse.corpus._sinks import SINKS
from citeparse.rows import COLUMNS

__all__ = ["Job", "State", "begin", "end"]


@attrs.frozen
class Job:
    """What to read and where to write."""

    inputs: tuple[Path, ...]
    """Files; see `found` for folders."""
    out: Path
    """File to write. It is there when it is whole; before, its parts are in `folder`."""
    format: str
    """``jsonl``, ``csv`` or ``parquet``."""
    columns: Columns = attrs.field(factory=Columns)
    """What is read of files that have rows."""
    court: str | None = None
    """courts-db id of the court that wrote the texts, where no column tells."""
    processes: int = 1
    """How many read at the same time."""

    def __attrs_post_init__(self) -> None:
        if self.format not in SINKS:
            raise CorpusError(f"the format is one of {', '.join(SINKS)}, not {self.format!r}")

    @property
    def folder(self) -> Path:
        """Where the parts are: ``OUT.partial``."""
        return self.out.with_name(f"{self.out.name}.partial")

    @property
    def fingerprint(self) -> str:
        """A value that changes with everything that makes a difference to the output."""
        names = [column.name for column in COLUMNS]
        return fingerprint(self.inputs, self.format, self.columns, self.court, made_by(), names)


def _place(held: tuple[int, int, int]) -> Place:
    return Place(*held)


@attrs.frozen
class State:
    """How far a run has come, by what is safe on the disk."""

    job: str
    """Fingerprint of the job that it belongs to."""
    place: Place = attrs.field(factory=Place, converter=_place)
    """Where reading goes on."""
    mark: int = 0
    """Where writing goes on."""
    texts: int = 0
    """Rows of the inputs that were read, bad ones too."""
    bad: int = 0
    """Those that were no text."""
    mentions: int = 0
    """Rows that were written, those for bad ones left out."""
    complete: bool = False
    """Whether all inputs have been read."""

    def save(self, folder: Path) -> None:
        """Put it on the disk, whole or not at all."""
        fresh = folder / "progress.json.fresh"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(attrs.asdict(self, recurse=False), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / _NAME)


_NAME = "progress.json"


def begin(job: Job, *, overwrite: bool) -> State:
    """Return where to take up a job, at its beginning when nothing of it is there.

    Raises `CorpusError` when what is there is the result of a job, or part of another one, and not to be overwritten.
    """
    kept = job.folder / _NAME
    if kept.exists() and not overwrite:
        state = State(**json.loads(kept.read_text(encoding="utf-8")))
        if state.job != job.fingerprint:
            raise CorpusError(f"{job.folder} is of another run, or its inputs have changed; --overwrite begins anew")
        return state
    if job.out.exists() and not overwrite:
        raise CorpusError(f"{job.out} exists; --overwrite replaces it")
    if job.folder.exists():
        shutil.rmtree(job.folder)
    job.folder.mkdir(parents=True)
    return State(job.fingerprint)


def end(job: Job) -> None:
    """Remove the parts of a job that is finished."""
    (job.folder / _NAME).unlink()
    shutil.rmtree(job.folder)
