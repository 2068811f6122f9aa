"""Read texts with kaos-citations on request: run by `kaos_peer` with an interpreter that has the library.

Imports nothing of this project. Protocol, one line each: the worker says ``ready`` with its version; each line it is
sent is a request to read all texts once, which it answers with seconds of CPU time and the number of citations.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

from kaos_citations import extract_citations  # type: ignore[import-not-found,unused-ignore]

__all__: list[str] = []


def main() -> None:
    """Serve until standard input ends."""
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    extract_citations(texts[0])
    print("ready", version("kaos-citations"), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        found = sum(len(extract_citations(text)) for text in texts)
        print(json.dumps([time.process_time() - start, found]), flush=True)


if __name__ == "__main__":
    main()
