"""Read texts with a library on request: run by `process` with an interpreter that has the library.

Imports nothing of this project's folder. Protocol, one line each: the worker says ``ready``; each line it is sent is a
request to read all texts once, which it answers with seconds of CPU time and the number of citations.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__: list[str] = []


def _kaos(library: Any) -> Callable[[str], int]:
    return lambda text: len(library.extract_citations(text))


def _compiled(library: Any) -> Callable[[str], int]:
    """Read as `contenders.read_all` does, with the compiled form alone."""
    if importlib.import_module("citeparse.tokenizer.case").__file__.endswith(".py"):  # type: ignore[union-attr]
        sys.exit("citeparse is not compiled there")

    def read(text: str) -> int:
        doc = library.parse(text)
        for citation in doc.citations:
            _ = citation.key, citation.kind, citation.pins, citation.court, citation.year
        _ = doc.authorities
        return len(doc.citations)

    return read


READERS = {"kaos_citations": _kaos, "citeparse": _compiled}


def main() -> None:
    """Serve until standard input ends."""
    sys.path.pop(0)  # the folder of this file
    texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    read = READERS[sys.argv[1]](importlib.import_module(sys.argv[1]))
    read(texts[0])
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        found = sum(map(read, texts))
        print(json.dumps([time.process_time() - start, found]), flush=True)


if __name__ == "__main__":
    main()
