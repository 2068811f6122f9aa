"""kaos-citations (273 Ventures), which needs a newer Python than citeparse: it runs in a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

__all__ = ["KaosProcess"]

_WORKER = Path(__file__).with_name("kaos_worker.py")


class KaosProcess:
    """A process that reads all texts once a lap, warm."""

    def __init__(self, python: str, texts: Sequence[str]) -> None:
        """Start it with an interpreter; RuntimeError says why that one cannot."""
        self._folder = tempfile.TemporaryDirectory(prefix="kaos-")
        texts_file = Path(self._folder.name, "texts.json")
        texts_file.write_text(json.dumps(list(texts)), encoding="utf-8")
        pipe = subprocess.PIPE
        command = [python, str(_WORKER), str(texts_file)]
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        except OSError as error:
            raise RuntimeError(f"{python}: {error.strerror}") from error
        ready, _, self.version = self._line().partition(" ")
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
