"""A library of another interpreter, in a process of its own: one that needs a newer Python, or is built otherwise."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

__all__ = ["Process"]

_WORKER = Path(__file__).with_name("worker.py")


class Process:
    """A process that reads all texts once a lap, warm."""

    def __init__(self, python: str, library: str, texts: Sequence[str]) -> None:
        """Start it with an interpreter that has the library; RuntimeError says why that one cannot."""
        self._folder = tempfile.TemporaryDirectory(prefix="speed-")
        texts_file = Path(self._folder.name, "texts.json")
        texts_file.write_text(json.dumps(list(texts)), encoding="utf-8")
        pipe = subprocess.PIPE
        command = [python, str(_WORKER), library, str(texts_file)]
        away = self._folder.name
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=away)
        except OSError as error:
            raise RuntimeError(f"{python}: {error.strerror}") from error
        ready = self._line()
        if ready != "ready":
            said = self._process.communicate()[1].strip().splitlines()
            raise RuntimeError(f"{python}: {said[-1] if said else 'no answer'}")

    def lap(self) -> tuple[float, int]:
        """Read all texts once: seconds of CPU time and citations found."""
        if self._process.stdin is None:
            raise RuntimeError("the process is closed")
        print("go", file=self._process.stdin, flush=True)
        seconds, found = json.loads(self._line())
        return seconds, found

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
        self._folder.cleanup()

    def _line(self) -> str:
        return self._process.stdout.readline().strip() if self._process.stdout else ""
