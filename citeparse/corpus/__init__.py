"""Many files, or a column of a large one, read into one table of mentions: streamed, in parallel, and resumable.

`Job` says what to read and where to write, `run` does it, and ``citeparse corpus`` is the same on the command line.
"""

from __future__ import annotations

from citeparse.corpus._inputs import Columns, CorpusError, found
from citeparse.corpus._run import Step, run
from citeparse.corpus._state import Job, State

__all__ = ["Columns", "CorpusError", "Job", "State", "Step", "found", "run"]
